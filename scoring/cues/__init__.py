"""Cues: ordinary phrases, compiled into patterns and found in texts by their words, not their letters."""

from scoring.cues.analysis import analyse, key_slots
from scoring.cues.compiler import Compiler
from scoring.cues.matching import find
from scoring.cues.patterns import Element, Index, Match, Pattern

__all__ = [
    "Compiler",
    "Element",
    "Index",
    "Match",
    "Pattern",
    "analyse",
    "find",
    "key_slots",
]
