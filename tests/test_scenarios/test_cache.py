"""Frozen values as JSON, and the folder that keeps what was read."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import os
import shutil
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios import cache as cache_module
from scenarios import yaml_source
from scenarios.cache import Cache
from scenarios.conditions import Condition, Hears
from scenarios.freeze import from_plain, to_plain
from scenarios.language import Text
from scenarios.loader import Library, builtin_library
from scenarios.model import Scenario, Shop
from scenarios.problems import SourceError

ORIGINAL = Path(str(files("scenarios"))) / "catalog"
IDS = builtin_library().ids


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def no_reader(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Call it, and reading YAML is an error from then on."""

    def forbid() -> None:
        def refuse(*_: object) -> None:
            raise AssertionError("YAML was read")

        monkeypatch.setattr(yaml_source, "read_yaml_text", refuse)

    return forbid


def everything(library: Library) -> list[object]:
    """All values of a library, in a fixed order."""
    scenarios = [library.scenario(scenario_id) for scenario_id in library.ids]
    personas = [library.persona(scenario.customer.persona) for scenario in scenarios]
    exemplars = [library.exemplars(scenario_id) for scenario_id in library.ids]
    return [library.shop, library.handbook, *scenarios, *personas, *exemplars]


def entries(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


# ---------------------------------------------------------------- the same values


def test_the_catalogue_is_the_same_with_and_without_a_cache(
    folder: Path, no_reader: Callable[[], None]
) -> None:
    """What comes out of the cache equals what YAML gives, to the order of every mapping."""
    plain = everything(builtin_library())
    assert everything(builtin_library(folder)) == plain
    no_reader()
    kept = everything(builtin_library(folder))
    assert kept == plain
    assert repr(kept) == repr(plain)


@pytest.mark.parametrize("scenario_id", IDS)
def test_marks_and_parsed_sentences_survive(scenario_id: str) -> None:
    """Sentences of conditions come back parsed and with their places in the file."""
    scenario = builtin_library().scenario(scenario_id)
    again = from_plain(Scenario, json.loads(json.dumps(to_plain(scenario))))
    marks = [r.hears[0].mark for s in again.stages.values() for r in s.reactions if r.hears]
    assert again == scenario
    assert marks and all(mark is not None and mark.line > 1 for mark in marks)


# ---------------------------------------------------------------- any values


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, slots=True)
class Leaf:
    """A value with every kind of field."""

    text: Text
    number: int
    share: float
    sure: bool
    colour: Colour
    size: Literal["small", "large"]
    maybe: str | None
    words: tuple[str, ...]
    pair: tuple[str, int]
    keys: frozenset[str]
    by_colour: Mapping[Colour, tuple[int, ...]]
    inner: tuple[Leaf, ...] = ()
    twin: Leaf | None = None


_texts = st.text(max_size=8)


def _leaves(inner: st.SearchStrategy[Leaf] | None = None) -> st.SearchStrategy[Leaf]:
    return st.builds(
        Leaf,
        text=st.builds(Text, _texts, _texts),
        number=st.integers(),
        share=st.floats(allow_nan=False, allow_infinity=False),
        sure=st.booleans(),
        colour=st.sampled_from(Colour),
        size=st.sampled_from(["small", "large"]),
        maybe=st.none() | _texts,
        words=st.lists(_texts, max_size=3).map(tuple),
        pair=st.tuples(_texts, st.integers()),
        keys=st.frozensets(_texts, max_size=3),
        by_colour=st.dictionaries(
            st.sampled_from(Colour), st.lists(st.integers(), max_size=2).map(tuple), max_size=2
        ),
        inner=st.lists(inner, max_size=2).map(tuple) if inner is not None else st.just(()),
        twin=st.none() | inner if inner is not None else st.none(),
    )


@given(_leaves(_leaves(_leaves())))
@settings(max_examples=60, deadline=None)
def test_every_value_comes_back_as_it_was(leaf: Leaf) -> None:
    """from_plain undoes to_plain, through real JSON, for every kind of field."""
    again = from_plain(Leaf, json.loads(json.dumps(to_plain(leaf))))
    assert again == leaf
    assert type(again.colour) is Colour
    assert list(again.by_colour) == list(leaf.by_colour)


_plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=5), inner, max_size=4)
    ),
    max_leaves=20,
)


@given(_plain)
@settings(max_examples=150, deadline=None)
def test_any_other_json_is_refused_or_means_the_same(plain: Any) -> None:
    """JSON from anywhere either is refused with ValueError or is exactly what a value gives."""
    for into in (Leaf, Scenario, Text, Hears, Condition, tuple[Text, ...], Mapping[str, int]):
        try:
            value = from_plain(into, plain)
        except ValueError:
            continue
        assert to_plain(value) == plain


@pytest.mark.parametrize(
    ("into", "plain"),
    [
        (int, True),
        (int, 1.0),
        (bool, 1),
        (str, 5),
        (float, float("nan")),
        (float, float("inf")),
        (Colour, "green"),
        (Colour, ["red"]),
        (Text, ["one"]),
        (Text, {"ja": "a", "en": "b"}),
        (Text, ["a", "b", "c"]),
        (tuple[str, ...], "letters"),
        (tuple[str, int], ["a", 1, 2]),
        (frozenset[str], [[]]),
        (Mapping[str, int], []),
        (Literal["a", "b"], "c"),
    ],
)
def test_what_does_not_fit_is_refused(into: Any, plain: object) -> None:
    """A value of another kind than the type hint says is a ValueError and never a guess."""
    with pytest.raises(ValueError, match="not a"):
        from_plain(into, plain)


@pytest.mark.parametrize("into", [object, set, list[int], int | str, Literal[1, 2]])
def test_an_unknown_type_is_a_mistake_of_the_program(into: Any) -> None:
    """Types that have no plain form are told to the programmer at once."""
    with pytest.raises(TypeError):
        from_plain(into, [])


def test_a_value_without_plain_form_is_refused() -> None:
    """Nothing is turned into text silently."""
    with pytest.raises(TypeError):
        to_plain({1: "one"})
    with pytest.raises(TypeError):
        to_plain([object()])


# ---------------------------------------------------------------- files that change


@pytest.fixture
def catalog(tmp_path: Path) -> Path:
    copied = tmp_path / "catalog"
    shutil.copytree(ORIGINAL, copied)
    return copied


def test_a_changed_byte_is_read_again(catalog: Path, folder: Path) -> None:
    """After an edit the new text is there, and going back finds the old entry."""
    file = catalog / IDS[0] / "scenario.yaml"
    before = file.read_bytes()
    first = Library(catalog, Cache(folder)).scenario(IDS[0])
    file.write_bytes(before.replace(b"\nversion: ", b"\nversion: 9"))
    assert Library(catalog, Cache(folder)).scenario(IDS[0]).version == int(f"9{first.version}")
    count = len(entries(folder))
    file.write_bytes(before)
    assert Library(catalog, Cache(folder)).scenario(IDS[0]) == first
    assert len(entries(folder)) == count


def test_a_scenario_is_checked_again_when_the_shop_changes(catalog: Path, folder: Path) -> None:
    """What a check looked at decides too: an action that has gone makes the scenario unsound."""
    Library(catalog, Cache(folder)).scenario("late-delivery")
    shop = catalog / "shop.yaml"
    shop.write_text(
        shop.read_text("utf-8").replace("  arrange-replacement:", "  arrange-other:"), "utf-8"
    )
    with pytest.raises(SourceError):
        Library(catalog, Cache(folder)).scenario("late-delivery")


def test_problems_are_never_kept(catalog: Path, folder: Path) -> None:
    """A file with mistakes is refused every time, with the same problems."""
    file = catalog / IDS[0] / "scenario.yaml"
    file.write_bytes(file.read_bytes() + b"\nnonsense: 1\n")
    told = []
    for _ in range(2):
        with pytest.raises(SourceError) as caught:
            Library(catalog, Cache(folder)).scenario(IDS[0])
        told.append(caught.value.problems)
    assert told[0] == told[1]
    assert not folder.exists()


def test_a_missing_file_is_told_as_without_a_cache(catalog: Path, folder: Path) -> None:
    """The cache hides no missing file, even when it knows what stood there."""
    Library(catalog, Cache(folder)).handbook  # noqa: B018
    (catalog / "handbook.yaml").unlink()
    with pytest.raises(SourceError) as caught:
        Library(catalog, Cache(folder)).handbook  # noqa: B018
    assert [p.code for p in caught.value.problems] == ["Y101"]


def test_another_program_makes_other_entries(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Entries of other reading code, of another format and of another type are not looked at."""
    code = tmp_path / "code"
    code.mkdir()
    (code / "reader.py").write_text("one")
    folder.mkdir()
    shop = builtin_library().shop
    Cache(folder, [code]).save(Shop, [b"source"], shop)
    assert Cache(folder, [code]).load(Shop, [b"source"]) == shop
    assert Cache(folder).load(Shop, [b"source"]) is None
    assert Cache(folder, [code]).load(Text, [b"source"]) is None
    assert Cache(folder, [code]).load(Shop, [b"sour", b"ce"]) is None
    (code / "reader.py").write_text("two")
    cache_module._fingerprint.cache_clear()
    assert Cache(folder, [code]).load(Shop, [b"source"]) is None
    (code / "reader.py").write_text("one")
    cache_module._fingerprint.cache_clear()
    monkeypatch.setattr(cache_module, "_FORMAT", "another")
    assert Cache(folder, [code]).load(Shop, [b"source"]) is None


# ---------------------------------------------------------------- folders and entries that are bad


def _sealed(body: str) -> bytes:
    data = body.encode("utf-8", "surrogatepass")
    return hashlib.sha256(data).hexdigest().encode() + b"\n" + data


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"no seal",
        b"0" * 64 + b"\n{}",
        _sealed("null"),
        _sealed("[]"),
        _sealed('["\x1b[2J"]'),
        _sealed("[" * 100_000),
        _sealed('[["a","b"],1]'),
        _sealed("[NaN, " + "9" * 5000 + "]"),
        _sealed('{"__reduce__": "os.system"}'),
    ],
    ids=range(11),
)
def test_a_bad_entry_costs_a_reading_only(folder: Path, data: bytes) -> None:
    """Damaged or foreign entries are passed over, and a good one takes their place."""
    plain = builtin_library().handbook
    assert builtin_library(folder).handbook == plain
    (entry,) = entries(folder)
    good = entry.read_bytes()
    entry.write_bytes(data)
    assert builtin_library(folder).handbook == plain
    assert entry.read_bytes() == good


@pytest.mark.parametrize("text", ["\x1b[2J", "\u202e", "\x00", "\ud800"])
def test_unclean_text_never_comes_out(folder: Path, text: str) -> None:
    """Even a well-formed entry brings no text that the cleaner would have changed."""
    folder.mkdir()
    cache = Cache(folder)
    cache.save(Text, [b"source"], Text("clean", "clean"))
    (entry,) = entries(folder)
    for written in (json.dumps([text, "x"]), json.dumps([text, "x"], ensure_ascii=False)):
        entry.write_bytes(_sealed(written))
        assert cache.load(Text, [b"source"]) is None


def test_unclean_text_is_not_kept(folder: Path) -> None:
    """A value that could not be read back is not written in the first place."""
    folder.mkdir()
    Cache(folder).save(Text, [b"source"], Text("a\x1bb", "\\u001b"))
    assert entries(folder) == []


@pytest.mark.skipif(os.name != "posix", reason="owners and modes are POSIX")
def test_entries_are_private_and_only_private_ones_are_believed(folder: Path) -> None:
    """Entries are 0600 in a folder 0700; one that others may write is passed over."""
    folder.mkdir(mode=0o700)
    cache = Cache(folder)
    cache.save(Text, [b"source"], Text("a", "b"))
    (entry,) = entries(folder)
    assert entry.stat().st_mode & 0o777 == 0o600
    entry.chmod(0o606)
    assert cache.load(Text, [b"source"]) is None
    entry.chmod(0o600)
    assert cache.load(Text, [b"source"]) == Text("a", "b")


def test_a_folder_that_cannot_be_used_does_no_harm(tmp_path: Path) -> None:
    """A file in its place, or nothing above it: everything is read as without a cache."""
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    for place in (
        blocked,
        tmp_path / "missing" / "cache",
        Path("/proc/nowhere"),
        Path("bad\0name"),
    ):
        assert builtin_library(place).shop == builtin_library().shop
    assert blocked.read_text() == "in the way"
    assert not (tmp_path / "missing").exists()


def test_a_failed_write_leaves_nothing_behind(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk in the middle of writing leaves neither a half entry nor an error."""

    def full(self: Path, target: object) -> None:
        raise OSError(28, "no space left")

    monkeypatch.setattr(Path, "replace", full)
    assert builtin_library(folder).shop == builtin_library().shop
    assert entries(folder) == []


def test_unused_entries_go_and_used_ones_stay(folder: Path) -> None:
    """An entry that nobody asked for in a month is thrown away at the next writing."""
    folder.mkdir()
    cache = Cache(folder)
    for source in (b"used", b"unused"):
        cache.save(Text, [source], Text("a", "b"))
    foreign = folder / "readme.txt"
    foreign.write_text("not ours")
    old = time.time() - 40 * 86_400
    for entry in entries(folder):
        os.utime(entry, (old, old))
    assert cache.load(Text, [b"used"]) is not None
    cache.save(Text, [b"new"], Text("c", "d"))
    assert cache.load(Text, [b"used"]) is not None
    assert cache.load(Text, [b"unused"]) is None
    assert foreign.exists()


def test_from_plain_makes_fresh_values() -> None:
    """Two values from one plain value share nothing that could be changed."""
    plain = to_plain(builtin_library().shop)
    one, other = from_plain(Shop, plain), from_plain(Shop, plain)
    assert one == other
    assert one.actions is not other.actions
    assert dataclasses.replace(one, agent_coupon_limit=1) != other
