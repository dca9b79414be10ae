"""``review`` and ``second-look`` as commands, on a file and on a team's server."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from postgres import as_login

from simulator.contact import Contact, Start
from simulator.store import SessionStore
from simulator.workplace import open_workplace

Command = Callable[..., tuple[int, str, str]]
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
REPLY = "You've been in since the morning. Could I have your order number, name and phone number?"


def played(mode: str = "test") -> str:
    """A contact of one reply, graded."""
    workplace = open_workplace()
    contact = Contact.begin(workplace, Start("late-delivery", "en", mode, 1))  # type: ignore[arg-type]
    contact.reply(REPLY)
    while not contact.ended:
        contact.end()
    contact.conclude()
    workplace.close()
    return contact.session_id


@pytest.fixture
def session(alone: None) -> str:
    return played()


def test_a_lead_overrules_comments_and_finishes(session: str, command: Command) -> None:
    """Both judgements are kept, passing changes only by itself, and nothing waits any more."""
    code, out, _ = command("review", "--json")
    assert [w["session"] for w in json.loads(out)["waiting"]] == [session]
    given = ("--override", "criterion=empathy,is=95", "--override", "criterion=passed,is=yes")
    more = ("--comment", "1", "<b>よい</b> \x1b[31m", "--dispute", "1", "--done")
    code, out, _ = command(
        "review", session[:22], *given, *more, "--reason", "聞けている", "--json"
    )
    found = json.loads(out)
    assert code == 0
    assert len(found["stored"]) == 5
    assert not found["engine"]["passed"]
    assert found["effective"]["passed"]
    assert found["effective"]["empathy"] == 95
    assert found["engine"]["empathy"] != 95
    assert [o["reason"] for o in found["overruled"]] == ["聞けている"] * 2
    assert json.loads(command("review", "--json")[1])["waiting"] == []
    for language, word in (("ja", "リーダー"), ("en", "lead")):
        code, out, _ = command("review", session, "--plain", "--lang", language)
        assert code == 0
        assert word in out
        assert "<b>よい</b>" in out
        assert "\x1b" not in out
    assert json.loads(command("history")[1])["review"] == "lead"


def test_what_is_said_of_passing_fits_who_decided_it(session: str, command: Command) -> None:
    """Marks never move it; once a lead has decided it, nobody says that it was not changed."""
    untouched, decided = "has not been changed", "was decided by the lead"
    command("review", session, "--override", "criterion=passed,is=yes", "--reason", "x")
    command("review", session, "--override", "criterion=empathy,is=1", "--reason", "x")
    out = command("review", session, "--plain", "--lang", "en")[1]
    assert "engine △ not passed → lead ◎ passed" in out
    assert decided in out
    assert untouched not in out
    undone = json.loads(command("review", session, "--json")[1])["facts"][0]["id"]
    command("review", session, "--undo", undone)
    out = command("review", session, "--plain", "--lang", "en")[1]
    assert decided not in out


def test_what_was_stopped_is_no_pass_and_no_fail(alone: None, command: Command) -> None:
    """Lists and reviews give it no mark; every line of the history has the same keys."""
    workplace = open_workplace()
    contact = Contact.begin(workplace, Start("late-delivery", "en", "test", 1))
    contact.reply(REPLY)
    contact.end(stop=True)
    contact.conclude()
    Contact.begin(workplace, Start("late-delivery", "en", "test", 2))
    workplace.close()
    lines = [json.loads(line) for line in command("history")[1].splitlines()]
    assert {one["state"]: one["passed"] for one in lines} == {"ended": None, "open": None}
    assert len({tuple(one) for one in lines}) == 1
    assert next(one for one in lines if one["state"] == "open")["total"] is None
    command("second-look", contact.session_id, "why?")
    for words in (("review",), ("review", contact.session_id, "--plain")):
        out = command(*words, "--lang", "en")[1]
        assert "passed" not in out
        assert "– stopped" in out
    found = json.loads(command("review", contact.session_id, "--json")[1])
    assert found["engine"]["passed"] is found["effective"]["passed"] is None
    command("review", contact.session_id, "--override", "criterion=passed,is=no", "--reason", "x")
    found = json.loads(command("review", contact.session_id, "--json")[1])
    assert (found["engine"]["passed"], found["effective"]["passed"]) == (None, False)


def test_an_override_is_taken_back(session: str, command: Command) -> None:
    given = ("review", session, "--override", "criterion=total,is=99", "--reason", "r", "--json")
    fact = json.loads(command(*given)[1])["stored"][0]
    code, out, _ = command("review", session, "--undo", fact, "--json")
    found = json.loads(out)
    assert code == 0
    assert found["effective"]["total"] == found["engine"]["total"]
    assert command("review", session, "--undo", fact)[0] == 2


def test_a_second_look_is_asked_for_and_answered(session: str, command: Command) -> None:
    """It waits first in the list, with its words, until a lead answers."""
    other = played("practice")
    code, out, _ = command(
        "second-look", other, "もう一度お願いします", "--turn", "1", "--lang", "ja"
    )
    assert code == 0
    assert "リーダー" in out
    _, out, _ = command("review", "--lang", "ja")
    lines = out.splitlines()
    assert other in lines[1]
    assert "もう一度お願いします" in lines[2]
    assert session in lines[3]
    request = json.loads(command("review", other, "--json")[1])["open_requests"][0]["fact"]
    code, out, _ = command("review", other, "--answer", request, "maybe", "はい")
    assert code == 2
    code, out, _ = command(
        "review", other, "--answer", request, "upheld", "採点どおりです", "--json"
    )
    assert code == 0
    assert json.loads(out)["open_requests"] == []


FORGED = "ok\n2026-11-28 18:28  root  removed a person  mori"


def test_no_reason_passes_for_another_entry(session: str, command: Command) -> None:
    """An entry stays one line in the audit log, and a remark stays one in the review."""
    given = ("--override", "criterion=total,is=99", "--reason", FORGED)
    assert command("review", session, *given, "--comment", "1", FORGED, "--plain")[0] == 0
    other = played("practice")
    assert command("second-look", other, FORGED)[0] == 0
    for words in (("audit",), ("review", session, "--plain"), ("review",), ("show", session)):
        _, out, _ = command(*words, "--lang", "en")
        assert "ok\u240a2026-11-28" in out, words
        assert not any(line.startswith("2026-11-28 18:28") for line in out.splitlines()), words


@pytest.mark.parametrize(
    "given",
    [
        ("--override", "criterion=empathy,is=95"),
        ("--override", "empathy=95", "--reason", "r"),
        ("--override", "criterion=empathy,is=95,is=96", "--reason", "r"),
        ("--override", "criterion=empathy,turn=x,is=95", "--reason", "r"),
        ("--override", "criterion=empathy,turn=7,is=95", "--reason", "r"),
        ("--override", "criterion=nothing,is=95", "--reason", "r"),
        ("--override", "criterion=empathy,is=950", "--reason", "r"),
        ("--comment", "one", "text"),
        ("--comment", "1", " "),
        ("--dispute", "7"),
        ("--undo", "x"),
        # one mistake and nothing is stored
        ("--override", "criterion=empathy,is=95", "--reason", "r", "--dispute", "7"),
    ],
)
def test_mistakes_are_told_and_store_nothing(
    session: str, command: Command, given: tuple[str, ...]
) -> None:
    for language in ("ja", "en"):
        code, out, err = command("review", session, *given, "--lang", language)
        assert (code, out) == (2, "")
        assert "Traceback" not in err
        assert len(err.strip().splitlines()) == 3
    assert json.loads(command("review", session, "--json")[1])["facts"] == []


def test_decisions_need_a_contact(session: str, command: Command) -> None:
    assert command("review", "--done")[0] == 2
    assert command("review", "nowhere", "--plain")[0] == 2
    assert command("second-look", session, "x", "--turn", "5")[0] == 2


def test_a_contact_that_is_not_graded_cannot_be_reviewed(alone: None, command: Command) -> None:
    workplace = open_workplace()
    contact = Contact.begin(workplace, Start("late-delivery", "en", "test", 1))
    workplace.close()
    code, _, err = command("review", contact.session_id, "--plain", "--lang", "en")
    assert code == 2
    assert "not been graded" in err


def test_a_trainee_may_ask_and_not_judge(
    postgres_url: str, alone: None, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a team's server: a lead reviews others, a trainee sees it and only asks about their own."""
    with SessionStore.connect(postgres_url, NOW) as owner:
        words = {
            login: owner.add_person(login, login.title(), role, NOW)
            for login, role in (("lead", "lead"), ("yui", "trainee"), ("ren", "trainee"))
        }

    def become(login: str) -> None:
        password = words[login]
        assert password is not None
        monkeypatch.setenv("SUPPORTDOJO_DB", as_login(postgres_url, login, password))

    become("yui")
    session = played()
    assert command("second-look", session, "please")[0] == 0
    for given in (
        ("review",),
        ("review", session, "--plain"),
        ("review", session, "--override", "criterion=passed,is=yes", "--reason", "me"),
        ("review", session, "--done"),
    ):
        code, out, err = command(*given, "--lang", "en")
        assert (code, out) == (2, "")
        assert "for team leads" in err
    become("ren")
    assert command("second-look", session, "not mine")[0] == 2
    become("lead")
    assert command("second-look", session, "not mine either")[0] == 2
    assert [w["session"] for w in json.loads(command("review", "--json")[1])["waiting"]] == [
        session
    ]
    code, _, _ = command(
        "review", session, "--override", "criterion=empathy,turn=1,is=90", "--reason", "聞けている"
    )
    assert code == 0
    become("yui")
    facts = open_workplace()
    try:
        kinds = [fact.kind for fact in facts.store.facts(subject=session)]
    finally:
        facts.close()
    assert kinds == ["second-look", "override"]
    assert json.loads(command("history")[1])["review"] == "asked"
