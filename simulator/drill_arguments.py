"""The options of ``drill`` and ``watch``; nothing but the standard library, as for all help."""

from __future__ import annotations

from simulator.argument_parser import Parser

__all__ = ["add_drill", "add_watch"]

_WHAT = ("new", "assign", "status", "list", "close", "play", "board")


def add_drill(parser: Parser, again: Parser) -> None:
    """*again*: the options that may stand at the end as well."""
    say = parser.say
    kinds = parser.add_subparsers(dest="what", metavar="WHAT", required=True)
    added = {
        name: kinds.add_parser(
            name,
            language=parser.language,
            help=say(f"drill.{name}"),
            description=say(f"drill.{name}"),
            parents=[again],
        )
        for name in _WHAT
    }
    _add_new(added["new"])
    added["assign"].add_argument("drill", help=say("any.drill"))
    added["assign"].add_argument(
        "logins", nargs="+", metavar="LOGIN", help=say("drill.assign.logins")
    )
    added["status"].add_argument("drill", nargs="?", help=say("drill.status.drill"))
    added["status"].add_argument("--json", action="store_true", help=say("any.json"))
    added["list"].add_argument("--json", action="store_true", help=say("any.json"))
    added["close"].add_argument("drill", help=say("any.drill"))
    added["close"].add_argument("--reason", type=str, default="", help=say("drill.close.reason"))
    play = added["play"]
    play.add_argument("drill", nargs="?", help=say("drill.play.drill"))
    _add_doors(play)
    board = added["board"]
    board.add_argument("drill", help=say("any.drill"))
    board.add_argument("--hide-scores", action="store_true", help=say("drill.board.hide-scores"))
    shown = board.add_mutually_exclusive_group()
    shown.add_argument("--plain", action="store_true", help=say("drill.board.plain"))
    shown.add_argument("--json", action="store_true", help=say("drill.board.json"))


def add_watch(parser: Parser) -> None:
    say = parser.say
    parser.add_argument("who", metavar="SESSION|LOGIN", help=say("watch.who"))
    parser.add_argument("--plain", action="store_true", help=say("watch.plain"))


def _add_new(new: Parser) -> None:
    say = new.say
    new.add_argument("title", type=str, help=say("drill.new.title"))
    new.add_argument(
        "--scenario", action="append", metavar="ID", required=True, help=say("drill.new.scenario")
    )
    new.add_argument(
        "--in",
        dest="spoken",
        choices=["ja", "en", "any"],
        help=say("drill.new.in"),
    )
    new.add_argument(
        "--mode",
        choices=["guided", "practice", "test"],
        default="practice",
        help=say("any.mode"),
    )
    new.add_argument(
        "--intensity",
        choices=["mild", "normal", "hard"],
        default="normal",
        help=say("any.intensity"),
    )
    customer = new.add_mutually_exclusive_group()
    customer.add_argument("--seed", metavar="N", help=say("drill.new.seed"))
    customer.add_argument("--varied", action="store_true", help=say("drill.new.varied"))
    new.add_argument("--due", metavar="WHEN", help=say("drill.new.due"))
    new.add_argument("--late", action="store_true", help=say("drill.new.late"))
    new.add_argument("--pass-mark", metavar="N", help=say("drill.new.pass-mark"))
    new.add_argument("--attempts", metavar="N", help=say("drill.new.attempts"))
    new.add_argument(
        "--for",
        dest="logins",
        action="extend",
        nargs="+",
        metavar="LOGIN",
        help=say("drill.new.for"),
    )
    new.add_argument("--all", dest="everyone", action="store_true", help=say("drill.new.all"))
    new.add_argument("--json", action="store_true", help=say("drill.new.json"))


def _add_doors(play: Parser) -> None:
    say = play.say
    doors = play.add_mutually_exclusive_group()
    doors.add_argument("--plain", action="store_true", help=say("any.plain"))
    doors.add_argument("--jsonl", action="store_true", help=say("any.jsonl"))
