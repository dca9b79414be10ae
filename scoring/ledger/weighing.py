"""How what a reply comes to in one column is weighed against the others: small decision trees.

A reply is no mere sum: one affront undoes three kind clauses, a likely breach weighs on everything,
and what rules found counts differently beside warm words than beside cold ones. For each dimension
some sixty trees each ask up to seven questions about the facts below and add whole points. As many
for each breach tell how likely the reply commits it: mockery, say, lies less in single words than in
words of praise beside nothing that helps. All numbers are whole, so every machine comes to the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from scenarios.acts import AUTOMATIC_FAILS, BREACH_NAMES
from scoring.ledger.columns import COLUMNS, HOLLOW
from scoring.ledger.moment_signs import SIGNS, TOLD
from scoring.model import DIMENSIONS, Level

_FIRST_BREACH: Final = len(DIMENSIONS)
_FAILS: Final = tuple(n for n, name in enumerate(COLUMNS) if name in AUTOMATIC_FAILS)
_OF_CLAUSES: Final = ("worst", "best", "cost", "earned")

FACTS: Final[tuple[str, ...]] = (
    *(name for d in DIMENSIONS for name in (d, *(f"{d}/{part}" for part in _OF_CLAUSES))),
    "likeliest-breach",
    "likeliest-fail",
    *BREACH_NAMES,
    HOLLOW,
    *(f"rules/{dimension}" for dimension in DIMENSIONS),
    "rules/breaches",
    "rules/met",
    "rules/not-met",
    "clauses",
    "density",
    *(f"{name}/{part}" for part in ("said", "found") for name in BREACH_NAMES),
    *(sign.removeprefix("r:") for sign in SIGNS),
)
"""What the trees ask about. For each dimension its total, the worst and the best clause, all that
clauses cost and all that they earned, in hundredths of a point; the likeliest breach, the likeliest
automatic fail, every breach and hollowness in thousandths; what rules alone made of the reply (-1
where they could not tell), how many breaches they found, criteria met and not met; the clauses, and
the density of the reply in thousandths; what the one clause that most speaks for a breach brings to
it, and whether rules found it (100); what the moment leaves to say (see ``moment_signs``)."""

_GOOD: Final = frozenset(
    {name for name in FACTS if name.partition("/")[0] in DIMENSIONS}
    | {*(f"rules/{dimension}" for dimension in DIMENSIONS), "rules/met", TOLD.removeprefix("r:")}
)
_BAD: Final = frozenset({"likeliest-breach", "likeliest-fail", "rules/breaches", "rules/not-met"})


def direction(fact: str, weighed: str) -> int:
    """Whether more of a fact may only raise (1) or only lower (-1) what is weighed, or either (0).

    Of what is good more never lowers a score and never makes a breach likelier; what speaks for a
    breach never makes it less likely.
    """
    if weighed in DIMENSIONS:
        return (fact in _GOOD) - (fact in _BAD or fact == HOLLOW)
    own = fact.partition("/")[0] == weighed
    return (own or fact in _BAD) - (fact in _GOOD)


STRAIGHT: Final = 50
"""Per cent of a dimension's total that count as they are, beside what the trees add: trees alone are
level where two replies differ by a word."""

Tree = Sequence[int]
"""Nodes one after the other, three numbers each. A question: the number of a fact, the most with
which it leads on to the next node, the place of the node that it leads to otherwise. An answer: -1,
hundredths, 0: of a point, or for a breach of the logarithm of the odds for it."""
ANSWER: Final = -1
NODE: Final = 3


def facts_of(
    totals: Sequence[int],
    brought: Sequence[Sequence[int]],
    whole: Mapping[str, int],
    dense: int,
) -> list[int]:
    """The values of ``FACTS``, from the totals, what each clause brought and the reply's signs."""
    facts: list[int] = []
    for at in range(_FIRST_BREACH):
        rows = [row[at] for row in brought] or [0]
        facts += [
            totals[at],
            min(0, *rows),
            max(0, *rows),
            sum([value for value in rows if value < 0]),
            sum([value for value in rows if value > 0]),
        ]
    breaches = totals[_FIRST_BREACH:-1]
    facts += [max(breaches), max([totals[column] for column in _FAILS]), *breaches, totals[-1]]
    facts += [whole.get(name, -1) for name in _RULED]
    found = met = missed = 0
    for sign in whole:
        if sign.startswith(_FOUND):
            found += 1
        elif sign.endswith(_MET):
            met += 1
        elif sign.endswith(_NOT_MET):
            missed += 1
    said = [max(0, *column) for column in zip(*brought, strict=True)][_FIRST_BREACH:-1]
    facts += [found, met, missed, len(brought), dense, *(said or _NOTHING)]
    facts += [whole.get(name, 0) for name in (*_FOUND_EACH, *SIGNS)]
    return facts


_RULED: Final = tuple(f"r:{dimension}" for dimension in DIMENSIONS)
_FOUND: Final = "r:found/"
_FOUND_EACH: Final = tuple(f"{_FOUND}{name}" for name in BREACH_NAMES)
_NOTHING: Final = (0,) * len(BREACH_NAMES)
_MET: Final = f"/{Level.MET.value}"
_NOT_MET: Final = f"/{Level.NOT_MET.value}"


def weigh(trees: Iterable[Tree], facts: Sequence[int]) -> int:
    """The answers of all trees added up, in hundredths."""
    total = 0
    for tree in trees:
        at = 0
        while (fact := tree[at]) != ANSWER:
            at = at + NODE if facts[fact] <= tree[at + 1] else tree[at + 2]
        total += tree[at + 1]
    return total
