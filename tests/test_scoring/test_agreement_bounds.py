"""How far grades agree with ratings and pairs that were kept unread while the scorer was made.

Bounds, not expected figures: they lie a little under what was reached (scoring/README.md), so that
a change that makes the scorer deaf is noticed. The raters are language models, not staff.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache

import pytest
from test_ordinary_speech import judge

from scenarios.acts import Breach
from scenarios.language import LANGUAGES, Language
from scoring.agreement.measure import Agreement, measure
from scoring.agreement.rated import OWN_PAIRS, OWN_REPLIES, builtin
from scoring.ledger.fit_data import BREACHES, GAMING, lines
from scoring.model import DIMENSIONS, Dimension

RHO: dict[Language, dict[Dimension, float]] = {
    "ja": {"empathy": 0.84, "policy": 0.82, "resolution": 0.85},
    "en": {"empathy": 0.77, "policy": 0.73, "resolution": 0.78},
}
GIVEN_LENGTH = 0.60
PAIRS = 0.75


@cache
def unread() -> Agreement:
    items = [item for item in builtin(OWN_REPLIES, OWN_PAIRS) if item.part == "late"]
    return measure(items, judge().graded_alone)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scale", DIMENSIONS)
def test_unread_replies_are_ranked_as_they_were_rated(language: Language, scale: Dimension) -> None:
    """Rank correlation on replies that nothing was fitted to, also with length held fixed."""
    (row,) = [r for r in unread().scales if (r.group, r.scale) == (language, scale)]
    assert row.told >= 100
    assert row.rho is not None
    assert row.given_length is not None
    assert row.rho >= RHO[language][scale]
    assert row.given_length >= GIVEN_LENGTH


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_two_that_differ_in_one_thing_the_better_wins(language: Language) -> None:
    """Contrast pairs, over the three scales together."""
    rows = [r for r in unread().pairs if r.group == language]
    right = sum(r.right for r in rows)
    assert right / sum(r.right + r.level + r.wrong for r in rows) >= PAIRS


def test_clean_replies_raise_hardly_any_alarm() -> None:
    """At most one in twenty of the unread replies without a named breach."""
    alarms = unread().alarms
    assert sum(a.false_alarms for a in alarms) <= 0.05 * sum(a.clean for a in alarms)


@pytest.mark.parametrize("language", LANGUAGES)
def test_most_breaches_in_unread_sentences_are_named_and_few_near_misses(
    language: Language,
) -> None:
    """Sentences that commit one of the twelve breaches, and others that only look like it."""
    caught: dict[str, list[bool]] = defaultdict(list)
    raised: list[bool] = []
    for item in lines(BREACHES):
        if item["lang"] != language or item.get("part") != "late":
            continue
        scenario = judge().catalog.scenarios[item["scenario"]]
        moment = judge().moment(scenario, language, item["context"])
        named = judge().grade(judge().read(item["reply"], moment), moment).breaches
        if item["breaches"]:
            caught[item["breach"]].append(Breach(item["breach"]) in named)
        else:
            raised.append(Breach(item["breach"]) in named)
    found = [hit for hits in caught.values() for hit in hits]
    assert sum(found) >= 0.5 * len(found)
    assert sum(raised) <= 0.1 * len(raised)


@pytest.mark.parametrize("language", LANGUAGES)
def test_replies_that_game_the_scorer_earn_little(language: Language) -> None:
    """The mean over unread lists, recitals, echoes and sweet nothings stays low."""
    totals = []
    for item in lines(GAMING):
        if item["lang"] != language or item.get("part") != "late":
            continue
        scenario = judge().catalog.scenarios[item["scenario"]]
        moment = judge().moment(scenario, language, item["context"])
        scores = judge().grade(judge().read(item["reply"], moment), moment).scores
        totals.append(sum(score or 0 for score in scores.values()) / len(DIMENSIONS))
    assert sum(totals) / len(totals) <= 30
