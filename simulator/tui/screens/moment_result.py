"""What came of one reply tried again: the skill then and now, both replies, the better words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget

from scenarios.language import Language
from scoring.feedback.lines import BESIDE_CRITERIA
from simulator.practice.moment import Attempt, MomentContact, MomentResult, judge_moment
from simulator.practice.skills import skills_of
from simulator.tui.after import answers_to, pages_of
from simulator.tui.draw import T, rows
from simulator.tui.failures import failure_text, known_failures
from simulator.tui.keys import HELP, Key, bindings
from simulator.tui.marks import TAG_STYLES, Mark, marked_words, numbered
from simulator.tui.screens.base import DojoScreen, styles
from simulator.tui.widgets.key_bar import KeyBar
from simulator.tui.widgets.prose import Prose
from simulator.tui.widgets.transcript import EntryBox
from simulator.words.app_today import TODAY
from simulator.words.practice import PRACTICE

if TYPE_CHECKING:
    from simulator.contact import Contact
    from simulator.engine.state import Entry

__all__ = ["SIGNS", "MomentResultScreen"]

SIGNS = {"met": "◎", "partly": "△", "missed": "×", None: "―"}
"""Of a degree, as in the debrief."""
_STYLES = {
    "met": "bold $text-success",
    "partly": "bold $text-warning",
    "missed": "bold $text-error",
}
_MOST_BESIDE = 2
"""Other things that earned, or cost, which are told beside the skill."""
_KEYS = (
    Key("enter", "on", TODAY.table["key.on"], "Enter"),
    Key("down", "none", TODAY.table["key.read"], "↑↓", bound=False),
    HELP,
    Key("escape", "leave", TODAY.table["key.on"], "Esc", footer=False),
)


@dataclass(frozen=True, slots=True)
class _Way:
    """One of the two replies with what came before and after it."""

    name: str
    """'then' or 'now'."""
    attempt: Attempt
    before: Entry | None
    """What the customer said last before it."""
    reply: Entry
    after: Entry | None
    """What the customer answered."""
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class _Seen:
    """Everything on the screen."""

    result: MomentResult
    then: _Way
    now: _Way


def _see(contact: MomentContact) -> _Seen:
    """Judge it and lay it beside the earlier reply; for the back room."""
    result = judge_moment(contact)
    parent = contact.parent()
    assert parent is not None
    turn, skill = contact.redone, contact.skill
    then = _way("then", result.before, parent, turn, skill)
    return _Seen(result, then, _way("now", result.now, contact, turn, skill))


def _way(name: str, attempt: Attempt, contact: Contact, turn: int, skill: str) -> _Way:
    pages = pages_of(contact.entries)
    page = next(page for page in pages if page.kind == "reply" and page.turn == turn)
    heard = [entry for entry in contact.entries if entry.kind == "customer" and entry.turn < turn]
    said = [entry for entry in answers_to(pages, turn) if entry.kind == "customer"]
    return _Way(
        name,
        attempt,
        heard[-1] if heard else None,
        page.entries[-1],
        said[0] if said else None,
        _telling(contact, turn, skill),
    )


def _telling(contact: Contact, turn: int, skill: str) -> tuple[Mark, ...]:
    """What was seen of the skill, and beside it what earned and what cost most: the exercise is
    about one thing, and the whole list would bury it."""
    grade = contact.grade(turn)
    own = [f for r in grade.criteria if r.criterion == skill for f in r.findings]
    own += [f for f in grade.findings if f.criterion == skill and f not in own]
    others = sorted(
        (
            f
            for f in grade.findings
            if f.points and f.span and f not in own and f.criterion not in BESIDE_CRITERIA
        ),
        key=lambda f: -abs(f.points),
    )
    earned = [f for f in others if f.points > 0][:_MOST_BESIDE]
    cost = [f for f in others if f.points < 0][:_MOST_BESIDE]
    return numbered((*own, *cost, *earned), frozenset(contact.workplace.judge.rubric.faults))


class MomentResultScreen(DojoScreen[None]):
    """Both replies side by side, or under each other in narrow windows."""

    CSS_PATH = styles("transcript", "moment")
    KEYS = _KEYS
    BINDINGS = bindings(_KEYS)

    def __init__(self, contact: MomentContact) -> None:
        super().__init__()
        self.contact = contact
        self._failed = False

    def anew(self) -> MomentResultScreen:
        return MomentResultScreen(self.contact)

    def words(self, key: str, **values: object) -> str:
        """A text of the table of this screen."""
        return TODAY.say(key, self.language, **values)

    def help_text(self) -> str:
        return self.words("help.moment-result")

    def compose(self) -> ComposeResult:
        skill = skills_of(self.contact.workplace.judge.rubric)[self.contact.skill]
        title = self.words("moment.title", skill=skill.title.of(self.language))
        yield Prose(title, self.language, classes="title")
        with VerticalScroll(id="ways", can_focus=True):
            yield Prose(self.words("moment.judging"), self.language, classes="quiet")
        yield KeyBar(self.KEYS, self.language)

    def on_mount(self) -> None:
        self.query_one("#ways").focus()
        self.run_worker(self._load(), exclusive=True)

    async def _load(self) -> None:
        ways = self.query_one("#ways", VerticalScroll)
        self._failed = False
        try:
            seen = await self.dojo.backroom.ask(partial(_see, self.contact))
            parts = list(_parts(seen, self.contact.language, self.language))
        except known_failures() as error:
            self._failed = True
            reason = self.words("moment.failed", reason=failure_text(error, self.language))
            parts = [Prose(reason, self.language, classes="problem", id="problem")]
        with self.app.batch_update():
            await ways.remove_children()
            await ways.mount_all(parts)

    def action_on(self) -> None:
        if self._failed:
            self.run_worker(self._load(), exclusive=True)
        else:
            self.action_leave()

    def action_leave(self) -> None:
        self.dojo.open_today()


# ---------------------------------------------------------------- what is shown


def _parts(seen: _Seen, spoken: Language, language: Language) -> Iterator[Widget]:
    result = seen.result
    yield Prose(_verdict(result, language), language, id="verdict")
    yield Horizontal(
        _column(seen.then, spoken, language), _column(seen.now, spoken, language), classes="pair"
    )
    lines = []
    if result.better is not None:
        words = TODAY.say("quote", spoken, words=result.better.of(spoken).strip())
        lines.append(_told("moment.better", words, language))
    elif result.advice is not None:
        lines.append(_told("moment.advice", result.advice.of(language).strip(), language))
    back = PRACTICE.say(f"moment.back.{result.rating}", language)
    lines.append(_told("moment.comes-back", back, language))
    yield Prose(rows(*lines), language, id="next")


def _told(key: str, text: str, language: Language) -> Content:
    return T(f"{TODAY.say(key, language)}  ", "bold") + T(text)


def _verdict(result: MomentResult, language: Language) -> Content:
    """The skill then and now; why stands with the words that did it."""
    return _degree(result.before, language) + T(" → ") + _degree(result.now, language)


def _degree(attempt: Attempt, language: Language) -> Content:
    told = PRACTICE.say(f"degree.{attempt.degree or 'none'}", language)
    return T(f"{SIGNS[attempt.degree]} {told}", _STYLES.get(attempt.degree or "", "bold"))


def _column(way: _Way, spoken: Language, language: Language) -> Vertical:
    boxes: list[Widget] = []
    if way.before is not None:
        boxes.append(_entry(way.before, way.before.text, spoken, language))
    words = marked_words(way.reply.text, way.marks)
    boxes.append(_entry(way.reply, words, spoken, language))
    boxes.append(Prose(_comments(way.marks, language), language, classes="comments"))
    if way.after is not None:
        boxes.append(_entry(way.after, way.after.text, spoken, language))
    column = Vertical(*boxes, classes=f"way -{way.name}")
    degree = PRACTICE.say(f"degree.{way.attempt.degree or 'none'}", language)
    name = TODAY.say(f"moment.{way.name}", language)
    column.border_title = T(TODAY.say("moment.way", language, name=name, degree=degree))
    return column


def _entry(entry: Entry, text: str | Content, spoken: Language, language: Language) -> EntryBox:
    return EntryBox(entry.kind, entry.channel, text, language, spoken)


def _comments(marks: tuple[Mark, ...], language: Language) -> Content:
    """A line for each mark: what the words did."""
    if not marks:
        return T(TODAY.say("moment.none", language), "dim")
    return rows(
        *(
            T(f"{mark.tag} ", TAG_STYLES[mark.sign]) + T(mark.first.message.of(language))
            for mark in marks
        )
    )
