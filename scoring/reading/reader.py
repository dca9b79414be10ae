"""Reads a reply once, into clauses, dialogue acts, topics and figures with their spans.

The customer reacts to what is found here and the scorecard cites it, so there is one reader and
not two. Reading judges nothing: whether an act was due, good or forbidden is decided elsewhere.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from scenarios.acts import Act
from scenarios.language import Language
from scenarios.model import Handbook, Scenario, TopicKind
from scenarios.values import dataclass
from scoring import cues
from scoring.answered import answered
from scoring.cues import Index, Match
from scoring.kinds.scene import Scene
from scoring.language import lexicon
from scoring.language.normalise import Normal, normalise, quotations
from scoring.language.words import Analysis, Part, Word
from scoring.learned.signs import build_signs, deed_signs, form_signs, hollow, said_signs
from scoring.model import Clause, FoundAct, FoundTopic, Moment, Reading, Slot
from scoring.near.find import compared, near_topics
from scoring.near.index import NearIndex
from scoring.reading import keyword_lists, shares
from scoring.reading.case_cues import case_cues, topic_phrases
from scoring.reading.direct_answers import direct_answer, question_in, with_answer
from scoring.reading.hearing import Heard, by_rule, found_acts, weighed
from scoring.reading.joy import unfounded_joy
from scoring.reading.kana_only import KanaSpeller
from scoring.reading.proposed import letters, proposed_sentences
from scoring.reading.sentence_reader import ReadText, Said, SentenceReader
from scoring.reading.too_late import judged_by_time
from scoring.reading.topics import borrowed, found_topics
from scoring.reading.typing_errors import Corrector
from scoring.rules.loader import RuleSet
from scoring.slots.find import CaseFacts, RawSlot, find_slots
from scoring.slots.times import Day

if TYPE_CHECKING:
    from scenarios.cache import Cache
    from scoring.learned.acts import Learned

_PROPOSED_ECHO: Final = 0.5
"""Share of the customer's words that a sentence put forward by the scenario counts as, at most."""
_QUESTIONS: Final = 256
"""Questions of customers of which is kept what they are about; they come back at every try."""
_LAST_WORDS = 4
"""The customer's last utterances that a reply may echo."""


class Reader:
    """Reads replies of one scenario in one language; may be shared between threads."""

    def __init__(  # noqa: PLR0913, PLR0917  (a case, and each thing that reading it takes)
        self,
        scenario: Scenario,
        language: Language,
        rules: RuleSet,
        handbook: Handbook,
        cache: Cache | None = None,
        ledger: Learned | None = None,
    ) -> None:
        """With a *ledger* clauses carry those signs that have points in it."""
        self._ledger = ledger
        self.scenario = scenario
        self.language: Language = language
        self._rules = rules
        compiled = rules.compiled(language)
        self._topic_kinds = {name: topic.kind for name, topic in scenario.topics.items()}
        own = case_cues(scenario, language, handbook, rules.digest, cache)
        self._facts = CaseFacts.of(scenario, language)
        self._manual = shares.Manual(own.manual, language)
        self._sayings = own.sayings
        topics = Index.of(own.topics)
        readings = {**compiled.readings, **own.readings}
        vocabulary = compiled.index.vocabulary | topics.vocabulary
        self._corrector = Corrector(language, vocabulary, readings)
        self._kana = KanaSpeller(readings) if language == "ja" else None
        self._sentences = self._sentence_reader(topics)
        self._asked = lru_cache(maxsize=_QUESTIONS)(self._question_topics)

    def _sentence_reader(self, topics: Index) -> SentenceReader:
        rules = self._rules.compiled(self.language).index
        return SentenceReader(self.language, rules, topics, self._corrector, self._said)

    def read(self, text: str, moment: Moment) -> Reading:
        """Read one reply. Any text is read, also an empty one; nothing is raised for its content."""
        normal = self._normal(text)
        raw = self._figures(normal, self._day(moment))
        found = self._sentences.read(normal, raw)
        analysis = found.analysis
        said = [_heard(line, self.language) for line in moment.customer_said[-_LAST_WORDS:]]
        sequence = shares.sequence_of(analysis.words, self.language)
        echo = shares.echoes(analysis, sequence, [line.runs for line in said])
        scene = self._scene(found, raw, echo)
        scene.said = frozenset().union(*(line.content for line in said))
        proposed = self._proposed(analysis, echo)
        named = self._topics(found, echo, proposed)
        topics = scene.topics = tuple([topic for topic in named if topic.asserted])
        makeup = shares.Makeup(
            echo,
            self._manual.recited(analysis, sequence),
            _unless(proposed, shares.repeated(analysis)),
            _unless(proposed, keyword_lists.salad(analysis, self.language)),
        )
        heard = by_rule(self._rules.rules, scene, makeup.salad)
        acts = found_acts(self._weighed(heard, scene, found, makeup.salad, proposed), scene, named)
        acts, topics = self._answering(text, moment, analysis, acts, named)
        slots = self._slots(scene, normal)
        clauses = _clauses(analysis, makeup)
        acts, topics = self._heartfelt(acts, topics, clauses, moment)
        clauses = self._with_signs(clauses, found, acts, slots)
        return Reading(
            text=text,
            language=self.language,
            clauses=clauses,
            acts=acts,
            topics=judged_by_time(topics, acts, slots, clauses, moment),
            slots=slots,
            shares=shares.measure(
                analysis,
                self.language,
                makeup,
                shares.taken_over(analysis, scene.said, echo, _idle(acts)),
            ),
            words=sum([len(content) for content in analysis.content]),
            politeness=shares.politeness(analysis, self.language),
            asked=self._asked_last(moment),
        )

    def _normal(self, text: str) -> Normal:
        """The matching form of a reply."""
        normal = normalise(text)
        return normal if self._kana is None else self._kana.spelled(normal)

    def _day(self, moment: Moment) -> Day:
        return Day(moment.clock, self._facts.times)

    def _figures(self, normal: Normal, day: Day) -> list[RawSlot]:
        capitals, facts = _with_capitals(normal), self._facts
        return find_slots(normal.text, capitals, self.language, facts.names, day)

    def cues_heard(self, text: str, moment: Moment) -> dict[tuple[str, int], list[str]]:
        """By topic and clause the cues of the scenario that are found in it, for whoever writes them.

        Their phrases are compiled anew: it takes much longer than a reading.
        """
        normal = self._normal(text)
        phrases = topic_phrases(self.scenario, self.language)
        compiler = cues.Compiler(self.language, self._facts.times)
        compiled = (compiler.topic(str(n), p.text, p.of) for n, p in enumerate(phrases))
        index = Index.of(tuple([pattern for pattern in compiled if pattern is not None]))
        found = self._sentence_reader(index).read(normal, self._figures(normal, self._day(moment)))
        result: dict[tuple[str, int], list[str]] = {}
        for match in found.topics:
            phrase = phrases[int(match.pattern.owner)]
            clause = found.analysis.words[match.last].clause
            result.setdefault((phrase.topic, clause), []).append(phrase.text)
        return result

    def nearness(self, text: str, moment: Moment) -> list[dict[str, list[int]]]:
        """By sentence how near it is to every topic, as ``scoring.near.points`` weighs it; for whoever
        learns these points."""
        normal = self._normal(text)
        analysis = self._sentences.read(normal, self._figures(normal, self._day(moment))).analysis
        return [
            compared(analysis, clauses, self._near, self.scenario)
            for clauses in analysis.clauses_of
        ]

    def _heartfelt(
        self,
        acts: tuple[FoundAct, ...],
        topics: tuple[FoundTopic, ...],
        clauses: Sequence[Clause],
        moment: Moment,
    ) -> tuple[tuple[FoundAct, ...], tuple[FoundTopic, ...]]:
        """Without what joy over something that has not come about seems to show: nobody is met by it."""
        blind = unfounded_joy(clauses, moment.customer_said, self.language)
        if not blind:
            return acts, topics
        heard = tuple([a for a in acts if a.clause not in blind or a.act not in _HEARD])
        kinds = self._topic_kinds
        felt = [t for t in topics if t.clause not in blind or kinds[t.topic] not in _MET_BY_JOY]
        return heard, tuple(felt)

    def _proposed(self, analysis: Analysis, echo: list[float]) -> dict[int, str]:
        """By clause the topic whose sentence, as the scenario itself proposes it, it belongs to. Such a
        sentence is spoken to this customer, whatever it looks like."""
        proposals = proposed_sentences(self.scenario, self.language)
        text = analysis.normal.text
        result: dict[int, str] = {}
        for (start, end), clauses in zip(analysis.sentences, analysis.clauses_of, strict=True):
            name = proposals.get(letters(text[start:end]))
            if name is not None:
                result.update(dict.fromkeys(clauses, name))
        for number in result:
            analysis.parts[number].quoted = False
            echo[number] = min(echo[number], _PROPOSED_ECHO)
        return result

    def _topics(
        self, found: ReadText, echo: list[float], proposed: Mapping[int, str]
    ) -> tuple[FoundTopic, ...]:
        """The topics named, among them that of a sentence which the scenario proposes for it."""
        analysis = found.analysis
        cued = found_topics(found.topics, analysis, echo, self.scenario)
        near = self._near_topics(analysis, cued, echo, proposed)
        own = self._proposed_topics(analysis, cued, proposed) if proposed else ()
        return tuple(sorted((*cued, *near, *own), key=lambda f: (f.span.place, f.topic)))

    def _proposed_topics(
        self, analysis: Analysis, cued: Iterable[FoundTopic], proposed: Mapping[int, str]
    ) -> Iterable[FoundTopic]:
        """Those of sentences that the scenario proposes for them and that name them by no cue."""
        named = {(topic.topic, topic.clause) for topic in cued}
        for (start, end), clauses in zip(analysis.sentences, analysis.clauses_of, strict=True):
            name = proposed.get(clauses[0]) if clauses else None
            if name is None or any((name, number) in named for number in clauses):
                continue
            kind = self.scenario.topics[name].kind
            if kind is not TopicKind.FORBIDDEN:  # there it is what to say instead
                span = analysis.normal.span(start, end)
                affirmed = kind not in (TopicKind.LIMIT, TopicKind.UNCERTAIN)
                yield FoundTopic(name, span, clauses[0], affirmed, own_words=True)

    @answered
    def _near(self) -> NearIndex:
        return NearIndex(self._sayings, self.language)

    def _answering(
        self,
        text: str,
        moment: Moment,
        analysis: Analysis,
        acts: tuple[FoundAct, ...],
        named: Sequence[FoundTopic],
    ) -> tuple[tuple[FoundAct, ...], tuple[FoundTopic, ...]]:
        """The acts and topics, with what a yes or no to the customer's last question is about."""
        topics = tuple([topic for topic in named if topic.asserted])
        said = moment.customer_said[-1] if moment.customer_said else ""
        answer = direct_answer(text, said, self.language) if analysis.parts else None
        if answer is None:
            return acts, topics
        questions = (self._asked(question) for question in answer.questions)
        known = {topic.topic for topic in named}
        asked = {
            topic: self._topic_kinds[topic.topic] for topic in next(filter(None, questions), ())
        }
        about = {topic: kind for topic, kind in asked.items() if topic.topic not in known}
        span = analysis.normal.span(analysis.parts[0].start, analysis.parts[0].end)
        return with_answer(answer, about, span, acts, topics)

    def _asked_last(self, moment: Moment) -> tuple[str, ...]:
        """The topics of the question in the customer's last line."""
        asked = question_in(moment.customer_said[-1]) if moment.customer_said else None
        return () if asked is None else tuple([found.topic for found in self._asked(asked)])

    def _question_topics(self, question: str) -> tuple[FoundTopic, ...]:
        """The topics of a question of the customer's, each once."""
        normal = normalise(question)
        found = self._sentences.read(normal, self._figures(normal, Day()))
        named = self._topics(found, [0.0] * len(found.analysis.parts), {})
        return tuple({topic.topic: topic for topic in named}.values())

    def _near_topics(
        self,
        analysis: Analysis,
        named: Iterable[FoundTopic],
        echo: Sequence[float],
        proposed: Mapping[int, str],
    ) -> Iterable[FoundTopic]:
        """A topic for sentences that hold no cue of any, where one is near enough."""
        told: dict[int, list[TopicKind]] = {}
        for topic in named:
            told.setdefault(topic.clause, []).append(self._topic_kinds[topic.topic])
        # What a proposed sentence means is known, also where it asks.
        told |= {number: [TopicKind.QUESTION] for number in proposed}
        for near in near_topics(analysis, told, self._near, self.scenario, self.language):
            part = analysis.parts[near.clause]
            yield FoundTopic(
                near.topic,
                analysis.normal.span(part.start, part.end),
                near.clause,
                near.affirmed,
                own_words=not borrowed(analysis, near.clause, echo),
                inferred=True,
            )

    def _scene(self, found: ReadText, raw: list[RawSlot], echo: list[float]) -> Scene:
        analysis = found.analysis
        matches: dict[str, list[Match]] = {}
        for match in found.rules:
            matches.setdefault(match.pattern.owner, []).append(match)
        places = [_clause_at(analysis, slot.start) for slot in raw]
        kept = [slot for slot, place in zip(raw, places, strict=True) if place is not None]
        return Scene(
            analysis,
            self.language,
            kept,
            matches,
            known_names=self._facts.names,
            quotations=quotations(analysis.normal.text),
            slot_clauses=[place for place in places if place is not None],
            topic_kinds=self._topic_kinds,
            echoed=echo,
        )

    def _weighed(
        self,
        heard: Sequence[Heard],
        scene: Scene,
        found: ReadText,
        salad: Sequence[bool],
        proposed: Mapping[int, str],
    ) -> Iterable[Heard]:
        """What rules hear, weighed against examples. A quotation does nothing by example, and what the
        scenario proposes is heard as its author says."""
        points = self._ledger.acts if self._ledger else None
        if points is None:
            return heard
        parts = enumerate(scene.analysis.parts)
        exempt = [part.quoted or salad[n] or n in proposed for n, part in parts]
        return weighed(heard, scene, [totals for _, _, totals in found.said], points, exempt)

    def _with_signs(
        self,
        clauses: tuple[Clause, ...],
        found: ReadText,
        acts: tuple[FoundAct, ...],
        slots: tuple[Slot, ...],
    ) -> tuple[Clause, ...]:
        ledger = self._ledger
        if ledger is None:
            return clauses
        deeds = deed_signs(clauses, acts, slots)
        result: list[Clause] = []
        for number, (part, clause) in enumerate(zip(found.analysis.parts, clauses, strict=True)):
            own_words, signs = 0, ledger.known(form_signs(part, clause))
            if not hollow(clause):
                own_words, said, _ = found.said[number]
                signs += said + ledger.known(deeds.get(number, ()))
            result.append(_signed(clause, signs, own_words))
        return tuple(result)

    def _said(self, words: Sequence[Word], part: Part) -> Said:
        ledger = self._ledger
        if ledger is None:
            return 0, (), ()
        own_words, signs = said_signs(words, part, ledger.ideas)
        totals = ledger.acts.totals([*signs, *build_signs(part)]) if ledger.acts else ()
        return own_words, ledger.known(signs), totals

    def _slots(self, scene: Scene, normal: Normal) -> tuple[Slot, ...]:
        return tuple(
            Slot(
                slot.kind,
                slot.value,
                normal.span(slot.start, slot.end),
                clause,
                self._facts.hold(slot),
            )
            for slot, clause in zip(scene.slots, scene.slot_clauses, strict=True)
        )


_HEARD: Final = frozenset({Act.ACKNOWLEDGE, Act.EMPATHISE})
_MET_BY_JOY: Final = frozenset({TopicKind.SITUATION, TopicKind.FEELING, TopicKind.NEED})
_IDLE: Final = frozenset({Act.STOCK, Act.THANK, Act.GREET, Act.CLOSE})


def _idle(acts: tuple[FoundAct, ...]) -> frozenset[int]:
    """Clauses that hold a formula, thanks or a greeting and nothing else."""
    found: dict[int, set[Act]] = {}
    for act in acts:
        found.setdefault(act.clause, set()).add(act.act)
    return frozenset(clause for clause, kinds in found.items() if kinds <= _IDLE)


@dataclass(frozen=True, slots=True)
class _Heard:
    """What a reply is compared with in a customer's line."""

    runs: shares.Runs
    content: frozenset[str]
    """The keys of its content words."""


@lru_cache(maxsize=256)
def _heard(line: str, language: Language) -> _Heard:
    """A customer's line, taken apart; lines come back at every turn."""
    analysis = cues.analyse(line, language)
    synonyms = lexicon.synonyms(language)
    content = frozenset(synonyms.get(w.lemma, w.lemma) for w in analysis.words if w.content)
    return _Heard(shares.runs_said(analysis, language), content)


def _unless(proposed: Mapping[int, str], marks: Sequence[bool]) -> list[bool]:
    """The marks of those clauses that nobody proposed."""
    return [mark and number not in proposed for number, mark in enumerate(marks)]


def _with_capitals(normal: Normal) -> str:
    """The matching form with the capitals as typed, at the same offsets."""
    if len(normal.text) == len(normal.original) and normal.original.casefold() == normal.text:
        return normal.original
    return "".join(
        typed
        if (typed := _narrow(normal.original[start : start + 1])).casefold() == folded
        else folded
        for folded, start in zip(normal.text, normal.starts, strict=True)
    )


def _narrow(character: str) -> str:
    return unicodedata.normalize("NFKC", character)


def _signed(clause: Clause, signs: tuple[str, ...], own_words: int) -> Clause:
    """The clause with what the ledger looks at; ``changed``, written out for the many of them."""
    return Clause(
        clause.span,
        clause.text,
        clause.negated,
        clause.modality,
        clause.question,
        clause.quoted,
        clause.conditional,
        clause.echo,
        clause.recited,
        clause.repeated,
        clause.salad,
        signs,
        own_words,
        clause.request,
    )


def _clause_at(analysis: Analysis, position: int) -> int | None:
    number = bisect_right(analysis.parts, position, key=lambda part: part.start) - 1
    return number if number >= 0 and position < analysis.parts[number].end else None


def _clauses(analysis: Analysis, makeup: shares.Makeup) -> tuple[Clause, ...]:
    result: list[Clause] = []
    for number, part in enumerate(analysis.parts):
        span = analysis.normal.span(part.start, part.end)
        result.append(
            Clause(
                span=span,
                text=analysis.normal.original[span.start : span.end],
                negated=part.negated,
                modality=part.modality,
                question=part.question,
                quoted=part.quoted,
                conditional=part.conditional,
                echo=round(makeup.echo[number], 3),
                recited=makeup.recited[number],
                repeated=makeup.repeated[number],
                salad=makeup.salad[number],
                request=part.request,
            )
        )
    return tuple(result)
