"""Choices that come from flags, the environment and settings: language, mode, whether a terminal.

Precedence of the language: flag, SUPPORTDOJO_LANG, stored setting, the locale, Japanese where the
locale says so and English otherwise.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

from scenarios.language import LANGUAGES, Language

__all__ = ["check_language", "choose_language", "has_terminal"]


def check_language(value: str | None) -> None:
    """Raise UsageError for a language that is not known; from the flag or the environment."""
    for given in (value, os.environ.get("SUPPORTDOJO_LANG")):
        if given and given not in LANGUAGES:
            from simulator.errors import UsageError  # its texts are many, and hardly ever needed

            raise UsageError("usage.language", value=given)


def choose_language(
    flag: str | None, setting: str = "", environ: Mapping[str, str] | None = None
) -> Language:
    """The language to speak."""
    environment = os.environ if environ is None else environ
    for given in (flag, environment.get("SUPPORTDOJO_LANG"), setting):
        if given in LANGUAGES:
            return given
    locale = next(
        (environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)),
        "",
    )
    return "ja" if locale.startswith("ja") else "en"


def has_terminal() -> bool:
    """Whether a full-screen app can run: all three streams a terminal that can be drawn on."""
    if os.environ.get("TERM", "") == "dumb":
        return False
    return all(
        stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)
    )
