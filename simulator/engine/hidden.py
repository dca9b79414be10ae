"""Hidden facts: what the customer keeps back until somebody asks for it or has earned it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from scenarios.model import HiddenFact
from simulator.engine.events import FactTold
from simulator.engine.hear import matches_any
from simulator.engine.holds import all_hold
from simulator.engine.play import Play
from simulator.engine.state import Heard

_AT_ONCE: Final = 2
"""Facts that come out in one answer where one reply asks for them."""


def facts_to_tell(play: Play, heard: Heard, told_anyway: Collection[str]) -> tuple[str, ...]:
    """What comes out now: the facts that the reply asks for, or else one that is owed from before or, unless
    the reply is cold, has been earned.

    What a reply asks for besides is owed from now on; *told_anyway* is what the reaction itself tells.
    """
    open_facts = [(n, f) for n, f in _untold(play) if n not in told_anyway]
    asked = [n for n, f in open_facts if matches_any(f.asked_by, heard)]
    waiting = [n for n, _ in open_facts if n in play.state.owed and n not in asked]
    confides = open_facts if heard.tone != "cold" else []
    earned = [n for n, f in confides if f.earned_by and all_hold(f.earned_by, play.state)]
    chosen = tuple(asked[:_AT_ONCE]) or (*waiting, *earned)[:1]
    owed = dict.fromkeys((*waiting, *asked))
    play.set(owed=tuple(name for name in owed if name not in chosen))
    return chosen


def tell(play: Play, name: str) -> bool:
    """Say a hidden fact with its own line and note that it is out."""
    said = play.say(f"hidden.{name}", play.scenario.hidden[name].says)
    mark_told(play, name)
    return said


def told_now(play: Play) -> list[str]:
    """The facts that have come out in this turn."""
    return [output.fact for output in play.outputs if isinstance(output, FactTold)]


def mark_told(play: Play, name: str) -> None:
    """Note that a fact is out, once."""
    if name in play.scenario.hidden and name not in play.state.told:
        owed = tuple(other for other in play.state.owed if other != name)
        play.set(told=(*play.state.told, name), owed=owed)
        play.outputs.append(FactTold(name))


def _untold(play: Play) -> list[tuple[str, HiddenFact]]:
    """Facts that have a line of their own and are not out yet, in the order of the file."""
    hidden = play.scenario.hidden
    return [(n, f) for n, f in hidden.items() if f.says and n not in play.state.told]
