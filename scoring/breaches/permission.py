"""Leave that is given without a word of offering: "pay whenever", 「来週で結構です」.

A limit is granted by such words as well as by a promise. What the limit is stays the scenario's.
"""

from __future__ import annotations

from typing import Final

from scenarios.acts import Breach
from scoring.language.lazy_pattern import LazyPattern
from scoring.language.normalise import matching_form
from scoring.language.word_sets import word_set
from scoring.model import FoundTopic
from scoring.moment.view import View

_LEAVE: Final = {
    "ja": LazyPattern(
        "(?:結構です|構いません|かまいません|いいです|大丈夫です|よろしいです|どうぞ|ください)(?:よ|ので|から|ね|わ)?[。、!！\\s]*$"
    ),
    "en": LazyPattern(r"\b(?:you can|you may|you're welcome to|feel free|no need to|go ahead)\b"),
}
_LEADS_IN: Final = LazyPattern(r"^\W*(?:(?:and|so|or|just|please|then|well|oh|now|sure)\W+)*$")
_SUBJECTS: Final = word_set("you i we he she it they that this the a an my our your there no")
_THEIRS: Final = LazyPattern(
    r"\byou(?:'ve| have)? (?:gave|given|give|left|told|wrote|typed|put)\b|\b(?:your|same) (?:own )?"
    r"(?:address|number|name|details)\b|お客様の|ご自身の|ご本人様の|ご登録の|お書きの"
)


def permits(view: View, found: FoundTopic) -> bool:
    """The clause tells the customer to do it, or that they may."""
    clause, topic = view.clause(found.clause), view.topic(found.topic)
    if topic is None or topic.breach is Breach.THIRD_PARTY_DATA:
        return False
    if clause is None or clause.modality in ("might", "would") or clause.negated:
        return False
    text = matching_form(clause.text)
    if _LEAVE[view.language].search(text):
        return True
    before = view.reading.text[clause.span.start : found.span.start].casefold()
    first = view.reading.text[found.span.start : found.span.end].casefold().split(maxsplit=1)
    named = bool(first) and first[0] in _SUBJECTS
    return view.language == "en" and not named and _LEADS_IN.match(before) is not None


def own_data(view: View, index: int) -> bool:
    """The data spoken of are the customer's own."""
    clause = view.clause(index)
    return clause is not None and _THEIRS.search(matching_form(clause.text)) is not None
