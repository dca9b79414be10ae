"""What a made-up trainee can do: replies with a given meaning, desk actions, silence, taking leave.

A reply here is not a text but what one would be understood to say; the ``Script`` is the listener
that gives the engine that understanding. So a scenario can be walked through without the reader of
replies, a thousand times faster and in either language alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from scenarios.acts import Act
from scoring.model import FoundAct, FoundTopic, Reading, Shares, Slot, Span
from simulator.engine.clock import clock_text, start_of
from simulator.engine.events import (
    ActionTaken,
    ContactEnded,
    Input,
    ReplySent,
    TimePassed,
)
from simulator.engine.identity import LEAST_ITEMS

if TYPE_CHECKING:
    from scenarios.conditions import Hears
    from scenarios.model import Argument, Identity
    from scoring.model import Moment
    from simulator.engine.setup import Setup

__all__ = ["Close", "Do", "Move", "Part", "Say", "Script", "Wait", "summary"]

Part = tuple[Act | None, str | None]
"""An act, a topic, or an act about a topic."""

_SPAN: Final = Span(0, 1)
_NOTHING: Final = Shares(0.0, 0.0, 0.0, 0.0)
_TIMED: Final = (Act.CALL_BACK,)
"""Acts that come with a clock time, as they should."""
_NAME: Final = {"ja": "佐伯", "en": "Saeki"}
_NAMES: Final = "*"
"""How the summary of a hand-over begins that names topics; alone it names all."""
_SOON: Final = 15
"""Minutes after the start at which a call is promised where the case sets no limit."""


@dataclass(frozen=True, slots=True)
class Say:
    """A reply that says these things and nothing else."""

    parts: tuple[Part, ...]
    timed: bool = False


@dataclass(frozen=True, slots=True)
class Do:
    """A desk action."""

    action: str
    args: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Wait:
    """Silence."""

    seconds: int


@dataclass(frozen=True, slots=True)
class Close:
    """Takes leave."""


Move = Say | Do | Wait | Close


class Script:
    """Makes moves for one scenario, and hears in each reply what it was made to say."""

    def __init__(self, setup: Setup) -> None:
        self.setup = setup
        self._readings: dict[str, Reading] = {}
        self._events: dict[Move, Input] = {}
        scenario = setup.scenario
        rule = scenario.desk.get("book-callback")
        soon = clock_text(start_of(scenario.starts) // 60 % 1440 + _SOON)
        self.time = rule.latest if rule and rule.latest else soon
        """The clock time of every promise: the last that serves."""

    def read(self, text: str, moment: Moment) -> Reading:
        """As the engine asks; a text that was not made here says nothing."""
        del moment
        if text not in self._readings:
            named = text[1:].split() or list(self.setup.scenario.topics)
            topics = named if text.startswith(_NAMES) else []
            self._readings[text] = self._read(text, Say(tuple((None, t) for t in topics)))
        return self._readings[text]

    def as_felt(self, reading: Reading, moment: Moment) -> Reading:
        """As it is: what was made here says what it was made to say."""
        del moment
        return reading

    def event(self, move: Move) -> Input:
        """The input that makes this move."""
        if move not in self._events:
            self._events[move] = self._input(move)
        return self._events[move]

    def reading(self, move: Say) -> Reading:
        event = self.event(move)
        assert isinstance(event, ReplySent)
        return self._readings[event.text]

    def _input(self, move: Move) -> Input:
        match move:
            case Say():
                text = f"#{len(self._readings)}"
                self._readings[text] = self._read(text, move)
                return ReplySent(text)
            case Do(action, args):
                return ActionTaken(action, dict(args))
            case Wait(seconds):
                return TimePassed(seconds)
            case Close():
                return ContactEnded("close")

    def _read(self, text: str, move: Say) -> Reading:
        acts = [(act, topic) for act, topic in move.parts if act is not None]
        slots = []
        if move.timed or any(act in _TIMED for act, _ in acts):
            slots.append(Slot("clock", self.time, _SPAN, 0, True))
        if any(act is Act.INTRODUCE for act, _ in acts):
            slots.append(Slot("person", _NAME[self.setup.language], _SPAN, 0, True))
        return Reading(
            text,
            self.setup.language,
            (),
            tuple(
                FoundAct(act, _SPAN, 0, "made-up", () if topic is None else (topic,))
                for act, topic in acts
            ),
            tuple(
                FoundTopic(topic, _SPAN, 0, act is not Act.REFUSE, True)
                for act, topic in move.parts
                if topic is not None
            ),
            tuple(slots),
            _NOTHING,
            len(move.parts),
            "polite",
        )

    # ------------------------------------------------------------ moves for a purpose

    def heard(self, hears: Hears) -> Say | None:
        """The least reply that this sentence waits for; None for silence and the like."""
        if any(part.special for part in hears.parts):
            return None
        return Say(tuple((part.act, part.topic) for part in hears.parts))

    def deed(self, name: str) -> tuple[Move, ...]:
        """The action with what has to be said before it; empty for one that is not there."""
        action = self.action(name)
        if action is None:
            return ()
        if name == "verify-identity":
            return (Say(((Act.VERIFY, None),)), action)
        return (action,)

    def action(self, name: str, text: str = _NAMES) -> Do | None:
        """The action with everything filled in; None for one that the desk does not have.

        *text* goes into its texts; that of a hand-over is read, see ``summary``.
        """
        kind = self.setup.shop.actions.get(name)
        if kind is None:
            return None
        if name == "verify-identity":
            return Do(name, _identity_items(self.setup.scenario.identity, kind.arguments))
        filled = {
            key: self._value(argument, text)
            for key, argument in kind.arguments.items()
            if not argument.optional
        }
        return Do(name, tuple(filled.items()))

    def _value(self, argument: Argument, text: str) -> str:
        match argument.kind:
            case "time":
                return self.time
            case "yen":
                limit = self.setup.shop.agent_coupon_limit
                return str(min((limit, *self.setup.scenario.amounts)))
            case "seconds":
                return "30"
            case "choice":
                return argument.choices[0] if argument.choices else ""
            case "text":
                return text


def summary(*topics: str) -> str:
    """What a hand-over passes on: these topics and no others."""
    return _NAMES + " ".join(topics) if topics else "-"


def _identity_items(
    identity: Identity, arguments: Mapping[str, Argument]
) -> tuple[tuple[str, str], ...]:
    """Items that match, in as many fields as have to be filled in and as have to match."""
    items: Iterable[str] = identity.accepts or ("-",)
    given = dict(zip(arguments, items, strict=False))
    least = [key for key, argument in arguments.items() if not argument.optional]
    wanted = dict.fromkeys([*least, *list(arguments)[: max(LEAST_ITEMS, len(least))]])
    first = next(iter(items))
    return tuple((key, given.get(key, first)) for key in wanted)
