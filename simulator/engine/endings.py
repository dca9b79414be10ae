"""How a contact comes to its end: which ending is taken, and what is said and seen at it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from scenarios.language import Text
from scenarios.model import EndingBy, EndingKind, Occasion, Outcome
from simulator.engine import texts
from simulator.engine.events import Ended
from simulator.engine.holds import all_hold
from simulator.engine.play import Play
from simulator.engine.setup import Setup
from simulator.engine.state import State

_WITHOUT: Final[Mapping[EndingBy, tuple[EndingKind, Outcome]]] = {
    "goes": ("calm", "fair"),
    "close": ("abandoned", "poor"),
    "leave": ("left-angry", "poor"),
    "abandon": ("abandoned", "poor"),
    "hand-over": ("handed-over", "fair"),
    "procedure": ("ended-by-procedure", "fair"),
}
"""What an end counts as where the scenario has no ending for it."""
_OBJECTS_FROM: Final = 60
"""Anger from which a customer objects to an end with nothing promised."""
_LOST_TRUST: Final = 10
"""Trust under which a customer goes (6.2)."""


def ending_by(
    setup: Setup, state: State, by: EndingBy, outcome: Outcome | None = None
) -> str | None:
    """The first ending of this way out whose conditions hold; None if there is none.

    With an *outcome* only endings that come out so are looked at.
    """
    return next(
        (
            name
            for name, e in setup.scenario.endings.items()
            if e.by == by and outcome in (None, e.outcome) and all_hold(e.when, state)
        ),
        None,
    )


def end_by(play: Play, by: EndingBy) -> None:
    """End the contact in this way, by the fitting ending of the scenario."""
    name = ending_by(play.setup, play.state, by)
    if name is None and by == "close":
        name = ending_by(play.setup, play.state, "abandon")
    if name is None:
        kind, outcome = _WITHOUT[by]
        play.end(Ended(None, kind, outcome))
    else:
        reach(play, name)


def reach(play: Play, name: str) -> None:
    """End the contact with this ending of the scenario."""
    ending = play.scenario.endings[name]
    play.say(f"ending.{name}", ending.says)
    play.end(Ended(name, ending.kind, ending.outcome))


def leave(play: Play, by: EndingBy = "leave") -> None:
    """The customer goes."""
    name = ending_by(play.setup, play.state, by)
    if name is None or play.scenario.endings[name].says is None:
        play.voice(Occasion.LEAVES)
    end_by(play, by)
    play.happen(texts.customer_left(play.channel))


def hang_up(play: Play) -> None:
    """The agent cuts the contact off; nothing that was agreed makes this a good end.

    With a customer who was not abusive no step gives grounds for it. That is what a poor ending by
    the procedure is about, where the scenario has one; the others speak of grounds there were.
    """
    play.set(hung_up=True)
    play.feel("flight")
    abuse = play.state.abuse
    name = None if abuse else ending_by(play.setup, play.state, "procedure", "poor")
    if name is not None:
        play.say(f"ending.{name}", play.scenario.endings[name].says)
    play.happen(_how_it_was_cut_off(play.state))
    name = name or ending_by(play.setup, play.state, "abandon")
    if name is None:
        play.end(Ended(None, "abandoned", "poor"))
    else:
        play.end(Ended(name, play.scenario.endings[name].kind, "poor"))


def _how_it_was_cut_off(state: State) -> Text:
    if not state.abuse:
        return texts.CUT_OFF_WITHOUT_GROUNDS
    return texts.CUT_OFF_LATE if announced(state) else texts.CUT_OFF


def announced(state: State) -> bool:
    """Whether a request and then a notice of the end were given."""
    return 0 < state.boundary_turn < state.warned_turn


def goes_now(play: Play) -> bool:
    """Whether this customer has had enough: over the limit twice in a row, or no trust left."""
    state = play.state
    limit = play.setup.persona.temperament.leaves_at
    over = state.over_limit + 1 if state.mood.anger > limit else 0
    play.set(over_limit=over)
    # A customer who comes without any trust goes only when even that has been lost.
    least = min(_LOST_TRUST, play.scenario.mood.trust)
    return over >= 2 or state.mood.trust < least


def close(play: Play) -> None:
    """The agent takes leave; an angry customer with nothing in hand objects once."""
    if play.state.turn == 0:
        end_by(play, "abandon")
    elif _objects(play):
        play.set(objected=True)
        play.feel("flight")
        play.voice(Occasion.SUSPECTS_FLIGHT)
    else:
        end_by(play, "close")


def _objects(play: Play) -> bool:
    state = play.state
    if state.objected or play.channel == "email" or state.mood.anger < _OBJECTS_FROM:
        return False
    name = ending_by(play.setup, state, "close")
    good = name is not None and play.scenario.endings[name].outcome == "good"
    promised = any(c.kept is not False and c.kind != "check" for c in state.commitments)
    return not good and not promised


def stop(play: Play) -> None:
    """The trainee leaves the exercise: neither good nor bad."""
    play.end(Ended(None, "stopped", "stopped"))
