"""A contact followed from outside: everything of it is seen, and nothing is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from tui_world import World

from simulator.contact import Contact
from simulator.errors import UnknownSession
from simulator.line.watch_text import WatchLines
from simulator.store import Person
from simulator.team.board_reader import BoardReader
from simulator.team.drill_plan import DrillPlan
from simulator.team.drilling import DrillDesk, contact_for
from simulator.team.follow import Followed, session_to_follow


def test_a_followed_contact(tmp_path: Path) -> None:
    """The same transcript, mood and grades as the contact itself; the store stays as it was."""
    workplace = World(tmp_path).workplace()
    contact = Contact.begin(workplace, World(tmp_path).start("test"))
    contact.save_draft("書きかけ")
    outside = workplace.another()
    followed = Followed(outside, session_to_follow(outside, "trainee"))
    lines = WatchLines(followed, "ja")
    assert "お客様: " in "\n".join(lines.new())
    assert (lines.new(), followed.replies) == ([], 0)

    contact.reply("お待たせしております。")
    contact.act("ask-carrier")
    contact.save_draft("続き")
    before = workplace.store.export_session(contact.session_id)
    assert followed.catch_up() == 2
    assert followed.contact.entries == contact.entries
    assert followed.contact.mood == contact.mood
    assert followed.contact.grade(1).scores == contact.grade(1).scores
    told = lines.new()
    assert "受講者: お待たせしております。" in told
    assert any("返答1" in line and "40" in line for line in told)
    assert workplace.store.export_session(contact.session_id) == before

    contact.end()
    followed.catch_up()
    assert followed.contact.ended
    assert not followed.over
    assert any("対応記録を書いています" in line for line in lines.new())
    assert lines.new() == []
    outside.close()
    workplace.close()


def test_a_contact_that_was_stopped(tmp_path: Path) -> None:
    """It is told as what it is: no fail."""
    world = World(tmp_path)
    workplace = world.workplace()
    contact = Contact.begin(workplace, world.start())
    contact.end(stop=True)
    followed = Followed(workplace, contact.session_id)
    assert any("never a fail" in line for line in WatchLines(followed, "en").new())
    workplace.close()


def test_whose_contact(tmp_path: Path) -> None:
    """By the beginning of its id or by login; for other trainees it is not there."""
    world = World(tmp_path)
    workplace = world.workplace()
    with pytest.raises(UnknownSession):
        session_to_follow(workplace, "trainee")
    first = Contact.begin(workplace, world.start())
    assert session_to_follow(workplace, "trainee") == first.session_id
    assert session_to_follow(workplace, first.session_id[:18]) == first.session_id
    stranger = workplace.another()
    stranger.store.viewer = Person("ken", "ken", "trainee")
    for wanted in ("trainee", first.session_id):
        with pytest.raises(UnknownSession):
            session_to_follow(stranger, wanted)
    with pytest.raises(UnknownSession):
        Followed(stranger, first.session_id)
    stranger.close()
    workplace.store.abandon(first.session_id)
    with pytest.raises(UnknownSession) as error:
        session_to_follow(workplace, "trainee")
    assert error.value.code == "watch.nothing-open"
    workplace.close()


def test_the_board_follows_contacts_in_progress(tmp_path: Path) -> None:
    """In the call, at the note, done; a contact that is forgotten meanwhile just goes."""
    workplace = World(tmp_path).workplace()
    desk = DrillDesk(workplace)
    record = desk.make(DrillPlan("週次", ("tiny",), seed=3, everyone=True))
    step = desk.next_step(record)
    contact = contact_for(workplace, step, "ja")
    assert (contact.seed, contact.start.occasion) == (3, f"drill:{record.drill.id}")
    reader = BoardReader(workplace, record.drill.id)
    early = reader.read(deep=False).rows[0]
    assert (early.state, early.replies) == ("in-call", None)
    contact.reply("お待たせしております。")
    contact.reply("もう一度確かめます。")
    row = reader.read().rows[0]
    assert (row.state, row.replies, row.session) == ("in-call", 2, contact.session_id)
    again = desk.next_step(record)
    assert contact_for(workplace, again, "en").session_id == contact.session_id
    contact.end()
    assert reader.read().rows[0].state == "note"
    with workplace.store.database.transaction() as connection:
        connection.execute("DELETE FROM session WHERE id = ?", (contact.session_id,))
    assert reader.read().rows[0].state == "not-begun"
    workplace.close()


def test_the_board_of_a_contact_that_cannot_be_played_through(tmp_path: Path) -> None:
    """Another text of the scenario: replies are counted from what is stored."""
    world = World(tmp_path)
    workplace = world.workplace()
    desk = DrillDesk(workplace)
    record = desk.make(DrillPlan("週次", ("tiny",), seed=3, logins=("trainee",)))
    contact = contact_for(workplace, desk.next_step(record), "ja")
    contact.reply("お待たせしております。")
    changed = workplace.another()
    changed.library = _Changed(changed.library)  # type: ignore[assignment]
    row = BoardReader(changed, record.drill.id).read().rows[0]
    assert (row.state, row.replies) == ("in-call", 1)
    step = DrillDesk(changed).next_step(record)
    assert (step.session, step.text) == (None, "changed")
    changed.close()
    workplace.close()


class _Changed:
    """A library whose scenarios all have another text."""

    def __init__(self, library: object) -> None:
        self._library = library

    def __getattr__(self, name: str) -> object:
        return getattr(self._library, name)

    def digest(self, _scenario_id: str) -> str:
        return "changed"
