"""A learner with a few contacts behind them, for tests of today's practice and of progress.

The real catalogue, judge and store; the clock is set by the test.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from after_world import REPLIES, say_all, shared_judge, shared_library
from textual.pilot import Pilot
from tui_world import settled

from scenarios.language import Language
from simulator.contact import Contact, Start
from simulator.tui.app import SupportdojoApp
from simulator.tui.backroom import BackRoom
from simulator.workplace import Workplace, temporary_workplace

FIRST_DAY = datetime(2026, 11, 17, 3, 0, tzinfo=UTC)
GOOD: dict[Language, str] = {
    "en": "You have waited in since this morning, and I can hear how worrying that is. I'm Saeki. "
    "I'll ask the depot now and ring you at five past one. What time do you need it by?",
    "ja": "朝からずっとお待ちいただいているのですね。ご心配をおかけしております。佐伯が営業所に今すぐ"
    "確認し、13時05分までにお電話いたします。何時までにご入り用でしょうか。",
}


@dataclass
class Clock:
    """What the workplace takes for now."""

    now: datetime = FIRST_DAY

    def __call__(self) -> datetime:
        return self.now


@dataclass
class Learner:
    """The app at rest, who drives it, and what lies behind."""

    app: SupportdojoApp
    pilot: Pilot[None]
    workplace: Workplace
    clock: Clock
    past: list[Contact]

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await settled(self.app, self.pilot)

    async def today(self) -> None:
        self.app.open_today()
        await settled(self.app, self.pilot)

    async def progress(self) -> None:
        self.app.open_progress()
        await settled(self.app, self.pilot)


@asynccontextmanager
async def learner(
    folder: Path, language: Language = "en", size: tuple[int, int] = (110, 36), contacts: int = 1
) -> AsyncIterator[Learner]:
    """Somebody who played so many contacts, one a day, and comes back the day after."""
    clock = Clock()
    workplace = temporary_workplace(folder, shared_library())
    workplace._judge = shared_judge()
    workplace.now = clock
    past = [_play(workplace, clock, language, seed) for seed in range(1, contacts + 1)]
    app = SupportdojoApp(BackRoom.beside(workplace), language)
    try:
        async with app.run_test(size=size, notifications=True) as pilot:
            await settled(app, pilot)
            yield Learner(app, pilot, workplace, clock, past)
    finally:
        workplace.close()


def _play(workplace: Workplace, clock: Clock, language: Language, seed: int) -> Contact:
    contact = Contact.begin(workplace, Start("late-delivery", language, "practice", seed))
    clock.now += timedelta(seconds=40)
    say_all(contact, REPLIES[language])
    contact.conclude()
    clock.now += timedelta(days=1)
    return contact
