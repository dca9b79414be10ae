"""The ``agreement`` command: the built-in sets and a team's own, as text and as JSON.

The built-in sets are large, so that all but the last test put a few replies in their place,
and the last grades few of them.
"""

from __future__ import annotations

import itertools
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import doors
import pytest

from scenarios.acts import Breach
from scenarios.language import LANGUAGES, Language
from scoring.agreement.rated import (
    FOLDER,
    OWN_ANSWERS,
    OWN_ENDS,
    OWN_EVEN,
    OWN_FURTHER,
    OWN_HARMFUL,
    OWN_KINDS,
    OWN_NEW,
    OWN_PAIRS,
    OWN_REPLIES,
    UNREAD,
    YARDSTICK,
    Place,
    RatedReply,
    builtin,
)
from scoring.agreement.table import about_text
from scoring.judge import Judge
from scoring.model import DIMENSIONS, ReplyGrade
from simulator.cli import main
from simulator.commands import agreement
from simulator.workplace import make_judge, quick_library

SOURCES = ["yardstick", *UNREAD]
LATE = {file: name for name, files in UNREAD.items() for file in files}
EMPATHY = DIMENSIONS[0]
WORDS: Mapping[Language, str] = {
    "ja": "お待たせして申し訳ございません。",
    "en": "I'm sorry you've been waiting in.",
}


def reply(name: str, lang: Language = "en", **more: object) -> dict[str, Any]:
    """A rated reply to the opening of the late parcel."""
    ratings = {"empathy": 2, "policy": 3, "resolution": 1, "breaches": []}
    place = {"id": name, "scenario": "late-delivery", "lang": lang, "context": []}
    return {**place, "reply": WORDS[lang], **ratings, **more}


def pair(name: str, **more: object) -> dict[str, Any]:
    place = {"id": name, "scenario": "late-delivery", "lang": "en", "context": []}
    return {**place, "scale": "empathy", "better": WORDS["en"], "worse": "So what?", **more}


def put(path: Path, items: Iterable[Mapping[str, Any]]) -> str:
    text = "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in items)
    path.write_text(text, encoding="utf-8")
    return str(path)


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Judge:
    home = str(tmp_path_factory.mktemp("home"))
    return make_judge(quick_library({"SUPPORTDOJO_HOME": home}))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A few replies under the names of the built-in sets."""
    made = tmp_path / "sets"
    made.mkdir()
    put(made / YARDSTICK, [reply("y1"), reply("y2", kind="expert"), reply("y3", "ja")])
    unread: dict[str, Any] = {"scenario": "review-threat", "part": "late"}
    put(made / OWN_REPLIES, [reply("o1"), reply("o2", **unread), reply("o3", **unread)])
    put(made / OWN_PAIRS, [pair("p1"), pair("p2", part="late")])
    for file in (OWN_KINDS, OWN_EVEN, OWN_HARMFUL, OWN_FURTHER, OWN_ENDS, OWN_ANSWERS, OWN_NEW):
        put(made / file, [reply(f"{file}-1"), reply(f"{file}-2", **unread)])
    return made


@dataclass(frozen=True)
class Done:
    code: int
    out: str
    err: str

    @property
    def sources(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.out)["sources"]
        return found


Command = Callable[..., Done]


@pytest.fixture
def run(
    folder: Path,
    judge: Judge,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Command:
    """``supportdojo agreement`` in this process, with few replies as the built-in sets."""
    monkeypatch.setenv("SUPPORTDOJO_HOME", str(home))
    monkeypatch.setattr(agreement, "FOLDER", folder)
    monkeypatch.setattr(agreement, "quick_judge", lambda: judge)

    def call(*arguments: str) -> Done:
        code = main(["agreement", *arguments])
        return Done(code, *capsys.readouterr())

    return call


def counts(source: Mapping[str, Any]) -> dict[str, int]:
    """Replies in each group."""
    rows = (row for row in source["scales"] if row["scale"] == EMPATHY)
    return {row["group"]: row["told"] + row["untold"] for row in rows}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_says_what_to_think_of_it_and_then_each_set(
    run: Command, tmp_path: Path, language: Language
) -> None:
    """Who rated comes first, then the built-in sets and the team's own, each under its name."""
    own = put(tmp_path / "team.jsonl", [reply("t1"), reply("t2", "ja")])
    done = run(own, "--lang", language)
    assert (done.code, done.err) == (0, "")
    paragraphs = done.out.rstrip("\n").split("\n\n")
    assert paragraphs[0] == about_text(language)
    assert [text.splitlines()[0] for text in paragraphs[1:-1]] == [*SOURCES, own]
    heads = paragraphs[1].splitlines()[1].split()[2:]
    assert all(f"{head}: " in paragraphs[-1] for head in heads), "every column is explained"
    for text in paragraphs[1:-1]:
        first_words = [line.split()[:1] for line in text.splitlines()]
        assert all(first_words.count([breach.value]) == 1 for breach in Breach)


def test_json_is_one_object_with_versions(run: Command, judge: Judge, tmp_path: Path) -> None:
    """One line with the rubric and rules that graded, and the figures of each set."""
    own = put(tmp_path / "team.jsonl", [reply("t1"), pair("t2")])
    done = run(own, "--json")
    assert (done.code, done.err) == (0, "")
    assert done.out.count("\n") == 1
    found = json.loads(done.out)
    assert found["schema_version"] == 1
    assert (found["rubric"], found["rules"]) == (judge.rubric.name, judge.rules.digest)
    assert list(found["sources"]) == [*SOURCES, own]
    for source in found["sources"].values():
        assert set(source) == {"scales", "pairs", "alarms", "breaches", "worst"}
        assert source["worst"] == []


def test_replies_kept_unread_are_a_set_of_their_own(run: Command) -> None:
    """What nobody looked at while the rules were made is never mixed with the rest."""
    sources = run("--json", "--fitted").sources
    assert list(sources) == ["yardstick", "own", *UNREAD]
    assert counts(sources["yardstick"]) == {"en": 2, "ja": 1}
    assert counts(sources["own"]) == {"en": len(UNREAD)}
    assert counts(sources["unread"]) == {"en": 2}
    for name in (n for n in UNREAD if n != "unread"):
        assert counts(sources[name]) == {"en": 1}
    for name, expected in (("yardstick", 0), ("own", 1), ("unread", 1)):
        assert sum(p["right"] + p["level"] + p["wrong"] for p in sources[name]["pairs"]) == expected


def test_a_team_s_files_are_never_mixed_with_the_rest(run: Command, tmp_path: Path) -> None:
    """Each file is a set under its own path, also the replies that it calls late."""
    first = put(tmp_path / "a.jsonl", [reply("t1", part="late"), reply("t2")])
    second = put(tmp_path / "b.jsonl", [reply("t3")])
    sources = run(first, second, "--json").sources
    assert list(sources) == [*SOURCES, first, second]
    assert counts(sources[first]) == {"en": 2}
    assert counts(sources[second]) == {"en": 1}
    assert counts(sources["unread"]) == {"en": 2}
    assert counts(sources["unread-harmful"]) == {"en": 1}
    assert counts(sources["unread-further"]) == {"en": 1}


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("lang", {"en": 2, "ja": 1}),
        ("case", {"late-delivery/en": 2, "late-delivery/ja": 1}),
        ("kind", {"-/en": 1, "-/ja": 1, "expert/en": 1}),
    ],
)
def test_figures_can_be_grouped(run: Command, by: str, expected: dict[str, int]) -> None:
    """By language, by case or by kind of trainee; every reply is in one group."""
    assert counts(run("--json", "--by", by).sources["yardstick"]) == expected


def test_the_worst_are_listed_on_demand(run: Command) -> None:
    """So many for each scale and set, the largest difference first; in the text one line each."""
    for source in run("--json", "--worst", "2").sources.values():
        listed = Counter(row["scale"] for row in source["worst"])
        assert set(listed) <= set(DIMENSIONS)
        assert max(listed.values()) <= 2
        for scale in DIMENSIONS:
            gaps = [abs(r["grade"] - r["rating"]) for r in source["worst"] if r["scale"] == scale]
            assert gaps == sorted(gaps, reverse=True)
    text = run("--worst", "1", "--lang", "en").out
    assert sum(line.endswith(f": {WORDS['en']}") for line in text.splitlines()) >= len(SOURCES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_unknown_scenarios_are_named_before_anything_is_graded(
    run: Command,
    tmp_path: Path,
    language: Language,
    judge: Judge,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Line and scenario of what is not installed come first; it changes no figure, and ends with 1."""
    strange = [reply("t2", scenario="nowhere"), pair("t3", scenario="late-delivry")]
    own = put(tmp_path / "team.jsonl", [reply("t1"), *strange])
    early: list[str] = []
    graded_alone = judge.graded_alone

    def graded(*given: Any) -> Any:
        early.append(capsys.readouterr().err)
        return graded_alone(*given)

    monkeypatch.setattr(judge, "graded_alone", graded)
    done = run(own, "--json", "--lang", language)
    told = early[0].splitlines()
    assert done.code == 1
    assert [line.startswith(f"{own}:{n}: ") for n, line in zip((2, 3), told, strict=True)]
    assert "nowhere" in told[0]
    assert "late-delivery" in told[1]
    assert counts(done.sources[own]) == {"en": 1}
    assert done.sources[own]["pairs"] == []
    named = [(one["line"], one["scenario"]) for one in json.loads(done.out)["left_out"]]
    assert named == [(2, "nowhere"), (3, "late-delivry")]


def test_only_ones_own_are_measured_on_demand(run: Command, tmp_path: Path) -> None:
    """Without the built-in sets; where nothing of a file is left there is no table of zeros."""
    own = put(tmp_path / "team.jsonl", [reply("t1")])
    strange = put(tmp_path / "strange.jsonl", [reply("t2", scenario="nowhere")])
    assert list(run(own, "--only", "--json").sources) == [own]
    done = run(own, strange, "--only")
    assert done.code == 1
    assert done.out.startswith(f"{own}\n")
    assert strange not in done.out
    assert f"{strange}:1: " in done.err
    done = run(strange, "--only")
    assert (done.code, done.out) == (1, "")
    assert run("--only").code == 2


def test_rated_replies_may_come_by_standard_input(
    run: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As for ``grade``; what is wrong with a line is told with its number."""
    lines = [json.dumps(reply("t1")), json.dumps(reply("t2"))]
    monkeypatch.setattr(sys, "stdin", StringIO("\n".join(lines)))
    assert sum(counts(run("-", "--json").sources["-"]).values()) == 2
    monkeypatch.setattr(sys, "stdin", StringIO(f"{lines[0]}\n[]"))
    done = run("-")
    assert (done.code, done.out) == (2, "")
    assert "-:2: " in done.err


def test_an_empty_file_is_an_error(run: Command, tmp_path: Path) -> None:
    """Whoever names the wrong file must not read figures about nothing."""
    own = put(tmp_path / "team.jsonl", [])
    done = run(own, "--json")
    assert done.code == 2
    assert not done.out
    assert "team.jsonl" in done.err


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("encoding", ["cp932", "utf-16"])
def test_a_file_in_another_encoding_is_told_which(
    run: Command, tmp_path: Path, language: Language, encoding: str
) -> None:
    """With the line, where there is one, as ``validate`` tells it."""
    own = tmp_path / "team.jsonl"
    text = json.dumps(reply("t1")) + "\n" + json.dumps(reply("t2", "ja"), ensure_ascii=False)
    own.write_bytes(text.encode(encoding))
    done = run(str(own), "--lang", language)
    assert (done.code, done.out) == (2, "")
    assert ("Shift_JIS" if encoding == "cp932" else "UTF-16") in done.err
    assert (":2:" in done.err) == (encoding == "cp932")


def test_hostile_words_come_out_as_text(run: Command, tmp_path: Path) -> None:
    """Neither id nor kind nor reply of a file can drive the terminal."""
    hostile = "\x1b]52;c;aGk=\x07\u202e\x9b31m"
    own = put(tmp_path / "team.jsonl", [reply(hostile, kind=hostile, reply=f"Sorry. {hostile}")])
    done = run(own, "--worst", "1", "--by", "kind")
    assert done.code == 0
    assert "Sorry." in done.out
    for raw in ("\x1b", "\x07", "\u202e", "\x9b"):
        assert raw not in done.out + done.err


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("nonsense", ""),
        ("[]", "not a JSON object"),
        (json.dumps(reply("t2", empathy=5)), "'empathy' is not from 0 to 4"),
        (json.dumps(reply("t2", breaches=["rudeness"])), "rudeness"),
        (json.dumps({**reply("t2"), "lang": "de"}), "unknown language: de"),
    ],
)
def test_a_bad_line_stops_before_anything_is_measured(
    run: Command, tmp_path: Path, content: str, why: str
) -> None:
    """File, line and reason on standard error, no figures, exit code 2."""
    path = tmp_path / "team.jsonl"
    path.write_text(f"{json.dumps(reply('t1'))}\n\n{content}\n", encoding="utf-8")
    done = run(str(path))
    assert (done.code, done.out) == (2, "")
    assert "team.jsonl:3: " in done.err
    assert why in done.err


def test_a_file_that_cannot_be_read_is_named(run: Command, tmp_path: Path) -> None:
    """A missing file and a folder end with exit code 2 and their path."""
    for path in (tmp_path / "nowhere.jsonl", tmp_path):
        done = run(str(path))
        assert (done.code, done.out) == (2, "")
        assert str(path) in done.err


@pytest.mark.parametrize("arguments", [("--by", "mood"), ("--worst", "0"), ("--only", "--fitted")])
def test_options_that_make_no_sense_are_refused(run: Command, arguments: tuple[str, ...]) -> None:
    """The parser names the option and ends with exit code 2."""
    with pytest.raises(SystemExit) as ended:
        run(*arguments)
    assert ended.value.code == 2


# ---------------------------------------------------------------- as a process


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_bad_line_ends_the_process_in_words(
    home: Path, tmp_path: Path, language: Language
) -> None:
    """A title in the interface's language, file and line, exit code 2 and no traceback."""
    own = put(tmp_path / "team.jsonl", [reply("t1"), reply("t2", policy="much")])
    done = doors.run(home, "agreement", own, "--lang", language)
    assert (done.returncode, done.stdout) == (2, "")
    title, place, advice = done.stderr.splitlines()
    why = {"en": "'policy' is no number", "ja": "「policy」が数ではありません"}
    assert place == f"{own}:2: {why[language]}"
    assert "scoring/calibration" in advice
    assert title.isascii() == advice.isascii() == (language == "en")


def test_the_process_prints_japanese_in_any_locale(home: Path, folder: Path) -> None:
    """The table is UTF-8 whatever the locale says, and standard error stays empty."""
    script = (
        "import sys\nfrom pathlib import Path\n"
        "from simulator.cli import main\nfrom simulator.commands import agreement\n"
        f"agreement.FOLDER = Path({str(folder)!r})\n"
        "sys.exit(main(['agreement', '--lang', 'ja', '--worst', '1']))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        encoding="utf-8",
        env={"SUPPORTDOJO_HOME": str(home), "LC_ALL": "C", "PYTHONIOENCODING": "cp932"},
        timeout=90,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(about_text("ja"))
    assert WORDS["ja"] in done.stdout


ONE_IN = 200
"""Of so many built-in replies one is really graded; the others get the last real grade in their language."""


def test_everything_that_comes_with_the_program_is_measured(
    run: Command, judge: Judge, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Every reply and pair that nothing was fitted to is counted once, in its case."""
    really, graded = judge.graded_alone, dict[Language, ReplyGrade]()
    counted = itertools.count()

    def mostly(_judge: Judge, place: Place, words: str) -> ReplyGrade:
        if place.language not in graded or next(counted) % ONE_IN == 0:
            graded[place.language] = really(place, words)
        return graded[place.language]

    monkeypatch.setattr(Judge, "graded_alone", mostly)
    monkeypatch.setattr(agreement, "FOLDER", FOLDER)
    own = put(tmp_path / "team.jsonl", [reply("t1")])
    done = run(own, "--json", "--by", "case", "--worst", "2")
    assert (done.code, done.err) == (0, "")
    sources = done.sources
    assert list(sources) == [*SOURCES, own]
    expected: dict[str, Counter[str]] = {name: Counter() for name in SOURCES}
    pairs: Counter[str] = Counter()
    for file, name in {YARDSTICK: "yardstick", **LATE}.items():
        for item in builtin(file):
            if item.part != "late" and file != YARDSTICK:
                continue
            if isinstance(item, RatedReply):
                expected[name][f"{item.place.scenario}/{item.place.language}"] += 1
            else:
                pairs[name] += 1
    for name in SOURCES:
        source = sources[name]
        assert counts(source) == expected[name]
        assert sum(p["right"] + p["level"] + p["wrong"] for p in source["pairs"]) == pairs[name]
        for row in source["scales"]:
            assert row["rho"] is None or -1 <= row["rho"] <= 1
            assert row["error"] is None or 0 <= row["error"] <= 100
        assert all(0 <= p["share"] <= 1 for p in source["pairs"])
        assert Counter(row["scale"] for row in source["worst"]) == dict.fromkeys(DIMENSIONS, 2)
