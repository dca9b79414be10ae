"""Where sentences end in a reply that is typed without any marks.

People in a hurry type "sorry about that ive got your order here it left monday ill ring the depot
can you hold". In English every border is decided by two words: what a sentence begins with, and
what in front of it leads on into it ("the parcel *you ordered*", "I think *it is*"); in Japanese by
a polite ending with nothing behind it that would join it to the next clause. Text that has marks is
left as it was typed.
"""

from __future__ import annotations

from typing import Final

from scoring.language.lazy_pattern import LazyPattern
from scoring.language.word_sets import word_set

_ENOUGH: Final = 14
"""Words without a mark that nobody writes as one sentence by habit."""
_BETWEEN: Final = 3
"""Words that the shortest statement has, "that was wrong"."""

_WORD: Final = LazyPattern(r"\S+")
_MARK: Final = LazyPattern(r"[,;:()\u2026\u2014\u2013/|+>.!?]+(?=\s|$)|\s-+\s|\n")

_OPENS: Final = LazyPattern(
    r"(?:i|im|i'?ll|i'?ve|i'[md]|ill|we|we'(?:re|ll|ve|d)|that'?s|it'?s|it'll|there'?s|here'?s|they'?re|they'll|he'?s|she'?s|you'll"
    r"|(?:it|that|this|there|they|he|she|mori|nobody|no one) (?:is|isn'?t|was|wasn'?t|will|won'?t|has|hasn'?t|had|must|should|would|can|can'?t|could|may|might|are|were|left|sounds|means|goes|went|takes|knows)"
    r"|you (?:can|can'?t|will|won'?t|don'?t|do|should|must|need|did|didn'?t|were|may)"
    r"|let me|lets|let'?s|please|pls|plz|sorry (?:about|for|to|we|that|i|im|it|if|but|again|you)|thank you (?:for|so|again|very)|thanks (?:for|so|again|a)|no (?:wonder|worries|problem|need (?:to|for))|don'?t worry|(?:hold|hang) on|keep (?:it|them|your)|bear with me|here (?:is|are)|your (?:\w+ ){1,2}(?:is|was|will|has|stays|goes)"
    r"|what (?:i|we) can|(?:what|which|when|where|who|how|why) (?:is|are|was|were|did|do|does|can|could|would|will|shall|time|day|number|name|about|has|have|suits)"
    r"|(?:what|when|where|who|how)'?s"
    r"|(?:can|could|would|will|do|did|does|is|are|was|were|shall|may|have|has|should|wont|won'?t|don'?t) (?:i|you|we|it|that|this|there|they|he|she)"
    r"|(?:can|could|would|does|did) (?:the|your))\b"
)
_LEADS_ON: Final = word_set(
    "i we you he she it they who whom whose which that what when where why how if whether because as and or but so "
    "than then while until till once before after since though although unless whereas like "
    "the a an my your our his her their its this these those any every each all some no not never "
    "to of in on at by for with from about into over under without within between behind against off up "
    "know think hope say said says see sure believe mean means promise guess wish feel felt suppose afraid glad "
    "understand hear heard heard told tell tells ask asks asked check checking find show shows "
    "everything anything something nothing one ones thing things way ways time moment minute day reason bit kind "
    "is are was were be been being am will would can could may might shall should must do does did have has had "
    "id ill i'm i've i'd i'll we're we've we'll we'd you're you've you'll you'd it's that's there's "
    "figured reckon gather noticed realise realize wherever whenever somebody someone am "
    "truly deeply sincerely terribly awfully "
    "don't doesn't didn't won't can't cannot couldn't wouldn't isn't wasn't aren't "
    "just only also even still really very so too much more most ever again quite well ok okay yes yeah no oh ah right "
    "let lets let's please pls plz and & what's who's how's where's"
)
_LED_IN: Final = LazyPattern(
    r"(?:^|, |\b(?:but|and|so|or) )(?:if|when|once|as|since|because|while|after|before|until|unless|although|though|in|on|for|at|by|with)\b[^,]*$"
)
_POINTING: Final = ("that", "this")
_OBJECT: Final = word_set("you ya u me him her us them it")
_TELLING: Final = word_set(
    "tell told promise assure show ask asked let give gave make made help see want need"
)
_ASKS_FOR: Final = word_set("please pls plz keep hold hang bear don't")
_TELLS_TO: Final = word_set("can could would will let help make to")
"""In front of whom a request is one to somebody else ("let me keep it"), or goes on ("can you please")."""
_BEHIND: Final = word_set("for to with about on at of from")
_LEADS_ON_BY_OBJECT: Final = _TELLING | (_LEADS_ON - _BEHIND)
_OF_A_NOUN: Final = LazyPattern(
    r"(?:you(?:'ve|'re|'d)?|(?:i|we)(?:'ve|'d)?|it (?:went|left)|this (?:may|might|has)|that (?:is|isn'?t|was|wasn'?t|will|has|had|can|could|were|are))(?!['\w])"
)
_NAMES: Final = word_set(
    "the that this any every each all only first last next same other a an anything everything something nothing"
)
_ASKS: Final = word_set("what which whose how")


_KANA: Final = LazyPattern("[ぁ-ヶ]")
_POLITE_END: Final = LazyPattern(
    r"(?:です|ます|ません|ました|でした|ください|下さい|でしょう|ましょう)(?:よね|ね|よ|か)?+(?=[^、。，,.!?！？\s]{4})"
    r"(?![がのけかっねよんばらうえぇーたそこもわぞぜやァ(（)）」』〜~]|し(?![ょゃばま])|と(?!り急|に)|で(?![はも])|ま[せしす]|い(?![まつちく])|な(?![おに])|"
    r"なので|様|為|通り|事|物|所|際|時|件|旨|方|場合|故|ゆえ|ほど|程|くら|ぐら|だけ|だろ|さかい|って|ため|とき|とお|はず|筈|以上|以外)"
)
_JAPANESE_MARK: Final = LazyPattern(r"[、。，,.!?！？…\s]+")
_SPARSE: Final = 30
"""Characters for each mark: who types marks has one for every fifteen to twenty."""


def has_few_marks(text: str) -> bool:
    """Whether a whole reply, lower case, is typed by somebody who leaves marks out."""
    if _KANA.search(text):
        return len(text) >= _SPARSE * max(
            1, len(_JAPANESE_MARK.findall(text.strip("。.!?！？ \n")))
        )
    marks = len(_MARK.findall(text.strip(".!? \n")))
    return text.count(" ") >= _ENOUGH * (1 + marks) - 1


def unmarked_ends(text: str) -> list[int]:
    """Where, counted in characters of *text*, a sentence begins that no mark divides from the one
    before it; *text* is one sentence by its marks, lower case."""
    if _KANA.search(text):
        return [end.end() for end in _POLITE_END.finditer(text)]
    return _english(text)


def _english(text: str) -> list[int]:
    words = list(_WORD.finditer(text))
    spoken = [word.group().strip("'\"*.,!?") for word in words]
    cuts: list[int] = []
    last = 0
    may_lead_in = True
    for at in range(_BETWEEN, len(words) - _BETWEEN + 1):
        if at - last < _BETWEEN or not _OPENS.match(text, words[at].start()):
            continue
        of_a_noun = _OF_A_NOUN.match(text, words[at].start()) is not None
        if _leads_on(spoken, at) or (of_a_noun and _stands_behind_a_noun(spoken, at)):
            continue
        if may_lead_in and _LED_IN.search(text[words[last].start() : words[at].start()]):
            # "If you like i can ..." is one sentence.
            may_lead_in = False
            continue
        cuts.append(words[at].start())
        last = at
        may_lead_in = True
    return cuts


def _leads_on(words: list[str], at: int) -> bool:
    before, earlier = words[at - 1], words[at - 2]
    if before in _OBJECT:
        # "I'll call you it is on its way" ends behind the object, "I can tell you it is" does not,
        # and behind no verb at all "you" is whom the next words are about.
        return earlier in (_TELLS_TO if words[at] in _ASKS_FOR else _LEADS_ON_BY_OBJECT)
    if before in _POINTING:
        return earlier not in _BEHIND
    return before in _LEADS_ON or earlier in _ASKS


def _stands_behind_a_noun(words: list[str], at: int) -> bool:
    """ "the parcel you ordered", "the number I have here": words that go on to tell of it."""
    pronoun = words[at - 1] in _OBJECT or words[at - 1] in _POINTING
    return not pronoun and not _NAMES.isdisjoint(words[max(0, at - 3) : at - 1])
