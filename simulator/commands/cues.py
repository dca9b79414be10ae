"""``cues``: what is kept of each cue of a scenario when a reply is read, and what it is mixed up with."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from scoring.reading.kept_cues import KeptCue, also_heard, kept_cues
from simulator.machine.output import json_line, write
from simulator.options import choose_language
from simulator.words.writing import WRITING
from simulator.writing.targets import find_targets

if TYPE_CHECKING:
    from scenarios.language import Language
    from scenarios.model import Scenario

_SHOWN = 3
"""Cues of other topics that are named beside one."""


def run(arguments: argparse.Namespace) -> int:
    language = choose_language(arguments.lang)
    (target,) = find_targets([arguments.scenario])
    scenario = target.library().scenario(target.scenario)
    cues = kept_cues(scenario, language)
    if arguments.json:
        rows = [_row(cue, cues) for cue in cues]
        head = {"schema_version": 1, "scenario": scenario.id, "language": language}
        json_line({**head, "cues": rows})
        return 0
    write("\n".join(_lines(scenario, cues, language)))
    return 0


def _row(cue: KeptCue, cues: Sequence[KeptCue]) -> dict[str, Any]:
    others = [{"topic": other.topic, "cue": other.phrase} for other in also_heard(cue, cues)]
    return {
        "topic": cue.topic,
        "cue": cue.phrase,
        "kept": list(cue.words),
        "said": cue.how,
        "denies": cue.denies,
        "heard_in": others,
    }


def _lines(scenario: Scenario, cues: Sequence[KeptCue], language: Language) -> Iterator[str]:
    for name, of_topic in groupby(cues, lambda cue: cue.topic):
        topic = scenario.topics[name]
        yield f"{name} ({topic.kind.value}): {topic.name.of(language)}"
        for cue in of_topic:
            yield from _told(cue, cues, language)


def _told(cue: KeptCue, cues: Sequence[KeptCue], language: Language) -> Iterator[str]:
    how = WRITING.say(f"cues.{cue.how}", language, kept=cue.kept)
    denies = WRITING.say("cues.denies", language) if cue.denies else ""
    yield f"  {cue.phrase}  ->  {how}{denies}"
    others = list(also_heard(cue, cues))
    for other in others[:_SHOWN]:
        yield "    " + WRITING.say("cues.also", language, topic=other.topic, cue=other.phrase)
    if more := len(others[_SHOWN:]):
        yield "    " + WRITING.say("cues.more", language, count=more)
