"""Played contacts for tests of what comes after one: the real catalogue, judge and store.

What the judge finds is not tested here, so no test relies on a particular finding.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path

from textual.pilot import Pilot
from tui_world import settled

from scenarios.language import Language, Text
from scenarios.loader import Library, builtin_library
from scoring.judge import Judge
from scoring.model import (
    CriterionResult,
    Finding,
    Level,
    Reading,
    ReplyGrade,
    Scorecard,
    Shares,
    Span,
    Versions,
)
from simulator.contact import Contact, Start
from simulator.tui.app import SupportdojoApp
from simulator.tui.backroom import BackRoom
from simulator.workplace import make_judge, temporary_workplace

REPLIES: dict[Language, tuple[str, ...]] = {
    "ja": (
        "お待たせして申し訳ございません。「至急」確認いたしますので、もう少々お待ちください。",
        "朝からずっとお待ちいただいたのですね。注文番号とお名前、電話番号をお願いできますか。",
        "落ち着いてください。ドライバーのせいで遅れているだけです。",
    ),
    "en": (
        "I'm sorry for the wait. I'll look into it as soon as possible.",
        "You've been in since the morning. Could I have your order number, name and phone number?",
        "Please calm down. It's the driver's fault, so you'll just have to wait.",
    ),
}
HOSTILE = "[@click=app.bell]press[/] [/nothing] \x1b]52;c;aGk=\x07 [bold]sorry[/bold] \u202e"


@cache
def shared_library() -> Library:
    """The catalogue, read once for all tests."""
    return builtin_library()


@cache
def shared_judge() -> Judge:
    """The judge with its dictionary, loaded once for all tests; it keeps nothing of a contact."""
    return make_judge(shared_library())


@asynccontextmanager
async def app_on(
    folder: Path, language: Language = "en", size: tuple[int, int] = (110, 36)
) -> AsyncIterator[tuple[SupportdojoApp, Pilot[None]]]:
    """The app at rest on its first screen, with a store of its own."""
    workplace = temporary_workplace(folder, shared_library())
    workplace._judge = shared_judge()
    app = SupportdojoApp(BackRoom.beside(workplace), language)
    try:
        async with app.run_test(size=size) as pilot:
            await settled(app, pilot)
            yield app, pilot
    finally:
        workplace.close()


async def begun(app: SupportdojoApp, language: Language = "en", seed: int = 1) -> Contact:
    """A contact that has just begun."""
    return await app.backroom.begin(Start("late-delivery", language, "practice", seed))


async def played(
    app: SupportdojoApp,
    replies: tuple[str, ...] | None = None,
    language: Language = "en",
    *,
    stop: bool = False,
) -> Contact:
    """A contact with these replies, ended by the trainee."""
    contact = await begun(app, language)
    await app.backroom.ask(lambda: say_all(contact, replies or REPLIES[language], stop=stop))
    return contact


def say_all(contact: Contact, replies: tuple[str, ...], *, stop: bool = False) -> None:
    """Send the replies one after the other, then end."""
    for reply in replies:
        if not contact.ended:
            contact.reply(reply)
    if not contact.ended:
        contact.end(stop=stop)
    if not contact.ended:
        contact.end()  # the customer had objected once


# ---------------------------------------------------------------- made by hand


def finding(
    rule: str, points: int, span: Span | None = None, turn: int = 1, better: str = ""
) -> Finding:
    wording = Text(better, better) if better else None
    message = Text(f"{rule}の説明", f"about {rule}")
    return Finding(rule, rule, "empathy", turn, span, points, message, None, wording)


def graded(text: str, *findings: Finding) -> ReplyGrade:
    reading = Reading(text, "en", (), (), (), (), Shares(0, 0, 0, 0), 5, "polite")
    return ReplyGrade({"empathy": 50, "policy": 80, "resolution": None}, (), (), findings, reading)


def scorecard(*turns: ReplyGrade, criteria: tuple[CriterionResult, ...] = ()) -> Scorecard:
    return Scorecard(
        {"empathy": 50, "policy": 80, "resolution": None},
        60,
        False,
        (Text("理由", "a reason"),),
        (),
        criteria,
        turns,
        None,
        None,
        (),
        Versions("r", "r", "h", "s", "e", "u"),
    )


def missed(name: str, turn: int = 0) -> CriterionResult:
    return CriterionResult(name, "empathy", Level.NOT_MET, 0, 10, (finding(name, 0, turn=turn),))
