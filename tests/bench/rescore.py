"""How many stored contacts are rescored a second, and what ten thousand would take.

Run on demand: ``python tests/bench/rescore.py [CONTACTS] [JOBS]`` (120 contacts take some three minutes
on two cores, most of it for playing them). Plays exemplars of all scenarios in both languages into a
store in a folder of its own, then rescores them with a rubric in which one weight differs, by one
process and by all cores. Start of the processes included, so more contacts give a truer figure.
Asserts nothing, because seconds belong to a machine.
"""

from __future__ import annotations

import os
import resource
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))


def play_contacts(count: int) -> int:
    """Contacts in the store of SUPPORTDOJO_HOME; how many replies they have in all."""
    from simulator.engine.events import ReplySent
    from simulator.workplace import open_workplace
    from simulator.writing.exemplars import MoveRefused, play

    workplace = open_workplace()
    library = workplace.library
    names = [(s, name) for s in library.ids for name in library.exemplar_names(s)]
    replies = 0
    for scenario, name in islice(cycle(names), count):
        try:
            contact = play(workplace, library.exemplar(scenario, name))
        except MoveRefused:
            continue
        contact.conclude()
        replies += sum(isinstance(event, ReplySent) for event in contact.events)
    workplace.close()
    return replies


def seconds(home: Path, jobs: int, weight: int) -> tuple[float, float, int]:
    """What rescoring everything takes by the clock and by the processor, and how many contacts."""
    from scoring.rubrics.rubric import RUBRICS
    from simulator.rescoring import Rescoring
    from simulator.workplace import open_workplace

    text = (RUBRICS / "standard.yaml").read_text(encoding="utf-8")
    rules = {"standard.yaml": text.replace("weight: 40", f"weight: {weight}", 1)}
    workplace = open_workplace()
    began, worked = time.perf_counter(), processor()
    found = Rescoring(workplace, rules, home).run(jobs=jobs)
    took = time.perf_counter() - began
    workplace.close()
    return took, processor() - worked, found.contacts


def processor() -> float:
    """Seconds of the processor so far, those of processes that have ended among them."""
    own, ended = (
        resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return own.ru_utime + own.ru_stime + ended.ru_utime + ended.ru_stime


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 120
    jobs = int(sys.argv[2]) if len(sys.argv) > 2 else len(os.sched_getaffinity(0))
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SUPPORTDOJO_HOME"] = folder
        began = time.perf_counter()
        replies = play_contacts(count)
        print(f"{count} contacts played in {time.perf_counter() - began:.0f} s, {replies} replies")
        for number in sorted({1, jobs}):
            took, worked, contacts = seconds(Path(folder), number, 41 + number)
            rate = contacts / took
            line = (
                f"{number} process(es): {contacts} rescored in {took:.1f} s, {rate:.1f} a second;"
            )
            line += f" 10,000 would take {10_000 / rate / 60:.0f} minutes"
            # Other processes have not ended yet, so what they worked is not known.
            print(
                line
                if number > 1
                else f"{line}; {1000 * worked / contacts:.0f} ms of processor each"
            )


if __name__ == "__main__":
    main()
