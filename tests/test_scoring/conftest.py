"""The tiny case and the kit of ``hand_made``, for tests of grading."""

from __future__ import annotations

from typing import Any

import pytest
from hand_made import CLOSED, GOOD, KIT, Kit, Part, part

from scoring.grade import grade_session
from scoring.model import CaseEnd, PlayedTurn, Scorecard
from scoring.rubrics.rubric import Rubric, load_rubric


@pytest.fixture
def kit() -> Kit:
    return Kit()


@pytest.fixture(scope="session")
def rubric() -> Rubric:
    return load_rubric()


@pytest.fixture
def good() -> tuple[Part, ...]:
    """The clauses of a reply that does everything well."""
    return GOOD


@pytest.fixture(scope="session")
def make_part() -> Any:
    return part


@pytest.fixture
def card(rubric: Rubric) -> Any:
    """Makes the scorecard of a contact with these replies."""

    def of(*replies: Any, end: CaseEnd = CLOSED, kit: Kit = KIT, **moment: Any) -> Scorecard:
        turns = []
        for number, parts in enumerate(replies, start=1):
            at = kit.moment(turn=number, **moment)
            reading = kit.read(*parts)
            turns.append(PlayedTurn(at, reading.text, reading))
        return grade_session(turns, end, kit.scenario, rubric, kit.shop, kit.handbook, kit.versions)

    return of
