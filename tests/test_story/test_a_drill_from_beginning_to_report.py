"""The whole story of one drill, as people live it: set, played, interrupted, disputed, reviewed, reported.

A lead makes a drill for three trainees. One plays well; one middling, and is interrupted in mid-call;
one breaks the rules and asks for a second look. The lead overrules, answers, tries a stricter rubric on
everything before adopting it, and writes the report. Every figure of the report is worked out here once
more from the sessions. In both languages, on one machine and on a team's database.
"""

from __future__ import annotations

import csv
import io
import json
import re
import statistics
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from postgres import as_login

from scenarios.loader import builtin_library
from scenarios.model import ExemplarStep
from simulator.cli import main

DIMENSIONS = ("empathy", "policy", "resolution")
SCENARIOS = ("late-delivery", "review-threat")
PEOPLE = {"yui": ("早乙女結衣", "good"), "ken": ("矢島健", "poor"), "sora": ("相沢空", "rude")}
LEAD = "mori"


class Interrupted(io.StringIO):
    """Standard input that is interrupted when it has nothing more to give."""

    def readline(self, size: int | None = -1, /) -> str:
        line = super().readline(size if size is not None else -1)
        if not line:
            raise KeyboardInterrupt
        return line


@dataclass
class Office:
    """People at their own terminals, with one store between them."""

    monkeypatch: pytest.MonkeyPatch
    capsys: pytest.CaptureFixture[str]
    language: str
    url: str = ""
    """Of the team's database as its owner; empty: one file for all."""
    addresses: dict[str, str] = field(default_factory=dict)

    def run(self, login: str, *words: str, stdin: io.StringIO | None = None, code: int = 0) -> str:
        """What *login* gets for these words, at their own terminal."""
        self.monkeypatch.setenv("LOGNAME", login)
        if self.url:
            self.monkeypatch.setenv("SUPPORTDOJO_DB", self.addresses.get(login, self.url))
        self.monkeypatch.setattr("sys.stdin", stdin or io.StringIO())
        got = main([*words, "--lang", self.language])
        out, err = self.capsys.readouterr()
        assert got == code, f"{login}: {words}: {err}"
        assert "Traceback" not in err
        return out

    def json(self, login: str, *words: str) -> Any:
        """The same, for commands with ``--json``."""
        return json.loads(self.run(login, *words, "--json"))

    def add(self, login: str, name: str, role: str) -> None:
        """A new colleague, who from now on comes in with what the lead hands out."""
        out = self.run("owner", "people", "add", login, "--name", name, "--role", role)
        if self.url:
            password = next(
                part
                for line in out.splitlines()
                if "パスワード" in line or "Password" in line
                for part in line.replace("\u3000", " ").split()[1:2]
            )
            self.addresses[login] = as_login(self.url, login, password)


@pytest.fixture(params=[("sqlite", "ja"), ("postgres", "en")], ids="-".join)
def office(
    request: pytest.FixtureRequest,
    alone: None,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Iterator[Office]:
    """A team on one machine in Japanese, and one that shares a server in English."""
    store, language = request.param
    url = request.getfixturevalue("postgres_url") if store == "postgres" else ""
    yield Office(monkeypatch, capsys, language, url)


def commands(scenario: str, name: str) -> list[str]:
    """The moves of an exemplar as lines of the JSON mode."""
    exemplar = builtin_library().exemplar(scenario, name)
    return [json.dumps(_command(step)) for step in exemplar.steps]


def _command(step: ExemplarStep) -> dict[str, Any]:
    if step.note is not None:
        return {"note": dict(step.note)}
    if step.reply is not None:
        return {"reply": step.reply}
    if step.action is not None:
        return {"action": step.action, "args": dict(step.args)}
    return {"wait": step.wait} if step.wait is not None else {"end": True}


def lines(parts: list[str]) -> str:
    return "".join(f"{part}\n" for part in parts)


def played(out: str) -> Mapping[str, Any]:
    """The last scorecard of a contact in the JSON mode."""
    events = [json.loads(line) for line in out.splitlines()]
    return next(e for e in reversed(events) if e["event"] == "scorecard")


def test_the_story_of_a_drill(office: Office, tmp_path: Path) -> None:
    """From the lead's first thought to the printed page."""
    for login, (name, _) in PEOPLE.items():
        office.add(login, name, "trainee")
    office.add(LEAD, "森", "lead")
    drill = _set(office)
    _play_all(office, drill)
    sessions = _sessions(office)
    _status_agrees(office, drill, sessions)
    worst = next(
        s for s in sessions.values() if s["trainee"] == "sora" and s["scenario"] == "late-delivery"
    )
    overruled = _review(office, worst)
    _rescore(office, sessions, tmp_path)
    _report(office, drill, sessions, overruled, tmp_path)
    _nobody_sees_too_much(office, sessions)


def _set(office: Office) -> str:
    """The same customer for everybody, in test mode, and it is on each trainee's list."""
    made = office.json(
        *(LEAD, "drill", "new", "朝の荷物と星一つ", "--scenario", SCENARIOS[0]),
        *("--scenario", SCENARIOS[1], "--in", office.language, "--mode", "test"),
        *("--seed", "42", "--due", "2099-12-24", "--attempts", "2", "--for", *PEOPLE),
    )["drill"]
    office.run(LEAD, "drill", "new", "x", "--scenario", "late-deliver", "--for", "yui", code=2)
    past = ("--due", "2020-01-01", "--for", "yui")
    office.run(LEAD, "drill", "new", "x", "--scenario", SCENARIOS[0], *past, code=2)
    for login in PEOPLE:
        assert made["drill"] in office.run(login, "drill", "list")
    return str(made["drill"])


def _play_all(office: Office, drill: str) -> None:
    for login, (_, kind) in PEOPLE.items():
        for scenario in SCENARIOS:
            moves = commands(scenario, f"{office.language}-{kind}")
            if login == "ken" and scenario == SCENARIOS[0]:
                # The plug is pulled after the first move; the next command goes on right there.
                begun = Interrupted(lines(moves[:1]))
                office.run(login, "drill", "play", drill, "--jsonl", stdin=begun, code=130)
                moves = moves[1:]
            stdin = io.StringIO(lines([*moves, json.dumps({"end": True})]))
            card = played(office.run(login, "drill", "play", drill, "--jsonl", stdin=stdin))
            assert card["total"] is not None


def _sessions(office: Office) -> dict[str, dict[str, Any]]:
    """All contacts as the lead sees them; each person has played each scenario once."""
    found = [json.loads(line) for line in office.run(LEAD, "history").splitlines()]
    assert sorted((s["trainee"], s["scenario"]) for s in found) == sorted(
        (login, scenario) for login in PEOPLE for scenario in SCENARIOS
    )
    assert all(s["state"] == "ended" and s["seed"] == 42 for s in found)
    by_person = {(s["trainee"], s["scenario"]): s for s in found}
    totals = [by_person[login, SCENARIOS[0]]["total"] for login in PEOPLE]
    assert totals == sorted(totals, reverse=True)
    assert [by_person[login, SCENARIOS[0]]["passed"] for login in PEOPLE] == [True, False, False]
    return {s["session"]: s for s in found}


def _status_agrees(office: Office, drill: str, sessions: dict[str, dict[str, Any]]) -> None:
    """The lead's table says of everybody what their sessions say."""
    shown = office.json(LEAD, "drill", "status", drill)["drills"][0]
    assert {p["login"] for p in shown["people"]} == set(PEOPLE)
    for person in shown["people"]:
        for row in person["scenarios"]:
            (mine,) = (
                s
                for s in sessions.values()
                if (s["trainee"], s["scenario"]) == (person["login"], row["scenario"])
            )
            assert (row["total"], row["passed"]) == (mine["total"], mine["passed"])
            assert (row["attempts_used"], row["attempts_left"]) == (1, 1)
    board = office.json(LEAD, "drill", "board", drill)
    assert {row["login"] for row in board["people"]} == set(PEOPLE)


def _review(office: Office, worst: dict[str, Any]) -> dict[str, int]:
    """A second look is asked for; the lead answers, overrules with a reason, takes one back."""
    session = worst["session"]
    office.run("sora", "second-look", session, "急いでいただけです。", "--turn", "1")
    if office.url:
        office.run("ken", "second-look", session, "?", code=2)
        office.run("sora", "review", session, "--done", code=2)
    waiting = office.json(LEAD, "review")
    assert waiting["waiting"][0]["session"] == session
    request = next(
        f for f in office.json(LEAD, "review", session)["facts"] if f["kind"] == "second-look"
    )
    office.run(LEAD, "review", session, "--override", "criterion=empathy,is=99", code=2)
    office.run(
        LEAD, "review", session, "--override", "criterion=empthy,is=9", "--reason", "x", code=2
    )
    over = ("--override", "criterion=resolution,is=55", "--reason", "急ぎの手配は事実")
    undone = office.json(LEAD, "review", session, *over)["stored"][0]
    office.run(LEAD, "review", session, "--undo", undone)
    total = 33
    office.run(
        *(LEAD, "review", session, "--override", f"criterion=total,is={total}"),
        *("--reason", "声の調子は悪くない", "--comment", "1", "まず受け止めを。"),
        *("--answer", request["id"], "changed", "合計だけ改めました。", "--dispute", "1", "--done"),
    )
    seen = office.run("sora", "show", session)
    assert "合計だけ改めました。" in seen
    assert "まず受け止めを。" in seen
    verdict = office.json(LEAD, "review", session)
    assert verdict["engine"]["total"] == worst["total"]
    assert verdict["effective"]["total"] == total
    assert verdict["effective"]["resolution"] == worst["resolution"]
    return {session: total}


def _rescore(office: Office, sessions: dict[str, dict[str, Any]], folder: Path) -> None:
    """A stricter pass mark: who would fall is told before it counts, and old scorecards stay."""
    rules = folder / "rules"
    office.run(LEAD, "rescore", "--copy", str(rules))
    file = rules / "standard.yaml"
    usual = file.read_text("utf-8")
    strict = re.sub(r"passes: \{total: \d+", "passes: {total: 100", usual, count=1)
    assert strict != usual
    file.write_text(strict, "utf-8")
    told = office.json(LEAD, "rescore", "--rubric", str(rules))
    passed = sorted(s["session"] for s in sessions.values() if s["passed"])
    assert passed
    assert sorted(row["session"] for row in told["newly_failed"]) == passed
    assert told["newly_passed"] == []
    assert office.json(LEAD, "rescore")["adoption"] is None
    before = {s: office.run(LEAD, "show", s, "--json") for s in sessions}
    office.run(LEAD, "rescore", "--rubric", str(rules), "--adopt", code=2)
    office.run(LEAD, "rescore", "--rubric", str(rules), "--adopt", "--reason", "厳しく")
    assert {s: office.run(LEAD, "show", s, "--json") for s in sessions} == before
    assert any("rules-adopted" in line for line in office.run(LEAD, "audit", "--json").splitlines())
    if office.url:
        office.run("yui", "rescore", "--revert", "--reason", "x", code=2)
    office.run(LEAD, "rescore", "--revert", "--reason", "元に戻す")


def _report(
    office: Office,
    drill: str,
    sessions: dict[str, dict[str, Any]],
    overruled: dict[str, int],
    folder: Path,
) -> None:
    """Each figure once more from the sessions, with the lead's verdict above the engine's."""
    out = folder / "report.jsonl"
    office.run(LEAD, "report", "--drill", drill, "--format", "jsonl", "--out", str(out))
    figures, *rows = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert figures["count"]["all"] == len(sessions) == len(rows)
    totals = {s: overruled.get(s, mine["total"]) for s, mine in sessions.items()}
    for row in rows:
        mine = sessions[row["id"]]
        assert row["engine"]["total"] == mine["total"]
        assert row["stands"]["total"] == totals[row["id"]]
        assert row["engine"]["scores"] == {d: mine[d] for d in DIMENSIONS}
        assert row["differs"] == (row["id"] in overruled)
    _group_agrees(figures["whole"], list(sessions), sessions, totals)
    assert {group["name"] for group in figures["people"]} == {n for n, _ in PEOPLE.values()}
    for group in figures["people"]:
        login = next(login for login, (name, _) in PEOPLE.items() if name == group["name"])
        own = [s for s, mine in sessions.items() if mine["trainee"] == login]
        _group_agrees(group, own, sessions, totals)
    assert len(figures["scenarios"]) == len(SCENARIOS)
    _skills_agree(office, figures, sessions)
    assert [line["session"] for line in figures["overruled"]] == list(overruled)
    _other_forms(office, drill, sessions, totals, folder)


def _group_agrees(
    group: dict[str, Any],
    own: list[str],
    sessions: dict[str, dict[str, Any]],
    totals: dict[str, int],
) -> None:
    mine = [sessions[s] for s in own]
    assert group["sessions"] == len(own)
    passed = sum(s["passed"] for s in mine)
    assert (group["passed"]["count"], group["passed"]["of"]) == (passed, len(own))
    assert group["total"]["value"] == pytest.approx(
        statistics.mean(totals[s] for s in own), abs=1e-3
    )
    engine = statistics.mean(s["total"] for s in mine)
    assert group["engine_total"]["value"] == pytest.approx(engine, abs=1e-3)
    for dimension in DIMENSIONS:
        known = [s[dimension] for s in mine if s[dimension] is not None]
        mean = statistics.mean(known) if known else None
        assert group["scores"][dimension]["value"] == pytest.approx(mean, abs=1e-3)
        assert group["scores"][dimension]["n"] == len(known)


def _skills_agree(
    office: Office, figures: dict[str, Any], sessions: dict[str, dict[str, Any]]
) -> None:
    """What each criterion earned, from the stored scorecards themselves."""
    points: dict[str, list[int]] = {}
    for session in sessions:
        (card,) = json.loads(office.run(LEAD, "show", session, "--json"))["scorecards"]
        for result in card["criteria"]:
            if result["out_of"]:
                points.setdefault(result["criterion"], []).append(result["points"])
    shown = {line["criterion"]: line for line in figures["skills"]}
    assert set(shown) == set(points)
    for criterion, earned in points.items():
        assert shown[criterion]["points"] == sum(earned), criterion
        assert shown[criterion]["sessions"] == len(earned), criterion


def _other_forms(
    office: Office,
    drill: str,
    sessions: dict[str, dict[str, Any]],
    totals: dict[str, int],
    folder: Path,
) -> None:
    """The page, the sheet and the statements tell the same; names can be hidden."""
    page, sheet, statements = folder / "r.html", folder / "r.csv", folder / "r.xapi"
    office.run(LEAD, "report", "--drill", drill, "--out", str(page), "--hide-names")
    html = page.read_text("utf-8")
    assert "<script" not in html
    assert not any(name in html for name, _ in PEOPLE.values())
    office.run(LEAD, "report", "--drill", drill, "--format", "csv", "--out", str(sheet))
    raw = sheet.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    cells = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    for session, total in totals.items():
        (row,) = (cell for cell in cells if session in cell)
        assert str(total) in row
    office.run(LEAD, "report", "--drill", drill, "--format", "xapi", "--out", str(statements))
    told = json.loads(statements.read_text("utf-8"))
    assert len({s["id"] for s in told}) == len(told) >= 2 * len(sessions)


def _nobody_sees_too_much(office: Office, sessions: dict[str, dict[str, Any]]) -> None:
    """On the team's database a trainee has their own contacts, and no others."""
    if not office.url:
        return
    for login in PEOPLE:
        seen = [json.loads(line) for line in office.run(login, "history").splitlines()]
        assert {s["session"] for s in seen} == {
            s for s, mine in sessions.items() if mine["trainee"] == login
        }
        other = next(s for s, mine in sessions.items() if mine["trainee"] != login)
        office.run(login, "show", other, code=2)
