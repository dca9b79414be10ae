"""What the ledger makes of one reply: totals by column, what each clause brought, the scores.

First every sign's points are added up by column, then the totals are weighed against each other
(``weighing``). Whole numbers throughout, so every machine comes to the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from math import isqrt
from typing import Final

from scenarios.acts import Act, Breach
from scenarios.model import TopicKind
from scenarios.values import dataclass
from scoring.language.lazy_pattern import LazyPattern
from scoring.learned.signs import placed_signs, topic_signs
from scoring.ledger.columns import COLUMNS, DENSE
from scoring.ledger.ensemble import Ensemble
from scoring.ledger.entries import Ledger, Row, packed, unpacked
from scoring.ledger.moment_signs import moment_signs
from scoring.ledger.ranked import score_of
from scoring.ledger.weighing import FACTS, STRAIGHT, facts_of
from scoring.model import DIMENSIONS, Dimension, Level
from scoring.moment.view import View, once
from scoring.points import split

HUNDRED: Final = 100
THOUSAND: Final = 1000
TYPICAL: Final = 36
"""Words of a reply in which dense points count in full."""
_FEWEST: Final = 4
"""Words under which they count no more than in such a reply."""


_NOTHING: Final[Mapping[int, Collection[int]]] = {}
_NONE: Final[Mapping[int, Collection[Breach]]] = {}


@dataclass(frozen=True, slots=True)
class Judged:
    """What rules and rubric made of the reply, before the ledger."""

    scores: Mapping[Dimension, int | None]
    levels: Sequence[tuple[str, Level]]
    """Of each criterion that had occasion."""
    faults: Sequence[str]
    breaches: Sequence[Breach]


@dataclass(frozen=True, slots=True)
class Estimate:
    totals: tuple[int, ...]
    """One for each of ``COLUMNS``."""
    clauses: tuple[tuple[int, ...], ...]
    """For each clause what it brought to each column; a sign counts where it stands first."""
    scores: Mapping[Dimension, int]
    """0 to 100 each."""
    facts: Sequence[int]
    """See ``weighing.FACTS``."""
    weighing: Mapping[str, Ensemble]
    meant: bool = False
    """Whether the words are known to have a meaning, whatever they sound like."""

    def speaks_for(self, breach: Breach) -> int:
        """What the words alone bring to a breach, in thousandths."""
        return self.totals[COLUMNS.index(breach.value)]

    def certainty(self, breach: Breach) -> int:
        """How likely the reply commits a breach, all things weighed: hundredths of the logarithm of
        the odds. 0 is as likely as not, -110 one in four, 110 three in four."""
        return self.weighing[breach.value].weigh(self.facts)

    @property
    def hollow(self) -> int:
        """Thousandths; what speaks for words without meaning."""
        return self.totals[-1]

    def bearer(self, column: str, least: int) -> int | None:
        """The clause that brought most to a column; None where none brought at least so much."""
        at = COLUMNS.index(column)
        best = max(range(len(self.clauses)), key=lambda n: self.clauses[n][at], default=None)
        return best if best is not None and self.clauses[best][at] >= least else None


def estimate(
    view: View, judged: Judged, ledger: Ledger, spared: Mapping[int, Collection[Breach]] = _NONE
) -> Estimate:
    """Add up and weigh the ledger's points for one reply; *spared*: clauses that only sound like these
    breaches."""
    dense = density(own_words(view))
    signs = all_clause_signs(view, ledger)
    rightly = {clause: _NO_HARM[breach] for clause, breach in done_rightly(view).items()}
    for clause, breaches in spared.items():
        columns = tuple(COLUMNS.index(breach) for breach in sorted(breaches))
        rightly[clause] = (*rightly.get(clause, ()), *columns)
    return add_up(reply_signs(view, judged), signs, dense, ledger, rightly)


def own_words(view: View) -> int:
    """How many words of one's own a reply has."""
    return sum(clause.own_words for clause in view.reading.clauses)


def density(words: int) -> int:
    """How much dense points count in a reply of so many words, in thousandths.

    By the square root: between a plain sum and a mean, either of which agreed less with ratings.
    """
    return isqrt(THOUSAND * THOUSAND * TYPICAL // max(words, _FEWEST))


def add_up(
    whole: Iterable[tuple[str, int]],
    clauses: Iterable[Iterable[str]],
    dense: int,
    ledger: Ledger,
    rightly: Mapping[int, Collection[int]] = _NOTHING,
) -> Estimate:
    """The estimate from the signs of the reply as a whole (in hundredths) and of its clauses;
    *rightly*: by clauses that do as they may what is a breach elsewhere its columns: their words say
    nothing against them."""
    total = packed(ledger.base)
    said = dict(whole)
    for sign, value in said.items():
        row = ledger.rows[sign]
        if value == HUNDRED:
            total += row
        elif row and value:
            total += packed(points * value // HUNDRED for points in unpacked(row))
    seen: set[str] = set()
    brought: list[Row] = []
    for number, signs in enumerate(clauses):
        new = set(signs) - seen
        seen |= new
        clause = sum(map(ledger.rows.__getitem__, new))
        if number in rightly:
            clause = packed(_spared(unpacked(clause), rightly[number]))
        total += clause
        brought.append(_together(unpacked(clause), dense))
    totals = _together(unpacked(total), dense)
    facts = facts_of(totals, brought, said, dense)
    return Estimate(totals, tuple(brought), _scores(facts, ledger), facts, ledger.ensembles)


_POLICY: Final = COLUMNS.index("policy")
_NO_HARM: Final = {
    Breach.FAULT_ADMISSION: tuple(COLUMNS.index(b) for b in (Breach.FAULT_ADMISSION, Breach.BLAME)),
    Breach.BEYOND_AUTHORITY: (COLUMNS.index(Breach.BEYOND_AUTHORITY),),
}
"""By what is done rightly the breaches that its words are no sign of."""


def _spared(lanes: Row, harms: Collection[int]) -> Iterator[int]:
    """A clause's points without what its words hold against policy, or for one of these breaches."""
    for lane, points in enumerate(lanes):
        if lane in (_POLICY, len(COLUMNS) + _POLICY):
            yield max(0, points)
        else:
            yield min(0, points) if lane in harms else points


def done_rightly(view: View) -> Mapping[int, Breach]:
    """By clause what it does as it may here, though it would be this breach elsewhere."""
    granted = dict.fromkeys(granted_rightly(view), Breach.BEYOND_AUTHORITY)
    return granted | dict.fromkeys(owned_rightly(view), Breach.FAULT_ADMISSION)


@once
def granted_rightly(view: View) -> list[int]:
    """The clauses with a sum that is a step of the case, in a sentence with no other step, no other
    sum and nothing that must not be granted: it may be beyond the desk elsewhere."""
    steps = view.cued_topics(TopicKind.STEP)
    barred = view.cued_topics(
        TopicKind.LIMIT, TopicKind.UNCERTAIN, TopicKind.FORBIDDEN, affirmed=None
    )
    clauses: list[int] = []
    for slot in view.slots(("amount",)):
        here = view.sentence(slot.clause)
        sums = [each for n in here for each in view.slots(("amount",), n)]
        known = all(each.in_case for each in sums)
        named = {found.topic for found in steps if found.clause in here}
        if known and len(named) == 1 and not any(found.clause in here for found in barred):
            clauses.append(slot.clause)
    return clauses


_LEGAL: Final = LazyPattern(
    r"\b(?:liab\w+|legal\w*|law|lawsuit|sue|court|negligen\w+|damages|compensat\w+|guilty|contract|admit|concede|confess)\b|"
    "法|過失|賠償|債務|訴|裁判|違反|認め"
)


def owned_rightly(view: View) -> list[int]:
    """The clauses that own a fault which the case knows, where the sentence names what went wrong and
    claims nothing of the law."""
    if view.fault_open or Act.ADMIT_FAULT not in view.kinds_of_acts:
        return []
    told = {
        f.clause for f in view.cued_topics(TopicKind.FACT, TopicKind.SITUATION, own_words=False)
    }
    return [
        act.clause
        for act in view.acts(Act.ADMIT_FAULT)
        if not told.isdisjoint(view.sentence(act.clause)) and not claims_law(view, act.clause)
    ]


def claims_law(view: View, clause: int) -> bool:
    """Whether the sentence of a clause speaks of the law, or confesses: that is no known fault owned."""
    return _LEGAL.search(view.sentence_text(clause)) is not None


def _together(lanes: Row, dense: int) -> Row:
    """The columns, with what the dense ones bring in a reply of this density."""
    summed = (
        points + more * dense // THOUSAND
        for points, more in zip(lanes, lanes[len(COLUMNS) :], strict=False)
    )
    return (*summed, *lanes[len(DENSE) : len(COLUMNS)])


def _scores(facts: Sequence[int], ledger: Ledger) -> dict[Dimension, int]:
    scores: dict[Dimension, int] = {}
    for dimension in DIMENSIONS:
        trees = ledger.ensembles.get(dimension)
        value = facts[FACTS.index(dimension)]
        if trees is not None:
            value = value * STRAIGHT // HUNDRED + trees.weigh(facts)
        value = score_of(dimension, value)
        scores[dimension] = min(HUNDRED, max(0, (value + HUNDRED // 2) // HUNDRED))
    return scores


_TELLING: Final = 4 * HUNDRED
"""What a clause must have brought to be pointed at."""
_SHOWN: Final = 3
"""Clauses that what the ledger adds is laid on at most."""
_WORTH_A_LINE: Final = 3
"""Points from which on a clause has a line of its own."""


def shares_of(
    points: int, dimension: Dimension, heard: Estimate
) -> Iterator[tuple[int | None, int]]:
    """*points* shared out over the clauses that brought most of them, by their numbers; whole numbers
    that add up.

    A clause bears no more than it brought; the rest belongs to the reply as a whole (None).
    """
    if points == 0:
        return
    at = COLUMNS.index(dimension)
    sign = 1 if points > 0 else -1
    brought = [(sign * row[at], number) for number, row in enumerate(heard.clauses)]
    bearing = sorted((pair for pair in brought if pair[0] >= _TELLING), reverse=True)[:_SHOWN]
    left = abs(points)
    wanted = split(left, [weight for weight, _ in bearing])
    for (weight, number), part in zip(bearing, wanted, strict=True):
        own = min(part, weight // HUNDRED)
        if own >= _WORTH_A_LINE:
            left -= own
            yield number, sign * own
    if left:
        yield None, sign * left


def all_clause_signs(view: View, ledger: Ledger) -> Iterator[tuple[str, ...]]:
    """The signs of every clause, with those that depend on its place, the scenario and the moment."""
    reading = view.reading
    last = len(reading.clauses) - 1
    for number, clause in enumerate(reading.clauses):
        signs = clause.signs
        if number in (0, last):
            signs += ledger.known(placed_signs(signs, first=number == 0, last=number == last))
        if view.meant(number):
            named = topic_signs(reading.acts, reading.topics, number, view.scenario, view.stage)
            signs += (*named, *fault_signs(view, number))
        yield signs


_OF_FAULT: Final = (Act.ADMIT_FAULT, Act.DENY_FAULT)


def fault_signs(view: View, clause: int) -> Iterator[str]:
    """A fault owned or denied, by whether the case leaves it open: what is known may be owned."""
    for act in view.acts_in(clause, *_OF_FAULT):
        yield f"a:{act.act}/{'open' if view.fault_open else 'known'}"


def reply_signs(view: View, judged: Judged) -> Iterator[tuple[str, int]]:
    """Signs of the reply as a whole with their value, 100 for one that simply holds."""
    for dimension in DIMENSIONS:
        score = judged.scores[dimension]
        if score is None:
            yield f"r:{dimension}/untold", HUNDRED
        else:
            yield f"r:{dimension}", score
    for name, level in judged.levels:
        yield f"r:{name}/{level.value}", HUNDRED
    for name in judged.faults:
        yield f"r:{name}", HUNDRED
    for breach in judged.breaches:
        yield f"r:found/{breach.value}", HUNDRED
    yield f"r:{view.reading.politeness}", HUNDRED
    yield from moment_signs(view)
    shares = view.reading.shares
    for name, share in (
        ("echo", shares.echo),
        ("recital", shares.recital),
        ("stuffing", shares.stuffing),
        ("other-language", shares.other_language),
    ):
        yield f"r:share/{name}", round(share * HUNDRED)
