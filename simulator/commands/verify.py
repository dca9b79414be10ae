"""``verify``: whether a certificate is sound: its signature, its page, and the contacts it names.

Exit code 0: sound, 1: not, 2: no certificate.
"""

from __future__ import annotations

import argparse
import os
from collections import Counter
from dataclasses import dataclass

from scenarios.language import Language
from scenarios.places import expanded
from simulator.certificates.certificate import Certificate, signed_text
from simulator.certificates.evidence import BAD, Found, look_up
from simulator.certificates.page import (
    MAX_BYTES,
    NewerCertificate,
    Signed,
    page_of,
    read_page,
)
from simulator.certificates.signing import fingerprint, holds, known_key
from simulator.errors import UsageError
from simulator.machine.output import json_line, write_line
from simulator.machine.paths import data_directory, exists, signing_key_path, store_path
from simulator.machine.streams import go_on_unread
from simulator.options import choose_language
from simulator.words.certificate import CERTIFICATE
from simulator.workplace import DB_VARIABLE, open_workplace


@dataclass(frozen=True)
class _Verdict:
    """What was found out about a certificate."""

    signed: Signed
    signature: bool
    own_key: bool
    page: bool
    sessions: tuple[Found, ...]
    """In the order of the certificate."""

    @property
    def sound(self) -> bool:
        return self.signature and self.page and not set(BAD) & set(self.sessions)


def run(arguments: argparse.Namespace) -> int:
    go_on_unread()
    language = choose_language(arguments.lang)
    text = _text(arguments.file, language)
    verdict = _verdict(_signed(text, arguments.file, language), text)
    if arguments.json:
        json_line(_row(verdict))
    else:
        _tell(verdict, language)
    return 0 if verdict.sound else 1


def _text(given: str, language: Language) -> str:
    """The file's text; UsageError where it cannot be read or cannot be a certificate."""
    try:
        with expanded(given).open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        detail = CERTIFICATE.say("unreadable", language, path=given, reason=reason)
        raise UsageError("usage", detail=detail) from error
    if len(data) > MAX_BYTES:
        detail = CERTIFICATE.say("too-large", language, path=given, limit=MAX_BYTES)
        raise UsageError("usage", detail=detail)
    # What mail programs do to line ends and the mark some editors add change nothing it says.
    return data.decode("utf-8-sig", "replace").replace("\r\n", "\n")


def _signed(text: str, given: str, language: Language) -> Signed:
    try:
        return read_page(text)
    except NewerCertificate as error:
        detail = CERTIFICATE.say("newer", language, path=given)
        raise UsageError("usage", detail=detail) from error
    except ValueError as error:
        detail = CERTIFICATE.say("no-certificate", language, path=given)
        raise UsageError("usage", detail=detail) from error


def _verdict(signed: Signed, text: str) -> _Verdict:
    directory = data_directory(os.environ)
    return _Verdict(
        signed=signed,
        signature=holds(signed.public_key, signed.signature, signed_text(signed.certificate)),
        own_key=known_key(signing_key_path(directory)) == signed.public_key,
        page=page_of(signed, fingerprint(signed.public_key)) == text,
        sessions=_sessions(signed.certificate),
    )


def _sessions(certificate: Certificate) -> tuple[Found, ...]:
    """What the store says of each; looking must not make a store where there is none."""
    there = exists(store_path(data_directory(os.environ))) or os.environ.get(DB_VARIABLE)
    if not there:
        return tuple("absent" for _ in certificate.sessions)
    workplace = open_workplace()
    try:
        return tuple(look_up(certificate, one, workplace) for one in certificate.sessions)
    finally:
        workplace.close()


# ---------------------------------------------------------------- telling


def _tell(verdict: _Verdict, language: Language) -> None:
    def say(key: str, **values: object) -> None:
        write_line(CERTIFICATE.say(key, language, **values))

    certificate = verdict.signed.certificate
    say(
        "verify.who",
        name=certificate.name,
        login=certificate.login,
        title=certificate.title.of(language),
        version=certificate.version,
        date=certificate.issued_at,
    )
    say("verify.signature-ok" if verdict.signature else "verify.signature-bad")
    shown = fingerprint(verdict.signed.public_key)
    say("verify.key-own" if verdict.own_key else "verify.key-other", fingerprint=shown)
    say("verify.page-ok" if verdict.page else "verify.page-bad")
    for session, found in zip(certificate.sessions, verdict.sessions, strict=True):
        what = CERTIFICATE.say(f"found.{found}", language)
        say("verify.session", session=session.session, scenario=session.scenario, what=what)
    absent = Counter(verdict.sessions)["absent"]
    if not verdict.sound:
        say("verify.unsound")
    else:
        say("verify.sound-alone" if absent else "verify.sound", count=absent)


def _row(verdict: _Verdict) -> dict[str, object]:
    certificate = verdict.signed.certificate
    return {
        "schema_version": 1,
        "sound": verdict.sound,
        "signature": verdict.signature,
        "key": fingerprint(verdict.signed.public_key),
        "own_key": verdict.own_key,
        "page": verdict.page,
        "login": certificate.login,
        "programme": certificate.programme,
        "sessions": [
            {"session": session.session, "scenario": session.scenario, "found": found}
            for session, found in zip(certificate.sessions, verdict.sessions, strict=True)
        ],
    }
