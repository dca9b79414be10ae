"""The page of a certificate: one HTML file to print and to verify, made from the payload alone.

It loads nothing and runs nothing. All that comes from people or files is escaped. The signed
statement stands in the page as JSON, in which no character could end its element.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Any, Final

from scenarios.language import LANGUAGES, Language
from scenarios.text import clean_text
from simulator.certificates.certificate import (
    DIMENSION_NAMES,
    PAYLOAD_VERSION,
    Certificate,
    CertifiedSession,
    CertifiedStep,
)
from simulator.words.certificate import CERTIFICATE
from simulator.words.programme import PROGRAMME

__all__ = ["MAX_BYTES", "NewerCertificate", "Signed", "page_of", "read_page"]

MAX_BYTES: Final = 2_000_000
"""A page of a programme with a hundred sessions has about 200 kB."""
_ALGORITHM: Final = "Ed25519"
_OPEN: Final = '<script type="application/json" id="supportdojo-certificate">'
_CLOSE: Final = "</script>"
_FOUND: Final = re.compile(re.escape(_OPEN) + "(.*?)" + re.escape(_CLOSE), re.DOTALL)
_HEX: Final = re.compile("(?:[0-9a-f]{2})+")
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE: Final = """
@page { size: A4; margin: 12mm 15mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 180mm; padding: 8mm 0; color: #1a1a1a; background: #fff;
  font: 9.5pt/1.45 "Hiragino Sans", "Yu Gothic", "Noto Sans CJK JP", "Noto Sans JP", Meiryo,
  system-ui, sans-serif; }
section + section { break-before: page; margin-top: 14mm; }
h1 { font-size: 19pt; line-height: 1.3; margin: 0 0 1mm; }
h2 { font-size: 11pt; margin: 4mm 0 1.5mm; border-bottom: 1px solid #888; }
p, ul { margin: 0 0 1.5mm; }
ul { padding-left: 5mm; }
.name { font-size: 15pt; margin: 2mm 0 0; overflow-wrap: anywhere; }
.small { font-size: 8pt; color: #444; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; font-size: 8.5pt; }
th, td { text-align: left; vertical-align: top; padding: .5mm 2mm .5mm 0; overflow-wrap: anywhere; }
thead th { border-bottom: 1px solid #888; font-weight: 600; }
th.number, td.number { text-align: right; }
th.number, td.number, td.short { white-space: nowrap; }
tr.step th { border-top: 1px solid #ccc; padding-top: 1.2mm; font-weight: 600; }
tr.step span { font-weight: 400; color: #444; }
tr { break-inside: avoid; }
tr.step { break-after: avoid; }
code { font: 7.5pt/1.4 ui-monospace, Consolas, monospace; overflow-wrap: anywhere; }
@media print { body { padding: 0; max-width: none; } section + section { margin-top: 0; } }
@media screen and (max-width: 190mm) { body { padding: 6mm; } }
"""


class NewerCertificate(ValueError):
    """The statement has a form that a later version of the program makes."""


@dataclass(frozen=True, slots=True)
class Signed:
    """A certificate with its signature; key and signature in hexadecimal."""

    certificate: Certificate
    public_key: str
    signature: str

    def to_json(self) -> dict[str, Any]:
        return {
            "payload": self.certificate.to_json(),
            "algorithm": _ALGORITHM,
            "public_key": self.public_key,
            "signature": self.signature,
        }


def page_of(signed: Signed, fingerprint: str) -> str:
    """The whole page; *fingerprint* is that of the key, as people compare it."""
    first = signed.certificate.language
    order = (first, *(language for language in LANGUAGES if language != first))
    title = CERTIFICATE.say("title", first)
    name = clean_text(signed.certificate.name, keep_newlines=False)
    parts = [
        "<!DOCTYPE html>",
        f'<html lang="{first}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(title)} – {escape(name)}</title>",
        f"<style>{_STYLE}</style>",
        "</head>",
        "<body>",
        *(line for language in order for line in _section(signed, fingerprint, language)),
        f"{_OPEN}{_embedded(signed)}{_CLOSE}",
        "</body>",
        "</html>",
    ]
    return "\n".join(parts) + "\n"


def read_page(text: str) -> Signed:
    """The statement in a page; raises ValueError where there is none, or more than one.

    Raises NewerCertificate for one that this program cannot read yet.
    """
    found = _FOUND.findall(text)
    if len(found) != 1:
        raise ValueError("no certificate")
    try:
        value = json.loads(found[0], parse_constant=_refuse)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if not isinstance(value, dict) or not isinstance(value.get("payload"), dict):
        raise ValueError("no payload")
    version = value["payload"].get("schema_version")
    if isinstance(version, int) and version > PAYLOAD_VERSION:
        raise NewerCertificate(str(version))
    if set(value) != {"payload", "algorithm", "public_key", "signature"}:
        raise ValueError("the keys of the statement")
    if value["algorithm"] != _ALGORITHM:
        raise ValueError("algorithm")
    certificate = Certificate.from_json(value["payload"])
    return Signed(certificate, _hex(value["public_key"], 32), _hex(value["signature"], 64))


def _refuse(constant: str) -> None:
    raise ValueError(constant)


def _hex(value: object, count: int) -> str:
    if not isinstance(value, str) or len(value) != 2 * count or not _HEX.fullmatch(value):
        raise ValueError("key or signature")
    return value


def _embedded(signed: Signed) -> str:
    """Plain ASCII in which nothing is markup."""
    text = json.dumps(signed.to_json(), sort_keys=True, ensure_ascii=True)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


# ---------------------------------------------------------------- what people read


def _section(signed: Signed, fingerprint: str, language: Language) -> Iterator[str]:
    certificate = signed.certificate
    yield f'<section lang="{language}">'
    yield f"<h1>{_say('title', language)}</h1>"
    yield f"<p>{_say('subtitle', language)}</p>"
    yield f'<p class="name">{_clean(certificate.name)}</p>'
    yield f'<p class="small">{_say("login", language, login=certificate.login)}</p>'
    values = {
        "title": certificate.title.of(language),
        "version": certificate.version,
        "spoken": PROGRAMME.say(f"language.{certificate.language}", language),
        "date": _day(certificate.issued_at),
    }
    yield f"<p>{_say('statement', language, **values)}</p>"
    yield f"<h2>{_say('done', language)}</h2>"
    yield from _table(certificate, language)
    yield f"<h2>{_say('not-said', language)}</h2>"
    yield "<ul>"
    ruled = ("not.ruled",) if any(one.ruled for one in certificate.sessions) else ()
    for key in (*ruled, "not.real", "not.rated", "not.watched", "not.key", "not.others"):
        yield f"<li>{_say(key, language)}</li>"
    yield "</ul>"
    yield f"<h2>{_say('check', language)}</h2>"
    yield f"<p>{_say('check.how', language)}</p>"
    yield f'<p class="small">{_say("check.key", language)} <code>{_clean(fingerprint)}</code><br>'
    yield f"{_say('check.signature', language)} <code>{_clean(signed.signature)}</code><br>"
    yield f"{_say('check.programme', language)} <code>{_clean(certificate.programme)} "
    yield f"{_clean(certificate.digest)}</code><br>"
    yield f"{_say('check.versions', language)} <code>{_clean(_versions(certificate))}</code></p>"
    yield "</section>"


def _table(certificate: Certificate, language: Language) -> Iterator[str]:
    heads = ("scenario", "date", "mode", "total", *DIMENSION_NAMES, "hints")
    numbers = heads[3:]
    cells = "".join(
        f'<th class="number">{_say("head." + head, language)}</th>'
        if head in numbers
        else f"<th>{_say('head.' + head, language)}</th>"
        for head in heads
    )
    yield f"<table><thead><tr>{cells}</tr></thead><tbody>"
    for step in certificate.steps:
        note = escape(_step_note(step, language))
        yield (
            f'<tr class="step"><th colspan="{len(heads)}">{_clean(step.title.of(language))} '
            f"<span>{note}</span></th></tr>"
        )
        for session in step.sessions:
            yield _row(session, language)
    yield "</tbody></table>"


def _step_note(step: CertifiedStep, language: Language) -> str:
    if not step.rule:
        return CERTIFICATE.say("step.read", language, date=_day(step.done_at))
    rule = step.rule
    marks = [
        PROGRAMME.say(key, language, score=rule["score"], each=rule["each"])
        for key, asked in (
            ("rule.total", rule["score"]),
            ("rule.each", rule["each"]),
            ("rule.gate", rule["no-gate"]),
        )
        if asked
    ]
    asked = PROGRAMME.say("rule.and", language).join(marks)
    return CERTIFICATE.say(
        "step.played" if marks else "step.to-the-end",
        language,
        count=rule["passes"],
        asked=asked,
        attempts=step.attempts,
    )


def _row(session: CertifiedSession, language: Language) -> str:
    mode = CERTIFICATE.say(
        "mode",
        language,
        mode=CERTIFICATE.say(f"mode.{session.mode}", language),
        intensity=PROGRAMME.say(f"intensity.{session.intensity}", language),
    )
    title = session.title.of(language)
    shown = CERTIFICATE.say("ruled", language, title=title) if session.ruled else title
    texts = (
        f"{_clean(shown)} <code>{_clean(session.scenario)}</code>",
        _day(session.ended_at),
        escape(mode),
    )
    scores = (session.total, *(session.scores[name] for name in DIMENSION_NAMES))
    numbers = (*("–" if score is None else str(score) for score in scores), str(session.hints))
    cells = [f"<td>{texts[0]}</td>", *(f'<td class="short">{text}</td>' for text in texts[1:])]
    cells += [f'<td class="number">{number}</td>' for number in numbers]
    return f"<tr>{''.join(cells)}</tr>"


def _versions(certificate: Certificate) -> str:
    """Which rubrics and rules the scores were made with."""
    named = {
        f"{key} {session.versions[key]}"
        for session in certificate.sessions
        for key in ("rubric", "rules")
        if key in session.versions
    }
    return "; ".join(sorted(named)) or "–"


def _day(text: str) -> str:
    return datetime.fromisoformat(text).strftime("%Y-%m-%d")


def _say(key: str, language: Language, **values: object) -> str:
    return _clean(CERTIFICATE.say(key, language, **values))


def _clean(text: str) -> str:
    """Text as it may stand in the page: nothing in it acts or hides."""
    return escape(clean_text(text, keep_newlines=False))
