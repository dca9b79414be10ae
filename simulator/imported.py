"""Whether an exported session holds what can come of playing: its inputs, and what they come to.

Fingerprints can be computed anew by whoever changes a file. What was said cannot be told from what
might have been said, but the scores can be told from those that the judge gives for it. So the inputs
are played again, and what was stored has to be what comes of that, wherever scenario, engine and rules
are those that it was made with; elsewhere nothing can be told, and the result is unproven.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, get_args

from scenarios.language import LANGUAGES
from scenarios.model import Intensity, Mode
from scenarios.problems import SourceError
from scoring.report import scorecard_json
from simulator.contact import Contact
from simulator.engine.codec import from_json, to_json
from simulator.engine.events import EventError, Input
from simulator.errors import ImportRefused, OutdatedSession
from simulator.figures import Figures
from simulator.store.canonical import canonical
from simulator.store.model import SessionHeader
from simulator.store.part import Part
from simulator.store.transfer import unpack
from simulator.workplace import Workplace

__all__ = ["proven"]


def proven(exported: Mapping[str, Any], workplace: Workplace) -> bool:
    """Whether the result of an exported session is what comes of it here; False: nobody can tell.

    Raises ImportRefused for what is no sound export, and for what cannot come of playing.
    """
    unpack(exported)  # of the right shape, and as it was sealed
    whole = Part(exported)
    header = SessionHeader.from_json(whole["header"].object())
    _require_known_words(whole["header"])
    events = [_event(entry["event"]) for entry in whole["events"].items()]
    for card in whole["scorecards"].items():
        _require_figures(card["digest"])
    try:
        contact = Contact.replayed(workplace, exported["id"], header, events)
    except (OutdatedSession, SourceError):
        return not exported["scorecards"]
    except EventError as error:
        raise ImportRefused("import.unearned", session=exported["id"], at="events") from error
    return _follows(whole, contact)


def _require_known_words(header: Part) -> None:
    words = (
        ("language", LANGUAGES),
        ("mode", get_args(Mode)),
        ("intensity", get_args(Intensity)),
    )
    for name, known in words:
        if header.object().get(name, known[-1]) not in known:
            raise header[name].misfit()


def _event(part: Part) -> Input:
    try:
        event = from_json(part.object())
    except EventError as error:
        raise part.misfit() from error
    if canonical(to_json(event)) != part.stored():  # something more, or a number for a text
        raise part.misfit()
    return event


def _require_figures(digest: Part) -> None:
    """Raises ImportRefused for figures that no list could show."""
    if digest.value is not None and Figures.from_json(digest.value) is None:
        raise digest.misfit()


def _follows(whole: Part, contact: Contact) -> bool:
    """Whether all that is told of the result could be checked; raises ImportRefused where it is wrong."""

    def compare(part: Part, due: object) -> None:
        if part.stored() != canonical(json.loads(json.dumps(due))):
            raise ImportRefused("import.unearned", session=contact.session_id, at=part.at)

    if whole["state"].value == "ended":
        compare(whole["ending"], contact.stored_ending)
    cards = list(whole["scorecards"].items())
    if not cards:
        return True
    due = contact.scorecard()
    alike = [card for card in cards if card["versions"].value == asdict(due.versions)]
    for card in alike:
        compare(card["card"], scorecard_json(due))
        if card["digest"].value is not None:
            compare(card["digest"], contact.figures(due).to_json())
    return len(alike) == len(cards)
