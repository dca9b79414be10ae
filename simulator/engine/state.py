"""All that changes during a contact, in one frozen value.

A state is never stored: it follows from the setup and the inputs. ``STATE_VERSION`` counts the
changes after which the same inputs lead to another state.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Literal

from scenarios.acts import Act
from scenarios.model import EndingKind, MoodValues, Outcome
from scenarios.values import dataclass

if TYPE_CHECKING:
    from scoring.model import PlayedTurn, Vouches

STATE_VERSION = 21
"""1: first version. 2: the procedure without abuse leads to its own ending. 3: what happens outside
moves the mood in full; a reply of courtesies only or of a bare figure is no other subject. 4: what
is promised for too late a time relieves nobody and is no step; hostility in the grade is felt. 5:
blame in the grade is felt, and a call that is moved to another time is one call. 6: the same money or
goods go out once, a call is not booked for a time that has passed but for the same time tomorrow, a
rule beside a way out and the no to a certainty brush nobody off, and a step promised in the
customer's own words is heard. 7: a bargain over a review and the taking of card data are heard in
whatever words they are graded as such. 8: a sentence that holds no cue is heard as the topic that it is
nearest to, and a yes or no answers the customer's own question. 9: blame of others does not accuse
the customer, and whoever is asked which number to ring says it. 10: so does whoever is asked for a
time, a choice or leave; blame of others is felt as that, what is passed on rewards nobody, and who
holds to a promised time ignores nobody. 11: a no beside a step that is open turns nobody down, and a
greeting alone is no other subject; of the times in one reply a customer repeats that of the call. 12:
blame that the grade does not bear out accuses nobody, and whoever is asked whether they can come to
the telephone, for one of two ways in few words, or "Shall I?", answers it. 13: a no whose reason is
told, or that claims nothing untrue, brushes nobody off; who takes an own word back has not apologised
for the same again, and rewards nobody's pressing. 14: of several times beside a promise the nearest to
it is the time that was promised, and a call about something else moves no call; who
tells how things stand has done the check that was announced. 15: an affront that the whole reply makes
less likely than not is none to the customer, and blame is laid on whom its own clause names. 16: two
facts that one reply asks for are told at once, a choice or a time asked for before other sentences is
answered, so is whether there is anything else, and a question that no scenario foresaw or an own word
taken back is not passed over; nobody waits on the telephone for a call back that is booked. 17: a
further question of a reply that the scenario knows is answered before what is said to the rest of it,
and so is where to send something and which e-mail address to use. 18: a time that suits, or an agreement,
is answered by words of its own, also where it is put without a question mark; a plea not to do something
asks nothing, a bid for a deed is done by whoever is calm, and nobody asks why they are asked in the same
breath as they answer something else. 19: a number that is read out is called right where it is; what is
denied is no certainty, and a suspicion that is denied blames nobody; two ways side by side are chosen
between also late in a sentence, by when something is needed is the scenario's to say, and nobody bristles at
a single sentence of a reply that is graded kind and within the rules, nor at an affront that its grade does not
bear out; nothing is confided to whoever has just been cold without asking, and an own word taken back is taken up
also where the customer goes on to something else that was said; a promise of the uncertain is asked after. 20: so is a hope for what others decide, which is no honest
estimate to the customer; what is forbidden and no breach of the grade does not reach them, a yes or no to
what they asked ignores nobody, and whether something has come is answered. 21: whether what was told back is so
is answered, unless a figure in it is wrong, and so are a number, a place and "anything else?" whatever else
the customer takes up."""

EntryKind = Literal["customer", "agent", "desk", "happened"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the transcript."""

    kind: EntryKind
    text: str
    turn: int
    """Number of the reply it belongs to or follows; 0 before the first reply."""
    stage: str
    channel: str
    line: str = ""
    """Customer: ids of the lines; desk: the action."""
    clock: int = 0
    """Minutes since midnight on the story's clock."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What the customer took in from one reply, or a silence."""

    turn: int
    acts: tuple[tuple[Act, tuple[str, ...]], ...] = ()
    """Acts with the topics they were about, in the order of the reply."""
    topics: tuple[str, ...] = ()
    """Affirmed in the agent's own words; sorted."""
    denied: tuple[str, ...] = ()
    """Denied or declined; sorted."""
    times: tuple[str, ...] = ()
    """Clock times named, 'HH:MM'."""
    silence: bool = False
    news: bool = True
    """Said something that had not been said before."""
    tone: Literal["kind", "plain", "cold"] = "plain"
    """How it sounds as a whole."""
    vouches: Vouches = "nothing"
    """Whether it promised what nobody can be certain of, or hoped for it as good as settled."""

    def has(self, *acts: Act) -> bool:
        return any(act in acts for act, _ in self.acts)

    def about(self, *acts: Act) -> tuple[str, ...]:
        """Topics that these acts were about; sorted."""
        return tuple(sorted({t for act, about in self.acts if act in acts for t in about}))


@dataclass(frozen=True, slots=True)
class Deed:
    """A desk action that was carried out."""

    action: str
    args: Mapping[str, str]
    turn: int
    now: int
    """Seconds on the story's clock when it was done."""
    in_time: bool = True
    """For a call-back: early enough to serve."""
    needless: bool = False
    """Gave away what this case does not call for."""


CommitmentKind = Literal["call-back", "promise", "check"]


@dataclass(frozen=True, slots=True)
class Commitment:
    """Something the agent said would be done, as the customer remembers it."""

    kind: CommitmentKind
    turn: int
    deed: str | None = None
    """Desk action that carries it out, where the topic names one."""
    topic: str | None = None
    clock: int | None = None
    """Minutes since midnight."""
    amount: int | None = None
    """Yen."""
    person: str | None = None
    kept: bool | None = None
    """None: open."""
    reminded: bool = False
    """The customer has complained that it was not done."""


@dataclass(frozen=True, slots=True)
class MoodPoint:
    """The mood after a reply, with what moved it."""

    turn: int
    mood: MoodValues
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """Where a contact stands."""

    stage: str
    mood: MoodValues
    now: int
    """Seconds since the Monday 00:00 before the contact, on the story's clock."""
    turn: int = 0
    """Replies so far."""
    inputs: int = 0
    """Inputs taken so far, of all kinds but hints."""
    hints: tuple[tuple[int, int], ...] = ()
    """Hints asked for: number of the reply that was to come, and level."""
    visited: tuple[str, ...] = ()
    identity_stated: bool = False
    identity_checked: bool = False
    deeds: tuple[Deed, ...] = ()
    noticed: tuple[str, ...] = ()
    """Actions whose result the customer has been told."""
    told: tuple[str, ...] = ()
    owed: tuple[str, ...] = ()
    """Hidden facts that were asked for and will come out at the next chance."""
    heard: tuple[Heard, ...] = ()
    asked: Mapping[str, int] = field(default_factory=dict)
    """How often each topic was asked about."""
    commitments: tuple[Commitment, ...] = ()
    agent: str | None = None
    """The name by which the agent introduced themselves."""
    apologies: tuple[str, ...] = ()
    """What each apology was for; empty text for an apology without an object."""
    causes: Mapping[str, int] = field(default_factory=dict)
    """How often each cause has moved the mood."""
    cooled: int = 0
    """Anger taken away since the last reply began; limits a single turn."""
    entitled: bool = False
    """Got something for pressing; a bigger demand comes with the next reply."""
    demands: int = 0
    ignored: int = 0
    """Replies in a row that had nothing to say."""
    over_limit: int = 0
    """Replies in a row after which the anger was above what this customer bears."""
    abuse: bool = False
    boundary_turn: int = 0
    warned_turn: int = 0
    quiet: int = 0
    """Seconds since the agent last spoke or did something."""
    silence_level: int = 0
    silences: int = 0
    objected: bool = False
    """Has objected once to an end that came too early."""
    fired: tuple[str, ...] = ()
    """Outside events that have happened."""
    reacted: tuple[str, ...] = ()
    """Reactions that have happened, in order; ids as in ``react.Fit``."""
    once: tuple[str, ...] = ()
    """Reactions that happen only once and have happened."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """How often each set of wordings was used."""
    moods: tuple[MoodPoint, ...] = ()
    entries: tuple[Entry, ...] = ()
    played: tuple[PlayedTurn, ...] = ()
    ended: bool = False
    ending: str | None = None
    """None while open, where the trainee stopped, or where the scenario has no fitting ending."""
    end_kind: EndingKind | Literal["stopped"] | None = None
    outcome: Outcome | Literal["stopped"] | None = None
    passed_on: tuple[str, ...] = ()
    """Topics that the summary of the hand-over names; sorted."""
    hung_up: bool = False
    """The agent cut the contact off without grounds or without the announced steps."""
    note: Mapping[str, str] | None = None

    @property
    def clock(self) -> int:
        """Minutes since midnight."""
        return self.now // 60 % 1440

    @property
    def weekday(self) -> int:
        """0 is Monday."""
        return self.now // 86400 % 7

    @property
    def last_line(self) -> str:
        """The customer's newest words."""
        said = (entry.text for entry in reversed(self.entries) if entry.kind == "customer")
        return next(said, "")

    def was_done(self, action: str) -> bool:
        return any(deed.action == action for deed in self.deeds)
