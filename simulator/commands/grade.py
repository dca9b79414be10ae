"""``grade``: replies from a JSON Lines file, one grade a line."""

from __future__ import annotations

import argparse
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TextIO

from scoring.bulk import Tally
from simulator.bulk_grade import cores, grade_stream
from simulator.commands.output import json_line, message
from simulator.errors import UsageError
from simulator.options import choose_language
from simulator.progress import Progress
from simulator.words.cli import CLI
from simulator.workplace import quick_judge


def run(arguments: argparse.Namespace) -> int:
    language = choose_language(arguments.lang)
    judge = quick_judge()
    tally = Tally()
    jobs = arguments.jobs or cores()
    size = _size(arguments.file)
    with lines_of(arguments.file) as lines, Progress(size) as progress:
        for result in grade_stream(progress.read(lines), judge, jobs, tally, size=size):
            json_line(result, flush=progress.shown or jobs == 1)
            progress.show(tally.graded + tally.failed)
    if not tally.graded + tally.failed:
        raise UsageError("usage.no-replies", file=arguments.file)
    message(CLI.say("grade.counts", language, good=tally.graded, bad=tally.failed))
    return 1 if tally.failed else 0


def _size(name: str) -> int | None:
    """Bytes of the file, where they can be known beforehand."""
    if name == "-":
        return None
    try:
        return Path(name).stat().st_size
    except OSError:
        return None


def lines_of(name: str) -> AbstractContextManager[TextIO]:
    """The lines of a file or of standard input; raises UsageError when it cannot be read."""
    if name == "-":
        return nullcontext(sys.stdin)
    try:
        return Path(name).open(encoding="utf-8-sig", errors="replace")
    except OSError as error:
        raise UsageError("usage.file", file=name, reason=error.strerror or "") from error
