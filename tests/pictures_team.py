"""A small team with a fortnight of practice behind it, for pictures of what learners and leads see.

Everything is played through the real contact by the exemplars of the catalogue, on a clock that is
set; so the pictures are alike each time.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from itertools import count
from pathlib import Path
from typing import cast

from scenarios.language import Language
from scenarios.model import Mode
from simulator.contact import Contact, Start
from simulator.enrolment import enrolment, note_read
from simulator.machine.paths import store_path
from simulator.practice.occasions import drill_occasion, programme_occasion
from simulator.practice.standing import Play, Read
from simulator.store import Person, Role, SessionStore
from simulator.team.drill_plan import DrillPlan
from simulator.team.drilling import DrillDesk
from simulator.team.reviewing import ask_again, open_desk, record
from simulator.workplace import Workplace, temporary_workplace
from simulator.writing.exemplars import take_step

TODAY = datetime(2026, 11, 26, 9, 40, tzinfo=timezone(timedelta(hours=9)))
DRILL = ("late-delivery", "review-threat")
NAMES: dict[str, tuple[str, str]] = {
    "mei": ("早乙女芽衣", "Mei Saotome"),
    "ken": ("矢島健", "Ken Yajima"),
    "yui": ("相沢結衣", "Yui Aizawa"),
    "sora": ("井上空", "Sora Inoue"),
    "haru": ("川口晴", "Haru Kawaguchi"),
    "mori": ("森美咲", "Misaki Mori"),
}
MEIS_WEEKS = (
    (12, "damaged-item", "poor", None),
    (11, "double-charge", "poor", None),
    (9, "first-day", "good", "first-call"),
    (8, "late-delivery", "other-good", "take-it-in"),
    (7, "amount-wrong", "poor", "take-it-in"),
    (6, "keen-customer", "good", "take-it-in"),
    (3, "damaged-item", "other-good", "everyday-cases"),
    (2, "colour-differs", "gaming", "everyday-cases"),
    (1, "order-by-inquiry", "poor", "everyday-cases"),
)
"""Days ago, scenario, exemplar, and the step of the programme it was played for."""
TITLE = {"ja": "第48週　荷物と星一つ", "en": "Week 48: parcels and one star"}
ASKS = {
    "ja": "謝罪は最初の一文で言っています。見ていただけますか。",
    "en": "I did say sorry in my first sentence. Could you look at it?",
}
OVERRULES = {
    "ja": "お出かけの時刻に合わせて動いている。言い方の硬さは引かない。",
    "en": "All of it turns on her two o'clock. Nothing to take off for the wording.",
}
COMMENTS = {
    "ja": "待つか、折り返すか。選んでいただいたのがよい。",
    "en": "Good that she could choose: hold on, or be rung back.",
}


@dataclass
class Clock:
    """What everybody takes for now."""

    now: datetime = TODAY

    def __call__(self) -> datetime:
        return self.now

    def ago(self, days: int, hour: int = 9, minute: int = 30) -> None:
        day = TODAY - timedelta(days=days)
        self.now = day.replace(hour=hour, minute=minute)


class Team:
    """Workplaces on one store, one for each person; the clock stands at this morning."""

    def __init__(self, folder: Path, language: str) -> None:
        self.folder, self.language = folder, cast("Language", language)
        self.clock = Clock()
        self._first = temporary_workplace(folder)
        self._first.store.close()
        self._tokens = count(1)
        self._store("mori", "lead").close()
        self._people()
        self.reviewed = ""
        """The session in which a lead overruled something."""
        self.drill = self._history()

    def at(self, login: str, role: Role = "trainee") -> Workplace:
        """The place of one person; to be closed by whoever asks."""
        store = self._store(login, role)
        found = replace(self._first, store=store, trainee=login, now=self.clock)
        found._judge = self._first.judge
        return found

    def _store(self, login: str, role: Role) -> SessionStore:
        return SessionStore.open(
            store_path(self.folder),
            self.clock(),
            token=lambda: f"{next(self._tokens):08x}",
            viewer=Person(login, self._name(login), role),
        )

    def _name(self, login: str) -> str:
        return NAMES[login][0 if self.language == "ja" else 1]

    def _people(self) -> None:
        lead = self.at("mori", "lead")
        self.clock.ago(14)
        for login in NAMES:
            role: Role = "lead" if login == "mori" else "trainee"
            lead.store.add_person(login, self._name(login), role, self.clock())
        lead.close()

    # ------------------------------------------------------------ what has happened

    def _history(self) -> str:
        """The id of the drill that is open."""
        self._graduate("haru", 40)
        mei = self.at("mei")
        for ago, scenario, exemplar, step in MEIS_WEEKS:
            self.clock.ago(ago)
            for page in ("part-of-the-job", "where-it-ends", "how-to-practise"):
                note_read(mei, "onboarding", page)
            occasion = programme_occasion("onboarding", step) if step is not None else None
            mode: Mode = "guided" if step in ("first-call", "take-it-in") else "practice"
            intensity = "mild" if mode == "guided" else "normal"
            self._play(mei, scenario, exemplar, mode, occasion=occasion, intensity=intensity)
        mei.close()
        drill = self._set()
        self.clock.now = TODAY
        return drill

    def _set(self) -> str:
        """A drill in test mode: one did well, one badly and asks why, one is at it just now."""
        self.clock.ago(3, 17)
        lead = self.at("mori", "lead")
        plan = DrillPlan(
            title=TITLE[self.language],
            scenarios=DRILL,
            language=self.language,
            mode="test",
            seed=42,
            due=TODAY.replace(hour=18, minute=0) + timedelta(days=1),
            attempts=2,
            logins=("ken", "mei", "sora", "yui"),
        )
        drill = DrillDesk(lead).make(plan).drill.id
        occasion = drill_occasion(drill)
        for login, exemplars in (("yui", ("good", "other-good")), ("sora", ("poor", "rude"))):
            who = self.at(login)
            for day, (scenario, exemplar) in enumerate(zip(DRILL, exemplars, strict=True)):
                self.clock.ago(2 - day, 10 if login == "yui" else 14)
                played = self._play(who, scenario, exemplar, "test", occasion=occasion, seed=42)
                if login == "sora" and day == 0:
                    ask_again(who, played.session_id, 1, ASKS[self.language])
                if login == "yui" and day == 0:
                    self._review(lead, played.session_id)
            who.close()
        self._at_it_now(occasion)
        lead.close()
        return drill

    def _review(self, lead: Workplace, session: str) -> None:
        review = open_desk(lead, session).review
        entries = [
            review.override(3, "empathy", "95", OVERRULES[self.language]),
            review.comment(3, COMMENTS[self.language]),
            review.done(),
        ]
        self.reviewed = session
        record(lead, entries)

    def _at_it_now(self, occasion: str) -> None:
        """Ken is on the phone: two replies are said."""
        ken = self.at("ken")
        self.clock.now = TODAY - timedelta(minutes=4)
        start = Start(DRILL[0], self.language, "test", 42, occasion=occasion)
        contact = Contact.begin(ken, start)
        exemplar = ken.library.exemplar(DRILL[0], f"{self.language}-other-good")
        for step in exemplar.steps[:3]:
            self.clock.now += timedelta(seconds=50)
            take_step(contact, step)
        ken.close()

    def _graduate(self, login: str, days: int) -> None:
        """Somebody who went through the whole programme, ending *days* or fewer ago."""
        who = self.at(login)
        for ago in range(days, 2, -1):
            self.clock.ago(ago, 13)
            found = enrolment(who, self.language)
            following = found.standing(found.need("onboarding").programme).next
            while isinstance(following, Read):
                note_read(who, "onboarding", following.step)
                following = self._next(who)
            if isinstance(following, Play):
                self._play(
                    who,
                    following.scenario,
                    "good",
                    following.mode,
                    occasion=following.occasion,
                    intensity=following.intensity,
                )
        who.close()

    def _next(self, who: Workplace) -> object:
        found = enrolment(who, self.language)
        return found.standing(found.need("onboarding").programme).next

    def _play(
        self,
        who: Workplace,
        scenario: str,
        exemplar: str,
        mode: Mode,
        *,
        occasion: str | None = None,
        intensity: str = "normal",
        seed: int | None = None,
    ) -> Contact:
        """All moves of an exemplar, forty seconds each, and the result."""
        found = who.library.exemplar(scenario, f"{self.language}-{exemplar}")
        start = Start(
            scenario,
            self.language,
            mode,
            found.seed if seed is None else seed,
            intensity,  # type: ignore[arg-type]
            occasion=occasion,
        )
        contact = Contact.begin(who, start)
        for step in found.steps:
            self.clock.now += timedelta(seconds=40)
            take_step(contact, step)
        if not contact.ended:
            contact.end()
        contact.conclude()
        return contact
