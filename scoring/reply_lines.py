"""The lines of a reply's grade: what each shows, and in which order they are told.

Every line adds up with the others of its dimension to the score; nothing here changes a score.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from scenarios.language import Text
from scenarios.values import changed
from scoring.model import DIMENSIONS, CriterionResult, Finding
from scoring.points import split

LEDGER = "by-example"
"""The name under which what the learned ledger adds stands among criteria and findings."""
IDLE = "idle-words"
"""The name under which sentences that add nothing take off what they seemed to bring."""
NO_GAIN = "no-gain"
"""The name under which a breach takes off what its sentence seemed to bring."""
BESIDE_CRITERIA = frozenset({LEDGER, IDLE, NO_GAIN})
"""Names of lines that are no criteria: nothing that could be practised by itself."""
MOST_ADVISED = 2
"""So many missed things are brought forward in the findings, the weightiest first."""
ONE_LINE = 40
"""Points of the scale that one line shows at most; what a criterion earned beyond it, because
nothing else was due, stands in a line of its own."""


def shared_out(finding: Finding, reason: Text) -> tuple[Finding, ...]:
    points = finding.points - ONE_LINE
    rest = {"rule": "right-here", "points": points, "message": reason, "clause": None}
    return changed(finding, {"points": ONE_LINE}), changed(finding, rest)


def less_right_here(results: list[CriterionResult], over: int) -> tuple[list[CriterionResult], int]:
    """What a criterion earned only because nothing else was due gives way first where the ledger
    hears less; returns the results and the points taken."""
    if over <= 0:
        return results, 0
    taken = 0
    given: list[CriterionResult] = []
    for result in results:
        here = sum(f.points for f in result.findings if f.rule == "right-here")
        less = max(0, min(here, over - taken))
        if not less:
            given.append(result)
            continue
        taken += less
        kept = tuple(
            changed(f, {"points": f.points - less}) if f.rule == "right-here" else f
            for f in result.findings
            if f.rule != "right-here" or f.points > less
        )
        given.append(changed(result, {"points": result.points - less, "findings": kept}))
    return given, taken


def worded_once(findings: list[Finding]) -> list[Finding]:
    """Words and advice stay with the costliest line of the costliest faults: advice for
    everything at once is no advice, and the same words are not said twice."""
    ranked = sorted((f for f in findings if f.better or f.advice), key=lambda f: f.points)
    rules = list(dict.fromkeys(f.rule for f in ranked))[:MOST_ADVISED]
    bearers = [next(f for f in ranked if f.rule == rule) for rule in rules]
    return [f if f in bearers else _bare(f) for f in findings]


def _bare(finding: Finding) -> Finding:
    if finding.better is None and finding.advice is None:
        return finding
    return changed(finding, {"better": None, "advice": None})


def told_once(findings: list[Finding]) -> list[Finding]:
    """The same words or the same hint stand beside one line only, the first."""
    words: set[Text] = set()
    hints: set[Text] = set()
    result: list[Finding] = []
    for found in findings:
        say = found.better if found.better not in words else None
        hint = found.advice if found.advice not in hints else None
        words |= {found.better} if found.better else set()
        hints |= {found.advice} if found.advice else set()
        hint = hint if say is None else None
        same = say is found.better and hint is found.advice
        result.append(found if same else changed(found, {"better": say, "advice": hint}))
    return result


def same_line(one: Finding, other: Finding) -> bool:
    return (one.rule, one.dimension) == (other.rule, other.dimension)


def in_order(finding: Finding) -> tuple[int, int, int, str, bool, str]:
    place = finding.span.start if finding.span else -1
    return (
        finding.points >= 0,
        finding.points == 0,
        place,
        finding.dimension,
        finding.rule == "right-here",
        finding.rule,
    )


_LEFT: Final = 4
"""The part of its points, one in so many, that a line keeps at least whatever is taken off it."""


def laid_on_lines(findings: Sequence[Finding]) -> list[Finding]:
    """What a reply earned or lost as a whole, laid on the lines that point at words.

    A reply that is worth less than its criteria together has each of them count for less, one that
    is worth more has them count for more; only what no line can bear stands in one of its own.
    """
    lines = list(findings)
    for dimension in DIMENSIONS:
        own = [n for n, f in enumerate(lines) if f.dimension == dimension]
        own.sort(key=lambda n: in_order(lines[n]))  # how shares are rounded hangs on nothing else
        whole = next((n for n in own if lines[n].rule == LEDGER and lines[n].span is None), None)
        if whole is None:
            continue
        points = lines[whole].points
        room = {n: _room(lines[n], points) for n in own if n != whole}
        moved = min(abs(points), sum(room.values()))
        for n, part in zip(room, split(moved, list(room.values())), strict=True):
            lines[n] = changed(
                lines[n], {"points": lines[n].points + (part if points > 0 else -part)}
            )
        left = abs(points) - moved
        lines[whole] = changed(lines[whole], {"points": left if points > 0 else -left})
    return [line for line in lines if line.points or line.rule != LEDGER]


def _room(line: Finding, points: int) -> int:
    """How many of the *points* of the whole a line can bear."""
    if line.breach is not None:
        return 0
    if line.points > 0:
        kept = max(1, line.points // _LEFT)
        return (
            max(0, min(line.points, ONE_LINE - line.points)) if points > 0 else line.points - kept
        )
    return -line.points - max(1, -line.points // _LEFT) if points > 0 and line.points else 0


def told_as_one(findings: Iterable[Finding]) -> list[tuple[Finding, ...]]:
    """The lines in order, those that say the same of the same words together: they earn or cost in
    several dimensions."""
    groups: dict[object, list[Finding]] = {}
    for finding in findings:
        direction = (finding.points > 0) - (finding.points < 0)
        same = (finding.span, direction, finding.message)
        groups.setdefault(same, []).append(finding)
    return [tuple(group) for group in groups.values()]
