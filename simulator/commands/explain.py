"""``explain``: what a problem code means, an example of wrong and right, and what to do."""

from __future__ import annotations

import argparse
from difflib import get_close_matches
from textwrap import fill

from scenarios import lint_texts  # noqa: F401  (registers the words of the codes)
from scenarios.explanations import Explanation, explanations
from scenarios.language import Language, Text
from scenarios.width import first_cells
from simulator.errors import UsageError
from simulator.machine.output import json_line, output_width, write
from simulator.options import choose_language
from simulator.words.writing import WRITING


def run(arguments: argparse.Namespace) -> int:
    language = choose_language(arguments.lang)
    if arguments.code is None:
        _list(language, as_json=arguments.json)
        return 0
    code = arguments.code.strip().upper()
    found = explanations().get(code)
    if found is None:
        raise UsageError("usage", detail=_unknown(arguments.code, language))
    if arguments.json:
        json_line({"schema_version": 1, **_row(code, found, language)})
    else:
        _tell(code, found, language)
    return 0


def _unknown(given: str, language: Language) -> str:
    close = get_close_matches(given.strip().upper(), list(explanations()), n=1)
    parts = [WRITING.say("explain.unknown", language, code=given)]
    if close:
        parts.append(WRITING.say("explain.close", language, code=close[0]))
    parts.append(WRITING.say("explain.list", language))
    return ("" if language == "ja" else " ").join(parts)


def _list(language: Language, *, as_json: bool) -> None:
    if as_json:
        rows = [_row(code, found, language) for code, found in explanations().items()]
        json_line({"schema_version": 1, "language": language, "codes": rows})
        return
    width = output_width()
    for code, found in explanations().items():
        write(first_cells(f"{code}  {found.means.of(language)}", width - 1))


def _tell(code: str, found: Explanation, language: Language) -> None:
    write(f"{code}\n{_wrapped(found.means, language)}")
    where = "" if found.file == "scenario" else WRITING.say(f"explain.file.{found.file}", language)
    for name in ("wrong", "right"):
        head = WRITING.say(f"explain.{name}", language)
        write(f"\n{head} ({where}):" if where else f"\n{head}:")
        write("\n".join(f"    {line}" for line in getattr(found, name).splitlines()))
    write(f"\n{WRITING.say('explain.do', language)}:\n{_wrapped(found.do, language)}")


def _wrapped(text: Text, language: Language) -> str:
    """English is broken between words; Japanese may be broken anywhere, which terminals do."""
    whole = text.of(language)
    return whole if language == "ja" else fill(whole, max(20, min(output_width(), 100) - 1))


def _row(code: str, found: Explanation, language: Language) -> dict[str, str]:
    return {
        "code": code,
        "means": found.means.of(language),
        "wrong": found.wrong,
        "right": found.right,
        "file": found.file,
        "do": found.do.of(language),
    }
