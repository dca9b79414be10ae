"""Regular expressions that are compiled when they are first looked for.

Compiling all of them costs more than reading the first reply, and one language needs only its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache


class LazyPattern:
    """A pattern with those methods of a compiled one that are used here."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)

    def search(self, text: str, at: int = 0) -> re.Match[str] | None:
        # From the second time on the compiled pattern's own method stands in this one's place.
        self.search = self._compiled.search  # type: ignore[assignment, method-assign]
        return self._compiled.search(text, at)

    def match(self, text: str, at: int = 0) -> re.Match[str] | None:
        self.match = self._compiled.match  # type: ignore[assignment, method-assign]
        return self._compiled.match(text, at)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        self.fullmatch = self._compiled.fullmatch  # type: ignore[assignment, method-assign]
        return self._compiled.fullmatch(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        self.finditer = self._compiled.finditer  # type: ignore[assignment, method-assign]
        return self._compiled.finditer(text)

    def findall(self, text: str) -> list[str]:
        return self._compiled.findall(text)

    def sub(self, by: str, text: str) -> str:
        return self._compiled.sub(by, text)

    def split(self, text: str) -> list[str]:
        return self._compiled.split(text)


@lru_cache(maxsize=16)
def _stands_in(needed: LazyPattern, text: str) -> bool:
    """Kept, because a dozen patterns in a row need a figure in the same text."""
    return needed.search(text) is not None


class GuardedPattern(LazyPattern):
    """A pattern that is neither tried nor compiled where what it needs does not stand."""

    def __init__(self, needs: str | LazyPattern, pattern: str, flags: int = 0) -> None:
        """*needs*: stretches set off by blanks, one of which stands in every text with a match; or
        a small pattern of them."""
        super().__init__(pattern, flags)
        self._needs = needs if isinstance(needs, LazyPattern) else tuple(needs.split())

    def search(self, text: str, at: int = 0) -> re.Match[str] | None:
        return self._compiled.search(text, at) if self.may_be_in(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return self._compiled.finditer(text) if self.may_be_in(text) else iter(())

    def findall(self, text: str) -> list[str]:
        return self._compiled.findall(text) if self.may_be_in(text) else []

    def may_be_in(self, text: str) -> bool:
        if isinstance(self._needs, LazyPattern):
            return _stands_in(self._needs, text)
        for needed in self._needs:  # noqa: SIM110 - a few, before which a generator takes longer
            if needed in text:
                return True
        return False
