"""Which wording a customer uses: by heat, in an order set by the seed, never twice running.

Only known blanks ({time}, {name}) are filled, by plain replacement; any other brace is text. A
wording whose blank cannot be filled yet waits for its time.
"""

from __future__ import annotations

import re
from typing import Final

from scenarios.model import Heat, Said
from scenarios.values import dataclass
from simulator.engine.choose import turn_taken
from simulator.engine.clock import spoken_time
from simulator.engine.mood import heat
from simulator.engine.setup import Setup
from simulator.engine.state import State

_BLANK: Final = re.compile(r"\{(time|name)\}")


@dataclass(frozen=True, slots=True)
class Line:
    """One wording, ready to be said."""

    id: str
    text: str
    key: str
    """The set of wordings it was taken from."""
    used: int
    """Uses of that set after this one."""


def pick_line(setup: Setup, state: State, base: str, said: Said, last: str) -> Line | None:
    """The next wording of ``said``; None where there is none that was not just said (``last``)."""
    temper: Heat = heat(state.mood)
    if temper == "hot" and setup.intensity == "mild":
        temper = "tense"
    wordings = said.wordings(setup.language, temper)
    key = _set_name(setup, said, wordings, base)
    used = state.lines.get(key, 0)
    for uses in range(used, used + 2 * len(wordings)):
        number = turn_taken(setup.seed, key, len(wordings), uses)
        text = filled(wordings[number], setup, state)
        if text is not None and text != last:
            return Line(f"{key}#{number + 1}", text, key, uses + 1)
    return None


def filled(wording: str, setup: Setup, state: State) -> str | None:
    """The wording with its blanks filled; None where a blank has no value yet."""
    values = {"time": promised_time(setup, state), "name": state.agent}
    if any(values[blank] is None for blank in _BLANK.findall(wording)):
        return None
    return _BLANK.sub(lambda match: values[match[1]] or "", wording)


def promised_time(setup: Setup, state: State) -> str | None:
    """The time that the agent named last in a promise, as a customer says it; of one reply that of the
    call, for a customer waits by the telephone and not for a van to leave."""
    timed = [c for c in state.commitments if c.clock is not None]
    if not timed:
        return None
    latest = [c for c in timed if c.turn == timed[-1].turn]
    calls = [c for c in latest if c.kind == "call-back"]
    clock = (calls or latest)[-1].clock
    return None if clock is None else spoken_time(clock, setup.language)


def _set_name(setup: Setup, said: Said, wordings: tuple[str, ...], base: str) -> str:
    for name in ("calm", "tense", "hot"):
        phrases = getattr(said, name)
        if phrases is not None and phrases.of(setup.language) is wordings:
            return f"{base}.{name}"
    return base
