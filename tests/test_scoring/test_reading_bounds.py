"""How far the reading of single sentences is what their writers meant.

Bounds, a little under what was reached; run as a script, this prints the figures. What no act is
heard for is mostly made up for by the ledger in the grade, but the customer does not react to it.
"""

from __future__ import annotations

import json
from collections import Counter
from functools import cache

import pytest
from builtin_judge import judge

from scenarios.language import LANGUAGES, Language
from scoring.agreement.rated import FOLDER
from scoring.model import Moment, Reading

SENTENCES = FOLDER / "own-readings.jsonl"


@cache
def figures(language: Language, part: str = "late") -> dict[str, float]:
    """Shares of what was meant that is found, and of what was not meant that is heard. Sentences
    marked ``late`` were only counted, the others were samples for those who wrote the cues."""
    counts: Counter[str] = Counter()
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        meant = json.loads(line)
        if meant["lang"] == language and meant.get("part", "") == part:
            scenario = judge().catalog.scenarios[meant["scenario"]]
            count(
                counts, meant, judge().read(meant["text"], Moment(scenario, language, None, 1, ()))
            )
    return {
        name: counts[name] / counts[f"{name} of"]
        for name in ("acts", "false acts", "topics", "reversed", "figures")
    }


def count(counts: Counter[str], meant: dict[str, list[str]], reading: Reading) -> None:
    """Add one sentence."""
    acts = {found.act.value for found in reading.acts}
    affirmed = {found.topic for found in reading.topics if found.affirmed}
    denied = {found.topic for found in reading.topics if not found.affirmed}
    slots = {(slot.kind, slot.value.casefold()) for slot in reading.slots}
    figures = [
        (kind, value.casefold())
        for kind, values in dict(meant["slots"]).items()
        for value in values
    ]
    for name, wanted, found in (
        ("acts", meant["acts"], acts),
        ("false acts", meant["not_acts"], acts),
        ("topics", meant["affirms"], affirmed),
        ("topics", meant["denies"], denied),
        ("reversed", meant["affirms"], denied - affirmed),
        ("reversed", meant["denies"], affirmed),
        ("figures", figures, slots),
    ):
        counts[name] += sum(one in found for one in wanted)
        counts[f"{name} of"] += len(wanted)


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_read_as_they_are_meant(language: Language) -> None:
    """Little is heard that was not meant, and hardly anything the other way round."""
    found = figures(language)
    assert found["acts"] >= 0.6
    assert found["false acts"] <= 0.06
    assert found["topics"] >= 0.5
    assert found["reversed"] <= 0.06
    assert found["figures"] >= 0.88


if __name__ == "__main__":
    for sentences in ("", "late"):
        for spoken in LANGUAGES:
            told = {name: f"{share:.0%}" for name, share in figures(spoken, sentences).items()}
            print(spoken, sentences or "samples", told)
