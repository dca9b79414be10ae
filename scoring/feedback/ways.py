"""In what way words are good that no criterion is about: what may truly be said of them.

The ledger hears that a clause helps; here its own words are looked at for what they do. That they "reach
the customer" says nothing that a trainee could do again. Nothing changes a score.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from scenarios.acts import Act
from scoring.criteria.other_times import about_other_times
from scoring.feedback.what_words_do import (
    INVITES,
    LEAVES,
    ONLY_TALK,
    asks_for_a_deed,
    asks_for_data,
    called_off,
    is_thanks,
    wishes,
)
from scoring.language.lazy_pattern import LazyPattern
from scoring.model import Dimension
from scoring.moment.view import TIME_SLOTS, WORKING, View
from scoring.reading.which_is_so import asks_which_is_so

__all__ = ["FEELING", "is_aside", "plainly_asks", "question_way", "way_of"]

FEELING: Final = LazyPattern(
    r"\b(?:aw?ful|horrible|horrid|rotten|dreadful|terrible|shock\w*|upset\w*|worr(?:y|ie|ying)\w*|anxious|scar[ey]\w*|fears?|fearful|fright\w*|"
    r"embarrass\w*|asham\w*|shame|angry|anger|furious|cross|frustrat\w*|disappoint\w*|heartbreaking|painful|exhaust\w*|"
    r"lonely|relie(?:f|ved)|no wonder|must (?:be|have been)|beat (?:yo)?u?rself|blame (?:yo)?u?rself|tak(?:e|es|ing) courage|up the wall|sick of|fed up|had enough|weigh(?:s|ing)? on)\b|"
    "恥|不安|心配|怒り|お?腹立ち|腹が立|驚[かきい]|びっくり|[辛つ](?:ら|い)|悲し|悔し|怖|恐ろし|心細|無念|残念(?!なが)|がっかり|"
    "ごもっとも|無理もない|(?<!いえ、)当然(?:です|だ|の)|お察し|お気持ち|気が気で|もどかし|ご自分を責め|胸が痛"
)
"""Words by which any feeling is taken up."""

_Is = Callable[[View, int], bool]


def _says(pattern: str | LazyPattern) -> _Is:
    words = LazyPattern(pattern) if isinstance(pattern, str) else pattern

    def is_so(view: View, clause: int) -> bool:
        return words.search(view.clause_text(clause)) is not None

    return is_so


def _thanks_for_something(view: View, clause: int) -> bool:
    return bool(view.acts_in(clause, Act.THANK)) and _FOR_WHAT(view, clause)


_FOR_WHAT: Final = _says(
    r"\bthank(?:s| you)[^.!?]{0,16}\b(?:for|that you)\b|(?:て|に|を)(?:くださり|くださって|いただき|いただいて|下さり|下さって|頂き)"
)


_ONLY_SEES: Final = _says(
    r"\bsee what\b|\bwhat (?:else )?(?:we|i) can\b|(?:何か|できること)[^。]{0,8}(?:ない|探|考え)|"
    "(?:伺い|うかがい|お尋ねし|お聞きし)たかった"
)


_ONLY_ECHOES: Final = _says(
    r"\b(?:past|over|more than|longer than) (?:\w+ ){1,3}(?:days|weeks|hours)\b|^\W*(?:so |and )?you(?:'ll)? (?:need|want|have to have) (?:it|them|this)\b|"
    "(?:日|週間|時間)を?(?:過ぎ|超え)|までにご入用(?:なの|で)|までに(?:必要|要るの)(?:なの)?です"
)
"""A term that has run out, or by when the customer needs it: nobody says when anything is done."""


_BY_THEN: Final = LazyPattern(r"\b(?:in|within|for up to)\b|以内|後に|後、|中に")
"""By when something is done; "it takes two minutes" is no when."""


_NOTHING_COMES: Final = _says(
    r"\b(?:knew|know|tell you|told|say|said|saying)\b[^.!?]{0,12}\b(?:today|now|tomorrow)\b|\bof (?:today|yesterday|this morning)\b|\b(?:today|yesterday)'s\b|"
    r"\b(?:safe (?:travels|journey|trip)|regards|enjoy|good luck)\b|のことではなくて|ことなんです|\byou(?:'re| are)\b[^.!?]{0,20}\bat\b|\byou (?:had|have had|told|wanted|were|did|came)\b[^.!?]{0,40}\b(?:today|tonight)\W*$|^\W*what i can do (?:today|now)\b|かどうか|\byou(?:'ve| have) (?:got |had )?(?:\w+ ){0,4}(?:this (?:morning|evening|afternoon)|tonight|today)\b"
)
"""A time word by which nothing is said to come: when something is told, whose mail it is, a good wish."""


def _names_a_time(view: View, clause: int) -> bool:
    """When something is; no question whether anything is left for today, nor what is called off."""
    off = view.sentence_asks(clause) or called_off(view, clause)
    off = off or _ONLY_SEES(view, clause) or _NOTHING_COMES(view, clause)
    off = off or wishes(view, clause) or _ONLY_ECHOES(view, clause) or is_thanks(view, clause)
    off = off or view.denied(clause) or about_other_times(view, clause)
    return not off and any(
        slot.kind != "duration" or _BY_THEN.search(view.clause_text(clause))
        for slot in view.slots(TIME_SLOTS, clause)
    )


def _names_a_figure(view: View, clause: int) -> bool:
    return bool(view.slots(("amount",), clause))


_SELF: Final = _says(
    r"\b(?:i|we)(?:'(?:ll|m|re|ve|d))?\b(?!'| (?:think|guess|suppose|know|hope|understand|see|hear|feel)\b)|\blet me\b|\b(?:my|our)\b"
)
_SOMEBODY_ELSE: Final = _says(
    r"\b(?:he|she|they)(?:'(?:ll|re|s|d)| (?:will|can|would))\b|様(?:が|から)|さんが"
)


_IN_STOCK: Final = LazyPattern(
    r"在庫(?:は|が|も)?(?:まだ|ちゃんと)?(?:ございます|あります|ある)[^。]{0,3}\W*$|\b(?:it's|they're|one is|is|are|got it|have it) in stock\W*$"
)
"""That something is there: nothing is done by that yet."""


_DONE_OR_OTHERS: Final = LazyPattern(
    r"\bbelongs? to\b|\bi(?:'d| would) (?:take|choose|have|go (?:with|for))\b|"
    "(?:まし|でし)た[。、]?$|(?:見込み|予定|ところ|状態)です|(?:調べ|確認し|進め|待っ|止まっ|届い|来)て(?:おり|い)(?:ます|まして)|(?:なくて|なくとも)(?:も)?(?:大丈夫|結構)|(?:森|責任者|上の者)(?:の[^。、]{1,4})?(?:が|の判断)|判断(?:に(?:なり|委ね)|いたし)ます|とは限り"
)
"""What has been done, what somebody else decides, what nobody can know: nothing that I am going to do."""


def _is_work(view: View, clause: int) -> bool:
    """Work of one's own: what the customer's mother is going to do is hers, and to be frank is none."""
    text = view.clause_text(clause)
    if any(words.search(text) for words in (ONLY_TALK, LEAVES, _IN_STOCK, _DONE_OR_OTHERS)):
        return False
    own = not _SOMEBODY_ELSE(view, clause) and (view.language == "ja" or _SELF(view, clause))
    return bool(view.acts_in(clause, *WORKING)) and not view.denied(clause) and own


_REASON: Final = _says(
    r"\bbecause\b|\bso that\b(?!'s)|\bthat's why\b|\bthe reason\b|(?:ため|[いるただす]から)です|(?:ので|ため)、|理由"
)


_FOLLOWS: Final = _says(r"安心|(?:結構|大丈夫|よろしい|構いません)ですので")


def _gives_a_reason(view: View, clause: int) -> bool:
    """Says why; that nobody need worry (「…ので、ご安心ください」) follows from it and is no why."""
    return _REASON(view, clause) and not _FOLLOWS(view, clause)


_CHECKS: Final = _says(
    r"(?:お間違い|相違)(?:は|など)?(?:ない|ござい|あり)|合って(?:い|お)(?:ます|る)|でよろしかった|"
    r"\b(?:is|was) (?:that|it|this) (?:right|correct)\b|\bhave i got (?:that|it|this|all)\b|\b(?<!all )(?:right|correct)\?|\bthe same (?:number|address|e-?mail)\b"
)
_LEAVE: Final = _says(
    r"(?<!伺って)(?<!聞いて)(?<!お聞きして)(?<!尋ねて)(?<!いただいて)(?<!頂いて)(?<!もらって)(?<=[てで])も?(?:よろしい|宜しい|いい|構いません|かまいません)(?:でしょう|です)?か|ましょうか|"
    r"\b(?:shall|should) (?:i|we)\b(?! (?:ask|say|call you|know))|\b(?:can|may|could) (?:i|we)\b(?! (?:\w+ )?(?:ask|have|take|get|know|check|see|confirm|find|speak))|"
    r"\b(?:would|do) you (?:like|want) (?:me|us) to\b|\b(?:is|would) (?:that|it|this)(?: be)? (?:all right|alright|ok|okay|fine)\b|\bdo you mind if\b"
)
_OR: Final = LazyPattern(
    r"それとも|(?:どちら|どれ|どっち)[をがにで]|\bor (?:shall|should|would|do|is|are|will)\b|\bwould you (?:rather|prefer|sooner)\b|\bwhich (?:of|one|would)\b"
)


_HOW_IT_IS: Final = LazyPattern(
    r"(?:^\W*(?:and |so )?|, )(?:have|has|did|was|were|is|are|does|do) (?:you|it|they|the|there|that|your|he|she)\b|"
    "(?:でしょうか|ですか|ますか|ましたか)、? ?それとも[^。]*(?:ました|ていま|ており)[^。]{0,4}か"
)
"""Asks how something is or was: "have you deleted it, or is it still there?" lets nobody choose."""


_MARKED: Final = LazyPattern(r"[?？]|か(?:[。、」]|ね|しら|$)|(?:でしょう|ましょう)[。]?$")


def plainly_asks(view: View, clause: int) -> bool:
    """A question that is marked as one, unless the whole reply is typed without marks: "what is certain is
    that Mori looks into it" asks nothing."""
    if not view.asked(clause):
        return False
    marks = _MARKED.search(view.sentence_text(clause)) is not None
    return marks or not any(mark in view.reading.text for mark in ".。?？")


def _asking(kind: str) -> _Is:
    def is_so(view: View, clause: int) -> bool:
        return plainly_asks(view, clause) and question_way(view, clause) == kind

    return is_so


def question_way(view: View, clause: int) -> str | None:
    """In what way a question helps: it checks what was heard, lets choose, asks before anything is done, gets
    what stands on a form, or finds something out; None of one that bids the customer do something."""
    text = view.sentence_text(clause)
    if _CHECKS(view, clause) and _TO_HAVE_IT.search(text) is None:
        return "checks"
    so = _HOW_IT_IS.search(text) is not None or asks_which_is_so(text, view.language)
    if _OR.search(text) and not so:
        return "choice"
    if asks_for_data(view, clause):
        return "data"
    if _LEAVE(view, clause):
        return "leave"
    if asks_for_a_deed(view, clause):
        return None
    return "interest" if is_aside(view, clause) else "asks"


_TO_HAVE_IT: Final = LazyPattern(
    r"\bso (?:that )?i (?:have|get|'ve got|can get) (?:it|this|that|everything)\b"
)
"""What a question is for, and nothing that is checked yet."""


def _tells_what_then(pattern: str) -> _Is:
    """What happens in which case: a question, or a request on a condition, tells of nothing that happens."""
    says = _says(pattern)

    def is_so(view: View, clause: int) -> bool:
        return says(view, clause) and not view.sentence_bids(clause)

    return is_so


_ASIDE: Final = LazyPattern(
    r"^\W*(?:ところで|ちなみに|余談)|\b(?:by the way|out of (?:interest|curiosity)|just curious|i(?:'m| am) (?:only |just )?curious|before you go)\b"
)


def is_aside(view: View, clause: int) -> bool:
    """Whether a question says itself that it is beside the matter."""
    return _ASIDE.search(view.sentence_text(clause)) is not None


_NO_BIDDING: Final = _says(
    r"ないで(?:ください|下さい)|(?:お尋ね|お聞き|お聞かせ|ご相談|伺わせて|お話し)(?:に)?(?:なって)?(?:ください|下さい|いただ)|\b(?:please )?(?:don't|do not) (?:tell|give|read|send|say|feel|worry)\b|\bkeep (?:the|your|that) \w+ (?:\w+ )?to yourself\b|\btell me (?:what|how|why|more|about)\b|"
    r"よろしくお伝え|(?:くださった|くださる|いただいた)(?:とき|際|時)|くださって"
)


def _bids(view: View, clause: int) -> bool:
    bids = view.requested(clause) or asks_for_a_deed(view, clause)
    if is_thanks(view, clause) or _NO_BIDDING(view, clause):
        return False
    return bids and INVITES.search(view.sentence_text(clause)) is None


def _declines(view: View, clause: int) -> bool:
    allowed = _MAY_BE(view, clause)
    return bool(view.acts_in(clause, Act.REFUSE)) and view.denied(clause) and not allowed


_MAY_BE: Final = _says(
    r"構いません|かまいません|結構です|大丈夫|\bdon't mind\b|\bthat's (?:fine|all right)\b"
)


_WAYS: Final[dict[Dimension, Sequence[tuple[str, _Is]]]] = {
    "empathy": (
        (
            "slip",
            _says(
                r"\b(?:my|our) (?:mistake|slip|fault|error)\b|\bi (?:shouldn't|should not) have (?!it\b|that\b|them\b|your\b|the\b|to\b|any\b)\w+|\b(?:wrong|clumsy|careless) of (?:me|us)\b|"
                "失礼(?:いた)?しました|(?:私|こちら|当店)の(?:誤り|間違い|言い方|不手際|落ち度|手違い)"
            ),
        ),
        (
            "honest",
            _says(
                r"\bhonest\b|\bto be honest\b|\bi (?:don't|do not) know\b|\bwon't pretend\b|\b(?:can't|cannot) (?:say|tell|promise)\b|\bnot (?:certain|sure) yet\b|"
                "正直|(?:分|わ)か(?:りません|らないんです|っておりません)|まだ(?:何とも|はっきり)|(?:申し上げ|お約束)(?:でき|られ)(?:ない|ません)"
            ),
        ),
        ("thanks", _thanks_for_something),
        (
            "right",
            _says(
                r"^\W*(?:yes,? |oh,? )?you(?:'re| are| were) (?:quite |absolutely |completely )?right\b(?! (?:away|now|then|to (?:go|ring|call)))|おっしゃる(?:とおり|通り)|ご指摘の(?:とおり|通り)"
            ),
        ),
        (
            "sides",
            _says(
                r"\byou (?:did|were|are) (?:\w+ )?(?:right|wise|good) to\b|\byou did (?:everything|the) right\b|\b(?:exactly|just|quite) (?:right|what was needed)\b|"
                "(?:いちばん|一番)?(?:よい|良い|正しい)(?:ご判断|お?やり方|ご対応)|正解(?:です|でした)"
            ),
        ),
        (
            "glad",
            _says(
                r"\bi'm (?:so |very |really )?(?:glad|relieved|pleased|happy) (?:that|to hear|you|it|she|he|they)\b|何より(?:です|でし|でござ)|(?:無事で|間に合って|届いて)(?:本当に)?(?:よかった|良かった)"
            ),
        ),
        (
            "load",
            _says(
                r"\bno need to\b|\bdon't worry\b|\bneedn't\b|\b(?:don't|won't) (?:have|need) to\b|\bnothing (?:for you|else) to do\b|\brest assured\b|\b(?:not|isn't|wasn't|none of (?:this|it) is) (?:at all )?your (?:fault|mistake|doing)\b|"
                "安心|心配(?:は)?(?:いり|要り|ご無用|なさら|ござい)|なくて(?:も)?(?:大丈夫|結構|いい|よろしい)|(?:必要|お手間|落ち度)は(?:何も)?(?:ござい|あり)ません|せいでは(?:ござい|あり)ません"
            ),
        ),
        ("feels", _says(FEELING)),
        (
            "together",
            _says(
                r"\btogether\b|\bwe'll (?:get|sort|work|see) (?:it|this|that)\b|\bon your side\b|一緒に(?:考え|解決|進め|探|確認|確かめ|見て|調べ|整理|決め|乗り越え)"
            ),
        ),
        (
            "room",
            _says(
                r"\bif you(?:'d| would)? (?:like|prefer|rather|want)\b|\bwhenever (?:suits|you)\b|\bno (?:rush|hurry)\b|\btake your time\b|"
                r"\bup to you\b|\bif that suits\b|\bwould you (?:rather|prefer)\b|"
                "よろしければ|もしよければ|よかったら|差し支えなければ|ご無理|ご都合|急が(?:なく|ず)|お気軽|ゆっくり"
            ),
        ),
        (
            "wish",
            _says(
                r"\bi (?:do |really )?hope\b|\benjoy\b|\bgood luck\b|\ball the best\b|\btake (?:good )?care\b|お大事に|楽しみ|ますように|よい(?:一日|週末|お年)"
            ),
        ),
        (
            "there",
            _says(
                r"\bany ?time\b|\bi'm here\b|\bask for me\b|\b(?:ring|call|write to|come (?:straight )?(?:back )?to) me\b|いつでも|私(?:に|宛て?に)(?:直接)?(?:お電話|ご連絡)|何かあれば"
            ),
        ),
        (
            "reason",
            _gives_a_reason,
        ),
    ),
    "resolution": (
        (
            "done",
            _says(
                r"\bi(?:'ve| have) (?:just |already |now )?(?:sent|put|booked|changed|ordered|asked|told|written|noted|entered|stopped|passed|reported|set|kept|refunded|cancelled)\b|"
                "(?:手配|送|入力|報告|登録|変更|止め|取り消|控え|確保|返金|確認|記録|お伝え|依頼)[^。、]{0,6}(?:しました|いたしました|済み|おきました|あります|してお(?:り|い))"
            ),
        ),
        (
            "case",
            _tells_what_then(
                r"(?<!ask )(?<!asking )(?<!see )(?<!check )(?<!know )(?<!out )(?<!wonder )(?<!right )(?<!ok )(?<!okay )(?<!mind )(?<!fine )\bif\b(?! (?:you(?:'d| would|'ll| will| could) (?:just|please|kindly|only)|i may|you don't mind|you like\b|you'd like|you want\b|that's|possible|needed))|\bin case\b|\botherwise\b|もし|場合(?:は|に|も)|なければ|なかったら|でしたら|ときは"
            ),
        ),
        (
            "spares",
            _says(
                r"\bno need (?:to|for)\b|\b(?:needn't|don't need to|don't have to|won't have to|won't need to)\b|\bno \w+ needed\b|\bat no (?:extra )?(?:cost|charge)\b|\bwithout (?:waiting|having)\b|"
                "(?:なくて|なさらなくて|だけで)(?:も)?(?:大丈夫|結構|いい|よろしい)|必要は(?:ござい|あり)ません|(?:不要|要りません)|待たずに"
            ),
        ),
        ("when", _names_a_time),
        ("figure", _names_a_figure),
        *((way, _asking(way)) for way in ("checks", "choice", "leave", "data", "interest", "asks")),
        ("bids", _bids),
        ("deed", _is_work),
        ("limit", _declines),
    ),
    "policy": (),
}
"""By dimension the ways in which words help, the most telling first."""


def way_of(view: View, dimension: Dimension, clause: int) -> str | None:
    """What a clause does that helps in a dimension, as its message is called; None if nothing shows."""
    return next((way for way, is_so in _WAYS[dimension] if is_so(view, clause)), None)
