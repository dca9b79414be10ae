"""A standing in words, for a terminal, and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from scenarios.language import Language
from scenarios.programme import LIMITED_HINTS, Step
from simulator.machine.local_time import local_text
from simulator.practice.attempts import Attempt
from simulator.practice.standing import Next, Play, Read, Standing, StepStanding
from simulator.words.cli import CLI
from simulator.words.programme import PROGRAMME

__all__ = [
    "hints_text",
    "marks_text",
    "next_line",
    "rule_text",
    "score_text",
    "short_text",
    "standing_json",
    "standing_lines",
    "step_lines",
]


def standing_lines(standing: Standing, language: Language, now: datetime) -> Iterator[str]:
    """Step by step, then the next thing."""
    programme = standing.programme
    yield PROGRAMME.say(
        "head",
        language,
        title=programme.title.of(language),
        id=programme.id,
        version=programme.version,
        spoken=PROGRAMME.say(f"language.{standing.language}", language),
    )
    for row in standing.steps:
        yield from step_lines(row, language, now)
    yield next_line(standing, language, now)


def step_lines(row: StepStanding, language: Language, now: datetime) -> Iterator[str]:
    """One step: its state, and where it is under way what counts and what is wanted."""
    values = {"id": row.step.id, "title": row.step.title.of(language)}
    date = local_text(row.since or row.opens, now)
    needs = PROGRAMME.say("rule.and", language).join(row.locked_by)
    yield PROGRAMME.say(f"step.{row.state}", language, **values, date=date, needs=needs)
    if row.state == "open":
        yield f"    {rule_text(row.step, language)}"
    for attempt in row.passed:
        yield f"    {_attempt('passed', attempt, language, now)}"
    if row.state != "done":
        yield from (f"    {line}" for line in _wanted(row, language, now))


def _wanted(row: StepStanding, language: Language, now: datetime) -> Iterator[str]:
    if row.attempts and not row.attempts[-1].counts:
        yield _attempt("short", row.attempts[-1], language, now)
    comma = PROGRAMME.say("rule.and", language)
    if row.state == "open" and row.passed:
        names = comma.join(row.candidates)
        yield PROGRAMME.say("left", language, count=row.left, names=names)
    if row.missing:
        yield PROGRAMME.say("missing", language, names=comma.join(row.missing))
    if row.stuck:
        yield PROGRAMME.say("stuck", language)


def _attempt(key: str, attempt: Attempt, language: Language, now: datetime) -> str:
    return PROGRAMME.say(
        key,
        language,
        scenario=attempt.scenario,
        score=score_text(attempt, language),
        date=local_text(attempt.ended_at, now),
        why=short_text(attempt, language),
    )


def score_text(attempt: Attempt, language: Language) -> str:
    """The total that stands, and whether a team lead had a hand in it."""
    total = attempt.total
    score = PROGRAMME.say("score.none" if total is None else "score", language, total=total)
    return PROGRAMME.say("score.ruled", language, score=score) if attempt.ruled else score


def short_text(attempt: Attempt, language: Language) -> str:
    """Why it does not count; empty where it does."""
    return PROGRAMME.say("rule.and", language).join(
        PROGRAMME.say(f"short.{name}", language) for name in attempt.short
    )


def rule_text(step: Step, language: Language) -> str:
    """What it takes to be done with a step, in a sentence or two."""
    if step.reads:
        return PROGRAMME.say("rule.read", language)
    comma = PROGRAMME.say("rule.and", language)
    marks = marks_text(step, language)
    text = PROGRAMME.say(
        "rule.score" if marks else "rule.end",
        language,
        mode=CLI.say(f"mode.{step.mode}", language),
        intensity=PROGRAMME.say(f"intensity.{step.intensity}", language),
        count=step.rule.passes,
        names=comma.join(step.scenarios),
        marks=marks,
    )
    return text + hints_text(step, language)


def marks_text(step: Step, language: Language) -> str:
    """What a contact has to reach; empty where it is enough to play it to its end."""
    rule = step.rule
    return PROGRAMME.say("rule.and", language).join(
        PROGRAMME.say(key, language, score=rule.score, each=rule.each)
        for key, asked in (
            ("rule.total", rule.score),
            ("rule.each", rule.each),
            ("rule.gate", rule.no_gate),
        )
        if asked
    )


def hints_text(step: Step, language: Language) -> str:
    """How many hints a contact may ask for, as a further sentence; empty where any number."""
    if step.most_hints is None:
        return ""
    space = "" if language == "ja" else " "
    key = "hints.limited" if step.most_hints else "hints.none"
    return space + PROGRAMME.say(key, language, count=LIMITED_HINTS)


def next_line(standing: Standing, language: Language, now: datetime) -> str:
    """The one next thing, with the command that does it."""
    say = PROGRAMME.say
    match standing.next:
        case Read(step_id):
            step = standing.programme.step(step_id)
            title = step.title.of(language) if step else step_id
            return say("next.read", language, title=title, id=standing.programme.id, step=step_id)
        case Play() as play:
            mode = CLI.say(f"mode.{play.mode}", language)
            intensity = say(f"intensity.{play.intensity}", language)
            values = {"scenario": play.scenario, "mode": mode, "intensity": intensity}
            key = "next.resume" if play.resume else "next.play"
            return say(key, language, id=standing.programme.id, **values)
    if standing.finished:
        return say("finished", language, id=standing.programme.id)
    if standing.waits_until is not None:
        return say("next.wait", language, date=local_text(standing.waits_until, now))
    return say("next.none", language)


# ---------------------------------------------------------------- JSON


def standing_json(standing: Standing, digest: str, language: Language) -> dict[str, Any]:
    """The same for programs; times in UTC."""
    programme = standing.programme
    return {
        "schema_version": 1,
        "programme": programme.id,
        "version": programme.version,
        "digest": digest,
        "title": programme.title.of(language),
        "language": standing.language,
        "finished": standing.finished,
        "steps": [_step_json(row, language) for row in standing.steps],
        "next": _next_json(standing.next),
        "waits_until": _time(standing.waits_until),
    }


def _step_json(row: StepStanding, language: Language) -> dict[str, Any]:
    return {
        "id": row.step.id,
        "kind": row.step.kind,
        "title": row.step.title.of(language),
        "state": row.state,
        "since": _time(row.since),
        "opens": _time(row.opens),
        "locked_by": list(row.locked_by),
        "passed": [_attempt_json(attempt) for attempt in row.passed],
        "attempts": [_attempt_json(attempt) for attempt in row.attempts],
        "left": row.left,
        "candidates": list(row.candidates),
        "missing": list(row.missing),
        "stuck": row.stuck,
    }


def _attempt_json(attempt: Attempt) -> dict[str, Any]:
    return {
        "session": attempt.session,
        "scenario": attempt.scenario,
        "total": attempt.total,
        "ended_at": _time(attempt.ended_at),
        "short": list(attempt.short),
    }


def _next_json(following: Next | None) -> dict[str, Any] | None:
    match following:
        case Read(step):
            return {"do": "read", "step": step}
        case Play() as play:
            return {
                "do": "play",
                "step": play.step,
                "scenario": play.scenario,
                "mode": play.mode,
                "intensity": play.intensity,
                "language": play.language,
                "occasion": play.occasion,
                "resume": play.resume,
            }
    return None


def _time(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat(timespec="seconds")
