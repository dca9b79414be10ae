"""Hints in every stage of every scenario: always text, always about this moment, never a breach."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from scenarios.language import LANGUAGES, Language
from scenarios.loader import builtin_library
from scoring.model import Level
from scoring.open_points import OpenPoint, Progress
from simulator.contact import Contact, Start
from simulator.engine.events import ReplySent
from simulator.hints import hint_for, pointer
from simulator.workplace import Workplace, temporary_workplace
from simulator.writing.exemplars import play

LIBRARY = builtin_library()


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workplace]:
    made = temporary_workplace(Path(tmp_path_factory.mktemp("hints")), LIBRARY)
    yield made
    made.close()


def moments(contact: Contact) -> Iterator[str]:
    """Puts the contact into each of its stages, before and after the identity check."""
    first = contact.state
    for stage in contact.scenario.stages:
        for checked in (False, True) if contact.scenario.identity.needed else (False,):
            contact.state = replace(first, stage=stage, identity_checked=checked)
            yield stage
    contact.state = first


def texts(contact: Contact) -> list[str]:
    """What the three levels say now."""
    now = contact.state
    told = []
    for asked in range(3):
        contact.state = replace(now, hints=((contact.turn, 1),) * asked)
        hint = hint_for(contact)
        assert hint.level == asked + 1
        told.append(hint.text)
    contact.state = now
    return told


def open_point(contact: Contact) -> OpenPoint:
    """The point that hints are about before anything has been said."""
    return next(contact.workplace.judge.open_points(contact.moment, Progress()))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scenario", LIBRARY.ids)
def test_three_levels_in_every_stage(
    workplace: Workplace, scenario: str, language: Language
) -> None:
    """Three different texts; the example does better at its point than silence, and breaks nothing."""
    contact = Contact.begin(workplace, Start(scenario, language, "practice", 1))
    judge = workplace.judge
    for stage in moments(contact):
        question, way, example = told = texts(contact)
        assert all(told) and len(set(told)) == 3, (stage, told)
        assert "{" not in "".join(told)
        assert question.rstrip().endswith(("?", "。", "か。")), (stage, question)
        assert pointer(contact)
        point, moment = open_point(contact), contact.moment
        assert point.example is not None, stage
        words = point.example.of(language)
        assert words.strip().removesuffix("。") in example
        grade = judge.grade(judge.read(words, moment), moment)
        silent = judge.grade(judge.read("", moment), moment)
        assert not grade.breaches, (stage, words)
        mine = next(c for c in grade.criteria if c.criterion == point.criterion)
        other = next(c for c in silent.criteria if c.criterion == point.criterion)
        assert mine.level in (Level.MET, Level.PARTLY)
        assert mine.points > other.points, (stage, point.criterion, words)
        assert way != question


@pytest.mark.parametrize("scenario", LIBRARY.ids)
@pytest.mark.parametrize("kind", ["good", "poor"])
def test_hints_in_the_course_of_a_contact(workplace: Workplace, scenario: str, kind: str) -> None:
    """Before each reply of an exemplar all levels speak, and no example says again what was said."""
    language: Language = LANGUAGES[LIBRARY.ids.index(scenario) % 2]
    played = play(workplace, LIBRARY.exemplar(scenario, f"{language}-{kind}"))
    contact = Contact.begin(workplace, replace(played.start, mode="practice"))
    for event in played.events:
        if contact.ended:
            break
        if isinstance(event, ReplySent):
            told = texts(contact)
            assert all(told)
            newest = contact.state.heard[-1:] and contact.state.heard[-1].topics
            said = [contact.scenario.topics[name].say for name in newest or ()]
            assert not any(say and say.of(language).strip() in told[2] for say in said)
        contact.send(event)
