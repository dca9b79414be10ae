"""A reply in the other language than the customer's: the moment at which it is read for what it says.

The customer does not understand it, but a coach rates what it says, and holds empathy and resolution
down (rating guide: at most 2 of 4; the fault ``other-language`` of the rubric).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from scenarios.language import Language
from scenarios.model import Said, Scenario
from scoring.model import Moment, Reading, Shares

__all__ = ["in_other_language", "in_that_language", "marked"]

_MOSTLY: Final = 0.5
"""Share of a reply's words from which on it is in the other language."""


def in_other_language(reading: Reading) -> bool:
    """Whether most of a reply is not in the customer's language."""
    return reading.shares.other_language >= _MOSTLY


def in_that_language(moment: Moment) -> Moment:
    """The same moment as if the contact were in the other language.

    The customer's lines are those that the scenario has in the same place; a line that it does not
    know is left out, and where none is left the stage's own is taken to have been said.
    """
    other: Language = "en" if moment.language == "ja" else "ja"
    said = [_twin(moment.scenario, moment.language, other, line) for line in moment.customer_said]
    known = [line for line in said if line is not None]
    stage = moment.scenario.stages.get(moment.stage or "")
    if stage is not None and (not said or said[-1] is None):
        known += stage.opens.all_wordings(other)[:1]
    return replace(moment, language=other, customer_said=tuple(known))


def marked(reading: Reading, shares: Shares) -> Reading:
    """A reading made in that language which still tells that the customer's is another."""
    own = replace(reading.shares, other_language=shares.other_language)
    return replace(reading, shares=own)


def _twin(scenario: Scenario, language: Language, other: Language, line: str) -> str | None:
    """What the scenario has the customer say in the other language in the place of *line*."""
    for said in _lines(scenario):
        own, twins = said.all_wordings(language), said.all_wordings(other)
        if line in own and twins:
            return twins[min(own.index(line), len(twins) - 1)]
    return None


def _lines(scenario: Scenario) -> list[Said]:
    spoken = [fact.says for fact in scenario.hidden.values()]
    for stage in scenario.stages.values():
        spoken += [*stage.spoken(), *(reaction.says for reaction in stage.reactions)]
    return [said for said in spoken if said is not None]
