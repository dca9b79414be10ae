"""What the screens of programmes show, gathered in one go in the back room. Nothing is drawn here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from scenarios.language import Language
from scenarios.problems import SourceError
from simulator.certificates.issue import Issued, issue, usual_path
from simulator.enrolment import Enrolment, enrolment
from simulator.practice.attempts import Attempt
from simulator.practice.occasions import Occasion
from simulator.practice.standing import Standing
from simulator.tui.failures import failure_text

if TYPE_CHECKING:
    from scenarios.programme_files import FoundProgramme
    from simulator.contact import Contact
    from simulator.practice.standing import StepStanding
    from simulator.workplace import Workplace

__all__ = ["Aftermath", "Course", "Offer", "aftermath", "belongs_to", "certify", "every", "look"]


@dataclass(frozen=True, slots=True)
class Course:
    """One programme with where the person stands in it."""

    found: FoundProgramme
    standing: Standing
    enrolled: Enrolment
    titles: Mapping[str, str]
    """Scenario to its title in the language of the interface; without those that are not here."""
    file: Path
    """Where a certificate usually goes."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A programme in the list of those to choose from."""

    id: str
    title: str
    about: str
    done: int
    """Steps done."""
    count: int
    """Steps in all; 0 where the programme cannot be read, and ``about`` tells why."""
    begun: bool


@dataclass(frozen=True, slots=True)
class Aftermath:
    """What a contact brought for the step that it was played for."""

    standing: Standing
    row: StepStanding
    attempt: Attempt | None
    """None: it was stopped."""


def look(
    workplace: Workplace, language: Language, programme: str | None, spoken: Language | None
) -> Course | tuple[Offer, ...]:
    """The programme of this id, or the only one or the one that was begun; else all to choose from.

    *spoken* is the language of contacts that is asked about; None: that of the latest one. Raises
    UsageError, SourceError and StoreError.
    """
    enrolled = enrolment(workplace, language)
    found = enrolled.choose(programme)
    if found is None:
        return offers(enrolled)
    standing = enrolled.standing(found.programme, spoken or enrolled.spoken(found.programme.id))
    titles = _titles(standing, workplace, language)
    return Course(found, standing, enrolled, titles, usual_path(standing, enrolled))


def every(workplace: Workplace, language: Language) -> tuple[Offer, ...]:
    """All programmes to choose from; raises SourceError and StoreError."""
    return offers(enrolment(workplace, language))


def offers(enrolled: Enrolment) -> tuple[Offer, ...]:
    """Those of *enrolled*, begun ones first; one that cannot be read says why."""
    found = [_offer(one, enrolled) for one in enrolled.programmes.ids]
    return tuple(sorted(found, key=lambda offer: not offer.begun))


def _offer(programme_id: str, enrolled: Enrolment) -> Offer:
    language = enrolled.language
    try:
        programme = enrolled.programmes.read(programme_id).programme
    except SourceError as error:
        return Offer(programme_id, programme_id, failure_text(error, language), 0, 0, False)
    standing = enrolled.standing(programme, enrolled.spoken(programme_id))
    return Offer(
        programme_id,
        programme.title.of(language),
        programme.about.of(language),
        sum(row.state == "done" for row in standing.steps),
        len(standing.steps),
        enrolled.begun(programme_id),
    )


def _titles(standing: Standing, workplace: Workplace, language: Language) -> dict[str, str]:
    library, found = workplace.library, {}
    for name in {name for row in standing.steps for name in row.step.scenarios}:
        if name in library.ids:
            try:
                found[name] = library.card(name).title.of(language)
            except SourceError:  # told on the first screen; its id has to do here
                found[name] = name
    return found


def certify(workplace: Workplace, course: Course, path: Path) -> Issued:
    """The certificate of a finished course, written to *path*; raises UsageError and StoreError.

    Where the person stands is looked up anew, so that what is signed is what is stored now.
    """
    enrolled = enrolment(workplace, course.enrolled.language)
    found = enrolled.need(course.found.programme.id)
    standing = enrolled.standing(found.programme, course.standing.language)
    return issue(found, standing, enrolled, workplace, path)


def belongs_to(contact: Contact) -> Occasion | None:
    """The programme and step that *contact* is played for, if it is for any."""
    occasion = Occasion.read(contact.start.occasion)
    return occasion if occasion is not None and occasion.kind == "programme" else None


def aftermath(workplace: Workplace, contact: Contact, language: Language) -> Aftermath | None:
    """What the finished *contact* brought; None where it belongs to no step that is there.

    Raises StoreError and SourceError.
    """
    occasion = belongs_to(contact)
    if occasion is None:
        return None
    enrolled = enrolment(workplace, language)
    if occasion.id not in enrolled.programmes.ids:
        return None
    programme = enrolled.programmes.read(occasion.id).programme
    standing = enrolled.standing(programme, contact.language)
    row = standing.row(occasion.step)
    if row is None:
        return None
    attempt = next((one for one in row.attempts if one.session == contact.session_id), None)
    if attempt is None and not contact.stopped:
        return None  # the step no longer names its scenario
    return Aftermath(standing, row, attempt)
