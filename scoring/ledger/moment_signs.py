"""What the moment leaves to say, and whether the reply turns to it, as signs of the whole reply.

A farewell of six words is all that the end of a contact asks for, and next to nothing at its
beginning: how much is wanted at the moment decides what a short reply is worth.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from scoring.language.lazy_pattern import LazyPattern
from scoring.moment.view import TIME_SLOTS, View

EXPECTED: Final = "r:expected"
TOLD: Final = "r:expected-told"
LINE: Final = "r:line"
TIME: Final = "r:time-named"
ASKED: Final = "r:asks-back"
PLEASED: Final = "r:pleased"
WAS_ASKED: Final = "r:was-asked"
FAULT_OPEN: Final = "r:fault-open"
WHO_OPEN: Final = "r:identity-open"
HAND_OVER: Final = "r:handover-due"
SIGNS: Final = (
    *(PLEASED, EXPECTED, TOLD, LINE, TIME, ASKED, WAS_ASKED),
    *(FAULT_OPEN, WHO_OPEN, HAND_OVER),
)
_QUESTION: Final = LazyPattern("[?？]|(?:です|ます|でしょう|ません)か[。…]")

_EACH: Final = 10
_HOLDS: Final = 100
_LONGEST: Final = 300


def moment_signs(view: View) -> Iterator[tuple[str, int]]:
    """Each of ``SIGNS`` that holds, with its value: topics that the stage expects and those of them
    that the reply names, ten each; letters of the customer's last line, 300 at most; 100 where
    the reply names a time, where it asks something, where the customer is content, where they have
    asked something, and where it is open whose fault it is, open who calls, or due to hand over."""
    if view.pleased:
        yield PLEASED, _HOLDS
    if view.fault_open:
        yield FAULT_OPEN, _HOLDS
    if view.identity_open:
        yield WHO_OPEN, _HOLDS
    if view.moment.handover_due:
        yield HAND_OVER, _HOLDS
    expected = view.stage.expects if view.stage else ()
    if expected:
        yield EXPECTED, _EACH * len(expected)
        told = {found.topic for found in view.reading.topics if found.affirmed}
        yield TOLD, _EACH * len(told.intersection(expected))
    said = view.moment.customer_said
    if said:
        yield LINE, min(_LONGEST, len(said[-1]))
        if _QUESTION.search(said[-1]):
            yield WAS_ASKED, _HOLDS
    if view.slots(TIME_SLOTS):
        yield TIME, _HOLDS
    if any(clause.question for clause in view.reading.clauses):
        yield ASKED, _HOLDS
