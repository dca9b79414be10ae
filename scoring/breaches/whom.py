"""Whom hard words are about: the customer, or somebody who is not there.

Words alone decide it here: whoever is the subject of what went wrong. Who runs down a carrier blames;
only who runs down the customer insults.
"""

from __future__ import annotations

from typing import Final

from scoring.language.lazy_pattern import LazyPattern
from scoring.language.normalise import matching_form

__all__ = ["is_about_others"]

_OTHERS: Final = LazyPattern(
    r"\b(?:couriers?|carriers?|drivers?|depot|warehouse|packers?|packing|colleagues?|guys?|lads?|staff|agents?|(?:person|people|ones?|lot) (?:before|who)|dispatch|production|workshop|banks?|"
    r"card company|teams?|suppliers?|makers?|developers?|web people|office|trainee|temps?|they|them|their|she|her|he|him|"
    r"somebody|someone|whoever)\b|"
    "担当|前の者|係|運送|宅配|配達|配送|ドライバー|倉庫|営業所|梱包|工房|業者|メーカー|仕入れ|カード会社|銀行|新人|同僚|スタッフ|開発|現場"
)
_THE_CUSTOMER: Final = LazyPattern(
    r"(?<!told )(?<!asked )"
    r"\b(?:you|customers?|people who|one)(?:'(?:ve|d|re))? (?:\w+ly |just |only )?(?:should|could|must|might|may|ought|have|had|were|are|did|do|didn't|don't|weren't|"
    r"shouldn't|couldn't|never|forgot|missed|got|gave|left|typed|entered|put|took|read|made|broke|dropped|lost|went|\w+ed)\b|"
    r"\byour (?:own )?(?:fault|mistake|error|doing|side|part|end|oversight|phone|spelling)\b|\byours(?:elf|elves)\b|\byou(?:'ve| have) only yourself\b|"
    "お客様|あなた|そちら|ご自身|ご自分|皆様"
)
"""As the subject of what went wrong; "should have put you through" is said of somebody else."""


def is_about_others(text: str) -> bool:
    """Whether the words of a clause name somebody else, and not the customer, as the one they are about."""
    form = matching_form(text)
    return _OTHERS.search(form) is not None and _THE_CUSTOMER.search(form) is None
