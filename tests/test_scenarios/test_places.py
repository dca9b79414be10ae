"""Folders that nobody may look into, names too long, what editors leave behind: told, not raised."""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scenarios.language import LANGUAGES
from scenarios.loader import Library, builtin_library
from scenarios.packs import folder_pack, pack_library, pack_problems
from scenarios.places import exists, expanded, is_folder, may_stand, names_in, yaml_names
from scenarios.problems import SourceError
from simulator.cli import main

LONG = "x" * 300


pytestmark = pytest.mark.usefixtures("here")


@pytest.fixture
def pack(here: Path) -> Path:
    """A sound pack with one small scenario, ``wrong-colour``."""
    shutil.copytree(Path(__file__).parents[1] / "data" / "first-pack", here / "pack")
    return here / "pack"


@pytest.fixture
def close(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Take the permission to look into a folder; for real it would not hold for an administrator."""

    def closed(folder: Path) -> None:
        for name in ("is_file", "is_dir", "exists", "iterdir", "open"):
            monkeypatch.setattr(Path, name, _refusing(getattr(Path, name), folder, name))

    return closed


def _refusing(look: Callable[..., Any], folder: Path, name: str) -> Callable[..., Any]:
    def refuse(self: Path, *args: Any, **options: Any) -> Any:
        whole = Path(os.path.abspath(self))  # noqa: PTH100 - itself must not look
        if folder in whole.parents or (whole == folder and name == "iterdir"):
            raise PermissionError(errno.EACCES, "Permission denied", str(self))
        return look(self, *args, **options)

    return refuse


def test_looks_never_raise(here: Path) -> None:
    for path in (Path(LONG), Path("a\0b"), here / "nothing"):
        assert not (exists(path) or is_folder(path) or may_stand(path))
    assert expanded("~nobody-of-this-name/x") == Path("~nobody-of-this-name/x")


def test_yaml_files_come_sorted_without_those_of_editors(here: Path) -> None:
    for name in ("b.yaml", "a.yaml", "._a.yaml", "notes.txt"):
        (here / name).touch()
    assert names_in(here, "here") == ["._a.yaml", "a.yaml", "b.yaml", "notes.txt"]
    assert yaml_names(here, "here") == ["a.yaml", "b.yaml"]
    assert names_in(here / "nothing", "nothing") == []


def test_what_editors_leave_beside_exemplars_is_no_exemplar(pack: Path) -> None:
    folder = pack / "wrong-colour" / "exemplars"
    before = Library(pack).exemplar_names("wrong-colour")
    (folder / ".#ja-good.yaml").symlink_to("somebody@somewhere.1")
    (folder / "._ja-good.yaml").write_bytes(b"\0\5\x16\7")
    assert Library(pack).exemplar_names("wrong-colour") == before
    assert main(["validate", "pack"]) == 0


def test_a_closed_folder_of_a_scenario_is_told(
    pack: Path, close: Callable[[Path], None], capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(pack / "wrong-colour", pack / "other")
    close(pack / "other")
    library = pack_library(folder_pack("pack"), builtin_library())
    assert library.own_ids == ("other", "wrong-colour")
    assert {problem.code for problem in pack_problems(library)} == {"P104", "Y103"}
    assert main(["validate", "--lang", "en", "--format", "line", "pack"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines == [
        "pack/other/scenario.yaml: error Y103: the file cannot be read: Permission denied",
        "pack/other/exemplars: error P104: the folder cannot be read: Permission denied",
    ]


def test_a_closed_folder_that_can_be_no_scenario_is_none(
    pack: Path, close: Callable[[Path], None]
) -> None:
    (pack / "lost+found").mkdir()
    close(pack / "lost+found")
    assert Library(pack).own_ids == ("wrong-colour",)


def test_closed_exemplars_are_told(
    pack: Path, close: Callable[[Path], None], capsys: pytest.CaptureFixture[str]
) -> None:
    close(pack / "wrong-colour" / "exemplars")
    with pytest.raises(SourceError, match="P104"):
        Library(pack).exemplar_names("wrong-colour")
    assert main(["validate", "pack/wrong-colour"]) == 1
    assert "exemplars: " in capsys.readouterr().out
    assert main(["test", "pack/wrong-colour"]) == 2
    assert "P104" in capsys.readouterr().err


def test_closed_personas_make_no_persona_unknown(
    pack: Path, close: Callable[[Path], None], capsys: pytest.CaptureFixture[str]
) -> None:
    (pack / "personas").mkdir()
    close(pack / "personas")
    assert main(["validate", "--format", "line", "pack"]) == 1
    out = capsys.readouterr().out
    assert out.startswith(f"pack{os.sep}personas: ") and out.count("\n") == 1


def _folder(place: Path) -> None:
    place.mkdir()


def _link(place: Path) -> None:
    place.symlink_to("nowhere")


def _pipe(place: Path) -> None:
    os.mkfifo(place)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names there")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("name", "make", "code"),
    [
        ("wrong-colour/scenario.yaml", _folder, "Y102"),
        ("wrong-colour/scenario.yaml", _pipe, "Y102"),
        ("wrong-colour/scenario.yaml", _link, "Y110"),
        ("handbook.yaml", _folder, "Y102"),
        ("shop.yaml", _pipe, "Y102"),
        ("wrong-colour/exemplars", Path.touch, "P109"),
        ("wrong-colour/exemplars", _link, "P109"),
        ("personas", Path.touch, "P109"),
        ("programmes", _pipe, "P109"),
    ],
)
def test_what_stands_in_the_place_of_a_file_or_folder_is_told(
    pack: Path,
    name: str,
    make: Callable[[Path], None],
    code: str,
    language: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Nothing is passed over that stands in a pack under a name of its own, and no pipe waited for."""
    place = pack / name
    if place.is_dir():
        shutil.rmtree(place)
    place.unlink(missing_ok=True)
    make(place)
    for argument in ("pack", f"pack/{name}"):
        assert main(["validate", argument, "--format", "line", "--lang", language]) == 1
        (line,) = capsys.readouterr().out.splitlines()
        assert line.startswith(f"pack/{name}: ") and f" {code}: " in line


@pytest.mark.parametrize("command", ["validate", "test", "explore", "graph", "try"])
@pytest.mark.parametrize("given", [LONG, f"{LONG}/{LONG}", "~nobody-of-this-name/x", "a\0b"])
def test_a_name_that_cannot_be_is_bad_input(command: str, given: str) -> None:
    assert main([command, given]) == 2


@pytest.mark.parametrize("into", [LONG, "file", "file/below"])
def test_a_pack_that_cannot_be_made_is_bad_input(
    into: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "file").touch()
    assert main(["new", "mine", "--yes", "--lang", "en", "--into", into]) == 2
    assert "Cannot write to" in capsys.readouterr().err
    assert [entry.name for entry in here.iterdir()] == ["file"]


def test_names_that_are_not_utf8_are_names(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    scenario = pack / "wrong-colour"
    odd = pack / os.fsdecode(b"\xffdir")
    try:
        shutil.copytree(scenario, odd)
    except OSError:
        pytest.skip("this system takes no such name")
    exemplars = scenario / "exemplars"
    shutil.copy(exemplars / "ja-good.yaml", exemplars / os.fsdecode(b"ja-\xff.yaml"))
    assert main(["test", "pack/wrong-colour"]) == 0
    assert main(["packs", "--pack", "pack"]) == 1
    assert main(["explore", str(odd)]) == 1
    capsys.readouterr()
    assert main(["validate", "pack", "--format", "sarif"]) == 1
    run = json.loads(capsys.readouterr().out)["runs"][0]
    places = {
        r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in run["results"]
    }
    assert "pack/%FFdir/scenario.yaml" in places


def test_json_acts_on_no_terminal(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = "a\x9b31m\u202e\x7f\x1b[2J"
    (here / name).mkdir()
    assert main(["packs", "--json", "--pack", name]) == 1
    out = capsys.readouterr().out
    assert json.loads(out)["packs"][-1]["path"] == name
    assert out.removesuffix("\n").isprintable()
