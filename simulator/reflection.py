"""A minute for oneself after a hard call: how one is, what was hard, what the lead is there for.

Written for its author alone: whoever else opens the session finds nothing of it. It plays no part
in any score.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from scenarios.acts import Act
from scenarios.text import check_reply_length, clean_text
from simulator.practice.occasions import Occasion
from simulator.store.register import OWNER
from simulator.words.reflection import REFLECTION

if TYPE_CHECKING:
    from scenarios.language import Language
    from simulator.contact import Contact
    from simulator.workplace import Workplace

__all__ = [
    "KIND",
    "SCALE",
    "Reflection",
    "is_hard",
    "keep",
    "own_reflection",
    "reflection_text",
    "what_holds",
]

KIND: Final = "reflection"
SCALE: Final = (1, 2, 3, 4, 5)
"""1: badly shaken, 5: calm."""
_ANGRY: Final = 50
"""Anger of a customer, 0-100, from which on a bad end weighs on whoever had the contact."""
_AFFRONTS: Final = (Act.INSULT, Act.THREATEN, Act.SARCASM)
_TRYING: Final = (
    *(Act.ASK, Act.VERIFY, Act.CHECK, Act.OFFER, Act.CHOICE),
    *(Act.PROMISE, Act.CALL_BACK, Act.HAND_OVER),
)


@dataclass(frozen=True, slots=True)
class Reflection:
    """What somebody wrote about themselves after one contact."""

    how: int | None
    """Of ``SCALE``; None: not answered."""
    text: str
    """What was hard; may be empty."""


def is_hard(contact: Contact) -> bool:
    """It was stopped, ended in anger, was meant to be hard, or the customer became abusive.

    Never for a single reply that is tried again: its call is over and was thought about.
    """
    occasion = Occasion.read(contact.start.occasion)
    if not contact.ended or (occasion is not None and occasion.kind == "moment"):
        return False
    return (
        contact.stopped
        or contact.state.abuse
        or _ended_in_anger(contact)
        or contact.start.intensity == "hard"
    )


def what_holds(contact: Contact, language: Language) -> str:
    """What holds after such a call, whatever was answered."""
    joint = "" if language == "ja" else " "
    keys = (_what_was_hard(contact), "lead")
    return joint.join(REFLECTION.say(f"holds.{key}", language) for key in keys)


def _what_was_hard(contact: Contact) -> str:
    if contact.state.abuse:
        return "abuse"
    if contact.stopped:
        return "stopped"
    return "badly" if _ended_in_anger(contact) and _tried(contact) else "strain"


def _tried(contact: Contact) -> bool:
    """Whoever put nothing forward and did nothing is not told that nothing would have helped."""
    state = contact.state
    return bool(state.deeds) or any(heard.has(*_TRYING) for heard in state.heard)


def _ended_in_anger(contact: Contact) -> bool:
    """Badly, with an angry customer whom nobody had insulted: whoever did is not to be consoled."""
    state = contact.state
    own_doing = any(heard.has(*_AFFRONTS) for heard in state.heard)
    return state.outcome == "poor" and state.mood.anger >= _ANGRY and not own_doing


def keep(contact: Contact, how: int | None, text: str) -> None:
    """Store the answers; nothing where there are none.

    Raises TextTooLong, ValueError for a ``how`` that is not of the scale, and StoreError.
    """
    cleaned = clean_text(text).strip()
    check_reply_length(cleaned)
    if how is not None and how not in SCALE:
        raise ValueError(how)
    if how is None and not cleaned:
        return
    workplace = contact.workplace
    workplace.store.add_fact(
        KIND,
        person=_me(workplace) or workplace.trainee,
        subject=contact.session_id,
        body={"how": how, "text": cleaned},
        now=workplace.now(),
    )


def own_reflection(workplace: Workplace, session_id: str) -> Reflection | None:
    """What the person who asks wrote after this contact, the newest; raises StoreError."""
    facts = workplace.store.facts([KIND], subject=session_id)
    own = [fact for fact in facts if fact.author == _me(workplace)]
    if not own:
        return None
    how, text = own[-1].body.get("how"), own[-1].body.get("text")
    return Reflection(
        how if isinstance(how, int) and how in SCALE else None,
        text if isinstance(text, str) else "",
    )


def reflection_text(reflection: Reflection, language: Language) -> tuple[str, ...]:
    """Its lines for reading back."""
    lines = []
    if reflection.how is not None:
        lines.append(REFLECTION.say("back.how", language, how=reflection.how))
    if reflection.text:
        lines.append(REFLECTION.say("back.text", language, text=reflection.text))
    return tuple(lines)


def _me(workplace: Workplace) -> str:
    """Under which login the store keeps what this person states."""
    return (workplace.store.viewer or OWNER).login
