"""Sentences without a cue are read by the topic they are nearest to, never to anybody's harm."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest
from builtin_judge import judge
from reader_case import TOPICS, read

from scenarios.language import LANGUAGES, Language
from scenarios.model import TopicKind
from scoring.explain_reading import as_json, describe
from scoring.fitting.data import SAYINGS as SENTENCES
from scoring.fitting.data import lines
from scoring.model import Moment, Reading
from scoring.near.asked_for import ask_alike
from scoring.near.find import FREE
from scoring.near.index import MEASURES, SPACES, NearIndex
from scoring.near.sayings import Saying

SAYINGS = (
    Saying("letter", ("send", "you", "a", "letter")),
    Saying("letter", ("put", "it", "in", "writing")),
    Saying("call", ("ring", "you", "back")),
    Saying("call", ("give", "you", "a", "call")),
)


def near(reading: Reading) -> dict[str, bool]:
    """By topic found by nearness whether it is affirmed."""
    return {found.topic: found.affirmed for found in reading.topics if found.inferred}


@pytest.mark.parametrize(
    ("language", "reply", "topic"),
    [
        ("en", "Which day would you need to have it by, at the latest?", "need-by"),
        ("en", "Is there something in particular that you were hoping to be told?", "worry"),
        ("ja", "どの日までに必要でいらっしゃいますか。", "need-by"),
        ("ja", "専門の担当のほうからお電話を差し上げます。", "specialist"),
    ],
)
def test_a_fresh_wording_means_the_topic_it_is_nearest_to(
    language: Language, reply: str, topic: str
) -> None:
    """None of the topic's cues stands in it."""
    assert near(read(language, reply)) == {topic: True}


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Which number shall I ring?", "Which of the two would you like, or both?", False),
        ("Which one do you want?", "When do you need it by?", False),
        ("Which day would suit?", "What time can you be at home?", True),
        ("Could you tell me more?", "When do you need it by?", True),
        ("どちらになさいますか。", "いつまでにご入用ですか。", False),
        ("どの番号におかけしますか。", "どちらがよろしいですか。", False),
        ("何日までに必要でしょうか。", "いつまでにご入用ですか。", True),
    ],
)
def test_a_question_is_near_to_one_that_asks_for_the_same(
    one: str, other: str, alike: bool
) -> None:
    """Most of their words may be the same."""
    assert ask_alike(one, other) == alike


def test_a_step_that_is_declined_is_not_offered() -> None:
    """Nearness does not see a denial; the clause does."""
    assert near(read("ja", "専門の担当からはお電話しません。")) == {"specialist": False}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_with_a_cue_is_not_compared(language: Language) -> None:
    """What a cue shows is not guessed at."""
    reply = {"en": "When do you need it, please?", "ja": "いつまでにご入用ですか。"}[language]
    assert [(f.topic, f.inferred) for f in read(language, reply).topics] == [("need-by", False)]


def test_who_looks_into_a_reply_is_told_of_nearness() -> None:
    """A trainer sees which topics no cue shows."""
    reading = read("en", "Which day would you need to have it by, at the latest?")
    assert "no cue, the nearest topic" in describe(reading, "en", {})
    assert as_json(reading, {})["topics"][0]["inferred"] is True


def test_measures_do_not_hang_on_the_order_of_what_is_said() -> None:
    """Neither that of sayings nor that of words beyond the pairs they make."""
    words = ("ring", "you", "in", "writing")
    index, other = NearIndex(SAYINGS, "en"), NearIndex(SAYINGS[::-1], "en")
    told = index.measure(words)
    assert told == other.measure(words)
    assert all(len(row) == 2 * len(SPACES) * len(MEASURES) for row in told.values())


def test_who_shares_more_is_nearer() -> None:
    """Measure by measure, and each of them is compared with the next topic."""
    index = NearIndex(SAYINGS, "en")
    rows = index.measure(("ring", "you", "back", "a", "letter"))
    assert all(call >= letter for call, letter in zip(rows["call"], rows["letter"], strict=True))
    half = len(SPACES) * len(MEASURES)
    assert rows["call"][half:] == [-value for value in rows["letter"][half:]]
    assert index.measure(("nothing", "of", "this")) == {}


@cache
def heard(language: Language) -> Counter[str]:
    """What becomes of the sentences that nothing was learned from."""
    counts: Counter[str] = Counter()
    for meant in lines(SENTENCES):
        if meant["lang"] != language or meant.get("part") != "late":
            continue
        scenario = judge().catalog.scenarios[meant["scenario"]]
        reading = judge().read(meant["text"], Moment(scenario, language, None, 1, ()))
        found = near(reading)
        assert all(scenario.topics[topic].kind in FREE for topic in found)
        written, free = "from" not in meant, scenario.topics[meant["topic"]].kind in FREE
        affirmed = {topic.topic for topic in reading.topics if topic.affirmed}
        if written and free and meant["means"] == "yes":
            counts["written"] += 1
            counts["heard"] += meant["topic"] in affirmed
            counts["by cue"] += meant["topic"] in affirmed - found.keys()
            counts["near"] += bool(found)
            counts["near, right"] += meant["topic"] in found
        elif written and meant["means"] == "other":
            counts["beside"] += 1
            counts["beside, near"] += bool(found)
        elif not written:
            counts["of replies, near"] += bool(found)
            counts["of replies, right"] += meant["means"] != "other" and meant["topic"] in found
    return counts


@pytest.mark.parametrize("language", LANGUAGES)
def test_fresh_wordings_are_heard(language: Language) -> None:
    """Bounds, a little under what was reached; run as a script, this prints the figures."""
    found = heard(language)
    assert found["heard"] >= 0.62 * found["written"]
    assert found["near, right"] >= 0.85 * found["near"]
    assert found["beside, near"] <= 0.08 * found["beside"]
    assert found["of replies, right"] >= 0.55 * found["of replies, near"]


def test_nothing_barred_is_held_against_anybody() -> None:
    """What must not be said, granted or promised is heard by its cues alone."""
    barred = {TopicKind.LIMIT, TopicKind.FORBIDDEN, TopicKind.UNCERTAIN, TopicKind.FEELING}
    assert barred.isdisjoint(FREE)
    assert near(read("en", "We could let you have the address.")) == {}
    assert TOPICS["address"].kind in barred


if __name__ == "__main__":
    for spoken in LANGUAGES:
        told = heard(spoken)
        shares = (f"{name} {told[name] / told['written']:.0%}" for name in ("by cue", "heard"))
        print(spoken, ", ".join(shares), dict(told))
