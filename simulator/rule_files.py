"""Files of rules that a lead changed: read, checked, held against the rules in force; and copied out.

A rubric is ``standard.yaml``, ``messages.yaml`` and ``context.yaml``; a handbook says by its ``id``
which one it is to take the place of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from scenarios.lint import Lint
from scenarios.model import Handbook
from scenarios.problems import SourceError
from scenarios.yaml_source import MAX_BYTES, Scalar, read_yaml_text
from scenarios.yaml_source import Mapping as MappingNode
from scoring.rubric_check import checked_handbook, checked_rubric
from scoring.rubrics.rubric import RUBRICS, Rubric, rubric_files
from simulator.adopted import RuleTexts, encoded, handbook_file
from simulator.errors import UsageError
from simulator.machine.files import made_folder, write_whole
from simulator.machine.left_out import leave_out

if TYPE_CHECKING:
    from scenarios.loader import Library

__all__ = ["Proposal", "clauses_of", "copy_rules", "read_proposal", "rules_in_force"]

_MAIN: Final = rubric_files()[0]


@dataclass(frozen=True, slots=True)
class Proposal:
    """Rules that may be adopted: they have been read and checked whole."""

    rules: RuleTexts
    """All that would be in force beside the program's own."""
    changed: tuple[str, ...]
    """Names of the files that differ from those in force."""
    rubric: Rubric


def read_proposal(
    rubric: str | None, handbooks: Iterable[str], library: Library, in_force: RuleTexts
) -> Proposal:
    """The rules in force with these files in their places.

    *rubric* is a file or a folder; a folder may hold handbooks as well (``handbook*.yaml``).
    *library* has the handbooks in force. Raises UsageError for what cannot be read and SourceError
    with every problem of the first file, or the rubric, that has any.
    """
    given: dict[str, bytes] = {}
    paths: dict[str, str] = {}
    books = [Path(book) for book in handbooks]
    if rubric is not None:
        place = Path(rubric)
        found = list(_in_folder(place)) if place.is_dir() else [(_file_name(place), place)]
        for name, path in found:
            if name in rubric_files():
                given[name], paths[name] = _bytes(path), str(path)
            else:
                books.append(path)
    whole = {**{n: t for n, t in encoded(in_force).items() if n in rubric_files()}, **given}
    judged_by = checked_rubric(whole, paths)
    for book in books:
        text = _bytes(book)
        handbook = _handbook(text, str(book), library, judged_by)
        given[handbook_file(handbook.id)] = text
    before = rules_in_force(library, in_force)
    texts = {name: _text(data) for name, data in given.items()}
    changed = {name: text for name, text in texts.items() if text != before.get(name)}
    rules = {**in_force, **changed}
    own = {name: rules[name] for name in rubric_files() if rules.get(name) == _own(name)}
    rules = {name: text for name, text in rules.items() if name not in own}
    return Proposal(rules, tuple(sorted(changed)), judged_by)


def rules_in_force(library: Library, in_force: RuleTexts) -> dict[str, str]:
    """Every file of the rules in force with its text; *library* has the handbooks in force."""
    texts = {name: _own(name) for name in rubric_files()}
    texts |= {name: text for name, text in in_force.items() if name in texts}
    for handbook_id, (holder, _) in _handbooks(library).items():
        texts[handbook_file(handbook_id)] = _text(holder.handbook_text())
    return texts


def _handbooks(library: Library) -> dict[str, tuple[Library, Handbook]]:
    """Every handbook by its id, with the folder of scenarios that it comes with.

    One that cannot be read makes all scenarios of its pack unreadable: they are told of.
    """
    found: dict[str, tuple[Library, Handbook]] = {}
    for one in (library, *library.packs):
        try:
            handbook = one.handbook
        except SourceError:
            for scenario_id in one.own_ids:
                leave_out("scenarios", scenario_id)
        else:
            found.setdefault(handbook.id, (one, handbook))
    return dict(sorted(found.items()))


def copy_rules(folder: Path, library: Library, in_force: RuleTexts) -> list[Path]:
    """Write the rules in force into *folder*, for changing them; the files that were written.

    All of them or none. Raises UsageError where one of them is there already or cannot be written.
    """
    texts = rules_in_force(library, in_force)
    paths = [folder / name for name in sorted(texts)]
    for path in paths:
        if path.exists():
            raise UsageError("usage.exists", file=str(path))
    try:
        with made_folder(folder), ExitStack() as undo:
            for path in paths:
                write_whole(path, [texts[path.name]])
                undo.callback(path.unlink)
            undo.pop_all()
    except OSError as error:
        raise UsageError(
            "usage.unwritable", file=str(folder), reason=error.strerror or ""
        ) from error
    return paths


def _own(name: str) -> str:
    """The text of a rubric's file as it came with the program."""
    return _text((RUBRICS / name).read_bytes())


# ---------------------------------------------------------------- reading


def _in_folder(folder: Path) -> Iterator[tuple[str, Path]]:
    try:
        names = sorted(path.name for path in folder.iterdir())
    except OSError as error:
        raise UsageError(
            "usage.real-file", file=str(folder), reason=error.strerror or ""
        ) from error
    found = [
        name
        for name in names
        if name in rubric_files() or (name.startswith("handbook") and name.endswith(".yaml"))
    ]
    if not found:
        expected = ", ".join((*rubric_files(), "handbook*.yaml"))
        raise UsageError("usage.no-rules", file=str(folder), expected=expected)
    for name in found:
        yield name, folder / name


def _file_name(path: Path) -> str:
    """Which of a rubric's files this one is; one of any other name holds its rules."""
    return path.name if path.name in rubric_files() else _MAIN


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise UsageError("usage.real-file", file=str(path), reason=reason) from error


def _text(data: bytes) -> str:
    return data.decode("utf-8-sig").replace("\r\n", "\n")


def _handbook(text: bytes, path: str, library: Library, rubric: Rubric) -> Handbook:
    node = read_yaml_text(text, path)
    found = node.get("id") if isinstance(node, MappingNode) else None
    known = {name: handbook for name, (_, handbook) in _handbooks(library).items()}
    if isinstance(found, Scalar) and found.text not in known:
        lint = Lint(node, path)
        lint.known(found.text, known, "@handbook", found.mark)
        raise SourceError(lint.problems)
    handbook_id = found.text if isinstance(found, Scalar) else ""
    return checked_handbook(
        text, path, _cited(handbook_id, library, rubric), known.get(handbook_id)
    )


def clauses_of(rubric: Rubric) -> tuple[str, ...]:
    """The clauses that feedback cites, each once."""
    clauses = [c.clause for d in rubric.dimensions.values() for c in d.criteria.values()]
    clauses += [fault.clause for fault in rubric.faults.values()]
    clauses += [gate.clause for gate in rubric.gates]
    return tuple(dict.fromkeys(clause for clause in clauses if clause is not None))


def _cited(handbook_id: str, library: Library, rubric: Rubric) -> Mapping[str, str]:
    """Each clause of the handbook that something relies on, and one that does."""
    cited: dict[str, str] = {}
    if handbook_id == library.handbook.id:
        cited = dict.fromkeys(clauses_of(rubric), rubric.id)
    for scenario_id in library.ids:
        try:
            scenario, its_handbook = library.scenario(scenario_id), library.handbook_of(scenario_id)
        except SourceError:
            leave_out("scenarios", scenario_id)
            continue
        if its_handbook.id == handbook_id:
            for clause in scenario.clauses:
                cited.setdefault(clause, scenario_id)
    return cited
