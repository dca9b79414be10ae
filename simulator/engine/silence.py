"""Silence: how long a customer waits for words, and what follows when none come.

On the phone somebody speaks up after seconds, in a chat after a minute or two; an e-mail has no
silence. A wait that the agent announced is borne longer.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from scenarios.acts import Act
from scenarios.model import Channel, Occasion
from simulator.engine.endings import leave
from simulator.engine.events import EventError, TimePassed
from simulator.engine.play import Play
from simulator.engine.react import act_out, reaction_to, say_something
from simulator.engine.setup import Setup, Step
from simulator.engine.state import Heard, State

LONGEST_WAIT: Final = 86_400
_TIMES: Final[Mapping[Channel, int]] = {"phone": 1, "visit": 1, "chat": 12, "email": 0}
_LEVELS: Final = (1, 3, 6)
"""Patiences after which a customer speaks up, complains, and goes."""
_ANNOUNCED: Final = 4
"""Times the patience with which an announced wait is borne."""
_MILD: Final = 150
"""Per cent of the patience at mild intensity."""


def take_time(setup: Setup, state: State, event: TimePassed) -> Step:
    """Let seconds pass without a word; raises EventError ``bad-seconds``."""
    if not 1 <= event.seconds <= LONGEST_WAIT:
        raise EventError("bad-seconds", value=str(event.seconds))
    play = Play(setup, state)
    play.set(
        inputs=state.inputs + 1,
        now=state.now + event.seconds,
        quiet=state.quiet + event.seconds,
    )
    level = _level(play)
    if level > state.silence_level:
        _grow_impatient(play, level)
    return play.finish()


def patience(setup: Setup, state: State) -> int:
    """Seconds until the customer speaks up; 0 where there is no such thing."""
    scenario = setup.scenario
    channel = scenario.stages[state.stage].channel or scenario.channel
    if channel == "phone" and _has_rung_off(state):
        return 0
    seconds = setup.persona.temperament.patience * _TIMES[channel]
    if setup.intensity == "mild":
        seconds = seconds * _MILD // 100
    announced = bool(state.heard) and state.heard[-1].has(Act.HOLD, Act.CHECK)
    return seconds * _ANNOUNCED if announced else seconds


def _has_rung_off(state: State) -> bool:
    """Whether a call back is booked and has been agreed on since anything else was said: nobody stays on
    the line for it."""
    booked = [deed for deed in state.deeds if deed.action == "book-callback"]
    rung = [deed for deed in state.deeds if deed.action == "ring-customer"]
    if not booked or (rung and rung[-1].now >= booked[-1].now):
        return False
    calls = any(c.kind == "call-back" and c.kept is not False for c in state.commitments)
    return calls and bool(state.heard) and state.heard[-1].has(Act.CALL_BACK, Act.CLOSE)


def _level(play: Play) -> int:
    limit = patience(play.setup, play.state)
    return sum(play.state.quiet >= limit * times for times in _LEVELS) if limit else 0


def _grow_impatient(play: Play, level: int) -> None:
    """Everything that the silence has stirred up, and one line for it."""
    causes = ("silence", "long-silence")[play.state.silence_level : min(level, 2)]
    play.feel(*causes)
    heard = Heard(play.state.turn, silence=True, news=False)
    play.set(
        silence_level=level,
        silences=play.state.silences + 1,
        heard=(*play.state.heard, heard),
    )
    if level == len(_LEVELS):
        leave(play, "abandon")
        return
    fit = reaction_to(play, heard)
    if fit is not None:
        play.shift(fit.reaction.mood)
        act_out(play, fit)
    occasion = Occasion.SILENCE if level == 1 else Occasion.LONG_SILENCE
    if not play.has_spoken and not play.state.ended and not play.voice(occasion):
        say_something(play)
