"""The case note of the line mode: asked for field by field, or typed as the help has it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.contact import Contact, Start
from simulator.line.plain import PlainDoor
from simulator.workplace import Workplace, temporary_workplace


@pytest.fixture
def workplace(tmp_path: Path) -> Iterator[Workplace]:
    made = temporary_workplace(tmp_path)
    yield made
    made.close()


def filed(workplace: Workplace, entries: str, *, interactive: bool) -> dict[str, str]:
    contact = Contact.begin(workplace, Start("late-delivery", "en", "practice", 4))
    while not contact.ended:
        contact.end()
    PlainDoor(contact, io.StringIO(entries), lambda _: None, interactive=interactive).run()
    return dict(contact.state.note or {})


@pytest.mark.parametrize("interactive", [True, False])
def test_note_lines_are_taken_as_the_help_says(workplace: Workplace, interactive: bool) -> None:
    note = filed(
        workplace, "/note happened A parcel is late.\n\n\n\n\n\n\n", interactive=interactive
    )
    assert note.get("happened") == "A parcel is late."


def test_a_field_that_is_asked_for_takes_what_is_typed(workplace: Workplace) -> None:
    note = filed(workplace, "A parcel is late.\nTo know where it is.\n\n\n\n\n", interactive=True)
    assert note["happened"] == "A parcel is late."
    assert note["wish"] == "To know where it is."
