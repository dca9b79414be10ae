"""The trees of one column, asked again and again: all questions about a fact answered at one glance.

To walk through sixty trees is four hundred steps. But an answer is reachable as long as no question
on its left has been denied, and whether one is denied hangs on one fact and its limit alone. So the
answers of all trees are bits of one whole number; for each fact, and for each limit that it exceeds,
the answers that are left are known beforehand. What is left of each tree in the end begins with its
answer. (The way of "QuickScorer", Lucchese and others, SIGIR 2015.)
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from struct import Struct
from typing import Final

from scoring.ledger.weighing import ANSWER, NODE, Tree, weigh

_LANE: Final = 16
"""Bits for the answers of a tree, which has no more of them."""
_WORTH_IT: Final = 100
"""Questions asked before the trees are made ready, some thirty replies: it takes as long as two."""
_Known = tuple[int, list[int], list[int]]
"""A fact, the limits of its questions in order, and for each the answers left where it and all before
it are exceeded."""


class Ensemble:
    """Trees whose answers are added up."""

    def __init__(self, trees: Sequence[Tree]) -> None:
        self._trees = trees
        self._asked = 0
        self._known: list[_Known] | None = None
        self._answers: list[dict[int, int]] = []
        """For each tree its answers by their bits."""
        self._lanes = Struct(f"<{len(trees)}H")
        self._whole = (1 << _LANE * len(trees)) - 1

    def weigh(self, facts: Sequence[int]) -> int:
        """The answers of all trees added up, in hundredths."""
        if self._known is None:
            self._asked += 1
            if self._asked < _WORTH_IT:
                return weigh(self._trees, facts)
            self._answers, self._known = self._made_ready()
        left = self._whole
        for fact, limits, masks in self._known:
            exceeded = bisect_left(limits, facts[fact])
            if exceeded:
                left &= masks[exceeded - 1]
        lanes = self._lanes.unpack(left.to_bytes(self._lanes.size, "little"))
        return sum([of[lane & -lane] for of, lane in zip(self._answers, lanes, strict=True)])

    def _made_ready(self) -> tuple[list[dict[int, int]], list[_Known]]:
        denied: dict[int, list[tuple[int, int]]] = {}
        of_trees: list[dict[int, int]] = []
        for number, tree in enumerate(self._trees):
            answers: dict[int, int] = {}
            for at in range(0, len(tree), NODE):
                if tree[at] == ANSWER:
                    answers[1 << len(answers)] = tree[at + 1]
                    continue
                inside = _answers_in(tree, at + NODE, tree[at + 2])
                lost = ((1 << inside) - 1) << len(answers) << _LANE * number
                denied.setdefault(tree[at], []).append((tree[at + 1], self._whole & ~lost))
            if len(answers) > _LANE:
                raise ValueError(f"a tree has more than {_LANE} answers")
            of_trees.append(answers)
        known: list[_Known] = []
        for fact, questions in sorted(denied.items()):
            left, masks = self._whole, []
            questions.sort()
            for _, mask in questions:
                left &= mask
                masks.append(left)
            known.append((fact, [limit for limit, _ in questions], masks))
        return of_trees, known


def _answers_in(tree: Tree, start: int, end: int) -> int:
    """How many answers stand between two places of a tree."""
    return sum(tree[at] == ANSWER for at in range(start, end, NODE))
