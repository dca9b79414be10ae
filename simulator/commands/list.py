"""``list``: the scenarios."""

from __future__ import annotations

import argparse

from simulator.libraries import quick_library, readable_cards
from simulator.machine.output import json_line, write
from simulator.options import choose_language
from simulator.words.cli import CLI


def run(arguments: argparse.Namespace) -> int:
    language = choose_language(arguments.lang)
    scenarios = readable_cards(quick_library()).values()
    if arguments.json:
        rows = [
            {
                "id": s.id,
                "title": s.title.of(language),
                "summary": s.summary.of(language),
                "type": s.type,
                "channel": s.channel,
                "difficulty": s.difficulty,
                "skills": list(s.skills),
                "languages": ["ja", "en"],
                "version": s.version,
            }
            for s in scenarios
        ]
        json_line({"schema_version": 1, "language": language, "scenarios": rows})
        return 0
    for s in scenarios:
        channel = CLI.say(f"channel.{s.channel}", language)
        values = {"id": f"{s.id:22}", "channel": channel, "difficulty": s.difficulty}
        write(CLI.say("list.line", language, title=s.title.of(language), **values))
    return 0
