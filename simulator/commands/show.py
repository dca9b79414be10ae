"""``show``: one past contact, what was said, and the scorecard that was stored with it."""

from __future__ import annotations

import argparse
import json

from simulator.commands.output import json_line, write
from simulator.contact import Contact
from simulator.narrate import Narrator
from simulator.reflection import own_reflection, reflection_text
from simulator.words_reflection import REFLECTION
from simulator.workplace import open_workplace


def run(arguments: argparse.Namespace) -> int:
    workplace = open_workplace()
    try:
        session_id = workplace.store.resolve(arguments.session)
        stored = workplace.store.load(session_id)
        if arguments.json:
            cards = [json.loads(card.card) for card in stored.scorecards]
            exported = workplace.store.export_session(session_id)
            json_line({**exported, "scorecards": cards})
            return 0
        contact = Contact.resume(workplace, session_id)
        tell = Narrator(contact, write)
        tell.briefing()
        for entry in contact.entries:
            if entry.kind == "happened":
                tell.say("happened", text=entry.text)
            else:
                tell.speaker({"agent": "you"}.get(entry.kind, entry.kind), entry.text)
        if contact.ended:
            tell.scorecard()
        own = own_reflection(workplace, session_id)
        if own is not None:
            tell.line(REFLECTION.say("back", contact.language))
            for line in reflection_text(own, contact.language):
                tell.line(line)
    finally:
        workplace.close()
    return 0
