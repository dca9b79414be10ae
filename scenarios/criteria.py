"""The names of the criteria by which replies are graded, as scenarios may stress them.

How each is judged, and how much it weighs, stands in the rubric, which belongs to the scoring.
"""

from __future__ import annotations

from typing import Final

CRITERIA: Final = (
    "names-situation",
    "names-feeling",
    "understands-need",
    "asks-fittingly",
    "apology-fit",
    "warmth",
    "takes-on",
    "moves-matter",
    "verify-identity",
    "refuse",
    "time-and-owner",
    "read-back",
    "hand-over",
    "leave-review-free",
    "stop-card-number",
    "answer-wishes",
    "state-estimate",
    "serves-need",
    "who-what-when",
    "choices",
    "every-wish",
    "deeds",
    "note",
)
