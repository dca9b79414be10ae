"""The command line: which command, with which options, and how it ends.

Only the parser lives here, so that ``--help`` needs nothing but the standard library and its own words
(``simulator.words.commands``); each command is a module of ``simulator.commands`` that is imported
when it runs. Exit codes: 0 done, 1 findings, 2 usage or bad input, 3 not saved or internal,
130 interrupted.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from simulator.argument_parser import PACKS, Parser, given_language, given_packs
from simulator.drill_arguments import add_drill, add_watch
from simulator.machine.left_out import begin, untold
from simulator.machine.streams import go_on_unread, prepare_streams, silence_stdout, written
from simulator.proposed_commands import name_packs

if TYPE_CHECKING:
    from scenarios.language import Language

__all__ = ["main"]

EXIT_INTERRUPTED = 130
_COMMANDS = (
    "play",
    "demo",
    "list",
    "today",
    "progress",
    "programme",
    "certificate",
    "verify",
    "history",
    "show",
    "second-look",
    "drill",
    "watch",
    "review",
    "report",
    "calibration",
    "rescore",
    "people",
    "login",
    "forget",
    "audit",
    "export",
    "import",
    "packs",
    "new",
    "validate",
    "explain",
    "schema",
    "test",
    "try",
    "explore",
    "graph",
    "coverage",
    "grade",
    "explain-reply",
    "cues",
    "agreement",
    "db",
    "doctor",
    "locate",
)
"""In the order in which the help tells them."""


def build_parser(language: Language = "en") -> Parser:
    """The parser of the whole command line, with its help in *language*."""
    common = Parser(language, add_help=False)
    say = common.say
    common.add_argument("--lang", metavar="ja|en", help=say("any.lang"))
    common.add_argument("--pack", type=_path, action="append", metavar="DIR", help=say("any.pack"))
    parser = Parser(
        language,
        prog="supportdojo",
        description=say("program"),
        epilog=say("program.exit-codes"),
        parents=[common],
    )
    parser.add_argument("--version", action="store_true", help=say("program.version"))
    commands = parser.add_subparsers(
        dest="command", metavar="COMMAND", title=say("heading.commands")
    )
    again = _sub(PACKS[1], language)
    added = {
        name: commands.add_parser(
            name,
            language=language,
            help=say(name),
            description=say(name),
            parents=[again],
        )
        for name in _COMMANDS
    }
    _add_play(added["play"])
    _add_programme(added)
    added["demo"].add_argument("scenario", nargs="?", help=say("any.draft"))
    added["demo"].add_argument("--exemplar", default="good", help=say("demo.exemplar"))
    for name in ("list", "packs", "coverage"):
        added[name].add_argument("--json", action="store_true", help=say("any.json"))
    added["coverage"].add_argument("--strict", action="store_true", help=say("coverage.strict"))
    _add_graph(added["graph"])
    for name in ("test", "explore"):
        _add_tool(added[name])
    _add_writing(added)
    _add_practice(added["today"], added["progress"])
    added["history"].add_argument("--limit", type=_positive, metavar="N", help=say("history.limit"))
    added["history"].add_argument("--json", action="store_true", help=argparse.SUPPRESS)
    added["show"].add_argument("session", help=say("any.contact"))
    added["show"].add_argument("--json", action="store_true", help=say("any.json"))
    added["grade"].add_argument("file", type=_path, help=say("grade.file"))
    added["grade"].add_argument("--jobs", type=_positive, metavar="N", help=say("grade.jobs"))
    _add_figures(added)
    added["explain-reply"].add_argument("scenario", help=say("any.draft"))
    added["explain-reply"].add_argument("reply", type=str, help=say("explain-reply.reply"))
    added["explain-reply"].add_argument("--stage", help=say("explain-reply.stage"))
    added["explain-reply"].add_argument(
        "--said", action="append", metavar="LINE", help=say("explain-reply.said")
    )
    added["explain-reply"].add_argument("--json", action="store_true", help=say("any.json"))
    added["cues"].add_argument("scenario", help=say("any.draft"))
    added["cues"].add_argument("--json", action="store_true", help=say("any.json"))
    added["export"].add_argument("session", nargs="*", help=say("export.session"))
    added["export"].add_argument("--all", action="store_true", help=say("export.all"))
    added["export"].add_argument("--out", type=_path, metavar="FILE", help=say("export.out"))
    added["export"].add_argument("--to", type=_path, metavar="DIR", help=say("export.to"))
    added["import"].add_argument("file", type=_path, help=say("import.file"))
    _add_keeping(added)
    _add_rescore(added["rescore"])
    add_drill(added["drill"], _sub(PACKS[2], language))
    add_watch(added["watch"])
    _add_review(added["review"], added["second-look"])
    added["doctor"].add_argument("--json", action="store_true", help=say("any.json"))
    added["locate"].add_argument("--json", action="store_true", help=say("any.json"))
    return parser


def _sub(packs: str, language: Language) -> Parser:
    """The common options for subcommands, their packs under a name of their own; an option that is not
    given there keeps the value before it."""
    again = Parser(language, add_help=False, argument_default=argparse.SUPPRESS)
    say = again.say
    again.add_argument("--lang", metavar="ja|en", help=say("any.lang-after"))
    again.add_argument(
        "--pack",
        dest=packs,
        action="append",
        type=_path,
        metavar="DIR",
        help=say("any.pack"),
    )
    return again


def _add_review(review: Parser, second_look: Parser) -> None:
    say = review.say
    review.add_argument("session", nargs="?", metavar="SESSION", help=say("review.session"))
    review.add_argument(
        "--override",
        action="append",
        metavar="SPEC",
        help=say("review.override"),
    )
    review.add_argument("--reason", type=str, metavar="TEXT", help=say("review.reason"))
    review.add_argument(
        "--comment",
        type=str,
        nargs=2,
        action="append",
        metavar=("TURN", "TEXT"),
        help=say("review.comment"),
    )
    review.add_argument("--undo", action="append", metavar="FACT", help=say("review.undo"))
    review.add_argument(
        "--answer",
        type=str,
        nargs=3,
        metavar=("FACT", "upheld|changed", "TEXT"),
        help=say("review.answer"),
    )
    review.add_argument(
        "--dispute", action="append", type=int, metavar="TURN", help=say("review.dispute")
    )
    review.add_argument("--done", action="store_true", help=say("review.done"))
    review.add_argument("--plain", action="store_true", help=say("review.plain"))
    review.add_argument("--json", action="store_true", help=say("any.json"))
    second_look.add_argument("session", metavar="SESSION", help=say("any.contact"))
    second_look.add_argument("text", type=str, metavar="TEXT", help=say("second-look.text"))
    second_look.add_argument(
        "--turn", type=int, default=0, metavar="N", help=say("second-look.turn")
    )
    second_look.add_argument("--json", action="store_true", help=say("any.json"))


def _add_rescore(parser: Parser) -> None:
    say = parser.say
    parser.add_argument("--rubric", type=_path, metavar="FILE|DIR", help=say("rescore.rubric"))
    parser.add_argument(
        "--handbook", type=_path, action="append", metavar="FILE", help=say("rescore.handbook")
    )
    parser.add_argument("--since", metavar="DATE", help=say("rescore.since"))
    parser.add_argument("--jobs", type=_positive, metavar="N", help=say("rescore.jobs"))
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--copy", type=_path, metavar="DIR", help=say("rescore.copy"))
    what.add_argument("--adopt", action="store_true", help=say("rescore.adopt"))
    what.add_argument("--revert", action="store_true", help=say("rescore.revert"))
    parser.add_argument("--reason", type=str, metavar="TEXT", help=say("rescore.reason"))
    parser.add_argument("--json", action="store_true", help=say("any.json"))


def _add_keeping(added: dict[str, Parser]) -> None:
    """Commands about people and about what is kept of them."""
    say = added["people"].say
    people = added["people"]
    people.add_argument(
        "what",
        nargs="?",
        default="list",
        choices=["list", "add", "role", "rename", "password", "shut-out"],
        help=say("people.what"),
    )
    people.add_argument("login", nargs="?", help=say("people.login"))
    people.add_argument("value", nargs="?", help=say("people.value"))
    people.add_argument("--name", help=say("people.name"))
    people.add_argument(
        "--role", choices=["trainee", "lead", "author"], default="trainee", help=say("people.role")
    )
    people.add_argument("--json", action="store_true", help=say("any.json"))
    forget = added["forget"]
    forget.add_argument("login", help=say("forget.login"))
    forget.add_argument("--keep-sessions", action="store_true", help=say("forget.keep-sessions"))
    forget.add_argument("--yes", action="store_true", help=say("forget.yes"))
    forget.add_argument("--json", action="store_true", help=say("any.json"))
    added["audit"].add_argument("--limit", type=_positive, metavar="N", help=say("audit.limit"))
    added["audit"].add_argument("--json", action="store_true", help=say("audit.json"))
    added["db"].add_argument("what", choices=["check", "backup", "retention", "expire"])
    added["db"].add_argument(
        "value",
        nargs="?",
        help=say("db.value"),
    )
    added["db"].add_argument("--yes", action="store_true", help=say("db.yes"))
    added["db"].add_argument("--json", action="store_true", help=say("any.json"))


def _add_writing(added: Mapping[str, Parser]) -> None:
    """What scenarios are written with."""
    say = added["new"].say
    added["new"].add_argument("id", nargs="?", help=say("new.id"))
    added["new"].add_argument(
        "--into", type=_path, metavar="DIR", default=".", help=say("new.into")
    )
    added["new"].add_argument("--yes", action="store_true", help=say("new.yes"))
    added["validate"].add_argument("paths", type=_path, nargs="*", help=say("validate.paths"))
    added["validate"].add_argument(
        "--format",
        choices=["text", "line", "json", "github", "sarif"],
        default="text",
        help=say("validate.format"),
    )
    added["explain"].add_argument("code", nargs="?", help=say("explain.code"))
    added["schema"].add_argument(
        "kind",
        nargs="?",
        default="scenario",
        choices=["scenario", "persona", "handbook", "shop", "exemplar", "programme"],
        help=say("schema.kind"),
    )
    added["explain"].add_argument("--json", action="store_true", help=say("any.json"))
    added["try"].add_argument("scenario", help=say("any.draft"))
    added["try"].add_argument("--seed", type=_seed, metavar="N", default=1, help=say("any.seed"))


def _add_tool(parser: Parser) -> None:
    say = parser.say
    parser.add_argument("scenario", nargs="*", help=say("any.drafts"))
    parser.add_argument("--json", action="store_true", help=say("any.json"))


def _add_graph(parser: Parser) -> None:
    say = parser.say
    parser.add_argument("scenario", help=say("any.draft"))
    parser.add_argument(
        "--format", choices=["tree", "mermaid", "dot"], default="tree", help=say("graph.format")
    )
    parser.add_argument("--sessions", action="store_true", help=say("graph.sessions"))


def _add_play(parser: Parser) -> None:
    say = parser.say
    parser.add_argument("scenario", nargs="?", help=say("play.scenario"))
    parser.add_argument("--mode", choices=["guided", "practice", "test"], help=say("any.mode"))
    parser.add_argument("--seed", type=_seed, metavar="N", help=say("any.seed"))
    parser.add_argument(
        "--intensity",
        choices=["mild", "normal", "hard"],
        default="normal",
        help=say("any.intensity"),
    )
    parser.add_argument("--resume", metavar="SESSION", help=say("play.resume"))
    _add_doors(parser)


def _add_doors(parser: Parser) -> None:
    say = parser.say
    doors = parser.add_mutually_exclusive_group()
    doors.add_argument("--plain", action="store_true", help=say("any.plain"))
    doors.add_argument("--jsonl", action="store_true", help=say("any.jsonl"))


def _add_programme(added: dict[str, Parser]) -> None:
    say = added["programme"].say
    programme = added["programme"]
    programme.add_argument(
        "words", nargs="*", metavar="[ID] | read [ID/]STEP | next [ID]", help=say("programme.words")
    )
    programme.add_argument("--json", action="store_true", help=say("any.json"))
    programme.add_argument("--seed", type=_seed, metavar="N", help=say("programme.seed"))
    _add_doors(programme)
    certificate = added["certificate"]
    certificate.add_argument("programme", nargs="?", help=say("certificate.programme"))
    certificate.add_argument(
        "--out", type=_path, required=True, metavar="FILE.html", help=say("certificate.out")
    )
    added["verify"].add_argument("file", type=_path, help=say("verify.file"))
    added["verify"].add_argument("--json", action="store_true", help=say("any.json"))


def _add_practice(parser: Parser, progress: Parser) -> None:
    say = parser.say
    progress.add_argument("--json", action="store_true", help=say("any.json"))
    parser.add_argument("what", nargs="?", choices=["start"], help=say("today.what"))
    parser.add_argument("number", nargs="?", type=_positive, metavar="N", help=say("today.number"))
    parser.add_argument("--plain", action="store_true", help=say("today.plain"))
    parser.add_argument("--json", action="store_true", help=say("today.json"))


def _add_figures(added: Mapping[str, Parser]) -> None:
    """What leads and trainers read figures with."""
    say = added["agreement"].say
    added["agreement"].add_argument("files", type=_path, nargs="*", help=say("agreement.files"))
    added["agreement"].add_argument(
        "--by", choices=["lang", "case", "kind"], default="lang", help=say("agreement.by")
    )
    added["agreement"].add_argument(
        "--worst", type=_positive, metavar="N", default=0, help=say("agreement.worst")
    )
    which = added["agreement"].add_mutually_exclusive_group()
    which.add_argument("--only", action="store_true", help=say("agreement.only"))
    which.add_argument("--fitted", action="store_true", help=say("agreement.fitted"))
    added["agreement"].add_argument("--json", action="store_true", help=say("any.json"))
    _add_report(added["report"])
    _add_calibration(added["calibration"])


def _add_report(parser: Parser) -> None:
    say = parser.say
    parser.add_argument("--person", metavar="LOGIN", help=say("report.person"))
    parser.add_argument("--drill", metavar="ID", help=say("report.drill"))
    parser.add_argument("--since", metavar="DATE", help=say("report.since"))
    parser.add_argument("--until", metavar="DATE", help=say("report.until"))
    parser.add_argument(
        "--format",
        choices=["html", "csv", "jsonl", "xapi"],
        help=say("report.format"),
    )
    parser.add_argument("--out", type=_path, metavar="FILE", help=say("report.out"))
    parser.add_argument("--hide-names", action="store_true", help=say("report.hide-names"))
    parser.add_argument(
        "--send",
        metavar="ENDPOINT",
        help=say("report.send"),
    )


def _add_calibration(parser: Parser) -> None:
    say = parser.say
    parser.add_argument(
        "--by",
        choices=["criterion", "rater", "lang"],
        default="criterion",
        help=say("calibration.by"),
    )
    parser.add_argument("--json", action="store_true", help=say("any.json"))
    parser.add_argument("--fixtures", type=_path, metavar="FILE", help=say("calibration.fixtures"))


def _path(text: str) -> str:
    """A file or folder; an empty one would be the folder that one is in, or as if nothing were given."""
    if not text.strip():
        raise argparse.ArgumentTypeError("must name a file or folder")
    return text


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
    prepare_streams()
    from simulator.options import choose_language

    language = choose_language(given_language(sys.argv[1:] if argv is None else argv))
    arguments = build_parser(language).parse_args(argv)
    begin()
    try:
        code = _run(arguments)
        code = max(code, _tell_left_out(language))  # what was not saved weighs more
        go_on_unread()
        with written():
            sys.stdout.flush()  # here a full disk can still be told
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        silence_stdout()
        with suppress(BrokenPipeError):  # nobody reads our messages either
            return _tell_left_out(language)
        return 0
    except Exception as error:
        from simulator.failure import report
        from simulator.machine.files import NO_ROOM

        if isinstance(error, OSError) and error.errno in NO_ROOM:
            silence_stdout()
        return report(error, arguments.lang)
    return code


def _run(arguments: argparse.Namespace) -> int:
    if arguments.version:
        from simulator.commands.version import run as show_version

        return show_version(arguments)
    _check_clock()
    from importlib import import_module

    from simulator.options import check_language

    check_language(arguments.lang)
    packs = given_packs(arguments)
    name_packs(packs)
    if packs:
        from simulator.libraries import add_packs

        add_packs(packs, os.environ)
    name = (arguments.command or "home").replace("-", "_")
    name = {"import": "import_", "try": "try_"}.get(name, name)  # modules cannot bear these names
    return int(import_module(f"simulator.commands.{name}").run(arguments))


def _tell_left_out(language: str) -> int:
    """Say what was damaged and left out; the exit code that goes with it."""
    if not (names := untold()):
        return 0
    from simulator.failure import left_out_text
    from simulator.machine.output import message

    message(left_out_text(names, language))
    return 1


def _check_clock() -> None:
    """Raises UsageError where the clock is so wrong that Python cannot tell the time."""
    try:
        time.time()
    except OverflowError as error:
        from simulator.errors import UsageError

        raise UsageError("usage.clock") from error
