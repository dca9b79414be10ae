"""``people``: who uses this store, and what they may do. Adding and changing is for leads."""

from __future__ import annotations

import argparse
import os
from dataclasses import asdict
from datetime import UTC, datetime
from typing import cast
from urllib.parse import urlsplit, urlunsplit

from scenarios.language import Language
from scenarios.text import one_line
from simulator.errors import UsageError
from simulator.machine.output import json_line, message, write_line
from simulator.options import choose_language
from simulator.store import Person, Role, SessionStore
from simulator.words.team import TEAM
from simulator.workplace import DB_VARIABLE, open_store


def run(arguments: argparse.Namespace) -> int:
    language = choose_language(arguments.lang)
    with open_store(os.environ) as store:
        if arguments.what == "list":
            _list(store, language, as_json=arguments.json)
        else:
            _change(store, arguments, language)
    return 0


def _list(store: SessionStore, language: Language, *, as_json: bool) -> None:
    people = store.people()
    if as_json:
        json_line({"schema_version": 1, "people": [asdict(person) for person in people]})
        return
    for person in people:
        line = _line("people.line", person, language)
        write_line(line if person.active else f"{line}  {TEAM.say('people.out', language)}")
    if not people:
        write_line(TEAM.say("people.none", language))
    owner = store.viewer.login if store.viewer and store.database.watches_file else None
    if owner is not None and owner not in {person.login for person in people}:
        message(TEAM.say("people.owner", language, login=one_line(owner)))


def _line(key: str, person: Person, language: Language) -> str:
    role = TEAM.say(f"role.{person.role}", language)
    return TEAM.say(key, language, login=person.login, name=person.name, role=role)


def _change(store: SessionStore, arguments: argparse.Namespace, language: Language) -> None:
    what, login, now = arguments.what, arguments.login, datetime.now(UTC)
    if not login:
        raise UsageError("usage", detail=TEAM.say("people.needs", language, what=what))
    if what in ("role", "rename") and not arguments.value:
        raise UsageError("usage", detail=TEAM.say("people.needs-value", language, what=what))
    if what == "add":
        role = cast(Role, arguments.role)
        password = store.add_person(login, arguments.name or login, role, now)
        told = TEAM.say(f"role.{role}", language)
        write_line(TEAM.say("people.added", language, login=login, role=told))
        _hand_over(login, password, language)
    elif what == "password":
        was_out = not store.person(login).active
        _hand_over(login, store.new_password(login, now), language)
        if was_out:
            write_line(TEAM.say("people.readmitted", language, login=login))
    elif what == "shut-out":
        store.shut_out(login, now)
        write_line(TEAM.say("people.shut-out", language, login=login))
    elif what == "role":
        changed = store.change_person(login, now, role=cast(Role, arguments.value))
        write_line(_line("people.changed", changed, language))
    else:
        changed = store.change_person(login, now, name=arguments.value)
        write_line(_line("people.changed", changed, language))


def _hand_over(login: str, password: str | None, language: Language) -> None:
    """What the new person needs; on one machine there is nothing to hand over."""
    if password is None:
        return
    write_line(TEAM.say("people.password", language, password=password))
    parts = urlsplit(os.environ.get(DB_VARIABLE, "").strip())
    host = parts.netloc.rpartition("@")[2]
    url = urlunsplit((parts.scheme, f"{login}@{host}", parts.path, parts.query, ""))
    write_line(TEAM.say("people.url", language, url=url))
