"""Where people stand with a drill: what counts, what is next, what the board shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from team_world import FIGURES, summary

from simulator.figures import Figures
from simulator.store.model import SessionSummary
from simulator.team.board import Live, make_board
from simulator.team.drill import Closing, Drill, DrillRecord, DrillScenario
from simulator.team.drill_standing import (
    Catalogue,
    Judging,
    PersonStanding,
    by_scorecard,
    open_drills,
    standing,
)

AT = datetime(2026, 5, 4, 8, 0, tzinfo=UTC)
NOW = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
DRILL = Drill(
    "260504-abc",
    "週次",
    (DrillScenario("late-parcel", "h"), DrillScenario("ribbon", "r")),
    seed=1,
)
RECORD = DrillRecord(DRILL, "lead", AT, ("mei",))
CATALOGUE = Catalogue({"late-parcel": "h", "ribbon": "r"}, "1")
GOOD = replace(FIGURES, total=82, passed=True, outcome="good")
POOR = replace(FIGURES, total=30, passed=False, outcome="poor")


def with_(**changes: Any) -> DrillRecord:
    return replace(RECORD, drill=replace(DRILL, **changes))


def played(name: str, figures: Figures | None = FIGURES, **more: Any) -> SessionSummary:
    return summary(name, figures, **{"occasion": "drill:260504-abc", **more})


def going(name: str, **more: Any) -> SessionSummary:
    return played(name, None, **{"state": "open", "ending": None, "ended_at": None, **more})


def stand(*summaries: SessionSummary, record: DrillRecord = RECORD, **more: Any) -> PersonStanding:
    return standing(record, "mei", summaries, more.pop("now", NOW), catalogue=CATALOGUE, **more)


def test_nothing_yet() -> None:
    """The first scenario is next."""
    found = stand()
    assert (found.state, found.done, found.overdue) == ("not-begun", 0, False)
    assert found.next is not None
    assert (found.next.scenario, found.next.session, found.next.again) == (
        "late-parcel",
        None,
        False,
    )


def test_only_contacts_of_this_drill_and_person_count() -> None:
    """Others' contacts, other occasions, redone and stopped ones change nothing."""
    found = stand(
        summary("s1", GOOD),
        summary("s2", GOOD, occasion="drill:260504-abcd"),
        summary("s3", GOOD, occasion="programme:260504-abc/1"),
        played("s4", GOOD, trainee="ken"),
        played("s5", GOOD, parent_session="s0", parent_turn=2),
        played("s6", None, ending="stopped"),
        played("s7", None, state="abandoned", ending=None),
        played("s8", GOOD, scenario_id="elsewhere"),
        record=with_(attempts=1),
    )
    assert (found.done, found.state) == (0, "not-begun")
    assert [s.left for s in found.scenarios] == [1, 1]


def test_the_best_attempt_is_what_counts() -> None:
    """The best total, the best ending and any pass; attempts are used up."""
    found = stand(
        played("s1", POOR),
        played("s2", GOOD),
        played("s3", FIGURES),
        record=with_(attempts=3),
    )
    first = found.scenarios[0]
    assert (first.state, first.passed, first.total, first.best) == ("done", True, 82, "s2")
    assert (first.outcome, first.used, first.left) == ("good", 3, 0)
    assert found.next is not None
    assert found.next.scenario == "ribbon"


def test_what_is_in_progress_comes_first() -> None:
    """A contact can be gone on with even where no attempt is left to begin."""
    record = with_(attempts=1)
    other = going("s1", scenario_id="ribbon", scenario_hash="r")
    found = stand(other, record=record)
    assert found.next is not None
    assert (found.next.scenario, found.next.session) == ("ribbon", "s1")
    assert found.scenarios[1].left == 0
    assert found.state == "in-progress"


def test_what_cannot_be_gone_on_with_is_begun_anew() -> None:
    """A contact with another text or engine holds nobody up and uses up no attempt."""
    for changed in ({"scenario_hash": "old"}, {"engine_version": "0"}):
        found = stand(going("s1", **changed), record=with_(attempts=1))
        assert found.next is not None
        assert (found.next.scenario, found.next.session) == ("late-parcel", None)


def test_after_all_is_done_what_was_not_passed_may_be_tried_again() -> None:
    """In order; where all is passed, or no attempt is left, nothing is next."""
    both = (played("s1", GOOD), played("s2", POOR, scenario_id="ribbon", scenario_hash="r"))
    again = stand(*both)
    assert again.state == "done"
    assert again.next is not None
    assert (again.next.scenario, again.next.again) == ("ribbon", True)
    assert stand(*both, record=with_(attempts=1)).next is None
    passed = played("s3", GOOD, scenario_id="ribbon", scenario_hash="r")
    assert stand(*both, passed).next is None


def test_a_pass_mark_takes_the_place_of_the_rubrics() -> None:
    """Total alone, but a breach that fails a contact still fails it."""
    gated = replace(GOOD, passed=False, gates=("personal-data",))
    judging = Judging(fails=frozenset({"personal-data"}))
    assert stand(played("s1", FIGURES), record=with_(pass_mark=60)).passed == 1
    assert stand(played("s1", GOOD), record=with_(pass_mark=90)).passed == 0
    assert stand(played("s1", gated), record=with_(pass_mark=60), judging=judging).passed == 0
    capped = replace(gated, gates=("needless-cost",))
    assert stand(played("s1", capped), record=with_(pass_mark=60), judging=judging).passed == 1


def test_the_leads_verdict_stands() -> None:
    """Both a total and a pass that a lead has decided on, whatever the mark."""
    raised = Judging(lambda s: (88, by_scorecard(s)[1]))
    found = stand(played("s1", FIGURES), record=with_(pass_mark=80), judging=raised)
    assert (found.passed, found.scenarios[0].total) == (1, 88)
    decided = Judging(lambda s: (by_scorecard(s)[0], True))
    assert stand(played("s1", POOR), record=with_(pass_mark=80), judging=decided).passed == 1
    refused = Judging(lambda s: (by_scorecard(s)[0], False))
    assert stand(played("s1", GOOD), record=with_(pass_mark=10), judging=refused).passed == 0


def test_a_contact_without_figures_is_done_and_not_passed() -> None:
    """A lost scorecard neither raises nor praises."""
    found = stand(played("s1", None))
    assert (found.done, found.passed, found.scenarios[0].total) == (1, 0, None)
    assert stand(replace(played("s1"), digest={"total": "?"})).done == 1


def test_overdue_and_late() -> None:
    """Overdue while something is missing; late for what came after; a clock set back helps nobody."""
    due = with_(due=datetime(2026, 5, 4, 9, 5, tzinfo=UTC))
    before = datetime(2026, 5, 4, 8, 30, tzinfo=UTC)
    assert not stand(record=due, now=before).overdue
    assert stand(record=due).overdue
    ended_after = played("s1", GOOD)  # ended at 9:10
    found = stand(ended_after, record=due, now=before)
    assert (found.overdue, found.late) == (True, True)
    done = stand(
        played("s1", GOOD, ended_at="2026-05-04T09:01:00+00:00"),
        played("s2", GOOD, scenario_id="ribbon", ended_at="2026-05-04T09:04:00+00:00"),
        record=due,
    )
    assert (done.overdue, done.late) == (False, False)


def test_a_closed_drill() -> None:
    """Nothing is next; what was begun before counts, what came later does not."""
    closed = replace(RECORD, closed=Closing(datetime(2026, 5, 4, 9, 5, tzinfo=UTC), "lead", ""))
    found = stand(
        played("s1", GOOD),
        played("s2", GOOD, scenario_id="ribbon", started_at="2026-05-04T09:06:00+00:00"),
        record=closed,
    )
    assert (found.done, found.closed, found.next) == (1, True, None)


def test_a_scenario_that_changed_or_vanished() -> None:
    """Played with the new text the result is marked; what is gone is passed over."""
    changed = Catalogue({"late-parcel": "new", "ribbon": "r"}, "1")
    found = standing(RECORD, "mei", [], NOW, catalogue=changed)
    assert found.next is not None
    assert found.next.text == "changed"
    later = standing(
        RECORD, "mei", [played("s1", GOOD, scenario_hash="new")], NOW, catalogue=changed
    )
    assert not later.scenarios[0].comparable
    assert later.scenarios[1].comparable
    gone = standing(RECORD, "mei", [], NOW, catalogue=Catalogue({"ribbon": "r"}, "1"))
    assert gone.next is not None
    assert (gone.next.scenario, gone.scenarios[0].text) == ("ribbon", "gone")
    assert standing(RECORD, "mei", [], NOW, catalogue=Catalogue({}, "1")).next is None


def test_another_way_of_playing_is_not_comparable() -> None:
    """Mode, intensity, language and customer are part of what was set."""
    record = with_(language="ja")
    for other in ({"mode": "guided"}, {"intensity": "mild"}, {"language": "en"}, {"seed": 2}):
        assert not stand(played("s1", GOOD, **other), record=record).scenarios[0].comparable
    assert stand(played("s1", GOOD), record=record).scenarios[0].comparable
    varied = with_(seed=None)
    assert stand(played("s1", GOOD, seed=99), record=varied).scenarios[0].comparable


def test_the_customer_of_the_next_attempt() -> None:
    """A varied drill has another customer for the second attempt, and the same after a stop."""
    varied = with_(seed=None)
    first, stopped = (
        stand(record=varied),
        stand(played("s1", None, ending="stopped"), record=varied),
    )
    assert first.next is not None
    assert stopped.next is not None
    assert first.next.seed == stopped.next.seed
    one = with_(seed=None, scenarios=DRILL.scenarios[:1])
    second = stand(played("s1", POOR), record=one)
    assert second.next is not None
    assert second.next.seed != first.next.seed


def test_ones_own_open_drills() -> None:
    """In progress first, then by due date, those without one last; retries after all of them."""

    def made(name: str, due: int | None, *mine: SessionSummary) -> tuple[DrillRecord, Any]:
        when = None if due is None else NOW + timedelta(days=due)
        record = replace(RECORD, drill=replace(DRILL, id=name, due=when))
        own = [replace(s, header=replace(s.header, occasion=f"drill:{name}")) for s in mine]
        return record, standing(record, "mei", own, NOW, catalogue=CATALOGUE)

    ribbon = {"scenario_id": "ribbon", "scenario_hash": "r"}
    pairs = [
        made("d-never", None),
        made("d-retry", 1, played("s1", POOR), played("s2", POOR, **ribbon)),
        made("d-late", 9),
        made("d-soon", 2),
        made("d-going", 20, going("s3")),
        made("d-passed", 1, played("s4", GOOD), played("s5", GOOD, **ribbon)),
    ]
    offers = open_drills([r for r, _ in pairs], {r.drill.id: s for r, s in pairs})
    assert [o.id for o in offers] == ["d-going", "d-soon", "d-late", "d-never", "d-retry"]
    assert (offers[0].done, offers[0].of, offers[0].next.session) == (0, 2, "s3")


states = st.lists(
    st.builds(
        played,
        st.text("abc", min_size=1, max_size=3),
        st.sampled_from((None, GOOD, POOR, FIGURES)),
        state=st.sampled_from(("open", "ended", "abandoned")),
        ending=st.sampled_from((None, "calm", "stopped")),
        ended_at=st.sampled_from((None, "", "soon", "2026-05-04T09:10:00+00:00", "9999-12-31")),
        scenario_id=st.sampled_from(("late-parcel", "ribbon", "other")),
        scenario_hash=st.sampled_from(("h", "r", "x")),
        started_at=st.sampled_from(("2026-05-04T09:00:00+00:00", "2031-01-01T00:00:00+09:00")),
    ),
    max_size=8,
)


@given(states, st.none() | st.integers(1, 3), st.datetimes(timezones=st.just(UTC)))
def test_no_history_raises(
    summaries: list[SessionSummary], attempts: int | None, now: datetime
) -> None:
    """Whatever is stored and whatever the clock says: figures that fit each other."""
    found = stand(*summaries, record=with_(attempts=attempts, due=NOW), now=now)
    assert 0 <= found.passed <= found.done <= len(found.scenarios)
    for one in found.scenarios:
        assert one.passed <= (one.used > 0)
        assert one.left is None or 0 <= one.left <= (attempts or 0)
    if found.next is not None and found.next.session is None and attempts is not None:
        of_next = next(s for s in found.scenarios if s.scenario == found.next.scenario)
        assert of_next.left
    make_board(RECORD, [("芽衣", found)], summaries, {}, now)


# ---------------------------------------------------------------- the board


def test_the_board_tells_who_is_where() -> None:
    """From the standing, and from what the contact in progress tells."""
    seen = datetime(2026, 5, 4, 11, 59, tzinfo=UTC)
    history = [played("s1", GOOD), going("s2", scenario_id="ribbon", scenario_hash="r")]
    people = [("芽衣", stand(*history)), ("健", standing(RECORD, "ken", [], NOW))]
    early = make_board(RECORD, people, history, {}, NOW)
    mei, ken = early.rows
    assert (mei.state, mei.scenario, mei.replies, mei.session) == ("in-call", "ribbon", None, "s2")
    assert (mei.done, mei.of, mei.total, mei.outcome) == (1, 2, 82, "good")
    assert (ken.state, ken.scenario, ken.seen) == ("not-begun", "late-parcel", None)
    assert (early.busy, early.finished) == (1, 0)
    live = make_board(RECORD, people, history, {"s2": Live(4, over=False, seen=seen)}, NOW).rows[0]
    assert (live.state, live.replies, live.seen) == ("in-call", 4, seen)
    note = make_board(RECORD, people, history, {"s2": Live(4, over=True, seen=seen)}, NOW).rows[0]
    assert note.state == "note"
    between = make_board(RECORD, [("芽衣", stand(history[0]))], history[:1], {}, NOW).rows[0]
    assert (between.state, between.scenario) == ("between", "ribbon")
    done = (history[0], played("s3", POOR, scenario_id="ribbon", scenario_hash="r"))
    finished = make_board(RECORD, [("芽衣", stand(*done))], done, {}, NOW)
    assert (finished.rows[0].state, finished.rows[0].scenario, finished.finished) == (
        "done",
        None,
        1,
    )
