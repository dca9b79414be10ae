"""The command line: which command, with which options, and how it ends.

Only the parser lives here, so that ``--help`` needs nothing but the standard library; each command
is a module of ``simulator.commands`` that is imported when it runs. Exit codes: 0 done,
1 findings, 2 usage or bad input, 3 not saved or internal, 130 interrupted.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Final

from simulator.argument_parser import Parser
from simulator.drill_arguments import add_drill, add_watch

__all__ = ["main"]

EXIT_INTERRUPTED = 130
_COMMANDS = {
    "play": "play a contact: in the app, with --plain line by line, with --jsonl as JSON lines",
    "demo": "watch a model conversation play by itself",
    "list": "list the scenarios",
    "today": "ten minutes for today from your own weak spots; today start plays the next of them",
    "progress": "show how your skills have moved, and what is missed most",
    "programme": "where you stand in a programme; 'read STEP' a page, 'next' plays what comes next",
    "certificate": "write a certificate of a finished programme, to print and to verify",
    "verify": "tell whether a certificate is sound",
    "history": "list past contacts, one JSON object a line",
    "show": "show one past contact with its scorecard",
    "second-look": "ask a lead to look again at one of your contacts",
    "drill": "set drills for a team, see who is where, play your own",
    "watch": "follow a contact that somebody is playing, turn by turn",
    "review": "go through a contact as a lead: override, comment; without one: what waits",
    "report": "tell what a team or a person practised, for print, spreadsheets and other systems",
    "calibration": "measure how far the engine and the leads judge alike",
    "rescore": "see what a changed rubric or handbook would do to past contacts, and adopt it",
    "people": "who uses the team's store: list, add, change, shut out",
    "login": "come into the team's database (SUPPORTDOJO_DB) once and for all",
    "forget": "remove a person and everything kept about them",
    "audit": "who overruled, removed or changed what",
    "export": "write past contacts out, one JSON object a line",
    "import": "take in contacts that were written out ('-' for standard input)",
    "packs": "list the folders that scenarios come from, and what is wrong in them",
    "new": "make a first scenario from a few questions",
    "validate": "find everything that is wrong in scenario files",
    "explain": "tell what a problem code means, with an example of wrong and right",
    "schema": "print the JSON Schema of a kind of file, for editors",
    "test": "play the exemplars of scenarios and hold them against their bands",
    "try": "chat with a draft, see what was understood; the file is read again when it is saved",
    "explore": "walk through every branch of scenarios: what never happens, how endings are reached",
    "graph": "draw the stages, reactions and endings of a scenario",
    "coverage": "tell which rules, acts, types, skills and channels the scenarios exercise",
    "grade": "grade replies from a JSON Lines file ('-' for standard input)",
    "explain-reply": "show what was understood of one reply",
    "agreement": "measure how far grades agree with rated replies",
    "db": "look after the store: check, backup FILE, retention DAYS, expire",
    "doctor": "tell whether everything that is needed is in place",
    "locate": "tell where data are kept",
}


_PACKS = ("pack", "packs_after_command", "packs_after_deed")
"""Where the packs are that stand before the command, behind it, and behind what a command is told to
do: each under its own name, so that they add up."""


def build_parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    common = Parser(add_help=False)
    common.add_argument(
        "--lang", metavar="ja|en", help="language of the interface and of the customer"
    )
    common.add_argument(
        "--pack", action="append", metavar="DIR", help="a folder with more scenarios; repeatable"
    )
    parser: argparse.ArgumentParser = Parser(
        prog="supportdojo",
        description="Practise difficult customer conversations, in Japanese and in English. "
        "Without a command the app opens; without a terminal a conversation plays by itself.",
        epilog="exit codes: 0 done, 1 findings, 2 usage or bad input, 3 not saved or internal, "
        "130 interrupted",
        parents=[common],
    )
    parser.add_argument("--version", action="store_true", help="show the version and exit")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    added = {
        name: commands.add_parser(name, help=text, description=text, parents=[_sub(_PACKS[1])])
        for name, text in _COMMANDS.items()
    }
    _add_play(added["play"])
    _add_programme(added)
    added["demo"].add_argument("scenario", nargs="?", help="id of a scenario")
    added["demo"].add_argument(
        "--exemplar", default="good", help="good, other-good, poor, rude or gaming"
    )
    for name in ("list", "packs", "coverage"):
        added[name].add_argument("--json", action="store_true", help="one JSON object")
    added["coverage"].add_argument(
        "--strict", action="store_true", help="end with 1 when something is exercised nowhere"
    )
    _add_graph(added["graph"])
    added["try"].add_argument("scenario", help="an id, or the folder of a draft")
    added["try"].add_argument(
        "--seed", type=_seed, metavar="N", default=1, help="the same number, the same customer"
    )
    for name in ("test", "explore"):
        _add_tool(added[name])
    added["new"].add_argument("id", nargs="?", help="the folder's name; asked for if left out")
    added["new"].add_argument("--into", metavar="DIR", default=".", help="the pack to put it into")
    added["new"].add_argument("--yes", action="store_true", help="take all defaults, ask nothing")
    added["validate"].add_argument(
        "paths", nargs="*", help="files, folders or ids of scenarios; none: all scenarios"
    )
    added["validate"].add_argument(
        "--format",
        choices=["text", "line", "json", "github", "sarif"],
        default="text",
        help="text shows the lines at fault, the others are for editors and build servers",
    )
    added["explain"].add_argument("code", nargs="?", help="such as S101; none: all codes")
    added["schema"].add_argument(
        "kind",
        nargs="?",
        default="scenario",
        choices=["scenario", "persona", "handbook", "shop", "exemplar", "programme"],
        help="default: scenario",
    )
    added["explain"].add_argument("--json", action="store_true", help="one JSON object")
    _add_practice(added["today"], added["progress"])
    added["history"].add_argument("--limit", type=_positive, metavar="N", help="at most N contacts")
    added["history"].add_argument("--json", action="store_true", help=argparse.SUPPRESS)
    added["show"].add_argument("session", help="id of a contact, or its beginning")
    added["show"].add_argument("--json", action="store_true", help="one JSON object")
    added["grade"].add_argument("file", help="JSON Lines, or '-'")
    added["grade"].add_argument(
        "--jobs", type=_positive, metavar="N", help="processes to use (default: one a core)"
    )
    _add_figures(added)
    added["explain-reply"].add_argument("scenario", help="id of a scenario")
    added["explain-reply"].add_argument("reply", help="the words, or '-' for standard input")
    added["explain-reply"].add_argument("--stage", help="the stage at which it is said")
    added["explain-reply"].add_argument("--json", action="store_true", help="one JSON object")
    added["export"].add_argument("session", nargs="*", help="ids or their beginnings; none: all")
    added["export"].add_argument("--all", action="store_true", help="also people and decisions")
    added["export"].add_argument("--out", metavar="FILE", help="into this file")
    added["export"].add_argument("--to", metavar="DIR", help="one file a contact into this folder")
    added["import"].add_argument("file", help="JSON Lines, a folder of them, or '-'")
    _add_keeping(added)
    _add_rescore(added["rescore"])
    add_drill(added["drill"], _sub(_PACKS[2]))
    add_watch(added["watch"])
    _add_review(added["review"], added["second-look"])
    added["doctor"].add_argument("--json", action="store_true", help="one JSON object")
    added["locate"].add_argument("--json", action="store_true", help="one JSON object")
    return parser


def _sub(packs: str) -> argparse.ArgumentParser:
    """The common options for a subcommand, its packs under a name of their own; an option that is not
    given there keeps the value before it."""
    again = Parser(add_help=False, argument_default=argparse.SUPPRESS)
    again.add_argument("--lang", metavar="ja|en", help="language of the interface and the customer")
    again.add_argument(
        "--pack",
        dest=packs,
        action="append",
        metavar="DIR",
        help="a folder with more scenarios; repeatable",
    )
    return again


def _add_review(review: argparse.ArgumentParser, second_look: argparse.ArgumentParser) -> None:
    review.add_argument(
        "session", nargs="?", metavar="SESSION", help="id of a contact; none: those that wait"
    )
    review.add_argument(
        "--override",
        action="append",
        metavar="SPEC",
        help="criterion=NAME,turn=N,is=VALUE; VALUE is 0 to 100, met, partly, missed, "
        "no-occasion, or yes or no for criterion=passed; turn=0 is the whole contact; repeatable",
    )
    review.add_argument("--reason", metavar="TEXT", help="why; needed to override")
    review.add_argument(
        "--comment", nargs=2, action="append", metavar=("TURN", "TEXT"), help="repeatable"
    )
    review.add_argument("--undo", action="append", metavar="FACT", help="take an override back")
    review.add_argument(
        "--answer",
        nargs=3,
        metavar=("FACT", "upheld|changed", "TEXT"),
        help="answer a request for a second look",
    )
    review.add_argument(
        "--dispute", action="append", type=int, metavar="TURN", help="put a reply forward"
    )
    review.add_argument("--done", action="store_true", help="all of it has been looked at")
    review.add_argument("--plain", action="store_true", help="what was found, as plain lines")
    review.add_argument("--json", action="store_true", help="one JSON object")
    second_look.add_argument("session", metavar="SESSION", help="id of a contact, or its beginning")
    second_look.add_argument("text", metavar="TEXT", help="what you see otherwise, and why")
    second_look.add_argument(
        "--turn", type=int, default=0, metavar="N", help="number of the reply; none: all of it"
    )
    second_look.add_argument("--json", action="store_true", help="one JSON object")


def _add_rescore(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--rubric", metavar="FILE|DIR", help="the changed rubric, or the folder with its files"
    )
    parser.add_argument(
        "--handbook", action="append", metavar="FILE", help="a changed handbook; repeatable"
    )
    parser.add_argument("--since", metavar="DATE", help="only contacts begun since then")
    parser.add_argument(
        "--jobs", type=_positive, metavar="N", help="processes (default: one a core)"
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--copy", metavar="DIR", help="write the rules in force out, to change them")
    what.add_argument("--adopt", action="store_true", help="judge by these files from now on")
    what.add_argument("--revert", action="store_true", help="back to the rules of the program")
    parser.add_argument("--reason", metavar="TEXT", help="why; needed to adopt and to revert")
    parser.add_argument("--json", action="store_true", help="one JSON object")


def _add_keeping(added: dict[str, argparse.ArgumentParser]) -> None:
    """Commands about people and about what is kept of them."""
    people = added["people"]
    people.add_argument(
        "what",
        nargs="?",
        default="list",
        choices=["list", "add", "role", "rename", "password", "shut-out"],
        help="default: list",
    )
    people.add_argument("login", nargs="?", help="a-z, 0-9, dot, hyphen, underscore")
    people.add_argument("value", nargs="?", help="the new role or name")
    people.add_argument("--name", help="what others read, when adding; default: the login")
    people.add_argument(
        "--role", choices=["trainee", "lead", "author"], default="trainee", help="default: trainee"
    )
    people.add_argument("--json", action="store_true", help="one JSON object")
    forget = added["forget"]
    forget.add_argument("login", help="whose data go")
    forget.add_argument(
        "--keep-sessions", action="store_true", help="keep the contacts under a pseudonym"
    )
    forget.add_argument("--yes", action="store_true", help="do not ask")
    forget.add_argument("--json", action="store_true", help="one JSON object")
    added["audit"].add_argument("--limit", type=_positive, metavar="N", help="at most N entries")
    added["audit"].add_argument("--json", action="store_true", help="JSON Lines")
    added["db"].add_argument("what", choices=["check", "backup", "retention", "expire"])
    added["db"].add_argument(
        "value",
        nargs="?",
        help="where the backup goes; for how many days contacts are kept, or off",
    )
    added["db"].add_argument("--json", action="store_true", help="one JSON object")


def _add_tool(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "scenario", nargs="*", help="ids, or folders of drafts; none: all scenarios"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object")


def _add_graph(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("scenario", help="an id, or the folder of a draft")
    parser.add_argument(
        "--format", choices=["tree", "mermaid", "dot"], default="tree", help="default: tree"
    )
    parser.add_argument(
        "--sessions", action="store_true", help="with the numbers of stored contacts"
    )


def _add_play(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("scenario", nargs="?", help="id of a scenario (see: supportdojo list)")
    parser.add_argument("--mode", choices=["guided", "practice", "test"], help="how much is shown")
    parser.add_argument(
        "--seed", type=_seed, metavar="N", help="the same number, the same customer"
    )
    parser.add_argument(
        "--intensity",
        choices=["mild", "normal", "hard"],
        default="normal",
        help="how hard the customer is",
    )
    parser.add_argument("--resume", metavar="SESSION", help="go on with an interrupted contact")
    _add_doors(parser)


def _add_doors(parser: argparse.ArgumentParser) -> None:
    doors = parser.add_mutually_exclusive_group()
    doors.add_argument("--plain", action="store_true", help="plain lines, also for screen readers")
    doors.add_argument("--jsonl", action="store_true", help="JSON lines, for programs")


def _add_programme(added: dict[str, argparse.ArgumentParser]) -> None:
    programme = added["programme"]
    programme.add_argument(
        "words", nargs="*", metavar="[ID] | read [ID/]STEP | next [ID]", help="default: all steps"
    )
    programme.add_argument("--json", action="store_true", help="one JSON object")
    programme.add_argument(
        "--seed", type=_seed, metavar="N", help="for next: the same number, the same customer"
    )
    _add_doors(programme)
    certificate = added["certificate"]
    certificate.add_argument("programme", nargs="?", help="id of a programme")
    certificate.add_argument("--out", required=True, metavar="FILE.html", help="where it goes")
    added["verify"].add_argument("file", help="the certificate")
    added["verify"].add_argument("--json", action="store_true", help="one JSON object")


def _add_practice(parser: argparse.ArgumentParser, progress: argparse.ArgumentParser) -> None:
    progress.add_argument("--json", action="store_true", help="one JSON object")
    parser.add_argument("what", nargs="?", choices=["start"], help="play one; without it: the list")
    parser.add_argument(
        "number", nargs="?", type=_positive, metavar="N", help="which of the list (default: 1)"
    )
    parser.add_argument("--plain", action="store_true", help="play it in plain lines")
    parser.add_argument("--json", action="store_true", help="the list as one JSON object")


def _add_figures(added: Mapping[str, argparse.ArgumentParser]) -> None:
    """What leads and trainers read figures with."""
    added["agreement"].add_argument(
        "files", nargs="*", help="a team's own rated replies, JSON Lines"
    )
    added["agreement"].add_argument(
        "--by", choices=["lang", "case", "kind"], default="lang", help="how the figures are grouped"
    )
    added["agreement"].add_argument(
        "--worst", type=_positive, metavar="N", default=0, help="the N largest differences a scale"
    )
    added["agreement"].add_argument(
        "--fitted", action="store_true", help="also the replies that the ledger was fitted with"
    )
    added["agreement"].add_argument("--json", action="store_true", help="one JSON object")
    _add_report(added["report"])
    _add_calibration(added["calibration"])


def _add_report(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--person", metavar="LOGIN", help="one person; default: the team")
    parser.add_argument("--drill", metavar="ID", help="only contacts of this drill")
    parser.add_argument("--since", metavar="DATE", help="first day, such as 2026-05-04")
    parser.add_argument("--until", metavar="DATE", help="last day")
    parser.add_argument(
        "--format",
        choices=["html", "csv", "jsonl", "xapi"],
        help="default: html, one page that can be printed",
    )
    parser.add_argument("--out", metavar="FILE", help="default: standard output")
    parser.add_argument("--hide-names", action="store_true", help="numbers in place of names")
    parser.add_argument(
        "--send",
        metavar="ENDPOINT",
        help="send xAPI statements to a learning record store; SUPPORTDOJO_LRS_USER and "
        "SUPPORTDOJO_LRS_PASSWORD say as whom",
    )


def _add_calibration(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--by",
        choices=["criterion", "rater", "lang"],
        default="criterion",
        help="criterion: all together; or for each lead, or each language",
    )
    parser.add_argument("--json", action="store_true", help="one JSON object")
    parser.add_argument(
        "--fixtures", metavar="FILE", help="write disputed replies out as rated replies"
    )


_HIGHEST: Final = 2**53 - 1
"""The greatest whole number that every reader of JSON keeps exactly."""


def _whole(text: str, lowest: int) -> int:
    # More digits than the highest has are too many, and Python reads only so many.
    known = text.isdecimal() and len(text) <= len(str(_HIGHEST))
    if not known or not lowest <= int(text) <= _HIGHEST:
        raise argparse.ArgumentTypeError(f"must be a whole number from {lowest} to {_HIGHEST}")
    return int(text)


def _positive(text: str) -> int:
    return _whole(text, 1)


def _seed(text: str) -> int:
    return _whole(text, 0)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; never shows a traceback for a user's mistake."""
    _prepare_streams()
    arguments = build_parser().parse_args(argv)
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        _silence_stdout()
        return 0
    except Exception as error:
        from simulator.failure import report

        return report(error, arguments.lang)


def _run(arguments: argparse.Namespace) -> int:
    if arguments.version:
        from simulator.commands.version import run as show_version

        return show_version(arguments)
    from importlib import import_module

    from simulator.options import check_language

    check_language(arguments.lang)
    if packs := [folder for name in _PACKS for folder in getattr(arguments, name, None) or ()]:
        from simulator.libraries import add_packs

        add_packs(packs, os.environ)
    name = (arguments.command or "home").replace("-", "_")
    name = {"import": "import_", "try": "try_"}.get(name, name)  # modules cannot bear these names
    return int(import_module(f"simulator.commands.{name}").run(arguments))


def _prepare_streams() -> None:
    """UTF-8 out whatever the locale says; what cannot be encoded is replaced, never raised."""
    for stream in (sys.stdout, sys.stderr, sys.stdin):
        with suppress(AttributeError, ValueError, OSError):
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]


def _silence_stdout() -> None:
    """The reader of our output has gone; keep the interpreter from complaining at exit."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
