"""``validate`` and ``explain``: all problems of all files, each at its place, in every format."""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path

import jsonschema
import pytest

from scenarios.check import Checker
from scenarios.criteria import CRITERIA
from scenarios.loader import Library, builtin_library
from scenarios.width import cells
from scenarios.yaml_source import Mapping, Scalar, Sequence, read_yaml_file
from scoring.rubrics.rubric import load_rubric
from simulator.cli import main

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to be in, no packs, and a data directory of its own."""
    monkeypatch.setenv("SUPPORTDOJO_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("SUPPORTDOJO_PACKS", "")
    monkeypatch.setenv("COLUMNS", "100")
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def pack(here: Path) -> Path:
    """A sound pack with one small scenario."""
    shutil.copytree(DATA / "first-pack", here / "pack")
    return here / "pack"


def spoil(file: Path, *changes: tuple[str, str]) -> None:
    text = file.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    file.write_text(text, "utf-8")


def spoil_all(pack: Path) -> None:
    """Mistakes of notation, shape, values and meaning in two files."""
    spoil(
        pack / "wrong-colour" / "scenario.yaml",
        ("type: wrong-item", "type: wrong-itm\ndificulty: 3\nstarts: 12:50"),
        ("asked_by: [ask about ask-when]", "asked_by: [ask about ask-whn]"),
        ('name: {ja: "村田", en: "Murata"}', 'name: {ja: "村田", eng: "Murata"}'),
    )
    spoil(
        pack / "wrong-colour" / "exemplars" / "en-good.yaml",
        ("endings: [general-settled-arrange-replacement]", "endings: [general-settled]"),
        ('who: "Saeki"}\n  - end', 'whom: "Saeki"}\n  - end'),
    )


SPOILT = [
    ("scenario.yaml", 5, 7, "D205"),
    ("scenario.yaml", 6, 1, "D102"),
    ("scenario.yaml", 7, 9, "S109"),
    ("scenario.yaml", 19, 9, "D103"),
    ("scenario.yaml", 19, 20, "D102"),
    ("scenario.yaml", 62, 16, "S101"),
    ("en-good.yaml", 13, 11, "S120"),
    ("en-good.yaml", 13, 33, "S101"),
    ("en-good.yaml", 16, 50, "S101"),
]


# ---------------------------------------------------------------- what is found


def test_a_value_that_cannot_be_used_is_not_called_missing_as_well(
    pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An amount without quotes is told once, where it stands."""
    (exemplar,) = pack.rglob("en-good.yaml")
    text = exemplar.read_text("utf-8")
    step = "  - action: give-coupon\n    args: {amount: 1000}\n  - end"
    exemplar.write_text(text.replace("  - end", step, 1), "utf-8")
    assert main(["validate", str(pack), "--format", "line", "--lang", "en"]) == 1
    out = capsys.readouterr().out
    assert "D201" in out
    assert "S120" not in out


def test_no_general_ending_is_taken_for_a_misspelt_one(
    pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is gone where the writer has one of that kind: all that there are are named."""
    (exemplar,) = pack.rglob("en-good.yaml")
    text = exemplar.read_text("utf-8")
    spoilt = re.sub(r"endings: \[[^\]]*\]", "endings: [general-lefd]", text)
    exemplar.write_text(spoilt, "utf-8")
    assert main(["validate", str(pack), "--format", "line", "--lang", "en"]) == 1
    out = capsys.readouterr().out
    assert "S101" in out
    assert not re.search(r"→ general-[a-z-]+\?", out)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("total: [80, 100]", "total: 80", "D101"),
        ("passed: true", "passed: yes", "Y402"),
        ("scenario: wrong-colour", "scenario: [wrong-colour]", "D101"),
    ],
)
def test_nothing_is_told_of_what_only_stands_in_for_a_broken_block(
    pack: Path, old: str, new: str, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The sound values beside the broken one are not held against names that nobody wrote."""
    (exemplar,) = pack.rglob("en-good.yaml")
    spoil(exemplar, (old, new))
    assert main(["validate", str(pack), "--format", "line", "--lang", "en"]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert f" {code}: " in line


def test_an_ending_that_a_broken_step_would_bring_is_not_called_unknown(
    pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The general endings are made from the steps, so a broken step leaves them open."""
    spoil(pack / "wrong-colour" / "scenario.yaml", ("kind: step", "kind: [step]"))
    assert main(["validate", str(pack), "--format", "line", "--lang", "en"]) == 1
    out = capsys.readouterr().out
    assert "D101" in out
    assert "no ending" not in out


@pytest.mark.parametrize(
    ("old", "code", "advice", "new"),
    [
        ("times: [8:30]", "Y403", '"8:30"', 'times: ["8:30"]'),
        ("starts: 9:10", "S109", '"Wed 12:50", with the quotes', 'starts: "Wed 9:10"'),
        ("times: [25:00]", "S110", '"13:05", with the quotes', 'times: ["15:00"]'),
    ],
)
def test_a_time_that_is_mended_as_advised_is_sound(
    pack: Path, old: str, code: str, advice: str, new: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """One advice for one mistake: an hour of one digit will do, a missing weekday is said at once."""
    file = pack / "wrong-colour" / "scenario.yaml"
    spoil(file, ("topics:", f"{old}\ntopics:"))
    assert main(["validate", "pack", "--format", "json", "--lang", "en"]) == 1
    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert (problem["code"], advice in problem["hint"]) == (code, True)
    spoil(file, (old, new))
    assert main(["validate", "pack"]) == 0


@pytest.mark.parametrize("written", ["05", "1e1", "5.50", "2026-01-01", "'5'", "５", "12:30"])
@pytest.mark.parametrize(
    ("language", "advice", "quotes"),
    [("en", "Write a plain whole number", "Put quotes"), ("ja", "整数（例: 120", "囲んで")],
)
def test_where_a_whole_number_belongs_no_quotes_are_advised(
    pack: Path,
    written: str,
    language: str,
    advice: str,
    quotes: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    spoil(pack / "wrong-colour" / "scenario.yaml", ("topics:", f"amounts: [{written}]\ntopics:"))
    assert main(["validate", "pack", "--format", "json", "--lang", language]) == 1
    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    if written == "'5'":
        assert problem["code"] == "D206"
    else:
        assert (problem["code"], advice in problem["hint"]) == ("D202", True)
    assert quotes not in problem["hint"]


def test_an_hour_of_one_digit_is_the_hour_of_two(pack: Path) -> None:
    """Whoever plays or grades finds one form only."""
    spoil(
        pack / "wrong-colour" / "scenario.yaml",
        ("topics:", 'starts: "Wed 9:10"\ntimes: ["8:30", "16:30"]\ntopics:'),
    )
    scenario = Library(pack, base=builtin_library()).scenario("wrong-colour")
    assert scenario.starts == "Wed 09:10"
    assert scenario.times == ("08:30", "16:30")


def test_the_whole_library_is_clean(capsys: pytest.CaptureFixture[str]) -> None:
    """Without arguments every file that comes with the program is looked through."""
    assert main(["validate", "--lang", "en"]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert "No problems" in err


def test_a_sound_pack_is_clean(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever a pack does not bring comes from the built-in library."""
    assert main(["validate", str(pack), "--lang", "ja"]) == 0
    assert capsys.readouterr().err == "7 件のファイルを調べました。問題はありません。\n"


def test_every_problem_of_every_file_is_told_at_once(
    pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Notation, shape, values and dangling names come together, each at its place."""
    spoil_all(pack)
    assert main(["validate", "pack", "--format", "json", "--lang", "en"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["schema_version"] == 1
    found = [(Path(p["path"]).name, p["line"], p["column"], p["code"]) for p in told["problems"]]
    assert sorted(found) == sorted(SPOILT)
    assert "Did you mean 'wrong-item'?" in {p["hint"] for p in told["problems"]}


@pytest.mark.parametrize(
    ("argument", "files"),
    [
        ("pack/wrong-colour/scenario.yaml", 1),
        ("pack/wrong-colour", 7),
        ("pack/wrong-colour/", 7),
        ("pack/wrong-colour/exemplars", 6),
        ("pack/wrong-colour/exemplars/ja-good.yaml", 1),
        ("pack", 7),
        ("late-delivery", 11),
    ],
)
def test_what_an_argument_may_name(
    pack: Path, argument: str, files: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file, a folder of a scenario, a folder of scenarios, or an id."""
    assert main(["validate", argument, "--lang", "en"]) == 0
    assert capsys.readouterr().err == f"Files checked: {files}. No problems.\n"


def test_a_file_that_is_named_twice_is_told_about_once(
    pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = "pack/wrong-colour/scenario.yaml"
    assert main(["validate", file, "pack/wrong-colour", file, "--lang", "en"]) == 0
    assert "Files checked: 7." in capsys.readouterr().err


def test_files_are_found_from_inside_their_folder(
    pack: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Paths are shown as the person who stands there would write them."""
    spoil(pack / "wrong-colour" / "scenario.yaml", ("channel: chat", "channel: telephone"))
    monkeypatch.chdir(pack / "wrong-colour")
    assert main(["validate", ".", "--format", "line", "--lang", "en"]) == 1
    assert capsys.readouterr().out.startswith("scenario.yaml:6:10: error D205: ")


@pytest.mark.parametrize(
    ("argument", "said"),
    [
        ("late-delvery", "late-delivery"),
        ("nowhere/scenario.yaml", "Y101"),
        ("empty", "P108"),
        ("pack/wrong-colour/notes.txt", "P108"),
    ],
)
def test_what_is_not_there_is_a_mistake_of_usage(
    pack: Path, here: Path, argument: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 2 and a sentence, no traceback."""
    (here / "empty").mkdir()
    (pack / "wrong-colour" / "notes.txt").write_text("x", "utf-8")
    assert main(["validate", argument]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "Y107"),
        (b"title: [\n", "alone.yaml:2:1: "),
        (b"ok: 1\ntitle: caf\xe9\n", "alone.yaml:2:11: "),
        ("title: こんにちは\n".encode("cp932"), "Shift_JIS"),
        ("title: x\n".encode("utf-16"), "UTF-16"),
        ("id: x\ntitle: 赤い\n".encode("utf-16-le"), "UTF-16"),
        ("id: x\ntitle: 赤い\n".encode("utf-16-be"), "UTF-16"),
        ("title: x\n".encode("utf-32"), "UTF-32"),
        ("id: x\ntitle: 赤い\n".encode("utf-32-le"), "UTF-32"),
        (("id: x\ntitle: 😀\n" * 900).encode("utf-16-be"), "UTF-16"),
        (b"id: x\0\n", "Y501"),
        (b"title: x\n", "scenario.yaml"),
    ],
)
def test_a_file_that_stands_alone_is_told_what_is_wrong_with_it(
    here: Path, data: bytes, said: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What nobody can read is told with its place; a sound file, what a scenario is."""
    (here / "alone.yaml").write_bytes(data)
    assert main(["validate", "alone.yaml", "--lang", language]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err


@pytest.mark.skipif(sys.platform == "win32", reason="a folder in use cannot be deleted there")
@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "The folder you are in was deleted or renamed."),
        ("ja", "今いるフォルダーがありません"),
    ],
)
def test_in_a_folder_that_was_deleted(
    here: Path, language: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A mistake of usage that says so, no fault of the program."""
    here.rmdir()
    assert main(["validate", ".", "--lang", language]) == 2
    assert told in capsys.readouterr().err


def test_a_persona_needs_words_for_every_occasion_but_blame_of_others(
    pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What came after teams had personas of their own may be left out."""
    persona = Path(str(builtin_library().root)) / "personas" / "everyday-customer.yaml"
    text = persona.read_text("utf-8").replace("id: everyday-customer", "id: our-own")
    for occasion in ("blames-others", "blamed"):
        text = re.sub(rf"(?m)^  {occasion}:\n(?:    .*\n)+", "", text)
    (pack / "personas").mkdir()
    (pack / "personas" / "our-own.yaml").write_text(text, "utf-8")
    main(["validate", "pack", "--format", "line", "--lang", "en"])
    told = capsys.readouterr().out
    assert "'blamed'" in told and "'blames-others'" not in told


def test_files_beside_scenarios_are_looked_through(
    pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A pack's own persona, handbook and shop, and how scenarios fit them."""
    catalog = Path(str(builtin_library().root))
    (pack / "personas").mkdir()
    persona = (catalog / "personas" / "everyday-customer.yaml").read_text("utf-8")
    (pack / "personas" / "our-own.yaml").write_text(persona, "utf-8")
    shop = (catalog / "shop.yaml").read_text("utf-8")
    (pack / "shop.yaml").write_text(shop.replace('key: "c"', 'key: "v"', 1), "utf-8")
    handbook = (catalog / "handbook.yaml").read_text("utf-8")
    (pack / "handbook.yaml").write_text(handbook.replace('"1.2"', '"1.1"', 1), "utf-8")
    spoil(
        pack / "wrong-colour" / "scenario.yaml",
        ("customer:\n", "customer:\n  persona: our-onw\n"),
    )
    assert main(["validate", "pack", "--format", "line", "--lang", "en"]) == 1
    told = capsys.readouterr().out.splitlines()
    assert [line.split(" ")[2] for line in told] == ["S123:", "S123:", "S122:", "S101:"]
    assert "→ our-own?" in told[-1]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "there is no criterion 'names-situaton'"),
        ("ja", "「names-situaton」という評価基準はありません"),
    ],
)
def test_a_weight_for_an_unknown_criterion_is_told(
    pack: Path, language: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A name that no criterion bears would stress nothing, and nobody would notice."""
    file = pack / "wrong-colour" / "scenario.yaml"
    spoil(file, ("topics:", "weights: {warmth: 10, names-situaton: 40}\ntopics:"))
    assert main(["validate", "pack", "--format", "line", "--lang", language]) == 1
    out = capsys.readouterr().out
    assert len(out.splitlines()) == 1
    assert "S101" in out and told in out and "names-situation?" in out


@pytest.mark.parametrize(
    ("key", "value", "form"),
    [
        ("goals", "[sent]", '{name: {ja: "…", en: "…"}, any_of: ["…"]}'),
        ("wishes", "a coupon", '- {name: {ja: "…", en: "…"}, answered_by: ["…"]}'),
        ("skills", "patience", "[patience]"),
        ("skills", '"to listen"', '["to listen"]'),
        ("amounts", "1500", "[1500]"),
        ("amounts", "much", "- 7"),
        ("endings", "[sent]", "…: {title: {ja: "),
        ("endings", "{sent: calm}", '{title: {ja: "…", en: "…"}, kind: resolved, by: goes, '),
        ("record", "[parcel]", '{label: {ja: "…", en: "…"}, value: {ja: "…", en: "…"}}'),
        ("events", "{bell: {turns: [2], says: Ding}}", '{ja: ["…"], en: ["…"]}'),
    ],
)
@pytest.mark.parametrize("language", ["en", "ja"])
def test_what_belongs_there_is_shown(
    pack: Path, key: str, value: str, form: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A text where a list or a block belongs: its form stands in the hint, to be copied."""
    file = pack / "wrong-colour" / "scenario.yaml"
    spoil(file, ("topics:", f"{key}: {value}\ntopics:"))
    assert main(["validate", "pack", "--format", "json", "--lang", language]) == 1
    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert problem["code"] == "D101"
    like_this = "Write it like this: " if language == "en" else "次の形で書いてください: "
    assert problem["hint"].startswith(like_this + form)


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize(
    ("old", "new", "form"),
    [
        ("stages:", "stages: {}\nold:", "…: {opens: {ja: "),
        ("stages:", "stages: []\nold:", "…: {opens: {ja: "),
        ("topics:", "topics: {}\nold:", "…: {kind: situation, name: "),
        ("topics:", 'goals: [{name: {ja: "a", en: "a"}, any_of: []}]\ntopics:', '- "…"'),
        ("topics:", 'wishes: [{name: {ja: "a", en: "a"}, answered_by: []}]\ntopics:', '- "…"'),
    ],
)
def test_where_one_is_needed_none_is_too_few(
    pack: Path, old: str, new: str, form: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The empty list or block itself is pointed at, and what belongs there is shown."""
    file = pack / "wrong-colour" / "scenario.yaml"
    spoil(file, (f"\n{old}", f"\n{new}"))
    assert main(["validate", "pack", "--format", "json", "--lang", language]) == 1
    problems = json.loads(capsys.readouterr().out)["problems"]
    (problem,) = [problem for problem in problems if problem["code"] == "D207"]
    assert form in problem["hint"]
    assert "stage" not in "".join(p["message"] for p in problems if p["code"] == "S101")


@pytest.mark.parametrize(
    ("language", "told"), [("en", "There is none at all yet"), ("ja", "まだ一つもありません")]
)
def test_of_nothing_no_list_is_offered(
    pack: Path, language: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A hidden fact is told where the file has none."""
    file = pack / "wrong-colour" / "scenario.yaml"
    text = file.read_text("utf-8")
    start, end = text.index("hidden:"), text.index("stages:")
    reaction = 'reactions: [{hears: apologise, tells: friday, says: {ja: ["a"], en: ["a"]}}]\n'
    file.write_text(text[:start] + reaction + text[end:], "utf-8")
    assert main(["validate", "pack", "--format", "line", "--lang", language]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert line.endswith(told)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"赤いエプロン"', '"赤い\\nエプロン"'),
        ('en: "The red apron"', "en: |\n    The red\n    apron"),
        ('en: "Murata"', 'en: "Mu\\nrata"'),
        ('name: {ja: "値引き"', 'name: {ja: "値引き\\n"'),
        ("type: wrong-item", 'type: wrong-item\nskills: ["apology", "calm\\nness"]'),
    ],
)
def test_a_title_or_name_is_one_line(
    pack: Path, old: str, new: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A list of scenarios has one line for each, and so has a scorecard for each of its points."""
    spoil(pack / "wrong-colour" / "scenario.yaml", (old, new))
    assert main(["validate", "pack", "--format", "line", "--lang", "en"]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert " D208: " in line


NEW = "type: wrong-item"


@pytest.mark.parametrize(
    "file",
    [
        "shop.yml",
        "handbook.yml",
        "personas/our-own.yml",
        "programmes/ours.yml",
        "late/scenario.yml",
        "wrong-colour/scenario.yml",
        "wrong-colour/exemplars/en-other.yml",
    ],
)
def test_a_file_that_nothing_reads_is_told(
    pack: Path, file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A name that ends in .yml is easily overlooked, also by whoever wrote it."""
    (pack / file).parent.mkdir(exist_ok=True)
    (pack / file).write_text("x: 1\n", "utf-8")
    assert main(["validate", "pack", "--format", "line", "--lang", "en"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith(f"pack/{file}: warning W106: ")
    assert f"Rename it to {Path(file).stem}.yaml" in line
    assert main(["validate", f"pack/{file}", "--lang", "en"]) == 2
    assert "W106" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("file", "kind", "belongs"),
    [
        ("../programmes/onboarding.yaml", "a programme", "programmes/mine.yaml"),
        ("personas/everyday-customer.yaml", "a persona", "personas/mine.yaml"),
        ("late-delivery/exemplars/en-good.yaml", "an exemplar", "SCENARIO/exemplars/mine.yaml"),
        ("late-delivery/scenario.yaml", "a scenario", "mine/scenario.yaml"),
        ("handbook.yaml", "a handbook", "handbook.yaml"),
        ("shop.yaml", "a shop", "shop.yaml"),
    ],
)
def test_a_file_out_of_place_is_told_where_it_belongs(
    here: Path, file: str, kind: str, belongs: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What it is follows from its keys, as it cannot from its place."""
    shutil.copy(Path(str(builtin_library().root)) / file, here / "mine.yaml")
    assert main(["validate", "mine.yaml", "--format", "line", "--lang", "en"]) == 2
    told = capsys.readouterr().err
    assert f"mine.yaml: error P110: this is {kind}," in told
    assert f"Put it at {belongs} in a pack" in told
    (here / "mine.yaml").write_text("x: 1\n", "utf-8")
    assert main(["validate", "mine.yaml", "--lang", "en"]) == 2
    assert "P108" in capsys.readouterr().err


def test_the_folder_of_a_scenario_that_nothing_reads_is_told_why(
    pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (pack / "wrong-colour" / "scenario.yaml").rename(pack / "wrong-colour" / "scenario.yml")
    assert main(["validate", "pack/wrong-colour", "--lang", "en"]) == 2
    assert "pack/wrong-colour/scenario.yml: warning W106" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("new", "action"),
    [
        ("identity: {needed: true}", "verify-identity"),
        ("reactions: [{hears: offer, when: identity checked}]", "verify-identity"),
        ("reactions: [{hears: offer, unless: call-back booked}]", "book-callback"),
        ("reactions: [{hears: offer, when: passed on let-down}]", "hand-over"),
    ],
)
def test_what_a_scenario_relies_on_has_to_be_at_the_desk(
    pack: Path, new: str, action: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A shop of one's own may lack the action by which a thing comes about."""
    spoil(pack / "wrong-colour" / "scenario.yaml", (NEW, f"{NEW}\n{new}"))
    text = Path(str(builtin_library().root), "shop.yaml").read_text("utf-8")
    without = re.sub(rf"^  {action}:\n(?:    .*\n|\n)*", "", text, flags=re.MULTILINE)
    (pack / "shop.yaml").write_text(text, "utf-8")
    scenario = "pack/wrong-colour/scenario.yaml"
    assert main(["validate", scenario]) == 0
    (pack / "shop.yaml").write_text(without, "utf-8")
    assert main(["validate", scenario, "--format", "line", "--lang", "en"]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert " S129: " in line
    assert f"'{action}'" in line


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("agent_coupon_limit: 1000", "agent_coupon_limit: -5", "D203"),
        ('key: "v"', 'key: ""', "S131"),
        ('key: "v"', 'key: "vv"', "S131"),
        ('key: "v"', 'key: " "', "S131"),
        ('ja: "代わりの品の手配を受け付けました。"', 'ja: " "', "S107"),
        ("kind: yen", "kind: choice\n        choices: []", "D207"),
        ("kind: yen", "kind: choice\n        choices: [a, a]", "S123"),
        ("kind: yen", "kind: choice", "D103"),
    ],
)
def test_values_of_a_shop_that_cannot_be_meant_are_told(
    pack: Path, old: str, new: str, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A limit below nothing, a key that nobody can press, an answer or a choice of nothing."""
    text = Path(str(builtin_library().root), "shop.yaml").read_text("utf-8")
    (pack / "shop.yaml").write_text(text, "utf-8")
    spoil(pack / "shop.yaml", (old, new))
    assert main(["validate", "pack/shop.yaml", "--format", "json", "--lang", "en"]) == 1
    found = [one["code"] for one in json.loads(capsys.readouterr().out)["problems"]]
    assert found == [code]


@pytest.mark.parametrize(
    ("old", "new", "code", "told"),
    [
        ("[ask about ask-when]", "ask about ask-when or friday-class", "C103", "a list"),
        ("[ask about ask-when]", "ask-when or friday-class", "C103", "a list"),
        (NEW, f"{NEW}\nreactions: [{{hears: offer, when: warned or told friday}}]", "C104", "once"),
        (NEW, f"{NEW}\nreactions: [{{hears: offer, when: heard a or b}}]", "C104", "once"),
        (NEW, f"{NEW}\nreactions: [{{hears: offer, when: turn five}}]", "C102", "passed on TOPIC"),
        (
            NEW,
            f"{NEW}\nendings: {{good: {{title: {{ja: あ, en: a}}, kind: calm, by: close, "
            "outcome: good, when: warned, note: {ja: あ, en: a}}}",
            "S106",
            "all endings for 'close' have a 'when'",
        ),
    ],
)
def test_the_cause_is_named_not_what_follows_from_it(
    pack: Path, old: str, new: str, code: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a sentence cannot say, and how it is said; of several endings, what all of them lack."""
    spoil(pack / "wrong-colour" / "scenario.yaml", (old, new))
    main(["validate", "pack/wrong-colour/scenario.yaml", "--format", "line", "--lang", "en"])
    (line,) = capsys.readouterr().out.splitlines()
    assert f" {code}: " in line
    assert told in line


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('ja: "赤いエプロン"', 'ja: ""', "D209"),
        ('en: "The red apron"', 'en: "\\u200b "', "D209"),
        ('en: "The red apron"', f'en: "{"apron " * 60}"', "D210"),
        (NEW, f'{NEW}\nskills: ["", "apology"]', "D209"),
        (NEW, f'{NEW}\nidentity: {{needed: true, accepts: [""]}}', "D209"),
        (NEW, f"{NEW}\nversion: 0", "D203"),
        (NEW, f"{NEW}\nversion: 99999999999999999", "D204"),
        (NEW, f"{NEW}\namounts: [-5]", "D203"),
        (NEW, f"{NEW}\nweights: {{warmth: -1}}", "D203"),
        (NEW, f"{NEW}\nreactions: [{{hears: offer, mood: {{anger: 9999}}}}]", "D204"),
        (NEW, f"{NEW}\nreactions: [{{hears: offer, when: anger over 900}}]", "C102"),
        (NEW, f"{NEW}\nreactions: [{{hears: offer, when: anger over ９０}}]", "C102"),
        (NEW, f'{NEW}\nevents: {{bell: {{turns: [0], says: {{ja: ["a"], en: ["a"]}}}}}}', "D203"),
        ('"届いたのが赤いエプロンでした。注文したのは紺です。"', '" "', "S127"),
    ],
)
def test_what_cannot_work_is_an_error(
    pack: Path, old: str, new: str, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Blank names, figures that nothing can reach, a wording that says nothing."""
    spoil(pack / "wrong-colour" / "scenario.yaml", (old, new))
    assert main(["validate", "pack", "--format", "line", "--lang", "en"]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert f" {code}: " in line


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_block_in_place_of_a_sentence_is_called_one(
    pack: Path, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(
        pack / "wrong-colour" / "scenario.yaml", (NEW, f"{NEW}\nreactions: [{{hears: {{a: b}}}}]")
    )
    assert main(["validate", "pack", "--format", "line", "--lang", language]) == 1
    out = capsys.readouterr().out
    assert (
        "a block of 'key: value' lines" if language == "en" else "「キー: 値」のまとまり"
    ) in out


@pytest.mark.parametrize(
    ("language", "told"), [("en", "nothing was tested"), ("ja", "何も確かめていません")]
)
def test_without_exemplars_nothing_was_tested(
    pack: Path, language: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(pack / "wrong-colour" / "exemplars")
    assert main(["test", "pack/wrong-colour", "--lang", language]) == 0
    assert told in capsys.readouterr().out


@pytest.mark.parametrize(
    ("reaction", "found"),
    [
        ("hears: apologise, unless: heard apologise", 1),
        ("hears: [silence, offer about offer], unless: heard offer", 1),
        ("hears: apologise and offer, unless: heard offer", 1),
        ("hears: [offer, apologise], unless: [heard anything, warned]", 2),
        ("hears: silence, unless: heard anything", 0),
        ("hears: apologise, unless: heard apologise and offer", 0),
        ("hears: refuse about offer, unless: heard offer about offer", 0),
        ("hears: apologise, unless: heard empathise", 0),
        ("after: hold, hears: apologise, unless: heard apologise", 0),
        ("hears: apologise, when: heard apologise", 0),
    ],
)
def test_a_reaction_that_forbids_what_it_waits_for(
    pack: Path, reaction: str, found: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """What has just been heard counts as heard; whatever implies it does so as well."""
    file = pack / "wrong-colour" / "scenario.yaml"
    reaction = f"{{{reaction}, mood: {{anger: -4}}}}".replace("about offer", "about send-navy")
    spoil(file, ("topics:", f"reactions: [{reaction}]\ntopics:"))
    assert main(["validate", "pack", "--format", "line"]) == int(found > 0)
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == found
    assert all("error S124" in line for line in lines)


def test_the_criteria_are_those_of_the_rubric() -> None:
    """Scenarios know their names only, and know all of them."""
    dimensions = load_rubric().dimensions.values()
    assert tuple(name for rule in dimensions for name in rule.criteria) == CRITERIA


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_name_that_windows_keeps_is_told_as_such(
    pack: Path, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is spelt well, so how names are spelt is no answer."""
    (pack / "wrong-colour").rename(pack / "con")
    spoil(pack / "con" / "scenario.yaml", ("id: wrong-colour", "id: con"))
    argument = "pack/con/scenario.yaml"
    assert main(["validate", argument, "--format", "line", "--lang", language]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert " D107: " in line and "Windows" in line and "con-1" in line
    assert main(["new", "nul", "--yes", "--lang", language]) == 2
    err = capsys.readouterr().err
    assert "Windows" in err and "nul-1" in err


def test_an_id_of_the_library_is_taken(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A pack cannot bring a scenario under an id that is there already; a draft may bear it."""
    shutil.copytree(Path(str(builtin_library().root)) / "late-delivery", pack / "late-delivery")
    assert main(["validate", "pack", "--format", "line"]) == 1
    assert "late-delivery/scenario.yaml:3:5: error S117" in capsys.readouterr().out
    assert main(["validate", "pack/late-delivery"]) == 0


def test_a_broken_shop_does_not_hide_what_else_is_wrong(
    pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Scenarios are held against what is sound of a pack's own shop."""
    catalog = Path(str(builtin_library().root))
    shop = (catalog / "shop.yaml").read_text("utf-8")
    (pack / "shop.yaml").write_text(shop.replace("costly: true", "costly: maybe", 1), "utf-8")
    spoil(pack / "wrong-colour" / "scenario.yaml", ("deed: arrange-repl", "deed: arange-repl"))
    assert main(["validate", "pack", "--format", "line"]) == 1
    codes = [line.split(" ")[2] for line in capsys.readouterr().out.splitlines()]
    assert codes[:2] == ["D202:", "S101:"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\x00\x01",
        "a: [",
        "- a\n- b",
        "just a text",
        "id: 1\nid: 2",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[",
        "topics: {a: {kind: nothing}}\nstages: []\nendings: x",
        "customer: {name: {ja: a}}\nhidden: {A B: {}}",
    ],
)
def test_any_file_is_told_about_in_words(pack: Path, text: str) -> None:
    """Whatever a file holds, there is at least one problem and no crash."""
    file = pack / "wrong-colour" / "scenario.yaml"
    file.write_text(text, "utf-8")
    checker = Checker(Library(pack, base=builtin_library()))
    found = list(checker.all())
    assert any(checked.problems for checked in found if checked.parts[-1] == "scenario.yaml")


# ---------------------------------------------------------------- how it is told


@pytest.mark.parametrize("language", ["ja", "en"])
def test_text_shows_line_and_caret(
    pack: Path, language: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The source line follows with a caret under the place, within the width of the terminal."""
    monkeypatch.setenv("COLUMNS", "60")
    spoil(
        pack / "wrong-colour" / "scenario.yaml",
        ('name: {ja: "村田", en', 'name: {ja: "村田という名前の、とても長い名前のお客様", eng'),
    )
    assert main(["validate", "pack", "--lang", language]) == 1
    out = capsys.readouterr().out
    head, shown, caret = out.split("\n\n")[-1].strip("\n").split("\n")
    assert head.startswith("pack/wrong-colour/scenario.yaml:17:")
    assert cells(shown) <= 60
    before = shown[: shown.index("eng")]
    assert caret.index("^") == cells(before)


def test_github_annotations_are_escaped(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Percent signs, colons and commas of names do not end the command."""
    odd = pack.parent / "a,b: 100%"
    pack.rename(odd)
    spoil(odd / "wrong-colour" / "scenario.yaml", ("channel: chat", 'channel: "50%"'))
    assert main(["validate", odd.name, "--format", "github", "--lang", "en"]) == 1
    line = capsys.readouterr().out.splitlines()[0]
    place = "file=a%2Cb%3A 100%25/wrong-colour/scenario.yaml,title=D205,line=6,col=10"
    assert line.startswith(f"::error {place}::'50%25' is not one of: phone, chat")


@pytest.mark.parametrize("language", ["ja", "en"])
def test_sarif_is_sound(pack: Path, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The log fits the schema, and every result points to its rule."""
    spoil_all(pack)
    (pack / "wrong-colour" / "exemplars" / "en-poor.yaml").write_bytes(b"\xff\xfea\x00")
    assert main(["validate", "pack", "--format", "sarif", "--lang", language]) == 1
    log = json.loads(capsys.readouterr().out)
    schema = json.loads((DATA / "sarif-subset.schema.json").read_text("utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    jsonschema.validate(log, schema)
    run = log["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert [rules[r["ruleIndex"]] for r in run["results"]] == [r["ruleId"] for r in run["results"]]
    whole = [r for r in run["results"] if r["ruleId"] == "Y106"]
    assert "region" not in whole[0]["locations"][0]["physicalLocation"]


@pytest.mark.parametrize("form", ["text", "line", "json", "github", "sarif"])
def test_nothing_in_a_file_acts_on_the_terminal(
    pack: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Control characters of a file come out as pictures or escapes, never as themselves."""
    file = pack / "wrong-colour" / "scenario.yaml"
    spoil(file, ("channel: chat", 'channel: "ch\\e]0;x\\aat"\n"\x1b[2J": 1'))
    assert main(["validate", "pack", "--format", form]) == 1
    out, err = capsys.readouterr()
    assert "\x1b" not in out + err
    assert "\x07" not in out + err


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_clean_files_still_give_a_whole_document(
    pack: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["validate", "pack", "--format", form]) == 0
    assert json.loads(capsys.readouterr().out)


# ---------------------------------------------------------------- explain


@pytest.mark.parametrize("language", ["ja", "en"])
def test_explain_tells_all_of_a_code(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "d205", "--lang", language]) == 0
    out = capsys.readouterr().out
    assert out.startswith("D205\n")
    assert "    channel: telephone" in out
    assert "    channel: phone" in out
    assert ("直し方" if language == "ja" else "What to do") in out


def test_explain_lists_all_codes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain"]) == 0
    assert main(["explain", "--json"]) == 0
    *lines, last = capsys.readouterr().out.splitlines()
    codes = [row["code"] for row in json.loads(last)["codes"]]
    assert [line.split(" ")[0] for line in lines] == codes


def test_explain_knows_what_was_meant(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "S1188", "--lang", "en"]) == 2
    assert "Did you mean S118?" in capsys.readouterr().err


# ---------------------------------------------------------------- before a commit


def test_the_hook_runs_on_scenario_files_and_on_no_others(
    pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The files that the hook takes are those that ``validate`` knows, given by their paths."""
    hooks = read_yaml_file(Path(__file__).parents[2] / ".pre-commit-hooks.yaml")
    assert isinstance(hooks, Sequence)
    hook = hooks.items[0]
    assert isinstance(hook, Mapping)
    told = {key.text: value.text for key, value in hook.entries if isinstance(value, Scalar)}
    assert told["id"] == "supportdojo-validate"
    command, *options = told["entry"].split()
    assert command == "supportdojo"
    files = [file.relative_to(pack.parent).as_posix() for file in pack.rglob("*.yaml")]
    files += ["mkdocs.yaml", "pack/wrong-colour/notes.yaml", "pack/exemplars.yaml"]
    taken = [file for file in files if re.search(told["files"], file)]
    assert len(taken) == 7
    assert main([*options, *taken]) == 0
    spoil(pack / "wrong-colour" / "scenario.yaml", ("channel: chat", "channel: telephone"))
    assert main([*options, *taken]) == 1
    assert "D205" in capsys.readouterr().out


def test_an_id_in_two_packs_is_told(
    pack: Path, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As it is where both are played, whichever is named first."""
    shutil.copytree(pack, here / "second")
    assert main(["validate", str(pack), str(here / "second"), "--lang", "en"]) == 1
    told = capsys.readouterr().out
    assert "S117" in told and "second" in told
    assert main(["validate", str(pack), str(pack), "--lang", "en"]) == 0
