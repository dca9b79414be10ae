"""English words as they are typed in haste, and what they stand for: "dont", "wat", "n".

Rules and patterns are written in ordinary spelling. Only what can hardly mean anything else is
opened here; spellings that one cue word may have stand in the lexicon of English forms, and how
politely somebody types is judged by letters that are left alone (u, ur, r).
"""

from __future__ import annotations

from typing import Final

from scoring.language.lazy_pattern import LazyPattern
from scoring.language.word_sets import word_set

__all__ = ["opened"]

_DENIED: Final = word_set(
    "dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt couldnt wouldnt shouldnt mustnt neednt wont cant"
)
_DOING: Final = word_set(
    "ask tell go do gett com look check call ring wait try send bring say tak hav work lett putt leav mess giv hold "
    "handl deal see sort writ report chas miss feel keep mak mean talk think us com morn even noth someth anyth everyth"
)
"""Words that lose the last letter of -ing in speech, and in hasty typing."""
_MEANS: Final = {
    **{word: f"{word[:-1]}'t" for word in _DENIED},
    **{f"{who}re": f"{who}'re" for who in ("you", "they")},
    **{f"{who}ve": f"{who}'ve" for who in ("i", "you", "they", "we")},
    **{f"{who}ll": f"{who}'ll" for who in ("i", "you", "they", "it")},
    **{f"{who}d": f"{who}'d" for who in ("you", "they", "it")},
    **{f"{may}ve": f"{may}'ve" for may in ("could", "should", "would")},
    **{
        f"{who}s": f"{who}'s"
        for who in ("that", "what", "there", "here", "where", "he", "she", "who", "how")
    },
    "im": "i'm",
    "il": "i'll",
    **dict.fromkeys(("wat", "wot", "wut"), "what"),
    "thru": "through",
    "bak": "back",
    "yest": "yesterday",
    "n": "and",
    "b4": "before",
    "shud": "should",
    "wud": "would",
    "cud": "could",
    "shudnt": "shouldn't",
    "wudnt": "wouldn't",
    "cudnt": "couldn't",
    **dict.fromkeys(("prob", "probs", "prolly"), "probably"),
    **{f"{word}in": f"{word}ing" for word in _DOING},
}
_AS_TYPED: Final = LazyPattern(
    r"(?<![\w'&-])(?:[cdwhsmn]\w+nt|isnt|arent|[cw](?:an|on)t|(?:you|they)re|(?:you|they|we|i|could|should|would)ve|(?:you|they|it)(?:ll|d)|"
    r"(?<!am )(?<!is )(?<!are )(?<!was )(?<!were )(?<!been )(?<!be )(?<!feel )(?<!felt )(?<!feeling )(?<!fell )"
    r"(?<!taken )(?<!'s )(?<!'m )(?<!'re )(?<!getting )ill?|(?:that|what|there|here|where|he|she|who|how)s|im|w[aou]t|thru|bak|yest|b4|(?:sh|w|c)ud|(?<!no )(?<!the )(?<!a )(?<!any )probs?|prolly|\w{2,7}in|"
    r"(?<=[a-z,.!?] )n(?= [a-z]))(?![\w'&-])"
)


_TYPED: Final = frozenset(_MEANS)
_APART: Final = str.maketrans(dict.fromkeys(',.!?:;()/"', " "))


def opened(text: str) -> list[tuple[int, int, str]]:
    """Where such words begin and end in a matching form, and how they are spelled out, in order."""
    if text.isascii() and _TYPED.isdisjoint(text.translate(_APART).split()):
        return []  # most texts, in a third of the time
    found = (
        (match.start(), match.end(), _MEANS.get(match.group()))
        for match in _AS_TYPED.finditer(text)
    )
    return [(start, end, means) for start, end, means in found if means is not None]
