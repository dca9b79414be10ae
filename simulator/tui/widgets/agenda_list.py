"""What else is before one today, one line each: drills, reviews, ten minutes, the programme."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from scenarios.language import Language
from simulator.machine.local_time import localized
from simulator.tui.draw import one_line
from simulator.words.home import HOME

if TYPE_CHECKING:
    from simulator.agenda import Agenda
    from simulator.practice.standing import Standing
    from simulator.practice.today import Plan

__all__ = ["AgendaList"]

_MOST_DRILLS = 3
"""Lines for drills; all of them are a key away."""


class AgendaList(OptionList):
    """Posts ``OptionSelected`` with ``today``, ``programme``, ``review`` or ``drill:ID``; hidden while
    empty."""

    def __init__(self, language: Language) -> None:
        super().__init__(id="agenda")
        self.language: Language = language
        self.display = False

    def show(self, agenda: Agenda, without: str | None = None) -> None:
        """Show what is in *agenda*, but for the entry *without*."""
        options = [one for one in self._entries(agenda) if one.id != without]
        self.clear_options()
        self.add_options(options)
        self.display = bool(options)

    def _entries(self, agenda: Agenda) -> Iterator[Option]:
        for drill in agenda.drills[:_MOST_DRILLS]:
            text = self._dot.join((drill.scenario, drill.facts))
            yield Option(self._line(drill.heading, text), id=f"drill:{drill.id}")
        if agenda.waiting:
            yield Option(self._line(self._say("review"), self._waiting(agenda)), id="review")
        if agenda.today is not None:
            yield Option(self._line(*self._today(agenda.today)), id="today")
        if agenda.programme is not None:
            yield Option(self._line(*self._programme(agenda.programme)), id="programme")
        if agenda.problem:
            yield Option(self._line(self._say("programme"), self._say("broken")), id="programme")

    def _line(self, name: str, text: str) -> Content:
        return one_line(name, "bold") + one_line(f"  {text}", "dim")

    def _waiting(self, agenda: Agenda) -> str:
        told = self._say("review.waiting", count=agenda.waiting)
        if agenda.second_looks:
            told += self._dot + self._say("review.second-looks", count=agenda.second_looks)
        return told

    def _today(self, plan: Plan) -> tuple[str, str]:
        name = self._say("today")
        if plan.items:
            told = self._say("today.left", count=len(plan.items), minutes=round(plan.minutes))
        else:
            told = self._say("today.done" if plan.done else "today.nothing")
        if plan.streak.days > 1:
            told = f"{told}{self._dot}{self._say('streak', days=plan.streak.days)}"
        return name, told

    def _programme(self, standing: Standing) -> tuple[str, str]:
        title = standing.programme.title.of(self.language)
        if standing.finished:
            return title, self._say("programme.finished")
        done = sum(one.state == "done" for one in standing.steps)
        told = self._say("programme.steps", done=done, of=len(standing.steps))
        step = standing.next and standing.programme.step(standing.next.step)
        if step:
            told += self._dot + self._say("programme.next", title=step.title.of(self.language))
        elif standing.waits_until is not None:
            day = f"{localized(standing.waits_until):%m-%d %H:%M}"
            told += self._dot + self._say("programme.waits", day=day)
        return title, told

    @property
    def _dot(self) -> str:
        return "・" if self.language == "ja" else " · "

    def _say(self, key: str, **values: object) -> str:
        return HOME.say(key, self.language, **values)
