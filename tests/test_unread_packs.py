"""Packs by authors who had the writers' guide and nothing else, one of them for another organisation."""

from __future__ import annotations

from pathlib import Path

import pytest

from scenarios.language import LANGUAGES
from simulator.cli import main

PACKS = Path(__file__).parent / "data" / "unread-packs"
SCENARIOS = {"shop": ("cream-rash", "old-flat"), "provider": ("no-show", "bill-doubled")}


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
    assert capsys.readouterr().out.count(f"{language}-") == 6
