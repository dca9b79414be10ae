"""A step that is put off beyond its time does not count, for the customer and for the grade."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builtin_judge import judge

from scenarios.language import Language
from scoring.explain_reading import as_json, describe
from scoring.model import Moment, Slot, Span
from scoring.reading.too_late import too_late


def moment(language: Language) -> Moment:
    """Wednesday, ten to one; she has to leave at two."""
    scenario = judge().catalog.scenarios["late-delivery"]
    said = scenario.stages["waiting"].opens.all_wordings(language)[:1]
    return Moment(scenario, language, "waiting", 2, said, identity_checked=True)


def late(language: Language, reply: str) -> set[str]:
    reading = judge().read(reply, moment(language))
    return {found.topic for found in reading.topics if found.late}


@pytest.mark.parametrize(
    ("language", "reply", "steps"),
    [
        ("en", "I'll ring you myself at three, news or no news.", {"ring-back"}),
        ("en", "I'll ask the depot now and ring you tomorrow morning at ten.", {"ring-back"}),
        ("en", "I'll check with the depot on Friday.", {"ask-depot"}),
        ("en", "Tomorrow I'll give you a call.", {"ring-back"}),
        ("en", "I'll ask the depot where tomorrow's parcel is.", set()),
        ("en", "I'll give you a call within three hours.", {"ring-back"}),
        ("ja", "15時までに、私、佐伯から、結果がなくてもお電話いたします。", {"ring-back"}),
        ("ja", "営業所に確認し、明日の朝10時にお電話でお知らせします。", {"ring-back"}),
        ("ja", "金曜に営業所に問い合わせます。", {"ask-depot"}),
        ("ja", "3時間後に折り返しお電話いたします。", {"ring-back"}),
        ("en", "I'll give you a call next week.", {"ring-back"}),
        ("ja", "来週の水曜にお電話いたします。", {"ring-back"}),
        ("ja", "営業所には来週確認いたします。", {"ask-depot"}),
    ],
)
def test_a_step_at_a_time_that_does_not_serve_is_late(
    language: Language, reply: str, steps: set[str]
) -> None:
    assert late(language, reply) == steps
    reading = judge().read(reply, moment(language))
    assert all(not found.affirmed for found in reading.topics if found.late)


@pytest.mark.parametrize(
    ("language", "reply"),
    [
        ("ja", "金曜に届くかは、営業所に確認します。13時5分にお電話いたします。"),
        ("ja", "明日になるのかも営業所に確認いたします。"),
        ("en", "I'll ask the depot whether it will be Friday."),
        ("en", "I'll ring you at five past one, news or no news."),
        ("en", "I'll give you a call in ten minutes."),
        ("en", "I'll give you a call today."),
        ("en", "I'll ring you at ten past one and again at four to see that it came."),
        ("en", "If it isn't there by two, I'll give you a call at three and we'll bring it again."),
        ("en", "Shall I give you a call at three?"),
        ("en", "We can bring it again this evening at seven."),
        ("en", "I'll give you a call tomorrow at ten to tell you why it happened."),
        ("en", "I'll ask the depot now and ring you by five past one, so that you have it today."),
        ("ja", "13時5分に、結果がなくてもお電話いたします。"),
        ("ja", "10分後に折り返しお電話いたします。"),
        ("ja", "本日中に折り返しお電話いたします。"),
        ("ja", "14時を過ぎた場合は、15時にお電話いたします。"),
        ("ja", "15時にお電話してもよろしいでしょうか。"),
        ("ja", "夕方の再配達を19時に手配できます。"),
        ("ja", "なぜ遅れたのかは、明日の10時に私からお電話でご説明します。"),
        ("ja", "金曜までに届くかは営業所に聞き、13時5分にお電話します。"),
    ],
)
def test_in_time_on_condition_or_only_asked_is_not(language: Language, reply: str) -> None:
    """Nor is what the customer needs afterwards."""
    assert not late(language, reply)


@pytest.mark.parametrize(
    ("language", "soon", "late_one"),
    [
        (
            "en",
            "I'm sorry you've been in all morning. I'll ask the depot and ring you at five past one.",
            "I'm sorry you've been in all morning. I'll ask the depot and ring you at half past four.",
        ),
        (
            "ja",
            "朝からお待たせして申し訳ございません。営業所に確認し、13時5分にお電話いたします。",
            "朝からお待たせして申し訳ございません。営業所に確認し、16時半にお電話いたします。",
        ),
    ],
)
def test_resolution_falls_and_the_words_are_shown(
    language: Language, soon: str, late_one: str
) -> None:
    at = moment(language)
    good, bad = (judge().grade(judge().read(text, at), at) for text in (soon, late_one))
    assert (bad.score("resolution") or 0) + 15 < (good.score("resolution") or 0)
    assert abs((bad.score("empathy") or 0) - (good.score("empathy") or 0)) <= 10
    (finding,) = [f for f in bad.findings if f.rule == "too-late"]
    assert finding.span is not None
    assert finding.message.of(language)
    assert not any(f.rule == "too-late" for f in good.findings)


def test_a_trainer_sees_why_it_did_not_count() -> None:
    reading = judge().read("I'll ring you myself at three.", moment("en"))
    assert "ring-back (too late for the customer" in describe(reading, "en")
    assert any(
        topic["topic"] == "ring-back" and topic["late"] for topic in as_json(reading)["topics"]
    )


def _slot(kind: str, value: str) -> Slot:
    return Slot(kind, value, Span(0, 1), 0, False)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        ([], False),
        ([("clock", "14:00")], False),
        ([("clock", "14:01")], True),
        ([("clock", "13:00"), ("clock", "15:00")], False),
        ([("clock", "09:00")], False),  # has been: whose morning it is nobody said
        ([("day", "+0")], False),
        ([("day", "wed"), ("clock", "15:00")], True),
        ([("day", "+1")], True),
        ([("day", "tue")], True),
        ([("duration", "60")], False),
        ([("duration", "120")], True),
        ([("day", "+1"), ("duration", "10")], False),
        ([("date", "06-12")], False),  # the story knows weekdays only
    ],
)
def test_the_earliest_time_decides(times: list[tuple[str, str]], expected: bool) -> None:
    slots = [_slot(kind, value) for kind, value in times]
    assert too_late("Wed 14:00", slots, moment("en")) is expected


def test_the_clock_of_the_story_goes_on() -> None:
    """In ten minutes is too late at five to two."""
    slots = [_slot("duration", "10")]
    assert not too_late("Wed 14:00", slots, moment("en"))
    assert too_late("Wed 14:00", slots, replace(moment("en"), clock=13 * 60 + 55))


@pytest.mark.parametrize(
    ("scenario", "language", "reply"),
    [
        ("card-misuse", "en", "You get a letter from the security desk by 17:00 tomorrow."),
        ("phishing-mail", "en", "The report is in; the answer comes by 17:00 on Thursday."),
    ],
)
def test_the_hour_of_something_else_puts_no_step_off(
    scenario: str, language: Language, reply: str
) -> None:
    """The report is made now, though its answer comes on the day that the case names."""
    case = judge().catalog.scenarios[scenario]
    at = Moment(case, language, case.first_stage, 2, ("…",), identity_checked=True)
    assert not any(found.late for found in judge().read(reply, at).topics)


def test_a_call_after_the_one_that_was_promised_in_time_is_another_one() -> None:
    reply = "15時までに、私、佐伯からもう一度お電話いたします。"
    in_time = replace(moment("ja"), agent_said=("13時40分までにお電話します。",))
    assert late("ja", reply) == {"ring-back"}
    by = judge().catalog.scenarios["late-delivery"].topics["ring-back"].latest
    named = replace(moment("ja"), agent_said=(f"{by[4:]}までにお電話します。" if by else "",))
    assert {f.topic for f in judge().read(reply, in_time).topics if f.late} == {"ring-back"}
    assert not {f.topic for f in judge().read(reply, named).topics if f.late}


def test_what_is_carried_out_can_no_longer_be_late() -> None:
    """The hour in a summing-up is that of what is still to come."""
    case = judge().catalog.scenarios["deaf-customer"]
    reply = "Great, so thats both done, adress 5-2-801 Midoricho, Friday 12."
    done = frozenset({"verify-identity", "enter-order", "hand-over"})
    late = {
        before: any(
            found.late
            for found in judge()
            .read(
                reply, Moment(case, "en", "mail", 5, ("…",), ("…",), identity_checked=True, done=d)
            )
            .topics
        )
        for before, d in (("done", done), ("open", frozenset()))
    }
    assert late == {"done": False, "open": True}
