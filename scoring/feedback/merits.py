"""What a coach would name first, however few points it earned: an own word put right, honesty about what
nobody can know, that it is no fault of the customer's, that they are believed, what they are spared, a slip
that is called nobody's shame, time that is left to decide in, what cannot wait said in time.

Where a line praises the same words already it says this of them instead; else it is told in a line
without points. Nothing changes a score.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from scenarios.language import Text
from scenarios.model import TopicKind
from scenarios.values import changed
from scoring.feedback.lines import LEDGER
from scoring.feedback.seen import Seen
from scoring.language.lazy_pattern import LazyPattern
from scoring.ledger.excuse_people import saves_face
from scoring.model import Dimension, Finding, Span
from scoring.moment.taken_back import takes_back
from scoring.moment.view import View
from scoring.rubrics.rubric import Rubric
from scoring.rubrics.wording import message

__all__ = ["NOT_SURE", "with_merits"]

_MOST: Final = 2
"""Merits that are told of one reply."""
_SHORT: Final = 3
"""Clauses of a sentence that is quoted whole."""
_GOOD_ENOUGH: Final = 50
"""Score of policy from which on a reply is looked at for merits: what breaks a rule is told of first."""
_HELPS: Final = 30
"""Score of empathy or resolution that it has to reach: honest words that do nothing are an excuse."""
_SPEAKS_AGAINST: Final = -400
"""Hundredths of a point that the ledger may hear against a clause at most in any dimension."""
_SAY_ALL: Final = frozenset({"takes-back", "eases"})
"""Merits beside which nothing else is said of the same words."""
_MAY_SOUND: Final = {"takes-back": -10000, "clears": -1500, "believes": -1500, "spares": -1500}
"""The same for merits whose words sound like what they mend, or like what they deny."""
NOT_SURE: Final = LazyPattern(
    r"\b(?:can'?t|cannot|can not|won'?t|couldn'?t|wouldn'?t|not going to|not able to|unable to|wouldn'?t want to|don'?t want to) (?:\w+ ){0,2}?(?:swear|guarantee|guess)\b"
    r"|\b(?:can'?t|cannot|can not|won'?t|couldn'?t) (?:\w+ )?promise (?:it|that|you that|when|which|the|how|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|tomorrow)\b(?! (?:refund|money|discount|coupon|price|same))"
    r"|\b(?:can'?t|cannot|can not|won'?t|couldn'?t) (?:\w+ )?(?:say|tell(?: you)?|know) (?:you )?(?:yet |now |for certain |for sure |from here |exactly |honestly )*(?:which day|when|whether|if|how (?:much|long|far|it|this|that)|it'?s|it (?:will|would|helps|eases|was)|that it|(?:what|why) (?:caused|happened|went))"
    r"|\b(?:can'?t|cannot|couldn'?t) (?:\w+ )?see (?:from here )?(?:why|what caused|whether|who)\b"
    r"|\b(?:nobody|no ?one|none of us)\b[^.!?]{0,12}\b(?:knows?|can (?:say|tell|know|promise|swear))\b"
    r"|\b(?:don'?t|do not|doesn'?t) know (?:yet|for (?:certain|sure)|either way|how (?:it|this|that|the)|where|whether|why|what (?:caused|happened|went)|who it)\b"
    r"|\b(?:estimate|forecast|planned|due|expected|aim(?:ing)?(?: for)?)\b[^.!?]{0,24}\b(?:not|rather than|no)\b[^.!?]{0,10}\b(?:promise|certain\w*|guarantee\w*|fixed|swear|set in stone)\b"
    r"|\bnot (?:a |quite |yet )?(?:promise|certainty|guaranteed?|set in stone)\b"
    "|(?:確約|保証|断言|お?約束)(?:と|は|も|まで|とまで|までは|とまでは|が)*[^。、]{0,6}(?:でき(?:ません|ない|かね)|いたしかね|申し上げ(?:られ|かね))"
    "|(?:かどうか|とまで|とは|と|か|までは?)(?:は|も)?[^。、]{0,10}(?:申し上げ|お答え|言い切|断定|言い?え)(?:られ|れ|でき|ることは?でき)?(?:ない|ません|かね)"
    "|(?:どこ|いつ|だれ|誰|なぜ|どう|どの|どちら|どれ|まだ)[^。]{0,20}(?:分か|わか|判)(?:りません|らない|っておりません|っていません|っていない|らず|りかね)"
    "|(?:かは|かどうか(?:は)?|ないと)[^。、]{0,6}(?:分か|わか|判)(?:りません|らない|っておりません|っていません|っていない|りかね)"
)
"""Words of whoever says that something cannot be known, or promised, and what."""
_ONLY_GUESSES: Final = LazyPattern(
    r"\bguess\b|\bsee (?:from here )?(?:why|what|whether|who)\b|推測|憶測"
)
"""Not to guess what must not be guessed at is no refusal."""
_NO_HELP: Final = LazyPattern(
    r"\b(?:your problem|not my|nothing i can|don'?t know what (?:else|you)|what do you|can'?t help|refund|coupon|discount|free)\b"
    "|割引|値引き|クーポン|無料|日当|迷惑料|慰謝料|賠償|補償|署名|念書|担当からは|立場では|どうしようも|何とも(?:なりません|できません)|お客様次第"
)
"""Words in which the same is a no, or an excuse."""
_TIME_LEFT: Final = LazyPattern(
    r"\b(?:don'?t|do not|needn'?t|won'?t|no need to) (?:have to |need to )?(?:decide|choose|answer|make (?:up your mind|a decision))\b[^.!?]{0,30}\b(?:now|today|yet|anything|straight away|right away|on the spot|this minute|until)\b"
    r"|\bno (?:rush|hurry) (?:to|at all|about|with)\b|\bnothing(?: i|')s lost by waiting\b|\b(?:think (?:it|this|that|things) (?:over|through)|think about (?:it|this|that)|sleep on it|decide|mull it over)\b[^.!?]{0,20}\b(?:peace|own time|first|your time|at leisure)\b"
    r"|\btake (?:all |as much )?(?:the |your )(?:own )?time\b"
    "|(?:今日|いま|今|この場|すぐ|本日)(?:で|に|すぐ|すぐに)?(?:は)?(?:無理に)?(?:お)?(?:決め|返事|選び|答え)[^。、]{0,8}(?:なくて|なくとも|必要は)[^。、]{0,6}(?:大丈夫|結構|構い|かまい|いい|よろしい|ありません|ござい)"
    "|(?:今日|いま|今|この場)(?:で|に)なくて(?:も)?(?:大丈夫|結構|構い|かまい|いい|よろしい)"
    "|ゆっくり(?:と)?(?:ご家族と|お二人で)?(?:お?考え|ご検討|お決め|ご相談|お選び)|(?:お)?急(?:ぎ(?:に)?なら|が|ぎいただか)(?:なくて|ずと?)(?:も)?(?:大丈夫|結構|構い|かまい|いい|よろしい)"
)
"""Words that leave the customer time to decide in."""
_CLEARS: Final = LazyPattern(
    r"\b(?:not|isn't|wasn't|never|none of (?:this|that|it) (?:is|was)) (?:at all )?your (?:fault|mistake|doing|eyes|error)\b"
    r"|\byou(?:'ve)? (?:did|have done|done|did not do|didn't do) (?:nothing|anything) (?:at all )?wrong\b"
    r"|\bit(?:'s| is| was) (?:our|us|the) [\w ]{2,24},? (?:and )?not (?:you|your)\b|\bnothing (?:that )?you(?:'ve)? (?:did|have done|done)\b"
    r"|\b(?:anyone|anybody)\b[^.!?]{0,50}\b(?:would have|have) (?:read|done|thought|seen) (?:it )?the same\b"
    "|(?:様|さん)(?:に|が|の|は)[^。、]{0,14}(?:落ち度|責任|間違い|過失|非)[^。、]{0,6}(?:ござい|あり)ません"
    "|(?:様|さん)(?:の|が)[^。、]{0,16}(?:せい|わけ|不注意)では(?:ござい|あり)ません|(?:様|さん)は(?:何も|なにも|少しも)?(?:悪く|間違って)(?:は)?(?:ござい|あり|おり|い)ません"
)
"""That the customer is not to blame (23 of 23 sentences in coached contacts)."""
_BELIEVES: Final = LazyPattern(
    r"\bi (?:do )?believe (?:you|what you|every)\b|\bi(?:'ll| will)? take (?:your word|you at your word)\b"
    r"|\b(?:i|we) (?:don't|do not) (?:doubt you|doubt (?:that|it|what you)|think it was you)\b(?! could)|\b(?:nobody|no one) here (?:doubts|thinks it was) you\b"
    "|(?:お話|おっしゃ[^。、]{0,6})[^。]{0,12}(?:そのとおり|その通り|そのまま|信じ)[^。、]{0,8}(?:受け止め|お受けし|信じ|承り)"
    "|疑って(?:など|は)?(?:おりません|いません)|疑うつもりは(?:ござい|あり)ません|(?:お客様|様|お話)(?:の[^。、]{0,8})?を(?:信じて|お信じ)"
)
"""That the customer's word is taken (8 of 8)."""
_SPARES: Final = LazyPattern(
    r"\b(?:won't|don't|needn't|no need to|never|not) (?:have to |need to |be asked to |having to )?(?:tell|explain|say|go through|repeat|start|telling|explaining)\b[^.!?]{0,24}\b(?:again|twice|over|from (?:the )?(?:beginning|start|scratch|top))\b"
    r"|\byou (?:won't|will not) be charged\b|\byou (?:don't|won't|needn't) (?:have to |need to )?(?:send|bring|pay|give|show|name|chase)\b(?![^.!?]*\b(?:nothing|empty)\b)"
    "|(?:同じ(?:お)?(?:話|説明|こと)|もう一度|二度|何度も|初めから|最初から)[^。]{0,22}(?:いただく|なさる|お話し|ご説明|繰り返|言わせ)[^。]{0,14}(?:(?:こと|必要|手間)は(?:ござい|あり)ません|なくて|ずに済|済むように|ないように)"
    "|(?:おっしゃる|お話しになる|お出しになる|お送りいただく|お支払いいただく|ご返送いただく|お持ちいただく|ご説明いただく|待っていただく|お待ちいただく)[^。]{0,8}(?:必要|こと)は(?:ござい|あり)ません"
)
"""What the customer need not do or tell again (25 of 26)."""


def with_merits(lines: Sequence[Finding], view: View, rubric: Rubric, seen: Seen) -> list[Finding]:
    """The lines of a reply with what is a merit told as such."""
    told, found = list(lines), 0
    policy = seen.scores["policy"] or 0
    helps = max(seen.scores["empathy"] or 0, seen.scores["resolution"] or 0)
    if seen.empty or policy < _GOOD_ENOUGH or helps < _HELPS:
        return told
    for number, merit in _found(view, rubric, seen):
        with_it = _told(merit, told, view, number)
        if with_it is not None:
            told, found = with_it, found + 1
        if found == _MOST:
            break
    return told


def _found(view: View, rubric: Rubric, seen: Seen) -> Iterator[tuple[int, Finding]]:
    """The first clause of each kind, with its number."""
    for rule, dimension, is_so in _KINDS:
        for number in range(len(view.reading.clauses)):
            topic = is_so(view, number)
            if topic is not None and _stands(view, seen, number, rule):
                name = view.scenario.topics[topic].name if topic else None
                said = message(rubric, view.scenario, rule, "met", topic=name)
                turn = view.moment.turn
                span = _quoted(view, number)
                yield number, Finding(rule, rule, dimension, turn, span, 0, said)
                break


def _quoted(view: View, number: int) -> Span:
    """The sentence of a clause where it is short, else the clause."""
    here = view.sentence(number)
    return view.reading.span_of(here if len(here) <= _SHORT else (number,))


def _stands(view: View, seen: Seen, number: int, rule: str) -> bool:
    """Whether a clause is the agent's own word, and nothing else is heard in it; who names what they take
    back sounds like it once more, which holds nothing against it."""
    if not view.own(number) or view.asked(number):
        return False
    if not seen.harmful.isdisjoint(view.sentence(number)):
        return False
    least = _MAY_SOUND.get(rule, _SPEAKS_AGAINST)
    return all(
        not row or row[number] >= least for row in (seen.brought("policy"), seen.brought("empathy"))
    )


def _told(
    merit: Finding, lines: Sequence[Finding], view: View, number: int
) -> list[Finding] | None:
    """The lines with the merit of a clause in them; None where it may not be told, or is."""
    if any(merit.message.ja in line.message.ja for line in lines):
        return None
    spans = [view.reading.clauses[n].span for n in view.sentence(number)]
    for line in lines:
        against = line.points < 0 or line.breach is not None
        if against and line.span is not None and any(map(line.span.overlaps, spans)):
            return None
    here = view.reading.clauses[number].span
    praised = [f for f in lines if f.points > 0 and f.span is not None and f.span.overlaps(here)]
    if not praised:
        return [*lines, merit]
    return [changed(f, _reworded(merit, f)) if f in praised else f for f in lines]


def _reworded(merit: Finding, line: Finding) -> dict[str, object]:
    """A line of praise that says the merit as well, or that alone: what the ledger only heard in the words
    is not said besides."""
    if line.rule == LEDGER or merit.rule in _SAY_ALL:
        return {"rule": merit.rule, "message": merit.message}
    ja, en = line.message.ja.partition("。")[0], line.message.en.partition(". ")[0].rstrip(".")
    return {"message": Text(f"{ja}。{merit.message.ja}", f"{en}. {merit.message.en}")}


_Finds = Callable[[View, int], str | None]
"""The topic that a merit is about, or "" without one; None where the clause has none."""


def _puts_right(view: View, number: int) -> str | None:
    return "" if view.moment.agent_said and takes_back(view, number) else None


def _honest(view: View, number: int) -> str | None:
    text, here = view.clause_text(number), view.sentence(number)
    if not NOT_SURE.search(text) or _NO_HELP.search(text):
        return None
    known = any(f.clause == number for f in view.topics(TopicKind.FACT, affirmed=False))
    barred = () if _ONLY_GUESSES.search(text) else (TopicKind.FORBIDDEN,)
    declined = view.topics(TopicKind.LIMIT, *barred, affirmed=False)
    return None if known or any(f.clause in here for f in declined) else ""


def _leaves_time(view: View, number: int) -> str | None:
    return "" if _TIME_LEFT.search(view.clause_text(number)) else None


def _eases(view: View, number: int) -> str | None:
    return "" if saves_face(view, number) else None


def _says(pattern: LazyPattern) -> _Finds:
    """Words of one clause, or of a short sentence, for which its first one stands."""

    def finds(view: View, number: int) -> str | None:
        here = view.sentence(number)
        whole = number == here[0] and len(here) <= _SHORT
        text = view.sentence_text(number) if whole else view.clause_text(number)
        return "" if pattern.search(text) else None

    return finds


def _comes_first(view: View, number: int) -> str | None:
    """What cannot wait here, said for the first time."""
    first = view.stage.first if view.stage else ()
    here = (f.topic for f in view.topics(*TopicKind, affirmed=None) if f.clause == number)
    return next((name for name in here if name in first and name not in view.moment.named), None)


_KINDS: Final[Sequence[tuple[str, Dimension, _Finds]]] = (
    ("takes-back", "empathy", _puts_right),
    ("comes-first", "resolution", _comes_first),
    ("honest", "policy", _honest),
    ("clears", "empathy", _says(_CLEARS)),
    ("believes", "empathy", _says(_BELIEVES)),
    ("spares", "empathy", _says(_SPARES)),
    ("eases", "empathy", _eases),
    ("leaves-time", "empathy", _leaves_time),
)
