"""One reply tried again: the same customer in other words, one reply, one fact."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import get_args

import pytest

from scenarios.language import LANGUAGES, Language
from simulator.contact import Contact, Start
from simulator.engine.events import EventError, HintAsked
from simulator.errors import NotSaved, UsageError
from simulator.practice.gather import plan_of
from simulator.practice.moment import MomentContact, begin_moment, judge_moment
from simulator.practice.schedule import CARD_REVIEWED
from simulator.practice.skills import Degree
from simulator.workplace import Workplace, temporary_workplace

FIRST = {
    "en": "I'm sorry you've been waiting since this morning. May I have your order number and name?",
    "ja": "朝からお待たせして申し訳ございません。ご注文番号とお名前、お電話番号を伺えますか。",
}
POOR = {
    "en": "It's still inside the window, so please be patient.",
    "ja": "お時間内ですので、もう少々お待ちください。",
}
GOOD = {
    "en": "You have waited in since this morning, and I can hear how worrying that is. I'm Saeki. "
    "I'll ask the depot now and ring you at five past one. What time do you need it by?",
    "ja": "朝からずっとお待ちいただいているのですね。ご心配をおかけしております。佐伯が営業所に今すぐ"
    "確認し、13時05分までにお電話いたします。何時までにご入り用でしょうか。",
}
SKILL = "names-situation"
START = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


@pytest.fixture
def workplace(tmp_path: Path) -> Iterator[Workplace]:
    made = temporary_workplace(tmp_path)
    made.now = lambda: START
    yield made
    made.close()


def parent(workplace: Workplace, language: Language = "en") -> Contact:
    contact = Contact.begin(workplace, Start("late-delivery", language, "practice", 4))
    contact.reply(FIRST[language])
    contact.send(HintAsked(2))
    contact.reply(POOR[language])
    contact.end()
    if not contact.ended:  # an angry customer objects once
        contact.end()
    contact.conclude()
    return contact


def facts(workplace: Workplace) -> list[object]:
    return list(workplace.store.facts([CARD_REVIEWED]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_customer_in_other_words(workplace: Workplace, language: Language) -> None:
    """Everything that decides how the customer goes on is as before the reply; the words differ."""
    first = parent(workplace, language)
    again = begin_moment(workplace, first.session_id, 2, SKILL)
    exact = first.redo_from(2)
    words = {"entries", "lines", "played", "hints"}
    for name in {f.name for f in fields(exact.state)} - words:
        assert getattr(again.state, name) == getattr(exact.state, name), name
    assert again.seed != first.seed
    assert again.state.last_line != exact.state.last_line
    header = workplace.store.load(again.session_id).header
    assert (header.parent_session, header.parent_turn) == (first.session_id, 2)
    assert (header.occasion, header.mode) == (f"moment:{SKILL}", "practice")
    assert again.state.hints == ()


def test_where_no_other_words_lead_there_the_old_ones_stay(workplace: Workplace) -> None:
    """Before the first reply of a contact whose opening has one wording the seed may only be kept
    or changed to the same place; never to another customer."""
    first = parent(workplace)
    again = begin_moment(workplace, first.session_id, 1, SKILL)
    exact = first.redo_from(1)
    assert again.state.mood == exact.state.mood
    assert (again.seed == first.seed) == (again.state.last_line == exact.state.last_line)


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_reply_is_judged_by_the_skill_beside_the_earlier_one(
    workplace: Workplace, language: Language
) -> None:
    """Better than before: met, rated good, the exercise over, one fact however often it is asked."""
    first = parent(workplace, language)
    again = begin_moment(workplace, first.session_id, 2, SKILL)
    again.reply(GOOD[language])
    assert again.ended
    for _ in range(2):
        result = judge_moment(again)
    assert (result.before.text, result.before.degree) == (POOR[language], "missed")
    assert (result.now.text, result.now.degree) == (GOOD[language], "met")
    assert (result.rating, result.better, result.advice) == ("good", None, None)
    [fact] = facts(workplace)
    assert fact.subject == again.session_id  # type: ignore[attr-defined]
    assert fact.body == {  # type: ignore[attr-defined]
        "skill": SKILL, "scenario": "late-delivery", "language": language, "turn": 2,
        "rating": "good",
    }  # fmt: skip
    with pytest.raises(EventError):
        Contact.reply(again, POOR[language])


def test_a_poor_reply_is_told_what_to_say_instead(workplace: Workplace) -> None:
    again = begin_moment(workplace, parent(workplace).session_id, 2, SKILL)
    again.reply("OK.")
    result = judge_moment(again)
    assert (result.now.degree, result.rating) == ("missed", "again")
    assert result.better or result.advice


def test_keeping_a_fault_out_takes_a_reply_worth_something(workplace: Workplace) -> None:
    """A wrong word that is only avoided by saying nothing has not been unlearned."""
    first = parent(workplace)
    degrees: list[Degree | None] = []
    for reply in (POOR["en"], "OK.", GOOD["en"]):
        again = begin_moment(workplace, first.session_id, 2, "contradiction-first")
        again.reply(reply)
        degrees.append(judge_moment(again).now.degree)
    assert degrees == ["missed", "partly", "met"]
    assert set(get_args(Degree)) == set(degrees)


def test_with_a_hint_it_is_hard_at_best(workplace: Workplace) -> None:
    again = begin_moment(workplace, parent(workplace).session_id, 2, SKILL)
    again.send(HintAsked(1))
    again.reply(GOOD["en"])
    result = judge_moment(again)
    assert (result.now.degree, result.rating) == ("met", "hard")


def test_what_was_left_open_is_gone_on_with(workplace: Workplace) -> None:
    """Leaving in the middle leaves one attempt; a half set up one is given up."""
    first = parent(workplace)
    left = begin_moment(workplace, first.session_id, 2, SKILL)
    assert begin_moment(workplace, first.session_id, 2, SKILL).session_id == left.session_id
    other = MomentContact.begin(workplace, left.start)  # the program ended before its events
    assert begin_moment(workplace, first.session_id, 2, SKILL).session_id == left.session_id
    assert begin_moment(workplace, first.session_id, 2, "warmth").session_id != left.session_id
    assert workplace.store.load(other.session_id).state == "abandoned"
    with pytest.raises(UsageError):
        judge_moment(left)


def test_stopping_without_a_reply_remembers_nothing(workplace: Workplace) -> None:
    again = begin_moment(workplace, parent(workplace).session_id, 2, SKILL)
    again.end(stop=True)
    again.conclude()
    assert facts(workplace) == []


def test_a_failed_save_is_made_good_by_sending_again(
    workplace: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The fact could not be saved: the reply is there, is not sent twice, and the fact comes."""
    again = begin_moment(workplace, parent(workplace).session_id, 2, SKILL)

    def full(*_args: object, **_values: object) -> None:
        raise NotSaved("entry.refused", reason="test")

    with monkeypatch.context() as broken:
        broken.setattr(type(workplace.store), "add_fact", full)
        with pytest.raises(NotSaved):
            again.reply(GOOD["en"])
    again.reply(GOOD["en"])
    assert again.state.turn == 2
    assert len(facts(workplace)) == 1


@pytest.mark.parametrize(
    ("turn", "skill", "code"),
    [(0, SKILL, "moment.no-reply"), (3, SKILL, "moment.no-reply"), (1, "note", "moment.no-skill"),
     (1, "no-such", "moment.no-skill")],
)  # fmt: skip
def test_what_there_is_not_is_told(workplace: Workplace, turn: int, skill: str, code: str) -> None:
    first = parent(workplace)
    with pytest.raises(UsageError) as caught:
        begin_moment(workplace, first.session_id, turn, skill)
    assert caught.value.code == code
    assert skill in str(caught.value) or str(turn) in str(caught.value)


def test_the_plan_asks_for_it_once_and_the_schedule_counts_it_once(workplace: Workplace) -> None:
    """From a real contact to tomorrow's list, through an attempt, to a shorter list."""
    first = parent(workplace)
    workplace.now = lambda: START + timedelta(days=1)
    before = plan_of(workplace, "en")
    item = before.items[0]
    assert (item.kind, item.session) == ("moment", first.session_id)
    assert item.turn is not None
    again = begin_moment(workplace, first.session_id, item.turn, item.skills[0])
    again.reply(GOOD["en"])
    after = plan_of(workplace, "en")
    assert after.items == before.items[1:]
    assert (after.done, after.done_minutes) == (1, 1.5)
    assert after.bests == before.bests
