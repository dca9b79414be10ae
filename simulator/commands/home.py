"""No command: the app where there is a terminal, a conversation in plain lines where there is none."""

from __future__ import annotations

import argparse

from simulator.options import has_terminal


def run(arguments: argparse.Namespace) -> int:
    if not has_terminal():
        from simulator.commands.demo import run as play_demo

        return play_demo(argparse.Namespace(lang=arguments.lang, scenario=None, exemplar="good"))
    from simulator.tui.launch import run_app

    return run_app(arguments.lang)
