"""Kinds of rules: one small module each, chosen by the ``kind`` of a rule file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from scoring.kinds import (
    acknowledge,
    apology,
    choice,
    cue,
    formula,
    name,
    offer,
    question,
    read_back,
    refuse,
)
from scoring.kinds.scene import Found, Scene
from scoring.rules.loader import KindName, Rule

Finder = Callable[[Rule, Scene], list[Found]]

KINDS: Final[Mapping[KindName, Finder]] = {
    "cue": cue.find,
    "question": question.find,
    "apology": apology.find,
    "formula": formula.find,
    "choice": choice.find,
    "name": name.find,
    "read-back": read_back.find,
    "recap": read_back.find_recap,
    "acknowledge": acknowledge.find,
    "inform": offer.find_facts,
    "offer": offer.find,
    "promise": offer.find_promises,
    "refuse": refuse.find,
}
