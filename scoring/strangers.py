"""People who have no part in the case, named to the customer: another buyer, a neighbour.

A name with a title that neither the customer has said nor the scenario's own people bear belongs to
somebody who did not ask to be spoken of.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from scoring.lazy_pattern import GuardedPattern, LazyPattern
from scoring.model import Span
from scoring.normalise import matching_form
from scoring.view import View

_GOES_ON_JA: Final = "(?=(?:とおっしゃ|という|の(?:お宅|お部屋|奥様|箱|分)|もよく|も当店|も同じ|がいらっしゃ|がお求め|のところ|宛|ですよね|から(?:も|お)|に(?:届|お送り)|が(?:昨日|先週)))"
_NAMED: Final = {
    "en": LazyPattern(r"\b(?:Mr|Mrs|Ms|Miss)\.? ([A-Z][a-z]{2,})\b"),
    "ja": GuardedPattern(
        LazyPattern("(?:様|さん)" + _GOES_ON_JA),
        "(?<![一-龥々])([一-龥々]{2,3}|[一-龥]{1,2}[一-龥ぁ-ん]{1,3}(?=さん(?:とおっしゃ|という)))(?:様|さん)"
        + _GOES_ON_JA,
    ),
}
_STAFF: Final = LazyPattern(
    r"\b(?:our|specialist|security|desk|colleague|supervisor|team|from here|in products|ring|rings|call|calls|hear from|my name|speaking|here)\b|\band i,|"
    "担当|専門|係|当店の|私ども|からお電話|からご連絡|申します"
)
"""Speaks of those who work here and will be in touch."""
_NO_NAMES: Final = LazyPattern(
    "客|皆|奥|母|父|兄|姉|弟|妹|夫|主人|娘|息子|本人|先方|家族|隣|誰|何|神|仏|王|会社|担当|店員|業者|運転手|配達|同|各位|双方|御|"
    r"\b(?:customer|supervisor|and|or|the)\b"
)


def strangers(view: View) -> Iterator[tuple[Span, int]]:
    """Clauses that name such a person, with their words."""
    pattern = _NAMED[view.language]
    known = None
    for index, clause in enumerate(view.reading.clauses):
        if not view.own(index) or view.denied(index) or view.asked(index):
            continue
        text = matching_form(clause.text) if view.language == "ja" else clause.text
        for match in pattern.finditer(text):
            known = _known(view) if known is None else known
            name = match[1].casefold()
            staff = _STAFF.search(view.sentence_text(index))
            if _NO_NAMES.search(name) is None and name not in known and not staff:
                yield clause.span, index
                break


def _known(view: View) -> str:
    """Everything in which somebody of the case may be named."""
    case, language = view.scenario, view.language
    told = (
        case.customer.name.of(language),
        case.customer.about.of(language),
        case.briefing.of(language),
        view.shop.supervisor.of(language),
        *(row.value.of(language) for row in case.record),
        *view.moment.customer_said,
        *view.moment.agent_said,
    )
    return matching_form("\n".join(told))
