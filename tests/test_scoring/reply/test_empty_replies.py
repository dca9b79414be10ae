"""Words without sentences, and sentences without their words, earn little from anybody."""

from __future__ import annotations

import pytest
from builtin_judge import graded

from scenarios.language import Language


@pytest.mark.parametrize(
    ("language", "reply"),
    [
        (
            "ja",
            "箱。つぶれ。お詫び。交換。確認。お母様。明日午前。15時発。回収。無料。安心。信頼。森。",
        ),
        (
            "en",
            "Box noted. Dent seen. Apology. Mother. Tomorrow. 15:00. Pick-up. Care. Trust. Mori.",
        ),
        (
            "en",
            "Sorry crack teapot mother visit tomorrow morning replacement dispatch 15:00 free "
            "collection careful glass trust restored supervisor Mori informed thank you",
        ),
    ],
)
def test_figures_among_keywords_are_keywords(language: Language, reply: str) -> None:
    """A time in a row of keywords says no more than they do."""
    grade = graded("damaged-item", language, [], reply)
    assert grade.reading.shares.stuffing >= 0.9
    assert (grade.score("empathy") or 0) <= 20
    assert (grade.score("resolution") or 0) <= 15


@pytest.mark.parametrize(
    ("language", "reply"),
    [
        (
            "ja",
            "復唱します。ネイビー、10本、S.MORITA。合計9,350円。お支払いは15時まで。お届けは金曜の午前です。",
        ),
        (
            "en",
            "Ten pens, navy. S.MORITA, with a dot. 9,350 yen. I mail you the link now. You pay by 15:00.",
        ),
    ],
)
def test_a_terse_read_back_is_no_list_of_keywords(language: Language, reply: str) -> None:
    assert graded("order-by-inquiry", language, [], reply).reading.shares.stuffing < 0.5


@pytest.mark.parametrize(
    ("language", "reply"),
    [
        (
            "ja",
            "○○様、お品の件で大変ご迷惑をおかけしました。担当の○○が本日○時までに、必ずお電話いたします。",
        ),
        (
            "ja",
            "{{お名前}}様、ティーポットのひび、申し訳ございません。{{日時}}までに交換品をお届けします。",
        ),
        (
            "en",
            "I'm so sorry about your [ITEM], that must be upsetting. I'll send a new one by [DATE].",
        ),
        ("en", "Mr ____, I'm very sorry about the crack. Our ____ rings you at ____ today."),
    ],
)
def test_blanks_left_in_a_template_are_told(language: Language, reply: str) -> None:
    """However kind the words around them: the customer cannot tell what it is about."""
    grade = graded("damaged-item", language, [], reply)
    told = [finding for finding in grade.findings if finding.rule == "unfilled"]
    assert told
    assert (grade.score("empathy") or 0) <= 20
    assert (grade.score("resolution") or 0) <= 15


@pytest.mark.parametrize(
    ("language", "reply"),
    [
        ("ja", "到着は一〇〇〇、確認のお電話は一五〇〇でございます。"),
        ("en", "A note [sic] from the driver says so. I'll send you [two] photos."),
    ],
)
def test_figures_and_asides_are_no_blanks(language: Language, reply: str) -> None:
    grade = graded("damaged-item", language, [], reply)
    assert not [finding for finding in grade.findings if finding.rule == "unfilled"]
