"""Stored contacts played again and scored by other rules, on all cores; nothing stored is changed.

A contact is played by the rules in force, so that its customer is the one who was met, and what was
said is graded by the proposed rules. Ten thousand of them take minutes: what is done is appended
to a work file in the data directory, named by both sets of rules, and an interrupted run goes on
where it was.
"""

from __future__ import annotations

import json
import os
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from scenarios.problems import SourceError
from scoring.report import scorecard_json
from scoring.rubrics.rubric import load_rubric
from simulator.adopted import RuleTexts, encoded, library_with, rules_digest
from simulator.contact import Contact
from simulator.engine.session import ENGINE_VERSION, case_end, played_turns
from simulator.errors import NotAllowed, OutdatedSession, StoreDamaged
from simulator.machine.many import for_each
from simulator.machine.workers import processes
from simulator.team.rescore import Comparison, Rescored, Scored, compare
from simulator.workplace import Workplace, open_workplace

if TYPE_CHECKING:
    from scoring.judge import Judge
    from scoring.model import PlayedTurn, Scorecard
    from simulator.store.model import SessionSummary, StoredScorecard

__all__ = ["Rescoring"]

_BATCH: Final = 16
"""Contacts a process takes at a time: some seconds' work, and the most that Ctrl-C loses of each."""
_FOLDER: Final = "rescoring"
_KEPT_DAYS: Final = 30

Row = list[Any]
"""Session, entries, scorecards, and then before, after, older; or the reason for leaving it out."""


@dataclass
class Rescoring:
    """One proposal held against the stored contacts."""

    workplace: Workplace
    proposed: RuleTexts
    folder: Path
    """The data directory."""
    since: datetime | None = None
    left_out: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        """Raises NotAllowed for whoever may not see everybody's contacts."""
        if not self.workplace.store.sees_all:
            raise NotAllowed("not-allowed")

    @property
    def work_file(self) -> Path:
        """What is done already of exactly this comparison."""
        judge = self.workplace.judge
        parts = {
            "engine": ENGINE_VERSION,
            "rules": judge.rules.digest,
            "ledger": _ledger_digest(),
            "before": judge.rubric.digest,
            "in force": rules_digest(self.workplace.rules),
            "proposed": rules_digest(self.proposed),
        }
        return self.folder / _FOLDER / f"{rules_digest(parts)[:32]}.jsonl"

    def run(
        self, told: Callable[[int, int], None] = lambda _done, _all: None, jobs: int | None = None
    ) -> Comparison:
        """Score whatever is not done yet; *told* is called with the number done and that of all."""
        summaries = {summary.id: summary for summary in self._summaries()}
        done = {
            session: row
            for session, row in self._done().items()
            if session in summaries and row[1:3] == _state(summaries[session])
        }
        todo = [session for session in summaries if session not in done]
        # Contacts of one scenario together: a process makes the readers of each scenario only once.
        todo.sort(key=lambda s: (summaries[s].header.scenario_id, summaries[s].header.language, s))
        told(len(done), len(summaries))
        for rows in self._score(todo, processes(jobs)):
            done.update((row[0], row) for row in rows)
            told(len(done), len(summaries))
        contacts = []
        for session, summary in summaries.items():
            row = done[session]
            if len(row) == 4:
                self.left_out[row[3]] += 1
            else:
                contacts.append(_rescored(summary, row))
        return compare(contacts, self.left_out)

    # ------------------------------------------------------------ which

    def _summaries(self) -> Iterator[SessionSummary]:
        """Contacts that can be rescored as far as their headers tell; the others are counted."""
        self.left_out.clear()
        digests: dict[str, str] = {}
        for summary in self.workplace.store.history():
            if self.since is not None and summary.header.started() < self.since:
                return  # newest first
            reason = self._reason(summary, digests)
            if reason is None:
                yield summary
            else:
                self.left_out[reason] += 1
        self.left_out["damaged"] += len(self.workplace.store.damaged_sessions)

    def _reason(self, summary: SessionSummary, digests: dict[str, str]) -> str | None:
        """Why it cannot be rescored."""
        if summary.state != "ended":
            return "unfinished"
        if summary.stopped:
            return "stopped"
        header, library = summary.header, self.workplace.library
        scenario = header.scenario_id
        if scenario not in library.ids:
            return "gone"
        if scenario not in digests:
            try:
                digests[scenario] = library.digest(scenario)
            except SourceError:
                digests[scenario] = ""
        same = (digests[scenario], ENGINE_VERSION)
        return None if same == (header.scenario_hash, header.engine_version) else "changed"

    # ------------------------------------------------------------ the work file

    def _done(self) -> dict[str, Row]:
        try:
            lines = self.work_file.read_text(encoding="utf-8").split("\n")
        except (OSError, ValueError):
            return {}
        found = {}
        for line in lines:
            try:
                row = json.loads(line)
                if len(row) > 4:
                    Scored.from_json(row[3]), Scored.from_json(row[4])
                found[str(row[0])] = row
            except (ValueError, TypeError, LookupError, AttributeError):
                continue  # the end of a run that was cut off; done again
        return found

    def _score(self, todo: Sequence[str], jobs: int) -> Iterator[list[Row]]:
        if not todo:
            return
        size = max(1, min(_BATCH, -(-len(todo) // jobs)))
        batches = [
            _Batch(tuple(todo[at : at + size]), dict(self.proposed))
            for at in range(0, len(todo), size)
        ]
        self.work_file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _forget_old(self.work_file.parent)
        number = os.open(self.work_file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        with os.fdopen(number, "w", encoding="utf-8") as file:
            try:
                file.write("\n")  # what was cut off stays a line of its own
                for rows in for_each(_score_batch, batches, jobs):
                    file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
                    file.flush()
                    yield rows
            finally:
                _close_bench()


def _forget_old(folder: Path) -> None:
    """Comparisons that nobody has gone on with for a month."""
    oldest = time.time() - _KEPT_DAYS * 86_400
    for path in folder.glob("*.jsonl"):
        with suppress(OSError):
            if path.stat().st_mtime < oldest:
                path.unlink()


def _ledger_digest() -> str:
    from scoring.ledger import ledger_digest

    return ledger_digest()


def _state(summary: SessionSummary) -> list[int]:
    """What is stored only grows, so these tell whether it is still the same."""
    return [summary.event_count, summary.scorecard_count]


def _rescored(summary: SessionSummary, row: Row) -> Rescored:
    header = summary.header
    return Rescored(
        summary.id,
        header.scenario_id,
        header.trainee,
        header.started_at,
        Scored.from_json(row[3]),
        Scored.from_json(row[4]),
        row[5] is True,
    )


# ---------------------------------------------------------------- in each process


@dataclass(frozen=True)
class _Batch:
    sessions: tuple[str, ...]
    rules: RuleTexts
    """The proposed ones."""


@dataclass
class _Bench:
    """What one process scores with; made once, since the judges are what takes long to load."""

    workplace: Workplace
    proposed: Workplace
    """The same with the proposed rules; its store is not used."""

    @classmethod
    def of(cls, batch: _Batch) -> _Bench:
        here = open_workplace()
        if _handbooks(here.rules) != _handbooks(batch.rules):
            library = library_with(here.library, batch.rules)
            return cls(here, replace(here, library=library, rules=batch.rules, _judge=None))
        # The readers, which take long to make, serve both.
        rubric = load_rubric(texts=encoded(batch.rules))
        judge = replace(here.judge, rubric=rubric, _moments={})
        return cls(here, replace(here, rules=batch.rules, _judge=judge))

    @property
    def rereads(self) -> bool:
        """Whether other handbooks may have replies understood otherwise."""
        return self.proposed.library is not self.workplace.library


def _handbooks(rules: RuleTexts) -> Mapping[str, str]:
    return {name: text for name, text in rules.items() if name.startswith("handbook")}


_bench: _Bench | None = None


def _score_batch(batch: _Batch) -> list[Row]:
    global _bench  # noqa: PLW0603 - lives as long as the process, or until the run is over
    if _bench is None or _bench.proposed.rules != batch.rules:
        _close_bench()
        _bench = _Bench.of(batch)
    return [_row(_bench, session) for session in batch.sessions]


def _close_bench() -> None:
    global _bench  # noqa: PLW0603
    if _bench is not None:
        _bench.workplace.close()
        _bench = None


def _row(bench: _Bench, session: str) -> Row:
    workplace = bench.workplace
    try:
        contact = Contact.resume(workplace, session)
        cards = workplace.store.scorecards(session)
        state = [len(contact.events), len(cards)]
    except OutdatedSession:
        return [session, 0, 0, "changed"]
    except (StoreDamaged, SourceError):
        return [session, 0, 0, "damaged"]
    judge = workplace.judge
    known = _stored_under(cards, judge, contact)
    before = known or Scored.of_card(scorecard_json(contact.scorecard()))
    after = Scored.of_card(scorecard_json(_proposed_card(bench, contact)))
    return [session, *state, before.to_json(), after.to_json(), known is None]


def _stored_under(
    cards: Sequence[StoredScorecard], judge: Judge, contact: Contact
) -> Scored | None:
    """The stored scores, where they were made by exactly the rules in force."""
    if not cards or dict(cards[-1].versions) != asdict(judge.versions(contact.scenario)):
        return None
    return Scored.of_card(json.loads(cards[-1].card))


def _proposed_card(bench: _Bench, contact: Contact) -> Scorecard:
    judge, library = bench.proposed.judge, bench.proposed.library
    scenario = library.scenario(contact.scenario.id)
    turns = played_turns(contact.state)
    if bench.rereads:
        turns = tuple(
            _reread(judge, turn, replace(turn.moment, scenario=scenario)) for turn in turns
        )
    end = case_end(contact.setup, contact.state)
    return judge.scorecard(turns, end, scenario, contact.language)


def _reread(judge: Judge, turn: PlayedTurn, moment: Any) -> PlayedTurn:
    return replace(turn, moment=moment, reading=judge.read(turn.reply, moment))
