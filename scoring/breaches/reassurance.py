"""False reassurance: an outcome that somebody else decides, told as a hope that is meant to settle it.

"I'm sure the workshop can mend it", 「たぶん金曜に間に合うと思いますよ」: no certainty is claimed, so it is no
promise of what is uncertain, and it is heard as a yes all the same. Who says in the same reply that it
cannot be promised reassures nobody falsely.

In 2,075 replies of coached contacts 29 say so: every one was meant as a slip, and their coaches graded
policy 10 to 55. Of 44 such replies among those that were rated 41 have no more than 62 in policy.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from scenarios.language import Language
from scoring.language.lazy_pattern import LazyPattern
from scoring.language.normalise import matching_form
from scoring.language.sentence_ends import sentences_of
from scoring.model import Reading
from scoring.moment.taken_back import puts_right

__all__ = ["FALSE_REASSURANCE", "falsely_reassuring"]

FALSE_REASSURANCE: Final = "false-reassurance"
"""The name of the fault in the rubric."""

_COMES_EN: Final = (
    r"(?:say yes|agree|approve|accept|allow|pay|cover|refund|credit|come through|sort|mend|fix|repair|replace|arrive|make it|"
    r"(?:give|get|have)\b[^.!?]{0,24}\b(?:back|refund\w*|money)|be (?:there|here|fine|all right|alright|ok|okay|in time|on time|with you|approved|accepted|covered|sorted|refunded)|"
    r"come (?:out|off|back|in time|on time)|bring (?:it|them)|help|do your|make one|go through|work out for|let you|(?:turn|show) up)"
)
_COMES_JA: Final = (
    "(?:返金|間に合|届[きくい]|着[きくい]|直[りるせ]|出[るせ]と|出せ|負担(?:でき|いたし|し)|お?支?払[えいわ]|認め|許可|大丈夫|変わ|戻[りるっ]|"
    "通[りるっ]|外れ|お返し|見つか|消え|落ち[るま]|取れ|効[きく]|楽になり)"
)
_HOPES: Final[Mapping[Language, LazyPattern]] = {
    "en": LazyPattern(
        r"\b(?:i'?m|i am) (?:(?:pretty|fairly|quite|so|very|really|absolutely) )?(?:sure|confident|certain) (?:that )?(?!of\b|to\b|about\b|what|how|which|when|where|who|whether|if\b|i\b|we\b)[^.!?]{0,40}(?:'ll|\bwill|\bcan|\bis going to|\bare going to)(?: \w+){0,3}? "
        rf"{_COMES_EN}\b|"
        rf"(?:'ll|\bwill) (?:most )?(?:probably|surely|no doubt|almost certainly) (?:\w+ )?{_COMES_EN}\b|"
        rf"\b(?:probably|surely|no doubt)(?:'ll| will) {_COMES_EN}\b|(?:\bis|\bare|'s|'re) bound to (?:\w+ )?{_COMES_EN}\b|"
        r"\bi(?:'ve| have) no doubt (?:that )?(?!i\b|we\b)[^.!?]{0,40}(?:'ll|\bwill)\b|\b(?:don't|can't|cannot) (?:see|think|imagine) why (?:he|she|they|it|that|mori) (?:wouldn't|won't|shouldn't)|"
        rf"\bi(?:'d| would) (?:expect|imagine|think|guess) (?:that )?(?!i\b|we\b)[^.!?]{{0,40}}(?:'ll|\bwill)(?: \w+){{0,3}}? (?:{_COMES_EN}|be taken|be adopted)\b|"
        r"(?:'ll|\bwill) (?:look|be) (?:just |exactly )?(?:as (?:it|they) (?:did|was|were) before|as good as new|like new)\b|"
        rf"\bso you'll be fine\b|\bwould (?:probably|surely|certainly) {_COMES_EN}\b|\bprobably (?:say yes|agree|be there)\b"
    ),
    "ja": LazyPattern(
        rf"(?:たぶん|多分|おそらく|恐らく|きっと|(?<!から)まず(?!は|お|い|、|この|ご|私|その|確認))[^。!?、]{{0,24}}{_COMES_JA}[^。!?、]{{0,14}}"
        "(?:と思(?:い|う|って)|と存じ|はず|でしょう(?!か)|かと(?!思いまして))|"
        "(?:必ず|きっと|間違いなく)[^。!?、]{0,8}(?:はっきり(?:し|いたし)|判明し|(?:良い|よい|いい)お?(?:返事|返答|知らせ|結果))|元(?:の|どおり|通り)[^。!?、]{0,8}(?:になり|に戻り)ます|"
        rf"{_COMES_JA}[^。!?、]{{0,6}}(?:と思いますよ|(?:と思い|と存じ|はず)[^。!?、]{{0,4}}(?:ので|から)[^。!?]{{0,20}}(?:安心|大丈夫|心配))"
    ),
}
"""A hope, and an outcome that is for others to decide or to bring about."""
_LEFT_OPEN: Final[Mapping[Language, LazyPattern]] = {
    "en": LazyPattern(
        r"\b(?:can't|cannot|won't|not|n't|no) (?:\w+ )?(?:promise|guarantee|certain|sure|know|say)\w*\b|\bestimate|\bexpected\b|\bguarantees?\b|"
        r"\bonly (?:my )?(?:guess|hope)\b"
    ),
    "ja": LazyPattern(
        "約束(?:は)?(?:でき|いたし)|確約|見込み|(?:分|わ)かりません|保証|言い切れ|断言|申し上げられ|限りません"
    ),
}
"""Says that nobody can be certain of it."""


def falsely_reassuring(reading: Reading) -> Iterator[int]:
    """The clauses in which an outcome is hoped for as good as settled, one of each sentence, in order; none
    where the reply leaves it open or takes it back."""
    language = reading.language
    whole = matching_form(reading.text)
    if _HOPES[language].search(whole) is None or _LEFT_OPEN[language].search(whole):
        return
    if puts_right(reading):
        return
    clauses = reading.clauses
    for numbers in sentences_of(clauses):
        said = [n for n in numbers if not (clauses[n].quoted or clauses[n].question)]
        form = matching_form(" ".join(clauses[n].text for n in said))
        if said and _HOPES[language].search(form):
            by_itself = (n for n in said if _HOPES[language].search(matching_form(clauses[n].text)))
            yield next(by_itself, said[0])
