"""The desk: what the trainee does, what it takes, and what the customer makes of it.

An action that cannot be done leaves the case as it is and says why. Whether it was the right
thing to do is judged by the scorer.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from scenarios.acts import Act
from scenarios.language import Text
from scenarios.model import ActionKind, DeskRule, Occasion
from scenarios.week import WEEKDAYS, clock_of, day_of, minutes_of
from simulator.engine import texts
from simulator.engine.arguments import are_same, checked_arguments
from simulator.engine.clock import clock_text, day_name, minutes_ahead, minutes_until, spoken_time
from simulator.engine.endings import announced, end_by, hang_up
from simulator.engine.events import ActionTaken, EventError
from simulator.engine.holds import all_hold
from simulator.engine.identity import identity_problem
from simulator.engine.play import Play
from simulator.engine.pressure import handover_due
from simulator.engine.react import act_out, reaction_after
from simulator.engine.remember import answered_by_call, kept_by, minutes_to_agreed_call
from simulator.engine.report import moment
from simulator.engine.setup import Listener, Setup, Step
from simulator.engine.state import Deed, State

USUAL_SECONDS: Final = 20
HOLD_PATIENCE: Final = 60
"""Seconds on hold that a customer takes without having been told how long (2.7)."""
HOLD_GRACE: Final = 30
"""Seconds by which a hold may exceed what was announced."""
LONG_ACTION: Final = 120
"""Seconds from which a deed done while the customer waits must be announced."""
LONGEST_AHEAD: Final = 6 * 3600
"""Seconds; a call agreed for later than this is made early rather than waited for."""
_ANNOUNCES: Final = (Act.HOLD, Act.CHECK, Act.CONSENT, Act.CALL_BACK)
_SENDS_GOODS: Final = ("enter-order",)
"""Actions that send goods though they give nothing away."""
_LIVE: Final = ("phone", "visit", "chat")


def take_action(setup: Setup, state: State, event: ActionTaken, listener: Listener) -> Step:
    """Carry out a desk action; what a hand-over passes on is read like a reply.

    Raises EventError ``unknown-action``, ``unknown-argument``, ``missing-argument``,
    ``argument-too-long`` or ``bad-argument``.
    """
    kind = setup.shop.actions.get(event.action)
    if kind is None:
        raise EventError("unknown-action", action=event.action)
    args = checked_arguments(event.action, kind, event.args, state.weekday)
    play = Play(setup, state)
    play.set(inputs=state.inputs + 1, quiet=0)
    _name_the_day(play, kind, args)
    problem = _problem(play, event.action, kind, args) or _past(play, kind, args)
    if problem is not None:
        play.answer(event.action, False, problem)
    else:
        if event.action == "hand-over":
            play.set(passed_on=_named_in(listener, setup, state, args.get("summary", "")))
        _carry_out(play, event.action, kind, args)
    return play.finish()


def _named_in(listener: Listener, setup: Setup, state: State, summary: str) -> tuple[str, ...]:
    """Topics that a summary says are so; it may be written in catchwords, as notes are."""
    if not summary.strip():
        return ()
    reading = listener.read(summary, moment(setup, state))
    return tuple(sorted({found.topic for found in reading.topics if found.affirmed}))


def _problem(play: Play, action: str, kind: ActionKind, args: dict[str, str]) -> Text | None:
    """Why it cannot be done now; None if it can."""
    rule = play.scenario.desk.get(action)
    if rule is not None and not all_hold(rule.when, play.state):
        return rule.not_yet or texts.NOT_YET
    if action == "verify-identity":
        return identity_problem(play.scenario, play.state, args)
    if action == "hold" and play.channel not in _LIVE:
        return texts.NOTHING_TO_HOLD
    if action == "ring-customer" and rule is None and play.channel in ("phone", "visit"):
        return texts.ON_THE_LINE
    return _problem_with_giving(play, action, kind, args)


def _problem_with_giving(
    play: Play, action: str, kind: ActionKind, args: dict[str, str]
) -> Text | None:
    limit = play.setup.shop.agent_coupon_limit
    if action == "give-coupon" and int(args.get("amount", "0")) > limit:
        return texts.over_limit(limit)
    return texts.DONE_ALREADY if _done_already(play.state, action, kind, args) else None


def _done_already(state: State, action: str, kind: ActionKind, args: dict[str, str]) -> bool:
    """Whether the very same money or goods went out before; another sum is another deed."""
    if not (kind.costly or action in _SENDS_GOODS):
        return False
    return any(deed.action == action and are_same(args, deed.args) for deed in state.deeds)


_HALF_A_DAY: Final = 12 * 60
"""Minutes up to which a bare time of day that is behind the clock is meant for the coming night."""


def _times(kind: ActionKind, args: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Those of the arguments that are times."""
    for name, argument in kind.arguments.items():
        if argument.kind == "time" and name in args:
            yield name, args[name]


def _name_the_day(play: Play, kind: ActionKind, args: dict[str, str]) -> None:
    """A bare time that has passed today is one of tomorrow, and told so."""
    tomorrow = WEEKDAYS[(play.state.weekday + 1) % 7].capitalize()
    for name, time in _times(kind, args):
        clock = minutes_of(time)
        if clock is None or clock >= play.state.clock:
            continue
        if minutes_ahead(play.state.clock, clock) > _HALF_A_DAY:
            args[name] = f"{tomorrow} {time}"


def _past(play: Play, kind: ActionKind, args: dict[str, str]) -> Text | None:
    """A time of today that has passed, of which nobody can be reminded."""
    for _, time in _times(kind, args):
        clock = clock_of(time)
        if day_of(time) == play.state.weekday and clock is not None and clock < play.state.clock:
            return texts.time_passed(clock, play.state.clock)
    return None


def _carry_out(play: Play, action: str, kind: ActionKind, args: dict[str, str]) -> None:
    rule = play.scenario.desk.get(action)
    seconds = _seconds(play.state, action, args, rule)
    play.set(now=play.state.now + seconds)
    deed = Deed(
        action,
        args,
        play.state.turn,
        play.state.now,
        in_time=_in_time(play, rule, args),
        needless=_needless(play, action, kind, rule),
    )
    play.set(
        deeds=(*play.state.deeds, deed),
        commitments=kept_by(play.state, action),
        identity_checked=play.state.identity_checked or action == "verify-identity",
    )
    play.answer(action, True, _filled(rule.answer if rule else kind.usual, args))
    _consequences(play, action, seconds)


def _seconds(state: State, action: str, args: dict[str, str], rule: DeskRule | None) -> int:
    """How long it takes on the story's clock; a call that was agreed on waits for its time."""
    usual = rule.seconds if rule else USUAL_SECONDS
    if "seconds" in args:
        return int(args["seconds"])
    ahead = minutes_to_agreed_call(state) if action == "ring-customer" else None
    if ahead is None:
        return usual
    wait = ahead * 60
    return max(usual, wait) if wait <= LONGEST_AHEAD else usual


def _in_time(play: Play, rule: DeskRule | None, args: dict[str, str]) -> bool:
    now = play.state.now // 60
    latest = minutes_until(now, rule.latest) if rule and rule.latest else None
    ahead = minutes_until(now, args.get("time", ""))
    return latest is None or ahead is None or ahead <= latest


def _needless(play: Play, action: str, kind: ActionKind, rule: DeskRule | None) -> bool:
    """Whether it gives away what this case does not call for, or gives it a second time."""
    if not kind.costly:
        return False
    return rule is None or not rule.fits or play.state.was_done(action)


def _filled(text: Text, args: dict[str, str]) -> Text:
    """The desk's answer with the blank {time} filled from the action's argument."""
    time = args.get("time", "")
    minutes, day = clock_of(time), day_of(time)
    if minutes is None:
        return text
    japanese, english = spoken_time(minutes, "ja"), clock_text(minutes)
    if day is not None:
        japanese = f"{day_name(day, 'ja')}曜日の{japanese}"
        english = f"{english} on {_FULL_DAYS[day]}"
    return Text(text.ja.replace("{time}", japanese), text.en.replace("{time}", english))


_FULL_DAYS: Final = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def _consequences(play: Play, action: str, seconds: int) -> None:
    """What the customer notices, and where it leads."""
    match action:
        case "hold":
            _after_hold(play, seconds)
        case "ring-customer":
            _after_ringing(play)
        case "hand-over":
            _hand_over(play)
            return
        case "end-by-procedure":
            _end(play)
            return
        case _:
            _after_waiting(play, seconds)
    _react(play, action)


def _react(play: Play, action: str) -> None:
    fit = reaction_after(play, action)
    if fit is not None:
        play.shift(fit.reaction.mood)
        act_out(play, fit)


def _announced(play: Play) -> bool:
    log = play.state.heard
    return bool(log) and log[-1].has(*_ANNOUNCES)


def _after_waiting(play: Play, seconds: int) -> None:
    waits = play.channel in ("phone", "visit") and seconds >= LONG_ACTION
    if waits and not _announced(play):
        play.feel("held-unasked")


def _after_hold(play: Play, seconds: int) -> None:
    play.happen(texts.back_from_hold(seconds))
    if not _announced(play):
        play.feel("held-unasked")
    if seconds > max(HOLD_PATIENCE, _announced_seconds(play)) + HOLD_GRACE:
        play.feel("held-too-long")
        play.voice(Occasion.ON_HOLD_TOO_LONG)


def _announced_seconds(play: Play) -> int:
    """The longest wait that the last reply announced."""
    if not play.state.played:
        return 0
    slots = play.state.played[-1].reading.slots
    minutes = [int(s.value) for s in slots if s.kind == "duration" and s.value.isdecimal()]
    return 60 * max(minutes, default=0)


def _after_ringing(play: Play) -> None:
    commitments, kept, broken = answered_by_call(play.state)
    play.set(commitments=commitments)
    play.feel(*(["promise-kept"] if kept else []), *(["promise-broken"] if broken else []))


def _hand_over(play: Play) -> None:
    if not any(heard.has(Act.HAND_OVER) for heard in play.state.heard):
        play.feel("passed-on-cold")
    elif handover_due(play.setup, play.state):
        play.feel("supervisor-came")
    fit = reaction_after(play, "hand-over")
    if fit is not None:
        play.shift(fit.reaction.mood)
        act_out(play, fit)
    if not play.state.ended and (fit is None or fit.reaction.goes is None):
        end_by(play, "hand-over")


def _end(play: Play) -> None:
    if procedure_kept(play.state):
        play.happen(texts.CALL_ENDED_BY_STEPS)
        end_by(play, "procedure")
    else:
        hang_up(play)


def procedure_kept(state: State) -> bool:
    """Whether the contact may be ended now: abuse, then a request, then a warning, just said."""
    return state.abuse and announced(state) and state.turn - state.warned_turn <= 1


def require_open(state: State) -> None:
    """Raises EventError ``contact-over`` after the end."""
    if state.ended:
        raise EventError("contact-over")
