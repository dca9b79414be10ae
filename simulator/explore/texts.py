"""The words of what a walk through a scenario finds."""

from __future__ import annotations

from typing import Final

from scenarios.problem_texts import Bilingual, add_texts

__all__ = ["CODES"]

_TEXTS: Final[dict[str, Bilingual]] = {
    "E101": (
        "nothing leads on from the stage '{value}', and closing there never ends well",
        "段階「{value}」から先へ進む道がなく、そこで終えてもよい結末になりません",
    ),
    "E102": ("no contact comes to the stage '{value}'", "段階「{value}」に来ることがありません"),
    "E103": (
        "this reaction never happens ({value})",
        "この反応（{value}）は起こることがありません",
    ),
    "E104": (
        "this reaction never happens ({value}): number {number} above always takes it first",
        "この反応（{value}）は起こりません。上にある {number} 番目の反応がいつも先に応じます",
    ),
    "E105": ("no contact comes to the ending '{value}'", "結末「{value}」になることがありません"),
    "E106": (
        "the hidden fact '{value}' never comes out",
        "隠れた事実「{value}」が明かされることがありません",
    ),
    "E107": ("the event '{value}' never happens", "出来事「{value}」が起こることがありません"),
    "E108": (
        "the desk action '{value}' can never be carried out",
        "操作「{value}」を実行できるときがありません",
    ),
    "E109": ("these lines are never said", "この台詞が言われることはありません"),
    "E110": (
        "these lines are never said: at this point the customer is never {heat}",
        "この台詞が言われることはありません。ここでのお客様が「{heat}」のときはありません",
    ),
    "E111": (
        "saying '{value}' again and again goes round without end: {stages}",
        "「{value}」を繰り返すと、終わりなく行き来します: {stages}",
    ),
    "E112": (
        "a customer who has become very angry never calms down (stage '{stage}', anger {anger}, trust {trust})",
        "一度ひどく怒らせると、もう落ち着きません（段階「{stage}」、怒り {anger}、信頼 {trust}）",
    ),
}
_HINTS: Final[dict[str, Bilingual]] = {
    "E101": (
        "Add a reaction with 'goes', or a good ending with 'by: close' that can be had there",
        "goes のある反応か、そこで得られる「by: close」のよい結末を足してください",
    ),
    "E102": (
        "Loosen the conditions of the reactions that lead here, or delete the stage",
        "ここへ進む反応の条件をゆるめるか、この段階を消してください",
    ),
    "E103": (
        "Look at its conditions and at the reactions above it, which are tried first",
        "この反応の条件と、先に試される上の反応を見直してください",
    ),
    "E104": (
        "Move it up, give the one above a condition, or delete it",
        "順番を上げるか、上の反応に条件を付けるか、この反応を消してください",
    ),
    "E105": (
        "Look at its conditions, and at the endings above it that are taken first. An end by the procedure where nobody is abusive has to be poor",
        "条件と、先に選ばれる上の結末を見直してください。暴言のない件の、手順による結末（by: procedure）は poor にします",
    ),
    "E106": (
        "Look at 'asked_by' and 'earned_by': somebody has to be able to say or reach it",
        "asked_by と earned_by を見直してください",
    ),
    "E107": (
        "Look at its 'when', 'unless' and 'turns': the contact may be over by then",
        "when・unless・turns を見直してください。その前に応対が終わっているのかもしれません",
    ),
    "E108": (
        "Look at its 'when', or write 'fits: false' where it is not meant to be possible",
        "when を見直すか、できなくてよい操作なら「fits: false」と書いてください",
    ),
    "E109": (
        "Something else is always said instead; delete the lines or make room for them",
        "いつも別の台詞が先に出ます。この台詞を消すか、出番を作ってください",
    ),
    "E110": ("Delete this wording", "この言い方を消してください"),
    "E111": (
        "Add 'once: true', or an 'unless' that holds the second time",
        "「once: true」か、二度目には成り立つ unless を足してください",
    ),
    "E112": (
        "Let reactions take anger away ('mood: {{anger: -8}}'), or a persona that cools faster",
        "反応で怒りを下げる（「mood: {{anger: -8}}」）か、顧客像の cools を上げてください",
    ),
}
_WORDS: Final[dict[str, Bilingual]] = {
    "calm": ("calm", "穏やか（calm）"),
    "tense": ("tense", "いら立っている（tense）"),
    "hot": ("hot", "激している（hot）"),
}
add_texts(_TEXTS, _HINTS, _WORDS)
CODES = tuple(_TEXTS)
