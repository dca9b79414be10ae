"""Whether a reply asks the customer which number to ring.

Nearly every contact comes to a call, and whoever is asked for the number gives it: no scenario has to
foresee the question. Numbers of cards, orders and cases are other questions.
"""

from __future__ import annotations

from typing import Final

from scoring.lazy_pattern import LazyPattern
from scoring.model import Reading
from scoring.normalise import matching_form

_NUMBER: Final = LazyPattern(
    r"\b(?:(?:tele)?phone|mobile|contact|call-?back) (?:number|no\b)|\bnumber (?:shall|should|can|may|do|would) (?:i|we|mori)\b|"
    r"\b(?:which|what|whats|what's) (?:(?:is|be|ur|your|the|a|good|best) )*(?:\w+ )?number\b|"
    r"\bnumber (?:(?:i|we|mori) (?:can|could|should|may)|to) (?:ring|call|reach|phone|get)|"
    r"\bwhat (?:can|shall|should) (?:i|we) (?:ring|call|reach) you on\b|"
    "(?:お?電話|携帯(?:電話)?の?|折り返し(?:先)?の?|連絡先の?)番号|どの番号|どちらの番号|何番(?:に|へ)(?:お?かけ|お電話)|折り返し先|"
    "ご?連絡先(?:を|は|の)"
)
_OTHER: Final = LazyPattern(
    r"\b(?:card|order|case|reference|tracking|parcel|account|customer) (?:number|no\b)|\bphone number and\b|\bnumber and (?:full )?name\b|"
    "カード|注文番号|受付番号|お客様番号|伝票"
)


def asks_which_number(reading: Reading) -> bool:
    """Whether a clause of one's own asks for the number to ring, or asks to be given it."""
    for clause in reading.clauses:
        if clause.quoted or clause.negated or not (clause.question or clause.request):
            continue
        text = matching_form(clause.text)
        if _NUMBER.search(text) and not _OTHER.search(text):
            return True
    return False
