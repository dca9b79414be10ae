"""What in a reply heats the customer: one small question for each cause.

Figures stand in ``causes``. Whether the customer was ignored is not decided here, for that
depends on whether a reaction fits.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from scenarios.acts import Act
from scenarios.model import TopicKind
from scoring.learned.acts import BY_EXAMPLE
from scoring.moment.taken_back import puts_right
from scoring.reading.other_language import in_other_language
from simulator.engine.impression import Impression, acknowledges, apology_objects, offers_instead
from simulator.engine.remember import moves_time, overdue_checks

LONGEST_SPOKEN: Final = {"ja": 350, "en": 130}
"""Characters (ja) and words (en) of a spoken reply after which a customer cuts in: a minute."""
_BY_ACT: Final = (
    (Act.INSULT, "insulted"),
    (Act.THREATEN, "threatened"),
    (Act.SARCASM, "mocked"),
    (Act.BLAME, "blamed"),
    (Act.BLAME_OTHERS, "blamed-others"),
    (Act.CALM_DOWN, "calmed-down"),
    (Act.DENY_FAULT, "denied"),
    (Act.DEFEND, "defended"),
    (Act.SEND_AWAY, "sent-away"),
    (Act.MINIMISE, "minimised"),
)
_OPEN_TIMES: Final = ("clock", "duration", "day", "date")


_ONLY_COLD: Final = frozenset(
    {
        *("calmed-down", "denied", "defended", "sent-away", "minimised", "contradicted"),
        *("contradicted-first", "ruled-out", "refused-flatly", "stock-phrase", "apology-again"),
    }
)
"""What nobody bristles at in a reply that is kind as a whole."""


def heats(h: Impression) -> Iterator[str]:
    """Names of the causes, in no order of weight."""
    cold = _ONLY_COLD if h.reading.tone == "kind" else frozenset()
    return (name for name in _heats(h) if name not in cold)


def _heats(h: Impression) -> Iterator[str]:
    yield from (name for act, name in _BY_ACT if h.has(act))
    yield from _contradiction(h)
    yield from _formulas(h)
    yield from _times(h)
    if not offers_instead(h):  # a way out, and neither the rule nor the no is all there is
        if h.has(Act.RULE_ONLY):
            yield "ruled-out"
        elif _refuses(h):
            yield "refused-flatly"
    if _asks_known(h):
        yield "asked-known"
    if h.has(Act.BOUNDARY, Act.WARN) and not h.state.abuse:
        yield "labelled"
    if in_other_language(h.reading):
        yield "other-language"
    if _talks_too_long(h):
        yield "talked-over"
    if overdue_checks(h.state, h.setup.scenario):
        yield "not-done"
    if h.state.entitled and not puts_right(h.reading):
        yield "entitled"


def _refuses(h: Impression) -> bool:
    """Whether something is declined that could be granted, and nothing else: to call nothing certain
    that nobody can be certain of, or to claim nothing untrue, turns nobody down, and a no whose reason
    is told is no mere no."""
    if h.about((TopicKind.FACT,), Act.INFORM) or h.named(TopicKind.FACT):
        return False
    declined = [about for act, about in h.heard.acts if act == Act.REFUSE]
    return any(not about or any(_grantable(h, t) for t in about) for about in declined)


def _grantable(h: Impression, topic: str) -> bool:
    return h.kind(topic) not in (TopicKind.UNCERTAIN, TopicKind.FORBIDDEN)


def _contradiction(h: Impression) -> Iterator[str]:
    first = _first(h, Act.CONTRADICT)
    if first is not None:
        warm = _first(h, Act.ACKNOWLEDGE, Act.EMPATHISE, Act.APOLOGISE)
        yield "contradicted" if warm is not None and warm < first else "contradicted-first"


def _first(h: Impression, *acts: Act) -> int | None:
    """Where in the reply the first of these acts that was taken in begins."""
    if not h.has(*acts):
        return None
    return min((f.span.start for f in h.reading.acts if f.act in acts), default=None)


def _formulas(h: Impression) -> Iterator[str]:
    if h.has(Act.STOCK) and not acknowledges(h):
        yield "stock-phrase"
    if not h.has(Act.APOLOGISE) or h.has(Act.CLOSE) or puts_right(h.reading):
        return
    same = min(h.state.apologies.count(object_) for object_ in apology_objects(h.heard))
    # Once more along with something new is courtesy; three times is a formula.
    if same >= 2 or (same == 1 and not h.heard.news):
        yield "apology-again"


def _times(h: Impression) -> Iterator[str]:
    if h.has(Act.VAGUE) and not h.heard.times:
        known = any(c.clock is not None for c in h.state.commitments)
        yield "time-blurred" if known else "vague"
    if moves_time(h.new, h.state) and not h.has(Act.CONSENT, Act.CHOICE):
        yield "time-moved"
    timed = any(slot.kind in _OPEN_TIMES for slot in h.reading.slots)
    asked = h.has(Act.CONSENT, Act.CHOICE)
    leaving = h.has(Act.END_CALL) and not (h.state.abuse and h.state.warned_turn)
    agreed = any(c.clock is not None and c.kept is None for c in h.state.commitments)
    agreed = agreed or h.state.was_done("book-callback")
    if leaving or (h.has(Act.CALL_BACK) and not timed and not asked and not agreed):
        yield "flight"


def _asks_known(h: Impression) -> bool:
    if h.has(Act.VERIFY):
        return h.state.identity_checked
    if h.has(Act.READ_BACK):
        return False
    asked = _asked(h)
    known = any(h.kind(topic) is TopicKind.KNOWN for topic in asked)
    return known or not asked.isdisjoint(_answered(h))


def _asked(h: Impression) -> frozenset[str]:
    """Topics that the agent asks about; "don't open the link" may sound like it and asks nothing."""
    clauses = h.reading.clauses
    return frozenset(
        topic
        for act in h.reading.acts
        if act.act is Act.ASK and (act.rule != BY_EXAMPLE or clauses[act.clause].question)
        for topic in act.about
    )


def _answered(h: Impression) -> tuple[str, ...]:
    """Topics that the agent has asked about and got the hidden fact for."""
    hidden = h.setup.scenario.hidden
    sentences = [s for fact in h.state.told if fact in hidden for s in hidden[fact].asked_by]
    topics = {part.topic for sentence in sentences for part in sentence.parts if part.topic}
    return tuple(sorted(t for t in topics if h.state.asked.get(t)))


def _talks_too_long(h: Impression) -> bool:
    scenario, language = h.setup.scenario, h.setup.language
    channel = scenario.stages[h.state.stage].channel or scenario.channel
    if channel not in ("phone", "visit"):
        return False
    size = len(h.reading.text) if language == "ja" else len(h.reading.text.split())
    return size > LONGEST_SPOKEN[language]
