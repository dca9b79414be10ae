"""The first line of a file that tells an editor which schema it follows.

``# yaml-language-server: $schema=PATH`` is understood by the editors that check YAML while somebody
types; the path is relative, so it holds wherever the folder goes. ``python -m scenarios.modelines``
puts it on every built-in scenario and programme that lacks it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

__all__ = ["CATALOG_SCHEMAS", "PACK_SCHEMAS", "file_kind", "modeline", "with_modeline"]

CATALOG_SCHEMAS: Final = "../schema"
"""Where the schemas are, seen from the built-in library."""
PACK_SCHEMAS: Final = ".schema"
"""Where a pack keeps its copies, so that it works on every machine."""
_PREFIX: Final = "# yaml-language-server: $schema="


def file_kind(parts: tuple[str, ...]) -> str:
    """What a file is, by its place in its library: ``("late-delivery", "scenario.yaml")``."""
    if len(parts) > 1 and parts[-2] == "exemplars":
        return "exemplar"
    if len(parts) > 1 and parts[-2] == "personas":
        return "persona"
    if len(parts) > 1 and parts[-2] == "programmes":
        return "programme"
    return parts[-1].removesuffix(".yaml")


def modeline(parts: tuple[str, ...], schemas: str) -> str:
    """The line for a file; *schemas* is the folder of the schemas, seen from the library."""
    up = "../" * (len(parts) - 1)
    return f"{_PREFIX}{up}{schemas}/{file_kind(parts)}.json"


def with_modeline(text: str, line: str) -> str:
    """*text* with *line* as its first; another such line gives way to it."""
    first, end, rest = text.partition("\n")
    return f"{line}\n{rest if first.startswith(_PREFIX) else first + end + rest}"


def _write() -> None:
    root = Path(__file__).with_name("catalog")
    for file in sorted(root.rglob("*.yaml")):
        _give(file, modeline(file.relative_to(root).parts, CATALOG_SCHEMAS))
    for file in sorted(root.parent.glob("programmes/*.yaml")):
        _give(file, modeline(file.relative_to(root.parent).parts, "schema"))


def _give(file: Path, line: str) -> None:
    before = file.read_text("utf-8")
    after = with_modeline(before, line)
    if after != before:
        file.write_text(after, "utf-8", newline="\n")


if __name__ == "__main__":
    _write()
