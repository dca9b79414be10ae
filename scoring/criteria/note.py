"""The case note: whether the next person can carry on from it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from scenarios.language import Language, Text
from scenarios.model import NoteItem, Scenario, Topic, TopicKind
from scoring.language.lazy_pattern import LazyPattern
from scoring.model import Level, Reading

ReadNote = Callable[[str], Reading]
"""Reads a field of the note against :func:`note_scenario`."""

FIELD_NAMES: Mapping[str, Text] = {
    "happened": Text("起きたこと", "what happened"),
    "wish": Text("ご要望", "the wish"),
    "facts": Text("確認した事実", "the facts"),
    "promise": Text("約束したこと", "what was promised"),
    "who": Text("担当", "who"),
    "when": Text("いつ", "when"),
}


def note_scenario(scenario: Scenario) -> Scenario:
    """The scenario with the note's own cues as topics, so that one reader serves for both."""
    topics = dict(scenario.topics)
    for index, item in enumerate(scenario.note):
        if item.cues.ja or item.cues.en:
            name = FIELD_NAMES[item.field]
            topics[_own_topic(index)] = Topic(TopicKind.FACT, name, item.cues)
    return replace(scenario, topics=topics)


def judge_note(
    note: Mapping[str, str] | None, scenario: Scenario, language: Language, read: ReadNote | None
) -> tuple[Level, tuple[str, ...]]:
    """The level, and the fields that lack something, in the scenario's order."""
    if not scenario.note:
        return Level.NO_OCCASION, ()
    if note is None or not any(text.strip() for text in note.values()):
        return Level.NOT_MET, tuple(dict.fromkeys(item.field for item in scenario.note))
    ear = _Ear(scenario, language, read)
    lacking = [
        item.field
        for index, item in enumerate(scenario.note)
        if not ear.holds(note.get(item.field, ""), item, _own_topic(index))
    ]
    if not lacking:
        return Level.MET, ()
    level = Level.PARTLY if len(lacking) < len(scenario.note) else Level.NOT_MET
    return level, tuple(dict.fromkeys(lacking))


@dataclass(frozen=True, slots=True)
class _Ear:
    """Hears whether a field of the note holds what it should."""

    scenario: Scenario
    language: Language
    read: ReadNote | None

    def holds(self, text: str, item: NoteItem, own_topic: str) -> bool:
        if not text.strip():
            return False
        cues = item.cues.of(self.language)
        if not item.topics and not cues:
            return True
        if any(self._stands_in(cue, text) for cue in cues):
            return True
        if item.field == "who" and _is_own_name(text, cues):
            return True
        if self.read is None:
            topics = (self.scenario.topics[name] for name in item.topics)
            wanted = (cue for topic in topics for cue in topic.cues.of(self.language))
            return any(self._stands_in(cue, text) for cue in wanted)
        named = {found.topic for found in self.read(text).topics}
        return bool(named & {*item.topics, own_topic})

    def _stands_in(self, cue: str, text: str) -> bool:
        """Its letters in Japanese, its words in English: "somebody" holds no "me"."""
        if self.language == "ja":
            return _plain(cue) in _plain(text)
        return f" {_words(cue)} " in f" {_words(text)} "


_MYSELF: Final = ("私", "me", "myself")
_NOBODY: Final = LazyPattern(
    r"誰か|だれか|誰が|未定|未決|不明|なし|だれも|誰も|[?？]|"
    r"\b(?:some(?:body|one)|any(?:body|one)|nobody|no one|none|whoever|tbd|tbc|unknown|the team|team)\b"
)


def _is_own_name(text: str, cues: Iterable[str]) -> bool:
    """Where the agent's own name will do, any name will: trainees have names of their own."""
    return any(cue in _MYSELF for cue in cues) and not _NOBODY.search(text.casefold())


def _own_topic(index: int) -> str:
    return f"note-{index}"


def _words(text: str) -> str:
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


_WORD: Final = LazyPattern(r"[^\W_]+(?:[:.,'’-][^\W_]+)*")


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())
