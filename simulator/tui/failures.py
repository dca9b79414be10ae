"""Failures that a person can meet, as one sentence in their language.

Anything not listed here is a fault of the program and is left to the app's last resort.
"""

from __future__ import annotations

from scenarios.language import Language
from simulator.words.app import APP

__all__ = ["failure_text", "known_failures", "went_on_elsewhere"]


def known_failures() -> tuple[type[Exception], ...]:
    """Classes of errors to catch around everything that a contact is asked to do."""
    from scenarios.loader import UnknownScenario
    from scenarios.problems import SourceError
    from scenarios.text import TextTooLong
    from simulator.engine.events import EventError
    from simulator.errors import SupportdojoError

    return (SupportdojoError, EventError, TextTooLong, SourceError, UnknownScenario)


def went_on_elsewhere(error: Exception) -> bool:
    """Whether the contact went on, or came to its end, in another window: trying again is no use."""
    from simulator.errors import SequenceClash, SessionClosed, UnknownSession

    return isinstance(error, SequenceClash | SessionClosed | UnknownSession)


def failure_text(error: Exception, language: Language) -> str:
    """What happened and what to do, for an error of ``known_failures``."""
    from scenarios.text import TextTooLong
    from simulator.errors import SupportdojoError

    if isinstance(error, SupportdojoError):
        return error.text(language).in_a_line(language)
    if isinstance(error, TextTooLong):
        return APP.say("call.too-long", language, count=error.count, limit=error.limit)
    from simulator.failure import describe

    return describe(error, language)[0]
