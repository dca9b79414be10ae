"""Running text that wraps at its own width the way its language wants it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from scenarios.language import Language
from simulator.machine.wrap import cells, line_spans
from simulator.tui.draw import T, rows

if TYPE_CHECKING:
    from textual.geometry import Size

__all__ = ["Prose", "wrapped"]


def wrapped(content: Content, width: int, language: Language) -> Content:
    """*content* with line breaks put in; its styles stay on the words they were on."""
    return rows(*(content[start:end] for start, end in line_spans(content.plain, width, language)))


class Prose(Static):
    """A text of any length; takes a string or styled content made with ``T``."""

    def __init__(
        self,
        text: str | Content,
        language: Language,
        *,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.language: Language = language
        self._text = _content(text)

    @property
    def plain(self) -> str:
        """The text as given, without the line breaks of wrapping."""
        return self._text.plain

    def show(self, text: str | Content) -> None:
        """Replace the text."""
        self._text = _content(text)
        self.clear_cached_dimensions()
        self.refresh(layout=True)

    def render(self) -> Content:
        return wrapped(self._text, self.content_size.width or 80, self.language)

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002
        widest = max(map(cells, self._text.plain.split("\n")), default=0)
        return min(widest, container.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        return len(line_spans(self._text.plain, width, self.language)) if width else 0


def _content(text: str | Content) -> Content:
    return T(text) if isinstance(text, str) else text
