"""Asks where the certificate of a finished programme shall go, and writes it there."""

from __future__ import annotations

from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from scenarios.places import expanded
from simulator.certificates.issue import Issued
from simulator.tui.courses import Course, certify
from simulator.tui.draw import T
from simulator.tui.failures import failure_text, known_failures
from simulator.tui.keys import BACK, Key, bindings
from simulator.tui.screens.base import DojoModal
from simulator.tui.widgets.key_bar import KeyBar
from simulator.tui.widgets.line_input import LineInput
from simulator.tui.widgets.prose import Prose
from simulator.words.app_programme import COURSE
from simulator.words.programme import PROGRAMME

__all__ = ["CertificateScreen"]


class CertificateScreen(DojoModal[Issued | None]):
    """Gives what was written; None where nothing was."""

    KEYS = (Key("enter", "none", COURSE.table["key.write"], "Enter", bound=False), BACK)
    BINDINGS = bindings(KEYS)

    def __init__(self, course: Course) -> None:
        super().__init__()
        self._course = course
        self._writing = False

    def words(self, key: str, **values: object) -> str:
        """A text of the programmes' table."""
        return COURSE.say(key, self.language, **values)

    def compose(self) -> ComposeResult:
        standing = self._course.standing
        title = standing.programme.title.of(self.language)
        spoken = PROGRAMME.say(f"language.{standing.language}", self.language)
        with Vertical(classes="dialog") as box:
            box.border_title = T(self.words("certificate.title"))
            about = self.words("certificate.about", title=title, spoken=spoken)
            yield Prose(about, self.language, classes="paragraph")
            yield LineInput(str(self._course.file), id="place")
            yield Prose("", self.language, id="problem", classes="problem")
            yield KeyBar(self.KEYS, self.language)

    def on_mount(self) -> None:
        self.query_one("#problem").display = False
        self.query_one("#place", LineInput).focus()

    @on(LineInput.Submitted)
    def _submitted(self, event: LineInput.Submitted) -> None:
        given = event.value.strip()
        if not given:
            self._problem(self.words("certificate.nowhere"))
        elif not self._writing:
            self._writing = True
            # The path is shown afterwards, and "here" means little in a full screen.
            self.run_worker(self._write(expanded(given).absolute()))

    async def _write(self, path: Path) -> None:
        try:
            issued = await self.dojo.backroom.use(
                lambda workplace: certify(workplace, self._course, path)
            )
        except known_failures() as error:
            self._problem(failure_text(error, self.language))
        else:
            self.dismiss(issued)
        finally:
            self._writing = False

    def _problem(self, text: str) -> None:
        problem = self.query_one("#problem", Prose)
        problem.display = True
        problem.show(text)

    def action_back(self) -> None:
        self.dismiss(None)
