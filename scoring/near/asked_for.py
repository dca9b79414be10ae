"""What a question asks for: a time, a number, a place, a person, a reason, or one of several.

Two questions may share most of their words and ask for different things: "which number shall I
ring?" is not "which of the two shall it be?".
"""

from __future__ import annotations

from typing import Final

from scoring.language.lazy_pattern import LazyPattern
from scoring.language.normalise import matching_form

_KINDS: Final = {
    "number": LazyPattern(r"\bnumber\b|番号|何番"),
    "time": LazyPattern(
        r"\bwhen\b|\bwhat (?:time|day|date|hour)\b|\b(?:which|what) (?:day|date|time)\b|\bby when\b|"
        "いつ|何時|何日|何曜|何分|どのくらいの時間|ご都合のよ"
    ),
    "place": LazyPattern(
        r"\bwhere\b|\b(?:which|what) (?:address|place|hall|page|room)\b|どこ|どちらに(?:お届け|送)|場所"
    ),
    "person": LazyPattern(r"\bwho\b|\bwhom\b|\bwhose\b|どなた|誰|だれ"),
    "reason": LazyPattern(r"\bwhy\b|\bwhat (?:made|for)\b|\breason\b|なぜ|どうして|理由|わけ"),
    "choice": LazyPattern(
        r"\bwhich (?:one|of|would|will|shall|do|is it|suits)\b|\bwould you (?:rather|sooner|prefer)\b|\bwhether\b[^.?!]{0,40}\bor\b|"
        r"\bor (?:would|shall|do) \w+ (?:rather|sooner|prefer)\b|どちら(?:が|に|を|の|か)|どれ"
    ),
}
"""A number is named as such first: "which number" asks for no choice."""


def asked_for(text: str) -> frozenset[str]:
    """The kinds of things that a question's words ask for; none where they do not tell."""
    form = matching_form(text)
    found = frozenset(kind for kind, pattern in _KINDS.items() if pattern.search(form))
    return found - {"choice"} if "number" in found else found


def ask_alike(one: str, other: str) -> bool:
    """Whether two questions may ask for the same thing, as far as their words tell."""
    mine, theirs = asked_for(one), asked_for(other)
    return not mine or not theirs or not mine.isdisjoint(theirs)


_MORE: Final = LazyPattern(
    r"\b(?:anything|something|nothing|what)\b[^?]{0,30}\belse\b|\b(?:any|no) (?:more|other|further) questions?\b|"
    r"\banything (?:more|further)\b|\bstill open\b|\b(?:left|leave) (?:\w+ )?out\b|\b(?:missed|forgotten)\b|"
    "ほか(?:に|は|の)|他(?:に|は|の)|残って|言い(?:忘れ|落と)|漏れ|抜けて|以上で|続き"
)


def asks_for_more(text: str) -> bool:
    """Whether it is asked, or a question's name says, whether there is anything else."""
    return _MORE.search(matching_form(text)) is not None
