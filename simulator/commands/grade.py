"""``grade``: replies from a JSON Lines file, one grade a line."""

from __future__ import annotations

import argparse
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TextIO

from scoring.bulk import Tally, grade_items
from simulator.commands.output import json_line, message
from simulator.errors import UsageError
from simulator.options import choose_language
from simulator.words_cli import CLI
from simulator.workplace import make_judge, quick_library


def run(arguments: argparse.Namespace) -> int:
    language = choose_language(arguments.lang)
    judge = make_judge(quick_library())
    tally = Tally()
    with lines_of(arguments.file) as lines:
        for grade in grade_items(lines, judge, tally):
            json_line(grade)
    message(CLI.say("grade.counts", language, good=tally.graded, bad=tally.failed))
    return 1 if tally.failed else 0


def lines_of(name: str) -> AbstractContextManager[TextIO]:
    """The lines of a file or of standard input; raises UsageError when it cannot be read."""
    if name == "-":
        return nullcontext(sys.stdin)
    try:
        return Path(name).open(encoding="utf-8", errors="replace")
    except OSError as error:
        raise UsageError("usage.file", file=name, reason=error.strerror or "") from error
