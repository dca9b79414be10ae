"""Text is shown letter by letter, whatever is in it; the code has no other way to show it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from tui_world import World, paste, play, screen_text, settled, type_text

import simulator.tui
from simulator.tui.draw import T, one_line

PACKAGE = Path(simulator.tui.__file__).parent
SHOWS_FIRST = {
    *("Static", "Label", "Button", "Option", "RadioButton", "Checkbox", "Collapsible", "TabPane"),
    *("Tab", "DiscoveryHit", "update", "add_option", "add_row", "add_column", "add_columns"),
}
SHOWS_NAMED = {"placeholder", "tooltip", "title", "label", "prompt", "subtitle", "renderable"}
SHOWS_ASSIGNED = {"border_title", "border_subtitle", "tooltip", "label", "placeholder"}
FORBIDDEN = {"from_markup", "from_text", "render_str", "print", "panic"}
ALL_ARGUMENTS = {"add_row", "add_columns"}

HOSTILE = (
    "[@click=app.quit]out[/]",
    "[/]",
    "[bold",
    "[/b][red]x[/red]",
    "\x1b]52;c;aGk=\x07",
    "\x1b[2J",
    "\x9b31m",
    "\u202edesrever",
    "[link=https://e.invalid]l[/link]",
    "\\[x]",
    "$text [$x",
    "{key}",
)


def modules() -> list[tuple[Path, ast.Module]]:
    return [(path, ast.parse(path.read_text("utf-8"))) for path in sorted(PACKAGE.rglob("*.py"))]


def name_of(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def functions_that_give_content() -> set[str]:
    found = {"T", "one_line", "rows", "stylize", "join", "assemble"}
    for _path, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and "Content" in ast.unparse(
                node.returns or ast.Constant(None)
            ):
                found.add(node.name)
    return found


def is_safe(node: ast.expr, givers: set[str]) -> bool:
    """A text without markup written out here, or something that went through ``T``."""
    if isinstance(node, ast.Constant):
        return not (isinstance(node.value, str) and "[" in node.value)
    if isinstance(node, ast.Starred):
        return is_safe(node.value, givers)
    if isinstance(node, ast.GeneratorExp | ast.ListComp):
        return is_safe(node.elt, givers)
    if isinstance(node, ast.BinOp):
        return is_safe(node.left, givers) and is_safe(node.right, givers)
    if isinstance(node, ast.Name):
        return node.id == "hint"  # checked where it is made: it is assigned from ``T(...).plain``
    if isinstance(node, ast.Attribute) and node.attr in ("plain", "prompt"):
        return node.attr == "prompt" or is_safe(node.value, givers)
    if isinstance(node, ast.Call):
        if name_of(node.func) == "cast":
            return is_safe(node.args[1], givers)
        return name_of(node.func) in givers
    return False


def shown_texts(tree: ast.Module) -> Iterator[ast.expr]:
    """Every expression that ends up on the screen as it is."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = name_of(node.func)
            if name in ALL_ARGUMENTS:
                yield from node.args
            elif name in SHOWS_FIRST and node.args:
                yield node.args[0]
            if name in SHOWS_FIRST | {"Input", "LineInput", "TextArea", "CommandPalette"}:
                yield from (k.value for k in node.keywords if k.arg in SHOWS_NAMED)
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                named = isinstance(target, ast.Name) and target.id == "hint"
                if named or (isinstance(target, ast.Attribute) and target.attr in SHOWS_ASSIGNED):
                    yield node.value


def test_no_text_reaches_a_widget_past_the_one_door() -> None:
    """Widgets, titles, list entries and tooltips get literals or what ``T`` made."""
    givers = functions_that_give_content()
    found = [
        f"{path.relative_to(PACKAGE)}:{text.lineno} {ast.unparse(text)}"
        for path, tree in modules()
        for text in shown_texts(tree)
        if not is_safe(text, givers)
    ]
    assert found == []


def test_nothing_reads_markup_and_only_one_place_notifies() -> None:
    """No call parses markup; ``notify`` is called by ``tell`` alone."""
    found = [
        f"{path.relative_to(PACKAGE)}:{node.lineno} {name_of(node.func)}"
        for path, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and (
            name_of(node.func) in FORBIDDEN
            or (name_of(node.func) == "notify" and path.name != "draw.py")
        )
    ]
    assert found == []


def test_the_scan_finds_texts_that_bypass_the_door() -> None:
    """Formatted strings, variables and words of a scenario are all noticed."""
    code = (
        'Static(f"{x}")\nLabel(title)\nself.border_title = scenario.title.of("ja")\n'
        'Button("a" + b)\ntable.add_row(T(a), b)\nInput(placeholder=self.say("x"))\n'
    )
    givers = functions_that_give_content()
    assert sum(not is_safe(text, givers) for text in shown_texts(ast.parse(code))) == 6


@pytest.mark.parametrize("text", HOSTILE)
def test_the_door_gives_every_letter_and_no_control(text: str) -> None:
    """Markup stays as it is; control characters become visible stand-ins."""
    plain = T(text, "bold").plain
    assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 for c in plain)
    if text.isprintable():
        assert plain == text
        assert one_line(text).plain == text


@pytest.mark.parametrize(
    ("tail", "size"),
    [
        (" ".join(HOSTILE[:4]), (110, 36)),
        (" ".join(HOSTILE[4:8]), (60, 20)),
        (" ".join(HOSTILE[8:]), (110, 36)),
    ],
)
def test_hostile_texts_do_nothing_anywhere(
    tmp_path: Path, tail: str, size: tuple[int, int]
) -> None:
    """Home, menu, briefing, contact, feedback, desk, dialogs, ending: all shown, nothing acts."""
    world = World(tmp_path, tail=f" {tail}")

    async def test() -> None:
        async with world.playing(size, mode="guided") as (app, pilot):
            await type_text(pilot, "You ")
            await paste(pilot, f"said {tail} and {tail}")
            await pilot.press("enter")
            await settled(app, pilot)
            seen = screen_text(app)
            for keys in (("f2",), ("escape", "f3"), ("enter",), ("escape", "escape", "escape")):
                await pilot.press(*keys)
                await settled(app, pilot)
                seen += screen_text(app)
            await pilot.press("f9", "shift+tab", "enter")
            await settled(app, pilot)
            seen += screen_text(app)
            app.go_home()
            await settled(app, pilot)
            seen += screen_text(app)
            await pilot.press("ctrl+p")
            await settled(app, pilot)
            await pilot.press("escape")
            app.open_briefing("tiny")
            await settled(app, pilot)
            seen += screen_text(app)
            await pilot.click(offset=(5, 3))
            await settled(app, pilot)
            assert app.is_running
            assert "\x1b" not in seen and "\x9b" not in seen
            shown = T(tail).plain.split()[0][:10]
            assert shown in seen

    play(test)
