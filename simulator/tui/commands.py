"""The menu (Ctrl+P): commands in the language of the interface.

Textual's own providers speak English and read names as markup; these show every name by ``T``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider

from scenarios.problems import SourceError
from simulator.tui.draw import T, one_line, rows, tell
from simulator.words.app import APP
from simulator.words.drill import DRILL
from simulator.words.review import REVIEW

if TYPE_CHECKING:
    from textual.content import Content

    from simulator.tui.app import SupportdojoApp

__all__ = ["DojoCommands", "ThemeCommands"]


@dataclass(frozen=True, slots=True)
class _Command:
    name: str
    help: str
    run: Callable[[], object]
    also: tuple[str, ...] = ()
    """Other words by which it is looked for, in whatever language."""

    @property
    def prompt(self) -> Content:
        return rows(one_line(self.name), one_line(self.help, "dim")) if self.help else T(self.name)


class _Commands(Provider):
    """Offers what ``commands`` lists."""

    @property
    def dojo(self) -> SupportdojoApp:
        return cast("SupportdojoApp", self.app)

    def commands(self) -> Iterator[_Command]:
        raise NotImplementedError

    async def discover(self) -> Hits:
        for command in self.commands():
            yield DiscoveryHit(command.prompt, command.run, text=command.name)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for command in self.commands():
            score = max(map(matcher.match, (command.name, *command.also)))
            if score > 0:
                yield Hit(score, command.prompt, command.run, text=command.name)


class DojoCommands(_Commands):
    """Everything that can be done from anywhere."""

    def commands(self) -> Iterator[_Command]:
        app = self.dojo
        yield self._of("menu.help", cast("Callable[[], object]", self._help))
        yield self._of("menu.home", self._home)
        yield self._of("menu.programme", self._programme)
        yield _Command(
            DRILL.say("menu", app.language), DRILL.say("menu.help", app.language), self._drills
        )
        if app.workplace.store.sees_all:
            language = app.language
            name = REVIEW.say("menu.review", language)
            yield _Command(name, REVIEW.say("menu.review.help", language), self._review)
        yield self._of("menu.today", self._today)
        yield self._of("menu.progress", self._progress)
        yield self._of("menu.language", self._language)
        yield self._of("menu.theme", app.action_change_theme)
        yield self._switch("quiet", "on", ("off", "on"))
        yield self._switch("feedback", "turn", ("end", "turn"))
        yield self._of("menu.quit", app.action_quit)
        for scenario_id in app.workplace.library.ids:
            try:
                title = app.workplace.library.card(scenario_id).title.of(app.language)
            except SourceError:  # told on the first screen
                continue
            name = APP.say("menu.start", app.language, title=title)
            yield _Command(name, "", partial(self._start, scenario_id))

    def _of(self, key: str, run: Callable[[], object]) -> _Command:
        language = self.dojo.language
        also = APP.table.get(f"{key}.also")
        words = (*also.ja.split(), *also.en.split()) if also is not None else ()
        return _Command(APP.say(key, language), APP.say(f"{key}.help", language), run, words)

    def _switch(self, setting: str, default: str, values: tuple[str, str]) -> _Command:
        """A command that changes a setting to its other value."""
        language = self.dojo.language
        now = self.dojo.workplace.setting(setting, default)
        other = values[0] if now == values[1] else values[1]

        def change() -> None:
            self.dojo.remember(setting, other)
            tell(self.dojo, APP.say(f"menu.{setting}-is-{other}", language))

        name = APP.say(f"menu.{setting}.{other}", language)
        return _Command(name, APP.say(f"menu.{setting}.help", language), change)

    def _help(self) -> None:
        self.dojo.call_next(self.dojo.screen.run_action, "help")

    def _home(self) -> None:
        self.dojo.keep_draft()
        self.dojo.go_home()

    def _programme(self) -> None:
        self.dojo.keep_draft()
        self.dojo.open_programme()

    def _drills(self) -> None:
        self.dojo.keep_draft()
        self.dojo.open_drills()

    def _review(self) -> None:
        self.dojo.keep_draft()
        self.dojo.open_review()

    def _today(self) -> None:
        self.dojo.keep_draft()
        self.dojo.open_today()

    def _progress(self) -> None:
        self.dojo.keep_draft()
        self.dojo.open_progress()

    def _language(self) -> None:
        self.dojo.keep_draft()
        self.dojo.switch_language()

    def _start(self, scenario_id: str) -> None:
        self.dojo.keep_draft()
        self.dojo.open_briefing(scenario_id)


class ThemeCommands(_Commands):
    """The themes that can be used here."""

    def commands(self) -> Iterator[_Command]:
        for name in self.dojo.allowed_themes():
            kind = "theme.dark" if self.dojo.available_themes[name].dark else "theme.light"
            look = APP.table[kind]
            choose = partial(self.dojo.choose_theme, name)
            yield _Command(name, look.of(self.dojo.language), choose, (look.ja, look.en))
