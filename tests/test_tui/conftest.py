"""Keeps the machine out of the tests of the app, and makes ``tui_world`` importable."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

# The pilot waits for a moment in which a frame would have been due. Frames that are due four times
# as often make these moments four times as short; Textual reads this when it is imported.
os.environ["TEXTUAL_FPS"] = "240"

from textual import _wait, constants

from simulator.tui.screens.call import CallScreen

sys.path.insert(0, str(Path(__file__).parent))
_MOMENT = min(1.6 / constants.MAX_FPS, 1 / 50)


@pytest.fixture(autouse=True, scope="session")
def short_moments() -> Iterator[None]:
    """How long a test waits for the app to come to rest, in keeping with the frames."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_wait, "SLEEP_GRANULARITY", _MOMENT)
        patch.setattr(_wait, "SLEEP_IDLE", _MOMENT / 20)
        yield


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
