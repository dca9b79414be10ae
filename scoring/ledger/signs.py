"""Signs: what the ledger looks at in a clause, as short readable words.

``w:`` words in a row (one to three base forms; ``^`` and ``$`` are the clause's ends, ``#`` a
number) · ``i:`` ideas, words of one meaning taken together, alone, with the clause's mood, or one
before the other · ``f:`` the clause's form · ``a:`` dialogue acts · ``t:`` topics of the scenario
by their kind · ``s:`` figures. Clauses that only quote, echo, recite, repeat or list words give no
words: what is not said to this customer earns nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from scenarios.model import Scenario, Stage
from scoring.model import Clause, FoundAct, FoundTopic, Slot
from scoring.words import Analysis, Part, Word

Ideas = Mapping[str, Sequence[str]]
"""Base form of a word to the ideas that it stands for."""
ECHOED: Final = 0.8
"""Share of the customer's words from which on a clause is no speech of one's own."""
_RUN: Final = 3
"""Words in a row that make the longest sign."""
_AHEAD: Final = 3
"""Ideas that one idea may come before."""
_MARKS: Final = ("?", "!")


def hollow(clause: Clause) -> bool:
    """Whether the clause is not the speaker's own statement to this customer."""
    said = clause.quoted or clause.recited or clause.repeated or clause.salad
    return said or clause.echo >= ECHOED


def clause_signs(
    analysis: Analysis,
    clauses: Sequence[Clause],
    acts: Sequence[FoundAct],
    slots: Sequence[Slot],
    ideas: Ideas,
) -> list[tuple[int, list[str]]]:
    """The words of one's own and the signs of every clause; some signs more than once.

    Only those signs that do not depend on the moment.
    """
    result: list[tuple[int, list[str]]] = []
    for number, (part, clause) in enumerate(zip(analysis.parts, clauses, strict=True)):
        signs = [*_form(part, clause)]
        own_words = 0
        if not hollow(clause):
            words = [
                w
                for w in analysis.words[part.first : part.last]
                if w.pos != "symbol" or w.surface in _MARKS
            ]
            own_words = len(words)
            signs += _words(words)
            signs += _ideas(words, clause, ideas)
            signs += [f"a:{act.act}" for act in acts if act.clause == number]
            signs += [
                f"s:{slot.kind}/{how}"
                for slot in slots
                if slot.clause == number
                for how in ("case" if slot.in_case else "other", clause.modality)
            ]
        result.append((own_words, signs))
    return result


def topic_signs(
    acts: Sequence[FoundAct],
    topics: Sequence[FoundTopic],
    clause: int,
    scenario: Scenario,
    stage: Stage | None,
) -> Iterator[str]:
    """What a clause names of this case, by kind and by whether it is expected at the moment."""
    here = [act.act for act in acts if act.clause == clause]
    expected = stage.expects if stage else ()
    for found in topics:
        topic = scenario.topics.get(found.topic)
        if found.clause != clause or topic is None:
            continue
        side = "yes" if found.affirmed else "no"
        yield f"t:{topic.kind.value}/{side}"
        if found.topic in expected:
            yield f"t:expected/{topic.kind.value}/{side}"
        if topic.breach is not None:
            yield f"t:{topic.breach.value}/{side}"
        for act in here:
            yield f"a:{act}/{topic.kind.value}"


def _form(part: Part, clause: Clause) -> Iterator[str]:
    yield f"f:{clause.modality}"
    yield f"f:subject/{part.subject or 'none'}"
    yield f"f:{part.subject or 'none'}/{clause.modality}"
    if part.register:
        yield f"f:{part.register}"
    for name, holds in (
        ("negated", clause.negated),
        ("question", clause.question),
        ("if", clause.conditional),
        ("past", part.past),
        ("request", part.request),
        ("offering", part.offering),
        ("quoted", clause.quoted),
        ("recited", clause.recited),
        ("repeated", clause.repeated),
        ("list", clause.salad),
        ("echo", clause.echo >= ECHOED),
        ("taken-up", 0 < clause.echo < ECHOED),
    ):
        if holds:
            yield f"f:{name}"


def _words(words: Sequence[Word]) -> list[str]:
    row = ["^", *["#" if w.pos == "num" else w.lemma for w in words], "$"]
    longest = [f"w:{step}" for step in row]
    runs = [*longest]
    for length in range(1, _RUN):
        longest = [f"{run}_{step}" for run, step in zip(longest, row[length:], strict=False)]
        runs += longest
    return runs


def _ideas(words: Sequence[Word], clause: Clause, ideas: Ideas) -> Iterator[str]:
    row: list[str] = []
    names: list[str] = []
    for word in words:
        known = ideas.get(word.lemma)
        if known:
            row.append(known[0])
            names.append(known[0])
        elif word.pos == "num":
            row.append("#")
        else:
            row.append("*" if word.content else word.lemma)
    declined = clause.negated or clause.modality in ("cannot", "will-not")
    sign = "!" if declined else ""
    for at, name in enumerate(names):
        yield f"i:{sign}{name}"
        yield f"i:{name}/{clause.modality}"
        for later in names[at + 1 : at + 1 + _AHEAD]:
            yield f"i:{sign}{name}>{later}"
    row = ["^", *row, "$"]
    named = [step.isupper() for step in row]
    if True not in named:
        return
    for length in range(2, _RUN + 1):
        for at in range(len(row) - length + 1):
            if True in named[at : at + length]:
                yield "i:" + "_".join(row[at : at + length])
