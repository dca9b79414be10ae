"""Packs: further folders of scenarios, named or installed, beside the built-in ones."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from scenarios.cache import Cache
from scenarios.language import LANGUAGES, Language
from scenarios.loader import Library, builtin_library, joined
from scenarios.packs import folder_pack, installed_packs, pack_library
from scenarios.problems import SourceError
from simulator.cli import main
from simulator.contact import Contact, Start
from simulator.libraries import known_packs, open_library
from simulator.workplace import open_workplace

ORIGINAL = Path(str(builtin_library().root))
BASE = "late-delivery"


def put_scenario(pack: Path, scenario_id: str, *exemplars: str) -> Path:
    """A scenario of this id in *pack*, made from a built-in one; returns its file."""
    folder = pack / scenario_id
    folder.mkdir(parents=True)
    text = (ORIGINAL / BASE / "scenario.yaml").read_text("utf-8")
    file = folder / "scenario.yaml"
    file.write_text(text.replace(f"id: {BASE}\n", f"id: {scenario_id}\n", 1), "utf-8")
    for name in exemplars:
        (folder / "exemplars").mkdir(exist_ok=True)
        text = (ORIGINAL / BASE / "exemplars" / f"{name}.yaml").read_text("utf-8")
        made = folder / "exemplars" / f"{name}.yaml"
        made.write_text(text.replace(f"scenario: {BASE}", f"scenario: {scenario_id}", 1), "utf-8")
    return file


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "our-calls"
    put_scenario(folder, "our-parcel", "en-good", "ja-good")
    return folder


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data directory of its own, and no packs but those of the test."""
    monkeypatch.setenv("SUPPORTDOJO_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("SUPPORTDOJO_PACKS", "")
    return tmp_path / "home"


def with_pack(*packs: Path) -> Library:
    return open_library(None, {"SUPPORTDOJO_PACKS": os.pathsep.join(map(str, packs))})


# ---------------------------------------------------------------- the library


def test_the_scenarios_of_a_pack_stand_beside_the_built_in_ones(pack: Path) -> None:
    """Ids of both are there; personas, handbook and shop come from the program."""
    library = with_pack(pack)
    assert set(library.ids) == {*builtin_library().ids, "our-parcel"}
    assert library.scenario("our-parcel").id == "our-parcel"
    assert library.persona_of("our-parcel") == library.persona_of(BASE)
    assert library.shop_of("our-parcel") == library.shop
    assert library.handbook_of("our-parcel") == library.handbook
    assert library.digest("our-parcel") != library.digest(BASE)
    assert library.exemplar_names("our-parcel") == ("en-good", "ja-good")
    assert library.card("our-parcel").title == library.scenario("our-parcel").title


def test_a_pack_may_bring_its_own_persona_handbook_and_shop(pack: Path) -> None:
    """They are used for its own scenarios and for nothing else."""
    shutil.copytree(ORIGINAL / "personas", pack / "personas")
    for name, old, new in (
        ("personas/impatient-caller.yaml", "version: 1", "version: 77"),
        ("handbook.yaml", "version: 1", "version: 78"),
        ("shop.yaml", "agent_coupon_limit: 1000", "agent_coupon_limit: 79"),
    ):
        text = (ORIGINAL / name).read_text("utf-8")
        assert old in text
        (pack / name).write_text(text.replace(old, new, 1), "utf-8")
    library = with_pack(pack)
    assert library.persona_of("our-parcel").version == 77
    assert library.handbook_of("our-parcel").version == 78
    assert library.handbook_version("our-parcel").endswith(" 78")
    assert library.catalog.shop_of("our-parcel").agent_coupon_limit == 79
    assert library.persona_of(BASE).version == 1
    assert library.handbook_of(BASE).version == 1
    assert library.catalog.shop_of(BASE).agent_coupon_limit == 1000


def test_one_id_in_two_places_is_refused_with_both_files(pack: Path, tmp_path: Path) -> None:
    """Neither a pack nor the program shadows the other; two packs neither."""
    other = tmp_path / "a-folder-with-a-long-name-so-that-its-path-is-longer-than-a-line" / "calls"
    file = put_scenario(other, "our-parcel")
    clash = put_scenario(other, BASE)
    with pytest.raises(SourceError) as caught:
        with_pack(pack, other)
    assert [p.code for p in caught.value.problems] == ["S117", "S117"]
    for language in LANGUAGES:
        told = caught.value.text(language)
        assert str(file) in told
        assert str(pack / "our-parcel" / "scenario.yaml") in told
        assert str(clash) in told
        assert str(ORIGINAL / BASE / "scenario.yaml") in told


def test_the_same_folder_named_twice_is_one_pack(pack: Path, tmp_path: Path) -> None:
    """A link to it and the folder of the program itself change nothing either."""
    link = tmp_path / "link"
    link.symlink_to(pack)
    library = with_pack(pack, pack, link, ORIGINAL)
    assert len(library.packs) == 1


def test_a_copy_under_another_name_is_checked_anew(pack: Path, tmp_path: Path) -> None:
    """What was kept of the original does not hide that the id no longer fits its folder."""
    base = builtin_library(tmp_path / "cache")
    base.scenario(BASE)
    shutil.copytree(ORIGINAL / BASE, pack / "renamed")
    library = joined(base, [pack_library(folder_pack(str(pack)), base)])
    with pytest.raises(SourceError) as caught:
        library.scenario("renamed")
    assert [p.code for p in caught.value.problems] == ["S102"]
    assert caught.value.problems[0].path == f"{pack}/renamed/scenario.yaml"


def test_an_exemplar_of_another_scenario_is_a_problem(pack: Path) -> None:
    """An exemplar says which scenario it plays; that has to be the one that it lies in."""
    file = pack / "our-parcel" / "exemplars" / "en-good.yaml"
    file.write_text(file.read_text("utf-8").replace("our-parcel", BASE, 1), "utf-8")
    with pytest.raises(SourceError) as caught:
        with_pack(pack).exemplar("our-parcel", "en-good")
    assert [p.code for p in caught.value.problems] == ["S102"]


@pytest.mark.parametrize("name", ["Our Parcel", "con", "..x", "ぱーせる"])
def test_a_folder_that_is_no_id_is_told(tmp_path: Path, name: str) -> None:
    """A scenario's id goes into commands and file names."""
    pack = tmp_path / "odd"
    put_scenario(pack, name)
    with pytest.raises(SourceError) as caught:
        with_pack(pack).scenario(name)
    assert {p.code for p in caught.value.problems} & {"D107" if name == "con" else "D104"}


# ---------------------------------------------------------------- installed packages


def put_package(site: Path, *, listed: bool = True, value: str = "dojo_pack.calls") -> Path:
    """A package that must not be imported, with a pack in it; returns the pack's folder."""
    folder = site / "dojo_pack" / "calls"
    put_scenario(folder, "packaged")
    for place in (site / "dojo_pack", folder):
        (place / "__init__.py").write_text("raise SystemExit('the package was run')\n")
    info = site / "dojo_pack-1.2.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: dojo-pack\nVersion: 1.2\n")
    (info / "entry_points.txt").write_text(f"[supportdojo.packs]\ncalls = {value}\n")
    files = (f for f in site.rglob("*") if f.is_file() and (listed or f.parent == info))
    record = "".join(f"{f.relative_to(site).as_posix()},,\n" for f in files)
    (info / "RECORD").write_text(record)
    return folder


@pytest.mark.parametrize("listed", [True, False], ids=["installed", "in place"])
def test_an_installed_pack_is_found_without_running_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, listed: bool
) -> None:
    """Its folder is found by the package's file list, or by where its outermost package lies."""
    folder = put_package(tmp_path / "site", listed=listed)
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path / "site")])
    (found,) = [p for p in installed_packs() if p.package == "dojo-pack 1.2"]
    assert found.folder == folder
    assert found.problem is None
    assert open_library(None, {}).scenario("packaged").id == "packaged"
    assert "dojo_pack" not in sys.modules


@pytest.mark.parametrize("value", ["dojo_pack.gone", "../../etc", "a b", "dojo_pack.calls.x:y"])
def test_a_broken_installed_pack_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    """It is told by ``packs`` and left out everywhere else."""
    put_package(tmp_path / "site", value=value)
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path / "site")])
    (found,) = known_packs({})
    assert found.problem is not None
    assert found.problem.code == "P106"
    assert open_library(None, {}).ids == builtin_library().ids


def test_looking_for_packs_opens_no_metadata_library_in_vain(tmp_path: Path) -> None:
    """Where no package mentions packs there is nothing to look through."""
    assert installed_packs([str(tmp_path), str(tmp_path / "missing")]) == []


# ---------------------------------------------------------------- the command line

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        return (code, *capsys.readouterr())

    return call


@pytest.mark.parametrize("language", LANGUAGES)
def test_packs_lists_all_places(run: Run, pack: Path, language: Language) -> None:
    """Name, path and number of scenarios, the built-in ones first; nothing is wrong: exit 0."""
    code, out, _ = run("packs", "--pack", str(pack), "--lang", language)
    assert code == 0
    assert str(ORIGINAL) in out and str(pack) in out and "our-calls" in out


def test_packs_before_and_after_the_command_add_up(run: Run, pack: Path, tmp_path: Path) -> None:
    """Both options count, and both are handed on to processes that are started from here."""
    other = tmp_path / "theirs"
    put_scenario(other, "their-parcel")
    code, out, _ = run("--pack", str(pack), "list", "--pack", str(other))
    assert code == 0
    assert "our-parcel" in out and "their-parcel" in out
    assert os.environ["SUPPORTDOJO_PACKS"] == os.pathsep.join([str(pack), str(other)])


def test_packs_of_a_command_and_of_its_deed_add_up(run: Run, pack: Path, tmp_path: Path) -> None:
    """``drill --pack A new --pack B``: a drill may be of scenarios from both."""
    other = tmp_path / "theirs"
    put_scenario(other, "their-parcel")
    code, _, err = run(
        *("drill", "--pack", str(pack), "new", "Week", "--pack", str(other), "--all"),
        *("--scenario", "our-parcel", "--scenario", "their-parcel"),
    )
    assert (code, err) == (0, "")


def test_packs_tells_every_problem(run: Run, pack: Path, tmp_path: Path) -> None:
    """Broken files, an id that is taken, an empty folder and a missing one: all at once, exit 1."""
    put_scenario(pack, BASE)
    broken = put_scenario(pack, "broken")
    broken.write_text(broken.read_text("utf-8") + "\nnonsense: 1\n", "utf-8")
    empty = tmp_path / "empty"
    empty.mkdir()
    given = [str(pack), str(empty), str(tmp_path / "missing"), str(pack / "our-parcel")]
    options = [part for path in given for part in ("--pack", path)]
    code, out, _ = run("packs", "--json", *options)
    assert code == 1
    rows = json.loads(out)["packs"]
    codes = [{p["code"] for p in row["problems"]} for row in rows]
    assert codes == [set(), {"D102", "S117"}, {"W105"}, {"P101"}, {"P103"}]
    assert run("packs", *options)[0] == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_missing_pack_is_a_mistake_of_the_user(run: Run, language: Language) -> None:
    """Every command says so in one line and ends with 2."""
    code, out, err = run("list", "--pack", "no-such-folder", "--lang", language)
    assert (code, out) == (2, "")
    assert "no-such-folder" in err and "P101" in err


def test_a_path_that_would_fall_apart_is_refused(run: Run) -> None:
    """The variable separates packs by this character."""
    code, _, err = run("list", "--pack", f"a{os.pathsep}b")
    assert code == 2
    assert "P107" in err


@pytest.mark.parametrize("language", LANGUAGES)
def test_commands_play_the_scenarios_of_a_pack(run: Run, pack: Path, language: Language) -> None:
    """demo plays its exemplar, explain-reply reads at its stages, play begins it."""
    more = ("--pack", str(pack), "--lang", language)
    assert run("demo", "our-parcel", *more)[0] == 0
    assert run("explain-reply", "our-parcel", "Sorry.", *more)[0] == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_draft_is_named_by_its_folder(run: Run, pack: Path, language: Language) -> None:
    """Nobody has to put a pack together to hear how a sentence of a draft is read."""
    draft = str(pack / "our-parcel")
    assert run("demo", draft, "--lang", language)[0] == 0
    assert run("explain-reply", draft, "Sorry.", "--lang", language)[0] == 0
    code, _, err = run("explain-reply", str(pack / "nowhere"), "Sorry.", "--lang", language)
    assert code == 2
    assert "nowhere" in err and "P108" in err


def test_a_reply_may_be_read_behind_what_was_said(run: Run, pack: Path) -> None:
    """Who called is known by then, so that to tell the order breaks no rule."""
    draft, reply = str(pack / "our-parcel"), "Your parcel left the depot at 8:40."
    more = ("--lang", "en", "--json")
    alone = json.loads(run("explain-reply", draft, reply, *more)[1])
    said = ("--said", "(identity checked)", "--said", "Then where is my parcel?")
    behind = json.loads(run("explain-reply", draft, reply, *said, *more)[1])
    assert "identity-first" in alone["breaches"]
    assert "identity-first" not in behind["breaches"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_contact_of_a_pack_that_is_not_named_says_what_to_do(
    run: Run, pack: Path, monkeypatch: pytest.MonkeyPatch, language: Language
) -> None:
    """It can be opened again as soon as the pack is there."""
    monkeypatch.setenv("SUPPORTDOJO_PACKS", str(pack))
    workplace = open_workplace()
    session = Contact.begin(workplace, Start("our-parcel", "en", "practice", 1)).session_id
    workplace.close()
    monkeypatch.setenv("SUPPORTDOJO_PACKS", "")
    code, _, err = run("show", session, "--lang", language)
    assert code == 2
    assert "our-parcel" in err and "--pack" in err
    assert run("show", session, "--pack", str(pack))[0] == 0


def test_hostile_names_do_not_act_on_the_terminal(run: Run, tmp_path: Path) -> None:
    """What could act in the name of a folder is shown instead."""
    pack = tmp_path / "a\x1b[2Jb"
    put_scenario(pack, "x\x1b[31m")
    _, out, _ = run("packs", "--pack", str(pack))
    assert "\x1b" not in out


# ---------------------------------------------------------------- speed


def test_a_list_needs_no_whole_scenario(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once read, what a list shows comes from entries a hundredth of the size."""
    cached = Cache(tmp_path)
    first = Library(ORIGINAL, cached)
    cards = [first.card(scenario_id) for scenario_id in first.ids]
    monkeypatch.setattr(Library, "scenario", lambda *_: pytest.fail("a whole scenario was read"))
    again = Library(ORIGINAL, cached)
    assert [again.card(scenario_id) for scenario_id in again.ids] == cards


def test_a_card_follows_its_file(pack: Path, tmp_path: Path) -> None:
    """An edit shows at once; a mistake is told."""
    base = builtin_library(tmp_path / "cache")

    def card_title() -> str:
        return pack_library(folder_pack(str(pack)), base).card("our-parcel").title.en

    before = card_title()
    file = pack / "our-parcel" / "scenario.yaml"
    text = file.read_text("utf-8")
    file.write_text(text.replace(before, "A new title", 1), "utf-8")
    assert card_title() == "A new title"
    file.write_text(text + "\nnonsense: 1\n", "utf-8")
    with pytest.raises(SourceError):
        card_title()
