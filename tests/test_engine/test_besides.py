"""A reply may ask beside something else: the customer answers that as well, and says nothing twice."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builtin_judge import judge
from tiny import SCENARIO, K, a_setup, hears, play, said, topic

from scenarios.language import LANGUAGES, Language
from scenarios.model import MoodShift, Reaction, Scenario
from simulator.engine.events import CustomerSpoke, ReplySent
from simulator.engine.session import advance
from simulator.engine.setup import Step
from simulator.engine.texts import said_to as said_to_it

DEPOT = said(["営業所ね、分かったわ。"], ["The depot, very well."])
GATE = said(["裏の木戸は開いてるわよ。"], ["The back gate stands open."])
AS_WELL = said(
    ["営業所ね。裏の木戸は開いてるわよ。"], ["The depot, then. And the back gate stands open."]
)


def scenario(depot: Reaction, gate: Reaction, name: str) -> Scenario:
    """The small scenario with one more question, and these two reactions in every stage."""
    stages = {n: replace(stage, reactions=()) for n, stage in SCENARIO.stages.items()}
    question = topic(K.QUESTION, "庭の門は", "the garden gate")
    topics = {**SCENARIO.topics, "gate": question}
    changed = replace(SCENARIO, id=name, stages=stages, topics=topics, events={})
    return replace(changed, reactions=(depot, gate))


PLAIN = scenario(
    Reaction(hears=hears("depot"), says=DEPOT),
    Reaction(hears=hears("ask about gate"), says=GATE, mood=MoodShift(face=7), once=True),
    "tiny-gate",
)
ASKS = {
    "ja": "営業所に確認いたします。庭の門は開いていますか。",
    "en": "I will ask the depot. Is the garden gate open?",
}


def said_to(case: Scenario, *replies: str, language: Language) -> tuple[list[str], Step]:
    """What the customer says to the last of *replies*."""
    setup = replace(a_setup(), scenario=case, language=language)
    step = play(setup)[-1]
    for reply in replies:
        step = advance(setup, step.state, ReplySent(reply), judge())
    return [o.text for o in step.outputs if isinstance(o, CustomerSpoke)], step


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_beside_something_else_is_answered_first(language: Language) -> None:
    heard, step = said_to(PLAIN, ASKS[language], language=language)
    assert heard == [*GATE.all_wordings(language), *DEPOT.all_wordings(language)]
    assert step.state.reacted == ("on.1", "on.2")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_answer_does_is_done(language: Language) -> None:
    """The mood moves as the scenario says, and what comes once comes once."""
    unmoved = replace(PLAIN.reactions[1], mood=MoodShift())
    case = scenario(PLAIN.reactions[0], unmoved, "tiny-unmoved")
    _, without = said_to(case, ASKS[language], language=language)
    heard, step = said_to(PLAIN, ASKS[language], language=language)
    assert step.state.mood.face == without.state.mood.face + 7
    again, _ = said_to(PLAIN, ASKS[language], ASKS[language], language=language)
    assert heard[0] not in again


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_reaction_says_anyway_is_not_said_twice(language: Language) -> None:
    depot = Reaction(hears=hears("depot"), says=AS_WELL)
    case = scenario(depot, PLAIN.reactions[1], "tiny-both")
    heard, step = said_to(case, ASKS[language], language=language)
    assert heard == [*AS_WELL.all_wordings(language)]
    assert step.state.reacted == ("on.1",)


@pytest.mark.parametrize(
    ("language", "reply"),
    [
        ("en", "I will ask the depot about the garden gate."),
        ("en", "Shall I ask the depot, or is it the garden gate that troubles you?"),
        ("en", "You are an idiot. I will ask the depot. Is the garden gate open?"),
        ("ja", "庭の門は、営業所に確認いたします。"),
        ("ja", "営業所に聞きましょうか、それとも庭の門は開いていますか。"),
    ],
)
def test_no_second_question_no_second_answer(language: Language, reply: str) -> None:
    """What is only mentioned, the other half of a choice, and whatever stands beside an insult."""
    heard, _ = said_to(PLAIN, reply, language=language)
    assert not set(GATE.all_wordings(language)) & set(heard)


def test_an_answer_that_leads_elsewhere_waits() -> None:
    gate = replace(PLAIN.reactions[1], goes="came")
    heard, step = said_to(
        scenario(PLAIN.reactions[0], gate, "tiny-goes"), ASKS["en"], language="en"
    )
    assert heard == [*DEPOT.all_wordings("en")]
    assert not step.state.ended


def test_letters_told_in_one_breath_are_signed_once() -> None:
    def letter(*lines: str) -> tuple[list[str], list[str]]:
        return [f"{line}\n岡本" for line in lines], [f"{line}\nOkamoto" for line in lines]

    case = scenario(
        Reaction(hears=hears("depot"), says=said(*letter("The depot, very well."))),
        Reaction(hears=hears("ask about gate"), says=said(*letter("The back gate stands open."))),
        "tiny-letter",
    )
    fact = replace(SCENARIO.hidden["leaves-at-two"], says=said(*letter("I leave at two.")))
    case = replace(case, hidden={"leaves-at-two": fact})
    heard, _ = said_to(case, "By when do you need it? " + ASKS["en"], language="en")
    assert heard == [
        "I leave at two.\nOkamoto",
        "The back gate stands open.\nThe depot, very well.\nOkamoto",
    ]


@pytest.mark.parametrize(
    ("language", "reply"),
    [
        ("ja", "営業所に確認いたします。ふだんは絵をお描きになりますか。"),
        ("en", "I will ask the depot. Is your hob gas or induction?"),
    ],
)
def test_nobody_asks_why_in_the_same_breath_as_they_answer_something_else(
    language: Language, reply: str
) -> None:
    heard, _ = said_to(PLAIN, reply, language=language)
    assert heard[0] in said_to_it("private", plainly=language == "ja").all_wordings(language)
    assert heard[1:] == list(DEPOT.all_wordings(language))
