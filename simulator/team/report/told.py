"""Figures and values as people read them, the same in every form that is read by people."""

from __future__ import annotations

from datetime import datetime

from scenarios.language import Language
from simulator.team.report.model import Mean, Report, Scope, Share, Standing
from simulator.words.report import REPORT

__all__ = ["Teller"]

_LEFT_OUT: tuple[Standing, ...] = ("stopped", "redone", "moment", "open", "unjudged")


class Teller:
    """Says figures in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def say(self, key: str, **values: object) -> str:
        return REPORT.say(key, self.language, **values)

    def number(self, value: float | None) -> str:
        return self.say("none") if value is None else f"{value:.0f}"

    def mean(self, mean: Mean) -> str:
        return self.say("none") if mean.value is None else f"{mean.value:.1f}"

    def percent(self, value: float | None) -> str:
        return self.say("none") if value is None else self.say("percent", value=f"{value:.0f}")

    def share(self, share: Share) -> str:
        return self.say("of", count=share.count, of=share.of)

    def value(self, value: float | bool | str | None) -> str:
        """A judgement: a score, a level, or pass."""
        if value is None:
            return self.say("value.none")
        if isinstance(value, bool):
            return self.say("value.passed" if value else "value.failed")
        return self.say(f"value.{value}") if isinstance(value, str) else str(value)

    def turn(self, turn: int) -> str:
        return self.say("whole") if turn == 0 else self.say("cal.turn", turn=turn)

    def title(self, report: Report) -> str:
        name = report.person
        return self.say("title.person", name=name) if name else self.say("title.team")

    def scope(self, scope: Scope) -> str:
        parts = [self.say("scope.drill", drill=scope.drill)] if scope.drill else []
        since, until = scope.since, scope.until
        if since and until:
            parts.append(self.say("scope.between", since=since, until=until))
        elif since:
            parts.append(self.say("scope.since", since=since))
        elif until:
            parts.append(self.say("scope.until", until=until))
        else:
            parts.append(self.say("scope.all"))
        return self.say("list.and").join(parts)

    def counts(self, report: Report) -> list[str]:
        """What is in the figures and what is not."""
        count = report.count
        lines = [self.say("counts", all=count.all, counted=count.by.get("counted", 0))]
        left = [
            self.say(f"standing.{name}", n=count.by[name])
            for name in _LEFT_OUT
            if count.by.get(name)
        ]
        if left:
            lines.append(self.say("counts.left", parts=self.say("list.and").join(left)))
        if report.bare:
            lines.append(self.say("counts.bare", n=report.bare))
        return lines

    @staticmethod
    def moment(moment: datetime) -> str:
        return moment.strftime("%Y-%m-%d %H:%M")
