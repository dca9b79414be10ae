"""What only dates a sentence, or makes it depend on something, names no step."""

from __future__ import annotations

import pytest
from builtin_judge import in_stage, praised

from scenarios.language import Language
from scoring.feedback.in_passing import main_part


@pytest.mark.parametrize(
    ("language", "sentence", "kept", "gone"),
    [
        ("en", "If the surveyor says so, nothing gets lifted.", "lifted", "surveyor"),
        ("en", "Until the workshop has answered I'd leave the lamp off.", "", "workshop"),
        ("en", "When his answer comes, I ring you.", "ring", "answer"),
        ("en", "I'll ask if the workshop can mend it.", "workshop", ""),
        ("en", "I ring you before noon.", "noon", ""),
        ("ja", "明日の調査が済んだあと、夕方5時にお電話します。", "お電話", "調査"),
        ("ja", "坂井の返事がまいりましたら、お電話します。", "お電話", "返事"),
        ("ja", "森から17時までに、お電話します。", "17時までに", ""),
    ],
)
def test_a_time_or_condition_is_no_main_part(
    language: Language, sentence: str, kept: str, gone: str
) -> None:
    main = main_part(sentence, language)
    assert kept in main
    assert not gone or gone not in main


@pytest.mark.parametrize(
    ("scenario", "language", "reply", "named"),
    [
        (
            "apology-visit",
            "ja",
            "明日、調査員が床を見に伺います。",
            True,
        ),
        (
            "apology-visit",
            "ja",
            "調査員が床を見に伺ったあと、夕方5時に私からお電話いたします。",
            False,
        ),
    ],
)
def test_a_step_is_named_where_it_is_taken(
    scenario: str, language: Language, reply: str, *, named: bool
) -> None:
    told = praised(in_stage(scenario, language), reply).values()
    assert any("調査員" in line for line in told) is named
