"""Somebody else's contact, followed turn by turn; it is read and never written."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from simulator.tui.draw import T, rows
from simulator.tui.failures import failure_text, known_failures
from simulator.tui.keys import HELP, Key, bindings
from simulator.tui.screens.base import DojoScreen, styles
from simulator.tui.widgets.key_bar import KeyBar
from simulator.tui.widgets.mood import mood_line, mood_panel
from simulator.tui.widgets.prose import Prose
from simulator.tui.widgets.transcript import Transcript
from simulator.words.drill import DRILL

if TYPE_CHECKING:
    from textual.content import Content

    from scenarios.language import Language
    from scenarios.model import MoodValues
    from simulator.engine.state import Entry
    from simulator.team.follow import Followed
    from simulator.workplace import Workplace

__all__ = ["WatchScreen"]

_KEYS = (
    Key("f7", "scores", DRILL.table["key.scores"], "F7"),
    Key("pageup", "scroll_talk(-1)", DRILL.table["key.scroll"], "PgUp", bound=True),
    Key("pagedown", "scroll_talk(1)", DRILL.table["key.scroll"], "PgDn", footer=False),
    Key("escape", "back", DRILL.table["key.back"], "Esc"),
    HELP,
)


@dataclass(frozen=True, slots=True)
class _Seen:
    """What one look at the contact brought; made in the back room."""

    trainee: str
    title: str
    spoken: Language
    sealed: bool
    """Whether scores were left out."""
    entries: tuple[Entry, ...]
    scores: dict[int, str]
    mood: MoodValues
    ending: tuple[str, ...]
    over: bool


class WatchScreen(DojoScreen[None]):
    """The transcript with a line of scores under each reply, and the mood, sealed or not."""

    CSS_PATH = styles("transcript", "drills")
    KEYS = _KEYS
    BINDINGS = bindings(_KEYS)
    EVERY = 1.0
    """Seconds from one look to the next."""

    def __init__(self, session_id: str, *, hide_scores: bool = False) -> None:
        super().__init__()
        self._hide_scores = hide_scores
        self._seen: _Seen | None = None
        self._session = session_id
        self._followed: Followed | None = None  # lives in the back room
        self._scores: dict[int, str] = {}
        self._entries = 0
        self._begun = False
        self._reading = False
        self._over = False

    def help_text(self) -> str:
        return DRILL.say("watch.help", self.language)

    def compose(self) -> ComposeResult:
        language = self.language
        yield Prose("", language, classes="title", id="heading")
        yield Prose("", language, id="notice", classes="problem")
        with Horizontal(id="middle"):
            transcript = Transcript(language, language, id="transcript")
            transcript.names = {"agent": DRILL.say("watch.agent", language)}
            yield transcript
            with Vertical(id="side"):
                yield Prose("", language, id="mood", classes="paragraph")
                yield Prose(DRILL.say("watch.no-scores", language), language, id="scores")
        yield Prose("", language, id="ending")
        yield Prose("", language, id="state")
        yield KeyBar(self.KEYS, language)

    def on_mount(self) -> None:
        if self.dojo.is_open:
            self.bring_up_to_date()

    def bring_up_to_date(self) -> None:
        """Begin to follow; the frame is there before."""
        if not self._begun:
            self._begun = True
            self._first_look()

    @work(group="watch", exclusive=True)
    async def _first_look(self) -> None:
        await self._look()
        self.set_interval(self.EVERY, self.look_again)

    def look_again(self) -> None:
        if not self._reading and not self._over:
            self.run_worker(self._look(), group="watch")

    async def _look(self) -> None:
        self._reading = True
        try:
            seen = await self.dojo.backroom.use(partial(self._read, language=self.language))
            if self.still_open:
                await self._show(seen)
                self._notice("")
        except known_failures() as error:
            self._notice(failure_text(error, self.language))
        finally:
            self._reading = False

    def _read(self, workplace: Workplace, language: Language) -> _Seen:
        """In the back room, so that neither the store nor a grade holds up the screen."""
        from simulator.line.watch_text import ending_lines, score_text
        from simulator.team.follow import Followed

        sealed = self._hide_scores
        if self._followed is None:
            self._followed = Followed(workplace, self._session)
        else:
            self._followed.catch_up()
        followed, contact = self._followed, self._followed.contact
        for turn in range(len(self._scores) + 1, followed.replies + 1):
            self._scores[turn] = score_text(contact, turn, language).strip()
        return _Seen(
            trainee=workplace.name_of(followed.trainee),
            title=contact.scenario.title.of(language),
            spoken=contact.language,
            sealed=sealed,
            entries=contact.entries,
            scores=dict(self._scores),
            mood=contact.mood,
            ending=tuple(ending_lines(followed, language, with_total=not sealed)),
            over=followed.over,
        )

    # ------------------------------------------------------------ what is shown

    async def _show(self, seen: _Seen) -> None:
        language = self.language
        self._over, self._seen = seen.over, seen
        title = DRILL.say("watch.title", language, trainee=seen.trainee)
        dot = DRILL.say("and", language)
        with self.app.batch_update():
            self.query_one("#heading", Prose).show(f"{title}{dot}{seen.title}")
            await self._show_talk(seen)
            self.query_one("#mood", Prose).show(mood_panel(seen.mood, language))
            self.query_one("#scores", Prose).show(self._scores_text(seen))
            ending = self.query_one("#ending", Prose)
            told_too_much = self._hide_scores and not seen.sealed  # read before they were hidden
            ending.display = bool(seen.ending) and not told_too_much
            ending.show("\n".join(seen.ending))
            live = DRILL.say("watch.finished" if seen.over else "watch.live", language)
            state = T(f"{live}  ", "bold")
            wide = self.has_class("-wide")  # there the mood stands at the side
            self.query_one("#state", Prose).show(
                state if wide else state + mood_line(seen.mood, language)
            )

    def _scores_text(self, seen: _Seen) -> Content:
        if self._hide_scores:
            return T(DRILL.say("watch.hidden", self.language), "dim")
        if not seen.scores:
            return T(DRILL.say("watch.no-scores", self.language))
        return rows(*(T(text) for text in reversed(seen.scores.values())))

    async def _show_talk(self, seen: _Seen) -> None:
        """New entries, with the scores right under the reply they are for."""
        transcript = self.query_one(Transcript)
        transcript.spoken = seen.spoken
        for number in range(self._entries, len(seen.entries)):
            entry = seen.entries[number]
            if entry.kind == "agent" and entry.turn in seen.scores:
                await transcript.show(seen.entries[: number + 1])
                scores = Prose(seen.scores[entry.turn], self.language, classes="scores")
                scores.display = not self._hide_scores
                await transcript.add(scores)
        await transcript.show(seen.entries)
        self._entries = len(seen.entries)

    # ------------------------------------------------------------ keys

    async def action_scores(self) -> None:
        """Hide the scores, or show them again; the next look brings the total of an ended contact."""
        self._hide_scores = not self._hide_scores
        for scores in self.query(".scores"):
            scores.display = not self._hide_scores
        if self._seen is not None:
            if self._hide_scores:
                self.query_one("#ending").display = False
            self.query_one("#scores", Prose).show(self._scores_text(self._seen))
        self.run_worker(self._look(), group="watch")

    def action_scroll_talk(self, direction: int) -> None:
        transcript = self.query_one(Transcript)
        if direction < 0:
            transcript.scroll_page_up(animate=False)
        else:
            transcript.scroll_page_down(animate=False)

    def action_back(self) -> None:
        """To the screen below; a contact that the program was started to watch ends it."""
        if len(self.app.screen_stack) > 1:
            self.app.pop_screen()
        else:
            self.app.exit()
