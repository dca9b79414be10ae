"""``export``: past contacts with everything that belongs to them, one JSON object a line.

To standard output, into one file (``--out``) or one file a contact into a folder (``--to``), which a
lead without a server can import. ``--all`` adds what was decided about them and the people.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scenarios.language import Language
from simulator.errors import StoreDamaged, UsageError
from simulator.exported import note_exported
from simulator.machine.files import write_whole
from simulator.machine.output import json_line, message
from simulator.options import choose_language
from simulator.store.transfer import export_fact, export_person
from simulator.words.team import TEAM
from simulator.workplace import Workplace, open_workplace


def run(arguments: argparse.Namespace) -> int:
    language = choose_language(arguments.lang)
    workplace = open_workplace()
    try:
        store = workplace.store
        wanted = [store.resolve(prefix) for prefix in arguments.session]
        work = _Work(workplace, wanted or [s.id for s in store.history()], arguments.all)
        if arguments.to:
            _into_folder(work, Path(arguments.to), language)
        elif arguments.out:
            _into_file(work, Path(arguments.out), language)
        else:
            for value in work.objects():
                json_line(value)
    finally:
        workplace.close()
    return 0


class _Work:
    """What is to be exported; one damaged contact does not keep the others back."""

    def __init__(self, workplace: Workplace, sessions: list[str], everything: bool) -> None:
        self.workplace = workplace
        self.everything = everything
        self.people: set[str] = set()
        self.taken = 0
        self._sessions = sessions

    def sessions(self) -> Iterator[tuple[str, dict[str, Any]]]:
        for session_id in self._sessions:
            try:
                exported = self.workplace.store.export_session(session_id)
            except StoreDamaged:  # it is told when the command is done
                continue
            self.people.add(str(exported["header"]["trainee"]))
            self.taken += 1
            yield session_id, exported

    def besides(self) -> Iterator[dict[str, Any]]:
        """People and facts, where all is exported."""
        if not self.everything:
            return
        store = self.workplace.store
        facts = store.facts()
        for person in store.people():
            self.people.add(person.login)
            yield export_person(person)
        forgotten = {fact.person for fact in facts if fact.kind == "forgotten"}
        for fact in facts:
            self.people.update(n for n in (fact.author, fact.person) if n and n not in forgotten)
            yield export_fact(fact)

    def objects(self) -> Iterator[dict[str, Any]]:
        yield from (exported for _, exported in self.sessions())
        yield from self.besides()


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False) + "\n"


def _into_file(work: _Work, path: Path, language: Language) -> None:
    write_whole(path, (_line(value) for value in work.objects()))
    note_exported(work.workplace, work.people, path)
    message(TEAM.say("export.done", language, path=path, sessions=work.taken))


def _into_folder(work: _Work, folder: Path, language: Language) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UsageError("usage.unwritable", file=str(folder), reason=reason) from error
    for session_id, exported in work.sessions():
        write_whole(folder / f"{session_id}.jsonl", [_line(exported)])
    besides = [_line(value) for value in work.besides()]
    if besides:
        write_whole(folder / "besides.jsonl", besides)
    note_exported(work.workplace, work.people, folder)
    message(TEAM.say("export.done", language, path=folder, sessions=work.taken))
