"""``report``: what a team or a person practised, as a page, a table, JSON lines or xAPI."""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import time
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from scenarios.numbers import narrow
from simulator.errors import NotAllowed, StoreError, UsageError
from simulator.exported import note_exported
from simulator.libraries import readable_cards
from simulator.machine.files import write_whole
from simulator.machine.output import message, shortened, write
from simulator.options import choose_language
from simulator.practice.occasions import Occasion
from simulator.team.report.gather import Known, Reader, Source, gather, judge, names_of
from simulator.team.report.model import Report, Scope
from simulator.team.report.names import words_among
from simulator.team.verdict import FACT_KINDS
from simulator.words.report import REPORT
from simulator.workplace import Workplace, open_workplace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scenarios.language import Language
    from scenarios.model import Clause
    from simulator.store.model import Fact, SessionSummary

USER, PASSWORD = "SUPPORTDOJO_LRS_USER", "SUPPORTDOJO_LRS_PASSWORD"
_FORMS = {"": "html", ".html": "html", ".htm": "html", ".csv": "csv", ".jsonl": "jsonl"}
"""By the ending of a file's name."""
_ENDINGS = ", ".join(ending for ending in _FORMS if ending)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def run(arguments: argparse.Namespace) -> int:
    language = choose_language(arguments.lang)
    since, until = _period(arguments.since, arguments.until)
    _check(arguments)
    form = arguments.format or ("html" if arguments.send else _form_of(arguments.out))
    workplace = open_workplace()
    try:
        summaries = list(workplace.store.history())
        facts = workplace.store.facts()
        person = _person(workplace, arguments.person, summaries)
        drill = _drill(arguments.drill, summaries, facts)
        made = _Made(workplace, summaries, facts, Scope(person, drill, since, until))
        reader = Reader(language, arguments.hide_names)
        if arguments.send:
            return _send(made, reader, arguments.send)
        if arguments.hide_names and (kept := made.words()):
            message(REPORT.say("names.words", language, names=shortened(kept)))
        path = _put(made.bytes(form, reader), arguments.out, language)
        if path is not None:
            leads = {fact.author for fact in facts if fact.kind in FACT_KINDS and fact.author}
            logins = {summary.header.trainee for summary in summaries}
            note_exported(workplace, (logins if person is None else {person}) | leads, path)
    finally:
        workplace.close()
    return 0


# ---------------------------------------------------------------- what was asked for


def _period(since: str | None, until: str | None) -> tuple[date | None, date | None]:
    first, last = _date(since), _date(until)
    if first and last and first > last:
        raise UsageError("usage.period", since=str(first), until=str(last))
    return first, last


def _date(text: str | None) -> date | None:
    if text is None:
        return None
    plain = narrow(text).strip().replace("/", "-")
    with suppress(ValueError):
        if _DATE.fullmatch(plain):
            return date.fromisoformat(plain)
    raise UsageError("usage.day", value=text)


def _check(arguments: argparse.Namespace) -> None:
    if arguments.send and arguments.hide_names:
        # Numbers differ from report to report; a store would take two people for one.
        raise UsageError("report.send-hidden")
    if arguments.send and (arguments.out or arguments.format not in (None, "xapi")):
        raise UsageError("report.send-out")


def _form_of(out: str | None) -> str:
    """The form that the name of a file asks for; raises UsageError where it asks for another one."""
    ending = Path(out).suffix.lower() if out is not None and out != "-" else ""
    if ending not in _FORMS:
        raise UsageError("report.ending", file=str(out), known=_ENDINGS)
    return _FORMS[ending]


def _person(
    workplace: Workplace, wanted: str | None, summaries: Sequence[SessionSummary]
) -> str | None:
    """The login that is meant; whoever leads nobody may only mean themselves."""
    viewer, people = workplace.store.viewer, workplace.store.people()
    if viewer is not None and not viewer.leads:
        if wanted is not None and wanted not in (viewer.login, viewer.name):
            raise NotAllowed("not-allowed")
        return viewer.login
    if wanted is None:
        return None
    logins = {p.login for p in people} | {s.header.trainee for s in summaries}
    logins.add(workplace.trainee)  # the owner of a store of their own need not be registered
    named = [p.login for p in people if p.name == wanted]
    if wanted in logins or len(named) == 1:
        return wanted if wanted in logins else named[0]
    raise UsageError("person.unknown", login=wanted)


def _drill(
    wanted: str | None, summaries: Sequence[SessionSummary], facts: Sequence[Fact]
) -> str | None:
    """The id of the drill that is meant; its beginning will do."""
    if wanted is None:
        return None
    known = {fact.subject for fact in facts if fact.kind == "drill" and fact.subject}
    occasions = (Occasion.read(summary.header.occasion) for summary in summaries)
    known |= {one.id for one in occasions if one is not None and one.kind == "drill"}
    found = (
        [wanted] if wanted in known else [one for one in known if wanted and one.startswith(wanted)]
    )
    if len(found) != 1:
        raise UsageError("usage.drill", value=wanted, known=", ".join(sorted(known)) or "-")
    return found[0]


# ---------------------------------------------------------------- making it


class _Made:
    """A report in the form that is asked for."""

    def __init__(
        self,
        workplace: Workplace,
        summaries: Sequence[SessionSummary],
        facts: Sequence[Fact],
        scope: Scope,
    ) -> None:
        self.workplace, self.scope = workplace, scope
        self.summaries, self.facts = summaries, facts
        self._replies: dict[str, list[str]] = {}
        self.known = known_of(workplace, summaries)

    def report(self, reader: Reader) -> Report:
        people = self.workplace.store.people()
        source = Source(self.summaries, self.facts, people, self._text_of)
        return gather(source, self.known, self.scope, reader, self.workplace.now())

    def words(self) -> list[str]:
        """Names that are ordinary words too and stay in quotes."""
        judged = judge(self.summaries, self.facts, self.known.rules, self.scope)
        logins = {one.summary.header.trainee for one in judged}
        return words_among(logins, self.workplace.store.people()) if judged else []

    def bytes(self, form: str, reader: Reader) -> bytes:
        if form == "csv":
            from simulator.team.report.csv import as_csv

            return as_csv(self.report(reader))
        if form == "jsonl":
            from simulator.team.report.jsonl import as_jsonl

            return as_jsonl(self.report(reader))
        if form == "xapi":
            from simulator.team.report.xapi import as_xapi

            return as_xapi(self.statements(reader))
        from simulator.team.report.html import as_html

        return as_html(self.report(reader), self.known.rules).encode("utf-8")

    def statements(self, reader: Reader) -> list[dict[str, object]]:
        from simulator.team.report.xapi import statements

        judged = judge(self.summaries, self.facts, self.known.rules, self.scope)
        names = names_of(judged, self.workplace.store.people(), reader)
        return statements(judged, self.facts, self.known, names)

    def _text_of(self, session: str, turn: int) -> str | None:
        """From the stored scorecard; a session that cannot be read has no quote."""
        if session not in self._replies:
            replies: list[str] = []
            with suppress(StoreError, ValueError, KeyError, TypeError, IndexError):
                card = json.loads(self.workplace.store.scorecards(session)[-1].card)
                replies = [str(one["reply"]) for one in card["turns"]]
            self._replies[session] = replies
        replies = self._replies[session]
        return replies[turn - 1] if 0 < turn <= len(replies) else None


def known_of(workplace: Workplace, summaries: Sequence[SessionSummary]) -> Known:
    """Titles, clauses and rules for what these sessions name."""
    library = workplace.library
    cards = readable_cards(library, (s.header.scenario_id for s in summaries))
    clauses: dict[str, Clause] = {clause.id: clause for clause in library.handbook.clauses}
    for scenario in cards:
        for clause in library.handbook_of(scenario).clauses:
            clauses.setdefault(clause.id, clause)
    titles = {scenario: card.title for scenario, card in cards.items()}
    return Known.of(workplace.judge.rubric, tuple(clauses.values()), titles)


# ---------------------------------------------------------------- where it goes


def _put(data: bytes, out: str | None, language: Language) -> Path | None:
    """Write it where it was asked for; the file, or None for standard output."""
    if out is None or out == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return None
    write_whole(Path(out), [data])
    message(REPORT.say("written", language, path=out))
    return Path(out)


def _send(made: _Made, reader: Reader, text: str) -> int:
    from simulator.lrs import NO_IDS, Endpoint, deliver
    from simulator.machine.paths import data_directory, outbox_path

    endpoint = Endpoint.read(text, os.environ.get(USER, ""), os.environ.get(PASSWORD, ""))
    if endpoint.readable:
        message(REPORT.say("send.readable", reader.language))
    folder = outbox_path(data_directory(os.environ))
    outcome = deliver(made.statements(reader), endpoint, folder, time.sleep)
    write(REPORT.say("sent", reader.language, sent=outcome.accepted, left=outcome.left))
    if outcome.unread:
        unread = {"count": outcome.unread, "path": str(outcome.damaged)}
        message(REPORT.say("send.unread", reader.language, **unread))
    if outcome.left:
        reason = outcome.reason
        if reason == NO_IDS:
            reason = REPORT.say("send.no-ids", reader.language, url=endpoint.url)
        left = {"left": outcome.left, "path": str(outcome.outbox), "reason": reason}
        message(REPORT.say("send.left", reader.language, **left))
        return 3
    return 1 if outcome.unread else 0
