"""What the tests of programmes share: a small programme, and contacts played by exemplars."""

from __future__ import annotations

from pathlib import Path

from simulator.contact import Contact, Start
from simulator.practice.standing import Play
from simulator.workplace import Workplace
from simulator.writing.exemplars import take_step

SMALL = """\
id: small
version: 2
title: {ja: "小さな<b>研修</b>", en: "A small <b>course</b>"}
about: {ja: "試し", en: "A try"}
steps:
  - id: hello
    kind: orientation
    title: {ja: "読む", en: "Read"}
    page: {ja: "一行目\\n二行目", en: "One line"}
  - id: calls
    kind: practice
    title: {ja: "練習", en: "Practice"}
    scenarios: [late-delivery, testimonial-address]
    pass: {score: 70, each: 60, no-gate: true, passes: 2}
"""


def own_programme(home: Path, text: str = SMALL, name: str = "small") -> Path:
    """Put a programme into a data directory."""
    file = home / "programmes" / f"{name}.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def play(workplace: Workplace, following: Play, exemplar: str = "good") -> Contact:
    """The next contact of a programme, answered as an exemplar does, and scored."""
    found = workplace.library.exemplar(following.scenario, f"{following.language}-{exemplar}")
    start = Start(
        following.scenario,
        following.language,
        following.mode,
        found.seed,
        following.intensity,
        occasion=following.occasion,
    )
    contact = Contact.begin(workplace, start)
    for step in found.steps:
        take_step(contact, step)
    contact.conclude()
    return contact
