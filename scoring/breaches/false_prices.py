"""Prices and fees that the case does not know, told as what something costs the customer.

What a case costs stands in its amounts. A sum beside "on top", "apiece" or 別途 that is none of
them, none that can be reckoned from them and none that the customer named is untrue; what is given
to the customer is a matter of authority and stands elsewhere.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Final

from scenarios.acts import Act
from scenarios.language import Language
from scenarios.model import Scenario
from scoring.language.lazy_pattern import LazyPattern
from scoring.language.normalise import matching_form
from scoring.model import Slot, Span
from scoring.moment.view import View
from scoring.per_case import per_case

_MOST: Final = 24
"""Pieces that are bought at once."""
_COSTS: Final = LazyPattern(
    r"\b(?:on top|extra|apiece|each|adds?|added|a (?:pen|piece|box)|per (?:pen|piece|item)|costs?|surcharge|altogether|in all|in total|(?:comes|makes) (?:it |that |them )?(?:to )?|"
    r"payable|at the door|(?:handling|release|restocking|cancellation|rush|collection|return) (?:fee|charge)|fee of|for your own account)\b|"
    "別途|追加|加算|プラス|上乗せ|頂戴し|かかり|かかって|手数料|ご負担|(?:1|一)本(?:あたり|につき)|集金|合計|税込"
)
_GIVEN: Final = LazyPattern(
    r"\b(?:off|back|free|refund\w*|coupons?|vouchers?|gift|points?|waive\w*|instead|cheaper|down to|usually|normally|saves?|elsewhere|other shops?|postage|worth|"
    r"for you|from (?:me|us)|for your|for the|to say sorry|treat|in the box|cost us)\b|\bi(?:'m| am| have|'ve|'ll| will)? (?:\w+ )?(?:add|put|throw|tuck|get)\w*\b|\band put\b|"
    "(?:割|円|お)引き|値引|返金|お(?:返し|戻し)|無料|クーポン|不要|いただきません|いただいておりません|かかりません|相当|見舞|上乗せ(?:いたし|させ|し(?:ま|て))"
)
"""Goes to the customer."""
_OF_ANYTHING: Final = LazyPattern(
    r"\bcash on delivery\b|\bgift[ -]?wrap|\bwrapping can\b|\bhandling fee 3|\bpoint for\b|代金引換|ラッピング|ポイント|会員|小為替|お?見積"
)
"""Tells how the shop does things that nobody has asked for: the case says nothing about them."""


def false_prices(view: View) -> Iterator[tuple[Span, int, str | None]]:
    """Each sum that is told as a price of this case and is none."""
    for slot in view.slots(("amount",)):
        told = view.own(slot.clause) and not view.denied(slot.clause)
        if not told or view.hedged(slot.clause) or view.asked(slot.clause):
            continue
        text = view.clause_text(slot.clause)
        if _COSTS.search(text) and not _elsewhere(text) and _unknown(view, slot):
            yield view.clause_span(slot.clause, slot.span), slot.clause, None


def _elsewhere(text: str) -> bool:
    return _GIVEN.search(text) is not None or _OF_ANYTHING.search(text) is not None


def _unknown(view: View, slot: Slot) -> bool:
    if slot.in_case or not slot.value.isdigit() or view.acts_in(slot.clause, Act.REFUSE):
        return False
    value = int(slot.value)
    known = _reckoned(view.scenario, view.language)
    if not known or value in known:
        return False
    said = "".join(view.moment.customer_said).replace(",", "")
    return str(value) not in matching_form(said)


@per_case
def _reckoned(scenario: Scenario, language: Language) -> frozenset[int]:
    """The sums of a case, with what two of them come to and what several pieces do; none where the
    case has no sums."""
    amounts = scenario.amounts
    pairs = itertools.product(amounts, repeat=2)
    several = (amount * count for amount in amounts for count in range(1, _MOST + 1))
    recorded = (
        int(figure)
        for row in scenario.record
        for figure in _FIGURE.findall(row.value.of(language).replace(",", ""))
    )
    reckoned = {value for a, b in pairs for value in (a + b, abs(a - b))}
    return frozenset({*reckoned, *several, *recorded}) if amounts else frozenset()


_FIGURE: Final = LazyPattern(r"\d{1,9}")
