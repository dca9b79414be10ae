"""Facts and people in the store, and what each person may see of them.

The base of `SessionStore`: whoever has a store has these too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from simulator.errors import NotAllowed, UsageError
from simulator.machine.left_out import leave_out
from simulator.store import facts as fact_rows
from simulator.store import people as person_rows
from simulator.store.backend import Backend, Connection
from simulator.store.canonical import JSON, random_token, utc_text
from simulator.store.forget import Forgotten, delete_sessions_before, forget
from simulator.store.model import Fact, Person, Role

__all__ = ["OWNER", "Register", "person_of"]

_LAST_NUMBER = 999
OWNER = Person("", "", "lead")
"""Stands for whoever owns a store that was opened without a viewer."""


class Register:
    """Facts and people; see `SessionStore` for what its methods share."""

    def __init__(self, database: Backend, viewer: Person | None) -> None:
        """*viewer*: who uses the store; None for its owner."""
        self.database = database
        self.viewer = viewer
        self.has_facts = True
        """False for a file of the first format that is only read."""
        self._last = ""

    @property
    def sees_all(self) -> bool:
        """Whether what others did may be seen: by leads and by the owner."""
        return self.viewer is None or self.viewer.leads

    @property
    def _login(self) -> str:
        return (self.viewer or OWNER).login

    def _may_see(self, login: str) -> bool:
        return self.sees_all or login == self._login

    def _require_lead(self) -> None:
        if not self.sees_all:
            raise NotAllowed("not-allowed")

    # Facts

    def add_fact(
        self,
        kind: str,
        *,
        person: str | None,
        subject: str | None,
        body: Mapping[str, JSON],
        now: datetime,
    ) -> Fact:
        """Stores a fact of the viewer's doing and returns it; nothing is ever stored half.

        Raises NotAllowed where it is not theirs to state, NotSaved for a body that is not JSON.
        """
        return self.add_facts([(kind, person, subject, body)], now)[0]

    def add_facts(
        self,
        entries: Sequence[tuple[str, str | None, str | None, Mapping[str, JSON]]],
        now: datetime,
    ) -> list[Fact]:
        """Several facts (kind, person, subject, body) at once: all of them are stored, or none."""
        for kind, person, _, _ in entries:
            self._require_right(kind, person)
        made = []
        with self.database.transaction() as connection:
            for number, (kind, person, subject, body) in enumerate(entries):
                newest = fact_rows.newest_id(connection, kind, subject)
                fact = Fact(
                    id=self._new_id(now, number, newest),
                    kind=kind,
                    author=self._login,
                    person=person,
                    subject=subject,
                    at=utc_text(now),
                    body=body,
                )
                fact_rows.insert_fact(connection, fact)
                made.append(fact)
        return made

    def facts(
        self,
        kinds: Sequence[str] | None = None,
        *,
        person: str | None = None,
        subject: str | None = None,
        complete: bool = False,
    ) -> list[Fact]:
        """The facts that the viewer may see and that fit all that is given, oldest first.

        Damaged ones are left out and named in `simulator.machine.left_out`; where all are needed
        (*complete*), StoreDamaged is raised for them.
        """
        if not self.has_facts:
            return []
        damaged = None if complete else partial(leave_out, "entries")
        with self.database.snapshot() as connection:
            found = fact_rows.read_facts(connection, kinds, person, subject, damaged)
        return [fact for fact in found if self._may_read(fact)]

    def import_facts(self, facts: Sequence[Fact]) -> int:
        """Stores facts of another store, as far as they are new here; how many were new. For leads."""
        self._require_lead()
        with self.database.transaction() as connection:
            there = fact_rows.fact_ids(connection)
            new = [fact for fact in facts if fact.id not in there]
            for fact in new:
                fact_rows.insert_fact(connection, fact)
        return len(new)

    def _may_read(self, fact: Fact) -> bool:
        if fact.author == self._login or self.viewer is None:
            return True
        if fact.kind in fact_rows.PRIVATE:
            return False
        return fact.person is None or self._may_see(fact.person)

    def _require_right(self, kind: str, person: str | None) -> None:
        if self.sees_all:
            return
        viewer = self.viewer or OWNER
        own = person == viewer.login and kind in fact_rows.BY_TRAINEES
        if not own and not (viewer.role == "author" and kind in fact_rows.BY_AUTHORS):
            raise NotAllowed("not-allowed")

    def _new_id(self, now: datetime, number: int, newest: str = "") -> str:
        """Sorts by the moment, and after every id that this store has given before and after *newest*.

        Clocks differ: what is stored later counts as later, whatever the clock said that came before.
        """
        moment = f"{utc_text(now)[:26]}.{number:03d}"
        before = max(self._last, newest[: len(moment)])
        if moment <= before:
            moment = _next(before) or moment
        self._last = moment
        return f"{moment}-{random_token()}"

    # People

    def people(self) -> list[Person]:
        """Everybody that the viewer may know of, by login; a trainee knows of themselves.

        Damaged ones are left out and named in `simulator.machine.left_out`.
        """
        if not self.has_facts:
            return []
        with self.database.snapshot() as connection:
            found = person_rows.read_people(connection, partial(leave_out, "people"))
        return [person for person, _ in found if self._may_see(person.login)]

    def person(self, login: str) -> Person:
        """One of `people`; UsageError where there is none of this login."""
        for person in self.people():
            if person.login == login:
                return person
        raise self._unknown(login)

    def add_person(self, login: str, name: str, role: Role, now: datetime) -> str | None:
        """Lets somebody in. The first password on a server, None where none is needed. For leads.

        Raises UsageError for a login that cannot be used or is taken.
        """
        self._require_lead()
        person_rows.check_login(login)
        name = person_rows.check_name(name)
        with self.database.transaction() as connection:
            if person_rows.read_person(connection, login) is not None:
                raise UsageError("person.exists", login=login)
            password = self.database.invite(login, now)
            person = Person(login, name or login, role)
            person_rows.put_person(connection, person, utc_text(now))
            self._note(connection, "person-added", login, {"role": role}, now)
        return password

    def import_person(self, person: Person, now: datetime) -> str | None:
        """Takes over a person of another store unless there is one of this login; see `add_person`."""
        self._require_lead()
        with self.database.snapshot() as connection:
            known = person_rows.read_person(connection, person.login) is not None
        if known:
            return None
        password = self.add_person(
            person.login, person_rows.fitting_name(person.name), person.role, now
        )
        if not person.active:
            self.shut_out(person.login, now)
            return None
        return password

    def new_password(self, login: str, now: datetime) -> str | None:
        """A new password for somebody who is in already, and lets them in again. For leads."""
        self._require_lead()
        with self.database.transaction() as connection:
            person, added_at = self._known(connection, login)
            person_rows.put_person(connection, replace(person, active=True), added_at)
            if not person.active:
                self._note(connection, "person-readmitted", login, {}, now)
            return self.database.invite(login, now)

    def change_person(
        self, login: str, now: datetime, *, name: str | None = None, role: Role | None = None
    ) -> Person:
        """Another name or role; sessions and facts keep citing the login. For leads."""
        self._require_lead()
        if name is not None:
            name = person_rows.check_name(name)
        with self.database.transaction() as connection:
            person, added_at = self._known(connection, login)
            changed = replace(person, name=name or person.name, role=role or person.role)
            person_rows.put_person(connection, changed, added_at)
            if changed.name != person.name:
                self._note(connection, "person-renamed", login, {}, now)
            if changed.role != person.role:
                body = {"was": person.role, "is": changed.role}
                self._note(connection, "role-changed", login, body, now)
        return changed

    def shut_out(self, login: str, now: datetime) -> None:
        """The person can no longer come in; what they did stays. For leads."""
        self._require_lead()
        with self.database.transaction() as connection:
            person, added_at = self._known(connection, login)
            person_rows.put_person(connection, replace(person, active=False), added_at)
            self.database.shut_out(login)
            self._note(connection, "person-shut-out", login, {}, now)

    def forget(self, login: str, now: datetime, *, keep: bool = False) -> Forgotten:
        """Takes a person out: sessions, facts, account. With *keep* their sessions stay, unnamed.

        For leads. Raises UsageError where nothing here is of this login, NotAllowed for oneself.
        """
        self._require_lead()
        if self.viewer is not None and login == self.viewer.login:
            raise UsageError("person.oneself")
        pseudonym = f"former-{random_token()}"
        with self.database.transaction() as connection:
            if not self._is_known(connection, login):
                raise UsageError("person.unknown", login=login)
            done = forget(self.database, connection, login, pseudonym, keep=keep)
            body: Mapping[str, JSON] = {"sessions": done.sessions, "kept": keep}
            self._note(connection, "forgotten", pseudonym, body, now)
        return done

    def begun_before(self, before: datetime) -> tuple[int, str]:
        """How many sessions were begun before *before*, and when the newest of all was; "" without any."""
        self._require_lead()
        with self.database.snapshot() as connection:
            (count,) = connection.execute(
                "SELECT count(*) FROM session WHERE started_at < ?", (utc_text(before),)
            ).fetchone()
            (newest,) = connection.execute("SELECT max(started_at) FROM session").fetchone()
        return int(count), str(newest or "")

    def expire(self, before: datetime, now: datetime) -> int:
        """Deletes the sessions begun before *before*; how many. For leads."""
        self._require_lead()
        with self.database.transaction() as connection:
            count = delete_sessions_before(connection, utc_text(before))
            if count:
                self._note(connection, "sessions-expired", None, {"sessions": count}, now)
        return count

    def _is_known(self, connection: Connection, login: str) -> bool:
        """Whether there is anything of this login: also what was imported from elsewhere."""
        return bool(login) and any(
            connection.execute(f"SELECT 1 FROM {table} WHERE {column} = ?", (login,)).fetchone()  # noqa: S608
            for table, column in (("person", "login"), ("session", "trainee"), ("fact", "person"))
        )

    def _known(self, connection: Connection, login: str) -> tuple[Person, str]:
        found = person_rows.read_person(connection, login)
        if found is None:
            raise self._unknown(login)
        return found

    def _unknown(self, login: str) -> UsageError:
        """The owner of a store of their own is no person in it until somebody registers them."""
        own = self.database.watches_file and login == self._login
        if own and login:
            return UsageError("person.owner", login=login)
        return UsageError("person.unknown", login=login)

    def _note(
        self,
        connection: Connection,
        kind: str,
        person: str | None,
        body: Mapping[str, JSON],
        now: datetime,
    ) -> None:
        """An entry of the audit log, in the very transaction of what it tells."""
        fact_rows.insert_fact(
            connection,
            Fact(self._new_id(now, 0), kind, self._login, person, None, utc_text(now), body),
        )


def _next(moment: str) -> str | None:
    """What sorts right after the beginning of an id; None where it is no such beginning."""
    head, _, tail = moment.rpartition(".")
    try:
        number = int(tail) + 1
        if number > _LAST_NUMBER:
            later = datetime.fromisoformat(head) + timedelta(microseconds=1)
            head, number = later.isoformat(timespec="microseconds"), 0
    except (ValueError, OverflowError):
        return None
    return f"{head}.{number:03d}"


def person_of(connection: Connection, login: str, role: Role) -> Person:
    """The stored person of this login; one without a name for an account that has no row."""
    found = person_rows.read_person(connection, login)
    return found[0] if found is not None else Person(login, login, role)
