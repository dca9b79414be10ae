"""The same reply once more, and kind words for the third time: good at first, standing still then."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builtin_judge import after, graded_at

from scenarios.language import Language
from scoring.model import Moment

KIND: dict[Language, tuple[str, ...]] = {
    "en": (
        "Oh no, a wedding present in pieces. That must have been such a shock.",
        "I can see how much you were looking forward to giving it to her.",
        "That must be so disappointing, the day before.",
    ),
    "ja": (
        "開けたら割れていたなんて、がっかりなさいましたよね。",
        "贈り物ですから、本当におつらいですね。",
        "さぞがっかりなさったことと思います。",
    ),
}
SAID: dict[Language, str] = {
    "en": "It's cracked right through. What am I to give her tomorrow?",
    "ja": "ポットにヒビが入ってるの。明日、何を渡せばいいの。",
}
STEP: dict[Language, str] = {
    "en": "We have the same pot here. I'll get a new one out by three today.",
    "ja": "同じ品の在庫がございます。本日15時までに新しいポットを発送いたします。",
}
LANGUAGES: tuple[Language, ...] = ("ja", "en")


def later(language: Language, *before: str, said: str = "") -> Moment:
    moment = after("damaged-item", language, [said or SAID[language]])
    return replace(moment, agent_said=before, turn=len(before) + 1)


def faults(moment: Moment, reply: str) -> set[str]:
    return {criterion.criterion for criterion in graded_at(moment, reply).criteria}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_reply_again_is_worth_less(language: Language) -> None:
    """Word for word, or all but; the first time it is what it is."""
    reply = KIND[language][0] + STEP[language]
    first = graded_at(later(language), reply)
    changed = reply.replace("。", "、", 1) if language == "ja" else reply.replace("Oh no", "Oh, no")
    for words in (reply, changed):
        again = graded_at(later(language, reply), words)
        assert again.scores["empathy"] <= 35 < first.scores["empathy"]
        assert again.scores["resolution"] <= 40 < first.scores["resolution"]
        assert any(f.rule == "said-before" and f.span is not None for f in again.findings)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_added_or_asked_for_again_is_no_repetition(language: Language) -> None:
    """An answer beside the old words, and a customer who has not heard them."""
    kind, step = KIND[language][0], STEP[language]
    assert "said-before" not in faults(later(language, kind), kind + step)
    deaf = "すみません、もう一度お願いします。" if language == "ja" else "Pardon? Say that again?"
    assert "said-before" not in faults(later(language, step, said=deaf), step)
    yes = "はい。" if language == "ja" else "Yes."
    assert "said-before" not in faults(later(language, yes), yes)


@pytest.mark.parametrize("language", LANGUAGES)
def test_kind_words_a_third_time_stand_still(language: Language) -> None:
    """In other words each time; not while something was asked, named or done, nor with a step."""
    one, two, three = KIND[language]
    moment = later(language, one, two)
    named = frozenset(
        name for name, t in moment.scenario.topics.items() if t.kind in ("situation", "feeling")
    )
    third = replace(moment, named=named)
    grade = graded_at(third, three)
    assert grade.scores["empathy"] <= 50
    assert any(f.rule == "only-kind-again" for f in grade.findings)
    assert "only-kind-again" not in faults(replace(third, agent_said=(one,)), three)
    assert "only-kind-again" not in faults(third, three + STEP[language])
    assert "only-kind-again" not in faults(replace(third, done=frozenset({"hold"})), three)
    steps = {name for name, t in moment.scenario.topics.items() if t.kind == "step"}
    assert "only-kind-again" not in faults(replace(third, named=named | steps), three)
