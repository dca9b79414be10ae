"""The one way to put text on the screen.

Textual reads plain strings as markup: words of a scenario or of a trainee could become buttons
that act, or end the app with a syntax error. Every text therefore passes ``T`` on its way to a
widget, a title, a list, a notification; a test scans the package for texts that do not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from textual.content import Content

from scenarios.text import clean_text

if TYPE_CHECKING:
    from textual.app import App

Severity = Literal["information", "warning", "error"]

__all__ = ["Severity", "T", "one_line", "rows", "tell"]


def T(text: str, style: str = "") -> Content:
    """Content that shows *text* letter by letter; *style* such as "bold" covers all of it."""
    cleaned = clean_text(text)
    # An empty span would be irregular content.
    return Content.styled(cleaned, style) if style and cleaned else Content(cleaned)


def one_line(text: str, style: str = "") -> Content:
    """``T`` for places with a single row: line breaks become spaces."""
    return T(clean_text(text, keep_newlines=False), style)


def rows(*parts: Content) -> Content:
    """Parts under each other."""
    return Content("\n").join(parts)


def tell(
    app: App[Any], text: str, severity: Severity = "information", seconds: float | None = None
) -> None:
    """A notification that passes by, after so many seconds or as usual; never for what a person must not
    miss."""
    app.notify(clean_text(text), severity=severity, timeout=seconds, markup=False)
