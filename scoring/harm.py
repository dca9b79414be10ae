"""Harm in veiled words: signs of a breach that no single act or topic carries.

A rule of ``rules/acts`` hears a deed by its content words, a topic what belongs to one case. A hint,
a sneer or a bargain is known by the turn of the whole sentence and by what it answers: "go on" is
harmless, but not to somebody who is reading out a card. Such turns stand in ``rules/harm``, one
file a breach. They are looked for in sentences that are the speaker's own, and only where the moment
leaves room for the breach.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from scenarios.acts import Act, Breach
from scenarios.language import Language
from scenarios.model import TopicKind
from scoring.harm_rules import Sign, SignWords, Sure, builtin_signs
from scoring.lazy_pattern import LazyPattern
from scoring.model import Span
from scoring.normalise import matching_form
from scoring.strangers import strangers
from scoring.view import TIME_SLOTS, View


class _Sign:
    """The patterns of one sign in one language, joined and compiled when first needed."""

    def __init__(self, words: SignWords, sign: Sign) -> None:
        self.says = _joined(words.says)
        self.also = tuple(LazyPattern(part) for part in words.also)
        self.unless = _joined(words.unless)
        self.after = _joined(words.after)
        self.case = _joined(words.case)
        self.asked = sign.asked
        self.anywhere = sign.anywhere
        self.sure = Sure.ALWAYS if sign.always else Sure.TURN if sign.alone else Sure.HINT


def _joined(parts: tuple[str, ...]) -> LazyPattern | None:
    return LazyPattern("|".join(parts)) if parts else None


@cache
def _signs(breach: Breach, language: Language) -> tuple[_Sign, ...]:
    return tuple(
        _Sign(words, sign)
        for sign in builtin_signs().get(breach, ())
        if (words := sign.ja if language == "ja" else sign.en).says
    )


class _Sentence:
    """What is the speaker's own of one sentence."""

    def __init__(self, view: View, numbers: tuple[int, ...]) -> None:
        self.own = tuple(n for n in numbers if view.own(n))
        self.texts = [matching_form(view.reading.clauses[n].text) for n in self.own]
        self.text = " ".join(self.texts).strip()

    def clause_at(self, at: int) -> int:
        """The number of the clause in which a place of the text lies."""
        for number, text in zip(self.own, self.texts, strict=True):
            if at < len(text):
                return number
            at -= len(text) + 1
        return self.own[-1]


def harm(view: View) -> Iterator[tuple[Breach, Span, int, Sure]]:
    """For each breach the words that show it best, their clause, and how surely they do."""
    for breach in Breach:
        found = sorted(hits(breach, _signs(breach, view.language), view), key=lambda f: -f[3])
        if not found and breach is Breach.THIRD_PARTY_DATA:
            named = next(strangers(view), None)
            if named:
                yield breach, *named, Sure.TURN
        if found:
            number, _, _, sure = found[0]
            yield breach, view.reading.clauses[number].span, number, sure


def hits(
    breach: Breach, signs: Sequence[_Sign], view: View
) -> Iterator[tuple[int, str, _Sign, Sure]]:
    """Clause, words and sign of each sentence in which one of the *signs* is found."""
    room = _room(breach, view)
    said = view.moment.customer_said
    last, lines = (matching_form(said[-1]), matching_form("\n".join(said))) if said else ("", "")
    signs = [
        sign
        for sign in signs
        if (room or sign.anywhere) and _answers(sign.after, last) and _answers(sign.case, lines)
    ]
    for numbers in view.all_sentences if signs else ():
        sentence = _Sentence(view, numbers)
        if not sentence.text or (breach is Breach.OPEN_PROMISE and _timed(view, numbers)):
            continue
        question = view.asked(sentence.own[-1]) or sentence.text.endswith("?")
        for sign in signs:
            found = _found(sign, sentence.text, question)
            if found is not None:
                yield sentence.clause_at(found.start()), found.group(), sign, sign.sure


def _answers(pattern: LazyPattern | None, text: str) -> bool:
    return pattern is None or pattern.search(text) is not None


def _found(sign: _Sign, text: str, question: bool) -> re.Match[str] | None:
    """Where in the sentence the sign stands."""
    if sign.asked != "any" and (sign.asked == "yes") != question:
        return None
    said = sign.says.search(text) if sign.says else None
    if said is None or (sign.unless and sign.unless.search(text)):
        return None
    return said if all(part.search(text) for part in sign.also) else None


# ---------------------------------------------------------------- where there is room for it


def _room(breach: Breach, view: View) -> bool:
    room = _ROOM.get(breach)
    return room is None or room(view)


def _guards_person(view: View) -> bool:
    topics = view.scenario.topics.values()
    return any(topic.breach is Breach.THIRD_PARTY_DATA for topic in topics)


def _unknown_caller(view: View) -> bool:
    return view.scenario.identity.needed and not view.identity_checked


def _outcome_open(view: View) -> bool:
    return any(t.kind is TopicKind.UNCERTAIN for t in view.scenario.topics.values())


def _fault_open(view: View) -> bool:
    carried = any(t.breach is Breach.FAULT_ADMISSION for t in view.scenario.topics.values())
    return carried or bool({"2.5", "fault-open"} & set(view.scenario.clauses))


def _handover_declined(view: View) -> bool:
    return view.moment.handover_due and not view.acts(Act.HAND_OVER)


_ROOM: Final[Mapping[Breach, Callable[[View], bool]]] = {
    Breach.THIRD_PARTY_DATA: _guards_person,
    Breach.IDENTITY_FIRST: _unknown_caller,
    Breach.UNCERTAIN_PROMISE: _outcome_open,
    Breach.FAULT_ADMISSION: _fault_open,
    Breach.NO_HANDOVER: _handover_declined,
}

_LOOSE: Final = LazyPattern(
    r"\b(?:later|some ?time|some point|in due course|one of these days|shortly|soon)\b|のちほど|後ほど|あとで|そのうち|どこかで|うちには|追って|近いうち"
)
"""A day with such a word names no time."""


def _timed(view: View, numbers: tuple[int, ...]) -> bool:
    """A time is named in the sentence or beside it, or asked for."""
    near = range(numbers[0] - 1, numbers[-1] + 2)
    text = " ".join(view.sentence_text(n) for n in numbers[:1])
    kinds = ("clock", "date") if _LOOSE.search(text) else TIME_SLOTS
    return any(
        view.slots(kinds, n) or view.asked(n) or view.acts_in(n, Act.ASK, Act.CHOICE) for n in near
    )
