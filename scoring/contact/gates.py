"""Gates: what decides a contact beside its total, and is never averaged into it."""

from __future__ import annotations

from collections.abc import Iterable

from scenarios.acts import Breach
from scenarios.language import Text
from scenarios.values import dataclass
from scoring.model import GateResult, Span
from scoring.rubrics.rubric import GateRule, Rubric


@dataclass(frozen=True, slots=True)
class Fallen:
    """A breach in words or deed, and the reply it belongs to."""

    breach: Breach
    turn: int
    span: Span | None
    message: Text
    amended: bool = False
    """Put right by the agent themselves, in a later reply."""


def find_gates(fallen: Iterable[Fallen], rubric: Rubric) -> tuple[GateResult, ...]:
    """One result a gate, at the first reply that broke it and stands; fails first, then the lowest
    cap. What has been put right, wherever it was said, caps less."""
    first: dict[Breach, Fallen] = {}
    for seen in sorted(fallen, key=lambda f: (f.amended, f.turn)):
        first.setdefault(seen.breach, seen)
    results = [
        GateResult(
            gate.breach.value,
            gate.effect,
            _cap(gate, rubric, amended=first[gate.breach].amended),
            first[gate.breach].turn,
            first[gate.breach].span,
            gate.breach,
            first[gate.breach].message,
            gate.clause,
        )
        for gate in rubric.gates
        if gate.breach in first
    ]
    return tuple(sorted(results, key=lambda g: (g.effect != "fail", g.cap or 0, g.turn)))


def _cap(gate: GateRule, rubric: Rubric, *, amended: bool) -> int | None:
    if gate.cap is None or not amended:
        return gate.cap
    return max(gate.cap, rubric.contact.amended_cap)


def capped(total: int, gates: Iterable[GateResult]) -> int:
    """The total under every cap."""
    caps = [gate.cap for gate in gates if gate.effect == "cap" and gate.cap is not None]
    return min([total, *caps])


def failed(gates: Iterable[GateResult]) -> bool:
    return any(gate.effect == "fail" for gate in gates)
