"""``test``: the exemplars of scenarios, played and held against their bands."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from scenarios.misnamed import misnamed_in_scenario, misnamed_problem
from scenarios.problems import Problem, format_problem
from scenarios.width import cells, first_cells, padded
from simulator.argument_parser import given_packs
from simulator.machine.many import for_each
from simulator.machine.output import json_line, message, output_width, write
from simulator.machine.streams import go_on_unread
from simulator.options import choose_language
from simulator.words.tools import TOOLS
from simulator.words.writing import WRITING
from simulator.writing.exemplars import (
    UNTOLD,
    Checked,
    Miss,
    check_exemplar,
    practice_room,
    spoken_in,
)
from simulator.writing.targets import Target, find_targets, pack_option

if TYPE_CHECKING:
    from scenarios.language import Language

_SCORES: Final = ("empathy", "policy", "resolution")


def run(arguments: argparse.Namespace) -> int:
    go_on_unread()
    language = choose_language(arguments.lang)
    targets = find_targets(arguments.scenario)
    tasks = [(target, arguments.lang or "") for target in targets]
    results: list[Checked] = []
    left_out, unread = 0, list[Problem]()
    for target, (checked, others) in zip(targets, for_each(check_target, tasks), strict=True):
        results += checked
        left_out += others
        unread += _unread(target)
        if not arguments.json:
            _tell(target.scenario, checked, language)
    failed = sum(not result.fits for result in results)
    if arguments.json:
        rows = [_row(result, language) for result in results]
        json_line({"schema_version": 1, "exemplars": rows, "failed": failed})
    else:
        counts = {"count": len(results), "failed": failed}
        key = ("test.failed" if failed else "test.passed") if results else "test.nothing"
        write(TOOLS.say(key, language, **counts))
        _tell_where_to_look(targets, results, given_packs(arguments), language)
    for problem in unread:
        message(format_problem(problem, language=language))
    if left_out:
        message(WRITING.say("test.left-out", language, count=left_out))
    return 1 if failed else 0


def check_target(task: tuple[Target, str]) -> tuple[list[Checked], int]:
    """All exemplars of one scenario, or those of one language and how many that left out."""
    target, language = task
    library = target.library()
    names = library.exemplar_names(target.scenario)
    wanted = [name for name in names if not language or spoken_in(name) in (language, None)]
    with practice_room(library) as workplace:
        checked = [check_exemplar(workplace, target.scenario, name) for name in wanted]
    return checked, len(names) - len(wanted)


def _unread(target: Target) -> list[Problem]:
    """What lies there like an exemplar and is none, because of its name."""
    library = target.library().holder(target.scenario)
    found = misnamed_in_scenario(library.file(target.scenario), target.scenario)
    return [misnamed_problem(library.path(*parts)) for parts in found]


# ---------------------------------------------------------------- as text


def _tell_where_to_look(
    targets: Sequence[Target], results: Sequence[Checked], packs: Sequence[str], language: Language
) -> None:
    """The command that shows the first of those that missed, reply by reply."""
    missed = next((r for r in results if not r.fits and r.can_be_shown), None)
    if missed is None:
        return
    spoken, _, kind = missed.name.partition("-")
    target = next(t for t in targets if t.scenario == missed.scenario)
    values = {
        "id": missed.scenario,
        "kind": kind,
        "spoken": spoken,
        "pack": pack_option(target, packs),
    }
    message(WRITING.say("test.look", language, **values))


def _tell(scenario: str, results: Sequence[Checked], language: Language) -> None:
    write(scenario)
    if not results:
        write("  " + TOOLS.say("test.none", language))
        return
    for line in _table(results, language, output_width()):
        write(line)
    told = set()
    for problem in (problem for result in results for problem in result.problems):
        if problem not in told:
            write(f"  {format_problem(problem, language=language)}")
        told.add(problem)


def _table(results: Sequence[Checked], language: Language, width: int) -> Iterable[str]:
    """A line an exemplar; below those that fail, what missed."""
    heads = [
        TOOLS.say(f"test.{name}", language)
        for name in ("name", "total", "empathy", "policy", "short-resolution")
    ]
    rows = [heads, *(_cells(result) for result in results)]
    widths = [max(cells(row[column]) for row in rows) for column in range(len(heads))]
    marks = [TOOLS.say("test.verdict", language), *(_mark(result, language) for result in results)]
    marked = max(map(cells, marks))
    ends = [TOOLS.say("test.ending", language), *(result.ending or UNTOLD for result in results)]
    for number, row in enumerate(rows):
        first = padded(row[0], widths[0])
        numbers = [
            padded(cell, size, right=True) for cell, size in zip(row[1:], widths[1:], strict=True)
        ]
        line = "  ".join([f"  {first}", *numbers, padded(marks[number], marked)])
        yield line + "  " + first_cells(ends[number], max(8, width - cells(line) - 3))
        if number:
            yield from (f"    {why}" for why in _whys(results[number - 1], language))


def _whys(result: Checked, language: Language) -> Iterable[str]:
    """What missed, and the refusals and broken rules that may be the reason."""
    yield from (_why(miss, language) for miss in result.misses)
    if result.fits:
        return
    for refused in result.refused:
        values = {"step": refused.step, "action": refused.action, "why": refused.why.of(language)}
        yield WRITING.say("test.refused", language, **values)
    if result.gates:
        yield WRITING.say("test.broken", language, rules=", ".join(result.gates))


def _cells(result: Checked) -> list[str]:
    scores = (result.total, result.empathy, result.policy, result.resolution)
    return [result.name, *map(_cell, scores, _limits(result))]


def _limits(result: Checked) -> list[tuple[int, ...]]:
    band = result.band
    return [()] * 4 if band is None else [band.total, band.empathy, band.policy, band.resolution]


def _cell(score: int | None, limit: tuple[int, ...]) -> str:
    told = UNTOLD if score is None else str(score)
    return f"{told} ({limit[0]}-{limit[1]})" if limit else told


def _mark(result: Checked, language: Language) -> str:
    return TOOLS.say("test.fits" if result.fits else "test.misses", language)


def _why(miss: Miss, language: Language) -> str:
    key = f"test.miss-{miss.kind}"
    if miss.kind in ("total", *_SCORES):
        name = TOOLS.say(f"test.{miss.kind}", language)
        return TOOLS.say(
            "test.miss-score", language, name=name, got=miss.got.of(language), wanted=miss.wanted
        )
    if miss.kind == "passed":
        return TOOLS.say(f"test.miss-passed-{miss.wanted}", language)
    return TOOLS.say(key, language, got=miss.got.of(language), wanted=miss.wanted, step=miss.step)


# ---------------------------------------------------------------- as JSON


def _row(result: Checked, language: Language) -> dict[str, object]:
    names = ("total", *_SCORES)
    return {
        "scenario": result.scenario,
        "exemplar": result.name,
        "ending": result.ending,
        **{name: getattr(result, name) for name in names},
        "passed": result.passed,
        "gates": list(result.gates),
        "band": _band(result),
        "ok": result.fits,
        "misses": [
            {
                "what": miss.kind,
                "got": miss.got.of(language),
                "wanted": miss.wanted,
                "text": _why(miss, language),
            }
            for miss in result.misses
        ],
        "problems": [format_problem(problem, language=language) for problem in result.problems],
    }


def _band(result: Checked) -> dict[str, object] | None:
    band = result.band
    if band is None:
        return None
    limits = dict(zip(("total", *_SCORES), map(list, _limits(result)), strict=True))
    return {
        **{name: limit for name, limit in limits.items() if limit},
        "passed": band.passed,
        "endings": list(band.endings),
        "gate": band.gate,
    }
