"""Sessions as a whole: replay, redo, determinism, and what holds for any inputs whatever."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tiny import ACT_WORDS, LISTENER, SHOP, TOPICS, a_setup, lines, play

from scenarios.model import MoodValues
from simulator.engine.choose import order, turn_taken
from simulator.engine.clock import next_moment, reply_seconds, seconds_of, spoken_time
from simulator.engine.events import (
    ActionTaken,
    ContactEnded,
    CustomerSpoke,
    Ended,
    EventError,
    HintAsked,
    Input,
    MoodChanged,
    NoteFiled,
    ReplySent,
    TimePassed,
)
from simulator.engine.session import (
    Setup,
    State,
    Step,
    advance,
    begin,
    case_end,
    moment,
    played_turns,
    replay,
)

PIECES = (
    "You have waited since the morning.",
    "I am sorry.",
    "By when do you need it?",
    "I am asking the depot.",
    "I will ring you at 13:10.",
    "I will ring you at 13:40.",
    "Your number and name?",
    "I can offer a full refund.",
    "I cannot do that.",
    "My supervisor can help.",
    "Please do not speak like that.",
    "I will have to end this call.",
    "It comes soon.",
    "Calm down.",
    "I see.",
    "You idiot.",
    "It is on the van.",
    "My name is Saeki.",
    "Thank you, goodbye.",
    "朝からお待ちなのですね。",
    "{time} {name} %s {0}",
    "Hm.",
)
REPLIES = st.one_of(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map(" ".join).map(ReplySent),
    st.text(max_size=30).map(ReplySent),
)
ARGUMENTS = {
    "verify-identity": {"order": "KM-1", "name": "Yumi Okamoto"},
    "arrange-refund": {"amount": "550"},
    "give-coupon": {"amount": "500"},
    "book-callback": {"time": "13:10", "who": "Saeki"},
    "hold": {"seconds": "60"},
    "hand-over": {"summary": "late"},
}
ACTIONS = st.one_of(
    st.sampled_from(sorted(SHOP.actions)).map(lambda n: ActionTaken(n, ARGUMENTS.get(n, {}))),
    st.builds(
        ActionTaken,
        st.sampled_from([*sorted(SHOP.actions), "fly"]),
        st.dictionaries(st.sampled_from(["time", "who", "amount", "seconds"]), st.text(max_size=5)),
    ),
)
EVENTS = st.one_of(
    REPLIES,
    REPLIES,
    ACTIONS,
    st.integers(-5, 90).map(TimePassed),
    st.sampled_from(["close", "stop"]).map(ContactEnded),
    st.dictionaries(st.sampled_from(["happened", "who", "x"]), st.text(max_size=5)).map(NoteFiled),
    st.integers(1, 3).map(HintAsked),
)
SETUPS = st.builds(
    a_setup,
    st.sampled_from(["ja", "en"]),
    st.integers(0, 2**40),
    st.sampled_from(["mild", "normal", "hard"]),
    channel=st.sampled_from(["phone", "chat", "email", "visit"]),
    first_stage=st.sampled_from(["opening", "abusive", "plan"]),
    mood=st.builds(MoodValues, st.integers(0, 100), st.integers(0, 100)),
)
QUICK = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


def _taken(setup: Setup, events: list[Input]) -> tuple[list[Input], list[Step]]:
    """The events that could be taken, with the steps; anything but EventError is a failure."""
    steps, taken = [begin(setup)], []
    for event in events:
        try:
            steps.append(advance(setup, steps[-1].state, event, LISTENER))
        except EventError as error:
            assert error.code
            continue
        taken.append(event)
    return taken, steps


def _outputs(steps: list[Step]) -> list[object]:
    return [output for step in steps for output in step.outputs]


@QUICK
@given(SETUPS, st.lists(EVENTS, max_size=14))
def test_replay_equals_playing_step_by_step(setup: Setup, events: list[Input]) -> None:
    """Resuming from the stored inputs gives the very same state and outputs."""
    taken, steps = _taken(setup, events)
    again = replay(setup, taken, LISTENER)
    assert again.state == steps[-1].state
    assert list(again.outputs) == _outputs(steps)


@QUICK
@given(SETUPS, st.lists(EVENTS, max_size=14))
def test_hints_change_nothing_but_their_record(setup: Setup, events: list[Input]) -> None:
    """Without its hints any list of inputs leads to the same state, outputs and played replies."""
    taken, steps = _taken(setup, events)
    without = [event for event in taken if not isinstance(event, HintAsked)]
    bare = replay(setup, without, LISTENER)
    assert replace(steps[-1].state, hints=()) == bare.state
    assert list(bare.outputs) == _outputs(steps)
    assert len(steps[-1].state.hints) == len(taken) - len(without)


@QUICK
@given(SETUPS, st.lists(EVENTS, max_size=16))
def test_whatever_is_played_stays_in_bounds(setup: Setup, events: list[Input]) -> None:
    """Mood within 0-100, one end at most and as the last output, never the same words twice."""
    _, steps = _taken(setup, events)
    outputs = _outputs(steps)
    spoken = lines(outputs)  # type: ignore[arg-type]
    assert all(a != b for a, b in pairwise(spoken))
    assert sum(isinstance(o, Ended) for o in outputs) == (1 if steps[-1].state.ended else 0)
    for step in steps:
        assert sum(isinstance(o, CustomerSpoke) for o in step.outputs) <= 2
        assert all(isinstance(o, Ended) for o in step.outputs[-1:] if step.state.ended) or not any(
            isinstance(o, Ended) for o in step.outputs
        )
        for mood in (
            step.state.mood,
            *(o.mood for o in step.outputs if isinstance(o, MoodChanged)),
        ):
            values = (mood.anger, mood.trust, mood.face, mood.control, mood.worry)
            assert all(0 <= value <= 100 for value in values)


@QUICK
@given(SETUPS, st.lists(EVENTS, max_size=12))
def test_a_customer_answers_every_reply(setup: Setup, events: list[Input]) -> None:
    """After a reply the customer says something, unless they are gone; time never runs back."""
    taken, steps = _taken(setup, events)
    for event, before, step in zip(taken, steps, steps[1:], strict=False):
        if isinstance(event, ReplySent) and not step.state.ended:
            assert lines(step.outputs)
        assert step.state.now >= before.state.now
        counted = not isinstance(event, HintAsked)
        assert step.state.inputs == before.state.inputs + counted


@QUICK
@given(SETUPS, st.lists(EVENTS, max_size=10))
def test_a_refused_input_leaves_no_trace(setup: Setup, events: list[Input]) -> None:
    """A state is a value: taking or refusing an input does not change the one before."""
    _, steps = _taken(setup, events)
    state = steps[-1].state
    copy = repr(state)
    for event in (ReplySent(""), ActionTaken("fly"), ReplySent(PIECES[0]), TimePassed(30)):
        with contextlib.suppress(EventError):
            advance(setup, state, event, LISTENER)
        assert repr(state) == copy


def test_redoing_a_turn_meets_the_same_customer() -> None:
    """Replaying the inputs before a turn gives exactly the customer who was there."""
    events: list[Input] = [ReplySent(PIECES[0]), ReplySent(PIECES[3]), ReplySent("You idiot.")]
    setup = a_setup(seed=11)
    steps = play(setup, *events)
    redo = replay(setup, events[:2], LISTENER).state
    assert redo == steps[2].state
    better = advance(setup, redo, ReplySent(PIECES[4]), LISTENER)
    assert better.state.mood.anger < steps[3].state.mood.anger


def test_the_seed_changes_the_words_and_nothing_of_the_mood() -> None:
    """Two seeds give the same person in other words."""
    events = [ReplySent(piece) for piece in PIECES[:4]]
    runs = [play(a_setup(seed=seed), *events) for seed in range(10)]
    assert len({tuple(lines(_outputs(run))) for run in runs}) > 1  # type: ignore[arg-type]
    assert len({run[-1].state.mood for run in runs}) == 1


SCRIPT = """
import sys
sys.path.insert(0, sys.argv[1])
from tiny import LISTENER, a_setup
from simulator.engine.events import ActionTaken, ContactEnded, ReplySent, TimePassed
from simulator.engine.session import case_end, replay
from test_engine_session import PIECES
events = [ReplySent(" ".join(PIECES[i:i + 3])) for i in range(0, 12, 3)]
events[2:2] = [ActionTaken("verify-identity", {"order": "KM-1", "name": "Yumi Okamoto"}),
               TimePassed(9), ActionTaken("hold", {"seconds": "90"})]
step = replay(a_setup(seed=5), events, LISTENER)
print(ascii((step.outputs, step.state.entries, step.state.moods, step.state.heard)))
print(ascii(case_end(a_setup(seed=5), step.state)))
"""


def test_the_hash_seed_of_the_process_does_not_matter() -> None:
    """The same session is the same to the letter in processes with other hash seeds."""
    here = Path(__file__).parent
    outputs = set()
    for hash_seed in ("0", "1", "4242"):
        env = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": str(here.parents[1])}
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT, str(here)],
            env=env,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        outputs.add(done.stdout)
    assert len(outputs) == 1


def test_the_order_of_wordings_is_fixed_for_all_machines() -> None:
    """Chance comes from sha256 and splitmix64 only: these figures never change."""
    assert order(1, "opening.opens", 4, 0) == (2, 1, 3, 0)
    assert order(2, "opening.opens", 4, 0) == (0, 3, 1, 2)


@given(st.integers(0, 2**64), st.text(max_size=8), st.integers(1, 6))
def test_each_wording_comes_once_before_any_comes_again(seed: int, name: str, count: int) -> None:
    """Every lap is complete, and the seam between laps does not repeat a wording."""
    uses = [turn_taken(seed, name, count, used) for used in range(3 * count)]
    for lap in range(3):
        assert sorted(uses[lap * count : (lap + 1) * count]) == list(range(count))
    assert count == 1 or all(a != b for a, b in pairwise(uses))


def test_a_moment_holds_what_was_said_on_both_sides() -> None:
    """The next reply is judged with all lines so far, newest last."""
    setup = a_setup()
    steps = play(setup, ReplySent(PIECES[0]), ReplySent(PIECES[2]))
    at = moment(setup, steps[-1].state)
    assert at.agent_said == (PIECES[0], PIECES[2])
    assert at.customer_said[-1] == lines(steps[-1].outputs)[-1]
    assert at.turn == 3
    turns = played_turns(steps[-1].state)
    assert [turn.moment.turn for turn in turns] == [1, 2]
    assert turns[1].moment.customer_said == at.customer_said[: len(turns[1].moment.customer_said)]


def test_the_transcript_has_every_side_in_order() -> None:
    """Customer, agent, desk and happenings stand in the transcript as they came."""
    steps = play(
        a_setup(), ReplySent(PIECES[6]), ActionTaken("hold", {"seconds": "30"}), TimePassed(9)
    )
    kinds = [entry.kind for entry in steps[-1].state.entries]
    assert kinds[:4] == ["customer", "agent", "customer", "desk"]
    assert "happened" in kinds
    assert [e.clock for e in steps[-1].state.entries] == sorted(
        e.clock for e in steps[-1].state.entries
    )


def test_text_of_the_trainee_is_cleaned_and_never_acts() -> None:
    """Escapes, bidi controls and braces in a reply stay text in the transcript."""
    step = play(a_setup(), ReplySent("\x1b[2J{time} \u202eabc\x00 {0.__class__}"))[-1]
    (agent,) = [e.text for e in step.state.entries if e.kind == "agent"]
    assert "\x1b" not in agent
    assert "\u202e" not in agent
    assert "{time}" in agent


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("Mon 00:00", 0),
        ("Wed 12:50", 2 * 86400 + 12 * 3600 + 50 * 60),
        ("水 12:50", 2 * 86400 + 12 * 3600 + 50 * 60),
        ("Sunday 23:59", 7 * 86400 - 60),
        ("Wed 25:00", None),
        ("someday", None),
    ],
)
def test_the_storys_clock_reads_weekday_and_time(text: str, seconds: int | None) -> None:
    """'Wed 12:50' is a point of the week; anything else is none."""
    assert seconds_of(text) == seconds


def test_story_time_only_goes_forward() -> None:
    """A later stage is at the next such time, across the weekend too."""
    friday = seconds_of("Fri 17:00") or 0
    assert next_moment(friday, "Mon 09:00") - friday == (2 * 24 + 16) * 3600
    assert next_moment(friday, "Fri 17:00") == friday
    assert reply_seconds("email", "x", "en") > reply_seconds("phone", "x" * 300, "en")


def test_times_are_said_as_people_say_them() -> None:
    """A remembered time comes back in the language of the customer."""
    assert spoken_time(13 * 60 + 10, "ja") == "13時10分"
    assert spoken_time(13 * 60 + 10, "en") == "1:10"
    assert spoken_time(12 * 60, "en") == "12 o'clock"
    assert spoken_time(0, "ja") == "0時"


def test_a_long_session_goes_on(work: Callable[[Callable[[], object]], int]) -> None:
    """Wordings never run out, and a late turn is hardly more work than an early one."""
    setup = a_setup(channel="email", mood=MoodValues(0, 100))
    state: State = begin(setup).state

    def play_on() -> None:
        nonlocal state
        for number in range(20):
            state = advance(setup, state, ReplySent(f"Thank you, {number}."), LISTENER).state

    first = work(play_on)
    play_on()
    assert not state.ended
    assert work(play_on) < 5 * first


def test_the_end_of_an_open_case_can_be_asked_for() -> None:
    """Goals can be looked at while the contact is open."""
    end = case_end(a_setup(), begin(a_setup()).state)
    assert (end.ending, end.outcome, end.goals_met) == (None, "stopped", (False, False))


def test_the_listener_of_these_tests_knows_the_topics() -> None:
    """Keywords of the test listener find what the tests say they find."""
    assert len({act for act, _ in ACT_WORDS}) == len(ACT_WORDS)
    state = play(a_setup(), ReplySent(PIECES[0]))[-1].state
    assert state.heard[-1].topics == ("morning",)
    assert set(TOPICS) >= {"morning", "depot"}
