"""Two roles in one contact: what the hand-over says decides what the second person knows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tiny import SCENARIO, a_setup, play, said, text, when

from scenarios.model import Reaction, Scenario, Stage
from simulator.engine.events import ActionTaken, Ended, Happened, ReplySent
from simulator.engine.setup import Step


def baton_pass() -> Scenario:
    """The tiny case with a second person, whom the customer tests on the wait."""
    second = Stage(
        opens=said(["で、何をご存じ？"], ["And what have you been told?"]),
        role=text("森", "Mori"),
        reactions=(
            Reaction(
                when=when("passed on morning"),
                says=said(["ちゃんと伝わってるのね。"], ["So it did get across."]),
            ),
        ),
    )
    listening = replace(
        SCENARIO.stages["opening"], reactions=(Reaction(after="hand-over", goes="second"),)
    )
    return replace(
        SCENARIO, stages={**SCENARIO.stages, "opening": listening, "second": second}, events={}
    )


def handed_over(summary: str) -> Step:
    first = ReplySent("You have waited since the morning. My supervisor will take over.")
    hand_over = ActionTaken("hand-over", {"summary": summary})
    return play(
        replace(a_setup(), scenario=baton_pass()), first, hand_over, ReplySent("Mori speaking.")
    )[-1]


@pytest.mark.parametrize(("summary", "arrived"), [("in since the morning", True), ("angry", False)])
def test_the_second_person_knows_what_the_summary_says(summary: str, arrived: bool) -> None:
    """A condition on what was passed on holds for what the summary named, and for nothing else."""
    state = handed_over(summary).state
    spoken = [entry.text for entry in state.entries if entry.kind == "customer"]
    assert ("morning" in state.passed_on) is arrived
    assert ("So it did get across." in spoken) is arrived


def test_the_new_role_and_the_summary_are_shown() -> None:
    """Whoever takes over reads who they are now and what they were handed; the contact goes on."""
    setup = replace(a_setup(), scenario=baton_pass())
    step = play(setup, ActionTaken("hand-over", {"summary": "[b]KM-1[/b] since the morning"}))[-1]
    told = [output.text.en for output in step.outputs if isinstance(output, Happened)]
    assert told == [
        'From here on you are Mori. The summary you were handed: "[b]KM-1[/b] since the morning"'
    ]
    assert not any(isinstance(output, Ended) for output in step.outputs)
