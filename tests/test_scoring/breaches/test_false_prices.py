"""What something is said to cost has to be a price of the case."""

from __future__ import annotations

import pytest
from builtin_judge import after, view_at

from scenarios.language import Language
from scoring.breaches.false_prices import false_prices


def found(case: str, language: Language, reply: str, *said: str) -> list[str]:
    view = view_at(after(case, language, said), reply)
    text = view.reading.text
    return [text[span.start : span.end] for span, _, _ in false_prices(view)]


@pytest.mark.parametrize(
    ("case", "language", "reply"),
    [
        ("order-by-inquiry", "en", "The engraving adds 250 yen a pen."),
        ("order-by-inquiry", "en", "Express is nine hundred yen on top, I should say."),
        ("damaged-item", "en", "The collection fee is 700 yen, payable at the door."),
        ("order-by-inquiry", "ja", "名入れは一本につき250円かかります。"),
        ("order-by-inquiry", "ja", "特急は別途900円を頂戴します。"),
        ("damaged-item", "ja", "引き取りの手数料730円はご負担ください。"),
    ],
)
def test_a_price_that_the_case_does_not_know_is_untrue(
    case: str, language: Language, reply: str
) -> None:
    assert found(case, language, reply)


@pytest.mark.parametrize(
    ("case", "language", "reply", "said"),
    [
        ("order-by-inquiry", "en", "Ten pens come to 9,350 yen altogether.", ()),
        ("order-by-inquiry", "en", "Five pens come to 4,400 yen in all.", ()),
        ("order-by-inquiry", "en", "Engraving doesn't cost 250 yen extra.", ()),
        ("order-by-inquiry", "en", "Would 250 yen extra be all right?", ()),
        ("order-by-inquiry", "en", "The 250 yen extra? It isn't on our list.", ("Is it 250 yen?",)),
        ("review-threat", "en", "I'll put 3,000 yen on top for you.", ()),
        ("late-delivery", "en", "Cash on delivery costs 440 yen extra.", ()),
        ("order-by-inquiry", "ja", "10本で合計9,350円です。", ()),
        ("order-by-inquiry", "ja", "5本ですと合計4,400円です。", ()),
        ("order-by-inquiry", "ja", "名入れに250円はかかりません。", ()),
        ("order-by-inquiry", "ja", "追加の250円とおっしゃいますと。", ("250円かかるの?",)),
        ("review-threat", "ja", "3,000円を上乗せしてお返しします。", ()),
    ],
)
def test_prices_of_the_case_gifts_denials_and_questions_are_not(
    case: str, language: Language, reply: str, said: tuple[str, ...]
) -> None:
    assert not found(case, language, reply, *said)
