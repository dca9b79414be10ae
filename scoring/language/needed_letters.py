"""What letters a text must hold for a regular expression to be found in it.

Most expressions stand in no text at all, and to see that by trying each costs more than anything
else about them. So for each one short stretches of letters are worked out beforehand, one of which
lies in every text with a match: a set of the stretches of the text tells the few that are worth
trying. Where nothing is certain, nothing is said, and the expression is tried.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from typing import Any, Final

from scenarios.language import Language

LENGTH: Final[dict[Language, int]] = {"ja": 2, "en": 4}
"""Letters of a stretch. Kanji say more than Latin letters do."""
_MOST: Final = 96
"""Spellings of one stretch that are written out; with more of them it is cut there."""
_SETS: Final = 3
"""Sets of stretches kept of an expression: a text must have one stretch of each."""

Needs = tuple[frozenset[str], ...]
"""Sets of stretches; a text without any of one of them holds no match."""


def stretches(text: str, length: int) -> set[str]:
    """Every stretch of *length* letters of a text."""
    return {text[at : at + length] for at in range(len(text) - length + 1)}


def alternatives(pattern: str) -> list[str]:
    """The expressions that a pattern is one or the other of."""
    found: list[str] = []
    depth, start, at, listed = 0, 0, 0, False
    while at < len(pattern):
        letter = pattern[at]
        if letter == "\\":
            at += 1
        elif listed:
            listed = letter != "]"
        elif letter == "[":
            listed = True
            at += pattern.startswith("^", at + 1)
            at += pattern.startswith("]", at + 1)  # a letter of the list, not its end
        elif letter in "()":
            depth += 1 if letter == "(" else -1
        elif letter == "|" and not depth:
            found.append(pattern[start:at])
            start = at + 1
        at += 1
    return [*found, pattern[start:]]


class Finder:
    """Finds what expressions need, the rarest first by how often it stands in ordinary phrases."""

    def __init__(self, phrases: Iterable[str], length: int) -> None:
        self._length = length
        self._often = Counter(part for phrase in phrases for part in stretches(phrase, length))

    def needs(self, pattern: str) -> list[list[str]]:
        """The sets of stretches, the rarest first; empty where the expression needs nothing."""
        made: Any = import_module("re._parser").parse(pattern)
        sets = {frozenset(found) for found in self._of_row(list(made))}
        ranked = sorted(sets, key=lambda found: (self._cost(found), sorted(found)))
        return [sorted(found) for found in ranked[:_SETS]]

    def _cost(self, found: Iterable[str]) -> int:
        return sum(1 + self._often[part] for part in found)

    def _of_row(self, row: Sequence[Any]) -> Iterator[set[str]]:
        """What each part of a row of parts needs, and what their letters need side by side."""
        run = {""}
        for part in row:
            spelled = _spelled(part)
            if spelled is not None and len(run) * len(spelled) <= _MOST:
                run = {before + after for before in run for after in spelled}
                continue
            yield from self._of_spellings(run)
            run = {""}
            if spelled is None:
                yield from self._inside(part)
            else:
                run = spelled
        yield from self._of_spellings(run)

    def _of_spellings(self, spelled: set[str]) -> Iterator[set[str]]:
        """The rarest stretch of each spelling."""
        if all(len(one) >= self._length for one in spelled):
            yield {
                min(stretches(one, self._length), key=lambda part: (self._often[part], part))
                for one in spelled
            }

    def _inside(self, part: Any) -> Iterator[set[str]]:
        name, value = str(part[0]), part[1]
        if name == "SUBPATTERN" and not value[1] and not value[2]:  # other flags, other letters
            yield from self._of_row(list(value[3]))
        elif name in _REPEATS and value[0]:
            yield from self._of_row(list(value[2]))
        elif name == "BRANCH":
            best = [min(self._of_row(list(row)), key=self._cost, default=None) for row in value[1]]
            if None not in best:
                yield set().union(*(found for found in best if found))


_REPEATS: Final = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
_NO_WIDTH: Final = ("AT", "ASSERT", "ASSERT_NOT")


def _spelled(part: Any) -> set[str] | None:
    """Every way in which a part may be spelled; None where there are too many."""
    name, value = str(part[0]), part[1]
    if name == "LITERAL" or name in _NO_WIDTH:
        return {chr(value) if name == "LITERAL" else ""}
    if name == "IN":
        return _listed(value)
    if name == "SUBPATTERN":
        return _spelled_row(value[3]) if not value[1] and not value[2] else None
    if name == "BRANCH":
        rows = [_spelled_row(row) for row in value[1]]
        return _few(set().union(*(row for row in rows if row))) if None not in rows else None
    if name in _REPEATS and value[1] == 1:
        once = _spelled_row(value[2])
        return None if once is None else once | ({""} if value[0] == 0 else set())
    return None


def _listed(items: Sequence[Any]) -> set[str] | None:
    """The letters of a list of single letters."""
    if any(str(name) != "LITERAL" for name, _ in items):
        return None
    return _few({chr(value) for _, value in items})


def _spelled_row(row: Iterable[Any]) -> set[str] | None:
    whole = {""}
    for part in row:
        spelled = _spelled(part)
        if spelled is None or len(whole) * len(spelled) > _MOST:
            return None
        whole = {before + after for before in whole for after in spelled}
    return whole


def _few(spelled: set[str]) -> set[str] | None:
    return spelled if len(spelled) <= _MOST else None
