"""What the store says about the contacts of a certificate: when it is made, and when it is verified."""

from __future__ import annotations

from dataclasses import asdict
from typing import Literal

from scenarios.language import Text
from scenarios.problems import SourceError
from simulator.certificates.certificate import Certificate, CertifiedSession, Evidence
from simulator.contact import Contact
from simulator.errors import (
    NotAllowed,
    OutdatedSession,
    StoreDamaged,
    UnknownSession,
)
from simulator.practice.standing import Standing
from simulator.store.model import SessionSummary
from simulator.workplace import Workplace

__all__ = ["BAD", "Found", "evidence_for", "look_up"]

Found = Literal["unchanged", "not-rescored", "score", "changed", "absent"]
BAD: tuple[Found, ...] = ("score", "changed")
"""What a sound certificate never meets."""


def evidence_for(
    standing: Standing, workplace: Workplace, sessions: tuple[SessionSummary, ...]
) -> dict[str, Evidence]:
    """For each session that counts in *standing*, by its id; raises StoreDamaged."""
    by_id = {summary.id: summary for summary in sessions}
    found = {}
    for row in standing.steps:
        for attempt in row.passed:
            exported = workplace.store.export_session(attempt.session)
            cards = exported["scorecards"]
            found[attempt.session] = Evidence(
                summary=by_id[attempt.session],
                title=_title(attempt.scenario, workplace),
                head=exported["head"],
                versions=cards[-1]["versions"] if cards else {},
            )
    return found


def _title(scenario: str, workplace: Workplace) -> Text:
    """The scenario's title; its id where it is no longer here."""
    if scenario not in workplace.library.ids:
        return Text(scenario, scenario)
    try:
        return workplace.library.card(scenario).title
    except SourceError:
        return Text(scenario, scenario)


def look_up(certificate: Certificate, claimed: CertifiedSession, workplace: Workplace) -> Found:
    """What became of one contact of a certificate."""
    store = workplace.store
    try:
        exported = store.export_session(claimed.session)
        stored = store.load(claimed.session)
    except (UnknownSession, NotAllowed):
        return "absent"
    except StoreDamaged:
        return "changed"
    header = stored.header
    same = (exported["head"], header.scenario_id, header.trainee, header.language)
    claims = (claimed.head, claimed.scenario, certificate.login, certificate.language)
    if same != claims or stored.ended_at != claimed.ended_at:
        return "changed"
    return _scored_again(claimed, workplace)


def _scored_again(claimed: CertifiedSession, workplace: Workplace) -> Found:
    try:
        card = Contact.resume(workplace, claimed.session).scorecard()
    except (OutdatedSession, SourceError):
        return "not-rescored"
    if asdict(card.versions) != dict(claimed.versions):
        return "not-rescored"
    scores = {str(name): score for name, score in card.scores.items()}
    alike = all(scores.get(name) == score for name, score in claimed.scores.items())
    return "unchanged" if alike and card.total == claimed.total else "score"
