"""The lines of a reply's grade: their names, their order, and what is told once or together.

How points are laid on them is ``laying``'s; nothing here changes a score.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, Literal

from scenarios.language import Text
from scenarios.values import changed
from scoring.model import CriterionResult, Finding

LEDGER = "by-example"
"""The name under which what the learned ledger adds stands among criteria and findings."""
IDLE = "idle-words"
"""The name under which sentences that add nothing take off what they seemed to bring."""
NO_GAIN = "no-gain"
"""The name under which a breach takes off what its sentence seemed to bring."""
BESIDE_CRITERIA = frozenset({LEDGER, IDLE, NO_GAIN})
"""Names of lines that are no criteria: nothing that could be practised by itself."""
PASSED_OVER = frozenset({"question-open", "confidence-open", "stop-card-number"})
"""Names of lines that tell of what the customer has just said, which comes before all else that is
missing."""
MERITS = frozenset(
    {"takes-back", "comes-first", "honest", "clears", "believes", "spares", "eases", "leaves-time"}
)
"""Names of lines that tell what a coach would name first, with points or without."""
MOST_ADVISED = 2
"""So many missed things are brought forward in the findings, the weightiest first."""
ONE_LINE = 40
"""Points of the scale that a criterion earns by itself at most; what it earned beyond them, because
nothing else was due, is kept apart until the ledger has been heard."""


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
    ranked = sorted(filter(_says_more, findings), key=lambda f: f.points)
    rules = list(dict.fromkeys(f.rule for f in ranked))[:MOST_ADVISED]
    bearers = [next(f for f in ranked if f.rule == rule) for rule in rules]
    return [f if f in bearers else _bare(f) for f in findings]


def _bare(finding: Finding) -> Finding:
    return changed(finding, {"better": None, "advice": None}) if _says_more(finding) else finding


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


def in_order(finding: Finding) -> tuple[bool, bool, int, str, str]:
    place = finding.span.start if finding.span else -1
    return (
        finding.points >= 0,
        finding.points == 0,
        place,
        finding.dimension,
        finding.rule,
    )


def _says_more(line: Finding) -> bool:
    """Whether something to say or to do stands beside the line."""
    return line.better is not None or line.advice is not None


_MERIT: Final = 50
"""Points that a merit is ranked by at least: what a coach would name first."""


def worth(finding: Finding) -> int:
    """By how much a line of praise or blame comes before others."""
    own = abs(finding.points)
    return max(own, _MERIT) if finding.rule in MERITS else own


def is_rest(finding: Finding) -> bool:
    """Whether a line holds what no words show: it makes up the sum and has nothing to say."""
    return finding.rule == LEDGER and finding.span is None


def _direction(finding: Finding) -> int:
    return (finding.points > 0) - (finding.points < 0)


Sign = Literal["+", "-", "*"]
"""Earned, cost, or neither: what is missing."""


def sign_of(finding: Finding, faults: frozenset[str] = frozenset()) -> Sign:
    """What a line stands for; *faults* are rules that, as breaches do, count as a cost even where no points
    were left to lose."""
    if finding.points:
        return "+" if finding.points > 0 else "-"
    if finding.rule in MERITS:
        return "+"
    return "-" if finding.breach is not None or finding.rule in faults else "*"


def told_as_one(
    findings: Iterable[Finding], direction: Callable[[Finding], object] = _direction
) -> list[tuple[Finding, ...]]:
    """The lines in order, those that say the same of the same words in the same *direction* together:
    they earn or cost in several dimensions. What has nothing to say is left out."""
    groups: dict[object, list[Finding]] = {}
    for finding in findings:
        if is_rest(finding):
            continue
        same = (finding.span, direction(finding), finding.message)
        groups.setdefault(same, []).append(finding)
    return [tuple(group) for group in groups.values()]
