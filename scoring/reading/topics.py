"""Which topics of the scenario a reply names, whether it affirms them, and in whose words.

Also ties acts to topics: an act is about what its clause names, or else its neighbours in the
sentence, or what the sentence before left standing ("that", それ).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from scenarios.acts import Breach
from scenarios.model import Scenario, Topic, TopicKind
from scoring.cues import Match
from scoring.language.lazy_pattern import LazyPattern
from scoring.language.word_sets import word_set
from scoring.language.words import Analysis, Word
from scoring.model import FoundTopic

_ECHOED: Final = 0.75
_WIDE: Final = 30
"""Clauses of a sentence that are still tied to each other; longer ones are no sentences."""
_POINTING: Final = word_set(
    "that it this those these them same so それ 其れ これ 此れ そちら 其方 その こちら 此方 同じ そう"
)


def found_topics(
    matches: Sequence[Match], analysis: Analysis, echo: list[float], scenario: Scenario
) -> tuple[FoundTopic, ...]:
    """One entry a topic and clause, in the order of the text; the widest evidence stays."""
    best: dict[tuple[str, int], tuple[tuple[bool, int], FoundTopic]] = {}
    for match in matches:
        words = analysis.words
        clause = words[match.last].clause
        name = match.pattern.owner
        topic = scenario.topics[name]
        if _left_to_customer(analysis, clause, topic):
            continue
        span = analysis.normal.span(*_whole_words(words, match.first, match.last))
        found = FoundTopic(
            topic=name,
            span=span,
            clause=clause,
            affirmed=_affirmed(match, analysis, topic),
            own_words=not borrowed(analysis, clause, echo),
            asserted=_asserted(match, analysis, topic.kind),
        )
        weight = (found.asserted, 2 * len(match.words) + match.agrees)
        place = (name, clause)
        if place not in best or weight > best[place][0]:
            best[place] = (weight, found)
    widest = [found for _, found in best.values()]
    kept = [found for found in widest if not _overruled(found, widest, scenario)]
    return tuple(sorted(kept, key=lambda f: (f.span.place, f.topic)))


def _overruled(fact: FoundTopic, found: Iterable[FoundTopic], scenario: Scenario) -> bool:
    """在庫 of 在庫切れ: a fact whose words are part of the false statement that denies it."""
    if not fact.affirmed or scenario.topics[fact.topic].kind is not TopicKind.FACT:
        return False
    return any(
        other.affirmed
        and scenario.topics[other.topic].breach is Breach.FALSE_STATEMENT
        and other.span.holds(fact.span)
        and other.span != fact.span
        for other in found
    )


_BEFORE: Final = ("prefix",)
_BEHIND: Final = ("suffix", "aux")


def _whole_words(words: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """From where to where a match is quoted: with the honorific before it and the ending behind it,
    for 渡せ of 渡せない says the opposite."""
    begin, end = words[first], words[last]
    for word in reversed(words[:first]):
        if word.pos not in _BEFORE or word.end != begin.start:
            break
        begin = word
    for word in words[last + 1 :]:
        if word.pos not in _BEHIND or word.start != end.end or word.clause != end.clause:
            break
        end = word
    return begin.start, end.end


_LIVED: Final = (TopicKind.SITUATION, TopicKind.FEELING)


def _affirmed(match: Match, analysis: Analysis, topic: Topic) -> bool:
    kind = topic.kind
    part = analysis.parts[analysis.words[match.last].clause]
    if kind in _LIVED and part.subject == "customer" and part.modality == "cannot":
        return True  # "you haven't been able to leave the house": so it was
    if part.negated and _is_open(match, analysis):
        # Whether it will come nobody knows; and that nobody knows may be the very fact.
        return kind is TopicKind.FACT and match.pattern.negated and match.agrees
    excuses = ((_TOLD, _reads_back), (_UNTRUE, _wished), (_SHORTCUTS, _kept_from))
    if any(topic.breach in breaches and excuse(match, analysis) for breaches, excuse in excuses):
        return False
    if match.pattern.negated:
        return _affirmed_by_denial(match, analysis, kind)
    return match.agrees and (part.modality not in ("cannot", "will-not") or not part.negated)


_TOLD: Final = (Breach.FALSE_STATEMENT, Breach.FAULT_ADMISSION, Breach.BLAME)
_NO_MISTAKE: Final = LazyPattern("お?間違い?(?:は|が|も)?(?:ござい|あり|な(?:い|かっ|けれ|ければ))")


def _reads_back(match: Match, analysis: Analysis) -> bool:
    """「髙橋様でお間違いございませんか」 owns no mistake."""
    words = analysis.words
    if not any("間違" in words[at].surface for at in match.words):
        return False
    part = analysis.parts[words[match.last].clause]
    return _NO_MISTAKE.search(analysis.normal.text[part.start : part.end]) is not None


_UNTRUE: Final = (Breach.FALSE_STATEMENT,)
_WISH: Final = LazyPattern(
    r"^\W*(?:and |so |but |well,? )?(?:(?:i|we)(?:'m|'re| am| are| do| really| just| very much)* )?"
    r"(?:hope|hoping|wish|wishing|fingers crossed)\b|(?:ます|られます|りません)ように|お祈り|願って"
)


def _wished(match: Match, analysis: Analysis) -> bool:
    """ "I hope her cough eases off" claims nothing."""
    part = analysis.parts[analysis.words[match.last].clause]
    return _WISH.search(analysis.normal.text[part.start : part.end]) is not None


_SHORTCUTS: Final = (Breach.IDENTITY_FIRST, Breach.BEYOND_AUTHORITY, Breach.CARD_DATA)
"""Breaches that are deeds; what must not be told is told also where something is ruled out."""
_NOT_WITHOUT: Final = LazyPattern(
    r"\b(?:can't|cannot|can ?not|won't|will not|unable|not able|not allowed|never|nobody|no one|mustn't|must not|may not|don't|doesn't|isn't|aren't)\b"
    r"[^.!?;]*\bwithout\b|\bwithout\b[^.!?;]*\b(?:can't|cannot|can ?not|won't|will not|unable|not able|not allowed|never|nobody|no one|mustn't|must not|may not)\b"
)
_NOT_SO: Final = LazyPattern("^[^、。!?]{0,12}(?:こと|わけ|訳)(?:は|が|に|も)")


def _kept_from(match: Match, analysis: Analysis) -> bool:
    """ "I can't change it without the code", 確認を省いて変えることはできません: the shortcut is ruled out."""
    number = analysis.words[match.last].clause
    part, text = analysis.parts[number], analysis.normal.text
    own = text[part.start : part.end]
    if match.pattern.negated and "without" in own:
        return _NOT_WITHOUT.search(own) is not None
    if not own.rstrip().endswith(("て", "で")) or number + 1 >= len(analysis.parts):
        return False
    after = analysis.parts[number + 1]
    return after.negated and _NOT_SO.search(text[after.start : after.end]) is not None


def _affirmed_by_denial(match: Match, analysis: Analysis, kind: TopicKind) -> bool:
    """お渡しできません denies all of it; of 返事を待たずに返金 the deed itself stands."""
    final = match.pattern.elements[-1]
    if final.negated:
        return match.agrees != (kind is TopicKind.LIMIT)
    words = (analysis.words[at] for at in match.words)
    undone = any(word.negated and not final.keys.isdisjoint(word.keys) for word in words)
    return match.agrees and not undone


_CUSTOMER_RINGS: Final = LazyPattern(
    "(?:電話|連絡|かけ直し?|かけ)を?(?:(?:し|かけ)?て)?(?:くださ|下さ|いただ|頂|もら|願え|ちょうだい)|"
    "(?:電話|携帯|連絡先)(?:の?番号)?[^。!?]{0,8}(?:お知らせ|教え|お教え|お聞かせ|おっしゃ|伺|うかが)(?:て|え)?(?:くださ|下さ|いただ|頂|もら|願|ます|っても)|"
    r"\b(?:give|tell|let|may|could|can)\b[^.!?]{0,12}\b(?:me|us|i|we|you)\b[^.!?]{0,60}\b(?:order|full|first|last|your) (?:name|number)\b"
)
"""The one who is thanked or asked for it is the one who gets in touch; whoever asks for name and
number offers no call."""


_CALLS: Final = ("book-callback", "ring-customer")


def _left_to_customer(analysis: Analysis, clause: int, topic: Topic) -> bool:
    """Whether a clause leaves to the customer the call that the topic wants of the shop."""
    if topic.deed not in _CALLS:
        return False
    part = analysis.parts[clause]
    return _CUSTOMER_RINGS.search(analysis.normal.text[part.start : part.end]) is not None


_NAMED: Final = (TopicKind.SITUATION, TopicKind.FEELING, TopicKind.NEED, TopicKind.QUESTION)
"""To name these is enough; the others say something that is so or will be done."""


def _asserted(match: Match, analysis: Analysis, kind: TopicKind) -> bool:
    """Whether the words state something; whether an outcome comes is stated where it is said that
    nobody knows."""
    if kind in _NAMED or not _is_open(match, analysis):
        return True
    return analysis.parts[analysis.words[match.last].clause].negated


def _is_open(match: Match, analysis: Analysis) -> bool:
    return all(analysis.words[at].open for at in match.words)


def borrowed(analysis: Analysis, clause: int, echo: Sequence[float]) -> bool:
    """Whether a clause only gives back the customer's words or quotes."""
    part = analysis.parts[clause]
    return part.quoted or echo[clause] >= _ECHOED


def by_clause(topics: tuple[FoundTopic, ...]) -> dict[int, list[str]]:
    """Names of the topics of each clause."""
    result: dict[int, list[str]] = {}
    for found in topics:
        result.setdefault(found.clause, []).append(found.topic)
    return result


def about(clause: int, analysis: Analysis, topics: dict[int, list[str]]) -> tuple[str, ...]:
    """Topics that an act in *clause* is about; sorted."""
    own = _named(topics, (clause,))
    if own:
        return own
    sentence = analysis.parts[clause].sentence
    near = tuple(
        number
        for number in (clause - 1, clause + 1)
        if 0 <= number < len(analysis.parts)
        and analysis.parts[number].sentence == sentence
        and not _set_against(analysis, clause, number)
    )
    found = _named(topics, near)
    if found:
        return found
    whole = tuple(
        n
        for n in analysis.clauses_of[sentence][:_WIDE]
        if abs(n - clause) <= _WIDE and not _set_against(analysis, clause, n)
    )
    found = _named(topics, whole)
    if found or not sentence or not _points_back(analysis, whole):
        return found
    return _named(topics, tuple(analysis.clauses_of[sentence - 1]))


def _set_against(analysis: Analysis, one: int, other: int) -> bool:
    """ "I can't refund the set, but I can offer you something": what is offered is not what is declined."""
    parts = analysis.parts
    first, last = sorted((one, other))
    contrast = any(parts[n].contrast for n in range(first + 1, last + 1))
    return contrast and parts[one].negated != parts[other].negated


def _named(topics: dict[int, list[str]], clauses: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(sorted({name for clause in clauses for name in topics.get(clause, ())}))


def _points_back(analysis: Analysis, clauses: tuple[int, ...]) -> bool:
    return any(
        word.lemma in _POINTING or word.surface in _POINTING
        for number in clauses
        for word in analysis.words[analysis.parts[number].first : analysis.parts[number].last]
    )
