"""English words: contractions opened, spellings joined, stems made.

British, American and texting spellings give the same words; missing apostrophes are set before
(see ``shorthand``). Negators stay words of their own, so that polarity is worked out once, in
``english_clauses``.
"""

from __future__ import annotations

import sys
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final

from scoring.language.lazy_pattern import LazyPattern
from scoring.language.word_sets import word_set
from scoring.language.words import Word

if TYPE_CHECKING:
    from collections.abc import Mapping

_TOKEN: Final = LazyPattern(
    r"[a-z]\.[a-z]\.?(?:[a-z]\.?)*(?!\w)|\d[\d,]*(?:[.:]\d+)*|[^\W\d_]+(?:['][^\W\d_]+)*(?:-[^\W\d_]+)*|\w+|[^\w\s]"
)
# What follows the apostrophe -> word; the rest of the token stands before it.
_TAILS: Final = {"'m": "be", "'re": "be", "'ve": "have", "'ll": "will", "'d": "would"}
_NOT: Final = {
    "can't": "can", "cannot": "can", "won't": "will", "shan't": "shall", "don't": "do", "doesn't": "do",
    "didn't": "do", "isn't": "be", "aren't": "be", "wasn't": "be", "weren't": "be", "ain't": "be",
    "aint": "be", "hasn't": "have", "haven't": "have", "hadn't": "have", "couldn't": "could",
    "wouldn't": "would", "shouldn't": "should", "mustn't": "must", "needn't": "need",
    "mightn't": "might", "mayn't": "may", "daren't": "dare", "oughtn't": "ought",
}  # fmt: skip
_WHOLE: Final[Mapping[str, tuple[str, ...]]] = {
    "gonna": ("going", "to"), "wanna": ("want", "to"), "gotta": ("have", "to"), "lemme": ("let", "me"),
    "gimme": ("give", "me"), "dunno": ("do", "not", "know"), "let's": ("let", "us"),
    "y'all": ("you",), "oughta": ("ought", "to"), "cmon": ("come", "on"), "kinda": ("kind", "of"),
    "'tis": ("it", "be"), "o'clock": ("o'clock",), "i'd": ("i", "would"), "id": ("id",),
}  # fmt: skip
ARTICLES: Final = word_set("a an the uh um er erm hmm ah oh")
# Carry no content; a cue may name them, and passes over those that it does not name.
FILLERS: Final = word_set(
    "just really very so please now also actually quite simply only even right well then okay yes yeah yep sure truly sincerely deeply terribly awfully dear sir madam "
    "personally certainly of-course kindly too again honestly frankly here there still already first "
    "ever po lol haha omg gosh my-goodness completely totally absolutely fully all"
)
FUNCTION: Final = (
    ARTICLES
    | FILLERS
    | word_set(
        "i you he she it we they me him her us them my your his its our their mine yours ours theirs this that "
        "these those be have do will would shall should can could may might must need to of in on at by for "
        "from with into onto up out off over about as than and or but if when while because since though "
        "although who which what where why how there here not no nor never some any every each both either "
        "neither such own other another more most much many few little bit lot one something anything nothing "
        "everything someone anyone let get go come make take put say tell know think see look want like "
        "going till until before after under between through back down away s t o am is are was were been being "
        "has had having does did done doing gone ok thing things way kind sort get got gotten said told "
        "himself herself myself yourself ourselves themselves itself were 's ll d ve m re okay"
    )
)
_STEM_KEEP: Final = word_set(
    "news this his was does yes us address business anything nothing glass likely shortly hopefully "
    "normally generally usually roughly promptly understandable reasonable natural latest earliest manager managers"
)


@lru_cache(maxsize=1)
def _stemmer() -> Any:
    """The English one alone: the package's own door opens those of thirty other languages, which
    takes longer than reading a reply."""
    found = find_spec("snowballstemmer")
    alone = ModuleType(f"{__package__}.snowball")
    alone.__path__ = list(found.submodule_search_locations or ()) if found else []
    sys.modules[alone.__name__] = alone
    return import_module(f"{alone.__name__}.english_stemmer").EnglishStemmer()


@lru_cache(maxsize=1)
def forms() -> Mapping[str, str]:
    """Word form -> base form, from the lexicon of English forms."""
    from scoring.language.lexicon import english_forms

    return english_forms()


@lru_cache(maxsize=16384)
def lemma(word: str) -> str:
    """The key under which an English word is compared."""
    base = forms().get(word, word)
    if base in FUNCTION or base in _STEM_KEEP or len(base) < 4 or not base.isalpha():
        return forms().get(base, base) if base in forms() else base
    return str(_stemmer().stemWord(base))


def tokenise(text: str) -> list[Word]:
    """Return the words of a matching form."""
    words: list[Word] = []
    for match in _TOKEN.finditer(text):
        token = match.group()
        if token in _NOT or token in _WHOLE or "'" in token or "-" in token:
            words.extend(_opened(token, match.start(), match.end()))
        else:
            words.append(_word(token, match.start(), match.end()))
    return words


def _opened(token: str, start: int, end: int) -> list[Word]:
    if token in _NOT:
        cut = min(start + len(_NOT[token]), end - 1) if "n't" in token else start + 1
        return [_word(_NOT[token], start, cut), _word("not", cut, end)]
    if token in _WHOLE:
        return _spread(_WHOLE[token], start, end)
    if "'" in token:
        return _apostrophe(token, start, end)
    if "-" in token and token not in forms() and token not in _KEEP_HYPHEN:
        return _split_hyphen(token, start)
    return [_word(token, start, end)]


def _spread(words: tuple[str, ...], start: int, end: int) -> list[Word]:
    """Several words for the letters of one, each with its share of them."""
    step = max(1, (end - start) // len(words))
    cuts = [min(start + step * n, end - 1) for n in range(len(words))] + [end]
    return [_word(w, cuts[n], max(cuts[n] + 1, cuts[n + 1])) for n, w in enumerate(words)]


def _apostrophe(token: str, start: int, end: int) -> list[Word]:
    head, _, tail = token.rpartition("'")
    middle = start + len(head)
    if "'" + tail in _TAILS:
        return [_word(head, start, middle), _word(_TAILS["'" + tail], middle, end)]
    if tail == "s" and head in _IS_BEFORE_S:
        return [_word(head, start, middle), _word("be", middle, end)]
    return [_word(head if tail == "s" else token, start, end)]


_IS_BEFORE_S: Final = word_set("it that what there here who where how he she everything nothing")
_KEEP_HYPHEN: Final = word_set("call-back of-course")


def _split_hyphen(token: str, start: int) -> list[Word]:
    words: list[Word] = []
    at = start
    for piece in token.split("-"):
        if piece:
            words.append(_word(piece, at, at + len(piece)))
        at += len(piece) + 1
    return words


def _word(surface: str, start: int, end: int) -> Word:
    key, pos, content, visible, filler = _kind(surface)
    return Word(surface, key, surface, pos, start, end, content, visible, filler)


@lru_cache(maxsize=16384)
def _kind(surface: str) -> tuple[str, str, bool, bool, bool]:
    """Its key, part of speech, and whether it is content, visible, a filler."""
    alphanumeric = surface[0].isalnum() if surface else False
    key = lemma(surface) if alphanumeric else surface
    filler = alphanumeric and (surface in FILLERS or key in FILLERS)
    visible = alphanumeric and not filler and surface not in ARTICLES
    content = alphanumeric and key not in FUNCTION and surface not in FUNCTION
    return key, _pos(surface, key, alphanumeric), content, visible, filler


def _pos(surface: str, key: str, alphanumeric: bool) -> str:
    if not alphanumeric:
        return "symbol"
    if surface[0].isdigit():
        return "num"
    return "aux" if key in _AUXILIARIES else "word"


_AUXILIARIES: Final = word_set("be have do will would shall should can could may might must need")
