"""What may be loaded when: the direction of imports seen from a fresh interpreter."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = (
    "textual",
    "rich",
    "yaml",
    "sudachipy",
    "snowballstemmer",
    "rapidfuzz",
    "sqlite3",
    "budoux",
)


def loaded(code: str) -> set[str]:
    """Top-level names in ``sys.modules`` after *code* ran in a fresh interpreter."""
    script = (
        f"{code}\nimport sys\nprint(' '.join(sorted({{m.split('.')[0] for m in sys.modules}})))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize(
    ("code", "forbidden"),
    [
        ("import scenarios.model", HEAVY),
        ("import scenarios.loader", ("textual", "rich", "sudachipy", "snowballstemmer", "sqlite3")),
        ("import scoring.model", HEAVY),
        ("import simulator.engine.session", ("textual", "rich", "yaml", "sudachipy", "sqlite3")),
        ("import simulator.contact", ("textual", "rich", "sudachipy", "snowballstemmer")),
        ("import simulator.store", ("textual", "rich", "yaml", "platformdirs")),
        (
            "from simulator.cli import main\n"
            "import contextlib, io\n"
            "with contextlib.suppress(SystemExit), contextlib.redirect_stdout(io.StringIO()):\n"
            "    main(['--help'])",
            HEAVY,
        ),
    ],
    ids=lambda value: value.splitlines()[0] if isinstance(value, str) else "",
)
def test_nothing_is_loaded_before_it_is_needed(code: str, forbidden: tuple[str, ...]) -> None:
    """A part loads only what it stands on; help needs nothing but the standard library."""
    assert not loaded(code) & set(forbidden)


def test_what_is_kept_of_a_case_hangs_on_all_code_that_compiles_its_words() -> None:
    """A change in any of it leaves aside what was kept before (see ``scoring.code``)."""
    script = (
        "import sys, pathlib, scoring.reading.case_cues, scoring.rubrics.rubric, scoring.code as code\n"
        "files = [m.__file__ for n, m in sys.modules.items() if n.startswith('scoring')]\n"
        "known = set(code.reading_code())\n"
        "print(sorted(f for f in files if pathlib.Path(f).parent not in known))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_the_input_method_guard_is_set_before_textual() -> None:
    """Importing the package switches the kitty keyboard protocol off unless the user chose."""
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import simulator, os; print(os.environ['TEXTUAL_DISABLE_KITTY_KEY'])",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "1"
