"""A first scenario, which says little, through the screens of the app."""

from __future__ import annotations

from pathlib import Path

import pytest
from tui_world import play, screen_text, settled

from scenarios.language import Language
from scenarios.loader import Library, builtin_library, joined
from simulator.contact import Contact, Start
from simulator.tui.app import SupportdojoApp
from simulator.tui.backroom import BackRoom
from simulator.tui.widgets.prose import Prose
from simulator.workplace import temporary_workplace

PACK = Path(__file__).parents[1] / "data" / "first-pack"
GOOD = {
    "ja": "紺をご注文いただいたのに赤いエプロンが届き、申し訳ございません。いつまでに必要でしょうか。",
    "en": "I'm sorry you ended up with a red apron when you ordered navy. When do you need it?",
}


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_small_scenario_goes_through_all_screens(tmp_path: Path, language: Language) -> None:
    """The briefing opens it, the call plays it, and the debrief tells how it came out."""
    words = {
        "ja": ("紺は在庫があり", "赤いのが届きました", "用件が片付いた", "金曜日の料理教室"),
        "en": ("Navy is in stock", "a red one", "The matter is settled", "a class on Friday"),
    }[language]

    async def test() -> None:
        library = joined(builtin_library(), [Library(PACK, base=builtin_library())])
        workplace = temporary_workplace(tmp_path, library)
        app = SupportdojoApp(BackRoom.beside(workplace), language)
        async with app.run_test(size=(110, 40)) as pilot:
            await settled(app, pilot)
            app.open_briefing("wrong-colour")
            await settled(app, pilot)
            seen = [shown(app)]
            contact = await app.backroom.begin(Start("wrong-colour", language, "guided", 3))
            app.open_call(contact)
            await settled(app, pilot)
            seen.append(shown(app))
            await app.backroom.ask(lambda: answered(contact, language))
            app.open_debrief(contact)
            await settled(app, pilot)
            for _ in range(len(contact.entries) + 3):
                seen.append(shown(app))
                await pilot.press("right")
                await settled(app, pilot)
            told = "".join("\n".join(seen).split())
            for word in words:
                assert "".join(word.split()) in told, word
        workplace.close()

    play(test)


def answered(contact: Contact, language: Language) -> None:
    contact.reply(GOOD[language])
    contact.act("arrange-replacement", {"what": "navy"})
    contact.end()


def shown(app: SupportdojoApp) -> str:
    """What is on the screen, and what can be scrolled there."""
    return "\n".join([screen_text(app), *(p.plain for p in app.screen.query(Prose).results(Prose))])
