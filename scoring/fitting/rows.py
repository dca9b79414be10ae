"""What the ledger is fitted to: rated replies, pairs and sentences, read and taken apart into rows."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from scenarios.acts import AUTOMATIC_FAILS, BREACH_NAMES, Breach
from scenarios.language import LANGUAGES, Language
from scenarios.loader import builtin_library
from scenarios.model import Scenario
from scoring.agreement.rated import (
    FOLDER,
    OWN_ANSWERS,
    OWN_ENDS,
    OWN_PAIRS,
    SENTENCES,
    UNREAD,
    YARDSTICK,
)
from scoring.fitting.data import BREACHES, GAMING, HARM_WORDS, MARKS, PAIRS, lines
from scoring.judge import Judge
from scoring.learned.acts import HeardActs, load_acts
from scoring.learned.signs import Ideas
from scoring.ledger.columns import HOLLOW, LANES
from scoring.ledger.entries import Ledger
from scoring.ledger.estimate import (
    HUNDRED,
    THOUSAND,
    all_clause_signs,
    density,
    own_words,
    reply_signs,
)
from scoring.ledger.ranked import ranked
from scoring.model import DIMENSIONS, Dimension, Moment
from scoring.moment.view import View
from scoring.reply.grade import judged_alone
from scoring.rubrics.rubric import load_rubric
from scoring.rules.loader import builtin_rules

WEIGHTS: Final = {"reply": 1.0, "pair": 1.0, "sentence": 0.3, "company": 0.3}
"""Weight of a text that stands for itself, by its origin, for the points of signs."""
OFTEN: Final = {OWN_ANSWERS: 2.0, OWN_ENDS: 1.5}
"""How many times a rated reply of a file counts: most replies of a contact stand in its middle or at
its end, but few of the rated ones do."""
_PART: Final = "part"
ORIGINS: Final = (*WEIGHTS, _PART)
"""Those that have a constant of their own."""
PAIR_WEIGHT: Final = 2.0
"""Weight of the difference of a pair beside a rated reply."""
_GOOD: Final = 3.5
CLAUSE_WORTH: Final = 0.5
"""Rating points of a whole reply for one step of a clause's mark."""
CLAUSE_WEIGHT: Final = 0.3
"""Weight of a marked clause beside a rated reply."""
BROKEN: Final = {"fail": 0.25, "open-promise": 2.0, "other": 1.0}
"""Rating of policy for a sentence of which only the breach is known, as the rating guide has it."""
HARM_WEIGHT: Final = 0.3
"""Weight of the words that commit a breach, taken alone, beside a rated reply."""
BESIDE_WEIGHT: Final = 0.6
"""The same for what else such a reply says, which commits nothing."""
Signs = dict[str, float]


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that is fitted to: its signs and what it is worth."""

    case: str
    signs: Signs
    dense: Signs
    """The same signs as they count for dense points."""
    values: dict[str, float]
    """By column: steps for dimensions, as ``ranked`` counts them, and 0 or 1 for breaches."""
    weight: float
    whole: bool
    """A reply, not a clause."""
    name: str = ""
    origin: str = "reply"
    """Whence it comes: a rated ``reply``, a ``sentence`` written for its breach, that sentence in the
    ``company`` of a good reply, one reply of a ``pair`` or the ``difference`` of the two, a ``clause``
    whose worth was marked, a ``part`` of a reply that does its harm or does none."""
    reply: tuple[tuple[str, int], ...] = ()
    """Signs of the reply as a whole, in hundredths."""
    clauses: tuple[tuple[str, ...], ...] = ()
    density: int = 0
    """Of the reply, in thousandths."""
    often: float = 1.0
    """How many times it counts (see ``OFTEN``)."""


_RATED: Final = (YARDSTICK, *[f for files in UNREAD.values() for f in files if f != OWN_PAIRS])


def empty_ledger(language: Language, ideas: Ideas, acts: HeardActs | None = None) -> Ledger:
    """A ledger without points, which lets every sign through."""
    return Ledger(language, (0,) * len(LANES), {}, ideas, keeps_all=True, acts=acts)


def judge_with(ledgers: Mapping[Language, Ledger]) -> Judge:
    """The judge of the built-in library with these ledgers."""
    catalog = builtin_library().catalog
    return Judge(catalog, load_rubric(), builtin_rules(), ledgers=ledgers.__getitem__)


class Corpus:
    """Rated replies as rows, read once for each language."""

    def __init__(self, ideas: dict[Language, dict[str, tuple[str, ...]]]) -> None:
        self._ledgers = {
            name: empty_ledger(name, words, load_acts(name)) for name, words in ideas.items()
        }
        self.judge = judge_with(self._ledgers)
        marks = {m["id"]: m["marks"] for m in lines(MARKS)}
        self._harm: dict[str, dict[str, list[list[int]]]] = {
            h["id"]: h["harm"] for h in lines(HARM_WORDS)
        }
        self._items = [
            {**item, "often": OFTEN.get(path.name, 1.0)}
            for path in (*(FOLDER / name for name in _RATED), GAMING)
            for item in lines(path)
        ]
        for item in self._items:
            item.setdefault("marks", marks.get(item["id"]))
        self._kept: dict[tuple[str, Language], list[dict[str, Any]]] = {}
        self._sentences = [
            *lines(BREACHES),
            *_spoken(sorted(self.judge.catalog.scenarios)),
            *self._put_forward(),
        ]

    def _put_forward(self) -> Iterator[dict[str, Any]]:
        """What the scenarios that replies are fitted of propose to say, and which commits nothing; when
        it may be said to whom is not looked at."""
        scenarios = {item["scenario"] for item in self._items if item.get("part") != "late"}
        for case in sorted(scenarios):
            for name, topic in self.judge.catalog.scenarios[case].topics.items():
                if topic.say is not None:
                    for language in LANGUAGES:
                        said = _said(f"say-{name}", case, language, topic.say.of(language), [])
                        yield {**said, "doubtful": [Breach.IDENTITY_FIRST.value]}

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
        scale: Dimension = pair["scale"]
        gap: dict[str, float] = {scale: better.values[scale] - worse.values[scale]}
        yield Row(
            pair["scenario"], differing, dense, gap, PAIR_WEIGHT, False, pair["id"], "difference"
        )

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
        values |= {d: ranked(d, values[d]) for d in DIMENSIONS if d in values}
        often = item["often"] if origin == "reply" else 1.0
        return Row(
            item["scenario"], signs, dense, values, WEIGHTS[origin] * often, True, item["id"],
            origin, whole, clauses, much, often,
        )  # fmt: skip

    def _reply_rows(self, item: dict[str, Any]) -> Iterator[Row]:
        view = self._view(item)
        values: dict[str, float] = {name: float(item[name]) for name in DIMENSIONS}
        doubtful = item.get("doubtful", ())
        values |= {n: 1.0 * (n in item["breaches"]) for n in BREACH_NAMES if n not in doubtful}
        values[HOLLOW] = 1.0 * _is_hollow(item.get("kind", ""))
        row = self._row(item, view, values, "reply")
        yield row
        yield from _parts(row, view, self._harm.get(item["id"], {}))
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
                yield Row(
                    item["scenario"],
                    signs,
                    dense,
                    marked,
                    CLAUSE_WEIGHT,
                    False,
                    item["id"],
                    "clause",
                )

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
            values |= dict.fromkeys(BREACH_NAMES, 0.0)
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
        known = [name for name in BREACH_NAMES if name not in item.get("doubtful", ())]
        values = {name: 1.0 * (name in item["breaches"]) for name in known}
        if item["breaches"]:
            values["policy"] = min(_broken(name) for name in item["breaches"])
        values |= item.get("values", {})
        return self._row(item, self._view(item), values, origin)


def _parts(row: Row, view: View, harm: Mapping[str, Sequence[Sequence[int]]]) -> Iterator[Row]:
    """What of a reply commits each of its breaches, and what else it says, as rows of their own."""
    words = {name: _within(view, spans) for name, spans in harm.items()}
    for name, numbers in words.items():
        if row.values.get(name):
            yield _part_row(row, numbers, {name: 1.0}, HARM_WEIGHT)
    committed = {name for name in BREACH_NAMES if row.values.get(name)}
    rest = {*range(len(row.clauses))}.difference(*words.values())
    if words and rest and committed <= {*words}:
        harmless: dict[str, float] = {name: 0.0 for name in BREACH_NAMES if name in row.values}
        yield _part_row(row, rest, harmless, BESIDE_WEIGHT)


def _part_row(row: Row, numbers: Iterable[int], values: dict[str, float], weight: float) -> Row:
    signs = {sign: 1.0 for number in numbers for sign in row.clauses[number]}
    return Row(row.case, signs, {}, values, weight, False, row.name, _PART)


def _within(view: View, spans: Sequence[Sequence[int]]) -> set[int]:
    """The clauses that lie in one of the stretches by more than half."""
    return {
        number
        for number, clause in enumerate(view.reading.clauses)
        for start, end in spans
        if 2 * (min(end, clause.span.end) - max(start, clause.span.start))
        > clause.span.end - clause.span.start
    }


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
