"""A small world for tests of the app: one phone call, a judge that answers at once, real store.

Every text of the world ends in the same *tail*, so that a test can put markup or escape sequences
into all places at a time.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from io import StringIO
from itertools import count
from pathlib import Path
from typing import Any

from rich.console import Console
from textual import events
from textual.app import App
from textual.keys import Keys
from textual.pilot import Pilot

from scenarios.card import Card, card_of
from scenarios.complaints import ComplaintType
from scenarios.language import Language, Phrases, Text
from scenarios.model import (
    ActionKind,
    Argument,
    Clause,
    Customer,
    DeskRule,
    Ending,
    Handbook,
    Identity,
    MoodValues,
    Occasion,
    Persona,
    RecordRow,
    Said,
    Scenario,
    Shop,
    Stage,
    Temperament,
)
from scoring.model import (
    Finding,
    Moment,
    Reading,
    ReplyGrade,
    Scorecard,
    Shares,
    Span,
    Versions,
)
from scoring.open_points import OpenPoint
from scoring.rubrics.rubric import Rubric, load_rubric
from simulator.contact import Contact, Start
from simulator.store.sessions import SessionStore
from simulator.tui.app import SupportdojoApp
from simulator.tui.backroom import BackRoom
from simulator.tui.early import early_settings
from simulator.workplace import Workplace

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def scenario(channel: str = "phone", tail: str = "", id: str = "tiny") -> Scenario:
    """A contact with one stage that goes on until it is closed."""

    def text(ja: str, en: str) -> Text:
        return Text(ja + tail, en + tail)

    def said(ja: str, en: str) -> Said:
        return Said(any=Phrases((ja + tail,), (en + tail,)))

    return Scenario(
        schema=1,
        id=id,
        version=1,
        title=text("荷物が来ない", "The parcel is not here"),
        summary=text("小さな練習です。", "A small exercise."),
        type=ComplaintType.DELIVERY_LATE,
        channel=channel,  # type: ignore[arg-type]
        difficulty=1,
        skills=(),
        starts="Wed 12:50",
        briefing=text("電話が入りました。", "A call comes in."),
        customer=Customer(text("岡本", "Okamoto"), "plain", text("母の誕生日", "A birthday")),
        mood=MoodValues(anger=50, trust=40),
        identity=Identity(needed=False),
        record=(RecordRow(text("受付", "Contact"), text("水曜に受付", "on Wednesday")),),
        topics={},
        hidden={},
        first_stage="start",
        stages={
            "start": Stage(
                opens=said("荷物がまだ来ません。", "My parcel is not here."),
                again=said("それで、どうなるんですか。", "So what happens now?"),
                hint=text("まず受け止めます。", "Take it in first."),
            )
        },
        endings={
            "closed": Ending(
                text("落ち着いて終わった", "A calm end"),
                "calm",
                "close",
                "good",
                text("よい終わり", "A good end"),
                says=said("よろしくお願いします。", "Thank you."),
            ),
            "cut": Ending(
                text("途中で切れた", "Cut off"),
                "abandoned",
                "abandon",
                "poor",
                text("早すぎた", "Too early"),
            ),
        },
        desk={"ask-carrier": DeskRule(text("配達中です。", "It is on the van."))},
        goals=(),
        wishes=(),
        note=(),
        clauses=(),
    )


def persona(tail: str = "", patience: int = 8) -> Persona:
    line = Said(any=Phrases((f"もしもし？{tail}",), (f"Are you there?{tail}",)))
    return Persona(
        "plain",
        1,
        Text("ふつうの人", "A plain person"),
        Temperament(patience=patience),
        dict.fromkeys(Occasion, line),
    )


def shop(tail: str = "") -> Shop:
    def text(ja: str, en: str) -> Text:
        return Text(ja + tail, en + tail)

    def action(ja: str, en: str, **arguments: Argument) -> ActionKind:
        help_text = text(f"{ja}ます。", f"{en}.")
        return ActionKind(text(ja, en), help_text, text("済みました。", "Done."), arguments)

    return Shop(
        name=text("こもれび商店", "Komorebi Shop"),
        supervisor=text("佐伯", "Saeki"),
        agent_coupon_limit=1000,
        actions={
            "ask-carrier": action("営業所に照会し", "Ask the depot"),
            "book-callback": action(
                "折り返しを予約し",
                "Book a call-back",
                time=Argument("time", text("時刻", "time")),
                who=Argument("text", text("担当", "who")),
                number=Argument("text", text("番号", "number"), optional=True),
            ),
        },
    )


def handbook(tail: str = "") -> Handbook:
    def text(ja: str, en: str) -> Text:
        return Text(ja + tail, en + tail)

    clause = Clause(
        "1.2",
        "1.2",
        text("先に本人確認", "Know who is calling"),
        text("三つを確かめます。", "Check three things."),
        text("別の人に話さないため。", "So that nobody else hears it."),
        "law",
        "major",
    )
    return Handbook("hb", 1, text("ハンドブック", "Handbook"), (clause,))


@dataclass
class SmallLibrary:
    """What the app and a contact ask of a library."""

    scenarios: dict[str, Scenario]
    tail: str = ""
    patience: int = 8
    packs: tuple[()] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(sorted(self.scenarios))

    @property
    def handbook(self) -> Handbook:
        return handbook(self.tail)

    def handbook_of(self, _scenario_id: str) -> Handbook:
        return self.handbook

    def handbook_version(self, _scenario_id: str) -> str:
        return "hb 1"

    def shop_of(self, _scenario_id: str) -> Shop:
        return shop(self.tail)

    def scenario(self, scenario_id: str) -> Scenario:
        return self.scenarios[scenario_id]

    def card(self, scenario_id: str) -> Card:
        return card_of(self.scenario(scenario_id))

    def persona_of(self, _scenario_id: str) -> Persona:
        return persona(self.tail, self.patience)

    def digest(self, scenario_id: str) -> str:
        return scenario_id


@dataclass
class QuickJudge:
    """Finds the same two things in every reply: its first four characters earn, the next cost."""

    tail: str = ""
    poor: bool = True
    """What it says of every reply."""

    @property
    def rubric(self) -> Rubric:
        return load_rubric()

    def read(self, text: str, moment: Moment) -> Reading:
        shares = Shares(0, 0, 0, 0)
        return Reading(text, moment.language, (), (), (), (), shares, 5, "polite")

    def as_felt(self, reading: Reading, moment: Moment) -> Reading:
        return reading

    def open_points(self, moment: Moment, progress: object) -> Iterator[OpenPoint]:
        yield from ()

    def is_poor(self, grade: ReplyGrade) -> bool:
        return self.poor

    def grade(self, reading: Reading, moment: Moment, **_more: object) -> ReplyGrade:
        def finding(start: int, end: int, points: int, ja: str, en: str) -> Finding:
            span = Span(min(start, len(reading.text)), min(end, len(reading.text)))
            message = Text(ja + self.tail, en + self.tail)
            better = Text(f"お待たせしております。{self.tail}", f"You have waited.{self.tail}")
            return Finding("r", "c", "empathy", moment.turn, span, points, message, "3.4", better)

        findings = (
            finding(0, 4, 6, "待ったことに触れた", "Named the wait"),
            finding(4, 9, -8, "決まり文句に聞こえる", "Sounds like a formula"),
        )
        scores = {"empathy": 40, "policy": 80, "resolution": None}
        return ReplyGrade(scores, (), (), findings, reading)  # type: ignore[arg-type]

    def scorecard(self, *_played: object, **_more: object) -> Scorecard:
        versions = Versions("r", "r", "h", "s", "e", "u")
        scores = {"empathy": 50, "policy": 80, "resolution": None}
        return Scorecard(scores, 60, False, (), (), (), (), None, None, (), versions)  # type: ignore[arg-type]


@dataclass
class World:
    """A workplace in a folder of its own, and the app on it."""

    folder: Path
    language: Language = "en"
    channel: str = "phone"
    tail: str = ""
    patience: int = 8
    poor: bool = True
    """What the judge says of every reply."""
    scenarios: dict[str, Scenario] = field(default_factory=dict)
    url: str = ""
    """Of a PostgreSQL database; empty: a file in the folder."""

    def workplace(self) -> Workplace:
        numbers = count(1)
        path = self.folder / "data" / "test.db"
        store = SessionStore.open(path, NOW, token=lambda: f"{next(numbers):08x}")
        choices = None
        if self.url:
            store, choices = SessionStore.connect(self.url, NOW), store
        scenarios = self.scenarios or {"tiny": scenario(self.channel, self.tail)}
        return Workplace(
            library=SmallLibrary(scenarios, self.tail, self.patience),  # type: ignore[arg-type]
            store=store,
            now=lambda: NOW,
            trainee=store.viewer.login if store.viewer is not None else "trainee",
            new_seed=lambda: 7,
            choices=choices,
            _judge=QuickJudge(self.tail, self.poor),  # type: ignore[arg-type]
        )

    def start(self, mode: str = "practice") -> Start:
        return Start("tiny", self.language, mode, 7)  # type: ignore[arg-type]

    def first(
        self, mode: str | None, resume: str | None = None
    ) -> Callable[[Workplace], Contact] | None:
        """What makes the contact that the app begins with, if there is to be one."""
        if resume is not None:
            return lambda workplace: Contact.resume(workplace, resume)
        if mode is not None:
            return lambda workplace: Contact.begin(workplace, self.start(mode))
        return None

    @asynccontextmanager
    async def playing(
        self,
        size: tuple[int, int] = (110, 36),
        mode: str | None = None,
        resume: str | None = None,
    ) -> AsyncIterator[tuple[SupportdojoApp, Pilot[None]]]:
        """The app at rest: on the home screen, or in a contact with a *mode* or to *resume*."""
        workplace = self.workplace()
        theme = early_settings(self.folder / "data" / "test.db").get("theme", "")
        app = SupportdojoApp(
            BackRoom.beside(workplace), self.language, first=self.first(mode, resume), theme=theme
        )
        try:
            async with app.run_test(size=size, notifications=True) as pilot:
                await settled(app, pilot)
                yield app, pilot
        finally:
            workplace.close()


def play(test: Callable[[], Awaitable[None]]) -> None:
    """Run an asynchronous test."""
    asyncio.run(test())  # type: ignore[arg-type]


async def settled(app: App[Any], pilot: Pilot[Any]) -> None:
    """Wait until the back room has done what was asked and the screen shows it."""
    assert isinstance(app, SupportdojoApp)
    for number in range(20):
        await app.backroom.ask(lambda: None)
        await pilot.pause()
        # Once more after the last worker: it may have asked for something to be drawn.
        if number and all(worker.is_finished for worker in app.workers):
            return


async def type_text(pilot: Pilot[Any], text: str) -> None:
    """Type *text* as a terminal sends it; the pilot itself loses Japanese punctuation."""
    driver = pilot.app._driver
    assert driver is not None
    for character in text:
        key = events.Key(character, character)
        key.set_sender(pilot.app)
        driver.send_message(key)
    await pilot.pause()


async def send(pilot: Pilot[Any], *inputs: str | events.Event) -> None:
    """Send keys (by name, or a text to type) and events as a terminal sends a burst: at once."""
    driver = pilot.app._driver
    assert driver is not None
    for one in inputs:
        named = isinstance(one, str) and (one in Keys._value2member_map_ or "+" in one)
        burst = [events.Key(one, None)] if named else one  # type: ignore[arg-type]
        for event in burst if isinstance(burst, list | str) else [burst]:
            message = events.Key(event, event) if isinstance(event, str) else event
            message.set_sender(pilot.app)
            driver.send_message(message)
    await pilot.pause()


async def paste(pilot: Pilot[Any], text: str) -> None:
    """Paste *text* into whatever has the keys."""
    focused = pilot.app.focused
    assert focused is not None
    focused.post_message(events.Paste(text))
    await pilot.pause()


def screen_text(app: App[Any]) -> str:
    """What the screen shows, line by line without blanks at the ends."""
    width, height = app.size
    console = Console(
        width=width, height=height, file=StringIO(), record=True, legacy_windows=False
    )
    # One private name: the compositor is what draws.
    console.print(app.screen._compositor.render_update(full=True))
    lines = console.export_text(styles=False).split("\n")
    return "\n".join(line.rstrip() for line in lines).rstrip()


__all__ = [
    "NOW",
    "QuickJudge",
    "SmallLibrary",
    "World",
    "paste",
    "play",
    "replace",
    "scenario",
    "screen_text",
    "send",
    "settled",
    "type_text",
]
