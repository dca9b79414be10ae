"""Finding the contacts of one occasion among all others."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from simulator.store import Person, SessionHeader, SessionStore
from simulator.store.rows import read_summaries


def test_the_contacts_of_an_occasion(
    any_store: SessionStore, make_header: Callable[..., SessionHeader]
) -> None:
    """Exactly those, of one or all trainees, oldest first."""
    ids = [
        any_store.start(make_header(minute, occasion=occasion, trainee=trainee))
        for minute, (occasion, trainee) in enumerate(
            [("drill:a", "mei"), ("drill:ab", "mei"), (None, "mei"), ("drill:a", "ken")]
        )
    ]
    assert [s.id for s in any_store.of_occasion("drill:a")] == [ids[0], ids[3]]
    assert [s.id for s in any_store.of_occasion("drill:a", "ken")] == [ids[3]]
    assert any_store.of_occasion("drill:") == []
    assert any_store.of_occasion("drill:a", "yui") == []


def test_trainees_find_their_own(
    any_store: SessionStore, make_header: Callable[..., SessionHeader]
) -> None:
    """What others did does not exist for them."""
    mine = any_store.start(make_header(0, occasion="drill:a", trainee="mei"))
    any_store.start(make_header(1, occasion="drill:a", trainee="ken"))
    with any_store.seen_by(Person("mei", "芽衣", "trainee")) as seen:
        assert [s.id for s in seen.of_occasion("drill:a")] == [mine]
        assert seen.of_occasion("drill:a", "ken") == []


def test_an_occasion_that_came_by_import(
    any_store: SessionStore, make_header: Callable[..., SessionHeader]
) -> None:
    """An imported contact is found as well; the header is the truth where the two differ."""
    made = any_store.start(make_header(occasion="drill:a"))
    exported = any_store.export_session(made)
    with any_store.database.transaction() as connection:
        connection.execute("DELETE FROM session WHERE id = ?", (made,))
    any_store.import_session(exported)
    assert [s.id for s in any_store.of_occasion("drill:a")] == [made]
    with any_store.database.transaction() as connection:
        connection.execute("UPDATE session SET occasion = ? WHERE id = ?", ("drill:b", made))
    assert any_store.of_occasion("drill:b") == []


def test_a_damaged_contact_is_left_out(
    store: SessionStore, make_header: Callable[..., SessionHeader]
) -> None:
    """And named, like in the history."""
    made = store.start(make_header(occasion="drill:a"))
    with store.database.transaction() as connection:
        connection.execute("UPDATE session SET state = 'ended' WHERE id = ?", (made,))
    assert store.of_occasion("drill:a") == []
    assert store.damaged_sessions == (made,)


def test_the_index_is_used(store: SessionStore) -> None:
    """A board looks every two seconds; it may not read all contacts that were ever stored."""
    with store.database.snapshot() as connection:
        for condition, values in (
            ("occasion = ?", ("drill:a",)),
            ("occasion = ? AND trainee = ?", ("drill:a", "mei")),
        ):
            plan = connection.execute(
                f"EXPLAIN QUERY PLAN SELECT id FROM session WHERE {condition}", values
            ).fetchall()
            assert "session_by_occasion" in str(plan)
        assert read_summaries(connection, "WHERE occasion = ?", ("drill:a",)) == []


def test_a_file_of_the_first_format_has_none(store_file: Path, now: datetime) -> None:
    """One that can only be read has no such column, and nothing to find in it."""
    from simulator.store.schema import STEPS

    SessionStore.open(store_file, now, steps=STEPS[:1]).close()
    with SessionStore.open(store_file, now, read_only=True) as store:
        assert store.of_occasion("drill:a") == []
