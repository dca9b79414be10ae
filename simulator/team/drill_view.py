"""Drills as lines of text and as JSON, for the command line and the app. Nothing is drawn here."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

from scenarios.loader import UnknownScenario
from scenarios.problems import SourceError
from simulator.machine.local_time import local_text
from simulator.store.canonical import utc_text
from simulator.words.drill import DRILL

if TYPE_CHECKING:
    from scenarios.language import Language
    from simulator.team.drill import Drill, DrillRecord
    from simulator.team.drill_standing import (
        Catalogue,
        DrillOffer,
        PersonStanding,
        ScenarioStanding,
    )
    from simulator.team.drilling import DrillDesk, Member
    from simulator.workplace import Workplace

__all__ = ["DrillView"]


class DrillView:
    """Words for drills in one language."""

    def __init__(self, desk: DrillDesk, workplace: Workplace, language: Language) -> None:
        self._desk = desk
        self._workplace = workplace
        self._language: Language = language

    def say(self, key: str, **values: object) -> str:
        return DRILL.say(key, self._language, **values)

    def title(self, scenario_id: str) -> str:
        """A scenario's title; its id where it is gone or broken."""
        try:
            return self._workplace.library.card(scenario_id).title.of(self._language)
        except (SourceError, UnknownScenario, KeyError):
            return scenario_id

    def local(self, moment: datetime) -> str:
        """On the clock of who reads it."""
        return local_text(moment, self._workplace.now())

    def facts(self, record: DrillRecord, *, titles: bool = False) -> str:
        """How a drill is to be played and how it stands, on one line.

        Scenarios by their ids, as commands take them, or by their titles.
        """
        drill = record.drill
        scenarios = [self.title(s.id) if titles else s.id for s in drill.scenarios]
        parts = [
            *self._state(record),
            self.say("comma").join(scenarios),
            *self.terms(drill),
        ]
        return self.say("and").join(parts)

    def terms(self, drill: Drill) -> Iterator[str]:
        """Under which terms a drill is played."""
        yield self.say(drill.language or "any")
        yield self.say(f"mode.{drill.mode}")
        if drill.intensity != "normal":
            yield self.say(f"intensity.{drill.intensity}")
        yield self.say("varied" if drill.seed is None else "same-customer")
        if drill.pass_mark is not None:
            yield self.say("pass-mark", mark=drill.pass_mark)
        if drill.attempts is not None:
            key = "attempt" if drill.attempts == 1 else "attempts"
            yield self.say(key, attempts=drill.attempts)

    def _state(self, record: DrillRecord) -> list[str]:
        due = record.drill.due
        when = self.say("due", due=self.local(due)) if due else self.say("no-due")
        if record.closed is None:
            return [self.say("open-state"), when]
        if record.closed.reason:
            return [self.say("closed-reason", reason=record.closed.reason), when]
        return [self.say("closed-state"), when]

    def status(self, record: DrillRecord) -> Iterator[str]:
        """A drill with where everybody stands, line by line."""
        drill = record.drill
        found, catalogue = self._desk.standings(record, self._desk.contacts(record))
        done = sum(stand.state == "done" for _, stand in found)
        yield self.say("line", drill=drill.id, title=drill.title)
        yield "  " + self.facts(record)
        yield from (f"  {warning}" for warning in self.warnings(drill, catalogue))
        if not found:
            yield "  " + self.say("for-nobody", drill=drill.id)
            return
        yield "  " + self.say("finished", done=done, of=len(found))
        for member, stand in found:
            yield from self.person(member, stand, drill)

    def warnings(self, drill: Drill, catalogue: Catalogue) -> Iterator[str]:
        """What became of the scenarios since."""
        for scenario in drill.scenarios:
            text = catalogue.text_of(scenario)
            if text != "same":
                yield "⚠ " + self.say(f"text-{text}", scenario=scenario.id)

    def person(self, member: Member, stand: PersonStanding, drill: Drill) -> Iterator[str]:
        name = member.login if member.name == member.login else f"{member.name} ({member.login})"
        marks = [
            self.say(key) for key, on in (("overdue", stand.overdue), ("late", stand.late)) if on
        ]
        yield self.say("and").join([f"  {name}", self.own(stand), *marks])
        for scenario in stand.scenarios:
            yield f"    {scenario.scenario}: {self.result(scenario, drill)}"

    def progress(self, record: DrillRecord) -> str:
        """How many of those it is for are done."""
        found, _ = self._desk.standings(record, self._desk.contacts(record))
        if not found and not record.drill.everyone:
            return self.say("nobody")
        done = sum(stand.state == "done" for _, stand in found)
        return self.say("finished", done=done, of=len(found))

    def own(self, stand: PersonStanding) -> str:
        return self.say("own-progress", done=stand.done, of=len(stand.scenarios))

    def result(self, scenario: ScenarioStanding, drill: Drill) -> str:
        """What came of one scenario so far."""
        parts = []
        if scenario.state != "done":
            parts.append(self.say(f"state.{scenario.state}"))
        if scenario.used:
            parts.append(self.say("passed" if scenario.passed else "not-passed"))
            if scenario.total is not None:
                parts.append(self.say("points", points=scenario.total))
            if scenario.outcome:
                parts.append(self.say(f"outcome.{scenario.outcome}"))
        if drill.attempts is not None:
            parts.append(self.say("used-of", used=scenario.used, of=drill.attempts))
        elif scenario.used > 1:
            parts.append(self.say("used", used=scenario.used))
        if not scenario.comparable:
            parts.append(self.say("not-comparable"))
        return self.say("and").join(parts)

    def offer(self, offer: DrillOffer) -> tuple[str, str, str]:
        """An open drill for its trainee: heading, what is next, and the facts about it."""
        facts = [self.say("own-progress", done=offer.done, of=offer.of)]
        if offer.overdue:
            facts.append(self.say("overdue"))
        if offer.due is not None:
            facts.append(self.say("due", due=self.local(offer.due)))
        if offer.next.session is not None:
            facts.append(self.say("offer.resume"))
        else:
            if offer.next.again:
                facts.append(self.say("offer.again"))
            if offer.attempts_left is not None:
                facts.append(self.say("offer.left", left=offer.attempts_left))
        return (
            self.say("offer", title=offer.title),
            self.title(offer.next.scenario),
            self.say("and").join(facts),
        )

    # ------------------------------------------------------------ JSON

    def json(self, record: DrillRecord, *, with_people: bool = False) -> dict[str, Any]:
        """Everything about a drill; *with_people*: and where everybody stands."""
        drill, closed = record.drill, record.closed
        value: dict[str, Any] = {
            "drill": drill.id,
            **drill.to_body(),
            "made_by": record.by,
            "made_at": utc_text(record.at),
            "assigned": list(record.assigned),
            "closed": closed
            and {"at": utc_text(closed.at), "by": closed.by, "reason": closed.reason},
        }
        if with_people:
            found, catalogue = self._desk.standings(record, self._desk.contacts(record))
            value["texts"] = {s.id: catalogue.text_of(s) for s in drill.scenarios}
            value["people"] = [_person_json(member, stand) for member, stand in found]
        return value


def _person_json(member: Member, stand: PersonStanding) -> dict[str, Any]:
    return {
        "login": member.login,
        "name": member.name,
        "state": stand.state,
        "done": stand.done,
        "passed": stand.passed,
        "overdue": stand.overdue,
        "late": stand.late,
        "next": stand.next and stand.next.scenario,
        "scenarios": [
            {
                "scenario": s.scenario,
                "state": s.state,
                "passed": s.passed if s.used else None,
                "total": s.total,
                "outcome": s.outcome or None,
                "attempts_used": s.used,
                "attempts_left": s.left,
                "best": s.best,
                "open": s.open,
                "comparable": s.comparable,
            }
            for s in stand.scenarios
        ],
    }
