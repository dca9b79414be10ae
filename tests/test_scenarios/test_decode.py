"""A tree becomes typed values, or every mistake is told at its place; nothing changes type."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Literal, NewType, Self

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.decode import CheckResult, closest, decode, decode_fields
from scenarios.problem_texts import add_texts
from scenarios.problems import Problem, SourceError
from scenarios.text import clean_text
from scenarios.yaml_source import Mark, Node, Scalar, read_yaml_text

add_texts(
    {"T1": ("'{low}' is above '{high}'", "「{low}」が「{high}」を超えています"), "W1": ("w", "w")}
)

Found = tuple[int, int, str]
ClauseId = NewType("ClauseId", str)


class Channel(StrEnum):
    PHONE = "phone"
    FACE_TO_FACE = "face to face"


@dataclass(frozen=True, slots=True)
class Text:
    ja: str
    en: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    low: int = field(metadata={"min": 0})
    high: int = field(default=100, metadata={"max": 100})

    def check(self) -> Iterator[CheckResult]:
        if self.low > self.high:
            yield "T1", {"low": self.low, "high": self.high}, "low"
        if self.low == self.high:
            yield "W1", {}, ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A condition: a sentence, or a block."""

    act: str
    once: bool = False

    @classmethod
    def from_node(cls, node: Node, path: str, problems: list[Problem]) -> Self | None:
        if isinstance(node, Scalar) and node.text.startswith("hears "):
            return cls(node.text.removeprefix("hears "))
        return decode_fields(node, cls, path, problems)


@dataclass(frozen=True, slots=True)
class Stage:
    say: Text
    next: tuple[Stage, ...] = ()
    when: Rule | None = None
    mark: Mark = field(default=Mark(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Everything:
    name: str = ""
    id: str = field(default="x", metadata={"identifier": True})
    clause: ClauseId = ClauseId("")
    count: int = field(default=0, metadata={"min": -3, "max": 99})
    weight: float = field(default=0.0, metadata={"min": 0})
    weights: dict[str, float] = field(default_factory=dict, metadata={"min": 0})
    secret: bool = False
    channel: Channel = Channel.PHONE
    language: Literal["ja", "en"] = "ja"
    version: Literal[1, 2] = 1
    words: tuple[str, ...] = ()
    some: tuple[str, ...] = field(default=(), metadata={"one_or_many": True})
    source: str | None = field(default=None, metadata={"key": "from"})
    facts: Mapping[str, Text] = field(default_factory=dict)
    free: dict[str, str] = field(default_factory=dict, metadata={"free_keys": True})
    by_language: dict[Literal["ja", "en"], str] = field(default_factory=dict)
    span: Span | None = None
    rules: tuple[Rule, ...] = ()


def attempt(text: str, into: Any) -> tuple[Any, list[Problem]]:
    problems: list[Problem] = []
    return decode(read_yaml_text(text, "s.yaml"), into, "s.yaml", problems), problems


def value(text: str, into: Any = Everything) -> Any:
    result, problems = attempt(text, into)
    assert problems == []
    return result


def found(text: str, into: Any = Everything) -> list[Found]:
    result, problems = attempt(text, into)
    assert result is None and problems
    return [(one.line, one.column, one.code) for one in problems]


def message(text: str, into: Any = Everything) -> str:
    (problem,) = attempt(text, into)[1]
    return f"{problem.message()}. {problem.hint()}"


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("name: あ い", "name", "あ い"),
        ('name: "7"', "name", "7"),
        ('name: "true"', "name", "true"),
        ("name: ''", "name", ""),
        ("name: |\n  7\n", "name", "7\n"),
        ("id: late-parcel", "id", "late-parcel"),
        ("clause: c1", "clause", "c1"),
        ("count: -3", "count", -3),
        ("weight: 0.5", "weight", 0.5),
        ("weight: 2", "weight", 2.0),
        ("weights: {a: 1, b: 0.5}", "weights", {"a": 1.0, "b": 0.5}),
        ("secret: true", "secret", True),
        ("secret: false", "secret", False),
        ("channel: face to face", "channel", Channel.FACE_TO_FACE),
        ("language: en", "language", "en"),
        ("version: 2", "version", 2),
        ("words: [a, b]", "words", ("a", "b")),
        ("words: []", "words", ()),
        ("some: a", "some", ("a",)),
        ("some: [a, b]", "some", ("a", "b")),
        ("from: x", "source", "x"),
        ("facts: {b: {ja: x}, a: {ja: w, en: v}}", "facts", {"b": Text("x"), "a": Text("w", "v")}),
        ("free: {長い 鍵: x}", "free", {"長い 鍵": "x"}),
        ("by_language: {en: x}", "by_language", {"en": "x"}),
        ("span: {low: 5}", "span", Span(5)),
        ("rules: [hears sorry, {act: x, once: true}]", "rules", (Rule("sorry"), Rule("x", True))),
    ],
)
def test_values_of_every_kind(text: str, name: str, expected: object) -> None:
    """Each kind of field takes its notation and keeps its type."""
    result = getattr(value(text), name)
    assert result == expected
    assert type(result) is type(expected)


def test_order_of_a_dict_is_the_order_of_the_file() -> None:
    """Keys keep their order."""
    assert list(value("facts: {b: {ja: x}, a: {ja: x}, c: {ja: x}}").facts) == ["b", "a", "c"]


def test_defaults_and_recursive_classes_with_places() -> None:
    """Missing optional fields take their defaults; a block knows where it stands."""
    stage = value("say: {ja: a}\nnext:\n  - say: {ja: b}\n    when: hears x\n", Stage)
    assert stage == Stage(Text("a"), (Stage(Text("b"), (), Rule("x")),))
    assert stage.mark == Mark(1, 1)
    assert stage.next[0].mark == Mark(3, 5)


def test_place_is_not_a_key() -> None:
    """A file cannot set the place of a block."""
    assert found("say: {ja: a}\nmark: x", Stage) == [(2, 1, "D102")]


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("name: 7", [(1, 7, "D201")]),
        ("name: -0.5", [(1, 7, "D201")]),
        ("name: true", [(1, 7, "D201")]),
        ("name: [a]", [(1, 7, "D101")]),
        ("name: {a: b}", [(1, 7, "D101")]),
        ("id: Late", [(1, 5, "D104")]),
        ("id: ../x", [(1, 5, "D104")]),
        ("id: con", [(1, 5, "D107")]),
        ("clause: 3", [(1, 9, "D201")]),
        ("count: x", [(1, 8, "D202")]),
        ("count: 1.5", [(1, 8, "D202")]),
        ("count: '1'", [(1, 8, "D206")]),
        ("count: １", [(1, 8, "D202")]),
        ("count: " + "9" * 5000, [(1, 8, "D202")]),
        ("count: -4", [(1, 8, "D203")]),
        ("count: 100", [(1, 8, "D204")]),
        ("count: []", [(1, 8, "D101")]),
        ("weight: -0.5", [(1, 9, "D203")]),
        ("weight: heavy", [(1, 9, "D202")]),
        ("weights:\n  a: 1\n  b: -1", [(3, 6, "D203")]),
        ("weights: {A b: 1}", [(1, 11, "D104")]),
        ("weights: {'7': 1}", []),
        ("weights: {7: 1}", [(1, 11, "D201")]),
        ("weights: [a]", [(1, 10, "D101")]),
        ("secret: maybe", [(1, 9, "D202")]),
        ("secret: 'true'", [(1, 9, "D206")]),
        ("secret: 1", [(1, 9, "D202")]),
        ("secret: {a: b}", [(1, 9, "D101")]),
        ("channel: fone", [(1, 10, "D205")]),
        ("channel: [phone]", [(1, 10, "D101")]),
        ("version: 3", [(1, 10, "D205")]),
        ("version: '1'", [(1, 10, "D206")]),
        ("words: a", [(1, 8, "D101")]),
        ("words: {a: b}", [(1, 8, "D101")]),
        ("words: [a, 7, [b]]", [(1, 12, "D201"), (1, 15, "D101")]),
        ("some: {a: b}", [(1, 7, "D101")]),
        ("some: 7", [(1, 7, "D201")]),
        ("source: x", [(1, 1, "D102")]),
        ("by_language: {fr: x}", [(1, 15, "D205")]),
        ("facts: {a: {en: x}}", [(1, 12, "D103")]),
        ("facts: {a: x}", [(1, 12, "D101")]),
        ("facts:\n  a:\n    ja:x\n", [(3, 5, "D106")]),
        ("span: {low: 5, high: 3}", [(1, 13, "T1")]),
        ("span: {low: -1, hi: 3}", [(1, 13, "D203"), (1, 17, "D102")]),
        ("rules: [likes x]", [(1, 9, "D101")]),
        ("rules:\n  - acts: x", [(2, 5, "D102"), (2, 5, "D103")]),
        ("- a", [(1, 1, "D101")]),
        ("just text", [(1, 1, "D101")]),
    ],
)
def test_mistakes_at_their_places(text: str, problems: list[Found]) -> None:
    """Each mistake has its code and stands at the value, or at the key, that is wrong."""
    if problems:
        assert found(text) == problems
    else:
        value(text)


def test_all_mistakes_at_once() -> None:
    """One look shows every mistake of the file, also behind a broken block."""
    text = "say:\n  jp: a\nnext:\n  - say: {ja: 7}\n    wehn: x\n  - when: {once: 1}\n"
    assert found(text, Stage) == [
        (2, 3, "D102"),
        (2, 3, "D103"),
        (4, 15, "D201"),
        (5, 5, "D102"),
        (6, 18, "D202"),
        (6, 11, "D103"),
        (6, 5, "D103"),
    ]


def test_messages_tell_what_to_do() -> None:
    """Spelling mistakes get a guess, unknown words the list, types the remedy."""
    assert message("nmae: x") == "'nmae' is not known here. Did you mean 'name'?"
    assert message("ＮＡＭＥ: x") == "'ＮＡＭＥ' is not known here. Did you mean 'name'?"

    assert message("channel: Phone").endswith("phone, face to face. Did you mean 'phone'?")
    assert message("name: 7").endswith('but a text is expected. Put quotes around it: "7"')
    assert message("count: 100") == "100 is more than 99. "
    assert message("{}", Text) == "'ja' is missing. Add 'ja: ...' to this block"
    assert message("words: a").startswith("expected a list (lines that start with '- '), found a")


def test_unknown_key_without_a_guess_lists_the_known() -> None:
    """Where nothing is similar, the keys of the block are listed."""
    (problem, _) = attempt("zzz: x", Text)[1]
    assert problem.hint() == "Known here: ja, en"
    assert problem.hint("ja") == "ここで使えるもの: ja, en"


def test_a_warning_does_not_cost_the_value() -> None:
    """A check whose code starts with W warns, and the value is there."""
    result, problems = attempt("{low: 5, high: 5}", Span)
    assert result == Span(5, 5)
    assert [(one.code, one.severity, one.line, one.column) for one in problems] == [
        ("W1", "warning", 1, 1)
    ]


def test_check_runs_only_on_whole_blocks() -> None:
    """Rules between fields are not tried when a field is wrong."""
    assert found("{low: 500, high: 300}", Span) == [(1, 18, "D204")]


def test_hook_of_a_base_is_not_inherited() -> None:
    """A base may send a node on to its subclasses without coming round again."""

    @dataclass(frozen=True)
    class Base:
        @classmethod
        def from_node(cls, node: Node, path: str, problems: list[Problem]) -> Base | None:
            return decode(node, Child, path, problems)

    @dataclass(frozen=True)
    class Child(Base):
        text: str

    assert value("text: a", Base) == Child("a")


def test_a_silent_hook_is_still_a_problem() -> None:
    """A hook that gives up without a word does not lose the mistake."""

    @dataclass(frozen=True)
    class Silent:
        @classmethod
        def from_node(cls, node: Node, path: str, problems: list[Problem]) -> Self | None:
            return None

    assert found("x", Silent) == [(1, 1, "D101")]


def test_value_error_of_a_class_is_a_problem() -> None:
    """What a class refuses when it is made is told at its block."""

    @dataclass(frozen=True)
    class Picky:
        text: str

        def __post_init__(self) -> None:
            raise ValueError("too picky")

    assert found("\ntext: a", Picky) == [(2, 1, "D105")]


@pytest.mark.parametrize("into", [object, set, tuple[str, int], dict[int, str], str | int, bytes])
def test_unknown_types_are_a_mistake_of_the_program(into: Any) -> None:
    """A type that cannot be decoded is refused at once, whatever the file says."""
    with pytest.raises(TypeError):
        attempt("a", into)


@pytest.mark.parametrize(
    ("text", "into", "expected"),
    [("[a]", tuple[str, ...], ("a",)), ("a: b", dict[str, str], {"a": "b"}), ("7", int, 7)],
)
def test_types_without_a_class(text: str, into: Any, expected: object) -> None:
    """A hook can decode parts of its block by their bare types."""
    assert value(text, into) == expected


@pytest.mark.parametrize(
    ("word", "guess"),
    [("sya", "say"), ("SAY", "say"), ("ｓａｙ", "say"), ("q", None), ("", None), ("s" * 999, None)],
)
def test_closest(word: str, guess: str | None) -> None:
    """The guess survives swapped letters, case and width, and is None when nothing is near."""
    assert closest(word, ["mark", "say", "stay-here"]) == guess


_WORDS = st.text(max_size=20).map(clean_text)


@settings(max_examples=200)
@given(
    st.fixed_dictionaries(
        {},
        optional={
            "name": _WORDS,
            "words": st.lists(_WORDS, max_size=4),
            "free": st.dictionaries(_WORDS, _WORDS, max_size=4),
            "count": st.integers(-3, 99),
            "secret": st.booleans(),
            "channel": st.sampled_from([str(one) for one in Channel]),
        },
    )
)
def test_written_and_decoded_is_the_same(data: dict[str, Any]) -> None:
    """Values survive the way through a file unchanged."""
    result = value(json.dumps(data, ensure_ascii=False))
    for name, expected in data.items():
        got = getattr(result, name)
        assert (list(got) if isinstance(expected, list) else got) == expected


@settings(max_examples=300)
@given(
    st.recursive(
        st.sampled_from(["7", "true", "x", '"no"', "-1", "0.5", "hears x", "phone"]),
        lambda inner: st.one_of(
            st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
            st.dictionaries(
                st.sampled_from([*Everything.__dataclass_fields__, "from", "ja", "low", "act"]),
                inner,
                max_size=4,
            ).map(lambda pairs: "{" + ", ".join(f"{k}: {v}" for k, v in pairs.items()) + "}"),
        ),
        max_leaves=12,
    )
)
def test_any_tree_gives_a_value_or_problems(text: str) -> None:
    """Whatever the tree is, there is a value, or at least one problem."""
    result, problems = attempt(text, Everything)
    assert (result is None) == bool([one for one in problems if one.severity == "error"])


def test_a_file_full_of_mistakes_takes_no_time(work: Callable[[Callable[[], object]], int]) -> None:
    """Thousands of unknown keys do not each cost a search for a similar one."""

    def wrong(keys: int) -> str:
        return "".join(f"unknwon-key-{number}: x\n" for number in range(keys))

    assert len(found(wrong(9_900))) == 9_900
    few, many = wrong(1_000), wrong(4_000)
    assert work(lambda: found(many)) < 5 * work(lambda: found(few))


def test_a_large_scenario_is_decoded_as_it_is_read_once(
    work: Callable[[Callable[[], object]], int],
) -> None:
    """Twice the file takes twice the work."""
    stage = "  - say:\n      ja: 荷物がまだ届きません。{n}\n      en: My parcel is late {n}.\n"
    stage += "    when: hears an apology\n"

    def decoded(stages: int) -> Callable[[], object]:
        text = "say: {ja: x}\nnext:\n" + "".join(stage.format(n=n) for n in range(stages))
        root = read_yaml_text(text, "s.yaml")
        problems: list[Problem] = []
        return lambda: decode(root, Stage, "s.yaml", problems)

    assert decoded(540)() is not None
    assert work(decoded(540)) < 2.2 * work(decoded(270))


def test_source_error_and_decode_share_the_problems() -> None:
    """Problems of reading and of decoding are of one kind."""
    (problem,) = attempt("ja: 7", Text)[1]
    assert str(SourceError([problem])).startswith("s.yaml:1:5: error D201: '7' without quotes is")
