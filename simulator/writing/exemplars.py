"""Exemplars played through the real contact, and held against the band that their files state.

Used by the command ``test``, by the demo and by the tests of the library, so all of them play and
judge alike.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from scenarios import lint_texts  # noqa: F401  (registers the words of the codes)
from scenarios.language import LANGUAGES, Language, Text
from scenarios.problems import Problem, SourceError, make_problem
from scenarios.text import TextTooLong
from simulator.contact import Contact, Start
from simulator.engine.events import DeskAnswered, EventError
from simulator.failure import describe
from simulator.workplace import temporary_workplace

if TYPE_CHECKING:
    from scenarios.loader import Library
    from scenarios.model import Band, Exemplar, ExemplarStep
    from scoring.model import Scorecard
    from simulator.engine.events import Output
    from simulator.workplace import Workplace

__all__ = [
    "Checked",
    "Miss",
    "MoveRefused",
    "Refused",
    "check_exemplar",
    "play",
    "practice_room",
    "spoken_in",
    "take_step",
]

MissKind = Literal[
    "ending", "total", "empathy", "policy", "resolution", "passed", "gate", "step", "file", "name"
]
UNTOLD = "-"


@dataclass(frozen=True, slots=True)
class Miss:
    """One way in which an exemplar is not where it should be."""

    kind: MissKind
    got: Text
    """What came instead, or why the move with this number could not be made."""
    wanted: str = ""
    """What the band asks for."""
    step: int = 0
    """Number of the move that could not be made, from 1."""


class MoveRefused(Exception):
    """A move of an exemplar that cannot be made; ``why`` says it in words."""

    def __init__(self, step: int, why: Text) -> None:
        super().__init__(step, why.en)
        self.step, self.why = step, why


@dataclass(frozen=True, slots=True)
class Refused:
    """An action of an exemplar that the desk turned down."""

    step: int
    """Number of the move, from 1."""
    action: str
    why: Text


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of one exemplar."""

    scenario: str
    name: str
    """Of its file, such as ``ja-good``."""
    ending: str | None = None
    total: int | None = None
    empathy: int | None = None
    policy: int | None = None
    resolution: int | None = None
    passed: bool | None = None
    gates: tuple[str, ...] = ()
    band: Band | None = None
    misses: tuple[Miss, ...] = ()
    refused: tuple[Refused, ...] = ()
    problems: tuple[Problem, ...] = ()
    """Why its file or its scenario could not be read, or what is wrong with the file's name."""

    @property
    def fits(self) -> bool:
        return not self.misses

    @property
    def can_be_shown(self) -> bool:
        """Whether the demo, which goes by file names, finds and plays it."""
        return self.total is not None and all(miss.kind != "name" for miss in self.misses)


def spoken_in(name: str) -> Language | None:
    """The language by which the name of an exemplar's file begins; None where by none."""
    return next((language for language in LANGUAGES if name.startswith(f"{language}-")), None)


@contextmanager
def practice_room(library: Library) -> Iterator[Workplace]:
    """A workplace for contacts of which nothing is kept."""
    with tempfile.TemporaryDirectory() as folder:
        workplace = temporary_workplace(Path(folder), library)
        try:
            yield workplace
        finally:
            workplace.close()


def play(workplace: Workplace, exemplar: Exemplar, refused: list[Refused] | None = None) -> Contact:
    """The contact after all moves of the exemplar; closed where they leave it open.

    What the desk turned down is added to *refused*. Raises MoveRefused.
    """
    start = Start(exemplar.scenario, exemplar.language, "practice", exemplar.seed)
    contact = Contact.begin(workplace, start)
    for number, step in enumerate(exemplar.steps, 1):
        try:
            outputs = take_step(contact, step)
        except (EventError, TextTooLong) as error:
            why = Text(describe(error, "ja")[0], describe(error, "en")[0])
            raise MoveRefused(number, why) from error
        if refused is not None:
            refused += (
                Refused(number, output.action, output.text)
                for output in outputs
                if isinstance(output, DeskAnswered) and not output.ok
            )
    if not contact.ended:
        contact.end()
    return contact


def take_step(contact: Contact, step: ExemplarStep) -> tuple[Output, ...]:
    """One move. A trainee could make none after the end, and writes the note only there."""
    if step.note is not None:
        may_file = contact.ended and not contact.stopped and not contact.note_filed
        return contact.file_note(step.note) if may_file else ()
    if contact.ended:
        return ()
    if step.reply is not None:
        return contact.reply(step.reply)
    if step.action is not None:
        return contact.act(step.action, step.args)
    return contact.wait(step.wait) if step.wait is not None else contact.end()


def check_exemplar(workplace: Workplace, scenario_id: str, name: str) -> Checked:
    """Play the exemplar of this file name and hold its scorecard against its band.

    Never raises for what stands in the files: what cannot be read or played is a miss.
    """
    refused: list[Refused] = []
    try:
        exemplar = workplace.library.exemplar(scenario_id, name)
        contact = play(workplace, exemplar, refused)
    except SourceError as error:
        unread = Miss("file", Text("", ""))
        return Checked(scenario_id, name, misses=(unread,), problems=error.problems)
    except MoveRefused as error:
        return Checked(scenario_id, name, misses=(Miss("step", error.why, step=error.step),))
    card = contact.scorecard()
    problems = _misnamed(workplace.library, exemplar, name)
    misses = [Miss("name", Text("", ""))] if problems else []
    return Checked(
        scenario_id,
        name,
        ending=contact.state.ending,
        total=card.total,
        empathy=card.scores["empathy"],
        policy=card.scores["policy"],
        resolution=card.scores["resolution"],
        passed=card.passed,
        gates=tuple(gate.breach.value for gate in card.gates),
        band=exemplar.band,
        misses=(*misses, *_misses(contact.state.ending, card, exemplar.band)),
        refused=tuple(refused),
        problems=problems,
    )


def _misnamed(library: Library, exemplar: Exemplar, name: str) -> tuple[Problem, ...]:
    """What is wrong with a name by which nothing but this check finds the exemplar."""
    if spoken_in(name) == exemplar.language:
        return ()
    file = f"{name}.yaml"
    path = library.holder(exemplar.scenario).path(exemplar.scenario, "exemplars", file)
    return (make_problem(path, 0, 0, "S121", {"name": file, "value": exemplar.language}),)


def _misses(ending: str | None, card: Scorecard, band: Band) -> Iterator[Miss]:
    if ending not in band.endings:
        yield Miss("ending", _same(ending or UNTOLD), ", ".join(band.endings))
    limits: dict[MissKind, tuple[int | None, tuple[int, ...]]] = {
        "total": (card.total, band.total),
        "empathy": (card.scores["empathy"], band.empathy),
        "policy": (card.scores["policy"], band.policy),
        "resolution": (card.scores["resolution"], band.resolution),
    }
    for kind, (score, limit) in limits.items():
        if limit and (score is None or not limit[0] <= score <= limit[1]):
            got = UNTOLD if score is None else str(score)
            yield Miss(kind, _same(got), f"{limit[0]}-{limit[1]}")
    if card.passed != band.passed:
        yield Miss("passed", _same(str(card.passed).lower()), str(band.passed).lower())
    fallen = [gate.breach for gate in card.gates]
    if band.gate is not None and band.gate not in fallen:
        yield Miss("gate", _same(", ".join(fallen) or UNTOLD), band.gate.value)


def _same(text: str) -> Text:
    return Text(text, text)
