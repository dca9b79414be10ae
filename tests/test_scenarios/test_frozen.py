"""The light decorator of frozen values does what the standard library's does."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from collections.abc import Mapping
from typing import Any, get_type_hints

import pytest

from scenarios import frozen


@dataclasses.dataclass(frozen=True, slots=True)
class Standard:
    """As the standard library makes it."""

    name: str
    size: int = 3
    words: Mapping[str, int] = dataclasses.field(default_factory=dict)
    secret: str = dataclasses.field(default="", repr=False, metadata={"min": 1})

    def shout(self) -> str:
        return self.name.upper()


@frozen.dataclass(frozen=True, slots=True)
class Light:
    """As this project makes it."""

    name: str
    size: int = 3
    words: Mapping[str, int] = dataclasses.field(default_factory=dict)
    secret: str = dataclasses.field(default="", repr=False, metadata={"min": 1})

    def shout(self) -> str:
        return self.name.upper()


@frozen.dataclass(frozen=True, slots=True)
class One:
    only: object


@frozen.dataclass(frozen=True, slots=True)
class Nothing:
    pass


BOTH: Any = pytest.mark.parametrize("cls", [Standard, Light])


@BOTH
def test_values_are_made_alike(cls: Any) -> None:
    """Positions, names, defaults and factories give the same fields."""
    value = cls("a", secret="s", words={"b": 1})
    assert (value.name, value.size, value.words, value.secret) == ("a", 3, {"b": 1}, "s")
    assert cls("a").words == {}
    assert cls("a").words is not cls("a").words
    assert value.shout() == "A"


@BOTH
@pytest.mark.parametrize(
    ("args", "kwargs"),
    [((), {}), (("a", 1, {}, "", 5), {}), (("a",), {"name": "b"}), (("a",), {"x": 1})],
)
def test_wrong_arguments_are_refused(
    cls: Any, args: tuple[Any, ...], kwargs: dict[str, Any]
) -> None:
    """Too few, too many, twice or unknown: TypeError, also for the first value of a class."""
    with pytest.raises(TypeError):
        cls(*args, **kwargs)


@BOTH
def test_values_compare_and_hash_by_their_fields(cls: Any) -> None:
    """Equal fields make equal values with equal hashes; other classes are never equal."""
    assert cls("a") == cls("a", 3)
    assert cls("a") != cls("b")
    assert cls("a") != ("a", 3, {}, "")
    assert cls("a", words=()) in {cls("a", 3, ())}
    with pytest.raises(TypeError):
        hash(cls("a"))  # a dict inside cannot be hashed


def test_values_with_one_field_and_with_none() -> None:
    """Small classes compare, hash and show like the others."""
    assert One(1) == One(1) != One(2)
    assert hash(One((1,))) == hash(One((1,)))
    assert One((1,)) != One(1)
    assert Nothing() == Nothing()
    assert len({Nothing(), Nothing()}) == 1
    assert (repr(One("x")), repr(Nothing())) == ("One(only='x')", "Nothing()")


def test_they_look_the_same() -> None:
    """The shown form differs in the name of the class only, and bears a value inside itself."""
    shown = repr(Light("a", 1, {"b": 2}, "hidden"))
    assert shown.replace("Light", "Standard") == repr(Standard("a", 1, {"b": 2}, "hidden"))
    inner: list[object] = []
    value = One(inner)
    inner.append(value)
    assert repr(value) == "One(only=[...])"


@BOTH
def test_nothing_can_be_changed(cls: Any) -> None:
    """Fields can neither be set nor deleted nor added, and there is no dictionary behind them."""
    value = cls("a")
    with pytest.raises(dataclasses.FrozenInstanceError):
        value.name = "b"
    with pytest.raises(dataclasses.FrozenInstanceError):
        del value.name
    with pytest.raises((AttributeError, TypeError)):
        value.other = 1
    assert not hasattr(value, "__dict__")
    assert value == cls("a")


@BOTH
def test_the_tools_of_the_standard_library_work(cls: Any) -> None:
    """replace, asdict, fields, matching, hints, copying and pickling."""
    value = cls("a", 5, {"b": 1})
    assert dataclasses.replace(value, size=6) == cls("a", 6, {"b": 1})
    assert dataclasses.asdict(value) == {"name": "a", "size": 5, "words": {"b": 1}, "secret": ""}
    assert [field.name for field in dataclasses.fields(cls)] == ["name", "size", "words", "secret"]
    assert dataclasses.fields(cls)[3].metadata == {"min": 1}
    match value:
        case cls(name, size):
            assert (name, size) == ("a", 5)
    assert get_type_hints(cls)["size"] is int
    for same in (copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value))):
        assert same == value
        assert type(same) is cls


def test_a_signature_can_be_read_after_the_first_value() -> None:
    """The compiled function has the names and defaults of the fields."""
    Light("a")
    assert list(inspect.signature(Light).parameters) == ["name", "size", "words", "secret"]
    assert inspect.signature(Light).parameters["size"].default == 3


def test_what_it_does_not_do_is_refused_at_once() -> None:
    """Bases, hooks and special fields belong to the standard library."""

    class Hook:
        a: int

        def __post_init__(self) -> None: ...

    class Below(Light):
        pass

    class Special:
        a: int = dataclasses.field(default=1, compare=False)

    for cls in (Hook, Below, Special):
        with pytest.raises(TypeError, match="only the standard library"):
            frozen.dataclass(frozen=True, slots=True)(cls)


def test_changed_is_replace() -> None:
    """The quick copy differs in what was named, in nothing else, and refuses what is not there."""
    light = Light("a", 1, {"b": 2})
    assert frozen.changed(light, {"size": 3}) == dataclasses.replace(light, size=3)
    assert frozen.changed(light, {}) == light
    assert frozen.changed(light, {}) is not light
    with pytest.raises(TypeError):
        frozen.changed(light, {"length": 3})
