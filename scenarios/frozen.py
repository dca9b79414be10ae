"""``dataclass(frozen=True, slots=True)`` that costs little at start-up.

For every class the standard library compiles six functions (up to Python 3.12 one by one); for the
hundred classes of this project that takes longer than all other imports of it together. Here
comparing, hashing and showing are shared functions, and ``__init__``, which has to be compiled,
is compiled for the first value of its class. Everything else is the standard library's: fields,
``replace``, ``asdict`` and matching work as ever. Import it from ``values``.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from operator import attrgetter
from reprlib import recursive_repr
from typing import Any, Literal, TypeVar, cast

__all__ = ["changed", "dataclass"]

_T = TypeVar("_T")
_Getter = Callable[[object], tuple[Any, ...]]


def dataclass(*, frozen: Literal[True], slots: Literal[True]) -> Callable[[type[_T]], type[_T]]:
    """A decorator for frozen classes with slots.

    Raises TypeError for what it does not do: base classes, ``__post_init__``, fields that are not
    given to ``__init__``, not compared, or by keyword only.
    """
    assert frozen and slots
    return _frozen


def changed(value: _T, changes: Mapping[str, object]) -> _T:
    """``dataclasses.replace`` for these classes, in a quarter of its time; TypeError alike.

    The engine makes some ten states for every reply.
    """
    cls = type(value)
    names = cls.__slots__  # type: ignore[attr-defined]
    if not changes.keys() <= set(names):
        raise TypeError(f"{cls.__qualname__} has no {sorted(changes.keys() - set(names))}")
    return cls(*[changes[name] if name in changes else getattr(value, name) for name in names])


def _frozen(cls: type[_T]) -> type[_T]:
    if cls.__doc__ is None:
        cls.__doc__ = cls.__name__  # otherwise a signature is worked out, which takes longest
    plain = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)
    made = cast(Any, plain(cls))
    fields = dataclasses.fields(made)
    if not all(field.init and field.compare and not field.kw_only for field in fields):
        raise TypeError(f"{cls.__qualname__}: a field that only the standard library knows")
    if hasattr(cls, "__post_init__") or cls.__bases__ != (object,):
        raise TypeError(f"{cls.__qualname__}: only the standard library knows bases and hooks")
    made.__init__ = _first_init
    made.__repr__ = _repr
    made.__eq__, made.__hash__ = _comparing(_getter([field.name for field in fields]))
    made.__setattr__, made.__delattr__ = _refuse_to_set, _refuse_to_delete
    made.__getstate__, made.__setstate__ = _state, _restore
    return cast("type[_T]", made)


def _getter(names: list[str]) -> _Getter:
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


def _comparing(get: _Getter) -> tuple[Callable[[Any, object], Any], Callable[[Any], int]]:
    def __eq__(self: Any, other: object) -> Any:
        return get(self) == get(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: Any) -> int:
        return hash(get(self))

    return __eq__, __hash__


def _first_init(self: Any, *args: Any, **kwargs: Any) -> None:
    """Compile the ``__init__`` of this class and put it in the place of this function."""
    type(self).__init__ = _compiled_init(type(self))
    self.__init__(*args, **kwargs)


def _compiled_init(cls: type) -> Callable[..., None]:
    known: dict[str, Any] = {"_missing": dataclasses.MISSING}
    given, lines = ["self"], []
    for field in dataclasses.fields(cast(Any, cls)):
        name = value = field.name
        known[f"_set_{name}"] = getattr(cls, name).__set__  # the slot's own: half of setattr's time
        default = ""
        if field.default is not dataclasses.MISSING:
            known[f"_default_{name}"] = field.default
            default = f"=_default_{name}"
        elif field.default_factory is not dataclasses.MISSING:
            known[f"_make_{name}"] = field.default_factory
            default = "=_missing"
            value = f"_make_{name}() if {name} is _missing else {name}"
        given.append(name + default)
        lines.append(f"\n _set_{name}(self, {value})")
    source = f"def __init__({', '.join(given)}):" + ("".join(lines) or " pass")
    exec(source, known)  # noqa: S102 - from names of fields only, as the standard library does it
    init = known["__init__"]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    return cast("Callable[..., None]", init)


@recursive_repr()
def _repr(self: Any) -> str:
    fields = (field.name for field in dataclasses.fields(self) if field.repr)
    shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in fields)
    return f"{type(self).__qualname__}({shown})"


def _refuse_to_set(_self: Any, name: str, _value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_self: Any, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _restore(self: Any, state: list[Any]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)
