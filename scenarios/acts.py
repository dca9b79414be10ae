"""The shared list of dialogue acts, duties and breaches.

The customer reacts to these acts and the scorecard cites them, so both read the same list.
The sorting follows complaint-handling practice: what a reply does for the contact, what it
does to the relation, and what a customer hears as an affront.
"""

from __future__ import annotations

from enum import StrEnum


class Act(StrEnum):
    """What a clause of a reply does. The value is the word that writers use in files."""

    # Opening and closing
    GREET = "greet"
    INTRODUCE = "introduce"
    """Gives the speaker's own name."""
    THANK = "thank"
    CLOSE = "close"
    """Takes leave, asks whether anything else is open."""
    # Relation
    ACKNOWLEDGE = "acknowledge"
    """Names this customer's situation, loss or wish in words of one's own."""
    EMPATHISE = "empathise"
    """Names a feeling, or shows that it is natural."""
    APOLOGISE = "apologise"
    OWN = "own"
    """Takes the matter on: I will see to it; that was our mistake."""
    # Work on the case
    ASK = "ask"
    VERIFY = "verify"
    """Asks for the items that show who is calling."""
    CHECK = "check"
    """Says that something is being looked up or enquired now."""
    INFORM = "inform"
    """States a fact, a rule or how something works."""
    ESTIMATE = "estimate"
    """Gives a time or result and marks it as not certain."""
    OFFER = "offer"
    """Puts a remedy or a service forward."""
    CHOICE = "choice"
    """Lets the customer choose between two or more ways."""
    PROMISE = "promise"
    """Commits to a deed, with or without a time."""
    CALL_BACK = "call-back"
    """Commits to get in touch again."""
    REFUSE = "refuse"
    READ_BACK = "read-back"
    """Repeats key facts for confirmation."""
    CONSENT = "consent"
    """Asks whether the next step is all right."""
    HOLD = "hold"
    """Asks the customer to wait on the line."""
    HAND_OVER = "hand-over"
    """Passes the contact to the supervisor or another colleague."""
    BOUNDARY = "boundary"
    """Calmly asks to stop insults or shouting."""
    WARN = "warn"
    """Announces that the contact will end if it goes on."""
    END_CALL = "end-call"
    """Ends the contact against the customer's will."""
    # What a customer hears as an affront
    CONTRADICT = "contradict"
    BLAME = "blame"
    """Lays it on the customer, where a scenario hears it; in a reading on anybody."""
    BLAME_OTHERS = "blame-others"
    """Lays it on a colleague, the carrier or whoever else is not there; only customers hear it apart."""
    MINIMISE = "minimise"
    CALM_DOWN = "calm-down"
    STOCK = "stock"
    """A formula without content: 'I understand your feelings'."""
    DEFEND = "defend"
    """Defends oneself, one's voice or the shop instead of turning to the matter."""
    RULE_ONLY = "rule-only"
    """Gives 'the rule' as the reason."""
    SEND_AWAY = "send-away"
    """Sends the customer to a page, a form or another desk."""
    VAGUE = "vague"
    """Soon, later, as fast as possible."""
    CERTAIN = "certain"
    """Certainty words: definitely, guaranteed, without fail."""
    SARCASM = "sarcasm"
    INSULT = "insult"
    THREATEN = "threaten"
    # Others
    REVIEW_TALK = "review-talk"
    """Speaks about the customer's review or post."""
    CARD_TALK = "card-talk"
    """Asks for, repeats or declines card numbers, codes or passwords."""
    ADMIT_FAULT = "admit-fault"
    """Confirms fault, liability or a leak as a fact."""
    DENY_FAULT = "deny-fault"


PROCEDURE = (Act.BOUNDARY, Act.WARN, Act.END_CALL)
"""The steps of the procedure for abuse: a request, a notice, the end."""


class Breach(StrEnum):
    """The breaches that a reply can commit, by the names of the rating guide."""

    THIRD_PARTY_DATA = "third-party-data"
    IDENTITY_FIRST = "identity-first"
    CARD_DATA = "card-data"
    REVIEW_DEAL = "review-deal"
    UNCERTAIN_PROMISE = "uncertain-promise"
    BEYOND_AUTHORITY = "beyond-authority"
    FAULT_ADMISSION = "fault-admission"
    BLAME = "blame"
    HOSTILITY = "hostility"
    FALSE_STATEMENT = "false-statement"
    NO_HANDOVER = "no-handover"
    OPEN_PROMISE = "open-promise"


BREACH_NAMES = tuple(breach.value for breach in Breach)
"""As they stand in files, in the guide's order."""
AUTOMATIC_FAILS = frozenset(
    {
        Breach.THIRD_PARTY_DATA,
        Breach.CARD_DATA,
        Breach.REVIEW_DEAL,
        Breach.FAULT_ADMISSION,
        Breach.HOSTILITY,
    }
)
"""Breaches after which a session fails whatever its total."""


class Duty(StrEnum):
    """What the handbook asks for at a moment; a stage lists the duties due in it."""

    VERIFY_IDENTITY = "verify-identity"
    REFUSE = "refuse"
    """Say the due no, with a reason."""
    TIME_AND_OWNER = "time-and-owner"
    """Every promise to come back has a clock time and a name."""
    READ_BACK = "read-back"
    HAND_OVER = "hand-over"
    LEAVE_REVIEW_FREE = "leave-review-free"
    STOP_CARD_NUMBER = "stop-card-number"
    ANSWER_WISHES = "answer-wishes"
    STATE_ESTIMATE = "state-estimate"
