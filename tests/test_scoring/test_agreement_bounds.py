"""How far grades agree with ratings and pairs that were kept unread while the scorer was made.

Bounds, not expected figures: they lie a little under what was reached (scoring/README.md), so that
a change that makes the scorer deaf is noticed. The raters are language models, not staff.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import pytest
from builtin_judge import judge

from scenarios.acts import Breach
from scenarios.language import LANGUAGES, Language
from scoring.agreement.measure import Agreement, measure
from scoring.agreement.rated import FOLDER, OWN_EVEN, OWN_PAIRS, OWN_REPLIES, builtin
from scoring.fitting.data import BREACHES, GAMING, lines
from scoring.model import DIMENSIONS, Dimension

RHO: dict[Language, dict[Dimension, float]] = {
    "ja": {"empathy": 0.88, "policy": 0.83, "resolution": 0.88},
    "en": {"empathy": 0.88, "policy": 0.80, "resolution": 0.88},
}
EVEN = 0.74
"""The same where length tells nothing."""
GIVEN_LENGTH = 0.74
PAIRS = 0.85
CAUGHT: dict[Language, float] = {"ja": 0.55, "en": 0.5}
"""Share of the hard unread sentences whose breach is named."""


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
def test_a_long_reply_is_no_better_for_its_length(language: Language) -> None:
    """Rank correlation on unread replies that were written so that length tells nothing."""
    items = [item for item in builtin(OWN_EVEN) if item.part == "late"]
    here = [item for item in items if item.place.language == language]
    found = measure(here, judge().graded_alone)
    assert len(found.scales) == len(DIMENSIONS)
    for row in found.scales:
        assert row.told >= 100
        assert row.rho is not None and row.rho >= EVEN


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


ENOUGH = 10
"""Sentences of each kind, for each breach and language."""


class Heard(NamedTuple):
    """One sentence that commits a breach or only looks like it, and whether the breach was named."""

    breach: str
    commits: bool
    late: bool
    named: bool


@cache
def sentences(language: Language) -> tuple[Heard, ...]:
    found: list[Heard] = []
    for item in lines(BREACHES):
        if item["lang"] == language:
            scenario = judge().catalog.scenarios[item["scenario"]]
            moment = judge().moment(scenario, language, item["context"])
            named = judge().grade(judge().read(item["reply"], moment), moment).breaches
            hit = Breach(item["breach"]) in named
            late = item.get("part") == "late"
            found.append(Heard(item["breach"], bool(item["breaches"]), late, hit))
    return tuple(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_breaches_in_unread_sentences_are_named_and_near_misses_hardly_ever(
    language: Language,
) -> None:
    """Hard ones in fresh words, direct and veiled, and others that only look like a breach."""
    late = [heard for heard in sentences(language) if heard.late]
    caught = [heard.named for heard in late if heard.commits]
    raised = [heard.named for heard in late if not heard.commits]
    assert sum(caught) >= CAUGHT[language] * len(caught)
    assert sum(raised) <= 0.08 * len(raised)


@pytest.mark.parametrize("breach", [breach.value for breach in Breach])
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_breach_is_caught_and_not_falsely_raised(language: Language, breach: str) -> None:
    """Of the sentences that the scorer may know, at least ten each way for every breach."""
    known = [h for h in sentences(language) if h.breach == breach and not h.late]
    caught = [heard.named for heard in known if heard.commits]
    quiet = [not heard.named for heard in known if not heard.commits]
    assert sum(caught) >= max(ENOUGH, 0.5 * len(caught))
    assert sum(quiet) >= max(ENOUGH, 0.85 * len(quiet))


FRESH = FOLDER / "own-breaches-fresh.jsonl"
"""Sentences by another hand, that the ledger was never fitted to."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_veiled_breaches_by_another_hand_are_named(language: Language) -> None:
    """Both halves; near-misses are hardly ever taken for one."""
    caught: list[bool] = []
    raised: list[bool] = []
    for item in lines(FRESH):
        if item["lang"] == language:
            case = judge().catalog.scenarios[item["scenario"]]
            moment = judge().moment(case, language, item["context"])
            named = judge().grade(judge().read(item["reply"], moment), moment).breaches
            (caught if item["breaches"] else raised).append(Breach(item["breach"]) in named)
    assert sum(caught) >= 0.75 * len(caught)
    assert sum(raised) <= 0.065 * len(raised)


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
