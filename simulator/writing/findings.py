"""Problems of many files in the forms that people, editors and build servers read.

``text`` shows the line at fault, ``line`` is one line a problem (``path:line:column: ...``, which
editors can jump to), ``json`` one object, ``github`` the annotations of its build server and
``sarif`` the format of code scanners (SARIF 2.1.0).
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from scenarios.explanations import explanations
from scenarios.language import Language
from scenarios.problems import Problem, format_problem
from scenarios.text import clean_text
from simulator.version import VERSION

__all__ = ["FORMATS", "FileFindings", "shown_path"]


@dataclass(frozen=True, slots=True)
class FileFindings:
    """What is wrong with one file."""

    path: Path
    source: str
    problems: tuple[Problem, ...]

    @property
    def shown(self) -> str:
        return shown_path(self.path)


def shown_path(path: Path) -> str:
    """*path* as a person in the current folder would write it: relative where it lies below."""
    try:
        relative = os.path.relpath(path)
    except (OSError, ValueError):  # the current folder is gone; another drive
        return str(path)
    return str(path) if relative.startswith("..") else relative


def _each(found: Iterable[FileFindings]) -> Iterable[tuple[FileFindings, Problem]]:
    """Every problem with its file, the path as it is shown."""
    for file in found:
        for problem in file.problems:
            yield file, replace(problem, path=file.shown)


def _as_text(found: Sequence[FileFindings], language: Language, width: int) -> str:
    blocks = [format_problem(p, f.source, language, width - 10) for f, p in _each(found)]
    return "\n\n".join(blocks)


def _as_lines(found: Sequence[FileFindings], language: Language, _: int) -> str:
    return "\n".join(format_problem(problem, language=language) for _, problem in _each(found))


# ---------------------------------------------------------------- JSON


def _as_json(found: Sequence[FileFindings], language: Language, _: int) -> str:
    whole = {
        "schema_version": 1,
        "language": language,
        "files": len(found),
        "problems": [problem.row(language) for _, problem in _each(found)],
    }
    return json.dumps(whole, ensure_ascii=False)


# ---------------------------------------------------------------- GitHub


def _as_github(found: Sequence[FileFindings], language: Language, _: int) -> str:
    return "\n".join(_annotation(problem, language) for _, problem in _each(found))


def _annotation(problem: Problem, language: Language) -> str:
    place = {"file": problem.path, "title": problem.code}
    if problem.line:
        place |= {"line": str(problem.line), "col": str(problem.column)}
    properties = ",".join(f"{name}={_property(value)}" for name, value in place.items())
    return f"::{problem.severity} {properties}::{_data(problem.sentences(language))}"


def _data(text: str) -> str:
    """Escaped as workflow commands want it."""
    clean = clean_text(text)
    return clean.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


# ---------------------------------------------------------------- SARIF

_SARIF: Final = "https://json.schemastore.org/sarif-2.1.0.json"


def _as_sarif(found: Sequence[FileFindings], language: Language, _: int) -> str:
    problems = [(file, problem) for file, problem in _each(found)]
    codes = sorted({problem.code for _, problem in problems})
    run = {
        "tool": {
            "driver": {
                "name": "supportdojo",
                "semanticVersion": VERSION,
                "rules": [_rule(code, language) for code in codes],
            }
        },
        "language": language,
        "columnKind": "unicodeCodePoints",
        "results": [_result(file, p, codes.index(p.code), language) for file, p in problems],
    }
    return json.dumps({"$schema": _SARIF, "version": "2.1.0", "runs": [run]}, ensure_ascii=False)


def _rule(code: str, language: Language) -> dict[str, Any]:
    rule: dict[str, Any] = {
        "id": code,
        "defaultConfiguration": {"level": "warning" if code.startswith("W") else "error"},
    }
    known = explanations().get(code)
    if known is not None:
        rule["shortDescription"] = {"text": known.means.of(language)}
        rule["help"] = {"text": known.do.of(language)}
    return rule


def _result(file: FileFindings, problem: Problem, index: int, language: Language) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(file)}}
    if problem.line:
        place["region"] = {"startLine": problem.line, "startColumn": problem.column}
    return {
        "ruleId": problem.code,
        "ruleIndex": index,
        "level": problem.severity,
        "message": {"text": problem.sentences(language)},
        "locations": [{"physicalLocation": place}],
    }


def _uri(file: FileFindings) -> str:
    shown = Path(file.shown)
    return shown.as_uri() if shown.is_absolute() else quote(os.fsencode(shown.as_posix()))


FORMATS: Final[Mapping[str, Callable[[Sequence[FileFindings], Language, int], str]]] = {
    "text": _as_text,
    "line": _as_lines,
    "json": _as_json,
    "github": _as_github,
    "sarif": _as_sarif,
}
"""Each takes the findings, the language and the width of the terminal; empty: nothing to say."""
