"""How a reply is typed is no fault: the same words in kana, in haste or without marks earn alike.

Run by itself (``python tests/test_scoring/test_typed_otherwise.py``) it prints, for each way of typing,
how far the grades of the yardstick's replies move, and their rank correlation with those as written.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from builtin_judge import judge

from scenarios.language import Language
from scoring.agreement.statistics import spearman
from scoring.language import japanese
from scoring.language.normalise import matching_form
from scoring.model import DIMENSIONS, Dimension

YARDSTICK = Path(__file__).parents[2] / "scoring" / "calibration" / "yardstick.jsonl"
_KANJI = re.compile("[一-龥々]")
_TO_HIRAGANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}
_SHORT = {"you": "u", "your": "ur", "and": "n", "are": "r", "about": "abt", "please": "pls"}


def in_kana(text: str) -> str:
    """Every word but names by its reading."""
    form = matching_form(text)
    pieces: list[str] = []
    at = 0
    for word in japanese.tokenise(form):
        written = form[word.start : word.end]
        read = _KANJI.search(written) is not None and word.pos != "name"
        pieces += [form[at : word.start], word.reading.translate(_TO_HIRAGANA) if read else written]
        at = word.end
    return "".join([*pieces, form[at:]])


def without_marks(text: str) -> str:
    return re.sub("[。、！？!?]", "", text)


def in_haste(text: str) -> str:
    """Small letters, no apostrophes, short forms of the commonest words."""
    bare = text.lower().replace("'", "").replace("\u2019", "")
    return re.sub(r"\b(?:you|your|and|are|about|please)\b", lambda m: _SHORT[m.group()], bare)


WAYS: Mapping[str, tuple[Language, Callable[[str], str]]] = {
    "in kana alone": ("ja", in_kana),
    "without marks": ("ja", without_marks),
    "in haste": ("en", in_haste),
}


@cache
def items(language: Language) -> tuple[dict[str, Any], ...]:
    lines = YARDSTICK.read_text(encoding="utf-8").splitlines()
    return tuple(item for item in map(json.loads, lines) if item["lang"] == language)


def grades(language: Language, typed: Callable[[str], str]) -> Iterator[Mapping[Dimension, Any]]:
    for item in items(language):
        scenario = judge().catalog.scenarios[item["scenario"]]
        moment = judge().moment(scenario, language, item["context"])
        yield judge().grade(judge().read(typed(item["reply"]), moment), moment).scores


def moved(way: str) -> Mapping[Dimension, tuple[float, float]]:
    """Mean of how far the scores of a dimension move, and their rank correlation."""
    language, typed = WAYS[way]
    before, after = list(grades(language, str)), list(grades(language, typed))
    result: dict[Dimension, tuple[float, float]] = {}
    for d in DIMENSIONS:
        both = [(a[d], b[d]) for a, b in zip(before, after, strict=True)]
        told = [(a, b) for a, b in both if a is not None and b is not None]
        far = sum(abs(a - b) for a, b in told) / len(told)
        result[d] = far, spearman([a for a, _ in told], [b for _, b in told]) or 0.0
    return result


@pytest.mark.parametrize("way", WAYS)
def test_grades_hardly_move(way: str) -> None:
    for dimension, (far, rho) in moved(way).items():
        assert far <= 6, (way, dimension)
        assert rho >= 0.93, (way, dimension)


if __name__ == "__main__":
    for name in WAYS:
        told = (f"{d} {far:.1f} ({rho:.2f})" for d, (far, rho) in moved(name).items())
        print(f"{name}: {', '.join(told)}")
