"""Steps of a case that are put off until they no longer serve the customer.

By when a step serves is the scenario's to say (``latest``); a reply may put it at any time. Only what is
surely too late counts: of several times the earliest, and no date, for the story knows weekdays only.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from scenarios.acts import Act
from scenarios.language import Language
from scenarios.model import Scenario, TopicKind
from scenarios.values import changed
from scenarios.week import WEEKDAYS, minutes_of, minutes_of_week, time_of_day
from scoring.language.lazy_pattern import LazyPattern
from scoring.language.normalise import matching_form
from scoring.language.sentence_ends import sentences_of
from scoring.learned.acts import BY_EXAMPLE
from scoring.model import Clause, FoundAct, FoundTopic, Moment, Slot, Span
from scoring.per_case import per_case

_DAY: Final = 24 * 60
_WEEK: Final = 7 * _DAY
_NEAR: Final = 12
"""Characters between a day and a clock time that make one moment."""


def judged_by_time(
    topics: Sequence[FoundTopic],
    acts: Iterable[FoundAct],
    figures: Sequence[Slot],
    clauses: Sequence[Clause],
    moment: Moment,
) -> tuple[FoundTopic, ...]:
    """The topics; a step that is promised for too late a time is ``late``, and is not affirmed.

    A promise to call is the step that a call-back carries out, in whatever words.
    """
    serves = serves_by(moment.scenario, moment.language)
    told = [slot for slot in figures if not _left_open(slot, clauses)] if serves else []
    slots = _with_next_week(told, clauses, moment) if serves else ()
    if not serves or not slots:
        return tuple(topics)
    sentences = {n: numbers for numbers in sentences_of(clauses) for n in numbers}
    every = (*topics, *_calls(topics, acts, moment))
    late: list[FoundTopic] = []
    for found in every:
        by = serves.get(found.topic)
        if by is None or not found.affirmed or not _promised(clauses[found.clause]):
            continue
        here = sentences[found.clause]
        deed = moment.scenario.topics[found.topic].deed
        calls = deed == "book-callback"
        if deed in moment.done and not calls:
            continue  # it is carried out: the time is that of something else
        if calls and (moment.call_agreed or _told_in_time(by, moment)):
            continue  # the call that had to come in time is known: this is another one
        if calls and _tells_why(clauses[n] for n in here):
            continue
        if _time_of_another(found, every, slots, serves):
            continue
        others = [t.span for t in every if t.clause in here and t.span != found.span]
        times = [slot for slot in slots if slot.clause in here]
        said = _said_with(found.span, others, times, moment.language)
        if too_late(by, said, moment) and too_late(by, times, moment):
            late.append(found)
    sooner = {(f.topic, sentences[f.clause]) for f in topics if f.affirmed and f not in late}
    late = [f for f in late if (f.topic, sentences[f.clause]) not in sooner]
    kept = [found for found in topics if found not in late]
    marked = [changed(found, {"affirmed": False, "late": True}) for found in late]
    return tuple(sorted((*kept, *marked), key=lambda f: (f.span.place, f.topic)))


_OPEN_BEHIND: Final = LazyPattern(
    "^[^、。!?]{0,14}(?:かどうか|[うくすつぬむぶぐるいたの]か)(?:は|を|も|に(?:つ|関)|、|$)"
)
_TIME_TO: Final = LazyPattern(
    r"\b(?:can|could|may|free to|have)\b[^.!?]{0,60}\b(?:until|till?)\b|"
    "まで(?!に)[^。]{0,16}(?:いただけ|頂け|でき|なれ|お受け|返品|交換|お返し|お試し)"
)
"""How long the customer has for something: no time at which anything comes."""
_ROUND_THE_CLOCK: Final = LazyPattern(
    r"(?:24|twenty-four)[ -]hours? (?:a day|line|help ?line|hot ?line|number|service|desk)\b|24時間(?!以内|後|ほど|待|で)"
)
"""How long somebody can be reached for, and no time by which anything is done."""
_FOR_THEIR_DAY: Final = LazyPattern(
    r"\b(?:hurried|rushed|ready|done|finished|made|in time|there|need(?:ed)?|want(?:ed)?) (?:it |them )?(?:for|by|on) (?:your |the )?$"
)
"""Before a day that is the customer's own, for which something is to be ready."""
_OPEN_BEFORE: Final = LazyPattern(
    r"\b(?:whether|find out if|see if|ask if|check if)\b[^,.!?]{0,40}$"
)


_WHICH_ONE: Final = LazyPattern(
    r"^'?s (?:box|parcel|delivery|order|shipment|post|van|batch|one)\b|^(?:お届け|配達|発送)?の?(?:箱|分|便)(?:は|が|を|も|の|、)"
)


def _told_in_time(by: str, moment: Moment) -> bool:
    """Whether an earlier reply has named the very hour until which the call serves."""
    hour, _, minute = time_of_day(by).partition(":")
    forms = (f"{int(hour)}:{minute}", f"{int(hour)}時{int(minute)}分")
    said = matching_form(" ".join(moment.agent_said))
    return any(form in said for form in forms)


def _left_open(slot: Slot, clauses: Sequence[Clause]) -> bool:
    """A time that somebody is only to be asked about (「金曜に間に合うかは、工房に確かめます」), or that
    tells which one is meant: "tomorrow's box goes back"."""
    clause = clauses[slot.clause]
    text, begin = clause.text, clause.span.start
    if _TIME_TO.search(matching_form(text)):
        return True
    if slot.kind == "duration" and _ROUND_THE_CLOCK.match(
        matching_form(text[slot.span.start - begin :])
    ):
        return True
    behind = matching_form(text[slot.span.end - begin :])
    if _WHICH_ONE.search(behind):
        return True
    before = matching_form(text[: max(0, slot.span.start - begin)])
    if _OPEN_BEFORE.search(before) or _FOR_THEIR_DAY.search(before):
        return True
    return _OPEN_BEHIND.search(behind) is not None


_NEXT_WEEK: Final = LazyPattern(r"(?:来|翌)週|\bnext week\b|\ba week on\b")
_BESIDE: Final = 6
"""Characters between "next week" and the weekday that it belongs to."""


def _with_next_week(
    slots: Sequence[Slot], clauses: Sequence[Clause], moment: Moment
) -> tuple[Slot, ...]:
    """The times, with weekdays of the week after counted from today; "next week" alone begins on its
    Monday."""
    result = list(slots)
    start = minutes_of_week(_starts(moment))
    weekday = 0 if start is None else start // _DAY
    for number, clause in enumerate(clauses):
        for found in _NEXT_WEEK.finditer(matching_form(clause.text)):
            at = Span(clause.span.start + found.start(), clause.span.start + found.end())
            named = [s for s in slots if s.value in WEEKDAYS and _gap(s.span, at) <= _BESIDE]
            result = [slot for slot in result if slot not in named]
            for slot in named or [Slot("day", WEEKDAYS[0], at, number, in_case=False)]:
                ahead = 7 - weekday + WEEKDAYS.index(slot.value)
                result.append(changed(slot, {"value": f"+{ahead}"}))
    return tuple(result)


def _gap(one: Span, other: Span) -> int:
    """Characters between two spans; below 0 where they overlap."""
    first, second = sorted((one, other))
    return second.start - first.end


_WHY: Final = LazyPattern(
    r"原因|なぜ|経緯|理由|いきさつ|どうして|\b(?:why|cause|reason|how (?:it|this|that) (?:happened|came)|what (?:happened|went wrong))\b"
)


def _tells_why(sentence: Iterable[Clause]) -> bool:
    """What went wrong, and how, may be told at any time."""
    return _WHY.search(matching_form(" ".join(clause.text for clause in sentence))) is not None


def _calls(
    topics: Iterable[FoundTopic], acts: Iterable[FoundAct], moment: Moment
) -> Iterator[FoundTopic]:
    """A step for every promise to call that names none, where the stage expects it; what only examples
    tell, where no other step is named."""
    scenario, stage = moment.scenario, moment.scenario.stages.get(moment.stage or "")
    name = next((n for n, t in scenario.topics.items() if t.deed == "book-callback"), None)
    if stage is None or (stage.expects and name not in stage.expects):
        return
    named = {found.clause for found in topics if found.topic == name}
    steps = {n for n, t in scenario.topics.items() if t.kind is TopicKind.STEP}
    for act in acts:
        if name is None or act.act is not Act.CALL_BACK or act.clause in named:
            continue
        if act.rule != BY_EXAMPLE or steps.isdisjoint(act.about):
            yield FoundTopic(name, act.span, act.clause, affirmed=True, own_words=True)


def _time_of_another(
    step: FoundTopic, every: Iterable[FoundTopic], slots: Iterable[Slot], serves: Mapping[str, str]
) -> bool:
    """The clause says something else as well that may come at any time, and the hour is one that the
    case knows: "you get a letter from the desk by 17:00 tomorrow" puts no report off."""
    clocks = [s for s in slots if s.clause == step.clause and s.kind == "clock"]
    known = bool(clocks) and all(slot.in_case for slot in clocks)
    return known and any(
        other.clause == step.clause and other.affirmed and other.topic not in serves
        for other in every
    )


def _said_with(
    step: Span, others: Sequence[Span], slots: Sequence[Slot], language: Language
) -> list[Slot]:
    """The times of a step, up to what is named next: English puts them behind it, Japanese before
    it; on the other side they may stand where nothing else is named there."""
    behind = [o.start if o.start >= step.end else o.end for o in others if o.end > step.end]
    before = [o.end if o.end <= step.start else o.start for o in others if o.start < step.start]
    following = [s for s in slots if step.start <= s.span.start < min(behind, default=sys.maxsize)]
    leading = [s for s in slots if max(before, default=0) <= s.span.start < step.start]
    if language == "en":
        return following or ([] if before else leading)
    return leading or ([] if behind else following)


@per_case
def serves_by(scenario: Scenario, _language: Language) -> Mapping[str, str]:
    """The steps that serve for a time only, with that time."""
    steps = (item for item in scenario.topics.items() if item[1].kind is TopicKind.STEP)
    return {name: topic.latest for name, topic in steps if topic.latest is not None}


def too_late(by: str, times: Iterable[Slot], moment: Moment) -> bool:
    """Whether the earliest of the *times* lies after *by* ('Wed 14:00')."""
    wanted, start = minutes_of_week(by), minutes_of_week(_starts(moment))
    if wanted is None or start is None:
        return False
    today = start - start % _DAY
    now = start if moment.clock is None else today + moment.clock
    earliest = _earliest(list(times), today, now, moment.language)
    return earliest is not None and earliest > now + (wanted - now) % _WEEK


def _starts(moment: Moment) -> str:
    stage = moment.scenario.stages.get(moment.stage or "")
    return (stage.starts if stage else None) or moment.scenario.starts


def _earliest(times: Sequence[Slot], today: int, now: int, language: Language) -> int | None:
    """In minutes of the week's count; None where there is no time, or one that cannot be placed."""
    if any(slot.kind == "date" for slot in times):
        return None
    days = [slot for slot in times if slot.kind == "day"]
    clocks = [slot for slot in times if slot.kind == "clock"]
    possible = [now + int(slot.value) for slot in times if slot.kind == "duration"]
    for day in days:
        begins = today + _days_from(today, day.value) * _DAY
        of_day = [_minutes(clock) for clock in clocks if _together(day, clock, language)]
        possible.append(begins + min(of_day, default=0))
    for clock in clocks:
        if not any(_together(day, clock, language) for day in days):
            possible.append(today + _minutes(clock))
    return min(possible, default=None)


def _together(day: Slot, clock: Slot, language: Language) -> bool:
    """Tomorrow morning at ten, 明日の朝10時: one moment and not two; in Japanese the day comes first."""
    if language == "ja" and day.span.start > clock.span.start:
        return False
    return _gap(day.span, clock.span) <= _NEAR


def _days_from(today: int, day: str) -> int:
    if day in WEEKDAYS:
        return (WEEKDAYS.index(day) - today // _DAY) % 7
    return int(day)


def _minutes(clock: Slot) -> int:
    return minutes_of(clock.value) or 0


def _promised(clause: Clause) -> bool:
    return not (clause.question or clause.conditional)
