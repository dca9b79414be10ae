"""Verdicts as people read them: the same values and lines on every door."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from scenarios.language import Language, Text
from scoring.model import DIMENSIONS
from simulator.team.verdict import WHOLE, Effective
from simulator.words.review import REVIEW

if TYPE_CHECKING:
    from simulator.figures import Figures
    from simulator.team.verdict import Overruling, Remark, Value, Verdict

__all__ = [
    "effective_of",
    "item_title",
    "place_name",
    "remark_lines",
    "result_text",
    "value_text",
    "verdict_lines",
]


def value_text(value: Value, language: Language) -> str:
    """A score, a level, or whether it was passed."""
    if value is None:
        return REVIEW.say("value.none", language)
    if isinstance(value, int) and not isinstance(value, bool):
        return REVIEW.say("value.points", language, points=value)
    key = f"value.{value}"
    return REVIEW.say(key, language) if key in REVIEW.table else str(value)


def item_title(item: str, titles: Mapping[str, Text], language: Language) -> str:
    """What is judged, as people call it; its id where it has no name."""
    if item in titles:
        return titles[item].of(language)
    key = f"item.{item}"
    return REVIEW.say(key, language) if key in REVIEW.table else item


def place_name(turn: int, language: Language) -> str:
    return REVIEW.say("reply", language, turn=turn) if turn else REVIEW.say("whole", language)


def result_text(result: Effective, language: Language, mark: int | None = None) -> str:
    """Pass or not, total, and the three dimensions on one line; *mark* of a drill that decides it."""
    scores = {str(d): value_text(result.scores.get(d), language) for d in DIMENSIONS}
    passed = value_text("stopped" if result.passed is None else result.passed, language)
    total = value_text(result.total, language)
    told = REVIEW.say("result", language, passed=passed, total=total, **scores)
    return told if mark is None else told + REVIEW.say("mark", language, mark=mark)


def effective_of(figures: Figures) -> Effective:
    """The engine's own figures in the form of what stands."""
    return Effective(figures.total, figures.result, figures.scores)


def by_text(one: Overruling | Remark, language: Language) -> str:
    """Who, by login, and when; a store of one's own knows no names."""
    if not one.author:
        return REVIEW.say("lead.at", language, at=one.at[:10])
    return REVIEW.say("lead.by", language, author=one.author, at=one.at[:10])


def override_lines(
    one: Overruling, verdict: Verdict, titles: Mapping[str, Text], language: Language
) -> Iterator[str]:
    """What was overruled, by whom, and why."""
    judgement = verdict.judgement(one.turn, one.item)
    item, lead = item_title(one.item, titles, language), value_text(one.value, language)
    if one.undone_by is not None:
        yield REVIEW.say("lead.undone", language, item=item, lead=lead)
        return
    engine = value_text(judgement.engine if judgement else None, language)
    told = REVIEW.say("lead.override", language, item=item, engine=engine, lead=lead)
    yield told + by_text(one, language)
    yield "  " + REVIEW.say("lead.reason", language, reason=one.reason)


def remark_lines(verdict: Verdict, turn: int, language: Language) -> Iterator[str]:
    """Comments, requests for a second look and their answers, about one reply or the whole."""
    stop = REVIEW.say("stop", language)
    for remark in verdict.comments:
        if remark.turn == turn:
            head = REVIEW.say("lead.comment", language)
            yield f"{head}{by_text(remark, language)}{stop}{remark.text}"
    for request in verdict.requests:
        if request.turn != turn:
            continue
        head = REVIEW.say("lead.asked", language)
        yield f"{head}{by_text(request, language)}{stop}{request.text}"
        answer = verdict.answers.get(request.fact)
        if answer is None:
            yield "  " + REVIEW.say("lead.waits", language)
        else:
            key = "lead.upheld" if answer.upheld else "lead.changed"
            told = REVIEW.say(key, language) + by_text(answer, language)
            if request.fact in verdict.answered_anew:
                told += REVIEW.say("lead.anew", language)
            yield f"  {told}{stop}{answer.text}"
    if turn in verdict.disputed:
        yield REVIEW.say("lead.disputed", language)


def verdict_lines(
    verdict: Verdict, turn: int, titles: Mapping[str, Text], language: Language
) -> list[str]:
    """Everything that leads found, and trainees asked, about one reply or the whole contact."""
    lines: list[str] = []
    standing = {j.by.fact for j in verdict.overruled if j.by}
    for one in verdict.history:
        if one.turn == turn and (one.fact in standing or one.undone_by is not None):
            lines += override_lines(one, verdict, titles, language)
    lines += remark_lines(verdict, turn, language)
    if turn == 0:
        for fact in verdict.reviewed[-1:]:
            lines.append(REVIEW.say("lead.reviewed", language, author=fact.author, at=fact.at[:10]))
        if verdict.differs:
            result = result_text(verdict.effective, language)
            lines.append(REVIEW.say("lead.counts", language, result=result))
        if verdict.differs and verdict.effective.passed is (not verdict.by_rules):
            decided = verdict.judgements[WHOLE, "passed"].by is not None
            key = "lead.rules-differ-decided" if decided else "lead.rules-differ"
            shown = value_text(verdict.by_rules, language)
            lines.append(REVIEW.say(key, language, by_rules=shown))
    return lines
