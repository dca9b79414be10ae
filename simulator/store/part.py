"""Reading a value from outside part by part, so that what does not fit is named by its place in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from simulator.errors import ImportRefused, NotSaved
from simulator.store.canonical import storable, utc_text

__all__ = ["Part"]


@dataclass(frozen=True)
class Part:
    """A value and where it stands, such as ``scorecards[0].digest``.

    Every reader raises ImportRefused, which names the place, for a value of another kind.
    """

    value: Any
    at: str = ""

    def __getitem__(self, name: str) -> Part:
        """A field, which must be there."""
        at = f"{self.at}.{name}" if self.at else name
        if name not in self.object():
            raise _misfit(at)
        return Part(self.value[name], at)

    def items(self) -> Iterator[Part]:
        """The items of a list."""
        if not isinstance(self.value, Sequence) or isinstance(self.value, str):
            raise self.misfit()
        for number, item in enumerate(self.value):
            yield Part(item, f"{self.at}[{number}]")

    def maybe(self) -> Part | None:
        """The part itself, or None for null."""
        return None if self.value is None else self

    def object(self) -> Mapping[str, Any]:
        if not isinstance(self.value, Mapping):
            raise self.misfit()
        return self.value

    def text(self) -> str:
        if not isinstance(self.value, str):
            raise self.misfit()
        self.stored()
        return self.value

    def moment(self) -> str:
        """A time with a zone, as it is written."""
        try:
            utc_text(datetime.fromisoformat(self.text()))
        except (ValueError, OverflowError) as error:
            raise self.misfit() from error
        return self.text()

    def stored(self) -> str:
        """The canonical JSON text of whatever it is."""
        try:
            return storable(self.value)
        except NotSaved as error:
            raise self.misfit() from error

    def misfit(self) -> ImportRefused:
        """What to raise for a value that is not what belongs here."""
        return _misfit(self.at)


def _misfit(at: str) -> ImportRefused:
    return ImportRefused("import.shape", at=at or "{}")
