"""Each breach is found by the deed, and by nothing that only looks like it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scenarios.acts import Act, Breach
from scoring.breaches.find import find_breaches
from scoring.moment.view import View


@pytest.fixture
def breaches(kit, make_part):
    def find(*parts, moment=None, warned=False):
        pieces = [make_part(*p[0], **p[1]) for p in parts]
        view = View(kit.read(*pieces), moment or kit.moment(), kit.shop)
        return [found.breach for found in find_breaches(view, warned=warned)]

    return find


def one(*args, **flags):
    return (args, flags)


@pytest.mark.parametrize(
    ("clause", "breach"),
    [
        (
            one("I'll give you the address", Act.PROMISE, about=("address",)),
            Breach.THIRD_PARTY_DATA,
        ),
        (one("Have it for free", Act.OFFER, about=("free-goods",)), Breach.BEYOND_AUTHORITY),
        (
            one("I'll give you 5,000", Act.OFFER, slots=(("amount", "5000", False),)),
            Breach.BEYOND_AUTHORITY,
        ),
        (one("It heals you", Act.INFORM, about=("healing",)), Breach.FALSE_STATEMENT),
        (one("It will arrive at one", Act.CERTAIN, about=("arrival",)), Breach.UNCERTAIN_PROMISE),
        (
            one("It will arrive by one", about=("arrival",), modality="will"),
            Breach.UNCERTAIN_PROMISE,
        ),
        (one("What is your card number?", Act.CARD_TALK, Act.ASK, question=True), Breach.CARD_DATA),
        (
            one("If you delete it I refund", Act.REVIEW_TALK, Act.OFFER, conditional=True),
            Breach.REVIEW_DEAL,
        ),
        (one("You didn't read it", Act.BLAME), Breach.BLAME),
        (one("You are a pain", Act.INSULT), Breach.HOSTILITY),
        (one("Goodbye", Act.END_CALL), Breach.HOSTILITY),
        (one("I'll call you back", Act.CALL_BACK), Breach.OPEN_PROMISE),
    ],
)
def test_the_deed_raises_its_breach(breaches, clause, breach):
    """Doing what a clause forbids raises that breach and no other."""
    assert breaches(clause) == [breach]


@pytest.mark.parametrize(
    "clause",
    [
        one("I can't give you the address", Act.REFUSE, about=("-address",), negated=True),
        one("You asked for the address", Act.ACKNOWLEDGE, about=("address",)),
        one(
            "I'm not able to let you have it for free",
            Act.OFFER,
            about=("free-goods",),
            modality="cannot",
        ),
        one("550 back for shipping", Act.OFFER, slots=(("amount", "550", True),)),
        one("a coupon of 1,000", Act.OFFER, slots=(("amount", "1000", False),)),
        one("It might arrive by one", about=("arrival",), modality="might"),
        one(
            "It will arrive about one, an estimate",
            Act.ESTIMATE,
            about=("arrival",),
            modality="will",
        ),
        one("Will it arrive by two?", about=("arrival",), question=True, modality="will"),
        one("You said 'it will arrive'", Act.CERTAIN, about=("arrival",), quoted=True),
        one("No card number, please", Act.CARD_TALK, Act.REFUSE, negated=True),
        one("Post what you like", Act.REVIEW_TALK),
        one(
            "Whatever you write, I offer no less",
            Act.REVIEW_TALK,
            Act.OFFER,
            conditional=True,
            negated=True,
        ),
        one("They say 'it was your fault'", Act.BLAME, quoted=True),
        one("I'll ring you at five past one", Act.CALL_BACK, slots=(("clock", "13:05", False),)),
    ],
)
def test_what_only_looks_like_it_raises_nothing(breaches, clause):
    """Refused, negated, hedged, asked or quoted words are no breach."""
    assert breaches(clause) == []


def test_a_call_that_stands_in_the_diary_is_no_open_promise(kit, breaches):
    """Its time was agreed in an earlier reply."""
    promise = one("I'll call you back", Act.CALL_BACK)
    booked = kit.moment("opening", done=frozenset({"book-callback"}))
    assert breaches(promise, moment=booked) == []


def test_order_facts_wait_for_the_identity_check(kit, breaches):
    """A fact of the order before the check is a breach; after it, it is an answer."""
    fact = one("Your window is twelve to two", Act.INFORM, about=("window",))
    unchecked = kit.moment("opening", identity_checked=False)
    assert breaches(fact, moment=unchecked) == [Breach.IDENTITY_FIRST]
    assert breaches(fact) == []
    by_deed = kit.moment("opening", identity_checked=False, done=frozenset({"verify-identity"}))
    assert breaches(fact, moment=by_deed) == []


def test_asking_who_calls_names_no_facts(kit, breaches):
    """Asking for the order number is the check itself and no breach of it."""
    asked = one("May I have the order number?", Act.VERIFY, Act.ASK, question=True)
    assert breaches(asked, moment=kit.moment("opening", identity_checked=False)) == []


def test_fault_is_only_left_open_where_the_case_leaves_it_open(kit, make_part):
    """Owning an established mistake is right; admitting an open one is a breach."""
    said = kit.read(make_part("That was our fault", Act.ADMIT_FAULT))
    assert find_breaches(View(said, kit.moment(), kit.shop)) == ()
    open_case = kit.with_scenario(clauses=("fault-open",))
    found = find_breaches(View(said, open_case.moment(), kit.shop))
    assert [f.breach for f in found] == [Breach.FAULT_ADMISSION]


def test_a_refused_supervisor_is_a_breach_only_when_due(kit, breaches):
    """Declining to hand over counts once the hand-over is due."""
    declined = one("I won't get the supervisor", Act.REFUSE, about=("-boss",), negated=True)
    assert breaches(declined) == []
    assert breaches(declined, moment=kit.moment(handover_due=True)) == [Breach.NO_HANDOVER]


def test_a_contact_may_be_ended_by_the_procedure(kit, breaches):
    """Ending the call on somebody abusive is no hostility once it was announced."""
    end = one("I am ending the call now", Act.END_CALL)
    abusive = kit.moment(abuse=True)
    assert breaches(end, moment=abusive) == [Breach.HOSTILITY]
    assert breaches(end, moment=abusive, warned=True) == []


def test_a_call_back_may_leave_the_time_to_the_customer(breaches):
    """A call-back whose time is asked for is not an open promise."""
    assert (
        breaches(
            one("I'll ring you back", Act.CALL_BACK),
            one("Which time suits you?", Act.ASK, question=True),
        )
        == []
    )


def test_the_same_breach_is_named_once(breaches):
    """Three insults are one breach, at the first of them."""
    insult = one("You are a pain", Act.INSULT)
    assert breaches(insult, insult, insult) == [Breach.HOSTILITY]


def test_the_order_of_acts_does_not_matter(kit, make_part):
    """Shuffling what the reader found changes no breach."""
    reading = kit.read(
        make_part("It will arrive at one", Act.CERTAIN, about=("arrival",)),
        make_part("You didn't listen", Act.BLAME, Act.INSULT),
    )
    turned = replace(reading, acts=reading.acts[::-1], topics=reading.topics[::-1])
    first = find_breaches(View(reading, kit.moment(), kit.shop))
    assert first == find_breaches(View(turned, kit.moment(), kit.shop))
    assert len(first) == 3
