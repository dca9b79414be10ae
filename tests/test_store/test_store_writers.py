"""Many writers at once, copies under load, and processes that are killed at any instant."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from simulator.store import SessionHeader, SessionStore

ROOT = Path(__file__).parents[2]
WRITER = Path(__file__).with_name("kill_writer.py")
WRITERS = 20
KILL_RUNS = int(os.environ.get("SUPPORTDOJO_KILL_RUNS", "20"))


def _start(path: Path, *arguments: str) -> subprocess.Popen[str]:
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    return subprocess.Popen(
        [sys.executable, str(WRITER), str(path), *arguments],
        env=environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def _acknowledged(output: str) -> list[tuple[str, int]]:
    # A line cut by the kill was not acknowledged to anybody.
    whole = output[: output.rfind("\n") + 1]
    lines = [line.split() for line in whole.splitlines()]
    return [(words[2], int(words[1])) for words in lines if words[0] == "saved"]


def _expected(session: str, seq: int) -> str:
    return f"{session} の {seq} 番目の返信です。申し訳ございません。" * (1 + seq % 7)


def _check_texts(store: SessionStore, acknowledged: set[tuple[str, int]]) -> int:
    """Asserts that every acknowledged event is there as it was sent; returns how many are."""
    stored: set[tuple[str, int]] = set()
    for summary in store.history():
        for seq, event in enumerate(store.load(summary.id).events):
            assert event["text"] == _expected(summary.id, seq)
            stored.add((summary.id, seq))
    assert acknowledged <= stored
    return len(stored)


def _until_the_first_word(path: Path) -> float:
    """How many seconds a writer takes here and now until something is stored."""
    start = time.monotonic()
    with _start(path) as child:
        assert child.stdout is not None
        child.stdout.readline()
        child.kill()
    return time.monotonic() - start


@pytest.mark.timeout(120 + 5 * KILL_RUNS)
def test_a_killed_process_loses_nothing(store_file: Path) -> None:
    """Whenever the process is killed, every acknowledged reply is stored and the store is sound."""
    chance = random.Random(7)
    acknowledged: set[tuple[str, int]] = set()
    longest = _until_the_first_word(store_file.with_name("first.db")) * 2
    for _ in range(KILL_RUNS):
        child = _start(store_file)
        try:
            time.sleep(chance.uniform(0.05, longest))
        finally:
            child.kill()
            output, errors = child.communicate()
        assert errors == ""
        acknowledged.update(_acknowledged(output))
        if store_file.exists():
            with SessionStore.open(store_file, datetime.now(UTC)) as store:
                assert store.check(full=True).sound
                assert len(store.unfinished("佐藤")) <= 1
    with SessionStore.open(store_file, datetime.now(UTC)) as store:
        stored = _check_texts(store, acknowledged)
    print(f"{KILL_RUNS} kills, {len(acknowledged)} acknowledged, {stored} stored, 0 lost")
    assert acknowledged


@pytest.mark.timeout(300)
def test_many_processes_write_at_once(store_file: Path) -> None:
    """Twenty programs that start together on a new store fail in nothing and lose nothing."""
    children = [_start(store_file, "15", f"trainee {n}") for n in range(WRITERS)]
    acknowledged: list[tuple[str, int]] = []
    for child in children:
        output, errors = child.communicate(timeout=240)
        assert (child.returncode, errors) == (0, "")
        acknowledged += _acknowledged(output)
    assert len(set(acknowledged)) == WRITERS * 15
    with SessionStore.open(store_file, datetime.now(UTC)) as store:
        assert _check_texts(store, set(acknowledged)) == WRITERS * 15
        assert store.check(full=True).sound


@pytest.mark.timeout(300)
def test_threads_work_with_stores_of_their_own(
    store: SessionStore, make_header: Callable[..., SessionHeader], now: datetime
) -> None:
    """A background thread with another() store writes beside the first without failures."""
    session = store.start(make_header())
    failures: list[BaseException] = []

    def work() -> None:
        try:
            with store.another() as mine:
                for n in range(25):
                    mine.save_draft(session, f"draft {n}", now)
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for seq in range(25):
        store.append(session, seq, {"kind": "wait", "seconds": seq}, now)
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(store.load(session).events) == 25


@pytest.mark.timeout(300)
def test_copies_under_load_are_sound(store_file: Path, tmp_path: Path) -> None:
    """Copies made while others write are sound and hold all that was acknowledged before."""
    children = [_start(store_file, "150", f"trainee {n}") for n in range(3)]
    try:
        counts = []
        for child in children:  # all are at it before the first copy
            assert child.stdout is not None
            assert child.stdout.readline().startswith("saved")
        with SessionStore.open(store_file, datetime.now(UTC)) as store:
            for n in range(12):
                before = sum(s.event_count for s in store.history())
                copy = store.backup(tmp_path / f"copy-{n}.db")
                with SessionStore.open(copy, datetime.now(UTC), read_only=True) as opened:
                    report = opened.check(full=True)
                assert report.sound
                assert report.events >= before
                counts.append(report.events)
    finally:
        for child in children:
            _, errors = child.communicate(timeout=240)
            assert errors == ""
    assert counts == sorted(counts)
    assert counts[-1] > 0
