"""The rules in force: those that came with the program, or those that a lead adopted for the team.

What was adopted is a fact of the store that holds the files' texts, so that everybody on the same
store is judged by the same rules. The last such fact counts; one without files goes back to the
rules of the program. A file that was never adopted is the program's.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from scenarios.loader import with_handbooks
from simulator.store.model import Fact

if TYPE_CHECKING:
    from scenarios.loader import Library
    from simulator.store import SessionStore

__all__ = [
    "ADOPTED",
    "RuleTexts",
    "adoption_in_force",
    "encoded",
    "handbook_file",
    "library_with",
    "rules_digest",
    "rules_of",
    "texts_of",
]

ADOPTED: Final = "rules-adopted"
"""The kind of fact; its body has ``rubric``, ``files`` and ``reason``."""
RuleTexts = Mapping[str, str]
"""The text of each file that is not the program's, by name: ``standard.yaml``, ``messages.yaml``,
``context.yaml``, and ``handbook-ID.yaml`` for each handbook."""
_HANDBOOK: Final = "handbook-"
_SUFFIX: Final = ".yaml"


def handbook_file(handbook_id: str) -> str:
    """The name under which a handbook is kept."""
    return f"{_HANDBOOK}{handbook_id}{_SUFFIX}"


def adoption_in_force(facts: Iterable[Fact]) -> Fact | None:
    """The last adoption among *facts*, oldest first; None where there was none."""
    found = [fact for fact in facts if fact.kind == ADOPTED]
    return found[-1] if found else None


def texts_of(adoption: Fact | None) -> RuleTexts:
    """The files that it adopted; what is no text is left out."""
    files = adoption.body.get("files") if adoption is not None else None
    if not isinstance(files, Mapping):
        return {}
    return {name: text for name, text in files.items() if isinstance(text, str)}


def rules_of(store: SessionStore) -> RuleTexts:
    """The rules in force for everybody on this store; raises StoreError."""
    return texts_of(adoption_in_force(store.facts([ADOPTED], complete=True)))


def encoded(rules: RuleTexts) -> dict[str, bytes]:
    """The files as bytes, as readers take them."""
    return {name: text.encode() for name, text in rules.items()}


def rules_digest(rules: RuleTexts) -> str:
    """sha256 over names and texts; the same whatever their order."""
    total = hashlib.sha256()
    for name in sorted(rules):
        for part in (name, rules[name]):
            total.update(hashlib.sha256(part.encode()).digest())
    return total.hexdigest()


def library_with(library: Library, rules: RuleTexts) -> Library:
    """*library* with the adopted handbooks; it is the same one where there are none."""
    handbooks = {
        name.removeprefix(_HANDBOOK).removesuffix(_SUFFIX): text
        for name, text in encoded(rules).items()
        if name.startswith(_HANDBOOK)
    }
    return with_handbooks(library, handbooks)
