"""What is kept of a cue is shown to its writer, and what is sure to disappoint is told by validate."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from scenarios.language import LANGUAGES, Language
from scenarios.loader import builtin_library
from scoring.reading.kept_cues import kept_cues
from simulator.cli import main

pytestmark = pytest.mark.usefixtures("alone")


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sound pack with one small scenario, in the current folder."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(Path(__file__).parents[1] / "data" / "first-pack", tmp_path / "pack")
    return tmp_path / "pack"


def add_cue(pack: Path, language: Language, topic: str, cue: str) -> None:
    """Put a cue before the first one of a topic."""
    file = pack / "wrong-colour" / "scenario.yaml"
    text = file.read_text("utf-8")
    start = text.index("[", text.index(f"      {language}: [", text.index(f"\n  {topic}:"))) + 1
    file.write_text(f'{text[:start]}"{cue}", {text[start:]}', "utf-8")


def validated(pack: Path, capsys: pytest.CaptureFixture[str], language: Language = "en") -> str:
    """The only line that validate says; hints alone are no failure."""
    code = main(["validate", str(pack), "--format", "line", "--lang", language])
    (line,) = capsys.readouterr().out.splitlines()
    assert code == int(": error " in line or ": エラー " in line)
    return line


# ---------------------------------------------------------------- cues


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "en",
            [
                "discount (limit): a discount",
                "  knock something off  ->  knock + something + off, in this order",
                "  not the navy one  ->  navy + one, in this order [denied]",
                "  send the navy one  ->  send (= ship) + navy",
                "    also heard in 'send the navy one' (send-navy)",
            ],
        ),
        (
            "ja",
            [
                "discount (limit): 値引き",
                "  色が違って  ->  色 + 違う",
                "  紺ではなく赤が届いて  ->  紺 + 赤 + 届く［打ち消し］",
                "  本日発送  ->  本日 (= 今日) + 発送 (= 送る)",
                "    これも聞こえる言い方: 「紺をお送りします」（send-navy）",
            ],
        ),
    ],
)
def test_what_is_kept_is_listed_cue_by_cue(
    pack: Path, language: Language, told: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """The words, how they have to be said, and in which cues of other topics they stand."""
    add_cue(pack, language, "wrong-one", "navy" if language == "en" else "紺")
    assert main(["cues", "pack/wrong-colour", "--lang", language]) == 0
    assert set(told) <= set(capsys.readouterr().out.splitlines())


def test_the_same_as_json(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cues", "pack/wrong-colour", "--lang", "en", "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["scenario"] == "wrong-colour"
    rows = {row["cue"]: row for row in shown["cues"]}
    assert rows["half price"] == {
        "topic": "discount",
        "cue": "half price",
        "kept": ["half", "price"],
        "said": "any-order",
        "denies": False,
        "heard_in": [],
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_kept_is_what_the_reader_compares(language: Language) -> None:
    """As many words as the pattern has elements, for every kind of cue."""
    for cue in kept_cues(builtin_library().scenario("late-delivery"), language):
        if cue.how in ("in-order", "any-order"):
            assert cue.pattern is not None
            assert len(cue.words) == len(cue.pattern.elements)


# ---------------------------------------------------------------- validate


@pytest.mark.parametrize("blank", ["", "   ", "...", "、。"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_blank_cue_is_an_error_at_its_place(
    pack: Path, blank: str, language: Language, capsys: pytest.CaptureFixture[str]
) -> None:
    add_cue(pack, language, "let-down", blank)
    line = validated(pack, capsys, language)
    place = "29:12" if language == "ja" else "30:12"
    assert line.startswith(f"pack/wrong-colour/scenario.yaml:{place}: ") and " S125: " in line


def test_a_blank_cue_of_the_note_is_an_error(
    pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = pack / "wrong-colour" / "scenario.yaml"
    note = 'note: [{field: promise, cues: {ja: ["約束"], en: [" "]}}]\ntopics:\n'
    file.write_text(file.read_text("utf-8").replace("topics:\n", note, 1), "utf-8")
    assert " S125: " in validated(pack, capsys)


@pytest.mark.parametrize(
    ("language", "topic", "cue", "code", "told"),
    [
        ("en", "friday-class", "still here", "W301", "'still here'"),
        ("ja", "friday-class", "いってらっしゃいませ", "W301", "「いってらっしゃいませ」"),
        ("en", "discount", "navy apron", "W303", "'navy apron today' (send-navy)"),
        ("ja", "discount", "紺を手配", "W303", "「紺のエプロンを手配」（send-navy）"),
        ("en", "let-down", "the colour was wrong", "W304", "'the colour was wrong' (let-down)"),
        ("ja", "let-down", "色の違い", "W304", "「色の違い」（let-down）"),
    ],
)
def test_a_cue_that_will_disappoint_is_a_hint(
    pack: Path,
    language: Language,
    topic: str,
    cue: str,
    code: str,
    told: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """It stands at the cue, names the other one, and keeps nothing from being used."""
    add_cue(pack, language, topic, cue)
    line = validated(pack, capsys, language)
    assert f" {code}: " in line
    assert told in line


def test_one_word_that_many_topics_have_is_a_hint(
    pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for topic in ("send-navy", "friday-class", "let-down"):
        add_cue(pack, "en", topic, f"apron {topic} zebra")
    add_cue(pack, "en", "discount", "zebra")
    line = validated(pack, capsys)
    assert " W302: " in line
    assert "only 'zebra' is kept, and 3 other topics" in line


@pytest.mark.parametrize(
    ("cue", "told"), [("お電話はなさいましたか", True), ("遅れるとお電話なさいましたか", False)]
)
def test_one_word_is_too_little_for_what_is_known(
    pack: Path, cue: str, told: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every question with the word would be one for what is known already."""
    file = pack / "wrong-colour" / "scenario.yaml"
    known = f"""topics:
  rang-before:
    kind: known
    name: {{ja: "電話したかどうか", en: "whether somebody rang"}}
    cues: {{ja: ["{cue}"], en: ["did you ring to say so"]}}
"""
    file.write_text(file.read_text("utf-8").replace("topics:\n", known, 1), "utf-8")
    assert main(["validate", str(pack), "--format", "line", "--lang", "en"]) == 0
    assert (" W307: " in capsys.readouterr().out) is told


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "No problems.\nHints: 1."), ("ja", "問題はありません。\nほかに、注意が 1 件")],
)
def test_hints_are_counted_apart(
    pack: Path, language: Language, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    add_cue(pack, "en", "friday-class", "still here")
    assert main(["validate", "pack", "--lang", language]) == 0
    assert said in capsys.readouterr().err


def test_for_what_comes_with_the_program_there_are_no_hints(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Nobody who reads them could do anything about it."""
    assert main(["validate", "card-misuse"]) == 0
    assert capsys.readouterr().out == ""
