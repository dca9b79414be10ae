"""``validate``: everything that is wrong with scenario files, at its place.

Data go to standard output in the format that was asked for, the count to standard error. Exit
code 0: nothing found but hints, 1: something found, 2: nothing to look at. Hints are given for
scenarios of one's own: those of the program are nobody's to change. ``.pre-commit-hooks.yaml`` at the
root runs it on the files of a commit, for teams that keep their scenarios with pre-commit.
"""

from __future__ import annotations

import argparse
import os

from scenarios.check_targets import find_check_targets
from scenarios.language import Language
from scenarios.problems import Problem
from scenarios.programme_files import BUILT_IN
from simulator.libraries import programme_folders, quick_library
from simulator.machine.output import message, output_width, write
from simulator.machine.streams import go_on_unread
from simulator.options import choose_language
from simulator.words.writing import WRITING
from simulator.writing.file_hints import writer_hints
from simulator.writing.findings import FORMATS, FileFindings


def run(arguments: argparse.Namespace) -> int:
    go_on_unread()
    language = choose_language(arguments.lang)
    programmes = (BUILT_IN, *programme_folders(os.environ))
    targets = find_check_targets(arguments.paths, quick_library(), programmes)
    found = [
        FileFindings(
            path, checked.source, checked.problems + writer_hints(target.checker.library, checked)
        )
        for target in targets
        for path, checked in target.checked()
    ]
    text = FORMATS[arguments.format](found, language, output_width())
    if text:
        write(text)
    if arguments.format in ("text", "line"):
        _sum_up(found, language)
    return 1 if _errors(found) else 0


def _errors(found: list[FileFindings]) -> list[Problem]:
    return [p for file in found for p in file.problems if p.severity == "error"]


def _sum_up(found: list[FileFindings], language: Language) -> None:
    errors = _errors(found)
    hints = [p for file in found for p in file.problems if p.severity == "warning"]
    if errors:
        bad = sum(bool(_errors([file])) for file in found)
        counts = {"files": len(found), "count": len(errors), "bad": bad}
        message(WRITING.say("validate.found", language, **counts))
    else:
        message(WRITING.say("validate.clean", language, files=len(found)))
    if hints:
        message(WRITING.say("validate.hints", language, count=len(hints)))
    if errors or hints:
        message(WRITING.say("validate.more", language, code=(errors or hints)[0].code))
