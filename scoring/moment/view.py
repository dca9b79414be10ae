"""A reading in its moment, with the questions that criteria and breaches ask about it.

What counts as said in one's own words is decided here once: clauses that quote, recite, repeat,
only echo the customer or have no sentence in them earn nothing and raise no alarm. Judging what
was said stays out of here.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from scenarios.acts import Act, Breach, Duty
from scenarios.language import Language
from scenarios.model import Scenario, Shop, Stage, Topic, TopicKind
from scoring.answered import answered
from scoring.language.lazy_pattern import LazyPattern
from scoring.language.normalise import matching_form
from scoring.language.sentence_ends import ends, sentences_of
from scoring.model import Clause, FoundAct, FoundTopic, Moment, Reading, Slot, SlotKind, Span
from scoring.moment.pleased import accepts, asks_nothing, is_pleased
from scoring.per_case import AtStake, at_stake
from scoring.reading.proposed import letters, proposed_sentences

_T = TypeVar("_T")
ECHO_LIMIT = 0.8
"""From this share on a clause only gives the customer's words back."""
TIME_SLOTS: tuple[SlotKind, ...] = ("clock", "day", "date", "duration")
_UNSURE = ("might", "would")
_DECLINED = ("cannot", "will-not")
_ABOUT_IDENTITY = frozenset({Duty.VERIFY_IDENTITY, Breach.IDENTITY_FIRST})
WORKING = (
    Act.OFFER,
    Act.PROMISE,
    Act.CALL_BACK,
    Act.HAND_OVER,
    Act.CHECK,
    Act.CHOICE,
    Act.READ_BACK,
    Act.ESTIMATE,
)
"""Acts that move the case."""
_LATE = 3
"""Earlier replies from which on a contact may come to its end."""
_FAREWELL = LazyPattern(
    r"\b(?:good ?(?:bye|night|evening)|good luck|enjoy|have a (?:good|nice|lovely)|all the best|take care|safe (?:trip|travels|journey)|anything else)\b|"
    "失礼(?:いた)?します|お大事に|お過ごし(?:ください|くださいませ)|お気をつけて|ますように|ほかに(?:何か|気に|気がかり|ご不明)"
)
_ANEW = (Act.VERIFY, Act.HOLD, Act.REFUSE, Act.HAND_OVER, Act.CHOICE, Act.BOUNDARY, Act.WARN)
"""What begins something anew: no farewell."""
_TIED = (
    Act.ACKNOWLEDGE,
    Act.EMPATHISE,
    Act.APOLOGISE,
    Act.VERIFY,
    Act.CHECK,
    Act.CALL_BACK,
    Act.HAND_OVER,
    Act.REVIEW_TALK,
    Act.CARD_TALK,
    Act.BOUNDARY,
    Act.WARN,
    Act.REFUSE,
)
_SHORT_NO = {"en": 24, "ja": 14}
"""Letters up to which a refusal needs no object to be an answer: "No can do."."""
_TO_YOU = LazyPattern(r"\b(?:i|we|you|your)\b|お客様|いたしかね|しかね")
GRANTING = (Act.OFFER, Act.PROMISE, Act.CHOICE, Act.CALL_BACK)


@dataclass(frozen=True)
class View:
    """One reply at one moment, as the judgements see it."""

    reading: Reading
    moment: Moment
    shop: Shop

    @answered
    def scenario(self) -> Scenario:
        return self.moment.scenario

    @answered
    def at_stake(self) -> AtStake:
        """What the topics of the case are about."""
        return at_stake(self.scenario, self.language)

    @answered
    def language(self) -> Language:
        return self.moment.language

    @answered
    def kept(self) -> dict[object, Any]:
        """Answers that are asked for more than once (see ``once``)."""
        return {}

    @answered
    def stage(self) -> Stage | None:
        return self.scenario.stages.get(self.moment.stage or "")

    @answered
    def duties(self) -> frozenset[Duty]:
        """The duties of the stage and those that follow from how the case stands; where something
        cannot wait, nobody has to say first who they are."""
        due = set(self.stage.duties) if self.stage else set()
        if self.identity_open and not (self.stage and self.stage.first):
            due.add(Duty.VERIFY_IDENTITY)
        else:
            due.discard(Duty.VERIFY_IDENTITY)
        if self.moment.handover_due:
            due.add(Duty.HAND_OVER)
        return frozenset(due)

    @property
    def identity_checked(self) -> bool:
        return self.moment.identity_checked or "verify-identity" in self.moment.done

    @property
    def identity_open(self) -> bool:
        """Whether it is not known yet who calls, and has to be."""
        return self.scenario.identity.needed and not self.identity_checked

    @property
    def fault_open(self) -> bool:
        """Whether the case leaves open whose fault it is: what is known may be owned."""
        carried = Breach.FAULT_ADMISSION in self.at_stake.breaches
        return carried or not {"2.5", "fault-open"}.isdisjoint(self.scenario.clauses)

    def detail_of(self, rule: str) -> str:
        """Picks the wording of what a rule tells by how the case stands: items of the identity check
        are to be asked for, or, once told, to be matched."""
        return "stated" if rule in _ABOUT_IDENTITY and self.moment.identity_stated else ""

    # ------------------------------------------------------------ clauses

    def clause(self, index: int) -> Clause | None:
        clauses = self.reading.clauses
        return clauses[index] if 0 <= index < len(clauses) else None

    def clauses_at(self, span: Span | None) -> tuple[int, ...]:
        """The clauses that hold any of these words, in order; none of none."""
        if span is None:
            return ()
        return tuple([n for n, c in enumerate(self.reading.clauses) if c.span.overlaps(span)])

    def meant(self, index: int) -> bool:
        """Whether the clause is the speaker's own statement at all: no quotation, no recital."""
        return not 0 <= index < len(self._meant) or self._meant[index]

    @answered
    def _meant(self) -> tuple[bool, ...]:
        return tuple(
            not (clause.quoted or clause.recited or clause.repeated or clause.salad)
            for clause in self.reading.clauses
        )

    def own(self, index: int) -> bool:
        """Meant, and more than the customer's words given back."""
        return not 0 <= index < len(self._own) or self._own[index]

    @answered
    def _own(self) -> tuple[bool, ...]:
        return tuple(
            meant and clause.echo < ECHO_LIMIT
            for meant, clause in zip(self._meant, self.reading.clauses, strict=True)
        )

    def denied(self, index: int) -> bool:
        clause = self.clause(index)
        return clause is not None and (clause.negated or clause.modality in _DECLINED)

    def hedged(self, index: int) -> bool:
        """The clause leaves open whether it is so."""
        clause = self.clause(index)
        return clause is not None and (
            clause.modality in _UNSURE or bool(self.acts_in(index, Act.ESTIMATE))
        )

    def asked(self, index: int) -> bool:
        clause = self.clause(index)
        return clause is not None and clause.question

    @property
    def asks_anything(self) -> bool:
        """Whether any clause of the reply is a question."""
        return any(map(self.asked, range(len(self.reading.clauses))))

    def requested(self, index: int) -> bool:
        """The customer is asked to do it, however politely."""
        clause = self.clause(index)
        return clause is not None and clause.request

    def sentence_asks(self, index: int) -> bool:
        """Whether any clause of the sentence is a question."""
        return any(map(self.asked, self.sentence(index)))

    def sentence_bids(self, index: int) -> bool:
        """The same of a question or a request."""
        return any(self.asked(n) or self.requested(n) for n in self.sentence(index))

    def conditional(self, index: int) -> bool:
        clause = self.clause(index)
        return clause is not None and clause.conditional

    # ------------------------------------------------------------ acts, topics, slots

    @answered
    def found_acts(self) -> tuple[FoundAct, ...]:
        """Every act of the reading, in order of the text, whatever order it came in."""
        return tuple(sorted(self.reading.acts, key=lambda f: (f.span.place, f.act, f.rule)))

    @answered
    def kinds_of_acts(self) -> frozenset[Act]:
        """Which acts the reading holds at all."""
        return frozenset([found.act for found in self.reading.acts])

    @answered
    def found_topics(self) -> tuple[FoundTopic, ...]:
        """Every topic of the reading, in order of the text."""
        return tuple(sorted(self.reading.topics, key=lambda f: (f.span.place, f.topic)))

    def acts(self, *acts: Act) -> tuple[FoundAct, ...]:
        """These acts where they are the speaker's own, in order of the text."""
        if len(acts) == 1:
            return self._own_by_act.get(acts[0], ())
        return tuple([f for f in self._own_acts if f.act in acts])

    @answered
    def _own_acts(self) -> tuple[FoundAct, ...]:
        return tuple([f for f in self.found_acts if self.own(f.clause)])

    @answered
    def _own_by_act(self) -> dict[Act, tuple[FoundAct, ...]]:
        result: dict[Act, tuple[FoundAct, ...]] = {}
        for found in self._own_acts:
            result[found.act] = (*result.get(found.act, ()), found)
        return result

    def acts_in(self, clause: int, *acts: Act) -> tuple[FoundAct, ...]:
        here = self._acts_by_clause.get(clause, ())
        return tuple([f for f in here if not acts or f.act in acts])

    @answered
    def _acts_by_clause(self) -> dict[int, list[FoundAct]]:
        result: dict[int, list[FoundAct]] = {}
        for found in self.found_acts:
            result.setdefault(found.clause, []).append(found)
        return result

    def topic(self, name: str) -> Topic | None:
        return self.scenario.topics.get(name)

    def topics(
        self, *kinds: TopicKind, affirmed: bool | None = True, own_words: bool = True
    ) -> tuple[FoundTopic, ...]:
        """Named topics of these kinds, in order of the text; ``affirmed`` None: either way."""
        return tuple(
            [
                f
                for f, kind in self._meant_topics
                if kind in kinds
                and (affirmed is None or f.affirmed == affirmed)
                and (f.own_words or not own_words)
            ]
        )

    def cued_topics(
        self, *kinds: TopicKind, affirmed: bool | None = True, own_words: bool = True
    ) -> tuple[FoundTopic, ...]:
        """Those of them that a cue shows: breaches, and what excuses them, go by these alone."""
        found = self.topics(*kinds, affirmed=affirmed, own_words=own_words)
        return tuple([topic for topic in found if not topic.inferred])

    def cued_in(
        self, clauses: Iterable[int], *kinds: TopicKind, affirmed: bool | None = True
    ) -> bool:
        """Whether a cue of a topic of these kinds stands in any of these clauses."""
        cued = self.cued_topics(*kinds, affirmed=affirmed)
        return not {found.clause for found in cued}.isdisjoint(clauses)

    @answered
    def _meant_topics(self) -> list[tuple[FoundTopic, TopicKind]]:
        known = self.scenario.topics
        return [
            (f, known[f.topic].kind)
            for f in self.found_topics
            if f.topic in known and self.meant(f.clause)
        ]

    def slots(self, kinds: Iterable[SlotKind], clause: int | None = None) -> tuple[Slot, ...]:
        wanted = tuple(kinds)
        return tuple(
            s
            for s in self._found_slots
            if s.kind in wanted and self.meant(s.clause) and (clause is None or s.clause == clause)
        )

    @answered
    def _found_slots(self) -> tuple[Slot, ...]:
        return tuple(sorted(self.reading.slots, key=lambda s: (s.span.place, s.kind, s.value)))

    def expected(self, *kinds: TopicKind) -> tuple[str, ...]:
        """Topics of these kinds that fit the moment: the stage's own, else all; file order."""
        return tuple([name for name, kind in self._fitting if kind in kinds])

    def wanted(self, kind: TopicKind) -> str | None:
        """The topic of this kind to turn to: the first that no earlier reply has named, else the
        first; None where the moment has none."""
        names = self.expected(kind)
        fresh = (name for name in names if name not in self.moment.named)
        return next(fresh, names[0] if names else None)

    @answered
    def pleased(self) -> bool:
        """Whether the customer has just spoken as somebody content, or the reply takes leave of somebody who
        asks nothing any more."""
        said = self.moment.customer_said
        return bool(said) and (is_pleased(said[-1], self.language) or self._sees_off)

    @property
    def _sees_off(self) -> bool:
        """Whether the reply does nothing but take leave, late in a contact in which something was done, of
        somebody who neither asks nor complains."""
        moment = self.moment
        if len(moment.agent_said) < _LATE or not moment.done or moment.abuse:
            return False
        if not asks_nothing(moment.customer_said[-1], self.language):
            return False
        leaves = bool(self.acts(Act.CLOSE)) or _FAREWELL.search(self.whole_text) is not None
        return leaves and not self.acts(*_ANEW)

    @property
    def call_agreed(self) -> bool:
        return self.moment.call_agreed

    @answered
    def settled(self) -> bool:
        """Whether the customer has just spoken as somebody content, or taken all as agreed: nobody
        then has to name a feeling."""
        said = self.moment.customer_said
        return self.pleased or (bool(said) and accepts(said[-1], self.language))

    @property
    def parting(self) -> bool:
        """Whether the reply takes leave of somebody with whom all is agreed."""
        return self.settled and bool(self.acts(Act.CLOSE, Act.THANK))

    @property
    def nothing_moved(self) -> bool:
        """Whether earlier replies did nothing and named no step: kind words alone settle nothing."""
        if not self.moment.agent_said or self.moment.done:
            return False
        topics = self.scenario.topics
        return not any(topics[n].kind is TopicKind.STEP for n in self.moment.named if n in topics)

    @property
    def done_with(self) -> bool:
        """Whether the customer is content, and not with kind words alone."""
        return self.pleased and not self.nothing_moved

    @property
    def all_moved(self) -> bool:
        """Whether every step of the moment has been named before, or the customer is content: a
        farewell moves nothing more."""
        if self.done_with:
            return True
        steps = self.expected(TopicKind.STEP)
        return bool(steps) and self.moment.named.issuperset(steps)

    @answered
    def _fitting(self) -> list[tuple[str, TopicKind]]:
        expects = self.stage.expects if self.stage else ()
        return [
            (name, topic.kind)
            for name, topic in self.scenario.topics.items()
            if not expects or name in expects
        ]

    @answered
    def said_topics(self) -> frozenset[str]:
        """Topics that the reply names in its own words already."""
        return frozenset(f.topic for f in self.found_topics if f.own_words and self.meant(f.clause))

    @property
    def wordless(self) -> bool:
        """Neither a content word nor anything of the case, nor sympathy: "When do you need it by?" has
        no content word, and asks what matters."""
        silent = self.reading.words == 0 and not self.reading.topics
        return silent and not self.acts(Act.EMPATHISE)

    @answered
    def anchored(self) -> bool:
        """Whether the reply is tied to this case by anything: a topic, a figure of the case, the
        customer's words taken up, or an act that can only be about the matter at hand."""
        here = any(self.meant(f.clause) for f in self.reading.topics)
        figures = any(s.in_case and self.meant(s.clause) for s in self.reading.slots)
        taken_up = any(c.echo > 0 and not c.quoted for c in self.reading.clauses)
        tied = [a for a in self.acts(*_TIED) if a.act is not Act.REFUSE or self._plain_no(a)]
        choosing = any(self.asked(a.clause) for a in self.acts(Act.CHOICE))
        return here or figures or taken_up or self._timed or choosing or bool(tied)

    def _plain_no(self, act: FoundAct) -> bool:
        """A refusal to this customer, not a sentence of some rules in which something cannot be."""
        clause = self.clause(act.clause)
        text = matching_form(clause.text) if clause else ""
        short = len(text) <= _SHORT_NO[self.language]
        curt = any(self.acts_in(n, Act.RULE_ONLY) for n in self.sentence(act.clause))
        return bool(act.about) or short or curt or bool(_TO_YOU.search(text))

    @answered
    def _timed(self) -> bool:
        """Something is put forward, with a time to it."""
        put = {act.clause for act in self.acts(Act.OFFER, Act.PROMISE, Act.CONSENT)}
        return any(abs(s.clause - c) <= 1 for s in self.slots(TIME_SLOTS) for c in put)

    def spanned(self, found: FoundTopic) -> tuple[int, ...]:
        """The clauses that a topic's words stand in: "A, so you B" may name it in both."""
        within = tuple(
            number
            for number, clause in enumerate(self.reading.clauses)
            if clause.span.overlaps(found.span)
        )
        return within or (found.clause,)

    def sentence(self, index: int) -> tuple[int, ...]:
        """The clauses of the sentence that a clause belongs to, in order."""
        if index in self._sentences:
            return self._sentences[index]
        clauses = self.reading.clauses
        first = last = index
        while first > 0 and not ends(clauses[first - 1].text):
            first -= 1
        while last + 1 < len(clauses) and not ends(clauses[last].text):
            last += 1
        return tuple(range(first, last + 1))

    @answered
    def all_sentences(self) -> tuple[tuple[int, ...], ...]:
        """The numbers of the clauses of every sentence, in order."""
        return tuple(sentences_of(self.reading.clauses))

    def known_figures(self, clauses: Collection[int]) -> int:
        """How many facts and figures of the case these clauses hold."""
        return sum(slot.in_case and slot.clause in clauses for slot in self.reading.slots)

    def proposed(self, index: int) -> bool:
        """Whether the scenario itself puts forward the sentence that a clause belongs to."""
        numbers = self.sentence(index)
        if numbers not in self._proposed:
            text = "".join(self.reading.clauses[n].text for n in numbers)
            known = proposed_sentences(self.scenario, self.language)
            self._proposed[numbers] = letters(matching_form(text)) in known
        return self._proposed[numbers]

    @answered
    def puts_forward(self) -> bool:
        """Whether one of the sentences is put forward by the scenario itself."""
        return any(self.proposed(sentence[0]) for sentence in self.all_sentences)

    @answered
    def _proposed(self) -> dict[tuple[int, ...], bool]:
        return {}

    @answered
    def _sentences(self) -> dict[int, tuple[int, ...]]:
        return {n: numbers for numbers in self.all_sentences for n in numbers}

    @answered
    def whole_text(self) -> str:
        """The matching form of the reply."""
        return matching_form(self.reading.text)

    @answered
    def customer_text(self) -> str:
        """The matching form of all that the customer has said."""
        return matching_form(" ".join(self.moment.customer_said))

    def slot_text(self, slot: Slot) -> str:
        """The matching form of the words of a figure or a name."""
        return matching_form(self.reading.text[slot.span.start : slot.span.end])

    def clause_text(self, index: int) -> str:
        """The matching form of a clause."""
        return matching_form(self.reading.clauses[index].text)

    def sentence_text(self, index: int) -> str:
        """The matching form of the sentence that a clause belongs to."""
        texts = (self.reading.clauses[n].text for n in self.sentence(index))
        return matching_form(" ".join(texts))

    def clause_span(self, index: int, fallback: Span) -> Span:
        clause = self.clause(index)
        return clause.span if clause else fallback


def once(find: Callable[[View], _T]) -> Callable[[View], _T]:
    """A question that several judgements ask, answered once a view."""

    def found(view: View) -> _T:
        if find not in view.kept:
            view.kept[find] = find(view)
        answer: _T = view.kept[find]
        return answer

    found.__doc__ = find.__doc__
    return found
