"""Conditions that read like sentences: what a customer hears, and how the case stands.

Two small languages without operators, because the people who write scenarios do not program:

``hears``   an act (``apologise``), an act about a topic (``offer about catalogue``), a topic
            alone (``morning``), ``silence``, ``no-news`` (nothing new was said) or ``anything``;
            `` and `` joins what must all be heard in one reply.
``when``    ``identity checked`` · ``done ask-carrier`` · ``told need-by`` · ``heard <hears>`` ·
            ``just heard <hears>`` (in the reply that is being answered) · ``visited waiting`` · ``passed on waiting`` (the hand-over summary names this topic) · ``anger over 70`` · ``trust under 30`` · ``turn 5 or later`` ·
            ``call-back booked`` · ``warned``.

Parsing checks the form; whether topics, stages and actions exist is checked by ``lint``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, TypeVar

from scenarios.acts import Act
from scenarios.mark import Mark
from scenarios.values import dataclass

if TYPE_CHECKING:
    from scenarios.problems import Problem
    from scenarios.yaml_source import Node

MoodName = Literal["anger", "trust", "face", "control", "worry"]
MOODS: tuple[MoodName, ...] = ("anger", "trust", "face", "control", "worry")
SPECIAL_HEARINGS = ("silence", "no-news", "anything")
_ACTS = {act.value: act for act in Act}


@dataclass(frozen=True, slots=True)
class Hearing:
    """One thing heard: an act, a topic, an act about a topic, or a special hearing."""

    act: Act | None = None
    topic: str | None = None
    special: str | None = None


@dataclass(frozen=True, slots=True)
class Hears:
    """All of ``parts`` must be heard in one reply."""

    parts: tuple[Hearing, ...]
    source: str
    mark: Mark | None = None

    @classmethod
    def parse(cls, source: str, mark: Mark | None = None) -> Hears:
        """Parse one sentence; raises ValueError for an empty part."""
        return Hears(tuple(_hearing(part) for part in source.split(" and ")), source, mark)

    def implies(self, other: Hears) -> bool:
        """Whether each reply in which this is heard is one in which *other* is heard, too."""
        return all(any(_implies(mine, part) for mine in self.parts) for part in other.parts)

    @classmethod
    def from_node(cls, node: Node, path: str, problems: list[Problem]) -> Hears | None:
        return _from_scalar(Hears, node, path, problems, "C101")


def _implies(heard: Hearing, other: Hearing) -> bool:
    if heard == other:
        return True
    if other.special:
        return other.special == "anything" and heard.special != "silence"
    # An act about a topic is the act; the topic alone must be affirmed, which is more.
    return other.topic is None and heard.act is other.act and heard.special is None


def _hearing(source: str) -> Hearing:
    words = source.strip()
    if not words:
        raise ValueError(source)
    if words in SPECIAL_HEARINGS:
        return Hearing(special=words)
    act, about, topic = words.partition(" about ")
    if about:
        if act not in _ACTS or not topic.strip() or " or " in topic:
            raise ValueError(source)
        return Hearing(act=_ACTS[act], topic=topic.strip())
    if act in _ACTS:
        return Hearing(act=_ACTS[act])
    if " " in words:
        raise ValueError(source)
    return Hearing(topic=words)


ConditionKind = Literal[
    "identity",
    "done",
    "told",
    "heard",
    "just-heard",
    "visited",
    "passed-on",
    "mood",
    "turn",
    "callback",
    "warned",
]


@dataclass(frozen=True, slots=True)
class Condition:
    """One statement about how the case stands."""

    kind: ConditionKind
    source: str
    name: str = ""
    """Action, hidden fact, stage, topic or mood value that the statement is about."""
    hears: Hears | None = None
    above: bool = True
    """For a mood: over (true) or under (false) the value."""
    value: int = 0
    """For a mood: the border, 0-100; for a turn: its number."""
    mark: Mark | None = None

    @classmethod
    def parse(cls, source: str, mark: Mark | None = None) -> Condition:
        """Parse one sentence; raises ValueError when it has none of the known forms."""
        words = source.strip()
        fixed: dict[str, ConditionKind] = {
            "identity checked": "identity",
            "call-back booked": "callback",
            "warned": "warned",
        }
        if words in fixed:
            return cls(fixed[words], source, mark=mark)
        if match := re.fullmatch(r"(done|told|visited) ([a-z0-9_-]+)", words):
            named: ConditionKind = match[1]  # type: ignore[assignment]  # the pattern lists kinds
            return cls(named, source, name=match[2], mark=mark)
        if match := re.fullmatch(r"passed on ([a-z0-9_-]+)", words):
            return cls("passed-on", source, name=match[1], mark=mark)
        if match := re.fullmatch(r"(just )?heard (.+)", words):
            kind: ConditionKind = "just-heard" if match[1] else "heard"
            return cls(kind, source, hears=Hears.parse(match[2], mark), mark=mark)
        if match := re.fullmatch(rf"({'|'.join(MOODS)}) (over|under) (100|[0-9]{{1,2}})", words):
            return cls(
                "mood",
                source,
                name=match[1],
                above=match[2] == "over",
                value=int(match[3]),
                mark=mark,
            )
        if match := re.fullmatch(r"turn ([0-9]{1,2}) or later", words):
            return cls("turn", source, value=int(match[1]), mark=mark)
        raise ValueError(source)

    @classmethod
    def from_node(cls, node: Node, path: str, problems: list[Problem]) -> Condition | None:
        return _from_scalar(Condition, node, path, problems, "C102")


_WITH_OR = {"C101": "C103", "C102": "C104"}
"""What is wrong with a sentence where it tries to say "or"."""
_Sentence = TypeVar("_Sentence", "Hears", "Condition")


def _from_scalar(
    cls: type[_Sentence], node: Node, path: str, problems: list[Problem], code: str
) -> _Sentence | None:
    from scenarios.problems import Problem
    from scenarios.yaml_source import Scalar, Sequence

    if isinstance(node, Scalar):
        try:
            return cls.parse(node.text, node.mark)
        except ValueError:
            code = _WITH_OR[code] if " or " in node.text else code
    block = "@list" if isinstance(node, Sequence) else "@mapping"
    shown = node.text if isinstance(node, Scalar) else block
    problems.append(Problem(path, node.mark.line, node.mark.column, code, (("value", shown),)))
    return None
