"""A contact as far as it can be told from the store alone, where its customer cannot be had again.

Only what was sent is stored; what the customer and the desk said follows from the scenario. Once that
has changed the replies and the scorecard are left, and they stay what they were.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any

from scenarios.language import Language
from scenarios.text import clean_text, one_line
from simulator.figures import Figures
from simulator.store import StoredSession
from simulator.team.review_text import effective_of, result_text
from simulator.words.cli import CLI

__all__ = ["stored_lines"]


def stored_lines(stored: StoredSession, code: str, language: Language) -> Iterator[str]:
    """Why it is not told in full (*code* of the error), what was sent, and the stored scorecard."""
    header = stored.header
    facts = {"scenario": header.scenario_id, "started": header.started_at[:16]}
    yield CLI.say("stored.head", language, **facts)
    yield CLI.say(f"stored.{code.rpartition('.')[2]}", language, **facts)
    yield ""
    card = _card(stored)
    turns = _turns(card)
    replies = 0
    for event in stored.events:
        match event:
            case {"kind": "reply", "text": str(text)}:
                replies += 1
                told = clean_text(text).replace("\n", "\n  ")
                yield f"{CLI.say('you', language)}: {told}"
                if replies in turns:
                    yield CLI.say(
                        "feedback", language, turn=replies, **_scores(turns[replies], language)
                    )
            case {"kind": "action", "action": str(action)}:
                yield f"{CLI.say('desk', language)}: {one_line(action)}"
    yield ""
    figures = Figures.from_json(stored.scorecards[-1].digest) if stored.scorecards else None
    if figures is None:
        yield CLI.say("stored.no-card", language)
        return
    yield CLI.say("stored.card", language, result=result_text(effective_of(figures), language))
    yield from (f"- {line}" for line in _texts(card.get("why"), language))
    yield from _texts([card.get("practise_next")], language)


def _card(stored: StoredSession) -> Mapping[str, Any]:
    """The latest scorecard as it was written, of whatever version; empty where there is none."""
    with suppress(ValueError, IndexError):
        card = json.loads(stored.scorecards[-1].card)
        if isinstance(card, dict):
            return card
    return {}


def _turns(card: Mapping[str, Any]) -> dict[int, Mapping[str, Any]]:
    turns = card.get("turns")
    found = [one for one in turns if isinstance(one, dict)] if isinstance(turns, list) else []
    return {
        one["turn"]: one["scores"]
        for one in found
        if isinstance(one.get("turn"), int) and isinstance(one.get("scores"), dict)
    }


def _scores(scores: Mapping[str, Any], language: Language) -> dict[str, str]:
    untold = CLI.say("untold", language)
    return {
        name: str(value) if isinstance(value := scores.get(name), int) else untold
        for name in ("empathy", "policy", "resolution")
    }


def _texts(values: object, language: Language) -> Iterator[str]:
    for value in values if isinstance(values, list) else ():
        if isinstance(value, dict) and isinstance(value.get(language), str):
            yield one_line(value[language])
