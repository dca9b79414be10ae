"""The options of ``drill`` and ``watch``; nothing but the standard library, as for all help."""

from __future__ import annotations

import argparse

__all__ = ["add_drill", "add_watch"]

_WHAT = {
    "new": "make a drill and say for whom it is",
    "assign": "make a drill somebody's",
    "status": "who is where with open drills, or with one",
    "list": "the drills, newest last",
    "close": "end a drill",
    "play": "play your next contact of a drill",
    "board": "who is where just now, for projecting",
}


def add_drill(parser: argparse.ArgumentParser, again: argparse.ArgumentParser) -> None:
    """*again*: the options that may stand at the end as well."""
    kinds = parser.add_subparsers(dest="what", metavar="WHAT", required=True)
    added = {
        name: kinds.add_parser(name, help=text, description=text, parents=[again])
        for name, text in _WHAT.items()
    }
    _add_new(added["new"])
    added["assign"].add_argument("drill", help="id of a drill, or its beginning")
    added["assign"].add_argument("logins", nargs="+", metavar="LOGIN", help="whose it will be")
    added["status"].add_argument("drill", nargs="?", help="id or its beginning; none: all open")
    added["status"].add_argument("--json", action="store_true", help="one JSON object")
    added["list"].add_argument("--json", action="store_true", help="one JSON object")
    added["close"].add_argument("drill", help="id of a drill, or its beginning")
    added["close"].add_argument("--reason", default="", help="why, for everybody to read")
    play = added["play"]
    play.add_argument("drill", nargs="?", help="id or its beginning; none: what is next of all")
    _add_doors(play)
    board = added["board"]
    board.add_argument("drill", help="id of a drill, or its beginning")
    board.add_argument("--hide-scores", action="store_true", help="leave scores and endings out")
    shown = board.add_mutually_exclusive_group()
    shown.add_argument("--plain", action="store_true", help="once, as plain lines")
    shown.add_argument("--json", action="store_true", help="once, as one JSON object")


def add_watch(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("who", metavar="SESSION|LOGIN", help="a contact, or whose contact")
    parser.add_argument("--plain", action="store_true", help="plain lines as they come")


def _add_new(new: argparse.ArgumentParser) -> None:
    new.add_argument("title", help="what people read")
    new.add_argument(
        "--scenario", action="append", metavar="ID", required=True, help="in order; repeatable"
    )
    new.add_argument(
        "--in",
        dest="spoken",
        choices=["ja", "en", "any"],
        help="language of the contacts (default: --lang where it is given, else any)",
    )
    new.add_argument(
        "--mode",
        choices=["guided", "practice", "test"],
        default="practice",
        help="how much is shown",
    )
    new.add_argument(
        "--intensity",
        choices=["mild", "normal", "hard"],
        default="normal",
        help="how hard the customer is",
    )
    customer = new.add_mutually_exclusive_group()
    customer.add_argument("--seed", metavar="N", help="this very customer for everybody")
    customer.add_argument(
        "--varied", action="store_true", help="another customer for each person and attempt"
    )
    new.add_argument("--due", metavar="WHEN", help="2026-12-01 or '2026-12-01 17:30'")
    new.add_argument("--late", action="store_true", help="allow a due date that is over")
    new.add_argument(
        "--pass-mark", metavar="N", help="total to reach, 1-100 (default: the rubric's)"
    )
    new.add_argument("--attempts", metavar="N", help="how often each may be played to its end")
    new.add_argument("--for", dest="logins", nargs="+", metavar="LOGIN", help="for these people")
    new.add_argument("--all", dest="everyone", action="store_true", help="for everybody")
    new.add_argument("--json", action="store_true", help="the new drill as one JSON object")


def _add_doors(play: argparse.ArgumentParser) -> None:
    doors = play.add_mutually_exclusive_group()
    doors.add_argument("--plain", action="store_true", help="plain lines, also for screen readers")
    doors.add_argument("--jsonl", action="store_true", help="JSON lines, for programs")
