"""Files to values: the catalogue, one scenario, an exemplar.

All problems of a file are reported at once; a file with problems is not loaded. A value that
comes out of here is trusted by the engine and the scorer. YAML itself is read in ``yaml_source``;
with a ``cache`` a file is read there only once, and its reader and checks are not even imported.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar, cast

from scenarios.cache import Cache
from scenarios.card import Card, card_of
from scenarios.model import (
    Catalog,
    Exemplar,
    Handbook,
    Persona,
    Scenario,
    Shop,
)
from scenarios.places import may_stand, names_in, stands, yaml_names
from scenarios.text import is_identifier

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from scenarios.problems import Problem
    from scenarios.yaml_source import Node

__all__ = ["Library", "UnknownScenario", "builtin_library", "joined", "near_ids", "with_handbooks"]

_T = TypeVar("_T")
_Check: TypeAlias = "Callable[[_T, Node, str], list[Problem]]"
_READ_BYTES: Final = 1_000_001
"""One more than the reader of YAML takes, so that it still sees that there is too much."""
_SHARED: Final = ("personas", "handbook.yaml", "shop.yaml")
"""What a pack need not bring itself."""
_HANDBOOK: Final = ("handbook.yaml",)
_CHECKED_WITH: Final = (("shop.yaml",), _HANDBOOK)
"""Files that decide whether a scenario is sound."""


_NEAR: Final = 5
"""Ids that are offered for one that does not exist: the whole list would not fit in an error."""
_WORD: Final = 4
"""Letters from which on a word tells something: not "the" or "of"."""


class UnknownScenario(LookupError):
    """No scenario has this id; ``near`` are the ids that may be meant, the likeliest first."""

    def __init__(self, scenario_id: str, known: tuple[str, ...]) -> None:
        super().__init__(scenario_id)
        self.scenario_id, self.known = scenario_id, known
        self.near = near_ids(scenario_id, known)


def near_ids(scenario_id: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """Those spelt much the same, then those that a word of it stands in."""
    from difflib import get_close_matches

    given = scenario_id.casefold()
    words = [word for word in re.split(r"[^a-z0-9]+", given) if len(word) >= _WORD]
    close = get_close_matches(given, known, n=_NEAR)
    named = (name for name in known if any(word in name for word in words))
    return tuple(dict.fromkeys((*close, *named)))[:_NEAR]


def builtin_library(cache: Path | None = None) -> Library:
    """The library that comes with the program; *cache* is a folder for what was read."""
    return Library(Path(__file__).with_name("catalog"), Cache(cache) if cache else None)


def joined(library: Library, packs: Iterable[Library]) -> Library:
    """*library* with the scenarios of *packs* beside its own.

    Raises SourceError where two of them hold a scenario of the same id: none takes the place of
    another silently.
    """
    together = replace(library, packs=tuple(packs))
    _refuse(list(_same_ids(together)))
    return together


def with_handbooks(library: Library, texts: Mapping[str, bytes]) -> Library:
    """*library* with other handbooks: each text takes the place of the handbook of its id.

    A text whose handbook is not here changes nothing: it may be that of a pack of another machine.
    """
    if not texts:
        return library
    base = with_handbooks(library.base, texts) if library.base else None
    packs = tuple(with_handbooks(pack, texts) for pack in library.packs)
    return replace(library, base=base, packs=packs, handbooks=dict(texts), _loaded={}, _personas={})


def _same_ids(library: Library) -> Iterator[Problem]:
    from scenarios.problems import make_problem

    first: dict[str, str] = {}
    for one in (library, *library.packs):
        for scenario_id in one.own_ids:
            path = one.path(scenario_id, "scenario.yaml", full=True)
            other = first.setdefault(scenario_id, path)
            if other is not path:
                yield make_problem(path, 0, 0, "S117", {"value": scenario_id, "other": other})


class _OnDemand(Mapping[str, _T]):
    """Values by id, each made at its first look-up."""

    def __init__(self, ids: tuple[str, ...], make: Callable[[str], _T]) -> None:
        self._ids, self._make = ids, make

    def __getitem__(self, key: str) -> _T:
        if key not in self._ids:
            raise KeyError(key)
        return self._make(key)

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


@dataclass
class Library:
    """A folder of scenarios with its personas, handbook and shop; each file is read once.

    Raises SourceError with every problem of the file that was asked for.
    """

    root: Traversable
    cache: Cache | None = None
    shown: str = ""
    """How the paths in problems begin, where a file would not be found without it."""
    base: Library | None = None
    """Where personas, handbook and shop come from that this folder does not bring itself."""
    packs: tuple[Library, ...] = ()
    """Further folders whose scenarios are found here too (see ``joined``)."""
    handbooks: Mapping[str, bytes] = field(default_factory=dict)
    """Texts of handbooks, by id, that take the place of those in the files (see ``with_handbooks``)."""
    _loaded: dict[str, Scenario] = field(default_factory=dict)
    _personas: dict[str, Persona] = field(default_factory=dict)

    @cached_property
    def own_ids(self) -> tuple[str, ...]:
        """Ids of this folder's scenarios, sorted; the folders that hold a ``scenario.yaml``."""
        return tuple(name for name in names_in(self.root, self.path(full=True)) if self._has(name))

    def _has(self, name: str) -> bool:
        """Whether a scenario stands in this folder; one that nobody may look into may be one."""
        file = self._file(name, "scenario.yaml")
        try:
            return stands(file)
        except OSError:
            return is_identifier(name) and name not in (*_SHARED, "programmes")

    @cached_property
    def _holders(self) -> Mapping[str, Library]:
        libraries = (self, *self.packs)
        return {scenario_id: one for one in libraries for scenario_id in one.own_ids}

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Ids of all scenarios, sorted, those of the packs among them."""
        return tuple(sorted(self._holders))

    def holder(self, scenario_id: str) -> Library:
        """The folder that this scenario stands in; raises UnknownScenario."""
        if scenario_id not in self._holders:
            raise UnknownScenario(scenario_id, self.ids)
        return self._holders[scenario_id]

    @cached_property
    def handbook(self) -> Handbook:
        return self._value(Handbook, _HANDBOOK)

    @cached_property
    def shop(self) -> Shop:
        return self._value(Shop, ("shop.yaml",))

    def handbook_text(self) -> bytes:
        """The file of this folder's handbook as it is in force."""
        text = self._bearer(_HANDBOOK)._source(_HANDBOOK)
        if text is None:
            raise KeyError(self.handbook.id)  # removed since it was read
        return text

    @cached_property
    def _filed_handbook(self) -> str:
        """The id of the handbook in this folder's file."""
        plain = replace(self, handbooks={}, packs=(), _loaded={}, _personas={})
        return plain.handbook.id

    def handbook_of(self, scenario_id: str) -> Handbook:
        """The rules that this scenario cites."""
        return self.holder(scenario_id).handbook

    def shop_of(self, scenario_id: str) -> Shop:
        return self.holder(scenario_id).shop

    def persona_of(self, scenario_id: str) -> Persona:
        """The customer of this scenario; a pack's own comes before one of the same name here."""
        return self.holder(scenario_id).persona(self.scenario(scenario_id).customer.persona)

    def handbook_version(self, scenario_id: str) -> str:
        handbook = self.handbook_of(scenario_id)
        return f"{handbook.id} {handbook.version}"

    def scenario(self, scenario_id: str) -> Scenario:
        """One scenario, decoded and checked; raises UnknownScenario or SourceError."""
        holder = self.holder(scenario_id)
        if scenario_id not in holder._loaded:
            holder._loaded[scenario_id] = holder._load_scenario(scenario_id)
        return holder._loaded[scenario_id]

    def tree(self, scenario_id: str) -> tuple[str, Node]:
        """The path of a scenario's file and the file as it was read, for places in it."""
        holder, parts = self.holder(scenario_id), (scenario_id, "scenario.yaml")
        path = holder.path(*parts)
        return path, holder._node(holder._source(parts), parts, path)

    def card(self, scenario_id: str) -> Card:
        """What a list shows of a scenario; far quicker than the whole, and raises the same."""
        return self.holder(scenario_id)._card(scenario_id)

    @cached_property
    def persona_ids(self) -> tuple[str, ...]:
        """Ids of the personas that a scenario of this folder may name, sorted."""
        own = set(self._yaml_files("personas"))
        return tuple(sorted(own.union(self.base.persona_ids if self.base else ())))

    def persona(self, persona_id: str) -> Persona:
        """A persona of this folder or of its base."""
        if persona_id not in self._personas:
            parts = ("personas", f"{persona_id}.yaml")
            self._personas[persona_id] = self._value(Persona, parts, _persona_problems)
        return self._personas[persona_id]

    def digest(self, scenario_id: str) -> str:
        """sha256 over the bytes of everything that decides how this scenario plays."""
        holder = self.holder(scenario_id)
        scenario = holder.scenario(scenario_id)
        parts = (
            (scenario_id, "scenario.yaml"),
            ("personas", f"{scenario.customer.persona}.yaml"),
            ("shop.yaml",),
        )
        total = hashlib.sha256()
        for part in parts:
            file = holder._bearer(part)._file(*part)
            total.update(hashlib.sha256(file.read_bytes()).digest())
        return total.hexdigest()

    def exemplars(self, scenario_id: str) -> tuple[Exemplar, ...]:
        """The exemplars of one scenario, sorted by file name."""
        return tuple(self.exemplar(scenario_id, name) for name in self.exemplar_names(scenario_id))

    def exemplar(self, scenario_id: str, name: str) -> Exemplar:
        """One exemplar by its file name without ending, such as ``ja-good``."""
        parts = (scenario_id, "exemplars", f"{name}.yaml")
        return self.holder(scenario_id)._value(Exemplar, parts, _exemplar_problems)

    def exemplar_names(self, scenario_id: str) -> tuple[str, ...]:
        """Their file names without ending, sorted."""
        return self.holder(scenario_id)._yaml_files(scenario_id, "exemplars")

    @cached_property
    def catalog(self) -> Catalog:
        """Everything; a scenario is read when it is first looked up (see ``check_all``)."""
        return Catalog(
            _OnDemand(self.ids, self.scenario),
            _OnDemand(self.persona_ids, self.persona),
            self.handbook,
            self.shop,
            _OnDemand(self.ids, self.digest),
            _OnDemand(self.ids, self.handbook_of),
            _OnDemand(self.ids, self.shop_of),
        )

    def check_all(self) -> None:
        """Read every scenario; problems of all files are reported together."""
        from scenarios.problems import SourceError

        problems: list[Problem] = []
        for scenario_id in self.ids:
            try:
                self.scenario(scenario_id)
            except SourceError as error:
                problems.extend(error.problems)
        _refuse(problems)

    def path(self, *parts: str, full: bool = False) -> str:
        """The path of a file as problems show it; *full*: such that nobody has to know where."""
        start = self.shown or (str(self.root) if full else "")
        return "/".join((start, *parts) if start else parts)

    def file(self, *parts: str) -> Traversable:
        """A file by its path in this folder, or the base's where this folder brings none."""
        return self._bearer(parts)._file(*parts)

    def _bearer(self, parts: tuple[str, ...]) -> Library:
        """The library that this file comes from: this one, or its base where it has none."""
        if self.base is None or parts[0] not in _SHARED or may_stand(self._file(*parts)):
            return self
        return self.base._bearer(parts)

    def _file(self, *parts: str) -> Traversable:
        place = self.root
        for part in parts:
            place = place / part
        return place

    def _yaml_files(self, *parts: str) -> tuple[str, ...]:
        """The files of a folder, without ending, sorted."""
        names = yaml_names(self._file(*parts), self.path(*parts))
        return tuple(sorted(name.removesuffix(".yaml") for name in names))

    def _source(self, parts: tuple[str, ...]) -> bytes | None:
        """The bytes of a file, or of what takes its place; None where it cannot be read."""
        if parts == _HANDBOOK and self.handbooks:
            other = self.handbooks.get(self._filed_handbook)
            if other is not None:
                return other
        file = self._file(*parts)
        try:
            if not file.is_file():
                return None
            with file.open("rb") as stream:
                return stream.read(_READ_BYTES)
        except (OSError, ValueError):
            return None

    def _value(
        self,
        into: type[_T],
        parts: tuple[str, ...],
        check: _Check[_T] | None = None,
        beside: tuple[tuple[str, ...], ...] = (),
    ) -> _T:
        """The checked value of a file; *beside* are the other files that the check looks at."""
        bearer = self._bearer(parts)
        if bearer is not self:
            return bearer._value(into, parts, check, beside)
        data = self._source(parts)
        sources = self._sources(parts, data, beside)
        if self.cache and sources:
            kept = self.cache.load(into, sources)
            if kept is not None:
                return kept
        path = self.path(*parts)
        node = self._node(data, parts, path)
        value = self._completed(_decoded(node, into, path), node)
        if check is not None:
            _refuse(check(value, node, path))
        if self.cache and sources:
            self.cache.save(into, sources, value)
        return value

    def _sources(
        self, parts: tuple[str, ...], data: bytes | None, beside: tuple[tuple[str, ...], ...]
    ) -> list[bytes] | None:
        """What a checked value is made from: where its file lies, what that and others hold.

        None where one of them cannot be read.
        """
        given = [data, *(self._bearer(one)._source(one) for one in beside)]
        sources = [source for source in given if source is not None]
        place = "/".join(parts).encode("utf-8", "surrogatepass")  # names need not be UTF-8
        return [place, *sources] if len(sources) == len(given) else None

    def _completed(self, value: _T, node: Node) -> _T:
        """*value* with what its file leaves out, where that has a general form."""
        if not isinstance(value, Scenario):
            return value
        from scenarios.defaults import complete

        return cast("_T", complete(value, node, self.shop, self.handbook))

    def _node(self, data: bytes | None, parts: tuple[str, ...], path: str) -> Node:
        # Only for a file that is new or has changed, so a usual start does without the parser.
        from scenarios.yaml_source import read_yaml_file, read_yaml_text

        if data is None:  # this one tells why
            return read_yaml_file(self._file(*parts), path)
        return read_yaml_text(data, path)

    def _load_scenario(self, scenario_id: str) -> Scenario:
        def problems(scenario: Scenario, node: Node, path: str) -> list[Problem]:
            from scenarios.lint import lint_scenario

            return lint_scenario(scenario, node, path, self.shop, self.handbook)

        parts = (scenario_id, "scenario.yaml")
        scenario = self._value(Scenario, parts, problems, beside=_CHECKED_WITH)
        self.persona(scenario.customer.persona)
        return scenario

    def _card(self, scenario_id: str) -> Card:
        parts = (scenario_id, "scenario.yaml")
        sources = self._sources(parts, self._source(parts), _CHECKED_WITH)
        kept = self.cache.load(Card, sources) if self.cache and sources else None
        if kept is not None:
            return kept
        card = card_of(self.scenario(scenario_id))
        if self.cache and sources:
            self.cache.save(Card, sources, card)
        return card


def _decoded(node: Node, into: type[_T], path: str) -> _T:
    from scenarios.decode import decode

    problems: list[Problem] = []
    value = decode(node, into, path, problems)
    _refuse(problems)
    assert value is not None
    return value


def _refuse(problems: list[Problem]) -> None:
    if problems:
        from scenarios import lint_texts  # noqa: F401  (registers the words of the codes)
        from scenarios.problems import SourceError

        raise SourceError(sorted(problems, key=lambda p: (p.path, p.line, p.column, p.code)))


def _persona_problems(persona: Persona, node: Node, path: str) -> list[Problem]:
    from scenarios.lint import lint_persona

    return lint_persona(persona, node, path)


def _exemplar_problems(exemplar: Exemplar, node: Node, path: str) -> list[Problem]:
    from scenarios.lint_files import lint_exemplar_form

    return lint_exemplar_form(exemplar, node, path)
