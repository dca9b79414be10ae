"""A redone contact beside the one it redoes: from the redone reply on, both ways at once.

Everything before that reply is the same in both, so it is left out. Which way was better is told
by the scores, the criteria that changed and the two courses of the mood.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import zip_longest
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget

from scenarios.language import Language
from scoring.model import DIMENSIONS, Level, Scorecard
from simulator.machine.wrap import cells
from simulator.tui.after import Debrief, Page, answers_to, gather
from simulator.tui.draw import T, rows
from simulator.tui.failures import failure_text, known_failures
from simulator.tui.keys import BACK, HELP, Key, bindings
from simulator.tui.marks import marked_words
from simulator.tui.screens.base import DojoScreen, styles
from simulator.tui.widgets.key_bar import KeyBar
from simulator.tui.widgets.mood_curve import MoodCurve
from simulator.tui.widgets.prose import Prose
from simulator.tui.widgets.score_text import score_line
from simulator.tui.widgets.transcript import EntryBox
from simulator.words.app_debrief import DEBRIEF

if TYPE_CHECKING:
    from simulator.contact import Contact

__all__ = ["CompareScreen", "Way", "score_changes"]

_KEYS = (
    Key("down", "none", DEBRIEF.table["key.scroll-lines"], "↑↓", bound=False),
    BACK,
    HELP,
)
_SIGNS = {
    Level.MET: "◎",
    Level.PARTLY: "△",
    Level.NOT_MET: "×",
    Level.NO_OCCASION: "―",
    Level.CANNOT_TELL: "？",
}


@dataclass(frozen=True, slots=True)
class Way:
    """One of the two contacts with its debrief."""

    name: str
    """'then' or 'now'."""
    contact: Contact
    debrief: Debrief


def _both(contact: Contact) -> tuple[Way, Way]:
    """The redone contact and its parent, graded; for the back room."""
    parent = contact.parent()
    assert parent is not None
    return Way("then", parent, gather(parent)), Way("now", contact, gather(contact))


class CompareScreen(DojoScreen[None]):
    """Both ways side by side, or under each other in narrow windows."""

    CSS_PATH = styles("transcript", "compare")
    KEYS = _KEYS
    BINDINGS = bindings(_KEYS)

    def __init__(self, contact: Contact) -> None:
        super().__init__()
        self.contact = contact
        self.turn = contact.start.parent_turn or 1

    def help_text(self) -> str:
        return DEBRIEF.say("help.compare", self.language)

    def compose(self) -> ComposeResult:
        title = DEBRIEF.say(
            "compare.title",
            self.language,
            turn=self.turn,
            title=self.contact.scenario.title.of(self.language),
        )
        yield Prose(title, self.language, classes="title")
        with VerticalScroll(id="ways", can_focus=True):
            yield Prose(DEBRIEF.say("compare.loading", self.language), self.language)
        yield KeyBar(self.KEYS, self.language)

    def on_mount(self) -> None:
        self.query_one("#ways").focus()
        self.run_worker(self._load())

    async def _load(self) -> None:
        ways = self.query_one("#ways", VerticalScroll)
        try:
            then, now = await self.dojo.backroom.ask(partial(_both, self.contact))
        except known_failures() as error:
            reason = DEBRIEF.say("failed", self.language, reason=failure_text(error, self.language))
            await ways.remove_children()
            await ways.mount(Prose(reason, self.language, classes="problem", id="problem"))
            return
        await ways.remove_children()
        await ways.mount_all(_parts(then, now, self.turn, self.language))

    def action_back(self) -> None:
        self.app.pop_screen()


# ---------------------------------------------------------------- what is shown


def _parts(then: Way, now: Way, turn: int, language: Language) -> Iterator[Widget]:
    yield _title("compare.totals", language)
    yield Prose(score_changes(then.debrief.card, now.debrief.card, language), language, id="totals")
    yield _pair(*(_text(way, _ending(way, language), language) for way in (then, now)))
    yield _pair(*(_curve(way, language) for way in (then, now)))
    yield _title("compare.changed", language)
    yield Prose(_changes(then.debrief, now.debrief, language), language, id="changes")
    yield Prose(DEBRIEF.say("compare.same", language, turn=turn), language, classes="same quiet")
    before = [e for page in then.debrief.pages for e in page.entries if page.turn <= turn]
    heard = [e for e in before if e.kind == "customer" and e.turn < turn]
    for entry in heard[-1:]:
        yield EntryBox(entry.kind, entry.channel, entry.text, language, then.contact.language)
    for one, other in zip_longest(_replies(then, turn), _replies(now, turn)):
        yield _pair(_reply(then, one, turn, language), _reply(now, other, turn, language))


def _title(key: str, language: Language) -> Prose:
    return Prose(T(DEBRIEF.say(key, language), "bold underline"), language, classes="part")


def _pair(left: Widget, right: Widget) -> Horizontal:
    return Horizontal(left, right, classes="pair")


def _named(way: Way, widget: Vertical, language: Language) -> Vertical:
    widget.add_class("way", f"-{way.name}")
    widget.border_title = T(DEBRIEF.say(f"compare.{way.name}", language))
    return widget


def _text(way: Way, text: Content, language: Language) -> Vertical:
    return _named(way, Vertical(Prose(text, language)), language)


def _ending(way: Way, language: Language) -> Content:
    ending = way.contact.ending
    if ending is not None:
        return rows(T(ending.title.of(language), "bold"), T(ending.note.of(language)))
    return T(DEBRIEF.say("compare.stopped" if way.contact.stopped else "compare.open", language))


def _curve(way: Way, language: Language) -> Vertical:
    curve = MoodCurve(way.debrief.moods, way.debrief.tipped, language)
    return _named(way, Vertical(curve), language)


def _replies(way: Way, turn: int) -> list[Page]:
    return [page for page in way.debrief.pages if page.kind == "reply" and page.turn >= turn]


def _reply(way: Way, page: Page | None, turn: int, language: Language) -> Vertical:
    if page is None:
        return _text(way, T(DEBRIEF.say("compare.no-reply", language), "dim"), language)
    spoken = way.contact.language
    head = T(DEBRIEF.say("reply", language, turn=page.turn), "bold")
    grade = way.debrief.grade(page.turn)
    if grade is not None:
        head += T("  ") + score_line(grade.scores, way.debrief.passes.each, language)
    reply = page.entries[-1]
    words = marked_words(reply.text, way.debrief.marks(page.turn))
    done = [e for e in page.entries if e.kind == "desk" and e.turn >= turn]
    after = answers_to(way.debrief.pages, page.turn)
    boxes = [
        *(EntryBox(e.kind, e.channel, e.text, language, spoken) for e in done),
        EntryBox(reply.kind, reply.channel, words, language, spoken),
        *(
            EntryBox(e.kind, e.channel, e.text, language, spoken)
            for e in after
            if e.kind in ("customer", "happened")
        ),
    ]
    return _named(way, Vertical(Prose(head, language), *boxes), language)


# ---------------------------------------------------------------- what changed


def score_changes(then: Scorecard, now: Scorecard, language: Language) -> Content:
    """Total and dimensions: before, after, and the difference with its sign."""
    figures = [("total", then.total, now.total)]
    figures += [(d, then.scores[d], now.scores[d]) for d in DIMENSIONS]
    names = {key: DEBRIEF.say(key, language) for key, _, _ in figures}
    gutter = max(map(cells, names.values()))
    return rows(
        *(
            T(names[key] + " " * (gutter - cells(names[key]) + 2), "bold")
            + T(f"{_figure(old)} → {_figure(new)}  ")
            + _difference(old, new)
            for key, old, new in figures
        )
    )


def _figure(score: int | None) -> str:
    return "  ―" if score is None else f"{score:>3}"


def _difference(old: int | None, new: int | None) -> Content:
    if old is None or new is None or old == new:
        return T("＝" if old == new else "", "dim")
    if new > old:
        return T(f"▲ +{new - old}", "bold $text-success")
    return T(f"▼ {new - old}", "bold $text-error")


def _changes(then: Debrief, now: Debrief, language: Language) -> Content:
    lines = _gate_changes(then, now, language)
    before = {(c.criterion, c.dimension): c.level for c in then.card.criteria}
    after = {(c.criterion, c.dimension): c.level for c in now.card.criteria}
    for key in dict.fromkeys((*before, *after)):
        old = before.get(key, Level.NO_OCCASION)
        new = after.get(key, Level.NO_OCCASION)
        if old is not new:
            name = now.title(key[0]).of(language)
            shown = f"{_SIGNS[old]} → {_SIGNS[new]}  {name}（{DEBRIEF.say(key[1], language)}）"
            lines.append(T(shown if language == "ja" else shown.replace("（", " (")[:-1] + ")"))
    return rows(*lines) if lines else T(DEBRIEF.say("compare.nothing", language), "dim")


def _gate_changes(then: Debrief, now: Debrief, language: Language) -> list[Content]:
    before = dict.fromkeys(gate.gate for gate in then.card.gates)
    after = dict.fromkeys(gate.gate for gate in now.card.gates)
    lines = []
    for key, style, names in (
        ("compare.gate-gone", "bold $text-success", [g for g in before if g not in after]),
        ("compare.gate-new", "bold $text-error", [g for g in after if g not in before]),
    ):
        for name in names:
            title = now.title(name).of(language)
            lines.append(T(DEBRIEF.say(key, language, gate=title), style))
    return lines
