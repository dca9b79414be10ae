"""Hints on demand: level by level, stored before they are told, and without any effect."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from scenarios.language import LANGUAGES, Language
from simulator.contact import Contact, Start
from simulator.engine.events import EventError, HintAsked
from simulator.errors import NotSaved
from simulator.hints import hint_for, hints_used, open_duties, unasked
from simulator.line.jsonl import JsonDoor
from simulator.line.plain import PlainDoor
from simulator.words.hints import HINTS
from simulator.workplace import Workplace, temporary_workplace

START = Start("late-delivery", "en", "practice", 4)
REPLIES = (
    "I'm sorry you've been waiting in all morning. So that I can find it, may I have your order number, your full name and your telephone number?",
    "I'll ask the depot where the van is now. What time do you need it by?",
    "I'm Saeki. I'll ring you at five past one, whatever they say.",
)
POOR = "Calm down. It's the driver's fault."


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workplace]:
    made = temporary_workplace(Path(tmp_path_factory.mktemp("hints")))
    yield made
    made.close()


def test_question_pointer_example_and_again_for_the_next_reply(workplace: Workplace) -> None:
    """One level further each time, the example from then on; the next reply begins anew."""
    contact = Contact.begin(workplace, START)
    hints = [contact.ask_hint() for _ in range(4)]
    assert [hint.level for hint in hints] == [1, 2, 3, 3]
    assert len({hint.text for hint in hints}) == 3
    assert hints[2] == hints[3]
    contact.reply(REPLIES[0])
    assert contact.ask_hint().level == 1
    assert hints_used(contact) == {1: 4, 2: 1}


def test_a_hint_is_stored_before_it_is_told(
    workplace: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was asked for is there after a resume; what could not be saved was not told."""
    contact = Contact.begin(workplace, START)
    contact.save_draft("half a sen")
    contact.ask_hint()
    again = Contact.resume(workplace, contact.session_id)
    assert again.state.hints == ((1, 1),)
    assert again.draft == "half a sen"
    assert again.ask_hint().level == 2

    def full(*_args: object, **_values: object) -> None:
        raise NotSaved("entry.refused", reason="test")

    with monkeypatch.context() as broken:
        broken.setattr(type(workplace.store), "append", full)
        with pytest.raises(NotSaved):
            again.ask_hint()
    assert again.state.hints == ((1, 1), (1, 2))


def test_hints_change_neither_customer_nor_score(workplace: Workplace) -> None:
    """The same replies with and without hints: same words, same mood, same scorecard."""
    plain, helped = Contact.begin(workplace, START), Contact.begin(workplace, START)
    for reply in REPLIES:
        helped.ask_hint()
        helped.ask_hint()
        plain.reply(reply)
        helped.reply(reply)
    assert replace(helped.state, hints=()) == plain.state
    assert helped.scorecard() == plain.scorecard()
    helped.end()
    helped.conclude()
    assert workplace.store.load(helped.session_id).scorecards[0].digest["hints"] == 6  # type: ignore[index]


def test_a_redone_reply_asks_anew(workplace: Workplace) -> None:
    """Hints for earlier replies stay in the record, those for the reply that is redone do not."""
    contact = Contact.begin(workplace, START)
    contact.ask_hint()
    contact.reply(REPLIES[0])
    contact.ask_hint()
    contact.ask_hint()
    contact.reply(REPLIES[1])
    again = contact.redo_from(2)
    assert again.state.hints == ((1, 1),)
    assert again.ask_hint().level == 1


def test_none_in_a_test_nor_after_the_end(workplace: Workplace) -> None:
    """A test gives no hints, and an ended contact none either; nothing is stored."""
    sealed = Contact.begin(workplace, replace(START, mode="test"))
    with pytest.raises(EventError, match="hint-sealed"):
        sealed.ask_hint()
    over = Contact.begin(workplace, START)
    over.end(stop=True)
    with pytest.raises(EventError, match="contact-over"):
        over.ask_hint()
    assert not [e for e in (*sealed.events, *over.events) if isinstance(e, HintAsked)]


def test_the_pointer_follows_what_is_done(workplace: Workplace) -> None:
    """The stage's hint stands until something of it is done, then what is still open is named."""
    contact = Contact.begin(workplace, START)
    stage = contact.scenario.stages[contact.stage]
    assert stage.hint is not None
    contact.ask_hint()
    assert contact.ask_hint().text == stage.hint.en
    assert len(open_duties(contact)) == 2
    contact.reply(REPLIES[0])
    assert contact.stage == "opening"
    contact.ask_hint()
    told = contact.ask_hint().text
    assert stage.hint.en not in told and "Still open" in told
    assert "Check identity" in told, "the items have been given, the check at the desk is missing"
    assert "order number" not in contact.ask_hint().text, "nobody is asked twice"
    assert len(open_duties(contact)) == 1


def test_unasked_only_at_first_and_after_a_poor_reply(workplace: Workplace) -> None:
    """Guided mode: the first reply gets its pointer, later ones only where the last was poor."""
    contact = Contact.begin(workplace, replace(START, mode="guided"))
    assert unasked(contact)
    contact.reply(REPLIES[0])
    assert unasked(contact) is None
    contact.reply(POOR)
    assert unasked(contact)
    contact.end(stop=True)
    assert unasked(contact) is None
    assert unasked(Contact.begin(workplace, START)) is None


def test_every_kind_of_criterion_has_its_question(workplace: Workplace) -> None:
    """Each kind that the rubric judges replies by has a question of its own in both languages."""
    rubric = workplace.judge.rubric
    for dimension in rubric.dimensions.values():
        for rule in dimension.criteria.values():
            if rule.scope != "contact":
                text = HINTS.table[f"ask.{rule.kind}"]
                assert all(text.of(language) for language in LANGUAGES)


# ---------------------------------------------------------------- the doors


def lines(workplace: Workplace, start: Start, *entries: str) -> str:
    """What the line mode writes for these entries."""
    written: list[str] = []
    source = io.StringIO("".join(f"{entry}\n" for entry in entries))
    PlainDoor(Contact.begin(workplace, start), source, written.append, interactive=False).run()
    return "\n".join(written)


def test_line_mode(workplace: Workplace) -> None:
    """/hint in guided and practice mode, counted at the end; a test says that there are none."""
    told = lines(workplace, START, "/hint", "/hint", "/hint", REPLIES[0], "/hint", "/stop")
    assert [told.count(f"Hint {n} of 3") for n in (1, 2, 3)] == [2, 1, 1]
    assert "Hints asked for: 4 (3 for reply 1, 1 for reply 2)" in told
    japanese = lines(workplace, replace(START, language="ja"), "/hint", "/stop")
    assert "ヒント 1/3（問い）" in japanese and "見たヒント：1回" in japanese
    sealed = lines(workplace, replace(START, mode="test"), "/hint", "/stop")
    assert "There are no hints in a test." in sealed and "Hints asked for" not in sealed
    guided = lines(workplace, replace(START, mode="guided"), REPLIES[0], "/stop")
    assert guided.count("Hint: ") == 1 and "type /hint" in guided


def events(workplace: Workplace, start: Start, *commands: object) -> list[dict[str, Any]]:
    """What the JSON mode writes for these commands."""
    written: list[str] = []
    source = io.StringIO("".join(f"{json.dumps(command)}\n" for command in commands))
    JsonDoor(Contact.begin(workplace, start), source, written.append).run()
    return [json.loads(line) for line in written]


def test_json_mode(workplace: Workplace) -> None:
    """The command and its event, the count in the scorecard, and the entry in an export."""
    told = events(workplace, START, {"hint": True}, {"hint": True}, {"hint": 1}, {"stop": True})
    hints = [event for event in told if event["event"] == "hint"]
    assert [hint["level"] for hint in hints] == [1, 2]
    assert all(hint["text"] and hint["about"] for hint in hints)
    assert [event["code"] for event in told if event["event"] == "error"] == ["bad-value"]
    assert told[-1]["hints"] == 2
    exported = workplace.store.export_session(told[0]["session"])
    assert [e["event"] for e in exported["events"]][:2] == [
        {"kind": "hint", "level": 1},
        {"kind": "hint", "level": 2},
    ]
    sealed = events(workplace, replace(START, mode="test"), {"hint": True}, {"stop": True})
    assert "hint-sealed" in [event.get("code") for event in sealed]


def test_without_anything_open_there_is_still_a_hint(
    workplace: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a judge finds nothing open the coach says how to bring it to a close."""
    contact = Contact.begin(workplace, START)
    contact.reply(REPLIES[0])
    monkeypatch.setattr(type(workplace.judge), "open_points", lambda *_: iter(()))
    told = []
    for asked in range(3):
        contact.state = replace(contact.state, hints=((2, 1),) * asked)
        told.append(hint_for(contact))
    assert all(hint.text and not hint.about for hint in told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_check_is_asked_for_where_the_customer_is_known(
    workplace: Workplace, language: Language
) -> None:
    """Nothing waits at the desk where a record that is open needs no check of identity."""
    contact = Contact.begin(workplace, Start("damaged-item", language, "practice", 4))
    asks = {"ja": "ご注文番号を教えていただけますか。", "en": "What is your order number?"}
    contact.reply(asks[language])
    told = [contact.ask_hint().text for _ in range(3)]
    check = HINTS.say("point.check", language, deed="")[:8]
    assert contact.state.identity_stated and not any(check in text for text in told)
