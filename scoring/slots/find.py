"""Figures and names in a reply, normalised and compared with the facts of the case.

A promise is judged by its clock time, a gift by its sum; both may be written in many ways
("five past one", 13時5分, 1:05). Here they become plain values. What a figure is worth to the
customer is judged elsewhere.
"""

from __future__ import annotations

from typing import Final

from scenarios.language import Language
from scenarios.model import Scenario
from scenarios.values import dataclass
from scoring.language.lazy_pattern import LazyPattern
from scoring.model import SlotKind
from scoring.slots import names as slot_names
from scoring.slots import times as slot_times
from scoring.slots.times import Day


@dataclass(frozen=True, slots=True)
class RawSlot:
    """A figure or name at its place in the matching form."""

    kind: SlotKind
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """The figures and names that are true of a case, ready to compare."""

    amounts: frozenset[str]
    times: frozenset[str]
    names: frozenset[str]
    """Names of the customer and the shop's people, folded."""
    cue_text: str
    """Everything the topics and the record say, folded: a figure in it is a fact."""
    closed_text: str
    """The same without blanks and hyphens: a number may be written with any of them or none."""

    @classmethod
    def of(cls, scenario: Scenario, language: Language) -> CaseFacts:
        texts = [cue for topic in scenario.topics.values() for cue in topic.cues.of(language)]
        texts += [row.value.of(language) for row in scenario.record]
        cue_text = "\n".join(texts).casefold()
        return cls(
            amounts=frozenset(str(amount) for amount in scenario.amounts),
            times=case_times(scenario),
            names=slot_names.case_names(scenario, language),
            cue_text=cue_text,
            closed_text=_closed(cue_text),
        )

    def hold(self, slot: RawSlot) -> bool:
        """Whether the slot agrees with a fact of the case."""
        if slot.kind == "amount":
            return slot.value in self.amounts
        if slot.kind == "clock":
            return slot.value in self.times
        if slot.kind == "person":
            return slot.value.casefold() in self.names
        if slot.kind in ("number", "email"):
            return slot.value.casefold() in self.cue_text
        if slot.kind in ("order", "phone"):
            return _closed(slot.value.casefold()) in self.closed_text
        return False


def _closed(text: str) -> str:
    return _SEPARATORS.sub("", text)


_SEPARATORS: Final = LazyPattern(r"[ ()\u2010-\u2015\u2212-]")


def case_times(scenario: Scenario) -> frozenset[str]:
    """The times that are true of a case, 'HH:MM'."""
    return frozenset(_padded(time) for time in scenario.times)


def _padded(time: str) -> str:
    hours, _, minutes = time.partition(":")
    return f"{int(hours):02d}:{minutes}" if hours.isdigit() else time


def find_slots(
    text: str,
    original: str,
    language: Language,
    names: frozenset[str] = frozenset(),
    day: Day | None = None,
) -> list[RawSlot]:
    """Return the slots of a matching form in order; where two overlap the longer one stays.

    *original* is the text at the same offsets with its capitals, or *text* itself; *day* is what
    tells that "1:05" is 13:05.
    """
    found: list[RawSlot] = []
    for kind, value, start, end in (
        *slot_times.find(text, language, day or Day()),
        *slot_names.find(text, original, language, names),
    ):
        found.append(RawSlot(kind, value, start, end))
    found.sort(key=lambda slot: (slot.start, -slot.end, slot.kind))
    kept: list[RawSlot] = []
    for slot in found:
        if kept and slot.start < kept[-1].end:
            if (
                slot.end - slot.start > kept[-1].end - kept[-1].start
                and slot.start <= kept[-1].start
            ):
                kept[-1] = slot
            continue
        kept.append(slot)
    return kept
