"""One registry of keys a screen: its bindings, its footer and its help all come from here.

Keys are function keys or Enter and Esc, so that none clashes with typing, also while a Japanese
input method is on; none is one that terminals keep for themselves.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from textual.binding import Binding, BindingType

from scenarios.language import Text
from simulator.words.app import APP

__all__ = ["APP_KEYS", "BACK", "HELP", "Key", "bindings", "list_keys"]


@dataclass(frozen=True, slots=True)
class Key:
    """A key, what it does, and how it is printed."""

    keys: str
    """Textual's names, separated by commas."""
    action: str
    label: Text
    cap: str
    """As printed: F1, ^J, Enter."""
    rank: int = 1
    """Keys of a higher rank give way first where the footer is too narrow for all."""
    footer: bool = True
    """Whether the footer has it; the help has all."""
    bound: bool = True
    """False where a widget takes the key by itself."""


def bindings(keys: Iterable[Key]) -> list[BindingType]:
    """The bindings of a screen with these keys."""
    return [
        Binding(key.keys, key.action, key.label.en, show=False, key_display=key.cap)
        for key in keys
        if key.bound
    ]


def label(key: str) -> Text:
    """The words of a key."""
    return APP.table[key]


HELP = Key("f1", "help", label("key.help"), "F1")
BACK = Key("escape", "back", label("key.back"), "Esc")
APP_KEYS = (
    Key("ctrl+p", "command_palette", label("key.palette"), "Ctrl+P"),
    Key("ctrl+q", "quit", label("key.quit"), "Ctrl+Q"),
)
"""Keys that work on every screen."""


def list_keys(choose: Text, enter: Text) -> tuple[Key, ...]:
    """The keys of a screen that is one list: what the arrows do, what Enter does, and the way out."""
    return (
        Key("down", "none", choose, "↑↓", bound=False),
        Key("enter", "none", enter, "Enter", bound=False),
        BACK,
        HELP,
    )
