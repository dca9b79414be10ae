"""The minute for oneself after a hard call: when it comes, what is kept, and who can read it."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from scenarios.acts import Act
from scenarios.language import LANGUAGES
from scenarios.model import MoodValues
from scenarios.text import MAX_REPLY_CHARACTERS, TextTooLong
from simulator.cli import main
from simulator.contact import Contact, Start
from simulator.engine.state import Heard
from simulator.errors import NotSaved
from simulator.line.plain import PlainDoor
from simulator.reflection import Reflection, is_hard, keep, own_reflection, what_holds
from simulator.store.model import Person
from simulator.workplace import Workplace, temporary_workplace

START = Start("late-delivery", "en", "practice", 4)
ANGRY = MoodValues(anger=80, trust=20)
INSULTED = Heard(1, ((Act.INSULT, ()),))


@pytest.fixture
def workplace(tmp_path: Path) -> Iterator[Workplace]:
    made = temporary_workplace(tmp_path)
    yield made
    made.close()


def stopped(workplace: Workplace) -> Contact:
    contact = Contact.begin(workplace, START)
    contact.end(stop=True)
    return contact


def test_which_calls_are_hard(workplace: Workplace) -> None:
    """Stopped, ended in anger, abusive, or meant to be hard; not one that is open, ended well or calmly,
    or in which the trainee was the rude one."""
    contact = Contact.begin(workplace, START)
    assert not is_hard(contact)
    assert is_hard(stopped(workplace))
    ended = replace(contact.state, ended=True, outcome="good", end_kind="calm")
    for state, start, hard in (
        (ended, START, False),
        (replace(ended, outcome="poor", mood=ANGRY), START, True),
        (replace(ended, outcome="poor", mood=replace(ANGRY, anger=10)), START, False),
        (replace(ended, outcome="poor", mood=ANGRY, heard=(INSULTED,)), START, False),
        (replace(ended, abuse=True), START, True),
        (ended, replace(START, intensity="hard"), True),
        (ended, replace(START, intensity="hard", occasion="moment:names-feeling"), False),
    ):
        contact.state, contact.start = state, start
        assert is_hard(contact) == hard


def test_what_holds_names_the_lead_and_clears_of_abuse(workplace: Workplace) -> None:
    """In both languages; that abuse is nobody's fault is said where there was some."""
    contact = stopped(workplace)
    assert "lead" in what_holds(contact, "en") and "責任者" in what_holds(contact, "ja")
    contact.state = replace(contact.state, abuse=True)
    assert "not your fault" in what_holds(contact, "en")
    assert "あなたのせいではありません" in what_holds(contact, "ja")


def test_nothing_tried_is_not_consoled_with_calls_that_end_badly_anyhow(
    workplace: Workplace,
) -> None:
    """What somebody put forward, asked or did counts as trying."""
    contact = Contact.begin(workplace, START)
    ended = replace(contact.state, ended=True, outcome="poor", end_kind="left-angry", mood=ANGRY)
    contact.state = ended
    assert "whatever one does" not in what_holds(contact, "en")
    contact.state = replace(ended, heard=(Heard(1, ((Act.CHECK, ()),)),))
    assert "whatever one does" in what_holds(contact, "en")


def test_kept_and_read_back(workplace: Workplace) -> None:
    """The newest counts; empty answers are not stored; what is written keeps no control characters."""
    contact = stopped(workplace)
    keep(contact, None, "  ")
    assert own_reflection(workplace, contact.session_id) is None
    keep(contact, 2, "The shouting")
    keep(contact, None, "\x1b[31mThe shouting, again")
    found = own_reflection(workplace, contact.session_id)
    assert found is not None and found.how is None
    assert "\x1b" not in found.text and "again" in found.text
    with pytest.raises(TextTooLong):
        keep(contact, 1, "x" * (MAX_REPLY_CHARACTERS + 1))
    with pytest.raises(ValueError, match="6"):
        keep(contact, 6, "")


def test_nobody_else_reads_it(workplace: Workplace) -> None:
    """Not the lead, and not even somebody who opens the same file as its owner."""
    store = workplace.store
    trainee = replace(workplace, store=store.another(), trainee="mei")
    trainee.store.viewer = Person("mei", "Mei", "trainee")
    contact = stopped(trainee)
    keep(contact, 1, "I shook")
    assert own_reflection(trainee, contact.session_id) == Reflection(1, "I shook")
    lead = replace(workplace, store=store.another())
    lead.store.viewer = Person("kai", "Kai", "lead")
    assert own_reflection(lead, contact.session_id) is None
    assert own_reflection(workplace, contact.session_id) is None
    trainee.close()
    lead.close()


def entered(workplace: Workplace, start: Start, entries: str, *, interactive: bool) -> str:
    written: list[str] = []
    contact = Contact.begin(workplace, start)
    PlainDoor(contact, io.StringIO(entries), written.append, interactive=interactive).run()
    return "\n".join(written)


@pytest.mark.parametrize("language", LANGUAGES)
def test_line_mode_asks_twice_and_tells_before_the_score(
    workplace: Workplace, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A number that is none is asked again; Enter skips; what holds comes before the scorecard."""
    start = replace(START, language=language)  # type: ignore[arg-type]
    told = entered(workplace, start, "/stop\n9\n2\nThe shouting\n", interactive=True)
    holds, total = ("lead", "Total") if language == "en" else ("責任者", "合計")
    assert told.index(holds) < told.index(total)
    assert capsys.readouterr().out.count("5") >= 2
    session = next(iter(workplace.store.history())).id
    assert own_reflection(workplace, session) == Reflection(2, "The shouting")
    entered(workplace, start, "/stop\n\n\n", interactive=True)
    session = next(iter(workplace.store.history())).id
    assert own_reflection(workplace, session) is None


def test_in_a_pipe_it_is_told_and_nothing_is_asked(workplace: Workplace) -> None:
    """Lines that follow are not taken for answers."""
    told = entered(workplace, START, "/stop\n3\n", interactive=False)
    assert "never a fail" in told
    assert workplace.store.facts(["reflection"]) == []


class _Interrupted(io.StringIO):
    """A terminal at which Ctrl-C is pressed when there is nothing more to give."""

    def isatty(self) -> bool:
        return True

    def readline(self, size: int | None = -1, /) -> str:
        line = super().readline(size if size is not None else -1)
        if not line:
            raise KeyboardInterrupt
        return line


@pytest.mark.parametrize(("language", "over"), [("en", "is over"), ("ja", "終わって")])
def test_a_contact_that_was_stopped_is_over_also_where_the_questions_are_interrupted(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    language: str,
    over: str,
) -> None:
    """It has been told as over: nothing proposes to go on with it, and no list has it as open."""
    monkeypatch.setenv("SUPPORTDOJO_HOME", str(tmp_path))
    monkeypatch.setattr("sys.stdin", _Interrupted("Sorry.\n/stop\n"))
    assert main(["play", "late-delivery", "--plain", "--lang", language]) == 130
    told = capsys.readouterr()
    assert over in told.err and "--resume" not in told.out + told.err
    assert main(["history"]) == 0
    assert json.loads(capsys.readouterr().out)["state"] == "ended"


def test_a_store_that_refuses_does_not_cost_the_scorecard(
    workplace: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The failure is told, and the result comes all the same."""

    def full(*_args: object, **_values: object) -> None:
        raise NotSaved("entry.refused", reason="test")

    monkeypatch.setattr(type(workplace.store), "add_fact", full)
    told = entered(workplace, START, "/stop\n2\nShouting\n", interactive=True)
    assert "Total" in told
