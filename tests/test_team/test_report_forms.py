"""A report in its forms: nothing in it acts, and each form says the same."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_world import NOW, PEOPLE, figures, known, made, over, world
from team_world import fact, rules, summary

from simulator.store.model import Fact, Person, SessionSummary
from simulator.team.report.csv import as_csv, defused
from simulator.team.report.gather import Reader, Source, gather, judge, names_of
from simulator.team.report.html import as_html
from simulator.team.report.jsonl import as_jsonl
from simulator.team.report.model import Report, Scope
from simulator.team.report.xapi import BASE, statements

NASTY = "=cmd|' /C calc'!A0\"><script>alert(1)</script>&\u202e\x1b[31m"


def nasty() -> Report:
    sessions = [summary(f"s{n}", figures(40, passed=False)) for n in range(3)]
    facts = [
        fact("override", "s0", author="aya", criterion="total", turn=0, reason=NASTY, **{"is": 9})
    ]
    people = [Person("mei", NASTY, "trainee")]
    source = Source(sessions, facts, people, lambda s, turn: NASTY)
    return gather(source, known(), Scope(person="mei"), Reader("en"), NOW)


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("person", [None, "mei"])
def test_the_page_needs_nothing_and_lets_nothing_act(language: Any, person: str | None) -> None:
    for report in (made(Scope(person=person), language=language), nasty()):
        page = as_html(report, rules())
        found = Tags()
        found.feed(page)
        assert "script" not in found.tags and "img" not in found.tags
        assert not [
            name for name, _ in found.attributes if name in ("src", "href") or name.startswith("on")
        ]
        assert "://" not in page and "\x1b" not in page and "\u202e" not in page
    assert NASTY[:5] in as_html(nasty(), rules())


def test_every_drawing_has_words_and_figures_beside_it() -> None:
    page = as_html(made(), rules())
    assert page.count("<svg") == page.count("<title>") - 1 > 10
    assert "43%" in page and "3 of 7" in page and "engine 2 of 7" in page


def test_an_empty_report_says_so() -> None:
    report = made(replace(Scope(), person="nobody"))
    assert "nothing to report" in as_html(report, rules())


# ---------------------------------------------------------------- CSV


def rows(report: Report) -> list[dict[str, str]]:
    data = as_csv(report)
    assert data.startswith(b"\xef\xbb\xbf")
    text = data.decode("utf-8-sig")
    assert text.count("\r\n") == text.count("\n")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_the_table_has_a_line_for_each_session() -> None:
    found = {row["Contact"]: row for row in rows(made())}
    assert len(found) == 12
    assert found["s02"]["Passed"] == "yes" and found["s02"]["Passed (engine)"] == "no"
    assert (found["s02"]["total"], found["s02"]["total (engine)"]) == ("71", "60")
    assert found["s08"]["Passed"] == "" and found["s08"]["In the figures"] == "stopped"
    assert found["s05"]["When"] == "2026-05-10 05:00"


def test_no_cell_is_a_formula() -> None:
    for row in rows(nasty()):
        assert row["Name"].startswith("'=")


@given(st.text())
def test_what_is_defused_begins_with_nothing_that_acts(text: str) -> None:
    assert not defused(text).lstrip(" \u3000").startswith(tuple("=+-@\t\r＝＋－＠"))
    assert defused(text).endswith(text)


# ---------------------------------------------------------------- JSON Lines


def test_lines_for_programs() -> None:
    first, *rest = (json.loads(line) for line in as_jsonl(made()).splitlines())
    assert first["record"] == "report" and first["schema_version"] == 1
    assert first["whole"]["passed"] == {"count": 3, "of": 7, "percent": 42.8571}
    assert len(rest) == 12 and {line["record"] for line in rest} == {"session"}
    assert [line["id"] for line in rest if line["differs"]] == ["s02"]
    assert as_jsonl(nasty()).isascii()


# ---------------------------------------------------------------- xAPI


def told(
    sessions: list[SessionSummary] | None = None,
    facts: list[Fact] | None = None,
    *,
    hide: bool = False,
) -> list[dict[str, Any]]:
    default = world()
    sessions = default[0] if sessions is None else sessions
    facts = default[1] if facts is None else facts
    judged = judge(sessions, facts, known().rules, Scope())
    names = names_of(judged, PEOPLE, Reader("en", hide))
    return statements(judged, facts, known(), names)


def verbs(found: list[dict[str, Any]]) -> list[str]:
    return [s["verb"]["id"].rpartition("/")[2] for s in found]


def test_a_session_is_completed_and_passed_or_failed() -> None:
    completed, passed = told([summary("s1", figures(80, passed=True), occasion="drill:may")], [])
    assert verbs([completed, passed]) == ["completed", "passed"]
    assert completed["result"] == {"completion": True, "duration": "PT600S"}
    assert passed["result"]["score"] == {"scaled": 0.8, "raw": 80, "min": 0, "max": 100}
    assert passed["result"]["success"] is True
    assert passed["result"]["extensions"][f"{BASE}/extensions/empathy"] == 80
    assert passed["actor"]["account"]["name"] == "mei"
    assert passed["context"]["registration"] == completed["context"]["registration"]
    assert passed["context"]["language"] == "ja"
    grouping = passed["context"]["contextActivities"]["grouping"]
    assert grouping[0]["id"] == f"{BASE}/drills/may"


def test_stopped_is_no_fail_and_practice_is_not_told() -> None:
    found = told(
        [
            summary("s1", figures(9, passed=False), ending="stopped"),
            summary("s2", figures(9, passed=False), parent_session="s1", parent_turn=1),
            summary("s3", None, state="open", ended_at=None),
        ],
        [],
    )
    assert verbs(found) == ["terminated"]


def test_a_lead_who_overrules_voids_and_tells_anew() -> None:
    session = summary("s1", figures(60, passed=False))
    before = told([session], [])
    facts = [over("s1", "passed", True), over("s1", "names-feeling", "met", turn=1)]
    after = told([session], facts)
    assert verbs(after) == ["completed", "failed", "voided", "passed"]
    assert after[:2] == before
    assert after[2]["object"] == {"objectType": "StatementRef", "id": before[1]["id"]}
    assert after[3]["context"]["instructor"]["account"]["name"] == "aya"
    # Taken back: that one is voided as well, and the engine's result comes as a new statement.
    undone = [*facts, fact("override-undone", "s1", author="aya", fact=facts[0].id)]
    again = told([session], undone)
    assert again[:4] == after and verbs(again[4:]) == ["voided", "failed"]
    assert len({s["id"] for s in again}) == len(again)


def test_a_new_scorecard_voids_what_the_old_one_said() -> None:
    old = told([summary("s1", figures(60, passed=False))], [])
    new = told([summary("s1", figures(80, passed=True), scorecard_count=2)], [])
    assert verbs(new) == ["completed", "voided", "passed"]
    assert new[1]["object"]["id"] == old[1]["id"] and new[0] == old[0]


def test_ids_are_the_same_each_time_and_of_no_two_statements() -> None:
    sessions, facts = world()
    found = told(sessions, facts)
    assert found == told(sessions, facts)
    assert len({s["id"] for s in found}) == len(found)
    assert all(re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", s["id"]) for s in found)


def test_hidden_statements_tell_no_name() -> None:
    text = json.dumps(told(hide=True), ensure_ascii=False)
    for name in ('"mei"', '"ken"', '"aya"', "佐藤", "Ken Ito"):
        assert name not in text
    assert not {s["id"] for s in told(hide=True)} & {s["id"] for s in told()}
