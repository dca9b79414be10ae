"""Exemplars played through the engine, as a trainee would."""

from __future__ import annotations

from scenarios.model import Exemplar, ExemplarStep
from simulator.contact import Contact, Start
from simulator.workplace import Workplace


def play(workplace: Workplace, exemplar: Exemplar) -> Contact:
    """The exemplar's moves; those after the end are left out, as a trainee could not make them."""
    start = Start(exemplar.scenario, exemplar.language, "practice", exemplar.seed)
    contact = Contact.begin(workplace, start)
    for step in exemplar.steps:
        _move(contact, step)
    if not contact.ended:
        contact.end()
    return contact


def _move(contact: Contact, step: ExemplarStep) -> None:
    if step.note is not None:
        if contact.ended and not contact.note_filed:
            contact.file_note(step.note)
    elif contact.ended:
        return
    elif step.reply is not None:
        contact.reply(step.reply)
    elif step.action is not None:
        contact.act(step.action, step.args)
    elif step.wait is not None:
        contact.wait(step.wait)
    else:
        contact.end()


def misses(contact: Contact, exemplar: Exemplar) -> list[str]:
    """What the outcome has outside the exemplar's band; empty when it lies in it."""
    card, band = contact.scorecard(), exemplar.band
    wrong = []
    if contact.state.ending not in band.endings:
        wrong.append(f"ending {contact.state.ending}")
    if card.total is None or not band.total[0] <= card.total <= band.total[1]:
        wrong.append(f"total {card.total} {dict(card.scores)}")
    if card.passed != band.passed:
        wrong.append(f"passed {card.passed}")
    return wrong
