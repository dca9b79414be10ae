"""English clauses: where one ends, how far a negation reaches, and whose words they are.

Without a parser, borders come from marks, conjunctions and fresh subjects; negation reaches from
its word to the end of the clause, or over the whole clause behind "is not". What a clause means
for the contact is decided by the rules.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import Final

from scoring.language import english
from scoring.language.disowned import taken_back_from
from scoring.language.english_open import CHECKING
from scoring.language.english_predicates import describe
from scoring.language.lazy_pattern import LazyPattern
from scoring.language.word_sets import word_set
from scoring.language.words import Part, Sentence, Word

_ALL_OR_NONE: Final = word_set(
    "anyone anybody no-one nobody none nothing anything everyone everybody everything anywhere"
)
_SUBJECTS: Final = word_set(
    "i you he she it we they that there this mori let may can could shall nobody none nothing everything someone"
)
_BREAKING: Final = word_set(
    "but since as because although though while whereas unless so yet and or if when nor"
)
_BEGINNING: Final = _SUBJECTS | word_set(
    "but because although though unless whereas if and so or when while nor until till"
)
"""Words that a clause may begin with where no mark stands before them."""
_MARKS: Final = frozenset(":-(),")
"""Marks behind which one may begin."""
_REPORTING: Final = LazyPattern(
    r"(?<!would )(?<!could )(?<!can )\byou(?:'re| are)? (?:say|saying|asking|claiming|claim)\b(?! (?:good-?bye|farewell|hello|thank))|\b(?:not|never|n't) (?!an? promise)(?:\w+ )?(?:say(?:ing)?|said|"
    r"mention(?:ed)?|claim(?:ed)?|promis(?:ed?|ing))\b|\bit(?:'s| is) not that (?:i|we|you|he|she|they|it|mori)\b|\bso you(?:'d| would) like\b|"
    r"\bi hear that you\b|\bwant me to (?:say|apologi[sz]e)\b|\bsupposed to (?:say|be sorry|apologi[sz]e)\b|"
    r"\b(?:said|says|saying|say) (?:that )?(?:we|i) (?:was|were|am|are)\b"
)


_GRANTED: Final = LazyPattern(
    r"\b(?:no (?:small )?wonder|not surpris\w+|of course|quite right|right to|fair enough|i (?:can )?(?:see|understand) why|"
    r"only natural)\b[^.!?]{0,20}\byou(?:'re| are|'d| would)? (?:say|saying|ask|asking)\b"
)
"""What the customer says is granted: that is the speaker's own word."""


def sentence(text: str) -> Sentence:
    """Take an English sentence apart into words and clauses."""
    words = english.tokenise(text)
    parts = _clauses(words, len(text), taken_back_from(text, "en"))
    for part in parts:
        describe(part, words, text)
    _ask_politely(parts, text)
    _mark_reported(parts, text)
    return Sentence.of(words, parts)


# ---------------------------------------------------------------- borders


def _clauses(words: list[Word], end: int, taken_back: Sequence[int]) -> list[Part]:
    cuts = [0]
    surfaces = [word.surface for word in words]
    for at in range(1, len(words)):
        before = surfaces[at - 1]
        likely = surfaces[at] in _BEGINNING or before in _MARKS or before == "worry"
        turns = words[at - 1].end in taken_back
        if turns or (likely and _begins_clause(words, cuts[-1], at)):
            cuts.append(at)
    parts: list[Part] = []
    for number, begin in enumerate(cuts):
        stop = cuts[number + 1] if number + 1 < len(cuts) else len(words)
        if begin >= stop:
            continue
        close = words[stop - 1].end if stop < len(words) else max(end, words[stop - 1].end)
        contrast = words[begin].surface in ("but", "although", "though", "yet", "however", "unless")
        parts.append(Part(words[begin].start, close, 0, begin, stop, contrast=contrast))
    return parts


def _begins_clause(words: list[Word], begin: int, at: int) -> bool:
    before = words[at - 1]
    if before.surface in (":", "-", "(", ")") and before.pos == "symbol":
        apart = not (before.surface == "-" and before.end == words[at].start)
        more = any(word.pos != "symbol" for word in words[at:])
        return apart and more and _long_enough(words[begin:at])
    if before.surface == ",":
        ways = (_after_if, _asks_on, _splices, _goes_on)
        starts = _after_comma(words, at) or any(way(words, begin, at) for way in ways)
        return starts and (begin + 1 < at or _long_enough(words[begin:at]))
    return _after_word(words, begin, at) and _long_enough(words[begin:at])


def _long_enough(clause: list[Word]) -> bool:
    return sum(w.pos != "symbol" for w in clause[-6:]) >= 2


_AFTER_COMMA: Final = (
    _SUBJECTS
    | _BREAKING
    | word_set(
        "which please who sorry thank thanks what how where when no not however instead meanwhile "
        "otherwise therefore asking checking ringing calling contacting looking chasing"
    )
)


def _after_comma(words: list[Word], at: int) -> bool:
    word = words[at].surface
    following = words[at + 1].surface if at + 1 < len(words) else ""
    if word == "do" and following == "not":
        return True
    if word == "please" and all(w.pos == "symbol" for w in words[at + 1 :]):
        return False  # ", please?" belongs to what it asks for
    return word in _AFTER_COMMA or (word == "then" and bool(following))


_ASKED: Final = word_set(
    "forward keep leave send delete ring phone call change open let give tell use take put write "
    "check wait set read bring ask show hold stop stay come go choose pick sign report switch turn flip press push move"
)
_ASKING: Final = word_set("please do never just kindly simply always")


def _asks_on(words: list[Word], begin: int, at: int) -> bool:
    """ "Please don't click it, forward it to us": one request after another."""
    asks = words[begin].surface in _ASKING or words[begin].surface in _ASKED
    softened = words[at].surface in ("just", "simply") and at + 1 < len(words)
    return asks and words[at + softened].surface in _ASKED


_RELATIVE: Final = word_set(
    "anything something everything nothing all what that which who where how one thing things way and or day time if"
)


def _after_condition(words: list[Word], begin: int, at: int) -> bool:
    """ "If you don't post it I'll ...": what follows the condition is a statement of its own."""
    if words[begin].surface not in ("if", "unless", "once", "when", "should"):
        return False
    if words[at - 1].lemma in _RELATIVE or at - begin < 3 or at + 1 >= len(words):
        return False
    return words[at + 1].lemma in ("will", "would", "shall", "can")


_LEADING_IN: Final = word_set(
    "if unless once when should even as since because although though while after before until given"
)
_NAMING: Final = word_set(
    "the a an your my our his her their any all both either every each mr mrs ms miss somebody mine yours"
)


def _after_if(words: list[Word], begin: int, at: int) -> bool:
    """ "If it can't be done in time, the pen comes with a card": not the next of several things."""
    if words[begin].surface not in _LEADING_IN:
        return False
    if at - begin < 3 or words[at].surface not in _NAMING:
        return False
    following = itertools.takewhile(lambda word: word.surface != ",", words[at + 1 : at + 10])
    return any(w.pos == "aux" or w.surface.endswith(("s", "ed")) for w in following)


_PUT_IN: Final = word_set("because since as although though while if unless even")


def _goes_on(words: list[Word], begin: int, at: int) -> bool:
    """ "What I can give you, because you couldn't reach us, is 1,000 yen": the statement goes on behind
    what was put into it."""
    put_in = words[begin].surface in _PUT_IN and at - begin >= 3
    return put_in and begin > 0 and words[at].pos == "aux"


_OF_THE_CASE: Final = word_set("the your my our")
_A_SUBJECT: Final = 4
"""Words of a subject that names a thing, at most."""


def _splices(words: list[Word], begin: int, at: int) -> bool:
    """ "Your data is safe, the mail isn't from us": two statements with nothing but a comma between."""
    if words[at].surface not in _OF_THE_CASE or words[begin].surface in _LEADING_IN:
        return False
    whole = any(word.pos == "aux" for word in words[begin + 1 : at])
    subject = itertools.takewhile(lambda w: w.surface != ",", words[at + 1 : at + 2 + _A_SUBJECT])
    return whole and any(word.pos == "aux" for word in subject)


_LEADING_ON: Final = _RELATIVE | word_set(
    "as so but because than before until till after once while when why who soon think hope know say promise "
    "sure guarantee believe confirm means way moment until yes no okay well then now so"
)
_WHICH: Final = word_set("the a an any every each all this that only first next last")


def _runs_on(words: list[Word], begin: int, at: int) -> bool:
    """ "i cant see it from here ill ask the depot": a commitment behind a whole clause, no mark between."""
    if words[at].surface not in ("i", "we") or at + 1 >= len(words) or at - begin < 4:
        return False
    if words[at + 1].lemma not in ("will", "shall") or words[at - 1].surface in _LEADING_ON:
        return False
    negative = any(word.surface in ("not", "no") for word in words[begin:at])
    named = words[at - 2].surface in _WHICH or words[at - 1].pos == "symbol"
    return negative or not named


def _told_not_to_worry(words: list[Word], begin: int, at: int) -> bool:
    """ "dont worry your data is safe": what nobody need worry about is a statement of its own."""
    if words[at - 1].surface != "worry" or at - begin < 2:
        return False
    return any(word.surface in ("not", "no", "never") for word in words[begin:at])


def _states_anew(words: list[Word], begin: int, at: int) -> bool:
    """Whether a subject, or the name of a thing, begins a statement of its own."""
    if _told_not_to_worry(words, begin, at):
        return True
    if words[at].surface not in _SUBJECTS:
        return False
    return _after_condition(words, begin, at) or _runs_on(words, begin, at)


def _after_word(words: list[Word], begin: int, at: int) -> bool:
    word = words[at].surface
    if word in ("but", "because", "although", "though", "unless", "whereas"):
        # "To nobody but her" is an exception, and no contrast.
        return word != "but" or words[at - 1].surface not in _ALL_OR_NONE
    if word == "if":
        return words[at - 1].surface != "as" and not _asks_whether(words, at)
    if word in _SUBJECTS or word in _NAMING:
        return _states_anew(words, begin, at)
    if word not in ("and", "so", "or", "when", "while", "nor", "until", "till") or at + 1 >= len(
        words
    ):
        return False
    following = words[at + 1].surface
    if following in ("please", "my", "your", "our", "the"):
        return any(w.pos == "aux" for w in words[at + 2 : at + 5]) or _has_its_verb(words, at + 2)
    # "I don't know yet and will ring you"
    return following in _SUBJECTS or (word == "and" and following in ("will", "shall"))


_SAYING_MORE: Final = _SUBJECTS | word_set("which who whom whose to if when where what and or")


def _has_its_verb(words: list[Word], at: int) -> bool:
    """Whether a name that begins a clause comes to a denied or coming deed of its own: "and the box for
    the 20th won't be sent", and not "and the card that you will need"."""
    own = itertools.takewhile(lambda w: w.surface not in _SAYING_MORE, words[at : at + 6])
    return any(w.lemma in ("will", "shall") for w in own)


_AS_YET: Final = word_set("yet now here today currently")


def _asks_whether(words: list[Word], at: int) -> bool:
    """ "I'll check if it has left", "I can't tell you yet if it is late": no condition."""
    last = at - 1 - (at > 1 and words[at - 1].surface in _AS_YET)
    told = words[last].surface in ("you", "me") and last > 0 and words[last - 1].lemma == "tell"
    return words[last].lemma in CHECKING or told


_POLITELY: Final = LazyPattern(
    r"\W*(?:if (?:i (?:may|might|could|can)|you (?:don't|do not|wouldn't|would not) mind)\b[^.!?]*|may i ask\W*)\?"
)
_BEGINS_TO_ASK: Final = LazyPattern(
    r"\W*(?:(?:and|so|but|or) )?(?:who|what|when|where|which|how|why|is|are|do|does|did|can|could|will|would|have|has)\b"
)


def _ask_politely(parts: list[Part], text: str) -> None:
    """ "Who's the lamp for, if I may ask?": the mark stands behind the courtesy."""
    for one, following in itertools.pairwise(parts):
        courtesy = _POLITELY.match(text[following.start : following.end])
        if courtesy and _BEGINS_TO_ASK.match(text[one.start : one.end]):
            one.question = True


def _mark_reported(parts: list[Part], text: str) -> None:
    for number, part in enumerate(parts):
        body = text[part.start : part.end]
        if _REPORTING.search(body) and not _GRANTED.search(body):
            part.quoted = True
            following = parts[number + 1] if number + 1 < len(parts) else None
            if following and re.match(r"\W*(?:that|and)\b", text[following.start : following.end]):
                following.quoted = True
