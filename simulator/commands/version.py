"""``supportdojo --version``."""

from __future__ import annotations

import argparse

from simulator.machine.output import write
from simulator.version import VERSION


def run(_: argparse.Namespace) -> int:
    write(f"supportdojo {VERSION}")
    return 0
