"""A first scenario says little; the rest is general, and it plays and is graded all the same."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from scenarios.decode import decode
from scenarios.defaults import GENERAL_ENDINGS, complete
from scenarios.freeze import to_plain
from scenarios.language import LANGUAGES, Language
from scenarios.lint import REQUIRED_ENDINGS
from scenarios.loader import Library, builtin_library, joined
from scenarios.model import EVERYDAY_PERSONA, Scenario
from scenarios.problems import SourceError
from scenarios.yaml_source import Mapping, Node, read_yaml_file, read_yaml_text
from simulator.contact import Contact, Start
from simulator.workplace import Workplace, temporary_workplace
from simulator.writing.exemplars import check_exemplar

PACK = Path(__file__).parents[1] / "data" / "first-pack"
FILE = PACK / "wrong-colour" / "scenario.yaml"
BUILTIN = builtin_library()
LIBRARY = joined(BUILTIN, [Library(PACK, base=BUILTIN)])


def decoded(node: Node) -> Scenario:
    problems: list = []
    scenario = decode(node, Scenario, "s.yaml", problems)
    assert scenario is not None, problems
    return scenario


def completed(text: str) -> Scenario:
    node = read_yaml_text(text, "s.yaml")
    return complete(decoded(node), node, BUILTIN.shop, BUILTIN.handbook)


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workplace]:
    made = temporary_workplace(Path(tmp_path_factory.mktemp("first")), LIBRARY)
    yield made
    made.close()


def test_a_first_scenario_is_small() -> None:
    """Under eighty lines for both languages, and nine keys at the top."""
    node = read_yaml_file(FILE)
    assert isinstance(node, Mapping)
    assert len(FILE.read_text(encoding="utf-8").splitlines()) < 80
    assert len(node.entries) <= 9


def test_every_gap_is_filled() -> None:
    """What plays and grades finds an entry point, all ways out, goals, a wish, a note, clauses."""
    scenario = LIBRARY.scenario("wrong-colour")
    assert scenario.first_stage == "opening"
    assert scenario.customer.persona == EVERYDAY_PERSONA
    assert {e.by for e in scenario.endings.values() if not e.when} == set(REQUIRED_ENDINGS)
    assert any(e.outcome == "good" for e in scenario.endings.values())
    assert scenario.goals
    assert scenario.wishes
    assert [item.field for item in scenario.note][-2:] == ["who", "when"]
    assert "authority" in scenario.clauses
    assert "card-data" not in scenario.clauses
    assert scenario.summary.en == ("Murata ordered a navy apron (3,200 yen) and a red one came.")
    assert "金曜日の料理教室" in scenario.customer.about.ja
    assert all(stage.again for stage in scenario.stages.values())


@pytest.mark.parametrize("scenario_id", BUILTIN.ids)
def test_a_complete_scenario_is_left_alone(scenario_id: str) -> None:
    """Scenarios that say everything themselves are not touched."""
    node = read_yaml_file(BUILTIN.root / scenario_id / "scenario.yaml")
    scenario = decoded(node)
    assert isinstance(node, Mapping)
    given = [node.get(key) for key in ("summary", "goals", "wishes", "note", "clauses")]
    # A stage that has an answer to anything needs no 'again'.
    given += [stage.again for stage in scenario.stages.values()]
    if any(value is None for value in given):
        pytest.skip("leaves something out")
    assert complete(scenario, node, BUILTIN.shop, BUILTIN.handbook) is scenario


def test_an_empty_list_is_an_answer() -> None:
    """Goals, wishes and notes that a writer left empty on purpose stay empty."""
    text = FILE.read_text(encoding="utf-8") + "goals: []\nwishes: []\nnote: []\n"
    scenario = completed(text)
    assert (scenario.goals, scenario.wishes, scenario.note) == ((), (), ())


def test_own_endings_come_first_and_alone_for_their_way() -> None:
    """A way out that the writer has written gets no general ending beside it."""
    text = FILE.read_text(encoding="utf-8") + (
        "endings:\n"
        "  done:\n"
        '    title: {ja: "終わり", en: "Over"}\n'
        "    kind: calm\n"
        "    by: close\n"
        "    outcome: good\n"
        '    note: {ja: "終わり", en: "Over"}\n'
    )
    endings = completed(text).endings
    assert next(iter(endings)) == "done"
    assert [name for name, e in endings.items() if e.by == "close"] == ["done"]
    assert set(endings) - {"done"} == set(GENERAL_ENDINGS) - {"general-closed"}


def test_a_missing_essential_is_still_told() -> None:
    """What has no general form is asked for by name and place."""
    node = read_yaml_text('id: a\ntitle: {ja: "あ", en: "a"}\n', "s.yaml")
    problems: list = []
    assert decode(node, Scenario, "s.yaml", problems) is None
    missing = {dict(p.args)["key"] for p in problems if p.code == "D103"}
    assert missing == {"type", "channel", "briefing", "customer", "topics", "stages"}


def test_an_unconditional_ending_is_still_asked_for(tmp_path: Path) -> None:
    """Who writes an ending of their own for a way out must also say what happens otherwise."""
    folder = tmp_path / "wrong-colour"
    folder.mkdir()
    text = FILE.read_text(encoding="utf-8") + (
        "endings:\n"
        "  done:\n"
        '    title: {ja: "終わり", en: "Over"}\n'
        "    kind: calm\n"
        "    by: close\n"
        "    outcome: good\n"
        '    note: {ja: "終わり", en: "Over"}\n'
        "    when: done arrange-replacement\n"
    )
    (folder / "scenario.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(SourceError) as raised:
        Library(tmp_path, base=BUILTIN).scenario("wrong-colour")
    assert [problem.code for problem in raised.value.problems] == ["S106"]


@pytest.mark.parametrize("name", LIBRARY.exemplar_names("wrong-colour"))
def test_a_first_scenario_is_graded_sensibly(workplace: Workplace, name: str) -> None:
    """A good conversation passes, a poor one and a list of words do not, in both languages."""
    checked = check_exemplar(workplace, "wrong-colour", name)
    assert (checked.misses, checked.problems) == ((), ())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_general_way_out_is_reached(workplace: Workplace, language: Language) -> None:
    """Silence, a hand-over, rudeness and an early end each lead to the ending that is theirs."""
    insult = "うるさい、この馬鹿。" if language == "ja" else "Shut up, you stupid idiot."
    yes = "はい。" if language == "ja" else "Yes."

    def begun() -> Contact:
        return Contact.begin(workplace, Start("wrong-colour", language, "practice", 5))

    silent = begun()
    for _ in range(12):
        if not silent.ended:
            silent.wait(600)
    handed = begun()
    handed.act("hand-over", {"summary": "Mori"})
    rude = begun()
    for number in range(12):
        if not rude.ended:
            rude.reply(f"{insult} {number}")
    closed = begun()
    closed.reply(yes)
    for _ in range(2):
        if not closed.ended:
            closed.end()
    reached = [contact.state.ending for contact in (silent, handed, rude, closed)]
    assert reached == [
        "general-gone-quiet",
        "general-handed-over",
        "general-left",
        "general-closed",
    ]


def test_the_general_forms_belong_to_an_engine_version() -> None:
    """Stored contacts of small scenarios play again only if the general forms stay as they were.

    When this fails: raise STATE_VERSION (simulator/engine/state.py), then note the new sum here.
    """
    scenario = LIBRARY.scenario("wrong-colour")
    persona = LIBRARY.persona_of("wrong-colour")
    filled = (scenario.endings, scenario.stages, scenario.goals, scenario.wishes, persona.voice)
    words = "\n".join(word for part in filled for word in _words(to_plain(part)))
    assert hashlib.sha256(words.encode()).hexdigest()[:12] == "6bda21254ce4"


def _words(plain: object) -> Iterator[str]:
    if isinstance(plain, dict):
        for key, value in plain.items():
            yield key
            yield from _words(value)
    elif isinstance(plain, list):
        for value in plain:
            yield from _words(value)
    elif isinstance(plain, str):
        yield plain
