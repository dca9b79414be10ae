"""A followed contact as lines of text, each told once. Nothing is drawn here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scenarios.language import Language
from scenarios.text import clean_text, one_line
from simulator.engine.codec import NOTE_FIELDS
from simulator.team.reviewing import passed_by_drill
from simulator.words.cli import CLI
from simulator.words.drill import DRILL

if TYPE_CHECKING:
    from simulator.contact import Contact
    from simulator.engine.state import Entry
    from simulator.team.follow import Followed

__all__ = ["WatchLines", "ending_lines", "mood_text", "score_text"]


def score_text(contact: Contact, turn: int, language: Language) -> str:
    """The three scores of one reply."""
    scores = contact.grade(turn).scores
    told = {
        name: DRILL.say("watch.untold", language) if score is None else str(score)
        for name, score in scores.items()
    }
    return DRILL.say("watch.scores", language, turn=turn, **told)


def mood_text(contact: Contact, language: Language) -> str:
    """The customer's mood as it is now, in figures from 0 to 100."""
    mood = contact.mood
    return DRILL.say("watch.mood", language, anger=mood.anger, trust=mood.trust, worry=mood.worry)


def ending_lines(followed: Followed, language: Language, *, with_total: bool = True) -> list[str]:
    """How an ended contact ended, the case note, and what came of it; nothing before its end."""
    contact = followed.contact
    if not contact.ended:
        return []
    if contact.stopped:
        return [DRILL.say("watch.stopped", language)]
    ending = contact.ending
    title = ending.title.of(language) if ending else ""
    lines = [DRILL.say("watch.ended", language, title=title)]
    note = contact.state.note
    if note is not None:
        lines.append(DRILL.say("watch.note", language))
        filled = [(name, one_line(note.get(name, ""))) for name in NOTE_FIELDS]
        lines += [f"  {CLI.say(f'note.{name}', language)}: {text}" for name, text in filled if text]
    elif not followed.over:
        lines.append(DRILL.say("watch.note-coming", language))
    if followed.over:
        card = contact.scorecard() if with_total else None
        if card is not None and card.total is not None:
            by_drill, mark = passed_by_drill(contact, card)
            passed = DRILL.say("passed" if by_drill else "not-passed", language)
            if mark is not None:
                passed += DRILL.say("and", language) + DRILL.say("pass-mark", language, mark=mark)
            lines.append(DRILL.say("watch.total", language, total=card.total, passed=passed))
        lines.append(DRILL.say("watch.over", language))
    return lines


class WatchLines:
    """Remembers what was told."""

    def __init__(self, followed: Followed, language: Language) -> None:
        self._followed = followed
        self._language: Language = language
        self._entries = 0
        self._ending: list[str] = []

    def new(self) -> list[str]:
        """The lines that were not told yet, the first time with a heading."""
        language, contact = self._language, self._followed.contact
        lines = []
        if not self._entries:
            lines.append(DRILL.say("watch.title", language, trainee=self._followed.trainee))
            lines.append(contact.scenario.title.of(language))
        new = contact.entries[self._entries :]
        self._entries = len(contact.entries)
        for entry in new:
            lines.append(self._told(entry))
            if entry.kind == "agent":
                lines.append(score_text(contact, entry.turn, language))
        if any(entry.kind == "customer" for entry in new):
            lines.append(mood_text(contact, language))
        ending = ending_lines(self._followed, language)
        lines += [line for line in ending if line not in self._ending]
        self._ending += ending
        return lines

    def _told(self, entry: Entry) -> str:
        kind = entry.kind if entry.kind in ("customer", "agent", "desk") else "happened"
        text = clean_text(entry.text).replace("\n", "\n  ")  # no line of it passes for another's
        return f"{DRILL.say(f'watch.{kind}', self._language)}: {text}"
