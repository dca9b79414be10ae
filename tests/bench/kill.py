"""Kill the program with SIGKILL at random instants; count turns lost and contacts that resume.

Run on demand: ``python tests/bench/kill.py 200``. A turn counts as shown when the customer's
answer to it came out; every such turn must be in the store afterwards.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
import threading
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

REPLIES = {
    "ja": "朝からずっとお待ちいただいて申し訳ございません。配送店にすぐ確認します。{n}件目です。",
    "en": "I'm sorry you've been waiting since this morning. I'll ask the depot now. Number {n}.",
}
SCENARIO = "late-delivery"


@dataclass
class Result:
    shown: int
    """Replies whose answer came out before the kill."""
    stored: int
    """Replies in the store afterwards."""
    resumed: bool


def one_run(chance: random.Random, home: Path, language: str) -> Result:
    """Play, kill at a random instant, look at the store, resume."""
    environment = {**os.environ, "SUPPORTDOJO_HOME": str(home)}
    command = [sys.executable, "-m", "simulator", "play", SCENARIO, "--jsonl", "--lang", language]
    with subprocess.Popen(
        [*command, "--seed", str(chance.randrange(1000))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        env=environment,
    ) as process:
        session, answered = _play_until_killed(process, chance.uniform(0.0, 0.9), language)
    return Result(answered, *_after(session, environment)) if session else Result(0, 0, True)


def _play_until_killed(
    process: subprocess.Popen[str], delay: float, language: str
) -> tuple[str, int]:
    """Session id and the number of replies whose feedback came out before the kill."""
    assert process.stdin is not None
    assert process.stdout is not None
    session, answered, opened = "", 0, False
    timer = threading.Timer(delay, process.kill)
    with suppress(BrokenPipeError, json.JSONDecodeError):  # the kill struck in mid-line
        for line in process.stdout:
            event = json.loads(line)
            if event["event"] == "briefing":
                session = event["session"]
                timer.start()
            answered += event["event"] == "turn_feedback"
            if event["event"] == "turn_feedback" or (event["event"] == "customer" and not opened):
                opened = True
                reply = REPLIES[language].format(n=answered + 1)
                process.stdin.write(json.dumps({"reply": reply}) + "\n")
                process.stdin.flush()
    process.kill()
    timer.cancel()
    with suppress(BrokenPipeError):
        process.stdin.close()
    return session, answered


def _after(session: str, environment: dict[str, str]) -> tuple[int, bool]:
    shown = subprocess.run(
        [sys.executable, "-m", "simulator", "show", session, "--json"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        check=False,
    )
    if shown.returncode != 0:
        return -1, False
    events = json.loads(shown.stdout)["events"]
    stored = sum(entry["kind"] == "reply" for entry in _plain(events))
    resumed = subprocess.run(
        [sys.executable, "-m", "simulator", "play", "--resume", session, "--jsonl"],
        input="",
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        check=False,
    )
    resumes = resumed.returncode == 0 and '"event": "scorecard"' in resumed.stdout
    if not resumes:
        print(resumed.stdout[-300:], resumed.stderr, file=sys.stderr)
    return stored, resumes


def _plain(events: list[dict[str, object]]) -> list[dict[str, object]]:
    return [e.get("event", e) if isinstance(e.get("event"), dict) else e for e in events]  # type: ignore[misc]


def main() -> int:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    chance = random.Random(20260930)
    lost = unresumed = turns = 0
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        for number in range(runs):
            result = one_run(chance, home, ("ja", "en")[number % 2])
            turns += result.shown
            lost += result.stored < result.shown
            unresumed += not result.resumed
    print(
        f"{runs} kills, {turns} turns shown, {lost} runs with a lost turn, {unresumed} not resumed"
    )
    return 1 if lost or unresumed else 0


if __name__ == "__main__":
    sys.exit(main())
