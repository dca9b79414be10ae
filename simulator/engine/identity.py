"""The identity check at the desk: the customer states, the agent only matches."""

from __future__ import annotations

import unicodedata
from typing import Final

from scenarios.language import Text
from scenarios.model import Scenario
from simulator.engine import texts
from simulator.engine.state import State

LEAST_ITEMS: Final = 2
"""Different items that must match, where the record has as many (1&1 was fined for less)."""
_HONORIFICS: Final = ("様", "さん", "殿", "mr", "ms", "mrs", "mx")


def identity_problem(scenario: Scenario, state: State, args: dict[str, str]) -> Text | None:
    """Why the check fails: the customer has not said it, or it does not match; None: it holds."""
    identity = scenario.identity
    typed = [plain_item(value) for value in args.values()]
    if identity.states is not None and not state.identity_stated and not _has_said(state, typed):
        return texts.ASK_FIRST
    accepted = {plain_item(item) for item in identity.accepts}
    if not accepted:
        return None
    matched = {item for item in typed if item in accepted}
    enough = len(matched) >= min(LEAST_ITEMS, len(accepted))
    return None if enough and matched == set(typed) else texts.NO_MATCH


def _has_said(state: State, typed: list[str]) -> bool:
    """Whether the customer gave all of it unasked."""
    said = plain_item(" ".join(e.text for e in state.entries if e.kind == "customer"))
    return bool(typed) and all(item in said for item in typed)


def plain_item(text: str) -> str:
    """An item as it is compared: without width, case, blanks, hyphens and honorifics."""
    words = unicodedata.normalize("NFKC", text).casefold().replace(".", " ").split()
    joined = "".join(word for word in words if word not in _HONORIFICS)
    joined = "".join(c for c in joined if c.isalnum())
    for honorific in _HONORIFICS[:3]:
        joined = joined.removesuffix(honorific)
    return joined
