"""A walk through what learners and leads of a small team see, with a picture of each."""

from __future__ import annotations

import os
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from pictures_camera import Camera, to_png
from pictures_team import Team
from textual.pilot import Pilot
from textual.widgets import OptionList
from tui_world import settled

from scenarios.language import Language
from simulator.certificates.issue import issue
from simulator.cli import main as supportdojo
from simulator.enrolment import enrolment
from simulator.tui.app import SupportdojoApp
from simulator.tui.backroom import BackRoom
from simulator.workplace import Workplace

PAGE = (900, 1270)
"""Width and height of an A4 page at 96 dots an inch, with a margin."""


async def tour(folder: Path, language: Language, size: tuple[int, int]) -> None:
    """All screens of the team in one size."""
    camera = Camera(folder, language, size)
    os.environ["SUPPORTDOJO_HOME"] = home = tempfile.mkdtemp()
    team = Team(Path(home), language)
    await _as_learner(camera, team)
    await _as_reviewed(camera, team)
    await _as_lead(camera, team)


@asynccontextmanager
async def _app(
    workplace: Workplace, camera: Camera
) -> AsyncIterator[tuple[SupportdojoApp, Pilot[Any]]]:
    app = SupportdojoApp(BackRoom.beside(workplace), camera.language)
    try:
        async with app.run_test(size=camera.size, notifications=True) as pilot:
            await settled(app, pilot)
            yield app, pilot
    finally:
        workplace.close()


async def _as_learner(camera: Camera, team: Team) -> None:
    """Somebody new, with a drill, a programme and today's list before them."""
    async with _app(team.at("mei"), camera) as (app, pilot):
        await camera.take("home", pilot)
        for key, name in (("f2", "today"), ("f3", "progress"), ("f4", "programme")):
            await pilot.press(key)
            await camera.take(name, pilot)
            if name == "progress":
                await pilot.press("enter")
                await camera.take("behind", pilot)
                await pilot.press("escape")
            await pilot.press("escape")
            await settled(app, pilot)
        await pilot.press("f7")
        await camera.take("drills", pilot)
        await pilot.press("enter")
        await camera.take("ready", pilot)
        app.open_today()
        await settled(app, pilot)
        await pilot.press("enter")
        await camera.take("moment", pilot)


async def _as_reviewed(camera: Camera, team: Team) -> None:
    """Somebody whose contact a lead has looked at."""
    async with _app(team.at("yui"), camera) as (app, pilot):
        app.open_debrief(await app.backroom.resume(team.reviewed))
        await camera.take("debrief", pilot)
        await pilot.press("right", "right", "right")  # the reply that the lead overruled
        await camera.take("debrief-reply", pilot)


async def _as_lead(camera: Camera, team: Team) -> None:
    async with _app(team.at("mori", "lead"), camera) as (app, pilot):
        await camera.take("lead-home", pilot)
        app.open_drills()
        await camera.take("lead-drills", pilot)
        await pilot.press("f2")
        await camera.take("drill-form", pilot)
        await pilot.press("escape")
        await pilot.press("f4")
        await pilot.pause(1.0)
        await camera.take("board", pilot)
        people = app.screen.query_one("#people", OptionList)
        people.highlighted = people.get_option_index("ken")
        await pilot.press("enter")
        await pilot.pause(1.0)
        await camera.take("watch", pilot)
        app.open_review()
        await camera.take("waiting", pilot)
        await pilot.press("enter")
        await pilot.pause(2.0)
        await camera.take("review", pilot)
        await pilot.press("right")
        await camera.take("review-reply", pilot)


def papers(folder: Path, language: Language) -> None:
    """The report as a lead gets it, and the certificate of somebody who has finished."""
    os.environ["SUPPORTDOJO_HOME"] = home = tempfile.mkdtemp()
    team = Team(Path(home), language)
    report = folder / f"report-{language}.html"
    os.environ["LOGNAME"] = "mori"
    assert supportdojo(["report", "--lang", language, "--out", str(report)]) == 0
    who = team.at("haru")
    enrolled = enrolment(who, language)
    found = enrolled.need("onboarding")
    certificate = folder / f"certificate-{language}.html"
    certificate.unlink(missing_ok=True)
    issue(found, enrolled.standing(found.programme), enrolled, who, certificate)
    who.close()
    for page in (report, certificate):
        to_png(page, *PAGE)
