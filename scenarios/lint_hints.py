"""Hints to a writer: what can be read and used, and was most likely meant in another way.

Works on files that are sound. A hint keeps nothing from being used, so it may be wrong now and then;
names, numbers, brands and short words raise none. What the reader of replies makes of cues is looked
at elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from scenarios.language import LANGUAGES, Language
from scenarios.lint import Path, mark_at
from scenarios.model import Cues, Scenario
from scenarios.problems import Problem, make_problem
from scenarios.yaml_source import Mapping, Mark, Node, Scalar, Sequence

__all__ = ["notation_hints", "sum_hints", "text_hints"]


def text_hints(node: Node, path: str) -> Iterator[Problem]:
    """Texts that stand under the wrong language, in any file."""
    match node:
        case Mapping(entries):
            for key, value in entries:
                if key.text in LANGUAGES:
                    yield from _other_language(value, "ja" if key.text == "ja" else "en", path)
                yield from text_hints(value, path)
        case Sequence(items):
            for item in items:
                yield from text_hints(item, path)


def _hint(path: str, mark: Mark, code: str, **facts: object) -> Problem:
    return make_problem(path, mark.line, mark.column, code, facts)


# ---------------------------------------------------------------- sums

_SUM: Final = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+")


def sum_hints(node: Node, path: str) -> Iterator[Problem]:
    """``[1,500]`` is a list of two numbers to YAML, and a sum to whoever writes it."""
    amounts = node.get("amounts") if isinstance(node, Mapping) else None
    for run in _touching(amounts.items) if isinstance(amounts, Sequence) else ():
        written = ",".join(number.text for number in run)
        if _SUM.fullmatch(written):
            facts = {"written": written, "sum": written.replace(",", "")}
            yield _hint(path, run[0].mark, "W401", **facts)


def _touching(items: Iterable[Node]) -> Iterator[list[Scalar]]:
    """The numbers of a list, those together that only a comma parts."""
    run: list[Scalar] = []
    for item in items:
        if not isinstance(item, Scalar):
            continue
        if run and item.mark != Mark(
            run[-1].mark.line, run[-1].mark.column + len(run[-1].text) + 1
        ):
            yield run
            run = []
        run.append(item)
    yield run


# ---------------------------------------------------------------- languages

_JAPANESE: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff々〆]")
_HIRAGANA: Final = re.compile(r"[\u3041-\u3096]")
_LATIN: Final = re.compile(r"[A-Za-z]")
_WORD: Final = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_FEWEST_WORDS: Final = 3
_FEWEST_SMALL: Final = 2
"""Words without a capital: names and titles have them, sentences too."""
_FEWEST_LETTERS: Final = 5
_FEWEST_KANJI: Final = 10
"""Japanese letters from which on a text without hiragana is more than a name."""


def _other_language(value: Node, language: Language, path: str) -> Iterator[Problem]:
    """The first text below a language that is written in the other one."""
    texts = list(_texts(value))
    is_other = _is_english if language == "ja" else _is_japanese
    found = next((text for text in texts if is_other(text.text)), None)
    if found is None and texts and is_other(" ".join(text.text for text in texts)):
        found = texts[0]
    if found is not None:
        other = "en" if language == "ja" else "ja"
        facts = {"text": found.text, "key": language, "language": f"@{other}"}
        yield _hint(path, found.mark, "W402", **facts)


def _texts(value: Node) -> Iterator[Scalar]:
    if isinstance(value, Scalar):
        yield value
    elif isinstance(value, Sequence):
        yield from (item for item in value.items if isinstance(item, Scalar))


def _is_english(text: str) -> bool:
    """Whether it is a few words of English, without a Japanese letter."""
    if _JAPANESE.search(text):
        return False
    words = [word for raw in text.split() if _WORD.fullmatch(word := raw.strip('.,;:!?"“”()'))]
    small = sum(word[0].islower() for word in words)
    return len(words) >= _FEWEST_WORDS and small >= _FEWEST_SMALL


def _is_japanese(text: str) -> bool:
    """Whether it is a few words of Japanese, with a name or a figure in Latin letters at most."""
    letters = len(_JAPANESE.findall(text))
    fewest = _FEWEST_LETTERS if _HIRAGANA.search(text) else _FEWEST_KANJI
    return letters >= fewest and letters > len(_LATIN.findall(text))


# ---------------------------------------------------------------- cues

_OF_RULES: Final = re.compile(r"\([^()]*\|[^()]*\)|\||^\^|\.\.\.|…|\\|\*|\[[^\]]*\]|(?<!\S)=(?=\w)")
"""What means something in the scorer's rules and nothing in a cue."""


def notation_hints(scenario: Scenario, node: Node, path: str) -> Iterator[Problem]:
    """Cues in the notation of the scorer's rules; *node* is the file of *scenario*."""
    for where, cues in _all_cues(scenario, node):
        for language in LANGUAGES:
            for place, cue in enumerate(cues.of(language)):
                if found := _OF_RULES.search(cue):
                    mark = mark_at(node, (*where, language, place))
                    yield _hint(path, mark, "W305", cue=cue, part=found.group())


def _all_cues(scenario: Scenario, node: Node) -> Iterable[tuple[Path, Cues]]:
    for name, topic in scenario.topics.items():
        yield ("topics", name, "cues"), topic.cues
    if isinstance(node, Mapping) and node.get("note") is not None:
        for number, item in enumerate(scenario.note):
            yield ("note", number, "cues"), item.cues
