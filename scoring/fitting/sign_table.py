"""Signs as the columns of a table, for those who fit points to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from scipy import sparse


def sign_table(rows: Iterable[Mapping[str, float]], place: Mapping[str, int]) -> sparse.csr_matrix:
    """One row for each text with the values of its signs; *place*: the columns of those that count."""
    at_row: list[int] = []
    at_column: list[int] = []
    values: list[float] = []
    count = 0
    for signs in rows:
        for sign, value in signs.items():
            if sign in place:
                at_row.append(count)
                at_column.append(place[sign])
                values.append(value)
        count += 1
    return sparse.csr_matrix((values, (at_row, at_column)), shape=(count, len(place)))


def kind_of(sign: str) -> str:
    """The letter that it begins with, or ``w1`` for a single word."""
    kind, _, words = sign.partition(":")
    return "w1" if kind == "w" and "_" not in words else kind
