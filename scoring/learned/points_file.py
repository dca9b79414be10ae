"""The ledger's file: JSON with one sign a line, of which the program reads only the lines it needs.

To make objects of eight megabytes of JSON takes longer than all else that the first reply waits for
in this package, and of a hundred thousand signs it looks at some hundreds. The lines of the signs
are in order, so that one is found by halving, and only the page of the file that it would stand on
is cut into lines. ``as_text`` writes what ``read`` reads.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import Any, Final

_POINTS: Final = ' "points": {'
"""The line that those of the signs stand behind."""
_END: Final = (" }", "}", "")
"""The lines behind them."""
_PLAIN: Final = ("columns", "base", "doubted")
"""What stands in one line each."""
_PAGE: Final = 4096
"""Bytes of a page, to the end of the line in which they end."""
_ABOVE: Final = b"\xff"
"""Above every byte of UTF-8: what begins like a line is below the same with this behind it."""
_BETWEEN: Final = ",\n"
_NAME: Final = '  "{}": "'
"""How the line of a sign begins; its entry, a quotation mark and mostly a comma follow."""


class Lines(Mapping[str, str]):
    """The entries by sign, each still in its line; in UTF-8, as most are never looked at."""

    def __init__(self, text: bytes, start: int, end: int) -> None:
        """The lines stand in order from *start* to *end* of *text*, of which no copy is made."""
        self._text, self._start, self._end = text, start, end
        breaks = (text.find(b"\n", at, end) for at in range(start + _PAGE, end, _PAGE))
        starts = [start, *sorted({at + 1 for at in breaks if at >= 0})]
        self._pages = list(zip(starts, (*starts[1:], end + 1), strict=True))
        self._firsts = [text[at : text.find(b"\n", at)] for at in starts]
        self._cut: dict[int, list[bytes]] = {}

    def __getitem__(self, sign: str) -> str:
        begin, line = self._line(sign)
        if line is None:
            raise KeyError(sign)
        return line[len(begin) :].rstrip(b',"').decode()

    def __contains__(self, sign: object) -> bool:
        return self._line(str(sign))[1] is not None

    def _line(self, sign: str) -> tuple[bytes, bytes | None]:
        """How the line of a sign begins, and the line; None where there is none."""
        begin = _NAME.format(sign).encode()
        page = max(0, bisect_left(self._firsts, begin + _ABOVE) - 1)
        lines = self._cut.get(page)
        if lines is None:
            start, end = self._pages[page]
            lines = self._cut[page] = self._text[start : end - 1].split(b"\n")
        at = bisect_left(lines, begin)
        found = at < len(lines) and lines[at].startswith(begin)
        return begin, lines[at] if found else None

    def __iter__(self) -> Iterator[str]:
        # By its quotation marks all of the text is cut in a third of the time.
        return iter(self._text[self._start : self._end].decode().split('"')[1::4])

    def __len__(self) -> int:
        lines = self._text.count(b"\n", self._start, self._end) + 1
        return lines if self._end > self._start else 0


def read(data: bytes) -> dict[str, Any]:
    """The values of a ledger's file, ``points`` as a mapping of sign to entry; raises ValueError
    where it is not sound."""
    before, behind = f",\n{_POINTS}\n".encode(), "\n".join(("", *_END)).encode()
    at = data.find(before)
    if at < 0 or not data.endswith(behind):
        value: dict[str, Any] = json.loads(data)  # laid out by something else, but still JSON
        return value
    value = json.loads(data[:at] + b"}")
    return {**value, "points": Lines(data, at + len(before), len(data) - len(behind))}


def pairs(entry: str) -> Iterator[tuple[int, int]]:
    """The numbers of the columns in which a sign has points, and the points."""
    numbers = map(int, entry.split())
    return zip(numbers, numbers, strict=True)


def as_text(value: Mapping[str, Any]) -> str:
    """The text of the file, so that a change shows what changed; raises ValueError for a sign that
    would not stand in its line as it is."""
    lines = ["{"]
    lines += [f' "{name}": {json.dumps(value[name])},' for name in _PLAIN if name in value]
    if "weighing" in value:
        grown = [
            f' "{name}": [\n' + _BETWEEN.join(f"  {json.dumps(tree)}" for tree in trees) + "\n ]"
            for name, trees in value["weighing"].items()
        ]
        lines.append(' "weighing": {\n' + _BETWEEN.join(grown) + "\n },")
    if "ideas" in value:
        ideas = [f"  {_quoted(word)}: {_quoted(names)}" for word, names in value["ideas"].items()]
        lines.append(' "ideas": {\n' + _BETWEEN.join(sorted(ideas)) + "\n },")
    points = [f'{_NAME.format(sign)}{entry}"' for sign, entry in value["points"].items()]
    if any(_quoted(sign) != f'"{sign}"' for sign in value["points"]):
        raise ValueError("a sign with a quotation mark or a backslash")
    return "\n".join([*lines, _POINTS, _BETWEEN.join(sorted(points)), *_END])


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
