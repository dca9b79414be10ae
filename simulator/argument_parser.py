"""A parser of arguments whose help and errors are in the reader's language.

argparse words its headings and errors in English, lists every command there is for one that is mistyped,
and breaks lines at blanks only, of which Japanese has hardly any. Only what is said is changed here; what
is an error, and all of the English help, stays argparse's.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final, NoReturn

from simulator.words.commands import COMMANDS

if TYPE_CHECKING:
    from scenarios.language import Language

__all__ = ["PACKS", "Parser", "error_text", "given_language", "given_packs"]

PACKS: Final = ("pack", "packs_after_command", "packs_after_deed")
"""Where the packs are that stand before the command, behind it, and behind what a command is told to
do: each under its own name, so that they add up."""

_EXIT_USAGE: Final = 2
_FORMS: Final = {
    "command": r"argument COMMAND: invalid choice: '(?P<value>.*)' \(choose from (?P<choices>.*)\)",
    "choice": r"argument (?P<name>.*?): invalid choice: '(?P<value>.*)' \(choose from (?P<choices>.*)\)",
    "missing": r"the following arguments are required: (?P<name>.*)",
    "unknown": r"unrecognized arguments: (?P<value>.*)",
    "value": r"argument (?P<name>.*?): expected (?:one argument|at least one argument|\d+ arguments?)",
    "number": r"argument (?P<name>.*?): must be a whole number from (?P<lowest>\d+) to (?P<most>\d+)",
    "empty": r"argument (?P<name>.*?): must not be empty",
    "no-path": r"argument (?P<name>.*?): must name a file or folder",
    "twice": r"argument (?P<name>.*?): given twice",
    "together": r"argument (?P<name>.*?): not allowed with argument (?P<value>.*)",
    "ambiguous": r"ambiguous option: (?P<value>.*) could match (?P<choices>.*)",
    "one-of": r"one of the arguments (?P<choices>.*) is required",
}
"""What argparse says, in the words of Python 3.11 to 3.13."""


_LIKENESS: Final = 0.7
"""From which on a command may be the one that was mistyped: no "locate" for "frobnicate"."""

_PHRASE: Final = re.compile(
    r"(?<=[、。；）」])(?![、。；）」])"
    r"|(?<=[ぁ-ん] )(?![ぁ-ん])"
    r"|(?<=[ぁ-ん])(?<![おご])(?<![一-龥][いえきけげしせちびべみめりれ])(?![ぁ-んー、。；：）」,.:;)\s])"
    r"|(?<![（「])(?=[（「])"
)
"""Where a Japanese line is best broken: behind a mark, before a bracket, and where the letters of an
ending or a particle give way to others, but not within 取り消す or お客様."""
_UNIT: Final = re.compile(
    r"[（「]*(?:[!-~]+|.)[、。；：・！？〜ー…）」,.:;)ぁぃぅぇぉっゃゅょァィゥェォッャュョ]*\s*"
)
"""What stays on one line where a phrase has to be parted: a word in Latin letters, or one letter with
the marks that belong to it."""


class Parser(argparse.ArgumentParser):
    """Ends with 2 as argparse does, after a sentence in the language of the interface."""

    def __init__(self, language: Language = "en", **options: Any) -> None:
        if language == "ja":
            options.setdefault("formatter_class", _JapaneseHelp)
        super().__init__(**options)
        self.language: Language = language
        for name in (None, "store"):
            self.register("action", name, _Once)
        self.register("type", None, _not_empty)
        self._given: set[str] = set()

    def add_subparsers(self, **options: Any) -> Any:
        """As argparse has it; what stands behind a command is looked at by its own parser only."""
        action = super().add_subparsers(**options)
        action.type = str
        return action

    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        self._given = set()
        return super().parse_known_args(args, namespace)

    def note_given(self, action: argparse.Action) -> None:
        """Raises ArgumentError for an option that was there before: the value before it would be lost."""
        if action.dest in self._given:
            raise argparse.ArgumentError(action, "given twice")
        self._given.add(action.dest)

    def say(self, key: str) -> str:
        """A text of the help."""
        return COMMANDS.say(key, self.language)

    def format_help(self) -> str:
        # Only now: argparse joins the groups of parent parsers by their titles.
        self._positionals.title = self.say("heading.positionals")
        self._optionals.title = self.say("heading.options")
        for action in self._actions:
            if action.dest == "help":
                action.help = self.say("heading.help")
        return super().format_help()

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(_EXIT_USAGE, f"{self.prog}: {error_text(message, self.language)}\n")


def _not_empty(text: str) -> str:
    """What an argument is that has no other type: the name of something. An empty one, as of a variable
    that is not set, names nothing and must not be passed over; text is ``str``, and whoever takes it
    says what is wrong with an empty one."""
    if not text.strip():
        raise argparse.ArgumentTypeError("must not be empty")
    return text


class _Once(argparse.Action):
    """Keeps the one value of an option, which may be given once; one that adds up is ``append`` or
    ``extend``."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[Any] | None,
        option_string: str | None = None,
    ) -> None:
        if option_string is not None and isinstance(parser, Parser):
            parser.note_given(self)
        setattr(namespace, self.dest, values)


class _JapaneseHelp(argparse.HelpFormatter):
    """Breaks lines by the cells they take in a terminal; names and metavars are Latin letters, which
    argparse measures well enough."""

    def _format_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None,
    ) -> str:
        from scenarios.width import cells

        heading = COMMANDS.say("heading.usage", "ja") if prefix is None else prefix
        stand_in = "-" * cells(heading)
        text = super()._format_usage(usage, actions, groups, stand_in)
        return heading + text.removeprefix(stand_in)

    def _split_lines(self, text: str, width: int) -> list[str]:
        return _japanese_lines(text, width)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n".join(indent + line for line in _japanese_lines(text, width - len(indent)))


def _japanese_lines(text: str, width: int) -> list[str]:
    """*text* in lines of at most *width* cells. `simulator.machine.wrap` does this better, with libraries that
    take longer to load than the whole help takes to come."""
    from scenarios.width import cells

    lines, line = [], ""
    for part in _parts(text, width):
        if line and cells((line + part).rstrip()) > width:
            lines.append(line.rstrip())
            line = ""
        line += part
    return [*lines, line.rstrip()]


def _parts(text: str, width: int) -> Iterator[str]:
    """Phrases, and smaller pieces of what is wider than a line."""
    from scenarios.width import cells

    for phrase in _PHRASE.split(text):
        for unit in [phrase] if cells(phrase.rstrip()) <= width else _UNIT.findall(phrase):
            yield from [unit] if cells(unit.rstrip()) <= width else unit


def given_packs(arguments: argparse.Namespace) -> list[str]:
    """The folders of all ``--pack`` of a command line, in their order."""
    return [folder for name in PACKS for folder in getattr(arguments, name, None) or ()]


def given_language(arguments: Sequence[str]) -> str | None:
    """What ``--lang`` says, as far as it can be told before the arguments are read; the last one counts,
    as it does for argparse."""
    found = None
    for at, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            found = argument.removeprefix("--lang=")
        elif argument == "--lang" and at + 1 < len(arguments):
            found = arguments[at + 1]
    return found


def error_text(message: str, language: str) -> str:
    """An error of argparse in *language* ("ja" or "en"); as argparse has it where it is of no known
    form."""
    from scenarios.text import clean_text
    from simulator.words.arguments import ARGUMENTS

    spoken: Language = "ja" if language == "ja" else "en"
    for key, form in _FORMS.items():
        found = re.fullmatch(form, message, re.DOTALL)
        if found is None:
            continue
        told = {name: clean_text(value) for name, value in found.groupdict().items()}
        near = _nearest(found["value"], found["choices"]) if key == "command" else ""
        return ARGUMENTS.say("command-near" if near else key, spoken, near=near, **told)
    return ARGUMENTS.say("other", spoken, message=clean_text(message))


def _nearest(word: str, choices: str) -> str:
    from scenarios.decode import closest

    return closest(word, re.findall(r"[\w-]+", choices), _LIKENESS) or ""
