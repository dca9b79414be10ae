"""The words of errors, and the places and permissions of the data directory."""

from __future__ import annotations

import ast
import os
import stat
import string
import sys
from pathlib import Path

import pytest

from simulator import errors
from simulator.error_texts import TEXTS, render
from simulator.errors import StoreUnreachable, SupportdojoError
from simulator.machine import paths

ROOT = Path(__file__).parents[2]
posix = pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX systems")


def _blanks(code: str, language: str) -> set[str]:
    text = TEXTS[code][language]
    parts = string.Formatter().parse(f"{text.title}{text.message}{text.advice}")
    return {name for _, name, _, _ in parts if name}


@pytest.mark.parametrize("code", sorted(TEXTS))
def test_every_error_is_worded_in_both_languages(code: str) -> None:
    """English and Japanese each have title, message and advice, and fill the same blanks."""
    assert set(TEXTS[code]) == {"en", "ja"}
    for text in TEXTS[code].values():
        assert text.title and text.message and text.advice
        assert not text.title.endswith((".", "。"))
    assert _blanks(code, "en") == _blanks(code, "ja")
    assert any(ord(char) > 0x3000 for char in str(TEXTS[code]["ja"]))
    assert str(TEXTS[code]["en"]).isascii()


def _raised() -> list[tuple[str, set[str]]]:
    found = []
    sources = [
        ROOT / "simulator" / "machine" / "paths.py",
        *(ROOT / "simulator" / "store").glob("*.py"),
    ]
    for source in sources:
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                kind = getattr(errors, node.func.id, None)
                if isinstance(kind, type) and issubclass(kind, SupportdojoError):
                    assert isinstance(node.args[0], ast.Constant)
                    details = {keyword.arg or "" for keyword in node.keywords}
                    found.append((str(node.args[0].value), details))
    return found


def test_errors_give_every_blank() -> None:
    """Every place that raises an error names a known text and fills all of its blanks."""
    raised = _raised()
    assert len(raised) > 25
    for code, details in raised:
        assert _blanks(code, "en") <= details, code


def test_a_text_always_appears() -> None:
    """Unknown codes, unknown languages, missing blanks and odd details still give a text."""
    assert SupportdojoError("no.such.code").text("ja") == TEXTS["internal"]["ja"]
    assert render("session.unknown", "fr", {}).title == "No such session"
    assert '"?"' in render("session.unknown", "en", {}).message
    odd = render("usage", "en", {"detail": "\x1b]52;c;x\x07\u202e{path}\udc80" + "x" * 999})
    assert not set("\x1b\x07\u202e\udc80") & set(odd.message)
    assert "{path}" in odd.message
    assert len(odd.message) < 400


def test_exit_codes_tell_bad_input_from_failures() -> None:
    """Bad input ends with 2, everything else with 3."""
    kinds = [
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, SupportdojoError)
    ]
    assert len(kinds) > 12
    for kind in kinds:
        bad_input = issubclass(kind, errors.UsageError) and not issubclass(kind, errors.StoreError)
        assert kind.exit_code == (2 if bad_input else 3)


def test_the_variable_decides_where_data_go(tmp_path: Path) -> None:
    """SUPPORTDOJO_HOME wins; empty or missing, the platform's place for data is used."""
    assert paths.data_directory({"SUPPORTDOJO_HOME": str(tmp_path)}) == tmp_path
    assert paths.data_directory({"SUPPORTDOJO_HOME": "x"}) == Path.cwd() / "x"
    assert paths.data_directory({"SUPPORTDOJO_HOME": "~/x"}) == Path.home() / "x"
    assert paths.data_directory({"SUPPORTDOJO_HOME": "~nobody-here/x"}).is_absolute()
    for environ in ({}, {"SUPPORTDOJO_HOME": " "}):
        assert paths.data_directory(environ).name == "supportdojo"
    assert {
        p(tmp_path).parent for p in (paths.store_path, paths.log_path, paths.settings_path)
    } == {tmp_path}


@posix
def test_the_data_directory_becomes_private(tmp_path: Path) -> None:
    """A new or already used data directory can be entered by its owner only."""
    before = os.umask(0)
    try:
        assert paths.ensure_private_directory(tmp_path / "a" / "b") == ()
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a" / "b").stat().st_mode) == 0o700
    used = tmp_path / "used"
    used.mkdir(mode=0o755)
    paths.store_path(used).touch()
    assert paths.ensure_private_directory(used) == ()
    assert stat.S_IMODE(used.stat().st_mode) == 0o700


@posix
def test_directories_of_others_are_not_locked_up(tmp_path: Path) -> None:
    """A directory that plainly serves something else keeps its permissions; a warning says so."""
    shared = tmp_path / "shared"
    shared.mkdir()
    (shared / "somebody's file").touch()
    sticky = tmp_path / "sticky"
    sticky.mkdir()
    for directory, mode in ((shared, 0o755), (sticky, 0o1777)):
        directory.chmod(mode)
        assert paths.ensure_private_directory(directory) == (paths.OPEN_DIRECTORY,)
        assert stat.S_IMODE(directory.stat().st_mode) == mode
    assert paths.OPEN_DIRECTORY in TEXTS


def test_a_file_in_the_way_is_said_so(tmp_path: Path) -> None:
    """A file in the place of the directory, or of one above it, is named."""
    (tmp_path / "file").touch()
    for path in (tmp_path / "file", tmp_path / "file" / "deep"):
        with pytest.raises(StoreUnreachable) as caught:
            paths.ensure_private_directory(path)
        assert caught.value.code == "directory.is-file"
        assert str(path) in caught.value.text("ja").message


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a place nobody can write")
def test_an_unwritable_place_is_said_so() -> None:
    """Where nobody can create a directory, one sentence says so."""
    with pytest.raises(StoreUnreachable) as caught:
        paths.ensure_private_directory(Path("/proc/supportdojo"))
    assert caught.value.code == "directory.unwritable"
    assert "/proc/supportdojo" in str(caught.value)


MOUNTS = """/dev/sda1 / ext4 rw 0 0
server:/home /home nfs4 rw 0 0
tmpfs /home/local tmpfs rw 0 0
//nas/x /mnt/my\\040drive cifs rw 0 0
/dev/sdb1 /over ext4 rw 0 0
user@host: /over fuse.sshfs rw 0 0
broken
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/var/x", None),
        ("/home", "nfs4"),
        ("/home/me/.local/share", "nfs4"),
        ("/homework", None),
        ("/home/local/x", None),
        ("/mnt/my drive/x", "cifs"),
        ("/over/x", "fuse.sshfs"),
    ],
)
def test_network_drives_are_recognised(path: str, kind: str | None) -> None:
    """The innermost mount decides, the later of two on one point, and whole names count."""
    assert paths.network_kind(path, MOUNTS, windows=False) == kind


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("C:\\Users\\me", None),
        ("\\\\server\\share\\x", "UNC"),
        ("//server/share", "UNC"),
        ("\\\\?\\UNC\\server\\share", "UNC"),
        ("\\\\?\\C:\\x", None),
        ("\\\\.\\pipe", None),
    ],
)
def test_windows_shares_are_recognised(path: str, kind: str | None) -> None:
    """A UNC path is a network drive, a device or long local path is not."""
    assert paths.network_kind(path, "", windows=True) == kind


def test_a_warning_is_worded(tmp_path: Path) -> None:
    """The directory of these tests gets no warning, or one that has words."""
    code = paths.network_file_system(tmp_path)
    assert code is None or code in TEXTS
    assert paths.NETWORK_DRIVE in TEXTS
    if sys.platform == "linux":
        assert paths.mount_type(str(tmp_path), Path("/proc/mounts").read_text("utf-8"))
