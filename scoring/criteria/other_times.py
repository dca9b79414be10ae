"""Times in a reply that are nobody's promise: opening hours, visiting hours, a departure.

Whether a promise has its time is judged elsewhere; here it is only told which times do not count.
"""

from __future__ import annotations

from typing import Final

from scoring.language.lazy_pattern import LazyPattern
from scoring.language.normalise import matching_form
from scoring.moment.view import View

_OTHER_TIMES: Final = LazyPattern(
    r"営業時間|開店|閉店|面会|出発|を出[てま]|日(?:間|以内)[^。]{0,14}(?:返|試)|[月火水木金土日]曜?の(?:会|お?祝|お?誕生|贈|パーティ|集まり|ご予定)|"
    r"\b(?:open(?:s|ing)?|clos(?:es|ing)|left|visiting|hours are|departed)\b|"
    r"\bdays? to (?:try|send|return)|\btry (?:it|this|one|them)\b|\btrial\b|\breturn (?:it|them|free)\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day's\b"
)


def about_other_times(view: View, index: int) -> bool:
    """Whether the clause tells when something else happens than what is promised."""
    clause = view.clause(index)
    return clause is not None and _OTHER_TIMES.search(matching_form(clause.text)) is not None
