"""Which scenarios a tool for writers is to look at: ids of the library, or folders of drafts."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from scenarios.loader import UnknownScenario, builtin_library
from scenarios.places import exists, expanded, may_stand
from simulator.libraries import PACKS_VARIABLE, quick_cache, quick_library

if TYPE_CHECKING:
    from scenarios.loader import Library

__all__ = ["Target", "find_targets", "pack_option"]


@dataclass(frozen=True, slots=True)
class Target:
    """One scenario, in a form that can be handed to another process."""

    scenario: str
    folder: str = ""
    """The folder above a draft that was named by its path; empty for one of the library."""

    def library(self) -> Library:
        """The library in which it stands; a draft's is its folder and the built-in rest.

        A draft is found by its path, so it may bear the id of a scenario of the library.
        """
        if not self.folder:
            return quick_library()
        from scenarios.packs import folder_pack, pack_library

        base = builtin_library(quick_cache(os.environ))
        return pack_library(folder_pack(self.folder), base)

    def kept_library(self) -> Library:
        """The same, opened once for all looks at it; for what was read before."""
        return _kept(self.folder, os.environ.get(PACKS_VARIABLE, ""))


@cache
def _kept(folder: str, packs: str) -> Library:
    del packs  # with other packs it is another library
    return Target("", folder).library()


def find_targets(given: Iterable[str]) -> list[Target]:
    """What the arguments name, each once and in their order; without arguments the whole library.

    An argument is an id, the folder of a scenario or its ``scenario.yaml``. Raises UnknownScenario,
    or SourceError for a path that leads nowhere.
    """
    library = quick_library()
    wanted = list(given)
    if not wanted:
        return [Target(scenario_id) for scenario_id in library.ids]
    return list(dict.fromkeys(_target(argument, library) for argument in wanted))


def pack_option(target: Target, given: Iterable[str]) -> str:
    """What has to stand in a command behind the id of a scenario, so that it is found again.

    *given* are the packs of this command line; those of the environment are there for the next, too.
    """
    holders = (f for f in given if may_stand(expanded(f) / target.scenario / "scenario.yaml"))
    folder = target.folder or next(holders, "")
    return f" --pack {shlex.quote(folder)}" if folder else ""


def _target(argument: str, library: Library) -> Target:
    if argument in library.ids:
        return Target(argument)
    path = expanded(argument)
    if path.name == "scenario.yaml":
        path = path.parent
    if may_stand(path / "scenario.yaml"):
        whole = Path(os.path.normpath(path.absolute()))
        return Target(whole.name, str(path.parent if path.name == whole.name else whole.parent))
    if len(path.parts) > 1 or exists(path):
        from scenarios.misnamed import no_scenario
        from scenarios.problems import SourceError

        raise SourceError([no_scenario(path, argument)])
    raise UnknownScenario(argument, library.ids)
