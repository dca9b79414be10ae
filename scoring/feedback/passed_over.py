"""What the customer has just said and the reply passes over: their question, what they confided, or a
number that they are reading out.

Told only where it is plain. A question counts if it is about something of the case, and the reply
neither speaks of that nor begins with a yes or no; a confidence if the reply has no word for it or
for any feeling; a number that nobody may hear if the reply speaks of other things altogether. Nothing
here changes a score.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from scenarios.acts import Act, Duty
from scenarios.language import Text
from scenarios.model import TopicKind
from scoring.feedback.instead import better
from scoring.feedback.seen import Seen
from scoring.feedback.ways import FEELING
from scoring.language.lazy_pattern import LazyPattern
from scoring.language.normalise import matching_form
from scoring.model import Dimension, Finding
from scoring.moment.touched import shares_words, touched
from scoring.moment.view import View
from scoring.reading.direct_answers import question_in
from scoring.rubrics.rubric import Rubric
from scoring.rubrics.wording import message

_ABOUT: Final = (
    TopicKind.STEP,
    TopicKind.FACT,
    TopicKind.LIMIT,
    TopicKind.UNCERTAIN,
    TopicKind.FORBIDDEN,
)
"""Kinds of topics that a question can be answered about."""
_FIRST: Final = (Act.VERIFY, Act.HAND_OVER, Act.BOUNDARY, Act.WARN, Act.END_CALL, Act.CHECK)
"""What may well come before an answer, or takes its place."""
_PUT_OFF: Final = LazyPattern(
    r"\b(?:before i (?:answer|say|tell)|(?:come|get) (?:back )?to (?:that|your question)|can'?t (?:say|tell|answer)|don'?t know|not sure|find out|look into)\b|"
    "お答えする前に|その前に|まずは?|のちほど|後ほど|分かりかね|わかりかね|存じ|分かりません|わかりません|お答えでき|申し上げられ|調べ|確認"
)
_OF_THE_NUMBER: Final = LazyPattern(
    r"\b(?:numbers?|digits?|figures|cards?(?! (?:company|people|issuer))|codes?|pass ?words?|keep|stop|halt|wait|hold on|don't|needn't|no need|"
    r"spare|guard|read(?:ing)?|finish)\b|"
    "番号|ばんごう|数字|(?:カード|かーど)(?!会社|がいしゃ)|コード|暗証|パスワード|それ以上|そこ(?:で|まで)|止|待って|[言い]わ(?:な|ん)|財布|胸|鍵|仰"
)
"""Words of whoever stops somebody, or speaks of the number at all."""
_YES_OR_NO: Final = LazyPattern(
    r"^\W*(?:yes|yeah|yep|no|nope|not at all|none|nothing)\b|^\W*(?:はい|ええ|いいえ|いえ)"
)
_QUOTED: Final = LazyPattern(r"^\W*[\"“「『].*[\"”」』]\W*$")
"""What somebody else has asked the customer, told word for word."""
_TAKES_IN: Final = (Act.EMPATHISE, Act.ACKNOWLEDGE, Act.THANK, Act.APOLOGISE)
_HEARD: Final = (TopicKind.SITUATION, TopicKind.FEELING, TopicKind.NEED)
_WEIGHS: Final = LazyPattern(
    r"\b(?:afraid|scared?|fright\w*|worr(?:y|ied)|asham\w*|alone|lonely|died|dead|dying|ill|illness|hospital|asthma|medicine|surgery|"
    r"stroke|cancer|crie[sd]|cry(?:ing)?|tears|funeral|widow\w*|divorc\w*|left (?:him|her)|lost (?:my|him|her|everything)|taken in|"
    r"pension|savings|last (?:birthday|time|year) (?:of|with|for|she|he)|passed away|can'?t sleep|feel (?:a fool|stupid|small))\b|"
    "怖|恐ろし|不安|心配|恥|一人暮らし|ひとり|亡くな|亡き|死|病|入院|手術|喘息|ぜんそく|薬|倒れ|泣|涙|葬|離婚|逃げ|だまされ|騙され|年金|貯金|眠れ|最後の|形見"
)
"""Words of what is no mere fact."""


def passed_over(view: View, rubric: Rubric, seen: Seen) -> Iterator[Finding]:
    """The lines of it; none of a reply that says nothing, which is told instead."""
    if seen.empty or not view.moment.customer_said:
        return
    if Duty.STOP_CARD_NUMBER in view.duties and not _OF_THE_NUMBER.search(view.whole_text):
        yield _line(view, rubric, "stop-card-number", "policy", None, None)
    question = _question(view)
    if question is not None:
        text, topic = question
        yield _line(view, rubric, "question-open", "resolution", Text(text, text), topic)
    fact = _confidence(view)
    if fact is not None:
        name = view.scenario.hidden[fact].name
        yield _line(view, rubric, "confidence-open", "empathy", name, None)


def _line(  # noqa: PLR0913, PLR0917  (a line, and each thing that it is made of)
    view: View,
    rubric: Rubric,
    rule: str,
    dimension: Dimension,
    about: Text | None,
    topic: str | None,
) -> Finding:
    return Finding(
        rule=rule,
        criterion=rule,
        dimension=dimension,
        turn=view.moment.turn,
        span=None,
        points=0,
        message=message(rubric, view.scenario, rule, "missed", topic=about),
        better=None if topic is None else better(rubric, view, rule, topic),
    )


def _question(view: View) -> tuple[str, str] | None:
    """The customer's question that the reply passes over, and a topic that it is about."""
    asked = question_in(view.moment.customer_said[-1])
    about = [n for n in view.reading.asked if view.scenario.topics[n].kind in _ABOUT]
    if asked is None or _QUOTED.search(asked) or not about or view.identity_open:
        return None
    insulting = view.stage is not None and view.stage.abusive
    if insulting or view.acts(*_FIRST):
        return None
    if _YES_OR_NO.search(view.whole_text) or _PUT_OFF.search(view.whole_text):
        return None
    named = {found.topic for found in view.topics(*_ABOUT, affirmed=None, own_words=False)}
    if not named.isdisjoint(about) or any(touched(view, name) for name in about):
        return None
    if shares_words(asked, view.reading.text, view.language):
        return None
    return asked, about[0]


def _confidence(view: View) -> str | None:
    """The hidden fact that has just come out, where the reply has no word for it; one that came out a
    line before the last may have been taken in by the reply before."""
    replies = [view.reading.text]
    for said in reversed(view.moment.just_said):
        fact = next((n for n in view.scenario.hidden if _told_in(view, n, said)), None)
        if fact is not None and _WEIGHS.search(matching_form(said)):
            unheard = not any(_takes_in(reply, said, view) for reply in replies)
            return fact if unheard and not _hears(view) else None
        replies += view.moment.agent_said[-1:]
    return None


def _hears(view: View) -> bool:
    """Whether the reply takes in anything that the customer has on their mind."""
    named = any(view.topics(*_HEARD, affirmed=None, own_words=False))
    return named or any(view.acts(*_TAKES_IN))


def _takes_in(reply: str, said: str, view: View) -> bool:
    """Whether a reply has a word for a feeling, or any of a line."""
    if FEELING.search(matching_form(reply)):
        return True
    return shares_words(said, reply, view.language)


def _told_in(view: View, fact: str, said: str) -> bool:
    says = view.scenario.hidden[fact].says
    if says is None or fact not in view.moment.told:
        return False
    return any(wording in said for wording in says.all_wordings(view.language))
