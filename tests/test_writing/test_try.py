"""``supportdojo try``: a draft is played, each move is explained, and a saved file is followed."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pexpect
import pytest

from scenarios.language import LANGUAGES, Language
from scenarios.loader import builtin_library
from simulator.cli import main

ORIGINAL = Path(str(builtin_library().root))
BASE = "late-delivery"
ASKS = {
    "ja": "朝からお待たせして申し訳ございません。ご注文番号とお名前をお願いできますか。",
    "en": "I'm so sorry you've been waiting since the morning. May I have your order number and your name?",
}
MATCH = {
    "ja": "/do verify-identity order=KM-20418 name=岡本由美子 contact=090-0000-2418",
    "en": "/do verify-identity order=KM-20418 name=Yumiko Okamoto contact=090-0000-2418",
}
Step = str | Callable[[], object]


class Steps(io.StringIO):
    """Lines that are typed, with things that happen in between."""

    def __init__(self, steps: Iterable[Step]) -> None:
        super().__init__()
        self._steps = list(steps)

    def readline(self, size: int | None = -1) -> str:  # type: ignore[override]
        while self._steps:
            step = self._steps.pop(0)
            if isinstance(step, str):
                return step + "\n"
            step()
        return ""

    def isatty(self) -> bool:
        return False


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """The folder of a draft, made from a scenario of the library."""
    folder = tmp_path / "drafts" / "ours"
    folder.mkdir(parents=True)
    text = (ORIGINAL / BASE / "scenario.yaml").read_text("utf-8")
    (folder / "scenario.yaml").write_text(text.replace(f"id: {BASE}\n", "id: ours\n", 1), "utf-8")
    return folder


def edit(draft: Path, *changes: tuple[str, str]) -> Callable[[], None]:
    """Saves the draft with words put in the place of others."""

    def save() -> None:
        file = draft / "scenario.yaml"
        text = file.read_text("utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        file.write_text(text, "utf-8")

    return save


@pytest.fixture
def play(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., str]:
    """Plays steps and returns what was shown."""
    monkeypatch.setenv("SUPPORTDOJO_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("SUPPORTDOJO_PACKS", "")

    def call(draft: Path | str, language: str, *steps: Step) -> str:
        monkeypatch.setattr(sys, "stdin", Steps(steps))
        assert main(["try", str(draft), "--lang", language]) == 0
        shown = capsys.readouterr()
        assert not shown.err
        return shown.out

    return call


# ---------------------------------------------------------------- what is explained


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reply_is_explained(play: Callable[..., str], draft: Path, language: Language) -> None:
    """Acts with topics, mood with causes, stage, why the customer said that, scores."""
    out = play(draft, language, ASKS[language])
    lines = out.splitlines()
    assert any("apologise about morning" in line and "verify" in line for line in lines)
    mood = "怒り 62 →" if language == "ja" else "anger 62 →"
    assert mood in out
    assert ("段階        opening" if language == "ja" else "stage    opening") in out
    assert ("本人確認の項目を聞かれた" if language == "ja" else "was asked who they are") in out
    assert ("規程 " if language == "ja" else "policy ") in lines[-1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reaction_is_named_with_its_line(
    play: Callable[..., str], draft: Path, language: Language
) -> None:
    """The number of the reaction, the line of the file, and where it leads."""
    reply = "なるべく早くお届けします。" if language == "ja" else "It should be there soon."
    out = play(draft, language, reply, ASKS[language], MATCH[language])
    file = (draft / "scenario.yaml").read_text("utf-8").splitlines()
    line = next(n for n, text in enumerate(file, 1) if text.strip() == "- hears: vague")
    assert (f"（{line} 行目）" if language == "ja" else f"(line {line})") in out
    assert "opening → waiting" in out
    assert " → waiting" in out.splitlines()[-2] or " → waiting" in out.splitlines()[-1]


def test_what_does_not_reach_the_customer_is_told(play: Callable[..., str], draft: Path) -> None:
    """Kind words beside an insult are not heard; the writer sees that they were there."""
    out = play(draft, "en", "Shut up, you idiot. I am sorry about that.")
    heard = next(line for line in out.splitlines() if line.startswith("  heard"))
    missed = next(line for line in out.splitlines() if line.startswith("  missed"))
    assert "insult" in heard and "apologise" not in heard
    assert "apologise" in missed


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_stage_shows_its_reactions_and_their_conditions(
    play: Callable[..., str], draft: Path, language: Language
) -> None:
    out = play(draft, language, ASKS[language], MATCH[language], "/stage")
    good = "○" if language == "ja" else "ok"
    assert f"{good} when heard morning" in out
    assert "stock → stung" in out


@pytest.mark.parametrize("language", LANGUAGES)
def test_moves_can_be_taken_back(play: Callable[..., str], draft: Path, language: Language) -> None:
    """One move back, from the beginning, and from after the end."""
    insult = "うるさい、黙れ。" if language == "ja" else "Shut up, you idiot."
    out = play(draft, language, "/back", insult, insult, insult, ASKS[language], "/back", "/again")
    told = ("戻る手がありません", "応対は終わっています", "手目まで戻りました", "最初に戻りました")
    if language == "en":
        told = ("no move to take back", "contact is over", "Back after move", "at the beginning")
    assert all(words in out for words in told)


def test_unknown_commands_and_scores(play: Callable[..., str], draft: Path) -> None:
    out = play(draft, "en", "/score", "/fly", ASKS["en"], "/score", "/stop", "not read")
    assert "There is no reply yet" in out and "'/fly'" in out and "[reply 1]" in out
    assert "not read" not in out


# ---------------------------------------------------------------- the file is followed


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_saved_draft_is_read_and_the_moves_are_made_again(
    play: Callable[..., str], draft: Path, language: Language
) -> None:
    """The customer says what the file says now, at the same point of the contact."""
    old = "はい、言ったわよ。で、荷物は？" if language == "ja" else "There, you've got it all."
    new = "新しい台詞。" if language == "ja" else "A new line."
    before = play(draft, language, ASKS[language], MATCH[language])
    assert old in before
    out = play(draft, language, ASKS[language], MATCH[language], edit(draft, (old, new)), "/stage")
    assert new in out
    told = (
        "2 手をやり直し、段階は waiting" if language == "ja" else "again: 2; the stage is waiting"
    )
    assert told in out


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_broken_draft_is_told_and_the_version_before_stays(
    play: Callable[..., str], draft: Path, language: Language
) -> None:
    """Path, line and code; the contact goes on, and the mended file is taken."""
    spoil = edit(draft, ("goes: waiting", "goes: wating"))
    mend = edit(draft, ("goes: wating", "goes: waiting"))
    out = play(draft, language, spoil, ASKS[language], mend, MATCH[language])
    lines = (draft / "scenario.yaml").read_text("utf-8").splitlines()
    number = next(n for n, text in enumerate(lines, 1) if "goes: waiting" in text)
    assert f"{draft}/scenario.yaml:{number}:" in out and "S101" in out
    assert "apologise about morning" in out
    assert "opening → waiting" in out


@pytest.mark.parametrize("language", LANGUAGES)
def test_moves_that_cannot_be_made_again_are_told(
    play: Callable[..., str], draft: Path, language: Language
) -> None:
    """Where the contact is over earlier than before, what came after it is left out by number."""
    shorten = edit(
        draft,
        (
            "  - after: verify-identity\n        goes: waiting",
            "  - hears: verify\n        goes: parcel-cold\n"
            "      - after: verify-identity\n        goes: waiting",
        ),
    )
    reply = ASKS[language]
    out = play(draft, language, reply, MATCH[language], reply, shorten, "/stage")
    assert (
        "2 手目はやり直せませんでした" if language == "ja" else "move 2 could not be made"
    ) in out


def test_a_draft_that_vanishes_is_a_broken_one(play: Callable[..., str], draft: Path) -> None:
    out = play(draft, "en", (draft / "scenario.yaml").unlink, ASKS["en"])
    assert "Y101" in out
    assert "apologise about morning" in out


def test_a_draft_that_is_broken_from_the_first_is_refused(
    play: Callable[..., str], draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (draft / "scenario.yaml").write_text("id: ours\n", "utf-8")
    assert main(["try", str(draft)]) == 2
    assert f"{draft}/scenario.yaml:1:1" in capsys.readouterr().err


def test_scenarios_of_the_library_can_be_tried(play: Callable[..., str]) -> None:
    assert "apologise about morning" in play(BASE, "en", ASKS["en"])


def test_hostile_words_in_a_draft_do_not_act(play: Callable[..., str], draft: Path) -> None:
    """An escape sequence in the file is a problem of the file, and is shown as a picture."""
    spoil = edit(draft, ("There, you've got it all.", "\x1b[2J"))
    assert "\x1b" not in play(draft, "en", spoil, ASKS["en"], MATCH["en"])


@pytest.mark.terminal
def test_a_save_shows_without_a_key(tmp_path: Path, draft: Path) -> None:
    """Whoever saves in the editor sees at once what came of it, and types on."""
    child = pexpect.spawn(
        sys.executable,
        ["-m", "simulator", "try", str(draft), "--lang", "en"],
        env={"SUPPORTDOJO_HOME": str(tmp_path / "home"), "PATH": "/usr/bin:/bin", "TERM": "dumb"},
        encoding="utf-8",
        timeout=40,
    )
    child.expect("parcel")
    child.expect("> $")
    edit(draft, ("goes: waiting", "goes: wating"))()
    child.expect("S101")
    edit(draft, ("goes: wating", "goes: waiting"))()
    child.expect("Read the saved file again")
    child.sendline("/stop")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
