"""How fast replies are graded: one with everything loaded, the first after start, whole files.

Run on demand: ``python tests/bench/grading.py`` (ten minutes on two cores). Prints medians and
ratios; asserts nothing, because seconds belong to a machine and ratios drift with its load. All run
from byte code, with a data directory of their own in which a store has been opened once, so that
the cache is used. The replies are those of the yardstick.

1. ``read + grade`` of one reply with everything loaded: p50 and p95, by language, in seconds of the
   processor, because nothing is waited for and other programs should not count. Of each reply the
   median of its rounds is taken, so a high p95 means long replies and no hiccups. ``words not seen
   before`` is the same in the first round, before the caches of words know them. ``moment`` is what
   a reply that comes alone needs besides, in ``grade`` only.
   ``twenty thousand characters`` is the slowest of five replies of that length, of which nothing may
   take out of proportion long (two seconds are a fault).
2. The first reply after start: what reading and grading it costs over the same reply a second
   time, each in a fresh process that has the judge and the scenario, but nothing of the language
   yet. ``cold`` begins with an empty cache. ``judge`` is what making the judge takes before that.
3. ``supportdojo grade`` over a file of thousands of lines, the yardstick again and again: items a
   second of the whole process, start included, with one process and with two; then the peak memory
   of the largest process at two lengths, which should not differ. ``x pass`` is the time of
   ``python -c pass`` for a thousand items: a smaller number is faster, on any machine. Memory is
   asked for through a small process of its own, because a child counts what its parent had.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from start import Bench

YARDSTICK = Path(__file__).parents[2] / "scoring" / "calibration" / "yardstick.jsonl"
LANGUAGES = ("ja", "en")
ROUNDS = 7
BULK_ROUNDS = 3
BULK = 6_000
LENGTHS = (1_500, 12_000)
JOBS = (1, 2)

_MAKE = """
import json, sys, time
from pathlib import Path
from simulator.workplace import make_judge, quick_library
library = quick_library()
start = time.perf_counter()
judge = make_judge(library)
made = time.perf_counter() - start
items = [json.loads(line) for line in Path(sys.argv[1]).open(encoding="utf-8")]
items = [item for item in items if item["lang"] == sys.argv[2]]

def timed(item, clock):
    scenario = judge.catalog.scenarios[item["scenario"]]
    start = clock()
    moment = judge.moment(scenario, item["lang"], item["context"])
    found = clock()
    judge.grade(judge.read(item["reply"], moment), moment)
    return found - start, clock() - found
"""
# Every scenario is read and its words are compiled before the clock is looked at.
_WARM = (
    _MAKE
    + """
for scenario in {item["scenario"] for item in items}:
    judge.prepare(judge.catalog.scenarios[scenario], sys.argv[2])
    timed({**items[0], "scenario": scenario, "reply": "..."}, time.process_time)
print(json.dumps([[timed(i, time.process_time) for i in items] for _ in range(int(sys.argv[3]))]))
"""
)
_FIRST = (
    _MAKE
    + """
judge.catalog.scenarios[items[0]["scenario"]]
(moment, first), (_, later) = [timed(items[0], time.perf_counter) for _ in range(2)]
print(json.dumps([made, moment, first, later]))
"""
)
_LONG = (
    _MAKE
    + """
judge.prepare(judge.catalog.scenarios[items[0]["scenario"]], sys.argv[2])
letters = int(sys.argv[4])
texts = [(unit * letters)[:letters] for unit in json.loads(sys.argv[3])]
print(json.dumps([timed({**items[0], "reply": text}, time.process_time)[1] for text in texts]))
"""
)
_LONG_UNITS = (
    "申し訳ございません。住所は、お伝えできません、",
    "sorry, I can't, ",
    "a",
    "「",
    "1:",
)
_LONG_LETTERS = 20_000
_PEAK = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


class Grading(Bench):
    """Start's environment, with a store in it."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.cache = folder / "home" / "cache"
        opening = "from simulator.workplace import open_workplace; open_workplace().close()"
        self.said(opening)
        self.whole("-m", "simulator", "grade", str(YARDSTICK))  # byte code and cache

    def said(self, code: str, *arguments: str) -> str:
        """What a fresh process prints."""
        done = subprocess.run(
            [sys.executable, "-c", code, *arguments],
            check=True,
            capture_output=True,
            text=True,
            env=self.environment,
        )
        return done.stdout

    def loaded(self, language: str, rounds: int) -> list[list[tuple[float, float]]]:
        """Seconds for the moment, and for read and grade, of every reply in every round."""
        found: list[list[tuple[float, float]]] = json.loads(
            self.said(_WARM, str(YARDSTICK), language, str(rounds))
        )
        return found

    def long(self, language: str) -> list[float]:
        """Seconds for read and grade of every very long reply."""
        units = json.dumps(_LONG_UNITS)
        said = self.said(_LONG, str(YARDSTICK), language, units, str(_LONG_LETTERS))
        found: list[float] = json.loads(said)
        return found

    def first(self, language: str, *, cold: bool) -> list[float]:
        """Seconds for the judge, the moment, the first reply and the same reply again."""
        if cold:
            shutil.rmtree(self.cache, ignore_errors=True)
        found: list[float] = json.loads(self.said(_FIRST, str(YARDSTICK), language))
        return found

    def bulk(self, file: Path, jobs: int) -> float:
        """Seconds of a whole run of ``grade``."""
        return self.whole(*_grade(file, jobs))

    def peak(self, arguments: Sequence[str]) -> float:
        """Megabytes that the largest process of a run had at most."""
        unit = 1024 * 1024 if sys.platform == "darwin" else 1024
        return int(self.said(_PEAK, sys.executable, *arguments)) / unit


def _grade(file: Path, jobs: int) -> list[str]:
    return ["-m", "simulator", "grade", str(file), "--jobs", str(jobs)]


def repeated(file: Path, count: int) -> Path:
    """A file of *count* items: the yardstick again and again, each item with an id of its own."""
    lines = YARDSTICK.read_text(encoding="utf-8").splitlines()
    items: list[dict[str, Any]] = [json.loads(line) for line in lines]
    with file.open("w", encoding="utf-8") as stream:
        for number in range(count):
            item = {**items[number % len(items)], "id": f"n{number}"}
            stream.write(json.dumps(item, ensure_ascii=False) + "\n")
    return file


def _percentiles(seconds: Iterable[float]) -> str:
    ordered = sorted(1000 * value for value in seconds)
    p50, p95 = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]
    return f"p50 {p50:6.2f} ms  p95 {p95:6.2f} ms  n={len(ordered)}"


def show_loaded(bench: Grading, rounds: int) -> None:
    for language in LANGUAGES:
        seen = bench.loaded(language, rounds + 1)
        replies = list(zip(*seen[1:], strict=True))  # the first round gets to know the words
        both = [statistics.median(part[1] for part in reply) for reply in replies]
        moments = [statistics.median(part[0] for part in reply) for reply in replies]
        print(f"read + grade ({language})             {_percentiles(both)} (p95 at most 5 ms)")
        print(f"  words not seen before       {_percentiles(part[1] for part in seen[0])}")
        print(f"  moment                      {_percentiles(moments)}")
        print(f"  twenty thousand characters  {1000 * max(bench.long(language)):8.0f} ms at most")


def show_first(bench: Grading, rounds: int) -> None:
    start = statistics.median(bench.whole("-c", "pass") for _ in range(rounds)) * 1000
    for cold in (False, True):
        for language in LANGUAGES:
            if not cold:
                bench.first(language, cold=False)
            rows = [bench.first(language, cold=cold) for _ in range(rounds)]
            judge, moment, first, later = (
                statistics.median(values) * 1000 for values in zip(*rows, strict=True)
            )
            print(
                f"first reply ({language}, {'cold' if cold else 'warm'})        "
                f"{first - later:6.1f} ms more than the {later:4.1f} of later ones  "
                f"{(first - later) / start:5.2f} x pass  "
                f"judge {judge:5.1f} ms  moment {moment:4.1f} ms"
                + ("" if cold else "  (at most 80 ms more)")
            )


def show_bulk(bench: Grading, folder: Path, rounds: int) -> None:
    bench.whole("-m", "simulator", "grade", str(YARDSTICK))  # the cache that a cold start emptied
    file = repeated(folder / "bulk.jsonl", BULK)
    seconds: dict[int, list[float]] = {jobs: [] for jobs in JOBS}
    passes: list[float] = []
    for _ in range(rounds):
        passes.append(statistics.median(bench.whole("-c", "pass") for _ in range(5)))
        for jobs in JOBS:
            seconds[jobs].append(bench.bulk(file, jobs))
    median = {jobs: statistics.median(values) for jobs, values in seconds.items()}
    for jobs in JOBS:
        thousand = median[jobs] / BULK * 1000
        print(
            f"grade {BULK:,} items, --jobs {jobs}   {BULK / median[jobs]:6.0f} items a second  "
            f"{thousand / statistics.median(passes):6.1f} x pass for a thousand  "
            f"{median[JOBS[0]] / median[jobs]:4.2f} x --jobs 1"
            + ("  (at least 500 on two cores)" if jobs == 2 else "")
        )


def show_memory(bench: Grading, folder: Path) -> None:
    bare = bench.peak(["-c", "pass"])
    files = [repeated(folder / f"{length}.jsonl", length) for length in LENGTHS]
    for jobs in JOBS:
        peaks = [bench.peak(_grade(file, jobs)) for file in files]
        shown = "  ".join(
            f"{peak:6.1f} MB at {length:,}" for peak, length in zip(peaks, LENGTHS, strict=True)
        )
        print(
            f"peak memory, --jobs {jobs}          {shown}  {peaks[1] / peaks[0]:4.2f} x"
            f"  {peaks[1] / bare:4.1f} x pass  (flat)"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--bulk-rounds", type=int, default=BULK_ROUNDS, help="0: no files")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bench = Grading(folder)
        show_loaded(bench, arguments.rounds)
        show_first(bench, arguments.rounds)
        if arguments.bulk_rounds:
            show_bulk(bench, folder, arguments.bulk_rounds)
            show_memory(bench, folder)


if __name__ == "__main__":
    main()
