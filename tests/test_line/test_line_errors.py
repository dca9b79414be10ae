"""What is wrong with a line of replies is told in the reader's language."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from scenarios.language import LANGUAGES, Language
from scoring.agreement.rated import RatedError, read_rated
from scoring.bulk import MAX_CONTEXT
from simulator.cli import main

ITEM: dict[str, Any] = {"id": "r1", "scenario": "late-delivery", "lang": "en", "reply": "Sorry."}
RATED: dict[str, Any] = {**ITEM, "empathy": 2, "policy": 3, "resolution": 1, "breaches": []}
PAIR: dict[str, Any] = {**ITEM, "scale": "empathy", "better": "Sorry.", "worse": "So what?"}
BAD_ITEMS = (
    "{id: 1}",
    '{"id": NaN}',
    "[" * 200_000,
    "[1]",
    json.dumps({**ITEM, "scenario": "nowhere"}),
    '{"id": ' + "9" * 5_000 + "}",
    json.dumps({**ITEM, "lang": "de"}),
    json.dumps({**ITEM, "reply": 1}),
    json.dumps({**ITEM, "reply": "a" * 20_001}),
    json.dumps({**ITEM, "context": "a"}),
    json.dumps({**ITEM, "context": ["a"] * (MAX_CONTEXT + 1)}),
    '{"id": 1e999}',
    '{"id": 1, "id": 2}',
)
BAD_RATED = (
    "nonsense",
    "[]",
    json.dumps({key: value for key, value in RATED.items() if key != "lang"}),
    json.dumps({**RATED, "reply": 1}),
    json.dumps({**RATED, "lang": "de"}),
    json.dumps({**RATED, "policy": "much"}),
    json.dumps({**RATED, "policy": 5}),
    json.dumps({**RATED, "breaches": "a"}),
    json.dumps({**RATED, "breaches": ["rudeness"]}),
    json.dumps({**RATED, "context": 1}),
    json.dumps({**PAIR, "scale": "height"}),
    json.dumps(RATED) + "\n" + json.dumps(RATED),
)


def graded(
    path: Path, language: Language, capsys: pytest.CaptureFixture[str]
) -> list[dict[str, Any]]:
    main(["grade", str(path), "--jobs", "1", "--lang", language])
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_every_error_of_grade_has_words(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No English sentence reaches a Japanese reader."""
    path = here / "items.jsonl"
    path.write_text("\n".join(BAD_ITEMS), encoding="utf-8")
    for result in graded(path, "ja", capsys):
        error = result["error"]
        assert not error.isascii()
    english = [result["error"] for result in graded(path, "en", capsys)]
    assert all(error.isascii() for error in english)
    assert english[4] == "unknown scenario: nowhere"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_scenario_of_nearly_this_name_is_told(
    here: Path, language: Language, capsys: pytest.CaptureFixture[str]
) -> None:
    path = here / "items.jsonl"
    path.write_text(json.dumps({**ITEM, "scenario": "late_delivery"}), encoding="utf-8")
    (result,) = graded(path, language, capsys)
    told = " (similar: late-delivery)" if language == "en" else "（似た名前: late-delivery）"
    assert result["error"].endswith(told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_keys_that_nothing_reads_are_told_once(
    here: Path, language: Language, capsys: pytest.CaptureFixture[str]
) -> None:
    """A mistyped key would else take nothing and say nothing; the replies are graded all the same."""
    path = here / "items.jsonl"
    lines = [ITEM, {**ITEM, "stage": "x", "contxt": []}, {**ITEM, "stage": "y", "\x1b[31m": 1}]
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    assert main(["grade", str(path), "--jobs", "1", "--lang", language]) == 0
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 3
    (told,) = [line for line in err.splitlines() if "stage" in line]
    assert "stage, contxt, " in told and "id, scenario, lang, context, reply" in told
    assert "\x1b" not in err
    path.write_text(json.dumps(ITEM), encoding="utf-8")
    assert main(["grade", str(path), "--jobs", "1", "--lang", language]) == 0
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize("line", BAD_RATED)
def test_every_error_of_agreement_has_words(line: str) -> None:
    with pytest.raises(RatedError) as caught:
        list(read_rated(line.splitlines(), "team.jsonl"))
    why = caught.value.why
    assert not why.ja.isascii()
    assert why.en.isascii()


def test_an_error_of_agreement_names_the_folder_of_its_file(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two files of one name are told apart, as one would name them."""
    for folder in ("may", "june"):
        (here / folder).mkdir()
        (here / folder / "rated.jsonl").write_text("[1]\n", "utf-8")
        assert main(["agreement", "--only", f"{folder}/rated.jsonl", "--lang", "en"]) == 2
        assert f"{folder}/rated.jsonl:1" in capsys.readouterr().err


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_line_in_another_encoding_is_told_which(
    here: Path, language: Language, capsys: pytest.CaptureFixture[str]
) -> None:
    """The lines around it are graded all the same."""
    path = here / "items.jsonl"
    japanese = json.dumps({**ITEM, "lang": "ja", "reply": "すみません。"}, ensure_ascii=False)
    lines = [japanese.encode("cp932"), japanese.encode(), b'{"reply": "caf\xe9"}']
    path.write_bytes(b"\n".join(lines))
    first, second, third = graded(path, language, capsys)
    assert "Shift_JIS" in first["error"]
    assert first["id"] == "line 1"
    assert "error" not in second
    assert "0xE9" in third["error"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_in_utf_16_is_refused_as_a_whole(
    here: Path, language: Language, capsys: pytest.CaptureFixture[str]
) -> None:
    path = here / "items.jsonl"
    path.write_text(json.dumps(ITEM), encoding="utf-16")
    assert main(["grade", str(path), "--lang", language]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "UTF-16" in err


def test_the_language_that_was_asked_for_stands_for_a_missing_one(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And for no other; without it a line has to say its language."""
    path = here / "items.jsonl"
    bare = {key: value for key, value in ITEM.items() if key != "lang"}
    lines = [json.dumps(bare), json.dumps(ITEM), json.dumps({**ITEM, "lang": "de"})]
    path.write_text("\n".join(lines), encoding="utf-8")
    filled, own, wrong = graded(path, "en", capsys)
    assert filled == own
    assert wrong["error"].startswith("unknown language")
    main(["grade", str(path)])
    results = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert "error" in results[0]
