"""What a list shows of a scenario, without its lines and cues.

The whole of a scenario is some sixty kilobytes; a list of many needs a thousandth of that.
"""

from __future__ import annotations

from scenarios.complaints import ComplaintType
from scenarios.language import Text
from scenarios.model import Channel, Scenario
from scenarios.values import dataclass

__all__ = ["Card", "card_of"]


@dataclass(frozen=True, slots=True)
class Card:
    """The few facts by which people choose; each as in the scenario."""

    id: str
    version: int
    title: Text
    summary: Text
    type: ComplaintType
    channel: Channel
    difficulty: int
    skills: tuple[str, ...]


def card_of(scenario: Scenario) -> Card:
    return Card(
        scenario.id,
        scenario.version,
        scenario.title,
        scenario.summary,
        scenario.type,
        scenario.channel,
        scenario.difficulty,
        scenario.skills,
    )
