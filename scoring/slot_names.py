"""Names of people in a reply: the agent's own, the customer's, the shop's.

Own names are found by the frame around them (「私、田中が」, "This is Aileen", a signature), known
names by comparison with the case. Whether a name was due is judged elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from scenarios.language import Language
from scenarios.model import Scenario
from scoring.lazy_pattern import GuardedPattern, LazyPattern
from scoring.slot_times import Found
from scoring.word_sets import word_set

SHOP_PEOPLE: Final = {"ja": ("森",), "en": ("mori",)}

_NAME_JA: Final = r"[一-龥々ヶ]{1,4}|[ァ-ヶー]{2,8}|[ぁ-ん]{2,4}(?=(?:と申|が|です))"
_NOT_JA: Final = word_set(
    "私 僕 俺 責任 責任者 担当 担当者 係 確認 電話 本日 明日 今日 今 者 方 店 商品 当店 弊社 注文 専門 上司 新人 担当部 "
    "部署 手配 後 必ず 直接 最後 これ 一度 改 改め 何 返金 対応 連絡 何度 人 客 様 お客 番号 急 即 全 部 森 午後 午前 経緯 内容 一 二 三 全部 個人 "
    "営業所 運送会社 倉庫 先方 会社 配達員 窓口 本店 本社 支店 夜 朝 昼 夕方 夕刻 翌朝 明朝 当方 別途 結果 至急"
)
_OWN_JA: Final = (
    GuardedPattern("私 わたくし わたし 俺 僕 ぼく", rf"(?:私|わたくし|わたし|俺|僕|ぼく)[、,はの]?(?P<n>{_NAME_JA})(?=[がはからよりのも、,。.まへと]|$)"),
    GuardedPattern("担当の 係の 店の 窓口の 受付の 新人の センターの 部の", rf"(?:担当|係|店|窓口|受付|新人|センター|部)の(?P<n>{_NAME_JA})(?=(?:と|で|が|より|から|です|ともう))"),
    GuardedPattern("と申し ともうし が承り が担当 が責任 お電話 より改め からご報告 からここへ からもう一度 から必ず がすぐ がもう一度 が伺い がお伺い",
                   rf"(?P<n>{_NAME_JA})(?:と申し|ともうし|が承り|が担当|が責任|よりお電話|からお電話|より改め|からご報告|"
                   r"から(?:ここへ|もう一度|必ず)|がすぐ|がもう一度|が伺い|がお伺い)"),
    GuardedPattern("お電話 ご連絡 おかけ ご報告 お知らせ", r"(?:^|[に、,。!\s])(?P<n>[一-龥]{1,3})(?=(?:から|より)[^。!?、,]{0,14}(?:お電話|ご連絡|おかけ|ご報告|お知らせ))"),
    GuardedPattern("こもれび商店 担当 お客様相談室 カスタマーサポート", r"(?:^|[\n。!、,]\s*)(?:こもれび商店|担当|お客様相談室|カスタマーサポート)[\s::]*(?P<n>[一-龥]{1,4})\s*$"),
)  # fmt: skip
_OWN_EN: Final = (
    LazyPattern(r"\b(?:my name is|my name's|name's|this is|i am|i'm|im|speaking is|it's|me,|i,|you'll hear from me,|from me,)\s+(?P<n>[A-Z][\w'’-]+)(?!\s+(?:mr|ms))", re.IGNORECASE),
    LazyPattern(r"(?P<n>[A-Z][\w'’-]+)\s+(?:is (?:the|my) name|is what they call me|speaking|here(?:\s+by the way)?\b|my name|po my name)"),
    LazyPattern(r"(?:^|[.!?…\n,)]\s*)(?:(?i:regards|cheers|thanks|sincerely|best|yours)[,\s]+)?(?P<n>[A-Z][\w'’-]{1,20}(?:\s[A-Z][\w'’-]{1,20})?)(?:,\s*(?:Komorebi(?: Shop)?|extension \d+|ext\.? ?\d+|order desk|customer care|support))?(?:\s*\([^)]*\))?\s*(?:x|xx)?\s*[.!]?\s*$"),
)  # fmt: skip
_NOT_EN: Final = word_set(
    "the a an i so sorry not just only here going afraid sure glad happy very really truly new ms mr mrs dr on in at your "
    "it that this what there okay ok yes no well thanks thank please hello hi dear sir madam komorebi shop customer "
    "friday thursday monday tuesday wednesday saturday sunday right yours certainly understood all absolutely "
    "apologies goodbye bye enjoy evening morning afternoon and we you they she he calling looking also still "
    "putting sending ringing asking checking getting taking noted always how hold report responsible fully "
    "aware writing doing trying asap in-charge km colleague somebody clear unable able free about with "
    "deeply so-so terribly pleased quite both"
)


_CONTRACTED: Final = LazyPattern(
    r"^(?:i|it|that|you|we|they|he|she|there|what|here)['\u2019]|['\u2019]s$", re.IGNORECASE
)


def case_names(scenario: Scenario, language: Language) -> frozenset[str]:
    """Folded names of the customer and the shop's people, each part on its own as well."""
    name = scenario.customer.name.of(language).casefold()
    parts = {name, *re.split(r"[\s・]+", name)} - {"ms", "mr", "mrs", "", "ms.", "mr."}
    return frozenset(parts | set(SHOP_PEOPLE[language]))


def find(text: str, original: str, language: Language, names: frozenset[str]) -> Iterator[Found]:
    """Yield people's names; own names in the spelling of *original* (same offsets as *text*)."""
    yield from _known(text, language, names)
    patterns = _OWN_JA if language == "ja" else _OWN_EN
    for pattern in patterns:
        for match in pattern.finditer(original if language == "en" else text):
            name = match["n"]
            if language == "en" and (
                not name[0].isupper() or name.split()[0].casefold() in _NOT_EN
            ):
                continue
            if language == "en" and _CONTRACTED.search(name):
                continue
            if language == "ja" and (
                name in _NOT_JA or name in names or name.endswith(("様", "者", "係"))
            ):
                continue
            yield "person", name, match.start("n"), match.end("n")


def _known(text: str, language: Language, names: frozenset[str]) -> Iterator[Found]:
    for name, pattern in _patterns_of(names, language):
        if name in text:
            for match in pattern.finditer(text):
                yield "person", name, match.start(), match.end()


@lru_cache(maxsize=128)
def _patterns_of(names: frozenset[str], language: Language) -> tuple[tuple[str, LazyPattern], ...]:
    """The names of a case, longest first, each with how it stands in a text."""
    found: list[tuple[str, LazyPattern]] = []
    for name in sorted(sorted(names), key=len, reverse=True):
        if not name:
            continue
        if language == "en":
            pattern = rf"\b{re.escape(name)}\b"
        elif len(name) == 1:  # 森 in 森林 or 青森 is no person
            pattern = rf"(?<![一-龥]){re.escape(name)}(?=[がはにからよりのもをと、,。.でさ様いへ]|$)|(?<=の){re.escape(name)}"
        else:
            pattern = re.escape(name)
        found.append((name, LazyPattern(pattern)))
    return tuple(found)
