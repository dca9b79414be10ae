"""Whatever comes in, what goes on is safe to show, store and compare."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.text import (
    ID_PATTERN,
    MAX_REPLY_CHARACTERS,
    TextTooLong,
    check_reply_length,
    clean_text,
    is_clean,
    is_identifier,
    unsafe_characters,
)

_HOSTILE = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("\r\n\t\x1b\x00\x7f\x85\x9b\u2028\u200e\u202e\u2066\ufeff\ufff9\uffff"),
        st.sampled_from("\ud83d\ude00\udc00\ud800\U000e0041\U0001fffe\u0301\u0327\u0344\u0f73é"),
        st.integers(0xD800, 0xDFFF).map(chr),
    )
)


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\u2028b\u2029c", "a\nb\nc"),
        ("a\tb", "a b"),
        ("\x1b]52;c;eA==\x07", "␛]52;c;eA==␇"),
        ("\x00\x08\x0b\x0c\x1f\x7f", "␀␈␋␌␟␡"),
        ("\x80\x85\x9b\x9f", "\ufffd" * 4),
        ("\ud83d\ude00", "😀"),
        ("\ud83d!\ude00", "\ufffd!\ufffd"),
        ("\ud83d\ufeff\ude00", "\ufffd\ufffd"),
        ("\u061c\u200e\u200f\u202a\u202e\u2066\u2069\u206f", "\ufffd" * 8),
        ("\U000e0001\U000e0041\U000e007f", "\ufffd" * 3),
        ("\ufeffBOM\ufeff", "BOM"),
        ("\ufff9\ufffa\ufffb", "\ufffd" * 3),
        ("\ufdd0\ufdef\ufffe\uffff\U0001fffe\U0010ffff", "\ufffd" * 6),
        ("e\u0301 か\u3099", "é が"),
        (
            "👩\u200d💻 ❤\ufe0f 葛\U000e0100 co\u00adop",
            "👩\u200d💻 ❤\ufe0f 葛\U000e0100 co\u00adop",
        ),
        ("　全角、ﾊﾝｶｸ。\u00a0", "　全角、ﾊﾝｶｸ。\u00a0"),
    ],
)
def test_cleaner_table(raw: str, clean: str) -> None:
    """Each kind of character becomes what the cleaner documents."""
    assert clean_text(raw) == clean
    assert is_clean(clean)
    assert is_clean(raw) is (raw == clean)


def test_newlines_can_become_blanks() -> None:
    """A one-line text keeps its words apart."""
    assert clean_text("a\r\nb\rc\n", keep_newlines=False) == "a b c "


@given(_HOSTILE, st.booleans())
def test_cleaning_twice_changes_nothing(raw: str, keep: bool) -> None:
    """The cleaner is idempotent, and what it returns counts as clean."""
    once = clean_text(raw, keep_newlines=keep)
    assert clean_text(once, keep_newlines=keep) == once
    assert is_clean(once)


@given(_HOSTILE)
def test_nothing_that_acts_comes_out(raw: str) -> None:
    """No control, surrogate, noncharacter or bidirectional control survives; the text is NFC."""
    text = clean_text(raw)
    assert unicodedata.is_normalized("NFC", text)
    assert "\n" in text or len(text.splitlines()) <= 1
    text.encode("utf-8")
    assert unsafe_characters(text) == []
    for character in text.replace("\n", ""):
        assert unicodedata.category(character) not in ("Cc", "Cs")
        assert unicodedata.bidirectional(character) not in (
            "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI",
        )  # fmt: skip
        assert ord(character) & 0xFFFE != 0xFFFE
        assert not 0xE0000 <= ord(character) <= 0xE007F


@given(st.text(st.characters(exclude_categories=["C", "M", "Zl", "Zp"])))
def test_ordinary_text_only_gets_normalised(raw: str) -> None:
    """Letters, digits, signs and blanks of any script come out as their NFC form."""
    assert clean_text(raw) == unicodedata.normalize("NFC", raw)


def test_all_combining_characters_count_as_marks() -> None:
    """The cheap search for long rows of marks misses no mark of Unicode."""
    for code in range(0x300, 0x110000):
        mark = chr(code)
        if unicodedata.combining(mark):
            assert "\ufffd" in clean_text("a" + mark * 70), hex(code)


@pytest.mark.parametrize(
    "raw",
    [
        "日本語の文章です。" * 111_111,
        "plain text " * 90_909,
        "\x1b[2J" * 250_000,
        "\ud83d" * 1_000_000,
        "\ud83d\ude00" * 300_000,
        "a" + "\u0301\u0327" * 500_000,
        "a" + "\u0344" * 1_000_000,
        "😀" * 1_000_000,
        "\r" * 1_000_000,
        "。" * 1_000_000,
        ("a" + "\u0327" * 29) * 33_333,
    ],
    ids=lambda raw: ascii(raw[:6]),
)
def test_a_million_characters_are_cleaned_once(raw: str) -> None:
    """No text of a million characters holds the program up, however hostile it is: what takes out of
    proportion long ends at the time limit of every test."""
    cleaned = clean_text(raw)
    assert clean_text(cleaned) == cleaned


@pytest.mark.parametrize("unit", ["日本語の文章です。", "plain text "])
def test_an_ordinary_megabyte_is_looked_at_once(
    unit: str, work: Callable[[Callable[[], object]], int]
) -> None:
    """Japanese or English text is clean as it stands, and no letter costs a step of its own."""
    raw = unit * (1_000_000 // len(unit))
    assert clean_text(raw) == raw
    assert work(lambda: clean_text(raw)) < 1_000


def test_reply_length_is_checked_never_cut() -> None:
    """A reply of 20,000 characters passes; one more is refused with both numbers."""
    check_reply_length("あ" * MAX_REPLY_CHARACTERS)
    with pytest.raises(TextTooLong) as caught:
        check_reply_length("あ" * (MAX_REPLY_CHARACTERS + 1))
    assert (caught.value.count, caught.value.limit) == (20_001, 20_000)


@pytest.mark.parametrize("name", ["a", "0", "late-parcel", "x_1", "a" * 64, "console", "com10"])
def test_identifiers(name: str) -> None:
    """Small letters, digits, hyphen and underscore make a name."""
    assert is_identifier(name)


@pytest.mark.parametrize(
    "name",
    [
        *(
            "",
            "A",
            "-a",
            "_a",
            "a b",
            "a.b",
            "a/b",
            "..",
            "a\n",
            "é",
            "名前",
            "a" * 65,
            "１",
            "a\0",
        ),
        *("con", "nul", "aux", "prn", "com1", "com0", "lpt9"),
    ],
)
def test_refused_identifiers(name: str) -> None:
    """Anything else, and the device names of Windows, is no name."""
    assert not is_identifier(name)


def test_pattern_is_what_schemas_may_quote() -> None:
    """The pattern is the documented one."""
    assert ID_PATTERN == "[a-z0-9][a-z0-9_-]{0,63}"
