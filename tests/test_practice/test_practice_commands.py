"""``today`` and ``progress`` as commands: list, play, end of the day, figures."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from scenarios.language import LANGUAGES, Language

Command = Callable[..., tuple[int, str, str]]
MORNING = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
REPLIES = {
    "en": ["Please wait.", "It's the rule, I can't.", "OK, soon."],
    "ja": ["少々お待ちください。", "規則ですので、できません。", "はい、すぐに。"],
}


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Sets what the program takes for the time: days after the first morning."""

    def set_to(days: float) -> None:
        moment = MORNING + timedelta(days=days)
        monkeypatch.setattr("simulator.workplace._now", lambda: moment)

    set_to(0)
    return set_to


@pytest.fixture
def typing(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    def type_in(*lines: str) -> None:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(line + "\n" for line in lines)))

    return type_in


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_learner_s_first_two_days(
    command: Command,
    clock: Callable[[float], None],
    typing: Callable[..., None],
    language: Language,
) -> None:
    """A first call, the next day its missed replies one by one, then nothing more for that day."""

    def listed() -> dict[str, object]:
        code, out, _ = command("today", "--json", "--lang", language)
        assert code == 0
        return dict(json.loads(out))

    assert [item["kind"] for item in listed()["items"]] == ["call"]  # type: ignore[attr-defined]
    typing(*REPLIES[language], "/close", "/close")
    command("play", "late-delivery", "--plain", "--lang", language)
    assert listed()["items"] == []

    clock(1)
    items: list[dict[str, object]] = listed()["items"]  # type: ignore[assignment]
    assert [item["kind"] for item in items] == ["moment", "moment", "moment", "call"]
    assert len({item["turn"] for item in items[:3]}) == 3
    for number in range(len(items)):
        typing(*REPLIES[language], "/stop")
        code, out, _ = command("today", "start", "--plain", "--lang", language)
        assert code == 0
        assert len(listed()["items"]) == len(items) - number - 1  # type: ignore[arg-type]
    code, out, _ = command("today", "start", "--plain", "--lang", language)
    assert code == 0
    assert {"en": "Nothing more is due today", "ja": "続きはまた明日"}[language] in out
    assert listed()["streak"] == {"days": 2, "today": True, "since": 0}


def test_a_number_that_is_not_there_is_told(command: Command, clock: object) -> None:
    code, out, error = command("today", "start", "7", "--plain", "--lang", "en")
    assert (code, out) == (2, "")
    assert "7" in error
    assert "1" in error


def test_a_call_that_was_left_is_gone_on_with(
    command: Command, clock: Callable[[float], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An interrupted call from the list goes on where it was, instead of a second one."""
    from simulator.commands import today
    from simulator.practice.gather import plan_of
    from simulator.workplace import open_workplace

    workplace = open_workplace()
    item = plan_of(workplace, "en").items[0]
    first = today._contact(workplace, item)
    first.reply(REPLIES["en"][0])
    assert today._contact(workplace, item).session_id == first.session_id
    workplace.close()


def test_an_attempt_left_open_is_no_call_to_resume(
    command: Command, clock: Callable[[float], None], typing: Callable[..., None]
) -> None:
    """The end of the input stops an attempt; it stays on the list and counts for nothing."""
    typing(*REPLIES["en"], "/close", "/close")
    command("play", "late-delivery", "--plain", "--lang", "en")
    clock(1)
    before = command("today", "--json", "--lang", "en")[1]
    typing()
    code, out, _ = command("today", "start", "--plain", "--lang", "en")
    assert code == 0
    assert "stays on your list" in out
    assert command("today", "--json", "--lang", "en")[1] == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_progress_tells_the_same_in_words_and_in_json(
    command: Command,
    clock: Callable[[float], None],
    typing: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
    language: Language,
) -> None:
    """Nobody's progress is empty but no error; after a call the page and the JSON name it."""
    code, out, _ = command("progress", "--lang", language)
    assert code == 0
    assert "supportdojo today" in out
    typing({"en": "I'm sorry you have waited in since this morning.",
            "ja": "朝からずっとお待たせして、申し訳ございません。"}[language], "/close", "/close")  # fmt: skip
    command("play", "late-delivery", "--plain", "--lang", language)
    told = json.loads(command("progress", "--json", "--lang", language)[1])
    [first] = told["first_acknowledgement"]
    assert (first["turn"], first["seconds"]) == (1, 0)
    assert told["contacts"] == 1
    for one in (*told["dimensions"], *told["criteria"]):
        assert {point["session"] for point in one["points"]} <= {first["session"]}
    monkeypatch.setenv("COLUMNS", "60")
    code, out, _ = command("progress", "--lang", language)
    assert code == 0
    assert first["session"] in out
    assert "late-delivery" in out
