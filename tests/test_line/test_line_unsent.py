"""The line mode where a reply could not be saved: it is not dropped."""

from __future__ import annotations

import io
from typing import Any

import pytest

from simulator.contact import Contact, Start
from simulator.engine.events import ReplySent
from simulator.errors import StoreUnreachable
from simulator.line.plain import PlainDoor
from simulator.store import SessionStore
from simulator.workplace import open_workplace

pytestmark = pytest.mark.usefixtures("alone")


def test_what_could_not_be_saved_is_sent_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """At a prompt the program stays, and Enter alone sends the same reply; in a pipe it ends."""
    usual, failing = SessionStore.append, [True]

    def append(self: SessionStore, *args: Any, **more: Any) -> None:
        if failing.pop() if failing else False:
            raise StoreUnreachable("store.gone", path="x", detail="y")
        usual(self, *args, **more)

    monkeypatch.setattr(SessionStore, "append", append)
    workplace = open_workplace()
    contact = Contact.begin(workplace, Start("late-delivery", "en", "practice", 1))
    written: list[str] = []
    lines = io.StringIO("Good morning, this is Yui.\n\n/stop\n")
    PlainDoor(contact, lines, written.append, interactive=True).run()
    told = "\n".join(written)
    assert "Not sent yet: Good morning, this is Yui." in told
    replies = [event for event in contact.events if isinstance(event, ReplySent)]
    assert [reply.text for reply in replies] == ["Good morning, this is Yui."]
    failing.append(True)
    again = Contact.begin(workplace, Start("late-delivery", "en", "practice", 1))
    with pytest.raises(StoreUnreachable):
        PlainDoor(again, io.StringIO("Hello.\n\n"), written.append, interactive=False).run()
    workplace.close()
