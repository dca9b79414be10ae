"""Makes the points of dialogue acts: ``python -m scoring.fitting.acts`` (needs the extra ``fit``).

In two steps. Rules hear most acts in some wordings; what clauses in which they hear an act have in
common, in many thousands of replies, tells much about its other wordings (``_from_rules``). How far
that is to be trusted, and what signs and the rules' own hearing tell beyond it, is then learned from
clauses that readers labelled by their meaning (``own-acts.jsonl``). Both are logistic regressions,
so that in the end each sign has so many points for an act.

``--check`` labels each clause by points that were learned from other scenarios, and those of ``late``
replies, which are never learned from, by all; it prints how much of what readers heard is heard by
rules, and by rules and points together. Nothing is written.
"""

from __future__ import annotations

import argparse
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from scenarios.acts import Act
from scenarios.language import LANGUAGES, Language
from scoring.agreement.rated import FOLDER, UNREAD
from scoring.fitting.data import LABELLED, lines
from scoring.fitting.rows import empty_ledger, judge_with
from scoring.fitting.sign_table import kind_of, sign_table
from scoring.language.lexicon import read_ideas
from scoring.learned import acts_file
from scoring.learned.acts import ACTS, rule_sign
from scoring.learned.points_file import as_text
from scoring.learned.signs import OF_A_REPLY
from scoring.model import FoundAct, Moment

READ: Final = 15_000
"""Replies of a language that rules are listened to in."""
FEWEST: Final = {"rules": 8, "labels": 3}
"""Clauses in which a sign must stand to count in each step."""
LOOSENESS: Final = {"rules": 0.05, "labels": 1.0}
"""How freely signs get points in each step (C of a logistic regression)."""
TRUST: Final = 0.5
"""How readily what the first step tells counts in the second, beside single words."""
READINESS: Final = {"w1": 1.0, "w": 0.7, "i": 0.7, "f": 1.0, "h": 1.0}
"""The same for kinds of signs; ``w1`` are single words, ``h`` what rules hear."""
SURE: Final = 0.6
"""How likely an act must be to be heard."""
DOUBTED: Final = 0.08
"""How likely it must be where a rule infers it."""
SMALLEST: Final = 12
"""Hundredths of the logarithm of the odds under which points are left out; with a third of it four
times as many signs heard no more."""
_PARTS: Final = 6
_NOT_OF_A_SENTENCE: Final = frozenset(f"f:{name}" for name in OF_A_REPLY)
_HUNDRED: Final = 100


@dataclass(frozen=True, slots=True)
class Row:
    """A clause."""

    case: str
    signs: frozenset[str]
    """Of its words, ideas and form."""
    heard: frozenset[Act]
    """By rules."""
    inferred: frozenset[Act]
    """Those of them that no cue shows."""
    does: frozenset[Act] = frozenset()
    """By its label."""

    @property
    def all_signs(self) -> frozenset[str]:
        return self.signs | {rule_sign(act, inferred=act in self.inferred) for act in self.heard}


class Corpus:
    """Clauses as rows, read by rules alone."""

    def __init__(self) -> None:
        self._judge = judge_with({name: empty_ledger(name, read_ideas(name)) for name in LANGUAGES})

    def rules_only(self, language: Language) -> list[Row]:
        """Every clause of the replies that rules are listened to in."""
        found = (item for files in UNREAD.values() for name in files for item in _replies(name))
        items = [i for i in found if i["lang"] == language and i.get("part") != "late"]
        items.sort(key=lambda item: zlib.crc32(item["id"].encode()))
        return [
            row
            for item in items[:READ]
            for row in self._rows(item["scenario"], language, item["reply"])
        ]

    def labelled(self, language: Language, part: str = "") -> list[Row]:
        """Every clause of that part that has a label."""
        result: list[Row] = []
        for item in lines(LABELLED):
            if item["lang"] == language and item.get("part", "") == part:
                rows = self._rows(item["scenario"], language, item["text"])
                if len(rows) == len(item["acts"]):  # the others were cut otherwise in their reply
                    for row, acts in zip(rows, item["acts"], strict=True):
                        does = frozenset(map(Act, acts))
                        result.append(replace(row, does=does))
        return result

    def _rows(self, case: str, language: Language, text: str) -> list[Row]:
        scenario = self._judge.catalog.scenarios[case]
        reading = self._judge.read(text, Moment(scenario, language, None, 0, ()))
        heard: dict[int, list[FoundAct]] = {}
        for found in reading.acts:
            heard.setdefault(found.clause, []).append(found)
        return [
            Row(
                case,
                frozenset(filter(_is_used, clause.signs)),
                frozenset(found.act for found in heard.get(number, ())),
                frozenset(found.act for found in heard.get(number, ()) if found.inferred),
            )
            for number, clause in enumerate(reading.clauses)
        ]


def _replies(name: str) -> Iterator[dict[str, Any]]:
    return (item for item in lines(FOLDER / name) if "reply" in item)


def _is_used(sign: str) -> bool:
    """Whether it is among those that a sentence alone has (see ``acts.HeardActs``)."""
    return sign[0] in "wif" and sign not in _NOT_OF_A_SENTENCE


# ---------------------------------------------------------------- fitting


@dataclass(frozen=True, slots=True)
class Points:
    """What signs tell about every act, one row for each of ``ACTS``: logarithms of odds."""

    names: Sequence[str]
    base: np.ndarray
    table: np.ndarray

    def of(self, rows: Sequence[Row]) -> np.ndarray:
        """One column for each act."""
        place = {name: at for at, name in enumerate(self.names)}
        found: np.ndarray = (
            _table([row.all_signs for row in rows], place) @ self.table.T + self.base
        )
        return found


def _table(rows: Iterable[Iterable[str]], place: Mapping[str, int]) -> sparse.csr_matrix:
    return sign_table((dict.fromkeys(sorted(signs), 1.0) for signs in rows), place)


def _names(rows: Iterable[Iterable[str]], fewest: int) -> list[str]:
    counted = Counter(sign for signs in rows for sign in signs)
    return sorted(sign for sign, count in counted.items() if count >= fewest)


def _from_rules(rows: Sequence[Row]) -> Points:
    """What clauses in which rules hear an act have in common."""
    signs = [row.signs for row in rows]
    names = _names(signs, FEWEST["rules"])
    found = _table(signs, {name: at for at, name in enumerate(names)})
    base, table = np.zeros(len(ACTS)), np.zeros((len(ACTS), len(names)))
    for at, act in enumerate(ACTS):
        wanted = np.array([act in row.heard for row in rows])
        model = LogisticRegression(C=LOOSENESS["rules"], solver="liblinear", random_state=0)
        model.fit(found, wanted)
        base[at], table[at] = model.intercept_[0], model.coef_[0]
    return Points(names, base, table)


def fit(rows: Sequence[Row], rules: Points) -> Points:
    """The points that these labelled clauses teach."""
    signs = [row.all_signs for row in rows]
    own = _names(signs, FEWEST["labels"])
    place = {name: at for at, name in enumerate(own)}
    ready = np.array([READINESS[kind_of(name)] for name in own])
    words = _table(signs, place) @ sparse.diags(ready)
    found = sparse.hstack([words, sparse.csr_matrix(rules.of(rows) * TRUST)]).tocsr()
    names = sorted({*own, *rules.names})
    at_name = {name: at for at, name in enumerate(names)}
    of_own = [at_name[name] for name in own]
    of_rules = [at_name[name] for name in rules.names]
    base, table = np.zeros(len(ACTS)), np.zeros((len(ACTS), len(names)))
    for at, act in enumerate(ACTS):
        wanted = np.array([act in row.does for row in rows])
        model = LogisticRegression(C=LOOSENESS["labels"], max_iter=1000).fit(found, wanted)
        weights, trust = np.split(model.coef_[0], [len(own)])
        base[at] = model.intercept_[0] + TRUST * trust @ rules.base - _log_odds(SURE)
        table[at, of_own] += weights * ready
        table[at, of_rules] += TRUST * (trust @ rules.table)
    return Points(names, base, table)


def to_json(points: Points) -> str:
    """The text of the file."""
    whole = np.rint(points.table * _HUNDRED).astype(int)
    whole[np.abs(whole) < SMALLEST] = 0
    base = [round(float(b) * _HUNDRED) for b in points.base]
    entries = {
        name: " ".join(f"{act} {whole[act, at]}" for act in np.flatnonzero(whole[:, at]))
        for at, name in enumerate(points.names)
        if whole[:, at].any()
    }
    return as_text(
        {
            "columns": [act.value for act in ACTS],
            "base": base,
            "doubted": round(_LEAST * _HUNDRED),
            "points": entries,
        }
    )


def _log_odds(likely: float) -> float:
    return float(np.log(likely / (1 - likely)))


_LEAST: Final = _log_odds(DOUBTED) - _log_odds(SURE)
"""What an act must come to that a rule hears, where one is heard by example above 0."""


# ---------------------------------------------------------------- leaving scenarios out


def check(rows: Sequence[Row], rules: Points) -> Iterator[str]:
    """Lines that tell for each act how it is heard in scenarios whose labels were not learned from."""
    yield from _compared(rows, _left_out(rows, rules))


def _left_out(rows: Sequence[Row], rules: Points) -> np.ndarray:
    """What each act comes to in each clause, learned without its scenario."""
    cases = sorted({row.case for row in rows})
    part = np.array([cases.index(row.case) % _PARTS for row in rows])
    told: np.ndarray = np.zeros((len(rows), len(ACTS)))
    for number in range(_PARTS):
        others = [row for row, own in zip(rows, part, strict=True) if own != number]
        own = [row for row, at in zip(rows, part, strict=True) if at == number]
        told[part == number] = fit(others, rules).of(own)
    return told


def _compared(rows: Sequence[Row], told: np.ndarray) -> Iterator[str]:
    does = _marks(row.does for row in rows)
    heard = _marks(row.heard for row in rows)
    inferred = _marks(row.inferred for row in rows)
    added, dropped = (told > 0) & ~heard, (told < _LEAST) & inferred
    yield (
        "act           clauses  by rules: right  heard   and points: right  heard"
        "   added: right   dropped: right"
    )
    for at, act in enumerate(ACTS):
        yield _figures(act.value, *(one[:, at] for one in (does, heard, added, dropped)))
    yield _figures("all", *(one.ravel() for one in (does, heard, added, dropped)))


def _marks(rows: Iterable[frozenset[Act]]) -> np.ndarray:
    """One column for each act."""
    marks: np.ndarray = np.array([[act in acts for act in ACTS] for acts in rows])
    return marks


def _figures(
    name: str, does: np.ndarray, heard: np.ndarray, added: np.ndarray, dropped: np.ndarray
) -> str:
    both = (heard | added) & ~dropped
    return (
        f"{name:13} {does.sum():7}  {_share(does, heard):15.0%} {_share(heard, does):6.0%}"
        f" {_share(does, both):18.0%} {_share(both, does):6.0%}"
        f" {added.sum():8} {_share(does, added):5.0%}"
        f" {dropped.sum():10} {_share(does, dropped):5.0%}"
    )


def _share(of: np.ndarray, among: np.ndarray) -> float:
    """How many of the ones are among the others, as a share of these."""
    return float((of & among).sum() / max(1, among.sum()))


def main(arguments: Iterable[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="leave out scenarios; write nothing")
    chosen = parser.parse_args(None if arguments is None else list(arguments))
    corpus = Corpus()
    for language in LANGUAGES:
        rules = _from_rules(corpus.rules_only(language))
        rows = corpus.labelled(language)
        if chosen.check:
            late = corpus.labelled(language, "late")
            told = fit(rows, rules).of(late)
            print(language, "scenario left out", *check(rows, rules), sep="\n")  # noqa: T201
            print(language, "late", *_compared(late, told), sep="\n")  # noqa: T201
            continue
        acts_file(language).write_text(to_json(fit(rows, rules)), encoding="utf-8")
        print(language, len(rows), "clauses")  # noqa: T201 - what it is called for


if __name__ == "__main__":
    main()
