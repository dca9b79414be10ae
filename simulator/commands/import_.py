"""``import``: what ``export`` wrote, from a file, a folder or standard input.

What is already there stays as it is. People and facts are taken over by leads.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from scenarios.language import Language
from scoring.line_items import LineError, json_object
from simulator.commands.db import RETENTION
from simulator.errors import ImportRefused, UsageError
from simulator.imported import proven
from simulator.machine.line_files import lines_of, readable
from simulator.machine.output import message, shortened, write
from simulator.options import choose_language
from simulator.store import Fact
from simulator.store.transfer import unpack_fact, unpack_person
from simulator.words.cli import CLI
from simulator.words.team import TEAM
from simulator.workplace import Workplace, open_workplace

_FACTS_AT_ONCE = 500
UNPROVEN = "scores-unproven"


def run(arguments: argparse.Namespace) -> int:
    language = choose_language(arguments.lang)
    workplace = open_workplace()
    taking = _Taking(workplace, language)
    try:
        for place in _places(arguments.file, language):
            taking.opens(place)
            with lines_of(place) as lines:
                _take_lines(readable(lines, place), place, taking, language)
        taking.finish()
    finally:
        workplace.close()
        if taking.lines:
            _tell(taking, language)
    if not taking.lines:
        raise UsageError("import.empty", file=arguments.file)
    return 0


def _take_lines(lines: Iterator[str], place: str, taking: _Taking, language: Language) -> None:
    """All that is in a file; raises UsageError that names the line that cannot be taken."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            taking.take(json_object(line))
        except LineError as error:
            reason = error.why.of(language)
        except UsageError as error:
            reason = error.text(language).in_a_line(language)
        else:
            continue
        taking.finish()  # what stands before it is in, as the error says
        raise UsageError("import.line", place=f"{place}:{number}", reason=reason)


def _tell(taking: _Taking, language: Language) -> None:
    message(CLI.say("import.count", language, count=taking.new.sessions))
    if taking.new.people or taking.new.facts:
        counts = {"people": taking.new.people, "facts": taking.new.facts}
        message(TEAM.say("import.more", language, **counts))
    if any(asdict(taking.there).values()):
        message(TEAM.say("import.there", language, **asdict(taking.there)))
    if taking.returned:
        names = ", ".join(sorted(taking.returned))
        message(TEAM.say("import.returned", language, logins=names))
    if taking.retention is not None:
        message(TEAM.say("import.retention", language, days=taking.retention))
    if taking.unproven:
        message(TEAM.say("import.unproven", language, sessions=shortened(taking.unproven)))


@dataclass
class _Count:
    sessions: int = 0
    people: int = 0
    facts: int = 0


class _Taking:
    """What has been taken in so far."""

    def __init__(self, workplace: Workplace, language: Language) -> None:
        self.lines = 0
        self.new = _Count()
        self.there = _Count()
        """What was here already."""
        self.returned: set[str] = set()
        """Who was not here, out of a file that was written before somebody was forgotten."""
        self.unproven: list[str] = []
        """Sessions whose scores cannot be checked here."""
        self.retention: int | None = None
        """For how many days the other store kept contacts, where this one keeps them otherwise."""
        self._workplace = workplace
        self._language = language
        self._waiting: list[Fact] = []
        self._accounts = {person.login for person in workplace.store.people()}
        self._known = self._accounts | {s.header.trainee for s in workplace.store.history()}
        """Who had an account or contacts here before anything was taken in."""
        self._holds_forgotten = False

    def opens(self, place: str) -> None:
        """The lines that come now are those of this file."""
        self._holds_forgotten = _holds_forgotten(self._workplace, place)

    def take(self, exported: Mapping[str, Any]) -> None:
        """One line; raises ImportRefused for one that is not sound."""
        self.lines += 1
        if "fact" in exported:
            self._waiting.append(unpack_fact(exported))
            self._note_retention(self._waiting[-1])
            if len(self._waiting) >= _FACTS_AT_ONCE:
                self._store_facts()
        elif "person" in exported:
            self._take_person(exported)
        else:
            self._take_session(exported)

    def _take_session(self, exported: Mapping[str, Any]) -> None:
        store = self._workplace.store
        there = store.holds(exported)
        unproven = not there and not proven(exported, self._workplace)
        if unproven and not store.sees_all:
            raise ImportRefused("import.unproven", session=exported["id"])
        store.import_session(exported)
        self._counted(there).sessions += 1
        self._came(str(exported["header"]["trainee"]))
        if unproven:
            self.unproven.append(exported["id"])

    def finish(self) -> None:
        """Store what still waits; once, after the last line that is taken."""
        self._store_facts()
        if self.unproven:  # a lead answers for what nobody can check, and it is seen later who did
            body = {"sessions": self.unproven}
            now = self._workplace.now()
            self._workplace.store.add_fact(UNPROVEN, person=None, subject=None, body=body, now=now)

    def _note_retention(self, fact: Fact) -> None:
        """Facts come oldest first; it is for the lead here to say what is removed when."""
        if fact.kind == "retention-set":
            days = fact.body.get("days")
            other = isinstance(days, int) and self._workplace.store.setting(RETENTION) != str(days)
            self.retention = days if isinstance(days, int) and other else None

    def _store_facts(self) -> None:
        if self._waiting:
            new = self._workplace.store.import_facts(self._waiting)
            self.new.facts += new
            self.there.facts += len(self._waiting) - new
            self._waiting = []

    def _take_person(self, exported: Mapping[str, Any]) -> None:
        person = unpack_person(exported)
        there = person.login in self._accounts
        password = self._workplace.store.import_person(person, self._workplace.now())
        self._counted(there).people += 1
        self._accounts.add(person.login)
        self._came(person.login)
        if password is not None:  # data, so that a lead can hand them out
            words = {"login": person.login, "password": password}
            write(TEAM.say("import.password", self._language, **words))

    def _counted(self, there: bool) -> _Count:
        return self.there if there else self.new

    def _came(self, login: str) -> None:
        if self._holds_forgotten and login and login not in self._known:
            self.returned.add(login)


def _holds_forgotten(workplace: Workplace, place: str) -> bool:
    """Whether the audit log knows this file, or its folder, to hold somebody who was forgotten here.

    It keeps that there was somebody, not who: of those in the file it can be whoever is not here.
    """
    facts = workplace.store.facts(["exported", "forgotten"])
    forgotten = {fact.person for fact in facts if fact.kind == "forgotten"}
    path = Path(place).absolute()
    where = {str(path), str(path.parent)}
    return any(f.kind == "exported" and f.subject in where and f.person in forgotten for f in facts)


def _places(name: str, language: Language) -> Iterator[str]:
    """The file itself, or the files of a folder in the order of their names."""
    if name != "-" and Path(name).is_dir():
        for path in sorted(Path(name).glob("*.jsonl")):
            if path.is_file():
                yield str(path)
            else:  # a pipe would be waited for without end
                message(TEAM.say("import.no-file", language, path=path))
    else:
        yield name
