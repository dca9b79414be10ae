"""Arguments that are no numbers: refused before anything is opened, in words that say what to give."""

from __future__ import annotations

import sys

import pytest

from simulator.cli import main

HIGHEST = 2**53 - 1


@pytest.mark.parametrize("seed", ["abc", "-1", "1.5", "0x1", "", str(HIGHEST + 1), "9" * 5000])
def test_a_seed_is_a_whole_number(seed: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A number that another reader of the log would round, or that is none, is no seed."""
    with pytest.raises(SystemExit) as ended:
        main(["play", "late-delivery", f"--seed={seed}"])
    assert ended.value.code == 2
    told = capsys.readouterr().err
    assert f"argument --seed: must be a whole number from 0 to {HIGHEST}" in told


@pytest.mark.parametrize("count", ["0", "-1", "many", "9" * 5000])
def test_a_count_is_one_or_more(count: str, capsys: pytest.CaptureFixture[str]) -> None:
    """None at all is no count, and nothing is read for it."""
    with pytest.raises(SystemExit) as ended:
        main(["grade", "/does/not/exist", f"--jobs={count}"])
    assert ended.value.code == 2
    assert f"must be a whole number from 1 to {HIGHEST}" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "japanese", "english"),
    [
        (["gradee"], "「grade」ではありませんか", "Did you mean 'grade'?"),
        (["qqqq"], "「qqqq」というコマンドはありません", "there is no command 'qqqq'"),
        (["explain-reply"], "scenario, reply を指定してください", "are required: scenario, reply"),
        (["list", "--foo"], "このコマンドにない指定です: --foo", "unrecognized arguments: --foo"),
        (["grade", "x", "--jobs"], "--jobs には値が要ります", "--jobs: needs a value"),
        (
            ["grade", "x", "--jobs", "0"],
            "--jobs は 1 から",
            "--jobs: must be a whole number from 1",
        ),
        (["schema", "poem"], "「poem」は指定できません", "'poem' is not one of"),
    ],
)
def test_what_is_wrong_is_said_in_the_readers_language(
    arguments: list[str],
    japanese: str,
    english: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """By the locale or by --lang; a mistyped command is told which one was meant, and not all of them."""
    for language, said in (("ja", japanese), ("en", english)):
        monkeypatch.setattr(sys, "argv", ["supportdojo", *arguments])
        monkeypatch.setenv("SUPPORTDOJO_LANG", language)
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        assert ended.value.code == 2
        told = capsys.readouterr().err
        assert said in told
        assert "second-look" not in told.partition("supportdojo: ")[2]
    monkeypatch.setenv("SUPPORTDOJO_LANG", "ja")
    monkeypatch.setattr(sys, "argv", ["supportdojo", "--lang", "en", *arguments])
    with pytest.raises(SystemExit):
        main(["--lang", "en", *arguments])
    assert english in capsys.readouterr().err
