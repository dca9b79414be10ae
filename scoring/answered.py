"""``functools.cached_property`` for values that one thread asks: without the lock that the standard
library took up to Python 3.11, which costs more than most answers do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from functools import cached_property as answered
else:

    class answered:
        """An answer that is found when it is first asked for, and stands in the object from then on."""

        def __init__(self, find: Any) -> None:
            self._find = find
            self.__doc__ = find.__doc__

        def __set_name__(self, owner: type, name: str) -> None:
            self._name = name

        def __get__(self, value: Any, owner: type | None = None) -> Any:
            if value is None:
                return self
            found = value.__dict__[self._name] = self._find(value)
            return found


__all__ = ["answered"]
