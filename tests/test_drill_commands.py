"""``drill`` and ``watch`` as people type them, on one machine and on a shared database."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from postgres import as_login

import simulator
from simulator.agenda import read_past
from simulator.workplace import open_workplace

Command = Callable[..., tuple[int, str, str]]
SORRY = "朝からお待たせして申し訳ございません。すぐに営業所に確認いたします。\n"
FUTURE = "2999-12-01"


@pytest.fixture(autouse=True)
def known_login(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "mei")


@pytest.fixture(params=["sqlite", "postgres"])
def lead(
    request: pytest.FixtureRequest, command: Command, monkeypatch: pytest.MonkeyPatch
) -> Command:
    """Runs commands as the lead, once on each database."""
    if request.param == "postgres":
        monkeypatch.setenv("SUPPORTDOJO_DB", request.getfixturevalue("postgres_url"))
    return command


def new(command: Command, *words: str) -> str:
    """The id of a drill that is made."""
    code, out, err = command("drill", "new", "週次の練習", *words, "--json")
    assert (code, err) == (0, "")
    return str(json.loads(out)["drill"]["drill"])


def status(command: Command, drill: str) -> dict[str, Any]:
    code, out, _ = command("drill", "status", drill, "--json")
    assert code == 0
    (found,) = json.loads(out)["drills"]
    return dict(found)


def play(
    command: Command, monkeypatch: pytest.MonkeyPatch, text: str, *words: str
) -> tuple[int, str, str]:
    monkeypatch.setattr("sys.stdin", io.StringIO(text))
    return command("drill", "play", *words, "--plain", "--lang", "ja")


def refused(result: tuple[int, str, str], *words: str) -> None:
    """Exit 2, nothing on standard output, a sentence with these words and no traceback."""
    code, out, err = result
    assert (code, out) == (2, "")
    assert "Traceback" not in err
    for word in words:
        assert word in err


def test_for_may_be_given_several_times(lead: Command) -> None:
    """Nobody who was named is dropped without a word."""
    lead("people", "add", "ken")
    lead("people", "add", "jo")
    drill = new(lead, "--scenario", "late-delivery", "--for", "ken", "--for", "jo", "ken")
    assert {person["login"] for person in status(lead, drill)["people"]} == {"jo", "ken"}


def test_a_drill_from_beginning_to_end(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """Made, played, stopped in between, used up, closed: each step shows in the status."""
    drill = new(command, "--scenario", "late-delivery", "--for", "mei", "ken", "--attempts", "1")
    before = status(command, drill)
    assert [p["login"] for p in before["people"]] == ["ken", "mei"]
    assert {p["state"] for p in before["people"]} == {"not-begun"}

    assert play(command, monkeypatch, SORRY, drill)[0] == 0  # the end of the input stops it
    mei = status(command, drill)["people"][1]
    assert (mei["done"], mei["scenarios"][0]["attempts_left"]) == (0, 1)

    code, out, _ = play(command, monkeypatch, SORRY + "/close\n")
    assert code == 0
    assert "朝から待っている荷物" in out
    mei = status(command, drill)["people"][1]
    assert (mei["state"], mei["done"], mei["next"]) == ("done", 1, None)
    one = mei["scenarios"][0]
    assert (one["attempts_used"], one["attempts_left"], one["comparable"]) == (1, 0, True)
    assert isinstance(one["total"], int)
    session = json.loads(command("history", "--limit", "1")[1])
    assert session["occasion"] == f"drill:{drill}"
    assert session["seed"] == status(command, drill)["seed"]

    refused(play(command, monkeypatch, SORRY, drill), "1 回まで")
    refused(play(command, monkeypatch, SORRY), "残っているドリルはありません")
    assert command("drill", "close", drill, "--reason", "終了")[0] == 0
    refused(command("drill", "close", drill), drill)
    refused(command("drill", "assign", drill, "yui"), drill)
    refused(play(command, monkeypatch, SORRY, drill), "締め切られ")
    assert status(command, drill)["closed"]["reason"] == "終了"
    assert json.loads(command("drill", "status", "--json")[1])["drills"] == []


def test_what_was_done_stays_when_others_come_in(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A lead who played it alone keeps their result once somebody is registered."""
    drill = new(command, "--scenario", "late-delivery", "--all")
    assert play(command, monkeypatch, SORRY + "/close\n", drill)[0] == 0
    assert [(p["login"], p["done"]) for p in status(command, drill)["people"]] == [("mei", 1)]
    command("people", "add", "ann")
    found = status(command, drill)["people"]
    assert [(p["login"], p["done"]) for p in found] == [("ann", 0), ("mei", 1)]
    board = json.loads(command("drill", "board", drill, "--json")[1])
    assert {p["login"] for p in board["people"]} == {"ann", "mei"}


@pytest.mark.parametrize("language", ["ja", "en"])
def test_lists_and_boards_are_told_in_both_languages(command: Command, language: str) -> None:
    """Nothing is left out and nothing raises; a board can hide its scores."""
    code, out, _ = command("drill", "list", "--lang", language)
    assert (code, len(out.splitlines())) == (0, 1)
    drill = new(
        command,
        *("--scenario", "late-delivery", "--scenario", "review-threat", "--due", FUTURE),
        *("--all", "--pass-mark", "６０", "--intensity", "hard", "--varied", "--in", "any"),
    )
    told = command("drill", "list", "--lang", language)[1]
    assert drill in told
    assert "60" in told
    assert ("次の応対　朝から待っている荷物" if language == "ja" else "Your next contact: ") in told
    shown = command("drill", "status", drill[7:], "--lang", language)[1]  # the part after the day
    assert "mei" in shown
    assert "review-threat" in shown
    board = command("drill", "board", drill, "--plain", "--lang", language)[1]
    assert "週次の練習" in board
    assert ("未着手" if language == "ja" else "not begun") in board
    row = json.loads(command("drill", "board", drill, "--json", "--hide-scores")[1])["people"][0]
    assert (row["state"], row["done"], row["of"]) == ("not-begun", 0, 2)
    assert not {"total", "outcome", "passed"} & row.keys()


@pytest.mark.parametrize("width", ["60", "110"])
def test_a_board_keeps_to_the_width(
    command: Command, monkeypatch: pytest.MonkeyPatch, width: str
) -> None:
    """No line is wider than the terminal, also with wide letters."""
    from simulator.machine.wrap import cells

    drill = new(command, "--scenario", "late-delivery", "--for", "mei", "とても長い名前" * 8)
    play(command, monkeypatch, SORRY + "/close\n", drill)
    monkeypatch.setenv("COLUMNS", width)
    for language in ("ja", "en"):
        lines = command("drill", "board", drill, "--plain", "--lang", language)[1].splitlines()
        assert max(map(cells, lines)) <= int(width)


def test_mistakes_are_told(command: Command) -> None:
    """Each ends with 2 and a sentence; nothing is made."""
    made = ("drill", "new", "x", "--scenario", "late-delivery")
    refused(command("drill", "new", "x", "--scenario", "late-delivry"), "late-delivery")
    refused(command(*made, "--due", "2020-01-01"), "2020-01-01")
    refused(command(*made, "--due", "someday"), "someday")
    refused(command(*made, "--seed", "-1"), "-1")
    refused(command(*made, "--seed", "9" * 30), "9" * 30)
    refused(command(*made, "--pass-mark", "0"), "0")
    refused(command(*made, "--attempts", "many"), "many")
    refused(command(*made, "--all", "--for", "mei"))
    refused(command("drill", "new", "\n ", "--scenario", "late-delivery"))
    for what in ("status", "close", "play", "board"):
        refused(command("drill", what, "nothing", "--lang", "ja"), "nothing")
        refused(command("drill", what, "\udc80", "--lang", "ja"))
    refused(command("drill", "assign", "nothing", "mei"), "nothing")
    refused(command("watch", "nobody"), "nobody")
    refused(command("watch", "2026"), "2026")
    assert json.loads(command("drill", "list", "--json")[1])["drills"] == []


def test_that_all_drills_are_closed_is_told(command: Command) -> None:
    """Not that there is none; where to look is told with it."""
    drill = new(command, "--scenario", "late-delivery", "--all")
    assert command("drill", "close", drill)[0] == 0
    assert "drill list" in command("drill", "status", "--lang", "en")[1]
    assert "締め切り済み 1 件" in command("drill", "status", "--lang", "ja")[1]


def test_a_time_that_is_over(command: Command) -> None:
    """With --late it is taken, and everybody is overdue."""
    drill = new(command, "--scenario", "late-delivery", "--all", "--due", "2020-01-01", "--late")
    assert status(command, drill)["people"][0]["overdue"]


def test_ids_may_be_cut_short(command: Command) -> None:
    """An id that begins several drills is told with examples."""
    first = new(command, "--scenario", "late-delivery")
    second = new(command, "--scenario", "late-delivery")
    refused(command("drill", "status", first[:6]), first, second)
    assert command("drill", "assign", second, "ken", "ken")[0] == 0
    assert status(command, second)["assigned"] == ["ken"]
    assert "ken" not in command("drill", "assign", second, "ken")[1]
    refused(command("drill", "play", second), "mei")


def test_a_name_is_only_text(command: Command) -> None:
    """Escape sequences and markup in a title act nowhere."""
    title = "[red]x[/] \x1b[31m =1+1"
    assert command("drill", "new", title, "--scenario", "late-delivery", "--all")[0] == 0
    for words in (("list",), ("status",), ("list", "--json")):
        out = command("drill", *words)[1]
        assert "[red]x[/]" in out
        assert "\x1b" not in out


def test_a_scenario_that_changed_or_vanished(
    command: Command, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Told in the status and before it is played; the result is marked as not comparable."""
    assert command("new", "own-case", "--yes")[0] == 0
    monkeypatch.setenv("SUPPORTDOJO_PACKS", str(here))
    drill = new(command, "--scenario", "own-case", "--for", "mei", "--in", "ja")
    source = here / "own-case" / "scenario.yaml"
    source.write_text(source.read_text("utf-8") + "\n# changed\n", encoding="utf-8")
    told = command("drill", "status", drill, "--lang", "en")[1]
    assert "was changed after the drill was made" in told
    code, _, err = play(command, monkeypatch, "申し訳ございません。\n/close\n", drill)
    assert code == 0
    assert "比べられません" in err
    shown = status(command, drill)
    assert shown["texts"] == {"own-case": "changed"}
    assert shown["people"][0]["scenarios"][0]["comparable"] is False
    assert "not comparable" in command("drill", "status", drill, "--lang", "en")[1]
    monkeypatch.setenv("SUPPORTDOJO_PACKS", "")
    assert "not here or cannot be read" in command("drill", "status", drill, "--lang", "en")[1]
    monkeypatch.setenv("LOGNAME", "ken")
    command("drill", "assign", drill, "ken")
    refused(command("drill", "play", drill, "--plain"), "own-case")


def test_a_fact_that_does_not_fit(command: Command) -> None:
    """It is told on standard error; the other drills are listed."""
    from datetime import UTC, datetime

    drill = new(command, "--scenario", "late-delivery")
    workplace = open_workplace()
    body = {"title": "?"}
    workplace.store.add_fact("drill", person=None, subject="odd", body=body, now=datetime.now(UTC))
    workplace.close()
    code, out, err = command("drill", "list", "--lang", "ja")
    assert code == 0
    assert drill in out
    assert "1件" in err


def test_a_lead_overrules(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """The verdict is what status and board show."""
    from datetime import UTC, datetime

    drill = new(command, "--scenario", "late-delivery", "--for", "mei", "--pass-mark", "90")
    play(command, monkeypatch, SORRY + "/close\n", drill)
    one = status(command, drill)["people"][0]["scenarios"][0]
    assert one["passed"] is False
    workplace = open_workplace()
    for name, was, value in (("total", one["total"], 95), ("passed", False, True)):
        body = {"turn": 0, "criterion": name, "was": was, "is": value, "reason": "聞き直した"}
        workplace.store.add_fact(
            "override", person="mei", subject=one["best"], body=body, now=datetime.now(UTC)
        )
    workplace.close()
    again = status(command, drill)["people"][0]["scenarios"][0]
    assert (again["total"], again["passed"]) == (95, True)
    assert json.loads(command("drill", "board", drill, "--json")[1])["people"][0]["total"] == 95


def test_a_pass_mark_decides_everywhere(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the status, at the end, in the history, the review and the report, each naming the mark."""
    drill = new(command, "--scenario", "late-delivery", "--all", "--pass-mark", "5")
    _, out, _ = play(command, monkeypatch, SORRY + "/close\n")
    assert "このドリルの合格点は 5 点" in out
    assert "\n合格  合計" in out
    assert status(command, drill)["people"][0]["scenarios"][0]["passed"]
    (line,) = map(json.loads, command("history")[1].splitlines())
    assert (line["passed"], line["pass_mark"]) == (True, 5)
    session = line["session"]
    assert line["total"] < 70  # by the rubric it is none
    waits = command("review", "--lang", "ja")[1]
    assert "◎ 合格" in waits
    assert "合格点 5" in waits
    found = json.loads(command("review", session, "--json")[1])
    assert (found["engine"]["passed"], found["effective"]["passed"]) == (True, True)
    assert (found["passed_by_rules"], found["pass_mark"]) == (True, 5)
    table = command("report", "--drill", drill, "--format", "csv", "--lang", "en")[1]
    head, row = list(csv.reader(io.StringIO(table.lstrip("\ufeff"))))
    told = dict(zip(head, row, strict=True))
    assert (told["Passed"], told["Pass mark of the drill"]) == ("yes", "5")
    assert "(5)" in command("report", "--drill", drill, "--format", "html", "--lang", "en")[1]

    assert json.loads(command("today", "--json")[1])["bests"]["late-delivery"]["passed"]
    assert json.loads(command("progress", "--json")[1])["bests"]["late-delivery"]["passed"]
    workplace = open_workplace()
    assert read_past(workplace).best["late-delivery"].passed  # on the first screen
    workplace.close()

    refuse = "criterion=passed,is=no"
    assert command("review", session, "--override", refuse, "--reason", "heard it")[0] == 0
    assert not status(command, drill)["people"][0]["scenarios"][0]["passed"]
    assert not json.loads(command("review", session, "--json")[1])["effective"]["passed"]
    assert command("review", session, "--done")[0] == 0
    (outcomes,) = json.loads(command("calibration", "--json")[1])["outcomes"]
    assert (outcomes["false_passes"], outcomes["false_fails"]) == (1, 0)


def test_the_json_mode_tells_the_pass_mark_of_a_drill(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At the end, as its schema has it; what is stored of the scorecard stays the rubric's."""
    new(command, "--scenario", "late-delivery", "--all", "--pass-mark", "5")
    lines = [{"reply": "I'm so sorry."}, *[{"end": True}] * 3]
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(map(json.dumps, lines))))
    out = command("drill", "play", "--jsonl", "--lang", "en")[1]
    (card,) = [e for e in map(json.loads, out.splitlines()) if e["event"] == "scorecard"]
    assert (card["passed"], card["pass_mark"]) == (True, 5)
    schema = Path(simulator.__path__[0], "line", "jsonl.schema.json").read_text("utf-8")
    whole = json.loads(schema)
    event = {**whole["definitions"]["event"], "definitions": whole["definitions"]}
    jsonschema.Draft7Validator(event).validate(card)


def test_without_a_pass_mark_nothing_names_one(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rubric decides, and what is written out has no place for a mark."""
    drill = new(command, "--scenario", "late-delivery", "--all")
    play(command, monkeypatch, SORRY + "/close\n")
    (line,) = map(json.loads, command("history")[1].splitlines())
    assert not line["passed"]
    for told in (
        json.dumps(line),
        command("review", line["session"], "--json")[1],
        command("report", "--drill", drill, "--format", "jsonl")[1],
        command("report", "--drill", drill, "--format", "csv", "--lang", "en")[1].lower(),
    ):
        assert "pass_mark" not in told
        assert "pass mark" not in told


def test_people_of_a_shared_store(lead: Command) -> None:
    """Where people are registered, nobody else can be given a drill; all means all trainees."""
    lead("people", "add", "yui", "--name", "結衣")
    lead("people", "add", "boss", "--role", "lead")
    made = ("drill", "new", "x", "--scenario", "late-delivery")
    refused(lead(*made, "--for", "yiu"), "yiu")
    drill = new(lead, "--scenario", "late-delivery", "--all")
    assert [(p["login"], p["name"]) for p in status(lead, drill)["people"]] == [("yui", "結衣")]
    refused(lead("drill", "assign", drill, "nobody"), "nobody")
    lead("people", "rename", "yui", "山本結衣")
    assert "山本結衣 (yui)" in lead("drill", "status", drill)[1]
    lead("people", "shut-out", "yui")
    refused(lead("drill", "assign", drill, "yui"), "yui")
    assert status(lead, drill)["people"] == []


def test_a_team_on_postgresql(
    command: Command, postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A trainee sees and plays their own drills only; the lead watches; others see nothing."""
    monkeypatch.setenv("SUPPORTDOJO_DB", postgres_url)
    passwords = {}
    for login in ("yui", "ken"):
        told = re.search(r"Password: (\S+)", command("people", "add", login, "--lang", "en")[1])
        assert told is not None
        passwords[login] = told[1]
    drill = new(command, "--scenario", "late-delivery", "--for", "yui", "--due", FUTURE)

    def be(login: str) -> None:
        monkeypatch.setenv("SUPPORTDOJO_DB", as_login(postgres_url, login, passwords[login]))

    be("ken")
    assert json.loads(command("drill", "list", "--json")[1])["drills"] == []
    refused(command("drill", "status", drill), drill)
    refused(command("drill", "close", drill), drill)
    refused(command("drill", "new", "x", "--scenario", "late-delivery"))
    be("yui")
    (own,) = json.loads(command("drill", "status", "--json")[1])["drills"]
    assert [p["login"] for p in own["people"]] == ["yui"]
    refused(command("drill", "close", drill))
    refused(command("drill", "assign", drill, "ken"))
    assert play(command, monkeypatch, SORRY + "/close\n")[0] == 0
    session = json.loads(command("history")[1])["session"]
    assert SORRY.strip() in command("watch", session, "--plain", "--lang", "ja")[1]
    be("ken")
    refused(command("watch", session), session)
    refused(command("watch", "yui"), "yui")
    monkeypatch.setenv("SUPPORTDOJO_DB", postgres_url)
    assert status(command, drill)["people"][0]["done"] == 1
    watched = command("watch", session, "--plain", "--lang", "en")[1]
    assert "Trainee: " + SORRY.strip() in watched
    assert "reply 1: empathy" in watched
    refused(command("watch", "yui"), session)  # no contact is open: told with the last one
