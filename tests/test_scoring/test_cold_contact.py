"""A contact that is correct and has no word for the customer is told so, and held under a pass."""

from __future__ import annotations

import pytest
from builtin_judge import judge

from scenarios.language import Language
from scoring.model import CaseEnd, Moment, PlayedTurn, Scorecard

_COLD: dict[Language, list[str]] = {
    "en": [
        "I'll ask the depot now and ring you at 13:05. My name is Saeki.",
        "The depot will answer in ten minutes. The call comes at 13:05 whatever the answer is.",
        "The window was twelve to two. The depot is finding out where the van is.",
        "If it is not there by two, I ask them for a new window today and ring again at 14:10.",
    ],
    "ja": [
        "配送センターに確認し、13時5分に私、佐伯からお電話いたします。",
        "配送センターの回答は10分ほどで出ます。回答の内容にかかわらず、13時5分にお電話いたします。",
        "お届けの時間帯は12時から14時です。車両の位置を配送センターが確認しています。",
        "14時までに届かない場合は、本日中の別の時間帯を依頼し、14時10分に再度お電話いたします。",
    ],
}
_WARM: dict[Language, str] = {
    "en": "I'm sorry, you've been waiting in all morning and it's still not there. ",
    "ja": "朝からずっとお待ちいただいているのに、本当に申し訳ございません。",
}


def _card(language: Language, replies: list[str]) -> Scorecard:
    case = judge().catalog.scenarios["late-delivery"]
    turns = []
    for number, reply in enumerate(replies, start=1):
        before = tuple(replies[: number - 1])
        moment = Moment(
            case, language, case.first_stage, number, ("…",), before, identity_checked=True
        )
        turns.append(PlayedTurn(moment, reply, judge().read(reply, moment)))
    goals = tuple(False for _ in case.goals)
    return judge().scorecard(turns, CaseEnd(None, "good", goals, (), None), case, language)


def _told(card: Scorecard, language: Language) -> bool:
    words = {"en": "correct, and cold", "ja": "冷たく聞こえます"}[language]
    return any(words in why.of(language) for why in card.why)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_correct_contact_without_a_word_for_the_customer_is_held_under_a_pass(
    language: Language,
) -> None:
    card = _card(language, _COLD[language])
    rule = judge().rubric
    assert (card.scores["empathy"] or 0) <= rule.contact.cold.ceiling < rule.passes.each


@pytest.mark.parametrize("language", ["en", "ja"])
def test_where_that_holds_it_the_card_says_so(language: Language) -> None:
    first, second, *others = _COLD[language]
    assert _told(_card(language, [first, _WARM[language] + second, *others]), language)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_words_in_most_replies_are_enough(language: Language) -> None:
    warm = [_WARM[language] + reply if n != 1 else reply for n, reply in enumerate(_COLD[language])]
    assert not _told(_card(language, warm), language)
    assert (_card(language, warm).scores["empathy"] or 0) > (
        _card(language, _COLD[language]).scores["empathy"] or 0
    )


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_short_contact_is_not_called_cold(language: Language) -> None:
    assert not _told(_card(language, _COLD[language][:3]), language)
