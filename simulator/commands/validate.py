"""``validate``: everything that is wrong with scenario files, at its place.

Data go to standard output in the format that was asked for, the count to standard error. Exit
code 0: nothing found, 1: something found, 2: nothing to look at. ``.pre-commit-hooks.yaml`` at the
root runs it on the files of a commit, for teams that keep their scenarios with pre-commit.
"""

from __future__ import annotations

import argparse
import os

from scenarios.check_targets import find_check_targets
from scenarios.language import Language
from scenarios.programme_files import BUILT_IN
from simulator.commands.output import message, output_width, write
from simulator.findings import FORMATS, FileFindings
from simulator.libraries import programme_folders, quick_library
from simulator.options import choose_language
from simulator.words.writing import WRITING


def run(arguments: argparse.Namespace) -> int:
    language = choose_language(arguments.lang)
    programmes = (BUILT_IN, *programme_folders(os.environ))
    targets = find_check_targets(arguments.paths, quick_library(), programmes)
    found = [
        FileFindings(path, checked.source, checked.problems)
        for target in targets
        for path, checked in target.checked()
    ]
    text = FORMATS[arguments.format](found, language, output_width())
    if text:
        write(text)
    if arguments.format in ("text", "line"):
        _sum_up(found, language)
    return 1 if any(file.problems for file in found) else 0


def _sum_up(found: list[FileFindings], language: Language) -> None:
    codes = [problem.code for file in found for problem in file.problems]
    if not codes:
        message(WRITING.say("validate.clean", language, files=len(found)))
        return
    bad = sum(bool(file.problems) for file in found)
    message(WRITING.say("validate.found", language, files=len(found), count=len(codes), bad=bad))
    message(WRITING.say("validate.more", language, code=codes[0]))
