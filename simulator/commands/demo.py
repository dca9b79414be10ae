"""``demo``: a model conversation plays by itself; nothing is kept of it."""

from __future__ import annotations

import argparse

from scenarios.model import Exemplar, ExemplarStep
from simulator.argument_parser import given_packs
from simulator.contact import Contact, Start
from simulator.errors import UsageError
from simulator.line.narrate import Narrator
from simulator.machine.output import teller
from simulator.options import choose_language
from simulator.words.cli import CLI
from simulator.workplace import Workplace
from simulator.writing.exemplars import practice_room, take_step
from simulator.writing.targets import find_targets, pack_option

DEFAULT_SCENARIO = "late-delivery"


def run(arguments: argparse.Namespace) -> int:
    language = choose_language(arguments.lang)
    (target,) = find_targets([arguments.scenario or DEFAULT_SCENARIO])
    library = target.library()
    scenario = library.scenario(target.scenario)
    name = f"{language}-{arguments.exemplar}"
    if name not in library.exemplar_names(scenario.id):
        names = library.exemplar_names(scenario.id)
        known = ", ".join(n for n in names if n.startswith(f"{language}-"))
        raise UsageError("usage", detail=CLI.say("no-exemplar", language, name=name, known=known))
    exemplar = library.exemplar(scenario.id, name)
    tell = teller(language)
    tell(
        CLI.say(
            "demo-intro",
            language,
            title=exemplar.title.of(language),
            kind=CLI.say(f"kind.{exemplar.kind}", language),
        )
    )
    with practice_room(library) as workplace:
        _play(workplace, exemplar)
    pack = pack_option(target, given_packs(arguments))
    tell(CLI.say("demo-next", language, scenario=scenario.id, pack=pack))
    return 0


def _play(workplace: Workplace, exemplar: Exemplar) -> None:
    start = Start(exemplar.scenario, exemplar.language, "practice", exemplar.seed)
    contact = Contact.begin(workplace, start)
    tell = Narrator(contact, teller(exemplar.language))
    tell.briefing()
    tell.outputs(contact.opening)
    for step in exemplar.steps:
        tell_step(contact, step, tell)
    if not contact.ended:
        tell.outputs(contact.end())
    tell.scorecard(with_session=False)


def tell_step(contact: Contact, step: ExemplarStep, tell: Narrator) -> None:
    """One move of the exemplar, told as it happens; moves after the end are left out."""
    if contact.ended or step.note is not None:
        take_step(contact, step)
        return
    turn = contact.turn
    if step.reply is not None:
        tell.speaker("you", step.reply)
    elif step.action is not None:
        tell.line(f"[{contact.setup.shop.actions[step.action].title.of(contact.language)}]")
    tell.outputs(take_step(contact, step))
    if step.reply is not None:
        tell.feedback(turn, contact.grade(turn))
