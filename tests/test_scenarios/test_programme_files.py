"""Programme files: what is wrong in them is told at its place, and nothing is shadowed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest

from scenarios.language import LANGUAGES
from scenarios.loader import Library, builtin_library, joined
from scenarios.modelines import modeline
from scenarios.problems import SourceError
from scenarios.programme import PassRule, Step
from scenarios.programme_files import BUILT_IN, UnknownProgramme, find_programmes

HEAD = """\
id: course
version: 1
title: {ja: "題", en: "t"}
about: {ja: "題", en: "t"}
steps:
"""
PAGE = '  - {id: page, kind: orientation, title: {ja: "題", en: "t"}, page: {ja: "文", en: "p"}}\n'
TITLE = 'title: {ja: "題", en: "t"}'


def calls(more: str = "scenarios: late-delivery", name: str = "calls") -> str:
    return f"  - {{id: {name}, kind: practice, {TITLE}, {more}}}\n"


def written(folder: Path, text: str, name: str = "course") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{name}.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def problems(tmp_path: Path, text: str) -> list[tuple[str, int]]:
    written(tmp_path, text)
    try:
        find_programmes(builtin_library(), [tmp_path]).read("course")
    except SourceError as error:
        return [(problem.code, problem.line) for problem in error.problems]
    return []


@pytest.mark.parametrize(
    ("steps", "found"),
    [
        (PAGE + calls(), []),
        (PAGE + calls("scenarios: [late-delivery], pass: {passes: 2}"), [("T101", 7)]),
        (calls("needs: calls, scenarios: late-delivery"), [("T102", 6)]),
        (calls("needs: b, scenarios: first-day", "a") + calls(name="b"), [("T102", 6)]),
        ("  []\n", [("T103", 6)]),
        (PAGE.replace("}}", "}, scenarios: late-delivery}"), [("T104", 6)]),
        (PAGE.replace("}}", "}, pass: {score: 60, passes: 1}}"), [("T104", 6)]),
        (PAGE.replace("}}", "}, intensity: hard, hints: none}"), [("T104", 6), ("T104", 6)]),
        (PAGE.replace("}}", "}, needs: [], days: 1}"), []),
        (calls("hints: none"), [("D103", 6)]),
        (calls("scenarios: []"), [("D207", 6)]),
        ('  - {id: page, kind: orientation, title: {ja: "題", en: "t"}}\n', [("D103", 6)]),
        (calls() + calls(), [("S123", 7)]),
        (calls("scenarios: [late-delivery, late-delivery]"), [("S123", 6)]),
        (calls("scenarios: late-delivery, needs: cals"), [("S101", 6)]),
        (PAGE.replace("文", " "), [("S107", 6)]),
        (calls("scenarios: late-delivery, pass: {score: 101}"), [("D204", 6)]),
        (calls("scenarios: late-delivery, pass: {passes: 0}"), [("D203", 6)]),
        (calls("scenarios: late-delivery, days: -1"), [("D203", 6)]),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, steps: str, found: list[tuple[str, int]]) -> None:
    assert problems(tmp_path, HEAD + steps) == found


def test_a_programme_bears_the_name_of_its_file(tmp_path: Path) -> None:
    text = HEAD.replace("id: course", "id: curse") + calls()
    assert problems(tmp_path, text) == [("T105", 1)]
    written(tmp_path, HEAD.replace("id: course", "id: next") + calls(), "next")
    with pytest.raises(SourceError) as caught:
        find_programmes(builtin_library(), [tmp_path]).read("next")
    assert [p.code for p in caught.value.problems] == ["T106"]


def test_a_broken_programme_keeps_no_other_from_being_used(tmp_path: Path) -> None:
    written(tmp_path, "id: [", "broken")
    programmes = find_programmes(builtin_library(), [tmp_path])
    assert programmes.ids == ("broken", "onboarding")
    assert programmes.read("onboarding").programme.id == "onboarding"
    with pytest.raises(UnknownProgramme) as caught:
        programmes.read("onbording")
    assert caught.value.close == "onboarding"


def test_scenarios_that_are_gone_do_not_keep_it_from_being_read(tmp_path: Path) -> None:
    assert problems(tmp_path, HEAD + calls("scenarios: gone-away")) == []


def test_packs_bring_programmes_and_none_takes_the_place_of_another(tmp_path: Path) -> None:
    written(tmp_path / "pack" / "programmes", HEAD + calls())
    base = builtin_library()
    library = joined(base, [Library(tmp_path / "pack", shown=str(tmp_path / "pack"), base=base)])
    assert find_programmes(library).ids == ("course", "onboarding")
    mine = written(tmp_path / "mine", HEAD + calls())
    with pytest.raises(SourceError) as caught:
        find_programmes(library, [mine.parent])
    (problem,) = caught.value.problems
    assert (problem.code, problem.path) == ("S117", str(mine))
    assert str(tmp_path / "pack" / "programmes" / "course.yaml") in problem.message()


def test_the_built_in_ones_are_sound_and_name_their_schema(
    command: Callable[..., tuple[int, str, str]],
) -> None:
    for file in sorted(BUILT_IN.glob("*.yaml")):
        line = modeline(("programmes", file.name), "schema")
        assert file.read_text("utf-8").startswith(f"{line}\n")
        assert (file.parent / line.partition("$schema=")[2]).resolve().is_file()
        code, _, told = command("validate", str(file))
        assert code == 0, told


def test_onboarding_fades_the_coaching() -> None:
    """From guided to test, with less help at each step, and customers not met before in the test."""
    programme = find_programmes(builtin_library()).read("onboarding").programme
    kinds = [step.kind for step in programme.steps]
    assert kinds == sorted(kinds, key=["orientation", "guided", "practice", "test"].index)
    hints = [step.most_hints for step in programme.steps if not step.reads]
    assert hints == sorted(hints, key=lambda most: -1 if most is None else -most + 100)
    practised = {n for s in programme.steps if s.kind != "test" for n in s.scenarios}
    assert not practised & {n for s in programme.steps if s.kind == "test" for n in s.scenarios}
    assert all(
        step.page.of(one).strip() for step in programme.steps if step.page for one in LANGUAGES
    )


def test_validate_takes_programmes(
    command: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    """A file, its folder, and without arguments those of the data directory."""
    text = HEAD + calls("scenarios: late-delivry")
    file = written(tmp_path / "home" / "programmes", text)
    for words in ([str(file)], [str(file.parent)], []):
        code, out, _ = command("validate", "--format", "line", "--lang", "en", *words)
        assert code == 1
        assert ":6:" in out
        assert "S101" in out
        assert "late-delivery" in out


def test_packs_tells_about_broken_programmes(
    command: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    written(tmp_path / "pack" / "programmes", HEAD + calls("days: 400"))
    code, out, _ = command("packs", "--pack", str(tmp_path / "pack"), "--lang", "en")
    assert code == 1
    assert "course.yaml:6:" in out
    assert "D204" in out


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_of_the_guide_is_sound(language: str, tmp_path: Path) -> None:
    """And every key that a programme may have is explained there."""
    guide = (BUILT_IN / "README.md").read_text("utf-8")
    japanese, _, english = guide.partition("\n# English\n")
    part = japanese if language == "ja" else english
    (example,) = re.findall(r"```yaml\n(.*?)```", part, re.DOTALL)
    written(tmp_path, example, "second-month")
    programme = find_programmes(builtin_library(), [tmp_path]).read("second-month").programme
    assert {name for step in programme.steps for name in step.scenarios} <= set(
        builtin_library().ids
    )
    keys = [f.metadata.get("key", f.name) for into in (Step, PassRule) for f in fields(into)]  # type: ignore[arg-type]
    assert [key for key in keys if f"`{key}`" not in part] == []
