"""A place in a file that a person wrote.

Apart from the reader of YAML, because values that remember their place outlive the reading.
"""

from __future__ import annotations

from scenarios.values import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a file; line and column count characters from 1."""

    line: int
    column: int
