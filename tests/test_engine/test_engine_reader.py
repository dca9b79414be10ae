"""The customer with the real reader: what is typed in ordinary words moves a real scenario."""

from __future__ import annotations

from functools import cache

import pytest

from scenarios.language import Language
from scenarios.loader import builtin_library
from scenarios.model import Shop
from scoring.model import Moment, Reading
from scoring.reading.reader import Reader
from scoring.rules.loader import builtin_rules
from simulator.engine.events import (
    ActionTaken,
    ContactEnded,
    CustomerSpoke,
    Input,
    ReplySent,
    TimePassed,
)
from simulator.engine.session import Setup, Step, advance, begin, case_end, replay

GOOD: dict[Language, tuple[str, ...]] = {
    "ja": (
        "お荷物が届かず、ご心配をおかけしております。お調べしますので、ご注文番号とお名前、お電話番号をお聞かせください。",
        "朝からずっとお待ちくださっているのに、お待たせして申し訳ございません。城東の営業所に確認いたします。"
        "何時までにお手元に必要でしょうか。",
        "2時にお出かけなのですね。13時5分に、返事があってもなくても、私、佐伯からお電話いたします。",
    ),
    "en": (
        "It still isn't there, and that must be wearing. Could you tell me your order number, "
        "full name and telephone number, please?",
        "You've been in since the morning, and I'm sorry you've been kept waiting. "
        "I'll ask the depot where it is. What time do you need it by?",
        "So you leave at two. I'm Saeki, and I'll ring you at 13:05, whether I have news or not.",
    ),
}
ITEMS = {
    "ja": {"order": "KM-20418", "name": "岡本由美子", "contact": "090-0000-2418"},
    "en": {"order": "KM-20418", "name": "Yumiko Okamoto", "contact": "090-0000-2418"},
}


class _Listener(Reader):
    """Rules alone: nothing is felt beyond them."""

    def as_felt(self, reading: Reading, moment: Moment) -> Reading:
        del moment
        return reading


@cache
def _listener(language: Language) -> _Listener:
    library = builtin_library()
    return _Listener(library.scenario("late-delivery"), language, builtin_rules(), library.handbook)


def _setup(language: Language, seed: int = 3) -> Setup:
    library = builtin_library()
    scenario = library.scenario("late-delivery")
    return Setup(scenario, library.persona(scenario.customer.persona), library.shop, language, seed)


def _good(language: Language) -> list[Input]:
    first, second, third = GOOD[language]
    return [
        ReplySent(first),
        ActionTaken("verify-identity", ITEMS[language]),
        ReplySent(second),
        ActionTaken("ask-carrier"),
        ReplySent(third),
        ActionTaken("book-callback", {"time": "13:05", "who": "Saeki"}),
        ContactEnded("close"),
    ]


def _play(setup: Setup, events: list[Input]) -> list[Step]:
    steps = [begin(setup)]
    for event in events:
        if steps[-1].state.ended:
            break
        steps.append(advance(setup, steps[-1].state, event, _listener(setup.language)))
    return steps


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_good_call_calms_her_and_ends_well(language: Language) -> None:
    """Heard, checked, asked and promised: she tells her deadline, cools and waits for the call."""
    steps = _play(_setup(language), _good(language))
    state = steps[-1].state
    assert state.identity_checked
    assert "need-by" in state.told
    assert state.mood.anger < steps[0].state.mood.anger
    assert state.outcome == "good"
    assert all(case_end(_setup(language), state).goals_met)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_empty_replies_drive_her_away(language: Language) -> None:
    """Phrases that say nothing about the parcel end with the customer hanging up."""
    empty = {
        "ja": ["はい。", "ええ。", "天気がいいですね。", "はあ。", "はい。", "ええ。", "はあ。"],
        "en": ["Right.", "Hm.", "Nice weather today.", "Okay.", "Right.", "Hm.", "Okay."],
    }
    replies: list[Input] = [ReplySent(text) for text in empty[language]]
    state = _play(_setup(language), replies)[-1].state
    assert state.end_kind == "left-angry"
    assert state.told == ()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_real_call_resumes_to_the_letter(language: Language) -> None:
    """Replaying a stored call with the real reader gives the same state and outputs."""
    setup, events = _setup(language), _good(language)
    steps = _play(setup, events)
    again = replay(setup, events[: len(steps) - 1], _listener(language))
    assert again.state == steps[-1].state
    assert list(again.outputs) == [output for step in steps for output in step.outputs]


WORDS: dict[Language, tuple[str, ...]] = {
    "ja": (
        "はい。",
        "申し訳ございません。",
        "13時10分に佐伯からお電話いたします。",
        "全額返金いたします。",
    ),
    "en": ("Right.", "I'm sorry.", "I'm Saeki and I'll ring you at 13:10.", "Have a full refund."),
}


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("scenario_id", builtin_library().ids)
def test_every_scenario_of_the_catalogue_plays_on(scenario_id: str, language: Language) -> None:
    """Whatever is said and done, the customer answers in at most two filled, varied utterances."""
    library = builtin_library()
    scenario = library.scenario(scenario_id)
    persona = library.persona(scenario.customer.persona)
    listener = _Listener(scenario, language, builtin_rules(), library.handbook)
    for seed in range(3):
        setup = Setup(scenario, persona, library.shop, language, seed)
        step, last = begin(setup), ""
        for event in _mixed(library.shop, language, seed):
            if step.state.ended:
                break
            step = advance(setup, step.state, event, listener)
            spoken = [o.text for o in step.outputs if isinstance(o, CustomerSpoke)]
            assert len(spoken) <= 2
            assert spoken or step.state.ended or not isinstance(event, ReplySent)
            for line in spoken:
                assert line != last
                assert "{" not in line
                last = line


def _mixed(shop: Shop, language: Language, seed: int) -> list[Input]:
    """Replies, every action and some silence, in an order that differs with the seed."""
    values = {"time": "13:10", "yen": "500", "seconds": "60"}
    actions: list[Input] = [
        ActionTaken(name, {key: values.get(a.kind, "x") for key, a in kind.arguments.items()})
        for name, kind in shop.actions.items()
        if name not in ("hand-over", "end-by-procedure")
    ]
    events: list[Input] = [ReplySent(text) for text in WORDS[language]]
    events += [*actions[seed::3], TimePassed(20), *(ReplySent(text) for text in WORDS[language])]
    return [*events[seed:], *events[:seed], ContactEnded("close"), ContactEnded("close")]
