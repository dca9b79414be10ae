"""``try``: chat with a draft line by line and see what was understood; the file is followed as it is saved."""

from __future__ import annotations

import argparse
import sys

from simulator.machine.output import teller
from simulator.options import choose_language
from simulator.writing.targets import find_targets
from simulator.writing.trial import Trial
from simulator.writing.try_door import TryDoor


def run(arguments: argparse.Namespace) -> int:
    language = choose_language(arguments.lang)
    (target,) = find_targets([arguments.scenario])

    with Trial(target, language, arguments.seed) as trial:
        TryDoor(trial, sys.stdin, teller(language), interactive=sys.stdin.isatty()).run()
    return 0
