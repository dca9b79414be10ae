"""What stands for a session: the engine's figures, and what leads decided about them."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from team_world import FIGURES, fact, rules

from scoring.model import DIMENSIONS
from simulator.figures import CriterionFigures
from simulator.store.model import Fact
from simulator.team.verdict import verdict_of

S = "s1"


def over(item: str, value: object, turn: int = 0, **more: str) -> Fact:
    return fact("override", S, criterion=item, turn=turn, **{"is": value, "reason": "r", **more})


def test_without_facts_the_engine_stands() -> None:
    verdict = verdict_of(S, FIGURES, [], rules())
    assert (verdict.effective.total, verdict.effective.passed) == (FIGURES.total, FIGURES.passed)
    assert verdict.effective.scores == FIGURES.scores
    assert not verdict.differs and not verdict.overruled


def test_an_overruled_dimension_moves_the_total_as_the_rubric_does() -> None:
    # 40*.35 + 80*.30 + 70*.35 = 62.5 by the engine; empathy 80 makes 76.5.
    verdict = verdict_of(S, FIGURES, [over("empathy", 80)], rules())
    assert verdict.effective.scores == {"empathy": 80, "policy": 80, "resolution": 70}
    assert verdict.effective.total == 77
    assert verdict.engine.total == 63
    assert verdict.judgements[0, "empathy"].engine == 40
    assert verdict.differs


def test_passed_is_changed_by_nothing_but_its_own_overruling() -> None:
    raised = verdict_of(S, FIGURES, [over("empathy", 80)], rules())
    assert raised.by_rules and not raised.effective.passed
    decided = verdict_of(S, FIGURES, [over("empathy", 80), over("passed", True)], rules())
    assert decided.effective.passed and decided.judgements[0, "passed"].by is not None


def test_a_total_that_is_overruled_itself_stands() -> None:
    verdict = verdict_of(S, FIGURES, [over("total", 90), over("empathy", 10)], rules())
    assert verdict.effective.total == 90


def test_caps_hold_on_when_a_dimension_is_raised() -> None:
    gated = replace(FIGURES, total=59, gates=("blame",))
    assert verdict_of(S, gated, [over("empathy", 100)], rules()).effective.total == 59
    # A cap that bit, of which the figures do not tell the cause, is the total itself.
    capped = replace(FIGURES, scores={**FIGURES.scores, "empathy": 95}, total=79)
    assert verdict_of(S, capped, [over("empathy", 100)], rules()).effective.total == 79
    no_note = replace(FIGURES, criteria={"note": CriterionFigures("resolution", 0, 10)})
    assert verdict_of(S, no_note, [over("empathy", 100)], rules()).effective.total == 79


def test_a_failed_gate_is_no_pass_by_the_rules() -> None:
    gated = replace(FIGURES, gates=("hostility",))
    assert not verdict_of(S, gated, [over("empathy", 100)], rules()).by_rules


def test_what_is_taken_back_no_longer_counts_and_stays_in_the_history() -> None:
    first, second = over("empathy", 80), over("empathy", 90)
    undone = fact("override-undone", S, fact=second.id)
    verdict = verdict_of(S, FIGURES, [first, second, undone], rules())
    assert verdict.effective.scores["empathy"] == 80
    assert [one.undone_by for one in verdict.history] == [None, undone.id]
    both = [first, second, undone, fact("override-undone", S, fact=first.id)]
    assert not verdict_of(S, FIGURES, both, rules()).differs


def test_criteria_are_overruled_by_reply_and_whole_and_move_nothing_else() -> None:
    facts = [over("names-feeling", "met", turn=1), over("names-feeling", "not-met")]
    verdict = verdict_of(S, FIGURES, facts, rules())
    assert verdict.judgements[1, "names-feeling"].value == "met"
    assert verdict.judgements[1, "names-feeling"].engine == "missed"
    assert verdict.judgements[0, "names-feeling"].value == "missed"
    assert not verdict.differs


def test_values_that_cannot_be_are_passed_over() -> None:
    bad = [over("total", 140), over("total", True), over("empathy", "met"), over("passed", 1),
           over("names-feeling", "superb"), over("passed", True, turn=2), over("", "met")]  # fmt: skip
    verdict = verdict_of(S, FIGURES, bad, rules())
    assert verdict.history == () and not verdict.differs


def test_requests_stay_open_until_they_are_answered() -> None:
    one = fact("second-look", S, author="mei", turn=2, text="?")
    two = fact("second-look", S, author="mei", turn=1, text="!")
    answer = fact("second-look-answered", S, fact=one.id, upheld=False, text="you are right")
    verdict = verdict_of(S, FIGURES, [one, two, answer, fact("comment", S, text="hm")], rules())
    assert [r.fact for r in verdict.open_requests] == [two.id]
    assert verdict.answers[one.id].upheld is False
    assert [c.text for c in verdict.comments] == ["hm"]


def test_facts_of_other_sessions_do_not_count() -> None:
    other = fact("override", "s2", criterion="total", turn=0, **{"is": 99})
    assert not verdict_of(S, FIGURES, [other], rules()).differs


@given(st.dictionaries(st.sampled_from(DIMENSIONS), st.integers(0, 100), min_size=1))
def test_the_total_stays_between_the_dimensions(values: dict[str, int]) -> None:
    verdict = verdict_of(S, FIGURES, [over(d, v) for d, v in values.items()], rules())
    scores = [s for s in verdict.effective.scores.values() if s is not None]
    assert min(scores) <= (verdict.effective.total or 0) <= max(scores)
