"""Joy over something that has not come about: "So glad it's working!" to somebody whose mill stands still.

Joy is over one of a few things: that something has arrived, that it works, that all is settled, that
it pleases. It is unfounded unless the customer has said so in one of the last lines, or is relieved
at all. In doubt it is founded.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final

from scenarios.language import Language
from scenarios.values import dataclass
from scoring.language.lazy_pattern import LazyPattern
from scoring.language.normalise import matching_form
from scoring.language.sentence_ends import sentences_of
from scoring.model import Clause

_LAST: Final = 3
"""Lines of the customer's in which the news may stand."""


@dataclass(frozen=True, slots=True)
class _Joy:
    """Joy over one thing, and the words of a customer who has told it."""

    over: LazyPattern
    told: LazyPattern


_GLAD_EN: Final = (
    r"\b(?:(?:glad|pleased|delighted|happy|thrilled|relieved) (?:(?:to (?:hear|see|know|learn|read) )?(?:that |how )?)|"
    r"(?:great|good|wonderful|lovely|brilliant|fantastic) (?:news )?(?:to (?:hear|see|know|learn|read) (?:that |how )?|that ))"
)
_GLAD_JA: Final = "(?:何より|よかった|良かった|安心(?:しました|いたしました)|(?:うれし|嬉し)[いく]|ほっと(?:しま|いたし)|光栄)"
_GLAD: Final[Mapping[Language, LazyPattern]] = {
    "en": LazyPattern(_GLAD_EN),
    "ja": LazyPattern(_GLAD_JA),
}
_THING: Final = (
    r"(?:it|that|this|everything|all|things|they|(?:the|your) (?!mail|notice|name|message|letter|"
    r"answer|reply|confirmation|call|refund|money)\w+(?: \w+)?)"
    r"(?: ?(?:'s|'re|'ve|is|are|has|have|was|were|got|both|all|now|finally|been|already|safely|at last))* "
)
_YOU: Final = r"(?:you|you're|you are|your \w+ (?:is|are)) (?:(?:all|now|so|both|really|clearly) )*"


def _en(over: str, told: str) -> _Joy:
    return _Joy(LazyPattern(_GLAD_EN + over), LazyPattern(told))


def _ja(over: str, told: str) -> _Joy:
    therefore = "(?:(?!たら|れば|様|さん)[^。、!?「」]){0,12}"
    return _Joy(LazyPattern(over + therefore + _GLAD_JA), LazyPattern(told))


_JOYS: Final[Mapping[Language, tuple[_Joy, ...]]] = {
    "en": (
        _en(
            _THING + r"(?:arrived|here|come|came|turned up|reached you|got (?:there|to you))\b",
            r"arriv|\bcame\b|\bcome\b|\bhere\b|turned up|\bgot\b|\bhave (?:it|the|them)\b|receiv|delivered|\bin the box\b|"
            r"door ?bell|landed|opened|unpack",
        ),
        _en(
            _THING + r"(?:work(?:s|ed|ing)?|runs?|running|going|fixed|repaired)\b",
            r"\bwork(?:s|ed|ing)\b|\brun(?:s|ning)\b|\bgoing\b|fixed|repaired|\bgoes\b|\bon again\b",
        ),
        _en(
            _THING + r"(?:sorted|resolved|solved|settled|fine|well|in order|okay|ok|perfect)\b",
            r"sorted|resolved|solved|settled|\bfine\b|\bwell\b|okay|\bok\b|perfect|all right|alright|better|"
            r"\bworks\b|\barrived\b|\bcame\b|\b(?:i|they|we)(?:'ve| have)? (?:just )?(?:rang|rung|called|phoned|blocked|changed|cancelled|done|did)\b",
        ),
        _en(
            r"(?:(?:that )?"
            + _YOU
            + r"(?:happy|pleased|delighted|satisfied|enjoying)\b(?! to\b)|you "
            r"(?:like|love|enjoy|liked|loved|enjoyed)\b|" + _THING + r"(?:fits?|suits?)\b)",
            r"\blik(?:e|ed|es)\b|\blov(?:e|ed|es|ely)\b|enjoy|happy|pleased|beautiful|pretty|\bnice|wonderful|perfect|"
            r"\bfits?\b|\bsuits?\b|good|keep|gorgeous|delight|\bhave the\b|arriv|\bcame\b|amazing",
        ),
    ),
    "ja": (
        _ja(
            "(?<!方に)(?<!様に)(?<!さんに)(?<!人に)(?:届い|到着し|着い|お手元に|届きまし)",
            "届|来た|来て|来まし|着い|着き|受け取|手元|開け|あった|ありました|入って",
        ),
        _ja(
            "(?:(?<!すぐ)(?<!すぐに)(?<!早く)動い|直っ|使え(?:て|るように)|うまくい|順調|問題なく|元どおり|元通り)",
            "動い|動き|回っ|回り|直っ|直り|使え|うまく|点い|点き|つい|鳴っ",
        ),
        _ja(
            "(?:解決(?:し|でき|され)|片づい|片付い|落着|(?<!引き止めが)間に合っ|無事に?(?:終わ|済ん|お済み))",
            "解決|片づ|片付|落着|間に合|済ん|済み|済ませ|終わ|大丈夫|止め(?:た|て(?:き|もら)|まし)|止まっ(?:た|て)|止まりました|"
            "(?:替え|変え|かけ|切っ|消し|断っ|話し|連絡し|電話し)(?:た|まし|てき|ておい)|わかりました|分かりました|動い|動き|直っ|届い|届き",
        ),
        _ja(
            "(?:お?気に入(?:っ|り)|お気に召し|喜んで(?:いただけ|もらえ|くださ|くれ)|ご満足|"
            "満足して(?:いただけ|くださ)|楽しんで(?:いただけ|くださ))",
            "気に入|喜|満足|楽し|好き|きれい|綺麗|素敵|すてき|いい|良い|よく|かわい|悪くな|似合|届い|届き",
        ),
    ),
}
_RELIEVED: Final[Mapping[Language, LazyPattern]] = {
    "en": LazyPattern(
        r"\bthank|\bcheers\b|relie(?:f|ved)|\bphew\b|\bglad\b|hoo?ray|grateful|amazing|\bwow\b|wonderful|marvellous"
    ),
    "ja": LazyPattern("ありがと|助かり|助かっ|よかった|良かった|ほっと|安心し|うれし|嬉し|おかげ"),
}
_NOT_YET: Final[Mapping[Language, LazyPattern]] = {
    "en": LazyPattern(
        r"\b(?:not|never|no|nothing|nobody|won't|cannot|without|still|stopped|supposed|should|when|until|if|before)\b|n't\b|"
        r"thanks? (?:for nothing|to you)"
    ),
    "ja": LazyPattern(
        "ない|なく|なかっ|ません|ませぬ|まだ|いつ|はず|たら|れば|までに|予定|ことになって|[?？]"
    ),
}
"""In a sentence with such a word nothing is told that one may be glad of."""
_ENDS: Final = LazyPattern(r"(?<=[.!?。！？…\n])")


def unfounded_joy(
    clauses: Sequence[Clause], customer_said: Sequence[str], language: Language
) -> frozenset[int]:
    """The clauses of the sentences in which somebody is glad of what no line of the customer's told.

    None where nothing is known of what the customer said, and none that is quoted, asked, denied or
    only supposed.
    """
    if not customer_said or not _GLAD[language].search(_form(clauses)):
        return frozenset()
    lines = tuple(customer_said[-_LAST:])
    found: list[int] = []
    for numbers in sentences_of(clauses):
        said = [n for n in numbers if not _leaves_open(clauses[n])]
        if _unfounded(_form(clauses[n] for n in said), lines, language):
            found += said
    return frozenset(found)


def _form(clauses: Iterable[Clause]) -> str:
    return matching_form(" ".join(clause.text for clause in clauses))


def _leaves_open(clause: Clause) -> bool:
    return clause.quoted or clause.question or clause.negated or clause.conditional


def _unfounded(sentence: str, lines: tuple[str, ...], language: Language) -> bool:
    return any(
        joy.over.search(sentence) and not _told(number, lines, language)
        for number, joy in enumerate(_JOYS[language])
    )


@lru_cache(maxsize=64)
def _told(number: int, lines: tuple[str, ...], language: Language) -> bool:
    told = _JOYS[language][number].told
    for line in lines:
        for sentence in _ENDS.split(line.lower()):
            pleasant = _NOT_YET[language].search(sentence) is None
            if pleasant and (told.search(sentence) or _RELIEVED[language].search(sentence)):
                return True
    return False
