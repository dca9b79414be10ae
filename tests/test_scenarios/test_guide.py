"""The guide for writers: everything in it that a machine can follow is followed here."""

from __future__ import annotations

import json
import re
import shlex
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest
import yaml

from scenarios import listing
from scenarios.acts import Act, Breach, Duty
from scenarios.check import Checker
from scenarios.conditions import SPECIAL_HEARINGS, Condition, ConditionKind, Hears
from scenarios.language import LANGUAGES, Language
from scenarios.loader import Library, builtin_library, joined
from scenarios.model import NoteItem, TopicKind
from scenarios.packs import folder_pack, pack_library
from simulator.cli import build_parser, main
from simulator.contact import Contact, Start
from simulator.engine.causes import CAUSES
from simulator.writing.exemplars import check_exemplar, practice_room

ROOT = Path(listing.__file__).parent
GUIDE = listing.README.read_text("utf-8")
PARTS: dict[Language, str] = dict(
    zip(LANGUAGES, re.split(r"^# (?:日本語|English)$", GUIDE, flags=re.M)[1:], strict=True)
)
EXAMPLES = ROOT / "examples"
BUILTIN = builtin_library()


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, the note above it for this test, and its text."""

    fence: str
    note: str
    text: str


def blocks(language: Language) -> list[Block]:
    pattern = re.compile(r"(?:<!-- yaml: ([^\n]+) -->\n)?```(\w+)\n(.*?)^```$", re.M | re.S)
    return [
        Block(fence, note or "", text) for note, fence, text in pattern.findall(PARTS[language])
    ]


def noted(note: str) -> list[str]:
    """The texts of all blocks with this note, in either language part."""
    return [b.text for language in LANGUAGES for b in blocks(language) if b.note == note]


SMALLEST = noted("file no-receipt")[0]


def write_smallest(pack: Path, text: str = SMALLEST) -> None:
    (pack / "no-receipt").mkdir(parents=True)
    (pack / "no-receipt" / "scenario.yaml").write_text(text, "utf-8")


def problems(root: Path) -> list[str]:
    """Everything that validate finds in a pack."""
    library = Library(root, base=BUILTIN)
    checker = Checker(library)
    found = [problem for checked in checker.all() for problem in checked.problems]
    return [f"{p.path}:{p.line} {p.code}" for p in found]


# ---------------------------------------------------------------- the two parts


def test_both_parts_show_the_same_files() -> None:
    """Each language has its own words around the very same snippets."""
    ja, en = (
        [(b.note, b.text) for b in blocks(language) if b.fence == "yaml"] for language in LANGUAGES
    )
    assert ja == en
    assert all(note for note, _ in ja), "a snippet without a note would not be tested"


def test_both_parts_have_the_same_sections() -> None:
    counts = {part.count("\n## ") for part in PARTS.values()}
    assert len(counts) == 1


def test_nothing_but_known_fences() -> None:
    assert {b.fence for lang in LANGUAGES for b in blocks(lang)} == {"yaml", "sh", "text"}
    assert GUIDE.count("```") == 2 * sum(len(blocks(lang)) for lang in LANGUAGES)


# ---------------------------------------------------------------- snippets


def test_the_smallest_scenario_validates_and_plays(tmp_path: Path) -> None:
    write_smallest(tmp_path)
    assert problems(tmp_path) == []
    said = {
        "ja": "領収書が入っておらず、申し訳ございません。メールですぐに領収書をお送りします。",
        "en": "I'm sorry there was no receipt in the box. I'll e-mail the receipt right now.",
    }
    library = joined(BUILTIN, [pack_library(folder_pack(str(tmp_path)), BUILTIN)])
    for language in LANGUAGES:
        with practice_room(library) as room:
            contact = Contact.begin(room, Start("no-receipt", language, "practice", 3))
            contact.reply(said[language])
            contact.act("send-email", {"subject": "receipt"})
            contact.end()
            assert contact.ending is not None
            assert contact.ending.outcome == "good"


def _froms() -> Iterator[tuple[str, str]]:
    for block in blocks("ja"):
        if block.note.startswith("from "):
            yield block.note.removeprefix("from "), block.text


@pytest.mark.parametrize(("path", "text"), list(_froms()))
def test_pieces_stand_in_the_finished_file(path: str, text: str) -> None:
    assert text in (ROOT / path).read_text("utf-8")


def test_the_finished_example_is_sound() -> None:
    assert problems(EXAMPLES) == []
    library = pack_library(folder_pack(str(EXAMPLES)), BUILTIN)
    names = library.exemplar_names("expired-voucher")
    assert len(names) == 6
    with practice_room(library) as room:
        for name in names:
            checked = check_exemplar(room, "expired-voucher", name)
            assert checked.fits, (name, checked.total, checked.ending)
    assert main(["explore", str(EXAMPLES / "expired-voucher")]) == 0


@pytest.mark.parametrize(
    ("reply", "blames"),
    [
        ("I've checked the date on the voucher for you.", False),
        ("We checked the date and it's past.", False),
        ("You should have checked the date.", True),
        ("I'd have checked the date.", True),
        ("I think you should have checked the date.", True),
    ],
)
def test_what_the_agent_did_themselves_blames_nobody(
    reply: str, blames: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    """The words are those of what the customer should have done."""
    words = ["explain-reply", "expired-voucher", reply, "--lang", "en", "--json"]
    assert main([*words, "--pack", str(EXAMPLES)]) == 0
    assert ("blame" in json.loads(capsys.readouterr().out)["breaches"]) is blames


@pytest.mark.parametrize("text", dict.fromkeys(noted("into scenario")))
def test_pieces_of_a_scenario_fit_into_the_smallest(text: str, tmp_path: Path) -> None:
    """Their stages go under the stages, which stand last; other keys are new."""
    before, _, stages = text.partition("stages:\n")
    head, _, rest = SMALLEST.partition("stages:\n")
    write_smallest(tmp_path, f"{head}{before}stages:\n{rest}{stages}")
    assert problems(tmp_path) == []


@pytest.mark.parametrize("kind", ["persona", "handbook", "shop"])
def test_pieces_of_other_files_fit_into_the_built_in_ones(kind: str, tmp_path: Path) -> None:
    place = {"persona": "personas/everyday-customer.yaml"}.get(kind, f"{kind}.yaml")
    original = (ROOT / "catalog" / place).read_text("utf-8")
    for number, text in enumerate(dict.fromkeys(noted(f"into {kind}"))):
        key, _, piece = text.partition("\n")
        old = (
            original
            if kind != "persona"
            else re.sub(rf"(?m)^{key}\n(  .*\n)+", f"{key}\n", original)
        )
        assert f"\n{key}\n" in old
        pack = tmp_path / str(number)
        write_smallest(pack)
        (pack / place).parent.mkdir(exist_ok=True)
        (pack / place).write_text(old.replace(f"\n{key}\n", f"\n{key}\n{piece}", 1), "utf-8")
        assert problems(pack) == []


def test_the_hook_is_the_one_that_the_project_offers() -> None:
    offered = yaml.safe_load((ROOT.parent / ".pre-commit-hooks.yaml").read_text("utf-8"))[0]
    shown = yaml.safe_load(noted("pre-commit")[0])["repos"][0]["hooks"][0]
    same = ("id", "name", "entry", "types", "files")
    assert {k: shown[k] for k in same} == {k: offered[k] for k in same}


# ---------------------------------------------------------------- commands


def commands(language: Language) -> list[str]:
    lines = [line for b in blocks(language) if b.fence == "sh" for line in b.text.splitlines()]
    inline = re.findall(r"`(supportdojo [^`]+)`", PARTS[language])
    return [*lines, *(line for line in inline if line.split()[1:] != ["packs"])]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_runs(
    language: Language,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """In their order, in a folder with the smallest scenario; nobody is at the keyboard."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SUPPORTDOJO_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("SUPPORTDOJO_PACKS", "")
    write_smallest(tmp_path / "my-pack")
    for line in commands(language):
        words = shlex.split(line.replace("scenarios/examples", str(EXAMPLES)), comments=True)
        if words[0] == "export":
            name, _, value = words[1].partition("=")
            monkeypatch.setenv(name, value)
            continue
        assert words[0] == "supportdojo", line
        monkeypatch.setattr(sys, "stdin", StringIO(""))
        assert build_parser().parse_args(words[1:]), line
        if words[1] in ("packs", "list", "coverage"):
            continue  # looks through the whole library, which other tests do
        assert main(words[1:]) == 0, (line, capsys.readouterr())
    capsys.readouterr()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_tool_for_writers_is_told_about(language: Language) -> None:
    told = {shlex.split(line, comments=True)[1] for line in commands(language)}
    for_writers = {"new", "validate", "explain", "schema", "explain-reply", "test", "play", "packs"}
    for_writers |= {"try", "explore", "graph", "coverage", "cues"}
    assert for_writers <= told


# ---------------------------------------------------------------- tables


def first_cells(head: str, language: Language) -> list[str]:
    """The code in the first column of the table with this head."""
    table = re.search(rf"^\| {head} \|.*\n((?:\|.*\n)+)", PARTS[language], re.M)
    assert table
    found = [re.match(r"\| `([^`]+)`", row) for row in table[1].splitlines()[1:]]
    return [match[1] for match in found if match]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_of_hears_has_every_form(language: Language) -> None:
    parts = [p for cell in first_cells("hears", language) for p in Hears.parse(cell).parts]
    assert {p.special for p in parts if p.special} == set(SPECIAL_HEARINGS)
    assert any(p.act and not p.topic for p in parts)
    assert any(p.act and p.topic for p in parts)
    assert any(p.topic and not p.act for p in parts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_of_when_has_every_form(language: Language) -> None:
    kinds = [Condition.parse(cell).kind for cell in first_cells("when", language)]
    assert set(kinds) == set(ConditionKind.__args__)  # type: ignore[attr-defined]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_that_writers_choose_from_is_there(language: Language) -> None:
    acts = next(b.text for b in blocks(language) if b.fence == "text" and "sarcasm" in b.text)
    assert set(map(str, Act)) <= set(re.findall(r"[a-z-]+", acts))
    coded = set(re.findall(r"`([a-z-]+)`", PARTS[language]))
    assert {*map(str, Breach), *map(str, Duty), *map(str, TopicKind)} <= coded
    fields = NoteItem.__annotations__["field"]
    assert all(name in PARTS[language] for name in re.findall(r"'(\w+)'", str(fields)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_figures_of_the_mood_are_the_engines(language: Language) -> None:
    titles = {cause.title.of(language): cause.shift.anger for cause in CAUSES.values()}
    pairs = re.findall(r"\| ([^|`]+) \| ([+-]\d+) (?=\|)", PARTS[language])
    assert len(pairs) == 20
    assert {title: int(figure) for title, figure in pairs} == {t: titles[t] for t, _ in pairs}


# ---------------------------------------------------------------- the list of scenarios


def test_the_list_of_scenarios_is_up_to_date() -> None:
    assert listing.with_listings(GUIDE, BUILTIN) == GUIDE, "run: python -m scenarios.listing"


def test_missing_marks_are_told() -> None:
    with pytest.raises(ValueError, match="scenarios ja"):
        listing.with_listings("no marks", BUILTIN)
