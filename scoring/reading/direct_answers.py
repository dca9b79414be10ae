"""Short answers to the customer's own question: "Yes, you can." to "Can I have the knob or not?".

Such an answer names nothing; what it is about stands in the question. It affirms or denies the topics
of the customer's last question, if that can be answered by yes or no. A lone "yes" only shows in English
that somebody agrees (はい is said for "I hear you"); 「はい、できます」 answers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from scenarios.acts import Act
from scenarios.language import Language
from scenarios.model import TopicKind
from scoring.language.kanji import KANJI_REPEATED
from scoring.language.lazy_pattern import LazyPattern
from scoring.language.normalise import matching_form
from scoring.model import FoundAct, FoundTopic, Span

_WHO: Final = "(?:it|that|this|there|you|we|i|they|he|she)"
_IS: Final = "(?:is|are|am|can|will|do|does|did|has|have|was|were|may|shall|would|could|should)"
_IS_NOT: Final = (
    "(?:(?:is|are|do|does|did|has|have|was|were|would|could|should|ca|wo|sha)n't|"
    "(?:is|are|can|will|do|does|did|has|have|was|were|may|shall|would|could|should) ?not|'m not|'re not|'s not)"
)
_BEFORE: Final = r"^\W*(?:(?:oh|ah|well|right|so|sorry|i'm sorry|i'm afraid|honestly)\b[\s,.!:-]*)*"
_END: Final = r"(?=\s*(?:[,.!;:]|$|-|and\b|but\b|because\b|if\b|indeed\b))"
_YES: Final[Mapping[Language, LazyPattern]] = {
    "en": LazyPattern(
        rf"{_BEFORE}(?:(?:yes|yeah|yep|aye|certainly|absolutely|of course)\b[\s,.!-]*)+"
        rf"(?P<full>{_WHO} {_IS}{_END})|{_BEFORE}(?P<brief>{_WHO} {_IS}{_END})|"
        rf"{_BEFORE}(?:yes|yeah|yep|aye|certainly|absolutely|of course)\s*(?:[.!]|$)"
    ),
    "ja": LazyPattern(
        r"^\W*(?:(?:はい|ええ|うん|もちろん(?:です)?|無論)[、。,!\s]*)+"
        r"(?P<full>ございます|あります|できます|出来ます|可能です|大丈夫です|問題ございません|間に合います|そうです|さようでございます|"
        r"そのとおりです|その通りです|おります|います|いたします|致します|します|承ります|参ります)(?:よ|とも)?(?=[、。,!\s]|$)"
    ),
}
_NO: Final[Mapping[Language, LazyPattern]] = {
    "en": LazyPattern(
        rf"{_BEFORE}(?:(?:no|nope|nay)\b[\s,.!-]*)+(?P<full>{_WHO} ?{_IS_NOT}{_END})|"
        rf"{_BEFORE}(?P<brief>{_WHO} ?{_IS_NOT}{_END})|{_BEFORE}(?:no|nope|nay)\s*(?:[.!]|$)"
    ),
    "ja": LazyPattern(
        r"^\W*(?:(?:いいえ|いえ|いや)[、。,!\s]*(?:申し訳(?:ございません|ありません)が?[、。]?)?)+"
        r"(?P<full>ございません|ありません|できません|出来ません|いたしかねます|致しかねます|できかねます|出来かねます|間に合いません|違います|"
        r"いたしません|致しません|しません|おりません|参りません)(?:よ)?(?=[、。,!\s]|$)"
    ),
}
_SENTENCE: Final = LazyPattern(r"[^。.!?]+[。.!?]*")
_ASKS: Final = LazyPattern(r"\?|(?:か|の|よね|でしょう|だろう)(?:。|!|$)")
_OPEN: Final[Mapping[Language, LazyPattern]] = {
    "en": LazyPattern(
        r"\b(?:what|when|where|who|whom|whose|why|how|which)\b|\bor\b(?! not\b)|n't\b|\bnot\b(?<!or not)"
    ),
    "ja": LazyPattern(
        "何|なに|なん(?!と)|いつ|どこ|誰|だれ|どなた|なぜ|どう|どんな|いくら|いくつ|どれ|どの|どちら|それとも|ない(?:ん|の)(?:です)?か"
    ),
}
"""Questions that yes or no does not answer, or answers either way: those that give a choice, ask for
something, or deny."""


class DirectAnswer(NamedTuple):
    """A yes or no at the beginning of a reply."""

    questions: tuple[str, ...]
    """The customer's question, then the same with what stood before it."""
    agrees: bool
    full: bool
    """Put into a sentence of its own: "yes, you can", はい、できます (a named group of the patterns)."""
    wills: bool
    """It says what will be done."""


_WILLS: Final = LazyPattern(
    r"\b(?:we|i) (?:will|shall|do)\b|いたします|致します|(?<![でき])します|承ります|参ります"
)


DIRECT_ANSWER: Final = "direct-answer"
"""What stands in place of a rule's id."""
_FREE: Final = (TopicKind.STEP, TopicKind.FACT)
_BARRED: Final = (TopicKind.LIMIT, TopicKind.FORBIDDEN, TopicKind.UNCERTAIN)


def with_answer(
    answer: DirectAnswer,
    asked: Mapping[FoundTopic, TopicKind],
    span: Span,
    acts: Sequence[FoundAct],
    topics: Sequence[FoundTopic],
) -> tuple[tuple[FoundAct, ...], tuple[FoundTopic, ...]]:
    """The acts and topics of a reply with those of its answer, which stands in the first clause, at
    *span*; *asked* are the topics of the question that the reply does not name itself."""
    about: dict[Act, set[str]] = {}
    new: list[FoundTopic] = []
    for topic, kind in asked.items():
        if _answers(answer, kind):
            new.append(
                FoundTopic(
                    topic.topic, span, 0, answer.agrees, own_words=True, inferred=topic.inferred
                )
            )
            about.setdefault(_act_of(answer, kind), set()).add(topic.topic)
    kept: list[FoundAct] = []
    for act in acts:
        if act.clause == 0 and act.act in about:
            about[act.act].update(act.about)
        else:
            kept.append(act)
    for kind_of_act, names in about.items():
        told = tuple(sorted(names))
        kept.append(FoundAct(kind_of_act, span, 0, DIRECT_ANSWER, told, inferred=True))
    return (
        tuple(sorted(kept, key=lambda act: (act.span.place, act.act, act.rule))),
        tuple(sorted((*topics, *new), key=lambda found: (found.span.place, found.topic))),
    )


def _answers(answer: DirectAnswer, kind: TopicKind) -> bool:
    """Whether the answer says something of a topic of this kind; a bare "yes" may be said before any
    refusal, so it grants nothing that is barred."""
    return kind in _FREE or (kind in _BARRED and answer.full)


def _act_of(answer: DirectAnswer, kind: TopicKind) -> Act:
    """What is done by the answer."""
    if kind in (TopicKind.STEP, TopicKind.LIMIT):
        if not answer.agrees:
            return Act.REFUSE
        return Act.PROMISE if answer.wills else Act.OFFER
    return Act.PROMISE if kind is TopicKind.UNCERTAIN and answer.agrees else Act.INFORM


def direct_answer(reply: str, said: str, language: Language) -> DirectAnswer | None:
    """What the reply answers to the last question of a line of the customer's, if it does so by yes or
    no; both as they were typed."""
    questions = _questions(matching_form(said))
    if not questions or _OPEN[language].search(questions[0]):
        return None
    start = matching_form(reply[:_FAR])
    for agrees, pattern in ((True, _YES), (False, _NO)):
        found = pattern[language].search(start)
        if found is not None:
            full, wills = found.lastgroup is not None, _WILLS.search(found[0]) is not None
            return DirectAnswer(questions, agrees, full, wills)
    taken_up = _TAKEN_UP.search(start) if language == "ja" else None
    if taken_up is not None and not set(_KANJI.findall(taken_up[2])).isdisjoint(questions[0]):
        agrees = taken_up[1] == _AGREEING
        return DirectAnswer(questions, agrees, full=True, wills=taken_up[3] == "ます")
    return None


_AGREEING: Final = "はい"
_TAKEN_UP: Final = LazyPattern(
    r"^\W*(はい|いいえ|いえ)[、。,\s]*([^、。,!?]{1,10}?)(ます|ました|ません|ませんでした|です)(?:よ|とも)?(?=[、。,!\s]|$)"
)
"""The verb of the question, given back: 「はい、載せました」 to 「予定に載ったのか」."""
_KANJI: Final = LazyPattern(KANJI_REPEATED)
_FAR: Final = 120


@lru_cache(maxsize=256)
def question_in(line: str) -> str | None:
    """The last sentence of a line of the customer's that asks, as it was typed; kept, because every reply
    to a line asks for it."""
    sentences = [part.strip() for part in _TYPED.findall(line)]
    return next((s for s in reversed(sentences) if _ASKS_PLAINLY.search(s)), None)


_TYPED: Final = LazyPattern(r"[^。．.!?！？]+[。．.!?！？]*[」』\"”’']*")
_ASKS_PLAINLY: Final = LazyPattern(
    r"[?？][」』\"”’']*$|(?:です|ます|ません|でしょう|でした|ました)か[。．]?$"
)


def _questions(line: str) -> tuple[str, ...]:
    """The last sentence of a line, where it asks; then the same with the sentence before it, which
    often names what is asked about."""
    sentences = [part.strip() for part in _SENTENCE.findall(line) if part.strip()]
    if not sentences or not _ASKS.search(sentences[-1]):
        return ()
    return (sentences[-1], " ".join(sentences[-2:])) if len(sentences) > 1 else (sentences[-1],)


_OUTRIGHT: Final[Mapping[Language, LazyPattern]] = {
    "en": LazyPattern(
        r"^\W*(?:yes|yeah|yep|aye|no|nope|of course|certainly|absolutely)\b[\s,.!;:-]+(?:\w+\W+){2}\w"
    ),
    "ja": LazyPattern("^\\W*(?:はい|ええ|いいえ|いえ|もちろん)[、。,!\\s]+[^。、]{4}"),
}


def answers_outright(text: str, said: str, language: Language) -> bool:
    """Whether a reply begins with a yes or no of some words to a line that ends with a question, whatever it
    is about."""
    asks = _ASKS.search(matching_form(said).rstrip()[-3:]) is not None
    return asks and _OUTRIGHT[language].search(matching_form(text)) is not None
