"""Saying no: an inability or unwillingness of the shop's side, with what is declined.

Not knowing, not being sure, and not yet having are no refusals, nor is a no to what nobody would
wish for ("I won't keep you", "we won't charge you").
"""

from __future__ import annotations

import re
from typing import Final

from scenarios.model import TopicKind
from scoring.kinds import cue
from scoring.kinds.scene import Found, Scene
from scoring.language.lazy_pattern import LazyPattern
from scoring.rules.loader import Rule

_NO_REFUSAL_EN: Final = LazyPattern(
    r"(?:\b(?:not|cannot)|n't)\s+(?:\w+\s+){0,2}?(?:know|see|say (?:whether|if|when|how|for)|tell (?:you )?(?:yet|when|whether|"
    r"if|how|which|exactly|that\s+\w)|promise (?:you )?(?:the|a|when|that|it)|swear|(?:tell|see|say) from here|guarantee|be (?:certain|sure)|call (?:it |that |them |\w+day )?(?:certain|sure|definite|settled|a promise)|imagine|help but|"
    r"wait|believe|think|suppose|apologi[sz]e enough|thank|find|hear|understand|blame|ask you|keep you|"
    r"have to|need to|be asked|take (?:long|more than)|want|forget|make up|let you down|happen|see it|remember|name (?:which|the)|"
    # What nobody would wish for: to leave it undone is a kindness.
    r"leave you (?!an? )|charge (?:you|for|anything|your|a fee)|bill you|cost you|pass you|send you (?:round|around|away|off|back and forth|in circles)|"
    r"put you (?:off|through (?:all|any|that|this|it)\b)|make (?:any )?excuses|give you (?:(?:another|an?y?|more|the same) )*(?:excuses?|run-?around)|"
    r"make you (?:wait|pay|go|repeat|explain|say|ring|call|tell|chase|prove|start|fill|do)|let (?:it|this|that|things) (?:drop|go|slip|slide|rest|happen)|"
    r"stop (?:until|till|trying|looking|chasing|there)|rest (?:until|till)|give up|hang up|walk away|waste (?:your|any|more)|take up|pretend|argue|"
    r"lie to|fob|call you (?:an?|names)|bore you|rush you|interrupt|mislead|go back on|break (?:my|our) (?:word|promise)|dream of|be (?:long|necessary|needed|an? (?:minute|min|second|sec|moment|mo|tick|problem)))\b|"
    # That a nuisance ends is promised.
    r"(?:\bnot|n't)\s+be (?:an?other|any more|a (?:second|third|fourth|fifth|sixth|seventh|next))\b|"
    r"\b(?:won't|will not) (?:ask|trouble|bother|chase|write to|ring) [^.!?]{0,20}\bagain\b|"
    r"\bnothing (?:would|will|could) (?:please|delight|make|give|suit|be (?:too|nicer|better))\b|"
    r"\byou (?:will not|won't|needn't|don't|need not|do not|can't|cannot|will no longer)\b"
)
_NO_REFUSAL_JA: Final = LazyPattern(
    "(?:分か|わか|知ら|(?<!かと)存じ|届|見つか|申せ|言え|申し上げられ|お約束|約束は|確約|断言|決められ|言い切|待た|お待たせ|忘れ|"
    "(?:理由|わけ|事情)(?:は|も)(?:お)?(?:聞き|伺い|尋ね)|引き止め|引きとめ|"
    "(?:お手数|ご心配|ご迷惑|ご不便)(?:は|を)?(?:おか|かけ)|いただかなくて|お話しいただくこと|なさらなくて|なくて(?:結構|大丈夫|構)|必要は|"
    "はっきり|安心|心配|確実)"
)
_DOING_JA: Final = frozenset(("noun", "verb", "adj", "pron", "name"))


_UNDONE_EN: Final = LazyPattern(r"(?:\bnot|n't) be (?:\w+ed|sent|taken|made|put)\b")
_AFTER_A_DEED: Final = LazyPattern(r"^\W*(?:and|so|which means)\b")


def _beside_a_deed(scene: Scene, number: int) -> bool:
    """Whether the clause tells what comes of a deed that is promised right before it: "I'll stop the tea,
    and the box won't be sent"."""
    part = scene.analysis.parts[number]
    if not number or not _AFTER_A_DEED.search(scene.analysis.normal.text[part.start : part.end]):
        return False
    before = scene.analysis.parts[number - 1]
    own = before.sentence == part.sentence and before.subject == "self"
    return own and before.modality == "will" and not before.negated


def find(rule: Rule, scene: Scene) -> list[Found]:
    """Clauses that decline something."""
    result = cue.find(rule, scene)
    seen = {found.clause for found in result}
    for number, part in enumerate(scene.analysis.parts):
        if number in seen or part.quoted or part.question or part.conditional:
            continue
        if scene.excepted_clause(rule, number):
            continue
        if _declined_topic(scene, number) or _declines(scene, number):
            result.append(scene.whole(number))
    return result


def _declined_topic(scene: Scene, number: int) -> bool:
    part = scene.analysis.parts[number]
    if not part.negated or part.subject == "customer":
        return False
    limits = scene.named(number, TopicKind.LIMIT)
    return any(not topic.affirmed for topic in limits)


def _declines(scene: Scene, number: int) -> bool:
    part = scene.analysis.parts[number]
    text = scene.analysis.normal.text[part.start : part.end]
    if not part.negated or part.modality not in ("cannot", "will-not"):
        return False
    if scene.language == "en":
        stop = min(scene.analysis.sentences[part.sentence][1], part.end + 120)
        whole = scene.analysis.normal.text[part.start : stop]
        if _UNDONE_EN.search(text) and _beside_a_deed(scene, number):
            return False
        return part.subject in ("self", "") and not _NO_REFUSAL_EN.search(whole)
    if part.subject == "customer" or _NO_REFUSAL_JA.search(text):
        return False
    if part.modality == "will-not":
        return (
            bool(re.search("(?:いたし|致し|し|け|り|え|ませ|られ)ません|(?:し|け|え)ない", text))
            and part.subject == "self"
        )
    return True
