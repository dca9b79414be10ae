"""A contact put together: saving before showing, drafts, resume, redo, and changed scenarios."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest

from scenarios.language import Language
from scenarios.text import MAX_REPLY_CHARACTERS, TextTooLong
from simulator.contact import Contact, Start
from simulator.engine.events import EventError
from simulator.errors import NotSaved, OutdatedSession
from simulator.workplace import Workplace, temporary_workplace
from simulator.writing.exemplars import take_step

START = Start("late-delivery", "en", "practice", 4)
REPLIES = (
    "I'm sorry you've been waiting since this morning. May I have your order number and name?",
    "Thank you. I'll ask the depot now. What time do you need it by?",
    "I'm Saeki. I'll ring you at five past one, whatever they say.",
)


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workplace]:
    made = temporary_workplace(Path(tmp_path_factory.mktemp("contact")))
    yield made
    made.close()


def said(contact: Contact) -> list[str]:
    return [entry.text for entry in contact.entries]


def test_resume_equals_straight_play(workplace: Workplace) -> None:
    """A contact left and resumed after every reply says what one played straight through says."""
    straight = Contact.begin(workplace, START)
    broken = Contact.begin(workplace, START)
    for reply in REPLIES:
        straight.reply(reply)
        broken = Contact.resume(workplace, broken.session_id)
        broken.reply(reply)
    assert said(straight) == said(broken)
    assert straight.state == broken.state
    assert straight.scorecard() == broken.scorecard()


def test_redo_starts_with_exactly_the_same_customer(workplace: Workplace) -> None:
    """Before the redone reply nothing differs; the way taken before is still there to compare."""
    first = Contact.begin(workplace, START)
    for reply in REPLIES:
        first.reply(reply)
    again = first.redo_from(2)
    cut = next(i for i, e in enumerate(first.entries) if e.kind == "agent" and e.turn == 2)
    assert said(again) == said(first)[:cut]
    again.reply("It's still inside the window, so please be patient.")
    parent = again.parent()
    assert parent is not None
    assert parent.session_id == first.session_id
    assert said(parent) == said(first)


def test_a_draft_outlives_silence_and_deeds_but_not_the_reply(workplace: Workplace) -> None:
    """What is half typed stays while time passes or the desk is used, and goes when it is sent."""
    contact = Contact.begin(workplace, START)
    contact.save_draft("I'm sorry you")
    contact.wait(30)
    contact.act("ask-carrier")
    assert contact.draft == "I'm sorry you"
    contact.reply(REPLIES[0])
    assert contact.draft == ""


def test_what_was_not_saved_did_not_happen(
    workplace: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A failed save leaves the contact as it was; the same reply can be sent again."""
    contact = Contact.begin(workplace, START)
    before = contact.state

    def full(*_args: object, **_values: object) -> None:
        raise NotSaved("entry.refused", reason="test")

    with monkeypatch.context() as broken:
        broken.setattr(type(workplace.store), "append", full)
        with pytest.raises(NotSaved):
            contact.reply(REPLIES[0])
    assert contact.state == before
    contact.reply(REPLIES[0])
    assert contact.turn == 2


def test_too_long_a_reply_is_refused_whole(workplace: Workplace) -> None:
    """Nothing is cut: the limit is told and the contact is unchanged."""
    contact = Contact.begin(workplace, START)
    with pytest.raises(TextTooLong) as caught:
        contact.reply("x" * (MAX_REPLY_CHARACTERS + 1))
    assert caught.value.limit == MAX_REPLY_CHARACTERS
    assert contact.turn == 1


def test_a_stopped_contact_is_no_fail_and_takes_nothing_more(workplace: Workplace) -> None:
    """The stop ends in a scorecard that says so; a further reply is refused."""
    contact = Contact.begin(workplace, START)
    contact.reply(REPLIES[0])
    contact.end(stop=True)
    card = contact.conclude()
    assert contact.stopped
    assert card.extra["outcome"] == "stopped"
    with pytest.raises(EventError):
        contact.reply(REPLIES[1])


def test_a_changed_scenario_is_not_gone_on_with(workplace: Workplace) -> None:
    """Another version of the scenario would be another customer, so the resume is refused."""
    contact = Contact.begin(workplace, START)
    header = workplace.store.load(contact.session_id).header
    other = workplace.store.start(dataclasses.replace(header, scenario_hash="0" * 64))
    with pytest.raises(OutdatedSession) as caught:
        Contact.resume(workplace, other)
    assert "late-delivery" in caught.value.text("ja").message


@pytest.mark.parametrize(
    ("language", "steps"),
    [
        (
            "en",
            (
                "Please do not speak to me like that.",
                "If this goes on I will have to end this call.",
            ),
        ),
        (
            "ja",
            (
                "そのようなお言葉はお控えください。",
                "続くようでしたら、こちらからお電話を終了いたします。",
            ),
        ),
        ("en", ()),
        ("ja", ()),
    ],
)
def test_the_procedure_without_abuse_fails_however_good_the_rest_was(
    workplace: Workplace, language: Language, steps: tuple[str, ...]
) -> None:
    """The moves of an exemplar that passes, but the contact is cut off instead of closed."""
    exemplar = workplace.library.exemplar("order-by-inquiry", f"{language}-good")
    contact = Contact.begin(workplace, Start("order-by-inquiry", language, "test", exemplar.seed))
    for move in exemplar.steps:
        if not move.end:
            take_step(contact, move)
    for reply in steps:
        contact.reply(reply)
    contact.act("end-by-procedure")
    card = contact.scorecard()
    assert contact.state.ending == "ended-for-no-cause"
    assert contact.state.hung_up
    assert not card.passed
    assert (card.scores["resolution"] or 0) < 60


@pytest.mark.parametrize(
    "reply",
    [
        "Dear Kitagawa, we accept your withdrawal of the two blankets.",
        "北川様　毛布2着の返品をお受けします。",
    ],
)
def test_a_step_granted_in_the_customers_own_words_is_heard(
    workplace: Workplace, reply: str
) -> None:
    """Who asked for it and gets it in the same words has it."""
    language: Language = "en" if reply.isascii() else "ja"
    contact = Contact.begin(workplace, Start("eu-withdrawal", language, "practice", 3))
    contact.reply(reply)
    assert "withdrawal-ok" in contact.state.heard[-1].topics
