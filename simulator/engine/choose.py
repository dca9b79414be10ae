"""Chance that is the same everywhere: it depends on the seed and on names, on nothing else.

Python's ``random`` and ``hash`` stay out: the first is global and the second changes with every
process. Here sha256 of the seed and a name starts a splitmix64 sequence.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Final

_MASK: Final = (1 << 64) - 1


def numbers(seed: int, *names: str) -> Iterator[int]:
    """An endless sequence of 64-bit numbers for this seed and these names (splitmix64)."""
    digest = hashlib.sha256("\x1f".join((str(seed), *names)).encode("utf-8", "replace")).digest()
    state = int.from_bytes(digest[:8], "big")
    while True:
        state = (state + 0x9E3779B97F4A7C15) & _MASK
        mixed = state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & _MASK
        yield mixed ^ (mixed >> 31)


def one_of(seed: int, name: str, count: int) -> int:
    """A number from 0 to ``count`` - 1; ``count`` is at least 1."""
    return next(numbers(seed, name)) % count


def order(seed: int, name: str, count: int, lap: int) -> tuple[int, ...]:
    """The numbers 0 to ``count`` - 1 as shuffled for this lap.

    The first of a lap is never the last of the lap before, where there is more than one.
    """
    last = -1
    shuffled: list[int] = []
    for number in range(lap + 1):
        shuffled = _shuffled(seed, name, count, number)
        if count > 1 and shuffled[0] == last:
            shuffled[0], shuffled[1] = shuffled[1], shuffled[0]
        last = shuffled[-1]
    return tuple(shuffled)


def _shuffled(seed: int, name: str, count: int, lap: int) -> list[int]:
    chance = numbers(seed, name, str(lap))
    result = list(range(count))
    for last in range(count - 1, 0, -1):
        other = next(chance) % (last + 1)
        result[last], result[other] = result[other], result[last]
    return result


def turn_taken(seed: int, name: str, count: int, used: int) -> int:
    """Which of ``count`` wordings comes after ``used`` uses: each once before any comes again."""
    return order(seed, name, count, used // count)[used % count]
