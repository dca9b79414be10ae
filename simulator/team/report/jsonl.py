"""A report as JSON Lines for programs: first the figures, then a line for each session."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from simulator.team.report.model import Mean, Report, SessionLine, Share

__all__ = ["as_jsonl"]

SCHEMA_VERSION = 1


def as_jsonl(report: Report) -> bytes:
    """``{"record": "report", …}``, then ``{"record": "session", …}`` for each session."""
    return "".join(f"{line}\n" for line in _lines(report)).encode("utf-8")


def _lines(report: Report) -> Iterable[str]:
    figures = {
        field.name: _plain(getattr(report, field.name))
        for field in dataclasses.fields(report)
        if field.name != "sessions"
    }
    yield _json({"schema_version": SCHEMA_VERSION, "record": "report", **figures})
    for session in report.sessions:
        yield _json({"record": "session", **_session(session)})


def _session(line: SessionLine) -> dict[str, Any]:
    plain = _plain(line)
    if line.pass_mark is None:  # the rubric's, as always
        del plain["pass_mark"]
    return {**plain, "differs": line.differs}


def _plain(value: Any) -> Any:
    """Dataclasses by name, dates as ISO text, shares and means with what they stand on."""
    if isinstance(value, Share):
        return {"count": value.count, "of": value.of, "percent": _rounded(value.percent)}
    if isinstance(value, Mean):
        return {"value": _rounded(value.value), "n": value.n}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: _plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    return _single(value)


def _single(value: Any) -> Any:
    if isinstance(value, datetime | date):
        return value.isoformat()
    return _rounded(value) if isinstance(value, float) else value


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _json(value: Any) -> str:
    """ASCII only: nothing in it acts on a terminal, and every program reads it."""
    return json.dumps(value, ensure_ascii=True, sort_keys=False)
