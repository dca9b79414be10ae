"""The one object that reads and grades: readers kept for each scenario and language.

The engine's customer and the scorecard use the same judge, so they hear the same thing.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from scenarios.language import Language
from scenarios.model import Catalog, Scenario
from scoring.criteria.note import note_scenario
from scoring.grade import grade_reply, grade_session
from scoring.infer_moment import moment_from_context
from scoring.model import (
    CaseEnd,
    Moment,
    PlayedTurn,
    Reading,
    ReplyGrade,
    Scorecard,
    Versions,
)
from scoring.rubric import Rubric

if TYPE_CHECKING:
    from scoring.reader import Reader
    from scoring.rule_loader import RuleSet


@dataclass
class Judge:
    """Reads and grades by one catalogue, one rubric and one set of reader's rules.

    ``engine`` is the version of whoever plays the customer; it is written into the scorecard.
    """

    catalog: Catalog
    rubric: Rubric
    rules: RuleSet
    engine: str = ""
    _readers: dict[tuple[str, Language, bool], Reader] = field(default_factory=dict)

    def read(self, text: str, moment: Moment) -> Reading:
        return self._reader(moment.scenario, moment.language).read(text, moment)

    def grade(self, reading: Reading, moment: Moment, *, warned: bool = False) -> ReplyGrade:
        return grade_reply(reading, moment, self.rubric, self.catalog.shop, warned=warned)

    def moment(self, scenario: Scenario, language: Language, context: Sequence[str]) -> Moment:
        """The moment of a reply that comes alone, from the lines before it."""
        return moment_from_context(scenario, language, context, self.rubric.context)

    def scorecard(
        self, turns: Sequence[PlayedTurn], end: CaseEnd, scenario: Scenario, language: Language
    ) -> Scorecard:
        def read_note(text: str) -> Reading:
            moment = Moment(scenario, language, None, 0, (), identity_checked=True)
            return self._reader(scenario, language, note=True).read(text, moment)

        return grade_session(
            turns,
            end,
            scenario,
            self.rubric,
            self.catalog.shop,
            self.catalog.handbook,
            self.versions(scenario),
            read_note=read_note,
        )

    def versions(self, scenario: Scenario) -> Versions:
        """Everything a score depends on besides the session itself."""
        handbook = self.catalog.handbook
        return Versions(
            rubric=self.rubric.name,
            rules=self.rules.digest,
            handbook=f"{handbook.id} {handbook.version}",
            scenario=self.catalog.digests.get(scenario.id, f"{scenario.id} {scenario.version}"),
            engine=self.engine,
            unicode=unicodedata.unidata_version,
        )

    def _reader(self, scenario: Scenario, language: Language, *, note: bool = False) -> Reader:
        from scoring.reader import Reader

        key = (scenario.id, language, note)
        if key not in self._readers:
            subject = note_scenario(scenario) if note else scenario
            self._readers[key] = Reader(subject, language, self.rules, self.catalog.handbook)
        return self._readers[key]
