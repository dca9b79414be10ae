"""A file either becomes a tree in which nothing changed, or a list of problems with places."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from scenarios import yaml_source
from scenarios.problems import SourceError
from scenarios.text import clean_text
from scenarios.yaml_source import (
    MAX_BYTES,
    Mapping,
    Mark,
    Node,
    Scalar,
    Sequence,
    read_yaml_file,
    read_yaml_text,
)

Found = tuple[int, int, str]


@pytest.fixture(params=["c", "python"])
def _both_parsers(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    if request.param == "python":
        monkeypatch.setattr(yaml_source, "_Parser", yaml.SafeLoader)
    yield


def found(data: bytes | str) -> list[Found]:
    """Return line, column and code of each problem of *data*."""
    try:
        read_yaml_text(data, "s.yaml")
    except SourceError as error:
        assert str(error)
        return [(one.line, one.column, one.code) for one in error.problems]
    return []


def plain(node: Node) -> Any:
    """Return the tree as dicts, lists and strings."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key.text: plain(value) for key, value in node.entries}


def read(data: bytes | str) -> Any:
    return plain(read_yaml_text(data, "s.yaml"))


def test_tree_with_places() -> None:
    """Every node knows where it stands, and whether it was quoted."""
    root = read_yaml_text("台詞:\n  - 😀 \"x\": 7\n    b: 'y'\n", "s.yaml")
    assert root == Mapping(
        (
            (
                Scalar("台詞", True, Mark(1, 1)),
                Sequence(
                    (
                        Mapping(
                            (
                                (
                                    Scalar('😀 "x"', True, Mark(2, 5)),
                                    Scalar("7", True, Mark(2, 12)),
                                ),
                                (Scalar("b", True, Mark(3, 5)), Scalar("y", False, Mark(3, 8))),
                            ),
                            Mark(2, 5),
                        ),
                    ),
                    Mark(2, 3),
                ),
            ),
        ),
        Mark(1, 1),
    )


def test_get() -> None:
    """A mapping gives the value of a key, or None."""
    root = read_yaml_text("a: x\nb: w", "s.yaml")
    assert isinstance(root, Mapping)
    assert root.get("b") == Scalar("w", True, Mark(2, 4))
    assert root.get("c") is None


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_and_byte_order_mark_do_not_matter(mark: str, end: str) -> None:
    """The same file from any system reads the same, with the same places."""
    text = mark + f"a: |{end}  x{end}  y{end}b: no{end}"
    assert found(text) == found(text.encode()) == [(4, 4, "Y402")]
    assert read(text.replace("no", "x")) == {"a": "x\ny\n", "b": "x"}


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (value, code)
        for code, values in {
            "Y401": ("~", "null", "Null", "NULL"),
            "Y402": (
                "y",
                "Y",
                "n",
                "N",
                "yes",
                "Yes",
                "NO",
                "no",
                "on",
                "On",
                "off",
                "OFF",
                "True",
                "TRUE",
                "False",
                "FALSE",
            ),
            "Y403": ("12:30", "1:2:3", "-1:30", "190:20:30.15", "9:75"),
            "Y404": ("007", "00", "0120", "-01", "08", "0_1"),
            "Y405": (
                "0x1F",
                "0o17",
                "0b11",
                "1_000",
                "+7",
                "-0",
                "1.10",
                "0.50",
                "1e3",
                "1.5e3",
                ".5",
                "5.",
                "9" * 30 + ".5",
                "1E400",
                "1.0e+309",
            ),
            "Y406": (
                "2024-01-05",
                "2024-1-5",
                "2001-12-14 21:59:43",
                "2001-12-14T21:59:43.10-05:00",
            ),
            "Y407": (".inf", "-.Inf", "+.INF", ".nan", ".NaN"),
            "Y408": ("=", "<<"),
        }.items()
        for value in values
    ],
)
@pytest.mark.usefixtures("_both_parsers")
def test_ambiguous_values_need_quotes(value: str, code: str) -> None:
    """A value that YAML readers take for something else is an error at its place; quoted not."""
    assert found(f"a: x\nk: {value}\n") == [(2, 4, code)]
    assert found(f"- {value}") == [(1, 3, code)]
    assert found(f"[x, {value}]") == [(1, 5, code)]
    assert found(value) == [(1, 1, code)]
    for quoted in (f'k: "{value}"', f"k: '{value}'", f"k: |-\n  {value}"):
        assert read(quoted) == {"k": value}


@pytest.mark.parametrize(
    "value",
    [
        *("7", "-3", "0", "10", "0.5", "1.0", "-2.25", "true", "false"),
        *("1.2.3", "090-1234-5678", "1,000", "12:30頃", "７", "2024-01-05 に届く", "~5", "=x"),
        *("no!", "yes.", "not yet", "on time", "nothing", "..", "-x", "x 　y"),
        *("a:b", "https://example.jp/a:b", "注意：割れ物", "A：はい"),
    ],
)
@pytest.mark.usefixtures("_both_parsers")
def test_plain_values_that_mean_themselves(value: str) -> None:
    """Canonical numbers, true, false and ordinary text need no quotes and stay text."""
    assert read(f"k: {value}\n") == {"k": value}


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("k:", [(1, 3, "Y410")]),
        ("[20,000]", [(1, 5, "Y409")]),
        ("[20, 000]", [(1, 6, "Y404")]),
        ("['20',000]", [(1, 7, "Y404")]),
        ("[x,000]", [(1, 4, "Y404")]),
        ("k:\nl: ''", [(1, 3, "Y410")]),
        ("- \n- a", [(1, 2, "Y410")]),
        ("{a: b, c}", [(1, 9, "Y410")]),
        ("on: x", [(1, 1, "Y408")]),
        ("true: x", [(1, 1, "Y408")]),
        ("12:30: x", [(1, 1, "Y403")]),
        ("~: x", [(1, 1, "Y401")]),
    ],
)
def test_missing_values_and_ambiguous_keys(text: str, problems: list[Found]) -> None:
    """An empty value and a key that is no text to other readers are errors."""
    assert found(text) == problems


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("a: &x 1\nb: *x", [(1, 4, "Y301"), (2, 4, "Y304")]),
        ("&x a: 1", [(1, 1, "Y301")]),
        ("*x : 1", [(1, 1, "Y304")]),
        ("a: !!str 3", [(1, 4, "Y305")]),
        ("a: ! 007", [(1, 4, "Y305")]),
        ("!!python/object/apply:os.system ['true']", [(1, 1, "Y305")]),
        ("a: !!binary x\nb: !!set {c: d}", [(1, 4, "Y305"), (2, 4, "Y305")]),
        ("<<: {a: b}", [(1, 1, "Y306")]),
        ("<<: [x]\na: b", [(1, 1, "Y306")]),
        ("? [a]\n: b", [(1, 3, "Y307")]),
        ("{{a: b}: c}", [(1, 2, "Y307")]),
        ("a: b\n---\nc: d", [(2, 1, "Y108")]),
        ("a: x\nb: w\na: z\n", [(3, 1, "Y308")]),
        ("a: x\n\"a\": z\n'a': w", [(2, 1, "Y308"), (3, 1, "Y308")]),
        ("がa: x\nか\u3099a: w", [(2, 1, "Y308")]),
        ("", [(0, 0, "Y107")]),
        ("# only a comment\n", [(0, 0, "Y107")]),
        ("---\n", [(0, 0, "Y107")]),
    ],
)
def test_refused_features(text: str, problems: list[Found]) -> None:
    """Anchors, aliases, tags, merge keys, complex and double keys, documents: each at its place."""
    assert found(text) == problems


def test_double_key_names_both_lines() -> None:
    """The message of a double key tells the line of the first one."""
    with pytest.raises(SourceError) as caught:
        read_yaml_text("a: x\nb:\n  id: x\n  id: z\n", "s.yaml")
    (problem,) = caught.value.problems
    assert "'id' is written twice; the first is at line 3, this is line 4" in problem.message()
    assert "3 行目" in problem.message("ja")


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("id：x", [(1, 3, "Y503")]),
        ("- a: b\n- id： x", [(2, 5, "Y503")]),
        ("id：x\nlang: ja", [(1, 3, "Y503")]),
        ("台詞：x: w", [(1, 3, "Y503")]),
        ("a:\n  id：x\nb: c", [(2, 5, "Y503")]),
        ("　a: b", [(1, 1, "Y504")]),
        ("a:\n  b: c\n　　d: e", [(3, 1, "Y504")]),
        ("a: b\n\u00a0c: d", [(2, 1, "Y504")]),
        ("k　: v", [(1, 2, "Y504")]),
        ("a: b　", [(1, 5, "Y504")]),
        ("a: 　b", [(1, 4, "Y504")]),
        ("a:　b\nc: d", [(1, 2, "Y211")]),
        ("id:late\nx: y", [(1, 3, "Y211")]),
        ("x: w\nid:late", [(2, 3, "Y211")]),
        ("a:\tb", [(1, 3, "Y502")]),
        ("a:\n\tb: c\n\td: e", [(2, 1, "Y502"), (3, 1, "Y502")]),
        ('a: "x\ty"\nb: no', [(1, 6, "Y502"), (2, 4, "Y402")]),
        ("a: b # see\there\n", []),
        ('"a　b": c', []),
        ("a: |\n  　字下げした文\n", []),
        ("a: |\n  　字下げした文\nb: c: d\n", [(3, 5, "Y202")]),
        ("a: |\n  注意：この文\nb: c: d\n", [(3, 5, "Y202")]),
        ("a: 'x：y'", []),
    ],
)
@pytest.mark.usefixtures("_both_parsers")
def test_japanese_and_invisible_slips(text: str, problems: list[Found]) -> None:
    """Full-width colons and blanks, and tabs, are named where they stand, but not inside text."""
    assert found(text) == problems


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("a: b: c", [(1, 5, "Y202")]),
        ("a: b\nword\nc: d", [(2, 1, "Y203")]),
        ("a:\n  - b\n c: d", [(3, 2, "Y204")]),
        ("a: `x", [(1, 4, "Y205")]),
        ("@a: b", [(1, 1, "Y205")]),
        ("a: 'x\n", [(1, 4, "Y206")]),
        ('x: w\na: "x\nb: c', [(2, 4, "Y206")]),
        ("a: [b, c\n", [(1, 4, "Y207")]),
        ("a: {b: c", [(1, 4, "Y207")]),
        ("a: ['I'm here', 'b']\nc: d", [(1, 7, "Y212")]),
        ("a: 'I'm here'\nc: d", [(1, 6, "Y212")]),
        ('a: "say "no" to me"\nc: d', [(1, 9, "Y212")]),
        ("- 'I'm here'\n- b", [(1, 5, "Y212")]),
        ("a: {b: 'x # y', c: order #7}\nd: e", [(1, 26, "Y213")]),
        ("a: {b: order #7}", [(1, 14, "Y213")]),
        ("a: [b, # the second\n  c\nd: e", [(1, 4, "Y207")]),
        ('a: ["b" "c"]', [(1, 4, "Y207")]),
        ('a: "\\q"', [(1, 5, "Y208")]),
        ("a: - b", [(1, 4, "Y210")]),
        ("a: no\nb: 'x\n", [(1, 4, "Y402"), (2, 4, "Y206")]),
    ],
)
@pytest.mark.usefixtures("_both_parsers")
def test_broken_notation(text: str, problems: list[Found]) -> None:
    """Broken notation is named where it begins, together with what was found before it."""
    assert found(text) == problems


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("a: x\x1b[2Jy", [(1, 5, "Y501")]),
        ("# \x07\na: \x00\nb: no", [(1, 3, "Y501"), (2, 4, "Y501"), (3, 4, "Y402")]),
        ("a: \x85b", [(1, 4, "Y501")]),
        ("a: x\u2028y", [(1, 5, "Y501")]),
        ("a: \u202eb\u2069", [(1, 4, "Y501"), (1, 6, "Y501")]),
        ("a: 🏴\U000e0067", [(1, 5, "Y501")]),
        ("a: x\ufeff", [(1, 5, "Y501")]),
        ("a: \uffff", [(1, 4, "Y501")]),
        ("a: x\ud83d", [(1, 5, "Y501")]),
        ('a: "12\\x1b[2J\\e"', [(1, 7, "Y501")]),
        ('a: "x\n  \\u202e"', [(2, 3, "Y501")]),
        ('a: "\\0"', [(1, 5, "Y501")]),
        ('a: "\\U000E0041"', [(1, 5, "Y501")]),
        ('a: "\\t"', [(1, 5, "Y502")]),
        ('a: "x\\ud83d"', [(1, 6, "Y209")]),
        ('a: "x\\udc00y"', [(1, 6, "Y209")]),
        ('a: "\\u0041 \\x1b \\u0007 \\x1b"', [(1, 12, "Y501"), (1, 17, "Y501")]),
        ("a: e" + "\u0301\u0327" * 40, [(1, 4, "Y505")]),
        ('a: "\ud83d\ude00"', []),
        ('a: "\\\\x1b \\u3042\\n\\" ❤\ufe0f"', []),
    ],
)
@pytest.mark.usefixtures("_both_parsers")
def test_characters_that_act_are_refused(text: str, problems: list[Found]) -> None:
    """What the cleaner would replace is an error, as itself and as an escape, at its place."""
    assert found(text) == problems


def test_character_is_named() -> None:
    """The message names the character as U+XXXX."""
    with pytest.raises(SourceError, match=r"s\.yaml:1:5: error Y501: character U\+202E is not"):
        read_yaml_text("a: x\u202ey", "s.yaml")


def test_json_of_emoji_is_an_error_not_two_halves() -> None:
    """Escaped surrogate pairs, as JSON tools write them, never become half characters."""
    assert found(json.dumps({"a": "😀"})) == [(1, 8, "Y209")]
    assert read(json.dumps({"a": "😀"}, ensure_ascii=False)) == {"a": "😀"}


def test_normal_forms_are_not_an_error() -> None:
    """Text comes out in NFC, whichever form the file has."""
    assert read("か\u3099: e\u0301") == {"が": "é"}


@pytest.mark.parametrize(
    ("data", "problems"),
    [
        (b"a: x\nb: \xff", [(2, 4, "Y105")]),
        ("a: あ".encode() + b"\xe3\x81", [(1, 5, "Y105")]),
        (b"a: \xed\xa0\xbd", [(1, 4, "Y105")]),
        (b"a: \xc0\xaf", [(1, 4, "Y105")]),
        ("a: こんにちは".encode("cp932"), [(1, 4, "Y109")]),
        ("a: b".encode("utf-16"), [(0, 0, "Y106")]),
        (b"\xfe\xff\x00a", [(0, 0, "Y106")]),
        (b"x" * (MAX_BYTES + 1), [(0, 0, "Y104")]),
        ("あ" * (MAX_BYTES // 3 + 1), [(0, 0, "Y104")]),
        (b"a: " + b"x" * 2_000_000, [(0, 0, "Y104")]),
    ],
    ids=range(10),
)
def test_encoding_and_size(data: bytes | str, problems: list[Found]) -> None:
    """A file that is not UTF-8, or above a megabyte, is refused with the place of the first byte."""
    assert found(data) == problems


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("[" * 500, [(1, 21, "Y302")]),
        ("[" * 300_000, [(1, 21, "Y302")]),
        ("{" * 300_000, [(1, 21, "Y302")]),
        ("{a: " * 200_000, [(1, 81, "Y302")]),
        ("- " * 300_000, [(1, 41, "Y302")]),
        ("? " * 300_000, [(1, 41, "Y302")]),
        ("\n".join(" " * depth + f"k{depth}:" for depth in range(1000)), [(21, 21, "Y302")]),
        ("[" * 21 + "x" + "]" * 21, [(1, 21, "Y302")]),
        ("[" * 20 + "x" + "]" * 20, []),
        ('a: "' + "[" * 900_000 + '"', []),
        ("1" + ":1" * 150_000, [(1, 1, "Y403")]),
        ("a: " + "9" * 900_000, []),
        ("a: " + "9" * 450_000 + "." + "9" * 450_000, [(1, 4, "Y405")]),
        ("- a\n" * 20_000, [(20_000, 3, "Y303")]),
        ("- a\n" * 19_999, []),
        ("k: [" + "a, " * 300_000, [(1, 59_996, "Y303")]),
        ("a: |\n" + "  x\n" * 200_000, []),
        ("\n" * 999_000 + "a: b", []),
    ],
    ids=range(18),
)
def test_bounds(text: str, problems: list[Found]) -> None:
    """Depth, number of values and long values are bounded without a crash or a wait."""
    told = found(text)
    if len(text) > 10_000 and [code for _, _, code in problems] == ["Y302"]:
        # From 6.0.4 on the parser looks ahead no deeper than 1,000 and stops there itself.
        told = [(line, min(column, problems[0][1]), code) for line, column, code in told]
    assert told == problems


_BAD_ESCAPES = "".join(f"\\U{code:08X}" for code in [*range(9), *range(0xE0000, 0xE0080)])


@pytest.mark.parametrize(
    "text",
    [
        "\t\n" * 490_000,
        "a: b\t\n" * 150_000,
        "\x1b" * 900_000,
        "\n" * 900_000 + '- "\\e"\n' * 12_000,
        f'a: "{_BAD_ESCAPES}' + "\\n" * 450_000 + '"',
        "- no\n" * 19_999,
        "".join(f"k{number % 9}: x\n" for number in range(9_999)),
    ],
    ids=range(7),
)
def test_masses_of_mistakes_take_no_time(text: str) -> None:
    """Finding the places of many mistakes stays within the time, and the list stays short."""
    assert len(found(text)) == 101


def test_billion_laughs() -> None:
    """A file of nested aliases is refused alias by alias, never expanded."""
    lines = ["a0: &a0 [lol]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    codes = {code for _, _, code in found("\n".join(lines))}
    assert codes == {"Y301", "Y304"}


def test_recursive_alias() -> None:
    """A list that holds itself is refused."""
    assert found("&a [*a]") == [(1, 1, "Y301"), (1, 5, "Y304")]


def test_many_problems_are_counted_not_listed() -> None:
    """A hundred problems are shown; the rest is a number."""
    problems = found("- no\n" * 1_000)
    assert len(problems) == 101
    assert problems[-1] == (0, 0, "Y199")
    assert len(found("\x1b" * 900_000)) == 101


def test_all_problems_at_once() -> None:
    """One look shows every independent problem of a file, in its order."""
    text = "a: no\nb: 12:30\na: x\nc: &x w\nd: !t z\ne: \x1b\nf: [1.10, ~]\n"
    assert [code for _, _, code in found(text)] == [
        "Y402", "Y403", "Y308", "Y301", "Y305", "Y501", "Y405", "Y401",
    ]  # fmt: skip


@settings(max_examples=300, deadline=5000)
@given(st.binary(max_size=300))
@example(b"? ")
@example(b"%YAML 9.9\n---\na")
@example(b"%TAG ! !\n%TAG ! !\n--- a")
@example(b"a: !<\n")
@example(b"!\x00")
def test_any_bytes_give_a_tree_or_problems(data: bytes) -> None:
    """No bytes let anything but SourceError out."""
    found(data)


_YAMLISH = st.lists(
    st.sampled_from(
        [
            *("a", "b: ", "- ", "? ", ": ", "\n", "\n  ", "\n    ", "[", "]", "{", "}", ",", "&x "),
            *(
                "*x",
                "!!str ",
                "!",
                "|",
                ">",
                "|2-\n",
                "'",
                '"',
                "\\",
                "\\u",
                "d83d",
                "#",
                "%",
                "---",
            ),
            *("...", "：", "　", "\t", "\x1b", "\ufeff", "no", "12:30", "~", "<<", "あ", "😀"),
            *("\ud83d", "\r", "1.10"),
        ]
    ),
    max_size=40,
).map("".join)


@settings(max_examples=500, deadline=5000)
@given(_YAMLISH, st.booleans())
def test_any_notation_gives_a_tree_or_problems(text: str, python_parser: bool) -> None:
    """Both parsers let nothing but SourceError out, and every place lies in the file."""
    kept = yaml_source._Parser
    try:
        if python_parser:
            yaml_source._Parser = yaml.SafeLoader  # type: ignore[misc]
        lines = text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
        assert all(0 <= line <= lines + 1 for line, _, _ in found(text))
    finally:
        yaml_source._Parser = kept  # type: ignore[misc]


_TEXTS = st.text(max_size=30).map(clean_text)
_TREES = st.recursive(
    _TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_TEXTS, inner, max_size=4),
    max_leaves=20,
)


@settings(max_examples=300)
@given(st.dictionaries(_TEXTS, _TREES, max_size=4) | st.lists(_TREES, max_size=4))
def test_written_and_read_is_the_same(tree: Any) -> None:
    """Quoted text of any kind comes back exactly as it was written."""
    assert read(json.dumps(tree, ensure_ascii=False)) == tree


def test_file(tmp_path: Path) -> None:
    """A file reads like its text; problems show the name that was asked for."""
    file = tmp_path / "s.yaml"
    file.write_text("a: あ", encoding="utf-8")
    assert plain(read_yaml_file(file)) == {"a": "あ"}
    file.write_text("a: no", encoding="utf-8")
    with pytest.raises(SourceError, match=r"^pack/s\.yaml:1:4: error Y402"):
        read_yaml_file(file, "pack/s.yaml")


def test_files_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing file, a directory, a pipe, an odd name, an unreadable file: one problem each."""

    def code(file: Path) -> str:
        with pytest.raises(SourceError) as caught:
            read_yaml_file(file)
        (problem,) = caught.value.problems
        assert (problem.line, problem.column) == (0, 0)
        return problem.code

    file = tmp_path / "s.yaml"
    assert code(file) == "Y101"
    assert code(tmp_path) == "Y102"
    assert code(tmp_path / "a\0b") in ("Y101", "Y103")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        assert code(tmp_path / "pipe") == "Y102"
    file.write_bytes(b"x" * 2_000_000)
    assert code(file) == "Y104"

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert code(file) == "Y103"
