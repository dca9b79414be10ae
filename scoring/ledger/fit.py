"""Makes the ledger from rated replies: ``python -m scoring.ledger.fit`` (needs the extra ``fit``).

The column of a dimension is a ridge regression on signs, any other the border of a support vector
machine. Its rows are rated replies and, for the dimensions, single clauses whose worth was marked,
and what sets the two of a pair apart; for breaches also sentences written to commit or just not
commit one. Trees then weigh what the columns come to. Points are rounded to whole numbers, rare
signs and small points are left out.
``--check`` leaves out one case at a time, grades its replies with a ledger that never saw them,
and prints the agreement; nothing is written. Replies marked ``late`` are never used here.
"""

from __future__ import annotations

import argparse
import math
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
from scipy import sparse
from sklearn.linear_model import Ridge
from sklearn.svm import LinearSVC
from sklearn.tree import DecisionTreeRegressor

from scenarios.acts import AUTOMATIC_FAILS, Breach
from scenarios.language import LANGUAGES, Language
from scenarios.loader import builtin_library
from scenarios.model import Scenario
from scoring.agreement.measure import measure
from scoring.agreement.rated import (
    FOLDER,
    OWN_FURTHER,
    OWN_PAIRS,
    SENTENCES,
    UNREAD,
    YARDSTICK,
    Rated,
    builtin,
)
from scoring.agreement.table import agreement_text
from scoring.judge import Judge
from scoring.ledger import ledger_file
from scoring.ledger.entries import COLUMNS, DENSE, HOLLOW, LANES, Ledger
from scoring.ledger.estimate import (
    HUNDRED,
    THOUSAND,
    Estimate,
    add_up,
    all_clause_signs,
    density,
    own_words,
    reply_signs,
)
from scoring.ledger.file import as_text
from scoring.ledger.fit_data import BREACHES, GAMING, MARKS, PAIRS, lines
from scoring.ledger.weighing import FACTS, STRAIGHT, direction, facts_of
from scoring.lexicon import read_ideas
from scoring.model import DIMENSIONS, Moment
from scoring.reply_grade import judged_alone
from scoring.rubric import load_rubric
from scoring.rule_loader import builtin_rules
from scoring.view import View

PAIR_WEIGHT: Final = 2.0
"""Weight of the difference of a pair beside a rated reply."""
_BREACHES: Final = tuple(breach.value for breach in Breach)
LEAST: Final = {"dimension": 6, "breach": 4}
"""Texts in which a sign must stand to get points in a column."""
SMALLEST: Final = {"dimension": 4, "breach": 8}
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
_WEIGHTS: Final = {"reply": 1.0, "pair": 1.0, "sentence": 0.3, "company": 0.3}
"""Weight of a text that stands for itself, by its origin, for the points of signs."""
_TEACHES: Final = {"reply": 1.0, "pair": 1.0, "sentence": 1.0, "company": 0.3}
"""The same for the trees: short plain sentences teach them that shortness is no affront."""
_GOOD: Final = 3.5
CLAUSE_WORTH: Final = 0.5
"""Rating points of a whole reply for one step of a clause's mark."""
CLAUSE_WEIGHT: Final = 0.3
"""Weight of a marked clause beside a rated reply."""
BROKEN: Final = {"fail": 0.25, "open-promise": 2.0, "other": 1.0}
"""Rating of policy for a sentence of which only the breach is known, as the rating guide has it."""
LOOSENESS: Final = 0.01
"""How freely signs get points that tell a breach (C of a support vector machine)."""
RARE_BREACHES: Final = 3.0
"""How much more a text counts that commits the breach than one that does not."""
_FREELY: Final = 3.0
"""How much more readily the constant of an origin is moved than the points of a sign."""
TREES: Final = 60
"""Trees that weigh the totals; more, or larger ones, agreed no better with replies left out."""
LEAVES: Final = 8
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

Signs = dict[str, float]


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that is fitted to: its signs and what it is worth."""

    case: str
    signs: Signs
    dense: Signs
    """The same signs as they count for dense points."""
    values: dict[str, float]
    """By column, in rating steps for dimensions and 0 or 1 for breaches."""
    weight: float
    whole: bool
    """A reply, not a clause."""
    name: str = ""
    origin: str = "reply"
    """Whence it comes: a rated ``reply``, a ``sentence`` written for its breach, that sentence in the
    ``company`` of a good reply, one reply of a ``pair``, or a part of one of these."""
    reply: tuple[tuple[str, int], ...] = ()
    """Signs of the reply as a whole, in hundredths."""
    clauses: tuple[tuple[str, ...], ...] = ()
    density: int = 0
    """Of the reply, in thousandths."""


_RATED: Final = (YARDSTICK, *[f for files in UNREAD.values() for f in files if f != OWN_PAIRS])


class Corpus:
    """Rated replies as rows, read once for each language."""

    def __init__(self, ideas: dict[Language, dict[str, tuple[str, ...]]]) -> None:
        # Without points, and letting every sign through.
        self._ledgers = {
            name: Ledger(name, (0,) * len(LANES), {}, words, keeps_all=True)
            for name, words in ideas.items()
        }
        self.judge = Judge(
            builtin_library().catalog,
            load_rubric(),
            builtin_rules(),
            ledgers=self._ledgers.__getitem__,
        )
        marks = {m["id"]: m["marks"] for m in lines(MARKS)}
        self._items = [
            item for path in (*(FOLDER / name for name in _RATED), GAMING) for item in lines(path)
        ]
        for item in self._items:
            item.setdefault("marks", marks.get(item["id"]))
        self._kept: dict[tuple[str, Language], list[dict[str, Any]]] = {}
        self._sentences = [
            *lines(BREACHES),
            *_spoken(sorted(self.judge.catalog.scenarios)),
        ]

    def rows(self, language: Language) -> list[Row]:
        result: list[Row] = []
        for item in self._items:
            if item["lang"] == language and item.get("part") != "late":
                result += self._reply_rows(item)
        for item in self._sentences:
            if item["lang"] == language and item.get("part") != "late":
                result.append(self._sentence_row(item))
                result += self._company_rows(item)
        for pair in lines(PAIRS):
            if pair["lang"] == language:
                result += self._pair_rows(pair)
        return result

    def _pair_rows(self, pair: dict[str, Any]) -> Iterator[Row]:
        """The better and the worse reply, of which only the breach is known, and how they differ."""
        rated = [{pair["scale"]: float(rating)} for rating in pair["ratings"]]
        good = {**pair, "reply": pair["better"], "breaches": [], "values": rated[0]}
        better = self._sentence_row(good, "pair")
        worse = self._sentence_row({**pair, "reply": pair["worse"], "values": rated[1]}, "pair")
        yield from (better, worse)
        differing = _difference(better.signs, worse.signs)
        dense = _difference(better.dense, worse.dense)
        gap = {pair["scale"]: float(pair["ratings"][0] - pair["ratings"][1])}
        yield Row(pair["scenario"], differing, dense, gap, PAIR_WEIGHT, False, pair["id"])

    def _view(self, item: dict[str, Any]) -> View:
        scenario: Scenario = self.judge.catalog.scenarios[item["scenario"]]
        moment: Moment = self.judge.moment(scenario, item["lang"], item["context"])
        reading = self.judge.read(item["reply"], moment)
        return View(reading, moment, self.judge.catalog.shop)

    def _row(self, item: dict[str, Any], view: View, values: dict[str, float], origin: str) -> Row:
        made = judged_alone(view, self.judge.rubric)
        whole = tuple(reply_signs(view, made))
        clauses = tuple(all_clause_signs(view, self._ledgers[item["lang"]]))
        signs: Signs = {name: value / HUNDRED for name, value in whole}
        signs.update((sign, 1.0) for clause in clauses for sign in clause)
        much = density(own_words(view))
        dense = _times_all(signs, much)
        return Row(
            item["scenario"], signs, dense, values, _WEIGHTS[origin], True, item["id"], origin,
            whole, clauses, much,
        )  # fmt: skip

    def _reply_rows(self, item: dict[str, Any]) -> Iterator[Row]:
        view = self._view(item)
        values: dict[str, float] = {name: float(item[name]) for name in DIMENSIONS}
        doubtful = item.get("doubtful", ())
        values |= {n: 1.0 * (n in item["breaches"]) for n in _BREACHES if n not in doubtful}
        values[HOLLOW] = 1.0 * _is_hollow(item.get("kind", ""))
        row = self._row(item, view, values, "reply")
        yield row
        if not item.get("marks"):
            return
        for clause, found in zip(view.reading.clauses, row.clauses, strict=True):
            worth = _worth(item["marks"], clause.span.start, clause.span.end)
            if worth:
                marked: dict[str, float] = {
                    d: CLAUSE_WORTH * w for d, w in zip(DIMENSIONS, worth, strict=True)
                }
                signs = dict.fromkeys(found, 1.0)
                dense = _times_all(signs, row.density)
                yield Row(item["scenario"], signs, dense, marked, CLAUSE_WEIGHT, False, item["id"])

    def _company_rows(self, item: dict[str, Any]) -> Iterator[Row]:
        """The sentence within a reply that is good otherwise: a breach is one in any company, and
        what only looks like one does no harm."""
        good = self._good(item["scenario"], item["lang"])
        if item.get("breach") is None or not good:
            return
        number = zlib.crc32(item["id"].encode())
        other = good[number % len(good)]
        parts = [other["reply"].rstrip(), item["reply"].strip()]
        joint = " " if item["lang"] == "en" else ""
        text = joint.join(parts if number // len(good) % 2 else reversed(parts))
        together = {**other, "id": f"{item['id']} in {other['id']}", "reply": text}
        values = {name: 1.0 for name in item["breaches"]}
        values |= {"policy": min(map(_broken, item["breaches"]), default=float(other["policy"]))}
        if not item["breaches"]:
            values |= dict.fromkeys(_BREACHES, 0.0)
        yield self._row(together, self._view(together), values, "company")

    def _good(self, scenario: str, language: Language) -> list[dict[str, Any]]:
        """Rated replies of this case that break nothing, in the order of their ids."""
        key = (scenario, language)
        if key not in self._kept:
            self._kept[key] = sorted(
                (i for i in self._items if (i["scenario"], i["lang"]) == key and _is_good(i)),
                key=lambda i: str(i["id"]),
            )
        return self._kept[key]

    def _sentence_row(self, item: dict[str, Any], origin: str = "sentence") -> Row:
        values = {name: 1.0 * (name in item["breaches"]) for name in _BREACHES}
        if item["breaches"]:
            values["policy"] = min(_broken(name) for name in item["breaches"])
        values |= item.get("values", {})
        return self._row(item, self._view(item), values, origin)


def _difference(one: Signs, other: Signs) -> Signs:
    names = {**one, **other}
    return {sign: one.get(sign, 0.0) - other.get(sign, 0.0) for sign in names}


def _times_all(signs: Signs, thousandths: int) -> Signs:
    return {sign: value * thousandths / THOUSAND for sign, value in signs.items()}


_HOLLOW_KINDS: Final = (
    "gaming", "stuff", "keyword", "parrot", "recit", "irrelevant", "off topic", "off-topic", "empty",
    "criteria list", "generic", "template", "repeated", "gibberish",
)  # fmt: skip
_NOT_HOLLOW: Final = ("fool", "trap", "robotic", "residue", "curt")


def _broken(name: str) -> float:
    if name in AUTOMATIC_FAILS:
        return BROKEN["fail"]
    return BROKEN.get(name, BROKEN["other"])


def _is_good(item: dict[str, Any]) -> bool:
    broken = item["breaches"] or item.get("doubtful")
    return item["policy"] >= _GOOD and not broken and item.get("part") != "late"


def _is_hollow(kind: str) -> bool:
    """Kinds of trainee whose words have no meaning for the customer."""
    folded = kind.lower()
    return any(w in folded for w in _HOLLOW_KINDS) and not any(w in folded for w in _NOT_HOLLOW)


_READ_IN: Final = 3
"""Cases that an ordinary sentence is fitted in; more would only repeat it."""


def _spoken(cases: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Ordinary sentences, which commit nothing, and those harmful ones that are breaches."""
    for language in LANGUAGES:
        for number, line in enumerate(_sentences(f"ordinary-{language}")):
            named, _, sentence = line.rpartition("@")
            chosen = named.split() or [
                cases[(number + 3 * n) % len(cases)] for n in range(_READ_IN)
            ]
            for case in chosen[:_READ_IN]:
                yield _said(f"ordinary-{number}", case, language, sentence, [])
        for number, line in enumerate(_sentences(f"harmful-{language}")):
            label, _, sentence = line.partition("|")
            name, _, case = label.strip().partition("@")
            if case:
                yield _said(f"harmful-{number}", case.strip(), language, sentence, [name])


def _said(
    name: str, case: str, language: Language, sentence: str, breaches: list[str]
) -> dict[str, Any]:
    place = {"id": f"{name}-{case}-{language}", "scenario": case, "lang": language}
    return {**place, "context": ["(…)", "…"], "reply": sentence.strip(), "breaches": breaches}


def _sentences(name: str) -> list[str]:
    text = (SENTENCES / f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip()]


def _worth(marks: Sequence[Sequence[Any]], start: int, end: int) -> tuple[float, ...] | None:
    """The marks of a stretch, weighted by how much of it each covers."""
    covered, total = 0, [0.0] * len(DIMENSIONS)
    for first, last, _, *worth in marks:
        common = min(end, last) - max(start, first)
        if common > 0:
            covered += common
            total = [t + common * w for t, w in zip(total, worth, strict=True)]
    return tuple(t / covered for t in total) if covered else None


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
    for name in (*DIMENSIONS, *_BREACHES):
        needed = DIMENSIONS if name in DIMENSIONS else (name,)
        known = [n for n, (row, _) in enumerate(fresh) if all(map(row.values.__contains__, needed))]
        texts = [fresh[n][0] for n in known]
        weighing[name] = _weighing(
            facts[known],
            np.array([row.values[name] for row in texts]),
            np.array([_TEACHES[row.origin] for row in texts]),
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
    odds = name in _BREACHES
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
        if name in _BREACHES and harmless:
            high = float(np.quantile(harmless, 1 - FALSE_ALARMS))
            factors[column] = min(MOST_RAISED, max(1 / MOST_RAISED, ALARM / max(high, 1.0)))
    return tuple(factors)


def _times(row: Sequence[int], factors: Sequence[float]) -> tuple[int, ...]:
    return tuple(round(value * factor) for value, factor in zip(row, factors, strict=False))


def _scaled(ledger: Ledger, factors: Sequence[float]) -> Ledger:
    points: dict[str, str] = {}
    for sign, entry in ledger.points.items():
        numbers = [int(number) for number in entry.split()]
        pairs = zip(numbers[::2], numbers[1::2], strict=True)
        points[sign] = " ".join(f"{c} {round(value * factors[c])}" for c, value in pairs)
    return replace(ledger, base=list(_times(ledger.base, factors)), points=points)


def _part(row: Row) -> int:
    """The part that a reply, or a clause of it, is left out with."""
    return zlib.crc32(row.name.encode()) % _PARTS


def _points(rows: Sequence[Row], language: Language, ideas: dict[str, tuple[str, ...]]) -> Ledger:
    counted = Counter(sign for row in rows if row.whole for sign in row.signs)
    names = sorted(sign for sign, count in counted.items() if count >= min(LEAST.values()))
    place = {name: at for at, name in enumerate(names)}
    table = _table([row.signs for row in rows], place)
    dense = _table([row.dense for row in rows], place)
    whole = sum(row.whole for row in rows)
    counts = np.array([counted[name] for name in names])
    rarity = np.log(whole / counts)
    ready = np.array([_readiness(name) for name in names])
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


def _readiness(sign: str) -> float:
    kind, _, words = sign.partition(":")
    return READINESS["w1" if kind == "w" and "_" not in words else kind]


def _table(rows: Sequence[Signs], place: dict[str, int]) -> sparse.csr_matrix:
    at_row: list[int] = []
    at_column: list[int] = []
    values: list[float] = []
    for number, signs in enumerate(rows):
        for sign, value in signs.items():
            if sign in place:
                at_row.append(number)
                at_column.append(place[sign])
                values.append(value)
    return sparse.csr_matrix((values, (at_row, at_column)), shape=(len(rows), len(place)))


def _column(
    table: sparse.csr_matrix, rows: Sequence[Row], name: str, strength: float
) -> tuple[float, np.ndarray]:
    """The constant of a rated reply, and one weight a sign.

    Texts of other origin have a constant of their own, so that what is common among them (every
    second sentence breaks a rule) is not laid to their words.
    """
    wanted = np.array([row.values[name] for row in rows])
    origins = sparse.csr_matrix(
        [[1.0 * (row.whole and row.origin == origin) for origin in _WEIGHTS] for row in rows]
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


def check(corpus: Corpus, rows: dict[Language, list[Row]], ideas: dict[Language, Any]) -> str:
    """Agreement on each case's replies by ledgers fitted on the other cases.

    What holds for words in general, how the totals are weighed, stays that of the whole fit.
    """
    settings = {
        language: settings_of(some, language, ideas[language]) for language, some in rows.items()
    }
    set_of: dict[str, str] = {}
    items: list[Rated] = []
    for name, files in {"yardstick": (YARDSTICK,), **UNREAD}.items():
        if OWN_FURTHER not in files:
            own = [item for item in builtin(*files) if item.part != "late"]
            set_of |= dict.fromkeys((item.place.id for item in own), name.removeprefix("un"))
            items += own
    judges: dict[str, Judge] = {}
    for case in sorted({item.place.scenario for item in items}):
        made = {
            language: fit(
                [r for r in some if r.case != case], language, ideas[language], settings[language]
            )
            for language, some in rows.items()
        }
        judges[case] = Judge(
            corpus.judge.catalog, corpus.judge.rubric, corpus.judge.rules, ledgers=made.__getitem__
        )
    found = measure(
        items,
        lambda place, reply: judges[place.scenario].graded_alone(place, reply),
        lambda item: f"{item.place.language} {set_of[item.place.id]}",
    )
    return agreement_text(found, "en")


def main(arguments: Iterable[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="leave out one case at a time")
    chosen = parser.parse_args(None if arguments is None else list(arguments))
    ideas = {language: read_ideas(language) for language in LANGUAGES}
    corpus = Corpus(ideas)
    rows = {language: corpus.rows(language) for language in LANGUAGES}
    if chosen.check:
        print(check(corpus, rows, ideas))  # noqa: T201 - what it is called for
        return
    for language, some in rows.items():
        ledger = fit(some, language, ideas[language])
        ledger_file(language).write_text(to_json(ledger), encoding="utf-8")
        print(language, len(some), "rows", len(ledger.points), "signs")  # noqa: T201


if __name__ == "__main__":
    main()
