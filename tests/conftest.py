"""What tests of commands share: a world of their own, and a command run within this process."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from postgres import Server


# How long an example takes says how busy the machine is, and nothing about the program.
settings.register_profile("no-clock", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("no-clock")


def pytest_runtest_teardown() -> None:
    """The packs of one command line are not those of the next test."""
    if (proposed := sys.modules.get("simulator.proposed_commands")) is not None:
        proposed.name_packs(())


@pytest.fixture
def work() -> Callable[[Callable[[], object]], int]:
    """Counts the calls that something makes: how much it does, on whatever machine."""

    def counted(do: Callable[[], object]) -> int:
        calls = 0

        def seen(_frame: object, event: str, _what: object) -> None:
            nonlocal calls
            calls += event in ("call", "c_call")

        before = sys.getprofile()
        sys.setprofile(seen)
        try:
            do()
        finally:
            sys.setprofile(before)
        return calls

    return counted


@pytest.fixture(scope="session", autouse=True)
def kept_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What was read from the catalogue is kept for all tests of this run, not for each home anew.

    An entry is named by what it was made from, so no test sees what another one changed."""
    shared = tmp_path_factory.getbasetemp() / "kept"
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = tmp_path_factory.getbasetemp().parent / "kept"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("simulator.machine.paths.cache_path", lambda _directory: shared)
        for module in ("libraries", "writing.targets"):
            patch.setattr(f"simulator.{module}.quick_cache", lambda _environ: shared)
        yield


@pytest.fixture
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A data directory of its own, no packs, and no width from outside."""
    monkeypatch.setenv("SUPPORTDOJO_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("SUPPORTDOJO_PACKS", "")
    monkeypatch.delenv("COLUMNS", raising=False)


@pytest.fixture
def here(alone: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to be in, no packs, and a data directory of its own."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def command(alone: None, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Runs ``supportdojo`` with these words: its exit code, and what it wrote out and to errors."""
    from simulator.cli import main

    def call(*words: str) -> tuple[int, str, str]:
        code = main(list(words))
        return (code, *capsys.readouterr())

    return call


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Server]:
    """A real PostgreSQL, started when the first test asks for it."""
    from postgres import running_server

    with running_server() as server:
        yield server


@pytest.fixture
def postgres_url(postgres_server: Server) -> Iterator[str]:
    """An empty database of its own, as its owner."""
    url = postgres_server.new_database()
    yield url
    postgres_server.drop(url)
