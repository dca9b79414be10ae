"""The decorator of all frozen values: ``@dataclass(frozen=True, slots=True)``.

Type checkers see the one of the standard library; what runs is ``frozen``, which does the same
and takes a fraction of the time at start-up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scenarios.frozen import changed

if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    from scenarios.frozen import dataclass

__all__ = ["changed", "dataclass"]
