"""The table of the built-in scenarios in ``scenarios/README.md``, once in each language.

``python -m scenarios.listing`` writes it between the marks that stand there; with ``--check`` it
writes nothing and ends with 1 where the table is out of date.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from scenarios.complaints import CATEGORY_NAMES, CATEGORY_OF, TYPE_NAMES
from scenarios.language import LANGUAGES, Language, Text
from scenarios.loader import Library, builtin_library
from scenarios.model import Channel

__all__ = ["README", "listing", "with_listings"]

README: Final = Path(__file__).with_name("README.md")
_CHANNELS: Final[Mapping[Channel, Text]] = {
    "phone": Text("電話", "phone"),
    "chat": Text("チャット", "chat"),
    "email": Text("メール", "e-mail"),
    "visit": Text("対面", "face to face"),
}
_HEADS: Final = Text(
    "id|題名|種類（分野）|窓口|難しさ|言語|結末|関わる条項",
    "id|title|type (category)|channel|difficulty|languages|endings|clauses",
)
_COUNT: Final = Text("全{count}本。", "{count} scenarios.")


def listing(library: Library, language: Language) -> str:
    """A line with the count, and a Markdown table of the library's own scenarios."""
    heads = _HEADS.of(language).split("|")
    rows = [_cells(library, scenario_id, language) for scenario_id in library.own_ids]
    count = _COUNT.of(language).format(count=len(rows))
    return "\n".join([count, "", _row(heads), _row(["---"] * len(heads)), *map(_row, rows)])


def _cells(library: Library, scenario_id: str, language: Language) -> list[str]:
    scenario = library.scenario(scenario_id)
    numbers = {clause.id: clause.number for clause in library.handbook_of(scenario_id).clauses}
    played_in = {name.partition("-")[0] for name in library.exemplar_names(scenario_id)}
    kind, category = TYPE_NAMES[scenario.type], CATEGORY_NAMES[CATEGORY_OF[scenario.type]]
    brackets = "{}（{}）" if language == "ja" else "{} ({})"
    return [
        f"`{scenario_id}`",
        scenario.title.of(language),
        brackets.format(kind.of(language), category.of(language)),
        _CHANNELS[scenario.channel].of(language),
        str(scenario.difficulty),
        ", ".join(code for code in LANGUAGES if code in played_in),
        str(len(scenario.endings)),
        " ".join(sorted(numbers[clause] for clause in scenario.clauses)),
    ]


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def with_listings(text: str, library: Library) -> str:
    """*text* with the tables put between their marks; raises ValueError where one is missing."""
    for language in LANGUAGES:
        start, end = f"<!-- scenarios {language} -->\n", f"\n<!-- end of scenarios {language} -->"
        before, found, rest = text.partition(start)
        _, closed, after = rest.partition(end)
        if not (found and closed):
            raise ValueError(start.strip())
        text = before + start + listing(library, language) + end + after
    return text


def _main(arguments: Sequence[str]) -> int:
    before = README.read_text("utf-8")
    after = with_listings(before, builtin_library())
    if "--check" in arguments:
        return int(after != before)
    if after != before:
        README.write_text(after, "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(_main(sys.argv[1:]))
