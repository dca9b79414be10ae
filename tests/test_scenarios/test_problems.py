"""Problems read the same everywhere: one line that says where, what, and what to do."""

from __future__ import annotations

import pickle
import string

import pytest

from scenarios.problem_texts import DID_YOU_MEAN, HINTS, TEXTS, WORDS, add_texts
from scenarios.problems import Problem, SourceError, format_problem, make_problem

QUOTE = make_problem("a/s.yaml", 3, 7, "Y402", {"text": "no"})


def _fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def test_one_line_form_in_english() -> None:
    """The line names path, line, column, severity, code, message and hint."""
    assert format_problem(QUOTE) == (
        "a/s.yaml:3:7: error Y402: 'no' without quotes means true or false to some YAML readers. "
        'Write true or false, or put quotes around it: "no"'
    )


def test_one_line_form_in_japanese() -> None:
    """The same problem reads in Japanese without losing place and code."""
    line = format_problem(QUOTE, language="ja")
    assert line.startswith("a/s.yaml:3:7: エラー Y402: 引用符のない「no」は")
    assert "。true か false" in line


def test_whole_file_problem_has_no_line() -> None:
    """A problem of the whole file shows the path alone."""
    problem = make_problem("s.yaml", 0, 0, "Y101")
    assert format_problem(problem).startswith("s.yaml: error Y101: the file does not exist")
    assert format_problem(problem, "text") == format_problem(problem)


@pytest.mark.parametrize(
    ("line", "column", "blanks"),
    [
        ("say: no", 6, 5),
        ("台詞: no", 5, 6),
        ("é: no", 4, 3),
        ("e\u0301: no", 5, 3),
        ("ﾃｽﾄ: no", 6, 5),
        ("😀: no", 4, 4),
        ("", 1, 0),
        ("abc", 4, 3),
    ],
)
def test_caret_stands_under_the_place(line: str, column: int, blanks: int) -> None:
    """The caret counts terminal cells: wide characters two, combining marks none."""
    problem = make_problem("s.yaml", 2, column, "Y402", {"text": "no"})
    _, shown, caret = format_problem(problem, f"first\n{line}\nlast").split("\n")
    assert shown == f"    2 | {line}".replace("e\u0301", "é")
    assert caret == "      | " + " " * blanks + "^"


def test_long_line_is_cut_around_the_place() -> None:
    """A line of 300,000 characters is shown as one short line that still holds the place."""
    source = "x" * 150_000 + "HERE" + "y" * 150_000
    head, shown, caret = format_problem(make_problem("s", 1, 150_001, "Y502"), source).split("\n")
    assert len(head) + len(shown) < 250
    assert shown[caret.index("^") :].startswith("HERE")


def test_line_beyond_the_source_is_left_out() -> None:
    """A place outside of the given text shows no source line."""
    assert "\n" not in format_problem(make_problem("s", 9, 1, "Y502"), "one line")


def test_nothing_in_a_problem_acts_on_a_terminal() -> None:
    """Escape sequences in paths, facts and source lines come out as stand-ins."""
    problem = make_problem("a\x1b[2J", 1, 1, "Y402", {"text": "\x1b]0;x\x07\u202e"})
    shown = format_problem(problem, "\x1b[31mred\x9b")
    assert not any(ord(character) < 32 and character != "\n" for character in shown)
    assert "\x9b" not in shown and "\u202e" not in shown
    assert "␛]0;x␇\ufffd" in shown


def test_long_facts_are_shortened() -> None:
    """A message never quotes more than 60 characters of a writer's text."""
    message = make_problem("s", 1, 1, "Y402", {"text": "y" * 9999}).message()
    assert "y" * 59 + "…'" in message
    assert len(message) < 200


def test_guess_is_the_hint() -> None:
    """A problem with a guess asks for it in both languages."""
    problem = make_problem("s", 1, 1, "D102", {"key": "sya", "guess": "say"})
    assert problem.hint() == "Did you mean 'say'?"
    assert problem.hint("ja") == "「say」のことですか？"


def test_unknown_code_and_missing_facts_do_not_raise() -> None:
    """A problem without a text, or without its facts, still says something."""
    assert make_problem("s", 1, 1, "Z9", {"a": 1}).message() == "a=1"
    assert make_problem("s", 1, 1, "Z9").message() == "Z9"
    assert "'?'" in make_problem("s", 1, 1, "Y402").message()


def test_braces_in_facts_are_only_text() -> None:
    """A fact that looks like a template is shown as it is."""
    assert (
        "{text.__class__}"
        in make_problem("s", 1, 1, "D104", {"text": "{text.__class__}"}).message()
    )


def test_source_error_lists_all_problems() -> None:
    """The text of the error is every problem on a line of its own."""
    error = SourceError([QUOTE, make_problem("s", 1, 1, "Y107")])
    assert str(error).split("\n") == [format_problem(one) for one in error.problems]
    assert "エラー" in error.text("ja")
    assert pickle.loads(pickle.dumps(error)).problems == error.problems


def test_problem_is_a_value() -> None:
    """Equal problems are equal and can be members of sets."""
    again = Problem("a/s.yaml", 3, 7, "Y402", (("text", "no"),))
    assert {QUOTE, again} == {QUOTE}


@pytest.mark.parametrize("code", sorted(TEXTS))
def test_every_code_speaks_both_languages(code: str) -> None:
    """Each text and hint exists in both languages and uses the same facts."""
    for english, japanese in filter(None, (TEXTS[code], HINTS.get(code))):
        assert english and japanese
        assert _fields(english) == _fields(japanese)
        assert not english.endswith((".", "。")) and not japanese.endswith((".", "。"))


def test_hints_and_words_are_complete() -> None:
    """No hint without a text, and every word in both languages."""
    assert set(HINTS) <= set(TEXTS)
    assert all(english and japanese for english, japanese in [DID_YOU_MEAN, *WORDS.values()])


def test_added_codes_may_not_clash() -> None:
    """A module can add its texts, twice the same, but not take another one's code."""
    add_texts({"Y107": TEXTS["Y107"]})
    with pytest.raises(ValueError, match="Y107"):
        add_texts({"Y107": ("other", "別")})
