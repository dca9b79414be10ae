"""Frozen values to plain JSON values and back, by the type hints of their classes.

What comes back equals what went in. Plain values may come from anywhere, so only the shapes that
the hints allow are built, and nothing that a value says is ever run. Files and their checks stay
out: see ``cache``.

A dataclass becomes the list of its fields in order, a mapping an object in its own order, an Enum
its value, a tuple a list, a frozenset a sorted list.
"""

from __future__ import annotations

import math
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, Literal, TypeAlias, TypeVar, Union, cast, get_args, get_origin

__all__ = ["Plain", "from_plain", "to_plain"]

T = TypeVar("T")
Plain: TypeAlias = "str | int | float | bool | list[Plain] | dict[str, Plain] | None"
_Build: TypeAlias = Callable[[Any], Any]


def to_plain(value: object) -> Plain:
    """*value* as lists, dicts and scalars; TypeError for a type that ``from_plain`` cannot make."""
    if isinstance(value, Enum):  # before str: a StrEnum is one
        return cast(Plain, value.value)
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, tuple):
        return [to_plain(one) for one in value]
    if isinstance(value, Mapping):
        return {_key(key): to_plain(one) for key, one in value.items()}
    if isinstance(value, frozenset):
        return [to_plain(one) for one in sorted(value)]
    if is_dataclass(value) and not isinstance(value, type):
        return [to_plain(getattr(value, field.name)) for field in fields(value)]
    raise TypeError(f"cannot be made plain: {type(value)!r}")


def from_plain(into: type[T], plain: object) -> T:
    """The value of type *into* that ``to_plain`` made *plain* from.

    Raises ValueError where *plain* is no such value, TypeError for a type that is not supported:
    a mistake of the program, not of the data.
    """
    return cast(T, _builder(cast(Any, into))(plain))


def _key(key: object) -> str:
    plain = key.value if isinstance(key, Enum) else key
    if not isinstance(plain, str):
        raise TypeError(f"the keys of a mapping have to be texts: {key!r}")
    return plain


@cache
def _builder(into: Any) -> _Build:
    """Made once for each type."""
    if (origin := get_origin(into)) is not None:
        return _composed(into, origin)
    if into in (str, bool, int, float):
        return _scalar(into)
    if isinstance(into, type) and issubclass(into, Enum):
        return _choice({member.value: member for member in into})
    if isinstance(into, type) and is_dataclass(into):
        return _block(into)
    raise TypeError(f"cannot build {into!r}")


def _composed(into: Any, origin: Any) -> _Build:
    if origin in (Union, types.UnionType):
        return _optional(into)
    if origin is Literal:
        return _choice({value: value for value in get_args(into)})
    if origin in (tuple, frozenset):
        return _many(origin, get_args(into))
    if origin in (dict, Mapping):
        return _mapping(*get_args(into))
    raise TypeError(f"cannot build {into!r}")


def _unfit(into: object, plain: object) -> ValueError:
    return ValueError(f"not a {into}: {type(plain).__name__}")


def _scalar(into: type) -> _Build:
    def build(plain: Any) -> Any:
        if type(plain) is not into:  # exactly: True is no number here
            raise _unfit(into, plain)
        return plain

    def build_float(plain: Any) -> Any:
        if type(plain) is not float or not math.isfinite(plain):
            raise _unfit(into, plain)
        return plain

    return build_float if into is float else build


def _optional(into: Any) -> _Build:
    options = [option for option in get_args(into) if option is not type(None)]
    if len(options) != 1:
        raise TypeError(f"cannot tell which of these is meant: {into!r}")
    inner = _builder(options[0])
    return lambda plain: None if plain is None else inner(plain)


def _choice(members: dict[Any, Any]) -> _Build:
    def build(plain: Any) -> Any:
        if type(plain) is not str or plain not in members:
            raise _unfit(sorted(members), plain)
        return members[plain]

    if not all(type(value) is str for value in members):
        raise TypeError(f"choices have to be texts: {list(members)!r}")
    return build


def _many(into: Any, arguments: tuple[Any, ...]) -> _Build:
    if into is tuple and not (len(arguments) == 2 and arguments[1] is Ellipsis):
        return _fixed([_builder(argument) for argument in arguments])
    one = _builder(arguments[0])

    def build(plain: Any) -> Any:
        if type(plain) is not list:
            raise _unfit(into, plain)
        return into(map(one, plain)) if plain else into()

    return build


def _fixed(builders: list[_Build]) -> _Build:
    def build(plain: Any) -> Any:
        if type(plain) is not list or len(plain) != len(builders):
            raise _unfit(tuple, plain)
        return tuple([one(part) for one, part in zip(builders, plain, strict=True)])

    return build


def _mapping(key: Any, value: Any) -> _Build:
    read_key, read_value = _builder(key), _builder(value)

    def build(plain: Any) -> Any:
        if type(plain) is not dict:
            raise _unfit(dict, plain)
        return {read_key(name): read_value(one) for name, one in plain.items()}

    return build


def _block(into: Any) -> _Build:
    parts: list[_Build] = []

    def build(plain: Any) -> Any:
        if not parts:  # at first use and not before: a class may hold values of its own kind
            hints = typing.get_type_hints(into)
            parts.extend(_builder(hints[field.name]) for field in fields(into))
        if type(plain) is not list or len(plain) != len(parts):
            raise _unfit(into, plain)
        return into(*[one(part) for one, part in zip(parts, plain, strict=True)])

    return build
