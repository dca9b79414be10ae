"""``coverage``: which rules, acts, types, skills and channels the scenarios exercise, and which none does."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from scenarios.acts import Act
from scenarios.complaints import (
    CATEGORY_NAMES,
    CATEGORY_OF,
    SIXTEEN_TYPES,
    TYPE_NAMES,
    Category,
    ComplaintType,
)
from scenarios.language import LANGUAGES
from scenarios.width import cells, padded
from simulator.machine.left_out import leave_out
from simulator.machine.many import for_each
from simulator.machine.output import json_line, output_width, write, write_wrapped
from simulator.machine.streams import go_on_unread
from simulator.machine.wrap import wrap
from simulator.options import choose_language
from simulator.words.cli import CLI
from simulator.words.tools import TOOLS
from simulator.writing.coverage import Coverage, coverage_of, read_target
from simulator.writing.targets import find_targets

if TYPE_CHECKING:
    from scenarios.language import Language


_SHOWN = 5
"""Scenarios that are named for one thing."""


def run(arguments: argparse.Namespace) -> int:
    go_on_unread()
    language = choose_language(arguments.lang)
    targets = find_targets([])
    found = dict(zip((t.scenario for t in targets), for_each(read_target, targets), strict=True))
    for scenario_id in (name for name, acts in found.items() if acts is None):
        leave_out("scenarios", scenario_id)
    by_id = {name: acts for name, acts in found.items() if acts is not None}
    coverage = coverage_of(targets[0].kept_library(), by_id)
    if arguments.json:
        json_line({"schema_version": 1, "language": language, **_as_json(coverage, language)})
    else:
        _Teller(coverage, language).tell()
    return 1 if arguments.strict and not coverage.is_whole else 0


# ---------------------------------------------------------------- as text


class _Teller:
    """One table after the other, then what is missing."""

    def __init__(self, coverage: Coverage, language: Language) -> None:
        self.coverage, self.language = coverage, language
        self.width = output_width()

    def say(self, key: str, **values: object) -> str:
        return TOOLS.say(f"coverage.{key}", self.language, **values)

    def tell(self) -> None:
        coverage, language = self.coverage, self.language
        write(self.say("scenarios", count=len(coverage.scenarios)))
        rows = [(f"{c.number} {c.title.of(language)}", ids) for c, ids in coverage.clauses.values()]
        self._table("clauses", rows)
        self._acts()
        for category in Category:
            kinds = [kind for kind in ComplaintType if CATEGORY_OF[kind] is category]
            rows = [(self._type(kind), coverage.types[kind]) for kind in kinds]
            self._table("types", rows, category=CATEGORY_NAMES[category].of(language))
        self._table("skills", sorted(coverage.skills.items()))
        channels = coverage.channels.items()
        self._table("channels", [(CLI.say(f"channel.{c}", language), ids) for c, ids in channels])
        self._missing()

    def _type(self, kind: ComplaintType) -> str:
        return f"{TYPE_NAMES[kind].of(self.language)} ({kind.value})"

    def _table(self, key: str, rows: Sequence[tuple[str, Sequence[str]]], **values: str) -> None:
        """Each thing with its number of scenarios and their ids below or beside it."""
        write("")
        write_wrapped(self.say(key, **values), self.language, "  ")
        beside = max((cells(name) for name, _ in rows), default=0) + 8
        if beside > self.width // 2:
            for name, ids in rows:
                write_wrapped(f"  {len(ids):>3}  {name}", self.language, "       ")
                self._ids(ids, "       ")
            return
        for name, ids in rows:
            head = f"  {len(ids):>3}  {padded(name, beside - 8)}  "
            lines = self._wrapped(ids, self.width - cells(head)) or [""]
            write(f"{head}{lines[0]}".rstrip())
            for line in lines[1:]:
                write(" " * cells(head) + line)

    def _ids(self, ids: Sequence[str], indent: str) -> None:
        for line in self._wrapped(ids, self.width - len(indent)):
            write(indent + line)

    def _wrapped(self, ids: Sequence[str], width: int) -> list[str]:
        """A few of the ids; the JSON form has all of them."""
        if len(ids) == len(self.coverage.scenarios):
            return [self.say("all")] if ids else []
        shown = ", ".join(ids[:_SHOWN])
        if len(ids) > _SHOWN:
            shown += self.say("more", count=len(ids) - _SHOWN)
        return wrap(shown, max(width - 1, 20), "en") if ids else []

    def _acts(self) -> None:
        """How many scenarios wait for an act, and how many exemplars contain it."""
        coverage = self.coverage
        write("")
        write_wrapped(self.say("acts"), self.language, "  ")
        heads = [self.say("act"), self.say("heard"), self.say("in.ja"), self.say("in.en")]
        rows = [
            [
                act.value,
                str(len(coverage.heard[act])),
                *(str(coverage.said[language][act]) for language in LANGUAGES),
            ]
            for act in Act
        ]
        widths = [max(cells(row[i]) for row in (heads, *rows)) for i in range(len(heads))]
        for row in (heads, *rows):
            numbers = (padded(c, w, right=True) for c, w in zip(row[1:], widths[1:], strict=True))
            write("  ".join([f"  {padded(row[0], widths[0])}", *numbers]))

    def _missing(self) -> None:
        coverage, language = self.coverage, self.language
        parts = {
            "no-clauses": [f"{c.number} ({c.id})" for c in coverage.bare_clauses],
            "no-acts.ja": [act.value for act in coverage.bare_acts("ja")],
            "no-acts.en": [act.value for act in coverage.bare_acts("en")],
            "no-types": [self._type(kind) for kind in coverage.bare_types],
            "no-channels": [CLI.say(f"channel.{c}", language) for c in coverage.bare_channels],
        }
        write("")
        if not any(parts.values()):
            write_wrapped(self.say("whole"), language, "  ")
        for key, names in parts.items():
            if names:
                write_wrapped(self.say(key, names=", ".join(names)), language, "  ")


# ---------------------------------------------------------------- as JSON


def _as_json(coverage: Coverage, language: Language) -> dict[str, object]:
    return {
        "scenarios": coverage.scenarios,
        "clauses": [
            {
                "id": clause.id,
                "number": clause.number,
                "title": clause.title.of(language),
                "scenarios": ids,
            }
            for clause, ids in coverage.clauses.values()
        ],
        "acts": [
            {
                "act": act.value,
                "heard_by": coverage.heard[act],
                "exemplars": {name: coverage.said[name][act] for name in LANGUAGES},
            }
            for act in Act
        ],
        "types": [
            {
                "type": kind.value,
                "name": TYPE_NAMES[kind].of(language),
                "category": CATEGORY_OF[kind].value,
                "of_the_sixteen": kind in SIXTEEN_TYPES,
                "scenarios": ids,
            }
            for kind, ids in coverage.types.items()
        ],
        "skills": coverage.skills,
        "channels": coverage.channels,
        "missing": {
            "clauses": _values(clause.id for clause in coverage.bare_clauses),
            "acts": {
                name: _values(a.value for a in coverage.bare_acts(name)) for name in LANGUAGES
            },
            "types": _values(kind.value for kind in coverage.bare_types),
            "channels": list(coverage.bare_channels),
        },
    }


def _values(names: Iterable[str]) -> list[str]:
    return list(names)
