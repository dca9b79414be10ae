"""What the trainee reads before a contact, and how it is to be played."""

from __future__ import annotations

from typing import cast, get_args

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Button, Collapsible

from scenarios.language import LANGUAGES, Language
from scenarios.model import Intensity, Mode, Scenario
from scenarios.numbers import whole_number
from simulator.tui.draw import T, tell
from simulator.tui.keys import BACK, HELP, Key, bindings, label
from simulator.tui.screens.base import DojoScreen, styles
from simulator.tui.widgets.choice import Choice, Choices
from simulator.tui.widgets.key_bar import KeyBar
from simulator.tui.widgets.line_input import LineInput
from simulator.tui.widgets.more_below import MoreBelow
from simulator.tui.widgets.prose import Prose

_MODES: tuple[Mode, ...] = get_args(Mode)
_INTENSITIES: tuple[Intensity, ...] = get_args(Intensity)
_HIGHEST_SEED = 999_999_999
_KEYS = (
    Key("enter", "start", label("key.start"), "Enter"),
    Key("tab", "none", label("key.next-field"), "Tab", bound=False),
    BACK,
    HELP,
)


class BriefingScreen(DojoScreen[None]):
    """The briefing of one scenario with the choices for the contact."""

    CSS_PATH = styles("briefing")
    KEYS = _KEYS
    BINDINGS = bindings(_KEYS)
    HELP_TEXT = "help.briefing"

    def __init__(self, scenario: Scenario) -> None:
        super().__init__()
        self.scenario = scenario

    def anew(self) -> BriefingScreen:
        return BriefingScreen(self.scenario)

    def compose(self) -> ComposeResult:
        language = self.language
        yield Prose(self.scenario.title.of(language), language, classes="title")
        with VerticalScroll(id="briefing", can_focus=True) as scrolled:
            yield Prose(self.scenario.briefing.of(language).strip(), language, classes="paragraph")
            yield Prose(self.say("briefing.promise"), language, classes="quiet paragraph")
            yield Button(T(self.say("briefing.start")), id="start", variant="primary")
            yield from self._choice("mode", _MODES, self._mode(), "briefing.mode.")
            yield from self._choice("language", LANGUAGES, language, "briefing.language.")
            with Collapsible(title="", collapsed=True, id="more") as more:
                more.title = cast("str", T(self.say("briefing.more")))
                yield from self._choice("intensity", _INTENSITIES, "normal", "intensity.")
                yield Prose(self.say("briefing.seed"), language, classes="label")
                yield LineInput(str(self.dojo.workplace.new_seed()), id="seed")
        yield MoreBelow(self.say("briefing.below"), language, scrolled)
        yield KeyBar(self.KEYS, language)

    def on_mount(self) -> None:
        self.query_one("#start", Button).focus(scroll_visible=False)

    def _choice(
        self, name: str, values: tuple[str, ...], chosen: str, prefix: str
    ) -> ComposeResult:
        yield Prose(self.say(f"briefing.{name}"), self.language, classes="label")
        with Choices(id=name):
            for value in values:
                yield Choice(self.say(prefix + value), chosen=value == chosen, name=value)

    def _mode(self) -> Mode:
        stored = self.dojo.workplace.setting("mode", "guided")
        return next((mode for mode in _MODES if mode == stored), "guided")

    def _chosen(self, name: str) -> str:
        return self.query_one(f"#{name}", Choices).chosen

    @on(LineInput.Submitted)
    @on(Button.Pressed, "#start")
    def action_start(self) -> None:
        seed = whole_number(self.query_one("#seed", LineInput).value)
        if seed is None or seed > _HIGHEST_SEED:
            tell(self.app, self.say("briefing.bad-seed"), "warning")
            return
        self.lead_on(self._begin(seed))

    async def _begin(self, seed: int) -> None:
        from simulator.contact import Start

        button = self.query_one("#start", Button)
        button.disabled = True
        button.label = T(self.say("briefing.starting"))
        mode = cast("Mode", self._chosen("mode") or self._mode())
        self.dojo.remember("mode", mode)
        start = Start(
            scenario=self.scenario.id,
            language=cast("Language", self._chosen("language") or self.language),
            mode=mode,
            seed=seed,
            intensity=cast("object", self._chosen("intensity") or "normal"),  # type: ignore[arg-type]
        )
        await self.dojo.begin_contact(start)
        if self.still_open:
            button.disabled = False
            button.label = T(self.say("briefing.start"))

    def action_back(self) -> None:
        self.dojo.go_home()
