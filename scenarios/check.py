"""Everything that is wrong with the files of a library, file by file.

The loader stops at what keeps a file from being used; here each file is looked through to the end:
notation, shape, meaning, and how it fits the files beside it. Nothing is kept and nothing raised
for what files hold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

from scenarios.decode import decode
from scenarios.defaults import complete
from scenarios.lint import Lint, keys_at, lint_persona, lint_scenario
from scenarios.lint_files import lint_exemplar, lint_handbook, lint_shop
from scenarios.lint_programme import lint_programme, lint_programme_names
from scenarios.misnamed import (
    is_misnamed,
    misnamed_in_library,
    misnamed_in_scenario,
    misnamed_problem,
)
from scenarios.model import Exemplar, Handbook, Persona, Scenario, Shop
from scenarios.places import may_stand, yaml_names
from scenarios.problems import Problem, SourceError
from scenarios.programme import Programme
from scenarios.salvage import salvage
from scenarios.yaml_source import MAX_BYTES, Node, read_yaml_file, read_yaml_tree
from scenarios.yaml_source import Mapping as Block

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from scenarios.loader import Library

__all__ = ["Checked", "Checker", "Parts"]

T = TypeVar("T")
Parts: TypeAlias = tuple[str, ...]
"""Where a file stands in its library: ``("late-delivery", "scenario.yaml")``."""
_Lint: TypeAlias = Callable[[T, Node, str], list[Problem]]

_OF_ONE_PLACE: Final = frozenset(
    {
        *("S101", "S102", "S103", "S109", "S110", "S112", "S116", "S117", "S120", "S121", "S122"),
        *("S123", "S124", "S125", "S127", "S128", "S129", "S130", "S131", "T104", "T105", "T106"),
    }
)
"""Problems of meaning that say something of one value: they hold whatever else the file lacks."""


@dataclass(frozen=True, slots=True)
class Checked:
    """One file that was looked through."""

    parts: Parts
    problems: tuple[Problem, ...]
    source: str
    """Its text, as far as it can be read, for showing the lines at fault."""


@dataclass
class Checker:
    """Looks through the files of one library; those of its base and its packs are taken as sound."""

    library: Library
    taken: Mapping[str, str] = field(default_factory=dict)
    """Ids of scenarios that stand elsewhere, with the paths of their files."""
    elsewhere: tuple[str, ...] = ()
    """Ids of further scenarios that a programme of this library may name."""
    _known_endings: dict[str, frozenset[str] | None] = field(default_factory=dict)

    def all(self) -> Iterator[Checked]:
        """Every file of the library, in a fixed order."""
        for parts in self.files():
            yield self.file(parts)

    def files(self) -> Iterator[Parts]:
        for name in ("shop.yaml", "handbook.yaml"):
            if may_stand(self._place((name,))):
                yield (name,)
        yield from self._files_in(("personas",))
        yield from self._files_in(("programmes",))
        yield from misnamed_in_library(self.library.root)
        for scenario_id in self.library.own_ids:
            yield from self.scenario_files(scenario_id)

    def scenario_files(self, scenario_id: str) -> Iterator[Parts]:
        """A scenario and its exemplars, and what nothing reads beside them."""
        yield scenario_id, "scenario.yaml"
        yield from self._files_in((scenario_id, "exemplars"))
        yield from misnamed_in_scenario(self._place((scenario_id,)), scenario_id)

    def _files_in(self, folder: Parts) -> Iterator[Parts]:
        """The files of a folder; where it cannot be read, itself."""
        try:
            names = self._yaml_names(folder)
        except SourceError:
            yield folder
        else:
            for name in names:
                yield *folder, name

    def file(self, parts: Parts) -> Checked:
        """One file; what it is follows from its place."""
        match parts:
            case (*_, name) if is_misnamed(name):
                checked = Checked(parts, (misnamed_problem("/".join(parts)),), "")
            case ("shop.yaml",):
                checked = self._checked(parts, Shop, lint_shop)
            case ("handbook.yaml",):
                checked = self._checked(parts, Handbook, lint_handbook)
            case ("personas",) | ("programmes",) | (_, "exemplars"):
                checked = Checked(parts, self._why_closed(parts), "")
            case ("personas", _):
                checked = self._checked(parts, Persona, lint_persona)
            case ("programmes", _):
                checked = self._checked(parts, Programme, self._lint_programme)
            case (_, "exemplars", _):
                checked = self._checked(parts, Exemplar, self._lint_exemplar)
            case _:
                checked = self._checked(parts, Scenario, self._lint_scenario)
        return checked

    def _why_closed(self, folder: Parts) -> tuple[Problem, ...]:
        try:
            self._yaml_names(folder)
        except SourceError as error:
            return error.problems
        return ()  # it can be read by now

    # ------------------------------------------------------------ one file

    def _checked(self, parts: Parts, into: type[T], lint: _Lint[T]) -> Checked:
        place, path = self._place(parts), "/".join(parts)
        data = _bytes(place)
        if data is None:
            return Checked(parts, _why_unreadable(place, path), "")
        node, notation = read_yaml_tree(data, path)
        problems = list(notation)
        if node is not None:
            meaning = _meaning(node, into, path, lint)
            problems = [p for p in notation if not _said_better(p, meaning)]
            problems += _beside(problems, meaning)
        problems.sort(key=lambda p: (p.line, p.column, p.code))
        return Checked(parts, tuple(dict.fromkeys(problems)), data.decode("utf-8", "replace"))

    def _lint_scenario(self, scenario: Scenario, node: Node, path: str) -> list[Problem]:
        problems = Lint(node, path)
        if self._personas is not None:
            problems.known(
                scenario.customer.persona, self._personas, "@persona", ("customer", "persona")
            )
        if scenario.id in self.taken:
            problems.add(("id",), "S117", value=scenario.id, other=self.taken[scenario.id])
        if self.shop is None or self.handbook is None:
            return problems.problems
        whole = complete(scenario, node, self.shop, self.handbook)
        return problems.problems + lint_scenario(whole, node, path, self.shop, self.handbook)

    def _lint_exemplar(self, exemplar: Exemplar, node: Node, path: str) -> list[Problem]:
        if self.shop is None:
            return []
        folder = path.split("/")[-3]
        return lint_exemplar(exemplar, node, path, self._endings(folder), self.shop)

    def _lint_programme(self, programme: Programme, node: Node, path: str) -> list[Problem]:
        base = self.library.base
        known = {*self.library.ids, *(base.ids if base else ()), *self.elsewhere}
        names = lint_programme_names(programme, node, path, known)
        return lint_programme(programme, node, path) + names

    # ------------------------------------------------------------ what files are held against

    @cached_property
    def shop(self) -> Shop | None:
        """The shop, or what is sound of it; None where nothing is."""
        return self._sound(("shop.yaml",), Shop, lambda library: library.shop)

    @cached_property
    def handbook(self) -> Handbook | None:
        return self._sound(("handbook.yaml",), Handbook, lambda library: library.handbook)

    def _sound(self, parts: Parts, into: type[T], of: Callable[[Library], T]) -> T | None:
        try:
            return of(self.library)
        except SourceError:
            data = _bytes(self._place(parts))
            node = read_yaml_tree(data, "")[0] if data is not None else None
            left = salvage(node, into) if node is not None else None
            return left.value if left is not None else None

    @cached_property
    def _personas(self) -> frozenset[str] | None:
        """All that a scenario may name; None where that cannot be known."""
        try:
            return frozenset(self.library.persona_ids)
        except SourceError:
            return None

    def _endings(self, scenario_id: str) -> frozenset[str] | None:
        """The endings of a scenario, those among them that cannot be used; None: not known."""
        if scenario_id not in self._known_endings:
            self._known_endings[scenario_id] = self._read_endings(scenario_id)
        return self._known_endings[scenario_id]

    def _read_endings(self, scenario_id: str) -> frozenset[str] | None:
        data = _bytes(self._place((scenario_id, "scenario.yaml")))
        node = read_yaml_tree(data, "")[0] if data is not None else None
        left = salvage(node, Scenario) if node is not None else None
        if node is None or left is None or self.shop is None or self.handbook is None:
            return None
        # The general endings come from the steps: all topics are needed to know them.
        if "topics" in left.stand_ins or keys_at(node, "topics") != left.value.topics.keys():
            return None
        whole = complete(left.value, node, self.shop, self.handbook)
        return keys_at(node, "endings").union(whole.endings)

    # ------------------------------------------------------------ files

    def _place(self, parts: Parts) -> Traversable:
        place = self.library.root
        for part in parts:
            place = place / part
        return place

    def _yaml_names(self, parts: Parts) -> list[str]:
        """The files of a folder, sorted; raises SourceError where it cannot be read."""
        return yaml_names(self._place(parts), "/".join(parts))


def _bytes(place: Traversable) -> bytes | None:
    try:
        if not place.is_file():
            return None
        with place.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except (OSError, ValueError):
        return None


def _why_unreadable(place: Traversable, path: str) -> tuple[Problem, ...]:
    try:
        read_yaml_file(place, path)
    except SourceError as error:
        return error.problems
    return ()  # it can be read by now


def _meaning(node: Node, into: type[T], path: str, lint: _Lint[T]) -> list[Problem]:
    """What decoding says, and what the meaning of the sound parts leaves to say."""
    problems: list[Problem] = []
    value = decode(node, into, path, problems)
    if value is not None:
        return problems + lint(value, node, path)
    rest = salvage(node, into)
    if rest is None:
        return problems
    found = [
        problem
        for problem in lint(rest.value, node, path)
        if _holds(problem, node) and _key_above(problem, node) not in rest.stand_ins
    ]
    return problems + _beside(problems, found)


def _holds(problem: Problem, root: Node) -> bool:
    """Whether it is so whatever was taken out; not, where it has no place of its own."""
    own_place = (problem.line, problem.column) != (root.mark.line, root.mark.column)
    return own_place and problem.code in _OF_ONE_PLACE


def _key_above(problem: Problem, root: Node) -> str:
    """The key at the top of the file under which a problem stands."""
    entries = root.entries if isinstance(root, Block) else ()
    place = (problem.line, problem.column)
    above = [key.text for key, _ in entries if (key.mark.line, key.mark.column) <= place]
    return above[-1] if above else ""


_BETTER: Final[Mapping[str, frozenset[str]]] = {
    "Y403": frozenset({"S109", "S110", "D202"}),
    **dict.fromkeys(("Y404", "Y405", "Y406", "Y407"), frozenset({"D202"})),
}
"""For codes that advise quotes, those by which quotes alone will not do: a time that lacks its weekday
or that is none, a number that is written in another way or is none."""


def _said_better(problem: Problem, meaning: list[Problem]) -> bool:
    """Whether the meaning of the same place says what to write there, and the notation does not."""
    better = _BETTER.get(problem.code, frozenset())
    place = (problem.line, problem.column)
    return any((p.line, p.column) == place and p.code in better for p in meaning)


def _beside(first: list[Problem] | tuple[Problem, ...], later: list[Problem]) -> list[Problem]:
    """*later* without those that *first* has already told about at the same place."""
    told = {(problem.line, problem.column) for problem in first if problem.line}
    return [p for p in later if (p.line, p.column) not in told]
