"""The tables of the store on PostgreSQL, and who may see and change which row.

The tables are those of `simulator.store.schema`, made from the same steps, so that the two can never
differ. What is added is the protection between persons, which on SQLite is the file's owner: every
person has an account of the database's own (its password is kept by PostgreSQL, salted), and row
level security lets a trainee see their own rows and nothing else, whatever program they use.
"""
# ruff: noqa: S608 - all names in these statements are fixed, no value ever is part of one

from __future__ import annotations

import re
from collections.abc import Sequence

from simulator.store.facts import AUDITED, BY_AUTHORS, BY_TRAINEES, PRIVATE
from simulator.store.schema import STEPS, TABLES, Steps

__all__ = ["MEMBERS", "PROTECTION", "SCHEMA", "after_steps", "as_postgres", "postgres_steps"]

SCHEMA = "supportdojo"
PROTECTION = 2
"""Of what `after_steps` makes. Raised with every change of it: the owner's next command then makes it
anew, also where the tables stay as they are."""
MEMBERS = "supportdojo_member"
"""The group that all accounts belong to; it may use the tables, the policies say which rows."""


def as_postgres(statement: str) -> str:
    """A statement of the SQLite schema for PostgreSQL: texts sort by code point, as in SQLite."""
    made = re.sub(r"\bTEXT\b", 'TEXT COLLATE "C"', statement)
    made = re.sub(r"\bINTEGER\b", "BIGINT", made)
    return made.replace("WITHOUT ROWID", "")


def postgres_steps(steps: Steps = STEPS) -> list[list[str]]:
    """The same steps, one list of statements each."""
    return [[as_postgres(statement) for statement in step] for step in steps]


def _list(names: Sequence[str] | frozenset[str]) -> str:
    return ", ".join(f"'{name}'" for name in sorted(names))  # fixed names of this program


_MINE = "session_user::text"
_OF_SESSION = "EXISTS (SELECT 1 FROM session s WHERE s.id = session_id)"
_OF_OPEN_SESSION = (
    f"EXISTS (SELECT 1 FROM session s WHERE s.id = session_id"
    f" AND s.state = 'open' AND (s.trainee = {_MINE} OR dojo_leads()))"
)
_OF_OWN_SESSION = (
    f"EXISTS (SELECT 1 FROM session s WHERE s.id = session_id"
    f" AND (s.trainee = {_MINE} OR dojo_leads()))"
)
_POLICIES = (
    ("session", "SELECT", f"USING (trainee = {_MINE} OR dojo_leads())"),
    ("session", "INSERT", f"WITH CHECK (trainee = {_MINE} OR dojo_leads())"),
    ("session", "UPDATE", f"USING (trainee = {_MINE} OR dojo_leads())"),
    ("session", "DELETE", "USING (dojo_leads())"),
    ("event", "SELECT", f"USING ({_OF_SESSION})"),
    ("event", "INSERT", f"WITH CHECK ({_OF_OPEN_SESSION})"),
    ("event", "DELETE", "USING (dojo_leads())"),
    ("scorecard", "SELECT", f"USING ({_OF_SESSION})"),
    ("scorecard", "INSERT", f"WITH CHECK ({_OF_OWN_SESSION})"),
    ("scorecard", "DELETE", "USING (dojo_leads())"),
    ("draft", "ALL", f"USING ({_OF_OWN_SESSION})"),
    (
        "fact",
        "SELECT",
        f"USING (author = {_MINE} OR (kind NOT IN ({_list(PRIVATE)})"
        f" AND (person = {_MINE} OR person IS NULL OR dojo_leads())))",
    ),
    (
        "fact",
        "INSERT",
        f"WITH CHECK ((author = {_MINE} AND kind IN ({_list(BY_TRAINEES)}) AND person = {_MINE})"
        f" OR (author = {_MINE} AND kind IN ({_list(BY_AUTHORS)}) AND dojo_role() = 'author')"
        " OR dojo_leads())",
    ),
    ("fact", "UPDATE", "USING (dojo_leads())"),
    ("fact", "DELETE", f"USING (dojo_leads() AND kind NOT IN ({_list(AUDITED)}))"),
    ("person", "SELECT", f"USING (login = {_MINE} OR dojo_leads())"),
    ("person", "INSERT", "WITH CHECK (dojo_leads())"),
    ("person", "UPDATE", "USING (dojo_leads())"),
    ("person", "DELETE", "USING (dojo_leads())"),
    ("meta", "SELECT", "USING (true)"),
    ("setting", "SELECT", "USING (true)"),
    ("setting", "INSERT", "WITH CHECK (dojo_leads())"),
    ("setting", "UPDATE", "USING (dojo_leads())"),
    ("setting", "DELETE", "USING (dojo_leads())"),
)
_WHO_IS_IN = "(SELECT dojo_role()) IS NOT NULL"
"""Holds beside every policy, also for somebody who was shut out while connected; asked once a statement."""

# Functions that run with the rights of the tables' owner look up names only in our schema.
_DEFINER = f"SECURITY DEFINER SET search_path = {SCHEMA}, pg_temp"

_FUNCTIONS = (
    f"""CREATE OR REPLACE FUNCTION dojo_role() RETURNS text LANGUAGE sql STABLE {_DEFINER} AS $$
        SELECT CASE
            WHEN EXISTS (SELECT 1 FROM person WHERE login = {_MINE} AND active = 1)
            THEN (SELECT role FROM person WHERE login = {_MINE})
            WHEN session_user = current_user THEN 'lead'
        END $$""",
    f"""CREATE OR REPLACE FUNCTION dojo_leads() RETURNS boolean LANGUAGE sql STABLE {_DEFINER} AS $$
        SELECT coalesce(dojo_role() = 'lead', false) $$""",
    f"""CREATE OR REPLACE FUNCTION dojo_is_known() RETURNS boolean LANGUAGE sql STABLE {_DEFINER} AS $$
        SELECT EXISTS (SELECT 1 FROM person WHERE login = {_MINE}) $$""",
    f"""CREATE OR REPLACE FUNCTION dojo_has_account(who text) RETURNS boolean
        LANGUAGE sql STABLE {_DEFINER} AS $$
        SELECT EXISTS (SELECT 1 FROM person WHERE login = who)
            AND EXISTS (SELECT 1 FROM pg_roles WHERE rolname = who AND NOT rolsuper)
            AND pg_has_role(who, '{MEMBERS}', 'MEMBER') $$""",
    f"""CREATE OR REPLACE FUNCTION dojo_invite(who text, secret text) RETURNS void
        LANGUAGE plpgsql {_DEFINER} AS $$
        BEGIN
            IF NOT dojo_leads() THEN
                RAISE insufficient_privilege USING MESSAGE = 'only a lead may let people in';
            END IF;
            IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = who) THEN
                -- An account that is nobody of this store belongs to somebody else on the server.
                IF NOT dojo_has_account(who) THEN
                    RAISE duplicate_object USING MESSAGE = 'there is another account of this name';
                END IF;
                EXECUTE format('ALTER ROLE %I LOGIN PASSWORD %L', who, secret);
            ELSE
                EXECUTE format('CREATE ROLE %I LOGIN PASSWORD %L IN ROLE {MEMBERS}', who, secret);
            END IF;
        END $$""",
    f"""CREATE OR REPLACE FUNCTION dojo_shut_out(who text, for_good boolean) RETURNS void
        LANGUAGE plpgsql {_DEFINER} AS $$
        BEGIN
            IF NOT dojo_leads() THEN
                RAISE insufficient_privilege USING MESSAGE = 'only a lead may shut people out';
            END IF;
            IF NOT dojo_has_account(who) THEN
                RETURN;
            END IF;
            EXECUTE format('ALTER ROLE %I NOLOGIN', who);
            IF for_good THEN
                BEGIN
                    EXECUTE format('DROP ROLE %I', who);
                EXCEPTION WHEN dependent_objects_still_exist OR object_in_use THEN NULL;
                END;
            END IF;
        END $$""",
    """CREATE OR REPLACE FUNCTION dojo_keep_ended() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF (NEW.id, NEW.header, NEW.trainee, NEW.started_at)
                    IS DISTINCT FROM (OLD.id, OLD.header, OLD.trainee, OLD.started_at)
                OR OLD.state <> 'open'
                    AND (NEW.state, NEW.ending, NEW.ended_at, NEW.event_count, NEW.head)
                    IS DISTINCT FROM
                    (OLD.state, OLD.ending, OLD.ended_at, OLD.event_count, OLD.head) THEN
                RAISE insufficient_privilege USING MESSAGE = 'a session that is over stays as it is';
            END IF;
            RETURN NEW;
        END $$""",
    f"""CREATE OR REPLACE FUNCTION dojo_remove_private(who text) RETURNS void
        LANGUAGE plpgsql {_DEFINER} AS $$
        BEGIN
            IF NOT dojo_leads() THEN
                RAISE insufficient_privilege USING MESSAGE = 'only a lead may remove people';
            END IF;
            DELETE FROM fact WHERE author = who AND kind IN ({_list(PRIVATE)});
        END $$""",
)


def after_steps() -> list[str]:
    """What is made anew after every migration: functions, rights, policies; safe to repeat."""
    made = [
        f"""DO $$ BEGIN
            IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '{MEMBERS}') THEN
                CREATE ROLE {MEMBERS} NOLOGIN;
            END IF;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$""",
        *_FUNCTIONS,
        f"GRANT USAGE ON SCHEMA {SCHEMA} TO {MEMBERS}",
        f"GRANT SELECT ON ALL TABLES IN SCHEMA {SCHEMA} TO {MEMBERS}",
        f"GRANT INSERT, DELETE ON session, event, scorecard, draft, fact, person, setting TO {MEMBERS}",
        f"GRANT UPDATE ON session, draft, person, setting TO {MEMBERS}",
        # Of a fact, only whose it is can be changed: when somebody asks to be forgotten.
        f"GRANT UPDATE (author, person, hash) ON fact TO {MEMBERS}",
        f"REVOKE ALL ON ALL FUNCTIONS IN SCHEMA {SCHEMA} FROM PUBLIC",
        f"GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA {SCHEMA} TO {MEMBERS}",
    ]
    for table in TABLES:
        made.append(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        if table != "meta":  # anybody may be told that the format is newer
            made.append(f"DROP POLICY IF EXISTS dojo_{table}_in ON {table}")
            made.append(
                f"CREATE POLICY dojo_{table}_in ON {table} AS RESTRICTIVE FOR ALL TO {MEMBERS}"
                f" USING ({_WHO_IS_IN})"
            )
    made.append("DROP TRIGGER IF EXISTS dojo_session_kept ON session")
    made.append(
        "CREATE TRIGGER dojo_session_kept BEFORE UPDATE ON session"
        " FOR EACH ROW EXECUTE FUNCTION dojo_keep_ended()"
    )
    for table, command, rule in _POLICIES:
        name = f"dojo_{table}_{command.lower()}"
        made.append(f"DROP POLICY IF EXISTS {name} ON {table}")
        made.append(f"CREATE POLICY {name} ON {table} FOR {command} TO {MEMBERS} {rule}")
    return made
