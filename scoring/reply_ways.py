"""In what way words are good that no criterion is about: what may truly be said of them.

The ledger hears that a clause helps; here its own words are looked at for what they do. That they "reach
the customer" says nothing that a trainee could do again. Nothing changes a score.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from scenarios.acts import Act
from scoring.criteria.other_times import about_other_times
from scoring.lazy_pattern import LazyPattern
from scoring.model import Dimension, Reading
from scoring.normalise import matching_form
from scoring.reply_words import (
    INVITES,
    LEAVES,
    ONLY_TALK,
    asks_for_a_deed,
    asks_for_data,
    called_off,
    wishes,
)
from scoring.view import TIME_SLOTS, WORKING, View

__all__ = ["FEELING", "puts_right", "question_way", "takes_back", "way_of"]

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
    r"\b(?:safe (?:travels|journey|trip)|regards|enjoy|good luck)\b|のことではなくて|ことなんです"
)
"""A time word by which nothing is said to come: when something is told, whose mail it is, a good wish."""


def _names_a_time(view: View, clause: int) -> bool:
    """When something is; no question whether anything is left for today, nor what is called off."""
    off = any(map(view.asked, view.sentence(clause))) or called_off(view, clause)
    off = off or _ONLY_SEES(view, clause) or _NOTHING_COMES(view, clause)
    off = off or wishes(view, clause) or _ONLY_ECHOES(view, clause)
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


def _is_work(view: View, clause: int) -> bool:
    """Work of one's own: what the customer's mother is going to do is hers, and to be frank is none."""
    text = view.clause_text(clause)
    if any(words.search(text) for words in (ONLY_TALK, LEAVES, _IN_STOCK)):
        return False
    own = not _SOMEBODY_ELSE(view, clause) and (view.language == "ja" or _SELF(view, clause))
    return bool(view.acts_in(clause, *WORKING)) and not view.denied(clause) and own


_PUT_RIGHT: Final = LazyPattern(
    r"\b(?:let me|(?:have|need|must|want|like|ought) to|i'll|i must|i should|i'd better|to) (?:correct|amend|withdraw|retract|put right) (?:that|this|it|myself|what i|something i|(?:my|the) (?:last |earlier |previous |first |own )?(?:line|sentence|words?|answer|message|letter|reply|statement|promise|remark))\b|"
    r"\bone (?:more )?thing (?:that )?i (?:must|should|ought to|have to|need to|want to|'?d like to) (?:take back|correct|withdraw|retract|put right)\b|\bi should (?:correct|withdraw|retract|take back) (?:something|one thing|a (?:thing|word|line)) i\b|"
    r"\b(?:let me|(?:have|need|must|want|like) to|i'll|i must) put (?:something|that|one thing|this|it|my words?) right\b|\b(?:have|need|must|want|like|ought)(?: to)? (?:correct|withdraw|retract|take back) (?:something|one thing|a (?:thing|word|line)) (?:i|in my|from my)\b|\bi put (?:it|that) too strongly\b|\b(?:that|it|this) was (?:\w+ )?(?:uncalled for|out of line|a guess (?:on|of) (?:my|mine)\w*)\b(?! (?:by|from|of them|of him|of her))|\b(?:scrap|strike) what i (?:said|wrote|told)\b|^\W*(?:a|one|my)? ?correction\b\W|"
    r"\bi(?:'ve| have)? (?:over-?promised|overstated|promised (?:you )?too much|said (?:too much|more than i (?:should|can|may|know)))\b|\b(?:that|it|which|my last line|what i (?:said|wrote)) was (?:too strong|too much to promise|more than i (?:can|could|may|should) (?:promise|say|know|offer|give))\b|"
    r"\b(?:take|taking) back (?:what i|something i|my (?:last |own )?(?:words?|promise|line|remark)|the (?:words?|promise|line|remark))\b|"
    r"\bi withdraw (?:it|that|this|what i)\b|\b(?:not|wasn'?t|isn'?t|was never) my place to (?:say|promise|judge|guess|tell)\b|"
    r"\bi (?:shouldn'?t|should not) have (?:lectured|scolded|snapped|pressed|pushed|hurried|rushed|doubted|put it)\b|"
    r"\bi take (?:that|it) back\b|\b(?:take|taking) (?:(?:some|one) ?(?:thing|word)|a word|what i said|my words) back\b|\b(?:have|need|want|must|let me)(?: to)? (?:just )?take (?:that|it) back\b(?! (?:to|for|at|from|within|with))|\b(?:that|it) was (?:\w+ )?(?:wrong|unfair|unkind|rude|thoughtless|harsh|clumsy|tactless|careless|insensitive|silly) of me\b|\bi (?:put|phrased|worded|said) (?:that|it) (?:badly|poorly|clumsily|all wrong)\b|\b(?:sorry|apologi[sz]e) (?:for|about) (?:how|the way) i (?:put|said|spoke|phrased|sounded|asked)\b|\bsorry i put it (?:that way|like that)\b|"
    r"\b(?:forget|scratch|ignore|disregard) what i\b|\bi misspoke\b|\bi spoke too (?:soon|fast|quickly)\b|"
    r"\bwhat i (?:said|told you|wrote|promised)\b[^.!?]{0,30}\b(?:wrong|mistaken|(?:not|wasn't|isn't) (?:right|true|correct))\b|"
    r"\bi (?:said|told you|promised|gave you)\b[^.!?]{0,40}\b(?:wrong(?:ly)?|without (?:checking|knowing)|too soon|by mistake)\b|"
    r"\bi (?:got (?:that|it) wrong|was wrong (?:to|about|when))\b|"
    r"\bi (?:shouldn't|should not|should never) (?:have|of) (?:said|told|promised|given|offered|assumed|guessed|blamed|called|suggested|named|let (?:that|it|her|his)|read (?:\w+ ){1,4}(?:out|aloud|to you)|made (?:a|that)|spoken|implied|joked|laughed|sounded)\b|"
    r"\bi (?:went|got) (?:\w+ )?(?:too far|ahead of myself)\b|\bi spoke out of turn\b|\btalking out of turn\b|\b(?:please )?don't count on (?:that|it|what i)\b|"
    r"\b(?:my|the|that) (?:last |own )?(?:remark|comment|promise|guess)\b[^.!?]{0,30}\b(?:was|were) (?:out of place|out of turn|uncalled for|too much|wrong|mine to make)\b|"
    r"(?<!you )(?<!he )(?<!she )(?<!they )\b(?:shoudnt|shouldnt|shudnt|shudn't|should'nt|shouldn't) (?:have|of|a) (?:said|told|promised|given|offered|blamed)\b|"
    r"\bi shouldn'?t (?:be )?guess(?:ing|ed)?\b|\b(?:sorry,? (?:if |that )?(?:that|it)|that) came out (?:wrong|like|as if|badly)\b|"
    r"\bi said (?:\w+ ){0,4}[^.!?]{0,24},? (?:but )?i (?:don'?t|do not|can'?t|cannot) (?:know|promise|say)\b|"
    r"\bnot (?:a )?(?:promise|certain|definite|guarantee\w*),? (?:like|as) i said\b|\bisn'?t mine to (?:give|promise|decide)\b[^.!?]{0,12}\bsorry\b|"
    r"(?:^\W*|(?:は|を)、? ?)(?:取り消|撤回)させてくだ|"
    "(?:今|いま|ただいま|ただ今|先ほど|さきほど|さっき)の(?:は|一言は|お?話は|こと(?:ば)?は)[^。]{0,6}私の(?:ただの|勝手な)?(?:推測|憶測|思い込み|想像|早とちり|勘違い)|"
    "(?:今|いま|ただいま|ただ今|先ほど|さきほど|さっき)の(?:一言|言葉|ひと言|物言い)[^。]{0,8}(?:余計(?:でし|な)|失礼(?:な|でし)|いけませんでし|よくありませんでし|心ない)|"
    "(?:今|いま|ただいま|ただ今)の[^。]{0,16}(?:失礼(?:でし|いた)|撤回|口にしてよい|言ってよい|申し上げてよい)|"
    "(?:先ほど|先程|さきほど|さっき|一つ前)の(?:「[^」]*」|お?言葉|発言|一言|言い方|ご?回答|ご?案内|お?約束|ご?説明|必ず|絶対|きっと)[^。]{0,12}(?:取り消|撤回|訂正(?:し|いた|させ)|なかったこと)|言葉が過ぎ(?:まし|て)|(?:お約束|請け合い)し?(?:過ぎ|すぎ)(?:まし|て)|"
    "(?:ただいま|ただ今|今|いま)の(?:一言|言葉|は|言い方)[^。]{0,16}(?:取り消|撤回|言い過ぎ|言いすぎ|せいのような)|勇み足(?:で|でし)|申し上げるべきでは(?:ございません|ありません)でした|"
    "訂正(?:し|いたし|させ)|言い直(?:し|させ)|(?:言葉|発言)(?:は|を)(?:取り消|撤回)|"
    "(?:先ほど|先程|さきほど|さっき|最初に|前に|今)[^。]{0,24}(?:申し|言っ|言い|お伝え|ご案内|お答え|断言|お約束)[^。]{0,24}"
    "(?:間違|誤り|訂正|取り消|撤回|不足|早とちり|早合点|不正確|軽率|先走|勝手|過ぎ)|"
    "(?:先ほど|先程|さきほど|さっき)[^。]{0,24}(?:申し|言っ|言い)[^。]{0,12}(?:のは|こと(?:は|を))[^。]{0,10}(?:失礼|悪かった|いけな|お詫び)|"
    "(?:必ず|絶対|きっと|確実に|大丈夫)(?:に)?(?:だ)?(?:と)?(?:は|まで(?:は)?|いうの(?:は|も))[^。、]{0,8}(?:言い過ぎ|言いすぎ|いいすぎ|申し上げ(?:すぎ|過ぎ))|"
    "(?:必ず|絶対に?|きっと|確実に|大丈夫)(?:だ)?と(?:申し(?:上げ)?(?:まし)?た|言い(?:まし)た|お伝えし(?:まし)?た)(?:の|こと)は[^。、]{0,8}(?:言い過ぎ|言いすぎ|間違い|誤り|軽率)|"
    "(?:先ほど|先程|さきほど|さっき)の「[^」]*」[^。]{0,10}(?:失礼|余計|冷た|心な|いけな)|"
    "(?:言い過ぎ|言いすぎ|いいすぎ|申し上げ過ぎ|決めつけ(?:てしまい|すぎ|過ぎ))(?:まし|でし)|さっきの(?:は|話は|こと(?:ば)?は)[^。]{0,16}(?:言わない|忘れ|なし|まちがい|間違い)|"
    "と(?:申し上げた|申し上げました|申した|申しました|言った|言いました|お伝えした|お伝えしました|お約束した)の(?:は|も|を)[^。]{0,12}(?:間違|誤り|取り消|撤回|不足|早とちり|早合点|軽率|言い過ぎ|言いすぎ)|"
    r"「[^」]{1,8}」とは(?:申せ|申し上げられ|言え|お?約束でき|言い切れ)ません|^\W*(?:取り消し|撤回)(?:ます|します|いたします)\W*$|"
    "(?:先ほど|先程|さきほど|さっき|ただいま|ただ今|今|いま)の(?:私の)?(?:お?言葉|一言|言い方|物言い)は[^。]{0,16}(?:のせい|を責める|を疑う|任せ)[^。、]{0,6}もの(?:でし|で)|"
    "(?:先ほど|先程|さきほど|さっき|ただいま|ただ今|今|いま)の(?:私の|わたくしの|私どもの)?(?:「[^」]*」|お?言葉|発言|一言|言い方|ご?回答|お答え|ご?案内|お?約束|ご?説明|話)(?:は|が)[^。]{0,10}(?:誤り|間違い?|不適切|よく(?:あり|ござい)ません)(?:でし|です)|"
    "^(?!.*(?:者|担当|係|店員|スタッフ|昨日|先日|前回|先週))[^。]*(?:失礼|不愉快|不快|無礼|冷た|きつ|心な|責め|疑|突き放|決めつけ|決め付け|押しつけ|足りな|配慮)[^。、]{0,8}(?:言い方|物言い|言い草|申し上げ方|言葉遣い|聞き方|お尋ね)(?:を|に|と)(?:し(?:まし|てしま)|いたしまし|なりまし|なってしま|なり、|してしまい)|"
    "^(?!.*(?:者|担当|係|店員|スタッフ))[^。]*(?:余計|勝手|失礼|軽率|いい加減|無責任|心ない)なことを(?:申し|言い|お尋ねし|お聞きし)(?:上げ)?(?:まし|てしま)|"
    "(?:というの|などの)は[^。]{0,4}私の(?:勝手な|ただの)?(?:推測|憶測|思い込み|想像|当て推量)|私の(?:勝手な|ただの)(?:推測|憶測|思い込み|想像)(?:で|を)(?:した|し|申)"
)
"""One's own earlier word put right."""


_BUT_REALLY: Final = LazyPattern(
    r"\bi (?:said|told you|promised|wrote)\b[^.!?]{0,60}\b(?:and|but) i shouldn'?t have\b|"
    "(?:先ほど|先程|さきほど|さっき)[^。]{0,30}(?:申し(?:上げ)?まし|言いまし|お伝えしまし|ご案内しまし)たが、? ?[^。]{0,30}(?:おりません|いません|ございません|できません|違い|間違)|"
    "(?:申し上げ|言っ|決めつけ|決め付け)てしまい(?:まして)?、? ?[^。]{0,12}(?:失礼|申し訳|お詫び|すみません)|"
    "(?:先ほど|先程|さきほど|さっき|ただいま|今|いま)の「[^」]*」[^。]{0,16}(?:なりません|言えません|できません)ね?、? ?(?:失礼|申し訳|お詫び|すみません)|"
    "失礼(?:いた)?しました、? ?[^。]{0,10}(?:とは|とまでは)申(?:せ|し上げられ)ません|"
    r"(?:先ほど|先程|さきほど|さっき)[^。]{0,20}(?:言った|言いました|申した|申しました|申し上げ(?:た|ました)|お伝えした)(?:の|ん)?(?:です)?(?:けど|けれど|が)、?\s?(?:ほんと|本当|実は|じつは|まだ|[^。]{0,16}(?:約束|保証|断言)(?:まで)?(?:は|も)?(?:でき|し|いたし)(?:な|ませ|かね))"
)
"""The same over two clauses: what was said, and how it really is."""


def takes_back(view: View, clause: int) -> bool:
    """Whether a clause puts an own earlier word right."""
    if _PUT_RIGHT.search(view.clause_text(clause)) is not None:
        return True
    return view.sentence(clause)[0] == clause and bool(
        _BUT_REALLY.search(view.sentence_text(clause))
    )


def puts_right(reading: Reading) -> bool:
    """Whether any clause of a reply does."""
    if _BUT_REALLY.search(matching_form(reading.text)):
        return True
    return any(_PUT_RIGHT.search(matching_form(clause.text)) for clause in reading.clauses)


_REASON: Final = _says(
    r"\bbecause\b|\bso that\b(?!'s)|\bthat's why\b|\bthe reason\b|(?:ため|[いるただす]から)です|(?:ので|ため)、|理由"
)


def _gives_a_reason(view: View, clause: int) -> bool:
    """Says why; that nobody need worry (「…ので、ご安心ください」) follows from it and is no why."""
    return _REASON(view, clause) and "安心" not in view.sentence_text(clause)


_CHECKS: Final = _says(
    r"(?:お間違い|相違)(?:は|など)?(?:ない|ござい|あり)|合って(?:い|お)(?:ます|る)|でよろしかった|"
    r"\b(?:is|was) (?:that|it|this) (?:right|correct)\b|\bhave i got (?:that|it|this|all)\b|\b(?:right|correct)\?|\bthe same (?:number|address|e-?mail)\b"
)
_LEAVE: Final = _says(
    r"(?<!伺って)(?<!聞いて)(?<!お聞きして)(?<!尋ねて)(?<!いただいて)(?<!頂いて)(?<!もらって)(?<=[てで])も?(?:よろしい|宜しい|いい|構いません|かまいません)(?:でしょう|です)?か|ましょうか|"
    r"\b(?:shall|should) (?:i|we)\b(?! (?:ask|say|call you|know))|\b(?:can|may|could) (?:i|we)\b(?! (?:\w+ )?(?:ask|have|take|get|know|check|see|confirm|find|speak))|"
    r"\b(?:would|do) you (?:like|want) (?:me|us) to\b|\b(?:is|would) (?:that|it|this)(?: be)? (?:all right|alright|ok|okay|fine)\b|\bdo you mind if\b"
)
_OR: Final = LazyPattern(
    r"それとも|(?:どちら|どれ|どっち)[をがにで]|\bor (?:shall|should|would|do|is|are|will)\b|\bwould you (?:rather|prefer|sooner)\b|\bwhich (?:of|one|would)\b"
)


def _asking(kind: str) -> _Is:
    def is_so(view: View, clause: int) -> bool:
        return view.asked(clause) and question_way(view, clause) == kind

    return is_so


def question_way(view: View, clause: int) -> str | None:
    """In what way a question helps: it checks what was heard, lets choose, asks before anything is done, gets
    what stands on a form, or finds something out; None of one that bids the customer do something."""
    if _CHECKS(view, clause):
        return "checks"
    if _OR.search(view.sentence_text(clause)):
        return "choice"
    if asks_for_data(view, clause):
        return "data"
    if _LEAVE(view, clause):
        return "leave"
    return None if asks_for_a_deed(view, clause) else "asks"


def _bids(view: View, clause: int) -> bool:
    bids = view.requested(clause) or asks_for_a_deed(view, clause)
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
                r"\b(?:my|our) (?:mistake|slip|fault|error)\b|\bi (?:shouldn't|should not) have\b|\b(?:wrong|clumsy|careless) of (?:me|us)\b|"
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
            _says(
                r"(?<!ask )(?<!asking )(?<!see )(?<!check )(?<!know )(?<!out )(?<!wonder )(?<!right )(?<!ok )(?<!okay )(?<!mind )(?<!fine )\bif\b|\bin case\b|\botherwise\b|もし|場合(?:は|に|も)|なければ|なかったら|でしたら|ときは"
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
        *((way, _asking(way)) for way in ("checks", "choice", "leave", "data", "asks")),
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
