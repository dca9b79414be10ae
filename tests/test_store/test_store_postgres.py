"""The store on a server: formats, a server that goes away, many at once, and moving between the two."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
from postgres import Server, as_login, opened_as

from simulator.errors import NotAllowed, StoreDamaged, StoreNewer, StoreUnreachable, UsageError
from simulator.store import SCHEMA_VERSION, SessionHeader, SessionStore
from simulator.store.postgres import is_postgres, shown_url
from simulator.store.schema import STEPS

MakeHeader = Callable[..., SessionHeader]
NEXT = (*STEPS, ("ALTER TABLE session ADD COLUMN remark TEXT",))


def reply(text: str) -> dict[str, str]:
    return {"kind": "reply", "text": text}


def test_a_newer_database_is_refused_by_an_older_program(postgres_url: str, now: datetime) -> None:
    """What a later version has written is not touched, and the message says which is which."""
    SessionStore.connect(postgres_url, now, steps=NEXT).close()
    with pytest.raises(StoreNewer) as caught:
        SessionStore.connect(postgres_url, now)
    assert caught.value.details["found"] == SCHEMA_VERSION + 1
    with SessionStore.connect(postgres_url, now, steps=NEXT) as store:
        assert list(store.history()) == []


def test_migrating_keeps_what_is_there(
    postgres_url: str, make_header: MakeHeader, now: datetime
) -> None:
    """An older database is brought up to date by its owner; before that others are told to wait."""
    with SessionStore.connect(postgres_url, now) as store:
        store.viewer = None
        session = store.start(make_header())
        password = store.add_person("yui", "Yui", "trainee", now)
    yui = as_login(postgres_url, "yui", str(password))
    with pytest.raises(StoreUnreachable) as caught:
        SessionStore.connect(yui, now, steps=NEXT)
    assert caught.value.code == "store.older"
    with SessionStore.connect(postgres_url, now, steps=NEXT) as store:
        assert store.load(session).id == session
    SessionStore.connect(yui, now, steps=NEXT).close()


def test_a_database_of_others_is_not_set_up_by_chance(postgres_url: str, now: datetime) -> None:
    """An account without rights is told that the tables are missing, and makes none."""
    with psycopg.connect(postgres_url, autocommit=True) as admin:
        admin.execute(b"DROP ROLE IF EXISTS dojo_visitor")
        admin.execute(b"CREATE ROLE dojo_visitor LOGIN PASSWORD 'x'")
        try:
            with pytest.raises(StoreUnreachable) as caught:
                SessionStore.connect(as_login(postgres_url, "dojo_visitor", "x"), now)
            assert caught.value.code == "store.not-set-up"
            SessionStore.connect(postgres_url, now).close()
            with pytest.raises(StoreUnreachable) as caught:
                SessionStore.connect(as_login(postgres_url, "dojo_visitor", "x"), now)
            assert caught.value.code == "store.no-person"
        finally:
            admin.execute(b"DROP ROLE dojo_visitor")


def test_a_server_that_goes_and_comes_back_loses_nothing(
    postgres_server: Server, postgres_url: str, make_header: MakeHeader, now: datetime
) -> None:
    """In mid-call the server dies: the failure is told, the same call goes on when it is back."""
    with SessionStore.connect(postgres_url, now) as owner:
        yui = opened_as(postgres_url, owner, "yui", "trainee", now)
    with yui:
        session = yui.start(make_header(trainee="yui"))
        yui.append(session, 0, reply("一つ目"), now)
        postgres_server.stop()
        try:
            for _ in range(2):
                with pytest.raises(StoreUnreachable) as caught:
                    yui.append(session, 1, reply("二つ目"), now)
                assert caught.value.code == "store.gone"
                assert "yui:" not in str(caught.value)
        finally:
            postgres_server.start()
        yui.append(session, 1, reply("二つ目"), now)
        yui.append(session, 1, reply("二つ目"), now)  # as after an answer that never came
        assert [e["text"] for e in yui.load(session).events] == ["一つ目", "二つ目"]


def test_a_server_without_a_free_place_says_so(
    postgres_server: Server, postgres_url: str, now: datetime
) -> None:
    """More people than the database lets in at once: told as that, and later it works."""
    with SessionStore.connect(postgres_url, now) as owner:
        password = owner.add_person("yui", "Yui", "trainee", now)
        name = urlsplit(postgres_url).path[1:]
        with psycopg.connect(postgres_server.url, autocommit=True) as admin:
            admin.execute(f'ALTER DATABASE "{name}" CONNECTION LIMIT 1'.encode())
        yui = as_login(postgres_url, "yui", str(password))
        with pytest.raises(StoreUnreachable) as caught:
            SessionStore.connect(yui, now)
        assert caught.value.code == "store.busy"
        with psycopg.connect(postgres_server.url, autocommit=True) as admin:
            admin.execute(f'ALTER DATABASE "{name}" CONNECTION LIMIT -1'.encode())
        SessionStore.connect(yui, now).close()


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://yui:secret@127.0.0.1:1/dojo",
        "postgresql://yui:secret@/dojo?host=/nowhere",
        "postgresql://yui:secret@no-such-host.invalid/dojo",
    ],
)
def test_no_server_is_told_without_the_password(url: str, now: datetime) -> None:
    """Nobody answers: a clear error, and the password is in none of its words."""
    with pytest.raises(StoreUnreachable) as caught:
        SessionStore.connect(url, now)
    for language in ("ja", "en"):
        assert "secret" not in str(caught.value.text(language))
    assert "secret" not in shown_url(url)


def test_only_postgres_is_postgres() -> None:
    """Other addresses are not taken for one."""
    assert is_postgres("postgresql://a@b/c")
    assert is_postgres("postgres://a@b/c")
    assert not any(is_postgres(text) for text in ("", "mysql://a@b/c", "/tmp/x.db", "postgresql"))


def test_many_at_once_lose_nothing(
    postgres_url: str, make_header: MakeHeader, now: datetime
) -> None:
    """Eight trainees write at the same time; each of their sessions is whole."""
    with SessionStore.connect(postgres_url, now) as owner:
        stores = [opened_as(postgres_url, owner, f"t{n}", "trainee", now) for n in range(8)]
        failures: list[Exception] = []

        def practise(number: int, store: SessionStore) -> None:
            try:
                session = store.start(make_header(trainee=f"t{number}"))
                for seq in range(20):
                    store.append(session, seq, reply(f"{number}-{seq}"), now)
                store.finish(session, "calm", '{"total":1}', {}, now)
            except Exception as error:
                failures.append(error)

        threads = [threading.Thread(target=practise, args=pair) for pair in enumerate(stores)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        for store in stores:
            store.close()
        assert failures == []
        assert sorted(s.event_count for s in owner.history()) == [20] * 8
        assert owner.check(full=True).sound


def test_two_writers_on_one_session_never_mix(
    postgres_url: str, make_header: MakeHeader, now: datetime
) -> None:
    """The same session open twice: one of two different replies is refused, nothing is overwritten."""
    with SessionStore.connect(postgres_url, now) as one:
        one.viewer = None
        session = one.start(make_header())
        outcomes: list[str] = []

        def write(text: str, store: SessionStore) -> None:
            try:
                store.append(session, 0, reply(text), now)
                outcomes.append(text)
            except UsageError:
                raise
            except Exception as error:
                outcomes.append(type(error).__name__)

        with one.another() as other:
            threads = [
                threading.Thread(target=write, args=("a", one)),
                threading.Thread(target=write, args=("b", other)),
            ]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        (kept,) = one.load(session).events
        assert sorted(outcomes) == sorted([str(kept["text"]), "SequenceClash"])


@pytest.mark.parametrize(
    "change",
    [
        "state = 'open'",
        "ending = 'calm'",
        "event_count = 0",
        "header = '{}'",
    ],
)
def test_what_is_over_is_not_opened_again(
    postgres_url: str, make_header: MakeHeader, now: datetime, change: str
) -> None:
    """Not by its own person either, whatever program is used; a further scorecard is fine."""
    with SessionStore.connect(postgres_url, now) as owner:
        yui = opened_as(postgres_url, owner, "yui", "trainee", now)
    with yui:
        session = yui.start(make_header(trainee="yui"))
        yui.append(session, 0, reply("はい。"), now)
        yui.finish(session, "left", '{"total":60}', {}, now)
        with pytest.raises(NotAllowed), yui.database.transaction() as raw:
            raw.execute(f"UPDATE session SET {change}")
        with pytest.raises(NotAllowed), yui.database.transaction() as raw:
            raw.execute(
                "INSERT INTO event (session_id, seq, saved_at, hash, body)"
                " VALUES (?, 1, '', '', '')",
                (session,),
            )
        yui.add_scorecard(session, '{"total":61}', {}, now)
        assert yui.load(session).ending == "left"


def test_an_older_protection_is_made_anew_by_the_owner(
    postgres_url: str, make_header: MakeHeader, now: datetime
) -> None:
    """Where the tables stay as they are; others can use the database meanwhile."""
    with SessionStore.connect(postgres_url, now) as owner:
        password = owner.add_person("yui", "Yui", "trainee", now)
        with owner.database.transaction() as raw:
            raw.execute("DROP TRIGGER dojo_session_kept ON session")
            raw.execute("DELETE FROM meta WHERE key = 'protection'")
    SessionStore.connect(as_login(postgres_url, "yui", str(password)), now).close()
    with SessionStore.connect(postgres_url, now) as owner:
        session = owner.start(make_header(trainee=str(owner.viewer and owner.viewer.login)))
        owner.abandon(session)
        with pytest.raises(NotAllowed), owner.database.transaction() as raw:
            raw.execute("UPDATE session SET state = 'open'")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("ALTER TABLE draft RENAME TO gone", "draft"),
        ("ALTER TABLE scorecard DROP COLUMN card", "card"),
    ],
)
def test_a_table_that_is_missing_is_told(
    postgres_url: str, make_header: MakeHeader, now: datetime, change: str, told: str
) -> None:
    """As damage, with its name, also by the check."""
    with SessionStore.connect(postgres_url, now) as store:
        store.viewer = None
        session = store.start(make_header())
        with store.database.transaction() as raw:
            raw.execute(change)
        with pytest.raises(StoreDamaged) as caught:
            store.export_session(session)
        assert caught.value.code == "store.incomplete"
        assert told in caught.value.text("ja").message
        assert any(told in problem.detail for problem in store.check(full=True).problems)


def test_a_format_that_is_no_number_is_told(postgres_url: str, now: datetime) -> None:
    with SessionStore.connect(postgres_url, now) as store, store.database.transaction() as raw:
        raw.execute("UPDATE meta SET value = 'x' WHERE key = 'format'")
    with pytest.raises(StoreDamaged) as caught:
        SessionStore.connect(postgres_url, now)
    assert caught.value.code == "store.incomplete"


def test_sessions_and_facts_move_both_ways(
    postgres_url: str, store_file: Path, make_header: MakeHeader, now: datetime
) -> None:
    """From a file to the server and back: the same sessions and the same facts."""
    with (
        SessionStore.open(store_file, now) as here,
        SessionStore.connect(postgres_url, now) as there,
    ):
        here.start(make_header())
        done = here.start(make_header(minutes=1))
        here.append(done, 0, reply("はい。"), now)
        here.finish(done, "calm", '{"total":60}', {"rubric": "1"}, now, digest={"total": 60})
        here.save_draft(here.start(make_header(minutes=2)), "書きかけ", now)
        here.add_fact("comment", person="佐藤", subject=done, body={"text": "。"}, now=now)
        for summary in list(here.history()):
            there.import_session(here.export_session(summary.id))
        assert there.import_facts(here.facts()) == 1
        with SessionStore.open(store_file.with_name("back.db"), now + timedelta(days=1)) as back:
            for summary in list(there.history()):
                back.import_session(there.export_session(summary.id))
            back.import_facts(there.facts())
            assert [back.export_session(s.id) for s in back.history()] == [
                here.export_session(s.id) for s in here.history()
            ]
            assert back.facts() == here.facts()
