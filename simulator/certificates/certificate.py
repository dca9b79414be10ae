"""What a certificate states: who finished which programme, with which contacts and scores.

The payload holds all that its page shows, so the page can be made anew and compared. How it is
signed and where the key is are not known here. Text from outside is read strictly: whatever is not
such a payload raises ValueError.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Final, cast, get_args

from scenarios.language import LANGUAGES, Language, Text
from scenarios.model import Intensity, Mode
from scenarios.programme import Step
from simulator.figures import Figures
from simulator.practice.standing import Standing, StepStanding
from simulator.store.canonical import canonical
from simulator.store.model import Person, SessionSummary

__all__ = [
    "PAYLOAD_VERSION",
    "Certificate",
    "CertifiedSession",
    "CertifiedStep",
    "Evidence",
    "make_certificate",
    "signed_text",
]

PAYLOAD_VERSION: Final = 1
"""Rises with every change of the payload or of the page that is made from it."""
DIMENSION_NAMES: Final = ("empathy", "policy", "resolution")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the store holds of a session beyond its summary."""

    summary: SessionSummary
    title: Text
    """Of its scenario."""
    head: str
    """The hash over its header and all its events."""
    versions: Mapping[str, str]
    """What its latest scorecard was made with."""


@dataclass(frozen=True, slots=True)
class CertifiedSession:
    """One contact that counted."""

    session: str
    scenario: str
    title: Text
    ended_at: str
    mode: str
    intensity: str
    total: int | None
    scores: Mapping[str, int | None]
    """Empathy, policy, resolution; None where it was not judged."""
    hints: int
    head: str
    versions: Mapping[str, str]
    ruled: bool
    """Whether a team lead overruled some of it; the scores here are those of the rules."""


@dataclass(frozen=True, slots=True)
class CertifiedStep:
    """One step and what finished it."""

    id: str
    title: Text
    kind: str
    done_at: str
    rule: Mapping[str, int]
    """score, each, no-gate (1 or 0), passes; empty for a page."""
    attempts: int
    """How many contacts were played to their end for it, those that did not count among them."""
    sessions: tuple[CertifiedSession, ...]


@dataclass(frozen=True, slots=True)
class Certificate:
    """The whole statement."""

    login: str
    name: str
    programme: str
    version: int
    digest: str
    """sha256 of the programme's file."""
    title: Text
    language: Language
    issued_at: str
    """With the zone of the computer that it was issued on."""
    steps: tuple[CertifiedStep, ...]
    schema_version: int = PAYLOAD_VERSION

    @property
    def sessions(self) -> tuple[CertifiedSession, ...]:
        return tuple(session for step in self.steps for session in step.sessions)

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, value: object) -> Certificate:
        """Raises ValueError for anything that ``to_json`` would not give."""
        block = _block(value, cls)
        return cls(
            login=_text(block["login"]),
            name=_text(block["name"]),
            programme=_text(block["programme"]),
            version=_number(block["version"]),
            digest=_text(block["digest"]),
            title=_both(block["title"]),
            language=_language(block["language"]),
            issued_at=_moment(block["issued_at"]),
            steps=tuple(map(_step, _list(block["steps"]))),
            schema_version=_number(block["schema_version"]),
        )


def make_certificate(
    standing: Standing,
    digest: str,
    person: Person,
    evidence: Mapping[str, Evidence],
    now: datetime,
) -> Certificate:
    """The certificate of a finished programme; *evidence* for each counted session, by its id.

    Raises ValueError where the programme is not finished.
    """
    if not standing.finished:
        raise ValueError("the programme is not finished")
    programme = standing.programme
    return Certificate(
        login=person.login,
        name=person.name,
        programme=programme.id,
        version=programme.version,
        digest=digest,
        title=programme.title,
        language=standing.language,
        issued_at=now.isoformat(timespec="seconds"),
        steps=tuple(_certified(row, evidence) for row in standing.steps),
    )


def signed_text(certificate: Certificate) -> str:
    """The very text that is signed."""
    return canonical(certificate.to_json())


def _certified(row: StepStanding, evidence: Mapping[str, Evidence]) -> CertifiedStep:
    step = row.step
    counted = row.passed[: step.rule.passes]
    return CertifiedStep(
        id=step.id,
        title=step.title,
        kind=step.kind,
        done_at=row.since.isoformat(timespec="seconds") if row.since else "",
        rule=_rule(step),
        attempts=len(row.attempts),
        sessions=tuple(_counted(evidence[a.session], ruled=a.ruled) for a in counted),
    )


def _rule(step: Step) -> dict[str, int]:
    if step.reads:
        return {}
    rule = step.rule
    return {
        "score": rule.score,
        "each": rule.each,
        "no-gate": int(rule.no_gate),
        "passes": rule.passes,
    }


def _counted(evidence: Evidence, *, ruled: bool) -> CertifiedSession:
    summary = evidence.summary
    figures = Figures.from_json(summary.digest) or Figures(None, False)
    scores = {str(name): score for name, score in figures.scores.items()}
    return CertifiedSession(
        session=summary.id,
        scenario=summary.header.scenario_id,
        title=evidence.title,
        ended_at=summary.ended_at or "",
        mode=summary.header.mode,
        intensity=summary.header.intensity,
        total=figures.total,
        scores={name: scores.get(name) for name in DIMENSION_NAMES},
        hints=figures.hints,
        head=evidence.head,
        versions=dict(evidence.versions),
        ruled=ruled,
    )


# ---------------------------------------------------------------- reading what a file claims


def _step(value: object) -> CertifiedStep:
    block = _block(value, CertifiedStep)
    rule = {key: _number(one) for key, one in _mapping(block["rule"]).items()}
    if rule and set(rule) != {"score", "each", "no-gate", "passes"}:
        raise ValueError("rule")
    return CertifiedStep(
        id=_text(block["id"]),
        title=_both(block["title"]),
        kind=_one_of(block["kind"], ("orientation", "guided", "practice", "test")),
        done_at=_moment(block["done_at"]),
        rule=rule,
        attempts=_number(block["attempts"]),
        sessions=tuple(map(_session, _list(block["sessions"]))),
    )


def _session(value: object) -> CertifiedSession:
    block = _block(value, CertifiedSession)
    scores = {key: _score(one) for key, one in _mapping(block["scores"]).items()}
    if set(scores) != set(DIMENSION_NAMES):
        raise ValueError("scores")
    return CertifiedSession(
        session=_text(block["session"]),
        scenario=_text(block["scenario"]),
        title=_both(block["title"]),
        ended_at=_moment(block["ended_at"]),
        mode=_one_of(block["mode"], get_args(Mode)),
        intensity=_one_of(block["intensity"], get_args(Intensity)),
        total=_score(block["total"]),
        scores=scores,
        hints=_number(block["hints"]),
        head=_text(block["head"]),
        versions={key: _text(one) for key, one in _mapping(block["versions"]).items()},
        ruled=_truth(block["ruled"]),
    )


def _mapping(value: object) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise ValueError("an object is missing")
    return value


def _block(value: object, of: type) -> Mapping[str, object]:
    block = _mapping(value)
    if set(block) != set(of.__dataclass_fields__):  # type: ignore[attr-defined]
        raise ValueError(f"the keys of {of.__name__}")
    return block


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise ValueError("a list is missing")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("a text is missing")
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 2**53:
        raise ValueError("a number is missing")
    return value


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError("true or false is missing")
    return value


def _score(value: object) -> int | None:
    return None if value is None else _number(value)


def _both(value: object) -> Text:
    block = _block(value, Text)
    return Text(_text(block["ja"]), _text(block["en"]))


def _moment(value: object) -> str:
    text = _text(value)
    if datetime.fromisoformat(text).tzinfo is None:
        raise ValueError("a time without zone")
    return text


def _one_of(value: object, choices: tuple[str, ...]) -> str:
    text = _text(value)
    if text not in choices:
        raise ValueError(f"one of {', '.join(choices)} is missing")
    return text


def _language(value: object) -> Language:
    return cast("Language", _one_of(value, LANGUAGES))
