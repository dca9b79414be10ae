"""Makes the points of nearness: ``python -m scoring.fitting.near`` (needs the extra ``fit``).

A logistic regression on sentences that were written for a topic of a scenario, or beside it, in fresh
words (``own-sayings.jsonl``); those that hold a cue of some topic teach as well. ``--check`` prints what
points tell that were learned without the scenario in question, and of sentences marked ``late``, which
are never learned from, what the whole reader finds; nothing is written.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from sklearn.linear_model import LogisticRegression

from scenarios.language import LANGUAGES, Language
from scenarios.loader import builtin_library
from scenarios.model import TopicKind
from scoring.fitting.data import SAYINGS, lines
from scoring.judge import Judge
from scoring.near.find import FREE, nearest, sought
from scoring.near.points import COLUMNS, FILE, FORMS, NearPoints
from scoring.rubrics.rubric import load_rubric
from scoring.rules.loader import builtin_rules

LATE: Final = "late"
LOOSENESS: Final = 1.0
OF_REPLY: Final = 3.0
"""How many times a sentence of a reply counts: there are fewer of them, and it is they that are read."""
_PARTS: Final = 5
_UNIT: Final = 1000


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence that was written for a topic or beside it."""

    scenario: str
    language: Language
    kind: TopicKind
    """Of the topic."""
    means: str
    """``yes``, ``no`` (denies or declines it) or ``other``."""
    topic: str
    late: bool
    of_reply: bool
    """Taken from a reply, and not written for a topic."""
    found: frozenset[str]
    """The topics whose cues it holds."""
    asked: bool
    near: dict[str, Sequence[int]]
    """What ``Reader.nearness`` tells of it."""
    kinds: dict[str, TopicKind]


def read_sayings(judge: Judge) -> Iterator[Said]:
    """All sentences, taken apart; of two sentences the first that says enough stands for both."""
    for line in lines(SAYINGS):
        scenario, language = judge.catalog.scenarios[line["scenario"]], line["lang"]
        moment = judge.moment(scenario, language, [])
        reading = judge.read(line["text"], moment)
        yield Said(
            scenario.id,
            language,
            scenario.topics[line["topic"]].kind,
            line["means"],
            line["topic"],
            line.get("part") == LATE,
            line.get("from") == "reply",
            frozenset(topic.topic for topic in reading.topics if not topic.inferred),
            any(clause.question for clause in reading.clauses),
            dict(next(filter(None, judge.nearness(line["text"], moment)), {})),
            {name: topic.kind for name, topic in scenario.topics.items()},
        )


def learned(said: Iterable[Said]) -> NearPoints:
    """The points that these sentences teach."""
    rows: list[Sequence[int]] = []
    right: list[bool] = []
    weights: list[float] = []
    for one in said:
        for name, row in one.near.items():
            rows.append(row)
            right.append(one.means != "other" and name == one.topic)
            weights.append(OF_REPLY if one.of_reply else 1.0)
    table = np.array(rows, dtype=float) / _UNIT
    middle, spread = table.mean(axis=0), table.std(axis=0) + 1e-9
    model = LogisticRegression(C=LOOSENESS, max_iter=4000)
    model.fit((table - middle) / spread, np.array(right), sample_weight=np.array(weights))
    points = model.coef_[0] / spread
    base = float(model.intercept_[0] - (points * middle).sum())
    return NearPoints(round(base * _UNIT * _UNIT), tuple(round(p * _UNIT) for p in points))


def taken_for(one: Said, points: NearPoints) -> str | None:
    """The topic that a sentence is taken to mean besides its cues."""
    topic = nearest(one.near, points)
    kinds = sought({one.kinds[name] for name in one.found}, asked=one.asked)
    return topic if topic is not None and one.kinds[topic] in kinds else None


def counted(said: Sequence[Said], points: dict[str, NearPoints]) -> Counter[str]:
    """What cues find, and what is found by nearness beyond them; by scenario's points."""
    result: Counter[str] = Counter()
    for one in said:
        near = taken_for(one, points[one.scenario])
        if one.of_reply:
            means = one.topic if one.means != "other" and one.kind in FREE else None
            result["reply"] += 1
            result["reply, means one"] += means is not None
            result["reply, found"] += near is not None
            result["reply, right"] += near is not None and near == means
        elif one.means == "other":
            result["beside"] += 1
            result["beside, cue"] += one.topic in one.found
            result["beside, near"] += near is not None
        elif one.kind in FREE and one.means == "yes":
            result["free"] += 1
            result["cue"] += one.topic in one.found
            result["near"] += near == one.topic and one.topic not in one.found
            result["near, wrong"] += near not in (None, one.topic) and one.topic not in one.found
            result["near, beside"] += near is not None and one.topic in one.found
        else:
            result["not free, wrong"] += near is not None
    return result


def _told(name: str, found: Counter[str]) -> str:
    free, beside = max(1, found["free"]), max(1, found["beside"])
    return (
        f"{name}: of {found['free']} sentences cues find {found['cue'] / free:.2f}, with nearness "
        f"{(found['cue'] + found['near']) / free:.2f}; wrong by nearness {found['near, wrong']}, beside a cue {found['near, beside']} "
        f"(+{found['not free, wrong']} where something barred is said); of {found['beside']} beside a topic "
        f"cues find it in {found['beside, cue'] / beside:.2f}, nearness any in "
        f"{found['beside, near'] / beside:.2f}; of {found['reply']} sentences of replies, "
        f"{found['reply, means one']} of which mean a topic, nearness finds one in {found['reply, found']}, "
        f"the right one in {found['reply, right']}"
    )


def checked(said: Sequence[Said]) -> str:
    """What points tell of scenarios that they were learned without, and of late sentences."""
    early, late = [s for s in said if not s.late], [s for s in said if s.late]
    scenarios = sorted({one.scenario for one in said})
    points: dict[str, NearPoints] = {}
    for part in range(_PARTS):
        left_out = scenarios[part::_PARTS]
        told = learned(one for one in early if one.scenario not in left_out)
        points.update(dict.fromkeys(left_out, told))
    whole = dict.fromkeys(scenarios, learned(early))
    return f"{_told('early', counted(early, points))}\n{_told('late', counted(late, whole))}"


def as_json(points: NearPoints) -> dict[str, Any]:
    """The points by name."""
    return {"base": points.base, **dict(zip((*COLUMNS, *FORMS), points.points, strict=True))}


def main() -> None:
    """Learn and write, or check."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--check", action="store_true", help="print figures, write nothing")
    check = options.parse_args().check
    judge = Judge(builtin_library().catalog, load_rubric(), builtin_rules())
    said = list(read_sayings(judge))
    made = {}
    for language in LANGUAGES:
        own = [one for one in said if one.language == language]
        if check:
            sys.stdout.write(f"{language} {checked(own)}\n")
        else:
            made[language] = as_json(learned(one for one in own if not one.late))
    if not check:
        FILE.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
