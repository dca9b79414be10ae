"""Handing a session over as JSON and reading it back in."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from simulator.errors import ImportRefused
from simulator.store import SessionHeader, SessionStore
from simulator.store.transfer import sealed


@pytest.fixture
def store(any_store: SessionStore) -> SessionStore:
    """All of this holds on both databases."""
    return any_store


@pytest.fixture
def exported(
    store: SessionStore, make_header: Callable[..., SessionHeader], now: datetime
) -> dict[str, Any]:
    session = store.start(make_header())
    for seq in range(3):
        store.append(session, seq, {"kind": "reply", "text": f"返信 {seq}"}, now)
    store.finish(session, "calm", '{"total":80}', {"rubric": "2"}, now, digest={"total": 80})
    store.add_scorecard(session, '{"total":82}', {"rubric": "3"}, now)
    moved: dict[str, Any] = json.loads(json.dumps(store.export_session(session)))
    return moved


# An export whose header has no intensity. The hashes stand on the header as it is here.
WITHOUT_INTENSITY = """
{
 "schema_version": 1,
 "id": "20261103-040506123-fixture0",
 "header": {
  "engine_version": "1",
  "handbook_version": "2026-04",
  "language": "ja",
  "mode": "practice",
  "parent_session": null,
  "parent_turn": null,
  "rubric_version": "2",
  "rules_version": "7",
  "scenario_hash": "abababababababab",
  "scenario_id": "late-parcel",
  "scenario_version": "3",
  "seed": 42,
  "started_at": "2026-11-03T04:05:06.123456+00:00",
  "trainee": "佐藤",
  "unicode_version": "14.0.0",
  "utc_offset_minutes": 540
 },
 "state": "ended",
 "ending": "calm",
 "ended_at": "2026-11-03T04:05:06.123456+00:00",
 "head": "1d8166e0ff76a4fbb415f1454d033a6c82f304f8232a08c62240eba2a1b10a2b",
 "events": [
  {
   "seq": 0,
   "saved_at": "2026-11-03T04:05:06.123456+00:00",
   "hash": "1f726670b71faa76f64bb672742abdc2063192d407235c939405f6127b61c569",
   "event": {
    "kind": "reply",
    "text": "お電話ありがとうございます。"
   }
  },
  {
   "seq": 1,
   "saved_at": "2026-11-03T04:05:06.123456+00:00",
   "hash": "1d8166e0ff76a4fbb415f1454d033a6c82f304f8232a08c62240eba2a1b10a2b",
   "event": {
    "kind": "reply",
    "text": "少々お待ちください。"
   }
  }
 ],
 "scorecards": [
  {
   "number": 1,
   "made_at": "2026-11-03T04:05:06.123456+00:00",
   "versions": {
    "rubric": "2"
   },
   "digest": null,
   "card": {
    "total": 80
   }
  }
 ],
 "draft": null
}
"""


@pytest.fixture
def elsewhere(tmp_path: Path, now: datetime) -> Iterator[SessionStore]:
    with SessionStore.open(tmp_path / "elsewhere" / "s.db", now) as opened:
        yield opened


def test_a_session_moves_whole(
    store: SessionStore, elsewhere: SessionStore, exported: dict[str, Any]
) -> None:
    """An exported session loads elsewhere exactly as here, and importing twice is no error."""
    assert exported["schema_version"] == 1
    for _ in range(2):
        assert elsewhere.import_session(exported) == exported["id"]
    assert elsewhere.load(exported["id"]) == store.load(exported["id"])
    assert elsewhere.export_session(exported["id"]) == exported
    assert elsewhere.check(full=True).sound


def test_an_export_without_intensity_is_taken(elsewhere: SessionStore) -> None:
    """A session whose header does not tell the intensity is normal, and can be handed on."""
    exported = json.loads(WITHOUT_INTENSITY)
    session = elsewhere.import_session(exported)
    loaded = elsewhere.load(session)
    assert loaded.header.intensity == "normal"
    assert [len(loaded.events), len(loaded.scorecards)] == [2, 1]
    assert elsewhere.export_session(session) == sealed(exported)
    assert elsewhere.check(full=True).sound


@pytest.mark.parametrize("count", [0, 1, 2])
def test_further_scorecards_can_be_added_elsewhere(
    elsewhere: SessionStore, exported: dict[str, Any], now: datetime, count: int
) -> None:
    """An imported session knows how many scorecards it brought; the next one follows them."""
    exported["scorecards"] = exported["scorecards"][:count]
    session = elsewhere.import_session(sealed(exported))
    assert next(iter(elsewhere.history())).scorecard_count == count
    assert elsewhere.add_scorecard(session, '{"total":90}', {}, now) == count + 1
    numbers = [card.number for card in elsewhere.load(session).scorecards]
    assert numbers == list(range(1, count + 2))
    assert elsewhere.check(full=True).sound


def test_an_open_session_moves_with_its_draft(
    store: SessionStore,
    elsewhere: SessionStore,
    make_header: Callable[..., SessionHeader],
    now: datetime,
) -> None:
    """A session in mid-call can be resumed elsewhere, half-typed reply included."""
    session = store.start(make_header())
    store.append(session, 0, {"kind": "reply", "text": "a"}, now)
    store.save_draft(session, "途中", now)
    elsewhere.import_session(store.export_session(session))
    assert elsewhere.draft(session) == "途中"
    elsewhere.append(session, 1, {"kind": "reply", "text": "b"}, now)
    assert len(elsewhere.load(session).events) == 2


def test_an_altered_reply_is_refused(elsewhere: SessionStore, exported: dict[str, Any]) -> None:
    """One changed letter, a swapped, lost or added event, or another header is noticed."""
    changes: list[Callable[[dict[str, Any]], object]] = [
        lambda e: e["events"][1]["event"].update(text="返信！"),
        lambda e: e["events"].reverse(),
        lambda e: e["events"].pop(0),
        lambda e: e["events"].pop(),
        lambda e: e["events"].clear(),
        lambda e: e["events"].append(e["events"][0]),
        lambda e: e["header"].update(seed=43),
        lambda e: e["header"].update(intensity="hard"),
        lambda e: e["header"].pop("intensity"),
        lambda e: e.update(id="20261103-040506123-other"),
    ]
    for change in changes:
        changed = copy.deepcopy(exported)
        change(changed)
        with pytest.raises(ImportRefused) as caught:
            elsewhere.import_session(changed)
        assert caught.value.exit_code == 2
    assert list(elsewhere.history()) == []


def test_a_result_that_was_altered_is_refused(
    elsewhere: SessionStore, exported: dict[str, Any]
) -> None:
    """The seal covers what the hashes of the events do not: the end, the scorecards, the draft."""
    changes: list[Callable[[dict[str, Any]], object]] = [
        lambda e: e.update(ending="angry"),
        lambda e: e.update(ended_at="2026-11-03T04:05:07.123456+00:00"),
        lambda e: e.update(state="abandoned", ending=None, ended_at=None),
        lambda e: e["scorecards"][0]["card"].update(total=99),
        lambda e: e["scorecards"][1].update(digest={"total": 99}),
        lambda e: e["scorecards"].pop(),
        lambda e: e.update(draft={"saved_at": e["ended_at"], "text": "x"}),
    ]
    for change in changes:
        changed = copy.deepcopy(exported)
        change(changed)
        with pytest.raises(ImportRefused) as caught:
            elsewhere.import_session(changed)
        assert caught.value.code == "import.unsealed"
    assert list(elsewhere.history()) == []


def test_what_does_not_fit_is_named_by_its_place(
    elsewhere: SessionStore, exported: dict[str, Any]
) -> None:
    """What no reader of the store could use is not taken in."""
    card = exported["scorecards"][0]
    wrong: list[tuple[str, dict[str, Any]]] = [
        ("scorecards[0].digest", {"scorecards": [{**card, "digest": 3}]}),
        ("scorecards[0].digest", {"scorecards": [{**card, "digest": "x"}]}),
        ("scorecards[0].card", {"scorecards": [{**card, "card": None}]}),
        ("scorecards[0].versions.rubric", {"scorecards": [{**card, "versions": {"rubric": 2}}]}),
        ("scorecards[1].number", {"scorecards": [card, card]}),
        ("ending", {"ending": None}),
        ("ended_at", {"ended_at": None}),
        ("ending", {"state": "open", "ended_at": None}),
        ("header.seed", {"header": {**exported["header"], "seed": "1"}}),
        ("header.started_at", {"header": {**exported["header"], "started_at": "today"}}),
        ("header.more", {"header": {**exported["header"], "more": 1}}),
        ("events[0].event.kind", {"events": [{**exported["events"][0], "event": {}}]}),
        ("draft.text", {"draft": {"saved_at": exported["ended_at"]}}),
    ]
    for at, change in wrong:
        with pytest.raises(ImportRefused) as caught:
            elsewhere.import_session(sealed({**exported, **change}))
        assert (caught.value.code, caught.value.details["at"]) == ("import.shape", at)
    assert list(elsewhere.history()) == []


def test_another_session_of_the_same_id_is_kept(
    elsewhere: SessionStore,
    store: SessionStore,
    make_header: Callable[..., SessionHeader],
    now: datetime,
) -> None:
    """Importing never overwrites a session that went on differently."""
    session = store.start(make_header())
    before = store.export_session(session)
    elsewhere.import_session(before)
    store.append(session, 0, {"kind": "reply", "text": "a"}, now)
    with pytest.raises(ImportRefused):
        store.import_session(before)
    assert len(store.load(session).events) == 1


def test_a_newer_export_is_refused(elsewhere: SessionStore, exported: dict[str, Any]) -> None:
    """An export of a later format asks for an update."""
    with pytest.raises(ImportRefused) as caught:
        elsewhere.import_session({**exported, "schema_version": 2})
    assert caught.value.code == "import.newer"


def _paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [path] if path else []
    if isinstance(value, dict):
        for key, inner in value.items():
            found += _paths(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            found += _paths(inner, (*path, index))
    return found


@pytest.mark.parametrize(
    "wrong", [None, 7, True, "x", "\ud800", [], [[]], {}, {"a": "\0"}, float("nan"), 10**30]
)
def test_malformed_exports_never_crash(
    elsewhere: SessionStore, exported: dict[str, Any], wrong: Any
) -> None:
    """Any value of a wrong kind at any place is refused in words, or stored soundly."""
    del exported["seal"]  # or it would be all that is looked at
    for path in _paths(exported):
        changed = copy.deepcopy(exported)
        place = changed
        for key in path[:-1]:
            place = place[key]
        place[path[-1]] = wrong
        try:
            elsewhere.import_session(changed)
        except ImportRefused as error:
            assert error.text("ja").message
    for missing in exported:
        with pytest.raises(ImportRefused):
            elsewhere.import_session({k: v for k, v in exported.items() if k != missing})
    others: list[Any] = [None, [], "x", 3]
    for other in others:
        with pytest.raises(ImportRefused):
            elsewhere.import_session(other)
    assert elsewhere.check(full=True).sound
