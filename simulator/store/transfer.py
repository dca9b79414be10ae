"""A session as one JSON-ready object, to hand over, to keep elsewhere and to read back in.

The exported hashes come along, so a file whose header or events were altered by accident is
refused (they are no signature: who wants to can compute them anew). Works on a store that is damaged
elsewhere. Files are read and written by the callers.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from datetime import datetime
from typing import Any, cast

from simulator.errors import ImportRefused, NotSaved
from simulator.store.backend import Connection
from simulator.store.canonical import JSON, canonical, chain, clean_text, storable
from simulator.store.model import ROLES, Fact, Person, Role, SessionHeader, SessionState
from simulator.store.rows import (
    SessionRow,
    append_event,
    append_scorecard,
    first_hash,
    has_session,
    insert_session,
    new_row,
    read_events,
    read_scorecards,
    read_session,
    update_session,
)

EXPORT_VERSION = 1
_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
_FACT_ID = re.compile(r"[0-9T:.+-]{26,40}-[0-9a-z]{1,64}")
_STATES = ("open", "ended", "abandoned")


def export_session(connection: Connection, session_id: str) -> dict[str, Any]:
    """Everything stored about a session; raises UnknownSession or StoreDamaged."""
    row = read_session(connection, session_id)
    row.parsed_header()  # verified
    draft = connection.execute(
        "SELECT saved_at, body FROM draft WHERE session_id = ?", (session_id,)
    ).fetchone()
    return {
        "schema_version": EXPORT_VERSION,
        "id": row.id,
        # The very text that the hashes stand on, also where a field is left to its default.
        "header": json.loads(row.header),
        "state": row.state,
        "ending": row.ending,
        "ended_at": row.ended_at,
        "head": row.head,
        "events": [
            {"seq": seq, "saved_at": saved_at, "hash": stored, "event": json.loads(body)}
            for seq, (saved_at, stored, body) in enumerate(read_events(connection, row))
        ],
        "scorecards": [
            {
                "number": card.number,
                "made_at": card.made_at,
                "versions": card.versions,
                "digest": card.digest,
                "card": json.loads(card.card),
            }
            for card in read_scorecards(connection, row)
        ],
        "draft": {"saved_at": draft[0], "text": draft[1]} if draft else None,
    }


@dataclass(frozen=True)
class Parcel:
    """An exported session that was found sound: what will be stored."""

    row: SessionRow
    events: Sequence[tuple[str, str]]
    scorecards: Sequence[tuple[str, tuple[str, str | None, str]]]
    draft: tuple[str, str] | None


def unpack(exported: Mapping[str, Any]) -> Parcel:
    """Verifies an exported session; raises ImportRefused and tells what does not fit."""
    if not isinstance(exported, Mapping):
        raise _misshapen("not an object")
    version = exported.get("schema_version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise _misshapen("schema_version")
    if version > EXPORT_VERSION:
        raise ImportRefused("import.newer", found=version, known=EXPORT_VERSION)
    try:
        return _parcel(exported)
    except NotSaved as error:
        raise _misshapen(str(error.details.get("reason", error.code))) from error
    except (KeyError, ValueError, TypeError, AttributeError, OverflowError) as error:
        raise _misshapen(str(error)) from error


def store_parcel(connection: Connection, parcel: Parcel) -> None:
    """Stores it inside the caller's transaction; the same session twice is no error.

    Raises ImportRefused when another session has the id.
    """
    row = parcel.row
    if has_session(connection, row.id):
        stored = read_session(connection, row.id)
        if (stored.header, stored.head) == (row.header, row.head):
            return
        raise ImportRefused("import.clash", session=row.id)
    filled = replace(row, event_count=0, scorecard_count=0, head=first_hash(row.id, row.header))
    insert_session(connection, filled)
    for saved_at, body in parcel.events:
        filled = append_event(connection, filled, saved_at, body)
    for made_at, texts in parcel.scorecards:
        filled = append_scorecard(connection, filled, made_at, texts)
    update_session(connection, filled)
    if parcel.draft is not None:
        connection.execute(
            "INSERT INTO draft (session_id, saved_at, body) VALUES (?, ?, ?)",
            (row.id, *parcel.draft),
        )


def export_fact(fact: Fact) -> dict[str, Any]:
    """A fact as a JSON-ready object."""
    return {"schema_version": EXPORT_VERSION, "fact": asdict(fact)}


def export_person(person: Person) -> dict[str, Any]:
    """A person as a JSON-ready object; passwords are never part of an export."""
    return {"schema_version": EXPORT_VERSION, "person": asdict(person)}


def unpack_fact(exported: Mapping[str, Any]) -> Fact:
    """The fact of `export_fact`; raises ImportRefused and tells what does not fit."""
    value = exported.get("fact")
    names = [field.name for field in fields(Fact)]
    if not isinstance(value, Mapping) or sorted(map(str, value)) != sorted(names):
        raise _misshapen("fact")
    try:
        texts = {name: _text(value[name]) for name in ("id", "kind", "author", "at")}
        maybe = {
            n: value[n] if value[n] is None else _text(value[n]) for n in ("person", "subject")
        }
        storable(value["body"])
        _moment(texts["at"])
    except NotSaved as error:
        raise _misshapen(str(error.details.get("reason", error.code))) from error
    except (ValueError, TypeError) as error:
        raise _misshapen(str(error)) from error
    if not isinstance(value["body"], Mapping) or not _FACT_ID.fullmatch(texts["id"]):
        raise _misshapen("fact")
    return Fact(**texts, **maybe, body=value["body"])


def unpack_person(exported: Mapping[str, Any]) -> Person:
    """The person of `export_person`; raises ImportRefused."""
    value = exported.get("person")
    if not isinstance(value, Mapping) or set(value) != {f.name for f in fields(Person)}:
        raise _misshapen("person")
    login, name, role, active = (value[k] for k in ("login", "name", "role", "active"))
    if role not in ROLES or not isinstance(active, bool):
        raise _misshapen("person")
    try:
        return Person(_text(login), _text(name), cast(Role, role), active)
    except NotSaved as error:
        raise _misshapen("person") from error


def _parcel(exported: Mapping[str, Any]) -> Parcel:
    session_id = exported["id"]
    if not isinstance(session_id, str) or not _ID.fullmatch(session_id):
        raise _misshapen("id")
    header = SessionHeader.from_json(exported["header"])
    # Not header.to_json(): an export may leave a field to its default.
    row = new_row(session_id, header, storable(exported["header"]))
    events: list[tuple[str, str]] = []
    head = row.head
    for seq, entry in enumerate(exported["events"]):
        saved_at, body = _moment(entry["saved_at"]), storable(_kinded(entry["event"]))
        head = chain(head, saved_at, body)
        if entry["seq"] != seq or entry["hash"] != head:
            raise ImportRefused("import.altered", session=session_id, turn=seq + 1)
        events.append((saved_at, body))
    if exported["head"] != head:  # events are missing at the end
        raise ImportRefused("import.altered", session=session_id, turn=len(events) + 1)
    scorecards = [_scorecard(card) for card in exported["scorecards"]]
    draft = exported["draft"]
    return Parcel(
        row=replace(
            row,
            event_count=len(events),
            scorecard_count=len(scorecards),
            head=head,
            **_state(exported),
        ),
        events=events,
        scorecards=scorecards,
        draft=(_moment(draft["saved_at"]), _text(draft["text"])) if draft is not None else None,
    )


def _state(exported: Mapping[str, Any]) -> dict[str, Any]:
    state, ending, ended_at = exported["state"], exported["ending"], exported["ended_at"]
    if state not in _STATES:
        raise _misshapen("state")
    if (state == "ended") != (ending is not None and ended_at is not None):
        raise _misshapen("ending")
    return {
        "state": cast(SessionState, state),
        "ending": _text(ending) if ending is not None else None,
        "ended_at": _moment(ended_at) if ended_at is not None else None,
    }


def _scorecard(card: Mapping[str, Any]) -> tuple[str, tuple[str, str | None, str]]:
    figures: JSON = card["digest"]
    versions = card["versions"]
    if not isinstance(versions, Mapping):
        raise _misshapen("versions")
    return _moment(card["made_at"]), (
        storable(versions),
        storable(figures) if figures is not None else None,
        storable(card["card"]),
    )


def _kinded(event: Any) -> Mapping[str, JSON]:
    if not isinstance(event, Mapping) or not isinstance(event.get("kind"), str):
        raise _misshapen("an event without kind")
    return event


def _moment(text: Any) -> str:
    if datetime.fromisoformat(text).tzinfo is None:
        raise _misshapen("a time without zone")
    return _text(text)


def _text(text: Any) -> str:
    if not isinstance(text, str):
        raise _misshapen(f"{canonical(text)[:40]} should be text")
    return clean_text(text)


def _misshapen(reason: str) -> ImportRefused:
    return ImportRefused("import.shape", reason=reason)
