"""A report as xAPI 1.0.3 statements for a learning record store (LRS).

A session that came to an end gives ``completed`` once, and ``passed`` or ``failed`` with its score.
Statements cannot be changed: where a lead's decision gives another result, the earlier statement is
``voided`` and the new one names the lead as instructor. Every id follows from what the statement is
about, so that sending again makes no duplicates. A contact that the trainee stopped is
``terminated``, which is no fail; redone contacts and single replies are practice and not told.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from scoring.model import DIMENSIONS
from simulator.figures import Figures
from simulator.practice.occasions import Occasion
from simulator.store.model import Fact, SessionSummary
from simulator.team.report.gather import Judged, Known
from simulator.team.report.names import Names
from simulator.team.verdict import Effective, verdict_of

__all__ = ["as_xapi", "statements"]

BASE = "https://supportdojo.invalid/xapi"
"""Names things and leads nowhere: ``.invalid`` is reserved for that (RFC 2606)."""
VERSION = "1.0.3"
_VERB = "http://adlnet.gov/expapi/verbs/"
_SIMULATION = "http://adlnet.gov/expapi/activities/simulation"
_ASSESSMENT = "http://adlnet.gov/expapi/activities/assessment"
_ROOT = uuid5(NAMESPACE_URL, BASE)
_TOLD = ("counted", "unjudged", "stopped")

Statement = dict[str, Any]
_PROGRAM: Statement = {
    "objectType": "Agent",
    "name": "supportdojo",
    "account": {"homePage": f"{BASE}/programs", "name": "supportdojo"},
}


def as_xapi(made: Sequence[Statement]) -> bytes:
    """A JSON array, as an LRS takes it."""
    return (json.dumps(list(made), ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def statements(
    judged: Iterable[Judged], facts: Iterable[Fact], known: Known, names: Names
) -> list[Statement]:
    """The statements of all sessions, in the order in which they came about."""
    by_session: dict[str, list[Fact]] = {}
    for fact in facts:
        if fact.subject and fact.kind in ("override", "override-undone"):
            by_session.setdefault(fact.subject, []).append(fact)
    return [
        statement
        for one in judged
        if one.standing in _TOLD
        for statement in _Session(one, by_session.get(one.summary.id, []), known, names).made()
    ]


class _Session:
    """The statements of one session."""

    def __init__(self, one: Judged, facts: Sequence[Fact], known: Known, names: Names) -> None:
        self.summary: SessionSummary = one.summary
        self.one, self.facts, self.known, self.names = one, facts, known, names
        # With names hidden nothing may lead back, and nothing may be taken for the open form.
        self.key = f"hidden/{one.summary.id}" if names.hide else one.summary.id

    def made(self) -> Iterable[Statement]:
        ended = self.summary.ended_at or self.summary.header.started_at
        stopped = self.one.standing == "stopped"
        result: dict[str, Any] = {"completion": not stopped}
        if (length := _duration(self.one)) is not None:
            result["duration"] = length
        verb = "terminated" if stopped else "completed"
        yield self._statement(verb, self._id(verb), ended, {"result": result})
        if stopped or self.one.figures is None or self.one.figures.total is None:
            return
        yield from self._results(self.one.figures, ended)

    def _results(self, figures: Figures, ended: str) -> Iterable[Statement]:
        """The engine's result, and after each decision that gave another one the next."""
        number = self.summary.scorecard_count
        for earlier in range(1, number):  # a newer scorecard takes the place of an older one
            for cause in ("", *(fact.id for fact in self.facts)):
                yield self._voided(self._id("result", earlier, cause), ended, None)
        engine = Effective(
            figures.total, figures.result, {d: figures.scores.get(d) for d in DIMENSIONS}
        )
        stands, standing = engine, self._id("result", number, "")
        yield self._result(standing, stands, figures, ended, None)
        for count, fact in enumerate(self.facts, start=1):
            verdict = verdict_of(
                self.summary.id, figures, self.facts[:count], self.known.rules, self.one.mark
            )
            if verdict.effective == stands:
                continue
            yield self._voided(standing, fact.at, fact.author)
            stands, standing = verdict.effective, self._id("result", number, fact.id)
            yield self._result(standing, stands, figures, fact.at, fact)

    def _result(
        self, own: str, stands: Effective, figures: Figures, at: str, fact: Fact | None
    ) -> Statement:
        result: dict[str, Any] = {"success": stands.passed is True, "completion": True}
        if stands.total is not None:
            result["score"] = {
                "scaled": round(stands.total / 100, 4), "raw": stands.total, "min": 0, "max": 100
            }  # fmt: skip
        result["extensions"] = {
            f"{BASE}/extensions/{name}": value
            for name, value in (
                *((str(d), stands.scores.get(d)) for d in DIMENSIONS),
                ("gates", list(figures.gates)),
                ("first-acknowledgement", figures.acknowledged),
                ("judged-by", "lead" if fact else "engine"),
                ("pass-mark", self.one.mark),
            )
            if value is not None
        }
        verb = "passed" if stands.passed else "failed"
        more: dict[str, Any] = {"result": result}
        if fact is not None:
            more["instructor"] = self._actor(fact.author)
        return self._statement(verb, own, at, more)

    def _voided(self, target: str, at: str, author: str | None) -> Statement:
        return {
            "id": str(uuid5(_ROOT, f"voided/{target}")),
            "actor": self._actor(author) if author else _PROGRAM,
            "verb": {"id": f"{_VERB}voided", "display": {"en": "voided"}},
            "object": {"objectType": "StatementRef", "id": target},
            "timestamp": at,
            "version": VERSION,
        }

    def _statement(self, verb: str, own: str, at: str, more: Statement) -> Statement:
        header = self.summary.header
        context: dict[str, Any] = {
            "registration": str(uuid5(_ROOT, f"registration/{self.key}")),
            "platform": "supportdojo",
            "language": header.language,
        }
        if "instructor" in more:
            context["instructor"] = more["instructor"]
        occasion = Occasion.read(header.occasion)
        if occasion is not None and occasion.kind in ("drill", "programme"):
            group = {
                "id": f"{BASE}/{occasion.kind}s/{_path(occasion.id)}",
                "definition": {"type": _ASSESSMENT},
            }
            context["contextActivities"] = {"grouping": [group]}
        context["extensions"] = {
            f"{BASE}/extensions/mode": header.mode,
            f"{BASE}/extensions/scenario-version": header.scenario_version,
        }
        title = self.known.scenarios.get(header.scenario_id)
        definition: dict[str, Any] = {"type": _SIMULATION}
        if title is not None:
            definition["name"] = {"ja": title.ja, "en": title.en}
        return {
            "id": own,
            "actor": self._actor(header.trainee),
            "verb": {"id": f"{_VERB}{verb}", "display": {"en": verb}},
            "object": {
                "objectType": "Activity",
                "id": f"{BASE}/scenarios/{_path(header.scenario_id)}",
                "definition": definition,
            },
            "result": more["result"],
            "context": context,
            "timestamp": at,
            "version": VERSION,
        }

    def _actor(self, login: str) -> Statement:
        label = self.names.person(login)
        name = label if self.names.hide else login
        account = {"homePage": f"{BASE}/people", "name": name}
        return {"objectType": "Agent", "name": label, "account": account}

    def _id(self, *parts: object) -> str:
        return str(uuid5(_ROOT, "/".join(map(str, (self.key, *parts)))))


def _duration(one: Judged) -> str | None:
    """ISO 8601, to the second."""
    seconds = one.seconds
    return None if seconds is None else f"PT{round(seconds)}S"


def _path(text: str) -> str:
    return quote(text, safe="")
