"""``import``: what is taken in can be read again, and a score is what the judge gives for the replies."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from simulator.contact import Contact, Start
from simulator.figures import Figures
from simulator.store.transfer import sealed
from simulator.workplace import open_workplace

Command = Callable[..., tuple[int, str, str]]
Take = Callable[..., tuple[int, str, str]]


@pytest.fixture
def exported(
    alone: None, command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> dict[str, Any]:
    """A contact with a result; afterwards everything is done in another store, which is empty."""
    workplace = open_workplace()
    contact = Contact.begin(workplace, Start("late-delivery", "en", "practice", 7))
    contact.reply("I'm sorry you have been waiting since this morning.")
    contact.end()
    contact.file_note({"happened": "The parcel is late."})
    contact.conclude()
    workplace.close()
    session: dict[str, Any] = json.loads(command("export")[1])
    monkeypatch.setenv("SUPPORTDOJO_HOME", str(tmp_path / "other"))
    return session


@pytest.fixture
def take(command: Command, tmp_path: Path) -> Take:
    """Imports these lines, each of them an object or text."""

    def call(*lines: Any, language: str = "en") -> tuple[int, str, str]:
        texts = [line if isinstance(line, str) else json.dumps(line) for line in lines]
        file = tmp_path / "team.jsonl"
        file.write_text("\n".join(texts), encoding="utf-8", errors="surrogateescape")
        return command("import", str(file), "--lang", language)

    return call


def changed(exported: dict[str, Any], change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    """With a seal that fits, as whoever forges a result would make it."""
    made = copy.deepcopy(exported)
    change(made)
    return sealed(made)


def card(exported: dict[str, Any]) -> dict[str, Any]:
    (one,) = exported["scorecards"]
    assert isinstance(one, dict)
    return one


def test_an_untouched_export_is_taken_in(
    exported: dict[str, Any], take: Take, command: Command
) -> None:
    """With its seal and, from before there was one, without; and read again everywhere."""
    bare = {name: value for name, value in exported.items() if name != "seal"}
    assert take(bare)[::2] == (0, "Contacts taken in: 1\n")
    there = "Contacts taken in: 0\nHere already: contacts 1, people 0, entries 0\n"
    assert take(exported)[::2] == (0, there)
    for words in (("history",), ("show", exported["id"]), ("progress",), ("today",)):
        assert command(*words)[0] == 0
    assert json.loads(command("export")[1]) == exported


@pytest.mark.parametrize(
    ("at", "change"),
    [
        ("ending", lambda e: e.update(ending="calm")),
        ("scorecards[0].card", lambda e: card(e)["card"].update(total=100)),
        ("scorecards[0].digest", lambda e: card(e)["digest"].update(total=100)),
        ("scorecards[0].digest", lambda e: card(e).update(digest={"total": 1, "passed": True})),
    ],
)
def test_a_result_that_was_not_earned_is_refused(
    exported: dict[str, Any],
    take: Take,
    command: Command,
    at: str,
    change: Callable[[dict[str, Any]], object],
) -> None:
    """By the same rules the same replies come to one result only."""
    code, _, err = take(changed(exported, change))
    assert code == 2
    assert "team.jsonl:1: " in err
    assert f"'{at}'" in err
    assert command("history")[1] == ""


@pytest.mark.parametrize("language", ["ja", "en"])
def test_what_nobody_can_check_is_told_and_remembered(
    exported: dict[str, Any], take: Take, command: Command, language: str
) -> None:
    """Scores of other rules are taken in by a lead, and the audit log says so."""
    other = changed(exported, lambda e: card(e)["versions"].update(rubric="standard 1"))
    code, _, err = take(other, language=language)
    assert code == 0
    assert exported["id"] in err
    (fact,) = command("audit", "--json")[1].splitlines()
    assert json.loads(fact)["body"] == {"sessions": [exported["id"]]}
    assert exported["id"] in command("audit", "--lang", language)[1]
    assert take(other)[2].startswith("Contacts taken in: 0\n")  # it is there already


@pytest.mark.parametrize(
    ("at", "change"),
    [
        ("scorecards[0].digest", lambda e: card(e).update(digest=3)),
        ("scorecards[0].digest", lambda e: card(e)["digest"].update(empathy="x")),
        ("scorecards[0].card", lambda e: card(e).update(card=None)),
        ("ended_at", lambda e: e.update(ended_at=None)),
    ],
)
def test_what_could_not_be_read_again_is_refused(
    exported: dict[str, Any], take: Take, at: str, change: Callable[[dict[str, Any]], object]
) -> None:
    """In both languages, with the line and the place in it."""
    line = changed(exported, change)
    for language in ("ja", "en"):
        code, _, err = take("", line, language=language)
        assert code == 2
        assert "team.jsonl:2: " in err
        assert at in err


@pytest.mark.parametrize(
    "line", ["{", "[1]", '{"id": 1, "id": 2}', '{"id": 1e999}', '{"id": "\udcff"}', "{}"]
)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_line_that_is_no_export_is_named(
    exported: dict[str, Any], take: Take, command: Command, line: str, language: str
) -> None:
    """What stands before it is in, and the words say just that."""
    fact = {"id": f"{'2026-11-03T04:05:06.123456.000'}-abcdefgh", "kind": "drill", "author": "a"}
    fact |= {"at": "2026-11-03T04:05:06+00:00", "body": {}}
    whole = {"schema_version": 1, "fact": {**fact, "person": None, "subject": None}}
    code, _, err = take(whole, exported, line, language=language)
    assert code == 2
    assert "team.jsonl:3: " in err
    assert "1" in err.splitlines()[0]
    assert "Nothing" not in err
    assert "何も" not in err
    assert command("history")[1].count("\n") == 1
    workplace = open_workplace()
    assert len(workplace.store.facts()) == 1
    workplace.close()


@pytest.mark.parametrize("text", ["", "\n\n"])
def test_an_empty_file_is_a_mistake(alone: None, take: Take, text: str) -> None:
    code, _, err = take(text)
    assert code == 2
    assert "team.jsonl" in err


def test_figures_of_another_kind_are_none(exported: dict[str, Any]) -> None:
    """No list shows what is no figure."""
    digest = card(exported)["digest"]
    assert Figures.from_json(digest) is not None
    wrong: dict[str, Any] = {
        "total": "x",
        "empathy": True,
        "criteria": {"warmth": ["kindness", 1, 2]},
        "gates": "abc",
        "clauses": {"a": ["1", 2]},
        "outcome": 3,
        "hints": None,
        "turns": [{**digest["turns"][0], "met": [3]}],
    }
    for name, value in wrong.items():
        assert Figures.from_json({**digest, name: value}) is None, name


@pytest.mark.usefixtures("alone")
def test_how_long_contacts_were_kept_is_told(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It removes contacts, so it is not taken over unasked; nor told where it is the same here."""
    for days in ("30", "90"):
        assert command("db", "retention", days)[0] == 0
    command("export", "--all", "--out", str(tmp_path / "all.jsonl"))
    monkeypatch.setenv("SUPPORTDOJO_HOME", str(tmp_path / "other"))
    told = command("import", str(tmp_path / "all.jsonl"), "--lang", "en")[2]
    assert "for 90 days" in told and "supportdojo db retention 90" in told
    assert command("db", "retention", "90")[0] == 0
    assert "90 days" not in command("import", str(tmp_path / "all.jsonl"), "--lang", "en")[2]
