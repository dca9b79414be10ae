"""``import``: what ``export`` wrote, from a file, a folder or standard input.

What is already there stays as it is. People and facts are taken over by leads.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scenarios.language import Language
from simulator.commands.output import message, write
from simulator.errors import ImportRefused
from simulator.line_files import lines_of
from simulator.options import choose_language
from simulator.store import Fact
from simulator.store.transfer import unpack_fact, unpack_person
from simulator.words.cli import CLI
from simulator.words.team import TEAM
from simulator.workplace import Workplace, open_workplace

_FACTS_AT_ONCE = 500


def run(arguments: argparse.Namespace) -> int:
    language = choose_language(arguments.lang)
    workplace = open_workplace()
    taking = _Taking(workplace, language)
    try:
        for place in _places(arguments.file):
            with lines_of(place) as lines:
                for line in lines:
                    if line.strip():
                        taking.take(_exported(line))
        taking.finish()
    finally:
        workplace.close()
        message(CLI.say("import.count", language, count=taking.sessions))
        if taking.people or taking.facts:
            counts = {"people": taking.people, "facts": taking.facts}
            message(TEAM.say("import.more", language, **counts))
    return 0


class _Taking:
    """What has been taken in so far."""

    def __init__(self, workplace: Workplace, language: Language) -> None:
        self.sessions = self.people = self.facts = 0
        self._workplace = workplace
        self._language = language
        self._waiting: list[Fact] = []

    def take(self, exported: dict[str, Any]) -> None:
        """One line; raises ImportRefused for one that is not sound."""
        if "fact" in exported:
            self._waiting.append(unpack_fact(exported))
            if len(self._waiting) >= _FACTS_AT_ONCE:
                self.finish()
        elif "person" in exported:
            self._take_person(exported)
        else:
            self._workplace.store.import_session(exported)
            self.sessions += 1

    def finish(self) -> None:
        """Store the facts that still wait."""
        if self._waiting:
            self.facts += self._workplace.store.import_facts(self._waiting)
            self._waiting = []

    def _take_person(self, exported: dict[str, Any]) -> None:
        person = unpack_person(exported)
        password = self._workplace.store.import_person(person, self._workplace.now())
        self.people += 1
        if password is not None:  # data, so that a lead can hand them out
            words = {"login": person.login, "password": password}
            write(TEAM.say("import.password", self._language, **words))


def _places(name: str) -> Iterator[str]:
    """The file itself, or the files of a folder in the order of their names."""
    if name != "-" and Path(name).is_dir():
        yield from (str(path) for path in sorted(Path(name).glob("*.jsonl")))
    else:
        yield name


def _exported(line: str) -> dict[str, object]:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ImportRefused("import.shape", reason="JSON") from error
    if not isinstance(value, dict):
        raise ImportRefused("import.shape", reason="JSON")
    return value
