"""``drill board``: who is where just now; live where there is a terminal, once elsewhere."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from functools import partial
from typing import TYPE_CHECKING, Any

from simulator.machine.output import json_line, output_width, write_line
from simulator.options import choose_language, has_terminal
from simulator.store.canonical import utc_text
from simulator.team.board_reader import BoardReader
from simulator.team.drill_view import DrillView
from simulator.team.drilling import DrillDesk
from simulator.workplace import open_workplace

if TYPE_CHECKING:
    from datetime import datetime

    from simulator.team.board import Board, BoardRow
    from simulator.team.drill import DrillRecord
    from simulator.workplace import Workplace

_WIDEST = 120


def run(arguments: argparse.Namespace) -> int:
    once = arguments.plain or arguments.json or not has_terminal()
    workplace = open_workplace()
    try:
        record = DrillDesk(workplace).find(arguments.drill)  # told before the screen is taken
        if once:
            _once(arguments, workplace, record)
            return 0
    finally:
        workplace.close()
    from simulator.tui.launch import run_app
    from simulator.tui.opening import Opening
    from simulator.tui.screens.board import BoardScreen

    drill, hide = record.drill, arguments.hide_scores
    opening = Opening(BoardScreen, partial(BoardScreen, drill.id, drill.title, hide_scores=hide))
    return run_app(arguments.lang, opens=opening)


def _once(arguments: argparse.Namespace, workplace: Workplace, record: DrillRecord) -> None:
    board = BoardReader(workplace, record.drill.id).read()
    if arguments.json:
        json_line(_json(board, hide_scores=arguments.hide_scores))
        return
    from simulator.line.board_text import BoardText

    language = choose_language(arguments.lang, workplace.setting("language"))
    view = DrillView(DrillDesk(workplace), workplace, language)
    titles = {s.id: view.title(s.id) for s in record.drill.scenarios}
    text = BoardText(language, titles, min(output_width(), _WIDEST), arguments.hide_scores)
    for line in text.plain(board):
        write_line(line)


def _json(board: Board, *, hide_scores: bool) -> dict[str, Any]:
    return {
        "schema_version": 1,
        "drill": board.drill,
        "title": board.title,
        "due": _text(board.due),
        "closed": board.closed,
        "at": _text(board.at),
        "people": [_row(row, hide_scores=hide_scores) for row in board.rows],
    }


def _row(row: BoardRow, *, hide_scores: bool) -> dict[str, Any]:
    value = {**asdict(row), "seen": _text(row.seen)}
    if hide_scores:
        for name in ("passed", "outcome", "total"):
            del value[name]
    return value


def _text(moment: datetime | None) -> str | None:
    return utc_text(moment) if moment is not None else None
