"""One way to write a value as JSON text, one way to write a moment, and the hashes over them.

Hashes are only worth something when the same value always gives the same text. Cleaning of text
is done elsewhere; here unclean text is refused.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, TypeAlias

from simulator.errors import NotSaved

JSON: TypeAlias = "bool | int | float | str | Sequence[JSON] | Mapping[str, JSON] | None"

SIGNS = "0123456789abcdefghjkmnpqrstvwxyz"
"""32 signs for ids that people read, none easily mistaken for another."""
_LARGEST_BITS = 64  # longer whole numbers are read differently by other JSON readers


def canonical(value: object) -> str:
    """`value` as JSON text: keys sorted, no blanks, no escapes for non-ASCII, no NaN.

    Raises TypeError or ValueError for anything that is not JSON.
    """
    return json.dumps(
        value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False
    )


def storable(value: object) -> str:
    """The canonical JSON text of a value from outside.

    Raises NotSaved when it is not JSON, or holds NUL, a lone surrogate, a key that is not text,
    or a whole number of more than 64 bits.
    """
    try:
        for fault in _faults(value):
            raise NotSaved("entry.refused", reason=fault)
        text = canonical(value)
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise NotSaved("entry.refused", reason="half of a character (surrogate)") from None
    except (TypeError, ValueError, RecursionError) as error:
        raise NotSaved("entry.refused", reason=str(error)) from error
    return text


def clean_text(text: str) -> str:
    """`text` itself; raises NotSaved when it holds NUL or a lone surrogate."""
    storable(text)
    return text


def parse(text: str) -> Any:
    """The value of JSON text from outside; raises NotSaved for NaN, Infinity and non-JSON."""
    try:
        return json.loads(text, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise NotSaved("entry.refused", reason=str(error)) from error


def chain(previous: str, saved_at: str, body: str) -> str:
    """The hash (hex SHA-256) of an event on top of the hash of everything before it."""
    return digest(f"{previous}\n{saved_at}\n{body}")


def digest(text: str) -> str:
    """Hex SHA-256 of text."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def utc_text(moment: datetime) -> str:
    """An aware moment as UTC text of fixed width, which sorts as the moments do.

    For example 2026-11-03T04:05:06.123456+00:00. Raises ValueError for a moment without zone.
    """
    if moment.tzinfo is None or moment.utcoffset() is None:
        raise ValueError("a moment needs a time zone")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def utc_offset_minutes(moment: datetime) -> int:
    """How far the moment's zone is ahead of UTC, in minutes; ValueError without zone."""
    offset = moment.utcoffset()
    if offset is None:
        raise ValueError("a moment needs a time zone")
    return int(offset.total_seconds() // 60)


def random_token() -> str:
    """Eight random letters and digits from the operating system."""
    return "".join(SIGNS[byte & 31] for byte in os.urandom(8))


def session_id(started_at: datetime, token: str) -> str:
    """An id that sorts by time and is hard to guess: 20261103-040506123-k3m9x2ab."""
    moment = started_at.astimezone(UTC)
    return f"{moment:%Y%m%d-%H%M%S}{moment.microsecond // 1000:03d}-{token}"


def _faults(value: object) -> Iterator[str]:
    if isinstance(value, str):
        if "\0" in value:
            yield "a NUL character"
    elif isinstance(value, int):
        if value.bit_length() > _LARGEST_BITS:
            yield "a whole number of more than 64 bits"
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            if not isinstance(key, str):
                yield "a key that is not text"
            yield from _faults(key)
            yield from _faults(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _faults(inner)


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not a number")
