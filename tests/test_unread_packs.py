"""Packs by authors who had the writers' guide and nothing else, two of them for other organisations."""

from __future__ import annotations

from pathlib import Path

import pytest

from scenarios.language import LANGUAGES, Language
from simulator.cli import main
from simulator.workplace import make_judge, quick_library

PACKS = Path(__file__).parent / "data" / "unread-packs"
SCENARIOS = {
    "shop": ("cream-rash", "old-flat"),
    "provider": ("no-show", "bill-doubled"),
    "hotel": ("room-gone", "ticket-says-used"),
}
_EXEMPLARS = {"shop": 3, "provider": 3, "hotel": 4}
"""Of each scenario in each language."""


@pytest.mark.parametrize("pack", sorted(SCENARIOS))
def test_a_pack_made_from_the_guide_is_sound(pack: str) -> None:
    assert main(["validate", str(PACKS / pack)]) == 0


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("pack", sorted(SCENARIOS))
def test_its_exemplars_stay_within_their_bands(
    pack: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The handbook, the desk and the people are the pack's own; the scorer was never fitted to them."""
    folder = str(PACKS / pack)
    assert main(["test", "--pack", folder, "--lang", language, *SCENARIOS[pack]]) == 0
    assert capsys.readouterr().out.count(f"{language}-") == len(SCENARIOS[pack]) * _EXEMPLARS[pack]


@pytest.mark.parametrize(
    ("language", "asked", "told"),
    [
        (
            "en",
            "And those poor hands, what colour have they now?",
            "Those hands sound sore, I'm sorry. Your order number, please.",
        ),
        (
            "ja",
            "お手元の具合は、昨夜と比べてどのようでしょうか。",
            "おつらいことと存じます。ご注文番号をお願いいたします。",
        ),
    ],
)
def test_a_question_after_what_cannot_wait_is_heard_in_any_words(
    language: Language, asked: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As no cue of the scenario has it; sympathy asks nothing."""
    monkeypatch.setenv("SUPPORTDOJO_PACKS", str(PACKS / "shop"))
    judge = make_judge(quick_library())
    moment = judge.moment(judge.catalog.scenarios["cream-rash"], language, [])
    held = [
        any(finding.rule == "first-things" for finding in judge.grade(reading, moment).findings)
        for reading in (judge.read(reply, moment) for reply in (asked, told))
    ]
    assert held == [False, True]
