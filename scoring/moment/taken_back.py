"""An own earlier word put right: "I shouldn't have said noon", 「必ずは言い過ぎでした」.

Only the turns of speech by which anybody takes back what they have said are looked for, and never what it
was; who says that a colleague was wrong takes nothing back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from scenarios.language import Language
from scoring.language.lazy_pattern import LazyPattern
from scoring.language.normalise import matching_form
from scoring.model import Reading
from scoring.moment.view import View

__all__ = ["puts_right", "putting_right", "takes_back"]

_PUT_RIGHT: Final[Mapping[Language, LazyPattern]] = {
    "en": LazyPattern(
        r"\b(?:let me|(?:have|need|must|want|like|ought) to|i'll|i must|i should|i'd better|to) (?:correct|amend|withdraw|retract|put right) (?:that|this|it|myself|what i|something i|(?:my|the) (?:last |earlier |previous |first |own )?(?:line|sentence|words?|answer|message|letter|reply|statement|promise|remark))\b|"
        r"\bone (?:more )?thing (?:that )?i (?:must|should|ought to|have to|need to|want to|'?d like to) (?:take back|correct|withdraw|retract|put right)\b|\bi should (?:correct|withdraw|retract|take back) (?:something|one thing|a (?:thing|word|line)) i\b|"
        r"\b(?:let me|(?:have|need|must|want|like) to|i'll|i must) put (?:something|that|one thing|this|it|my words?) right\b|\b(?:have|need|must|want|like|ought)(?: to)? (?:correct|withdraw|retract|take back) (?:something|one thing|a (?:thing|word|line)) (?:i|in my|from my)\b|\bi put (?:it|that) too strongly\b|\b(?:that|it|this) was (?:\w+ )?(?:uncalled for|out of line|a guess (?:on|of) (?:my|mine)\w*)\b(?! (?:by|from|of them|of him|of her))|\b(?:scrap|strike) what i (?:said|wrote|told)\b|^\W*(?:a|one|my)? ?correction\b\W|"
        r"\bi(?:'ve| have)? (?:over-?promised|overstated|promised (?:you )?too much|said (?:too much|more than i (?:should|can|may|know)))\b|\b(?:that|it|which|my last line|what i (?:said|wrote)) was (?:too strong|too much to promise|more than i (?:can|could|may|should) (?:promise|say|know|offer|give))\b|"
        r"\b(?:take|taking) back (?:what i|something i|my (?:last |own )?(?:words?|promise|line|remark)|the (?:words?|promise|line|remark))\b|"
        r"^\W*no,? (?:i'm |i am )?(?:sorry|afraid)[^.!?]{0,12}\b(?:it|that)(?:'s| is|'?s)? ?(?:not|isn't|n't) (?:\w+ )?(?:certain|sure|definite|guaranteed)\b|"
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
        r"\bnot (?:a )?(?:promise|certain|definite|guarantee\w*),? (?:like|as) i said\b|\bisn'?t mine to (?:give|promise|decide)\b[^.!?]{0,12}\bsorry\b"
    ),
    "ja": LazyPattern(
        r"(?:^\W*|(?:は|を)、? ?)(?:取り消|撤回)させてくだ|"
        "(?:今|いま|ただいま|ただ今|先ほど|さきほど|さっき)の(?:は|一言は|お?話は|こと(?:ば)?は)[^。]{0,6}私の(?:ただの|勝手な)?(?:推測|憶測|思い込み|想像|早とちり|勘違い)|"
        "(?:今|いま|ただいま|ただ今|先ほど|さきほど|さっき)の(?:一言|言葉|ひと言|物言い)[^。]{0,8}(?:余計(?:でし|な)|失礼(?:な|でし)|いけませんでし|よくありませんでし|心ない)|"
        "(?:今|いま|ただいま|ただ今)の[^。]{0,16}(?:失礼(?:でし|いた)|撤回|口にしてよい|言ってよい|申し上げてよい)|"
        "(?:先ほど|先程|さきほど|さっき|一つ前)の(?:「[^」]*」|お?言葉|発言|一言|言い方|ご?回答|ご?案内|お?約束|ご?説明|必ず|絶対|きっと)[^。]{0,12}(?:取り消|撤回|訂正(?:し|いた|させ)|なかったこと)|言葉が過ぎ(?:まし|て)|(?:お約束|請け合い)し?(?:過ぎ|すぎ)(?:まし|て)|"
        "(?:ただいま|ただ今|今|いま)の(?:一言|言葉|は|言い方)[^。]{0,16}(?:取り消|撤回|言い過ぎ|言いすぎ|せいのような)|勇み足(?:で|でし)|申し上げるべきでは(?:ございません|ありません)でした|"
        "言い切(?:って|り(?:過ぎ|すぎ)て)しまい|^\\W*いえ、 ?(?:大変|誠に)?(?:申し訳|すみません|失礼)[^。]{0,12}[、。] ?[^。]{0,6}(?:確か|確実|必ず|絶対)で?は(?:ございません|ありません)|"
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
        "私の(?:早とちり|勘違い|思い違い|早合点|間違い|言い過ぎ)(?:で(?:した|ございました|すので)|をいたしました)|"
        "(?:というの|などの)は[^。]{0,4}私の(?:勝手な|ただの)?(?:推測|憶測|思い込み|想像|当て推量)|私の(?:勝手な|ただの)(?:推測|憶測|思い込み|想像)(?:で|を)(?:した|し|申)"
    ),
}
"""In one clause."""
_BUT_REALLY: Final[Mapping[Language, LazyPattern]] = {
    "en": LazyPattern(
        r"\bi (?:said|told you|promised|wrote)\b[^.!?]{0,60}\b(?:and|but) i shouldn'?t have\b"
    ),
    "ja": LazyPattern(
        "(?:先ほど|先程|さきほど|さっき)[^。]{0,30}(?:申し(?:上げ)?まし|言いまし|お伝えしまし|ご案内しまし)たが、? ?[^。]{0,30}(?:おりません|いません|ございません|できません|違い|間違)|"
        "(?:申し上げ|言っ|決めつけ|決め付け)てしまい(?:まして)?、? ?[^。]{0,12}(?:失礼|申し訳|お詫び|すみません)|"
        "(?:先ほど|先程|さきほど|さっき|ただいま|今|いま)の「[^」]*」[^。]{0,16}(?:なりません|言えません|できません)ね?、? ?(?:失礼|申し訳|お詫び|すみません)|"
        "失礼(?:いた)?しました、? ?[^。]{0,10}(?:とは|とまでは)申(?:せ|し上げられ)ません|"
        r"(?:先ほど|先程|さきほど|さっき)[^。]{0,20}(?:言った|言いました|申した|申しました|申し上げ(?:た|ました)|お伝えした)(?:の|ん)?(?:です)?(?:けど|けれど|が)、?\s?(?:ほんと|本当|実は|じつは|まだ|[^。]{0,16}(?:約束|保証|断言)(?:まで)?(?:は|も)?(?:でき|し|いたし)(?:な|ませ|かね))"
    ),
}
"""Over two clauses: what was said, and how it really is."""
_NEVER_SAID: Final[Mapping[Language, LazyPattern]] = {
    "en": LazyPattern(r"\bi (?:didn't|did not|never) (?:say|said|promise|promised|tell|told)\b"),
    "ja": LazyPattern(
        "(?:申し上げて|申して|言って|お伝えして|お約束して)は?(?:おりません|いません|ございません)"
    ),
}


def takes_back(view: View, clause: int) -> bool:
    """Whether a clause puts an own earlier word right; who never said it puts nobody's right but the
    customer's."""
    language = view.language
    said = _PUT_RIGHT[language].search(view.clause_text(clause)) or (
        view.sentence(clause)[0] == clause
        and _BUT_REALLY[language].search(view.sentence_text(clause))
    )
    return bool(said) and not _NEVER_SAID[language].search(view.whole_text)


def puts_right(reading: Reading) -> bool:
    """Whether any clause of a reply does."""
    text, language = matching_form(reading.text), reading.language
    said = _BUT_REALLY[language].search(text) or any(True for _ in putting_right(reading))
    return bool(said) and not _NEVER_SAID[language].search(text)


def putting_right(reading: Reading) -> Iterator[int]:
    """The clauses that do by themselves, in order."""
    said = _PUT_RIGHT[reading.language]
    for number, clause in enumerate(reading.clauses):
        if said.search(matching_form(clause.text)):
            yield number
