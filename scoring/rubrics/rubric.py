"""The rubric as frozen values: what counts, how much, what lowers a score, what ends it.

Everything that a trainer may want to change about grading stands in the rubric's files: weights,
anchors, ceilings, gates and the words of the feedback. What a criterion looks at in a reply is
code and lives in ``criteria``; reading replies stays out of here altogether.

How points come about, for one dimension of one reply: it starts at ``base``, what a civil reply
without any sign is worth. Signs of the criteria earn the rest, ``100 - base``, in proportion to
their weights; ``enough`` per cent of the weight for which there was occasion earns all of it, so
that a short excellent reply need not do everything. Faults then take points off or set a ceiling.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, TypeVar

from scenarios.acts import Act, Breach
from scenarios.language import Phrases, Text
from scenarios.values import dataclass
from scoring.model import Dimension

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from scenarios.cache import Cache
    from scenarios.problems import Problem

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Anchors:
    """What the levels of a criterion look like, for trainers and for the criteria panel."""

    met: Text
    partly: Text
    missed: Text


@dataclass(frozen=True, slots=True)
class CriterionRule:
    """One judged item of a dimension."""

    title: Text
    practise: Text
    """The exercise that mends it, as something to do."""
    kind: str
    """Which judgement of ``scoring.criteria`` decides its level."""
    weight: int = field(metadata={"min": 0, "max": 100})
    anchors: Anchors
    scope: Literal["reply", "contact", "both"] = "both"
    """``contact``: judged once, when the contact is over."""
    clause: str | None = None


@dataclass(frozen=True, slots=True)
class DimensionRule:
    title: Text
    share: int = field(metadata={"min": 0, "max": 100})
    """Per cent of the total."""
    base: int = field(metadata={"min": 0, "max": 100})
    enough: int = field(metadata={"min": 1, "max": 100})
    criteria: Mapping[str, CriterionRule]


@dataclass(frozen=True, slots=True)
class Lowering:
    """What a fault does to one dimension; the ceiling first, then the cost."""

    ceiling: int = field(default=100, metadata={"min": 0, "max": 100})
    cost: int = field(default=0, metadata={"min": 0, "max": 100})


@dataclass(frozen=True, slots=True)
class FaultRule:
    """Something that lowers a score: an affront, a breach, text without meaning."""

    title: Text
    practise: Text
    """The exercise that mends it, as something to do."""
    lowers: Mapping[Dimension, Lowering]
    acts: tuple[Act, ...] = ()
    """The acts that are this fault; without any, ``kind`` finds it."""
    kind: str | None = None
    breach: Breach | None = None
    clause: str | None = None
    milder: Literal["heard", "helped"] | None = None
    """Half as far down where the reply names what is this customer's (``heard``), or puts a step
    of its own forward (``helped``)."""
    binding: bool = False
    """Its ceilings hold whatever the learned ledger adds; those of breaches, and of replies that say
    nothing, hold but for ``LedgerRule.beyond``."""
    empty: bool = False
    """The reply says nothing of its own about the case; policy cannot be told from it."""
    instead: Literal["hear", "help"] | None = None
    """Which of the scenario's wordings shows what to say instead."""


@dataclass(frozen=True, slots=True)
class LedgerRule:
    """How the learned ledger (``scoring.ledger``) takes part."""

    title: Text
    practise: Text
    idle: Text
    """Title of what sentences that add nothing take off."""
    no_gain: Text
    """Title of what a sentence that commits a breach takes off beyond its own cost."""
    least: int = field(metadata={"min": 0, "max": 1000})
    """What the words alone must bring, in thousandths, for a breach that no rule found to be thought
    of at all."""
    raises: int = field(metadata={"min": -1000, "max": 1000})
    """Certainty from which on it names an automatic fail that no rule found: hundredths of the
    logarithm of the odds, all things weighed; 0 is as likely as not, -110 one in four."""
    raises_other: int = field(metadata={"min": -1000, "max": 1000})
    """The same for any other breach."""
    bears: int = field(metadata={"min": 0, "max": 1000})
    """What the clause of a breach that a rule found must bring for it to stand whatever the rest."""
    says: int = field(metadata={"min": 0, "max": 1000})
    """What one clause must bring for a breach that no rule found."""
    hollow: int = field(metadata={"min": 0, "max": 1000})
    """Certainty from which on a reply counts as words without meaning."""
    drops: int = field(metadata={"min": -1000, "max": 1000})
    """Certainty, as for ``raises``, under which a breach that a rule found is not held against the
    reply."""
    turns: int = field(metadata={"min": -1000, "max": 1000})
    """The same for a breach that is known by the turn of a whole sentence (``rules/harm``)."""
    meant: int = field(default=65, metadata={"min": 0, "max": 100})
    """Resolution above which it does not, however hollow its words look: telegrams help, too."""
    felt: int = field(default=52, metadata={"min": 0, "max": 100})
    """The same for empathy: one warm sentence may be all that a moment needs."""
    beyond: int = field(default=40, metadata={"min": 0, "max": 100})
    """Per cent of what the ledger hears beyond the ceiling of a breach, or of a reply that says
    nothing, that are left to the reply: among those that break a rule some are better than others."""
    beyond_fails: int = field(default=20, metadata={"min": 0, "max": 100})
    """The same for a breach that fails the contact and is all but certain."""


@dataclass(frozen=True, slots=True)
class GateRule:
    """What a breach does to the whole contact, beside the total."""

    breach: Breach
    effect: Literal["fail", "cap"]
    cap: int | None = field(default=None, metadata={"min": 0, "max": 100})
    clause: str | None = None


@dataclass(frozen=True, slots=True)
class PassRule:
    total: int = field(metadata={"min": 0, "max": 100})
    each: int = field(metadata={"min": 0, "max": 100})
    """Least score of every dimension that could be judged."""


@dataclass(frozen=True, slots=True)
class ContactRule:
    """How a contact is put together from its replies; all values per cent."""

    first_reply: int = field(metadata={"min": 0, "max": 1000})
    """Weight of the first reply among the replies with occasion for empathy, 100 is usual."""
    late_acknowledgement: Mapping[str, int] = field(metadata={"min": 0, "max": 100})
    """Ceiling of empathy when the matter was first named in the ``second``, a ``later`` or
    ``never`` any reply."""
    outcome: Mapping[str, int] = field(metadata={"min": 0, "max": 100})
    """Ceiling of resolution by the outcome of the ending."""
    no_note_cap: int = field(metadata={"min": 0, "max": 100})
    """Cap of the total where a note was asked for and none was filed."""
    needless_cost_cap: int = field(metadata={"min": 0, "max": 100})
    amended_cap: int = field(metadata={"min": 0, "max": 100})
    """Cap of the total for a breach that caps it and that the agent has put right in a later reply;
    never lower than that of the breach."""
    parts: Mapping[str, int] = field(metadata={"min": 0, "max": 100})
    """Shares of ``goals``, ``replies`` and the contact's own criteria in resolution."""


@dataclass(frozen=True, slots=True)
class RubricFile:
    """The form of the file of rules."""

    schema: int
    id: str
    version: int
    title: Text
    passes: PassRule
    dimensions: Mapping[Dimension, DimensionRule]
    faults: Mapping[str, FaultRule]
    gates: tuple[GateRule, ...]
    contact: ContactRule
    ledger: LedgerRule


Message = Mapping[str, Text]
"""Wordings of one rule by what was seen: ``met``, ``partly``, ``missed``, ``fault``, ``better``."""
Messages = dict[str, dict[str, Text]]
"""The form of the file of messages."""
RUBRICS: Final = Path(__file__).parent
"""The rubrics that come with the program."""


@dataclass(frozen=True, slots=True)
class ContextWords:
    """Words of a bulk item's context that tell how the case stands."""

    identity_checked: Phrases = field(metadata={"key": "identity-checked"})
    abuse: Phrases
    supervisor: Phrases
    threat: Phrases
    deeds: Mapping[str, Phrases]
    """Desk action to the words of a note that say it was carried out."""


@dataclass(frozen=True, slots=True)
class Rubric:
    """One rubric, complete: criteria, faults, gates, and the words of its feedback."""

    id: str
    version: int
    title: Text = field(repr=False)
    passes: PassRule = field(repr=False)
    dimensions: Mapping[Dimension, DimensionRule] = field(repr=False)
    faults: Mapping[str, FaultRule] = field(repr=False)
    gates: tuple[GateRule, ...] = field(repr=False)
    contact: ContactRule = field(repr=False)
    ledger: LedgerRule = field(repr=False)
    messages: Mapping[str, Message] = field(repr=False)
    context: ContextWords = field(repr=False)
    digest: str
    """sha256 over the bytes of its files."""
    base: Rubric | None = field(default=None, repr=False)
    """The rubric that the learned ledger was fitted with, where this is another: what the two make of
    a reply by rules alone differs by what the ledger cannot know. None: it is this one."""

    @property
    def name(self) -> str:
        """What a scorecard cites: id, version and the start of the digest."""
        return f"{self.id} {self.version} {self.digest[:12]}"

    def criterion(self, name: str) -> CriterionRule:
        """Raises KeyError where no dimension has it."""
        for dimension in self.dimensions.values():
            if name in dimension.criteria:
                return dimension.criteria[name]
        raise KeyError(name)

    def weighted(self, weights: Mapping[str, int]) -> Rubric:
        """This rubric with the weights that a scenario sets instead; unknown names are ignored."""
        if not weights:
            return self
        dimensions = {
            name: replace(
                rule,
                criteria={
                    c: replace(criterion, weight=weights.get(c, criterion.weight))
                    for c, criterion in rule.criteria.items()
                },
            )
            for name, rule in self.dimensions.items()
        }
        return replace(self, dimensions=dimensions, base=self.base or self)


def load_rubric(
    name: str = "standard",
    root: Traversable | None = None,
    cache: Cache | None = None,
    texts: Mapping[str, bytes] | None = None,
) -> Rubric:
    """The rubric of this name from *root* (default: the rubrics that come with the program).

    *texts*, by file name, take the place of files there. With a *cache* what was read is read from
    YAML only when it has changed. Raises ``scenarios.problems.SourceError`` with every problem of
    the file at fault; whether its names mean anything is for ``rubric_check`` to find out.
    """
    folder = root or RUBRICS
    paths = rubric_files(name)
    given = {path: (texts or {}).get(path) for path in paths}
    rules = _read(folder, paths[0], RubricFile, cache, given[paths[0]])
    messages = _read(folder, paths[1], Messages, cache, given[paths[1]])
    context = _read(folder, paths[2], ContextWords, cache, given[paths[2]])
    total = hashlib.sha256()
    for path in paths:
        text = given[path]
        data = (folder / path).read_bytes() if text is None else text
        total.update(hashlib.sha256(data).digest())
    made = Rubric(
        rules.id,
        rules.version,
        rules.title,
        rules.passes,
        rules.dimensions,
        rules.faults,
        rules.gates,
        rules.contact,
        rules.ledger,
        messages,
        context,
        total.hexdigest(),
    )
    if root is None and not texts:
        return made
    shipped = load_rubric(cache=cache)
    return made if made.digest == shipped.digest else replace(made, base=shipped)


def rubric_files(name: str = "standard") -> tuple[str, str, str]:
    """The names of a rubric's files: its rules, its words, the words of a context."""
    return (f"{name}.yaml", "messages.yaml", "context.yaml")


def _read(
    folder: Traversable, path: str, into: type[_T], cache: Cache | None, text: bytes | None
) -> _T:
    file = folder / path
    sources: tuple[bytes, ...] = () if text is None else (text,)
    if cache and not sources and file.is_file():
        sources = (file.read_bytes(),)
    if cache and sources and (kept := cache.load(into, sources)) is not None:
        return kept
    from scenarios.decode import decode
    from scenarios.problems import SourceError
    from scenarios.yaml_source import read_yaml_file, read_yaml_text

    problems: list[Problem] = []
    node = read_yaml_text(sources[0], path) if sources else read_yaml_file(file, path)
    value = decode(node, into, path, problems)
    if problems or value is None:
        raise SourceError(problems)
    if cache and sources:
        cache.save(into, sources, value)
    return value
