"""How long people wait: start to first frame, ``--help``, and reply to the customer's line.

Run on demand: ``python tests/bench/start.py``. Prints medians and ratios; asserts nothing, because
seconds belong to a machine and ratios drift with its load. Candidates take turns in every round.
"""

from __future__ import annotations

import argparse
import os
import pty
import select
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 11
SCENARIO = "late-delivery"
SEEN = "◀".encode()
"""The mark before the words of a customer."""


def run(command: list[str]) -> float:
    """Wall seconds of a whole process."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def first_frame(home: Path, seen: bytes) -> float:
    """Seconds from the start of the program until *seen* has been drawn."""
    environment = {
        **os.environ,
        "SUPPORTDOJO_HOME": str(home),
        "TERM": "xterm-256color",
        "COLUMNS": "120",
        "LINES": "40",
    }
    start = time.perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:
        arguments = ["-m", "simulator", "play", SCENARIO, "--lang", "ja", "--seed", "1"]
        os.execve(sys.executable, [sys.executable, *arguments], environment)
    drawn = b""
    try:
        while seen not in drawn:
            ready, _, _ = select.select([terminal], [], [], 20)
            if not ready:
                raise TimeoutError("no first frame in 20 seconds")
            drawn += os.read(terminal, 65536)
        return time.perf_counter() - start
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(terminal)


def reply_times(language: str, home: Path) -> list[float]:
    """Seconds from sending each reply to holding the customer's saved answer."""
    from scenarios.loader import builtin_library
    from simulator.contact import Contact, Start
    from simulator.workplace import temporary_workplace

    workplace = temporary_workplace(home, builtin_library())
    exemplar = workplace.library.exemplar(SCENARIO, f"{language}-good")
    replies = [step.reply for step in exemplar.steps if step.reply]
    times: list[float] = []
    for seed in range(30):
        contact = Contact.begin(
            workplace,
            Start(SCENARIO, exemplar.language, "practice", seed),
        )
        for text in replies:
            if contact.ended:
                break
            start = time.perf_counter()
            contact.reply(text)
            times.append(time.perf_counter() - start)
    workplace.close()
    return times[len(replies) :]  # the first contact loads the analyser


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    rounds = parser.parse_args().rounds
    python = sys.executable
    figures: dict[str, list[float]] = {"pass": [], "help": [], "import": [], "frame": []}
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        first_frame(home, SEEN)  # writes the byte code and makes the store
        for _ in range(rounds):
            figures["pass"].append(run([python, "-c", "pass"]))
            figures["help"].append(run([python, "-m", "simulator", "--help"]))
            figures["import"].append(run([python, "-c", "import textual.app"]))
            figures["frame"].append(first_frame(home, SEEN))
        median = {name: statistics.median(values) * 1000 for name, values in figures.items()}
        print(f"python -c pass           {median['pass']:7.1f} ms")
        print(f"supportdojo --help       {median['help']:7.1f} ms  "
              f"{median['help'] / median['pass']:.2f} x pass (at most 4)")
        print(f"import textual.app       {median['import']:7.1f} ms")
        print(f"first frame of the call  {median['frame']:7.1f} ms  "
              f"{median['frame'] / median['import']:.2f} x import textual.app (at most 1.6)")
        for language in ("ja", "en"):
            times = sorted(reply_times(language, Path(folder) / language))
            p50, p95 = times[len(times) // 2], times[int(len(times) * 0.95)]
            print(f"reply to line ({language})       p50 {p50 * 1000:5.1f} ms  "
                  f"p95 {p95 * 1000:5.1f} ms  n={len(times)} (p95 at most 20)")


if __name__ == "__main__":
    main()
