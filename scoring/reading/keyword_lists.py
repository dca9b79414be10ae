"""Keyword lists: words strung together that say nothing, whatever they would mean in a sentence.

Judged by what ties words together: small words in English, predicates and case particles in
Japanese, and in both by fragments between marks that nobody carries. Figures set off by marks are
a read-back and no list of keywords.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from scenarios.language import Language
from scoring.language.lazy_pattern import LazyPattern
from scoring.language.word_sets import word_set
from scoring.language.words import Analysis, Word

_ENOUGH: Final = 8
_ANNOUNCED: Final = 3
"""Words before a colon that make a statement of what follows."""


def salad(analysis: Analysis, language: Language) -> list[bool]:
    """For each clause whether its sentence strings words together without saying anything."""
    numbers = range(len(analysis.sentences))
    groups = [_groups(analysis, number) for number in numbers]
    if language == "ja":
        bad = _many_bare(groups, [_salad_ja(analysis, n, groups[n]) for n in numbers])
        strung = [_strung_ja(analysis, n, groups[n]) for n in numbers]
    else:
        bad = _many_bare_en(analysis, [_salad_en(analysis, n, groups[n]) for n in numbers])
        strung = [_strung_en(analysis, n, groups[n]) for n in numbers]
    if _most(analysis, strung):
        bad = [one or other for one, other in zip(bad, strung, strict=True)]
    return [bad[part.sentence] for part in analysis.parts]


_MOST: Final = 0.7
"""Share of the reply's content words that sentences strung together must have to count; and of its
sentences that keywords must be for figures among them to be keywords, too."""


def _most(analysis: Analysis, strung: list[bool]) -> bool:
    if True not in strung:
        return False
    counts = [sum(w.content for w in analysis.words_of(n)) for n in range(len(strung))]
    inside = sum(count for count, flag in zip(counts, strung, strict=True) if flag)
    return inside >= _MOST * max(1, sum(counts))


def _salad_en(analysis: Analysis, sentence: int, groups: list[list[Word]]) -> bool:
    """Hardly any of the small words that tie English together."""
    words = analysis.words_of(sentence)
    colon = next((at for at, word in enumerate(words) if word.surface == ":"), 0)
    words = words[:colon] if colon >= _ANNOUNCED else words  # what follows it is a list by right
    own = [w for w in words if w.pos not in ("symbol", "num")]
    if len(own) < _ENOUGH or all(w.surface in _ITEMS_EN for w in own) or _bidden(groups):
        return False
    ties = sum(not w.content and w.surface not in _NO_TIES for w in own)
    return ties / len(own) < 0.2 or _listed(_bare_en, groups) or any(map(_one_breath, groups))


_ITEMS_EN: Final = word_set(
    "order reference tracking number full first last family registered name surname phone telephone mobile postcode "
    "post code e-mail email address date of birth and or your the please then just for me"
)
"""Of nothing else is a sentence made that asks for what shows who is calling."""
_BREATH: Final = 15
"""Words in one breath, without a mark: among 33,000 rated replies every such one with fewer than a
fifth of these small words was a string of keywords or in another language."""
_GRAMMAR: Final = word_set(
    "a an the this that these those my your his her its our their i you he she it we they me him us "
    "them who what which of to in on at for with from by as about into over under after before until "
    "till between through and but or so if because than when while whether is are was were be been am "
    "do does did have has had will would can could should may might must shall not no there here any "
    "some every each all u ur n ill"
)


def _one_breath(group: list[Word]) -> bool:
    """'Sorry own mistake navy red ribbon gift Sunday party express ...', on and on without a mark."""
    own = [w for w in group if w.pos not in ("symbol", "num")]
    if len(own) < _BREATH:
        return False
    ties = sum(w.surface in _GRAMMAR or "'" in w.surface for w in own)
    return ties / len(own) < 0.2


_STRUNG: Final = 6
"""Fragments from which on a sentence that nobody carries is strung together."""
_CARRYING: Final = word_set("i we my our me us mori and but so because then or")


def _strung_en(analysis: Analysis, sentence: int, groups: list[list[Word]]) -> bool:
    """'Arrived broken, doesn't work, send a new one, ...': steps named one after the other by
    nobody, joined by nothing. Figures make a read-back, and do not count."""
    if len(groups) < _STRUNG:
        return False
    carried = any(w.surface in _CARRYING for w in analysis.words_of(sentence))
    return len(_unnumbered(groups)) >= _STRUNG and not carried


_LISTED: Final = 5
"""Fragments without a predicate from which on a sentence is a list of keywords."""


def _listed(is_bare: Callable[[list[Word]], bool], groups: list[list[Word]]) -> bool:
    """Most of a sentence's fragments say nothing; a predicate at its end does not mend that."""
    if len(groups) < _LISTED:
        return False
    bare = [is_bare(group) for group in _unnumbered(groups)]
    return sum(bare) >= _LISTED and sum(bare) >= 0.6 * len(bare)


_WHO_EN: Final = word_set("i we you he she it they that there let")


_FIRST_EN: Final = word_set("and then please just also or")
_OBJECT_EN: Final = word_set("your the it that this these those them any")


def _bare_en(group: list[Word]) -> bool:
    """No verb that a subject carries, no figure: 'red ribbon by express', 'our mistake'."""
    return not any(w.pos == "aux" or w.surface in _WHO_EN for w in group)


def _bidden(groups: list[list[Word]]) -> bool:
    """'Leave the link alone, change your password, ...': what the customer is to do, with what is theirs."""
    said = [group[1:] if group[0].surface in _FIRST_EN else group for group in groups]
    bids = [g for g in said if g and g[0].content and any(w.surface in _OBJECT_EN for w in g[1:3])]
    own = sum(any(w.surface == "your" for w in group) for group in bids)
    return len(bids) >= _BIDS and own >= _BIDS - 1


_BIDS: Final = 3
"""Things to do that make a list of them plain, all but one of them with what is the customer's."""


_SHORT: Final = 5
"""Words up to which a sentence without a verb may be one keyword of many."""


def _short_en(analysis: Analysis, sentence: int) -> bool:
    """A few words that nobody says."""
    words = [w for w in analysis.words_of(sentence) if w.pos != "symbol"]
    return 0 < len(words) <= _SHORT and _bare_en(words)


def _many_bare_en(analysis: Analysis, bad: list[bool]) -> list[bool]:
    """Keywords may be set off by full stops: four short sentences that nobody says."""
    if len(bad) < _MANY:
        return bad
    bare: list[bool] = []
    for number, flag in enumerate(bad):
        words = analysis.words_of(number)
        figure = any(w.pos == "num" for w in words)
        courtesy = all(not w.content or w.lemma in _COURTESY for w in words)
        bare.append(not flag and not figure and not courtesy and _short_en(analysis, number))
    if sum(bare) < _MANY:
        return bad
    if sum(bare) >= _MOST * len(bare):  # among so many keywords a bare figure is one more
        bare = [_short_en(analysis, number) for number in range(len(bad))]
    return [flag or bare[n] for n, flag in enumerate(bad)]


_MANY: Final = 4
_COURTESY: Final = word_set("sorri thank pleas hello right ok okay nope yes no certain")
_NO_TIES: Final = word_set("please thank thanks sorry dear no yes sincerely kindly truly")


def _salad_ja(analysis: Analysis, sentence: int, groups: list[list[Word]]) -> bool:
    """Bare nouns in a row: fragments without a predicate and without a case particle."""
    words = analysis.words_of(sentence)
    if sum(w.surface == "・" for w in words) >= _MANY and _bare(
        [w for w in words if w.pos not in ("symbol", "num")]
    ):
        return True
    if _asks_for_items(groups):
        return False
    if len(groups) >= _MANY:
        bare, tied = _fragments(groups)
        if bare >= _MANY and bare >= tied:
            return True
    return _listed(_unfinished, groups)


_ASKING: Final = frozenset({"願い", "御願い", "願う", "下さる", "頂く", "教える"})


_ITEMS: Final = word_set(
    "番号 名前 氏名 フルネーム 電話 電話番号 住所 郵便 郵便番号 アドレス メール メールアドレス 生年月日 品名 お届け先 宛名"
)


def _asks_for_items(groups: list[list[Word]]) -> bool:
    """「番号と、お名前と、お電話、お願いします」: items joined by と, or such as one asks people for, and
    asked for at the end."""
    *items, last = groups or [[]]
    if not items or not any(word.lemma in _ASKING for word in last):
        return False
    joined = any(group[-1].surface in ("と", "や") for group in items)
    return joined or all(any(w.surface in _ITEMS for w in group) for group in items)


_STRUNG_JA: Final = 5
_SPOKEN: Final = LazyPattern(
    "です|ます|ません|ました|でした|ください|下さい|ませ|ましょう|ございま|でしょう"
)


def _strung_ja(analysis: Analysis, sentence: int, groups: list[list[Word]]) -> bool:
    """「割れて届いた、お怪我は、新しいのを送る、…」: said to nobody, neither polite nor familiar."""
    if len(groups) < _STRUNG_JA:
        return False
    words = analysis.words_of(sentence)
    start, end = analysis.sentences[sentence]
    polite = _SPOKEN.search(analysis.normal.text[start:end]) is not None
    familiar = any(w.pos == "final" or _gives_reason(w) for w in words)
    return len(_unnumbered(groups)) >= _STRUNG_JA and not polite and not familiar


def _gives_reason(word: Word) -> bool:
    """…から, …ので; 久我から names a sender."""
    return word.lemma in ("から", "ので", "けど") and word.pos != "part"


def _unnumbered(groups: list[list[Word]]) -> list[list[Word]]:
    """The fragments without a figure: a list of figures is a read-back, not a list of keywords."""
    return [group for group in groups if not any(w.pos == "num" for w in group)]


def _unfinished(group: list[Word]) -> bool:
    """Ends without a predicate: 「リンクをお送り」, 「レビューはご自由に」."""
    last = group[-1]
    ends = last.pos in ("final", "joint", "adj", "cond", "verb")
    return not ends and (last.pos != "aux" or last.surface in ("に", "で", "な"))


def _groups(analysis: Analysis, sentence: int) -> list[list[Word]]:
    """The fragments of a sentence between its marks, those with content."""
    groups: list[list[Word]] = [[]]
    for word in analysis.words_of(sentence):
        if word.pos == "symbol" and word.surface not in ("'", "-", "・", "/", "."):
            groups.append([])
        else:
            groups[-1].append(word)
    return [group for group in groups if any(w.content for w in group)]


def _fragments(groups: list[list[Word]]) -> tuple[int, int]:
    bare = sum(_bare(group) for group in groups)
    return bare, len(groups) - bare


def _bare(group: list[Word]) -> bool:
    tied = any(
        w.pos in ("aux", "final", "joint", "adj") or (w.pos == "verb" and w.lemma != "為る")
        for w in group
    )
    cased = any(
        w.pos == "part" and w.surface in ("を", "が", "に", "は", "で", "から", "まで", "も")
        for w in group
    )
    # 「次の一歩」 holds a figure only by its letters.
    figure = any(w.pos == "num" and any(c.isdigit() for c in w.surface) for w in group)
    return not tied and not cased and not figure


def _many_bare(groups: list[list[list[Word]]], bad: list[bool]) -> list[bool]:
    """Keywords may also be set off by full stops: four bare sentences make a list."""
    if len(bad) < _MANY:
        return bad
    fragments = [_fragments(own) for own in groups]
    bare = [not flag and fragments[n][0] > 0 and fragments[n][1] == 0 for n, flag in enumerate(bad)]
    if sum(bare) < _MANY:
        return bad
    if sum(bare) >= _MOST * len(bare):  # among so many keywords a bare figure is one more
        bare = [all(map(_unfinished, own)) for own in groups]
    return [flag or bare[n] for n, flag in enumerate(bad)]
