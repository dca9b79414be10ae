"""What an English clause says: denied, asked, offered, who acts, in which register.

Without a parser, negation reaches from its word to the end of the clause, or over the whole clause
behind "is not"; idioms and tags that only look negative are left alone. Borders of clauses are
found in ``english_clauses``.
"""

from __future__ import annotations

from typing import Final

from scoring.language.english_open import open_words
from scoring.language.lazy_pattern import GuardedPattern, LazyPattern
from scoring.language.word_sets import word_set
from scoring.language.words import Part, Register, Subject, Word
from scoring.model import Modality

_NEGATORS: Final = word_set(
    "not never no nor neither without nobody none cannot hardly nothing nowhere"
)
_REFUSING: Final = word_set("refus fail declin unabl imposs")
_MODALS: Final = word_set("will shall can may would could should might must")
_QUESTION_WORDS: Final = word_set("what when where which who whom whose why how")
_IDIOMS: Final = LazyPattern(
    r"no (?:prob(?:s|\w{2,4})?|worries|wonder|doubt|matter|stress|bother)|not only|not to mention|do not hesitate|"
    r"do not (?:you )?(?:worry|fret)|"
    r"(?:can|could) not (?:apologi[sz]e|thank (?:you )?|be more|agree|(?:even )?(?:begin to )?imagine)|not at all|"
    r"(?:no|not(?: a (?:minute|moment|second))?) later than|no more than|not to worry|not be (?:afraid|shy) to|"
    r"not (?:forget|fail|hesitate) to|(?:nobody|no one|no-one) (?:likes|wants|enjoys|deserves|should)|"
    r"would not (?:want|like|wish)|(?:you|they) should not (?:have|need)|nothing would (?:please|make)|"
    r"why (?:do )?not|not (?:just|least)|if not|no longer than|whether or not|no less than|"
    r"or (?:no|not|none)\b|with or without|even (?:with no|without|if (?:there is|there's|it is|it's) no)|"
    r"nothing but|cannot (?:apologi[sz]e) enough|can not wait|cant wait|no no\b|no,"
)
_TAGS: Final = LazyPattern(
    r", ?(?:is|are|was|were|do|does|did|have|has|would|could|wo|ca|will|should)(?:n't|nt) "
    r"(?:it|you|they|i|we|that|he|she)\b\??|, ?(?:right|yeah|eh|no|ok(?:ay)?)\?"
)
_UNDONE: Final = GuardedPattern(
    "have going meant supposed about due",
    r"\b(?:should|could|would|might|must|ought to) (?:not |never |at least )?have (?:\w+ed|been|rung|called|told|sent|got|had|"
    r"let|put|given|kept|known|done|seen|made|taken|said|found|come|gone)\b|"
    r"\b(?:was|were) (?:going|meant|supposed|about|due) to\b",
)
"""What ought to have been, or was intended: no deed that is still to come."""
_PAST: Final = LazyPattern(
    r"\b(?:have|has|'ve|had|was|were|did|i|we|you) (?:already |just |now )?(?:(?!need\b)\w+ed|sent|rang|got|told|"
                  r"asked|put|gave|spoke|spoken|been|done|seen|made|took|taken|given|written|found|left)\b"
)  # fmt: skip
_CONDITION: Final = LazyPattern(
    r"\W*(?:and |or |but |so |even |only )?(?:if|unless|should (?:you|it|he|she|they|anything|that|this)\b(?!.*\?)|in case|"
    r"provided|had (?:i|we|you)|were (?:it|he|she|they)\b(?!.*\?)|once(?! again| more)|as soon as(?! possible)|"
    r"(?:as|so) long as|assuming|supposing)\b"
)
_OFFERING: Final = LazyPattern(
    r"\b(?:shall|should|may|can|could|might|will) (?:i|we)\b|\bwould you (?:like|prefer|rather)\b|"
                  r"\bdo you want (?:me|us|to)\b|\bwant me to\b|\bwanna\b|\bhow about\b|\bwhy (?:do )?not i\b|"
                  r"\bwhat if i\b|\bwould it help if\b|\bwhat about\b|\bfancy\b|\bshould mori\b|\bshall mori\b|"
                  r"\bwould (?:\w+ ){1,3}(?:suit|do|work|help|be (?:ok|okay|alright|fine))\b"
)  # fmt: skip


def describe(part: Part, words: list[Word], text: str) -> None:
    """Fill in what a clause says: denied, asked, offered, who acts, in which register."""
    own = words[part.first : part.last]
    body = text[part.start : part.end]
    left_open = open_words(own, body, part.start)
    for at in left_open:
        own[at].open = True
    stated = [word for word in own if not word.open] if left_open else own
    opened = _opened(own)
    lemmas = {w.lemma for w in own}
    negators = not _NEGATORS.isdisjoint([w.surface for w in own])
    # Most clauses deny nothing, which saves looking for idioms.
    if negators or not _REFUSING.isdisjoint(lemmas):
        _negate(part, own, opened, body)
        part.negated = part.negated and any(w.negated for w in stated)
    else:
        part.negated = False
    undone = _UNDONE.search(opened) is not None
    part.conditional = _CONDITION.match(body) is not None
    part.question = _is_question(own, body, first=not part.first) and not part.conditional
    part.past = undone or (_MODALS.isdisjoint(lemmas) and _PAST.search(body) is not None)
    said = opened if stated is own else _opened(stated)
    part.modality = "plain" if undone else _modality(stated, said)
    part.subject = _subject(own)
    part.request = _REQUEST.search(opened) is not None
    part.offering = _OFFERING.search(opened) is not None
    part.register = _register(body)


def _opened(own: list[Word]) -> str:
    """The words of a clause with its contractions opened."""
    return " ".join([w.surface for w in own if w.pos != "symbol" or w.surface == ","])


def _negate(part: Part, own: list[Word], opened: str, body: str) -> None:
    idioms = [m.span() for m in _IDIOMS.finditer(opened)]
    tags = [m.span() for m in _TAGS.finditer(body)]
    place = 0
    lacking: list[int] = []
    judging: set[int] = set()
    first = next((at for at, word in enumerate(own) if word.pos != "symbol"), 0)
    for at, word in enumerate(own):
        if word.pos == "symbol" and word.surface != ",":
            continue
        begins, place = place, place + len(word.surface) + 1
        if not _is_negator(own, at):
            continue
        if any(a <= begins < b for a, b in idioms) or any(
            part.start + a <= word.start < part.start + b for a, b in tags
        ):
            continue
        if word.surface == "not" and _tagged(own, at):
            continue
        if word.surface == "without":
            lacking.append(at)
        else:
            judging |= _reach(own, at)
    part.negated = any(word.negated and at not in judging for at, word in enumerate(own))
    for at in lacking:  # "I'll send it without waiting" denies the waiting and not the sending
        _reach(own, at)
    part.negated = part.negated or bool(lacking and lacking[0] == first)


def _is_negator(own: list[Word], at: int) -> bool:
    """Whether the word denies or refuses; words that deny are no words that a cue may name."""
    word = own[at]
    if word.surface == "nothing" and at and own[at - 1].surface == "for":
        return False  # in vain, or free of charge
    if word.surface in _NEGATORS:
        word.visible = word.content = False
        return True
    # What the customer may refuse is not declined here.
    return word.lemma in _REFUSING and not any(
        before.surface in ("you", "u") for before in own[max(0, at - 3) : at]
    )


def _tagged(own: list[Word], at: int) -> bool:
    """'isn't it', 'don't you' at the end asks for agreement and denies nothing."""
    rest = [w for w in own[at + 1 :] if w.pos != "symbol"]
    if len(rest) == 1 and rest[0].surface in ("it", "you", "they", "i", "we", "that"):
        return at >= 3
    before = [w for w in own[:at] if w.pos != "symbol"]
    return len(before) == 1 and before[0].pos == "aux" and bool(rest) and rest[0].surface in (
        "you", "we", "i", "that", "it"
    ) and rest[0].surface != "i" and own[-1].surface == "?"  # fmt: skip


_EVALUATING: Final = word_set(
    "easy fair right nice fun pleasant acceptable okay ok good great ideal enough helpful funny on fine"
)
_DEGREES: Final = word_set("be been have very really exactly at all remotely even a an the any")
_COMPLEMENTS: Final = word_set("that when being to if having waiting for how")
_GERUNDS: Final = word_set("knowing hearing having being seeing getting")


def _evaluates(own: list[Word], at: int) -> int:
    """ "It isn't fair that ...", "that can't be easy when ...": where the judgement ends, or 0."""
    place = at + 1
    while place < len(own) and own[place].surface in _DEGREES:
        place += 1
    if own[at].surface != "not" or place >= len(own) or own[place].surface not in _EVALUATING:
        return 0
    if any(w.surface in ("i", "we", "you") for w in own[max(0, at - 2) : at]):
        return 0
    while place < len(own) and own[place].surface not in _COMPLEMENTS:
        place += 1
    return place


_SORRY: Final = word_set("sorri apolog")


def _reach(own: list[Word], at: int) -> set[int]:
    """Mark the words that a negator reaches. Returns those that only belong to a judgement or to
    what it is like: "It isn't fair that you wait", "how hard it is not knowing"."""
    judged = _evaluates(own, at)
    if judged:
        return _marked(own, range(at, judged))
    copula = at > 0 and own[at - 1].lemma == "be" and own[at].surface == "not"
    if copula and at + 1 < len(own) and own[at + 1].surface in _GERUNDS:
        return _marked(own, range(at, len(own)))
    subject = own[at].surface in ("nobody", "none", "nothing") and at <= 2
    start = 0 if copula or subject else at
    if own[at].surface == "not" and at > 0 and own[at - 1].pos == "aux":
        start = min(start, at - 1)
    stop = len(own)
    if own[at].surface == "without":
        stop = min(stop, at + 5)
    if own[at].lemma == "imposs" or (
        copula and any(w.lemma in ("possibl", "option", "mine", "up") for w in own[at:])
    ):
        start = 0
    if own[at].surface == "no":
        start = at
        stop = min(stop, at + 7)
    told = [n for n, word in enumerate(own[:at]) if word.lemma in _SORRY]
    if told:  # "I'm sorry it was not there" does not deny that one is sorry
        start = max(start, told[-1] + 1)
    if own[at].open:  # "You said it isn't there" does not deny that it was said
        start = max(start, next(n for n, word in enumerate(own) if word.open))
    double = own[at].lemma in _REFUSING and own[at].negated
    for word in own[start:stop]:
        word.negated = not double
    return set()


def _marked(own: list[Word], places: range) -> set[int]:
    for place in places:
        own[place].negated = True
    return set(places)


_ASKING: Final = word_set("may can could would will shall should do did does are is have has might")
_ASKED: Final = word_set(
    "i you u ya we it that the your there this they mori one anyone anybody someone somebody"
)
_RELATING: Final = word_set("who whom whose which where when")
_MEASURED: Final = word_set("what which how")


def _is_question(own: list[Word], body: str, *, first: bool) -> bool:
    """Whether the clause asks; *first*: it opens its sentence, where "which is" relates to nothing."""
    if "?" in body[-3:]:
        return True
    tokens = [w for w in own if w.pos != "symbol" and w.surface not in _OPENERS]
    if len(tokens) < 2:
        return False
    head, following = tokens[0].surface, tokens[1]
    if head in _ASKING:
        return following.surface in _ASKED or (head in ("is", "are") and following.pos == "num")
    relates = not first and head in _RELATING
    if head not in _QUESTION_WORDS or relates or body.rstrip().endswith(("!", ",")):
        return False
    return following.pos == "aux" or _measures(tokens)


def _measures(tokens: list[Word]) -> bool:
    """ "what time do you leave", "which number should I call"."""
    return (
        tokens[0].surface in _MEASURED
        and len(tokens) > 3
        and tokens[2].pos == "aux"
        and tokens[3].surface in _ASKED
    )


_OPENERS: Final = word_set("and so or but please now then well okay first also ok")


_REQUEST: Final = LazyPattern(
    r"\b(?:can|could|would|will) you\b(?! (?:like|prefer|rather|sooner))|\b(?:may|can|could) i (?:just |also |please )?(?:have|get|take|ask (?:you|for|what|which|when|if|how|why))\b|"
                  r"\bplease\b|\bpls\b|\bi(?: would| will|)? (?:just |also |still )?need (?:your|you|the|to know|a)\b|\blet me have\b(?! an? (?:\w+ )?look\b)|\btell me\b|"
                  r"\bgive me\b|\bi would (?:like|need) (?:you|your)\b|\bkindly\b|\bwould you mind\b|\bi still lack\b"
)  # fmt: skip


_ESTIMATE: Final = LazyPattern(
    r"\b(?:(?<!\d )(?<!th )(?<!st )(?<!rd )(?<! of )may(?! (?:\d|the \d|i\b|we\b))|might|maybe|perhaps|probably|likely|"
    r"should (?:only )?(?:arrive|be|reach|get|come|land|take|have (?:it|a|an|the|your|some|news|more|that|this|one|word))|"
    r"(?<!an )(?<!the )estimate|estimated|(?<!the )(?<!your )expected|"
    r"expect|usually|normally(?! is\b)|generally|hopefully|i think|ought to|approx|roughly|most times|due|ordinarily)\b"
)


_CANNOT: Final = GuardedPattern(
    "not beyond authority",
    r"\bnot (?:\w+ )?(?:able|allow(?:ed)?|possible|mine to|permitted|authori[sz]ed)\b|\bbeyond me\b|"
    r"\boutside (?:my|the) authority\b|\bno authority\b|"
    r"\b(?:i|we) (?:may|must) not (?:give|tell|share|pass|hand|enter|read|change|open|release|disclose|reveal|accept|refund|"
    r"lend|name|show|discuss)\b",
)
_WILL_NOT: Final = GuardedPattern("not", r"\bnot (?:going|about|planning) to\b")


def _modality(own: list[Word], opened: str) -> Modality:
    """Of what a clause states; *opened* are its words with contractions opened."""
    lemmas = {w.lemma for w in own}
    denied = {w.lemma for w in own if w.pos == "aux" and w.negated}
    if denied & {"can", "could"} or lemmas & {"unabl", "imposs"} or _CANNOT.search(opened):
        return "cannot"
    refusing = any(w.lemma == "refus" and w.negated for w in own)
    if denied & {"will", "shall", "would"} or refusing or _WILL_NOT.search(opened):
        return "will-not"
    if _ESTIMATE.search(opened):
        return "might"
    return next(
        (
            modality
            for modality, words, form in _AFFIRMED
            if lemmas & words or (form and form.search(opened))
        ),
        "plain",
    )


_AFFIRMED: Final[tuple[tuple[Modality, frozenset[str], LazyPattern | None], ...]] = (
    ("will", word_set("will shall"), GuardedPattern("going", r"(?<!was )(?<!were )\bgoing to\b")),
    (
        "can",
        word_set("can"),
        GuardedPattern("able happy glad may", r"\b(?:able|happy|glad) to\b|\bmay (?:i|we)\b"),
    ),
    ("must", word_set("must"), GuardedPattern("have need", r"\b(?:have|need) to\b")),
    ("would", word_set("would could should"), None),
)


_WHO: Final[tuple[tuple[frozenset[str], Subject], ...]] = (
    (word_set("i we me us let mori supervisor specialist colleague our"), "self"),
    (word_set("you u your ya"), "customer"),
    (word_set("they he she it carrier courier driver nobody"), "other"),
)


def _subject(own: list[Word]) -> Subject:
    """The first person named; good enough without a parser."""
    for word in own:
        for words, who in _WHO:
            if word.surface in words:
                return who
    return ""


_LETTERS: Final = LazyPattern(r"\w+")
_INFORMAL: Final = word_set(
    "yeah nah yep nope lol haha u ur gonna wanna gotta mate crap omg chill guys dude hiya cheers kinda ya ppl yo "
    "meh n lemme gimme tbh idk r thx pls plz aint"
)
_AIN_T: Final = GuardedPattern("ain't", r"\bain't\b")
_COURTESY: Final = LazyPattern(
    r"\b(?:please|kindly|thank you|thanks|sir|madam|ma'am|mr|mrs|ms|dear|may i|could you|would you|apologi[sz]e|apologies|"
    r"i'm sorry|i am sorry|sincerely|regards|grateful|appreciate|certainly|of course|would you mind)\b"
)


def _register(body: str) -> Register:
    # Whole words in a set are found in a quarter of the time that a pattern of them takes.
    if not _INFORMAL.isdisjoint(_LETTERS.findall(body)) or _AIN_T.search(body):
        return "plain"
    return "formal" if _COURTESY.search(body) else "polite"
