"""What a value of a file looks like, as one line to follow: made from the classes of the model.

``{name: {ja: "…", en: "…"}, any_of: ["…"]}`` is a goal with the keys that it needs.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping as AbstractMapping
from enum import Enum
from typing import Any, Final, Literal, Union, get_args, get_origin

__all__ = ["form_of"]

_BLANK: Final = '"…"'
_DEEPEST: Final = 3
_SCALARS: Final[dict[Any, str]] = {bool: "true", int: "7", float: "0.5"}


def form_of(into: Any) -> str:
    """*into* in flow style; a list as one of its lines, a table of names as one of its entries."""
    origin = get_origin(into)
    if origin is tuple:
        return f"- {_flow(get_args(into)[0], 1)}"
    if origin in (dict, AbstractMapping):
        return f"…: {_flow(get_args(into)[1], 1)}"
    return _flow(into, 0)


def _flow(into: Any, depth: int) -> str:
    arguments = get_args(into)
    match get_origin(into):
        case None:
            return _plain(into, depth)
        case origin if origin in (Union, types.UnionType):
            return _flow(next(one for one in arguments if one is not type(None)), depth)
        case origin if origin is Literal:
            return str(arguments[0])
        case origin if origin is tuple:
            return f"[{_flow(arguments[0], depth + 1)}]"
    return f"{{…: {_flow(arguments[1], depth + 1)}}}"


def _plain(into: Any, depth: int) -> str:
    if isinstance(into, type) and issubclass(into, Enum):
        return str(next(iter(into)).value)
    if written_as := getattr(into, "written_as", None):
        return _flow(written_as()[0], depth)
    if dataclasses.is_dataclass(into) and "from_node" not in vars(into):
        return _block(into, depth)
    return _SCALARS.get(into, _BLANK)


def _block(into: Any, depth: int) -> str:
    if depth >= _DEEPEST:
        return "{…}"
    hints = typing.get_type_hints(into)
    missing = dataclasses.MISSING
    fields = [field for field in dataclasses.fields(into) if field.init]
    # Of a block that needs no key of its own, the first stands for all.
    needed = [f for f in fields if f.default is missing and f.default_factory is missing]
    shown = (
        f"{field.metadata.get('key', field.name)}: {_flow(hints[field.name], depth + 1)}"
        for field in needed or fields[:1]
    )
    return "{" + ", ".join(shown) + "}"
