"""What ordinary good agents say raises no alarm, and what hurts is heard.

The sentences stand in ``scoring/calibration/sentences``: one a line. A harmful one names the act,
or the breach and the scenario in which it is one; an ordinary one that is so only in some cases
names those. The ledger was fitted with them among much else, so they show that nothing was lost,
not how fresh words fare.
"""

from __future__ import annotations

import pytest
from builtin_judge import in_no_stage, judge

from scenarios.acts import Act
from scenarios.language import LANGUAGES, Language
from scoring.agreement.rated import SENTENCES, YARDSTICK, builtin
from scoring.model import Moment, Reading

FOLDER = SENTENCES
CASES = sorted({item.place.scenario for item in builtin(YARDSTICK)})
"""The cases for which the sentences were written."""
AFFRONTS = frozenset(
    {
        Act.CONTRADICT,
        Act.BLAME,
        Act.MINIMISE,
        Act.CALM_DOWN,
        Act.STOCK,
        Act.DEFEND,
        Act.RULE_ONLY,
        Act.SEND_AWAY,
        Act.VAGUE,
        Act.SARCASM,
        Act.INSULT,
        Act.THREATEN,
        Act.END_CALL,
        Act.BOUNDARY,
        Act.WARN,
    }
)


def read(scenario: str, language: Language, sentence: str) -> tuple[Reading, set[str]]:
    """The reading of a sentence in a case, and the breaches found in it."""
    at = in_no_stage(scenario, language)
    reading = judge().read(sentence, at)
    return reading, {breach.value for breach in judge().grade(reading, at).breaches}


def lines(name: str) -> list[tuple[Language, str]]:
    return [
        (language, line)
        for language in LANGUAGES
        for line in (FOLDER / f"{name}-{language}.txt").read_text("utf-8").splitlines()
        if line.strip()
    ]


@pytest.mark.parametrize(("language", "line"), lines("ordinary"))
def test_ordinary_speech_is_neither_an_affront_nor_a_breach(language: Language, line: str) -> None:
    """A good agent's sentence raises nothing in the cases that it is at home in."""
    cases, _, sentence = line.rpartition("@")
    for scenario in cases.split() or CASES:
        reading, breaches = read(scenario, language, sentence)
        assert not {found.act.value for found in reading.acts if found.act in AFFRONTS}
        assert not breaches, scenario
        assert not any(clause.recited or clause.salad for clause in reading.clauses)


@pytest.mark.parametrize(("language", "line"), lines("harmful"))
def test_what_hurts_is_heard(language: Language, line: str) -> None:
    """An affront is found as its act, a breach as its breach in the case where it is one."""
    label, _, sentence = (part.strip() for part in line.partition("|"))
    name, _, scenario = label.partition("@")
    reading, breaches = read(scenario or "late-delivery", language, sentence)
    found = breaches if scenario else {act.act.value for act in reading.acts}
    assert name in found


@pytest.mark.parametrize(
    ("scenario", "topic", "matching", "near_miss"),
    [
        ("third-contact", "we-rang", "We did try to ring you.", "I'll try to call you at four."),
        (
            "third-contact",
            "we-rang",
            "We tried to ring you twice.",
            "My colleague Mori will ring you at four.",
        ),
        (
            "delivered-not-there",
            "accuse",
            "Are you sure you've searched everywhere?",
            "I'm sure you looked everywhere.",
        ),
        (
            "delivered-not-there",
            "accuse",
            "Are you sure you looked everywhere?",
            "You've already looked everywhere.",
        ),
        (
            "card-misuse",
            "about-son",
            "It wasn't your son.",
            "I can't tell you the name, and that guards your son.",
        ),
        (
            "card-misuse",
            "about-son",
            "It was nobody in your family.",
            "Nobody in your family will be named by us.",
        ),
        (
            "damaged-item",
            "photo-no-wait",
            "The new one goes out without waiting for the photo.",
            "I need a photo before I can send the new one.",
        ),
        ("damaged-item", "be-believed", "I don't doubt you.", "I doubt it will arrive tomorrow."),
        ("subscription-stop", "in-time", "It's not too late.", "It's too late for that."),
        (
            "subscription-stop",
            "minimum",
            "You'll have to take the box of the 20th.",
            "It's too late for the box on the 20th.",
        ),
    ],
)
def test_a_topic_is_named_by_what_its_cues_say(
    scenario: str, topic: str, matching: str, near_miss: str
) -> None:
    """The same words in another tense, mood or grammar are not the topic."""

    def named(sentence: str) -> set[str]:
        return {t.topic for t in read(scenario, "en", sentence)[0].topics if t.affirmed}

    assert topic in named(matching)
    assert topic not in named(near_miss)


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_enough_sentences(language: Language) -> None:
    """Precision and recall are judged on many different sentences."""
    assert sum(spoken == language for spoken, _ in lines("ordinary")) >= 120
    assert sum(spoken == language for spoken, _ in lines("harmful")) >= 60


@pytest.mark.parametrize(
    ("language", "sentence", "act"),
    [
        ("en", "May I take your order number, full name and telephone number?", Act.VERIFY),
        ("en", "Could you tell me your order number, full name and telephone number?", Act.VERIFY),
        ("en", "I can't tell you that.", Act.REFUSE),
        ("ja", "ご注文番号とお名前、お電話番号をお聞かせいただけますでしょうか。", Act.VERIFY),
    ],
)
def test_asking_and_declining_are_heard_as_such(
    language: Language, sentence: str, act: Act
) -> None:
    """The items of the check are asked for, and a plain no is a no."""
    reading, _ = read("late-delivery", language, sentence)
    assert reading.has(act)


GAMING = [
    ("en", "Sorry, empathy, your wait, depot, call back, refund, supervisor, estimate, thank you."),
    ("en", "Order ten pens. Navy. Friday. Link. Card. Estimate. Thanks. Empathy. Choices."),
    ("en", "My parcel still isn't here, you say. Your parcel still isn't here."),
    ("en", "Good afternoon! Our summer catalogue is out, with lovely picnic baskets."),
    ("en", "..."),
    (
        "en",
        "Arrived late, asking the depot, wait at home, tell the driver, ring you back, fee refunded, sorry.",
    ),
    (
        "ja",
        "遅れて届く、営業所に聞く、お怪我は、いつまでに要る、折り返す、送料を返す、申し訳ない。",
    ),
    (
        "ja",
        "お待たせ、共感、傾聴、営業所に確認、折り返し、責任者、見込み、送料返金、申し訳ございません。",
    ),
    ("ja", "荷物がまだ来ない、ということでございますね。荷物がまだ来ないのですね。"),
    ("ja", "当店では秋の新色の万年筆がご好評をいただいております。"),
    ("ja", "……"),
]


@pytest.mark.parametrize(("language", "reply"), GAMING)
def test_words_without_meaning_earn_next_to_nothing(language: Language, reply: str) -> None:
    """Lists, echoes, off-topic and empty replies: policy cannot be told, the rest is near nothing."""
    said = {
        "en": "Look, my parcel still isn't here! What on earth is going on?",
        "ja": "ちょっと、荷物がまだ来ないんだけど。一体どうなってるの。",
    }[language]
    case = judge().catalog.scenarios["late-delivery"]
    at = Moment(case, language, case.first_stage, 1, (said,))
    grade = judge().grade(judge().read(reply, at), at)
    assert grade.scores["policy"] is None
    assert (grade.scores["empathy"] or 0) <= 20
    assert (grade.scores["resolution"] or 0) <= 10


def test_a_question_of_small_words_only_is_about_the_matter() -> None:
    """ "When do you need it by?" has no content word, and asks what the case turns on."""
    at = in_no_stage("late-delivery", "en")
    grade = judge().grade(judge().read("When do you need it by?", at), at)
    assert "nothing-said" not in {finding.rule for finding in grade.findings}
    assert grade.scores["policy"] is not None
    assert (grade.scores["resolution"] or 0) > 20
