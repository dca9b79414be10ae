"""The customer's mood in words and bars; colour only underlines what is already said."""

from __future__ import annotations

from textual.content import Content

from scenarios.language import Language
from scenarios.model import MoodValues
from simulator.machine.wrap import cells
from simulator.tui.draw import T, rows
from simulator.words.app import APP

__all__ = ["mood_line", "mood_panel", "mood_word"]

_LOW, _HIGH = 40, 70
"""The marks at which the customer's lines change, too: tense from 40, hot from 70."""
_SHOWN = ("anger", "trust", "worry")
_COLOURS = {"low": "$text-success", "middle": "$text-warning", "high": "$text-error"}
_BAR = 10


def mood_word(name: str, value: int, language: Language) -> str:
    """The value in words."""
    return APP.say(f"mood.{name}.{_level(value)}", language)


def mood_line(mood: MoodValues, language: Language) -> Content:
    """The anger in one short line, for the status line of narrow windows."""
    bar = _bar(mood.anger, 5)
    text = f"{APP.say('mood.anger', language)} {bar} {mood_word('anger', mood.anger, language)}"
    return T(text, _colour("anger", mood.anger))


def mood_panel(mood: MoodValues, language: Language) -> Content:
    """Anger, trust and worry under each other."""
    names = {name: APP.say(f"mood.{name}", language) for name in _SHOWN}
    width = max(map(cells, names.values()))
    return rows(
        *(
            T(
                f"{label}{' ' * (width - cells(label))} {_bar(getattr(mood, name), _BAR)} "
                f"{mood_word(name, getattr(mood, name), language)}",
                _colour(name, getattr(mood, name)),
            )
            for name, label in names.items()
        )
    )


def _bar(value: int, length: int) -> str:
    full = round(value * length / 100)
    return "█" * full + "░" * (length - full)


def _level(value: int) -> str:
    return "low" if value < _LOW else "middle" if value < _HIGH else "high"


def _colour(name: str, value: int) -> str:
    level = _level(value)
    if name == "trust":
        level = {"low": "high", "high": "low"}.get(level, level)
    return _COLOURS[level]
