"""JSON Schemas of the files that people write, made from the model, for their editors.

An editor that knows the schema completes keys and words, shows what a key means and marks what is
wrong while somebody types. The schemas say no more than ``decode`` checks: what names lead to and
how things fit together is for ``validate``. ``python -m scenarios.json_schema`` writes the files in
``schema/`` anew; draft-07 is what YAML editors understand.
"""

from __future__ import annotations

import ast
import dataclasses
import inspect
import json
import re
import types
import typing
from collections.abc import Mapping
from enum import Enum
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, Literal, Union, get_args, get_origin

from scenarios.acts import Act
from scenarios.conditions import MOODS, SPECIAL_HEARINGS, Condition, Hears
from scenarios.model import (
    Exemplar,
    ExemplarStep,
    Handbook,
    Persona,
    Said,
    Scenario,
    Shop,
)
from scenarios.programme import Programme
from scenarios.text import ID_PATTERN

__all__ = ["FOLDER", "KINDS", "file_name", "schema_text"]

FOLDER: Final = Path(__file__).with_name("schema")
KINDS: Final[Mapping[str, type]] = types.MappingProxyType(
    {
        "scenario": Scenario,
        "persona": Persona,
        "handbook": Handbook,
        "shop": Shop,
        "exemplar": Exemplar,
        "programme": Programme,
    }
)
"""The kinds of files, by the name that people use."""

_Schema = dict[str, Any]
_ACTS: Final = "|".join(act.value for act in Act)
_HEARD: Final = f"(?:(?:{_ACTS}) about {ID_PATTERN}|{ID_PATTERN})"
_HEARS: Final = f"{_HEARD}(?: and {_HEARD})*"
_CONDITION: Final = "|".join(
    (
        "identity checked",
        "call-back booked",
        "warned",
        f"(?:done|told|visited|passed on) {ID_PATTERN}",
        f"(?:just )?heard {_HEARS}",
        f"(?:{'|'.join(MOODS)}) (?:over|under) (?:100|[0-9]{{1,2}})",
        "turn [0-9]{1,2} or later",
    )
)


def file_name(kind: str) -> str:
    return f"{kind}.json"


def schema_text(kind: str) -> str:
    """The schema of one kind of file, as it stands in its own file."""
    maker = _Maker()
    root = maker.block(KINDS[kind])
    whole = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": f"urn:supportdojo:schema:1:{kind}",
        "title": f"supportdojo: {kind}",
        **{key: value for key, value in root.items() if key != "title"},
        "definitions": dict(sorted(maker.definitions.items())),
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


class _Maker:
    """Makes the schema of one type and of all types in it."""

    def __init__(self) -> None:
        self.definitions: dict[str, _Schema] = {}

    def of(self, into: Any, metadata: Mapping[str, Any] = types.MappingProxyType({})) -> _Schema:
        origin = get_origin(into)
        if origin in (Union, types.UnionType):
            options = [option for option in get_args(into) if option is not type(None)]
            return self.of(options[0], metadata)
        if origin is Literal:
            return {"type": "string", "enum": list(get_args(into))}
        if origin is tuple:
            return self._many(get_args(into)[0], metadata)
        if origin is not None and issubclass(origin, Mapping):
            key, value = get_args(into)
            return self._mapping(key, value, metadata)
        return self._simple(into, metadata)

    def _many(self, item: Any, metadata: Mapping[str, Any]) -> _Schema:
        inner = {k: v for k, v in metadata.items() if k not in ("one_or_many", "not_empty")}
        one = self.of(item, inner)
        several: _Schema = {"type": "array", "items": one}
        if metadata.get("not_empty"):
            several["minItems"] = 1
        return {"anyOf": [one, several]} if metadata.get("one_or_many") else several

    def _mapping(self, key: Any, value: Any, metadata: Mapping[str, Any]) -> _Schema:
        inner = self.of(value)
        if isinstance(key, type) and issubclass(key, Enum):
            told = _documents(key)
            properties = {
                member.value: _described(inner, told.get(member.name, "")) for member in key
            }
            return {"type": "object", "properties": properties, "additionalProperties": False}
        schema: _Schema = {"type": "object", "additionalProperties": inner}
        if metadata.get("not_empty"):
            schema["minProperties"] = 1
        if not metadata.get("free_keys"):
            schema["propertyNames"] = {"pattern": f"^{ID_PATTERN}$"}
        return schema

    def _simple(self, into: Any, metadata: Mapping[str, Any]) -> _Schema:
        if into is bool:
            return {"type": "boolean"}
        if into in (int, float):
            limits = {"minimum": metadata.get("min"), "maximum": metadata.get("max")}
            kind = "integer" if into is int else "number"
            return {"type": kind, **{k: v for k, v in limits.items() if v is not None}}
        if into is str:
            pattern = ID_PATTERN if metadata.get("identifier") else metadata.get("pattern")
            return {"type": "string", **({"pattern": f"^{pattern}$"} if pattern else {})}
        name = into.__name__.strip("_")
        if name not in self.definitions:
            self.definitions[name] = {}  # so that a type may hold itself
            self.definitions[name] = self._defined(into)
        return {"$ref": f"#/definitions/{name}"}

    def _defined(self, into: Any) -> _Schema:
        if into in (Hears, Condition):
            return _sentence(into)
        if into is Said:
            return self._said()
        if issubclass(into, Enum):
            told = _documents(into)
            names = [told.get(member.name, "") for member in into]
            schema: _Schema = {"type": "string", "enum": [member.value for member in into]}
            return schema | ({"enumDescriptions": names} if any(names) else {})
        return self.block(into)

    def _said(self) -> _Schema:
        phrases, heats = Said.written_as()
        return {
            "description": _first_paragraph(Said),
            "anyOf": [self.of(phrases), self.of(heats)],
        }

    def block(self, into: Any) -> _Schema:
        """The schema of a dataclass as a block of keys."""
        hints, told = typing.get_type_hints(into), _documents(into)
        properties, required = {}, []
        for field in dataclasses.fields(into):
            key = field.metadata.get("key", field.name)
            schema = self.of(hints[field.name], field.metadata)
            schema = _described(schema, told.get(field.name) or _about_type(hints[field.name]))
            properties[key] = schema | _default(field)
            missing = dataclasses.MISSING
            if field.default is missing and field.default_factory is missing:
                required.append(key)
        schema = {"type": "object", "title": into.__name__.strip("_")}
        if text := _first_paragraph(into):
            schema["description"] = text
        schema |= {"properties": properties, "required": required, "additionalProperties": False}
        if into is ExemplarStep:
            moves = ("reply", "action", "wait", "note", "end")
            schema["oneOf"] = [{"required": [move]} for move in moves]
        return schema


def _sentence(into: type) -> _Schema:
    """Words that stand alone, for completing them, and the form of all sentences."""
    if into is Hears:
        words = [*(act.value for act in Act), *SPECIAL_HEARINGS]
        told = _documents(Act)
        notes = [told.get(act.name, "") for act in Act] + ["" for _ in SPECIAL_HEARINGS]
        listed: _Schema = {"enum": words, "enumDescriptions": notes}
        pattern, example = _HEARS, ["apologise", "offer about catalogue", "ask and no-news"]
    else:
        listed = {"enum": ["identity checked", "call-back booked", "warned"]}
        pattern = _CONDITION
        example = ["done ask-carrier", "told need-by", "anger over 70", "turn 5 or later"]
    return {
        "description": _first_paragraph(into),
        "type": "string",
        "anyOf": [listed, {"pattern": f"^(?:{pattern})$"}],
        "examples": example,
    }


def _described(schema: _Schema, text: str) -> _Schema:
    """*schema* with a description; beside a reference it would be ignored, so it goes around."""
    if not text:
        return schema
    if "$ref" in schema:
        return {"description": text, "allOf": [schema]}
    return {"description": text, **schema}


def _default(field: dataclasses.Field[Any]) -> _Schema:
    value = field.default
    plain = isinstance(value, str | int | float) and value != ""
    return {"default": value.value if isinstance(value, Enum) else value} if plain else {}


# ---------------------------------------------------------------- what the classes say of themselves


def _about_type(into: Any) -> str:
    """What the type of a field says of itself, where the field says nothing."""
    while get_args(into) and get_origin(into) is not Literal:
        into = get_args(into)[-1] if get_args(into)[-1] is not Ellipsis else get_args(into)[0]
        if into is type(None):
            return ""
    own = isinstance(into, type) and (dataclasses.is_dataclass(into) or issubclass(into, Enum))
    return _first_paragraph(into) if own else ""


def _first_paragraph(into: type) -> str:
    text = inspect.getdoc(into) or ""
    return "" if text == into.__name__ else _one_line(text.split("\n\n")[0])


def _one_line(text: str) -> str:
    return re.sub("``([^`]*)``", r"'\1'", " ".join(text.split()))


@cache
def _documents(into: type) -> Mapping[str, str]:
    """The text below each field or member in the source of its class."""
    module = inspect.getmodule(into)
    assert module is not None
    tree = ast.parse(inspect.getsource(module))
    body = next(
        n.body for n in tree.body if isinstance(n, ast.ClassDef) and n.name == into.__name__
    )
    told: dict[str, str] = {}
    for before, node in pairwise(body):
        name = _assigned(before)
        text = node.value if isinstance(node, ast.Expr) else None
        if name and isinstance(text, ast.Constant) and isinstance(text.value, str):
            told[name] = _one_line(text.value)
    return told


def _assigned(node: ast.stmt) -> str:
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        return node.target.id
    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
        return node.targets[0].id
    return ""


def _write() -> None:
    FOLDER.mkdir(exist_ok=True)
    for kind in KINDS:
        (FOLDER / file_name(kind)).write_text(schema_text(kind), "utf-8", newline="\n")


if __name__ == "__main__":
    _write()
