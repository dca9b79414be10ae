"""Issuing the certificate of a finished programme: signed, written, and kept as a fact.

The command and the app both come here.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from scenarios.language import Language
from scenarios.programme_files import FoundProgramme
from simulator.certificates.certificate import Certificate, make_certificate, signed_text
from simulator.certificates.evidence import evidence_for
from simulator.certificates.page import Signed, page_of
from simulator.certificates.signing import BadKey, SigningKey, fingerprint
from simulator.enrolment import Enrolment
from simulator.errors import StoreReadOnly, UsageError
from simulator.exported import note_exported
from simulator.machine.files import require_not_kept
from simulator.machine.paths import data_directory, exists, signing_key_path
from simulator.practice.standing import Standing
from simulator.store.model import Person
from simulator.words.certificate import CERTIFICATE
from simulator.workplace import Workplace

__all__ = ["Issued", "issue", "issued_text", "usual_path"]


@dataclass(frozen=True, slots=True)
class Issued:
    """A certificate that was written."""

    path: Path
    fingerprint: str
    """Of the key, as people compare it."""


def issued_text(issued: Issued, language: Language) -> str:
    """Where it is, in a sentence."""
    return CERTIFICATE.say("written", language, path=issued.path, fingerprint=issued.fingerprint)


def usual_path(standing: Standing, enrolled: Enrolment) -> Path:
    """A file in the data directory that is not there yet: onboarding-ja-2026-11-20.html."""
    folder = data_directory(os.environ)
    name = f"{standing.programme.id}-{standing.language}-{enrolled.now:%Y-%m-%d}"
    path, number = folder / f"{name}.html", 1
    while exists(path):
        number += 1
        path = folder / f"{name}-{number}.html"
    return path


def issue(
    found: FoundProgramme,
    standing: Standing,
    enrolled: Enrolment,
    workplace: Workplace,
    path: Path,
) -> Issued:
    """Sign the certificate of *standing*, write its page to *path*, keep that it was issued.

    Raises UsageError, with the reason in the language of *enrolled*, where the key cannot be used
    or the file cannot be written or is there already; StoreError as the store does; ValueError
    where the programme is not finished.
    """
    person = workplace.store.viewer or Person(workplace.trainee, workplace.trainee, "trainee")
    evidence = evidence_for(standing, workplace, enrolled.sessions)
    certificate = make_certificate(standing, found.digest, person, evidence, enrolled.now)
    signed, shown = _signed(certificate)
    _write(path, page_of(signed, shown), enrolled)
    try:
        workplace.store.add_fact(
            "certificate",
            person=workplace.trainee,
            subject=certificate.programme,
            body=signed.to_json(),
            now=workplace.now(),
        )
    except BaseException as error:
        # A certificate that no store knows of is none: nobody could say who issued it.
        path.unlink(missing_ok=True)
        if isinstance(error, StoreReadOnly):
            raise StoreReadOnly("store.read-only-issue", **error.details) from error
        raise
    note_exported(workplace, [workplace.trainee], path)
    return Issued(path, shown)


def _signed(certificate: Certificate) -> tuple[Signed, str]:
    """With the fingerprint of the key that it was signed with."""
    key_path = signing_key_path(data_directory(os.environ))
    try:
        key = SigningKey.open(key_path)
    except BadKey as error:
        raise UsageError("key.bad", path=str(key_path), reason=str(error)) from error
    signed = Signed(certificate, key.public, key.sign(signed_text(certificate)))
    return signed, fingerprint(key.public)


def _write(path: Path, text: str, enrolled: Enrolment) -> None:
    try:
        require_not_kept(path)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            _fill(file, text, path)
    except FileExistsError as error:
        detail = CERTIFICATE.say("exists", enrolled.language, path=path)
        raise UsageError("usage", detail=detail) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        detail = CERTIFICATE.say("not-written", enrolled.language, path=path, reason=reason)
        raise UsageError("usage", detail=detail) from error


def _fill(file: IO[str], text: str, path: Path) -> None:
    """Half a page goes again, as on a full disk."""
    try:
        file.write(text)
        file.flush()
    except BaseException:
        path.unlink(missing_ok=True)
        raise
