"""The line mode for one reply that is tried again: what went before, the reply, its result."""

from __future__ import annotations

from typing import cast

from simulator.line.plain import PlainDoor
from simulator.practice.moment import Attempt, MomentContact, judge_moment
from simulator.practice.skills import skills_of
from simulator.words.practice import PRACTICE

__all__ = ["MomentDoor"]


class MomentDoor(PlainDoor):
    """Plays one moment over lines of text; its contact is a ``MomentContact``."""

    def run(self, *, resumed: bool = False) -> None:
        """Play to the one reply or the end of the input, then tell the result."""
        self._introduce(resumed)
        self._talk()
        contact = cast("MomentContact", self.contact)
        if contact.answered:
            self._result(contact)
        else:
            contact.conclude()
            self._say("moment.left")

    def _introduce(self, resumed: bool) -> None:
        del resumed  # it always begins in the middle
        contact = cast("MomentContact", self.contact)
        skill = skills_of(contact.workplace.judge.rubric)[contact.skill]
        self.tell.briefing()
        self._so_far()
        self.tell.line("")
        self._say("moment.aim", practise=skill.practise.of(contact.language))

    def _result(self, contact: MomentContact) -> None:
        result, language = judge_moment(contact), contact.language
        self.tell.line("")
        self._say(
            "moment.result",
            skill=result.skill.title.of(language),
            degree=self._degree(result.now),
        )
        if result.seen is not None:
            self.tell.line(result.seen.of(language))
        for key, attempt in (("moment.before", result.before), ("moment.now", result.now)):
            self._say(key, degree=self._degree(attempt), text=attempt.text)
        if result.better is not None:
            self._say("moment.better", text=result.better.of(language).strip())
        elif result.advice is not None:
            self._say("moment.advice", text=result.advice.of(language).strip())
        self._say(f"moment.back.{result.rating}")
        self.tell.say("session", session=contact.session_id)

    def _degree(self, attempt: Attempt) -> str:
        return PRACTICE.say(f"degree.{attempt.degree or 'none'}", self.contact.language)

    def _say(self, key: str, **values: object) -> None:
        self.tell.line(PRACTICE.say(key, self.contact.language, **values))
