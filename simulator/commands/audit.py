"""``audit``: who overruled, removed or changed what, newest first."""

from __future__ import annotations

import argparse
import os
from dataclasses import asdict
from datetime import datetime

from scenarios.language import Language
from simulator.machine.local_time import localized
from simulator.machine.output import json_line, shortened, write_line
from simulator.options import choose_language
from simulator.store import Fact
from simulator.store.facts import AUDITED
from simulator.words.team import TEAM
from simulator.workplace import open_store


def run(arguments: argparse.Namespace) -> int:
    language = choose_language(arguments.lang)
    with open_store(os.environ) as store:
        entries = store.facts(AUDITED)[::-1][: arguments.limit]
    for fact in entries:
        if arguments.json:
            json_line(asdict(fact))
        else:
            write_line(_line(fact, language))
    if not entries and not arguments.json:
        write_line(TEAM.say("audit.none", language))
    return 0


def _line(fact: Fact, language: Language) -> str:
    when = f"{localized(datetime.fromisoformat(fact.at)):%Y-%m-%d %H:%M}"
    about = " ".join(text for text in (fact.person, fact.subject) if text)
    what = " ".join(f"{name}={_short(value)}" for name, value in sorted(fact.body.items()))
    told = TEAM.say(f"audit.{fact.kind}", language)
    return "  ".join(part for part in (when, fact.author or "-", told, about, what) if part)


def _short(value: object) -> str:
    """A value on one line; the text of adopted rules is too long to be shown here."""
    if isinstance(value, dict):
        return "{" + ", ".join(sorted(map(str, value))) + "}"
    if isinstance(value, list):
        return f"[{shortened([str(item) for item in value])}]"
    return str(value)
