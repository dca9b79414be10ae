"""A session as one JSON-ready object, to hand over, to keep elsewhere and to read back in.

The exported hashes come along, so a file that was altered by accident is refused: those of the events
stand on the header, and the seal on all the rest. They are no signature: who wants to can compute them
anew, so whoever takes in scores asks the judge (``simulator.imported``). An export without a seal is
read too. Works on a store that is damaged elsewhere. Files are read and written by the callers.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, cast

from simulator.errors import ImportRefused
from simulator.store.backend import Connection
from simulator.store.canonical import canonical, chain, digest
from simulator.store.model import (
    ROLES,
    Fact,
    Person,
    Role,
    SessionHeader,
    SessionState,
    UnfitHeader,
)
from simulator.store.part import Part
from simulator.store.rows import (
    SessionRow,
    append_event,
    append_scorecard,
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
_SEALED = (
    *("schema_version", "id", "header", "state", "ending", "ended_at", "head"),
    *("scorecards", "draft"),
)


def export_session(connection: Connection, session_id: str) -> dict[str, Any]:
    """Everything stored about a session; raises UnknownSession or StoreDamaged."""
    row = read_session(connection, session_id)
    row.parsed_header()  # verified
    draft = connection.execute(
        "SELECT saved_at, body FROM draft WHERE session_id = ?", (session_id,)
    ).fetchone()
    return sealed(
        {
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
    )


def sealed(exported: Mapping[str, Any]) -> dict[str, Any]:
    """An exported session with the seal that fits it."""
    return {**exported, "seal": _seal(exported)}


def _seal(exported: Mapping[str, Any]) -> str:
    # The events need not be hashed again: the head stands on them.
    rest = {name: exported[name] for name in _SEALED}
    return digest(canonical(rest))


@dataclass(frozen=True)
class Parcel:
    """An exported session that was found sound: what will be stored."""

    row: SessionRow
    events: Sequence[tuple[str, str]]
    scorecards: Sequence[tuple[str, tuple[str, str | None, str]]]
    draft: tuple[str, str] | None


def unpack(exported: Mapping[str, Any]) -> Parcel:
    """Verifies an exported session; raises ImportRefused and tells what does not fit."""
    whole = Part(exported)
    _require_known(whole)
    parcel = _parcel(whole)
    if "seal" in exported and exported["seal"] != _seal(exported):
        raise ImportRefused("import.unsealed", session=parcel.row.id)
    return parcel


def _require_known(whole: Part) -> None:
    """Raises ImportRefused for a format that this version does not know."""
    version = whole["schema_version"]
    if not isinstance(version.value, int) or isinstance(version.value, bool) or version.value < 1:
        raise version.misfit()
    if version.value > EXPORT_VERSION:
        raise ImportRefused("import.newer", found=version.value, known=EXPORT_VERSION)


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
    # Begun and only then ended, as when it was played: nothing is added to a session that is over.
    filled = new_row(row.id, SessionHeader.from_json(json.loads(row.header)), row.header)
    insert_session(connection, filled)
    for saved_at, body in parcel.events:
        filled = append_event(connection, filled, saved_at, body)
    update_session(connection, filled)
    filled = replace(filled, state=row.state, ending=row.ending, ended_at=row.ended_at)
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
    whole = Part(exported)
    _require_known(whole)
    fact = whole["fact"]
    _require_fields(fact, Fact)
    person, subject = fact["person"].maybe(), fact["subject"].maybe()
    fact["body"].object()
    fact["body"].stored()
    if not _FACT_ID.fullmatch(fact["id"].text()):
        raise fact["id"].misfit()
    return Fact(
        id=fact["id"].text(),
        kind=fact["kind"].text(),
        author=fact["author"].text(),
        person=person.text() if person else None,
        subject=subject.text() if subject else None,
        at=fact["at"].moment(),
        body=fact["body"].object(),
    )


def unpack_person(exported: Mapping[str, Any]) -> Person:
    """The person of `export_person`; raises ImportRefused."""
    whole = Part(exported)
    _require_known(whole)
    person = whole["person"]
    _require_fields(person, Person)
    role, active = person["role"], person["active"]
    if role.value not in ROLES:
        raise role.misfit()
    if not isinstance(active.value, bool):
        raise active.misfit()
    login, name = person["login"].text(), person["name"].text()
    return Person(login, name, cast(Role, role.value), active.value)


def _require_fields(part: Part, kind: type[Fact | Person]) -> None:
    """Raises ImportRefused for an object with another field than *kind* has."""
    known = {field.name for field in fields(kind)}
    for name in part.object():
        if name not in known:
            raise part[name].misfit()


def _parcel(whole: Part) -> Parcel:
    session_id = whole["id"].text()
    if not _ID.fullmatch(session_id):
        raise whole["id"].misfit()
    row = new_row(session_id, _header(whole["header"]), whole["header"].stored())
    events: list[tuple[str, str]] = []
    head = row.head
    for seq, entry in enumerate(whole["events"].items()):
        entry["event"]["kind"].text()
        saved_at, body = entry["saved_at"].moment(), entry["event"].stored()
        head = chain(head, saved_at, body)
        if entry["seq"].value != seq or entry["hash"].value != head:
            raise ImportRefused("import.altered", session=session_id, turn=seq + 1)
        events.append((saved_at, body))
    if whole["head"].value != head:  # events are missing at the end
        raise ImportRefused("import.altered", session=session_id, turn=len(events) + 1)
    scorecards = [
        _scorecard(card, number) for number, card in enumerate(whole["scorecards"].items(), start=1)
    ]
    draft = whole["draft"].maybe()
    return Parcel(
        row=replace(
            row,
            event_count=len(events),
            scorecard_count=len(scorecards),
            head=head,
            **_state(whole),
        ),
        events=events,
        scorecards=scorecards,
        draft=(draft["saved_at"].moment(), draft["text"].text()) if draft else None,
    )


def _header(part: Part) -> SessionHeader:
    """Not to be written anew: an export may leave a field to its default."""
    try:
        return SessionHeader.from_json(part.object())
    except UnfitHeader as error:
        raise Part(None, f"{part.at}.{error.field}").misfit() from error


def _state(whole: Part) -> dict[str, Any]:
    """A session that has ended has an ending and a time of it, and no other has."""
    state, ending, ended_at = whole["state"], whole["ending"].maybe(), whole["ended_at"].maybe()
    if state.value not in _STATES:
        raise state.misfit()
    for name, part in (("ending", ending), ("ended_at", ended_at)):
        if (part is not None) != (state.value == "ended"):
            raise whole[name].misfit()
    return {
        "state": cast(SessionState, state.value),
        "ending": ending.text() if ending else None,
        "ended_at": ended_at.moment() if ended_at else None,
    }


def _scorecard(card: Part, number: int) -> tuple[str, tuple[str, str | None, str]]:
    figures = card["digest"].maybe()
    if card["number"].value != number:
        raise card["number"].misfit()
    for part in (card["versions"], card["card"], *((figures,) if figures else ())):
        part.object()
    for name in card["versions"].object():
        card["versions"][name].text()
    return card["made_at"].moment(), (
        card["versions"].stored(),
        figures.stored() if figures else None,
        card["card"].stored(),
    )
