"""``grade``: replies from a JSON Lines file, one grade a line."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from scenarios.language import Language
from scenarios.text import clean_text
from scoring.bulk import KEYS, Tally
from scoring.line_items import LineError, json_object
from simulator.bulk_grade import grade_stream
from simulator.errors import UsageError
from simulator.machine.line_files import lines_of, readable
from simulator.machine.output import json_line, message
from simulator.machine.progress import Progress
from simulator.machine.streams import silence_stdout
from simulator.machine.workers import processes
from simulator.options import choose_language
from simulator.words.cli import CLI
from simulator.workplace import quick_judge

_MOST_KEYS: Final = 12
_LONGEST_KEY: Final = 40


def run(arguments: argparse.Namespace) -> int:
    language = choose_language(arguments.lang)
    judge = quick_judge()
    tally = Tally()
    jobs = processes(arguments.jobs)
    size = _size(arguments.file)
    unread: dict[str, None] = {}
    try:
        with lines_of(arguments.file) as lines, Progress(size) as progress:
            items = _noting_keys(readable(progress.read(lines), arguments.file), unread)
            if arguments.lang is not None:
                items = _with_language(items, language)
            for result in grade_stream(items, judge, jobs, tally, size=size):
                if "error" in result:
                    result["error"] = result["error"].of(language)
                json_line(result, flush=progress.shown or jobs == 1)
                progress.show(tally.graded + tally.failed)
    except BrokenPipeError:
        # Who reads no further wants no more grades; what was found in those until now is told all the same.
        silence_stdout()
        return 1 if tally.failed else 0
    if not tally.graded + tally.failed:
        raise UsageError("usage.no-replies", file=arguments.file)
    if unread:
        keys = clean_text(", ".join(unread), keep_newlines=False)
        message(CLI.say("grade.unread", language, keys=keys, known=", ".join(KEYS)))
    message(CLI.say("grade.counts", language, good=tally.graded, bad=tally.failed))
    return 1 if tally.failed else 0


def _noting_keys(lines: Iterable[str], unread: dict[str, None]) -> Iterator[str]:
    """The lines; what they have beside the keys that are read is put into *unread*, once each.

    No more than an eyeful of it: a file of other data has keys without end.
    """
    for line in lines:
        if len(unread) < _MOST_KEYS:
            with suppress(LineError):
                unread.update(dict.fromkeys(key[:_LONGEST_KEY] for key in _beyond(line)))
        yield line


def _beyond(line: str) -> list[str]:
    return [key for key in json_object(line) if key not in KEYS]


def _with_language(lines: Iterable[str], language: Language) -> Iterator[str]:
    """The lines, with the language that was asked for in those that name none."""
    for line in lines:
        try:
            item = json_object(line)
        except LineError:
            item = {"lang": None}  # the scorer tells what is wrong with it
        yield line if "lang" in item else json.dumps({**item, "lang": language}) + "\n"


def _size(name: str) -> int | None:
    """Bytes of the file, where they can be known beforehand."""
    if name == "-":
        return None
    try:
        return Path(name).stat().st_size
    except OSError:
        return None
