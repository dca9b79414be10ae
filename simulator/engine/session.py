"""A session from its first line to its note: begin, advance by one input, replay.

All functions are pure. The same setup and the same inputs give the same state and outputs on
every machine, so a session is resumed, redone and compared by replaying its inputs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from scenarios.model import Intensity
from scenarios.text import TextTooLong, check_reply_length, clean_text
from simulator.engine.clock import start_of
from simulator.engine.codec import NOTE_FIELDS
from simulator.engine.desk import take_action
from simulator.engine.endings import close, stop
from simulator.engine.events import (
    ActionTaken,
    ContactEnded,
    EventError,
    HintAsked,
    Input,
    NoteFiled,
    Output,
    ReplySent,
    TimePassed,
)
from simulator.engine.mood import starting
from simulator.engine.play import Play
from simulator.engine.reply import take_reply
from simulator.engine.report import (
    case_end,
    moment,
    mood_curve,
    played_turns,
    tipping_turn,
    visible_record,
)
from simulator.engine.setup import Listener, Setup, Step
from simulator.engine.silence import take_time
from simulator.engine.state import STATE_VERSION, Entry, State

__all__ = [
    "ENGINE_VERSION",
    "STATE_VERSION",
    "Entry",
    "Intensity",
    "Listener",
    "Setup",
    "State",
    "Step",
    "advance",
    "begin",
    "case_end",
    "checked_note",
    "moment",
    "mood_curve",
    "played_turns",
    "replay",
    "tipping_turn",
    "visible_record",
]

ENGINE_VERSION = str(STATE_VERSION)
"""Rises whenever the same events would give another customer."""


def begin(setup: Setup) -> Step:
    """The contact comes in: the customer says the first stage's opening."""
    scenario = setup.scenario
    state = State(
        stage=scenario.first_stage,
        mood=starting(scenario.mood, setup.intensity),
        now=start_of(scenario.starts),
    )
    play = Play(setup, state)
    play.enter(scenario.first_stage)
    return play.finish()


def advance(setup: Setup, state: State, event: Input, listener: Listener) -> Step:
    """Take one input.

    Raises EventError and changes nothing where it cannot be taken: ``contact-over`` (anything
    but a note after the end), ``reply-empty``, ``reply-too-long``, ``unknown-action``,
    ``unknown-argument``, ``missing-argument``, ``argument-too-long``, ``bad-argument``,
    ``bad-seconds``, ``note-too-early``, ``note-filed``, ``note-empty``, ``unknown-field``.
    """
    if isinstance(event, NoteFiled):
        return _take_note(setup, state, event)
    if state.ended:
        raise EventError("contact-over")
    match event:
        case ReplySent(text):
            return take_reply(setup, state, text, moment(setup, state), listener)
        case ActionTaken():
            return take_action(setup, state, event, listener)
        case TimePassed():
            return take_time(setup, state, event)
        case ContactEnded():
            return _take_end(setup, state, event)
        case HintAsked():
            # Not counted as an input: the customer must stay what they would have been.
            return Step(replace(state, hints=(*state.hints, (state.turn + 1, event.level))), ())


def replay(setup: Setup, events: Iterable[Input], listener: Listener) -> Step:
    """All inputs from the beginning: the last state, and the outputs of all in order.

    Raises EventError at the first input that cannot be taken.
    """
    step = begin(setup)
    outputs: list[Output] = list(step.outputs)
    for event in events:
        step = advance(setup, step.state, event, listener)
        outputs.extend(step.outputs)
    return Step(step.state, tuple(outputs))


def _take_end(setup: Setup, state: State, event: ContactEnded) -> Step:
    play = Play(setup, state)
    play.set(inputs=state.inputs + 1)
    if event.how == "stop":
        stop(play)
    else:
        close(play)
    return play.finish()


def _take_note(setup: Setup, state: State, event: NoteFiled) -> Step:
    if not state.ended:
        raise EventError("note-too-early")
    if state.note is not None:
        raise EventError("note-filed")
    play = Play(setup, state)
    play.set(inputs=state.inputs + 1, note=checked_note(event.fields))
    return play.finish()


def checked_note(fields: Mapping[str, str]) -> dict[str, str]:
    """The note with all its fields, cleaned; raises EventError for one that cannot be filed."""
    for name in fields:
        if name not in NOTE_FIELDS:
            raise EventError("unknown-field", field=name)
    note = {name: clean_text(fields.get(name, "")).strip() for name in NOTE_FIELDS}
    if not any(note.values()):
        raise EventError("note-empty")
    try:
        check_reply_length("".join(note.values()))
    except TextTooLong as error:
        raise EventError("note-too-long", count=str(error.count)) from error
    return note
