"""The ledger's file: JSON with one sign a line, of which the program reads only the lines it needs.

To make objects of two megabytes of JSON takes longer than all else that the first reply waits for
in this package, and of fifty thousand signs it looks at some hundreds. The lines of the signs are
in order, so one is found by halving. ``as_text`` writes what ``read`` reads.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

_POINTS: Final = ' "points": {'
"""The line that those of the signs stand behind."""
_END: Final = (" }", "}", "")
"""The lines behind them."""
_BETWEEN: Final = ",\n"
_NAME: Final = '  "{}": "'
"""How the line of a sign begins; its entry, a quotation mark and mostly a comma follow."""


class Lines(Mapping[str, str]):
    """The entries by sign, each still in its line; in UTF-8, as most are never looked at."""

    def __init__(self, lines: Sequence[bytes]) -> None:
        """*lines* are in order."""
        self._lines = lines

    def __getitem__(self, sign: str) -> str:
        begin, at = self._place(sign)
        if at < 0:
            raise KeyError(sign)
        return self._lines[at][len(begin) :].rstrip(b',"').decode()

    def __contains__(self, sign: object) -> bool:
        return self._place(str(sign))[1] >= 0

    def _place(self, sign: str) -> tuple[bytes, int]:
        """How the line of a sign begins, and its number; -1 where there is none."""
        begin = _NAME.format(sign).encode()
        at = bisect_left(self._lines, begin)
        found = at < len(self._lines) and self._lines[at].startswith(begin)
        return begin, at if found else -1

    def __iter__(self) -> Iterator[str]:
        # By its quotation marks all of the text is cut in a third of the time.
        return iter(b"\n".join(self._lines).decode().split('"')[1::4])

    def __len__(self) -> int:
        return len(self._lines)


def read(data: bytes) -> dict[str, Any]:
    """The values of a ledger's file, ``points`` as a mapping of sign to entry; raises ValueError
    where it is not sound."""
    lines = data.split(b"\n")
    ends = [line.encode() for line in _END]
    if _POINTS.encode() not in lines or lines[-len(ends) :] != ends:
        value: dict[str, Any] = json.loads(data)  # laid out by something else, but still JSON
        return value
    at = lines.index(_POINTS.encode())
    value = json.loads(b"\n".join(lines[:at]).removesuffix(b",") + b"}")
    points = lines[at + 1 : -len(ends)]
    return {**value, "points": Lines(points if points != [b""] else [])}


def as_text(value: Mapping[str, Any]) -> str:
    """The text of the file, so that a change shows what changed; raises ValueError for a sign that
    would not stand in its line as it is."""
    lines = ["{"]
    lines += [f' "{name}": {json.dumps(value[name])},' for name in ("columns", "base")]
    grown = [
        f' "{name}": [\n' + _BETWEEN.join(f"  {json.dumps(tree)}" for tree in trees) + "\n ]"
        for name, trees in value["weighing"].items()
    ]
    lines.append(' "weighing": {\n' + _BETWEEN.join(grown) + "\n },")
    ideas = [f"  {_quoted(word)}: {_quoted(names)}" for word, names in value["ideas"].items()]
    lines.append(' "ideas": {\n' + _BETWEEN.join(sorted(ideas)) + "\n },")
    points = [f'{_NAME.format(sign)}{entry}"' for sign, entry in value["points"].items()]
    if any(_quoted(sign) != f'"{sign}"' for sign in value["points"]):
        raise ValueError("a sign with a quotation mark or a backslash")
    return "\n".join([*lines, _POINTS, _BETWEEN.join(sorted(points)), *_END])


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
