"""Which wordings of veiled harm may stand in a sentence, told from the letters it holds.

A sign of ``rules/harm`` is one wording or the other, several hundred in each language, of which a
sentence holds one or none. So every wording stands under stretches of letters of which a sentence
must hold one (see ``needed_letters``), and is made and tried only where it does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, Final, NamedTuple

from scenarios.acts import Breach
from scenarios.language import Language
from scoring.language.lazy_pattern import LazyPattern
from scoring.language.needed_letters import LENGTH, Finder, Needs, alternatives, stretches
from scoring.rules import prepared
from scoring.rules.harm_rules import Sign, SignWords, builtin_signs, digest

TRIED: Final = ""
"""Under this stretch stand those wordings of which nothing is certain: they are always tried."""


class Turn(NamedTuple):
    """One wording of a sign."""

    breach: Breach
    place: int
    """Of its sign among those of the breach."""
    says: LazyPattern
    also: Needs
    """What a sentence must hold besides the stretch that the turn is found by."""


class Turns:
    """The wordings of one language. Each is made when it is first likely."""

    def __init__(
        self,
        rows: Sequence[tuple[str, int, str, Sequence[Sequence[str]]]],
        by_stretch: Mapping[str, Sequence[int]],
        length: int,
    ) -> None:
        """*rows*: breach, place of the sign, wording, needs; *by_stretch*: their numbers; *length*
        of a stretch."""
        self._rows = rows
        self._by_stretch = by_stretch
        self._length = length
        self._made: dict[int, Turn] = {}

    def likely(self, text: str) -> list[Turn]:
        """Those that may stand in a text, in the order of the files."""
        held = stretches(text, self._length)
        numbers = set(self._by_stretch.get(TRIED, ()))
        for stretch in held & self._by_stretch.keys():
            numbers.update(self._by_stretch[stretch])
        made = self._made
        near = [made.get(number) or self._turn(number) for number in sorted(numbers)]
        return [turn for turn in near if not turn.also or not any(map(held.isdisjoint, turn.also))]

    def _turn(self, number: int) -> Turn:
        breach, place, wording, needs = self._rows[number]
        also = tuple([frozenset(need) for need in needs[1:]])
        made = Turn(Breach(breach), place, LazyPattern(wording), also)
        self._made[number] = made
        return made


@cache
def builtin_turns(language: Language) -> Turns:
    """Those of all files; where nothing is kept of the files as they are, all are always tried."""
    signs = builtin_signs()
    kept = prepared.harm_turns(language, digest())
    if kept is None:
        kept = as_values(language, signs, None)
    return Turns(kept["turns"], kept["by-stretch"], LENGTH[language])


def wordings(words: SignWords) -> list[str]:
    """The expressions that a sign is one or the other of."""
    return [wording for part in words.says for wording in alternatives(part)]


def as_values(
    language: Language, signs: Mapping[Breach, Sequence[Sign]], phrases: Iterable[str] | None
) -> dict[str, Any]:
    """What is kept of the files. *phrases* show which stretches of letters are ordinary; without
    them nothing is found out about any wording."""
    finder = None if phrases is None else Finder(phrases, LENGTH[language])
    rows: list[tuple[str, int, str, list[list[str]]]] = []
    by_stretch: dict[str, list[int]] = {}
    for breach in Breach:
        for place, sign in enumerate(signs.get(breach, ())):
            for wording in wordings(sign.ja if language == "ja" else sign.en):
                needs = finder.needs(wording) if finder else []
                for stretch in needs[0] if needs else [TRIED]:
                    by_stretch.setdefault(stretch, []).append(len(rows))
                rows.append((breach.value, place, wording, needs))
    return {"turns": rows, "by-stretch": by_stretch}
