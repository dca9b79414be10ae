"""The one object that reads and grades: readers kept for each scenario and language.

The engine's customer and the scorecard use the same judge, so they hear the same thing. A reply is
read before anything is graded, so what only grades is imported when it is called.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Final

from scenarios.language import Language
from scenarios.loading import loading
from scenarios.model import Catalog, Scenario
from scoring.ledger import builtin_ledger, ledger_digest
from scoring.model import (
    CaseEnd,
    Moment,
    PlayedTurn,
    Reading,
    ReplyGrade,
    Scorecard,
    Versions,
)
from scoring.reading.other_language import in_other_language, in_that_language, marked

if TYPE_CHECKING:
    from scenarios.cache import Cache
    from scoring.agreement.rated import Place
    from scoring.ledger.entries import Ledger
    from scoring.ledger.estimate import Estimate
    from scoring.moment.infer import Moments
    from scoring.open_points import OpenPoint, Progress
    from scoring.reading.reader import Reader
    from scoring.rubrics.rubric import Rubric
    from scoring.rules.loader import RuleSet

_ANY_REPLY: Final[Mapping[Language, str]] = {
    "ja": "お電話ありがとうございます。ご迷惑をおかけし、申し訳ございません。",
    "en": "Thank you for calling. I am sorry for the trubble.",  # the typing error is meant
}


@dataclass
class Judge:
    """Reads and grades by one catalogue, one rubric and one set of reader's rules.

    ``engine`` is the version of whoever plays the customer; it is written into the scorecard.
    With a ``cache`` the words of a scenario are compiled only once.
    """

    catalog: Catalog
    rubric: Rubric
    rules: RuleSet
    engine: str = ""
    cache: Cache | None = None
    ledgers: Callable[[Language], Ledger | None] = builtin_ledger
    """The learned points of a language; None: rules and rubric alone."""
    _readers: dict[tuple[str, Language, bool], Reader] = field(default_factory=dict)
    _moments: dict[tuple[str, Language], Moments] = field(default_factory=dict)
    _graded: set[Language] = field(default_factory=set)
    """In which something has been graded, and everything for it loaded."""

    def prepare(self, scenario: Scenario, language: Language) -> None:
        """Load now what the first reply and its grade would wait for; may run in any thread."""
        from scoring import grade  # noqa: F401  (imported for later)

        self.read(_ANY_REPLY[language], Moment(scenario, language, None, 0, ()))

    def read(self, text: str, moment: Moment) -> Reading:
        if (moment.scenario.id, moment.language, False) in self._readers:
            return self._reader(moment.scenario, moment.language).read(text, moment)
        with loading():  # the first reply makes what the reader only knows how to make
            return self._reader(moment.scenario, moment.language).read(text, moment)

    def cues_heard(self, text: str, moment: Moment) -> Mapping[tuple[str, int], Sequence[str]]:
        """By topic and clause the cues of the scenario that are found in a reply."""
        return self._reader(moment.scenario, moment.language).cues_heard(text, moment)

    def nearness(self, text: str, moment: Moment) -> Sequence[Mapping[str, Sequence[int]]]:
        """By sentence how near a reply is to every topic (see ``Reader.nearness``)."""
        return self._reader(moment.scenario, moment.language).nearness(text, moment)

    def as_felt(self, reading: Reading, moment: Moment) -> Reading:
        """The reading as it reaches the customer (see ``reply.felt``); the grade is of the reading itself."""
        from scoring.reply.felt import as_felt
        from scoring.reply.grade import figures_of

        with nullcontext() if moment.language in self._graded else loading():
            ledger = self.ledgers(moment.language)
            shop = self.catalog.shop_of(moment.scenario.id)
            grade = figures_of(reading, moment, self.rubric, shop, ledger=ledger)
            return as_felt(reading, grade, moment.scenario)

    def grade(self, reading: Reading, moment: Moment, *, warned: bool = False) -> ReplyGrade:
        """Grade one reply; sentences that add nothing never raise it (see ``reply.idle_words``), and one
        that commits a breach never raises policy.

        A reply in the other language is graded by what it says in that language (see
        ``reading.other_language``), and the reading that comes with the grade is that one."""
        reading, moment = self.as_graded(reading, moment)
        if moment.language in self._graded:
            return self._grade(reading, moment, warned)
        with loading():
            self._graded.add(moment.language)
            return self._grade(reading, moment, warned)

    def as_graded(self, reading: Reading, moment: Moment) -> tuple[Reading, Moment]:
        """The reading that the grade is of, and its moment; another one only where a reply is in the
        other language than the customer's."""
        if not in_other_language(reading):
            return reading, moment
        there = in_that_language(moment)
        return marked(self.read(reading.text, there), reading.shares), there

    def _grade(self, reading: Reading, moment: Moment, warned: bool) -> ReplyGrade:
        from scoring.reply.grade import figures_of, grade_reply
        from scoring.reply.held import held_to, without_gain
        from scoring.reply.idle_words import (
            fewer,
            harmful_sentences,
            idle_sentences,
            shorter_texts,
            without,
        )

        other_language = in_other_language(reading)
        ledger = self.ledgers(moment.language)
        rest = (moment, self.rubric, self.catalog.shop_of(moment.scenario.id))

        @cache  # some texts are both what is left without idle words and without harmful ones
        def figures(text: str) -> ReplyGrade:
            shorter = self.read(text, moment)
            if other_language:
                shorter = marked(shorter, reading.shares)
            return figures_of(shorter, *rest, warned=warned, ledger=ledger)

        def counted(grade: ReplyGrade) -> ReplyGrade:
            for harmful in fewer(harmful_sentences(grade)):
                if not grade.scores["policy"]:
                    break  # it cannot be lowered: what the reply earns without them is no matter
                other = figures(without(grade.reading.text, harmful))
                grade = without_gain(grade, other, harmful[-1], self.rubric)
            return grade

        grade = counted(grade_reply(reading, *rest, warned=warned, ledger=ledger))
        idle = idle_sentences(reading)
        if not idle:
            return grade
        others = [figures(text) for text in shorter_texts(reading.text, idle)]
        if grade.scores["policy"]:  # where nothing is left of it, it cannot be lower
            others = [counted(other) for other in others]
        return held_to(grade, others, idle, self.rubric)

    def heard(self, reading: Reading, moment: Moment) -> Estimate | None:
        """What the learned ledger makes of a reading; None without a ledger."""
        from scoring.ledger.estimate import estimate
        from scoring.moment.view import View
        from scoring.reply.grade import judged_alone

        ledger = self.ledgers(moment.language)
        view = View(reading, moment, self.catalog.shop_of(moment.scenario.id))
        return None if ledger is None else estimate(view, judged_alone(view, self.rubric), ledger)

    def open_points(self, moment: Moment, progress: Progress) -> Iterator[OpenPoint]:
        """What the next reply can still earn, what to turn to first at the top."""
        from scoring.open_points import open_points

        return open_points(self, moment, progress)

    def is_poor(self, grade: ReplyGrade) -> bool:
        """The reply broke a rule, or fell short of what a pass needs in some dimension."""
        least = self.rubric.passes.each
        told = [score for score in grade.scores.values() if score is not None]
        return bool(grade.breaches) or not told or min(told) < least

    def moment(self, scenario: Scenario, language: Language, context: Sequence[str]) -> Moment:
        """The moment of a reply that comes alone, from the lines before it."""
        from scoring.moment.infer import Moments

        key = (scenario.id, language)
        if key not in self._moments:
            self._moments[key] = Moments(scenario, language, self.rubric.context)
        return self._moments[key].after(context)

    def graded_alone(self, place: Place, reply: str) -> ReplyGrade:
        """The grade of a reply that comes alone; raises KeyError for an unknown scenario."""
        scenario = self.catalog.scenarios[place.scenario]
        moment = self.moment(scenario, place.language, place.context)
        return self.grade(self.read(reply, moment), moment)

    def scorecard(
        self, turns: Sequence[PlayedTurn], end: CaseEnd, scenario: Scenario, language: Language
    ) -> Scorecard:
        from scoring.grade import grade_session

        def read_note(text: str) -> Reading:
            moment = Moment(scenario, language, None, 0, (), identity_checked=True)
            return self._reader(scenario, language, note=True).read(text, moment)

        return grade_session(
            turns,
            end,
            scenario,
            self.rubric,
            self.catalog.shop_of(scenario.id),
            self.catalog.handbook_of(scenario.id),
            self.versions(scenario),
            read_note=read_note,
            grade_turn=lambda turn, warned: self.grade(turn.reading, turn.moment, warned=warned),
        )

    def versions(self, scenario: Scenario) -> Versions:
        """Everything a score depends on besides the session itself."""
        handbook = self.catalog.handbook_of(scenario.id)
        return Versions(
            rubric=self.rubric.name,
            rules=f"{self.rules.digest} {ledger_digest()}",
            handbook=f"{handbook.id} {handbook.version}",
            scenario=self.catalog.digests.get(scenario.id, f"{scenario.id} {scenario.version}"),
            engine=self.engine,
            unicode=unicodedata.unidata_version,
        )

    def _reader(self, scenario: Scenario, language: Language, *, note: bool = False) -> Reader:
        key = (scenario.id, language, note)
        if key not in self._readers:
            subject = _with_note(scenario) if note else scenario
            with loading():
                from scoring.reading.reader import Reader

                self._readers[key] = Reader(
                    subject,
                    language,
                    self.rules,
                    self.catalog.handbook_of(scenario.id),
                    self.cache,
                    self.ledgers(language),
                )
        return self._readers[key]


def _with_note(scenario: Scenario) -> Scenario:
    from scoring.criteria.note import note_scenario

    return note_scenario(scenario)
