"""Small ready-made things for the tests of the store: a moment, headers, an open store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from simulator.store import SessionHeader, SessionStore, utc_text

NOW = datetime(2026, 11, 3, 4, 5, 6, 123456, tzinfo=UTC)


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def make_header() -> Callable[..., SessionHeader]:
    def make(minutes: int = 0, **changes: object) -> SessionHeader:
        values: dict[str, object] = {
            "scenario_id": "late-parcel",
            "scenario_version": "3",
            "scenario_hash": "ab" * 32,
            "handbook_version": "2026-04",
            "rubric_version": "2",
            "rules_version": "7",
            "engine_version": "1",
            "unicode_version": "14.0.0",
            "seed": 42,
            "language": "ja",
            "mode": "practice",
            "trainee": "佐藤",
            "started_at": utc_text(NOW + timedelta(minutes=minutes)),
            "utc_offset_minutes": 540,
        }
        return SessionHeader(**{**values, **changes})  # type: ignore[arg-type]

    return make


@pytest.fixture
def store_file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "supportdojo.db"


@pytest.fixture
def store(store_file: Path) -> Iterator[SessionStore]:
    with SessionStore.open(store_file, NOW) as opened:
        yield opened


@pytest.fixture(params=["sqlite", "postgres"])
def any_store(
    request: pytest.FixtureRequest, store_file: Path, now: datetime
) -> Iterator[SessionStore]:
    """An open store of its owner, once on each database."""
    if request.param == "sqlite":
        opened = SessionStore.open(store_file, now)
    else:
        opened = SessionStore.connect(request.getfixturevalue("postgres_url"), now)
        opened.viewer = None  # the owner of the data, as the owner of a file is
    with opened:
        yield opened
