"""No command: the app where there is a terminal, a conversation in plain lines where there is none."""

from __future__ import annotations

import argparse
import sys

from simulator.options import has_terminal


def run(arguments: argparse.Namespace) -> int:
    if not has_terminal():
        if sys.stdin is not None and sys.stdin.isatty():  # somebody is there, on a plain terminal
            from simulator.commands.play import run as play_plain

            return play_plain(plain_arguments(arguments.lang))
        from simulator.commands.demo import run as play_demo

        return play_demo(argparse.Namespace(lang=arguments.lang, scenario=None, exemplar="good"))
    from simulator.tui.launch import run_app

    return run_app(arguments.lang)


def plain_arguments(language: str | None) -> argparse.Namespace:
    """What ``play --plain`` of the first scenario would be given."""
    from simulator.commands.demo import DEFAULT_SCENARIO

    return argparse.Namespace(
        lang=language,
        scenario=DEFAULT_SCENARIO,
        mode=None,
        seed=None,
        intensity="normal",
        resume=None,
        plain=True,
        jsonl=False,
    )
