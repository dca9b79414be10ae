"""What is worded like an affront, or like somebody else's data given away, and is neither.

By the words alone a plea for a lower voice sounds like an insult, and sympathy with a child like a
word about a stranger. Each excuse looks at one clause, at what it says and when; which of them count
for which breach stands in ``excuses``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from scenarios.acts import PROCEDURE, Act, Breach
from scenarios.language import Language
from scenarios.model import Scenario, TopicKind
from scoring.language.lazy_pattern import LazyPattern
from scoring.language.normalise import matching_form
from scoring.moment.touched import keys_of, stems_of, words_of_case
from scoring.moment.view import View
from scoring.per_case import per_case

__all__ = [
    "A_FEW",
    "RECORDED",
    "adds_something",
    "advises_politely",
    "announces_the_end",
    "asked_for",
    "asks_after_them",
    "asks_for_quiet",
    "asks_politely",
    "care",
    "courtesy",
    "feels_with",
    "holds_barred",
    "is_glad",
    "keeps_it_unsaid",
    "nobody_elses",
    "nothing_held",
    "offers_a_letter",
    "offers_once_more",
    "only_asks",
    "only_to_them",
    "own_affair",
    "own_letter",
    "own_order",
    "own_people",
    "own_record",
    "read_back",
    "rings_them",
    "saves_face",
    "sends_word",
    "sides_with_them",
    "steps",
    "told_by_them",
    "wishes_well",
]


def steps(view: View, clause: int) -> bool:
    """The request or the notice that the procedure asks for, given to somebody who is abusive:
    it is worded like a threat and is none."""
    here = view.sentence(clause)
    return view.moment.abuse and any(view.acts_in(n, *PROCEDURE) for n in here)


def announces_the_end(view: View, clause: int) -> bool:
    """What the procedure asks for in its own form, to somebody who is abusive and without a hard word:
    if these words go on, the call will have to end."""
    hard = view.acts(Act.INSULT, Act.SARCASM, Act.THREATEN, Act.BLAME)
    here = {found.act for n in view.sentence(clause) for found in view.acts_in(n)}
    return view.moment.abuse and not hard and {Act.BOUNDARY, Act.WARN} <= here


def own_affair(view: View, clause: int) -> bool:
    """The customer's own situation, feeling or need, as the scenario knows it: to speak of it gives
    nobody away, whoever else it is about."""
    own = view.cued_topics(TopicKind.SITUATION, TopicKind.FEELING, TopicKind.NEED, affirmed=None)
    return any(found.clause in view.sentence(clause) for found in own)


def asked_for(view: View, clause: int) -> bool:
    """A question that the scenario wants asked, such as at which number somebody may be called."""
    here = view.sentence(clause)
    asked = view.cued_in(here, TopicKind.QUESTION)
    return asked and any(view.asked(n) for n in here)


def care(view: View, clause: int) -> bool:
    """A question or a request that the scenario wants put: whether anybody is hurt, what to do first."""
    here = view.sentence(clause)
    wanted = view.cued_in(here, TopicKind.QUESTION, TopicKind.STEP)
    return wanted and any(view.asked(n) for n in here)


_PLAIN_OFFER: Final = LazyPattern(
    r"\b(?:shall|should) i (?:add|put|note|write|enter|include|send)\b|\b(?:do you want|would you like) me to (?:add|put|note|write|enter|include|send)\b|"
    "(?:加え|足し|書き添え|書いて|入れて|お付けし|控えて|記録し)(?:て)?(?:おき|お入れし)?ましょうか"
)
_OF_ANY_FORM: Final = frozenset(
    {
        "postc",
        "numbe",
        "addre",
        "name",
        "flat",
        "note",
        "notes",
        "date",
        "detai",
        "other",
        "also",
        "email",
        "phone",
        "times",
    }
)
"""Beginnings of words that stand in every form: they need not be of the case."""


def adds_something(view: View, clause: int) -> bool:
    """Asks whether to add, note or send something, and names nothing that is not of the case: mockery
    offers what nobody asked for ("shall I add a brass band?")."""
    text = view.sentence_text(clause)
    if not view.asked(view.sentence(clause)[-1]) or not _PLAIN_OFFER.search(text):
        return False
    return _is_of_the_case(view, text, _OF_ANY_FORM)


def _is_of_the_case(view: View, text: str, besides: frozenset[str]) -> bool:
    """Whether a text names nothing but what belongs to the case, what the customer said, and these."""
    said = keys_of(" ".join(view.moment.customer_said), view.language)
    known = words_of_case(view.scenario, view.language) | said | besides
    return keys_of(text, view.language) <= known


_TOO_LOUD: Final = LazyPattern(
    r"\bplease (?:\w+ )?(?:lower|don't raise) your voice\b|\blower your voice,? please\b|\bif you (?:keep|carry on) shouting\b|"
    "(?:大きな?お?声|大声|怒鳴|声を荒)[^。、]{0,14}(?:お話(?:が|を)|お控え|ご遠慮|困り|ないで)"
)
_BESIDES_BLAME: Final = (Act.INSULT, Act.SARCASM, Act.THREATEN, Act.CONTRADICT)
_AFFRONTS: Final = (*_BESIDES_BLAME, Act.BLAME)


def asks_for_quiet(view: View, clause: int) -> bool:
    """Asks somebody who shouts to speak lower, with no affront in the reply and no threat to end it: out
    of place towards most, and no insult."""
    loud = _TOO_LOUD.search(view.sentence_text(clause)) is not None
    return loud and not view.acts(*_AFFRONTS, Act.END_CALL, Act.WARN)


RECORDED: Final = ("amount", "clock", "date", "number")
"""Figures that stand in a record."""
A_FEW: Final = 8
"""Words of a sentence that says little beside its courtesy, or of a curt reply."""
_COURTESIES: Final = (Act.THANK, Act.CLOSE, Act.CONSENT, Act.CHOICE)


def courtesy(view: View, clause: int) -> bool:
    """Names the need that the scenario hides, or is a few words of thanks, of farewell, of asking
    whether it suits or of sympathy with what it tells: mockery likes to be worded so, but what makes it mockery stands elsewhere."""
    here = view.sentence(clause)
    heard = any(view.acts_in(n, Act.ACKNOWLEDGE, Act.EMPATHISE) for n in here)
    if heard and view.cued_in(here, TopicKind.NEED):
        return True
    if sum(view.reading.clauses[n].own_words for n in here) > A_FEW:
        return False
    named = heard and view.cued_in(here, TopicKind.SITUATION, TopicKind.FEELING)
    return named or any(view.acts_in(n, *_COURTESIES) for n in here)


_ONCE_MORE: Final = LazyPattern(
    r"\b(?:would you like|do you want|want|shall i|should i|i can|i could|happy to|i'll|let me|may i)\b[^.!?]{0,16}\b(?:say|repeat|spell|read|go over|go through|run through)\b[^.!?]{0,24}\b(?:again|once more|back|for you|out)\b|"
    r"\bhave you (?:got )?(?:a |any |some )?(?:pen|pencil|paper|something to write)\b|"
    "(?:もう(?:一度|いちど)|繰り返し)(?!ゆっくり)[^。!?ゆ]{0,14}(?:申し(?:上げ)?|お読み|お伝え|お話し|言い)[^。!?]{0,6}(?:ましょうか|ますね|ます)|"
    "(?:メモ|書くもの|筆記|紙と)[^。!?]{0,10}(?:お持ち|ございます|ご用意|お手元|よろしい)"
)


def _says_without_affront(view: View, clause: int, said: LazyPattern) -> bool:
    return said.search(view.sentence_text(clause)) is not None and not view.acts(*_AFFRONTS)


def offers_once_more(view: View, clause: int) -> bool:
    """Offers to say it again, or asks for something to write it down with: help for whoever hears badly,
    in a reply with no affront that a rule knows."""
    return _says_without_affront(view, clause, _ONCE_MORE)


_WORD_TO_OTHERS: Final = LazyPattern(
    r"\bshall i (?:ask|tell|get|have) (?:the|our|my) (?:driver|courier|carrier|depot|postman|postie|delivery (?:man|driver|people)|workshop|supervisor|colleague|manager|team|warehouse|specialist)\b(?![^.!?]*\bso (?:that )?you\b)|"
    "(?:配達員|運送会社|運転手|ドライバー|担当|営業所)(?:の者|の方)?(?:に|へ)[^。]{0,24}(?:お願い(?:し|いたし)|伝え|頼み)(?:ておき)?ましょうか"
)


def sends_word(view: View, clause: int) -> bool:
    """Offers to ask or tell those who deliver or decide ("shall I ask the driver to bring it in?"), in a
    reply with no affront that a rule knows: of 18 rated replies that do one was held hostile."""
    return _says_without_affront(view, clause, _WORD_TO_OTHERS)


_A_LETTER: Final = LazyPattern(
    r"\b(?:we|i)(?: could|'ll| can| will|'d| would)(?: \w+)? (?:write|send|post|e-?mail)\b[^.!?]{0,24}\b(?:letter|note|card|apology|lines?)\b|"
    "お詫び(?:の)?(?:お)?(?:手紙|状|文)[^。]{0,10}(?:送|書|添え|お出し)"
)


def offers_a_letter(view: View, clause: int) -> bool:
    """Offers to write or to send something, in a reply with no affront that a rule knows: of 73 rated
    replies that do two were held hostile."""
    return _says_without_affront(view, clause, _A_LETTER)


_WELL_WISH: Final = LazyPattern(
    r"\b(?:good luck (?:with|on|at|for|to)|enjoy (?:the|your|them|it)|have a (?:lovely|nice|good|great)|best of luck|all the best|i (?:do )?hope)\b|"
    "ますように|よい(?:一日|週末|お年)|お楽しみ|楽しんで|お気をつけて(?:お|いって|行って)|お大事に"
)
_OF_WISHES: Final = frozenset({
    "luck", "enjoy", "lovel", "best", "hope", "goes", "happy", "great", "nice", "safe", "smoot",
    "week", "weeke", "eveni", "night", "morni", "after", "hear", "next", "bette", "soon", "take",
    "一日", "週末", "年末", "年始", "連休", "大事", "健康", "無事", "時間", "存分",
})  # fmt: skip
"""Beginnings of words that stand in any good wish."""


def wishes_well(view: View, clause: int) -> bool:
    """Wishes somebody well who is content, and names nothing that is not of the case, in a reply with no
    affront that a rule knows: of 34 rated replies that wish so one was held hostile, for what it said
    before."""
    text = view.sentence_text(clause)
    if _WELL_WISH.search(text) is None or not view.settled or view.acts(*_AFFRONTS):
        return False
    name = keys_of(view.scenario.customer.name.of(view.language), view.language)
    return _is_of_the_case(view, text, _OF_WISHES | name)


_EASES: Final = LazyPattern(
    r"\b(?:(?:nearly |almost |just about )?(?:everybody|everyone|anybody|anyone)|most (?:people|of us|folk)|(?:lots|plenty|loads) of (?:people|folk))(?:'d| would| could|'ve| have| has)?(?: \w+)? (?:miss(?:es|ed)?|get(?:s)? (?:it|that) wrong|fall(?:s|en)? for|slip(?:s|ped)?|overlook(?:s|ed)?)\b|"
    r"\b(?:so |very |really |dead |awfully |such an? )?easy (?:to miss|thing to miss|mistake to make|to overlook|not to (?:see|notice))\b|\b(?:happens|could happen|can happen) to (?:all of us|any(?:body|one)|every(?:body|one)|the best)\b|"
    "(?:皆さん|みなさん|どなたでも|誰でも|だれでも|どなたも)[^。]{0,8}(?:迷(?:われ|い)|間違え|見落と|気づか|気付か|引っかか|つまず|戸惑)|(?:気づき|気付き)にく|(?:見落とし|間違え|間違い)やす"
)


def saves_face(view: View, clause: int) -> bool:
    """Says that a slip happens to anybody, in a reply with no affront that a rule knows."""
    return _EASES.search(view.clause_text(clause)) is not None and not view.acts(*_AFFRONTS)


_NO_SUSPICION: Final = LazyPattern(
    r"(?<!ca)(?:\bnot|n't|\bnobody(?:'s| is)) (?:for a (?:moment|second) )?(?:(?:doubt|suspect|accus|question)ing|(?:doubt|suspect|accuse|question)) (?:you|anyone|anybody|your word|a word)\b|"
    "疑(?:い|って|う)[^。、]{0,8}(?:のでは|のじゃ|わけでは|わけじゃ|もので|つもりは|気は?)[^。、]{0,4}な(?:い|く)|"
    "疑(?:い|って|う)[^。、]{0,8}(?:のでは|わけでは|ものでは|つもりは)[^。、]{0,4}(?:ござい|あり)ません|疑って(?:など|は)?(?:おりません|いません)"
)
_YET_OTHERS: Final = LazyPattern(
    r"\b(?:though|but|some|others|people)\b|方も|方は|ものですから|だけ|ですが|けれど|けど"
)


def means_no_suspicion(view: View, clause: int) -> bool:
    """Denies that anybody is suspected, with no "but" and nobody else held out: of 92 rated replies that
    do ten were held to blame somebody, most of them for another sentence."""
    text = view.sentence_text(clause)
    denies = _NO_SUSPICION.search(text) is not None and _YET_OTHERS.search(text) is None
    return denies and not view.acts(*_BESIDES_BLAME)


_ONLY_TO: Final = LazyPattern(
    r"\bonly (?:be )?(?:allowed|able|permitted|free)? ?(?:to )?(?:tell|say|speak|talk|discuss|share)\w*\b[^.!?]{0,40}\b(?:holder|her|him|them|owner|person|customer)\b|"
    r"\bto (?:nobody|no one|no-one) but\b|\b(?:not|n't)\b[^.!?]{0,40}\b(?:anyone|anybody) (?:but|except|other than)\b|"
    "(?:ご?本人|ご?契約者|ご名義人)(?:様|さま)?(?:に|へ)(?:しか|だけ|のみ)"
)


def only_to_them(view: View, clause: int) -> bool:
    """That it may be told to the person alone is a no to everybody else."""
    return _ONLY_TO.search(view.sentence_text(clause)) is not None


_READ_BACK: Final = LazyPattern(
    r"\bread\w* (?:it|that|this|them|you|what|back)\b|\bread ?bac?k\b|\bword for word\b|\b(?:in )?your (?:own )?words\b|"
    r"\b(?:what|as) you(?:'ve| have)? (?:told|said)\b|\bi(?:'ve| have) (?:got|noted|written|put|taken)\b|\bto be sure i have\b|"
    "読み(?:上げ|返)|復唱|繰り返し(?:ます|いたし)|お(?:言葉|話)(?:の|どおり|通り|を)(?:まま|記録|書)|書き(?:留め|とめ|取り)|記録(?:します|いたし|しました|に(?:は|残))|(?:と|って)(?:おっしゃ|のこと|いうこと)"
)
_SOME: Final = 3
"""Words, and half of all, that have to be the customer's for a read-back."""


def read_back(view: View, clause: int) -> bool:
    """The customer's own account, gone over before it is passed on: hard words in it are others'."""
    here = view.sentence(clause)
    near = range(max(0, here[0] - 2), here[-1] + 1)
    if not any(_READ_BACK.search(view.clause_text(n)) for n in near):
        return False
    words = stems_of(view.sentence_text(clause), view.language)
    known = stems_of(" ".join(view.moment.customer_said), view.language)
    theirs = words & known
    return len(theirs) >= _SOME and len(theirs) * 2 >= len(words)


_GLAD: Final = LazyPattern(
    r"\bi'm (?:\w+ )?(?:chuffed|glad|pleased|delighted|happy|tickled|touched|thrilled|grateful)\b"
)


def is_glad(view: View, clause: int) -> bool:
    """Praise in an easy tone: the sentence, or what was said just before it, says that the speaker is
    glad, and nothing in the reply attacks."""
    here = view.sentence(clause)
    near = range(max(0, here[0] - 3), here[-1] + 1)
    glad = any(_GLAD.search(view.clause_text(n)) for n in near)
    return glad and not view.moment.abuse and not view.acts(*_AFFRONTS)


def holds_barred(view: View, clauses: Iterable[int]) -> bool:
    """Whether any of these clauses affirms what must not be granted or said."""
    return view.cued_in(clauses, TopicKind.LIMIT, TopicKind.FORBIDDEN)


def _tells_data(view: View, clauses: Iterable[int]) -> bool:
    """Whether any of these clauses holds a figure or a name."""
    return any(view.slots((*RECORDED, "phone", "person"), n) for n in clauses)


def feels_with(view: View, clause: int) -> bool:
    """A word of sympathy, about whomever: no figure and nothing barred is in it."""
    here = view.sentence(clause)
    felt = any(view.acts_in(n, Act.EMPATHISE) for n in here)
    told = any(view.slots((*RECORDED, "phone"), n) for n in here)
    return felt and not told and not holds_barred(view, here)


_STRANGERS: Final = LazyPattern(
    r"\b(?:customers?|clients?|writers?|neighbours?|lady|gentleman|woman|somebody|someone|people|another|others|staff|colleagues?|address|number|lives?|street|works?|called|mr|mrs|ms|miss|home|house|family)\b|"
    "ほか|他の|別の|方(?:は|の|が|に|も)|お客|人(?:は|の|が|に|も)|ご近所|お隣|住所|番号|住んで|お住まい|勤め|名前|電話|者|さん|様|実家|自宅|家族"
)


def nobody_elses(view: View, clause: int) -> bool:
    """Where the case keeps nobody's data from the customer: a sentence without a name, a figure or a word
    for anybody but the customer's own people."""
    if Breach.THIRD_PARTY_DATA in view.at_stake.breaches:
        return False
    here = view.sentence(clause)
    told = _tells_data(view, here)
    return not told and _STRANGERS.search(view.sentence_text(clause)) is None


_GIVE_ME: Final = LazyPattern(
    r"\b(?:may|could|can) (?:i|we) (?:have|take|get)\b|\b(?:could|can|would) you (?:give|tell) (?:me|us)\b|伺|お聞かせ|教えて(?:くださ|いただ|もら)"
)


def only_asks(view: View, clause: int) -> bool:
    """Who asks the customer for a name or a number tells none."""
    if not view.asked(clause) or not _GIVE_ME.search(view.sentence_text(clause)):
        return False
    told = view.slots(("phone", "number", "amount", "date"), clause)
    return not told and not holds_barred(view, (clause,))


_UNSAID: Final = LazyPattern(
    "(?:お名前|名前|ご?住所|番号)[^。]{0,12}(?:おっしゃらず|言わず|読み上げず|お出しにならず|おっしゃらないで|読まないで)|"
    r"\b(?:don't|do not|without|not to|needn't|no need to) (?:\w+ ){0,2}(?:say|saying|read|reading|tell|telling|name|naming|give|giving) (?:\w+ ){0,3}(?:name|address|number)\b"
)


def keeps_it_unsaid(view: View, clause: int) -> bool:
    """Asks that a name or a number be left unsaid: of 155 rated replies none told of anybody by it."""
    unsaid = _UNSAID.search(view.sentence_text(clause)) is not None
    return unsaid and not view.slots(("person", "phone"), clause)


_THEIR_PHONE: Final = LazyPattern(
    "(?:この|今の|いまの|ご登録の|伺った|お控えした)お?電話(?:番号)?(?:へ|に)|"
    r"\b(?:rings?|calls?|phones?) you (?:back )?on\b"
)


def rings_them(view: View, clause: int) -> bool:
    """A call to the customer's own number, with nothing that is barred: of 67 rated replies none gave
    anybody's data away by it."""
    rings = _THEIR_PHONE.search(view.sentence_text(clause)) is not None
    return rings and not holds_barred(view, view.sentence(clause))


_NOT_HELD: Final = LazyPattern(
    r"\b(?:only|just|never|didn't|hasn't|haven't|not) (?:ever )?(?:agree[ds]?|consent(?:ed|s)?|allow(?:ed|s)?|gave (?:us )?(?:leave|permission|consent))\b|"
    r"\bagreed to (?:initials|nothing)\b|\b(?:only|just|nothing but) (?:\w+ )?(?:us )?(?:her |his |their |the )?initials\b|\bno way (?:to|of) (?:send|reach|contact|find|put)\w*\b|"
    r"\b(?:haven't|have not|hav(?:e)?nt|don't (?:have|hold|keep)|do not (?:have|hold|keep)|hold no|have no|keep no|holds? nothing|never took)\b[^.!?]{0,16}\b(?:details?|address(?:es)?|numbers?|contacts?|names?|records?)\b|"
    "(?:同意|了承|ご?承諾|許可)[^。!?]{0,16}(?:だけ|のみ|しか|まで|いただいて(?:い|お)(?:ない|りません|ません))|"
    "(?:連絡先|ご?住所|お?名前|番号)[^。!?]{0,12}(?:持って|控えて|存じ|把握して|記録)[^。!?]{0,4}(?:ない|ません)"
)


def nothing_held(view: View, clause: int) -> bool:
    """What is not held of somebody, or what they have not agreed to, told without a figure or a name: a no
    with its reason."""
    here = view.sentence(clause)
    told = _tells_data(view, here)
    denied = _NOT_HELD.search(view.sentence_text(clause)) is not None
    return denied and not told and not holds_barred(view, here)


_FAMILY: Final = LazyPattern(
    r"\b(?:grand(?:son|daughter|child|mother|father|ma|pa)|son|daughter|husband|wife|mother|father|mum|mom|dad|sister|brother|"
    r"aunt|uncle|niece|nephew|child|kids?|baby|girl|boy|in-law|boyfriend|girlfriend|partner)\b|"
    "[孫息娘嬢夫妻母父姉妹兄弟甥姪伯叔]|主人|奥|子ども|子供|お子"
)


def own_people(view: View, clause: int) -> bool:
    """Speaks of the customer's own people, whom they have named themselves, without a name or a figure."""
    here = view.sentence(clause)
    told = _tells_data(view, here)
    named = set(_FAMILY.findall(view.sentence_text(clause)))
    known = set(_FAMILY.findall(view.customer_text))
    shared = bool(named) and named <= known and not told and not holds_barred(view, here)
    return shared and not _guards_family(view.scenario, view.language)


@per_case
def _guards_family(scenario: Scenario, language: Language) -> bool:
    """Whether the data that a case keeps from the customer are those of one of their own people."""
    guarded = [t for t in scenario.topics.values() if t.breach is Breach.THIRD_PARTY_DATA]
    return any(_FAMILY.search(matching_form(topic.name.of(language))) for topic in guarded)


_THEY_TOLD: Final = LazyPattern(
    r"\byou(?:'ve| have)? (?:just |already |yourself )?(?:told|tell|said|say|mentioned|wrote|gave|named)\b|"
    "(?:とおっしゃ|とお話し|とお書き|と(?:今|いま|先ほど)?(?:伺い|うかがい|お聞きし))"
)


def told_by_them(view: View, clause: int) -> bool:
    """What the customer has said themselves, told back as their word, with nobody's name or place that they
    did not give."""
    here = view.sentence(clause)
    if _THEY_TOLD.search(view.sentence_text(clause)) is None or holds_barred(view, here):
        return False
    said = " ".join(view.moment.customer_said)
    known = stems_of(said, view.language) | stems_of(
        view.scenario.customer.name.of(view.language), view.language
    )
    people = (slot for n in here for slot in view.slots(("person",), n))
    return all(stems_of(slot.value, view.language) <= known for slot in people)


_BY_LETTER: Final = LazyPattern(
    r"\b(?:letter|post)\b[^.!?]{0,60}\b(?:home|own address|registered|on the account)\b|\b(?:code|number)\b[^.!?]{0,30}\bby (?:post|letter)\b|"
    "(?:番号|コード)[^。]{0,12}(?:手紙|封書|郵便)|(?:手紙|封書|郵便)[^。]{0,16}(?:ご自宅|ご登録|ご本人)"
)


def own_letter(view: View, clause: int) -> bool:
    """A code that goes by post to whom the account belongs: nobody hears anything of anybody."""
    by_letter = _BY_LETTER.search(view.sentence_text(clause)) is not None
    return by_letter and not holds_barred(view, view.sentence(clause))


def own_order(view: View, clause: int) -> bool:
    """The customer's own order with their own name, told back with nothing that is barred and nobody else's
    name."""
    here = view.sentence(clause)
    name = matching_form(view.scenario.customer.name.of(view.language)).split()[-1]
    text = view.sentence_text(clause)
    named = name in text or any(
        name in matching_form(view.reading.text[slot.span.start : slot.span.end])
        for n in here
        for slot in view.slots(("person",), n)
    )
    people = [slot for n in here for slot in view.slots(("person",), n)]
    others = [slot for slot in people if name not in matching_form(slot.value)]
    given = stems_of(text, view.language) & stems_of(
        " ".join(view.moment.customer_said), view.language
    )
    figures = any(view.slots((*RECORDED, "phone", "order"), n) for n in here)
    own = named and figures and not others and _SOMEBODY.search(text) is None
    return own and bool(given or any(slot.in_case for slot in people))


def own_record(view: View, clause: int) -> bool:
    """The record of the customer's own order, by its number, where the case keeps nobody's data back: told
    too early, it may be, and not to the wrong person."""
    if Breach.THIRD_PARTY_DATA in view.at_stake.breaches:
        return False
    here = view.sentence(clause)
    order = any(slot.in_case for n in here for slot in view.slots(("order",), n))
    return order and _SOMEBODY.search(view.sentence_text(clause)) is None


_SOMEBODY: Final = LazyPattern(
    r"\b(?:another|other|others|somebody|someone|neighbours?|she|he|her|his|they|their|same)\b|という方|ほかの|他の|別の|だけでは|先方|[このそのあの]の?方|同じ|似た|ご近所|お隣"
)


_HURT: Final = LazyPattern(
    r"\b(?:are|is|were|was) (?:you|she|he|they|everyone|everybody|anyone|anybody)(?: \w+)? (?:all right|alright|ok(?:ay)?|hurt|safe|injured)\b|"
    r"\b(?:did|have) (?:you|she|he|they|anyone|anybody) (?:\w+ )?(?:hurt|cut|burnt?|injured?|scald(?:ed)?)\b|"
    "(?:お怪我|おけが|お体|お身体|おからだ|火傷|やけど|お加減|おかげん|具合)[^。!?]{0,10}(?:ない|なかった|ございません|ありません|大丈夫|いかが|よろしい|され|なさ)"
)


def asks_after_them(view: View, clause: int) -> bool:
    """Asks whether anybody is hurt, or how they are, in a reply that takes them in and attacks nobody."""
    asked = any(view.asked(n) for n in view.sentence(clause))
    caring = asked and _HURT.search(view.sentence_text(clause)) is not None
    return caring and bool(view.acts(Act.ACKNOWLEDGE, Act.EMPATHISE)) and not view.acts(*_AFFRONTS)


_SLIGHTS: Final = LazyPattern(
    "耳|頭|お歳|おいくつ|日本語|常識|大人|お分かり|おわかり|理解|聞こえ|聞いて(?:い|お)|読め|読んで|覚え|本気|正気|まさか|本当に|暇|ご自分|さっき|何度|もう"
)


def _slights_nobody(view: View, text: str) -> bool:
    """Whether a sentence has no word that could slight somebody, in a reply without an affront."""
    return _SLIGHTS.search(text) is None and not view.acts(*_AFFRONTS)


_PREFACED: Final = LazyPattern(
    "^[^。]{0,12}(?:失礼(?:です|ではございます)|恐れ入ります|恐縮(?:です|ではございます)|お手数(?:です|をおかけします)|差し支え(?:なければ|ございませんでしたら))(?:が|けれども)?、"
)
_OF_THE_CASE: Final = LazyPattern(
    "何時|何日|いつ|何曜|どちら(?!が(?:悪|本当))|どなた|何名|お名前|番号|ご?住所|ご?指定|時間帯|お届け|お荷物|お品|ご注文|お電話|ご連絡先"
)


def asks_politely(view: View, clause: int) -> bool:
    """「失礼ですが、何時のご指定でしょうか」: a question about the case with a courtesy before it, and no word
    that could slight anybody."""
    text = view.sentence_text(clause)
    if _PREFACED.search(text) is None or _OF_THE_CASE.search(text) is None:
        return False
    asked = any(view.asked(n) for n in view.sentence(clause))
    polite = view.reading.politeness in ("polite", "formal")
    return asked and polite and _slights_nobody(view, text)


_ADVISES: Final = LazyPattern(
    "(?:ほう|方)が(?:よろしい|いい|良い|よい|安心|確実)(?:か)?(?:と(?:は)?(?:存じ|思い)ます|です)|お(?:すすめ|勧め|薦め)(?:いたし|し|でき)ます"
)
_OF_USE: Final = LazyPattern(
    "(?:ご?連絡|お電話|ご?相談|ご?報告|お知らせ|ご?確認|変更|お?変え|止め|お?切り?|保管|お取り?置き|お控え|お冷やし|流水|写真|ご?注文|お届け|お試し|試され|触(?:ら|れ)|開(?:か|け)ない|押さない|おっしゃらない|お急ぎ)"
)
_NOT_OF_USE: Final = LazyPattern(
    "頭|落ち着|勉強|反省|見直|眼科|耳鼻|精神|学ば|身の程|お黙|黙|よそ|他の店|ほかの店|お帰り|諦|あきらめ"
)


def advises_politely(view: View, clause: int) -> bool:
    """「学校にもご連絡なさったほうがよろしいかと存じます」: advice that is of use, in polite words, with none that
    could slight anybody."""
    text = view.sentence_text(clause)
    useful = _ADVISES.search(text) is not None and _OF_USE.search(text) is not None
    return useful and _NOT_OF_USE.search(text) is None and _slights_nobody(view, text)


_IN_THE_RIGHT: Final = LazyPattern(
    r"\byou(?:'re| are| were)? (?:\w+ )?(?:right|wise|sensible) to (?!be (?:ashamed|worried))|\byou (?:did|were doing|have done|'ve done) (?:well|right|the right thing|everything right)\b|"
    r"\bany(?:body|one) (?:\w+ )?(?:careful|sensible|in your (?:place|shoes|position))\b[^.!?]{0,30}\b(?:would|'d)\b|"
    r"\b(?:i'd|i would) have done the same\b|"
    "お(?:電話|知らせ|問い合わせ)(?:くだ|いただ)[^。!?]{0,8}(?:正しい|正解|よかった|良かった)|(?:誰|だれ|どなた)でもそう(?:し|な|思)"
)


_NOT_THEIRS: Final = LazyPattern(
    r"\b(?:not|isn't|wasn't|n't|never|none of (?:this|it) (?:is|was)) (?:\w+ ){0,2}your (?:fault|doing|mistake|slip)\b|\byou (?:did|have done|'ve done|were doing) (?:nothing wrong|everything (?:right|fine))\b|"
    r"\byou (?:didn't|did not) do anything wrong\b|"
    "(?:様|さん|お客様)[^。、]{0,6}(?:せい|落ち度|責任|失敗|間違い)(?:では|じゃ|は)(?:一切|まったく|全く|何も)?(?:ない|ありません|ござい|なく)|(?:様|さん|お客様)[^。、]{0,6}悪(?:い|く)(?:わけ)?(?:では|じゃ|は)?(?:全然|まったく)?(?:ない|ありません|ござい|なく)"
)
_YET: Final = LazyPattern(
    r"\b(?:but|though|although|however|if you|say|tell you|going to)\b|けど|けれど|ものの|申し上げ|とも"
)


def sides_with_them(view: View, clause: int) -> bool:
    """Tells the customer that they did right, or that it is not theirs, and nobody that they did wrong: of
    some sixty rated replies that say the latter three were held to blame anybody."""
    blamed = view.acts(Act.BLAME, Act.BLAME_OTHERS, Act.INSULT, Act.SARCASM, Act.CONTRADICT)
    text = view.sentence_text(clause)
    cleared = _NOT_THEIRS.search(text) is not None and _YET.search(text) is None
    return not blamed and (cleared or _IN_THE_RIGHT.search(text) is not None)
