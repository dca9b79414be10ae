"""Apologies, told apart from openers and from apologies that doubt the feeling.

「すみません、…いただけますか」 and "Sorry, could you…" open a request; "sorry if you feel" takes
nothing on. An apology counts with its object (what it is for) or, as a bare one, without.
"""

from __future__ import annotations

from typing import Final

from scoring.cues import Match
from scoring.kinds import cue
from scoring.kinds.scene import Found, Scene
from scoring.language.lazy_pattern import LazyPattern
from scoring.language.word_sets import word_set
from scoring.language.words import Word
from scoring.rules.loader import Rule

_DOUBTING: Final = LazyPattern(
    r"sorry (?:if|that you feel|you feel|but|,? ?but\b)|apologi[sz]e (?:if|but)|"
    r"(?:でしたら|のであれば|ましたら|たのなら|なら)[、,]?(?:お詫び|申し訳|すみません|謝り)"
)
_OPENING: Final = frozenset(("すみません", "申し訳ない", "失礼", "ごめん"))
_OPENING_TAIL: Final = LazyPattern(
    r"(?:が|けど|けれど|けれども|のですが|んですが|んですけど)[、,]?$"
)


def find(rule: Rule, scene: Scene) -> list[Found]:
    """Apologies; with ``bare`` those that name nothing, otherwise those that do."""
    result: list[Found] = []
    for match in cue.matches(rule, scene):
        if _opens_request(scene, match) or _doubts(scene, match):
            continue
        start, end, named = _object(scene, match)
        if named != rule.bare:
            result.append(Found(start, end, scene.clause(match)))
    return result


def _doubts(scene: Scene, match: Match) -> bool:
    part = scene.part(match)
    begin = max(scene.analysis.sentences[part.sentence][0], part.start - 120)
    text = scene.analysis.normal.text[begin : part.end + 12]
    return _DOUBTING.search(text) is not None


def _opens_request(scene: Scene, match: Match) -> bool:
    """An opener: the word stands first and alone, and a request or a question follows."""
    words, parts = scene.analysis.words, scene.analysis.parts
    number = scene.clause(match)
    part = parts[number]
    before = [w for w in words[part.first : match.first] if w.content]
    following = parts[number + 1] if number + 1 < len(parts) else None
    text = scene.analysis.normal.text[part.start : part.end].strip()
    if words[match.first].lemma in (
        "失礼",
        "済む",
        "すみません",
        "申し訳ない",
    ) and _OPENING_TAIL.search(text):
        return not before and (following is None or following.sentence == part.sentence)
    if before or following is None or following.sentence != part.sentence:
        return _excuse(scene, match, before)
    return words[match.first].lemma not in ("apology", "詫びる") and (
        following.request or following.question
    )


def _excuse(scene: Scene, match: Match, before: list[Word]) -> bool:
    part = scene.part(match)
    own = scene.analysis.words[part.first : part.last]
    return not before and scene.language == "en" and part.question and own[0].surface == "sorry"


def _object(scene: Scene, match: Match) -> tuple[int, int, bool]:
    """The stretch from what it is for to the words of apology, and whether it names anything."""
    words, parts = scene.analysis.words, scene.analysis.parts
    number = scene.clause(match)
    part = parts[number]
    inside = set(match.words)
    start, end = words[match.first].start, words[match.last].end
    own = [at for at in range(part.first, part.last) if words[at].content and at not in inside]
    own = [at for at in own if words[at].lemma not in _WEIGHT]
    if own:
        return min(start, words[own[0]].start), max(end, words[own[-1]].end), True
    for near in (number - 1, number + 1):
        if 0 <= near < len(parts) and parts[near].sentence == part.sentence:
            content = [w for w in scene.content(near) if w.lemma not in _WEIGHT]
            if content and not parts[near].request and not parts[near].question:
                return min(start, content[0].start), max(end, content[-1].end), True
    return start, end, False


_WEIGHT: Final = word_set(
    "心 深い 重ねる 重ね重ね 申し上げる 只々 大変 まこと 平身低頭 伏す 再度 改める 何度 bottom heart profound "
    "sincer deep deepest profus humbl accept pleas apology apolog sorri sorry heartfelt 誠 真 まこと 真に 誠に 大変 本当 謝る 詫びる ごめん 済む 申し訳ない すみません 許す 堪忍 forgiv"
)
