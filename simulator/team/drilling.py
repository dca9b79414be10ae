"""Drills in the store: what the command line and the app ask for, in one place.

Reads and writes the store of the given workplace and asks it for the time; what is decided is
decided in ``drill``, ``drill_plan``, ``drill_standing`` and ``board``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from scenarios.problems import SourceError
from scenarios.text import clean_text
from simulator.engine.session import ENGINE_VERSION
from simulator.errors import UsageError
from simulator.figures import Figures
from simulator.practice.occasions import drill_occasion
from simulator.team.drill import (
    ASSIGNED,
    CLOSED,
    DEFINED,
    KINDS,
    Drill,
    DrillRecord,
    Drills,
    new_drill_id,
    read_drills,
)
from simulator.team.drill_plan import DrillPlan, planned
from simulator.team.drill_standing import (
    Catalogue,
    DrillOffer,
    Judging,
    NextStep,
    PersonStanding,
    by_scorecard,
    is_played,
    open_drills,
    standing,
)
from simulator.team.rules import TotalRules
from simulator.team.verdict import verdict_of

if TYPE_CHECKING:
    from scenarios.language import Language
    from scenarios.model import Mode
    from simulator.contact import Contact
    from simulator.store.canonical import JSON
    from simulator.store.model import Fact, SessionSummary
    from simulator.workplace import Workplace

__all__ = ["DrillDesk", "Member", "contact_for"]

_LONGEST_REASON = 300
_OVERRULING = ("override", "override-undone")


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody a drill is for; the name is the login where nobody is registered."""

    login: str
    name: str


class DrillDesk:
    """The drills that the viewer of a workplace may see, and what may be done with them."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self._store = workplace.store

    # ------------------------------------------------------------ reading

    def drills(self) -> Drills:
        """All of them for a lead, their own for anybody else."""
        found = read_drills(self._store.facts(KINDS))
        if self._store.sees_all:
            return found
        login = self._workplace.trainee
        return Drills(tuple(r for r in found.records if r.is_for(login)))

    def find(self, prefix: str) -> DrillRecord:
        """The one drill whose id, or whose part after the day, begins so; raises UsageError."""
        wanted = prefix.strip().lower()
        records = self.drills().records if wanted else ()
        found = [r for r in records if r.drill.id.startswith(wanted)]
        if not found:
            found = [r for r in records if r.drill.id.partition("-")[2].startswith(wanted)]
        exact = [r for r in found if r.drill.id == wanted]
        if exact or len(found) == 1:
            return (exact or found)[0]
        if not found:
            raise UsageError("drill.unknown", drill=prefix)
        examples = ", ".join(r.drill.id for r in found[:3]) + (", …" if len(found) > 3 else "")
        raise UsageError("drill.ambiguous", drill=prefix, examples=examples)

    def catalogue(self, records: Iterable[DrillRecord]) -> Catalogue:
        """What of the scenarios of *records* can be played here; a broken one counts as gone."""
        wanted = {s.id for r in records for s in r.drill.scenarios}
        return Catalogue(self._digests(wanted), ENGINE_VERSION)

    def members(self, record: DrillRecord, summaries: Iterable[SessionSummary]) -> list[Member]:
        """Whom a drill is for, by name. Where nobody is registered, everybody is who has played.

        One for everyone is for all trainees, and for whoever else has done any of it: a lead who
        played it before the others came in, somebody whose contacts were imported.
        """
        people = {p.login: p for p in self._store.people()}
        logins = dict.fromkeys(record.assigned)
        if record.drill.everyone and people:
            logins.update(
                dict.fromkeys(p.login for p in people.values() if p.active and p.role == "trainee")
            )
            played = dict.fromkeys(s.header.trainee for s in summaries if is_played(s))
            logins.update((p, None) for p in played if p not in people or people[p].active)
        elif record.drill.everyone:
            logins.update(dict.fromkeys((s.header.trainee for s in summaries), None))
            logins.setdefault(self._workplace.trainee)
        if not self._store.sees_all:
            logins = {k: v for k, v in logins.items() if k == self._workplace.trainee}
        found = [Member(x, people[x].name if x in people else x) for x in logins]
        return sorted(found, key=lambda member: (member.name, member.login))

    def contacts(self, record: DrillRecord) -> list[SessionSummary]:
        """Everything that was played for a drill, as far as the viewer may see it."""
        return self._store.of_occasion(drill_occasion(record.drill.id))

    def standings(
        self, record: DrillRecord, summaries: Sequence[SessionSummary]
    ) -> tuple[list[tuple[Member, PersonStanding]], Catalogue]:
        """Where everybody stands, by name; *summaries* are the ``contacts`` of the drill."""
        of_person: dict[str, list[SessionSummary]] = {}
        for summary in summaries:
            of_person.setdefault(summary.header.trainee, []).append(summary)
        catalogue, judging = self.catalogue([record]), self._judging(record.drill)
        now = self._workplace.now()

        def stand(login: str) -> PersonStanding:
            mine = of_person.get(login, ())
            return standing(record, login, mine, now, catalogue=catalogue, judging=judging)

        found = [(member, stand(member.login)) for member in self.members(record, summaries)]
        return found, catalogue

    def standing_of(self, record: DrillRecord, login: str) -> PersonStanding:
        """Where one person stands."""
        summaries = self._store.of_occasion(drill_occasion(record.drill.id), login)
        return standing(
            record,
            login,
            summaries,
            self._workplace.now(),
            catalogue=self.catalogue([record]),
            judging=self._judging(record.drill),
        )

    def offers(self) -> tuple[DrillOffer, ...]:
        """The viewer's own open drills in which something is left to play; the first is next."""
        login = self._workplace.trainee
        mine = [r for r in self.drills().open if r.is_for(login)]
        return open_drills(mine, {r.drill.id: self.standing_of(r, login) for r in mine})

    # ------------------------------------------------------------ what leads do

    def make(self, plan: DrillPlan, *, late: bool = False) -> DrillRecord:
        """Store a new drill and whom it is for; all of it or nothing.

        Raises UsageError, UnknownScenario, NotAllowed or another StoreError.
        """
        now = self._workplace.now()
        known = dict.fromkeys(self._workplace.library.ids, "")
        known.update(self._digests({s for s in plan.scenarios if s in known}, strict=True))
        self._require_known(plan.logins)
        taken = {fact.subject or "" for fact in self._store.facts((DEFINED,))}
        drill = planned(plan, new_drill_id(now, taken), known, now, late=late)
        entries: list[tuple[str, str | None, str | None, Mapping[str, JSON]]] = [
            (DEFINED, None, drill.id, drill.to_body())
        ]
        entries += [(ASSIGNED, login, drill.id, {}) for login in dict.fromkeys(plan.logins)]
        self._store.add_facts(entries, now)
        return self.find(drill.id)

    def assign(self, record: DrillRecord, logins: Sequence[str]) -> list[str]:
        """Make it theirs too; who is new. Raises UsageError for a closed drill or nobody known."""
        self._require_open(record)
        self._require_known(logins)
        new = [login for login in dict.fromkeys(logins) if login not in record.assigned]
        if new:
            entries: list[tuple[str, str | None, str | None, Mapping[str, JSON]]] = [
                (ASSIGNED, login, record.drill.id, {}) for login in new
            ]
            self._store.add_facts(entries, self._workplace.now())
        return new

    def close(self, record: DrillRecord, reason: str = "") -> None:
        """No more contacts of it from now on. Raises UsageError where it is closed already."""
        self._require_open(record)
        said = clean_text(reason, keep_newlines=False).strip()[:_LONGEST_REASON]
        self._store.add_fact(
            CLOSED,
            person=None,
            subject=record.drill.id,
            body={"reason": said},
            now=self._workplace.now(),
        )

    # ------------------------------------------------------------ what trainees do

    def next_step(self, record: DrillRecord) -> NextStep:
        """What the viewer has to play next; raises UsageError that tells why there is nothing."""
        self._require_open(record)
        login, drill = self._workplace.trainee, record.drill
        if not record.is_for(login):
            raise UsageError("drill.not-yours", drill=drill.id, login=login)
        stand = self.standing_of(record, login)
        if stand.next is not None:
            return stand.next
        gone = [s.scenario for s in stand.scenarios if s.text == "gone" and not s.passed]
        if gone:
            raise UsageError("drill.gone", drill=drill.id, scenario=gone[0])
        if stand.passed == len(stand.scenarios):
            raise UsageError("drill.all-done", drill=drill.id)
        raise UsageError("drill.no-attempts", drill=drill.id, attempts=drill.attempts or 0)

    # ------------------------------------------------------------ inner

    def _judging(self, drill: Drill) -> Judging:
        """By the scorecard, or by the lead where a lead has overruled it.

        The rubric is read only where something hangs on it: it takes longer than all the rest.
        """
        overruled: dict[str, list[Fact]] = {}
        for fact in self._store.facts(_OVERRULING):
            overruled.setdefault(fact.subject or "", []).append(fact)
        if not overruled and drill.pass_mark is None:
            return Judging()
        rules = TotalRules.of(self._workplace.judge.rubric)

        def effective(summary: SessionSummary) -> tuple[int | None, bool | None]:
            facts = overruled.get(summary.id)
            figures = Figures.from_json(summary.digest) if facts else None
            if facts is None or figures is None:
                return by_scorecard(summary)
            verdict = verdict_of(summary.id, figures, facts, rules)
            return verdict.effective.total, verdict.decided

        return Judging(effective, rules.fails)

    def _digests(self, wanted: Iterable[str], *, strict: bool = False) -> dict[str, str]:
        library = self._workplace.library
        found = {}
        for scenario_id in sorted(set(wanted) & set(library.ids)):
            try:
                found[scenario_id] = library.digest(scenario_id)
            except SourceError:
                if strict:
                    raise
        return found

    def _require_open(self, record: DrillRecord) -> None:
        if record.closed is not None:
            raise UsageError(
                "drill.closed", drill=record.drill.id, at=f"{record.closed.at:%Y-%m-%d %H:%M} UTC"
            )

    def _require_known(self, logins: Iterable[str]) -> None:
        """On a machine of one's own, anybody's contacts may be taken in later, and its owner need not be
        registered."""
        people = {p.login for p in self._store.people() if p.active}
        closed = bool(people) or self._is_shared
        if not self._is_shared:
            people.add(self._workplace.trainee)
        unknown = [one for one in logins if not one.strip() or (closed and one not in people)]
        if unknown:
            raise UsageError("person.unknown", login=", ".join(unknown))

    @property
    def _is_shared(self) -> bool:
        return not self._store.database.watches_file


def contact_for(workplace: Workplace, step: NextStep, language: Language) -> Contact:
    """The contact of *step*: gone on with, or begun. *language* counts where the drill leaves it open.

    Raises what ``Contact.begin`` and ``Contact.resume`` raise.
    """
    from simulator.contact import Contact, Start

    if step.session is not None:
        return Contact.resume(workplace, step.session)
    return Contact.begin(
        workplace,
        Start(
            scenario=step.scenario,
            language=step.language or language,
            mode=cast("Mode", step.mode),
            seed=step.seed,
            intensity=step.intensity,
            occasion=drill_occasion(step.drill),
        ),
    )
