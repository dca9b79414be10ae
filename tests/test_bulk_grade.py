"""Grading a stream on several processes: same results, same order, flat memory, clear ends."""

from __future__ import annotations

import gc
import json
import multiprocessing
import os
import sys
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import doors
import pytest

from scenarios.language import LANGUAGES, Language
from scoring.bulk import Tally, grade_lines
from scoring.judge import Judge
from simulator import bulk_grade
from simulator.bulk_grade import grade_stream
from simulator.cli import main
from simulator.errors import SupportdojoError
from simulator.machine.workers import cores, processes
from simulator.workplace import make_judge, quick_library

ALONE = 400
"""Lines that are graded before another process is started."""
BATCH = 50
AHEAD = 3
"""Batches a process that may be taken ahead of the output, besides the one in hand."""

REPLIES = ("Sorry.", "Hi.", "", "So what?", "Who is calling?")
"""Short, because they are many, and unlike, so that no grade can stand with another's id."""
BAD = ("{", "[1]", '{"id": "bad", "scenario": "nowhere", "lang": "en", "reply": "Hi."}', "\udcff")


def all_ended() -> bool:
    """Whether every grading process is gone, once the thread that clears them up has ended."""
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and not thread.daemon:
            thread.join(60)
    return not multiprocessing.active_children()


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Judge:
    home = str(tmp_path_factory.mktemp("home"))
    return make_judge(quick_library({"SUPPORTDOJO_HOME": home}))


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A data directory of its own, which grading processes inherit; they are gone afterwards."""
    place = tmp_path / "home"
    monkeypatch.setenv("SUPPORTDOJO_HOME", str(place))
    yield place
    assert all_ended()


def item(number: int) -> str:
    reply = {"id": f"r{number}", "scenario": "late-delivery", "lang": "en", "context": []}
    return json.dumps({**reply, "reply": REPLIES[number % len(REPLIES)]})


def results(lines: Iterable[str], judge: Judge, jobs: int) -> tuple[list[dict[str, Any]], Tally]:
    tally = Tally()
    return list(grade_stream(lines, judge, jobs, tally)), tally


def test_grading_leaves_no_garbage(judge: Judge) -> None:
    """Nothing that only looking for garbage finds: grading processes hardly look for any."""
    lines = [(number, item(number)) for number in range(2 * len(REPLIES))]
    list(grade_lines(lines, judge))  # what is loaded leaves some
    gc.collect()
    gc.disable()
    try:
        list(grade_lines(lines, judge))
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_one_process_or_two_say_the_same(home: Path, tmp_path: Path) -> None:
    """700 lines with bad and blank ones in the middle: byte for byte the same output, in order."""
    lines = [item(number) for number in range(700)]
    lines[150:150] = ["{", ""]
    lines[560:560] = ["", "[1]", BAD[2], "   "]
    path = tmp_path / "items.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    one, two = (doors.run(home, "grade", str(path), "--jobs", jobs) for jobs in ("1", "2"))
    assert one.returncode == two.returncode == 1
    assert one.stdout == two.stdout
    assert one.stderr == two.stderr
    assert "700" in one.stderr
    found = [json.loads(line) for line in two.stdout.splitlines()]
    expected = [f"r{number}" for number in range(700)]
    expected[150:150] = ["line 151"]
    expected[559:559] = ["line 562", "bad"]
    assert [result["id"] for result in found] == expected
    assert [r["id"] for r in found if "error" in r] == ["line 151", "line 562", "bad"]


def test_standard_input_goes_to_all_processes(home: Path) -> None:
    """A stream without a known length is graded to its end, as a file is."""
    stdin = "{\n" * (ALONE + BATCH) + item(0) + "\n"
    done = doors.run(home, "grade", "-", "--jobs", "2", stdin=stdin)
    assert done.returncode == 1
    found = [json.loads(line)["id"] for line in done.stdout.splitlines()]
    assert found == [*(f"line {number}" for number in range(1, ALONE + BATCH + 1)), "r0"]
    assert str(ALONE + BATCH) in done.stderr


def test_bad_lines_are_counted_in_every_process(judge: Judge) -> None:
    """The tally counts what came back from other processes, and ids count lines of the input."""
    lines = [*["{"] * 450, item(450), "\n", *BAD, *["{"] * 200, item(656)]
    found, tally = results(lines, judge, 2)
    assert (tally.graded, tally.failed) == (2, 654)
    assert [n for n, result in enumerate(found) if "error" not in result] == [450, 655]
    assert found[449]["id"] == "line 450"
    assert found[452]["id"] == "line 454"
    assert found[654]["id"] == "line 656"


def no_pool(*arguments: object, **options: object) -> None:
    raise AssertionError("another process was asked for")


@pytest.mark.parametrize(("count", "jobs"), [(0, 8), (1, 8), (ALONE, 8), (ALONE + 50, 1)])
def test_a_short_file_starts_no_other_process(
    judge: Judge, monkeypatch: pytest.MonkeyPatch, count: int, jobs: int
) -> None:
    """Up to 400 lines, or with one job, everything is done here; blank lines count for nothing."""
    monkeypatch.setattr(bulk_grade, "ProcessPoolExecutor", no_pool)
    found, tally = results([*["{"] * count, *["\n"] * 50], judge, jobs)
    assert len(found) == tally.failed == count


class Counted:
    """Lines that count how many of them were taken."""

    def __init__(self, count: int) -> None:
        self.taken = 0
        self.count = count

    def __iter__(self) -> Iterator[str]:
        for _ in range(self.count):
            self.taken += 1
            yield "{"


def test_the_first_results_come_line_by_line(judge: Judge) -> None:
    """Whoever pipes lines in slowly gets each result before the next line is taken."""
    for jobs in (1, 2):
        lines = Counted(ALONE)
        for given, _ in enumerate(grade_stream(lines, judge, jobs, Tally()), start=1):
            assert lines.taken == given


@pytest.mark.parametrize("jobs", [2, 3])
def test_only_so_much_is_taken_ahead(judge: Judge, jobs: int) -> None:
    """However long the input is, three batches a process and one in hand are held at most."""
    lines = Counted(3000)
    ahead = []
    for given, _ in enumerate(grade_stream(lines, judge, jobs, Tally())):
        ahead.append(lines.taken - given)
    assert len(ahead) == 3000
    assert max(ahead) <= (AHEAD * jobs + 1) * BATCH
    assert max(ahead) > BATCH


def killing(count: int) -> Iterator[str]:
    """Bad lines; once both processes were started, they are killed as a system out of memory does."""
    for number in range(count):
        if number == ALONE + 3 * BATCH + 50:
            for child in multiprocessing.active_children():
                child.kill()
        yield "{"


def test_a_process_that_dies_ends_the_stream(judge: Judge) -> None:
    """What came before is handed out, then there is an error with words; nothing is left running."""
    stream = grade_stream(killing(3000), judge, 2, Tally())
    given = []
    with pytest.raises(SupportdojoError) as caught:
        for result in stream:
            given.append(result["id"])
    assert caught.value.code == "grade.process"
    assert given == [f"line {number}" for number in range(1, len(given) + 1)]
    assert len(given) >= ALONE
    assert all_ended()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_process_that_dies_is_told_with_3(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], language: Language
) -> None:
    """Exit code 3, a sentence that says how to go on, whole lines so far and no traceback."""
    monkeypatch.setattr(sys, "stdin", killing(1500))
    code = main(["grade", "-", "--jobs", "2", "--lang", language])
    out, err = capsys.readouterr()
    assert code == 3
    assert "--jobs 1" in err
    assert err.isascii() == (language == "en")
    assert "Traceback" not in err
    found = [json.loads(line)["id"] for line in out.splitlines()]
    assert found == [f"line {number}" for number in range(1, len(found) + 1)]
    assert len(found) >= ALONE


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", ["grade", "agreement"])
def test_a_file_without_replies_is_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str, language: Language
) -> None:
    """Whoever names the wrong file must not read figures about nothing."""
    file = tmp_path / "empty.jsonl"
    file.write_text("", encoding="utf-8")
    assert main([command, str(file), "--lang", language]) == 2
    out, err = capsys.readouterr()
    assert not out
    assert "empty.jsonl" in err


def test_a_stream_that_is_left_leaves_no_process(judge: Judge) -> None:
    """Where the reader of the output goes away, the grading processes end as well."""
    lines = Counted(5000)
    stream = grade_stream(lines, judge, 2, Tally())
    for _ in range(ALONE + 1):
        next(stream)
    assert multiprocessing.active_children()
    stream.close()  # type: ignore[attr-defined]
    assert all_ended()
    assert lines.taken < 5000


def test_cores_are_those_that_may_be_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the system allows this process, else what it has, and one where it cannot tell."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 3, 5}, raising=False)
    assert cores() == 3
    monkeypatch.delattr(os, "sched_getaffinity")
    monkeypatch.setattr(os, "cpu_count", lambda: 7)
    assert cores() == 7
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert cores() == 1


def test_no_more_processes_than_are_of_use(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two a core at most, however many are asked for."""
    monkeypatch.setattr("simulator.machine.workers.cores", lambda: 2)
    assert [processes(asked) for asked in (None, 1, 3, 4, 40)] == [2, 1, 3, 4, 4]
