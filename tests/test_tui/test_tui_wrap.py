"""Lines end where their language lets them end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.document import _wrapped_document
from tui_world import World, play, screen_text, type_text

from scenarios.language import Language
from simulator.machine.wrap import cells, line_spans, wrap, wrap_offsets
from simulator.tui.widgets import reply_box

NEVER_FIRST = "、。」』）！？ーぁぃぅぇぉっゃゅょ々…"
NEVER_LAST = "「『（"
COMPLAINT = (
    "先日注文した商品がまだ届いていません。もう二週間も待っているのですが、いったいどうなって"
    "いるのでしょうか？「発送済み」と書いてあるのに、追跡番号（REF-2024-00123）を入れても"
    "「該当なし」と表示されます。Refund Policy を確認してください……"
)


@pytest.mark.parametrize("width", range(8, 90))
@pytest.mark.parametrize("typing", [False, True])
def test_japanese_lines_never_begin_or_end_badly(width: int, typing: bool) -> None:
    """No 。 or small kana at a line's head, no 「 at its end, and nothing is wider than asked."""
    breaks = [0, *wrap_offsets(COMPLAINT, width, "ja", typing=typing), len(COMPLAINT)]
    lines = [COMPLAINT[a:b].rstrip() for a, b in pairwise(breaks)]
    assert all(line[0] not in NEVER_FIRST for line in lines)
    assert all(line[-1] not in NEVER_LAST for line in lines)
    assert all(cells(line) <= width for line in lines if width >= 20)


def test_japanese_breaks_between_phrases() -> None:
    """A phrase moves to the next line whole; one that is wider than the line is parted."""
    text = "先日注文した商品がまだ届いていません。"
    assert wrap(text, 24, "ja") == ["先日注文した商品がまだ", "届いていません。"]
    assert wrap("ご確認、お問い合わせいただけますでしょうか。", 20, "ja")[0].startswith(
        "ご確認、お"
    )


@pytest.mark.parametrize("width", range(16, 60))
def test_a_phrase_that_fits_is_never_parted(width: int) -> None:
    """No line begins in the middle of a word such as ください."""
    text = "番号をお知らせください。確認のうえお電話しますので、しばらくお待ちください。"
    assert not any(
        line.startswith(("い。", "さい。", "ださい。")) for line in wrap(text, width, "ja")
    )


def test_a_run_of_marks_takes_few_characters_along() -> None:
    """A line that cannot but begin with ー is filled up instead of being left nearly empty."""
    assert all(cells(line) >= 8 for line in wrap(f"あああ{'ー' * 30}", 12, "ja")[1:-1])


def test_english_breaks_at_blanks_and_long_words_are_broken() -> None:
    """A link wider than the line comes in pieces; nothing else is cut."""
    text = "See https://example.invalid/track/0123456789 for it"
    lines = wrap(text, 12, "en")
    assert "".join(line.replace(" ", "") for line in lines) == text.replace(" ", "")
    assert lines[0] == "See"
    assert lines[-1].endswith("for it")
    assert all(cells(line) <= 12 for line in lines)


def test_empty_lines_stay() -> None:
    """A blank line between paragraphs is a line."""
    assert wrap("a\n\nb", 10, "en") == ["a", "", "b"]
    assert wrap("", 10, "ja") == [""]


def test_a_family_emoji_is_not_torn_apart() -> None:
    """Joined characters stay together at any width."""
    family = "👨‍👩‍👧"
    assert set(wrap(family * 3, 2, "ja")) == {family}


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"))),
    st.integers(1, 60),
    st.sampled_from(("ja", "en")),
)
def test_wrapping_loses_nothing_but_blanks_at_line_ends(
    text: str, width: int, language: Language
) -> None:
    """The spans are in order, and what lies between two of them is blank."""
    end = 0
    for start, stop in line_spans(text, width, language):
        assert text[end:start].strip(" \u3000\n") == ""
        assert start <= stop
        end = stop
    assert text[end:].strip(" \u3000\n") == ""


def test_textual_still_wraps_typed_text_by_the_function_we_replace() -> None:
    """The private name is there and is ours."""
    assert _wrapped_document.compute_wrap_offsets is reply_box._offsets


def test_a_typed_reply_wraps_in_the_box(tmp_path) -> None:  # type: ignore[no-untyped-def]
    """The box shows the lines that the wrapper gives."""

    async def test() -> None:
        async with World(tmp_path, language="ja").playing((50, 30), mode="test") as (app, pilot):
            await type_text(
                pilot, "お待たせして申し訳ございません。「到着」の予定を、すぐにお調べします。"
            )
            assert "\n" not in app.screen.query_one("#reply").text
            shown = screen_text(app)
            assert "お待たせして申し訳ございません。" in shown
            assert "「到着」" in shown

    play(test)
