"""The lines of a reply's grade: what each shows, and in which order they are told.

Every line adds up with the others of its dimension to the score; nothing here changes a score.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from scenarios.language import Text
from scenarios.values import changed, dataclass
from scoring.model import DIMENSIONS, CriterionResult, Dimension, Finding, Span
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


def same_line(one: Finding, other: Finding) -> bool:
    return (one.rule, one.dimension) == (other.rule, other.dimension)


def in_order(finding: Finding) -> tuple[bool, bool, int, str, str]:
    place = finding.span.start if finding.span else -1
    return (
        finding.points >= 0,
        finding.points == 0,
        place,
        finding.dimension,
        finding.rule,
    )


_LEFT: Final = 4
"""The part of its points, one in so many, that a line keeps at least whatever is taken off it."""
_WORTH_A_LINE: Final = 5
"""Points from which on what was met has a line: below, it is seldom what made the reply good."""
_WORTH_ITS_WORDS: Final = 12
"""Points from which on that a clause comes across well has a line, where no other speaks of its
words."""
_WORTH_A_WARNING: Final = 5
"""The same where it does not come across well, and for the rest of a reply."""


Impression = Callable[[Dimension, int], Finding]
"""Makes the line of what a reply as a whole earns or costs in a dimension."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What decides how lines are told, beside the lines."""

    empty: bool = False
    """The reply says nothing to this customer."""
    harmful: tuple[Span, ...] = ()
    """Clauses that commit a breach, beside those that the lines of breaches point at."""
    doubt: Finding | None = None
    """The words that may do harm."""
    halves: frozenset[tuple[str, Dimension]] = frozenset()
    """Criteria that were met in part: their lines tell what is missing, so that nothing is added."""


def laid_on_lines(
    findings: Sequence[Finding], impression: Impression, setting: Setting
) -> list[Finding]:
    """The lines as they are told: few, each of them about words, none against another.

    What the learned ledger adds is laid on the lines that speak of the same words, the rest on all
    lines of the dimension: a reply that is worth less than its criteria together has each count for
    less. Nothing is praised in words that do harm or may do it, nor in an empty reply; a breach costs
    less instead. Only what no line can bear stands in one of its own, made by *impression*.
    """
    harmful = [f.span for f in findings if f.breach is not None and f.span is not None]
    harmful += setting.harmful
    doubt = setting.doubt
    harmful += [doubt.span] if doubt is not None and doubt.span is not None else []
    lines: list[Finding] = []
    for dimension in DIMENSIONS:
        own = [f for f in findings if f.dimension == dimension]
        own.sort(key=in_order)  # how shares are rounded hangs on nothing else
        here = doubt if doubt is not None and doubt.dimension == dimension else None
        laying = _Laying(own, here, harmful, setting)
        lines += laying.kept
        lines += [impression(dimension, laying.whole)] if laying.whole else []
    return lines


class _Laying:
    """The lines of one dimension on their way to what is told."""

    def __init__(
        self,
        findings: Sequence[Finding],
        doubt: Finding | None,
        harmful: Sequence[Span],
        setting: Setting,
    ) -> None:
        self._harmful, self._setting = harmful, setting
        self.whole = 0
        self.kept: list[Finding] = [doubt] if doubt is not None else []
        by_words: list[Finding] = []
        for finding in _one_each(findings):
            wordless = finding.rule == LEDGER and finding.span is None
            if wordless or (finding.points > 0 and self._out_of_place(finding)):
                self.whole += finding.points
            elif finding.rule == LEDGER:
                by_words.append(finding)
            else:
                self.kept.append(finding)
        self._praise = {n for n, line in enumerate(self.kept) if line.points > 0}
        for finding in by_words:
            self._lay_on_its_words(finding)
        self._fold_small_lines()
        self._share_out()

    def _out_of_place(self, finding: Finding) -> bool:
        return self._setting.empty or any(_overlap(finding.span, span) for span in self._harmful)

    def _lay_on_its_words(self, finding: Finding) -> None:
        """How a clause comes across counts in what is told of its words."""
        left = finding.points
        for n, line in enumerate(self.kept):
            if line.rule == LEDGER and line.span == finding.span:  # the doubt about them
                self._add(n, left)
                return
        on = [
            n
            for n, line in enumerate(self.kept)
            if line.rule != LEDGER
            and line.points > 0
            and _overlap(line.span, finding.span)
            and not (left > 0 and self._half(line))
        ]
        on.sort(key=lambda n: -self.kept[n].points)
        for n in on:
            part = left if left > 0 else max(left, -self.kept[n].points)
            self._add(n, part)
            left -= part
            if not left:
                return
        if left >= _WORTH_ITS_WORDS or left <= -_WORTH_A_WARNING:
            self.kept.append(changed(finding, {"points": left}))
        else:
            self.whole += left

    def _add(self, n: int, points: int) -> None:
        self.kept[n] = changed(self.kept[n], {"points": self.kept[n].points + points})

    def _half(self, line: Finding) -> bool:
        return (line.rule, line.dimension) in self._setting.halves

    def _fold_small_lines(self) -> None:
        told = [
            line
            for n, line in enumerate(self.kept)
            if n not in self._praise or line.points >= _WORTH_A_LINE or _says_more(line)
        ]
        self.whole += sum(line.points for line in self.kept) - sum(line.points for line in told)
        self.kept = told

    def _share_out(self) -> None:
        """Lay what the whole earned or cost on the lines, as far as they can bear it."""
        sign = 1 if self.whole > 0 else -1
        room = {n: self._room(line) for n, line in enumerate(self.kept)}
        moved = min(abs(self.whole), sum(room.values()))
        for n, part in zip(room, split(moved, list(room.values())), strict=True):
            self._add(n, sign * part)
        self.whole -= sign * moved
        self._lay_the_rest_on_the_largest()

    def _lay_the_rest_on_the_largest(self) -> None:
        """A few points more than lines can bear are no line of their own."""
        able = [n for n, line in enumerate(self.kept) if abs(line.points) > abs(self.whole)]
        if able and 0 < abs(self.whole) < _WORTH_A_WARNING:
            self._add(max(able, key=lambda n: abs(self.kept[n].points)), self.whole)
            self.whole = 0

    def _room(self, line: Finding) -> int:
        """How many points of the whole a line can bear."""
        own = abs(line.points)
        less = own - max(1, own // _LEFT) if own else 0
        if line.points > 0:
            return less if self.whole < 0 else 0 if self._half(line) else own
        return less if self.whole > 0 else 0


def _one_each(findings: Sequence[Finding]) -> list[Finding]:
    """Without lines of their own for what a criterion earned because nothing else was due."""
    more = {f.criterion: f.points for f in findings if f.rule == "right-here"}
    return [
        changed(f, {"points": f.points + more[f.criterion]}) if f.criterion in more else f
        for f in findings
        if f.rule != "right-here"
    ]


def _overlap(one: Span | None, other: Span | None) -> bool:
    return one is not None and other is not None and one.overlaps(other)


def _says_more(line: Finding) -> bool:
    """Whether something to say or to do stands beside the line."""
    return line.better is not None or line.advice is not None


def told_as_one(findings: Iterable[Finding]) -> list[tuple[Finding, ...]]:
    """The lines in order, those that say the same of the same words together: they earn or cost in
    several dimensions."""
    groups: dict[object, list[Finding]] = {}
    for finding in findings:
        direction = (finding.points > 0) - (finding.points < 0)
        same = (finding.span, direction, finding.message)
        groups.setdefault(same, []).append(finding)
    return [tuple(group) for group in groups.values()]
