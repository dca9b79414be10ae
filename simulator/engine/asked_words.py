"""The words by which a question is known to ask what anybody could answer, and an answer to be one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from scenarios.language import Language
from scoring.language.lazy_pattern import LazyPattern

Asked = Literal[
    "number", "right", "so", "email", "where", "time", "choice", "consent", "reach", "deed", "came", "else"
]  # fmt: skip
"""Which number to ring; whether a number that is read out is right; whether what was told back is so; which e-mail address to write to; where to
send it; what time or day would suit; which of several; whether to do it; whether they can come to the
telephone; whether they would do something themselves; whether what was sent has come; whether there is
anything else."""
InVain = Literal["themselves", "private", "fact"]
"""What a question is about that no scenario foresaw: the customer, and it is not told why that is
asked, or it is; or how something is or was."""

NUMBER: Final = LazyPattern(
    r"\b(?:(?:tele)?phone|mobile|contact|call-?back) (?:number|no\b)|\bnumber (?:shall|should|can|may|do|would) \w+\b|"
    r"\b(?:which|what|whats|what's) (?:(?:is|be|ur|your|the|a|good|best) )*(?:\w+ )?number\b|"
    r"\bnumber (?:\w+ (?:can|could|should|may)|to) (?:ring|call|reach|phone|get)|"
    r"\bwhat (?:can|shall|should) (?:i|we) (?:ring|call|reach) you on\b|"
    "(?:お?電話|携帯(?:電話)?の?|折り返し(?:先)?の?|連絡先の?)番号|どの番号|どちらの番号|何番(?:に|へ)(?:お?かけ|お電話)|折り返し先|"
    "ご?連絡先(?:を|は|の)"
)
PLAINLY: Final = LazyPattern(r"\b(?:what'?s|what is) (?:ur|your|the best) (?:\w+ )?number\b")
"""A question also where it is typed without its mark in the middle of other words."""
OTHER_NUMBER: Final = LazyPattern(
    r"\b(?:card|order|case|reference|tracking|parcel|account|customer) (?:number|no\b)|\bphone number and\b|\bnumber and (?:full )?name\b|"
    "カード|注文番号|受付番号|お客様番号|伝票"
)
SOMEBODY_ELSE: Final = LazyPattern(
    "(?:お隣|隣の方|ご近所|妹|姉|兄|弟|お?母|お?父|お?嬢|息子|娘|お孫|奥|ご?主人|ご家族|お相手|お届け先)(?:さま|様|さん)?(?:に|の|へ|と)|"
    r"\b(?:his|her|their) (?:\w+ )?number\b"
)
"""Whose number it is, in the question or in the clause before it."""
RIGHT: Final[Mapping[Language, LazyPattern]] = {
    "en": LazyPattern(
        r"\b(?:is|was|are) (?:that|this|it|those|they|all of that|\w+ number) (?:\w+ )?(?:right|correct)\b|\bhave i got (?:that|it|this|everything|your number|all of (?:it|that))\b|"
        r"\b(?:right|correct)\?|\bon (?:the same|this|that) number\b"
    ),
    "ja": LazyPattern(
        "(?:間違い|相違)(?:は|など)?(?:ない|ござい|あり)[^。]{0,8}か|合って(?:い|お)?(?:る|ます|ります)[^。]{0,6}か|で(?:よろしい|宜しい|よろしかった|いい|大丈夫)(?:でしょう|です)か"
    ),
}
"""Asks whether what was read out is as the customer told it."""
SO: Final[Mapping[Language, LazyPattern]] = {
    "en": LazyPattern(
        r"\b(?:have|did) i (?:now )?(?:got|get|understood|put|written|taken) (?:all of )?(?:that|it|this|everything|you)\b[^?]{0,30}\b(?:right|correctly|correct|properly|down)\W*$|"
        r"\b(?:is|was) (?:that|this|it|all of that) (?:exactly |quite )?(?:right|correct|how it (?:was|is)|what happened)\W*$|\bam i right\W*$"
    ),
    "ja": LazyPattern(
        "(?:間違い|相違|抜け|漏れ)(?:は|など|も)*(?:ない|ござい|あり)[^。]{0,8}か|合って(?:い|お)?(?:る|ます|ります)[^。]{0,6}か"
    ),
}
"""Asks whether what was told back is as the customer told it."""
EMAIL: Final[Mapping[Language, LazyPattern]] = {
    "en": LazyPattern(
        r"\b(?:which|what|what's|whats|best|right|correct|current|good|still|same|give|tell|confirm)\b[^?]*\be-?mail address\b|"
        r"\be-?mail address\b[^?]*\b(?:right|correct|current|good|still|same|shall|should|may|can|use)\b"
    ),
    "ja": LazyPattern(
        "(?:メール)?アドレス[^。]{0,24}(?:よろしい|宜しい|いい(?:でしょう|です)|大丈夫|お?間違い|お?変わり|使え|お使い|伺|教え|いただけ|ください|どちら)|"
        "(?:どの|どちらの)(?:メール)?アドレス"
    ),
}
CAME: Final[Mapping[Language, LazyPattern]] = {
    "en": LazyPattern(
        r"\b(?:has|did) (?:it|that|they|the (?:e-?mail|mail|link|message|note|label|confirmation|order))(?: \w+){0,2} (?:come|arrived?|reach(?:ed)?|gone|go|work(?:ed)?|got|get)\b|"
        r"\b(?:have|did|do|can) you (?:now |already )?(?:got|get|received?|see|seen|had) (?:it|that|the (?:e-?mail|mail|link|message|note|label|confirmation))\b(?! (?:to hand|in front|written|right))|"
        r"\bis it (?:there|in your inbox)\b"
    ),
    "ja": LazyPattern(
        "(?:届き|通り|開き|着き|来)まし(?:た(?:か|でしょうか)|たら)|(?:届いて|来て|着いて)(?:い|お)?(?:ます|ります?)(?:か|でしょうか)|ちゃんと(?:届|開|見)[^。]{0,6}か"
    ),
}
"""Asks whether what was sent has come, or what was to be done went through."""
SENT: Final = LazyPattern(
    r"\b(?:e-?mail\w*|mails?|link|message|label|confirmation|sent|send|order)\b|メール|リンク|控え|送(?:信|り|っ)|ラベル|確認書|ご?注文"
)
"""What the reply then speaks of: whether the parcel has come is the scenario's to say."""
WHERE: Final[Mapping[Language, LazyPattern]] = {
    "en": LazyPattern(
        r"\bwhere (?:shall|should|would|may|can|do|could|am|are|is|will) (?:\w+ ){1,5}(?:send|sent|post|posted|deliver|delivered|ship|shipped|bring|brought|go|have it|like it)\b|"
        r"\b(?:to|at) (?:your|the) (?:own )?(?:home|house|home address|usual address|address \w+ \w+(?: \w+)?)\b[^?]{0,40}\bor\b"
    ),
    "ja": LazyPattern(
        "(?:どちら|どこ)(?:へ|に|まで)[^。]{0,10}(?:お送り|お届け|送れば|届け|発送|配送)|"
        "ご自宅[^。]{0,24}(?:お送り|お届け|発送|配送)?[^。]{0,12}それとも|(?:お届け|お送り)先は[^。]{0,16}(?:どちら|ご自宅|同じ)"
    ),
}
_SUITS: Final = (
    r"(?:suits?|shall|should|would|may|can|could|works?|best|good|better|convenient|prefer)"
)
TIME: Final[Mapping[Language, LazyPattern]] = {
    "en": LazyPattern(
        rf"\b(?:what|which) (?:times?|days?|dates?)\b(?:\W*$|[^?]*\b{_SUITS}\b)|"
        r"\bwhen (?:suits|(?:would|will|does|might) (?:it |that )?(?:suit|be (?:good|best|convenient))|(?:shall|should|may|can|could) (?:i|we)\b)|"
        r"\bgood time (?:to|for)\b|\btime (?:suits|would suit|is best)\b"
    ),
    "ja": LazyPattern(
        "(?:何時|何日|何曜日|いつ(?!までに)|どの(?:時間帯|日|お?時間))[^。伺聞]{0,20}(?:よろしい|いい(?:でしょう|です)|良い(?:でしょう|です)|ご?都合|ましょう|なさ|ご希望|やすい)|"
        "ご?都合の(?:よい|いい|良い|よろしい)(?:お?時間|お?日)|ご希望の(?:お?日|お?時間)|(?:お?時間帯?|お?日に?ち|お?日時|曜日)(?:に|の|で|は)*、?(?:何か)?ご希望は|ご?都合はいかが"
    ),
}
CHOICE: Final[Mapping[Language, LazyPattern]] = {
    "en": LazyPattern(
        r"\bwhich (?:one |of (?:the|these|those) \w+ |way |option )?(?:would|will|shall|should|do you|suits|is (?:best|better))\b|"
        r"\bwhich (?:one|of (?:them|those|these|the two)|way|option)\W*$|\bwhich is it to be\b|"
        r"\b(?:would you|do you want|d'you want|shall (?:i|we)|should (?:i|we)|would it|shall \w+|should \w+)\b[^?]* or (?!not\b|no\b|so\b|anything\b|something\b)|"
        r"\bwhich you(?:'d| would) (?:prefer|rather|like)\b|^\W*or (?:shall|would|do|should|is|are|will) |, or (?:shall|should|would|do|will) \w|\bwould you (?:rather|prefer|sooner)\b|"
        r"\b(?:would|will) (?:an? |the |it be )?(?:\w+ ){1,8}or (?:an? |the )?(?:\w+ ){1,8}(?:be|do|suit|help|work)\b|"
        r"\bwould (?:\w+ ){1,6}(?:do|suit|work|help)(?: you)?,? or (?:is|would|do|shall)\b"
    ),
    "ja": LazyPattern(
        "(?:どちら|どれ|いずれ|どっち|どの(?:方法|やり方|お?支払い?方法))(?:が|に|を|で)(?:しますか|[^。]{0,14}(?:よろしい|いい(?:でしょう|です)|良い|なさ|希望|望|都合|いたし|しましょ|選|お好み|やすい))|"
        "それとも[^。]{0,30}(?:ましょうか|よろしい|なさいますか|いたしますか|ご希望)|どちらのご希望"
    ),
}
UNDERSTOOD: Final[Mapping[Language, LazyPattern]] = {
    "en": LazyPattern(
        r"\b(?:is|was) (?:that|this|it|everything|all that) (?:all |quite )?(?:clear|plain)\b|\b(?:does|did) (?:that|it|this) (?:help|make sense)\b"
    ),
    "ja": LazyPattern("(?:お分かり|おわかり|ご理解)(?:に|いただけ)"),
}
"""Asks whether all is clear: nobody chooses between that and hearing it again."""
HOW_IT_IS: Final = LazyPattern(
    r"(?:^\W*(?:and |so |when you try:? ?)?|[,:] )(?:does|did|was|were|has|is) (?:it|she|he|they|your \w+)\b[^?]*\bor\b|"
    "(?:ました|ていま|ておりま)(?:した)?か、? ?それとも[^。]*(?:ました|ていま)"
)
"""Asks how something is or was: whatever it names, nobody chooses."""
EITHER: Final = LazyPattern(r"\b\w+ or (?!no\b|not\b)(?:\w+ )?\w+\W*$")
"""Two ways side by side at the end of a question that lets choose ("card or bank transfer?")."""
REACH: Final[Mapping[Language, LazyPattern]] = {
    "en": LazyPattern(
        r"\b(?:will|would|can|could) (?:yo)?u (?:be able to )?(?:get to|answer|pick up|come to|take|hear|be (?:by|near|at)|manage)\b[^?]{0,16}\b(?:phone|call|up|then)\b|"
        r"\b(?:will|can) i (?:reach|catch|get) (?:yo)?u (?:then|there|at|on)\b"
    ),
    "ja": LazyPattern(
        "(?:この|その)(?:お?番号|お?時間)[^。]{0,10}お?出(?:に?なれ|られ)[^。]{0,6}(?:ますか|ですか|でしょうか)|"
        "お?電話[^。]{0,6}(?:出られ|お出(?:になれ|にな|まし)|取れ|お取り|つなが(?!りまし)|受けられ|お受け)[^。]{0,6}(?:ますか|ですか|でしょうか)"
    ),
}
_DOING: Final = (
    r"(?:send|book|ring|call|phone|e-?mail|write|put|set|arrange|order|exchange|swap|refund|cancel|pass|hand|transfer|connect|do|go ahead|"
    r"give|note|add|reserve|keep|change|switch|move|start|report|bring|deliver|collect|replace|fix|stop|block|make|get (?:them|it|that|someone|somebody|\w+ to)|"
    r"have (?:someone|somebody|a colleague|\w+ (?:ring|call|phone|write|mail|look|bring|send)))"
)
CONSENT: Final[Mapping[Language, LazyPattern]] = {
    "en": LazyPattern(
        rf"\b(?:shall|should) (?:i|we)(?:\W*$| (?!ask|know|say|think)\w+)|\b(?:can|may|could) (?:i|we) (?:just )?{_DOING}\b|"
        r"\b(?:like|want) (?:me|us) to\b|\b(?:would|do) you (?:still |also )?(?:like|want|care for|need) (?:an?|the|one|it|that) (?!number|name|time|day)\w+|\b(?:is|would) (?:that|it|this)(?: be)? (?:all right|alright|ok|okay|fine|good)\b|"
        r"\b(?:does|will|would) (?:that|it|this|(?:\w+ ){1,5}) ?(?:work|suit|do|help|sound)(?: you)?\b|\bwould you like (?:it|that|to (?:know|hear|have))\b|\bhappy (?:for (?:me|us) to|with that)\b|\b(?:ok|okay|all right) with you\b|"
        r"\bwould you (?:be (?:willing|happy|prepared|content) (?:to|for)|mind if|let (?:me|us)|allow)\b|\bdo you mind if\b|"
        r"\b(?:can|may|could|might) (?:i|we) (?:also |perhaps )?(?:quote|use|share|read|show|copy|keep|take a|leave|offer|mention|forward|message|text|post)\b"
    ),
    "ja": LazyPattern(
        "[てで]も?(?:よろしい|宜しい|いい(?:でしょう|です)か|かまいません|構いません|大丈夫(?:でしょう|です)|差し支え)|ましょうか|"
        "[ぁ-ん一-龥0-9分日]ではいかが(?:でしょう|です)か|(?:ご入り?用|ご希望)(?:でしょう|です)か|ご都合は?(?:よろしい|宜しい|大丈夫)(?:でしょう|です)か|て(?:み|おき)ますか[。?？]?$|(?:これ|それ|こちら|この(?:形|内容|日程)|その(?:形|内容|日程))で(?:よろしい|宜しい|いい(?:でしょう|です)か|大丈夫|構いません|いかが)"
    ),
}
NO_CONSENT: Final[Mapping[Language, LazyPattern]] = {
    "en": LazyPattern(r"\b(?:what|when|where|who|whom|why|how|which|is there (?:any|some)\w+)\b"),
    "ja": LazyPattern(
        "(?:伺|うかが|聞|尋ね|教え|頂戴|お願いし|もらっ|確認し|確認させて|復唱)[^。]{0,8}(?:よろしい|宜しい|構いません|かまいません|いい|大丈夫|差し支え)|"
        "(?<!せて)(?:いただい|頂い)ても|何|いつ|どこ|どう|どれ|どの|どちら|いかがいたし"
    ),
}
"""Words of a question that asks for something to be told."""

CONFIRMS: Final = LazyPattern("[てでに]も?(?:よろしい|宜しい|いい|大丈夫)です(?:よ?ね)[。?？]?$")
"""Asks, without the mark of a question, whether it is so agreed."""

DEED: Final[Mapping[Language, LazyPattern]] = {
    "en": LazyPattern(
        r"\b(?:could|would|can|will) (?:yo)?u (?:please |just |also |kindly )*(?:be able to )?(?!\W)\w+"
    ),
    "ja": LazyPattern(
        "(?:いただけ|もらえ|くださいま?せ?)(?:ます(?:でしょう)?か|ないでしょうか|ませんか|ますと)"
    ),
}
"""A question that bids the customer do something."""
NO_DEED: Final[Mapping[Language, LazyPattern]] = {
    "en": LazyPattern(
        r"\b(?:tell|give|read|spell|repeat|confirm|explain|describe|say|wait|hold|bear|hang|let me|help|pass|put (?:me|him|her)|give me|show|check|say|like|rather|prefer|mind|need|want|manage|think|be|see|hear)\b"
    ),
    "ja": LazyPattern(
        "(?:聞か|教え|おっしゃ|お話し|お知らせ|お伝え|お待ち|お答え|ご確認|お確かめ|見せ|お読み|お選び|お決め|お電話|お代わり|代わって|お許し|ご説明|お時間|名前|番号|住所)"
    ),
}
"""Words of one that asks to be told, to wait or to look: the scenario's, or another kind of question."""

ANSWERS: Final[Mapping[Language, Mapping[Asked, LazyPattern]]] = {
    "en": {
        "number": LazyPattern(r"\d{3}|\bnumber\b|\bon (?:my|the) order\b|\bthe one you\b"),
        "email": LazyPattern(r"@|\be-?mails?\b|\baddress\b|\bthe one\b|\bthat one\b"),
        "where": LazyPattern(
            r"\baddress\b|\bhome\b|\bhouse\b|\bto (?:mine|hers|his)\b|\bwhere it\b"
        ),
        "came": LazyPattern(
            r"\b(?:here|there|come|came|got|through|arrived|haven't|not yet|fine)\b"
        ),
        "right": LazyPattern(
            r"\b(?:yes|yeah|no|right|correct|fine|that's (?:it|the one)|it is|exactly|spot on)\b"
        ),
        "so": LazyPattern(
            r"\b(?:yes|yeah|aye|no|right|correct|that's (?:it|so|all|how it is|what i said)|it is|exactly|just so|you(?:'ve| have) got it|word for word)\b"
        ),
        "else": LazyPattern(
            r"\b(?:no|nope|nothing|done|that(?:'s| is| was| will be) (?:all|everything|it|the lot)|one (?:more )?thing|yes|actually)\b|\?"
        ),
        "reach": LazyPattern(
            r"\b(?:yes|yeah|no|i'll|i will|i can|i can't|phone|ring|pick up|answer)\b"
        ),
        "deed": LazyPattern(
            r"\b(?:yes|yeah|no|ok|okay|all right|fine|sure|right|i will|i'll|i won't|i can't|i can|i have|i've|done|very well|of course)\b"
        ),
        "time": LazyPattern(
            r"\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:time|when|whenever|morning|afternoon|evening|noon|tonight|today|tomorrow|week|weekend|now|soon|sooner)\b"
        ),
        "choice": LazyPattern(
            r"\b(?:either|whichever|whatever|all the same|(?:do not|don't) mind|(?:care|mind) which|rather|prefer|both|neither|i'll (?:hold|wait|stay|have (?!it \w+ed|to\b)|keep|go with)|it is\b|the (?:first|second|former|latter|other)|(?:this|that) one|i'm (?:in|home|at home|there)|i'll be (?:in|home|at home|there)|you (?:choose|decide)|up to you|please|i'll take|i'd like)\b"
        ),
        "consent": LazyPattern(
            r"\b(?:yes|yeah|aye|no|nope|please|ok|okay|all right|alright|go (?:ahead|on)|fine|sure|thanks?|good|right|very well|suits|don't|rather|instead|"
            r"grateful|kind|agreed|happy|lovely|i'd like|i'll take|if you (?:would|could|must|like))\b|\bdo (?:it|that|so)\b|^\W*do\b"
        ),
    },
    "ja": {
        "number": LazyPattern(r"\d{3}|番号"),
        "email": LazyPattern("@|＠|アドレス|メール|同じ"),
        "where": LazyPattern(
            "住所|宅|自宅|うち(?:へ|に|で)|家(?:へ|に|で)|こちら(?:へ|に)|同じ|実家|先(?:へ|に)"
        ),
        "came": LazyPattern("届|来て|来ま|まだ|見て|見ま|通り|開[いき]|大丈夫|問題な"),
        "right": LazyPattern(
            "はい|ええ|うん|ああ|そう(?:です|だ)|そ(?:の|れで)|合って|間違い|大丈夫|いえ|いや|違"
        ),
        "so": LazyPattern(
            "はい|ええ|うん|ああ|そう(?:です|だ|なん|よ|言って)|そのとおり|その通り|合って|間違い|いえ|いや|違|それで全部"
        ),
        "else": LazyPattern(
            "^(?:もう)?(?:一つ|ひとつ)[。、]|いえ|いいえ|もう|ない|ありません|ございません|以上|それだけ|これだけ|大丈夫|結構|一つだけ|あと、|はい|[?？]|か。"
        ),
        "reach": LazyPattern("はい|ええ|いえ|いや|大丈夫|出ます|出られ|待って|電話|無理"),
        "deed": LazyPattern(
            "はい|ええ|いえ|いや|うん|分かり|わかり|わかった|分かった|承知|了解|そう(?:し|する)|やり(?:ます|まし)|して(?:おき|い)|しま(?:す|した)|できます|できません|無理"
        ),
        "time": LazyPattern(
            r"\d|[〇一二三四五六七八九十]時|曜|[0-9今明翌何]日|朝|昼|夕|夜|午[前後]|いつ|今から|早い|早く|すぐ"
        ),
        "choice": LazyPattern(
            "(?:もらえ|くれ)(?:る|ます)(?:か|。|[?？]|$)|待って(?:る|ます|います)|どちら|どっち|何でも|任せ|決めて|のほう|の方|両方|片方|ください|お願い|頼|にする|にします|がいい|でいい(?!ですか)|(?<!これ)で結構|そうして|先に|それで|なら|もらって"
        ),
        "consent": LazyPattern(
            "はい|ええ|(?:^|[。、…「\\s])うん|ああ|いいえ|いや|いえ|お願い|頼み|頼む|頼ん|ください|結構|構い|いいです(?!か)|いいわ|よし|そう(?:して|です|ね|か)|それで(?!、)|やって|承知|わかり|分かり|わかった|分かった|"
            "了解|助か|ありがと|感謝|要らな|要りません|いらな|いりません|やめ|断"
        ),
    },
}
LONG_WORD: Final[Mapping[Language, LazyPattern]] = {
    "en": LazyPattern(
        r"\b(?!(?:that|right|have|with|would|this|your|will|what|when|like|from|then|them|they|there|where|which|could|should|about|just|been|does|need|want|shall|know|rather)\b)[a-z]{4,}|"
        r"\d+|\b(?:one|two|six|ten)\b"
    ),
    "ja": LazyPattern(r"[一-龥々]{2,}|[ァ-ヶー]{2,}|\d+"),
}

ANYTHING_ELSE: Final[Mapping[Language, LazyPattern]] = {
    "en": LazyPattern(
        r"\b(?:is there|was there|do you (?:have|need)|have you)\b[^?]*\b(?:anything|something) (?:else|more)\b|\banything else\b[^?]{0,40}$|"
        r"\bhave i (?:missed|left out|forgotten) (?:any|some)thing\b|\b(?:any|some)thing (?:\w+ ){0,4}(?:i've|i have) (?:missed|left out|left open|forgotten|not answered)\b|\banything (?:\w+ ){0,5}i haven't answered\b"
    ),
    "ja": LazyPattern(
        "(?:他|ほか)に(?:は|も)?[^。]{0,24}(?:ございます|ございません|あります|ありません|いらっしゃいます|よろしい|大丈夫)(?:でしょう|です)?か"
    ),
}
DETAIL: Final[Mapping[Language, LazyPattern]] = {
    "en": LazyPattern(
        r"\b(?:what|which) (?:time|day|kind|sort|colour|size|part|piece|page|model|make|phone|device|browser|exercise|shop|room)s?\b|"
        r"\bwhat (?:did|were|was|made|had|have|are|do|you'?d|you had|(?:\w+ ){0,3}you(?:'d| had)?)\b|\bhow (?:many|long|often|old|far|much)\b|"
        r"\b(?:when|where|who) (?:did|was|were|is|do|told|gave|took)\b|\b(?:will|would|does|has|is) (?:he|she|they|somebody|anybody|mr \w+|ms \w+|mrs \w+)\b|\bwhat (?:the|those|these|that) \w+ (?:is|are|was|were)\b|\b(?:did|have|had|were|was|are|is|do|does) (?:you|it|they|there|your|the|that|somebody|anybody|someone|anyone)\b"
    ),
    "ja": LazyPattern("(?:でした|ました|です|でしょう|ます)か[。？?]?\\W*$"),
}
"""A question about how things are or were."""
NO_DETAIL: Final[Mapping[Language, LazyPattern]] = {
    "en": LazyPattern(
        r"\btoo (?:late|early|soon|much|far)\b|"
        r"\b(?:what|how) (?:can|may|could|shall|should|would) (?:i|we|you)\b|\bhow are you\b|\bwhat (?:happened|are we)\b|\bwhat(?:'s| is| was) (?:it|wrong|the (?:matter|trouble|problem))\b|"
        r"\b(?:may|can|shall) i (?:also )?ask (?:ms|mr|mrs|mori|the|my|our)\b|\b(?:any|some)thing\b|\bis (?:that|this|it) (?:right|correct|so|all|ok|okay|clear|fine|everything)\b|\b(?:have|did) i\b|\bdo you (?:see|understand|know|want|mind|think|mean|agree|need|follow)\b|"
        r"\b(?:have|give|tell|get|take|spell|confirm|need|what|what's|which)\b[^?]{0,40}\b(?:name|number|address|postcode|order)\b|\b(?:to hand|handy|in front of you)\b|\bare you (?:all right|ok|okay|there|sure|happy|still)\b|\bwhat (?:do|would|did) you (?:want|need|wish|like|think|mean|expect|say)\b|\b(?:right|(?:is|are|was|do|does|did)n't (?:it|you|they|he|she))\W*$"
    ),
    "ja": LazyPattern(
        "(?:要り|いり)ませんか|(?:要り|いり)ませんでしょうか|(?:届き|つながり|お手元に(?:あり|ござい))まし|(?:ところ|点|箇所)は?[^。]{0,4}(?:ございます|あります|ございません|ありません)か|"
        "いただけ|もらえ|いただいて|ください|よろしい|宜しい|いかが|ましょうか|ご希望|お名前|番号|ご?住所|ご?用件|どうなさ|どうされ|どういう|どのよう|何か|ほかに|他に|お困り|"
        "(?:さよう|左様|そう)で(?:ございま)?すか|(?<!も)の(?:です|でしょう)か|本当に|もしかして|ですよね|[のん]ですね|ないん?(?:でしょう|です)か|ご本人|お願い|いいですか|大丈夫|間違い|相違|ご?都合|ございません(?:か|でしょうか)|(?:聞|伺|うかが|尋ね|教え|承|お分かり|ご存じ|ご理解|結構)"
    ),
}
"""Words of a question that asks for something else: a wish, a yes, items, or nothing."""
OF_THEMSELVES: Final[Mapping[Language, LazyPattern]] = {
    "en": LazyPattern(
        r"\b(?:do|are|have) you\b|\b(?:did|were) you\b[^?]*\b(?:because|in order|so (?:that|as))\b|^\W*(?:[^?]*, |[^?]*: )?(?:is|are|does|do) (?:your|he|she|any(?:body|one)|some(?:body|one))\b|\bwhy\b|\bwhat\b(?! (?:time|day|kind|colour|size|model|make))|\bhow (?!many|long|often|old|far|much)\w+"
    ),
    "ja": LazyPattern("(?<!でし)(?<!まし)(?:です|ます|でしょう)か[。？?]?\\W*$|何を|なぜ|どう"),
}
"""A question about what the customer is, does or means: nobody answers that they do not know."""
TAKES_IT_UP: Final[Mapping[Language, LazyPattern]] = {
    "en": LazyPattern(
        r"\b(?:honest|straight|fair enough|all right|alright|thank|thanks|you said|so (?:it|that|you|not|there)|isn't certain|not certain|not a promise|better|as long as|no harm|forget it|never mind|sorry|apolog\w*|which is it|your word|take (?:it|that) back|first you)\b"
    ),
    "ja": LazyPattern(
        "正直|言い直|そうですか|そうでしたか|そう(?:なの|か)|さっき|先ほど|わかりました|分かりました|わかった|分かった|いいえ|いえ|いいです|ありがと|ですね|見込み|言って(?:くれ|もらえ|いただ)|約束|お詫び|気に(?:し|なさ)"
    ),
}
"""Words by which a customer takes up that an agent has put an own word right."""
ASKS_AFTER_IT: Final[Mapping[Language, LazyPattern]] = {
    "en": LazyPattern(
        r"\b(?:sure|certain\w*|promis\w*|definite\w*|swear|count(?:ing)? on|hold (?:you|that)|your word|guarantee\w*|settled|keep that|go by that|plan (?:my|on)|can't know|can you (?:tell|know)|you (?:say|think so|know so)|hopes?|usual\w*)\b"
    ),
    "ja": LazyPattern(
        "必ず|確か|確約|約束|言い切|絶対|本当(?:に|です|だ|なん|で?しょう)|決ま(?:った|って)|当てに|あてに|言いました|覚えて|請け合|目安|見込み|分からない|わからない"
    ),
}
"""Words by which a customer takes up how certain something is that was promised."""
TELLS_WHY: Final[Mapping[Language, LazyPattern]] = {
    "en": LazyPattern(
        r"\bbecause\b|\bso (?:that|i|we|the)\b|\b(?:i|we)(?:'d| would) like to\b|\bonly want to\b"
    ),
    "ja": LazyPattern("ので|から(?!の)|ため|気になりまして|参考に"),
}
"""Words of a reason: who has told why they ask is not asked why."""
