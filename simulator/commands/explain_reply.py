"""``explain-reply``: what was understood of one reply, for trainers and writers of rules."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace

from scenarios.language import Language
from scenarios.model import Scenario
from scenarios.text import check_reply_length, clean_text
from scoring.explain_reading import as_json, describe, describe_grade, grade_as_json
from scoring.feedback.titles import rule_titles
from scoring.judge import Judge
from scoring.model import Moment
from simulator.adopted import library_with
from simulator.errors import UsageError
from simulator.machine.line_files import in_utf8
from simulator.machine.output import json_line, write
from simulator.options import choose_language
from simulator.workplace import make_judge, quick_rules
from simulator.writing.targets import find_targets


def run(arguments: argparse.Namespace) -> int:
    language = choose_language(arguments.lang)
    rules = quick_rules()
    (target,) = find_targets([arguments.scenario])
    library = library_with(target.library(), rules)
    scenario = library.scenario(target.scenario)
    typed = arguments.reply != "-"
    text = arguments.reply if typed else in_utf8(sys.stdin.read(), "-", language)
    reply = clean_text(text).strip()
    check_reply_length(reply)
    judge = make_judge(library, rules)
    moment = _moment(judge, scenario, language, arguments)
    reading = judge.read(reply, moment)
    grade = judge.grade(reading, moment)
    reading, moment = judge.as_graded(reading, moment)
    heard, cues = judge.heard(reading, moment), judge.cues_heard(reply, moment)
    if arguments.json:
        json_line({"schema_version": 1, **as_json(reading, cues), **grade_as_json(grade, heard)})
    else:
        write(describe(reading, language, cues))
        write(describe_grade(grade, heard, rule_titles(judge.rubric), language))
    return 0


def _moment(
    judge: Judge, scenario: Scenario, language: Language, arguments: argparse.Namespace
) -> Moment:
    """After what the customer has said, where that is given, else at the opening of a stage."""
    if arguments.said:
        moment = judge.moment(scenario, language, [clean_text(line) for line in arguments.said])
        if arguments.stage is None:
            return moment
        return replace(moment, stage=_stage(scenario, arguments.stage))
    stage = _stage(scenario, arguments.stage)
    return Moment(
        scenario,
        language,
        stage,
        1,
        scenario.stages[stage].opens.all_wordings(language)[:1],
        identity_checked=stage != scenario.first_stage or not scenario.identity.needed,
        abuse=scenario.abusive_at(stage),
    )


def _stage(scenario: Scenario, name: str | None) -> str:
    """The stage to read at; raises UsageError for one that the scenario does not have."""
    if name is None:
        return scenario.first_stage
    if name not in scenario.stages:
        known = ", ".join(scenario.stages)
        raise UsageError("usage.stage", value=name, scenario=scenario.id, known=known)
    return name
