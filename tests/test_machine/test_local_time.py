"""Moments in the zone of the machine, whatever that is set to."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest

from simulator.machine.local_time import localized

pytestmark = pytest.mark.skipif(not hasattr(time, "tzset"), reason="TZ of POSIX systems")
MOMENT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Sets the zone of this process for one test."""
    with monkeypatch.context() as patch:

        def choose(name: str) -> None:
            patch.setenv("TZ", name)
            time.tzset()

        yield choose
    time.tzset()


def test_a_moment_is_told_in_the_zone_of_the_machine(zone: Callable[[str], None]) -> None:
    zone("JST-9")
    assert localized(MOMENT).utcoffset() == timedelta(hours=9)
    assert localized(MOMENT.replace(tzinfo=None)) == MOMENT - timedelta(hours=9)


@pytest.mark.parametrize("name", ["UTC+24", "UTC-24", "AAA+167", ":::"])
def test_a_zone_that_is_none_counts_as_utc(
    zone: Callable[[str], None], name: str, command: Callable[..., tuple[int, str, str]]
) -> None:
    """And every command works."""
    zone(name)
    assert localized(MOMENT).utcoffset() == timedelta(0)
    assert localized(MOMENT.replace(tzinfo=None)) == MOMENT
    assert command("history")[0] == 0
