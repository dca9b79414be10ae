"""``rescore``: what changed rules would do to past contacts; adopting them, and going back."""

from __future__ import annotations

import argparse
import os
from datetime import datetime
from pathlib import Path
from typing import Any

from scenarios.language import Language
from scoring.rubrics.rubric import load_rubric
from simulator.adopted import ADOPTED, adoption_in_force
from simulator.errors import NotAllowed, UsageError
from simulator.line.rescore_text import (
    adoption_lines,
    comparison_json,
    comparison_lines,
)
from simulator.machine.local_time import localized
from simulator.machine.output import json_line, message, write
from simulator.machine.paths import data_directory
from simulator.machine.progress import Progress
from simulator.options import choose_language
from simulator.rescoring import Rescoring
from simulator.rule_files import Proposal, copy_rules, read_proposal
from simulator.store import Fact
from simulator.team.rescore import Comparison
from simulator.words.rules import RULES
from simulator.workplace import Workplace, open_workplace


def run(arguments: argparse.Namespace) -> int:
    language = choose_language(arguments.lang)
    workplace = open_workplace()
    try:
        if arguments.copy is not None:
            for path in copy_rules(Path(arguments.copy), workplace.library, workplace.rules):
                write(RULES.say("copied", language, file=path))
        elif arguments.revert:
            _revert(arguments, workplace, language)
        elif arguments.rubric is None and not arguments.handbook:
            _show(arguments, workplace, language)
        else:
            _propose(arguments, workplace, language)
    finally:
        workplace.close()
    return 0


def _show(arguments: argparse.Namespace, workplace: Workplace, language: Language) -> None:
    """Which rules are in force, and since when."""
    if arguments.adopt:
        raise UsageError("usage", detail=RULES.say("needs-files", language))
    adoption = adoption_in_force(workplace.store.facts([ADOPTED], complete=True))
    rubric = workplace.judge.rubric.name
    if arguments.json:
        json_line({"schema_version": 1, "in_force": rubric, "adoption": _fact_json(adoption)})
        return
    write(RULES.say("in-force", language, rubric=rubric))
    for line in adoption_lines(adoption, language):
        write(line)
    write(RULES.say("how", language))


def _propose(arguments: argparse.Namespace, workplace: Workplace, language: Language) -> None:
    """Shows what would change, and then, if that was asked for, adopts it."""
    if arguments.adopt:
        _require_reason(arguments)
    proposal = read_proposal(
        arguments.rubric, arguments.handbook or (), workplace.library, workplace.rules
    )
    if not proposal.changed:
        if arguments.json:
            json_line({"schema_version": 1, "changed_files": [], "proposed": proposal.rubric.name})
        else:
            write(RULES.say("same", language))
        return
    comparison = _compared(arguments, workplace, proposal, language)
    before = workplace.judge.rubric.name
    adopted = _adopt(arguments, workplace, proposal) if arguments.adopt else None
    if arguments.json:
        names = {"in_force": before, "proposed": proposal.rubric.name}
        rules = {"changed_files": list(proposal.changed), "adoption": _fact_json(adopted)}
        json_line({"schema_version": 1, **names, **rules, **comparison_json(comparison)})
        return
    write(RULES.say("in-force", language, rubric=before))
    write(RULES.say("proposed", language, rubric=proposal.rubric.name))
    listed = RULES.say("and", language).join(proposal.changed)
    write(RULES.say("changed-files", language, files=listed))
    for line in comparison_lines(comparison, proposal.rubric, language):
        write(line)
    write("")
    if adopted is not None:
        write(RULES.say("now-adopted", language, rubric=proposal.rubric.name))
    else:
        write(RULES.say("unchanged", language))
        write(RULES.say("to-adopt", language))


def _compared(
    arguments: argparse.Namespace, workplace: Workplace, proposal: Proposal, language: Language
) -> Comparison:
    folder = data_directory(os.environ)
    rescoring = Rescoring(workplace, proposal.rules, folder, _since(arguments.since))
    done = [0, 0]
    with Progress(None, over=True) as progress:

        def told(number: int, count: int) -> None:
            done[:] = [number, count]
            progress.set_total(count)
            progress.count(number)

        try:
            return rescoring.run(told, arguments.jobs)
        except KeyboardInterrupt:
            message(RULES.say("interrupted", language, done=done[0], count=done[1]))
            raise


def _since(given: str | None) -> datetime | None:
    if given is None:
        return None
    try:
        return localized(datetime.fromisoformat(given))
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError("usage.date", value=given) from error


def _require_reason(arguments: argparse.Namespace) -> str:
    reason = (arguments.reason or "").strip()
    if not reason:
        raise UsageError("usage.reason")
    return reason


def _adopt(arguments: argparse.Namespace, workplace: Workplace, proposal: Proposal) -> Fact:
    body: dict[str, Any] = {
        "rubric": proposal.rubric.name,
        "files": dict(proposal.rules),
        "reason": _require_reason(arguments),
    }
    return workplace.store.add_fact(
        ADOPTED, person=None, subject=None, body=body, now=workplace.now()
    )


def _revert(arguments: argparse.Namespace, workplace: Workplace, language: Language) -> None:
    if not workplace.store.sees_all:
        raise NotAllowed("not-allowed")
    if not workplace.rules:
        write(RULES.say("nothing-to-revert", language))
        return
    rubric = load_rubric().name
    body: dict[str, Any] = {"rubric": rubric, "files": {}, "reason": _require_reason(arguments)}
    now = workplace.now()
    fact = workplace.store.add_fact(ADOPTED, person=None, subject=None, body=body, now=now)
    if arguments.json:
        json_line({"schema_version": 1, "in_force": rubric, "adoption": _fact_json(fact)})
    else:
        write(RULES.say("now-reverted", language, rubric=rubric))


def _fact_json(fact: Fact | None) -> dict[str, Any] | None:
    """Who decided what when; the texts of the files are left to ``export``."""
    if fact is None:
        return None
    files = fact.body.get("files")
    return {
        "fact": fact.id,
        "at": fact.at,
        "author": fact.author,
        "rubric": fact.body.get("rubric"),
        "files": sorted(files) if isinstance(files, dict) else [],
        "reason": fact.body.get("reason"),
    }
