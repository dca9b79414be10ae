"""Programmes in words: a row for each step, and what is told about the one selected."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from scenarios.language import Language
from simulator.line.programme_text import hints_text, marks_text, score_text, short_text
from simulator.machine.local_time import local_text
from simulator.practice.attempts import Attempt
from simulator.practice.standing import Play, Read, StepStanding
from simulator.tui.courses import Aftermath, Course, Offer
from simulator.tui.draw import T, one_line, rows
from simulator.words.app_programme import COURSE
from simulator.words.cli import CLI
from simulator.words.programme import PROGRAMME

__all__ = [
    "aftermath_text",
    "head_text",
    "offer_row",
    "step_detail",
    "step_row",
    "what_now",
]

_SIGNS = {"done": "◎", "open": "▶", "waiting": "…", "locked": "―"}
_STYLES = {"done": "$text-success", "open": "bold", "waiting": "dim", "locked": "dim"}


def head_text(course: Course, language: Language) -> str:
    """The contact language and how many steps are done."""
    standing = course.standing
    done = sum(row.state == "done" for row in standing.steps)
    spoken = PROGRAMME.say(f"language.{standing.language}", language)
    head = COURSE.say("head", language, spoken=spoken, done=done, count=len(standing.steps))
    return f"{head}\n{COURSE.say('finished', language)}" if standing.finished else head


def step_row(row: StepStanding, course: Course, language: Language) -> Content:
    """Title and state, a line each."""
    title = one_line(f"{_SIGNS[row.state]} {row.step.title.of(language)}", _STYLES[row.state])
    return rows(title, one_line(f"   {_state(row, course, language)}", "dim"))


def offer_row(offer: Offer, language: Language) -> Content:
    """A programme to choose: its title, and how far one has come."""
    if not offer.count:
        key = "offer.broken"
    elif offer.done == offer.count:
        key = "offer.finished"
    else:
        key = "offer.begun" if offer.begun else "offer.new"
    state = COURSE.say(key, language, done=offer.done, count=offer.count)
    return rows(one_line(offer.title, "bold"), one_line(f"   {state}", "dim"))


def _state(row: StepStanding, course: Course, language: Language) -> str:
    key: str = row.state if not row.stuck else "stuck"
    if key == "open" and row.passed:
        key = "part"
    return COURSE.say(
        f"state.{key}",
        language,
        date=local_text(row.since or row.opens, course.enrolled.now),
        passed=len(row.passed),
        count=row.step.rule.passes,
        needs=_needs(row, course, language),
    )


def _needs(row: StepStanding, course: Course, language: Language) -> str:
    programme = course.standing.programme
    steps = (programme.step(name) for name in row.locked_by)
    return COURSE.say("needs.and", language).join(s.title.of(language) for s in steps if s)


# ---------------------------------------------------------------- the step that is selected


def step_detail(row: StepStanding, course: Course, language: Language) -> Content:
    """What can be done, what the step asks for, and which customers it was passed with."""
    step = row.step
    lines = [T(what_now(row, course, language), "bold")]
    if step.about is not None:
        lines.append(T(step.about.of(language)))
    if not step.reads:
        lines += [T(_asks(row, language)), *_customers(row, course, language)]
    if row.stuck:
        lines.append(T(PROGRAMME.say("stuck", language), "$text-warning"))
    return rows(*lines)


def what_now(row: StepStanding, course: Course, language: Language) -> str:
    """What Enter does, or why nothing can be done now."""
    match row.following:
        case Read():
            return COURSE.say("do.read", language)
        case Play(scenario=scenario, resume=resume):
            key = "do.play" if resume is None else "do.resume"
            return COURSE.say(key, language, title=course.titles.get(scenario, scenario))
    if row.state == "open":
        return PROGRAMME.say("stuck", language)
    if row.state == "done" and row.step.reads:
        return COURSE.say("do.read-again", language)
    return COURSE.say(
        f"why.{row.state}",
        language,
        date=local_text(row.opens, course.enrolled.now),
        needs=_needs(row, course, language),
    )


def _asks(row: StepStanding, language: Language) -> str:
    step = row.step
    marks = marks_text(step, language) or COURSE.say("asks.end", language)
    if len(step.scenarios) > 1:
        marks = COURSE.say("asks.of", language, count=step.rule.passes, marks=marks)
    asks = COURSE.say(
        "asks",
        language,
        mode=CLI.say(f"mode.{step.mode}", language),
        intensity=PROGRAMME.say(f"intensity.{step.intensity}", language),
        marks=marks,
    )
    return asks + hints_text(step, language)


def _customers(row: StepStanding, course: Course, language: Language) -> Iterator[Content]:
    """One line a scenario: passed, tried, not tried yet, or not here."""
    passed = {attempt.scenario: attempt for attempt in row.passed}
    tried = {attempt.scenario: attempt for attempt in row.attempts}
    for name in dict.fromkeys(row.step.scenarios):
        title = course.titles.get(name, name)
        if name in passed:
            text = _customer("passed", title, passed[name], course, language)
            yield T(text, "$text-success")
        elif name in row.missing:
            yield T(COURSE.say("customer.missing", language, title=title), "$text-warning")
        elif name in tried:
            yield T(_customer("short", title, tried[name], course, language), "$text-warning")
        else:
            yield T(COURSE.say("customer.new", language, title=title))


def _customer(key: str, title: str, attempt: Attempt, course: Course, language: Language) -> str:
    return COURSE.say(
        f"customer.{key}",
        language,
        title=title,
        score=score_text(attempt, language),
        date=local_text(attempt.ended_at, course.enrolled.now),
        why=short_text(attempt, language),
    )


# ---------------------------------------------------------------- after a contact


def aftermath_text(after: Aftermath, language: Language) -> str:
    """In one line what a contact brought for its step, and what is still wanted."""
    attempt, row = after.attempt, after.row
    if attempt is None:
        key = "stopped"
    elif not attempt.counts:
        key = "short"
    else:
        key = "counts" if attempt in row.passed else "again"
    why = short_text(attempt, language) if attempt is not None else ""
    return COURSE.say(
        f"after.{key}",
        language,
        step=row.step.title.of(language),
        why=why,
        rest=_rest(after, language),
    )


def _rest(after: Aftermath, language: Language) -> str:
    row = after.row
    if after.standing.finished:
        return COURSE.say("rest.all", language)
    if row.state == "done":
        return COURSE.say("rest.step", language)
    return COURSE.say("rest.left", language, passed=len(row.passed), count=row.step.rule.passes)
