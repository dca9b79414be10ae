"""What the moment asks for, as far as something can be called missing: nobody has to decline what was
not asked for, thank for a confidence that was not given, or apologise in a farewell.

What a reply lacks is found in ``missing``; here is told when its lack is none. Nothing changes a
score.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from scenarios.acts import Act
from scenarios.model import TopicKind
from scoring.criteria.named_topic import HEARING, exploring
from scoring.feedback.instead import has_come_out
from scoring.feedback.ways import FEELING
from scoring.feedback.what_words_do import apologies_before
from scoring.language.lazy_pattern import LazyPattern
from scoring.language.normalise import matching_form
from scoring.moment.touched import shares_words, spoken, touches
from scoring.moment.view import View

__all__ = ["begs_for_nothing", "idles", "owed_now", "recapped", "sets_about_it_now", "timed_before"]

_JUST_SAID: Final = 2
"""Lines of the customer that a refusal answers to, or a word for what they need: what was said longer ago
has been left."""
_APOLOGY_DUE: Final = 2
"""Replies in which an apology is due; later it is late, and nothing to be called for in a farewell."""
_LATE: Final = 3
"""Replies from which on a feeling that the customer does not speak of is not called passed over."""
_CONFIDED: Final = LazyPattern("打ち明け|話してくれ|confid|trusting you|having told you")
_NUMBERED: Final = LazyPattern(
    r"(?:一つ|ひとつ|一、|1[.、)）]).+(?:二つ|ふたつ|二、|2[.、)）])|復唱|確認させて|繰り返[しさ]|おさらい|まとめますと|"
    r"\b(?:to recap|recap|read (?:it|that) back|to sum up|to confirm|just to check|where (?:we|things) (?:are|stand))\b|(?:^|[.!?] )so:"
)
_MANY: Final = 3
"""Facts and figures of the case in one sentence that make it a summary."""
_LOOKS: Final = LazyPattern(
    r"\b(?:look|looking|check|checking|pull (?:it|that|this) up|match\w*|open\w*)\b|調べ|確認|照合|照会|確かめ|拝見"
)
_SETS_ABOUT: Final = LazyPattern(
    r"\b(?:i'?ll|il|i will|we'?ll|we will|let me|going to|look (?:at|into|it)|check|find out|e-?mail|send|refund|book)\b|"
    r"\b(?:goes? to|pass(?:ed|ing)?|put(?:ting)?|written|noted|sheet|today|tomorrow)\b|"
    r"調べ|確認|確かめ|照会|手配|お送り|送り|返金|お返し|お電話(?:し|いた|を|さ)|ご連絡(?:し|いた|を|さ)|お?伺い|番号|尋ね|"
    r"ておきます|と[きく](?:ます|から)|通し|承り|入力|渡し|伝え|止め|かかります"
)
"""Words of a deed, which a rule may not have known in this form."""
_FIGURE: Final = LazyPattern(r"\d")
_OF_AN_ITEM: Final = 6
"""Digits of a line that gives the items of the identity check, at least."""
_BESIDE_ITEMS: Final = 14
"""Words of such a line at most, or in Japanese half of its characters: more is a story."""
_A_REPLY_THAT_IDLES: Final = 45
"""Score of resolution under which a reply without a step, a question or a check has moved nothing."""


def owed_now(view: View, rule: str, topic: str | None) -> bool:
    """Whether what a criterion looks for is owed at this moment, in this contact."""
    check = _OWED.get(rule)
    return check is None or check(view, topic)


def _no_owed(view: View, topic: str | None) -> bool:
    return topic is None or _asked_for(view, topic)


def _apology_owed(view: View, _topic: str | None) -> bool:
    said = len(view.moment.agent_said)
    return said < _APOLOGY_DUE and not apologies_before(view) and not view.parting


def _check_owed(view: View, _topic: str | None) -> bool:
    return not (view.moment.identity_stated and _LOOKS.search(view.whole_text))


def _word_owed(view: View, topic: str | None) -> bool:
    """Something that was said, and that no reply has taken up yet."""
    return not (_kept(view, topic) or _taken_up_before(view, topic) or items_only(view))


def _question_owed(view: View, topic: str | None) -> bool:
    """A question whose answer has not come out yet; what lies behind a demand, where the customer has
    just said a word of it."""
    told = topic is not None and has_come_out(view, topic)
    known = view.scenario.topics.get(topic or "")
    behind = known is not None and known.kind is TopicKind.NEED
    unheard = behind and not spoken(view, topic, _JUST_SAID)
    return not (told or unheard) and _word_owed(view, topic)


_OWED: Final[Mapping[str, Callable[[View, str | None], bool]]] = {
    "refuse": _no_owed,
    "apology-fit": _apology_owed,
    "read-back": lambda view, _topic: not recapped(view),
    "verify-identity": _check_owed,
    "names-feeling": lambda view, topic: not _felt_with(view, topic) and _word_owed(view, topic),
    "names-situation": lambda view, topic: (
        not _left_behind(view, topic) and _word_owed(view, topic)
    ),
    "understands-need": _question_owed,
    "asks-fittingly": _question_owed,
}
"""By criterion what makes it due; any other always is."""


def begs_for_nothing(view: View, rule: str, topic: str | None) -> bool:
    """Whether a line would call something missing without being able to name it: no other way is open, no
    feeling stands at this stage, or the reply has words of what the customer said."""
    if topic is not None or rule not in (*HEARING, "choices"):
        return False
    if rule in ("names-feeling", "choices"):
        return True
    last = view.moment.customer_said[-1:]
    return any(shares_words(said, view.reading.text, view.language) for said in last)


def _asked_for(view: View, topic: str) -> bool:
    """Whether the customer has just asked for what is to be declined; what they ring for, in whatever
    words, stands in the first thing they say."""
    if not view.moment.agent_said:
        return True
    said = " ".join(view.moment.customer_said[-_JUST_SAID:])
    return touches(view.scenario, view.language, said, topic)


def _kept(view: View, topic: str | None) -> bool:
    """A thanks for a confidence, before anything has been confided."""
    known = view.scenario.topics.get(topic or "")
    if known is None or view.moment.told:
        return False
    return bool(_CONFIDED.search(known.name.of(view.language)))


def _taken_up_before(view: View, topic: str | None) -> bool:
    """Whether an earlier reply has words of it: nobody has to say it twice."""
    said = " ".join(view.moment.agent_said)
    return bool(said) and touches(view.scenario, view.language, said, topic)


def _felt_with(view: View, topic: str | None) -> bool:
    """Whether this reply takes up a feeling, or an earlier one did and the customer has spoken of no other
    since: who has been felt with once need not hear it of every shade of it. Late in a contact only
    what the customer has just spoken of can be passed over."""
    if FEELING.search(view.whole_text):
        return True
    before = any(FEELING.search(matching_form(said)) for said in view.moment.agent_said)
    late = _is_late(view) and not FEELING.search(matching_form(_last_said(view)))
    return (before or late) and not _just_spoken_of(view, topic)


def _last_said(view: View) -> str:
    """What the customer said last; nothing before the first line."""
    return " ".join(view.moment.customer_said[-1:])


def _just_spoken_of(view: View, topic: str | None) -> bool:
    return touches(view.scenario, view.language, _last_said(view), topic)


def _is_late(view: View) -> bool:
    return len(view.moment.agent_said) >= _LATE


def _left_behind(view: View, topic: str | None) -> bool:
    """Whether a situation lies behind in a contact that has gone on: only what was just said can still
    be passed over."""
    return _is_late(view) and not _just_spoken_of(view, topic)


def items_only(view: View) -> bool:
    """Whether the customer has just read out the items of the check, and nothing else."""
    if not view.moment.agent_said or not view.moment.customer_said:
        return False
    said = matching_form(view.moment.customer_said[-1])
    if len(_FIGURE.findall(said)) < _OF_AN_ITEM or said.rstrip().endswith("?"):
        return False
    if view.language == "en":
        return len(said.split()) <= _BESIDE_ITEMS
    return len(said) <= 4 * _BESIDE_ITEMS


def recapped(view: View) -> bool:
    """Whether this reply or an earlier one went over the points one by one, or said so, or tells so many
    facts of the case in one sentence."""
    if any(view.known_figures(sentence) >= _MANY for sentence in view.all_sentences):
        return True
    return any(
        _NUMBERED.search(matching_form(said))
        for said in (*view.moment.agent_said, view.reading.text)
    )


_CLOCK: Final = LazyPattern(
    r"\d{1,2}:\d\d|\d{1,2} ?(?:時|[ap]m\b|o'clock\b)|\b(?:at|by|past|till|until|before|to) (?:half |quarter )?"
    r"(?:\d{1,2}|noon|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b|[一二三四五六七八九十]時"
)


def timed_before(view: View) -> bool:
    """Whether the agent's last reply named an hour: what is to come of it need not be dated twice."""
    return any(_CLOCK.search(matching_form(said)) for said in view.moment.agent_said[-1:])


_NOW: Final = LazyPattern(
    r"\b(?:right now|right away|straight ?away|this (?:minute|moment|instant)|as we speak|while (?:you(?:'re| are) on|we(?:'re| are) talking))\b|"
    "(?:ただ今|ただいま|いま|今)[、から]{0,2}[^。、]{0,12}(?:して(?:い|お)り?ます|しています|いたします|しますね|します)|すぐ(?!には)(?:に|、)?[^。、]{0,10}(?<!かね)ます"
)


def sets_about_it_now(view: View) -> bool:
    """Whether the reply does it while it speaks: that is the time."""
    return _NOW.search(view.whole_text) is not None


_DIRECTIONS: Final = 2
"""Requests to the customer that are directions, right or wrong; one may be "do go on"."""
_MOVING: Final = (
    *(Act.VERIFY, Act.CHECK, Act.CALL_BACK, Act.HAND_OVER, Act.OFFER, Act.REFUSE),
    *(Act.CHOICE, Act.CONSENT, Act.READ_BACK, Act.WARN, Act.BOUNDARY, Act.END_CALL, Act.INFORM),
)


_HARDLY_ANYTHING: Final = 30
"""Score of resolution under which words of setting about something were words only."""
_WRITTEN: Final = "email"


def _channel(view: View) -> str:
    return (view.stage.channel if view.stage else None) or view.scenario.channel


def idles(view: View, resolution: int | None) -> bool:
    """Whether a reply moves nothing: no step, no question about the matter, no check and no promise that
    a rule hears, and little that the ledger does. To whoever is content nothing has to be moved."""
    # To begin with, listening is enough; a letter that only listens leaves its reader waiting.
    first = not view.moment.agent_said and _channel(view) != _WRITTEN
    if first or resolution is None or resolution >= _A_REPLY_THAT_IDLES or view.all_moved:
        return False
    if view.settled and not view.nothing_moved:
        return False
    told = any(slot.in_case for slot in view.reading.slots if slot.kind != "person")
    if told or view.asks_anything or exploring(view):
        return False
    return resolution < _HARDLY_ANYTHING or not _sets_about(view)


def _sets_about(view: View) -> bool:
    """Whether words of a deed, of the matter or of what the customer can do stand in a reply."""
    if _SETS_ABOUT.search(view.whole_text) or view.acts(*_MOVING):
        return True
    kinds = (TopicKind.STEP, TopicKind.FACT, TopicKind.LIMIT, TopicKind.KNOWN)
    about = view.topics(*kinds, affirmed=None, own_words=False)
    bidden = [n for n in range(len(view.reading.clauses)) if view.requested(n)]
    return bool(about) or len(bidden) >= _DIRECTIONS
