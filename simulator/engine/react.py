"""What the customer does: which reaction fits, and what anybody would say by nature.

Order after a reply: what happens outside, the stage's reactions, the scenario's, the persona's
nature, the stage's ``again``, and last what the persona says when ignored.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from scenarios.acts import Act
from scenarios.model import Occasion, OutsideEvent, Reaction
from scenarios.values import dataclass
from simulator.engine import texts
from simulator.engine.causes import CAUSES
from simulator.engine.choose import one_of
from simulator.engine.endings import reach
from simulator.engine.events import Happened
from simulator.engine.hear import AFFRONTS, matches
from simulator.engine.hidden import mark_told, tell
from simulator.engine.holds import all_hold, fits, holds
from simulator.engine.play import Play
from simulator.engine.state import Heard

_O = Occasion
PRIORITY: Final = (
    _O.OTHER_LANGUAGE,
    _O.INSULTED,
    _O.REWARDED_THREAT,
    _O.WARNED,
    _O.BLAMED,
    _O.BLAMES_OTHERS,
    _O.CALM_DOWN,
    _O.CONTRADICTED,
    _O.BRUSHED_OFF,
    _O.STOCK_PHRASE,
    _O.ASKED_AGAIN,
    _O.APOLOGY_AGAIN,
    _O.VAGUE,
    _O.SUSPECTS_FLIGHT,
    _O.PROMISE_NOT_DONE,
    _O.HOLDS_TO_WORD,
    _O.INTERRUPTS,
    _O.SOFTENED,
    _O.NOTICED_DEED,
    _O.IGNORED,
)
"""Which occasion a customer speaks to when several come together."""
STRONG: Final = (*PRIORITY[: PRIORITY.index(_O.STOCK_PHRASE) + 1], _O.PROMISE_NOT_DONE)
"""Occasions that a customer does not pass over even where the talk moves on."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A reaction that fits, with the id of its line."""

    id: str
    reaction: Reaction
    heard_what: tuple[Act, ...] = ()
    """Acts that its matching sentence names."""
    about: tuple[str, ...] = ()
    """Topics that it names."""

    @property
    def is_weak(self) -> bool:
        """Fits whatever was said, so it is no sign that the customer was reached."""
        sentences = self.reaction.hears
        return not sentences or all(
            part.special for sentence in sentences for part in sentence.parts
        )

    @property
    def answers_affront(self) -> bool:
        return any(act in AFFRONTS for act in self.heard_what)


def reaction_to(play: Play, heard: Heard) -> Fit | None:
    """The first reaction, of the stage and then of the scenario, to a reply or a silence."""
    return next(reactions_that_fit(play, heard), None)


def reaction_after(play: Play, action: str) -> Fit | None:
    """The first reaction to a desk action that has just been carried out."""
    log = play.state.heard
    return next(reactions_that_fit(play, log[-1] if log else Heard(0), after=action), None)


def reactions_that_fit(play: Play, heard: Heard, after: str | None = None) -> Iterator[Fit]:
    """The reactions that fit, of the stage and then of the scenario, each with what it hears first."""
    for name, reaction in _reactions(play):
        if reaction.after != after or name in play.state.once or not fits(reaction, play.state):
            continue
        if not reaction.hears:
            if not heard.silence or after is not None:
                yield Fit(name, reaction)
            continue
        sentence = next((s for s in reaction.hears if matches(s, heard)), None)
        if sentence is not None:
            acts = tuple(part.act for part in sentence.parts if part.act)
            about = tuple(part.topic for part in sentence.parts if part.topic)
            yield Fit(name, reaction, acts, about)


def _reactions(play: Play) -> Iterable[tuple[str, Reaction]]:
    stage = play.state.stage
    yield from ((f"{stage}.on.{i}", r) for i, r in enumerate(play.stage.reactions, 1))
    yield from ((f"on.{i}", r) for i, r in enumerate(play.scenario.reactions, 1))


def act_out(play: Play, fit: Fit) -> None:
    """Do what a reaction says: its line, its facts, and the way it leads."""
    reaction = fit.reaction
    note_done(play, fit)
    play.say(fit.id, reaction.says)
    for fact in reaction.tells:
        if reaction.says is None and fact in play.scenario.hidden and fact not in play.state.told:
            tell(play, fact)
        else:
            mark_told(play, fact)
    go(play, reaction.goes)


def note_done(play: Play, fit: Fit) -> None:
    """Note that the customer has reacted so."""
    play.set(reacted=(*play.state.reacted, fit.id))
    if fit.reaction.once:
        play.set(once=(*play.state.once, fit.id))


def go(play: Play, name: str | None) -> None:
    """Follow the way to a stage or an ending; nothing where there is none."""
    if name is None:
        return
    if name in play.scenario.stages:
        play.enter(name)
    elif name in play.scenario.endings:
        reach(play, name)
        if play.state.end_kind == "left-angry":
            play.outputs.append(Happened(texts.customer_left(play.channel)))


# ---------------------------------------------------------------- events from outside


def outside_event(play: Play) -> tuple[str, OutsideEvent] | None:
    """The event that comes now: its turn was drawn by the seed, and its conditions hold."""
    for name, event in play.scenario.events.items():
        if name in play.state.fired or not event.turns:
            continue
        turn = event.turns[one_of(play.setup.seed, f"event.{name}", len(event.turns))]
        if play.state.turn < turn or not all_hold(event.when, play.state):
            continue
        if not any(holds(condition, play.state) for condition in event.unless):
            return name, event
    return None


# ---------------------------------------------------------------- nature


def occasions(names: Iterable[str], extra: Iterable[Occasion] = ()) -> tuple[Occasion, ...]:
    """The occasions that these causes and extras are, the most pressing first."""
    felt = {CAUSES[name].occasion for name in names} | set(extra)
    return tuple(occasion for occasion in PRIORITY if occasion in felt)


def by_nature(play: Play, felt: Iterable[Occasion]) -> bool:
    """Say what this person says on the first of these occasions that has words."""
    return any(play.voice(occasion) for occasion in felt)


def say_something(play: Play) -> None:
    """The stage's ``again``, else what the persona says when ignored, else next to nothing."""
    _ = play.say_of_stage("again") or play.voice(_O.IGNORED) or play.say("nothing", texts.NOTHING)
