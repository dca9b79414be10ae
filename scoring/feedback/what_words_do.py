"""What words do, as far as praise hangs on it: a command asks nothing, and a time that lies behind is
none to come.

Criteria and the ledger hear what a reply holds; here its single clauses are looked at once more before
anything good is told of them. Nothing changes a score.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from scenarios.acts import Act
from scenarios.language import Language
from scenarios.model import TopicKind
from scoring.criteria.apology import TOO_MANY, count
from scoring.criteria.duty import stands_in
from scoring.criteria.other_times import about_other_times
from scoring.criteria.step import COMMITTING, only_tries, open_steps
from scoring.language.lazy_pattern import LazyPattern
from scoring.language.normalise import matching_form
from scoring.learned.acts import BY_EXAMPLE
from scoring.model import Slot
from scoring.moment.touched import spoken, touches
from scoring.moment.view import TIME_SLOTS, WORKING, View

__all__ = [
    "LEAVES",
    "apologies_before",
    "asks",
    "asks_for_a_deed",
    "asks_for_items",
    "brings_in_somebody",
    "called_off",
    "dated",
    "declines",
    "holds_what_is_read_back",
    "is_bidden",
    "is_thanks",
    "puts_forward",
    "says_what_for",
    "shuts_out",
    "stops_in_time",
    "sums_up",
    "takes_up",
    "turns_to_the_matter",
    "turns_to_them",
    "wishes",
]


# ---------------------------------------------------------------- taking up what was said

_FORMULAS: Final = frozenset({Act.THANK, Act.GREET, Act.CLOSE, Act.STOCK, Act.INTRODUCE})
_FEELS: Final = (Act.EMPATHISE, Act.ACKNOWLEDGE)
_HEARD: Final = (TopicKind.SITUATION, TopicKind.FEELING, TopicKind.NEED)
_BESIDE_THANKS: Final = 7
"""Words that a clause of thanks has at least if it takes anything up, those of the thanks among them."""
_QUESTION_WORD: Final = LazyPattern(
    r"^\W*(?:and |so |but )?(?:what|when|which|who|whom|where|how|why)\b|^(?:いつ|どこ|どちら|何時|なぜ)"
)
_ASKS_OUTRIGHT: Final = LazyPattern(
    r"^\W*(?:and |so |but )?(?:who|by what|at what|until what|what time|what number|which (?:day|one|of|number)|how (?:many|much|long|old))\b"
)
"""A question, also where no mark is set behind it."""
_TAG: Final = LazyPattern(r"(?:n't|not) (?:it|you|they|she|he|there)\W*$")
_ASKED_IN_DIALECT: Final = LazyPattern("(?:です|ます)(?:か|の|のん|やろか)[。、?？!！]*$")


_ANSWERS: Final = LazyPattern(
    r"\W*(?:yes|no|it (?:does|is|will|has|did)|they (?:do|are|will)|that's (?:right|correct)|はい|ええ|いいえ)\b[\s,、.]"
)
"""The beginning of an answer: with a figure in it, it tells a fact."""


_INSTRUCTS: Final = LazyPattern(
    r"^\W*(?:then |so |and |just |please |fine[,.]? )*(?:ring|call|phone|write to|come to|ask|tell|let) (?:us|me)\b|\byou (?:only |just |simply )(?:need|have)\b|"
    "(?:くだされば|いただければ)(?:結構|大丈夫)です|(?:だけ)?(?:お)?(?:知らせ|申し付け|連絡|電話)ください[ね。]*$"
)
"""Tells what to do, or what to have ready."""


def _states_the_rule(view: View, clause: int) -> bool:
    """A rule or a fact of the case told without a word to the customer."""
    if not view.cued_in((clause,), TopicKind.FACT, TopicKind.LIMIT, affirmed=None):
        return False
    return _TO_THEM[view.language].search(view.sentence_text(clause)) is None


def takes_up(view: View, clause: int) -> bool:
    """Whether a clause may be told to take up what the customer said: no thanks alone, no question, no
    command and no step, unless it puts the matter or the feeling into words."""
    clauses = view.reading.clauses
    text, form = clauses[clause].text, view.clause_text(clause)
    named = {
        found.topic
        for found in view.topics(*_HEARD, own_words=False)
        if found.clause == clause
        and touches(view.scenario, view.language, text, found.topic)
        and not _brought_up(view, clause, found.topic)
    }
    felt = any(found.rule != BY_EXAMPLE for found in view.acts_in(clause, Act.EMPATHISE))
    if view.language == "en":
        asked = view.asked(clause) or view.asked(view.sentence(clause)[-1])
        asked = asked or _ASKS_OUTRIGHT.search(form) is not None
    else:
        asked = view.asked(clause) or bool(_ASKED_IN_DIALECT.search(form))
    if asked:
        cares = any(view.scenario.topics[name].kind is TopicKind.FEELING for name in named)
        tag = bool(named) and bool(_TAG.search(form))
        return felt or tag or (cares and not _QUESTION_WORD.search(form))
    instructs = _INSTRUCTS.search(view.sentence_text(clause)) is not None
    answers = _ANSWERS.match(form) and any(s.clause == clause for s in view.reading.slots)
    tells = answers or _tells_figures(view, clause)
    if tells or view.conditional(clause) or _leads_to_a_deed(view, clause):
        heard = view.conditional(clause) or bool(view.acts_in(clause, *_FEELS))
        return felt or (bool(named) and heard and not instructs)
    formula = bool(view.acts_in(clause, *_FORMULAS))
    bare = formula and not named and clauses[clause].own_words < _BESIDE_THANKS
    heading = form.rstrip().endswith(":")
    empty = bare or heading or instructs or _states_the_rule(view, clause)
    if not felt and (empty or _sets_to_work(view, clause)):
        return False
    if named or any(found.rule != BY_EXAMPLE for found in view.acts_in(clause, *_FEELS)):
        return True
    acts = {found.act for found in view.acts_in(clause)}
    if acts and acts <= {*_FORMULAS, *_FEELS} and not acts.isdisjoint(_FORMULAS):
        return False
    to_them = _TO_THEM[view.language].search(view.sentence_text(clause))
    return to_them is not None and not view.requested(clause)


def _brought_up(view: View, clause: int, topic: str) -> bool:
    """Whether a clause tells of the agent's own accord what the customer has not named: a fact, and no
    listening."""
    told = view.acts_in(clause, Act.INFORM) and not view.acts_in(clause, *_FEELS)
    return (bool(told) or _tells_figures(view, clause)) and not spoken(view, topic)


_LASTS: Final = LazyPattern(r"\btakes?\b|\bworking days\b|かかり|営業日")


def _tells_figures(view: View, clause: int) -> bool:
    """Whether a clause holds an hour, a sum or how long something takes that the customer has not named."""
    lasts = _LASTS.search(view.clause_text(clause)) is not None
    kinds = ("clock", "amount", *(("duration",) if lasts else ()))
    figures = (slot for slot in view.reading.slots if slot.clause == clause and slot.kind in kinds)
    return any(view.slot_text(slot) not in view.customer_text for slot in figures)


_LEADS_ON: Final = LazyPattern("[てで]、?$")


def _leads_to_a_deed(view: View, clause: int) -> bool:
    """A Japanese clause whose sentence goes on to what is going to be done: 「会議に出して、…お送りします」."""
    after = range(clause + 1, view.sentence(clause)[-1] + 1)
    goes_on = _LEADS_ON.search(view.clause_text(clause).rstrip()) is not None
    return goes_on and any(view.acts_in(n, *_COMING) for n in after)


_COMING: Final = (Act.PROMISE, Act.CALL_BACK)


def _sets_to_work(view: View, clause: int) -> bool:
    """A step, or a command, is a deed and no word about what was said."""
    step = any(found.clause == clause for found in open_steps(view))
    about = any(found.clause == clause for found in view.topics(TopicKind.SITUATION))
    return (step or view.requested(clause)) and not about


# ---------------------------------------------------------------- apologies

_SORRY: Final[Mapping[Language, LazyPattern]] = {
    "en": LazyPattern(r"\b(?:sorry|apolog\w*|forgive|pardon|regret|(?:my|our) (?:mistake|fault|error))\b"),
    "ja": LazyPattern(
        r"申し?訳|お?詫び|おわび|す[みい]ません|すんまへん|ごめん|失礼(?:いた)?しました|恐縮"
    ),
}  # fmt: skip
_SAYS_NOTHING: Final[Mapping[Language, LazyPattern]] = {
    "en": LazyPattern(
        r"\b(?:i'm|i|am|we're|we|are|so|very|really|truly|terribly|again|once|more|yes|no|oh|and|for|about|"
        r"over|to|all|any|the|this|that|it|it's|everything|of|please|just|trouble|inconvenience)\b"
    ),
    "ja": LazyPattern(
        "本当|大変|誠|心|重|度|色々|申|上|致|迷惑|不便|気持|本日|今日|今回|掛|[ぁ-ん]"
    ),
}
_LINKED: Final = LazyPattern(
    r"\b(?:sorry|apolog\w*)\W+(?:again |once more |very much )?"
    r"(?:for|about|over|that|to|if|you|we|it|it's|i|the|your)\b"
)
_SORRY_TO_HEAR: Final = LazyPattern(r"\bsorry to hear (?:that|this|it)\s*(?:[,.!;-]|$)")
_BESIDE_IT: Final = 3
"""English words that stand for the object of an apology where none follows it; one is enough else."""
_WORD: Final[Mapping[Language, LazyPattern]] = {
    "en": LazyPattern(r"[a-z']{2,}|\d+"),
    "ja": LazyPattern(r"[^\W_ぁ-ん]"),
}


_CONDOLES: Final = LazyPattern(
    r"\bsorry (?:for|about|to hear (?:of|about)) (?:your|his|her|the) (?:loss|bereavement|passing|death)\b|お悔やみ|ご愁傷"
)


_BEFORE_A_NO: Final = LazyPattern(
    r"^\W*(?:ただ|ですが|しかし|けれど)?[、,]? ?(?:誠に|大変)?(?:申し訳|恐れ入り|すみません)[^。、]{0,8}が?[、,]\W*$"
)
"""The set phrase that goes before a refusal, in a clause of its own."""


def says_what_for(view: View, clause: int) -> bool:
    """Whether the sentence of a clause apologises, and for something: neither "sorry again for all
    this", nor one of so many apologies that they have become the message."""
    language = view.language
    text = view.sentence_text(clause)
    if count(view) >= TOO_MANY or apologies_before(view) >= TOO_MANY:
        return False
    if not _SORRY[language].search(text) or _SORRY_TO_HEAR.search(text):
        return False
    if _CONDOLES.search(text) or _BEFORE_A_NO.search(view.clause_text(clause)):
        return False
    left = _SAYS_NOTHING[language].sub(" ", _SORRY[language].sub(" ", text))
    loose = language == "en" and not _LINKED.search(text)
    return len(_WORD[language].findall(left)) >= (_BESIDE_IT if loose else 1)


def apologies_before(view: View) -> int:
    """Earlier replies that apologised."""
    sorry = _SORRY[view.language]
    return sum(bool(sorry.search(matching_form(said))) for said in view.moment.agent_said)


# ---------------------------------------------------------------- what is declined

_CANNOT: Final = LazyPattern(
    r"でき(?:ません|ない|かね)|かねます|かねる|お断り|応じ|受けられ|られません|られない|無理|だめ|ダメ|\b(?:can't|cannot|not able|unable|won't|not possible|isn't possible|no)\b"
)
_KEEPS_OFF: Final = LazyPattern("(?:いたし|し|申し|申し上げ)ません")


_NO_PROMISE: Final = LazyPattern(
    r"\b(?:can'?t|cannot|can not|couldn'?t|won'?t|wouldn'?t) (?:\w+ ){0,2}?(?:promise|guarantee|swear|be (?:sure|certain))\b|"
    "(?:確約|保証|約束|断言|言い切)[^。、]{0,6}(?:でき|いたしかね|れ)(?:ない|ません|かね|ず)"
)
"""What nobody can be sure of is no no."""
_NO_STATE: Final = LazyPattern(
    "(?:なくな|消え|失わ|間違|誤|見落と|変わ|終わ|疑|思|忘れ|遅れ|壊れ|届いて?い?な)[^。、]{0,3}(?:て|って|んで|で)(?:は)?(?:おり|い)(?:ません|ない)"
)
"""How things are not: 「なくなっておりません」 refuses nothing."""


_NO_MATTER: Final = LazyPattern(
    r"(?:なくて|なくとも|なくても|なさらなくて)も?(?:大丈夫|結構|構い|かまい|いい|よろしい)"
)
"""What need not be takes nothing away from anybody."""


def declines(view: View, clause: int) -> bool:
    """Whether a clause says what cannot be: 「お宿にはおかけいたしません」 keeps off what nobody wants."""
    text = view.clause_text(clause)
    if _NO_PROMISE.search(text) or _NO_STATE.search(text) or _NO_MATTER.search(text):
        return False
    declined = view.topics(TopicKind.LIMIT, affirmed=False, own_words=False)
    if any(found.clause == clause for found in declined) or view.language == "en":
        return True
    return _KEEPS_OFF.search(text) is None or _CANNOT.search(text) is not None


# ---------------------------------------------------------------- questions, steps, times

_TELL_ME: Final[Mapping[Language, LazyPattern]] = {
    "en": LazyPattern(
        r"(?<!\bhas to )(?<!\bhad to )\b(?:tell me|let me (?:know|have)|gi(?:v)?e (?:me|us)|i(?:'ll)? need)\b"
    ),
    "ja": LazyPattern(
        "聞かせ(?:て|くだ|下さ|いただ|頂|願|もら|ね)|教え|知らせ(?:くだ|下さ|いただ|願)|伺|おっしゃ|(?<!よう)(?<!ように)お願い|(?<!お)願い|[頂い]ただ?けま|もらえ|"
        "です[かの]|ます[かの]"
    ),
}


_DO_IT: Final = LazyPattern(
    r"\b(?:would|could|can|will) you (?:please |just |kindly |then )?(?!tell|say|let me|describe|remember|give me|explain|read|think|like|prefer|rather|mind|see|find|show|be|have|need|want|say)\w+|"
    r"^\W*(?:please )?do (?:the same|the rest|that|this|it|so|please|let|tell|take|keep|mind|ring|call|write|give|change)\b|"
    "[ぁ-ん一-龥](?<!教え)(?<!聞かせ)(?<!話し)(?<!知らせ)(?<!見せ)(?<!説明し)(?<!答え)(?<!待っ)[てで](?:いただけ|頂け|もらえ|くださ)|"
    "お?(?:電話|おかけ)いただけ|(?:ようご連絡|お送り|お申し付け|お越し|お出し|お預け|お控え)(?:いただけ|頂け)|"
    "(?:お電話|ご連絡|ご返信|ご返送|ご確認|ご記入|ご来店|ご提出|ご準備|ご用意|お手続き)(?!番号|先)(?:を|も|だけ)?お願い"
)


_BIDDEN: Final = LazyPattern(
    r"^\W*(?:and |so |then |but |just |please )*(?:keep|write|ring|call|come|send|tell|quote|put|leave|take (?!care)|bring|check|note|hold|show|give|look|have (?:the|your|it)|don't)\b|"
    r"\bwhen you (?:set|get|go|come|leave|arrive)\b[^.!?]*\b(?:write|ring|call|tell)\b|(?:て|で|お[ぁ-ん一-龥]{1,5})(?:ください|下さい)(?:ね|ませ)?。?$"
)


def is_bidden(view: View, clause: int) -> bool:
    """Whether the customer is told to do something: a word to them, and none about them."""
    return _BIDDEN.search(view.clause_text(clause)) is not None


def asks_for_a_deed(view: View, clause: int) -> bool:
    """Whether a clause bids the customer do something, be it as a question: nobody is asked to tell."""
    return _DO_IT.search(view.clause_text(clause)) is not None


_OWN_ASKING: Final = LazyPattern("聞き方|(?:教えて|伺って|お聞きして)(?:まいり|参り|おり|いき)ます")
"""How one asks or teaches oneself."""


def asks(view: View, clause: int) -> bool:
    """Whether a clause asks the customer for something, as a question or as a request to tell."""
    text = view.clause_text(clause)
    if view.asked(clause) or text.rstrip().endswith("?"):
        return True
    return bool(_TELL_ME[view.language].search(text)) and not _OWN_ASKING.search(text)


_PUTS_FORWARD: Final = (
    *(Act.OFFER, Act.CONSENT, Act.PROMISE, Act.CALL_BACK),
    *(Act.HAND_OVER, Act.CHECK, Act.INFORM, Act.READ_BACK),
)


def asks_for_items(view: View, clause: int) -> bool:
    """Whether a question is the identity check that is due: "your number" asks for no call."""
    due = view.scenario.identity.needed and not view.moment.identity_stated
    return due and bool(view.acts_in(clause, Act.VERIFY))


_DATA: Final = LazyPattern(
    r"\b(?:your|the|a|which|what) (?:\w+ ){0,2}?(?:name|surname|number|phone|telephone|mobile|e-?mail|address|postcode)\b|"
    "(?:お?名前|お?電話番号|携帯番号|ご?住所|ご?連絡先|メールアドレス|ご?注文番号|お届け先|宛先|どの番号)"
)
"""What stands on a form: to ask for it moves a case and takes nobody in."""


def asks_for_data(view: View, clause: int) -> bool:
    """Whether a question asks for what stands on a form."""
    return _DATA.search(view.clause_text(clause)) is not None


_THEY_DID: Final = LazyPattern(
    r"^\W*(?:and |but |so )?you (?:\w+ly |just |already )?(?:noticed|kept|did|had|were|put|took|told|said|asked|rang|wrote|left|found|saw|thought|\w+ed)\b(?! me to\b)|"
    r"\b(?:on another call|in a meeting|off (?:today|sick|duty)|away from (?:her|his|their) desk)\b|"
    "(?:席を外し|電話中|会議中|手が(?:離せ|ふさが)|休みをいただ)"
)


_A_CALL: Final = LazyPattern(r"\b(?:call|ring)\b|お?電話")


_DECIDES: Final = LazyPattern(
    r"\b(?:decides?|to decide|decision|decide on)\b|(?:決め|判断)(?:ます|る|いたします|られ|でき|すること)"
)
_SETS_GOING: Final = LazyPattern(
    r"\b(?:i|we)(?:'ll|'ve|'m| will| have| am| are)? (?!can|could|may|might|am not|do|don't)\w+|\blet me\b|\bshall i\b|\b(?:pass|hand|tak|put|bring|ask|tell|write|ring|call)(?:s|es|ing|e)?\b|"
    "伝え|つな|渡|聞|伺|確認|相談|上げ|引き?継|代わ|回し|お返事|ご連絡"
)


def _only_tells_who_decides(view: View, clause: int) -> bool:
    """ "The meeting decides on it": nobody does anything yet, and no time is named."""
    text = view.clause_text(clause)
    decides = _DECIDES.search(text) is not None and _SETS_GOING.search(text) is None
    return decides and not view.slots(TIME_SLOTS, clause)


_LEFT_UNDONE: Final = LazyPattern(r"(?:せず|しない(?:で)?)に? ?(?:おき|済ませ|しておき)")
_ONLY_NAMED: Final = LazyPattern(
    r"^\W*(?:(?:and )?because|when|whether|how|what|where|who) (?!i'?ll\b)[^?]*$|どう(?:いたしましょう|しましょう|なさいます|されます)|\bin case (?:the|it|she|he|they|that|there)\b|^[^。、]{2,14}(?:前|後)に、[^。]*(?:いただけ|くださ)|(?:先ほど|先程|さきほど|前に)[^。]{0,16}(?:伺|お聞き|おっしゃ)"
)
"""What nobody can say yet, what is asked after, what the customer has told."""


_ONLY_BEGINS: Final = LazyPattern(
    "^[^、。]{2,18}(?:ですが|につきまして(?:は|ですが)?|については|に関しまして(?:は)?)、?$"
)
"""「残りの千円分ですが、」: what it is going to be about."""


_KEEPS_TO_A_LIMIT: Final = LazyPattern(
    r"\bstop you there\b|^\W*(?:please )?(?:don't|do not) (?:tell|read|give|say)\b|\b(?:i|we) (?:may|must) not (?:touch|say|tell|change)\b|"
    "(?:おっしゃら|教え|読み上げ|話さ)ないで(?:ください|下さい)|お止めください|とは限り(?:ません|ない)|(?:こと|ところ)までです"
)
"""Keeps somebody from saying something, or says how far one can go: a rule is kept by that, and no matter
moved."""


_MOVES_NOTHING: Final = (_ONLY_BEGINS, _ONLY_NAMED, _KEEPS_TO_A_LIMIT, _THEY_DID)


def puts_forward(view: View, clause: int) -> bool:
    """Whether a clause can be a step: it does not merely ask ("card or transfer?", "the new address,
    please?"), nor tell what the customer has done, why somebody cannot or who decides, nor call off a
    call."""
    if _only_tells_who_decides(view, clause):
        return False
    if only_tries(view, clause) or (
        view.asked(clause) and not view.acts_in(clause, *_PUTS_FORWARD)
    ):
        return False
    if called_off(view, clause) and _A_CALL.search(view.clause_text(clause)):
        return False
    text = view.clause_text(clause)
    if any(words.search(text) for words in _MOVES_NOTHING) or is_thanks(view, clause):
        return False
    return _LEFT_UNDONE.search(view.sentence_text(clause)) is None


def is_thanks(view: View, clause: int) -> bool:
    """Whether anything in the sentence of a clause is thanks."""
    return any(view.acts_in(n, Act.THANK) for n in view.sentence(clause))


_OPENED: Final = LazyPattern(
    r"(?:記録|画面|ご?注文)[^。]{0,6}(?:開き|開け|出て|見つか)|\b(?:order|record|it)(?:'s| is) (?:now )?open\b|\bi(?:'ve| have) got (?:it|your order) (?:up|open)\b"
)
_NOTHING_CAN: Final = LazyPattern(
    r"何も(?:でき|出来|進め|動け)[^。]{0,4}(?:ない|ません|へん)|\b(?:can't|cannot|can not) do (?:anything|a thing)\b|\bnothing (?:i|we) can do\b"
)


def shuts_out(view: View, clause: int) -> bool:
    """Whether the sentence of a clause says that nothing can be done: no step to be praised."""
    return bool(_NOTHING_CAN.search(view.sentence_text(clause)))


ANYTHING_ELSE: Final = LazyPattern(
    r"\banything else\b|\bstill (?:something|anything) (?:you|that)\b|\belse (?:i|we) can\b|(?:他|ほか)に(?:は|も)?、?(?:今日(?:のうち)?に|この場で|今のうちに)?(?:何か|なにか|気に|気がかり|ご質問|ご不明|ご用|確認|お困り|聞|伺|お聞き)"
)
ONLY_TALK: Final = LazyPattern(
    r"\bbe (?:straight|honest|frank|clear|upfront|up front|blunt|open|plain|quick|brief)\b|(?:正直|率直|単刀直入|はっきり)に(?:申|言|お話)"
)
"""How something is going to be said: no work."""


LEAVES: Final = LazyPattern(
    r"\b(?:i'll|i will|let me|i shall) (?:(?:close|end|stop) (?:here|there|now|the (?:call|chat))|let you (?:go|get)|leave (?:it (?:there|at that)|you to)|ring off|hang up|say good\w+)\b|"
    r"\bi(?:'m| am)? (?:take|taking) (?:that|it) back\b|\b(?:goodbye|good-bye|(?:a|have a) (?:nice|good|lovely|quiet) (?:day|evening|weekend|afternoon))\b|"
    "(?:これで|では)失礼|電話を切ら|(?:一言|言葉|発言|申し上げたこと|今の(?:は|話は))[^。]{0,8}(?:取り消(?:し|させ)|撤回)"
)
"""Takes leave, or an own word back: nothing is done by that."""
INVITES: Final = LazyPattern(
    r"\b(?:tell me (?:more|all|everything|whatever|anything)|talk to me|i'm (?:all ears|listening|here to listen))\b|"
    "(?:何でも|なんでも|ゆっくり|いくらでも|お気持ち|お話)[^。]{0,16}(?:聞かせ|お聞き|お話し(?:に|くだ)|おっしゃ)"
)
"""Invites somebody to talk: they have nothing to do by that."""


def turns_to_the_matter(view: View, clause: int) -> bool:
    """Whether a clause does anything about the matter; that a record has opened is not it."""
    text = view.clause_text(clause)
    beside = any(w.search(text) for w in (_OPENED, ANYTHING_ELSE, ONLY_TALK, INVITES, LEAVES))
    if beside or shuts_out(view, clause):
        return False
    figures = any(slot.clause == clause for slot in view.reading.slots)
    kinds = (TopicKind.STEP, TopicKind.FACT)
    topics = any(found.clause == clause for found in view.topics(*kinds, own_words=False))
    acts = view.acts_in(clause, *WORKING, Act.OWN, Act.VERIFY, Act.ASK, Act.CONSENT)
    return figures or topics or bool(acts) or view.asked(clause)


_TO_THEM: Final[Mapping[Language, LazyPattern]] = {
    "en": LazyPattern(
        r"\b(?:you|your|yours|you're|you've|you'd|you'll|yer|ye|d'you|mr|mrs|ms|sorry|apolog\w*)\b"
    ),
    "ja": LazyPattern(
        "様|(?<!会社)さん|くださ|下さ|いただ|頂[きけい]|いらっしゃ|おっしゃ|おあり|気がかり|気にな|はっ[たて]|はり|"
        "お(?:気持|辛|つら|疲|困|急|一人|子|母|父|心|身|話)|お[^。、]{1,6}(?:します|いたし|でき)|"
        "ご(?:心配|不安|不便|迷惑|事情|家族|負担|無理)|です(?:よね|[ねな])|まし?たね|ますね|でしょう|申し?訳|私が|私、"
    ),
}


_SETS_LIMITS: Final = (Act.WARN, Act.BOUNDARY, Act.END_CALL)
_A_FRAGMENT: Final = 12
"""Letters up to which a clause says little by itself."""


def turns_to_them(view: View, clause: int) -> bool:
    """Whether a clause speaks to the customer: how the stock is counted reaches nobody, however friendly
    the reply, nor does a direction or a warning."""
    heard = any(found.clause == clause for found in view.topics(*_HEARD, own_words=False))
    felt = any(found.rule != BY_EXAMPLE for found in view.acts_in(clause, *_FEELS, Act.OWN))
    # An English sentence is often to somebody in one half of it; half a Japanese one may be a time.
    text = view.sentence_text(clause) if view.language == "en" else view.clause_text(clause)
    if not (heard or felt) and (_bids(view, clause) or view.acts_in(clause, *_SETS_LIMITS)):
        return False
    told = view.acts_in(clause, Act.INFORM, Act.ESTIMATE)
    facts = any(found.clause == clause for found in view.topics(TopicKind.FACT, own_words=False))
    dry = bool(told) or facts or len(text) <= _A_FRAGMENT
    return heard or felt or not dry or bool(_TO_THEM[view.language].search(text))


def _bids(view: View, clause: int) -> bool:
    """Whether a clause tells the customer to take a step; "do take care" is no such step."""
    step = any(found.clause == clause for found in view.topics(TopicKind.STEP, own_words=False))
    return step and view.requested(clause)


_CALLED_OFF: Final = LazyPattern(
    r"\b(?:cancel\w*|call(?:ed|ing)? off|no longer|take\b[^.!?]{0,20}\boff)\b|取りやめ|取り止め|キャンセル|不要|なしに(?:し|いたし)|やめて(?:おき|おり)"
)


def called_off(view: View, clause: int) -> bool:
    """Whether a clause calls something off: its hour is no time by which anything is done."""
    return _CALLED_OFF.search(view.clause_text(clause)) is not None


_WISHES: Final = LazyPattern(
    r"\bi (?:do |really |so )?hope\b|\bgood luck\b|\benjoy\b|\bhave a (?:lovely|good|nice)\b|ますように|ますよう、?お祈り|楽し(?:み|んで)|お大事に"
)


_HOPES: Final = LazyPattern(r"\bi (?:do |really |so )?hope\b")
_HOPED_BESIDES: Final = LazyPattern(r"^\W*(?:and |or )?(?:that|the|your|it|they|all)\b")
_MAY_IT_BE: Final = LazyPattern("ますように")


def wishes(view: View, clause: int) -> bool:
    """A thought for a day to come, which tells no time of anything; what is hoped may be said in several
    clauses, and in Japanese that it is hoped stands in the last of them."""
    if _WISHES.search(view.clause_text(clause)) is not None:
        return True
    here = view.sentence(clause)
    if view.language == "ja":
        return any(_MAY_IT_BE.search(view.clause_text(n)) for n in here if n > clause)
    hoped = any(_HOPES.search(view.clause_text(n)) for n in here if n < clause)
    return hoped and _HOPED_BESIDES.search(view.clause_text(clause)) is not None


def dated(view: View, clause: int) -> bool:
    """Whether the sentence of a clause holds something to come with its time."""
    waits = _WAITS.search(view.clause_text(clause)) or wishes(view, clause)
    if waits or called_off(view, clause):
        return False
    here = view.sentence(clause)
    if any(_ASKS_OUTRIGHT.search(view.clause_text(n)) for n in here):
        return False
    coming = {found.clause for found in view.acts(*COMMITTING, Act.OWN, Act.CHOICE)}
    coming |= {found.clause for found in open_steps(view)}
    timed = {
        slot.clause
        for n in here
        for slot in view.slots(TIME_SLOTS, n)
        if not (_names_a_thing(view, slot) or _from_then_on(view, slot))
    }
    return any(
        n in timed and not about_other_times(view, n) and not _BEHIND.search(view.clause_text(n))
        for n in here
    ) and not coming.isdisjoint(here)


_DAY_OF_A_THING: Final = LazyPattern("の[^0-9朝昼夕夜午正何うち間お]")
"""Behind a day: it tells which one, and not by when."""


def _names_a_thing(view: View, slot: Slot) -> bool:
    """ "Tomorrow's box" is a box, and 「明日の調査員」 somebody who comes."""
    behind = view.reading.text[slot.span.end : slot.span.end + 2]
    within = view.reading.text[slot.span.start : slot.span.end]
    if view.language == "ja":
        after = view.reading.text[slot.span.end : slot.span.end + 3]
        return _DAY_OF_A_THING.match(matching_form(after)) is not None
    return matching_form(behind).startswith("'s") or matching_form(within).endswith("'s")


_FROM: Final = LazyPattern(r"\b(?:from|as of|starting|since) $")


def _from_then_on(view: View, slot: Slot) -> bool:
    """ "From today it is my case": from when, and not by when."""
    before = view.reading.text[max(0, slot.span.start - 10) : slot.span.start]
    behind = view.reading.text[slot.span.end : slot.span.end + 2]
    began = _FROM.search(matching_form(before).rstrip() + " ") is not None
    return began or (view.language == "ja" and behind in ("から", "より"))


_BEHIND: Final = LazyPattern(
    r"\b(?:sat|waited|rang|called|were|was|had|came|kept|ago|since|asked|ordered)\b|前に|以来|お待たせし|待って(?:いた|くださ)|(?:まし|だっ)た(?:のに|が)"
)


# ---------------------------------------------------------------- hand-over, read-back

_TOOK_IT_DOWN: Final = LazyPattern(
    r"書き取[れり]|書き留めました|控えました|メモしました|\b(?:got|noted|wrote|written|taken) (?:it|that|the number|your (?:card )?number)(?: down)?\b"
)


def stops_in_time(view: View, _clause: int) -> bool:
    """Whether no earlier reply has taken down what is to be stopped: after that it is too late for
    praise."""
    return not any(_TOOK_IT_DOWN.search(matching_form(said)) for said in view.moment.agent_said)


_TO_SOMEBODY: Final = LazyPattern(
    r"引き?継|つな[ぐぎい]|繋|代わ|替わ|申し伝|伝えます|伝えて(?:おき|あり)|お伝えし|相談|判断(?:を仰|いた)|渡し|回し|上げ|"
    r"\b(?:hand|pass|put|bring|brief|transfer|tak|give|giv|fetch|get|tell|told|decid|with)\w*\b"
)


_WAITS: Final = LazyPattern(
    r"(?:返事|返答|回答|連絡)[をが]?お?(?:待|来て|あって)|(?:代わ|替わ|つな|引き?継)[^。、]{0,4}前に|\bbefore (?:i|we) (?:hand|pass|put|transfer)\b|\b(?:wait(?:ing)? (?:for|to hear)|once \w+ (?:has|is))\b"
)


_WHEN_FREE: Final = LazyPattern(
    r"\b(?:is|isn't|are|aren't|be|'s|becomes?) (?:not |still |now |just )?(?:free|busy|available|in until|back at)\b|\b(?:number|time) (?:should|shall|can|could|for)\b|"
    "(?:空き|手が空|戻り|お?席)(?:次第|ます|まし|に)"
)
"""When somebody can come, or where they may ring: nothing is passed on by that."""


_GOODS_GO: Final = LazyPattern(r"(?:便|荷物|お?品|運送会社)[^。]{0,16}(?:に|へ|を)(?:引き?渡|渡)")
"""A parcel is handed to its carrier, and no matter to anybody."""


_RINGS_THEM: Final = LazyPattern(
    r"\b(?:rings?|calls?|phones?|writes? to) you\b|(?:お?電話|折り?返し|ご連絡)(?:も|を|は|の)*(?:ご)?(?:予約|お約束)"
)
"""A call that is to come, from whomever: the matter is with them already, or stays where it is."""


_I_WOULD: Final = LazyPattern(r"\bi(?:'d| would) (?:be )?ask")
"""What one would do in the customer's place."""
_STAYS_HERE: Final = (_I_WOULD, _THEY_DID, _WHEN_FREE, _GOODS_GO)
"""By none of these anything is passed on."""


def brings_in_somebody(view: View, clause: int) -> bool:
    """Whether a clause itself passes the matter on, and does not only wait for somebody, nor tell why
    somebody cannot come."""
    text = view.clause_text(clause)
    asks_about = view.asked(clause) and not view.acts_in(clause, Act.OFFER, Act.CONSENT)
    rings = _RINGS_THEM.search(text) is not None
    if any(words.search(text) for words in _STAYS_HERE) or asks_about or rings:
        return False
    sure = any(found.rule != BY_EXAMPLE for found in view.acts_in(clause, Act.HAND_OVER))
    return not _WAITS.search(text) and (sure or bool(_TO_SOMEBODY.search(text)))


_READS_BACK: Final = LazyPattern(
    r"復唱|確認させ|繰り返[しさ]|おさらい|まとめますと|念のため|"
    r"\b(?:to recap|recap|read (?:it|that|them) back|sum up|to confirm|let me (?:just )?(?:check|repeat|confirm))\b"
)


_BIDS: Final = LazyPattern(
    r"^\W*(?:please |just |then )?(?:ask|give|quote|tell|show|have|keep|ring|call)\b(?! me)"
)


_SAYS_THE_HOUR: Final = LazyPattern(
    r"(?:今|いま|只今|ただ今|ただいま)(?:は|が)?[0-9]{1,2}(?:時|:)|\bit'?s (?:now |just |only )?[0-9]{1,2}[:.][0-9]{2}\b"
)
"""What time it is now was told by nobody before."""
_PUTS_TO_THEM: Final = LazyPattern(
    "(?:お[^。、]{1,6}になり|なさい|され|受けられ)ますか|ましょうか|(?:どちら|どれ|いつ|何時)[^。]{0,12}か"
    r"|\b(?:would you|do you want|shall i|which|what time|do you (?:need|take))\b"
)
"""Something is offered, or asked for: nothing is read back by that, whatever hour it names."""


_CONFIRMS: Final = LazyPattern(
    r"ですね|でした[ねよ]|よろしい|間違い|^(?:では|それでは)|\?|\b(?:so|then|right)\b[,:]|^\W*(?:so|right)\b"
)
"""Says again what was agreed, so that the customer may put it right."""


def _said_before(view: View, slot: Slot) -> bool:
    """Whether the customer has named a figure before, or, where it is confirmed, the agent: what is told
    for the first time, or half of it, is not read back, nor what is going to be done. Where nothing is
    known of what was said it counts."""
    confirms = _CONFIRMS.search(view.sentence_text(slot.clause)) is not None
    own = view.moment.agent_said if confirms else ()
    lines = (*view.moment.customer_said, *own)
    return not lines or any(stands_in(view, slot, line) for line in lines)


THEY_ASK: Final = LazyPattern(
    r"\?|(?:です|ます|ません|でしょう|だろう|の)か(?:ね|な|しら)?[。、]?$"
)
"""Words of a customer who asks something."""


def _only_answers(view: View, figures: Sequence[Slot]) -> bool:
    """Whether the one figure of a sentence is what the customer has just asked about: "Will it be in time for
    five?" is answered by that, and nothing is read back."""
    last = view.moment.customer_said[-1:]
    asked = any(THEY_ASK.search(matching_form(line)) for line in last)
    return asked and len(figures) == 1 and stands_in(view, figures[0], last[0])


def _only_undertakes(view: View, here: Sequence[int]) -> bool:
    """What is going to be done is told, unless it is confirmed."""
    commits = any(view.acts_in(n, Act.PROMISE, Act.CALL_BACK, Act.CHECK) for n in here)
    return commits and _CONFIRMS.search(view.sentence_text(here[0])) is None


_SUMS_UP: Final = LazyPattern(
    r"(?:まとめ|整理し)ますと|おさらいし|以上で(?:す|ござい)(?!か)|\b(?:to|let me) (?:sum|recap|round) (?:it |this |that )?(?:all )?(?:up|off)?\b|\bin short:|^\W*(?:right, |well, |good, )?so:"
)


def sums_up(view: View, clause: int) -> bool:
    """Whether the sentence of a clause puts several things together that have been arranged."""
    return _SUMS_UP.search(view.sentence_text(clause)) is not None


_OPEN_STILL: Final = LazyPattern("決められ|判断になり|できかね|お約束でき|分かりません")
_TOLD_NEWLY: Final = (_PUTS_TO_THEM, _SAYS_THE_HOUR, _OPEN_STILL)
"""Figures in such a sentence are put forward, or told for the first time."""


def holds_what_is_read_back(view: View, clause: int) -> bool:
    """Whether the sentence of a clause holds a fact that is read back: "is that all right?" holds none,
    what somebody is to do is told and not read back, and so is what nobody has said before."""
    here = view.sentence(clause)
    bidden = view.requested(clause) or _BIDS.search(view.clause_text(clause)) is not None
    text = view.sentence_text(clause)
    if bidden and not view.sentence_asks(clause):
        return _READS_BACK.search(text) is not None
    figures = [s for s in view.reading.slots if s.clause in here and s.kind != "person"]
    known = [s for s in figures if s.kind == "order" or _said_before(view, s)]
    facts = bool(figures) and 2 * len(known) >= len(figures)
    facts = facts and not (_only_answers(view, figures) or _only_undertakes(view, here))
    facts = facts and not any(words.search(text) for words in _TOLD_NEWLY)
    return facts or bool(_READS_BACK.search(text))
