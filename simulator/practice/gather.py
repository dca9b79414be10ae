"""Today's plan and the progress of whoever practises, from what their workplace has on record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Final

from scenarios.language import Language
from scenarios.problems import SourceError
from simulator.errors import StoreError
from simulator.practice.played import Played, newest, played
from simulator.practice.progress import Progress, progress_of
from simulator.practice.skills import skills_of
from simulator.practice.today import Item, Plan, plan
from simulator.practice.training import Shelf

if TYPE_CHECKING:
    from scenarios.card import Card
    from simulator.store.model import SessionSummary, StoredSession
    from simulator.workplace import Workplace

__all__ = ["left_open", "plan_of", "progress_here", "shelf_of"]

_TIMED: Final = 10
"""Newest contacts whose replies are looked up to tell seconds; no page shows more."""
_AT_ONE_GO: Final = 3600
"""Seconds beyond which somebody had left in between, which is no time to an acknowledgement."""


def plan_of(
    workplace: Workplace, language: Language, decided: Mapping[str, bool] | None = None
) -> Plan:
    """Today's plan of the person who practises here; *decided*: see ``best_results``. Raises StoreError."""
    from simulator.practice.schedule import CARD_REVIEWED

    store, trainee = workplace.store, workplace.trainee
    summaries = list(store.history(trainee))
    facts = store.facts([CARD_REVIEWED], person=trainee)
    shelf = shelf_of(workplace, summaries)
    return plan(summaries, facts, shelf, workplace.now(), language, decided=decided)


def shelf_of(workplace: Workplace, summaries: Iterable[SessionSummary]) -> Shelf:
    """The scenarios that can be played now; one with problems is left out.

    Only those of *summaries* have their hash worked out.
    """
    from simulator.engine.session import ENGINE_VERSION

    library = workplace.library
    cards: dict[str, Card] = {}
    hashes: dict[str, str] = {}
    seen = {s.header.scenario_id for s in summaries if s.state == "ended"}
    for name in library.ids:
        try:
            cards[name] = library.card(name)
            if name in seen:
                hashes[name] = library.digest(name)
        except SourceError:
            cards.pop(name, None)
    return Shelf(cards, hashes, ENGINE_VERSION, skills_of(workplace.judge.rubric))


def left_open(workplace: Workplace, item: Item) -> str | None:
    """The session in which the call of *item* was begun and left in the middle, if there is one;
    raises StoreError."""
    for summary in workplace.unfinished():
        header = summary.header
        same = (header.scenario_id, header.language) == (item.scenario, item.language)
        if same and header.occasion is None and header.parent_session is None:
            return summary.id
    return None


def progress_here(
    workplace: Workplace,
    summaries: Sequence[SessionSummary],
    decided: Mapping[str, bool] | None = None,
) -> Progress:
    """The progress of the person whose *summaries* these are, with the seconds to the first
    acknowledgement of the newest contacts; *decided*: see ``best_results``."""
    rubric = workplace.judge.rubric
    titles = {name: rule.title for name, rule in rubric.dimensions.items()}
    seconds = _seconds(workplace, newest(played(summaries))[-_TIMED:])
    return progress_of(summaries, skills_of(rubric), titles, seconds, decided)


def _seconds(workplace: Workplace, contacts: Iterable[Played]) -> dict[str, int]:
    """Session to the seconds from its start to the reply that first acknowledged."""
    found: dict[str, int] = {}
    for contact in contacts:
        turn = contact.figures.acknowledged
        if turn is None:
            continue
        try:
            seconds = _until_reply(workplace.store.load(contact.session), turn)
        except StoreError:  # the figures are there all the same
            continue
        if seconds is not None and 0 <= seconds <= _AT_ONE_GO:
            found[contact.session] = seconds
    return found


def _until_reply(stored: StoredSession, turn: int) -> int | None:
    from simulator.engine.codec import from_json
    from simulator.engine.events import ReplySent

    events = zip(stored.events, stored.saved_at, strict=True)
    saved = [at for event, at in events if isinstance(from_json(event), ReplySent)]
    if turn > len(saved):
        return None
    return round(
        (datetime.fromisoformat(saved[turn - 1]) - stored.header.started()).total_seconds()
    )
