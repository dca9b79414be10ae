"""Keeps the machine out of the tests of the app, and makes ``tui_world`` importable."""

import sys
from pathlib import Path

import pytest

from simulator.tui.screens.call import CallScreen

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(autouse=True)
def still_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Silence passes when a test says so."""
    monkeypatch.setattr(CallScreen, "SECOND", 3600.0)


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test sees the user's data or settings of the terminal."""
    home = tmp_path / "home"
    monkeypatch.setenv("SUPPORTDOJO_HOME", str(home))
    for name in ("NO_COLOR", "TEXTUAL_THEME", "TEXTUAL_ANIMATIONS"):
        monkeypatch.delenv(name, raising=False)
    return home
