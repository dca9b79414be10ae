"""Finds cues in an analysed text: content words in order, small gaps, polarity compared.

A cue is never found by its letters alone; what a found cue means is not decided here. Phrases are
compiled in ``compiler``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Final, TypeAlias

from scoring.cues.patterns import LOOSE_MAY_LACK, Element, Index, Match, Pattern
from scoring.language.word_sets import word_set
from scoring.language.words import Sentence, Word

_TOPIC_GAP: Final = 4
_Text: TypeAlias = tuple[list[Word], list[int]]
"""All words, and the indices of those of a sentence that cues may name."""


def find(index: Index, text: str, sentence: Sentence) -> list[Match]:
    """Return every pattern found in a sentence of which *text* is the matching form, and whose words
    carry their keys.

    A pattern is reported once a clause; ``agrees`` tells whether the
    polarity is that of the cue.
    """
    return [*_worded(index, sentence), *_literals(index, text, sentence.words)]


def _worded(index: Index, text: Sentence) -> list[Match]:
    """Those that are known by their words."""
    result: list[Match] = []
    words, order, by_key = text.words, text.order, index.by_key
    present = {key for at in order for key in words[at].keys}
    content = [at for at in order if words[at].content]
    seen: set[tuple[int, int]] = set()
    for place, at in enumerate(order):
        word = words[at]
        for key in word.keys:
            for pattern, anchor, also in by_key.get(key, ()):
                if also is not None and also.isdisjoint(present):
                    continue
                place_seen = (id(pattern), word.clause)
                if place_seen in seen:
                    continue
                if pattern.loose:
                    if not word.content and len(pattern.elements) > 1:
                        continue
                    found = _match_loose(pattern, text, content, at)
                else:
                    found = _match_strict(pattern, anchor, text, order, place)
                if found is not None:
                    seen.add(place_seen)
                    result.append(found)
    return result


def _literals(index: Index, text: str, words: Sequence[Word]) -> Iterable[Match]:
    """Set phrases, found as they stand in a text with these words."""
    if not index.literals:
        return
    starts = [word.start for word in words]
    first, literals = index.first, index.literals
    begins = [at for at in range(len(text) - first + 1) if text[at : at + first] in literals]
    for at in begins:
        for pattern in literals[text[at : at + first]]:
            if text.startswith(pattern.literal, at) and not _inside_a_word(text, at):
                begin = max(bisect_right(starts, at) - 1, 0)
                inside = list(range(begin, bisect_left(starts, at + len(pattern.literal))))
                if inside and words[begin].end > at:
                    following = words[inside[-1] : inside[-1] + _ENDING]
                    yield Match(pattern, tuple(inside), _literal_agrees(pattern, text, following))


def _inside_a_word(text: str, at: int) -> bool:
    """ "your doing" holds no "our doing"."""
    before = text[at - 1 : at]
    return text[at].isascii() and text[at].isalpha() and before.isascii() and before.isalpha()


_ENDING: Final = 4
"""Words, from the last of a set phrase on, in which its ending may deny it."""


_GOES_ON: Final = word_set("て 居る おる いる")
"""What stands between a deed and the ending that denies it: 差し上げておらず, お電話していません."""


def _literal_agrees(pattern: Pattern, text: str, following: Sequence[Word]) -> bool:
    """A set phrase that denies nothing itself must not be denied by its own ending."""
    if pattern.negated or pattern.owner.startswith("-"):
        return True
    for word in following[1:]:
        if word.lemma in _GOES_ON:
            continue
        if word.pos in ("symbol", "joint", "part") or word.content:
            return True
        if word.lemma in ("ず", "ない", "ぬ", "兼ねる"):
            return _goes_on(text[word.end : word.end + 2])
    return True


def _goes_on(text: str) -> bool:
    """〜ないと, 〜なければ, 〜ませんか: a condition or a request, which denies nothing."""
    return text.startswith(("と", "ば", "れば", "ければ")) or text in (
        "か",
        "か。",
        "か?",
        "か、",
        "か!",
    )


def _fits(element: Element, word: Word) -> bool:
    return not element.keys.isdisjoint(word.keys)


def _match_strict(
    pattern: Pattern, anchor: int, text: Sentence, order: list[int], place: int
) -> Match | None:
    words = text.words
    elements = pattern.elements
    if len(elements) == 1 and not (pattern.at_start or pattern.at_end):
        at = order[place]
        return Match(pattern, (at,), words[at].negated == pattern.negated)
    chosen = [place]
    for number in range(anchor - 1, -1, -1):
        at = _before(elements[number], elements[number + 1].gap, (words, order), chosen[0])
        if at < 0:
            return None
        chosen.insert(0, at)
    for element in elements[anchor + 1 :]:
        at = _after(element, words, order, chosen[-1])
        if at < 0:
            return None
        chosen.append(at)
    found = tuple(order[i] for i in chosen)
    if not _placed(pattern, words, order, chosen) or _crosses(text, found):
        return None
    return Match(pattern, found, _polarity(words, found) == pattern.negated)


def _placed(pattern: Pattern, words: list[Word], order: list[int], chosen: list[int]) -> bool:
    """Whether the match stands at the start of its sentence or the end of its clause, if it must."""
    if pattern.at_start and any(words[i].visible for i in order[: chosen[0]]):
        return False
    clause = words[order[chosen[-1]]].clause
    return not pattern.at_end or not any(
        words[i].visible and words[i].clause == clause for i in order[chosen[-1] + 1 :]
    )


def _after(element: Element, words: list[Word], order: list[int], at: int) -> int:
    """Place of the next word that fits, past at most ``gap`` visible words; -1 where none is."""
    skipped = 0
    for place in range(at + 1, len(order)):
        word = words[order[place]]
        if not element.keys.isdisjoint(word.keys):
            return place
        skipped += word.visible
        if skipped > element.gap:
            break
    return -1


def _before(element: Element, gap: int, text: _Text, at: int) -> int:
    """The same, backwards; *gap* is that of the element behind."""
    words, order = text
    skipped = 0
    for place in range(at - 1, -1, -1):
        word = words[order[place]]
        if not element.keys.isdisjoint(word.keys):
            return place
        skipped += word.visible
        if skipped > gap:
            break
    return -1


def _crosses(text: Sentence, chosen: Sequence[int]) -> bool:
    clauses = [text.words[at].clause for at in chosen]
    first, last = min(clauses), max(clauses)
    if first == last:  # as mostly
        return False
    return any(text.parts[number].contrast for number in range(first + 1, last + 1))


_TIMES: Final = ("<clock>", "<day>", "<date>")


def _other_time(words: list[Word], chosen: Sequence[int]) -> bool:
    """明日出荷し、木曜に着く: the day that is named is not that of what follows, which has its own."""
    named = {key for at in chosen for key in words[at].keys if key in _TIMES}
    return bool(named) and any(
        not named.isdisjoint(words[at].keys)
        for at in range(min(chosen), max(chosen))
        if at not in chosen and words[at].content
    )


def _polarity(words: list[Word], chosen: Iterable[int]) -> bool:
    return True in [words[at].negated for at in chosen]


_COUNTED: Final = frozenset("日分円時個箱枚回本台件月年週人名点")


def _may_lack(pattern: Pattern, missing: Sequence[Element]) -> bool:
    """Whether a match may do without these: one of many that say something, for 20, 日 and 分 are one
    figure; and never what a denial denies."""
    if len(missing) > 1 or missing[0].negated:
        return False
    saying = (e for e in pattern.elements if not all(map(_is_figure, e.keys)))
    return sum(1 for _ in saying) > LOOSE_MAY_LACK


def _is_figure(key: str) -> bool:
    return key.isdecimal() or key in _COUNTED


def _match_loose(pattern: Pattern, text: Sentence, content: list[int], at: int) -> Match | None:
    """Content words in order with small gaps, or all of them in any order close together."""
    words = text.words
    if len(pattern.elements) == 1:
        return Match(pattern, (at,), words[at].negated == pattern.negated)
    if at not in content:
        return None
    place = content.index(at)
    window = _TOPIC_GAP + len(pattern.elements)
    nearby = content[max(0, place - window) : place + window + 1]
    chosen: list[int] = []
    denied: list[int] = []
    missing: list[Element] = []
    for element in pattern.elements:
        hits = [i for i in nearby if i not in chosen and _fits(element, words[i])]
        if not hits:
            missing.append(element)
            continue
        near = chosen[-1] if chosen else at
        chosen.append(min(hits, key=lambda i: (i < near, abs(i - near))))
        if element.negated:
            denied.append(chosen[-1])
    if (missing and not _may_lack(pattern, missing)) or at not in chosen:
        return None
    if not _hangs_together(pattern, text, content, chosen):
        return None
    # 止めた日と、20日の分もないこと: what the cue denies is not what is denied here.
    last = denied[-1] if denied and pattern.elements[-1].negated else max(chosen)
    agrees = _polarity(words, denied or chosen) == pattern.negated
    elsewhere = last != max(chosen) and not words[last].surface.isascii()
    return None if elsewhere else Match(pattern, tuple(sorted(chosen)), agrees)


def _hangs_together(
    pattern: Pattern, text: Sentence, content: list[int], chosen: list[int]
) -> bool:
    """Whether the words that were found are near enough to each other to be of one statement."""
    span = content.index(max(chosen)) - content.index(min(chosen)) + 1
    ordered = chosen == sorted(chosen)
    limit = len(pattern.elements) + (_TOPIC_GAP if ordered else 3)
    clauses = {text.words[i].clause for i in chosen}
    far = not ordered and max(clauses) - min(clauses) > 1
    if span > limit or far or _crosses(text, chosen):
        return False
    return len(clauses) == 1 or not _other_time(text.words, chosen)
