"""What each problem code means, with an example that is wrong and the same put right.

A message under a file has room for a sentence; whoever wants to know more asks for the code. The
texts stand in ``explanations.yaml``, where a translator sees both languages side by side.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from functools import cache
from pathlib import Path
from typing import Literal

from scenarios.decode import decode
from scenarios.language import Text
from scenarios.problems import Problem, SourceError
from scenarios.values import dataclass
from scenarios.yaml_source import read_yaml_file

__all__ = ["Explanation", "explanations"]

_FILE = Path(__file__).with_name("explanations.yaml")


@dataclass(frozen=True, slots=True)
class Explanation:
    """One code."""

    means: Text
    wrong: str
    right: str
    do: Text
    file: Literal["scenario", "exemplar", "persona", "handbook", "shop", "programme", "rubric"] = (
        "scenario"
    )
    """The kind of file that the examples are parts of."""


@dataclass(frozen=True, slots=True)
class _Explained:
    codes: Mapping[str, Explanation] = field(metadata={"free_keys": True})


@cache
def explanations() -> Mapping[str, Explanation]:
    """By code, in the order of the file."""
    problems: list[Problem] = []
    node = read_yaml_file(_FILE, _FILE.name)
    explained = decode(node, _Explained, _FILE.name, problems)
    if explained is None:
        raise SourceError(problems)
    return explained.codes
