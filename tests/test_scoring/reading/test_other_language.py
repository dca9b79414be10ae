"""A reply in the other language is graded by what it says, and held down for the language."""

from __future__ import annotations

import pytest
from builtin_judge import judge

from scenarios.acts import Breach
from scenarios.language import Language
from scoring.model import ReplyGrade

GOOD = {
    "ja": (
        "お誕生日に間に合うかどうか、ご心配でしたね。お待たせして申し訳ございません。"
        "いま運送会社に問い合わせ、本日17時までに私からお電話いたします。"
    ),
    "en": (
        "I'm so sorry you've waited in since this morning, and with the birthday today. May I have "
        "your order number and full name? Then I'll ring the depot and call you back in ten minutes."
    ),
}


def grade(scenario: str, language: Language, reply: str) -> ReplyGrade:
    known = judge().catalog.scenarios[scenario]
    opens = known.stages[known.first_stage].opens.all_wordings(language)
    moment = judge().moment(known, language, opens[:1])
    return judge().grade(judge().read(reply, moment), moment)


@pytest.mark.parametrize("other", ["ja", "en"])
def test_content_counts_up_to_half(other: Language) -> None:
    """Empathy and resolution come to 50 at most, policy to what the reply earns in its language."""
    customer: Language = "en" if other == "ja" else "ja"
    held, own = (grade("late-delivery", spoken, GOOD[other]) for spoken in (customer, other))
    for dimension in ("empathy", "resolution"):
        assert (own.scores[dimension] or 0) > 60
        assert held.scores[dimension] == 50
    assert abs((held.scores["policy"] or 0) - (own.scores["policy"] or 0)) <= 10
    told = [f for f in held.findings if f.rule == "other-language"]
    assert sum(f.points for f in told) < -10


@pytest.mark.parametrize(
    ("customer", "reply"),
    [
        ("ja", "Thank you for your call. We value every customer and strive for excellence."),
        ("en", "お電話ありがとうございます。今後ともよろしくお願い申し上げます。"),
    ],
)
def test_empty_words_stay_empty(customer: Language, reply: str) -> None:
    """The other language earns nothing, and is told of once."""
    held = grade("late-delivery", customer, reply)
    assert max(held.scores["empathy"] or 0, held.scores["resolution"] or 0) < 30
    assert [f.points for f in held.findings if f.rule == "other-language"] == [0]


@pytest.mark.parametrize(
    ("customer", "reply"),
    [
        ("ja", "If you take the review down, I will refund the whole price to your card."),
        ("en", "レビューを消していただければ、代金を全額お返しいたします。"),
    ],
)
def test_breaches_are_heard_in_it(customer: Language, reply: str) -> None:
    """A rule broken in the other language is broken."""
    assert Breach.REVIEW_DEAL in grade("review-threat", customer, reply).breaches
