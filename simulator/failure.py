"""What a person sees when something fails: a sentence, an advice, an exit code.

Never a traceback on the screen. Unforeseen errors are written to the log file with the places in
the code but without the values of variables, so that no reply and no secret leaks into it.
"""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from traceback import extract_tb
from typing import TYPE_CHECKING

from scenarios.language import Language
from scenarios.loader import UnknownScenario
from scenarios.problems import SourceError
from scenarios.text import TextTooLong, clean_text
from simulator.engine.events import EventError
from simulator.errors import SupportdojoError, UsageError
from simulator.machine.files import NO_ROOM
from simulator.options import choose_language

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from simulator.machine.left_out import Kind

__all__ = ["describe", "left_out_text", "log_failure", "report"]


def report(error: BaseException, language_flag: str | None) -> int:
    """Print what happened to standard error; returns the exit code."""
    language = choose_language(language_flag)
    text, code = describe(error, language)
    print(text, file=sys.stderr)  # noqa: T201 - standard error is where messages go
    if code == SupportdojoError.exit_code and not isinstance(error, SupportdojoError):
        log_failure(error)
    return code


def describe(error: BaseException, language: str) -> tuple[str, int]:
    """The words for *error* and the exit code that goes with it."""
    spoken: Language = "ja" if language == "ja" else "en"
    if isinstance(error, SourceError):
        return error.text(spoken), UsageError.exit_code
    if isinstance(error, EventError):
        from simulator.event_words import event_error_text

        return event_error_text(error, spoken), UsageError.exit_code
    told = _told(error)
    return str(told.text(spoken)), told.exit_code


def _told(error: BaseException) -> SupportdojoError:
    """*error* as one that has words; what nobody foresaw is told as a fault of the program."""
    match error:
        case SupportdojoError():
            return error
        case UnknownScenario():
            code = "usage.scenario-near" if error.near else "usage.scenario"
            return UsageError(code, value=error.scenario_id, near=", ".join(error.near))
        case TextTooLong():
            return UsageError("usage.too-long", count=error.count, limit=error.limit)
        case OSError() if error.errno in NO_ROOM:
            return SupportdojoError("output.full")
        case FileNotFoundError() if _is_folder_gone():
            return UsageError("usage.folder-gone")
    return SupportdojoError("internal")


def _is_folder_gone() -> bool:
    """Whether the folder that relative paths start from was deleted meanwhile."""
    try:
        Path.cwd()
    except FileNotFoundError:
        return True
    return False


def left_out_text(names: Mapping[Kind, Sequence[str]], language: str) -> str:
    """What was left out because it cannot be read: how many, their names, and where more is told."""
    from simulator.machine.output import shortened
    from simulator.words.cli import CLI

    spoken: Language = "ja" if language == "ja" else "en"
    stored: list[str] = []
    lines: list[str] = []
    for kind, found in names.items():
        told = CLI.say(f"left-out.{kind}", spoken, count=len(found), names=shortened(found))
        # What is wrong with a scenario stands in its file and is no damage to the store.
        (lines if kind == "scenarios" else stored).append(told)
    if stored:
        advice = CLI.say("left-out.advice", spoken)
        lines = [CLI.say("left-out", spoken), *(f"  {one}" for one in stored), advice, *lines]
    return "\n".join(lines)


def log_failure(error: BaseException) -> None:
    """Append where it happened to the log file; failing to do so is not worth another error."""
    from simulator.machine.paths import data_directory, log_path

    places = " < ".join(
        f"{os.path.basename(frame.filename)}:{frame.lineno} {frame.name}"  # noqa: PTH119
        for frame in reversed(extract_tb(error.__traceback__))
    )
    line = f"{datetime.now(UTC).isoformat(timespec='seconds')} {type(error).__name__} at {places}"
    try:
        path = log_path(data_directory(os.environ))
        descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        with os.fdopen(descriptor, "a", encoding="utf-8") as log:
            log.write(clean_text(line, keep_newlines=False) + "\n")
    except OSError:
        return
