"""What ``validate`` tells beside the errors: what can be used, and was most likely meant otherwise."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from scenarios.lint_hints import text_hints
from scenarios.loader import builtin_library
from scenarios.programme_files import BUILT_IN
from scenarios.yaml_source import read_yaml_text
from simulator.cli import main

pytestmark = pytest.mark.usefixtures("alone")
DATA = Path(__file__).parents[1] / "data"
CATALOG = Path(str(builtin_library().root))
NEW = "type: wrong-item"


@pytest.fixture
def pack(here: Path) -> Path:
    """A sound pack with one small scenario, in the current folder."""
    shutil.copytree(DATA / "first-pack", here / "pack")
    return here / "pack"


def hints(pack: Path, capsys: pytest.CaptureFixture[str], file: str = "scenario.yaml") -> list[str]:
    """The code, place and message of everything that validate says; hints alone are no failure."""
    assert main(["validate", str(pack), "--format", "json", "--lang", "en"]) == 0
    told = json.loads(capsys.readouterr().out)["problems"]
    assert {Path(problem["path"]).name for problem in told} <= {file}
    assert {problem["severity"] for problem in told} <= {"warning"}
    return [f"{p['code']} {p['line']}:{p['column']} {p['message']}. {p['hint']}" for p in told]


def spoil(pack: Path, old: str, new: str) -> None:
    file = pack / "wrong-colour" / "scenario.yaml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


# ---------------------------------------------------------------- sums


@pytest.mark.parametrize(
    ("amounts", "told"),
    [
        ("[1,500]", ["1500"]),
        ("[3200, 1,500, 20,100]", ["1500", "20100"]),
        ("[1,234,567]", ["1234567"]),
        ("[1, 500]", []),
        ("[300,20]", []),
        ("[1500,500]", []),
        ("[1500]", []),
    ],
)
def test_a_sum_with_a_comma_is_a_hint(
    pack: Path, amounts: str, told: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """YAML makes several numbers of it; who means several writes a space."""
    spoil(pack, NEW, f"{NEW}\namounts: {amounts}")
    found = hints(pack, capsys)
    assert [hint.split()[0] for hint in found] == ["W401"] * len(told)
    assert all(f"Write {number} " in hint for hint, number in zip(found, told, strict=True))


def test_a_band_without_spaces_is_no_sum(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (file,) = pack.rglob("en-good.yaml")
    file.write_text(file.read_text("utf-8").replace("[80, 100]", "[80,100]"), "utf-8")
    assert hints(pack, capsys) == []


# ---------------------------------------------------------------- languages


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ('ja: ["がっかりなさった"', 'ja: ["not what you had hoped for"', "29:12"),
        ('en: ["a let-down"', 'en: ["楽しみにしていらした"', "30:12"),
        ('en: "The red apron"', 'en: "赤いエプロンが届きました"', "4:7"),
    ],
)
def test_a_text_in_the_other_language_is_a_hint(
    pack: Path, old: str, new: str, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(pack, old, new)
    (hint,) = hints(pack, capsys)
    assert hint.startswith(f"W402 {place} ")


@pytest.mark.parametrize(
    "text",
    [
        '{ja: "Murata", en: "村田"}',
        '{ja: "The Ritz-Carlton Tokyo Marunouchi", en: "さくら屋"}',
        '{ja: "3,200 JPY", en: "紺のエプロン, the apron in navy blue"}',
        '{ja: ["OK", "VIP"], en: ["ご不安"]}',
        '{ja: "https://example.jp/how/to/return", en: "Ask for 海野様 and say 御用達"}',
    ],
)
def test_names_figures_and_short_words_are_no_other_language(text: str) -> None:
    assert list(text_hints(read_yaml_text(text, "x.yaml"), "x.yaml")) == []


@pytest.mark.parametrize("root", [CATALOG, BUILT_IN, DATA])
def test_what_comes_with_the_program_is_in_its_languages(root: Path) -> None:
    for file in root.rglob("*.yaml"):
        if "unread" not in str(file):
            node = read_yaml_text(file.read_bytes(), file.name)
            assert list(text_hints(node, str(file))) == []


# ---------------------------------------------------------------- cues


@pytest.mark.parametrize(
    ("cue", "part"),
    [
        ("(knock|take) something off", "(knock|take)"),
        ("knock something|anything off", "|"),
        ("knock ... something off", "..."),
        ("^knock something off", "^"),
        ("=knock something off", "="),
        ("knock [some] thing off", "[some]"),
        ("knock something off?", ""),
        ("knock something off (ten per cent)", ""),
    ],
)
def test_the_notation_of_rules_in_a_cue_is_a_hint(
    pack: Path, cue: str, part: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is dropped like any other mark, which nobody would notice."""
    spoil(pack, '"knock something off"', f'"{cue}"')
    found = hints(pack, capsys)
    assert [hint.partition(" ")[0] for hint in found] == (["W305"] if part else [])
    assert all(f"'{part}' in the cue" in hint for hint in found)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"knock something off"', '"will not charge you for the apron"'),
        ('"半額"', '"エプロンのお代はいただきません"'),
    ],
)
def test_a_limit_that_denies_is_a_hint(
    pack: Path, old: str, new: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is heard as declining what its writer meant to be granted."""
    spoil(pack, old, new)
    (hint,) = hints(pack, capsys)
    assert hint.startswith("W306 ")
    assert "declining" in hint


def test_a_limit_that_denies_on_the_way_is_none(
    pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is granted without waiting is granted."""
    spoil(pack, '"半額"', '"返事を待たずに半額"')
    assert hints(pack, capsys) == []


# ---------------------------------------------------------------- handbooks


def test_clauses_that_feedback_cites_are_missed(
    pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of a handbook of one's own; the words may be anything."""
    text = (CATALOG / "handbook.yaml").read_text("utf-8")
    (pack / "handbook.yaml").write_text(text.replace("id: komorebi", "id: ours", 1), "utf-8")
    assert hints(pack, capsys, "handbook.yaml") == []
    renamed = text.replace("- id: authority", "- id: our-limits").replace("- id: card-", "- id: c-")
    (pack / "handbook.yaml").write_text(renamed, "utf-8")
    (hint,) = hints(pack, capsys, "handbook.yaml")
    assert hint.startswith("W501 ")
    assert "not have: card-data, authority. " in hint
