"""Turns what the app or a page shows into a picture.

Rich writes the width of a text in letters; wide letters take two cells, so every letter is put on its
cells here. The font of the web is left out.
"""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from textual.pilot import Pilot
from tui_world import settled

TEXT = re.compile(
    r'<text class="(?P<class>[^"]*)" x="(?P<x>[\d.]+)" y="(?P<y>[\d.]+)" '
    r'textLength="(?P<length>[\d.]+)"(?P<rest>[^>]*)>(?P<text>.*?)</text>',
    re.DOTALL,
)
FONT_FACE = re.compile(r"@font-face\s*\{.*?\}", re.DOTALL)
BOX = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
FONTS = "DejaVu Sans Mono, Noto Sans Mono CJK JP, monospace"


@dataclass(frozen=True)
class Camera:
    """Where pictures go, and of what they are taken."""

    folder: Path
    language: str
    size: tuple[int, int]
    """Columns and rows."""

    async def take(self, name: str, pilot: Pilot[Any]) -> None:
        """The screen once it is at rest."""
        await settled(pilot.app, pilot)
        await pilot.pause(0.3)
        path = self.folder / f"{name}-{self.language}-{self.size[0]}x{self.size[1]}.svg"
        svg = fit_wide_letters(pilot.app.export_screenshot())
        path.write_text(svg, encoding="utf-8")
        box = BOX.search(svg)
        assert box is not None
        to_png(path, round(float(box[1])), round(float(box[2])))


def fit_wide_letters(svg: str) -> str:
    """The picture with every letter on its cells, and without a font from the network.

    A text with wide letters is taken apart, so that only these are stretched to two cells each.
    """
    svg = TEXT.sub(_on_cells, FONT_FACE.sub("", svg))
    return re.sub(r"font-family: ?Fira Code[^;]*;", f"font-family: {FONTS};", svg)


def _on_cells(match: re.Match[str]) -> str:
    from rich.cells import cell_len

    plain = html.unescape(match["text"])
    if cell_len(plain) <= len(plain):
        return match[0]
    cell = float(match["length"]) / len(plain)
    x, parts = float(match["x"]), []
    for wide, letters in groupby(plain, lambda letter: cell_len(letter) > 1):
        text = "".join(letters)
        width = cell * cell_len(text)
        stretch = ' lengthAdjust="spacingAndGlyphs"' if wide else ""
        parts.append(
            f'<text class="{match["class"]}" x="{x:g}" y="{match["y"]}" textLength="{width:g}"'
            f"{stretch}{match['rest']}>{html.escape(text).replace(' ', '&#160;')}</text>"
        )
        x += width
    return "".join(parts)


def to_png(page: Path, width: int, height: int) -> None:
    """A PNG beside an SVG or a web page, if there is a browser to make it."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        return
    subprocess.run(
        [
            *(browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"),
            f"--window-size={width},{height}",
            f"--screenshot={page.with_suffix('.png')}",
            page.as_uri(),
        ],
        check=True,
        capture_output=True,
        timeout=60,
    )
