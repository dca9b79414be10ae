"""``calibration``: how far the engine and the leads judge alike, from reviewed sessions."""

from __future__ import annotations

import argparse
import dataclasses
import json
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scenarios.problems import SourceError
from scenarios.text import clean_text
from simulator.commands.report import known_of
from simulator.contact import Contact
from simulator.errors import NotAllowed, SupportdojoError
from simulator.exported import note_exported
from simulator.figures import Figures
from simulator.machine.files import write_whole
from simulator.machine.output import json_line, message, write_line
from simulator.options import choose_language
from simulator.team.calibration import Agreement, Calibration, Reviewed, calibrate
from simulator.team.disputed import fixture
from simulator.team.pass_mark import PassMarks
from simulator.team.report.told import Teller
from simulator.team.reviewing import pass_marks
from simulator.team.rules import TotalRules
from simulator.team.verdict import FACT_KINDS, verdict_of
from simulator.workplace import Workplace, open_workplace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from simulator.store.model import Fact, SessionSummary
    from simulator.team.report.gather import Known


def run(arguments: argparse.Namespace) -> int:
    tell = Teller(choose_language(arguments.lang))
    workplace = open_workplace()
    try:
        viewer = workplace.store.viewer
        if viewer is not None and not viewer.leads:
            raise NotAllowed("not-allowed")
        summaries = list(workplace.store.history())
        known = known_of(workplace, summaries)
        by_session: dict[str, list[Fact]] = {}
        for fact in workplace.store.facts(FACT_KINDS):
            by_session.setdefault(fact.subject or "", []).append(fact)
        told = {s.id: s for s in summaries if s.id in by_session}
        marks = pass_marks(workplace)
        reviewed = [
            one
            for s in told.values()
            if (one := _reviewed(workplace, s, by_session[s.id], known.rules, marks)) is not None
        ]
        found = calibrate(reviewed, known.faults.keys(), arguments.by)
        if arguments.json:
            json_line({"schema_version": 1, "by": arguments.by, **_as_json(found)})
        else:
            _tell(found, tell, known)
        if arguments.fixtures:
            _write_fixtures(workplace, told, by_session, arguments.fixtures, tell)
    finally:
        workplace.close()
    return 0


def _reviewed(
    workplace: Workplace,
    summary: SessionSummary,
    facts: list[Fact],
    rules: TotalRules,
    marks: PassMarks,
) -> Reviewed | None:
    """The session with the figures that the lead had before them; None if it was not reviewed."""
    reviews = [fact for fact in facts if fact.kind == "reviewed"]
    if not reviews:
        return None
    digest = summary.digest
    if summary.scorecard_count > 1:  # scored anew since, perhaps
        for card in workplace.store.scorecards(summary.id):
            if card.number == 1 or card.made_at <= reviews[-1].at:
                digest = card.digest
    figures = Figures.from_json(digest)
    if figures is None:
        return None
    header = summary.header
    mark = marks.of(header.occasion, header.parent_session)
    verdict = verdict_of(summary.id, figures, facts, rules, mark)
    return Reviewed(summary.id, reviews[-1].author, header.language, header.scenario_id, verdict)


# ---------------------------------------------------------------- as text


def _tell(found: Calibration, tell: Teller, known: Known) -> None:
    if not found.sessions:
        write_line(tell.say("cal.none"))
        return
    write_line(tell.say("cal.head", n=found.sessions))
    write_line(tell.say("cal.anchored"))
    for outcomes in found.outcomes:
        write_line("")
        if outcomes.group:
            write_line(_plain(outcomes.group))
        counts = dataclasses.asdict(outcomes)
        write_line(
            tell.say("cal.outcomes", n=outcomes.sessions, passed=outcomes.lead_passed, **counts)
        )
        for one in found.agreements:
            if one.group == outcomes.group:
                write_line(_agreement(one, tell, known))
        for fault in (f for f in found.faults if f.group == outcomes.group):
            item = known.item(fault.item, tell.language)
            counts = {"found": fault.found, "struck": fault.struck, "added": fault.added}
            write_line(tell.say("cal.fault", item=item, **counts))
    if found.differences:
        write_line("")
        write_line(tell.say("cal.differences"))
    for apart in found.differences:
        values = {
            "session": apart.session,
            "turn": tell.turn(apart.turn),
            "item": known.item(apart.item, tell.language),
            "engine": tell.value(apart.engine),
            "lead": tell.value(apart.lead),
            "rater": _plain(apart.rater),
            "reason": _plain(apart.reason),
        }
        write_line(tell.say("cal.difference", **values))


def _agreement(one: Agreement, tell: Teller, known: Known) -> str:
    kappa = one.kappa
    key = "cal.kappa" if not kappa.why else f"cal.{kappa.why}"
    figures = {
        name: "-" if value is None else f"{value:.2f}"
        for name, value in (("value", kappa.value), ("low", kappa.low), ("high", kappa.high))
    }
    counts = {"sessions": kappa.sessions, "pairs": kappa.pairs, "same": kappa.same}
    return tell.say(key, item=known.item(one.item, tell.language), **figures, **counts)


def _plain(text: str) -> str:
    return clean_text(text, keep_newlines=False)


def _as_json(found: Calibration) -> dict[str, Any]:
    return dataclasses.asdict(found)


# ---------------------------------------------------------------- fixtures


def _write_fixtures(
    workplace: Workplace,
    summaries: dict[str, SessionSummary],
    facts: dict[str, list[Fact]],
    path: str,
    tell: Teller,
) -> None:
    lines, quoted = [], set()
    for session in sorted(summaries):
        for made in _fixtures(workplace, summaries[session], facts[session], tell):
            lines.append(json.dumps(made, ensure_ascii=False))
            quoted.add(summaries[session].header.trainee)
    write_whole(Path(path), (f"{line}\n" for line in lines))
    note_exported(workplace, quoted, Path(path))
    message(tell.say("cal.fixtures", count=len(lines), path=path))


def _fixtures(
    workplace: Workplace, summary: SessionSummary, facts: list[Fact], tell: Teller
) -> Iterable[dict[str, Any]]:
    figures = Figures.from_json(summary.digest)
    if figures is None or not any(fact.kind == "disputed" for fact in facts):
        return
    rubric = workplace.judge.rubric
    verdict = verdict_of(summary.id, figures, facts, TotalRules.of(rubric))
    faults = {name: f.breach.value for name, f in rubric.faults.items() if f.breach}
    contact: Contact | None = None
    with suppress(SupportdojoError, SourceError):
        contact = Contact.resume(workplace, summary.id)
    for turn in verdict.disputed:
        made = None
        if contact is not None:
            place = (summary.header.scenario_id, summary.header.language)
            made = fixture(verdict, turn, place, _said(contact, turn), faults)
        if made is not None:
            yield made
            continue
        why = tell.say("cal.why.replay" if contact is None else "cal.why.figures")
        message(tell.say("cal.skipped", session=summary.id, turn=turn, why=why))


def _said(contact: Contact, turn: int) -> tuple[list[str], str]:
    """What was heard before reply *turn*, notes in brackets, and the reply."""
    heard = [
        entry.text if entry.kind == "customer" else f"({entry.text})"
        for entry in contact.entries
        if entry.turn < turn and entry.kind in ("customer", "desk", "happened")
    ]
    replies = [e.text for e in contact.entries if e.kind == "agent" and e.turn == turn]
    return heard, replies[0] if replies else ""
