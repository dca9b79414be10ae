"""Turn a YAML tree into frozen dataclasses by their type hints, with every mistake at its place.

The classes of the model say what a file may hold; this module is the only thing that compares the
two, so a new field needs no reading code.  It knows nothing of scenarios: rules between fields
live in the classes (``check``), notations of their own too (``from_node``).

Field metadata: ``key`` (the name in the file), ``min`` / ``max`` (numbers), ``one_or_many`` (a
single value may stand for a list of one), ``free_keys`` (keys of a dict may be any text),
``identifier`` (a text has to be a name), ``one_line`` (no text in it may have line breaks),
``clock`` (a clock time gets its two digits of the hour), ``form`` (how a list is written, for whoever
wrote something else) and ``not_empty`` (a list or a dict holds at least one thing); ``pattern`` is for ``json_schema`` and not looked at here.  A field ``mark: Mark``
with a default, or one with the metadata ``position``, gets the place of the block and is not a key.
"""

from __future__ import annotations

import dataclasses
import math
import re
import types
import typing
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Mapping as AbstractMapping
from collections.abc import Sequence as AbstractSequence
from enum import Enum
from functools import cache
from typing import Any, Final, Literal, TypeAlias, TypeVar, Union, cast, get_args, get_origin

from scenarios.problems import Problem, make_problem
from scenarios.text import is_blank, is_identifier, is_reserved
from scenarios.yaml_source import Mapping, Mark, Node, Scalar, Sequence

__all__ = ["CheckResult", "closest", "decode", "decode_fields"]

T = TypeVar("T")

CheckResult: TypeAlias = tuple[str, AbstractMapping[str, object], str]
"""What ``check`` yields: code, facts, and the name of the field at fault ("" for the block)."""

_BAD: Final = object()  # what a decoder returns after it has reported a problem
_Decoder: TypeAlias = Callable[[Node, str, list[Problem]], Any]
_Metadata: TypeAlias = AbstractMapping[str, Any]

_INTEGER: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,18})?")
_UNFINISHED_KEY: Final = re.compile(r"[^\s:：]{1,64}[:：]")
_SHORT_HOUR: Final = re.compile(r"(?<![^ ])(?=[0-9]:[0-9]{2}$)")
_MAX_GUESSES: Final = 50  # a file with more problems than this has another problem than spelling
_LONGEST_NAME: Final = 300
_SHOWN_CHOICES: Final = 32
_SHOWN_BESIDE_A_GUESS: Final = 6


def decode(node: Node, into: type[T], path: str, problems: list[Problem]) -> T | None:
    """Return *node* as an *into*, or None after adding at least one problem to *problems*.

    *into* is a frozen dataclass, or any type that a field of one may have: ``str``, ``int``,
    ``float``, ``bool``, an Enum with text values, ``Literal``, ``tuple[T, ...]``, ``dict[str, T]``,
    ``Mapping[str, T]`` or ``T | None``.  *path* is the name of the file that problems show.
    Raises TypeError for a type that it does not know: a mistake of the program, not of the file.
    """
    value = _decoder(cast(Any, into))(node, path, problems)
    return None if value is _BAD else cast(T, value)


def decode_fields(node: Node, into: type[T], path: str, problems: list[Problem]) -> T | None:
    """Like :func:`decode` for a dataclass, without asking its ``from_node``.

    A ``from_node`` uses it for the case in which the block is written out key by key.
    """
    value = _fields_decoder(cast(Any, into))(node, path, problems)
    return None if value is _BAD else cast(T, value)


def closest(word: str, choices: Iterable[str], likeness: float = 0.6) -> str | None:
    """Return the choice that *word* was most likely meant to be, or None; *likeness* is from 0 to 1."""
    if len(word) > 64:
        return None
    # Only files with mistakes need it, so it is not loaded at every start.
    from difflib import get_close_matches

    plain = {_plain_form(choice): choice for choice in reversed(list(choices))}
    found = get_close_matches(_plain_form(word), plain, n=1, cutoff=likeness)
    return plain[found[0]] if found else None


def _plain_form(word: str) -> str:
    return unicodedata.normalize("NFKC", word).casefold().replace("-", "_")


def _add(problems: list[Problem], path: str, mark: Mark, code: str, **args: object) -> object:
    problems.append(make_problem(path, mark.line, mark.column, code, args))
    return _BAD


def _guess(problems: list[Problem], word: str, choices: Iterable[str]) -> dict[str, str]:
    guess = closest(word, choices) if len(problems) < _MAX_GUESSES else None
    return {} if guess is None else {"guess": guess}


def _listed(choices: AbstractSequence[str], limit: int = _SHOWN_CHOICES) -> str:
    shown = ", ".join(choices[:limit])
    return shown + ", …" if len(choices) > limit else shown


# --- types --------------------------------------------------------------------------------------


def _decoder(into: Any, metadata: _Metadata = types.MappingProxyType({})) -> _Decoder:
    """Return the decoder of a type; the ones without metadata are kept."""
    if not metadata:
        return _plain_decoder(into)
    for name, limited in _LIMITS.items():
        if metadata.get(name):
            rest = {key: value for key, value in metadata.items() if key != name}
            return limited(_decoder(into, rest), into)
    return _make(into, metadata)


@cache
def _plain_decoder(into: Any) -> _Decoder:
    return _make(into, {})


def _make(into: Any, metadata: _Metadata) -> _Decoder:
    origin = get_origin(into)
    if origin in (Union, types.UnionType):
        return _make(_only_option(into), metadata)
    if origin is Literal:
        return _choice_decoder({str(value): value for value in get_args(into)})
    if origin is tuple:
        return _tuple_decoder(into, metadata)
    if origin is dict or origin is AbstractMapping:
        return _dict_decoder(into, metadata)
    if hasattr(into, "__supertype__"):
        return _make(into.__supertype__, metadata)
    return _class_decoder(into, metadata)


def _class_decoder(into: Any, metadata: _Metadata) -> _Decoder:
    if isinstance(into, type):
        # Only a class's own hook: one on a base would send its subclasses round in circles.
        if "from_node" in vars(into):
            return _hook_decoder(into)
        if dataclasses.is_dataclass(into):
            return _fields_decoder(into)
        if issubclass(into, Enum):
            return _choice_decoder({str(member.value): member for member in into})
        if into is str:
            return _identifier if metadata.get("identifier") else _text
        if into is bool:
            return _boolean
        if into in (int, float):
            return _number_decoder(into, metadata.get("min"), metadata.get("max"))
    raise TypeError(f"cannot decode into {into!r}")


def _only_option(into: Any) -> Any:
    options = [option for option in get_args(into) if option is not type(None)]
    if len(options) != 1:
        raise TypeError(f"a union needs a class with from_node: {into!r}")
    return options[0]


def _hook_decoder(into: Any) -> _Decoder:
    def decode_by_hook(node: Node, path: str, problems: list[Problem]) -> Any:
        before = len(problems)
        value = into.from_node(node, path, problems)
        if value is None and len(problems) == before:
            return _wrong_kind(node, "mapping", path, problems)
        return _BAD if value is None else value

    return decode_by_hook


# --- limits of any type ---------------------------------------------------------------------------


def _one_line(decoder: _Decoder, _: Any) -> _Decoder:
    """Titles and names stand in lists, where each has one line."""

    def decode_one_line(node: Node, path: str, problems: list[Problem]) -> Any:
        value = decoder(node, path, problems)
        for scalar in _scalars(node):
            if "\n" in scalar.text:
                value = _add(problems, path, scalar.mark, "D208")
            elif is_blank(scalar.text):
                value = _add(problems, path, scalar.mark, "D209")
            elif len(scalar.text) > _LONGEST_NAME:
                value = _add(problems, path, scalar.mark, "D210", limit=_LONGEST_NAME)
        return value

    return decode_one_line


def _scalars(node: Node) -> Iterator[Scalar]:
    match node:
        case Scalar():
            yield node
        case Sequence(items):
            yield from (scalar for item in items for scalar in _scalars(item))
        case Mapping(entries):
            yield from (scalar for _, item in entries for scalar in _scalars(item))


def _not_empty(decoder: _Decoder, into: Any) -> _Decoder:
    def decode_not_empty(node: Node, path: str, problems: list[Problem]) -> Any:
        if node in (Sequence((), node.mark), Mapping((), node.mark)):
            # Only files with mistakes need it.
            from scenarios.forms import form_of

            return _add(problems, path, node.mark, "D207", form=form_of(into))
        return decoder(node, path, problems)

    return decode_not_empty


def _clock(decoder: _Decoder, _: Any) -> _Decoder:
    """'9:05' and 'Wed 9:05' are what everybody writes; behind this there is only '09:05'."""

    def decode_clock(node: Node, path: str, problems: list[Problem]) -> Any:
        value = decoder(node, path, problems)
        if isinstance(value, tuple):
            return tuple(map(_two_digits, value))
        return _two_digits(value) if isinstance(value, str) else value

    return decode_clock


def _two_digits(time: str) -> str:
    return _SHORT_HOUR.sub("0", time)


_LIMITS: Final[AbstractMapping[str, Callable[[_Decoder, Any], _Decoder]]] = {
    "one_line": _one_line,
    "not_empty": _not_empty,
    "clock": _clock,
}


# --- scalars ------------------------------------------------------------------------------------


def _wrong_kind(
    node: Node, expected: str, path: str, problems: list[Problem], form: Any = None
) -> object:
    """Report a value of another shape; *form* is what the writer is shown, or the type that has it."""
    code = "D101"
    if isinstance(node, Scalar):
        found = "@text"
        if expected == "mapping" and node.plain and _UNFINISHED_KEY.match(node.text):
            code, found = "D106", node.text
    else:
        found = "@list" if isinstance(node, Sequence) else "@mapping"
    facts = {"expected": f"@{expected}", "found": found}
    if form is not None and code == "D101":
        # Only files with mistakes need it.
        from scenarios.forms import form_of

        facts["form"] = form if isinstance(form, str) else form_of(form)
    return _add(problems, path, node.mark, code, **facts)


def _is_text(scalar: Scalar, path: str, problems: list[Problem]) -> bool:
    """Say whether the scalar is a text for every YAML reader; report it when not."""
    if not scalar.plain:
        return True
    if scalar.text in ("true", "false"):
        found = "@a-boolean"
    elif scalar.text[:1] in "-0123456789" and _NUMBER.fullmatch(scalar.text):
        found = "@a-number"
    else:
        return True
    _add(problems, path, scalar.mark, "D201", text=scalar.text, found=found)
    return False


def _text(node: Node, path: str, problems: list[Problem]) -> Any:
    if not isinstance(node, Scalar):
        return _wrong_kind(node, "text", path, problems)
    return node.text if _is_text(node, path, problems) else _BAD


def _identifier(node: Node, path: str, problems: list[Problem]) -> Any:
    text = _text(node, path, problems)
    if text is not _BAD and not is_identifier(text):
        return _add(problems, path, node.mark, "D107" if is_reserved(text) else "D104", text=text)
    return text


def _unlike(scalar: Scalar, expected: str, path: str, problems: list[Problem]) -> object:
    """Report a text that cannot be read as what is expected, and how that is written."""
    facts = {"expected": f"@{expected}", "advice": f"@plain-{expected}"}
    return _add(problems, path, scalar.mark, "D202", text=scalar.text, **facts)


def _boolean(node: Node, path: str, problems: list[Problem]) -> Any:
    if not isinstance(node, Scalar):
        return _wrong_kind(node, "boolean", path, problems)
    if node.text not in ("true", "false"):
        return _unlike(node, "boolean", path, problems)
    if not node.plain:
        return _add(problems, path, node.mark, "D206", text=node.text)
    return node.text == "true"


def _number_decoder(into: type[int | float], low: Any, high: Any) -> _Decoder:
    expected, pattern = ("integer", _INTEGER) if into is int else ("number", _NUMBER)

    def decode_number(node: Node, path: str, problems: list[Problem]) -> Any:
        if not isinstance(node, Scalar):
            return _wrong_kind(node, expected, path, problems)
        text, mark = node.text, node.mark
        if not pattern.fullmatch(text):
            return _unlike(node, expected, path, problems)
        if not node.plain:
            return _add(problems, path, mark, "D206", text=text)
        value = into(text)
        if low is not None and value < low:
            return _add(problems, path, mark, "D203", text=text, limit=low)
        if high is not None and value > high:
            return _add(problems, path, mark, "D204", text=text, limit=high)
        return value if math.isfinite(value) else _BAD

    return decode_number


def _choice_decoder(members: dict[str, Any]) -> _Decoder:
    names = list(members)

    def decode_choice(node: Node, path: str, problems: list[Problem]) -> Any:
        if not isinstance(node, Scalar):
            return _wrong_kind(node, "text", path, problems)
        value = members.get(node.text, _BAD)
        if value is _BAD:
            guess = _guess(problems, node.text, names)
            limit = _SHOWN_BESIDE_A_GUESS if guess else _SHOWN_CHOICES
            facts = {"text": node.text, "choices": _listed(names, limit)}
            return _add(problems, path, node.mark, "D205", **facts, **guess)
        if isinstance(value, str) and not _is_text(node, path, problems):
            return _BAD
        if isinstance(value, int) and not isinstance(value, str) and not node.plain:
            return _add(problems, path, node.mark, "D206", text=node.text)
        return value

    return decode_choice


# --- lists and dicts ----------------------------------------------------------------------------


def _tuple_decoder(into: Any, metadata: _Metadata) -> _Decoder:
    arguments = get_args(into)
    if len(arguments) != 2 or arguments[1] is not Ellipsis:
        raise TypeError(f"only tuple[T, ...] can be decoded, not {into!r}")
    one_or_many = bool(metadata.get("one_or_many"))
    inner = {key: value for key, value in metadata.items() if key not in ("one_or_many", "form")}
    item_type = arguments[0]
    form: str | None = metadata.get("form")

    def decode_tuple(node: Node, path: str, problems: list[Problem]) -> Any:
        item = _decoder(item_type, inner)
        if isinstance(node, Sequence):
            values = [item(one, path, problems) for one in node.items]
        elif one_or_many:
            values = [item(node, path, problems)]
        else:
            shown = form or _listed_word(node, item) or into
            return _wrong_kind(node, "list", path, problems, shown)
        return _BAD if any(value is _BAD for value in values) else tuple(values)

    return decode_tuple


def _listed_word(node: Node, item: _Decoder) -> str | None:
    """The list of the one word that stands there, where it may be in that list."""
    if not isinstance(node, Scalar) or "\n" in node.text or item(node, "", []) is _BAD:
        return None
    return f"[{node.text}]" if node.plain else f'["{node.text}"]'


def _dict_decoder(into: Any, metadata: _Metadata) -> _Decoder:
    key_type, value_type = get_args(into)
    is_name = key_type is str or hasattr(key_type, "__supertype__")
    is_enum = isinstance(key_type, type) and issubclass(key_type, Enum)
    if not (is_name or is_enum or get_origin(key_type) is Literal):
        raise TypeError(f"the keys of a dict have to be texts: {into!r}")
    free = bool(metadata.get("free_keys"))
    inner = {key: value for key, value in metadata.items() if key != "free_keys"}
    read_key = (_text if free else _identifier) if is_name else _decoder(key_type)

    def decode_dict(node: Node, path: str, problems: list[Problem]) -> Any:
        if not isinstance(node, Mapping):
            return _wrong_kind(node, "mapping", path, problems, into)
        value = _decoder(value_type, inner)
        pairs = [
            (read_key(name, path, problems), value(one, path, problems))
            for name, one in node.entries
        ]
        return _BAD if any(one is _BAD for pair in pairs for one in pair) else dict(pairs)

    return decode_dict


# --- dataclasses --------------------------------------------------------------------------------


@dataclasses.dataclass(frozen=True, slots=True)
class _Field:
    name: str
    key: str
    required: bool
    decoder: _Decoder


@dataclasses.dataclass(frozen=True, slots=True)
class _Plan:
    """How the keys of a block become the fields of a class; made once for each class."""

    by_key: dict[str, _Field]
    required: tuple[_Field, ...]
    positions: tuple[str, ...]
    has_check: bool


@cache
def _plan(into: type) -> _Plan:
    hints = typing.get_type_hints(into)
    fields: list[_Field] = []
    positions: list[str] = []
    for field in dataclasses.fields(into):
        if not field.init:
            continue
        if field.metadata.get("position") or hints[field.name] is Mark:
            positions.append(field.name)
            continue
        missing = dataclasses.MISSING
        required = field.default is missing and field.default_factory is missing
        decoder = _decoder(hints[field.name], field.metadata)
        fields.append(_Field(field.name, field.metadata.get("key", field.name), required, decoder))
    return _Plan(
        {field.key: field for field in fields},
        tuple(field for field in fields if field.required),
        tuple(positions),
        callable(getattr(into, "check", None)),
    )


@cache
def _fields_decoder(into: Any) -> _Decoder:
    def decode_block(node: Node, path: str, problems: list[Problem]) -> Any:
        if not isinstance(node, Mapping):
            return _wrong_kind(node, "mapping", path, problems, into)
        return _Block(_plan(into), node, path, problems).read(into)

    return decode_block


class _Block:
    """One mapping on its way into one dataclass."""

    __slots__ = ("node", "path", "plan", "problems")

    def __init__(self, plan: _Plan, node: Mapping, path: str, problems: list[Problem]) -> None:
        self.plan, self.node, self.path, self.problems = plan, node, path, problems

    def read(self, into: Any) -> Any:
        values: dict[str, Any] = {}
        places: dict[str, Mark] = {}
        for key, child in self.node.entries:
            field = self.plan.by_key.get(key.text)
            if field is None:
                self._unknown(key)
                values[""] = _BAD
                continue
            values[field.name] = field.decoder(child, self.path, self.problems)
            places[field.name] = child.mark
        for field in self.plan.required:
            if field.name not in values:
                values[""] = _add(self.problems, self.path, self.node.mark, "D103", key=field.key)
        if any(value is _BAD for value in values.values()):
            return _BAD
        values.update(dict.fromkeys(self.plan.positions, self.node.mark))
        return self._built(into, values, places)

    def _unknown(self, key: Scalar) -> None:
        known = list(self.plan.by_key)
        facts = {"key": key.text, "known": _listed(known)}
        guess = _guess(self.problems, key.text, known)
        _add(self.problems, self.path, key.mark, "D102", **facts, **guess)

    def _built(self, into: Any, values: dict[str, Any], places: dict[str, Mark]) -> Any:
        try:
            value = into(**values)
        except ValueError as error:
            return _add(self.problems, self.path, self.node.mark, "D105", detail=error)
        if not self.plan.has_check:
            return value
        sound = True
        for code, facts, name in value.check():
            mark = places.get(name, self.node.mark)
            problem = make_problem(self.path, mark.line, mark.column, code, facts)
            self.problems.append(problem)
            sound = sound and problem.severity == "warning"
        return value if sound else _BAD
