"""What is wrong with a file that a person wrote: where, what, and what to do about it.

Every reader and checker reports with these values, so that the command line, the app and an
editor show the same thing in the same words, in Japanese or in English.  A problem holds a code
and its facts; the words live in ``problem_texts``.  Finding problems, colours and output formats
stay out of this module.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from scenarios.problem_texts import DID_YOU_MEAN, HINTS, LIKE_THIS, TEXTS, WORDS
from scenarios.text import clean_text
from scenarios.width import cell_width, cells, first_cells

__all__ = ["Language", "Problem", "Severity", "SourceError", "format_problem", "make_problem"]

Language = Literal["ja", "en"]
Severity = Literal["error", "warning"]

_SHOWN_VALUE = 60  # characters of a writer's text that a message quotes
_SHOWN_WHOLE = (
    "other",
    "above",
    "choices",
    "known",
    "advice",
    "form",
)  # paths, and lists to choose from
_SHOWN_CELLS = 100  # terminal cells of a source line under a message
_FEWEST_CELLS = 20
_SEVERITY_WORDS = {
    "en": {"error": "error", "warning": "warning"},
    "ja": {"error": "エラー", "warning": "警告"},
}


class _Facts(dict[str, str]):
    """The facts for a template; one that is missing shows as ``?`` instead of raising."""

    def __missing__(self, key: str) -> str:
        return "?"


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding: ``line`` and ``column`` count characters from 1, both 0 mean the whole file.

    ``args`` are the facts of the finding as (name, value) pairs; a value that starts with ``@`` is
    the name of a word in ``problem_texts.WORDS`` and is shown in the reader's language.
    """

    path: str
    line: int
    column: int
    code: str
    args: tuple[tuple[str, str], ...] = ()
    severity: Severity = "error"

    def message(self, language: Language = "en") -> str:
        """Return what is wrong, as one line without a full stop and without control characters."""
        template = TEXTS.get(self.code)
        if template is None:
            facts = ", ".join(f"{name}={_show(value, language)}" for name, value in self.args)
            return facts or self.code
        return self._render(template, language)

    def hint(self, language: Language = "en") -> str:
        """Return what to do about it, as one line; empty when there is nothing to add."""
        facts = {name for name, _ in self.args}
        template = HINTS.get(self.code)
        if "guess" in facts:
            template = DID_YOU_MEAN
        elif "form" in facts:
            template = LIKE_THIS
        return "" if template is None else self._render(template, language)

    def sentences(self, language: Language = "en") -> str:
        """Return what is wrong and what to do about it, as one line."""
        message, hint = self.message(language), self.hint(language)
        if not hint:
            return message
        return f"{message}. {hint}" if language == "en" else f"{message}。{hint}"

    def row(self, language: Language = "en") -> dict[str, str | int]:
        """Return all of it for a JSON object; the path as it is, not cleaned."""
        return {
            "path": self.path,
            "line": self.line,
            "column": self.column,
            "code": self.code,
            "severity": self.severity,
            "message": self.message(language),
            "hint": self.hint(language),
        }

    def _render(self, template: tuple[str, str], language: Language) -> str:
        facts = _Facts((name, _fact(name, value, language)) for name, value in self.args)
        return template[0 if language == "en" else 1].format_map(facts)


def make_problem(
    path: str,
    line: int,
    column: int,
    code: str,
    args: Mapping[str, object] | None = None,
) -> Problem:
    """Return a problem with *args* as its facts, each turned into text.

    A code that starts with ``W`` makes a warning, every other an error.
    """
    severity: Severity = "warning" if code.startswith("W") else "error"
    facts = tuple((name, str(value)) for name, value in (args or {}).items())
    return Problem(path, line, column, code, facts, severity)


class SourceError(Exception):
    """A file cannot be used; ``problems`` says why, in the order of the file, at least one."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__(self.problems)

    def text(self, language: Language = "en") -> str:
        """Return all problems, one a line."""
        return "\n".join(format_problem(problem, language=language) for problem in self.problems)

    def __str__(self) -> str:
        return self.text()


def format_problem(
    problem: Problem,
    source: str | None = None,
    language: Language = "en",
    width: int = _SHOWN_CELLS,
) -> str:
    """Return ``path:line:column: error Y101: message. hint``.

    With *source* (the text of the file) the offending line follows, cut to *width* terminal cells,
    with a caret under the place; it also stands right under wide characters.
    """
    place = clean_text(problem.path, keep_newlines=False)
    if problem.line:
        place += f":{problem.line}:{problem.column}"
    severity = _SEVERITY_WORDS[language][problem.severity]
    head = f"{place}: {severity} {problem.code}: {problem.sentences(language)}"
    return head if source is None else head + _snippet(problem, source, max(width, _FEWEST_CELLS))


def _fact(name: str, value: str, language: Language) -> str:
    if name in _SHOWN_WHOLE and value.removeprefix("@") not in WORDS:
        return clean_text(value, keep_newlines=False)
    return _show(value, language)


def _show(value: str, language: Language) -> str:
    if value.startswith("@") and value[1:] in WORDS:
        return WORDS[value[1:]][0 if language == "en" else 1]
    if len(value) > _SHOWN_VALUE:
        value = value[: _SHOWN_VALUE - 1] + "…"
    return clean_text(value, keep_newlines=False)


def _snippet(problem: Problem, source: str, width: int) -> str:
    lines = source.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not 1 <= problem.line <= len(lines):
        return ""
    line = lines[problem.line - 1]
    place = min(max(problem.column - 1, 0), len(line))
    # The part before the caret is cut from the left, so a very long line still shows its place.
    before, after = (
        _printable(line[:place][-width:]),
        _printable(line[place:][:width]),
    )
    before = _last_cells(before, width * 2 // 3, cut=place > width)
    after = first_cells(after, width - cells(before))
    margin = f"{problem.line:>5} | "
    blank = " " * (len(margin) - 2) + "| "
    return f"\n{margin}{before}{after}\n{blank}{' ' * cells(before)}^"


def _printable(text: str) -> str:
    return clean_text(text, keep_newlines=False)


def _last_cells(text: str, limit: int, *, cut: bool) -> str:
    kept, start = 0, len(text)
    while start and kept + cell_width(text[start - 1]) <= limit:
        start -= 1
        kept += cell_width(text[start])
    return "…" + text[start:] if cut or start else text
