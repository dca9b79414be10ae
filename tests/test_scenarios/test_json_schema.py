"""The schemas for editors: made from the model, kept in step, true of every file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from scenarios.explanations import explanations
from scenarios.json_schema import FOLDER, KINDS, file_name, schema_text
from scenarios.loader import builtin_library
from scenarios.modelines import CATALOG_SCHEMAS, modeline
from scenarios.yaml_source import Mapping, Node, Scalar, read_yaml_file, read_yaml_text
from simulator.cli import main

CATALOG = Path(str(builtin_library().root))
PACK = Path(__file__).parents[1] / "data" / "first-pack"


@cache
def validator(kind: str) -> jsonschema.Draft7Validator:
    schema = json.loads((FOLDER / file_name(kind)).read_text("utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


def as_json(node: Node) -> Any:
    """The tree as an editor's YAML reader sees it."""
    if isinstance(node, Mapping):
        return {key.text: as_json(value) for key, value in node.entries}
    if not isinstance(node, Scalar):
        return [as_json(item) for item in node.items]
    if node.plain and node.text in ("true", "false"):
        return node.text == "true"
    if node.plain and node.text.lstrip("-").isdigit():
        return int(node.text)
    return node.text


def files() -> Iterator[tuple[str, Path]]:
    for root in (CATALOG, PACK):
        yield from (("scenario", file) for file in sorted(root.glob("*/scenario.yaml")))
        yield from (("exemplar", file) for file in sorted(root.glob("*/exemplars/*.yaml")))
        yield from (("persona", file) for file in sorted(root.glob("personas/*.yaml")))
    yield "handbook", CATALOG / "handbook.yaml"
    yield "shop", CATALOG / "shop.yaml"


@pytest.mark.parametrize("kind", KINDS)
def test_the_files_are_up_to_date(kind: str) -> None:
    """``python -m scenarios.json_schema`` writes them anew after a change of the model."""
    assert (FOLDER / file_name(kind)).read_text("utf-8") == schema_text(kind)


@pytest.mark.parametrize("kind", KINDS)
def test_the_command_prints_the_schema(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", kind]) == 0
    assert capsys.readouterr().out == (FOLDER / file_name(kind)).read_text("utf-8")


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_is_described(kind: str) -> None:
    """An editor can say of every key what it means."""
    schema = validator(kind).schema
    blocks = [schema, *schema["definitions"].values()]
    silent = [
        f"{block.get('title')}.{key}"
        for block in blocks
        for key, value in block.get("properties", {}).items()
        if not value.get("description")
    ]
    assert silent == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_file_fits(kind: str) -> None:
    """No file of the library and no small scenario is marked as wrong by an editor."""
    wrong = {
        str(file): [f"{'/'.join(map(str, e.path))}: {e.message[:120]}" for e in errors]
        for found, file in files()
        if found == kind
        for errors in [list(validator(kind).iter_errors(as_json(read_yaml_file(file))))]
        if errors
    }
    assert wrong == {}


def test_every_file_of_the_library_names_its_schema() -> None:
    """An editor finds the schema by the first line; ``python -m scenarios.modelines`` adds it."""
    without = []
    for file in sorted(CATALOG.rglob("*.yaml")):
        line = modeline(file.relative_to(CATALOG).parts, CATALOG_SCHEMAS)
        if not file.read_text("utf-8").startswith(f"{line}\n"):
            without.append(str(file))
        path = line.partition("$schema=")[2]
        assert (file.parent / path).resolve().is_file()
    assert without == []


BY_SHAPE = ["D101", "D102", "D103", "D104", "D106", "D201", "D202", "D203", "D204", "D205", "D206"]


@pytest.mark.parametrize("code", [*BY_SHAPE, "C101", "C102", "S109", "S110", "S118"])
def test_it_marks_what_the_reader_refuses(code: str) -> None:
    """The wrong example of each problem of shape is wrong to an editor, the right one is not."""
    found = explanations()[code]
    base = "wrong-colour/scenario.yaml"
    if found.file == "exemplar":
        base = "wrong-colour/exemplars/en-good.yaml"
    whole = as_json(read_yaml_file(PACK / base))
    for text, sound in ((found.wrong, False), (found.right, True)):
        changed = {**whole, **as_json(read_yaml_text(text, "s.yaml"))}
        assert validator(found.file).is_valid(changed) == sound, text


def test_words_to_choose_from_are_listed() -> None:
    """Acts, breaches, duties and types can be completed."""
    definitions = validator("scenario").schema["definitions"]
    assert "beyond-authority" in definitions["Breach"]["enum"]
    assert "time-and-owner" in definitions["Duty"]["enum"]
    assert "wrong-item" in definitions["ComplaintType"]["enum"]
    assert "apologise" in definitions["Hears"]["anyOf"][0]["enum"]
    kinds = definitions["TopicKind"]
    assert len(kinds["enum"]) == len(kinds["enumDescriptions"])
