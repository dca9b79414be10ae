"""What a scenario proposes to say is heard as what it is, and never condemned at its own moment."""

from __future__ import annotations

from functools import cache

import pytest

from scenarios.language import LANGUAGES, Language
from scenarios.loader import builtin_library
from scenarios.model import TopicKind
from scoring.judge import Judge
from scoring.model import Moment, ReplyGrade
from scoring.rubrics.rubric import load_rubric
from scoring.rules.loader import builtin_rules

LIBRARY = builtin_library()
CONDEMNED = frozenset({"nothing-said", "hollow-words", "parrot", "idle-words", "recital"})


@cache
def judge() -> Judge:
    return Judge(LIBRARY.catalog, load_rubric(), builtin_rules())


def graded(scenario: str, language: Language, stage: str | None, words: str) -> ReplyGrade:
    case = LIBRARY.catalog.scenarios[scenario]
    at = Moment(case, language, stage, 1, (), identity_checked=True)
    return judge().grade(judge().read(words, at), at)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scenario", sorted(LIBRARY.catalog.scenarios))
def test_what_feedback_offers_to_say_is_sound(scenario: str, language: Language) -> None:
    """Every ``say``, word for word, at the first stage that expects its topic: no breach, not called
    empty, and its topic named."""
    case = LIBRARY.catalog.scenarios[scenario]
    for name, topic in case.topics.items():
        if topic.say is None:
            continue
        stage = next((s for s, stage in case.stages.items() if name in stage.expects), None)
        words = topic.say.of(language)
        grade = graded(scenario, language, stage, words)
        assert not grade.breaches, (name, words)
        if grade.reading.words > 1:
            assert not CONDEMNED & {finding.rule for finding in grade.findings}, (name, words)
        if topic.kind is not TopicKind.FORBIDDEN:
            assert name in {found.topic for found in grade.reading.topics}, (name, words)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "If it isn't there by two, you do not get the 550 yen shipping back."),
        ("ja", "もし14時を過ぎてしまったときも、送料の550円はお返しいたしません。"),
    ],
)
def test_a_word_more_makes_it_another_sentence(language: Language, words: str) -> None:
    """What turns the proposal round does not name its topic as granted."""
    grade = graded("late-delivery", language, None, words)
    found = [topic for topic in grade.reading.topics if topic.topic == "shipping-refund"]
    assert not any(topic.affirmed for topic in found)
