"""Harm in veiled words: signs of a breach that no single act or topic carries.

A rule of ``rules/acts`` hears a deed by its content words, a topic what belongs to one case. A hint,
a sneer or a bargain is known by the turn of the whole sentence and by what it answers: "go on" is
harmless, but not to somebody who is reading out a card. Such turns stand in ``rules/harm``, one
file a breach. They are looked for in sentences that are the speaker's own, and only where the moment
leaves room for the breach.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Final, TypeAlias

from scenarios.acts import Act, Breach
from scenarios.language import Language
from scenarios.model import TopicKind
from scoring.breaches.strangers import strangers
from scoring.language.lazy_pattern import LazyPattern
from scoring.language.normalise import matching_form
from scoring.model import Span
from scoring.moment.view import TIME_SLOTS, View
from scoring.rules.harm_rules import (
    Sign,
    SignWords,
    Sure,
    builtin_signs,
)
from scoring.rules.harm_turns import builtin_turns


class _Sign:
    """The patterns of one sign in one language, compiled when first needed."""

    def __init__(self, words: SignWords, sign: Sign) -> None:
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
def _sign(breach: Breach, place: int, language: Language) -> _Sign:
    sign = builtin_signs()[breach][place]
    return _Sign(sign.ja if language == "ja" else sign.en, sign)


_Said: TypeAlias = Mapping[Breach, Sequence[tuple[_Sign, int]]]


@lru_cache(maxsize=64)
def _said(text: str, language: Language) -> _Said:
    """By breach the signs whose words stand in a sentence, and where they first do; whoever says
    it, and to whom. Kept, because a reply may be read again without some sentences."""
    starts: dict[tuple[Breach, int], int] = {}
    for turn in builtin_turns(language).likely(text):
        found = turn.says.search(text)
        if found:
            sign_of = (turn.breach, turn.place)
            starts[sign_of] = min(found.start(), starts.get(sign_of, found.start()))
    result: dict[Breach, list[tuple[_Sign, int]]] = {}
    for (breach, place), start in starts.items():
        sign = _sign(breach, place, language)
        if not (sign.unless and sign.unless.search(text)) and all(
            part.search(text) for part in sign.also
        ):
            result.setdefault(breach, []).append((sign, start))
    return result


class _Sentence:
    """What is the speaker's own of one sentence."""

    def __init__(self, view: View, numbers: tuple[int, ...]) -> None:
        self.numbers = numbers
        self.own = tuple(n for n in numbers if view.own(n))
        self.texts = [view.clause_text(n) for n in self.own]
        self.text = " ".join(self.texts).strip()
        self.question = self.text.endswith("?") or (bool(self.own) and view.asked(self.own[-1]))
        self.said: _Said = _said(self.text, view.language) if self.text else {}

    def clause_at(self, at: int) -> int:
        """The number of the clause in which a place of the text lies."""
        for number, text in zip(self.own, self.texts, strict=True):
            if at < len(text):
                return number
            at -= len(text) + 1
        return self.own[-1]


def harm(view: View) -> Iterator[tuple[Breach, Span, tuple[int, ...], Sure]]:
    """For each breach the words that show it best, the clauses that show it, the best one first,
    and how surely they do."""
    sentences = [_Sentence(view, numbers) for numbers in view.all_sentences]
    for breach in Breach:
        near = [sentence for sentence in sentences if breach in sentence.said]
        hits = list(_hits(breach, near, view))
        best = max(hits, key=lambda found: found[1], default=None)
        if best is None and breach is Breach.THIRD_PARTY_DATA:
            named = next(strangers(view), None)
            if named:
                span, clause = named
                yield breach, span, (clause,), Sure.TURN
        if best is not None:
            number, sure = best
            clauses = dict.fromkeys((number, *[clause for clause, _ in hits]))
            yield breach, view.reading.clauses[number].span, tuple(clauses), sure


def _hits(breach: Breach, sentences: Sequence[_Sentence], view: View) -> Iterator[tuple[int, Sure]]:
    """Where in the *sentences* a sign is found, and how surely it shows the breach."""
    if not sentences:
        return
    room = _room(breach, view)
    for sentence in sentences:
        if breach is Breach.OPEN_PROMISE and (view.call_agreed or _timed(view, sentence.numbers)):
            continue
        for sign, at in sentence.said[breach]:
            if not (room or sign.anywhere):
                continue
            if sign.asked != "any" and (sign.asked == "yes") != sentence.question:
                continue
            if _answers(sign, view):
                yield sentence.clause_at(at), sign.sure


def _answers(sign: _Sign, view: View) -> bool:
    """Whether the customer has said what the sign answers."""
    said = view.moment.customer_said
    last, lines = (said[-1], "\n".join(said)) if said else ("", "")
    return all(
        pattern is None or pattern.search(matching_form(text)) is not None
        for pattern, text in ((sign.after, last), (sign.case, lines))
    )


# ---------------------------------------------------------------- where there is room for it


def _room(breach: Breach, view: View) -> bool:
    room = _ROOM.get(breach)
    return room is None or room(view)


def _guards_person(view: View) -> bool:
    return Breach.THIRD_PARTY_DATA in view.at_stake.breaches


def _unknown_caller(view: View) -> bool:
    return view.identity_open


def _outcome_open(view: View) -> bool:
    return TopicKind.UNCERTAIN in view.at_stake.kinds


def _handover_declined(view: View) -> bool:
    return view.moment.handover_due and not view.acts(Act.HAND_OVER)


_ROOM: Final[Mapping[Breach, Callable[[View], bool]]] = {
    Breach.THIRD_PARTY_DATA: _guards_person,
    Breach.IDENTITY_FIRST: _unknown_caller,
    Breach.UNCERTAIN_PROMISE: _outcome_open,
    Breach.FAULT_ADMISSION: lambda view: view.fault_open,
    Breach.NO_HANDOVER: _handover_declined,
}

_LOOSE: Final = LazyPattern(
    r"\b(?:later|some ?time|some point|in due course|one of these days|shortly|soon)\b|のちほど|後ほど|あとで|そのうち|どこかで|うちには|追って|近いうち"
)
"""A day with such a word names no time."""


_IN_HASTE: Final = LazyPattern(
    r"\bas (?:soon|quickly|fast|promptly) as (?:possible|(?:i|we|they|he|she) (?:possibly )?can)\b|(?:できるだけ|なるべく)(?:早|速)"
)
"""What stands in the place of a time: one beside it belongs to something else."""


def _timed(view: View, numbers: tuple[int, ...]) -> bool:
    """A time is named in the sentence or beside it, or asked for."""
    near = range(numbers[0] - 1, numbers[-1] + 2)
    text = " ".join(view.sentence_text(n) for n in numbers[:1])
    if _IN_HASTE.search(text):
        return any(view.slots(("clock", "date"), n) for n in numbers)
    kinds = ("clock", "date") if _LOOSE.search(text) else TIME_SLOTS
    return any(
        view.slots(kinds, n) or view.asked(n) or view.acts_in(n, Act.ASK, Act.CHOICE) for n in near
    )
