"""Which clause shows best what a criterion saw, so that feedback points at the right words.

A criterion is judged by whether something is there at all and takes the first place where it is.
Told is the place where the ledger hears most of it; nothing here changes a level or a score.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from scenarios.acts import Act
from scenarios.model import TopicKind
from scenarios.values import dataclass
from scoring.criteria.apology import has_object
from scoring.criteria.judgement import Judgement
from scoring.criteria.other_times import about_other_times
from scoring.criteria.step import COMMITTING, carried_steps
from scoring.model import Level, Slot
from scoring.moment.view import TIME_SLOTS, View

__all__ = ["Evidence", "best_evidence", "time_and_person"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A clause by its number, and the topic that it names."""

    clause: int
    topic: str | None = None


def _by_topic(*kinds: TopicKind) -> Callable[[View], Iterator[Evidence]]:
    def find(view: View) -> Iterator[Evidence]:
        for found in view.topics(*kinds):
            yield Evidence(found.clause, found.topic)

    return find


def _by_act(*acts: Act) -> Callable[[View], Iterator[Evidence]]:
    def find(view: View) -> Iterator[Evidence]:
        for found in view.acts(*acts):
            yield Evidence(found.clause)

    return find


def _steps(view: View) -> Iterator[Evidence]:
    for found in carried_steps(view):
        yield Evidence(found.clause, found.topic)


def _apologies(view: View) -> Iterator[Evidence]:
    for found in view.acts(Act.APOLOGISE):
        if has_object(view, found):
            yield Evidence(found.clause)


def _times(view: View) -> Iterator[Evidence]:
    """Times of what is going to be done, in its own clause or beside it."""
    coming = {act.clause for act in view.acts(*COMMITTING)} | {
        s.clause for s in carried_steps(view)
    }
    for slot in view.slots(TIME_SLOTS):
        beside = any(abs(slot.clause - other) <= 1 for other in coming)
        if slot.clause in coming or (beside and not about_other_times(view, slot.clause)):
            yield Evidence(slot.clause)


def _read_backs(view: View) -> Iterator[Evidence]:
    """What is read back often stands in the sentence before: "Is that right?" holds none of it."""
    figures = [slot.clause for slot in view.reading.slots if slot.kind != "person"]
    for found in view.acts(Act.READ_BACK):
        here = view.sentence(found.clause)
        near = (*here, *(view.sentence(here[0] - 1) if here[0] else ()))
        held = [n for n in near if n in figures]
        yield Evidence(max(held, key=figures.count, default=found.clause))


_PLACES: Final[Mapping[str, Callable[[View], Iterator[Evidence]]]] = {
    "serves-need": _steps,
    "names-situation": _by_topic(TopicKind.SITUATION),
    "names-feeling": _by_topic(TopicKind.FEELING),
    "understands-need": _by_topic(TopicKind.NEED),
    "apology-fit": _apologies,
    "who-what-when": _times,
    "time-and-owner": _times,
    "hand-over": _by_act(Act.HAND_OVER),
    "read-back": _read_backs,
    "takes-on": _by_act(Act.PROMISE, Act.CALL_BACK, Act.CHECK, Act.HAND_OVER),
}
"""By kind of criterion every place that would show it."""
_NAMING: Final = frozenset({"names-situation", "names-feeling", "understands-need"})
"""Kinds that are also met by words without a topic."""
_TIMED: Final = frozenset({"who-what-when", "time-and-owner"})
"""Kinds that are about by when something is done."""
_A_DAY: Final = 24 * 60
"""Minutes."""


def best_evidence(
    view: View, kind: str, judgement: Judgement, brought: Sequence[int]
) -> Evidence | None:
    """The place of what was met where *brought* (what the ledger hears, by clause) is most; None
    where the criterion's own place is the only one."""
    if kind not in _PLACES:
        return None
    if kind not in _TIMED and (judgement.level is not Level.MET or judgement.detail):
        return None
    places = list(_PLACES[kind](view))
    if kind in _NAMING and judgement.topic is None:
        return None
    if kind in _TIMED:  # best a promise with both in the same sentence
        firm = {act.clause for act in view.acts(*COMMITTING)}

        def rank(place: Evidence) -> tuple[bool, bool, int, int]:
            both = all(time_and_person(view, place.clause))
            return both, place.clause in firm, brought[place.clause], -place.clause

        return max(places, key=rank, default=None)
    return max(places, key=lambda place: (brought[place.clause], -place.clause), default=None)


def _long(slot: Slot) -> bool:
    """A stretch of days or more: how long something may be tried or takes, rather than by when."""
    return slot.kind == "duration" and int(slot.value) >= _A_DAY


def time_and_person(view: View, clause: int) -> tuple[bool, bool]:
    """Whether the sentence of a clause tells a time, and whether it tells who."""
    here = view.sentence(clause)
    time = any(not _long(slot) for n in here for slot in view.slots(TIME_SLOTS, n))
    customer = view.scenario.customer.name.of(view.language).casefold()
    named = (slot for n in here for slot in view.slots(("person",), n))
    person = any(slot.value.casefold() not in customer for slot in named)
    return time, person or any(view.acts_in(n, Act.OWN, Act.INTRODUCE) for n in here)
