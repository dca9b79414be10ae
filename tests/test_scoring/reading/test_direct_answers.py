"""Yes and no to the customer's own question."""

from __future__ import annotations

import pytest
from reader_case import read

from scenarios.language import Language
from scoring.model import Reading
from scoring.reading.direct_answers import DIRECT_ANSWER, answers_outright, direct_answer

ASKED = {"en": "Can you ring the depot?", "ja": "営業所に電話してもらえますか。"}


def topics(reading: Reading) -> dict[str, bool]:
    return {found.topic: found.affirmed for found in reading.topics}


def answered(reading: Reading) -> set[tuple[str, tuple[str, ...]]]:
    return {(a.act.value, a.about) for a in reading.acts if a.rule == DIRECT_ANSWER}


@pytest.mark.parametrize(
    ("language", "reply", "does"),
    [
        ("en", "Yes, we can.", ("offer", ("depot",))),
        ("en", "Yes, I will, at once.", ("promise", ("depot",))),
        ("en", "No, I can't. I'm sorry.", ("refuse", ("depot",))),
        ("en", "Yes. Bear with me a moment.", ("offer", ("depot",))),
        ("ja", "はい、できます。", ("offer", ("depot",))),
        ("ja", "はい、いたします。", ("promise", ("depot",))),
        ("ja", "はい、電話します。", ("promise", ("depot",))),
        ("ja", "いいえ、できません。", ("refuse", ("depot",))),
    ],
)
def test_an_answer_is_about_what_was_asked(
    language: Language, reply: str, does: tuple[str, tuple[str, ...]]
) -> None:
    """It affirms or denies the topic of the question without naming it."""
    reading = read(language, reply, ASKED[language])
    assert does in answered(reading)
    assert topics(reading) == {"depot": does[0] != "refuse"}


@pytest.mark.parametrize(
    ("reply", "said", "language"),
    [
        ("Yes, I understand how annoying that is.", "Can you ring the depot?", "en"),
        ("Yes, we can.", "The depot, please.", "en"),
        ("Yes, we can.", "When will you ring the depot?", "en"),
        ("Yes, we can.", "Can you ring the depot or send a catalogue?", "en"),
        ("Yes, we can.", "Won't you ring the depot?", "en"),
        ("No problem at all.", "Can you ring the depot?", "en"),
        ("はい。かしこまりました。", "営業所に電話してもらえますか。", "ja"),
        ("はい、お待ちください。", "営業所に電話してもらえますか。", "ja"),
        ("はい、できます。", "営業所には何時に電話しますか。", "ja"),
        ("はい、できます。", "営業所に電話しないんですか。", "ja"),
    ],
)
def test_what_is_no_answer(reply: str, said: str, language: Language) -> None:
    """はい for "I hear you", a question that yes does not answer, and no question at all."""
    assert direct_answer(reply, said, language) is None


def test_a_bare_yes_grants_nothing_that_is_barred() -> None:
    """It may be said before any refusal; a whole sentence grants."""
    asked = "Will you share the address?"
    assert topics(read("en", "Yes. I see why you ask.", asked)) == {}
    assert topics(read("en", "Yes, I will.", asked)) == {"address": True}
    assert topics(read("en", "No, I won't.", asked)) == {"address": False}


def test_what_the_reply_names_itself_counts() -> None:
    """ "Yes. But not the address": the reply's own words are not overruled."""
    reading = read("en", "Yes, I can. But I can't share the address.", "Can you share the address?")
    assert topics(reading) == {"address": False}


def test_the_sentence_before_tells_what_it_is() -> None:
    """ "You could send a catalogue. Will you do it?"."""
    reading = read("en", "Yes, I will.", "You could send a catalogue. Will you do it?")
    assert topics(reading) == {"catalogue": True}


@pytest.mark.parametrize(
    ("language", "said", "reply", "answers"),
    [
        ("en", "Has it gone?", "Yes, it went out this morning.", True),
        ("en", "Has it gone?", "No.", False),
        ("en", "I see.", "Yes, it went out this morning.", False),
        ("ja", "返品は、もう載ったの。", "はい、先ほど登録いたしました。", True),
        ("ja", "返品は、もう載ったの。", "はい。", False),
        ("ja", "分かりました。", "はい、先ほど登録いたしました。", False),
    ],
)
def test_a_yes_of_some_words_answers_whatever_was_asked(
    language: Language, said: str, reply: str, *, answers: bool
) -> None:
    assert answers_outright(reply, said, language) is answers
