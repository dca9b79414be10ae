"""How long people wait: start to first frame, ``--help``, lists, and reply to the customer's line.

Run on demand: ``python tests/bench/start.py``. Prints medians and ratios; asserts nothing, because
seconds belong to a machine and ratios drift with its load. Candidates take turns in every round,
and all run from byte code, as an installed program does.
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
from collections.abc import Callable
from pathlib import Path

ROUNDS = 11
SCENARIO = "late-delivery"
FRAME = "答を書".encode()
"""Of what stands in the empty reply box: the box can be typed into from then on."""
HOME = "応対の稽古場".encode()
"""Of the title of the first screen."""
SEEN = "◀".encode()
"""The mark before the words of a customer."""

# Each prints the seconds of what stands between the two looks at the clock.
_TIMED = """
import os, time
from pathlib import Path
from scenarios.loader import builtin_library
cache = Path(os.environ["SUPPORTDOJO_HOME"]) / "cache"
start = time.perf_counter()
{}
print(time.perf_counter() - start)
"""
_ONE = f"builtin_library(cache).scenario({SCENARIO!r})"
_ALL = "library = builtin_library(cache)\n[library.card(name) for name in library.ids]"
_REPLY = """
import tempfile, time
from scenarios.loader import builtin_library
from simulator.contact import Contact, Start
from simulator.workplace import open_workplace
workplace = open_workplace()
exemplar = workplace.library.exemplar({scenario!r}, "{language}-good")
contact = Contact.begin(workplace, Start({scenario!r}, "{language}", "practice", 1))
start = time.perf_counter()
contact.reply(next(step.reply for step in exemplar.steps if step.reply))
print(time.perf_counter() - start)
"""


class Bench:
    """The candidates, in an environment of their own."""

    def __init__(self, folder: Path) -> None:
        self.environment = {
            **os.environ,
            "SUPPORTDOJO_HOME": str(folder / "home"),
            "PYTHONPYCACHEPREFIX": str(folder / "code"),
            "TERM": "xterm-256color",
            "COLUMNS": "120",
            "LINES": "40",
        }
        self.environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def whole(self, *arguments: str) -> float:
        """Wall seconds of a whole process."""
        start = time.perf_counter()
        subprocess.run(
            [sys.executable, *arguments],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=self.environment,
        )
        return time.perf_counter() - start

    def part(self, code: str) -> float:
        """Seconds that a fresh process says a part of it took."""
        done = subprocess.run(
            [sys.executable, "-c", code],
            check=True,
            capture_output=True,
            text=True,
            env=self.environment,
        )
        return float(done.stdout)

    def home(self) -> float:
        """Seconds from the start of the program until its first screen has been drawn."""
        return self.drawn(HOME, "--lang", "ja")

    def drawn(self, mark: bytes, *words: str) -> float:
        """Seconds from the start of the program until *mark* has been drawn."""
        words = words or ("play", SCENARIO, "--lang", "ja", "--seed", "1")
        arguments = ["-m", "simulator", *words]
        start = time.perf_counter()
        pid, terminal = pty.fork()
        if pid == 0:
            os.execve(sys.executable, [sys.executable, *arguments], self.environment)
        drawn = b""
        try:
            while mark not in drawn:
                ready, _, _ = select.select([terminal], [], [], 20)
                if not ready:
                    raise TimeoutError("no first frame in 20 seconds")
                drawn += os.read(terminal, 65536)
            return time.perf_counter() - start
        finally:
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
            os.close(terminal)

    def candidates(self) -> dict[str, tuple[Callable[[], float], str]]:
        """What is timed, by its name, and what it must not exceed."""
        return {
            "python -c pass": (lambda: self.whole("-c", "pass"), ""),
            "supportdojo --help": (lambda: self.whole("-m", "simulator", "--help"), "4 x pass"),
            "import textual.app": (lambda: self.whole("-c", "import textual.app"), ""),
            "import simulator.contact": (lambda: self.whole("-c", "import simulator.contact"), ""),
            "first frame of the call": (lambda: self.drawn(FRAME), "1.6 x import textual.app"),
            "the customer's first words": (lambda: self.drawn(SEEN), ""),
            "one scenario, warm": (lambda: self.part(_TIMED.format(_ONE)), "30 ms"),
            "the whole list, warm": (lambda: self.part(_TIMED.format(_ALL)), "150 ms"),
            "supportdojo list": (lambda: self.whole("-m", "simulator", "list"), ""),
            "first reply (ja)": (lambda: self.part(_first_reply("ja")), "150 ms"),
            "first reply (en)": (lambda: self.part(_first_reply("en")), "150 ms"),
        }


def _first_reply(language: str) -> str:
    return _REPLY.format(scenario=SCENARIO, language=language)


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
    with tempfile.TemporaryDirectory() as folder:
        candidates = Bench(Path(folder)).candidates()
        seconds: dict[str, list[float]] = {name: [] for name in candidates}
        for number in range(rounds + 1):
            for name, (run, _) in candidates.items():
                taken = run()
                if number:  # the first round writes byte code, store and cache
                    seconds[name].append(taken)
        median = {name: statistics.median(values) * 1000 for name, values in seconds.items()}
        for name, (_, limit) in candidates.items():
            bound = f"(at most {limit})" if limit else ""
            print(
                f"{name:26} {median[name]:7.1f} ms"
                f"  {median[name] / median['python -c pass']:6.2f} x pass"
                f"  {median[name] / median['import textual.app']:5.2f} x import textual.app  {bound}"
            )
        for language in ("ja", "en"):
            times = sorted(reply_times(language, Path(folder) / language))
            p50, p95 = times[len(times) // 2], times[int(len(times) * 0.95)]
            print(
                f"reply to line ({language})         p50 {p50 * 1000:5.1f} ms  "
                f"p95 {p95 * 1000:5.1f} ms  n={len(times)} (p95 at most 20 ms)"
            )


if __name__ == "__main__":
    main()
