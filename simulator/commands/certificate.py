"""``certificate``: the record of a finished programme as a page to print and to verify."""

from __future__ import annotations

import argparse

from scenarios.places import expanded
from simulator.certificates.issue import issue, issued_text
from simulator.enrolment import Enrolment, enrolment
from simulator.line.programme_text import step_lines
from simulator.machine.output import message, write
from simulator.options import choose_language
from simulator.practice.standing import Standing
from simulator.words.certificate import CERTIFICATE
from simulator.words.programme import PROGRAMME
from simulator.workplace import open_workplace


def run(arguments: argparse.Namespace) -> int:
    workplace = open_workplace()
    try:
        language = choose_language(arguments.lang, workplace.setting("language"))
        enrolled = enrolment(workplace, language)
        found = enrolled.need(arguments.programme)
        standing = enrolled.standing(found.programme)
        if not standing.finished:
            _tell_missing(standing, enrolled)
            return 1
        issued = issue(found, standing, enrolled, workplace, expanded(arguments.out))
        message(issued_text(issued, language))
    finally:
        workplace.close()
    return 0


def _tell_missing(standing: Standing, enrolled: Enrolment) -> None:
    language = enrolled.language
    programme = standing.programme.id
    spoken = PROGRAMME.say(f"language.{language}", language)
    message(CERTIFICATE.say("not-finished", language, programme=programme, spoken=spoken))
    for row in standing.steps:
        if row.state != "done":
            for line in step_lines(row, language, enrolled.now):
                write(line)
