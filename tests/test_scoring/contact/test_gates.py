"""Gates stand beside the total."""

from __future__ import annotations

from scenarios.acts import AUTOMATIC_FAILS, Breach
from scenarios.language import Text
from scoring.contact.gates import Fallen, capped, failed, find_gates

SEEN = Text("見た", "seen")


def fallen(breach, turn=1):
    return Fallen(breach, turn, None, SEEN)


def test_every_breach_has_its_gate(rubric):
    """The five automatic fails fail, every other breach caps."""
    effects = {gate.breach: gate.effect for gate in rubric.gates}
    assert set(effects) == set(Breach)
    assert {b for b, effect in effects.items() if effect == "fail"} == AUTOMATIC_FAILS


def test_a_fail_decides_and_leaves_the_total_alone(rubric):
    """An automatic fail is no arithmetic: the total stays what it was."""
    gates = find_gates([fallen(Breach.HOSTILITY)], rubric)
    assert failed(gates)
    assert capped(88, gates) == 88


def test_the_lowest_cap_holds(rubric):
    """Of several caps the lowest limits the total, and none raises it."""
    gates = find_gates([fallen(Breach.OPEN_PROMISE), fallen(Breach.BLAME, 2)], rubric)
    assert not failed(gates)
    assert capped(88, gates) == 59
    assert capped(40, gates) == 40


def test_a_gate_names_the_first_reply_that_broke_it(rubric):
    """The same breach twice is one gate, at its first reply."""
    (gate,) = find_gates([fallen(Breach.BLAME, 3), fallen(Breach.BLAME, 2)], rubric)
    assert gate.turn == 2


def test_fails_come_first(rubric):
    """What decides stands at the top."""
    gates = find_gates([fallen(Breach.BLAME, 1), fallen(Breach.CARD_DATA, 4)], rubric)
    assert [gate.effect for gate in gates] == ["fail", "cap"]
