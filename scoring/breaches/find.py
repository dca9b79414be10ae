"""The twelve breaches of the rating guide, found from acts, topics, figures and the moment.

Each detector looks for the deed, not for words: what is negated, hedged, quoted, recited or only
asked raises nothing. What a breach costs is the rubric's; which clause it breaks, the handbook's.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from scenarios.acts import Act, Breach
from scenarios.model import Topic, TopicKind
from scenarios.values import changed, dataclass
from scoring.breaches.detectors import DETECTORS, hostility
from scoring.breaches.giving import coupons
from scoring.breaches.harm import harm
from scoring.breaches.permission import own_data, permits
from scoring.language.lazy_pattern import LazyPattern
from scoring.language.normalise import matching_form
from scoring.model import FoundTopic, Span
from scoring.moment.view import GRANTING, View
from scoring.rules.harm_rules import Sure

_STATING = (Act.INFORM, Act.OWN, Act.ESTIMATE, Act.READ_BACK, Act.CERTAIN)


@dataclass(frozen=True, slots=True)
class FoundBreach:
    """A breach with the words that commit it."""

    span: Span
    breach: Breach
    clause: int
    topic: str | None = None
    sure: Sure = Sure.HINT
    clauses: tuple[int, ...] = ()
    """Every clause in which it was found."""


def find_breaches(view: View, *, warned: bool = False) -> tuple[FoundBreach, ...]:
    """Every breach of the reply, once each, in order of the text.

    ``warned``: an earlier reply of the contact announced that it would end.
    """
    found: dict[Breach, FoundBreach] = {}
    places: dict[Breach, set[int]] = {}
    detectors = (*DETECTORS.items(), (Breach.HOSTILITY, hostility(warned)))
    for breach, detect in detectors:
        for span, clause, topic in detect(view):
            places.setdefault(breach, set()).add(clause)
            seen = FoundBreach(span, breach, clause, topic)
            if breach not in found or seen.span < found[breach].span:
                found[breach] = seen
    for seen in sorted(_by_topic(view), key=_place):
        places.setdefault(seen.breach, set()).add(seen.clause)
        found.setdefault(seen.breach, seen)
    for breach, span, clauses, sure in harm(view):
        known, clause = found.get(breach), clauses[0]
        places.setdefault(breach, set()).update(clauses)
        if known is None or sure > Sure.HINT:
            topic = known.topic if known else None
            found[breach] = FoundBreach(span, breach, clause, topic, sure)
    for span, clause, topic in coupons(view):
        places.setdefault(Breach.BEYOND_AUTHORITY, set()).add(clause)
        one = FoundBreach(span, Breach.BEYOND_AUTHORITY, clause, topic, Sure.ALWAYS)
        found[Breach.BEYOND_AUTHORITY] = one
    told = [changed(one, {"clauses": tuple(sorted(places[one.breach]))}) for one in found.values()]
    return tuple(sorted(told, key=_place))


def _place(found: FoundBreach) -> tuple[Span, str, int, str]:
    return found.span, found.breach.value, found.clause, found.topic or ""


# ---------------------------------------------------------------- topics that carry a breach


def _by_topic(view: View) -> Iterator[FoundBreach]:
    """Limits that are granted, and statements that must not be made."""
    for found in view.found_topics:
        topic = view.topic(found.topic)
        if topic is None or topic.breach is None or not found.affirmed:
            continue
        if not view.meant(found.clause):
            continue
        if view.denied(found.clause) and not _says_no(view, found, topic):
            continue
        if _permitted_instead(view, found) or _told_before(view, found, topic):
            continue
        said = _granted if topic.kind is TopicKind.LIMIT else _stated
        if said(view, found):
            span = view.clause_span(found.clause, found.span)
            yield FoundBreach(span, topic.breach, found.clause, found.topic)


_NO: Final = LazyPattern(r"\b(?:not|never|no|nothing|nobody|none|without|cannot)\b|n't\b")


def _says_no(view: View, found: FoundTopic, topic: Topic) -> bool:
    """What must not be said is itself a denial ("it is not faulty") and has been said.

    A Japanese denial stands behind all of its clause; an English one before what it denies.
    """
    if topic.kind is not TopicKind.FORBIDDEN:
        return False
    clause = view.clause(found.clause)
    if clause is None or view.language == "ja":
        return clause is not None
    before = view.reading.text[clause.span.start : found.span.end]
    return _NO.search(matching_form(before)) is not None


_TOLD_BEFORE: Final = LazyPattern(
    r"\b(?:we|i|they|somebody|colleague|chat|mail|answer) (?:\w+ ){0,2}(?:asked|told|sent|pointed|let|made) you\b|"
    r"\byou (?:were|had been|have been|'ve been) (?:\w+ )?(?:asked|told|sent)\b|"
    "(?:お願い|ご案内|お答え|お伝え)(?:いた)?し(?:た(?:の|こと|のに|点|あの)|てしま|ておきながら|ており)|と(?:申し上げた|言われた)(?:の|こと)"
)
"""Tells what was said in an earlier contact, without saying it again."""


def _told_before(view: View, found: FoundTopic, topic: Topic) -> bool:
    clause = view.clause(found.clause)
    if topic.kind is not TopicKind.FORBIDDEN or topic.breach is not Breach.FALSE_STATEMENT:
        return False
    return clause is not None and _TOLD_BEFORE.search(matching_form(clause.text)) is not None


def _permitted_instead(view: View, found: FoundTopic) -> bool:
    """The same words name a step that is open, at least as fully as what is not."""
    return any(
        other.clause == found.clause and other.affirmed and other.span.holds(found.span)
        for other in view.cued_topics(TopicKind.STEP, own_words=False)
    )


def _granted(view: View, found: FoundTopic) -> bool:
    """A limit counts as granted where it is offered or promised, or told as a plain fact."""
    if view.acts_in(found.clause, Act.REFUSE) or view.hedged(found.clause):
        return False
    if _reasoning(view, found) or _felt_for(view, found):
        return False
    if any(view.acts_in(clause, *GRANTING) for clause in view.spanned(found)):
        return True
    plain = not view.asked(found.clause) and not view.conditional(found.clause)
    told = view.acts_in(found.clause, Act.INFORM, Act.OWN, Act.CERTAIN)
    figure = _is_data(view, found) and view.slots(("phone", "number"), found.clause)
    return plain and found.own_words and bool(told or figure or permits(view, found))


def _is_data(view: View, found: FoundTopic) -> bool:
    topic = view.topic(found.topic)
    return topic is not None and topic.breach is Breach.THIRD_PARTY_DATA


def _reasoning(view: View, found: FoundTopic) -> bool:
    """'If I told you, I would have to tell anybody' gives the reason and nothing away."""
    if not _is_data(view, found):
        return False
    return (
        view.conditional(found.clause)
        or view.conditional(found.clause - 1)
        or own_data(view, found.clause)
    )


def _felt_for(view: View, found: FoundTopic) -> bool:
    """ "Losing a day's pay, I can see why that stings": what was lost is taken up, where another sentence
    declines to make it good."""
    here = view.sentence(found.clause)
    felt = any(view.acts_in(n, Act.EMPATHISE, Act.ACKNOWLEDGE) for n in here)
    declined = any(act.clause not in here for act in view.acts(Act.REFUSE))
    return felt and declined and not any(view.acts_in(n, *GRANTING) for n in here)


_WE_DO: Final = LazyPattern(
    r"^\W*(?:(?:and|so|now|then|but|also|just) )*(?:i|we)(?:'ve| have|'ll| will|'m| am|'re| are)? (?!think\b|guess\b|told\b|suppose\b|always\b|would\b)\w+|"
    "(?:確認|お調べ|拝見|訂正|記入|入力|手配)(?:を|は)?(?:いた)?し(?:ま|てお)|拝見しま"
)
_YOU_DO: Final = LazyPattern(
    r"(?<!for )(?<!to )(?<!with )(?<!tell )(?<!give )(?<!send )\byou\b|お客様が|ご自身"
)


def _own_deed(view: View, clause: int) -> bool:
    """What the agent says they do or did themselves ("I've checked the date for you") blames nobody, though
    the words are those of what the customer should have done."""
    text = view.clause_text(clause)
    return _WE_DO.search(text) is not None and not _YOU_DO.search(text)


def _stated(view: View, found: FoundTopic) -> bool:
    # In a denial that is itself forbidden, what sounds like a refusal is the denial.
    refused = view.acts_in(found.clause, Act.REFUSE) and not view.denied(found.clause)
    requested = view.requested(found.clause) and found.own_words
    if refused or (view.hedged(found.clause) and not requested):
        return False
    topic = view.topic(found.topic)
    untrue = topic is not None and topic.breach is Breach.FALSE_STATEMENT
    if untrue and view.conditional(found.clause):  # "If your account gets locked, ring us."
        return False
    if topic is not None and topic.breach is Breach.BLAME and _own_deed(view, found.clause):
        return False
    # "Isn't that a fake ticket?" accuses as well as the statement.
    accuses = topic is not None and topic.breach is Breach.HOSTILITY
    asked = view.asked(found.clause) and not accuses
    if asked and not (requested or view.acts_in(found.clause, *GRANTING)):
        return False
    return found.own_words or bool(view.acts_in(found.clause, *_STATING, *GRANTING))
