"""Makes the ledger from rated replies: ``python -m scoring.fitting.ledger`` (needs the extra ``fit``).

The column of a dimension is a ridge regression on signs, any other the border of a support vector
machine. Its rows are rated replies and, for the dimensions, single clauses whose worth was marked,
and what sets the two of a pair apart; for breaches also sentences written to commit or just not
commit one, and of a reply that commits one the words that do and the rest (``rows``). Trees then
weigh what the columns come to. Points are rounded to whole numbers, rare signs and small points are
left out.
``--check`` leaves out one case at a time, grades its replies with a ledger that never saw them,
and prints the agreement; ``--check parts`` leaves out a quarter of the replies of every case instead,
so that the two together tell what a case of its own costs. Nothing is written. Replies marked
``late`` are never used here.
"""

from __future__ import annotations

import argparse
import math
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
from scipy import sparse
from sklearn.linear_model import Ridge
from sklearn.svm import LinearSVC
from sklearn.tree import DecisionTreeRegressor

from scenarios.acts import BREACH_NAMES
from scenarios.language import LANGUAGES, Language
from scoring.agreement.measure import measure
from scoring.agreement.rated import (
    OWN_ANSWERS,
    OWN_ENDS,
    OWN_FURTHER,
    UNREAD,
    YARDSTICK,
    Rated,
    builtin,
)
from scoring.agreement.table import agreement_text
from scoring.fitting.rows import ORIGINS, Corpus, Row
from scoring.fitting.sign_table import kind_of, sign_table
from scoring.judge import Judge
from scoring.language.lexicon import read_ideas
from scoring.learned.points_file import as_text, pairs
from scoring.ledger import ledger_file
from scoring.ledger.columns import COLUMNS, DENSE, LANES
from scoring.ledger.entries import Ledger
from scoring.ledger.estimate import HUNDRED, Estimate, add_up
from scoring.ledger.weighing import FACTS, STRAIGHT, direction, facts_of
from scoring.model import DIMENSIONS

LEAST: Final = {"dimension": 6, "breach": 4}
"""Texts in which a sign must stand to get points in a column."""
SMALLEST: Final = {"dimension": 4, "breach": 4}
"""Points (hundredths, or thousandths of certainty) under which a sign is left out of a column."""
STRENGTH: Final = {"empathy": 70.0, "policy": 120.0, "resolution": 70.0}
"""How strongly points are held down (ridge alpha); chosen, like the next two, by leaving out a
quarter of the replies and by leaving out cases, the mean of both over both languages."""
RARITY: Final = {"dimension": 1.0, "breach": 0.5}
"""How much more readily rare signs get points than frequent ones: the power of a sign's rarity."""
READINESS: Final = {
    "a": 0.5,
    "b": 0.4,
    "e": 0.4,
    "f": 0.7,
    "i": 0.45,
    "r": 0.7,
    "s": 0.8,
    "t": 1.0,
    "w1": 1.0,
    "w": 0.6,
}
"""How readily signs of a kind get points; ``w1`` are single words, ``w`` words in a row."""
_TEACHES: Final = {"reply": 1.0, "pair": 1.0, "sentence": 1.0, "company": 0.3}
"""The same for the trees: short plain sentences teach them that shortness is no affront."""
LOOSENESS: Final = 0.02
"""How freely signs get points that tell a breach (C of a support vector machine)."""
RARE_BREACHES: Final = 3.0
"""How much more a text counts that commits the breach than one that does not."""
_FREELY: Final = 3.0
"""How much more readily the constant of an origin is moved than the points of a sign."""
TREES: Final = 60
"""Trees that weigh the totals; twice as many agreed no better with replies left out."""
LEAVES: Final = 12
LEARNING: Final = 0.12
FEWEST: Final = 40
"""Replies that an answer of a tree must rest on."""
_FAR: Final = 8.0
"""Steps of what is left over beyond which a reply teaches a tree no more than at it."""
_SLIGHT: Final = 1e-4
_NEVER: Final = 1000
ALARM: Final = 400
"""Thousandths of certainty that a breach is made to have at the border of an alarm."""
FALSE_ALARMS: Final = 0.0015
"""Share of harmless fresh rated replies that may lie beyond that border, for each breach."""
MOST_RAISED: Final = 3.0
_PARTS: Final = 4
_POINT: Final = 25 * 100
"""Hundredths of a point on the 0-100 scale for one step of a rating."""
_SURE: Final = 1000

# ---------------------------------------------------------------- fitting


@dataclass(frozen=True, slots=True)
class Settings:
    """What is learned from replies whose points came from the other replies, so that points are
    not trusted more than fresh words deserve."""

    factors: tuple[float, ...]
    """How sure a breach must look, as a factor for each column."""
    weighing: Mapping[str, Sequence[Sequence[int]]]
    """By dimension and breach."""


def fit(
    rows: Sequence[Row],
    language: Language,
    ideas: dict[str, tuple[str, ...]],
    settings: Settings | None = None,
) -> Ledger:
    """The ledger that these rows make, with these settings or those that the rows teach."""
    known = settings or settings_of(rows, language, ideas)
    return replace(_scaled(_points(rows, language, ideas), known.factors), weighing=known.weighing)


def settings_of(
    rows: Sequence[Row], language: Language, ideas: dict[str, tuple[str, ...]]
) -> Settings:
    fresh = _left_out(rows, language, ideas)
    factors = _factors(fresh)
    facts = np.array([_facts(row, heard, factors) for row, heard in fresh])
    weighing: dict[str, list[list[int]]] = {}
    for name in (*DIMENSIONS, *BREACH_NAMES):
        needed = DIMENSIONS if name in DIMENSIONS else (name,)
        known = [n for n, (row, _) in enumerate(fresh) if all(map(row.values.__contains__, needed))]
        texts = [fresh[n][0] for n in known]
        weighing[name] = _weighing(
            facts[known],
            np.array([row.values[name] for row in texts]),
            np.array([_TEACHES[row.origin] * row.often for row in texts]),
            name,
        )
    return Settings(factors, weighing)


def _facts(row: Row, heard: Estimate, factors: Sequence[float]) -> list[int]:
    brought = [_times(clause, factors) for clause in heard.clauses]
    return facts_of(_times(heard.totals, factors), brought, dict(row.reply), row.density)


def _weighing(
    facts: np.ndarray, wanted: np.ndarray, weights: np.ndarray, name: str
) -> list[list[int]]:
    """Trees one after the other, each on what those before it left over.

    For a breach what is left over is measured on the logarithm of the odds.
    """
    directions = [direction(fact, name) for fact in FACTS]
    mean = float(np.average(wanted, weights=weights))
    odds = name in BREACH_NAMES
    if odds and not 0 < mean < 1:
        return [[-1, -_NEVER, 0]]
    unit = HUNDRED if odds else _POINT
    straight = 0.0 if odds else facts[:, FACTS.index(name)] * (STRAIGHT / HUNDRED / unit)
    over = float(np.average(wanted - straight, weights=weights))
    start = math.log(mean / (1 - mean)) if odds else over
    trees = [[-1, round(start * unit), 0]]
    made = straight + np.full(len(wanted), start)
    for _ in range(TREES):
        likely = 1 / (1 + np.exp(-made)) if odds else made
        weight = likely * (1 - likely) + _SLIGHT if odds else np.ones(len(wanted))
        left = np.clip((wanted - likely) / weight, -_FAR, _FAR)
        grown = DecisionTreeRegressor(
            max_leaf_nodes=LEAVES,
            min_samples_leaf=FEWEST,
            monotonic_cst=directions,
            random_state=0,
        ).fit(facts, left, sample_weight=weight * weights)
        made = made + LEARNING * grown.predict(facts)
        trees.append(_tree(grown, unit))
    return trees


def _tree(grown: DecisionTreeRegressor, unit: int) -> list[int]:
    """The tree as ``weighing.Tree`` has it; facts are whole, so a border may be rounded down."""
    tree = grown.tree_
    nodes: list[int] = []

    def add(node: int) -> None:
        at = len(nodes)
        if tree.children_left[node] < 0:
            value = float(tree.value[node].item()) * LEARNING
            nodes.extend((-1, round(value * unit), 0))
            return
        nodes.extend((int(tree.feature[node]), math.floor(tree.threshold[node]), 0))
        add(tree.children_left[node])
        nodes[at + 2] = len(nodes)
        add(tree.children_right[node])

    add(0)
    return nodes


def _left_out(
    rows: Sequence[Row], language: Language, ideas: dict[str, tuple[str, ...]]
) -> list[tuple[Row, Estimate]]:
    """Every whole reply with what a ledger makes of it that was fitted without its part."""
    result: list[tuple[Row, Estimate]] = []
    for part in range(_PARTS):
        others = _points([r for r in rows if _part(r) != part], language, ideas)
        own = [row for row in rows if row.whole and _part(row) == part]
        result += [(row, add_up(row.reply, row.clauses, row.density, others)) for row in own]
    return result


def _factors(fresh: Sequence[tuple[Row, Estimate]]) -> tuple[float, ...]:
    """For each column what makes ``ALARM`` of what so few harmless fresh replies come to."""
    factors = [1.0] * len(LANES)
    for column, name in enumerate(COLUMNS):
        harmless = [
            h.totals[column]
            for row, h in fresh
            if row.values.get(name) == 0 and all(d in row.values for d in DIMENSIONS)
        ]
        if name in BREACH_NAMES and harmless:
            high = float(np.quantile(harmless, 1 - FALSE_ALARMS))
            factors[column] = min(MOST_RAISED, max(1 / MOST_RAISED, ALARM / max(high, 1.0)))
    return tuple(factors)


def _times(row: Sequence[int], factors: Sequence[float]) -> tuple[int, ...]:
    return tuple(round(value * factor) for value, factor in zip(row, factors, strict=False))


def _scaled(ledger: Ledger, factors: Sequence[float]) -> Ledger:
    points: dict[str, str] = {}
    for sign, entry in ledger.points.items():
        points[sign] = " ".join(f"{c} {round(value * factors[c])}" for c, value in pairs(entry))
    return replace(ledger, base=list(_times(ledger.base, factors)), points=points)


def _part(row: Row) -> int:
    """The part that a reply, or a clause of it, is left out with."""
    return _part_of(row.name)


def _part_of(name: str) -> int:
    return zlib.crc32(name.encode()) % _PARTS


def _points(rows: Sequence[Row], language: Language, ideas: dict[str, tuple[str, ...]]) -> Ledger:
    counted = Counter(sign for row in rows if row.whole for sign in row.signs)
    names = sorted(sign for sign, count in counted.items() if count >= min(LEAST.values()))
    place = {name: at for at, name in enumerate(names)}
    table = sign_table([row.signs for row in rows], place)
    dense = sign_table([row.dense for row in rows], place)
    whole = sum(row.whole for row in rows)
    counts = np.array([counted[name] for name in names])
    rarity = np.log(whole / counts)
    ready = np.array([READINESS[kind_of(name)] for name in names])
    base: list[int] = []
    points: dict[str, str] = {}
    for column, name in enumerate(COLUMNS):
        kind = "dimension" if column < len(DIMENSIONS) else "breach"
        chosen = [n for n, row in enumerate(rows) if name in row.values]
        lanes = [column, len(COLUMNS) + column] if kind == "dimension" else [column]
        if not any(rows[n].values[name] for n in chosen):
            base.append(0)
            continue
        scale = ready * (rarity / rarity.mean()) ** RARITY[kind] * (counts >= LEAST[kind])
        tables = [table, dense][: len(lanes)]
        scaled = sparse.hstack([t[chosen] @ sparse.diags(scale) for t in tables]).tocsr()
        constant, weights = _column(
            scaled, [rows[n] for n in chosen], name, STRENGTH.get(name, 0.0)
        )
        unit = _POINT if kind == "dimension" else _SURE
        base.append(round(constant * unit))
        for lane, some in zip(lanes, np.split(weights, len(lanes)), strict=True):
            for at, weight in enumerate(some * scale):
                worth = round(float(weight) * unit)
                if abs(worth) >= SMALLEST[kind]:
                    points[names[at]] = f"{points.get(names[at], '')} {lane} {worth}".strip()
    return Ledger(language, [*base, *(0 for _ in DENSE)], points, ideas)


def _column(
    table: sparse.csr_matrix, rows: Sequence[Row], name: str, strength: float
) -> tuple[float, np.ndarray]:
    """The constant of a rated reply, and one weight a sign.

    Texts of other origin, and parts of replies, have a constant of their own, so that what is common
    among them (every second sentence breaks a rule) is not laid to their words.
    """
    wanted = np.array([row.values[name] for row in rows])
    origins = sparse.csr_matrix(
        [[1.0 * (row.origin == origin) for origin in ORIGINS] for row in rows]
    )
    weights = np.array([row.weight for row in rows])
    if name in DIMENSIONS:
        whole = np.array([row.whole for row in rows])
        mean = float(wanted[whole].mean())
        heavy = np.sqrt(weights)
        weighted = sparse.diags(heavy) @ sparse.hstack([table, origins]).tocsr()
        model = Ridge(alpha=strength, fit_intercept=False, solver="sparse_cg", tol=1e-6)
        model.fit(weighted, (wanted - mean * whole) * heavy)
        return mean + float(model.coef_[table.shape[1]]), model.coef_[: table.shape[1]]
    border = LinearSVC(C=LOOSENESS, random_state=0)
    border.fit(
        sparse.hstack([table, origins[:, 1:] * _FREELY]).tocsr(),
        wanted > 0,
        sample_weight=weights * np.where(wanted > 0, RARE_BREACHES, 1.0),
    )
    # From -1 (certainly none) and 1 to 0 and 1.
    return (float(border.intercept_[0]) + 1) / 2, border.coef_[0][: table.shape[1]] / 2


def to_json(ledger: Ledger) -> str:
    """The text of the ledger's file."""
    ideas = {word: " ".join(names) for word, names in ledger.ideas.items()}
    return as_text(
        {
            "columns": LANES,
            "base": ledger.base,
            "weighing": ledger.weighing,
            "ideas": ideas,
            "points": ledger.points,
        }
    )


# ---------------------------------------------------------------- leaving a case out

_LEFT_OUT: Final[Mapping[str, tuple[Callable[[Row], object], Callable[[Rated], object]]]] = {
    "cases": (lambda row: row.case, lambda item: item.place.scenario),
    "parts": (_part, lambda item: _part_of(item.place.id)),
}
"""What is left out at a time: what a row, and what a rated reply belongs to."""


def check(
    corpus: Corpus, rows: dict[Language, list[Row]], ideas: dict[Language, Any], left_out: str
) -> str:
    """Agreement on the replies of each case, or part, by ledgers fitted on the others.

    What holds for words in general, how the totals are weighed, stays that of the whole fit.
    """
    of_row, of_item = _LEFT_OUT[left_out]
    settings = {
        language: settings_of(some, language, ideas[language]) for language, some in rows.items()
    }
    set_of: dict[str, str] = {}
    items: list[Rated] = []
    for name, files in {"yardstick": (YARDSTICK,), **UNREAD}.items():
        if not {OWN_FURTHER, OWN_ENDS, OWN_ANSWERS} & set(files):
            own = [item for item in builtin(*files) if item.part != "late"]
            set_of |= dict.fromkeys((item.place.id for item in own), name.removeprefix("un"))
            items += own
    judges: dict[object, Judge] = {}
    for one in {of_item(item) for item in items}:
        made = {
            language: fit(
                [r for r in some if of_row(r) != one], language, ideas[language], settings[language]
            )
            for language, some in rows.items()
        }
        judges[one] = Judge(
            corpus.judge.catalog, corpus.judge.rubric, corpus.judge.rules, ledgers=made.__getitem__
        )
    judge_of = {item.place.id: judges[of_item(item)] for item in items}
    found = measure(
        items,
        lambda place, reply: judge_of[place.id].graded_alone(place, reply),
        lambda item: f"{item.place.language} {set_of[item.place.id]}",
    )
    return agreement_text(found, "en")


def main(arguments: Iterable[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--check",
        nargs="?",
        const="cases",
        choices=tuple(_LEFT_OUT),
        help="leave out one case at a time, or a part of the replies",
    )
    chosen = parser.parse_args(None if arguments is None else list(arguments))
    ideas = {language: read_ideas(language) for language in LANGUAGES}
    corpus = Corpus(ideas)
    rows = {language: corpus.rows(language) for language in LANGUAGES}
    if chosen.check:
        print(check(corpus, rows, ideas, chosen.check))  # noqa: T201 - what it is called for
        return
    for language, some in rows.items():
        ledger = fit(some, language, ideas[language])
        ledger_file(language).write_text(to_json(ledger), encoding="utf-8")
        print(language, len(some), "rows", len(ledger.points), "signs")  # noqa: T201


if __name__ == "__main__":
    main()
