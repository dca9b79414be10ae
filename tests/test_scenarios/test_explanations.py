"""Every code is explained in both languages, and its examples do what they say."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

import pytest

from scenarios import lint_texts
from scenarios.check import Checker
from scenarios.explanations import Explanation, explanations
from scenarios.language import LANGUAGES
from scenarios.loader import Library, builtin_library
from scenarios.problem_texts import TEXTS
from scenarios.programme_files import BUILT_IN
from scenarios.yaml_source import read_yaml_tree
from simulator.explore import texts as explore_texts
from simulator.explore.report import explore

PACK = Path(__file__).parents[1] / "data" / "first-pack"
NOT_PARTS_OF_A_FILE = frozenset(
    [
        "Y101",
        "Y102",
        "Y103",
        "Y104",
        "Y105",
        "Y106",
        "Y109",
        "Y110",
        "Y199",
        "Y303",
        "Y505",
        "D105",
        "D210",
        "S117",
        "S113",
        "S129",
    ]
)
"""About whole files, or too long to show: their examples are pictures."""
BY_READING = sorted(
    code for code in explanations() if code[0] == "Y" and code not in NOT_PARTS_OF_A_FILE
)
BY_CHECKING = sorted(
    code for code in explanations() if code[0] in "CDST" and code not in NOT_PARTS_OF_A_FILE
)
# A dead end needs endings of its own, too long to show.
BY_EXPLORING = sorted(code for code in explanations() if code[0] == "E" and code != "E101")
PLACES = {
    "scenario": ("wrong-colour", "scenario.yaml"),
    "exemplar": ("wrong-colour", "exemplars", "en-good.yaml"),
    "persona": ("personas", "everyday-customer.yaml"),
    "handbook": ("handbook.yaml",),
    "shop": ("shop.yaml",),
    "programme": ("programmes", "onboarding.yaml"),
}


def explained(code: str) -> Explanation:
    return explanations()[code]


def test_every_code_is_explained() -> None:
    """No code is without an explanation, and none is explained that does not exist."""
    assert lint_texts.CODES
    assert explore_texts.CODES
    assert set(explanations()) == {code for code in TEXTS if re.fullmatch("[A-Z][0-9]{3}", code)}


@pytest.mark.parametrize("code", sorted(explanations()))
def test_it_is_written_in_both_languages(code: str) -> None:
    """Both languages say what it means and what to do, each in its own writing and in sentences."""
    found = explained(code)
    for text in (found.means, found.do):
        assert text.ja.endswith("。")
        assert text.en.endswith(".")
        assert any("HIRAGANA" in unicodedata.name(c, "") for c in text.ja)
        assert not any("HIRAGANA" in unicodedata.name(c, "") for c in text.en)
    assert len(LANGUAGES) == 2
    assert found.wrong.strip()
    assert found.right.strip()
    assert found.wrong != found.right or found.wrong.startswith("(")


@pytest.mark.parametrize("code", BY_READING)
def test_examples_of_notation(code: str) -> None:
    """Read as YAML, the wrong example has this problem and the right one has none."""
    wrong, right = explained(code).wrong, explained(code).right
    assert code in {problem.code for problem in read_yaml_tree(wrong, "s.yaml")[1]}
    assert read_yaml_tree(right, "s.yaml")[1] == ()


@pytest.mark.parametrize("code", BY_CHECKING)
def test_examples_of_meaning(code: str, tmp_path: Path) -> None:
    """Put into a sound file, the wrong example has this problem and the right one has none.

    An example that shows one topic takes away others that the file names.
    """
    found = explained(code)
    assert code in codes(found.wrong, found.file, tmp_path / "wrong")
    left_over = {"S101"} if "topics:\n" in found.right else set()
    assert codes(found.right, found.file, tmp_path / "right") <= left_over


@pytest.mark.parametrize("code", BY_EXPLORING)
def test_examples_of_walking_through(code: str, tmp_path: Path) -> None:
    """Put into a sound scenario, the wrong example has this problem and the right one has not."""
    found = explained(code)
    assert code in walked(found.wrong, tmp_path / "wrong")
    assert code not in walked(found.right, tmp_path / "right")


def walked(part: str, root: Path) -> set[str]:
    assert codes(part, "scenario", root) == set()
    library = Library(root, base=builtin_library())
    name = PLACES["scenario"][0]
    persona = library.persona_of(name)
    return {f.code for f in explore(library.scenario(name), persona, library.shop).findings}


def codes(part: str, kind: str, root: Path) -> set[str]:
    """The codes of problems after *part* took the place of the keys it has at the top."""
    parts = PLACES[kind]
    for other in ("scenario", "exemplar"):
        file = root.joinpath(*PLACES[other])
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(original(PLACES[other]), encoding="utf-8")
    file = root.joinpath(*parts)
    file.parent.mkdir(parents=True, exist_ok=True)
    keys = "|".join(map(re.escape, re.findall(r"^([a-z_]+|dificulty):", part, re.MULTILINE)))
    kept = re.sub(rf"^(?:{keys}):.*\n(?:(?:[ #].*)?\n)*", "", original(parts), flags=re.MULTILINE)
    file.write_text(f"{kept.rstrip()}\n{part}\n", encoding="utf-8")
    checker = Checker(Library(root, base=builtin_library()))
    return {problem.code for problem in checker.file(parts).problems}


@cache
def original(parts: tuple[str, ...]) -> str:
    root = PACK if parts[0] == "wrong-colour" else Path(str(builtin_library().root))
    root = BUILT_IN.parent if parts[0] == "programmes" else root
    return root.joinpath(*parts).read_text(encoding="utf-8") + "\n"
