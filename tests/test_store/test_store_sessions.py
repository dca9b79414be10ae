"""What a trainee relies on: replies, drafts, endings, scorecards and lists of sessions."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import fields
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.errors import (
    AmbiguousSession,
    NotSaved,
    SequenceClash,
    StoreError,
    UnknownSession,
)
from simulator.store import (
    JSON,
    SessionHeader,
    SessionStore,
    canonical,
    utc_offset_minutes,
    utc_text,
)

MakeHeader = Callable[..., SessionHeader]
REPLY: dict[str, JSON] = {"kind": "reply", "text": "お待たせして申し訳ございません。"}
WAIT: dict[str, JSON] = {"kind": "wait", "seconds": 5}


@pytest.fixture
def store(any_store: SessionStore) -> SessionStore:
    """All of this holds on both databases."""
    return any_store


def test_what_was_stored_comes_back(
    store: SessionStore, make_header: MakeHeader, now: datetime
) -> None:
    """A session loads with the very header and events that were stored."""
    header = make_header(parent_session="20261101-000000000-aaaaaaaa", parent_turn=2)
    session = store.start(header)
    events: list[dict[str, Any]] = [
        REPLY,
        WAIT,
        {"kind": "action", "action": "refund", "args": {"amount": "1,200"}},
        {"kind": "note", "fields": {"who": "👩‍💻", "when": "明日"}},
    ]
    for seq, event in enumerate(events):
        store.append(session, seq, event, now + timedelta(seconds=seq))
    loaded = store.load(session)
    assert loaded.header == header
    assert list(loaded.events) == events
    assert loaded.saved_at[1] == utc_text(now + timedelta(seconds=1))
    assert (loaded.state, loaded.ended, loaded.ending, loaded.scorecards) == (
        "open",
        False,
        None,
        (),
    )


@pytest.mark.parametrize("intensity", ["mild", "normal", "hard"])
def test_the_intensity_is_kept(
    store: SessionStore, make_header: MakeHeader, intensity: str
) -> None:
    """How hard the customer is comes back in the session and in lists."""
    session = store.start(make_header(intensity=intensity))
    assert store.load(session).header.intensity == intensity
    assert [summary.header.intensity for summary in store.history()] == [intensity]


def test_a_header_has_normal_intensity_unless_told(make_header: MakeHeader) -> None:
    """A header without intensity counts as normal; one of a wrong kind is refused."""
    values = dict(make_header(intensity="hard").to_json())
    assert SessionHeader.from_json(values).intensity == "hard"
    wrong: list[JSON] = [None, 1, True, ["hard"]]
    for value in wrong:
        with pytest.raises(ValueError, match="intensity"):
            SessionHeader.from_json({**values, "intensity": value})
    del values["intensity"]
    assert SessionHeader.from_json(values) == make_header(intensity="normal")


def test_stored_sessions_outlive_the_process(
    store_file: Path, make_header: MakeHeader, now: datetime
) -> None:
    """What one opening stored, the next one finds."""
    with SessionStore.open(store_file, now) as store:
        session = store.start(make_header())
        store.append(session, 0, REPLY, now)
    with SessionStore.open(store_file, now) as store:
        assert store.load(session).events == (REPLY,)


_TEXT = st.text(
    alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=60
)
_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63)
    | st.floats(allow_nan=False, allow_infinity=False)
    | _TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_TEXT, inner, max_size=3),
    max_leaves=8,
)
_EVENTS = st.dictionaries(_TEXT, _VALUES, max_size=4).map(lambda rest: {**rest, "kind": "reply"})


@settings(max_examples=60, deadline=None)
@given(events=st.lists(_EVENTS, max_size=4))
def test_any_clean_event_survives(events: list[dict[str, Any]]) -> None:
    """Whatever clean text and values an event holds, loading gives back the same."""
    moment = datetime(2026, 11, 3, tzinfo=UTC)
    versions = {field.name: "x" for field in fields(SessionHeader)[:8]}
    times = {"started_at": utc_text(moment), "utc_offset_minutes": 0}
    header = SessionHeader.from_json(
        {**versions, **times, "seed": 1, "language": "ja", "mode": "test", "trainee": "佐藤"}
    )
    with (
        tempfile.TemporaryDirectory() as directory,
        SessionStore.open(Path(directory) / "d" / "s.db", moment) as store,
    ):
        session = store.start(header)
        for seq, event in enumerate(events):
            store.append(session, seq, event, moment)
        assert [canonical(event) for event in store.load(session).events] == [
            canonical(event) for event in events
        ]
        copy = SessionStore.open(Path(directory) / "e" / "s.db", moment)
        copy.import_session(store.export_session(session))
        assert copy.load(session) == store.load(session)
        copy.close()


def test_repeating_an_append_changes_nothing(
    store: SessionStore, make_header: MakeHeader, now: datetime
) -> None:
    """The identical event at the same number may be sent again, at any time and even later on."""
    session = store.start(make_header())
    store.append(session, 0, REPLY, now)
    store.append(session, 0, dict(reversed(REPLY.items())), now + timedelta(hours=1))
    store.append(session, 1, WAIT, now)
    store.append(session, 0, REPLY, now)
    store.finish(session, "calm", None, {}, now)
    store.append(session, 1, WAIT, now)
    assert store.load(session).events == (REPLY, WAIT)


@pytest.mark.parametrize("seq", [-1, 0, 2, 10**30])
def test_another_event_is_never_taken(
    store: SessionStore, make_header: MakeHeader, now: datetime, seq: int
) -> None:
    """Another event at a taken number, or one that leaves a gap, is refused and changes nothing."""
    session = store.start(make_header())
    store.append(session, 0, REPLY, now)
    with pytest.raises(SequenceClash) as caught:
        store.append(session, seq, WAIT, now)
    assert session in caught.value.text("ja").message
    assert store.load(session).events == (REPLY,)


@pytest.mark.parametrize(
    "event",
    [
        {"text": "no kind"},
        {"kind": 1},
        {"kind": "reply", "text": "a\0b"},
        {"kind": "reply", "text": "\ud83d"},
        {"kind": "reply", "a\0": ""},
        {"kind": "reply", "x": float("nan")},
        {"kind": "reply", "x": 10**400},
        {"kind": "reply", "x": {1: "key"}},
        {"kind": "reply", "x": {"a", "b"}},
    ],
)
def test_unclean_events_are_refused(
    store: SessionStore, make_header: MakeHeader, now: datetime, event: Any
) -> None:
    """An event that would not come back as it went in is refused and the session goes on."""
    session = store.start(make_header())
    with pytest.raises(NotSaved):
        store.append(session, 0, event, now)
    store.append(session, 0, REPLY, now)
    assert store.load(session).events == (REPLY,)


def test_a_moment_needs_a_zone(store: SessionStore, make_header: MakeHeader) -> None:
    """A moment without zone is a programming mistake, and UTC text sorts as time does."""
    session = store.start(make_header())
    with pytest.raises(ValueError, match="zone"):
        store.append(session, 0, REPLY, datetime(2026, 1, 1))
    tokyo = timezone(timedelta(hours=9))
    assert utc_text(datetime(2026, 1, 1, tzinfo=tokyo)) == "2025-12-31T15:00:00.000000+00:00"
    assert utc_offset_minutes(datetime(2026, 1, 1, tzinfo=tokyo)) == 540


@pytest.mark.parametrize(
    "changes",
    [
        {"started_at": "yesterday"},
        {"parent_turn": 3},
        {"parent_session": "20261101-000000000-aaaaaaaa"},
        {"parent_session": "20261101-000000000-aaaaaaaa", "parent_turn": 0},
    ],
)
def test_headers_that_do_not_fit_are_refused(
    store: SessionStore, make_header: MakeHeader, changes: dict[str, Any]
) -> None:
    """A header without a real start, with half a parent or a reply number 0 is not stored."""
    with pytest.raises(NotSaved):
        store.start(make_header(**changes))
    assert list(store.history()) == []


def test_the_draft_lives_until_its_reply_is_stored(
    store: SessionStore, make_header: MakeHeader, now: datetime
) -> None:
    """A draft can be replaced and read back, and goes with the reply it became."""
    session = store.start(make_header())
    assert store.draft(session) is None
    assert store.save_draft(session, "申し訳", now)
    assert store.save_draft(session, "申し訳ござい", now)
    assert store.draft(session) == "申し訳ござい"
    assert next(iter(store.history())).has_draft
    assert store.load(session).events == ()
    store.append(session, 0, REPLY, now)
    assert store.draft(session) is None
    store.save_draft(session, "x", now)
    assert not store.save_draft(session, "", now)
    assert store.draft(session) is None


def test_a_late_draft_does_not_come_back(
    store: SessionStore, make_header: MakeHeader, now: datetime
) -> None:
    """A draft that arrives after its reply was stored, or after the end, is dropped."""
    session = store.start(make_header())
    store.append(session, 0, REPLY, now)
    assert not store.save_draft(session, "late", now, seq=0)
    assert store.draft(session) is None
    assert store.save_draft(session, "next", now, seq=1)
    store.finish(session, "calm", None, {}, now)
    assert not store.save_draft(session, "late", now)
    assert store.draft(session) is None


def test_finishing_closes_a_session(
    store: SessionStore, make_header: MakeHeader, now: datetime
) -> None:
    """A finished session has an ending and a scorecard, and takes nothing more."""
    session = store.start(make_header())
    store.append(session, 0, REPLY, now)
    card = '{"total": 81, "findings": ["お詫び"]}'
    store.finish(session, "calm", card, {"rubric": "2"}, now, digest={"total": 81})
    store.finish(session, "calm", card, {"rubric": "2"}, now, digest={"total": 81})
    loaded = store.load(session)
    assert (loaded.ended, loaded.ending, loaded.ended_at) == (True, "calm", utc_text(now))
    assert [(c.number, c.card, c.versions) for c in loaded.scorecards] == [
        (1, '{"findings":["お詫び"],"total":81}', {"rubric": "2"})
    ]
    with pytest.raises(NotSaved):
        store.append(session, 1, WAIT, now)
    with pytest.raises(NotSaved):
        store.finish(session, "left", None, {}, now)
    with pytest.raises(NotSaved):
        store.abandon(session)


def test_rescoring_adds_and_never_replaces(
    store: SessionStore, make_header: MakeHeader, now: datetime
) -> None:
    """A further scorecard stands beside the first; lists show the latest figures."""
    session = store.start(make_header())
    store.finish(session, "calm", '{"total":70}', {"rubric": "2"}, now, digest={"total": 70})
    later = now + timedelta(days=9)
    number = store.add_scorecard(
        session, '{"total":75}', {"rubric": "3"}, later, digest={"total": 75}
    )
    cards = store.scorecards(session)
    assert number == 2
    assert [(c.card, c.versions["rubric"]) for c in cards] == [
        ('{"total":70}', "2"),
        ('{"total":75}', "3"),
    ]
    summary = next(iter(store.history()))
    assert (summary.scorecard_count, summary.digest) == (2, {"total": 75})
    with pytest.raises(NotSaved):
        store.add_scorecard(session, '{"total":NaN}', {}, now)
    with pytest.raises(NotSaved):
        store.add_scorecard(session, "{", {}, now)


@pytest.mark.parametrize("moment", ["INSERT ON scorecard", "UPDATE ON session"])
def test_a_scorecard_is_stored_whole_or_not_at_all(
    store: SessionStore, make_header: MakeHeader, now: datetime, moment: str
) -> None:
    """A scorecard and the number of scorecards go together, whichever of the two fails."""
    session = store.start(make_header())
    scored = store.start(make_header(minutes=1))
    store.finish(scored, "calm", '{"total":70}', {}, now)
    before = store.load(session), store.load(scored)
    table = moment.rsplit(maxsplit=1)[-1]
    with store.database.transaction() as raw:
        if store.database.watches_file:
            raw.execute(f"CREATE TRIGGER fail AFTER {moment} BEGIN SELECT RAISE(ABORT, 'x'); END")
        else:
            raw.execute(
                "CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS"
                " $$ BEGIN RAISE check_violation; END $$"
            )
            raw.execute(f"CREATE TRIGGER fail AFTER {moment} EXECUTE FUNCTION fail()")
    with pytest.raises(StoreError):
        store.finish(session, "calm", '{"total":70}', {}, now)
    with pytest.raises(StoreError):
        store.add_scorecard(scored, '{"total":75}', {}, now)
    assert (store.load(session), store.load(scored)) == before
    with store.database.transaction() as raw:
        on = "" if store.database.watches_file else f" ON {table}"
        raw.execute(f"DROP TRIGGER fail{on}")
    store.finish(session, "calm", '{"total":70}', {}, now)
    assert store.add_scorecard(scored, '{"total":75}', {}, now) == 2
    assert [len(store.load(s).scorecards) for s in (session, scored)] == [1, 2]
    assert store.check(full=True).sound


def test_lists_are_newest_first(
    store: SessionStore, make_header: MakeHeader, now: datetime
) -> None:
    """History gives everything newest first; unfinished only open sessions of that trainee."""
    sessions = [store.start(make_header(minutes=n)) for n in range(5)]
    other = store.start(make_header(minutes=9, trainee="鈴木"))
    store.finish(sessions[1], "calm", None, {}, now)
    store.abandon(sessions[3])
    store.abandon(sessions[3])
    assert [s.id for s in store.history()] == [other, *reversed(sessions)]
    assert [s.id for s in store.history("佐藤", 2)] == [sessions[4], sessions[3]]
    assert [s.id for s in store.unfinished("佐藤")] == [sessions[4], sessions[2], sessions[0]]
    assert [s.state for s in store.history("佐藤")] == [
        "open",
        "abandoned",
        "open",
        "ended",
        "open",
    ]
    assert list(store.history(limit=0)) == []


def test_long_lists_come_in_portions(store: SessionStore, make_header: MakeHeader) -> None:
    """More sessions than one portion, some begun at the same instant, are listed once each."""
    sessions = {store.start(make_header(minutes=n // 3)) for n in range(450)}
    listed = [s.id for s in store.history()]
    assert len(listed) == 450
    assert set(listed) == sessions
    assert [s.header.started_at for s in store.history()] == sorted(
        (s.header.started_at for s in store.history()), reverse=True
    )


def test_reading_a_list_slowly_blocks_nobody(
    store: SessionStore, make_header: MakeHeader, now: datetime
) -> None:
    """While somebody holds a half-read list, another program can store."""
    session = store.start(make_header())
    store.start(make_header(minutes=1))
    reading = store.history()
    next(reading)
    with store.another() as other:
        other.append(session, 0, REPLY, now)
    assert next(reading).id == session


def test_prefixes_name_a_session(store: SessionStore, make_header: MakeHeader) -> None:
    """A unique beginning of an id is enough; several or none are said so."""
    first = store.start(make_header(minutes=0))
    second = store.start(make_header(minutes=60))
    assert store.resolve(first) == first
    assert store.resolve(f" {second[:13].upper()} ") == second
    with pytest.raises(AmbiguousSession) as caught:
        store.resolve("2026")
    assert first in caught.value.text("en").message
    for prefix in ("", "  ", "zz", "２０２６", "%", "\x1b[2J", "\udc80"):
        with pytest.raises(UnknownSession) as missing:
            store.resolve(prefix)
        assert "\x1b" not in str(missing.value)


def test_ids_come_from_the_header_and_the_token(
    store_file: Path, make_header: MakeHeader, now: datetime
) -> None:
    """Ids sort by the start of the session, and a repeated token gives no clash."""
    with SessionStore.open(store_file, now, token=lambda: "same") as store:
        first = store.start(make_header())
        second = store.start(make_header())
        later = store.start(make_header(minutes=1))
    assert first == "20261103-040506123-same"
    assert second.startswith(first) and second != first
    assert max(first, second) < later


def test_unknown_sessions_are_said_so(store: SessionStore, now: datetime) -> None:
    """Every call on a session that does not exist says that there is no such session."""
    calls: list[Callable[[], object]] = [
        lambda: store.load("x"),
        lambda: store.append("x", 0, REPLY, now),
        lambda: store.save_draft("x", "t", now),
        lambda: store.draft("x"),
        lambda: store.finish("x", "calm", None, {}, now),
        lambda: store.abandon("x"),
        lambda: store.scorecards("x"),
        lambda: store.add_scorecard("x", "{}", {}, now),
        lambda: store.export_session("x"),
    ]
    for call in calls:
        with pytest.raises(UnknownSession):
            call()


def test_settings_are_remembered(store_file: Path, now: datetime) -> None:
    """A setting is there after reopening, can be changed, and forgotten."""
    with SessionStore.open(store_file, now) as store:
        assert store.setting("language") is None
        store.set_setting("language", "ja")
        store.set_setting("language", "en")
        store.set_setting("theme", "dark")
    with SessionStore.open(store_file, now) as store:
        assert store.setting("language") == "en"
        store.set_setting("language", None)
        assert store.setting("language") is None
        assert store.setting("theme") == "dark"
