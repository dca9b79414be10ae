"""Takes pictures of the app for looking at it: ``python tests/pictures.py FOLDER``.

Plays a few steps of a scenario in both languages and two sizes and writes an SVG for each screen,
and a PNG beside it where Chromium is installed. Rich writes the width of a text in letters; wide
letters take two cells, so the width is put right here. The font of the web is left out.
"""

from __future__ import annotations

import asyncio
import html
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

TEXT = re.compile(r'(<text [^>]*?textLength=")([\d.]+)("[^>]*>)(.*?)(</text>)', re.DOTALL)
FONT_FACE = re.compile(r"@font-face\s*\{.*?\}", re.DOTALL)
FONTS = "DejaVu Sans Mono, Noto Sans Mono CJK JP, monospace"
SIZES = ((110, 36), (60, 20))
REPLIES = {
    "ja": "朝からお待たせして申し訳ございません。すぐに営業所に確認いたします。",
    "en": "I am sorry you have waited in since the morning. I will ask the depot now.",
}


def fit_wide_letters(svg: str) -> str:
    """The picture with true widths and without a font from the network."""
    from rich.cells import cell_len

    def widen(match: re.Match[str]) -> str:
        head, length, middle, text, tail = match.groups()
        plain = html.unescape(text)
        width = float(length) / max(len(plain), 1) * cell_len(plain)
        if cell_len(plain) > len(plain):  # wide letters are narrower than two cells: stretch them
            middle = middle.replace('"', '" lengthAdjust="spacingAndGlyphs"', 1)
        return f"{head}{width:g}{middle}{text}{tail}"

    svg = TEXT.sub(widen, FONT_FACE.sub("", svg))
    return re.sub(r"font-family: ?Fira Code[^;]*;", f"font-family: {FONTS};", svg)


def to_png(svg: Path, width: int, height: int) -> None:
    """A PNG beside the SVG, if there is a browser to make it."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        return
    subprocess.run(
        [
            *(browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"),
            f"--window-size={width},{height}",
            f"--screenshot={svg.with_suffix('.png')}",
            svg.as_uri(),
        ],
        check=True,
        capture_output=True,
        timeout=60,
    )


async def take(folder: Path, language: str, size: tuple[int, int]) -> None:
    """Home, briefing, contact after one reply, desk, help."""
    from simulator.tui.app import SupportdojoApp
    from simulator.tui.backroom import BackRoom

    os.environ["SUPPORTDOJO_HOME"] = tempfile.mkdtemp()
    app = SupportdojoApp(BackRoom(), language)  # type: ignore[arg-type]
    async with app.run_test(size=size) as pilot:

        async def picture(name: str) -> None:
            await pilot.pause(0.5)
            path = folder / f"{name}-{language}-{size[0]}x{size[1]}.svg"
            path.write_text(fit_wide_letters(app.export_screenshot()), encoding="utf-8")
            to_png(path, size[0] * 13 + 40, size[1] * 25 + 80)

        await pilot.pause(4.0)  # the first start reads all scenarios
        await picture("home")
        await pilot.press("enter")
        await picture("briefing")
        await pilot.press("enter")
        await pilot.pause(1.0)
        await picture("call")
        app.screen.query_one("#reply").put(REPLIES[language])  # type: ignore[attr-defined]
        await pilot.press("enter")
        await pilot.pause(3.0)
        await picture("reply")
        await pilot.press("f3")
        await picture("desk")
        await pilot.press("escape", "f1")
        await picture("help")


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for language in ("ja", "en"):
        for size in SIZES:
            asyncio.run(take(folder, language, size))


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))
    main()
