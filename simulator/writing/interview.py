"""The questions for a new scenario, asked one after the other.

Every question has a default, so that Enter alone works; an answer that cannot be used is explained
and asked for again. Where questions and answers go is the caller's business.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from dataclasses import replace
from difflib import get_close_matches
from typing import Any, Final, cast, get_args

from scenarios.complaints import CATEGORY_NAMES, CATEGORY_OF, TYPE_NAMES, ComplaintType
from scenarios.first_files import Answers, deeds_to_offer, default_answers
from scenarios.language import LANGUAGES, Language, Text
from scenarios.model import Channel, Shop
from scenarios.places import FOLDERS_OF_FILES
from scenarios.text import clean_text, is_identifier, is_reserved
from simulator.words.cli import CLI
from simulator.words.writing import WRITING

__all__ = ["Interview", "free_id"]

_TEXTS: Final = ("title", "customer", "says", "need", "offer", "limit")


def free_id(taken: Container[str]) -> str:
    """An id for somebody who does not mind which."""
    names = ("my-first-scenario", *(f"my-scenario-{number}" for number in range(2, 10_000)))
    return next(name for name in names if name not in taken)


class Interview:
    """Asks with ``ask``, which gets the prompt and returns the answer, and tells with ``tell``."""

    def __init__(
        self, ask: Callable[[str], str], tell: Callable[[str], None], language: Language, shop: Shop
    ) -> None:
        self._ask, self._tell, self.language, self._shop = ask, tell, language, shop

    def answers(self, given_id: str | None, taken: Container[str]) -> Answers:
        """All answers; *taken* are the ids that cannot be used."""
        self._tell(self._say("new.intro"))
        scenario_id = given_id or self._id(taken)
        self._tell_types()
        kinds = {kind.value: TYPE_NAMES[kind].of(self.language) for kind in ComplaintType}
        kind = self._choice("type", kinds, "wrong-item")
        channels = {name: CLI.say(f"channel.{name}", self.language) for name in get_args(Channel)}
        channel = self._choice("channel", channels, "chat")
        answers = default_answers(
            scenario_id, self._shop, ComplaintType(kind), cast("Channel", channel)
        )
        for part in _TEXTS:
            given: Any = {part: self._text(part, getattr(answers, part))}
            answers = replace(answers, **given)
            if part == "offer":
                answers = replace(answers, deed=self._deed(answers.deed))
        return answers

    def _say(self, key: str, **values: object) -> str:
        return WRITING.say(key, self.language, **values)

    def _answer(self, question: str, default: str) -> str:
        self._tell(f"\n{question}\n[{default}]")
        return clean_text(self._ask("> ")).strip() or default

    def _id(self, taken: Container[str]) -> str:
        while True:
            given = self._answer(self._say("new.id"), free_id(taken))
            if not is_identifier(given):
                key = "new.reserved" if is_reserved(given) else "new.bad-id"
                self._tell(self._say(key, value=given))
            elif given in FOLDERS_OF_FILES:
                self._tell(self._say("new.folder", value=given))
            elif given in taken:
                self._tell(self._say("new.taken", value=given))
            else:
                return given

    def _choice(self, key: str, names: Mapping[str, str], default: str) -> str:
        """One of the words, typed as such or by its name in the language of the interface."""
        words = {name.casefold(): word for word, name in names.items()}
        while True:
            given = self._answer(self._say(f"new.{key}"), default).casefold()
            if given in names:
                return given
            if given in words:
                return words[given]
            if close := get_close_matches(given, names, n=1):
                default = close[0]  # so that Enter takes it
                self._tell(self._say("new.close", close=default))
            else:
                self._tell(self._say("new.not-one", value=given, choices=", ".join(names)))

    def _tell_types(self) -> None:
        """The types by their categories, with their names."""
        blank = "、" if self.language == "ja" else ", "
        for category, name in CATEGORY_NAMES.items():
            kinds = [kind for kind in ComplaintType if CATEGORY_OF[kind] is category]
            told = [f"{kind.value} ({TYPE_NAMES[kind].of(self.language)})" for kind in kinds]
            self._tell(f"  {name.of(self.language)}: {blank.join(told)}")

    def _deed(self, default: str) -> str:
        actions = self._shop.actions
        known = {d: actions[d].title.of(self.language) for d in deeds_to_offer(self._shop)}
        told = [f"{deed} ({title})" for deed, title in known.items()]
        self._tell("  " + ("、" if self.language == "ja" else ", ").join(told))
        return self._choice("deed", known, default)

    def _text(self, key: str, default: Text) -> Text:
        """In both languages, that of the interface first."""
        order = sorted(LANGUAGES, key=lambda language: language != self.language)
        given = {
            language: self._answer(
                self._say(f"new.in-{language}", question=self._say(f"new.{key}")),
                default.of(language),
            )
            for language in order
        }
        return Text(given["ja"], given["en"])
