"""People who have no part in the case, named to the customer: another buyer, a neighbour.

A name that neither the customer has said nor the scenario's own people bear belongs to somebody who
did not ask to be spoken of, when it has a title to it, or the place where its bearer lives; and so
does a telephone number that nobody has given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from scenarios.language import Language
from scenarios.model import Scenario
from scoring.language.kanji import KANJI, KANJI_HIRAGANA, KANJI_REPEATED
from scoring.language.lazy_pattern import GuardedPattern, LazyPattern
from scoring.language.normalise import digits_of, matching_form
from scoring.model import Span
from scoring.moment.view import View
from scoring.per_case import per_case

_GOES_ON_JA: Final = "(?=(?:とおっしゃ|という|の(?:お宅|お部屋|奥様|箱|分)|もよく|も当店|も同じ|がいらっしゃ|がお求め|のところ|宛|ですよね|から(?:も|お)|に(?:届|お送り)|が(?:昨日|先週)))"
_NAMED: Final = {
    "en": LazyPattern(r"\b(?:Mr|Mrs|Ms|Miss)\.? ([A-Z][a-z]{2,})\b"),
    "ja": GuardedPattern(
        LazyPattern("(?:様|さん)" + _GOES_ON_JA),
        f"(?<!{KANJI_REPEATED})({KANJI_REPEATED}{{2,3}}|{KANJI}{{1,2}}{KANJI_HIRAGANA}{{1,3}}(?=さん(?:とおっしゃ|という)))(?:様|さん)"
        + _GOES_ON_JA,
    ),
}
_PLACED: Final = {
    "en": GuardedPattern(
        "of from in near",
        r"(?:\b(?P<title>(?i:mr|mrs|ms|miss|old|the|a|one|called|named|lady|man|woman|gentleman|customer|chap|fellow|bloke))\.?,? )?"
        r"\b(?P<name>[A-Z][a-z]{2,}(?P<second>[- ][A-Z][a-z]+)?)s?,?(?: who(?:'s| is| lives))?(?: (?:over|out|up|down|back))? (?:of|from|in|near) (?P<place>[A-Z][a-z]{2,})\b",
    ),
    "ja": GuardedPattern(
        "さん 様 氏",
        rf"(?<!{KANJI})(?P<place>{KANJI}{{2,4}}[ァ-ヶー]{{0,8}}|{KANJI}(?=にお?住))(?:の|にお?住(?:まい|んでる|んでいる|み)の?|にいらっしゃる)、?"
        rf"(?P<name>{KANJI_REPEATED}{{2,5}}|{KANJI}{{1,2}}[ぁ-ん]{{1,3}}|[ァ-ヶー]{{2,6}})(?:さん|様|氏)",
    ),
}
"""Name and place together, such as 所沢の三枝さん or "Mrs Kaneko of Nerima"."""
_NUMBER: Final = GuardedPattern(
    "0",
    r"(?<![\d,.:])0(?!120|570|800)(?:[5-9]0|[1-9]\d{0,2})(?P<rest>(?:[-‐–ー\s、,.の…]{1,3}[\d一二三四五六七八九〇]+)+|…|\.\.\.|, (?:have|got|then)\b)",
)
"""A telephone number, or its beginning; freephone numbers are a shop's own."""
_NO_PLACE: Final = LazyPattern(
    "(?:担当|係|部|部署|課|店|店舗|商店街|者|所|庫|社|先生|窓口|方|様|員|長|専門|士|側|人|名|主|先|前|後|回|件|品|物|日|月|年|上|下|中|内|外|別|他|以外|同じ|番|通|私|弊|当|今|時|際|最初|"
    "客|家|親|子|族|友|便|班|元|毎|全|各|合|週|朝|晩|配送|梱包|工房|工場|現場|撮影用)$|"
    r"^(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"customer|care|team|desk|office|shop|store|service|support|centre|center|depot|warehouse|bank|quality|products?|accounts?|security|returns|packing|dispatch|despatch|"
    r"english|japanese|japan|goods|personal|komorebi)$"
)
_NO_BEARER: Final = LazyPattern(
    "先|員|患者|者|購入|利用|職人|パート|バイト|モデル|ドライバー|スタッフ|課長|部長|店長|社長|屋$|"
    r"\b(?:order|parcel|hello|nothing|any(?:one|body|thing)|every(?:one|body|thing)|some(?:one|body|thing)|news|message|call|number|letter|mail|email|post|payment|"
    r"team|desk|office|shop|store|service|support|depot|warehouse|bank|quality|queen|king|act|law|sale|protection|care)\b"
)
_ONESELF: Final = LazyPattern(
    r"\b(?:i'm|i am|this is|my name(?:'s| is)|speaking)\W*$", re.IGNORECASE
)
_BEGINS: Final = LazyPattern(r"(?:^|[.!?:\n])\W*$")
_STAFF: Final = LazyPattern(
    r"\b(?:our|specialist|security|desk|colleague|supervisor|team|from here|in products|ring|rings|call|calls|hear from|my name|speaking|here)\b|\band i,|"
    "担当|専門|係|当店の|私ども|からお電話|からご連絡|申します"
)
"""Speaks of those who work here and will be in touch."""
_NO_NAMES: Final = LazyPattern(
    "客|皆|奥|母|父|兄|姉|弟|妹|夫|主人|娘|息子|本人|先方|家族|隣|誰|何|神|仏|王|会社|担当|店員|業者|運転手|配達|同|各位|双方|御|"
    r"\b(?:customer|supervisor|and|or|the)\b"
)


def strangers(view: View) -> Iterator[tuple[Span, int]]:
    """Clauses that name such a person, with their words."""
    titled, placed = _NAMED[view.language], _PLACED[view.language]
    known = _Known(view)
    for index, clause in enumerate(view.reading.clauses):
        if not view.own(index):
            continue
        text = matching_form(clause.text) if view.language == "ja" else clause.text
        told = not view.denied(index) and not view.asked(index)
        by_title = told and any(known.stranger(match[1]) for match in titled.finditer(text))
        staff = by_title and _STAFF.search(view.sentence_text(index))
        # With a place to it a name tells who it is, whatever is said or asked about its bearer.
        by_place = any(known.stranger_of_a_place(match) for match in placed.finditer(text))
        by_number = any(known.number_of_a_stranger(m) for m in _NUMBER.finditer(text))
        if (by_title and not staff) or by_place or by_number:
            yield clause.span, index


class _Known:
    """Who and what has been named in the case so far; put together when it is first asked for."""

    def __init__(self, view: View) -> None:
        self._view = view

    @cached_property
    def _text(self) -> str:
        """Everything in which somebody of the case may be named."""
        case, view, language = self._view.scenario, self._view, self._view.language
        told = (
            case.customer.name.of(language),
            case.customer.about.of(language),
            case.briefing.of(language),
            view.shop.supervisor.of(language),
            *(row.value.of(language) for row in case.record),
            *view.moment.customer_said,
            *view.moment.agent_said,
        )
        return matching_form("\n".join(told))

    def stranger(self, name: str) -> bool:
        name = name.casefold()
        return _NO_NAMES.search(name) is None and name not in self._text

    def stranger_of_a_place(self, match: re.Match[str]) -> bool:
        name, place = match["name"], match["place"].casefold()
        if _NO_PLACE.search(place) or _NO_BEARER.search(name.casefold()):
            return False
        if self._view.language == "en":
            before = match.string[: match.start("name")]
            # What begins a sentence has a capital, whether it is a name or not.
            bare = match["title"] is None and match["second"] is None
            if place in self._text or _ONESELF.search(before) or (bare and _BEGINS.search(before)):
                return False
        return all(self.stranger(part) for part in name.split())

    def number_of_a_stranger(self, match: re.Match[str]) -> bool:
        return digits_of(match[0]) not in self._digits

    @cached_property
    def _digits(self) -> str:
        own = _digits_of_the_customer(self._view.scenario, self._view.language)
        return own + digits_of(self._text)


@per_case
def _digits_of_the_customer(scenario: Scenario, language: Language) -> str:
    """Of every line in which the customer may tell a number of their own."""
    said = [line for stage in scenario.stages.values() for line in stage.spoken()]
    for reactions in (scenario.reactions, *(s.reactions for s in scenario.stages.values())):
        said += [reaction.says for reaction in reactions if reaction.says is not None]
    said += [fact.says for fact in scenario.hidden.values() if fact.says is not None]
    lines = [line for one in said for line in one.all_wordings(language)]
    states = scenario.identity.states
    lines += states.of(language) if states else ()
    return digits_of(matching_form("\n".join((*lines, *scenario.identity.accepts))))
