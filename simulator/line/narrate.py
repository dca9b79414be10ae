"""A contact told in plain lines: no colours, no box drawing, one prefix a speaker.

Used by the line mode and the demo; reads well aloud and in a pipe.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from scenarios.text import clean_text
from scoring.model import DIMENSIONS, ReplyGrade, Scorecard
from scoring.report import points_earned
from simulator.better_end import better_end
from simulator.contact import Contact
from simulator.engine.events import (
    CustomerSpoke,
    DeskAnswered,
    Ended,
    Happened,
    MoodChanged,
    Output,
)
from simulator.hints import Hint, hints_used, hints_used_text, open_duties
from simulator.line.live_lines import live_lines
from simulator.team.reviewing import passed_by_drill
from simulator.words.cli import CLI

__all__ = ["Narrator"]

_FINDINGS_SHOWN = 3


class Narrator:
    """Tells outputs of one contact through *write*, which takes one line without its end."""

    def __init__(self, contact: Contact, write: Callable[[str], None]) -> None:
        self.contact = contact
        self._write = write

    def say(self, key: str, **values: object) -> None:
        self.line(CLI.say(key, self.contact.language, **values))

    def line(self, text: str) -> None:
        """Write text of any origin; what could act on a terminal has been made visible."""
        for part in clean_text(text).split("\n"):
            self._write(part)

    def speaker(self, who: str, text: str) -> None:
        """What *who* says; further lines are indented, so that none passes for what another says."""
        told = clean_text(text).replace("\n", "\n  ")
        self.line(f"{CLI.say(who, self.contact.language)}: {told}")

    def briefing(self) -> None:
        contact, language = self.contact, self.contact.language
        self.line(f"{contact.scenario.title.of(language)}")
        self.say(
            "modes",
            mode=CLI.say(f"mode.{contact.mode}", language),
            seed=contact.seed,
            channel=CLI.say(f"channel.{contact.channel}", language),
            clock=contact.clock,
        )
        self.line(contact.scenario.briefing.of(language).strip())
        self.line("")

    def outputs(self, outputs: Iterable[Output]) -> None:
        for output in outputs:
            self._tell(output)

    def _tell(self, output: Output) -> None:
        language = self.contact.language
        match output:
            case CustomerSpoke(text=text):
                self.speaker("customer", text)
            case Happened(text):
                self.say("happened", text=text.of(language))
            case DeskAnswered(text=text):
                self.speaker("desk", text.of(language))
            case MoodChanged(mood) if self.contact.mode != "test":
                self.say(
                    "mood",
                    anger=mood.anger,
                    trust=mood.trust,
                    face=mood.face,
                    control=mood.control,
                    worry=mood.worry,
                )
            case Ended():
                self.ended()

    def ended(self) -> None:
        """How the contact ended, what it means, and what a better end still needed."""
        ending = self.contact.ending
        if ending is None:
            self.say("stopped")
        else:
            self.say("ended", title=ending.title.of(self.contact.language))
            self.line(ending.note.of(self.contact.language))
            better = better_end(self.contact, self.contact.language)
            if better is not None:
                self.line(better)

    def feedback(self, turn: int, grade: ReplyGrade) -> None:
        """What the reply earned and cost; two or three lines."""
        language = self.contact.language
        told = {
            name: CLI.say("untold", language) if score is None else str(score)
            for name, score in grade.scores.items()
        }
        self.say("feedback", turn=turn, **told)
        titles = {d: CLI.say(f"feedback.{d}", language) for d in DIMENSIONS}
        for group in live_lines(grade.findings).weightiest(_FINDINGS_SHOWN):
            finding, words = group[0], ""
            if finding.span is not None:
                seen = grade.reading.text[finding.span.start : finding.span.end]
                words = CLI.say("quote", language, text=seen) + " "
            earned = points_earned(group, titles)
            self.line(f"  {earned} {words}{finding.message.of(language)}")
            instead = next((f.better or f.advice for f in group if f.better or f.advice), None)
            if instead is not None and finding.points <= 0:
                key = "better" if any(f.better for f in group) else "advice"
                self.line("     " + CLI.say(key, language, text=instead.of(language).strip()))

    def coaching(self, hint: str | None) -> None:
        """What is due now, and what the coach says."""
        duties = open_duties(self.contact)
        if duties:
            self.say("duties", text=" / ".join(duties))
        if hint:
            self.say("hint", text=hint)

    def hint(self, hint: Hint) -> None:
        """A hint that was asked for."""
        self.say(f"hint.{hint.level}", text=hint.text)

    def scorecard(self, *, with_session: bool = True) -> Scorecard:
        """Tell the contact's scorecard, and give it to who has more to say of it."""
        from scoring.report import scorecard_text

        card = self.contact.conclude()
        self.line("")
        passed, mark = passed_by_drill(self.contact, card)
        if mark is not None:
            self.say("drill-mark", mark=mark)
        self.line(scorecard_text(replace(card, passed=passed), self.contact.language))
        used = hints_used(self.contact)
        if used:
            self.line(hints_used_text(used, self.contact.language))
        if with_session:
            self.say("session", session=self.contact.session_id)
        return card
