"""No command: the app where there is a terminal, a conversation in plain lines where there is none."""

from __future__ import annotations

import argparse

from simulator.options import choose_language, has_terminal


def run(arguments: argparse.Namespace) -> int:
    if not has_terminal():
        from simulator.commands.demo import run as play_demo

        return play_demo(argparse.Namespace(lang=arguments.lang, scenario=None, exemplar="good"))
    from simulator.workplace import open_workplace

    workplace = open_workplace()
    try:
        language = choose_language(arguments.lang, workplace.setting("language"))
        from simulator.tui.app import run_app

        return run_app(workplace, language)
    finally:
        workplace.close()
