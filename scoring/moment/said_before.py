"""What the trainee has said in earlier replies of the same contact, and says again.

A reply graded alone has no earlier ones, so nothing here touches it. Trainers count the same kind
words a third time, or the same reply once more, as standing still, however good they were at first.
"""

from __future__ import annotations

from typing import Final

from scenarios.acts import Act
from scenarios.language import Language
from scenarios.model import TopicKind
from scoring.language.lazy_pattern import LazyPattern
from scoring.language.normalise import matching_form, sentences
from scoring.model import Span
from scoring.moment.view import View
from scoring.reading.proposed import letters

_LEAST_LETTERS: Final[dict[Language, int]] = {"ja": 9, "en": 18}
"""Letters from which on a sentence is one's own: "Yes." and 「かしこまりました。」 are said again and again."""
_ALIKE: Final = 92
"""Per cent of their letters that two sentences share where one is the other again."""
_NEARLY_ALL: Final = 0.75
"""Share of a reply's letters from which on it is an earlier one again."""
_KIND_BEFORE: Final = 2
"""Replies that were only kind from which on one more stands still."""

_ASKED_AGAIN: Final = LazyPattern(
    r"\b(?:pardon|say (?:that |it )?again|once more|repeat|didn't (?:hear|catch|get)|can't hear|speak up|"
    r"come again|what did you say|what was that|slower|louder)\b|"
    "もう一度|もういっぺん|もう一回|聞こえ|聞き取れ|聞きとれ|繰り返し|くり返し|ゆっくり|何て言|なんて言|え[?？]|はい[?？]"
)
"""A customer who asks to hear it again is told it again."""
_KIND: Final = frozenset(
    {
        *(Act.ACKNOWLEDGE, Act.EMPATHISE, Act.APOLOGISE, Act.OWN, Act.STOCK),
        *(Act.THANK, Act.GREET, Act.INTRODUCE, Act.CLOSE),
    }
)
"""Acts that are kind and move nothing."""
_FEELS: Final = (Act.ACKNOWLEDGE, Act.EMPATHISE, Act.APOLOGISE)


def said_again(view: View) -> Span | None:
    """The sentences that an earlier reply holds, where they are nearly all of this one."""
    said = view.moment.agent_said
    if not said or _asked_again(view):
        return None
    least = _LEAST_LETTERS[view.language]
    text = view.reading.text
    earlier = [matching_form(reply) for reply in said]
    whole = letters(matching_form(text))
    if len(whole) >= least and any(_alike(whole, letters(form)) for form in earlier):
        return Span(0, len(text))
    parts = [letters(form[start:end]) for form in earlier for start, end in sentences(form)]
    before = [part for part in parts if len(part) >= least]
    total = again = 0
    spans: list[Span] = []
    for numbers in view.all_sentences:
        words = letters(view.sentence_text(numbers[0]))
        total += len(words)
        if len(words) >= least and any(_alike(words, one) for one in before):
            again += len(words)
            spans += [view.reading.clauses[n].span for n in numbers]
    if not spans or again < _NEARLY_ALL * total:
        return None
    return Span(spans[0].start, spans[-1].end)


def _alike(one: str, other: str) -> bool:
    from rapidfuzz import fuzz  # a first reply, or one that is graded alone, does without it

    return fuzz.ratio(one, other, score_cutoff=_ALIKE) > 0


def only_kind_again(view: View) -> bool:
    """Kind words only, where the replies before were no more and named what this one names."""
    if len(view.moment.agent_said) < _KIND_BEFORE or view.settled or view.moment.abuse:
        return False
    if not view.nothing_moved or _asked_before(view):
        return False
    kinds = view.kinds_of_acts
    if not view.acts(*_FEELS) or not kinds <= _KIND:
        return False
    return view.moment.named.issuperset(found.topic for found in view.found_topics)


def _asked_before(view: View) -> bool:
    topics = view.scenario.topics
    named = view.moment.named
    return any(topics[name].kind is TopicKind.QUESTION for name in named if name in topics)


def _asked_again(view: View) -> bool:
    said = view.moment.customer_said
    return bool(said) and _ASKED_AGAIN.search(matching_form(said[-1])) is not None
