"""``supportdojo --version``."""

from __future__ import annotations

import argparse
from importlib.metadata import version

from simulator.commands.output import write


def run(_: argparse.Namespace) -> int:
    write(f"supportdojo {version('supportdojo')}")
    return 0
