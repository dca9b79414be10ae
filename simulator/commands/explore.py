"""``explore``: every branch of scenarios walked through: what never happens, how each ending is reached."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scenarios.problems import Problem, SourceError, format_problem, make_problem
from simulator.explore.moves import Close, Do, Say, Wait
from simulator.explore.report import USUAL, Report, Way, explore
from simulator.explore.wordings import hears_of, say_of
from simulator.machine.many import for_each
from simulator.machine.output import json_line, write, write_wrapped
from simulator.machine.streams import go_on_unread
from simulator.options import choose_language
from simulator.words.tools import TOOLS
from simulator.writing.targets import Target, find_targets

if TYPE_CHECKING:
    from scenarios.language import Language
    from scenarios.loader import Library
    from simulator.explore.moves import Move


@dataclass(frozen=True)
class Explored:
    """What came of one scenario; ``report`` is None where its file cannot be read."""

    target: Target
    report: Report | None
    problems: tuple[Problem, ...]


def run(arguments: argparse.Namespace) -> int:
    go_on_unread()
    language = choose_language(arguments.lang)
    targets = find_targets(arguments.scenario)
    results: list[Explored] = []
    for result in for_each(explore_target, targets):
        results.append(result)
        if not arguments.json:
            _tell(result, language, endings=bool(arguments.scenario))
    found = sum(len(result.problems) for result in results)
    if arguments.json:
        rows = [_row(result, language) for result in results]
        json_line({"schema_version": 1, "language": language, "scenarios": rows, "found": found})
    else:
        counts = {"count": len(results), "found": found}
        write(TOOLS.say("explore.found" if found else "explore.sound", language, **counts))
    return 1 if found else 0


def explore_target(target: Target) -> Explored:
    """Walk through one scenario; findings come with their place in its file."""
    library = target.library()
    try:
        scenario = library.scenario(target.scenario)
    except SourceError as error:
        return Explored(target, None, error.problems)
    report = explore(scenario, library.persona_of(scenario.id), library.shop_of(scenario.id))
    return Explored(target, report, tuple(_placed(report, library)))


def _placed(report: Report, library: Library) -> list[Problem]:
    if not report.findings:
        return []
    from scenarios.lint import mark_at

    path, tree = library.tree(report.scenario)
    marks = [mark_at(tree, finding.where) for finding in report.findings]
    problems = [
        make_problem(path, mark.line, mark.column, finding.code, dict(finding.args))
        for finding, mark in zip(report.findings, marks, strict=True)
    ]
    return sorted(problems, key=lambda p: (p.line, p.column, p.code))


# ---------------------------------------------------------------- as text


def _tell(result: Explored, language: Language, *, endings: bool) -> None:
    report = result.report
    if report is None:
        write(result.target.scenario)
    else:
        reached = {kind: f"{done}/{all_}" for kind, (done, all_) in report.reached.items()}
        head = TOOLS.say("explore.head", language, scenario=report.scenario, **reached)
        write_wrapped(head, language, "  ")
    for problem in result.problems:
        write(f"  {format_problem(problem, language=language)}")
    if report is not None and endings:
        for way in report.ways:
            _tell_way(way, result.target, language)


def _tell_way(way: Way, target: Target, language: Language) -> None:
    outcome = TOOLS.say(f"outcome.{way.outcome}", language)
    text = TOOLS.say("explore.ending", language, ending=way.ending, outcome=outcome)
    if (way.seed, way.intensity) != USUAL:
        values = {"seed": way.seed, "intensity": way.intensity}
        text += TOOLS.say("explore.variant", language, **values)
    write(f"  {text}")
    for number, move in enumerate(way.moves, 1):
        text = f"    {number}. {_words(move, target, language)}"
        write_wrapped(text, language, "       ")


def _words(move: Move, target: Target, language: Language) -> str:
    library = target.kept_library()
    titles = {name: kind.title for name, kind in library.shop_of(target.scenario).actions.items()}
    said = say_of(move, library.scenario(target.scenario), titles, language)
    if not isinstance(move, Say):
        return said
    quoted = TOOLS.say("quote", language, text=said)
    return f"{quoted} ({hears_of(move) or 'no-news'})"


# ---------------------------------------------------------------- as JSON


def _row(result: Explored, language: Language) -> dict[str, object]:
    report = result.report
    return {
        "scenario": result.target.scenario,
        "findings": [problem.row(language) for problem in result.problems],
        "reached": {
            kind: {"happened": happened, "of": all_}
            for kind, (happened, all_) in (report.reached.items() if report else ())
        },
        "endings": [
            {
                "ending": way.ending,
                "outcome": way.outcome,
                "seed": way.seed,
                "intensity": way.intensity,
                "moves": [_move(move, result.target, language) for move in way.moves],
            }
            for way in (report.ways if report else ())
        ],
        "steps": report.steps if report else 0,
    }


def _move(move: Move, target: Target, language: Language) -> dict[str, object]:
    words = _words(move, target, language)
    match move:
        case Say():
            return {"kind": "reply", "hears": hears_of(move), "words": words}
        case Do(action):
            return {"kind": "action", "action": action, "words": words}
        case Wait(seconds):
            return {"kind": "wait", "seconds": seconds, "words": words}
        case Close():
            return {"kind": "end", "words": words}
