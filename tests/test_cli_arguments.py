"""Arguments that are no numbers: refused before anything is opened, in words that say what to give."""

from __future__ import annotations

import pytest

from simulator.cli import main

HIGHEST = 2**53 - 1


@pytest.mark.parametrize("seed", ["abc", "-1", "1.5", "0x1", "", str(HIGHEST + 1), "9" * 5000])
def test_a_seed_is_a_whole_number(seed: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A number that another reader of the log would round, or that is none, is no seed."""
    with pytest.raises(SystemExit) as ended:
        main(["play", "late-delivery", f"--seed={seed}"])
    assert ended.value.code == 2
    told = capsys.readouterr().err
    assert f"argument --seed: must be a whole number from 0 to {HIGHEST}" in told


@pytest.mark.parametrize("count", ["0", "-1", "many", "9" * 5000])
def test_a_count_is_one_or_more(count: str, capsys: pytest.CaptureFixture[str]) -> None:
    """None at all is no count, and nothing is read for it."""
    with pytest.raises(SystemExit) as ended:
        main(["grade", "/does/not/exist", f"--jobs={count}"])
    assert ended.value.code == 2
    assert f"must be a whole number from 1 to {HIGHEST}" in capsys.readouterr().err
