"""``supportdojo explore``: everything that can happen is found to happen, and what cannot is told."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from tiny import LISTENER, PERSONA, SCENARIO, SHOP, hears, said, text, when

from scenarios.acts import Act
from scenarios.language import LANGUAGES, Language
from scenarios.loader import builtin_library
from scenarios.model import (
    DeskRule,
    Ending,
    HiddenFact,
    MoodShift,
    MoodValues,
    Outcome,
    OutsideEvent,
    Reaction,
    Said,
    SaidIf,
    Scenario,
    Stage,
    Temperament,
)
from scenarios.problems import make_problem
from simulator.engine.session import Setup, replay
from simulator.explore.moves import Do, Say, Script
from simulator.explore.report import Finding, explore
from simulator.explore.texts import CODES
from simulator.explore.wordings import ACT_WORDINGS, say_of

LIBRARY = builtin_library()
ORIGINAL = Path(str(LIBRARY.root))


def with_stages(scenario: Scenario, **changes: Stage | None) -> Scenario:
    """The scenario with stages put in, or left out where None is given."""
    stages = {**scenario.stages, **changes}
    return replace(scenario, stages={n: s for n, s in stages.items() if s is not None})


def with_reaction(scenario: Scenario, stage: str, reaction: Reaction, at: int = 99) -> Scenario:
    known = list(scenario.stages[stage].reactions)
    known.insert(at, reaction)
    return with_stages(scenario, **{stage: replace(scenario.stages[stage], reactions=tuple(known))})


def sound() -> Scenario:
    """The tiny scenario without the branches that nothing leads to."""
    scenario = with_stages(SCENARIO, later=None)
    opening = scenario.stages["opening"]
    # Whoever is insulted hears nothing else: so 'insult and refund' could never be heard.
    reactions = tuple(
        replace(r, hears=hears("insult")) if r.goes == "abusive" else r for r in opening.reactions
    )
    return with_stages(scenario, opening=replace(opening, reactions=reactions))


def codes(scenario: Scenario) -> dict[str, tuple[str | int, ...]]:
    """What is found, with its place."""
    return {f.code: f.where for f in explore(scenario, PERSONA, SHOP).findings}


def only(scenario: Scenario) -> Finding:
    (finding,) = explore(scenario, PERSONA, SHOP).findings
    return finding


# ---------------------------------------------------------------- what is found


def test_a_sound_scenario_has_no_findings() -> None:
    """Stages, reactions, endings, hidden facts and lines: all of them happen."""
    report = explore(sound(), PERSONA, SHOP)
    assert report.findings == ()
    assert all(happened == of for happened, of in report.reached.values())


def test_it_finds_the_same_every_time() -> None:
    first, again = explore(SCENARIO, PERSONA, SHOP), explore(SCENARIO, PERSONA, SHOP)
    assert replace(first, seconds=0) == replace(again, seconds=0)


def test_a_dead_end() -> None:
    """A stage that leads nowhere and where closing is never good."""
    scenario = replace(sound(), endings={**SCENARIO.endings, "mori": bad_handover()})
    pit = Stage(opens=said(["もう知りません。"], ["I give up."]))
    scenario = with_stages(scenario, pit=pit)
    scenario = with_reaction(scenario, "opening", Reaction(hears=hears("sarcasm"), goes="pit"), 0)
    scenario = replace(scenario, events={})
    endings = {n: e for n, e in scenario.endings.items() if n not in ("came", "booked")}
    only_rung = replace(endings["rung-well"], when=when("visited rung"))
    scenario = replace(scenario, endings={**endings, "rung-well": only_rung})
    assert codes(scenario) == {"E101": ("stages", "pit")}


def bad_handover() -> Ending:
    return replace(SCENARIO.endings["mori"], outcome="poor")


def test_a_last_stage_that_closes_well_is_no_dead_end() -> None:
    """'rung' leads nowhere, and that is how it should be."""
    assert not sound().stages["rung"].reactions
    assert "E101" not in codes(sound())


def test_a_stage_that_no_contact_comes_to() -> None:
    """A way leads there, but its conditions never hold; nothing is said twice about it."""
    never = Reaction(
        hears=hears("warn"), when=when("visited rung"), goes="secret", says=said(["あ"], ["Oh"])
    )
    scenario = with_reaction(sound(), "opening", never)
    scenario = with_stages(scenario, secret=Stage(opens=said(["ここだけの話"], ["Between us"])))
    found = codes(scenario)
    assert found["E102"] == ("stages", "secret")
    assert set(found) == {"E102", "E103"}


def test_a_reaction_whose_conditions_never_hold() -> None:
    reaction = Reaction(hears=hears("warn"), when=when("turn 40 or later"), mood=MoodShift(anger=1))
    assert codes(with_reaction(sound(), "rung", reaction)) == {
        "E103": ("stages", "rung", "reactions", 0)
    }


def test_a_reaction_behind_one_that_always_comes_first() -> None:
    """What hears anything hears this, too; the finding says which one it is."""
    scenario = with_reaction(sound(), "rung", Reaction(hears=hears("anything"), once=False))
    scenario = with_reaction(scenario, "rung", Reaction(hears=hears("thank", "morning")))
    found = only(replace(scenario, stages={**scenario.stages, "rung": mute(scenario)}))
    assert (found.code, found.where) == ("E104", ("stages", "rung", "reactions", 1))
    assert dict(found.args)["number"] == "1"


def mute(scenario: Scenario) -> Stage:
    """Its lines are never said once something always reacts."""
    return replace(scenario.stages["rung"], again=None)


def test_a_reaction_behind_one_that_comes_once_is_reached() -> None:
    scenario = with_reaction(sound(), "rung", Reaction(hears=hears("anything"), once=True))
    scenario = with_reaction(scenario, "rung", Reaction(hears=hears("thank")))
    assert codes(scenario) == {}


def test_a_reaction_that_forbids_what_it_hears() -> None:
    """What was just heard has been heard: 'unless heard X' on X itself never lets it happen."""
    reaction = Reaction(hears=hears("warn"), unless=when("heard warn"), mood=MoodShift(anger=1))
    assert set(codes(with_reaction(sound(), "rung", reaction))) == {"E103"}


def test_an_ending_behind_one_without_conditions() -> None:
    late = replace(SCENARIO.endings["open"], when=when("heard morning"))
    scenario = replace(sound(), endings={**SCENARIO.endings, "too-late": late})
    assert codes(scenario) == {"E105": ("endings", "too-late")}


@pytest.mark.parametrize(("outcome", "found"), [("poor", {}), ("fair", {"E105"})])
def test_where_nobody_is_abusive_an_end_by_the_procedure_has_to_be_poor(
    outcome: Outcome, found: set[str]
) -> None:
    """Ending there by the procedure has no grounds, so nothing better can come of it."""
    scenario = with_stages(sound(), abusive=replace(SCENARIO.stages["abusive"], abusive=False))
    procedure = replace(scenario.endings["procedure"], outcome=outcome)
    scenario = replace(scenario, endings={**scenario.endings, "procedure": procedure})
    assert set(codes(scenario)) == set(found)


def test_an_end_with_and_one_without_grounds_are_both_reached() -> None:
    """Where a customer may become abusive, a poor end is for those with whom it did not happen."""
    with_grounds = SCENARIO.endings["procedure"]
    without = replace(with_grounds, outcome="poor")
    with_grounds = replace(with_grounds, when=when("visited abusive"))
    endings = {**SCENARIO.endings, "procedure": with_grounds, "no-grounds": without}
    report = explore(replace(sound(), endings=endings), PERSONA, SHOP)
    assert report.findings == ()
    assert {way.ending for way in report.ways} == set(endings)


def test_a_hidden_fact_that_never_comes_out() -> None:
    fact = HiddenFact(
        text("秘密", "a secret"),
        earned_by=when("trust over 100"),
        says=said(["実は。"], ["In fact."]),
    )
    scenario = replace(sound(), hidden={**SCENARIO.hidden, "secret": fact})
    assert codes(scenario) == {"E106": ("hidden", "secret")}


def test_an_event_that_never_happens() -> None:
    event = OutsideEvent(
        (2,), said(["電話だ"], ["The phone"]), when=when("done hold", "turn 60 or later")
    )
    scenario = replace(sound(), events={**SCENARIO.events, "other": event})
    assert codes(scenario) == {"E107": ("events", "other")}


def test_an_event_at_a_late_turn_is_waited_for() -> None:
    event = OutsideEvent((9,), said(["電話だ"], ["The phone"]), unless=when("visited plan"))
    assert codes(with_event_only(sound(), event)) == {}


def with_event_only(scenario: Scenario, event: OutsideEvent) -> Scenario:
    """Without the doorbell and the ending that it brings."""
    endings = {name: e for name, e in scenario.endings.items() if e.by != "goes"}
    return replace(scenario, events={"other": event}, endings=endings)


@pytest.mark.parametrize("fits", [True, False])
def test_a_desk_action_that_is_never_possible(fits: bool) -> None:
    """Unless the case says that it does not fit: then it may be made impossible."""
    rule = DeskRule(text("送付", "Sent"), when=when("trust over 100"), fits=fits)
    scenario = replace(sound(), desk={**SCENARIO.desk, "hold": rule})
    assert codes(scenario) == ({"E108": ("desk", "hold")} if fits else {})


def test_lines_that_something_else_always_replaces() -> None:
    scenario = with_reaction(
        sound(), "rung", Reaction(hears=hears("anything"), says=said(["え", "は"], ["Eh", "Oh"]))
    )
    assert codes(scenario) == {"E109": ("stages", "rung", "again")}


@pytest.mark.parametrize("field", ["opens_if", "again_if"])
def test_a_line_for_what_never_comes_to_pass(field: str) -> None:
    """One that can be said is found; one whose condition never holds is named at its place."""
    can = SaidIf(said(["二時ですね"], ["Two, then"]), when("heard two"))
    never = SaidIf(said(["信じます"], ["I believe you"]), when("trust over 100"))
    rung = replace(sound().stages["rung"], **{field: (never, can)})
    assert codes(with_stages(sound(), rung=rung)) == {"E109": ("stages", "rung", field, 0, "says")}


@pytest.mark.parametrize("field", ["opens_if", "again_if"])
def test_a_line_for_what_was_just_said_is_reached_by_saying_it(field: str) -> None:
    can = SaidIf(said(["二時ですね"], ["Two, then"]), when("just heard two"))
    never = SaidIf(said(["三時ですね"], ["Three"]), when("just heard two", "trust over 100"))
    rung = replace(sound().stages["rung"], **{field: (never, can)})
    assert codes(with_stages(sound(), rung=rung)) == {"E109": ("stages", "rung", field, 0, "says")}


def test_wordings_for_a_mood_that_cannot_be() -> None:
    """Who comes here when they have calmed down has no hot words; the first words may have any."""
    lines = sound().stages["opening"].opens.any
    heated = Said(calm=lines, tense=lines, hot=lines)
    soft = Stage(opens=Said(calm=lines, hot=lines))
    first = replace(sound().stages["opening"], opens=heated)
    goes = Reaction(hears=hears("own"), when=when("anger under 40"), goes="soft")
    scenario = with_reaction(with_stages(sound(), opening=first, soft=soft), "opening", goes)
    found = only(scenario)
    assert (found.code, found.where) == ("E110", ("stages", "soft", "opens", "hot"))


def test_going_round_without_end() -> None:
    """The same words lead from one stage to the other and back."""
    back = Reaction(hears=hears("own"), goes="opening")
    there = Reaction(hears=hears("own"), goes="stung")
    scenario = with_reaction(with_reaction(sound(), "stung", back), "opening", there)
    found = only(scenario)
    assert found.code == "E111"
    assert dict(found.args)["stages"] == "opening → stung → opening → stung"
    once = with_reaction(
        with_reaction(sound(), "stung", back), "opening", replace(there, once=True)
    )
    assert codes(once) == {}


@pytest.mark.parametrize(("once", "found"), [(False, ["anything"]), (True, [])])
def test_going_round_whatever_is_said(once: bool, found: list[str]) -> None:
    """No special words are needed where anything leads from one stage to the other and back."""
    there = Reaction(hears=hears("anything"), goes="stung", once=once)
    back = Reaction(hears=hears("anything"), goes="opening")
    stages = {
        **SCENARIO.stages,
        "opening": Stage(said(["あの"], ["Well"]), reactions=(there,)),
        "stung": Stage(said(["で"], ["So"]), reactions=(back,)),
    }
    scenario = replace(sound(), stages=stages, reactions=(), events={})
    report = explore(scenario, PERSONA, SHOP)
    told = [finding for finding in report.findings if finding.code == "E111"]
    assert [dict(finding.args)["value"] for finding in told] == found


def test_the_same_words_that_lead_on_are_no_loop() -> None:
    steps = {"a": "b", "b": "c", "c": "d", "d": "plan"}
    scenario = with_reaction(sound(), "opening", Reaction(hears=hears("own"), goes="a"))
    for name, goes in steps.items():
        stage = Stage(said(["次"], ["Next"]), reactions=(Reaction(hears=hears("own"), goes=goes),))
        scenario = with_stages(scenario, **{name: stage})
    assert codes(scenario) == {}


def test_anger_that_never_goes_away() -> None:
    """A customer on whom nothing works, who does not leave either."""
    persona = replace(PERSONA, temperament=Temperament(heats=300, cools=20, leaves_at=100))
    scenario = replace(sound(), mood=MoodValues(anger=95, trust=60))
    found = [f.code for f in explore(scenario, persona, SHOP).findings]
    assert "E112" in found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_every_finding_has_words(code: str, language: Language) -> None:
    """A sentence and an advice in both languages, with all its blanks filled."""
    names = ("value", "number", "heat", "stages", "stage", "anger", "trust")
    problem = make_problem("a/scenario.yaml", 1, 1, code, dict.fromkeys(names, "@calm"))
    for told in (problem.message(language), problem.hint(language)):
        assert told
        assert "?" not in told and "？" not in told


# ---------------------------------------------------------------- how endings are reached


def test_the_way_to_each_ending_leads_there() -> None:
    """Played from the beginning with the same seed the moves end in that ending, and none is spare."""
    scenario = sound()
    report = explore(scenario, PERSONA, SHOP)
    assert {way.ending for way in report.ways} == set(scenario.endings)
    for way in report.ways:
        setup = Setup(scenario, PERSONA, SHOP, "en", way.seed, way.intensity)
        script = Script(setup)
        events = [script.event(move) for move in way.moves]
        assert replay(setup, events, script).state.ending == way.ending
        for at in range(len(events)):
            fewer = replay_until_end(setup, [*events[:at], *events[at + 1 :]], script)
            assert fewer != way.ending


def replay_until_end(setup: Setup, events: list[object], script: Script) -> str | None:
    from simulator.engine.events import EventError

    try:
        return replay(setup, events, script).state.ending  # type: ignore[arg-type]
    except EventError:
        return None


@pytest.mark.parametrize("language", LANGUAGES)
def test_acts_have_wordings_in_both_languages(language: Language) -> None:
    """Each is a sentence; a way can be told whatever is in it."""
    assert set(ACT_WORDINGS) == set(Act)
    assert all(wording.of(language).strip() for wording in ACT_WORDINGS.values())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scenario_id", ["late-delivery"])
def test_moves_are_told_in_the_words_of_the_scenario(scenario_id: str, language: Language) -> None:
    scenario = LIBRARY.scenario(scenario_id)
    name, topic = next((n, t) for n, t in scenario.topics.items() if t.say)
    titles = {name: kind.title for name, kind in LIBRARY.shop.actions.items()}
    assert topic.say is not None
    assert say_of(Say(((Act.OFFER, name),)), scenario, titles, language) == topic.say.of(language)
    assert titles["hold"].of(language) in say_of(Do("hold"), scenario, titles, language)


def test_made_up_replies_say_what_they_were_made_to_say() -> None:
    """The listener gives back the parts; a text that it did not make says nothing."""
    setup = Setup(SCENARIO, PERSONA, SHOP, "en", 1)
    script = Script(setup)
    reading = script.reading(Say(((Act.REFUSE, "refund"), (None, "morning"))))
    assert [found.act for found in reading.acts] == [Act.REFUSE]
    assert [(t.topic, t.affirmed) for t in reading.topics] == [("refund", False), ("morning", True)]
    assert LISTENER is not script


# ---------------------------------------------------------------- the library


@pytest.mark.parametrize("scenario_id", LIBRARY.ids[::3])
def test_the_library_has_no_findings(scenario_id: str) -> None:
    """Every branch of a scenario that comes with the program can happen, every ending too.

    Every third one: ``supportdojo explore`` walks through all of them in a few minutes.
    """
    scenario = LIBRARY.scenario(scenario_id)
    report = explore(scenario, LIBRARY.persona_of(scenario_id), LIBRARY.shop_of(scenario_id))
    assert report.findings == ()
    assert {way.ending for way in report.ways} == set(scenario.endings)


# ---------------------------------------------------------------- the command

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(command: Run) -> Run:
    return partial(command, "explore")


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A folder with a scenario in which one ending cannot be had; line 1 holds its id."""
    folder = tmp_path / "ours"
    folder.mkdir()
    source = (ORIGINAL / "order-by-inquiry" / "scenario.yaml").read_text("utf-8")
    source = source.replace("id: order-by-inquiry\n", "id: ours\n", 1)
    unreachable = (
        "endings:\n  beyond:\n    by: close\n    kind: calm\n    outcome: good\n"
        '    when: trust over 100\n    title: {ja: "彼方", en: "Beyond"}\n'
        '    note: {ja: "彼方。", en: "Beyond."}\n'
    )
    (folder / "scenario.yaml").write_text(
        source.replace("\nendings:\n", f"\n{unreachable}", 1), "utf-8"
    )
    return folder


@pytest.mark.parametrize("language", LANGUAGES)
def test_findings_come_with_their_place(run: Run, draft: Path, language: Language) -> None:
    """Path, line and column, a code and an advice; exit 1."""
    code, out, _ = run(str(draft), "--lang", language)
    assert code == 1
    lines = (draft / "scenario.yaml").read_text("utf-8").splitlines()
    number = lines.index("  beyond:") + 2
    assert f"{draft}/scenario.yaml:{number}:5: " in out
    assert "E105" in out and "beyond" in out


@pytest.mark.parametrize("language", LANGUAGES)
def test_ways_are_shown_for_scenarios_that_were_named(run: Run, language: Language) -> None:
    """Each ending with its moves in the words of that language; exit 0 without findings."""
    code, out, _ = run("order-by-inquiry", "--lang", language)
    assert code == 0
    scenario = LIBRARY.scenario("order-by-inquiry")
    assert all(name in out for name in scenario.endings)
    wording = next(t.say.of(language) for t in scenario.topics.values() if t.say)
    assert wording[:8] in out.replace("\n", "")


def test_json_holds_findings_and_moves(run: Run, draft: Path) -> None:
    code, out, _ = run(str(draft), "order-by-inquiry", "--json")
    assert code == 1
    found: Mapping[str, object] = json.loads(out)
    first, second = found["scenarios"]  # type: ignore[misc]
    assert [f["code"] for f in first["findings"]] == ["E105"]
    assert second["findings"] == []
    kinds = {move["kind"] for ending in second["endings"] for move in ending["moves"]}
    assert {"reply", "action", "end"} <= kinds
    assert all(figure["happened"] == figure["of"] for figure in second["reached"].values())


def test_a_broken_scenario_is_told_and_the_others_are_walked(run: Run, draft: Path) -> None:
    broken = draft.with_name("broken")
    broken.mkdir()
    (broken / "scenario.yaml").write_text("id: broken\n", "utf-8")
    code, out, _ = run(str(broken), "order-by-inquiry", "--lang", "en")
    assert code == 1
    assert f"{broken}/scenario.yaml:1:1" in out and "D103" in out
    assert "order-by-inquiry: stages" in out
