"""The field of the case note that says who carries on."""

from __future__ import annotations

import pytest
from builtin_judge import judge

from scenarios.language import Language
from scoring.criteria.note import judge_note


@pytest.mark.parametrize(
    ("scenario", "language", "who", "will_do"),
    [
        ("keen-customer", "ja", "小川", True),
        ("keen-customer", "ja", "未定", False),
        ("keen-customer", "ja", "誰かが対応", False),
        ("keen-customer", "en", "Ogawa at the desk", True),
        ("keen-customer", "en", "somebody from the team", False),
        ("keen-customer", "en", "tbd", False),
    ],
)
def test_any_name_will_do_where_it_is_the_agents_own(
    scenario: str, language: Language, who: str, will_do: bool
) -> None:
    """Trainees have names of their own; nobody in particular is nobody."""
    _, lacking = judge_note({"who": who}, judge().catalog.scenarios[scenario], language, None)
    assert ("who" not in lacking) is will_do
