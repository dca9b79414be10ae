"""What a reply does: it is heard, felt, remembered and answered, in this order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from scenarios.acts import Act, Breach
from scenarios.model import Occasion, Said, TopicKind
from scenarios.text import TextTooLong, check_reply_length, clean_text
from scoring.model import Moment, PlayedTurn, Reading
from scoring.reading.direct_answers import answers_outright
from simulator.engine import texts
from simulator.engine.asked import (
    answers,
    asked_in_vain,
    asked_itself,
    asked_topics,
    proposed_topics,
    put_right_in_vain,
    vouched_in_vain,
    what_is_asked,
)
from simulator.engine.asked_words import Asked
from simulator.engine.besides import answer_besides, asked_besides
from simulator.engine.causes import HEATS
from simulator.engine.clock import clock_text, reply_seconds
from simulator.engine.cools import cools
from simulator.engine.courtesy import only_courtesies
from simulator.engine.endings import goes_now, leave
from simulator.engine.events import CustomerSpoke, EventError
from simulator.engine.hear import hear, is_mute, matches_any
from simulator.engine.heats import heats
from simulator.engine.hidden import facts_to_tell, tell, told_now
from simulator.engine.impression import Impression, apology_objects, seen_deeds
from simulator.engine.manner import speaks_plainly
from simulator.engine.mood import TENSE
from simulator.engine.play import MOST_UTTERANCES, Play
from simulator.engine.react import (
    STRONG,
    Fit,
    act_out,
    by_nature,
    go,
    occasions,
    outside_event,
    reaction_to,
    say_something,
)
from simulator.engine.remember import agent_name, commitments_in, remembered, reminded
from simulator.engine.setup import Listener, Setup, Step
from simulator.engine.state import Heard, State

KEEPS_BACK_AFTER: Final = ("insulted", "threatened", "mocked", "blamed", "calmed-down")
"""After one of these a customer confides nothing in this turn."""
_IGNORED: Final = ("ignored", "ignored-again")
"""After one of these it is all the same told that a question cannot be answered."""
_FIGURES: Final = ("clock", "day", "date", "duration", "amount")
_NEVER_AGREED: Final = (TopicKind.LIMIT, TopicKind.FORBIDDEN, TopicKind.UNCERTAIN)
"""What nobody should offer or put to the choice: only the scenario knows what is said to that."""
_COMES_AT_ONCE: Final = ("send-email", "send-payment-link", "enter-order")
"""Deeds after which something is in the customer's inbox."""
_GREETINGS: Final = frozenset({Act.GREET, Act.INTRODUCE, Act.THANK})
_ASKED: Final = frozenset({Act.ASK, Act.VERIFY, Act.CHOICE, Act.CONSENT})


def take_reply(setup: Setup, state: State, text: str, moment: Moment, listener: Listener) -> Step:
    """Play a reply; raises EventError ``reply-empty`` or ``reply-too-long``."""
    words = _checked(text)
    reading = listener.read(words, moment)
    play = _spoken(setup, state, words, reading, moment)
    felt = listener.as_felt(reading, moment)
    heard = hear(felt, play.state, setup.scenario)
    new = commitments_in(felt, play.state, setup.scenario)
    impression = Impression(setup, play.state, felt, heard, new)
    names = tuple(dict.fromkeys((*heats(impression), *cools(impression))))
    _keep(play, impression, names)
    play.feel(*names)
    extra = tuple(_extra_occasions(impression))
    _respond(play, heard, names, extra)
    return play.finish()


def _checked(text: str) -> str:
    try:
        check_reply_length(text)
    except TextTooLong as error:
        raise EventError(
            "reply-too-long", count=str(error.count), limit=str(error.limit)
        ) from error
    words = clean_text(text)
    if not any(character.isprintable() and not character.isspace() for character in words):
        raise EventError("reply-empty")
    return words


def _spoken(setup: Setup, state: State, words: str, reading: Reading, moment: Moment) -> Play:
    """The play as it stands when the words have been said and nothing has come of them yet."""
    play = Play(setup, state)
    seconds = reply_seconds(play.channel, words, setup.language)
    play.set(
        turn=state.turn + 1,
        inputs=state.inputs + 1,
        now=state.now + seconds,
        quiet=0,
        silence_level=0,
        cooled=0,
        played=(*state.played, PlayedTurn(moment, words, reading)),
    )
    play.write("agent", words)
    return play


def _keep(play: Play, h: Impression, names: tuple[str, ...]) -> None:
    """Note in the state what was heard, said, asked and promised."""
    state, heard = play.state, h.heard
    commitments = reminded(state, play.scenario) if "not-done" in names else state.commitments
    asked = dict(state.asked)
    for topic in heard.about(Act.ASK):
        asked[topic] = asked.get(topic, 0) + 1
    play.set(
        heard=(*state.heard, heard),
        commitments=remembered(replace(state, commitments=commitments), h.new),
        agent=agent_name(h.reading, h.setup.scenario) or state.agent,
        asked=asked,
        apologies=(*state.apologies, *apology_objects(heard)),
        noticed=tuple(sorted({*state.noticed, *seen_deeds(h)})),
        boundary_turn=_boundary_turn(state, heard),
        warned_turn=state.turn if heard.has(Act.WARN) else state.warned_turn,
        entitled="threat-rewarded" in names,
        demands=state.demands + ("entitled" in names),
        ignored=0 if heard.news else state.ignored + 1,
    )


def _boundary_turn(state: State, heard: Heard) -> int:
    if heard.has(Act.BOUNDARY) and state.abuse and not state.boundary_turn:
        return state.turn
    return state.boundary_turn


def _extra_occasions(h: Impression) -> Iterable[Occasion]:
    if h.has(Act.WARN) and h.state.abuse:
        yield Occasion.WARNED
    # "So you'll really ring at two?": a tense customer tests a time that was just named.
    if h.state.mood.anger >= TENSE and any(c.clock is not None for c in h.new):
        yield Occasion.HOLDS_TO_WORD


# ---------------------------------------------------------------- the answer


def _respond(play: Play, heard: Heard, names: tuple[str, ...], extra: tuple[Occasion, ...]) -> None:
    if _outside(play) or play.state.ended:
        return
    fit = reaction_to(play, heard)
    names = (*names, *_ignored(play, heard, names, fit))
    if fit:
        play.shift(fit.reaction.mood)
    if goes_now(play) and not _ends(play, fit):
        leave(play)
        return
    felt = occasions(names, (*extra, *_softened(play)))
    if not _ends(play, fit):
        _answer_questions(play, heard, names, felt, fit)
    answers_back = not _keeps_to_themselves(play, names)
    now = play.state.played[-1]
    asked = None
    if answers_back:
        asked = what_is_asked(now.reading, play.scenario, now.moment.customer_said)
    besides = asked_besides(play, heard, fit, asked) if answers_back else None
    besides = _react(play, fit, besides)
    if play.state.ended:
        return
    if asked is not None:
        _answer_what_is_asked(play, asked, fit, besides)
    _fill(play, felt)
    if answers_back and asked is None:
        _answer_the_unforeseen(play, names, fit, besides)
    if answers_back:
        _take_up_what_is_put_right(play, fit)
        _ask_after_a_promise(play, heard, fit)


def _react(play: Play, fit: Fit | None, besides: Fit | None) -> Fit | None:
    """Act the reaction out, with the answer to a question *besides* before it; what was answered so."""
    before = len(play.outputs)
    if fit:
        act_out(play, fit)
    return besides if besides and answer_besides(play, besides, before) else None


def _outside(play: Play) -> bool:
    """Let the event of this turn happen; true where it takes the contact elsewhere."""
    found = outside_event(play)
    if found is None:
        return False
    name, event = found
    play.set(fired=(*play.state.fired, name))
    play.shift(event.mood, in_full=True)
    play.say(f"event.{name}", event.says)
    go(play, event.goes)
    return event.goes is not None


def _ends(play: Play, fit: Fit | None) -> bool:
    return fit is not None and fit.reaction.goes in play.scenario.endings


def _ignored(play: Play, heard: Heard, names: tuple[str, ...], fit: Fit | None) -> tuple[str, ...]:
    """The cause of having been ignored, where the reply brought nothing at all."""
    reached = fit is not None and not fit.is_weak
    kind = heard.tone == "kind" or heard.has(Act.CLOSE, Act.THANK)
    polite = play.state.mood.anger < TENSE and kind
    if heard.news or reached or polite or any(name in HEATS for name in names):
        return ()
    if _names_figure(play) or _keeps_to_it(play) or _answers_outright(play):
        return ()
    cause = "ignored" if play.state.ignored < 2 else "ignored-again"
    acts = {act for act, _ in heard.acts}
    only_greets = play.state.turn == 1 and bool(acts) and acts <= _GREETINGS
    if only_greets or only_courtesies(play.state.played[-1].reading):
        cause = "kept-waiting"
    play.feel(cause)
    return (cause,)


def _names_figure(play: Play) -> bool:
    """Whether the reply names a time or a sum for the first time: short as it is, it is an answer."""
    *before, now = ({(s.kind, s.value) for s in p.reading.slots} for p in play.state.played)
    return any(kind in _FIGURES for kind, _ in now.difference(*before))


def _keeps_to_it(play: Play) -> bool:
    """Whether the reply names the time of a call that has been promised: it holds to its word."""
    promised = {clock_text(c.clock) for c in play.state.commitments if c.clock is not None}
    return any(
        s.kind == "clock" and s.value in promised for s in play.state.played[-1].reading.slots
    )


def _answers_outright(play: Play) -> bool:
    """Whether the reply says yes or no to what was asked last: nobody was passed over."""
    now = play.state.played[-1]
    said = now.moment.customer_said[-1:]
    return any(answers_outright(now.reply, line, play.setup.language) for line in said)


def _softened(play: Play) -> tuple[Occasion, ...]:
    before = play.state.moods[-1].mood.anger if play.state.moods else 0
    return (Occasion.SOFTENED,) if before >= TENSE > play.state.mood.anger else ()


def _answer_questions(
    play: Play,
    heard: Heard,
    names: tuple[str, ...],
    felt: tuple[Occasion, ...],
    fit: Fit | None,
) -> None:
    """What comes before the reaction: a sharp word, the items of identity, a hidden fact."""
    keeps_back = any(name in KEEPS_BACK_AFTER for name in names)
    identity = not keeps_back and _states_identity(play, heard)
    anyway = fit.reaction.tells if fit is not None and fit.reaction.says is not None else ()
    facts = () if keeps_back else facts_to_tell(play, heard, anyway)
    strong = tuple(occasion for occasion in felt if occasion in STRONG)
    if strong and not _blame_answered(play, fit) and _leaves_room(fit, identity + len(facts)):
        by_nature(play, strong)
    if identity:
        play.set(identity_stated=True)
        states = play.scenario.identity.states
        play.say("identity", Said(any=states) if states else None)
    for fact in facts:
        tell(play, fact)


_WANTS_WORDS: Final[frozenset[Asked]] = frozenset(
    {"number", "so", "where", "consent", "time", "reach", "choice", "deed", "else"}
)
"""Questions that a reaction to what they are about answers only by its own words: "Right, a call" names
no time."""
_ONLY_CALM: Final[frozenset[Asked]] = frozenset({"else", "deed"})
"""Questions that somebody who is cross leaves open."""


def _answer_what_is_asked(play: Play, asked: Asked, fit: Fit | None, besides: Fit | None) -> None:
    """Answer before all else what anybody could answer, where what was said passes it over."""
    reading = play.state.played[-1].reading
    proposed = {play.scenario.topics[topic].kind for topic in proposed_topics(reading)}
    if asked not in ("number", "right") and not proposed.isdisjoint(_NEVER_AGREED):
        return
    about = asked_topics(reading)
    foreseen = _answers_the_question(play, fit, besides, about, yes=asked in _WANTS_WORDS)
    if foreseen and asked != "right":
        return
    if asked in _ONLY_CALM and play.state.mood.anger >= TENSE:
        return
    if not answers(asked, _said(play), reading):
        what = "not-come" if asked == "came" and not _has_sent_something(play) else asked
        _say_first(play, f"asked.{what}", what)


def _has_sent_something(play: Play) -> bool:
    """Whether anything has gone out from the desk that comes at once."""
    return any(map(play.state.was_done, _COMES_AT_ONCE))


def _answer_the_unforeseen(
    play: Play, names: tuple[str, ...], fit: Fit | None, besides: Fit | None
) -> None:
    """A word at least to a question of which no scenario knows anything."""
    heard, hidden = play.state.heard[-1], play.scenario.hidden
    told = heard.has(Act.VERIFY)  # whoever is asked who they are says so
    told = told or any(matches_any(hidden[fact].asked_by, heard) for fact in told_now(play))
    hurt = any(name in HEATS for name in names if name not in _IGNORED)
    reading = play.state.played[-1].reading
    about = asked_itself(reading)
    if told or hurt or _answers_the_question(play, fit, besides, about, yes=False):
        return
    in_vain = asked_in_vain(reading, play.scenario, _said(play))
    if in_vain == "themselves" and fit is not None:
        in_vain = "private"  # "why do you ask?" wants an answer before anything else is said
    if in_vain is not None:
        _say_first(play, f"asked.{in_vain}", in_vain)


def _take_up_what_is_put_right(play: Play, fit: Fit | None) -> None:
    """Nobody passes over that they were told something else before."""
    about = () if fit is None else fit.about
    if put_right_in_vain(play.state.played[-1].reading, about, _said(play)):
        _say_first(play, "put-right", "put-right")


def _ask_after_a_promise(play: Play, heard: Heard, fit: Fit | None) -> None:
    """Nobody passes over that something uncertain was promised them, or put to them as a hope: they ask whether
    it is so, where the scenario has no reaction to how certain it was."""
    foreseen = fit is not None and Act.CERTAIN in fit.heard_what
    if heard.vouches == "nothing" or foreseen:
        return
    if vouched_in_vain(play.setup.language, _said(play)):
        play.say(heard.vouches, _words_for(play, heard.vouches))


def _say_first(play: Play, base: str, what: texts.Answered) -> None:
    play.say_first(play.next_line(base, _words_for(play, what)))


def _words_for(play: Play, what: texts.Answered) -> Said:
    plainly = speaks_plainly(play.setup.persona, play.setup.language)
    return texts.said_to(what, plainly=plainly)


def _said(play: Play) -> str:
    return " ".join(o.text for o in play.outputs if isinstance(o, CustomerSpoke))


def _keeps_to_themselves(play: Play, names: tuple[str, ...]) -> bool:
    return is_mute(play.state.played[-1].reading) or any(n in KEEPS_BACK_AFTER for n in names)


def _answers_the_question(
    play: Play, fit: Fit | None, besides: Fit | None, about: frozenset[str], *, yes: bool
) -> bool:
    """Whether the scenario's own reaction is one to a question, or to what the question is *about*, or the
    answer *besides* it is; whoever is calm says *yes* to what is offered all the same."""
    if besides is not None and not about.isdisjoint(besides.about):
        return True
    if fit is None:
        return False
    agrees = yes and play.state.mood.anger < TENSE
    return not _ASKED.isdisjoint(fit.heard_what) or not (agrees or about.isdisjoint(fit.about))


def _states_identity(play: Play, heard: Heard) -> bool:
    return heard.has(Act.VERIFY) and not play.state.identity_stated


def _blame_answered(play: Play, fit: Fit | None) -> bool:
    """Whether the reaction answers to blame that the scenario knows in particular."""
    about = () if fit is None else fit.about
    return any(play.scenario.topics[topic].breach is Breach.BLAME for topic in about)


def _leaves_room(fit: Fit | None, answers: int) -> bool:
    """Whether a sharp word fits before what else will be said and is not said anyway."""
    if fit is None:
        return True
    planned = answers + (fit.reaction.says is not None) + (fit.reaction.goes is not None)
    return planned < MOST_UTTERANCES and not fit.answers_affront


def _fill(play: Play, felt: tuple[Occasion, ...]) -> None:
    """A customer always answers: by nature where nothing else was said."""
    if not play.has_spoken and not by_nature(play, felt):
        say_something(play)
