"""``certificate``: the record of a finished programme as a page to print and to verify."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from scenarios.places import expanded
from simulator.commands.output import message, write
from simulator.enrolment import Enrolment, enrolment
from simulator.errors import UsageError
from simulator.evidence import evidence_for
from simulator.options import choose_language
from simulator.paths import data_directory, signing_key_path
from simulator.practice.certificate import Certificate, make_certificate, signed_text
from simulator.practice.certificate_page import Signed, page_of
from simulator.practice.standing import Standing
from simulator.programme_text import step_lines
from simulator.signing import BadKey, SigningKey, fingerprint
from simulator.store.model import Person
from simulator.words_certificate import CERTIFICATE
from simulator.words_programme import PROGRAMME
from simulator.workplace import Workplace, open_workplace


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
        person = workplace.store.viewer or Person(workplace.trainee, workplace.trainee, "trainee")
        evidence = evidence_for(standing, workplace, enrolled.sessions)
        certificate = make_certificate(standing, found.digest, person, evidence, enrolled.now)
        _issue(certificate, expanded(arguments.out), enrolled, workplace)
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


def _issue(certificate: Certificate, path: Path, enrolled: Enrolment, workplace: Workplace) -> None:
    """Sign it, write the page, keep the fact that it was issued."""
    language = enrolled.language
    key_path = signing_key_path(data_directory(os.environ))
    try:
        key = SigningKey.open(key_path)
    except BadKey as error:
        detail = CERTIFICATE.say("key-bad", language, path=key_path, reason=error)
        raise UsageError("usage", detail=detail) from error
    signed = Signed(certificate, key.public, key.sign(signed_text(certificate)))
    shown = fingerprint(key.public)
    _write(path, page_of(signed, shown), enrolled)
    workplace.store.add_fact(
        "certificate",
        person=workplace.trainee,
        subject=certificate.programme,
        body=signed.to_json(),
        now=workplace.now(),
    )
    message(CERTIFICATE.say("written", language, path=path, fingerprint=shown))


def _write(path: Path, text: str, enrolled: Enrolment) -> None:
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError as error:
        detail = CERTIFICATE.say("exists", enrolled.language, path=path)
        raise UsageError("usage", detail=detail) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        detail = CERTIFICATE.say("not-written", enrolled.language, path=path, reason=reason)
        raise UsageError("usage", detail=detail) from error
