"""The command line before a command runs: what is no number, what is mistyped, and the help.

Refused before anything is opened, in words that say what to give; helped in the language of the reader.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from collections.abc import Iterator

import pytest

from scenarios.language import Language
from scenarios.width import cells
from simulator.argument_parser import Parser
from simulator.cli import build_parser, main
from simulator.words.commands import COMMANDS

HIGHEST = 2**53 - 1


def refused(words: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """What is said of a command line that cannot be meant."""
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    return capsys.readouterr().err


@pytest.mark.parametrize("seed", ["abc", "-1", "1.5", "0x1", "", str(HIGHEST + 1), "9" * 5000])
def test_a_seed_is_a_whole_number(seed: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A number that another reader of the log would round, or that is none, is no seed."""
    told = refused(["play", "late-delivery", f"--seed={seed}"], capsys)
    assert f"argument --seed: must be a whole number from 0 to {HIGHEST}" in told


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize(
    ("language", "told"), [("en", "Leave out 'x'."), ("ja", "「x」を消してください。")]
)
@pytest.mark.parametrize("what", ["check", "expire"])
def test_what_takes_nothing_more_says_so(
    what: str, language: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Before anything is opened."""
    assert main(["db", what, "x", "--lang", language]) == 2
    assert told in capsys.readouterr().err


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize(
    ("language", "told"), [("en", "The clock of this computer is wrong"), ("ja", "時計が合って")]
)
def test_a_clock_beyond_all_reckoning_is_told(
    language: str,
    told: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Python cannot tell a time after 2262 or before 1678."""

    def far_off() -> float:
        raise OverflowError("timestamp too large to convert to C _PyTime_t")

    monkeypatch.setattr("time.time", far_off)
    assert main(["list", "--lang", language]) == 2
    assert told in capsys.readouterr().err


@pytest.mark.parametrize("count", ["0", "-1", "many", "9" * 5000])
def test_a_count_is_one_or_more(count: str, capsys: pytest.CaptureFixture[str]) -> None:
    """None at all is no count, and nothing is read for it."""
    assert f"must be a whole number from 1 to {HIGHEST}" in refused(
        ["grade", "/does/not/exist", f"--jobs={count}"], capsys
    )


@pytest.mark.parametrize(
    ("arguments", "japanese", "english"),
    [
        (["gradee"], "「grade」ではありませんか", "Did you mean 'grade'?"),
        (["frobnicate"], "ありません。一覧は", "command 'frobnicate'. supportdojo"),
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


@pytest.mark.parametrize("spelling", ["--drill=b", "--dril=b"])
def test_an_option_that_keeps_one_value_is_refused_when_given_twice(
    spelling: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where its beginning is written; before and behind the command the last one counts."""
    for language, told in (("ja", "--drill は一度しか"), ("en", "--drill: can be given once only")):
        monkeypatch.setenv("SUPPORTDOJO_LANG", language)
        assert told in refused(["report", "--drill", "a", spelling], capsys)
    parsed = build_parser("en").parse_args(["--lang", "ja", "list", "--lang", "en"])
    assert parsed.lang == "en"


def test_no_option_keeps_the_last_of_several_values() -> None:
    """Each adds up or is refused the second time, whatever command it belongs to."""
    kept = {
        (parser.prog, option)
        for parser in parsers(build_parser("en"))
        for action in parser._actions
        if isinstance(action, argparse._StoreAction)
        for option in action.option_strings
    }
    assert kept == set()


def test_an_option_is_as_good_as_new_at_the_next_reading() -> None:
    parser = build_parser("en")
    for _ in range(2):
        assert parser.parse_args(["report", "--drill", "a"]).drill == "a"


def parsers(parser: Parser) -> Iterator[Parser]:
    """*parser*, those of its commands, and those of what these are told to do."""
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for below in action.choices.values():
                yield from parsers(below)


def texts(parser: Parser) -> Iterator[str]:
    """All that is said in the help of *parser*."""
    parser.format_help()  # it gives the groups their titles
    yield from (text for text in (parser.description, parser.epilog) if text)
    yield from (group.title for group in parser._action_groups if group.title)
    for action in parser._actions:
        if action.help and action.help != argparse.SUPPRESS:
            yield action.help
        if isinstance(action, argparse._SubParsersAction):
            yield from (choice.help for choice in action._choices_actions if choice.help)


COMMAND_LINES = [tuple(parser.prog.split()[1:]) for parser in parsers(build_parser())]
each_command = pytest.mark.parametrize("words", COMMAND_LINES, ids=" ".join)


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What ``supportdojo`` with these arguments prints before it ends with 0."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 0
    told = capsys.readouterr()
    assert not told.err
    return told.out


@each_command
def test_help_is_in_japanese(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside names, metavars and examples no English is left, and no line is wider than the terminal."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("SUPPORTDOJO_LANG", "ja")
    told = shown(capsys, *words, "--help")
    assert told.startswith(f"使い方: {' '.join(['supportdojo', *words])} ")
    assert "この説明を表示して終了する" in told
    assert [line for line in told.splitlines() if cells(line) > 80] == []
    usage, _, body = told.partition("\n\n")
    assert not re.search(r"(?m)^ *(usage|options|commands|positional arguments):", told)
    said = " ".join(body.split())
    sentences = [text.en for text in COMMANDS.table.values() if text.en.count(" ") > 1]
    assert [sentence for sentence in sentences if sentence in said] == []
    for line in usage.splitlines()[1:]:
        assert line.startswith(" " * cells("使い方: supportdojo"))


@each_command
def test_help_is_in_english(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As argparse itself formats it."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("SUPPORTDOJO_LANG", "en")
    told = shown(capsys, *words, "--help")
    assert told.isascii()
    assert told.startswith(f"usage: {' '.join(['supportdojo', *words])} ")
    assert re.search(r"(?m)^options:\n +-h, --help +show this help message and exit$", told)
    assert [line for line in told.splitlines() if len(line) > 80] == []
    assert " ".join(told.split("\n\n")[1].split()) == COMMANDS.say(
        ".".join(words) or "program", "en"
    )


@pytest.mark.parametrize("language", ["ja", "en"])
def test_all_that_help_says_is_in_the_table_and_all_of_the_table_is_said(
    language: Language,
) -> None:
    said = {text for parser in parsers(build_parser(language)) for text in texts(parser)}
    table = {key: text.of(language) for key, text in COMMANDS.table.items()}
    assert said == set(table.values()) - {table["heading.usage"]}


@pytest.mark.parametrize("key", COMMANDS.table)
def test_a_japanese_help_text_has_no_english_sentence(key: str) -> None:
    """Latin words stand in it as names only, never three in a row."""
    text = COMMANDS.table[key].ja
    assert re.search("[ぁ-んァ-ヶ一-龥]", text)
    assert not re.search(r"[A-Za-z]+( [A-Za-z]+){2}", text)
    assert "%" not in text


@pytest.mark.parametrize("columns", ["30", "60", "100"])
def test_japanese_help_fits_other_terminals(columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines with Japanese in them; argparse itself lets a long name stand out."""
    monkeypatch.setenv("COLUMNS", columns)
    for parser in parsers(build_parser("ja")):
        for line in parser.format_help().splitlines():
            assert line.isascii() or line.startswith("使い方") or cells(line) <= int(columns)
            assert not re.match(r"\s*[、。）」ー]", line)


@pytest.mark.parametrize(
    "arguments",
    [
        ("--lang", "ja", "play", "--help"),
        ("play", "--lang", "ja", "--help"),
        ("play", "--help", "--lang=ja"),
        ("--lang", "en", "play", "--lang", "ja", "--help"),
    ],
    ids=" ".join,
)
def test_help_heeds_the_language_before_and_after_the_command(
    arguments: tuple[str, ...],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SUPPORTDOJO_LANG", "en")
    assert shown(capsys, *arguments).startswith("使い方: supportdojo play ")
    monkeypatch.setenv("SUPPORTDOJO_LANG", "ja")
    english = ["en" if word == "ja" else word.replace("=ja", "=en") for word in arguments]
    assert shown(capsys, *english).startswith("usage: supportdojo play ")


def test_japanese_help_is_as_quick_as_english_help() -> None:
    """It loads nothing that is not in the standard library, to break its lines either."""
    script = (
        "import contextlib, io, sys\n"
        "from simulator.cli import main\n"
        "with contextlib.suppress(SystemExit), contextlib.redirect_stdout(io.StringIO()):\n"
        "    main(['play', '--help', '--lang', 'ja'])\n"
        "own = {'scenarios', 'simulator', '__main__', '__mp_main__'}\n"
        "print(*{name.partition('.')[0] for name in sys.modules} - sys.stdlib_module_names - own)"
    )
    command = [sys.executable, "-S", "-c", script]  # without what site-packages load by themselves
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_help_heeds_the_locale(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the usage that stands before an error does, too."""
    monkeypatch.delenv("SUPPORTDOJO_LANG", raising=False)
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")
    assert "\nコマンド:\n" in shown(capsys, "--help")
    assert refused(["grade"], capsys).startswith("使い方: supportdojo grade ")


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize(
    ("language", "told"), [("en", "is empty. Name a file or folder"), ("ja", "が空です")]
)
@pytest.mark.parametrize(
    "words",
    [
        ("import", ""),
        ("grade", ""),
        ("verify", ""),
        ("agreement", ""),
        ("validate", ""),
        ("export", "--all", "--to", ""),
        ("export", "--all", "--out", " "),
        ("report", "--out", ""),
        ("calibration", "--fixtures", ""),
        ("rescore", "--copy", ""),
        ("rescore", "--rubric", ""),
        ("new", "x", "--into", ""),
        ("certificate", "--out", ""),
        ("list", "--pack", ""),
    ],
    ids=" ".join,
)
def test_an_empty_path_is_no_path(
    words: tuple[str, ...], language: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """It would be the folder that one is in, or as if nothing had been given."""
    assert told in refused([*words, "--lang", language], capsys)


@pytest.mark.usefixtures("alone")
def test_locate_names_the_team_s_database(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without its password; what is kept on this machine is named as that."""
    monkeypatch.setenv("SUPPORTDOJO_DB", "postgresql://yui:secret@db.example.com/dojo")
    assert main(["locate", "--lang", "en"]) == 0
    told = capsys.readouterr().out
    assert "contacts: postgresql://yui@db.example.com/dojo" in told and "secret" not in told
    assert "settings of this machine: " in told
    assert main(["locate", "--json"]) == 0
    assert '"store": "postgresql://yui@db.example.com/dojo"' in capsys.readouterr().out


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize(("language", "told"), [("en", "is empty. --help"), ("ja", "が空です")])
@pytest.mark.parametrize(
    "words",
    [
        ("report", "--send", ""),
        ("report", "--person", ""),
        ("cues", ""),
        ("graph", " "),
        ("test", "late-delivery", ""),
        ("explore", ""),
        ("try", ""),
        ("demo", ""),
        ("explain-reply", "", "Hello"),
        ("play", "--resume", ""),
        ("programme", "read", ""),
        ("programme", ""),
        ("rescore", "--since", ""),
        ("drill", "status", ""),
        ("drill", "play", ""),
        ("drill", "new", "A", "--scenario", ""),
        ("people", "rename", "", "X"),
        ("forget", "", "--yes"),
        ("show", ""),
        ("explain", ""),
        ("db", "backup", ""),
    ],
    ids=" ".join,
)
def test_an_empty_argument_names_nothing(
    words: tuple[str, ...], language: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A script's variable that is not set must neither be told as a scenario nor passed over."""
    assert told in refused([*words, "--lang", language], capsys)


def test_a_reply_may_be_empty(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain-reply", "late-delivery", "", "--lang", "en"]) == 0
