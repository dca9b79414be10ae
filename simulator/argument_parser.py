"""A parser of arguments that tells what is wrong in the reader's language, and what was meant.

argparse words its errors in English and lists every command there is for one that is mistyped. Only
what an error says is changed here; what is an error stays argparse's to decide.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NoReturn

if TYPE_CHECKING:
    from scenarios.language import Language

__all__ = ["Parser", "error_text"]

_EXIT_USAGE: Final = 2
_NEAR: Final = 0.6
"""How alike a mistyped word must be to be taken for another, 0-1."""
_FORMS: Final = {
    "command": r"argument COMMAND: invalid choice: '(?P<value>.*)' \(choose from (?P<choices>.*)\)",
    "choice": r"argument (?P<name>.*?): invalid choice: '(?P<value>.*)' \(choose from (?P<choices>.*)\)",
    "missing": r"the following arguments are required: (?P<name>.*)",
    "unknown": r"unrecognized arguments: (?P<value>.*)",
    "value": r"argument (?P<name>.*?): expected (?:one argument|at least one argument|\d+ arguments?)",
    "number": r"argument (?P<name>.*?): must be a whole number from (?P<lowest>\d+) to (?P<most>\d+)",
    "together": r"argument (?P<name>.*?): not allowed with argument (?P<value>.*)",
    "ambiguous": r"ambiguous option: (?P<value>.*) could match (?P<choices>.*)",
    "one-of": r"one of the arguments (?P<choices>.*) is required",
}
"""What argparse says, in the words of Python 3.11 to 3.13."""


class Parser(argparse.ArgumentParser):
    """Ends with 2 as argparse does, after a sentence in the language of the interface."""

    def error(self, message: str) -> NoReturn:
        from simulator.options import choose_language

        language = choose_language(_given_language(sys.argv[1:]))
        self.print_usage(sys.stderr)
        self.exit(_EXIT_USAGE, f"{self.prog}: {error_text(message, language)}\n")


def _given_language(arguments: Sequence[str]) -> str | None:
    """What ``--lang`` says, as far as it can be told from arguments that could not be read."""
    for at, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
        if argument == "--lang" and at + 1 < len(arguments):
            return arguments[at + 1]
    return None


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
    from difflib import get_close_matches

    known = re.findall(r"[\w-]+", choices)
    return next(iter(get_close_matches(word, known, 1, _NEAR)), "")
