"""``export``: past contacts with everything that belongs to them, one JSON object a line."""

from __future__ import annotations

import argparse

from simulator.commands.output import json_line
from simulator.workplace import open_workplace


def run(arguments: argparse.Namespace) -> int:
    workplace = open_workplace()
    try:
        store = workplace.store
        wanted = [store.resolve(prefix) for prefix in arguments.session]
        for session_id in wanted or [summary.id for summary in store.history()]:
            json_line(store.export_session(session_id))
    finally:
        workplace.close()
    return 0
