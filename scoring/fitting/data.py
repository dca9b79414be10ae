"""What the ledger is fitted on, as it lies in ``scoring/calibration``; reading it needs nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from scoring.agreement.rated import FOLDER

MARKS: Final = FOLDER / "yardstick-marks.jsonl"
HARM_WORDS: Final = FOLDER / "own-harm-words.jsonl"
BREACHES: Final = FOLDER / "own-breaches.jsonl"
GAMING: Final = FOLDER / "own-gaming.jsonl"
LABELLED: Final = FOLDER / "own-acts.jsonl"
PAIRS: Final = FOLDER / "own-fitting-pairs.jsonl"
SAYINGS: Final = FOLDER / "own-sayings.jsonl"


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines file."""
    with path.open(encoding="utf-8") as rows:
        for row in rows:
            if row.strip():
                yield json.loads(row)
