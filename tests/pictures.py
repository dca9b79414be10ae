"""Takes pictures of the app for looking at it: ``python tests/pictures.py FOLDER [ja|en]``.

Plays a few steps of a scenario, and a fortnight of a small team, in both languages; writes an SVG for
each screen in two sizes, the report and the certificate, and a PNG beside each where Chromium is
installed.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
SIZES = ((110, 36), (60, 20))
REPLIES = {
    "ja": "朝からお待たせして申し訳ございません。すぐに営業所に確認いたします。",
    "en": "I am sorry you have waited in since the morning. I will ask the depot now.",
}


async def first_start(folder: Path, language: str, size: tuple[int, int]) -> None:
    """Home, briefing, contact after one reply, desk, help, of somebody who has just come."""
    from pictures_camera import Camera

    from simulator.tui.app import SupportdojoApp
    from simulator.tui.backroom import BackRoom

    os.environ["SUPPORTDOJO_HOME"] = tempfile.mkdtemp()
    camera = Camera(folder, language, size)
    app = SupportdojoApp(BackRoom(), language)  # type: ignore[arg-type]
    async with app.run_test(size=size) as pilot:
        await pilot.pause(4.0)  # the first start reads all scenarios
        await camera.take("first-home", pilot)
        await pilot.press("enter")
        await camera.take("briefing", pilot)
        await pilot.press("enter")
        await pilot.pause(1.0)
        await camera.take("call", pilot)
        app.screen.query_one("#reply").put(REPLIES[language])  # type: ignore[attr-defined]
        await pilot.press("enter")
        await pilot.pause(3.0)
        await camera.take("reply", pilot)
        await pilot.press("f3")
        await camera.take("desk", pilot)
        await pilot.press("escape", "f1")
        await camera.take("help", pilot)


def main() -> None:
    from pictures_tour import papers, tour

    folder = Path(sys.argv[1]).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    for language in sys.argv[2:] or ("ja", "en"):
        for size in SIZES:
            asyncio.run(first_start(folder, language, size))
            asyncio.run(tour(folder, language, size))
        papers(folder, language)


if __name__ == "__main__":
    sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "test_tui")]
    main()
