"""``review``: a lead goes through one contact, or sees which ones wait for it."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import asdict
from functools import partial
from typing import TYPE_CHECKING, Any

from scoring.feedback.titles import rule_titles
from simulator.errors import UsageError
from simulator.machine.output import json_line, write_line
from simulator.options import choose_language, has_terminal
from simulator.team.review import Entry, Review, Waiting
from simulator.team.review_text import effective_of, place_name, result_text, verdict_lines
from simulator.team.reviewing import (
    Desk,
    all_waiting,
    open_desk,
    record,
    require_lead,
    waiting_results,
)
from simulator.team.verdict import WHOLE, Effective, Verdict
from simulator.words.review import REVIEW
from simulator.workplace import Workplace, open_workplace

if TYPE_CHECKING:
    from scenarios.language import Language
    from simulator.contact import Contact
    from simulator.store.model import Fact

_PARTS = ("criterion", "turn", "is")


def run(arguments: argparse.Namespace) -> int:
    workplace = open_workplace()
    try:
        language = choose_language(arguments.lang, workplace.setting("language"))
        require_lead(workplace)
        if arguments.session is None:
            if _decides(arguments):
                raise UsageError("review.session")
            _tell_waiting(workplace, language, as_json=arguments.json)
            return 0
        session = workplace.store.resolve(arguments.session)
        desk = open_desk(workplace, session)
        if _decides(arguments) or arguments.plain or arguments.json or not has_terminal():
            made = record(workplace, list(_entries(arguments, desk.review)))
            _tell(open_desk(workplace, session) if made else desk, made, workplace, arguments)
            return 0
    finally:
        workplace.close()
    from simulator.tui.launch import run_app

    return run_app(arguments.lang, partial(_contact, session=session), review=True)


def _contact(workplace: Workplace, session: str) -> Contact:
    from simulator.contact import Contact

    return Contact.resume(workplace, session)


# ---------------------------------------------------------------- what is decided


def _decides(arguments: argparse.Namespace) -> bool:
    given = (
        arguments.override,
        arguments.comment,
        arguments.undo,
        arguments.answer,
        arguments.dispute,
    )
    return arguments.done or any(given)


def _entries(arguments: argparse.Namespace, review: Review) -> Iterator[Entry]:
    """What the options ask to be stored; raises UsageError before anything is."""
    for fact in arguments.undo or ():
        yield review.undo(fact)
    for spec in arguments.override or ():
        item, turn, value = _spec(spec)
        yield review.override(turn, item, value, arguments.reason or "")
    for turn_text, text in arguments.comment or ():
        yield review.comment(_turn(turn_text), text)
    if arguments.answer:
        fact, verdict, text = arguments.answer
        if verdict not in ("upheld", "changed"):
            raise UsageError("review.answer", value=verdict)
        yield review.answer(fact, verdict == "upheld", text)
    for turn in arguments.dispute or ():
        yield review.dispute(turn)
    if arguments.done:
        yield review.done()


def _spec(spec: str) -> tuple[str, int, str]:
    """Item, reply and value of ``criterion=NAME,turn=N,is=VALUE``; without a turn, the whole."""
    pairs = [part.partition("=") for part in spec.split(",")]
    given = {name.strip(): value.strip() for name, _, value in pairs}
    if len(given) != len(pairs) or not {"criterion", "is"} <= set(given) <= set(_PARTS):
        raise UsageError("review.override", value=spec)
    return given["criterion"], _turn(given.get("turn", "0")), given["is"]


def _turn(text: str) -> int:
    if not (text.isascii() and text.isdecimal()):
        raise UsageError("review.turn", turn=text, known="0, 1, 2 …")
    return int(text)


# ---------------------------------------------------------------- what is told


def _tell(
    desk: Desk, made: list[Fact], workplace: Workplace, arguments: argparse.Namespace
) -> None:
    language = choose_language(arguments.lang, workplace.setting("language"))
    if arguments.json:
        json_line({"schema_version": 1, "stored": [f.id for f in made], **_as_json(desk)})
        return
    for fact in made:
        kind = REVIEW.say(f"kind.{fact.kind}", language)
        write_line(REVIEW.say("stored", language, kind=kind, fact=fact.id))
    header, verdict = desk.header, desk.review.verdict
    write_line(
        REVIEW.say(
            "head",
            language,
            session=verdict.session,
            scenario=header.scenario_id,
            trainee=header.trainee,
            started=header.started_at[:16],
        )
    )
    engine = effective_of(verdict.engine)
    write_line(REVIEW.say("engine", language, result=result_text(engine, language, desk.mark)))
    stands = result_text(verdict.effective, language, desk.mark)
    write_line(REVIEW.say("stands", language, result=stands))
    titles = rule_titles(workplace.judge.rubric)
    for turn in (WHOLE, *desk.review.turns):
        lines = verdict_lines(verdict, turn, titles, language)
        if lines:
            write_line(place_name(turn, language))
            for line in lines:
                write_line(f"  {line}")
    if desk.facts:
        write_line(REVIEW.say("facts", language))
        for fact in desk.facts:
            kind = REVIEW.say(f"kind.{fact.kind}", language)
            write_line(f"  {fact.id}  {kind}  {fact.author}")


def _as_json(desk: Desk) -> dict[str, Any]:
    verdict = desk.review.verdict
    return {
        "session": verdict.session,
        "scenario": desk.header.scenario_id,
        "trainee": desk.header.trainee,
        "engine": _result_json(effective_of(verdict.engine)),
        "effective": _result_json(verdict.effective),
        "passed_by_rules": verdict.by_rules,
        **({"pass_mark": desk.mark} if desk.mark is not None else {}),
        "overruled": _overruled(verdict),
        "open_requests": [asdict(one) for one in verdict.open_requests],
        "facts": [asdict(fact) for fact in desk.facts],
    }


def _result_json(result: Effective) -> dict[str, Any]:
    scores = {str(name): score for name, score in result.scores.items()}
    return {"total": result.total, "passed": result.passed, **scores}


def _overruled(verdict: Verdict) -> list[dict[str, Any]]:
    return [
        {
            "turn": one.turn,
            "criterion": one.item,
            "engine": one.engine,
            "lead": one.lead,
            "fact": one.by.fact if one.by else None,
            "reason": one.by.reason if one.by else None,
        }
        for one in verdict.overruled
    ]


def _tell_waiting(workplace: Workplace, language: Language, *, as_json: bool) -> None:
    found = all_waiting(workplace)
    if as_json:
        json_line({"schema_version": 1, "waiting": [_waiting_json(one) for one in found]})
        return
    if not found:
        write_line(REVIEW.say("waiting.none", language))
        return
    write_line(REVIEW.say("waiting.head", language, count=len(found)))
    results = waiting_results(workplace, found, language)
    for one in found:
        header = one.summary.header
        write_line(
            REVIEW.say(
                "waiting.line",
                language,
                session=one.summary.id,
                why=REVIEW.say(f"waiting.{one.why}", language),
                trainee=header.trainee,
                scenario=header.scenario_id,
                result=results.get(one.summary.id, ""),
            )
        )
        for request in one.requests:
            words = REVIEW.say("quote", language, words=request.text)
            write_line(f"    {place_name(request.turn, language)}  {words}")
    write_line(REVIEW.say("waiting.how", language))


def _waiting_json(one: Waiting) -> dict[str, Any]:
    header = one.summary.header
    return {
        "session": one.summary.id,
        "why": one.why,
        "trainee": header.trainee,
        "scenario": header.scenario_id,
        "started_at": header.started_at,
        "mode": header.mode,
        "occasion": header.occasion,
        "requests": [asdict(request) for request in one.requests],
    }
