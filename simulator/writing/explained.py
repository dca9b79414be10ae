"""What was understood of a move and why the customer said that, for people who write scenarios."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from scenarios.conditions import MOODS
from scenarios.graph import Edge, graph_of, numbered_reactions
from simulator.drawn.labels import Labels
from simulator.engine.causes import CASE, CAUSES, cause_title
from simulator.engine.events import CustomerSpoke, MoodChanged, StageEntered
from simulator.engine.holds import holds
from simulator.words.trying import TRY

if TYPE_CHECKING:
    from scenarios.conditions import Condition
    from scenarios.model import Reaction
    from scoring.model import Reading
    from simulator.contact import Contact
    from simulator.engine.events import Output
    from simulator.engine.state import Heard, State

__all__ = ["explained_move", "explained_stage"]

_HEATS: Final = ("calm", "tense", "hot")


def explained_move(contact: Contact, before: State, outputs: Iterable[Output]) -> Iterator[str]:
    """Lines about the last move: heard, topics, mood, stage, why, scores.

    *before* is the state in which it was made, *outputs* what came of it.
    """
    explainer = _Explainer(contact)
    given = list(outputs)
    if contact.state.turn > before.turn:
        yield from explainer.heard()
    yield from explainer.mood(before, given)
    yield from explainer.stages(before, given)
    yield from explainer.why(before, given)
    if contact.state.turn > before.turn:
        yield explainer.scores()


def explained_stage(contact: Contact) -> Iterator[str]:
    """The reactions that may come next, each with how its conditions stand."""
    explainer = _Explainer(contact)
    for place in (contact.stage, None):
        yield explainer.say("at", stage=contact.stage) if place else explainer.say("everywhere")
        yield from explainer.reactions(place)


class _Explainer:
    """The words about one contact."""

    def __init__(self, contact: Contact) -> None:
        self.contact, self.language = contact, contact.language
        self.labels = Labels(contact.scenario, contact.language)
        self._reactions: dict[str, tuple[str | None, Reaction]] = {
            identity: (stage, reaction)
            for identity, stage, reaction in numbered_reactions(contact.scenario)
        }
        self._edges = {edge.id: edge for edge in graph_of(contact.scenario).edges}

    def say(self, key: str, **values: object) -> str:
        return TRY.say(key, self.language, **values)

    # ------------------------------------------------------------ what was heard

    def heard(self) -> Iterator[str]:
        heard = self.contact.state.heard[-1]
        reading = self.contact.state.played[-1].reading
        acts = "; ".join(_act(act.value, about) for act, about in heard.acts)
        yield self.say("heard", text=acts or self.say("heard-nothing"))
        missed = _missed(reading, heard)
        if missed:
            told = self.say("missed-why", acts="; ".join(missed))
            yield self.say("missed", text=told)
        topics = [", ".join(heard.topics)] if heard.topics else []
        if heard.denied:
            topics.append(self.say("denied", topics=", ".join(heard.denied)))
        if not heard.news:
            topics.append(self.say("news-none"))
        if topics:
            yield self.say("topics", text="; ".join(topics))

    # ------------------------------------------------------------ what it did

    def mood(self, before: State, outputs: list[Output]) -> Iterator[str]:
        changed = next((o for o in outputs if isinstance(o, MoodChanged)), None)
        if changed is None:
            yield self.say("mood", text=self.say("mood-same"))
            return
        moved = [
            f"{self.say(name)} {old} → {new}"
            for name in MOODS
            if (old := getattr(before.mood, name)) != (new := getattr(changed.mood, name))
        ]
        causes = [cause_title(name).of(self.language) for name in changed.because]
        joint = "、" if self.language == "ja" else ", "
        because = self.say("because", causes=joint.join(causes)) if causes else ""
        yield self.say("mood", text=joint.join(moved) + because)

    def stages(self, before: State, outputs: list[Output]) -> Iterator[str]:
        entered = [o.stage for o in outputs if isinstance(o, StageEntered)]
        yield self.say("stage", text=" → ".join((before.stage, *entered)))

    def scores(self) -> str:
        grade = self.contact.grade(self.contact.state.turn)
        told = {name: "-" if score is None else score for name, score in grade.scores.items()}
        return self.say("scores", **told)

    # ------------------------------------------------------------ why that was said

    def why(self, before: State, outputs: list[Output]) -> Iterator[str]:
        """One line for each thing that made the customer speak or act."""
        because = next((o.because for o in outputs if isinstance(o, MoodChanged)), ())
        told = [*self.contact.state.reacted[len(before.reacted) :]]
        for output in outputs:
            if isinstance(output, CustomerSpoke):
                told += [_base(line) for line in output.line.split("+")]
        for line in dict.fromkeys(told):
            yield self.say("why", text=self._reason(line, because))

    def _reason(self, line: str, because: tuple[str, ...]) -> str:
        if line in self._reactions:
            return self._reaction(line)
        owner, _, part = line.rpartition(".")
        if part in ("opens", "again") and owner in self.contact.scenario.stages:
            return self.say(f"why.{part}", stage=owner)
        stage, _, instead = owner.rpartition(".")
        if instead in ("opens_if", "again_if") and stage in self.contact.scenario.stages:
            usual = self.say(f"why.{instead.removesuffix('_if')}", stage=stage)
            return usual + self.say("why.instead", field=instead, number=part)
        if owner == "voice":
            causes = [n for n in because if n != CASE and CAUSES[n].occasion == part]
            titles = [cause_title(name).of(self.language) for name in causes]
            return self.say("why.voice", cause=", ".join(titles) or part)
        if owner in ("hidden", "event", "ending"):
            return self.say(f"why.{owner}", name=part)
        return self.say("why.identity" if line == "identity" else "why.nothing")

    def _reaction(self, identity: str) -> str:
        stage, reaction = self._reactions[identity]
        marks = [s.mark for s in reaction.hears] + [c.mark for c in reaction.when]
        mark = next((mark for mark in marks if mark is not None), None)
        place = self.say("why.stage", stage=stage) if stage else self.say("why.everywhere")
        return self.say(
            "why.reaction",
            number=identity.rpartition(".")[2],
            place=place,
            line=self.say("why.line", line=mark.line) if mark else "",
            cause=self._cause(self._edges[identity]),
        ) + (self.say("why.goes", goes=reaction.goes) if reaction.goes else "")

    def _cause(self, edge: Edge) -> str:
        terms = self.labels.terms(edge)
        return self.labels.cause(edge) + (f" [{terms}]" if terms else "")

    # ------------------------------------------------------------ what may come

    def reactions(self, place: str | None) -> Iterator[str]:
        here = [(i, r) for i, (stage, r) in self._reactions.items() if stage == place]
        if not here:
            yield self.say("no-reactions")
        for identity, reaction in here:
            edge = self._edges[identity]
            leads = self.say("why.goes", goes=reaction.goes) if reaction.goes else ""
            used = self.say("used") if identity in self.contact.state.once else ""
            number, cause = identity.rpartition(".")[2], self.labels.cause(edge)
            yield self.say("reaction", number=number, cause=cause, leads=leads, used=used)
            yield from self._conditions("when", reaction.when)
            yield from self._conditions("unless", reaction.unless)

    def _conditions(self, word: str, conditions: tuple[Condition, ...]) -> Iterator[str]:
        for condition in conditions:
            good = holds(condition, self.contact.state) == (word == "when")
            mark = self.say("holds" if good else "fails")
            yield self.say("condition", mark=mark, word=word, source=condition.source.strip())


def _act(act: str, about: tuple[str, ...]) -> str:
    return f"{act} about {', '.join(about)}" if about else act


def _missed(reading: Reading, heard: Heard) -> list[str]:
    """Acts that stand in the words and did not reach the customer."""
    taken = {act for act, _ in heard.acts}
    return list(dict.fromkeys(f.act.value for f in reading.acts if f.act not in taken))


def _base(line: str) -> str:
    """``waiting.on.3.tense#2`` as ``waiting.on.3``."""
    base = line.partition("#")[0]
    owner, _, heat = base.rpartition(".")
    return owner if heat in _HEATS else base
