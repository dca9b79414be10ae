"""What a team asks of the store: many at once, and many sessions. Run on demand, asserts nothing.

``python tests/bench/team.py load`` lets fifty trainees practise for a minute on a real PostgreSQL that
waits for its disk: how long saving a turn takes, and whether anything is lost.
``python tests/bench/team.py many`` stores 10,000 sessions: how much later the first frame of the
first screen, and of a drill's board, comes than with an empty store.
"""
# ruff: noqa: E402 - where the tests keep what they share has to be said first

from __future__ import annotations

import argparse
import json
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]

from postgres import opened_as, running_server
from start import Bench

from simulator.contact import Contact, Start
from simulator.practice.occasions import drill_occasion
from simulator.store import SessionHeader, SessionStore, utc_text
from simulator.store.forget import renamed
from simulator.workplace import temporary_workplace

TRAINEES = 50
TURNS_A_SECOND = 1.0
"""For each trainee: some twenty times as quick as people who read and write."""
SESSIONS = 10_000
ROUNDS = 9
BOARD = "朝礼のドリル"
"""Title of the drill, by which its board is known to be drawn."""
REPLY = "朝からずっとお待ちいただいて申し訳ございません。配送店にすぐ確認します。"


def header(login: str, started: datetime) -> SessionHeader:
    """Of a session that is only stored, not played."""
    return SessionHeader(
        scenario_id="late-delivery",
        scenario_version="1",
        scenario_hash="0" * 64,
        handbook_version="1",
        rubric_version="",
        rules_version="",
        engine_version="1",
        unicode_version="14.0.0",
        seed=1,
        language="ja",
        mode="practice",
        trainee=login,
        started_at=utc_text(started),
        utc_offset_minutes=540,
    )


class Trainee:
    """Practises until told to stop; keeps how long each saving took."""

    def __init__(self, number: int, store: SessionStore) -> None:
        self.store = store
        self.login = f"t{number}"
        self.times: list[float] = []
        self.saved: dict[str, int] = {}
        self.failures: list[str] = []
        self._chance = random.Random(number)

    def practise(self, until: float) -> None:
        while time.monotonic() < until:
            try:
                self._contact(until)
            except Exception as error:
                self.failures.append(repr(error))

    def _contact(self, until: float) -> None:
        now = datetime.now(UTC)
        session = self.store.start(header(self.login, now))
        for seq in range(self._chance.randint(5, 15)):
            time.sleep(self._chance.expovariate(TURNS_A_SECOND))
            if time.monotonic() > until:
                return
            begun = time.perf_counter()
            self.store.append(
                session, seq, {"kind": "reply", "text": f"{REPLY}{seq}"}, datetime.now(UTC)
            )
            self.times.append(time.perf_counter() - begun)
            self.saved[session] = seq + 1
        self.store.finish(session, "calm", '{"total":70}', {"rubric": "1"}, datetime.now(UTC))


def load(seconds: float) -> None:
    """Fifty trainees at once on PostgreSQL."""
    with running_server(durable=True) as server:
        url, now = server.new_database(), datetime.now(UTC)
        with SessionStore.connect(url, now) as owner:
            trainees = [
                Trainee(n, opened_as(url, owner, f"t{n}", "trainee", now)) for n in range(TRAINEES)
            ]
            until = time.monotonic() + seconds
            threads = [threading.Thread(target=t.practise, args=(until,)) for t in trainees]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            stored = {s.id: s.event_count for s in owner.history()}
            sound = owner.check(full=True).sound
        for trainee in trainees:
            trainee.store.close()
        server.drop(url)
    times = sorted(t for trainee in trainees for t in trainee.times)
    lost = sum(
        max(0, count - stored.get(session, 0))
        for trainee in trainees
        for session, count in trainee.saved.items()
    )
    failures = [f for trainee in trainees for f in trainee.failures]
    at = {p: times[int(len(times) * p / 100)] * 1000 for p in (50, 95, 99)}
    print(f"{TRAINEES} trainees, {seconds:.0f} s, {len(times)} turns saved, {len(stored)} sessions")
    print(f"saving a turn: p50 {at[50]:.1f} ms, p95 {at[95]:.1f} ms, p99 {at[99]:.1f} ms")
    print(f"lost {lost}, failed {len(failures)}, sound {sound}")
    for failure in failures[:3]:
        print(f"  {failure}")


def fill(home: Path, count: int, drill: str) -> None:
    """*count* played sessions in the store of *home*, every tenth of them for *drill*."""
    import getpass

    with tempfile.TemporaryDirectory() as folder:
        workplace = temporary_workplace(Path(folder))
        contact = Contact.begin(workplace, Start("late-delivery", "ja", "practice", 1))
        for _ in range(4):
            contact.reply(REPLY)
        contact.end()
        contact.conclude()
        played = workplace.store.export_session(contact.session_id)
        workplace.close()
    logins = [getpass.getuser(), *(f"t{n}" for n in range(TRAINEES - 1))]
    begin = datetime(2026, 1, 5, tzinfo=UTC)
    with SessionStore.open(home / "supportdojo.db", datetime.now(UTC)) as store:
        store.database.connection.execute("PRAGMA synchronous = OFF")  # type: ignore[attr-defined]
        for number in range(count):
            moment = begin + timedelta(minutes=30 * number)
            session = {
                **played,
                "id": f"{moment:%Y%m%d-%H%M%S}000-{number:08d}",
                "header": {
                    **played["header"],
                    "started_at": utc_text(moment),
                    **({} if number % 10 else {"occasion": drill_occasion(drill)}),
                },
            }
            store.import_session(renamed(session, logins[number % len(logins)]))


def new_drill(bench: Bench) -> str:
    """The id of a drill for everybody, made as a lead makes it."""
    words = ("drill", "new", BOARD, "--scenario", "late-delivery", "--all", "--json")
    made = subprocess.run(
        [sys.executable, "-m", "simulator", *words],
        check=True,
        capture_output=True,
        text=True,
        env=bench.environment,
    )
    return str(json.loads(made.stdout)["drill"]["drill"])


def many(count: int) -> None:
    """The first frames with an empty store and with a full one, in turns."""
    with tempfile.TemporaryDirectory() as folder:
        benches = {name: Bench(Path(folder) / name) for name in ("empty", "full")}
        drills = {name: new_drill(bench) for name, bench in benches.items()}
        begun = time.perf_counter()
        fill(Path(benches["full"].environment["SUPPORTDOJO_HOME"]), count, drills["full"])
        print(f"{count} sessions stored in {time.perf_counter() - begun:.0f} s")
        for what in ("home", "board"):
            for name, bench in benches.items():
                _frame(bench, what, drills[name])
            times: dict[str, list[float]] = {name: [] for name in benches}
            for _ in range(ROUNDS):
                for name, bench in benches.items():
                    times[name].append(_frame(bench, what, drills[name]))
            empty, full = (statistics.median(times[name]) for name in benches)
            print(
                f"first frame of {what}: empty {empty * 1000:.0f} ms, full {full * 1000:.0f} ms,"
                f" ratio {full / empty:.2f} (at most 1.6)"
            )


def _frame(bench: Bench, what: str, drill: str) -> float:
    if what == "home":
        return bench.home()
    return bench.drawn(BOARD.encode(), "drill", "board", drill, "--lang", "ja")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["load", "many"])
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--sessions", type=int, default=SESSIONS)
    arguments = parser.parse_args()
    if arguments.what == "load":
        load(arguments.seconds)
    else:
        many(arguments.sessions)


if __name__ == "__main__":
    main()
