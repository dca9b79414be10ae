"""A further question of a reply that the scenario can answer as well.

The first reaction that fits is what the customer does. Where it is about something else, a question
that stands in the same reply would go unanswered, though the scenario knows what is said to it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from scenarios.model import Scenario, TopicKind
from scoring.language.lazy_pattern import LazyPattern
from scoring.model import Clause, Reading
from scoring.moment.touched import keys_of
from simulator.engine.asked_words import Asked
from simulator.engine.events import CustomerSpoke
from simulator.engine.hear import meant
from simulator.engine.hidden import mark_told, told_now
from simulator.engine.play import Play
from simulator.engine.react import Fit, note_done, reactions_that_fit
from simulator.engine.state import Heard

_OR: Final = LazyPattern(r"^\W*(?:or\b|それとも|または|もしくは)")
_SAME: Final = 0.5
"""From this share of its words on, a line says what another says."""


def asked_besides(play: Play, heard: Heard, fit: Fit | None, asked: Asked | None) -> Fit | None:
    """The first reaction that answers a question about which *fit* and what has been said say nothing,
    and that leads nowhere; *asked* is what anybody could answer."""
    if fit is None:
        return None
    answered = {*fit.about, *_asking_for_told(play, fit)}
    topics = _open_questions(
        play.state.played[-1].reading, play.scenario, answered, offers=asked == "consent"
    )
    return next(
        (
            other
            for other in (reactions_that_fit(play, heard) if topics else ())
            if not topics.isdisjoint(other.about)
            and other.reaction.says is not None
            and other.reaction.goes is None
        ),
        None,
    )


def answer_besides(play: Play, fit: Fit, at: int) -> bool:
    """Give this answer before what was said from output ``at`` on; False where that says it already."""
    line = play.next_line(fit.id, fit.reaction.says)
    if line is None or _is_said(line.text, play):
        return False
    play.say_first(line, at)
    play.shift(fit.reaction.mood)
    note_done(play, fit)
    for fact in fit.reaction.tells:
        mark_told(play, fact)
    return True


def _is_said(text: str, play: Play) -> bool:
    """Whether some line of this turn has half of the words of the shorter one of the two in common, but
    for the name under a letter."""
    language = play.setup.language
    ours = keys_of(_unsigned(text), language)
    for output in play.outputs:
        if isinstance(output, CustomerSpoke):
            theirs = keys_of(_unsigned(output.text), language)
            least = min(len(ours), len(theirs))
            if least and len(ours & theirs) >= _SAME * least:
                return True
    return False


def _unsigned(text: str) -> str:
    return text.rpartition("\n")[0] or text


def _asking_for_told(play: Play, fit: Fit) -> Iterator[str]:
    """The topics by which one asks for the facts that come out now."""
    for fact in (*told_now(play), *fit.reaction.tells):
        for sentence in play.scenario.hidden[fact].asked_by:
            yield from (part.topic for part in sentence.parts if part.topic)


def _open_questions(
    reading: Reading, scenario: Scenario, answered: Collection[str], *, offers: bool
) -> frozenset[str]:
    """Questions of the scenario that stand in a question in which none of the *answered* topics does;
    where the reply *offers* something ("shall I?"), to which anybody says yes, none that is only near."""
    questions = list(_questions(reading.clauses))
    named = {found.clause for found in reading.topics if found.topic in answered}
    still_open = {n for numbers in questions if named.isdisjoint(numbers) for n in numbers}
    return frozenset(
        found.topic
        for found in reading.topics
        if found.clause in still_open
        and found.topic not in answered
        and found.affirmed
        and not (offers and found.inferred)
        and scenario.topics[found.topic].kind is TopicKind.QUESTION
        and meant(reading, found.clause)
    )


def _questions(clauses: tuple[Clause, ...]) -> Iterator[tuple[int, ...]]:
    """The clauses of each question; a choice is one, however many clauses it has."""
    current: tuple[int, ...] = ()
    for number, clause in enumerate(clauses):
        if current and _OR.search(clause.text.lower()):
            current = (*current, number)
            continue
        if current:
            yield current
        current = (number,) if clause.question else ()
    if current:
        yield current
