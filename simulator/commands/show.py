"""``show``: one past contact, what was said, and the scorecard that was stored with it."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator

from scenarios.language import Language
from scenarios.problems import SourceError
from scenarios.text import one_line
from scoring.feedback.titles import rule_titles
from scoring.model import Scorecard
from simulator.contact import Contact
from simulator.errors import OutdatedSession, UsageError
from simulator.line.narrate import Narrator
from simulator.line.stored_text import stored_lines
from simulator.machine.left_out import leave_out
from simulator.machine.output import json_line, teller
from simulator.reflection import own_reflection, reflection_text
from simulator.store import StoredSession
from simulator.team.review_text import place_name, verdict_lines
from simulator.team.reviewing import open_desk
from simulator.team.verdict import WHOLE
from simulator.words.reflection import REFLECTION
from simulator.workplace import Workplace, open_workplace


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
        try:
            contact = Contact.resume(workplace, session_id)
        except (OutdatedSession, SourceError) as error:
            if stored.state == "open":
                raise
            if isinstance(error, SourceError):
                leave_out("scenarios", stored.header.scenario_id)
                _show_stored(workplace, stored, "session.broken-scenario")
            else:
                _show_stored(workplace, stored, error.code)
        else:
            _show(workplace, contact, stored)
    finally:
        workplace.close()
    return 0


def _show(workplace: Workplace, contact: Contact, stored: StoredSession) -> None:
    tell = Narrator(contact, teller(contact.language))
    tell.briefing()
    for entry in contact.entries:
        if entry.kind == "happened":
            tell.say("happened", text=entry.text)
        else:
            tell.speaker({"agent": "you"}.get(entry.kind, entry.kind), entry.text)
    if contact.ended:
        tell.ended()
        _tell_other_rules(stored, tell.scorecard(), tell)
    if stored.scorecards:
        for line in _found_by_leads(workplace, stored.id, contact.language):
            tell.line(line)
    own = own_reflection(workplace, stored.id)
    if own is not None:
        tell.line(REFLECTION.say("back", contact.language))
        for line in reflection_text(own, contact.language):
            tell.line(line)


def _show_stored(workplace: Workplace, stored: StoredSession, code: str) -> None:
    """What is left of a contact whose customer cannot be had again, in the contact's language."""
    language: Language = "ja" if stored.header.language == "ja" else "en"
    own = own_reflection(workplace, stored.id)
    lines = [*stored_lines(stored, code, language)]
    if stored.scorecards:
        lines += _found_by_leads(workplace, stored.id, language)
    if own is not None:
        lines += [REFLECTION.say("back", language), *reflection_text(own, language)]
    write = teller(language)
    for line in "\n".join(lines).split("\n"):
        write(line)


def _tell_other_rules(stored: StoredSession, card: Scorecard, tell: Narrator) -> None:
    """What was stored stays what counts, where today's rules come to another total."""
    figures = stored.scorecards[-1].digest if stored.scorecards else None
    total = (figures or {}).get("total")
    if isinstance(total, int) and total != card.total:
        rubric = stored.scorecards[-1].versions.get("rubric", "")
        tell.say("stored-otherwise", total=total, rubric=rubric)


def _found_by_leads(workplace: Workplace, session_id: str, language: Language) -> Iterator[str]:
    """What leads overruled, said and answered, and what was asked of them; as stored, both sides."""
    try:
        desk = open_desk(workplace, session_id)
    except UsageError:  # a scorecard from before figures were kept
        return
    verdict = desk.review.verdict
    titles = rule_titles(workplace.judge.rubric)
    for turn in (WHOLE, *desk.review.turns):
        lines = verdict_lines(verdict, turn, titles, language)
        if lines:
            yield ""
            yield place_name(turn, language)
            yield from (f"  {one_line(line)}" for line in lines)
