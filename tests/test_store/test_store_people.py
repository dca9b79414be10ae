"""People, facts and roles: who sees what, on both databases, and how somebody is forgotten."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime, timedelta

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from postgres import Server, as_login

from simulator.errors import (
    NotAllowed,
    NotSaved,
    StoreDamaged,
    StoreUnreachable,
    UnknownSession,
    UsageError,
)
from simulator.machine import left_out
from simulator.store import Fact, Role, SessionHeader, SessionStore

MakeHeader = Callable[..., SessionHeader]
Join = Callable[[str, Role], SessionStore]
REPLY = {"kind": "reply", "text": "お待たせしました。"}


@pytest.fixture
def store(any_store: SessionStore) -> SessionStore:
    return any_store


@pytest.fixture
def join(store: SessionStore, now: datetime, request: pytest.FixtureRequest) -> Iterator[Join]:
    """Adds somebody and opens the store as they would."""
    with ExitStack() as stack:

        def add(login: str, role: Role) -> SessionStore:
            password = store.add_person(login, login.title(), role, now)
            if store.database.watches_file:
                assert password is None
                return stack.enter_context(store.seen_by(store.person(login)))
            assert password is not None
            url = as_login(request.getfixturevalue("postgres_url"), login, password)
            return stack.enter_context(SessionStore.connect(url, now))

        yield add


def _played(store: SessionStore, header: SessionHeader, now: datetime) -> str:
    session = store.start(header)
    store.append(session, 0, REPLY, now)
    store.finish(session, "calm", '{"total":70}', {"rubric": "1"}, now)
    return session


def test_facts_come_back_oldest_first(store: SessionStore, now: datetime) -> None:
    """Facts are found by kind, person and subject, and a clock set back does not change their order."""
    first = store.add_fact("drill", person=None, subject="d1", body={"title": "雨の日"}, now=now)
    early = now - timedelta(days=3)
    second = store.add_fact("drill-assigned", person="yui", subject="d1", body={}, now=early)
    third = store.add_fact("drill", person=None, subject="d2", body={}, now=early)
    assert store.facts() == [first, second, third]
    assert store.facts(["drill"]) == [first, third]
    assert store.facts(person="yui") == [second]
    assert store.facts(["drill"], subject="d2") == [third]
    assert store.facts([]) == []
    assert first.body == {"title": "雨の日"}


@pytest.mark.parametrize("body", [{"x": float("nan")}, {"x": "\0"}, {"x": "\ud800"}, {"x": 2**70}])
def test_an_unclean_fact_is_refused_whole(
    store: SessionStore, now: datetime, body: dict[str, object]
) -> None:
    """Of several facts with one that cannot be kept, none is kept."""
    entries = [("drill", None, "d", {}), ("drill", None, "e", body)]
    with pytest.raises(NotSaved):
        store.add_facts(entries, now)  # type: ignore[arg-type]
    assert store.facts() == []


def test_what_is_stored_later_counts_as_later(
    store: SessionStore, join: Join, now: datetime
) -> None:
    """Whatever the clocks of those who stored it say; the time that is told stays theirs."""
    one, two = join("mori", "lead"), join("abe", "lead")

    def rule(lead: SessionStore, score: int, moment: datetime) -> Fact:
        return lead.add_fact("override", person="yui", subject="s", body={"is": score}, now=moment)

    made = [rule(one, 80, now + timedelta(days=400))]
    made += [rule(two, score, now) for score in range(1002)]
    made.append(rule(one, 60, now - timedelta(days=400)))
    assert store.facts(subject="s") == made
    assert made[1].at < made[0].at
    other = join("kai", "lead").add_fact("comment", person="yui", subject="t", body={}, now=now)
    assert other.id[:10] == other.at[:10]


def test_a_changed_fact_is_noticed(store: SessionStore, now: datetime) -> None:
    """A fact that is not what was stored is damage, also for the check; it keeps no other back."""
    left_out.begin()
    facts = [
        store.add_fact("override", person="yui", subject="s", body={"is": is_}, now=now)
        for is_ in (90, 80, 70)
    ]
    with store.database.transaction() as raw:
        for fact in facts[:2]:
            raw.execute("UPDATE fact SET body = '{}' WHERE id = ?", (fact.id,))
    assert store.facts() == facts[2:]
    assert left_out.untold() == {"entries": [fact.id for fact in facts[:2]]}
    assert left_out.untold() == {}
    with pytest.raises(StoreDamaged):
        store.facts(complete=True)
    found = store.check(full=True).problems
    assert [(p.kind, p.where) for p in found] == [("entry", fact.id) for fact in facts[:2]]
    assert store.import_facts(facts) == 0


def test_forgetting_takes_what_is_damaged(
    store: SessionStore, make_header: MakeHeader, now: datetime
) -> None:
    """Nobody can tell what it says, so nothing of it is kept, and it keeps nothing back."""
    session = store.start(make_header(trainee="yui"))
    store.start(make_header(minutes=1, trainee="ken"))
    store.add_fact("override", person="yui", subject=session, body={"is": 90}, now=now)
    with store.database.transaction() as raw:
        raw.execute("UPDATE fact SET body = '{}'")
        raw.execute("UPDATE session SET ending = 'x' WHERE id = ?", (session,))
    assert store.forget("yui", now, keep=True).sessions == 1
    assert [s.header.trainee for s in store.history()] == ["ken"]
    assert [fact.kind for fact in store.facts()] == ["forgotten"]
    assert store.check(full=True).sound


def test_a_trainee_sees_only_their_own(
    store: SessionStore, join: Join, make_header: MakeHeader, now: datetime
) -> None:
    """What belongs to others does not exist for a trainee, by whatever way it is asked for."""
    yui, ken, lead = join("yui", "trainee"), join("ken", "trainee"), join("mori", "lead")
    mine = _played(yui, make_header(trainee="yui"), now)
    other = _played(ken, make_header(minutes=1, trainee="ken"), now)
    lead.add_fact("comment", person="yui", subject=mine, body={"text": "よし"}, now=now)
    lead.add_fact("comment", person="ken", subject=other, body={"text": "あと一歩"}, now=now)
    lead.add_fact("drill", person=None, subject="d1", body={}, now=now)
    assert [s.id for s in yui.history()] == [s.id for s in yui.history("yui")] == [mine]
    assert list(yui.history("ken")) == yui.unfinished("ken") == []
    for call in (yui.load, yui.draft, yui.scorecards, yui.export_session, yui.resolve):
        with pytest.raises(UnknownSession):
            call(other)
    with pytest.raises(UnknownSession):
        yui.append(other, 1, REPLY, now)
    with pytest.raises(UnknownSession):
        yui.add_scorecard(other, "{}", {}, now)
    assert {(f.kind, f.person) for f in yui.facts()} == {
        ("person-added", "yui"),
        ("comment", "yui"),
        ("drill", None),
    }
    assert [p.login for p in yui.people()] == ["yui"]
    assert {s.id for s in lead.history()} == {mine, other}
    assert lead.load(other).id == other


def test_a_trainee_changes_only_what_is_theirs(
    store: SessionStore, join: Join, make_header: MakeHeader, now: datetime
) -> None:
    """Facts of leads, sessions of others and people are out of a trainee's reach."""
    yui = join("yui", "trainee")
    join("ken", "trainee")
    with pytest.raises(NotAllowed):
        yui.start(make_header(trainee="ken"))
    for kind, person in [("override", "yui"), ("drill", None), ("second-look", "ken")]:
        with pytest.raises(NotAllowed):
            yui.add_fact(kind, person=person, subject="s", body={}, now=now)
    yui.add_fact("second-look", person="yui", subject="s", body={"text": "なぜ"}, now=now)
    for call in (
        lambda: yui.add_person("eve", "Eve", "lead", now),
        lambda: yui.change_person("yui", now, role="lead"),
        lambda: yui.shut_out("ken", now),
        lambda: yui.forget("ken", now),
        lambda: yui.expire(now, now),
    ):
        with pytest.raises(NotAllowed):
            call()
    author = join("sora", "author")
    author.add_fact("rules-adopted", person=None, subject=None, body={"rubric": "x"}, now=now)
    with pytest.raises(NotAllowed):
        author.add_fact("override", person="yui", subject="s", body={}, now=now)


def test_a_lead_adds_nothing_to_what_others_said(
    join: Join, make_header: MakeHeader, now: datetime
) -> None:
    """A lead reads and scores a trainee's session; its events are the trainee's alone."""
    yui, lead = join("yui", "trainee"), join("mori", "lead")
    session = yui.start(make_header(trainee="yui"))
    with pytest.raises(NotAllowed):
        lead.append(session, 0, REPLY, now)
    with pytest.raises(NotAllowed):
        lead.abandon(session)
    _ = yui.append(session, 0, REPLY, now)
    yui.finish(session, "calm", '{"total":1}', {}, now)
    assert lead.add_scorecard(session, '{"total":2}', {}, now) == 2


def test_what_is_private_stays_private(store: SessionStore, join: Join, now: datetime) -> None:
    """How somebody felt after a call is for nobody else, not even for a lead."""
    yui, lead = join("yui", "trainee"), join("mori", "lead")
    yui.add_fact("reflection", person="yui", subject="s", body={"how": 2}, now=now)
    assert lead.facts(["reflection"]) == []
    assert [f.body for f in yui.facts(["reflection"])] == [{"how": 2}]


def test_people_are_renamed_not_relabelled(store: SessionStore, join: Join, now: datetime) -> None:
    """A new name leaves the login, so everything stored still fits; roles count at once."""
    yui = join("yui", "trainee")
    assert store.change_person("yui", now, name="結衣").login == "yui"
    assert yui.person("yui").name == "結衣"
    store.change_person("yui", now, role="lead")
    assert [f.kind for f in store.facts(person="yui")] == [
        "person-added",
        "person-renamed",
        "role-changed",
    ]
    with pytest.raises(UsageError):
        store.add_person("yui", "Another", "trainee", now)
    with pytest.raises(UsageError):
        store.change_person("nobody", now, name="x")


@pytest.mark.parametrize("login", ["", "Yui", "1a", "a b", "a'b", 'a"b', "結衣", "a" * 33, "a;--"])
def test_a_login_is_plain(store: SessionStore, now: datetime, login: str) -> None:
    """A login becomes an account and a part of file names: nothing odd may be in it."""
    with pytest.raises(UsageError):
        store.add_person(login, "x", "trainee", now)
    assert store.people() == []


@pytest.mark.parametrize("keep", [False, True])
def test_forgetting_takes_everything_with_it(
    store: SessionStore, join: Join, make_header: MakeHeader, now: datetime, keep: bool
) -> None:
    """Nothing of the login is left anywhere; with a pseudonym the sessions stay whole and sound."""
    yui, ken = join("yui", "trainee"), join("ken", "trainee")
    session = _played(yui, make_header(trainee="yui"), now)
    other = _played(ken, make_header(minutes=1, trainee="ken"), now)
    yui.add_fact("reflection", person="yui", subject=session, body={"how": 1}, now=now)
    yui.add_fact("second-look", person="yui", subject=session, body={"text": "?"}, now=now)
    store.add_fact("override", person="yui", subject=session, body={"is": 3}, now=now)
    store.add_fact("exported", person="yui", subject="/tmp/out.jsonl", body={}, now=now)
    done = store.forget("yui", now, keep=keep)
    assert (done.sessions, done.exports) == (1, ("/tmp/out.jsonl",))
    facts = store.facts()
    assert "yui" not in repr(facts)
    assert {"override", "forgotten", "exported"} <= {f.kind for f in facts}
    assert [p.login for p in store.people()] == ["ken"]
    left = [s.id for s in store.history()]
    assert left == ([other, session] if keep else [other])
    if keep:
        kept = store.load(session)
        assert kept.header.trainee == done.pseudonym
        assert [e["kind"] for e in kept.events] == ["reply"]
        assert "second-look" in {f.kind for f in facts}
    with store.database.snapshot() as raw:
        found = raw.execute("SELECT id FROM fact WHERE kind = 'reflection'").fetchall()
    assert not found
    assert store.check(full=True).sound
    with pytest.raises(UsageError):
        store.forget("yui", now)


def test_old_sessions_expire(store: SessionStore, make_header: MakeHeader, now: datetime) -> None:
    """What is older than it may be goes, with what was said about it; the log says that it went."""
    old = _played(store, make_header(), now)
    new = _played(store, make_header(minutes=90), now)
    store.add_fact("comment", person="佐藤", subject=old, body={}, now=now)
    assert store.expire(now + timedelta(minutes=60), now) == 1
    assert [s.id for s in store.history()] == [new]
    assert [f.kind for f in store.facts()] == ["sessions-expired"]
    assert store.expire(now + timedelta(minutes=60), now) == 0


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_no_way_leads_to_others(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Whoever asks, however: rows of others never come, but for leads."""
    now = datetime.fromisoformat("2026-11-03T04:05:06+00:00")
    path = tmp_path_factory.mktemp("roles") / "store.db"
    people = ["ann", "ben", "cho"]
    with SessionStore.open(path, now) as owner:
        for login in people:
            owner.add_person(login, login, "trainee", now)
        header = SessionHeader(
            *("s", "1", "h", "1", "1", "1", "1", "14"), 1, "ja", "test", "ann", str(now), 0
        )
        ids = {}
        for n, login in enumerate(data.draw(st.lists(st.sampled_from(people), max_size=6))):
            mine = replace(header, trainee=login, started_at=str(now + timedelta(minutes=n)))
            ids[_played(owner, mine, now)] = login
            owner.add_fact("comment", person=login, subject=None, body={"n": n}, now=now)
        who = data.draw(st.sampled_from(people))
        with owner.seen_by(owner.person(who)) as seen:
            asked = data.draw(st.sampled_from([None, *people]))
            assert {s.header.trainee for s in seen.history(asked)} <= {who}
            assert {f.person for f in seen.facts(person=asked)} <= {who, None}
            for session, login in ids.items():
                if login != who:
                    with pytest.raises(UnknownSession):
                        seen.load(session)


def test_the_server_itself_keeps_people_apart(
    postgres_url: str, make_header: MakeHeader, now: datetime
) -> None:
    """With any other program, too, a trainee's account gives only their own rows, and no rights."""
    with SessionStore.connect(postgres_url, now) as owner:
        owner.viewer = None
        password = owner.add_person("yui", "Yui", "trainee", now)
        owner.add_person("ken", "Ken", "trainee", now)
        _played(owner, make_header(trainee="ken"), now)
        _played(owner, make_header(minutes=1, trainee="yui"), now)
        owner.add_fact("comment", person="ken", subject="s", body={}, now=now)
    assert password is not None
    raw = psycopg.connect(as_login(postgres_url, "yui", password), autocommit=True)
    with raw:
        for table, mine in [("session", 1), ("event", 1), ("scorecard", 1), ("person", 1)]:
            row = raw.execute(f"SELECT count(*) FROM supportdojo.{table}".encode()).fetchone()
            assert row == (mine,), table
        assert raw.execute(b"DELETE FROM supportdojo.session").rowcount == 0
        assert raw.execute(b"DELETE FROM supportdojo.event").rowcount == 0
        assert raw.execute(b"UPDATE supportdojo.person SET role = 'lead'").rowcount == 0
        for statement in (
            "UPDATE supportdojo.event SET body = '{}'",
            "UPDATE supportdojo.scorecard SET card = '{}'",
            "UPDATE supportdojo.fact SET body = '{}'",
            "INSERT INTO supportdojo.fact VALUES ('x','override','yui','yui','s','t','{}','h')",
            "INSERT INTO supportdojo.fact VALUES ('x','second-look','ken','ken','s','t','{}','h')",
            "UPDATE supportdojo.session SET trainee = 'ken'",
            "SELECT supportdojo.dojo_invite('yui', 'x')",
            "SELECT supportdojo.dojo_remove_private('ken')",
            "CREATE ROLE eve LOGIN",
            "SET SESSION AUTHORIZATION ken",
            "UPDATE supportdojo.meta SET value = '99'",
            "DROP TABLE supportdojo.event",
        ):
            with pytest.raises(psycopg.Error):
                raw.execute(statement.encode())


def test_who_is_shut_out_stays_out(
    postgres_url: str, now: datetime, make_header: MakeHeader
) -> None:
    """An account that was closed cannot come in; with a new password it can, and sees its own."""
    with SessionStore.connect(postgres_url, now) as owner:
        owner.viewer = None
        password = owner.add_person("yui", "Yui", "trainee", now)
        assert password is not None
        _played(owner, make_header(trainee="yui"), now)
        owner.shut_out("yui", now)
        with pytest.raises(StoreUnreachable) as caught:
            SessionStore.connect(as_login(postgres_url, "yui", password), now)
        assert caught.value.code == "store.login"
        again = owner.new_password("yui", now)
        assert again not in (None, password)
        with SessionStore.connect(as_login(postgres_url, "yui", str(again)), now) as yui:
            assert len(list(yui.history())) == 1
        with pytest.raises(StoreUnreachable):
            SessionStore.connect(as_login(postgres_url, "yui", "wrong"), now)


def test_who_is_shut_out_or_removed_while_playing_is_told(
    postgres_url: str, now: datetime, make_header: MakeHeader
) -> None:
    """The connection lives on, and nothing more comes through it; with a new password it does."""
    with SessionStore.connect(postgres_url, now) as owner:
        owner.viewer = None
        password = str(owner.add_person("yui", "Yui", "trainee", now))
        with SessionStore.connect(as_login(postgres_url, "yui", password), now) as yui:
            session = yui.start(make_header(trainee="yui"))
            yui.append(session, 0, REPLY, now)
            owner.shut_out("yui", now)
            writing = (
                lambda: yui.append(session, 1, REPLY, now),
                lambda: yui.save_draft(session, "x", now),
                lambda: yui.start(make_header(minutes=1, trainee="yui")),
                lambda: yui.load(session),
            )
            for call in writing:
                with pytest.raises(StoreUnreachable) as caught:
                    call()
                assert caught.value.code == "store.shut-out"
            assert list(yui.history()) == []
            owner.new_password("yui", now)
            yui.append(session, 1, REPLY, now)
            assert [f.kind for f in owner.facts()][-2:] == ["person-shut-out", "person-readmitted"]
            owner.forget("yui", now)
            for call in writing:
                with pytest.raises(StoreUnreachable) as caught:
                    call()
                assert caught.value.code == "store.removed"


def test_an_account_of_somebody_else_is_not_taken_over(postgres_url: str, now: datetime) -> None:
    """A login that the server knows for something else is refused, its password stays."""
    with SessionStore.connect(postgres_url, now) as owner, pytest.raises(UsageError) as caught:
        owner.add_person("postgres", "x", "trainee", now)
    assert caught.value.code == "person.account"


def test_leads_of_one_database_have_no_power_over_another(
    postgres_server: Server, postgres_url: str, now: datetime
) -> None:
    """Two teams on one server: neither can take the other's accounts, passwords or data."""
    other_url = postgres_server.new_database()
    try:
        with (
            SessionStore.connect(postgres_url, now) as here,
            SessionStore.connect(other_url, now) as there,
        ):
            password = here.add_person("yui", "Yui", "trainee", now)
            assert password is not None
            for call in (
                lambda: there.add_person("yui", "Taken", "trainee", now),
                lambda: there.new_password("yui", now),
                lambda: there.shut_out("yui", now),
                lambda: there.forget("yui", now),
            ):
                with pytest.raises(UsageError):
                    call()
            SessionStore.connect(as_login(postgres_url, "yui", password), now).close()
            with pytest.raises(StoreUnreachable):
                SessionStore.connect(as_login(other_url, "yui", password), now)
    finally:
        postgres_server.drop(other_url)


def test_facts_move_without_loss(
    store: SessionStore, now: datetime, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Facts taken over elsewhere are the same facts, and taking them twice changes nothing."""
    store.add_fact("drill", person=None, subject="d1", body={"title": "x"}, now=now)
    facts: list[Fact] = store.facts()
    with SessionStore.open(tmp_path_factory.mktemp("to") / "b.db", now) as other:
        assert other.import_facts(facts) == 1
        assert other.import_facts(facts) == 0
        assert other.facts() == facts
