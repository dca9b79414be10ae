"""``supportdojo graph``: the drawing shows everything once, fits the terminal, and nothing acts in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from tiny import SCENARIO

from scenarios.graph import graph_of, numbered_reactions
from scenarios.language import LANGUAGES, Language, Text
from scenarios.loader import builtin_library
from scenarios.model import Scenario
from scenarios.width import cells
from simulator.contact import Contact, Start
from simulator.drawn.formats import dot_lines, mermaid_lines
from simulator.drawn.labels import Labels
from simulator.drawn.tree import tree_lines
from simulator.workplace import open_workplace
from simulator.writing.exemplars import take_step

LIBRARY = builtin_library()
Run = Callable[..., tuple[int, str, str]]
HOSTILE = 'a"b]\\n{c}<script>|d%%`e`;#\x1b[2J\x00 -->\nend'


pytestmark = pytest.mark.usefixtures("alone")


@pytest.fixture
def run(command: Run) -> Run:
    return partial(command, "graph")


def hostile() -> Scenario:
    """The tiny scenario with texts that would mean something to each format."""
    evil = Text(HOSTILE, HOSTILE)
    stages = {n: replace(s, opens=replace(s.opens)) for n, s in SCENARIO.stages.items()}
    endings = {n: replace(e, title=evil) for n, e in SCENARIO.endings.items()}
    return replace(SCENARIO, title=evil, stages=stages, endings=endings)


# ---------------------------------------------------------------- the graph


def test_everything_is_in_the_graph_once() -> None:
    """All stages, all reactions, all events; endings by the way that leads to them."""
    graph = graph_of(SCENARIO)
    assert sorted(graph.stages) == sorted(SCENARIO.stages)
    ids = [edge.id for edge in graph.edges]
    assert ids == [
        *(identity for identity, _, _ in numbered_reactions(SCENARIO)),
        *(f"event.{name}" for name in SCENARIO.events),
    ]
    by_way = {name for names in graph.ends.values() for name in names}
    led_to = {edge.goes for edge in graph.edges} & set(SCENARIO.endings)
    assert by_way | led_to == set(SCENARIO.endings)


def test_stages_come_in_the_order_in_which_one_comes_to_them() -> None:
    """The first stage first, what nothing leads to last."""
    stages = graph_of(SCENARIO).stages
    assert stages[0] == "opening"
    assert stages.index("plan") < stages.index("agreed") < stages.index("rung")
    assert stages[-1] == "later"


# ---------------------------------------------------------------- in the terminal


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [60, 100])
@pytest.mark.parametrize("scenario_id", LIBRARY.ids)
def test_a_tree_fits_and_names_everything(scenario_id: str, width: int, language: Language) -> None:
    """No line is wider than the terminal, and every name stands in it."""
    scenario = LIBRARY.scenario(scenario_id)
    lines = list(tree_lines(graph_of(scenario), Labels(scenario, language), width))
    assert max(map(cells, lines)) <= width
    text = "\n".join(lines)
    for name in (*scenario.stages, *scenario.endings):
        assert name in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_command_draws_a_tree(
    run: Run, monkeypatch: pytest.MonkeyPatch, language: Language
) -> None:
    monkeypatch.setenv("COLUMNS", "70")
    code, out, _ = run("late-delivery", "--lang", language)
    assert code == 0
    assert max(map(cells, out.splitlines())) <= 70
    assert LIBRARY.scenario("late-delivery").title.of(language) in out
    assert "├─ vague" in out


def test_conditions_are_never_cut(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """They go on lines of their own where they do not fit."""
    monkeypatch.setenv("COLUMNS", "60")
    _, out, _ = run("late-delivery", "--lang", "en")
    plain = " ".join(re.sub("[│├└─]", " ", out).split())
    assert "[when visited rung-back and heard arrival and anger under 65]" in plain


# ---------------------------------------------------------------- for other programs


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scenario_id", LIBRARY.ids)
def test_mermaid_has_a_node_for_each_stage_and_ending(scenario_id: str, language: Language) -> None:
    scenario = LIBRARY.scenario(scenario_id)
    lines = list(mermaid_lines(graph_of(scenario), Labels(scenario, language)))
    nodes = [line for line in lines if re.match(r"    [se]\d+[\[(]", line)]
    assert len(nodes) == len(scenario.stages) + len(scenario.endings)
    known = {found[1] for line in lines if (found := re.match(r"    (\w+)[\[({]", line))}
    for line in lines:
        if arrow := re.fullmatch(r'    (\w+) -->(?:\|"[^"]*"\|)? (\w+)', line):
            assert {arrow[1], arrow[2]} <= known


@pytest.mark.parametrize("draw", [mermaid_lines, dot_lines])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_label_acts(draw: Callable[..., list[str]], language: Language) -> None:
    """A label stays within its quotes, whatever stands in the scenario."""
    scenario = hostile()
    lines = list(draw(graph_of(scenario), Labels(scenario, language)))
    assert len(lines) == len(list(draw(graph_of(SCENARIO), Labels(SCENARIO, language))))
    for line in lines:
        assert "\n" not in line and "\x1b" not in line and "\x00" not in line
        if draw is mermaid_lines:
            assert line.count('"') in (0, 2)
            assert "<script" not in line and "`" not in line
        else:
            plain = line.replace("\\\\", "").replace('\\"', "")
            assert plain.count('"') % 2 == 0


def test_dot_is_balanced(run: Run) -> None:
    code, out, _ = run("late-delivery", "--format", "dot", "--lang", "en")
    assert code == 0
    assert out.startswith("digraph ")
    assert out.rstrip().endswith("}")
    assert "s1 -> s2 [label=" in out


# ---------------------------------------------------------------- with the numbers of contacts


def play_two(scenario_id: str) -> None:
    """A contact that is played as its good exemplar, and one that is closed at once."""
    workplace = open_workplace()
    try:
        exemplar = workplace.library.exemplar(scenario_id, "en-good")
        for steps in (exemplar.steps, exemplar.steps[:0]):
            start = Start(scenario_id, "en", "practice", exemplar.seed)
            contact = Contact.begin(workplace, start)
            for step in steps:
                take_step(contact, step)
            if not contact.ended:
                contact.end()
            contact.conclude()
    finally:
        workplace.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_contacts_are_counted_where_they_were(run: Run, language: Language) -> None:
    """Both began at the first stage; one came to the ending of the good exemplar."""
    play_two("order-by-inquiry")
    code, out, err = run("order-by-inquiry", "--sessions", "--lang", language)
    assert code == 0
    two, one = ("(2件)", "(1件)") if language == "ja" else ("(2)", "(1)")
    first = LIBRARY.scenario("order-by-inquiry").first_stage
    assert f"● {first} {two}" in out
    ending = LIBRARY.exemplar("order-by-inquiry", "en-good").band.endings[0]
    assert any(ending in line and one in line for line in out.splitlines())
    assert "2" in err


def test_contacts_of_an_earlier_version_are_left_out(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They cannot be played again; how many there are is told."""
    source = Path(str(LIBRARY.root)) / "order-by-inquiry" / "scenario.yaml"
    pack = tmp_path / "pack"
    file = pack / "ours" / "scenario.yaml"
    file.parent.mkdir(parents=True)
    text = source.read_text("utf-8").replace("id: order-by-inquiry\n", "id: ours\n", 1)
    file.write_text(text, "utf-8")
    monkeypatch.setenv("SUPPORTDOJO_PACKS", str(pack))
    workplace = open_workplace()
    Contact.begin(workplace, Start("ours", "en", "practice", 1)).end()
    workplace.close()
    assert "Left out" not in run("ours", "--sessions", "--lang", "en")[2]
    file.write_text(text + "\n# changed\n", "utf-8")
    assert "earlier version: 1" in run("ours", "--sessions", "--lang", "en")[2]


@pytest.mark.parametrize("wrong", ["no-such", "./nowhere"])
def test_what_is_no_scenario_is_a_mistake_of_the_user(run: Run, wrong: str) -> None:
    code, out, err = run(wrong)
    assert (code, out) == (2, "")
    assert wrong in err
