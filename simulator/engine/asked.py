"""What a reply asks of the customer that anybody could answer, and whether words answer it.

Nearly every contact comes to a call, a time, an address, a choice or a "shall I?", and nobody passes such a
question over: no scenario has to foresee it. Twelve kinds are known. Questions about the case (what
happened, when it was, who it is for) are none of them; what is answered to those is the scenario's.
Where it foresaw none, the customer at least wonders why that is asked.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from scenarios.acts import Act
from scenarios.language import Language
from scenarios.model import Scenario, TopicKind
from scoring.language.lazy_pattern import LazyPattern
from scoring.language.normalise import digits_of, matching_form
from scoring.language.sentence_ends import sentences_of
from scoring.model import Clause, Reading, SlotKind
from scoring.moment.taken_back import puts_right, putting_right
from scoring.moment.touched import keys_of
from scoring.reading.which_is_so import asks_which_is_so
from simulator.engine.asked_words import (
    ANSWERS,
    ANYTHING_ELSE,
    ASKS_AFTER_IT,
    CAME,
    CHOICE,
    CONFIRMS,
    CONSENT,
    DEED,
    DETAIL,
    EITHER,
    EMAIL,
    HOW_IT_IS,
    LONG_WORD,
    NO_CONSENT,
    NO_DEED,
    NO_DETAIL,
    NUMBER,
    OF_THEMSELVES,
    OTHER_NUMBER,
    PLAINLY,
    REACH,
    RIGHT,
    SENT,
    SO,
    SOMEBODY_ELSE,
    TAKES_IT_UP,
    TELLS_WHY,
    TIME,
    UNDERSTOOD,
    WHERE,
    Asked,
    InVain,
)
from simulator.engine.hear import meant

_ELSE: Final = frozenset(
    {
        Act.VERIFY,
        Act.READ_BACK,
        Act.CLOSE,
        Act.CARD_TALK,
        Act.REVIEW_TALK,
        Act.WARN,
        Act.END_CALL,
        Act.BLAME,
        Act.BLAME_OTHERS,
        Act.SARCASM,
        Act.INSULT,
        Act.THREATEN,
    }
)
"""Acts that make a question ask for something else, or for nothing that is agreed to."""
_BARS: Final = _ELSE - {Act.CLOSE, Act.VERIFY}
"""The same of the question for anything else, which closes a contact."""
_TAIL: Final = 2
"""Clauses that may follow a "shall I?"; after more than these it no longer stands open."""
_LONG_TAIL: Final = 8
"""The same of a question that wants a time, or one of several."""
_ANYWHERE: Final[frozenset[Asked]] = frozenset({"email", "where", "time", "choice"})
"""What is asked also where the reply goes on for so long."""
_NUMBERS: Final[tuple[SlotKind, ...]] = ("phone", "order", "number")
_MUST_AGREE: Final[tuple[SlotKind, ...]] = ("phone", "order", "amount", "clock", "date")
"""Figures of which a wrong one makes wrong what is told back."""
_TELLS_BACK: Final = frozenset({Act.READ_BACK, Act.VERIFY})
_NEAR: Final = 3
"""Clauses, the question among them, in which the ways stand between which it lets choose."""

_BY_WORDS: Final[tuple[tuple[Asked, Mapping[Language, LazyPattern]], ...]] = (
    ("email", EMAIL),
    ("time", TIME),
    ("reach", REACH),
)
"""Kinds that the words of one clause tell, in this order."""


def what_is_asked(reading: Reading, scenario: Scenario, said: Sequence[str] = ()) -> Asked | None:
    """Whether a number of the customer's is right, or which to ring, wherever the reply asks for it, or else
    what its last question asks; *said*: the customer's lines so far."""
    clauses = range(len(reading.clauses))
    if any(_reads_out_rightly(reading, index, scenario) for index in clauses):
        return "right"
    if any(_asks_number(reading, index) for index in clauses):
        return "number"
    index = _last_question(reading)
    if index is not None and _asks_whether_so(reading, index, said):
        return "so"
    asked = None if index is None else _asked_at(reading, index)
    if asked is not None:
        return asked
    if index is not None and _asks_whether_it_came(reading, index):
        return "came"
    earlier = _last_question(reading, _LONG_TAIL, requests=False)
    asked = None if earlier in (None, index) else _asked_at(reading, earlier, alone=True)
    return asked if asked in _ANYWHERE else None


def _asks_whether_it_came(reading: Reading, index: int) -> bool:
    """Whether a question asks if a mail or the like that the reply speaks of has come."""
    text, language = matching_form(reading.clauses[index].text), reading.language
    asks = reading.clauses[index].question and CAME[language].search(text) is not None
    return asks and SENT.search(matching_form(reading.text)) is not None


def _asked_at(reading: Reading, index: int, *, alone: bool = False) -> Asked | None:
    """What a question asks; ``alone``: whatever the reply goes on to say."""
    clause, language = reading.clauses[index], reading.language
    text = matching_form(clause.text)
    acts = {a.act for a in reading.acts if a.clause == index or (a.clause > index and not alone)}
    here = _sentence_up_to(reading, index)
    if clause.question and ANYTHING_ELSE[language].search(here) and acts.isdisjoint(_BARS):
        return "else"
    if not clause.question:
        plainly = acts.isdisjoint(_ELSE) and CONSENT[language].search(text)
        return "consent" if plainly else None
    if not acts.isdisjoint(_ELSE):
        agreed = acts.isdisjoint(_ELSE - {Act.READ_BACK}) and _asks_leave(text, here, language)
        return "consent" if agreed else None
    return _asks_the_customer(reading, index, here, acts)


def _asks_the_customer(
    reading: Reading, index: int, here: str, acts: Collection[Act]
) -> Asked | None:
    """What a question asks that is no part of another act."""
    clause, language = reading.clauses[index], reading.language
    text = matching_form(clause.text)
    if (asked := _by_words(text, here, language)) is not None:
        return asked
    if _lets_choose(reading, index, here):
        return "choice"
    if Act.BOUNDARY in acts:
        return None
    if _asks_leave(text, here, language):
        return "consent"
    return "deed" if Act.HOLD not in acts and _bids(clause, here, language) else None


def _asks_whether_so(reading: Reading, index: int, said: Sequence[str]) -> bool:
    """Whether a question asks if what the reply tells back is so, and no figure in it is neither of the case
    nor the customer's own: to a wrong one only the scenario knows what is said."""
    acts = {found.act for found in reading.acts if found.clause >= index}
    asks = reading.clauses[index].question and acts.isdisjoint(_ELSE - _TELLS_BACK)
    if not asks or not SO[reading.language].search(_sentence_up_to(reading, index)):
        return False
    lines = matching_form(" ".join(said))
    figures = [slot for slot in reading.slots if slot.kind in _MUST_AGREE and not slot.in_case]
    own = all(matching_form(reading.text[f.span.start : f.span.end]) in lines for f in figures)
    return own and sum(clause.own_words > 0 for clause in reading.clauses[: index + 1]) > 1


def _asks_how_it_is(here: str, language: Language) -> bool:
    """Whether a sentence only asks how something is, or whether all is clear: nobody agrees to that, and
    nobody chooses."""
    how = UNDERSTOOD[language].search(here) or HOW_IT_IS.search(here)
    return bool(how) or asks_which_is_so(here, language)


def _asks_leave(text: str, here: str, language: Language) -> bool:
    if _asks_how_it_is(here, language):
        return False
    return any(
        CONSENT[language].search(words) and not NO_CONSENT[language].search(words)
        for words in (text, here)
    )


def _bids(clause: Clause, here: str, language: Language) -> bool:
    """Whether a question asks the customer to do something that nobody has to be told of."""
    bids = clause.request and DEED[language].search(here) is not None
    return bids and NO_DEED[language].search(here) is None


def _by_words(text: str, here: str, language: Language) -> Asked | None:
    """What a clause asks by its own words, or, where it names two places, those of its sentence."""
    if WHERE[language].search(here):
        return "where"
    return next((asked for asked, pattern in _BY_WORDS if pattern[language].search(text)), None)


def _lets_choose(reading: Reading, index: int, here: str) -> bool:
    if _asks_how_it_is(here, reading.language):
        return False
    if CHOICE[reading.language].search(here):
        return True
    found = any(a.act is Act.CHOICE and a.clause == index for a in reading.acts)
    text = matching_form(reading.clauses[index].text)
    return found and reading.language == "en" and EITHER.search(text) is not None


def asked_in_vain(reading: Reading, scenario: Scenario, said: str) -> InVain | None:
    """Whether the last question asks how something is or was, has no cue of any question that the
    scenario knows, and what the customer *said* has no word in common with it; if so, of what kind it
    is."""
    index, language = _last_question(reading), reading.language
    if index is None or not _plainly_asks(reading.clauses[index], language):
        return None
    here = _sentence_up_to(reading, index)
    acts = {a.act for a in reading.acts if a.clause == index}
    if not acts.isdisjoint(_ELSE) or NO_DETAIL[language].search(here):
        return None
    near = _near(reading)
    plainly = (t.topic for t in reading.topics if t.clause in near and not t.inferred)
    if any(scenario.topics[name].kind is TopicKind.QUESTION for name in plainly):
        return None
    if keys_of(here, language) & keys_of(said, language) or not DETAIL[language].search(here):
        return None
    if not OF_THEMSELVES[language].search(here):
        return "fact"
    told_why = TELLS_WHY[language].search(matching_form(reading.text))
    return "private" if told_why else "themselves"


def _plainly_asks(clause: Clause, language: Language) -> bool:
    """In English with its mark: "what is certain is that it leaves tomorrow" asks nothing, and "could you
    do it now?" asks for a deed."""
    asks = clause.question and not clause.request
    return asks and (language == "ja" or "?" in clause.text)


def put_right_in_vain(reading: Reading, about: Collection[str], said: str) -> bool:
    """Whether the reply puts an own word right, and what the customer *said* to it, a reaction *about*
    these topics, does not take that up: they stand neither in that sentence nor in the next."""
    if not puts_right(reading) or TAKES_IT_UP[reading.language].search(matching_form(said)):
        return False
    near = set(_near_what_is_put_right(reading))
    return not any(found.topic in about and found.clause in near for found in reading.topics)


def vouched_in_vain(language: Language, said: str) -> bool:
    """Whether the customer *said* nothing to how certain it is that was promised or hoped for."""
    return ASKS_AFTER_IT[language].search(matching_form(said)) is None


def _near_what_is_put_right(reading: Reading) -> Iterator[int]:
    """The clauses of the sentences that put something right and of those that follow them; all of them
    where it takes two sentences to do it."""
    sentences = list(sentences_of(reading.clauses))
    there = set(putting_right(reading))
    at = [n for n, numbers in enumerate(sentences) if not there.isdisjoint(numbers)]
    for n in at or range(len(sentences)):
        for numbers in sentences[n : n + 2]:
            yield from numbers


def _sentence_up_to(reading: Reading, index: int) -> str:
    """The matching form of a clause and of those before it in its sentence."""
    numbers = _sentence_of(reading, index)
    return matching_form(" ".join(reading.clauses[n].text for n in numbers if n <= index))


def _sentence_of(reading: Reading, index: int) -> tuple[int, ...]:
    return next(n for n in sentences_of(reading.clauses) if index in n)


def asked_topics(reading: Reading) -> frozenset[str]:
    """What the last question and the clauses before it that it may refer to are about."""
    near = _near(reading)
    return frozenset(found.topic for found in reading.topics if found.clause in near)


def asked_itself(reading: Reading) -> frozenset[str]:
    """What the sentence of the last question is about: how something is refers to nothing before it."""
    index = _last_question(reading)
    here = () if index is None else _sentence_of(reading, index)
    return frozenset(found.topic for found in reading.topics if found.clause in here)


def proposed_topics(reading: Reading) -> frozenset[str]:
    """What the last question itself puts forward; what was declined before it is not proposed."""
    index = _last_question(reading)
    return frozenset(t.topic for t in reading.topics if t.clause == index and t.affirmed)


def answers(asked: Asked, words: str, reading: Reading) -> bool:
    """Whether the customer's *words* answer what is asked, or take up one of the ways named."""
    text, language = matching_form(words), reading.language
    if ANSWERS[language][asked].search(text):
        return True
    if asked != "choice":
        return False
    ways = " ".join(reading.clauses[i].text for i in _near(reading))
    long_word = LONG_WORD[language]
    return not set(long_word.findall(matching_form(ways))).isdisjoint(long_word.findall(text))


def _near(reading: Reading) -> range:
    index = _last_question(reading)
    return range(0) if index is None else range(max(0, index + 1 - _NEAR), index + 1)


def _last_question(reading: Reading, tail: int = _TAIL, *, requests: bool = True) -> int | None:
    clauses = reading.clauses
    for index in range(len(clauses) - 1, max(-1, len(clauses) - 2 - tail), -1):
        clause = clauses[index]
        asks = _asks(clause) and (clause.question or requests)
        if (asks or (requests and _confirms(reading, index))) and meant(reading, index):
            return index
    return None


def _asks_number(reading: Reading, index: int) -> bool:
    clause = reading.clauses[index]
    text = matching_form(clause.text)
    plainly = _asks(clause) or (PLAINLY.search(text) and meant(reading, index))
    if not (plainly and NUMBER.search(text)) or OTHER_NUMBER.search(text):
        return False
    before = matching_form(reading.clauses[index - 1].text) if index else ""
    return not (SOMEBODY_ELSE.search(before) or SOMEBODY_ELSE.search(text))


def _reads_out_rightly(reading: Reading, index: int, scenario: Scenario) -> bool:
    """Whether a clause reads out numbers and asks whether they are right, and they are: to a wrong one only
    the scenario knows what is said."""
    if not reading.clauses[index].question:
        return False
    here = _sentence_of(reading, index)
    if not RIGHT[reading.language].search(_sentence_up_to(reading, here[-1])):
        return False
    known = {digits_of(item) for item in scenario.identity.accepts}
    numbers = [s for s in reading.slots if s.clause in here and s.kind in _NUMBERS]
    return bool(numbers) and all(s.in_case or digits_of(s.value) in known for s in numbers)


def _asks(clause: Clause) -> bool:
    return (clause.question or clause.request) and not clause.quoted and not clause.negated


def _confirms(reading: Reading, index: int) -> bool:
    """Whether a clause asks, without the mark of a question, whether it is so agreed; nobody who is warned
    agrees to anything."""
    warned = any(act.act in (Act.WARN, Act.END_CALL) for act in reading.acts)
    return not warned and CONFIRMS.search(matching_form(reading.clauses[index].text)) is not None
