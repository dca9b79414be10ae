"""``supportdojo test``: exemplars are played as trainees play, and held against their bands."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from scenarios.language import LANGUAGES, Language
from scenarios.loader import builtin_library
from simulator.cli import main

ORIGINAL = Path(str(builtin_library().root))
BASE = "late-delivery"
Run = Callable[..., tuple[int, str, str]]
EXEMPLAR = """\
scenario: ours
language: {language}
kind: poor
seed: 1
title: {{ja: "短い", en: "Short"}}
steps:
  - reply: "Hello."
  - end: true
band:
  total: {total}
  passed: {passed}
  endings: [{ending}]
{more}"""


pytestmark = pytest.mark.usefixtures("alone")


@pytest.fixture
def run(command: Run) -> Run:
    return partial(command, "test")


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """The folder of a scenario that is in no pack, without exemplars."""
    folder = tmp_path / "drafts" / "ours"
    (folder / "exemplars").mkdir(parents=True)
    text = (ORIGINAL / BASE / "scenario.yaml").read_text("utf-8")
    (folder / "scenario.yaml").write_text(text.replace(f"id: {BASE}\n", "id: ours\n", 1), "utf-8")
    return folder


def put(draft: Path, name: str, more: str = "", **values: str) -> None:
    """An exemplar that greets and closes; it lands in its band unless *values* say otherwise."""
    facts = {"language": name[:2], "total": "[0, 60]", "passed": "false"}
    facts |= {"ending": "left-hanging", **values}
    (draft / "exemplars" / f"{name}.yaml").write_text(EXEMPLAR.format(more=more, **facts), "utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_exemplars_within_their_bands_pass(run: Run, draft: Path, language: Language) -> None:
    """A table with ending, total and scores; exit 0."""
    put(draft, "en-poor")
    put(draft, "ja-poor")
    code, out, _ = run(str(draft), "--lang", language)
    assert code == 0
    assert f"{language}-poor" in out and "left-hanging" in out and "(0-60)" in out
    assert len(out.splitlines()) == 4  # the other language was not asked for


@pytest.mark.parametrize("more", [[], ["--json"]])
@pytest.mark.parametrize(
    ("language", "told"),
    [("ja", "英語のお手本 2 件は演じていません"), ("en", "Japanese exemplars left out: 2.")],
)
def test_exemplars_of_the_other_language_are_counted(
    run: Run, draft: Path, language: Language, told: str, more: list[str]
) -> None:
    """Not on standard output: there stands only what was played."""
    other = "en" if language == "ja" else "ja"
    for name in (f"{language}-poor", f"{other}-poor", f"{other}-short"):
        put(draft, name)
    code, out, errors = run(str(draft), "--lang", language, *more)
    assert code == 0
    assert told in errors and told not in out


def test_without_a_language_both_are_played(run: Run, draft: Path) -> None:
    put(draft, "en-poor")
    put(draft, "ja-poor")
    code, out, told = run(str(draft / "scenario.yaml"), "--json")
    assert code == 0
    assert "--lang" not in told
    rows = json.loads(out)["exemplars"]
    assert [row["exemplar"] for row in rows] == ["en-poor", "ja-poor"]
    assert all(row["ok"] and row["band"]["total"] == [0, 60] for row in rows)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_missed_is_told_for_every_part_of_the_band(
    run: Run, draft: Path, language: Language
) -> None:
    """Total, scores, pass, ending and gate each have their line; exit 1."""
    more = "  gate: hostility\n  empathy: [99, 100]\n  policy: [99, 100]\n  resolution: [99, 100]\n"
    wrong = {"total": "[98, 99]", "passed": "true", "ending": "parcel-there"}
    put(draft, f"{language}-poor", more, **wrong)
    code, out, _ = run(str(draft), "--lang", language)
    assert code == 1
    assert "98-99" in out and out.count("99-100") >= 3
    assert "parcel-there" in out and "hostility" in out
    rows = json.loads(run(str(draft), "--lang", language, "--json")[1])["exemplars"]
    missed = [miss["what"] for miss in rows[0]["misses"]]
    assert missed == ["ending", "total", "empathy", "policy", "resolution", "passed", "gate"]
    assert not rows[0]["ok"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_broken_and_where_to_look_is_told(
    run: Run, draft: Path, language: Language
) -> None:
    """The rules that fell stand under the misses; the command for the details can be copied."""
    put(draft, f"{language}-poor", total="[98, 99]")
    file = draft / "exemplars" / f"{language}-poor.yaml"
    file.write_text(
        file.read_text("utf-8").replace("Hello.", "Shut up, you idiot. 黙れ、馬鹿。"), "utf-8"
    )
    code, out, told = run(str(draft), "--lang", language)
    assert code == 1
    assert "hostility" in out
    command = f"supportdojo demo ours --exemplar poor --lang {language} --pack {draft.parent}"
    assert command in told
    assert main(command.split()[1:]) == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_desk_refused_is_told_where_the_band_is_missed(
    run: Run, draft: Path, language: Language
) -> None:
    """A check that does not match, or that comes too early, may be why the ending is another."""
    check = 'args: {order: "X-1", name: "X", contact: "X"}'
    for total, told in (("[98, 99]", 1), ("[0, 60]", 0)):
        put(draft, f"{language}-poor", total=total)
        file = draft / "exemplars" / f"{language}-poor.yaml"
        text = file.read_text("utf-8")
        file.write_text(
            text.replace(
                "  - end: true", f"  - action: verify-identity\n    {check}\n  - end: true", 1
            ),
            "utf-8",
        )
        _, out, _ = run(str(draft), "--lang", language)
        start = {
            "ja": "手順 2: 手元で「verify-identity」",
            "en": "step 2: the desk refused 'verify-identity'",
        }
        assert out.count(start[language]) == told


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_move_that_cannot_be_made_is_told_with_its_number(
    run: Run, draft: Path, language: Language
) -> None:
    """An action that the desk does not have stops this exemplar and no other."""
    name = f"{language}-poor"
    put(draft, name)
    file = draft / "exemplars" / f"{name}.yaml"
    broken = file.read_text("utf-8").replace("  - end: true", "  - action: fly", 1)
    file.with_name(f"{language}-rude.yaml").write_text(broken, "utf-8")
    code, out, _ = run(str(draft), "--lang", language)
    assert code == 1
    assert ("step 2" if language == "en" else "手順 2") in out and "fly" in out
    assert out.count("(0-60)") == 1


def test_a_broken_file_is_told_with_its_place(run: Run, draft: Path) -> None:
    """The scenario's problem is told once, an exemplar's at its line."""
    put(draft, "en-poor")
    put(draft, "en-rude", ending="[")
    code, out, _ = run(str(draft))
    assert code == 1
    assert f"{draft}/exemplars/en-rude.yaml:" in out
    scenario = draft / "scenario.yaml"
    scenario.write_text(scenario.read_text("utf-8") + "\nnonsense: 1\n", "utf-8")
    code, out, _ = run(str(draft), "--lang", "en")
    assert code == 1
    assert out.count("D102") == 1


@pytest.mark.parametrize("name", ["good-en", "en_good", "english", "ja-good"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_misnamed_exemplar_is_played_and_told(
    run: Run, draft: Path, name: str, language: Language
) -> None:
    """No file name is taken for a language that it does not name, and no command that fails is given."""
    put(draft, name, language="en", total="[98, 99]")
    code, out, told = run(str(draft), "--lang", language)
    if (name, language) == ("ja-good", "en"):  # who asks for English gets what is named so
        assert "left out: 1" in told
        return
    assert code == 1
    assert "S121" in out and "en-good.yaml" in out and "98-99" in out
    assert "demo" not in told and "left out" not in told
    (row,) = json.loads(run(str(draft), "--lang", language, "--json")[1])["exemplars"]
    assert [miss["what"] for miss in row["misses"]] == ["name", "total"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_advised_commands_find_a_scenario_of_a_pack(
    command: Run, draft: Path, language: Language
) -> None:
    """What was named with --pack is named again, in the advice of test and of the demo."""
    put(draft, f"{language}-poor", total="[98, 99]")
    pack = str(draft.parent)
    _, _, told = command("test", "ours", "--pack", pack, "--lang", language)
    advised = f"supportdojo demo ours --exemplar poor --lang {language} --pack {pack}"
    assert advised in told
    os.environ["SUPPORTDOJO_PACKS"] = ""
    code, out, _ = command(*advised.split()[1:])
    assert code == 0
    assert f"supportdojo play ours --plain --pack {pack}" in " ".join(out.split())


def test_an_exemplar_that_nothing_reads_is_told(run: Run, draft: Path) -> None:
    """The table holds what was played; what only looks like an exemplar is named beside it."""
    put(draft, "en-poor")
    (draft / "exemplars" / "en-poor.yaml").rename(draft / "exemplars" / "en-poor.yml")
    code, out, told = run(str(draft), "--lang", "en")
    assert code == 0
    assert "no exemplars yet" in out
    assert "en-poor.yml: warning W106" in told and "en-poor.yaml" in told


def test_a_scenario_without_exemplars_is_no_failure(run: Run, draft: Path) -> None:
    code, out, _ = run(str(draft), "--lang", "en")
    assert code == 0
    assert "no exemplars yet" in out


@pytest.mark.parametrize("wrong", ["no-such-scenario", "./nowhere", "tests"])
def test_what_is_no_scenario_is_a_mistake_of_the_user(run: Run, wrong: str) -> None:
    code, out, err = run(wrong)
    assert (code, out) == (2, "")
    assert wrong in err


def test_a_table_keeps_to_the_terminal(
    run: Run, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Long names of endings are cut to the width, and stand whole in a pipe."""
    put(draft, "en-poor")
    monkeypatch.setenv("COLUMNS", "60")
    _, out, _ = run(str(draft), "--lang", "en")
    assert max(map(len, out.splitlines())) <= 60


def test_several_scenarios_are_played_by_several_processes(draft: Path, run: Run) -> None:
    """The results come in the order in which the scenarios were named."""
    put(draft, "en-poor")
    other = draft.with_name("theirs")
    (other / "exemplars").mkdir(parents=True)
    for name in ("scenario.yaml", "exemplars/en-poor.yaml"):
        (other / name).write_text((draft / name).read_text("utf-8").replace("ours", "theirs"))
    code, out, _ = run(str(other), str(draft), "--json")
    assert code == 0
    assert [row["scenario"] for row in json.loads(out)["exemplars"]] == ["theirs", "ours"]
    assert os.environ["SUPPORTDOJO_PACKS"] == ""
