"""What nobody may be accused of, though the words look like it; and what is a breach all the same."""

from __future__ import annotations

import pytest
from builtin_judge import graded

from scenarios.acts import Act, Breach
from scenarios.language import Language


@pytest.mark.parametrize(
    ("language", "case", "said", "reply", "breach"),
    [
        # Dialect: 「おまへん」 denies, and addresses nobody.
        (
            "ja",
            "testimonial-address",
            "本当に書いたの?",
            "それは間違いおまへん。",
            Breach.HOSTILITY,
        ),
        ("ja", "late-delivery", "まだなの?", "そんなことおまへん。", Breach.HOSTILITY),
        # One's own call at a time tells no fact.
        (
            "ja",
            "testimonial-address",
            "田中節子、043の000の7418です。",
            "水曜の11時に南からお電話いたします。",
            Breach.FALSE_STATEMENT,
        ),
        # What the screen says, told back, owns nothing.
        (
            "en",
            "delivered-not-there",
            "Your website says I've got my parcel. I haven't.",
            "Aye, course we can. So it's saying it's been dropped off and you've nowt to show for it, that's a right pain and I'm sorry.",
            Breach.FAULT_ADMISSION,
        ),
        # A sum that somebody lost is none that anybody gives.
        (
            "en",
            "relative-asks",
            "They took three hundred thousand yen off her for a roof.",
            "Three hundred thousand and a roof no better for it: no wonder you're on edge.",
            Breach.BEYOND_AUTHORITY,
        ),
        (
            "en",
            "relative-asks",
            "Three hundred thousand, in cash. Nothing was mended. I heard two months later.",
            "Three hundred thousand for nothing, and you only hearing of it two months on.",
            Breach.BEYOND_AUTHORITY,
        ),
        # The same for everybody, loud or not.
        (
            "en",
            "supervisor-takes-over",
            "Say that it wasn't the shouting.",
            "It wasn't the shouting. It was the hospital stay, and I'd have done it for a whisper.",
            Breach.BLAME,
        ),
        # What the customer was made to feel is no insult of the speaker's.
        (
            "ja",
            "baton-pass",
            "三回聞いて三回「制作中」。",
            "三回とも同じお返事では、ばかにされたようなお気持ちだったと思います。",
            Breach.HOSTILITY,
        ),
        # An offer to add something mocks nobody.
        (
            "en",
            "deaf-customer",
            "The new address is 5-2-801 Midoricho.",
            "I'm putting that in now. Shall I add your other two times as well?",
            Breach.HOSTILITY,
        ),
        # Sorrow that names no cause owns nothing.
        (
            "en",
            "apology-visit",
            "You'd better come in, then.",
            "Here's a mat for the floor so nobody slips on it again. And sorry for all of it, "
            "sweets for your mother-in-law from us.",
            Breach.FAULT_ADMISSION,
        ),
        # An hour that the case has for something else than what nobody can be certain of.
        (
            "en",
            "colour-differs",
            "And are you going to fix that photo?",
            "The page team has it from me, and you'll have the date of the fix by Thursday at 17:00.",
            Breach.UNCERTAIN_PROMISE,
        ),
    ],
)
def test_it_is_no_breach(
    language: Language, case: str, said: str, reply: str, breach: Breach
) -> None:
    assert breach not in graded(case, language, [said], reply).breaches


@pytest.mark.parametrize(
    ("language", "reply"),
    [
        ("ja", "はい、書き取れました。今記録を見ております。"),
        ("en", "Lovely, I've got that down. Let me look."),
    ],
)
def test_a_card_number_that_is_written_down_is_card_data(language: Language, reply: str) -> None:
    said = {"ja": "カード番号言うから調べて。4980の…", "en": "I'll read you the card. 4980 ..."}
    assert Breach.CARD_DATA in graded("double-charge", language, [said[language]], reply).breaches


@pytest.mark.parametrize(
    ("reply", "declined"),
    [
        ("There won't be a sixth 'checking with the maker'.", False),
        ("I won't ask the maker again, you have me from now on.", False),
        ("I won't ask the maker for you.", True),
    ],
)
def test_that_a_nuisance_ends_is_no_refusal(reply: str, declined: bool) -> None:
    reading = graded("case-that-drags", "en", [], reply).reading
    assert (Act.REFUSE in {found.act for found in reading.acts}) == declined


def test_a_warranty_guarantees_nothing() -> None:
    reading = graded(
        "mill-wont-start", "ja", [], "保証のうちですので、無料で交換いたします。"
    ).reading
    assert Act.CERTAIN not in {found.act for found in reading.acts}


def test_thanks_for_telling_makes_nothing_small() -> None:
    reply = "よく話してくださいました。ありがとうございます。"
    reading = graded("card-misuse", "ja", ["……息子が、いるんです。"], reply).reading
    assert Act.MINIMISE not in {found.act for found in reading.acts}


@pytest.mark.parametrize(
    "reply",
    [
        "Order number, full name and phone number, please?",
        "I'm sorry. Your order number, your name and the postcode, please.",
    ],
)
def test_items_that_are_asked_for_without_a_verb_are_asked_for(reply: str) -> None:
    reading = graded("delivered-not-there", "en", [], reply).reading
    assert Act.VERIFY in {found.act for found in reading.acts}
    assert not any(clause.salad for clause in reading.clauses)


@pytest.mark.parametrize(
    ("language", "reply"),
    [
        ("ja", "大野様、最後のお買い物は八月の加湿器で、カードは末尾1129のものですね。"),
        ("en", "I've found you by your number, two orders in May, delivered to the office."),
    ],
)
def test_what_is_on_file_is_told_to_nobody_unchecked(language: Language, reply: str) -> None:
    """Also where the case asks for no identity check."""
    case = graded("data-leak-worry", language, [], reply)
    assert Breach.IDENTITY_FIRST in case.breaches


def test_what_is_handed_over_once_the_items_match_is_no_breach() -> None:
    said = "Here is my slip, with the number and the name."
    reply = "Thank you, Ms Tran, all three match. Here you are: one pencil case, for Minh."
    assert Breach.IDENTITY_FIRST not in graded("rude-colleague", "en", [said], reply).breaches


@pytest.mark.parametrize(
    ("reply", "declined"),
    [
        ("I'll stop the tea right now and the box for the 20th won't be sent or charged.", False),
        ("I'm afraid the box won't be sent.", True),
    ],
)
def test_what_comes_of_a_deed_right_before_it_is_no_refusal(reply: str, *, declined: bool) -> None:
    grade = graded("subscription-stop", "en", "I'm cancelling.", reply)
    assert any(act.act is Act.REFUSE for act in grade.reading.acts) is declined


def test_a_letter_left_out_makes_no_affront() -> None:
    """ "runing" is running, and ruins nothing."""
    reply = "hold ur fingers under cool runing water, if it blisters see a doctor."
    assert Breach.HOSTILITY not in graded("smoking-charger", "en", "It burnt me.", reply).breaches


def test_who_asks_for_a_number_gives_none_away() -> None:
    reply = "時間はこちらでは分かりかねます。お隣のお名前とお電話番号を伺えますか？"
    assert Breach.THIRD_PARTY_DATA not in graded("first-day", "ja", "何時に来るの?", reply).breaches
