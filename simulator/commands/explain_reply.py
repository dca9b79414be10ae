"""``explain-reply``: what was understood of one reply, for trainers and writers of rules."""

from __future__ import annotations

import argparse
import sys

from scenarios.text import check_reply_length, clean_text
from scoring.explain_reading import as_json, describe
from scoring.model import Moment
from simulator.commands.output import json_line, write
from simulator.options import choose_language
from simulator.workplace import make_judge, quick_library


def run(arguments: argparse.Namespace) -> int:
    language = choose_language(arguments.lang)
    library = quick_library()
    scenario = library.scenario(arguments.scenario)
    text = sys.stdin.read() if arguments.reply == "-" else arguments.reply
    reply = clean_text(text).strip()
    check_reply_length(reply)
    opening = scenario.stages[scenario.first_stage].opens.all_wordings(language)[:1]
    moment = Moment(scenario, language, scenario.first_stage, 1, opening)
    reading = make_judge(library).read(reply, moment)
    if arguments.json:
        json_line({"schema_version": 1, **as_json(reading)})
    else:
        write(describe(reading, language))
    return 0
