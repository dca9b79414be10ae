"""The program as a process, without a terminal."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any


def run(
    home: Path, *arguments: str, stdin: str = "", seconds: float = 90, **environ: str
) -> subprocess.CompletedProcess[str]:
    """Run ``supportdojo`` with pipes and return what came out; *seconds* end a run that hangs."""
    environment = {
        **os.environ,
        "SUPPORTDOJO_HOME": str(home),
        "LANG": "C.UTF-8",
        **environ,
    }
    return subprocess.run(
        [sys.executable, "-m", "simulator", *arguments],
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        env=environment,
        timeout=seconds,
        check=False,
    )


def play_jsonl(
    home: Path, *arguments: str, commands: Iterable[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """Play one contact over JSON lines and return its events; the exit code must be 0."""
    stdin = "".join(json.dumps(command, ensure_ascii=False) + "\n" for command in commands)
    done = run(home, "play", *arguments, "--jsonl", stdin=stdin)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]
