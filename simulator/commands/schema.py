"""``schema``: the JSON Schema of one kind of file, for editors."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import scenarios


def run(arguments: argparse.Namespace) -> int:
    folder = Path(scenarios.__path__[0]) / "schema"
    sys.stdout.write((folder / f"{arguments.kind}.json").read_text("utf-8"))
    return 0
