"""The moment of a reply that comes alone: worked out from the lines that went before it.

A session knows its moment; a reply to be graded by itself brings only what the customer said and
notes in parentheses. The stage is told by likeness to the scenario's own lines, the state of the
case by the words of the notes. What cannot be told stays open (``stage`` None).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from scenarios.language import Language, Phrases
from scenarios.model import Reaction, Said, Scenario, TopicKind
from scenarios.values import dataclass
from scoring.language.lazy_pattern import LazyPattern
from scoring.model import Moment
from scoring.moment.touched import touches
from scoring.rubrics.rubric import ContextWords

LIKE = 45
"""Likeness (0-100) from which on a customer's line is taken for one of a stage."""
SAME_FACT = 55
"""Likeness from which on a hidden fact counts as told."""
_REMEMBERED = 64
"""Contexts kept: replies to one moment come in their dozens."""
_NOTE = LazyPattern(r"^\s*[(（](?P<note>.*)[)）]\s*$", re.DOTALL)
_CLOCK = LazyPattern(r"\b(\d{1,2}):(\d{2})\b|(\d{1,2})時(?:(\d{1,2})分|(半))?")
_QUOTED = LazyPattern(r"[「『\"“][^」』\"”]*[」』\"”]")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line made ready for comparison."""

    plain: str
    pairs: frozenset[str]

    @classmethod
    def of(cls, text: str) -> _Line:
        plain = _plain(text)
        return cls(plain, _bigrams(plain))


Likeness = Callable[[_Line, _Line], float]


class Moments:
    """Finds the moments of one scenario in one language; its lines are made ready once."""

    def __init__(self, scenario: Scenario, language: Language, words: ContextWords) -> None:
        self.scenario = scenario
        self.language: Language = language
        self.words = words
        self._likeness = _likeness(language)
        self._opening: dict[str, list[_Line]] = {}
        self._reacting: dict[str, list[_Line]] = {}
        for name, stage in scenario.stages.items():
            reactions = [r.says for r in stage.reactions if r.says is not None]
            self._opening[name] = _ready(stage.spoken(), language)
            self._reacting[name] = _ready(reactions, language)
        self._hidden = {
            name: _ready((fact.says,), language)
            for name, fact in scenario.hidden.items()
            if fact.says is not None
        }
        self._behind_check = _behind_the_check(scenario)
        self._known: dict[tuple[str, ...], Moment] = {}

    def after(self, context: Sequence[str]) -> Moment:
        """The moment after *context*: customer's lines and notes in parentheses, oldest first."""
        key = tuple(context)
        if key not in self._known:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[key] = self._after(key)
        return self._known[key]

    def _after(self, context: Sequence[str]) -> Moment:
        scenario, language, words = self.scenario, self.language, self.words
        notes = [m["note"] for m in map(_NOTE.match, context) if m]
        said = [line for line in context if not _NOTE.match(line)]
        heard = [_Line.of(line) for line in said]
        checked = _any(words.identity_checked, language, notes)
        stage = self._stage(heard, notes)
        if checked and stage is not None:
            stage = _past_the_check(scenario, stage)
        checked = checked or stage in self._behind_check
        return Moment(
            scenario=scenario,
            language=language,
            stage=stage,
            turn=max(1, len(said)),
            customer_said=tuple(said),
            agent_said=(),
            identity_checked=checked or not scenario.identity.needed,
            told=self._told(heard),
            done=_done(words, language, notes),
            clock=_clock(scenario, stage, notes),
            named=_named(scenario, language, notes),
            abuse=_any(words.abuse, language, said[-1:]) or scenario.abusive_at(stage),
            handover_due=_handover_due(words, language, said),
        )

    def _stage(self, heard: Sequence[_Line], notes: Sequence[str]) -> str | None:
        """The stage whose lines are most like the customer's last one."""
        best: tuple[float, int, str] | None = None
        for order, name in enumerate(self.scenario.stages):
            near = max(
                self._nearest(heard[-1:], self._opening[name]),
                0.9 * self._nearest(heard[-1:], self._reacting[name]),
            )
            if best is None or near > best[0]:
                best = (near, order, name)
        if best is not None and best[0] >= LIKE:
            return best[2]
        first_contact = len(heard) <= 1 and not notes
        return self.scenario.first_stage if first_contact else None

    def _told(self, heard: Sequence[_Line]) -> frozenset[str]:
        return frozenset(
            name for name, lines in self._hidden.items() if self._nearest(heard, lines) >= SAME_FACT
        )

    def _nearest(self, heard: Sequence[_Line], lines: Sequence[_Line]) -> float:
        return max((self._likeness(a, b) for a in heard for b in lines), default=0.0)


def _ready(spoken: Iterable[Said], language: Language) -> list[_Line]:
    return [_Line.of(line) for one in spoken for line in one.all_wordings(language)]


def _past_the_check(scenario: Scenario, stage: str) -> str:
    """Where a check that has been made leads on, the contact is there already."""
    moves = (r.goes for r in scenario.stages[stage].reactions if r.after == "verify-identity")
    return next((goes for goes in moves if goes and goes in scenario.stages), stage)


def _behind_the_check(scenario: Scenario) -> frozenset[str]:
    """Stages that a contact comes to only once identity has been checked."""
    return _reached(scenario, checked=True) - _reached(scenario, checked=False)


def _reached(scenario: Scenario, *, checked: bool) -> frozenset[str]:
    """The stages that can be come to, with or without a check."""
    reached, left = {scenario.first_stage}, [scenario.first_stage]
    anywhere = [event.goes for event in scenario.events.values() if event.goes]
    while left:
        stage = scenario.stages.get(left.pop())
        reactions = stage.reactions if stage else ()
        moves = [r.goes for r in reactions if r.goes and (checked or not _checks(r))]
        for goes in (*moves, *anywhere):
            if goes not in reached:
                reached.add(goes)
                left.append(goes)
    return frozenset(reached & set(scenario.stages))


def _checks(reaction: Reaction) -> bool:
    checked = any(condition.kind == "identity" for condition in reaction.when)
    return checked or reaction.after == "verify-identity"


def _likeness(language: Language) -> Likeness:
    from rapidfuzz import fuzz

    if language == "ja":
        return _shared_pairs
    return lambda a, b: float(
        fuzz.token_set_ratio(a.plain, b.plain) * 0.5 + fuzz.ratio(a.plain, b.plain) * 0.5
    )


def _shared_pairs(one: _Line, other: _Line) -> float:
    """Shared pairs of letters (Dice), 0-100: steadier than edit distance where order is free."""
    a, b = one.pairs, other.pairs
    return 200 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def _bigrams(text: str) -> frozenset[str]:
    letters = "".join(c for c in text if c.isalnum())
    return frozenset(letters[i : i + 2] for i in range(len(letters) - 1))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _done(words: ContextWords, language: Language, notes: Sequence[str]) -> frozenset[str]:
    return frozenset(
        action for action, phrases in words.deeds.items() if _any(phrases, language, notes)
    )


def _named(scenario: Scenario, language: Language, notes: Sequence[str]) -> frozenset[str]:
    """The steps and questions that notes tell of: they have been said or asked already."""
    told = " ".join(notes)
    return frozenset(
        name
        for name, topic in scenario.topics.items()
        if topic.kind in _SAID_ONCE and touches(scenario, language, told, name)
    )


_SAID_ONCE: Final = (TopicKind.STEP, TopicKind.QUESTION)


def _any(phrases: Phrases, language: Language, lines: Sequence[str]) -> bool:
    return any(_plain(p) in _plain(line) for line in lines for p in phrases.of(language))


def _handover_due(words: ContextWords, language: Language, said: Sequence[str]) -> bool:
    """Asked for the supervisor twice, or with a threat or in plain demand in the last line."""
    own = [_QUOTED.sub("", line) for line in said]
    asked = [line for line in own if _any(words.supervisor, language, (line,))]
    last = own[-1:]
    return (
        len(asked) >= 2 or bool(asked and asked[-1:] == last) or _any(words.threat, language, last)
    )


def _clock(scenario: Scenario, stage: str | None, notes: Sequence[str]) -> int | None:
    """Minutes since midnight: from the last note that names a time, else from the stage."""
    at = scenario.stages[stage].starts if stage else None
    for text in (*reversed(notes), at or "", scenario.starts):
        found = _CLOCK.search(text)
        if found:
            hour, minute = (found[1], found[2]) if found[1] else (found[3], found[4])
            extra = 30 if found[5] else int(minute or 0)
            value = int(hour) * 60 + extra
            if value < 24 * 60:
                return value
    return None
