"""Where the code of this package lies, for values that are kept only as long as it stays the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

_HERE: Final = Path(__file__).parent
_OF_WORDS: Final = ("cues", "language", "learned", "near", "reading", "rubrics", "rules", "slots")


def reading_code() -> Iterator[Path]:
    """Folders of the modules that decide what a case's words are read as, and what a rubric says."""
    yield _HERE
    yield from (_HERE / name for name in _OF_WORDS)


def all_code() -> Iterator[Path]:
    """Folders of all modules."""
    yield _HERE
    yield from sorted(folder.parent for folder in _HERE.glob("*/__init__.py"))
