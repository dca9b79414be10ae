"""Signs: what the ledger looks at in a clause, as short readable words.

``w:`` words in a row (one to three base forms; ``^`` and ``$`` are the clause's ends, ``#`` a
number) · ``i:`` ideas, words of one meaning taken together, alone, with the clause's mood, or one
before the other (``!`` declined, ``?`` left open) · ``f:`` the clause's form · ``a:`` dialogue acts
· ``b:`` and ``e:`` any of these in the first and in the last clause of a reply · ``t:`` topics of the
scenario by their kind · ``s:`` figures. Clauses that only quote, echo, recite, repeat or list words give no words: what is not said
to this customer earns nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from scenarios.model import Scenario, Stage
from scoring.language.words import Part, Word
from scoring.model import Clause, FoundAct, FoundTopic, Slot

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


def said_signs(words: Sequence[Word], part: Part, ideas: Ideas) -> tuple[int, list[str]]:
    """How many words of one's own a clause has if it is said to this customer, and what it says by
    words and ideas; some signs more than once. Nothing beyond its sentence changes them."""
    own = [w for w in words if w.pos != "symbol" or w.surface in _MARKS]
    left_open = ["f:open"] if any([word.open for word in own]) else []
    return len(own), [*_words(own), *_ideas(own, part, ideas), *left_open]


def build_signs(part: Part) -> tuple[str, ...]:
    """The form of a clause as far as its sentence tells."""
    return _form_of(part, (False,) * len(OF_A_REPLY))


def form_signs(part: Part, clause: Clause) -> tuple[str, ...]:
    """The form of a clause in its reply."""
    return _form_of(
        part,
        (
            clause.quoted,
            clause.recited,
            clause.repeated,
            clause.salad,
            clause.echo >= ECHOED,
            0 < clause.echo < ECHOED,
        ),
    )


def _form_of(part: Part, in_reply: tuple[bool, ...]) -> tuple[str, ...]:
    """*in_reply*: which of ``OF_A_REPLY`` the clause is."""
    said = (part.negated, part.question, part.conditional, part.past, part.request, part.offering)
    return _form(part.modality, part.subject or "none", part.register, (*said, *in_reply))


def deed_signs(
    clauses: Sequence[Clause], acts: Sequence[FoundAct], slots: Sequence[Slot]
) -> Mapping[int, list[str]]:
    """By clause what its acts and its figures are."""
    result: dict[int, list[str]] = {}
    for act in acts:
        result.setdefault(act.clause, []).append(f"a:{act.act}")
    for slot in slots:
        modality = clauses[slot.clause].modality
        for how in ("case" if slot.in_case else "other", modality):
            result.setdefault(slot.clause, []).append(f"s:{slot.kind}/{how}")
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
        if found.clause != clause or topic is None or found.inferred:
            continue
        side = "yes" if found.affirmed else "no"
        yield f"t:{topic.kind.value}/{side}"
        if found.topic in expected:
            yield f"t:expected/{topic.kind.value}/{side}"
        if topic.breach is not None:
            yield f"t:{topic.breach.value}/{side}"
        for act in here:
            yield f"a:{act}/{topic.kind.value}"


def placed_signs(signs: Sequence[str], *, first: bool, last: bool) -> Iterator[str]:
    """The short ones of a clause's signs, as those of the reply's beginning or end: an apology opens
    well and closes badly."""
    for sign in signs:
        if sign[0] in _PLACED and sign.count("_") <= 1:
            if first:
                yield f"b:{sign}"
            if last:
                yield f"e:{sign}"


_PLACED: Final = frozenset("wiaf")
"""Kinds of signs that mean another thing at the beginning or the end."""
OF_A_REPLY: Final = ("quoted", "recited", "repeated", "list", "echo", "taken-up")
"""Forms of a clause that its sentence alone does not tell."""
_FORMS: Final = ("negated", "question", "if", "past", "request", "offering", *OF_A_REPLY)


@lru_cache(maxsize=4096)
def _form(modality: str, subject: str, register: str, holds: tuple[bool, ...]) -> tuple[str, ...]:
    """Kept, because clauses have few forms; *holds*: which of ``_FORMS``."""
    return (
        f"f:{modality}",
        f"f:subject/{subject}",
        f"f:{subject}/{modality}",
        *([f"f:{register}"] if register else ()),
        *[f"f:{name}" for name, held in zip(_FORMS, holds, strict=True) if held],
    )


def _words(words: Sequence[Word]) -> list[str]:
    row = ["^", *["#" if w.pos == "num" else w.lemma for w in words], "$"]
    longest = [f"w:{step}" for step in row]
    runs = [*longest]
    for length in range(1, _RUN):
        longest = [f"{run}_{step}" for run, step in zip(longest, row[length:], strict=False)]
        runs += longest
    return runs


def _ideas(words: Sequence[Word], part: Part, ideas: Ideas) -> Iterator[str]:
    row: list[str] = []
    names: list[tuple[str, bool]] = []
    for word in words:
        known = ideas.get(word.lemma)
        if known:
            row.append(known[0])
            names.append((known[0], word.open))
        elif word.pos == "num":
            row.append("#")
        else:
            row.append("*" if word.content else word.lemma)
    declined = part.negated or part.modality in ("cannot", "will-not")
    stated = "!" if declined else ""
    for at, (name, is_open) in enumerate(names):
        sign = "?" if is_open else stated
        yield f"i:{sign}{name}"
        yield f"i:{name}/{'open' if is_open else part.modality}"
        for later, _ in names[at + 1 : at + 1 + _AHEAD]:
            yield f"i:{sign}{name}>{later}"
    row = ["^", *row, "$"]
    named = [step.isupper() for step in row]
    if True not in named:
        return
    for length in range(2, _RUN + 1):
        for at in range(len(row) - length + 1):
            if True in named[at : at + length]:
                yield "i:" + "_".join(row[at : at + length])
