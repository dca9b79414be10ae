"""What ``scenarios/README.md`` lists, once in each language: scenarios, and names to choose from.

``python -m scenarios.listing`` writes it between the marks that stand there; with ``--check`` it
writes nothing and ends with 1 where a list is out of date.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from scenarios.complaints import CATEGORY_NAMES, CATEGORY_OF, TYPE_NAMES, ComplaintType
from scenarios.language import LANGUAGES, Language, Text
from scenarios.loader import Library, builtin_library
from scenarios.model import EVERYDAY_PERSONA, Channel

__all__ = ["README", "choices", "listing", "with_listings"]

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


_TYPES: Final = Text("`type`（種類）", "`type`")
_SKILLS: Final = Text("`skills`（練習できること）", "`skills`")
_CLAUSES: Final = Text("`clauses`（条項）", "`clauses`")
_ACTIONS: Final = Text(
    "手元の操作（`deed`、`done`、`desk`、お手本の `action`）とその `args`",
    "desk actions (`deed`, `done`, `desk`, `action` of an exemplar) with their `args`",
)
_PERSONAS: Final = Text(
    "`persona`（人物）と、その人が出るシナリオ", "`persona`, with the scenarios that it plays in"
)

_NAMELESS: Final = Text("名前を書かないとき", "where none is named")


def choices(library: Library, language: Language) -> str:
    """What a scenario's keys may name, a list each: types, clauses, desk actions, personas."""
    shop, handbook = library.shop, library.handbook
    between = "、" if language == "ja" else ", "
    types = [f"`{kind}` {TYPE_NAMES[kind].of(language)}" for kind in ComplaintType]
    clauses = [f"`{clause.id}` {clause.number}" for clause in handbook.clauses]
    actions = [
        f"`{name}`" + (f" ({', '.join(action.arguments)})" if action.arguments else "")
        for name, action in shop.actions.items()
    ]
    practised = {skill for name in library.own_ids for skill in library.scenario(name).skills}
    skills = [f"`{skill}`" for skill in sorted(practised)]
    lists = ((_TYPES, types), (_SKILLS, skills), (_CLAUSES, clauses), (_ACTIONS, actions))
    lines = [f"- {head.of(language)}: {between.join(names)}" for head, names in lists]
    people = [f"  - {one}" for one in _personas(library, language)]
    return "\n".join([*lines, f"- {_PERSONAS.of(language)}:", *people])


def _personas(library: Library, language: Language) -> Iterator[str]:
    played: dict[str, list[str]] = {}
    titles: dict[str, str] = {}
    for scenario_id in library.own_ids:
        persona = library.persona_of(scenario_id)
        played.setdefault(persona.id, []).append(f"`{scenario_id}`")
        titles[persona.id] = persona.title.of(language)
    everyday = library.persona(EVERYDAY_PERSONA)
    yield f"`{everyday.id}` {everyday.title.of(language)}: {_NAMELESS.of(language)}"
    for name in sorted(played.keys() - {everyday.id}):
        yield f"`{name}` {titles[name]}: {', '.join(played[name])}"


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def with_listings(text: str, library: Library) -> str:
    """*text* with the tables put between their marks; raises ValueError where one is missing."""
    for language in LANGUAGES:
        for name, made in (("scenarios", listing), ("choices", choices)):
            start, end = f"<!-- {name} {language} -->\n", f"\n<!-- end of {name} {language} -->"
            before, found, rest = text.partition(start)
            _, closed, after = rest.partition(end)
            if not (found and closed):
                raise ValueError(start.strip())
            text = before + start + made(library, language) + end + after
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
