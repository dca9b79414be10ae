"""Bulk grading: a line in, a line out, and a bad line stops nothing."""

from __future__ import annotations

import json

import pytest
from hand_made import GOOD, HANDBOOK, SCENARIO, SHOP, Kit

from scenarios.model import Catalog
from scoring.bulk import grade_lines
from scoring.judge import Judge

KIT = Kit()
ITEM = {"id": "a", "scenario": "tiny", "lang": "en", "context": ["Hello?"], "reply": "Hi."}


class HandReader:
    """Reads any text as the good reply."""

    def read(self, text, moment):
        return KIT.read(*GOOD)


class Rules:
    digest = "none"


@pytest.fixture
def judge(rubric):
    catalog = Catalog({"tiny": SCENARIO}, {}, HANDBOOK, SHOP, {"tiny": "d"})
    made = Judge(catalog, rubric, Rules())
    for language in ("ja", "en"):
        made._readers[("tiny", language, False)] = HandReader()
    return made


def test_an_item_becomes_a_result(judge):
    """Id, three grades, sorted breaches and findings with spans, as the contract says."""
    (result,) = grade_lines([(1, json.dumps(ITEM))], judge)
    assert result["id"] == "a"
    assert all(0 <= result[d] <= 100 for d in ("empathy", "policy", "resolution"))
    assert result["breaches"] == sorted(result["breaches"])
    assert {"rule", "start", "end", "points", "message"} <= set(result["findings"][0])
    json.dumps(result)


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[1]",
        json.dumps({**ITEM, "scenario": "nowhere"}),
        json.dumps({**ITEM, "lang": "de"}),
        json.dumps({**ITEM, "reply": None}),
        json.dumps({**ITEM, "context": "Hello?"}),
        json.dumps({**ITEM, "context": ["x"] * 500}),
        json.dumps({**ITEM, "reply": "x" * 30_000}),
        "[" * 100_000,
    ],
)
def test_a_bad_line_is_reported_and_the_rest_goes_on(judge, line):
    """The bad line gives an error with an id, and the next line is graded."""
    bad, good = grade_lines([(1, line), (2, json.dumps(ITEM))], judge)
    assert bad["error"].en and "id" in bad
    assert "empathy" in good
