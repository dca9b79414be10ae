"""The small stories that a new scenario starts from, one for each kind of complaint.

The texts stand in ``starters.yaml``; what files are made of them is in ``first_files``.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from scenarios.acts import Breach
from scenarios.complaints import ComplaintType
from scenarios.decode import decode
from scenarios.language import Text
from scenarios.model import Cues
from scenarios.problems import Problem, SourceError
from scenarios.values import dataclass
from scenarios.yaml_source import read_yaml_file

__all__ = ["Starter", "starter_for", "starters"]

_FILE = Path(__file__).with_name("starters.yaml")


@dataclass(frozen=True, slots=True)
class Starter:
    """One story; the customer says ``says`` and ``need``, the agent the other sentences."""

    types: tuple[ComplaintType, ...]
    title: Text
    customer: Text
    says: Text
    """What the customer says first."""
    situation: Text
    situation_cues: Cues
    ack: Text
    """Names the situation and the feeling; fits any story of these types."""
    need: Text
    """What the customer says when asked what lies behind it."""
    need_name: Text
    need_cues: Cues
    need_ack: Text
    offer: Text
    """What may be offered, as the agent says it."""
    offer_name: Text
    offer_cues: Cues
    deed: str
    """The desk action that carries the offer out."""
    limit: Text
    """What must not be promised, as somebody would say it."""
    limit_name: Text
    limit_cues: Cues
    breach: Breach


@dataclass(frozen=True, slots=True)
class _Starters:
    starters: tuple[Starter, ...]


@cache
def starters() -> tuple[Starter, ...]:
    problems: list[Problem] = []
    node = read_yaml_file(_FILE, _FILE.name)
    found = decode(node, _Starters, _FILE.name, problems)
    if found is None:
        raise SourceError(problems)
    return found.starters


def starter_for(complaint: ComplaintType) -> Starter:
    """The story for this type of complaint; there is one for every type."""
    return next(starter for starter in starters() if complaint in starter.types)
