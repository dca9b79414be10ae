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
from scoring.language.kanji import KANJI, NAME_KANJI
from scoring.language.lazy_pattern import GuardedPattern, LazyPattern
from scoring.language.word_sets import word_set
from scoring.slots.times import Found

SHOP_PEOPLE: Final = {"ja": ("森",), "en": ("mori",)}

_NAME_JA: Final = rf"(?!私|僕|俺|当店|弊社|当社){NAME_KANJI}{{1,4}}|[ァ-ヶー]{{2,8}}|[ぁ-ん]{{2,4}}(?=(?:と申|が|です))"
_NOT_JA: Final = word_set(
    "私 僕 俺 責任 責任者 担当 担当者 係 確認 電話 本日 明日 今日 今 者 方 店 商品 当店 弊社 注文 専門 上司 新人 担当部 "
    "部署 手配 後 必ず 直接 最後 これ 一度 改 改め 何 返金 対応 連絡 何度 人 客 様 お客 番号 急 即 全 部 森 午後 午前 経緯 内容 一 二 三 全部 個人 "
    "営業所 運送会社 倉庫 先方 会社 配達員 窓口 本店 本社 支店 夜 朝 昼 夕方 夕刻 翌朝 明朝 当方 別途 結果 至急 店長 "
    "もの ほう かた ひと それ みんな スタッフ メール チーム サポート センター オペレーター ドライバー リーダー マネージャー "
    "ショップ システム カスタマー ミス ページ カード メモ アドレス サイト マイページ ガイド"
)
_NO_NAME_JA: Final = LazyPattern("(?:様|者|係|ない|ます|せん|たい|です|る|よ)$")
# Family names that the dictionary has only as ordinary words.
_SURNAMES_JA: Final = word_set(
    "林 関 東 西 南 北 谷 松 平 角 柳 榊 梶 滝 畑 浜 島 峰 城 橘 葵 仲 今 星 渡 大橋 馬場 根本 内海 早瀬 高瀬 出口 入江 春日 "
    "水上 一色 五味 六角 九条 十文字 氷室 白鳥 金城 名城 さとう はやし"
)
_DOES_IT: Final = (
    r"お?電話|ご?連絡|おかけ|ご?報告|お?知らせ|折り返|対応|担当|お?伺|うかが|承|お?調べ"
)
# What stands in these can only be a name.
_NAMED_JA: Final = (
    GuardedPattern("と申し ともうし", rf"(?P<n>{_NAME_JA})と(?:申|もう)し(?!まし|ます[のと]|上げ|あげ|た)"),
)  # fmt: skip
# Here an ordinary noun may stand as well: 当店の不手際で, 配送店からお電話が.
_OWN_JA: Final = (
    GuardedPattern("私 わたくし わたし 俺 僕 ぼく", rf"(?:私|わたくし|わたし|俺|僕|ぼく)[、,はの]?(?P<n>{_NAME_JA})(?=[がはからよりのも、,。.まへと]|$)"),
    GuardedPattern("担当の 係の 店の 窓口の 受付の 新人の センターの 部の", rf"(?:担当|係|店|窓口|受付|新人|センター|部)の(?P<n>{_NAME_JA})(?=(?:と|で|が|より|から|です|ともう))"),
    GuardedPattern("が承り が担当 が責任 お電話 より改め からご報告 からここへ からもう一度 から必ず がすぐ がもう一度 が伺い がお伺い",
                   rf"(?P<n>{_NAME_JA})(?:が承り|が担当|が責任|よりお電話|からお電話|より改め|からご報告|"
                   r"から(?:ここへ|もう一度|必ず)|がすぐ|がもう一度|が伺い|がお伺い)"),
    GuardedPattern("お電話 ご連絡 おかけ ご報告 お知らせ", rf"(?:^|[に、,。!\s])(?P<n>{KANJI}{{1,3}})(?=(?:から|より)[^。!?、,]{{0,14}}(?:お電話|ご連絡|おかけ|ご報告|お知らせ))"),
    GuardedPattern("こもれび商店 担当 お客様相談室 カスタマーサポート", rf"(?:^|[\n。!、,]\s*)(?:こもれび商店|担当|お客様相談室|カスタマーサポート)[\s::]*(?P<n>{KANJI}{{1,4}})\s*$"),
)  # fmt: skip
# And here mostly something else stands: only what the dictionary has as a name is taken for one.
_NAMES_ONLY_JA: Final = (
    GuardedPattern("当は 者は 係は 口は 付は", rf"(?:担当者?|係|責任者|窓口|受付)は[、,]?(?:私|わたくし|わたし)?[、,の]?(?P<n>{NAME_KANJI}{{1,4}}|[ァ-ヶー]{{2,8}})(?=です|でござ|が|とな|にな|、|。)"),
    GuardedPattern("商店", rf"商店[、,の\s]\s*(?:担当の?)?(?P<n>{NAME_KANJI}{{1,4}}|[ァ-ヶー]{{2,8}})(?=です|でござ|が|より|から)"),
    GuardedPattern("です でござ", rf"(?:^|[。!?\n]\s*)(?P<n>{NAME_KANJI}{{1,4}})(?=(?:です|でございます)[。.!]?\s*$)|^(?P<first>{NAME_KANJI}{{1,4}})(?=(?:です|でございます)[。.])"),
    GuardedPattern("がお がご が電 が連 が報 が知 が折 が対 が担 が伺 がうかが が承 が調", rf"(?<!{NAME_KANJI})(?P<n>(?!私){NAME_KANJI}{{2,5}})(?=が(?:{_DOES_IT}))"),
)  # fmt: skip
_OWN_EN: Final = (
    LazyPattern(r"\b(?:my name is|my name's|name's|this is|i am|i'm|im|speaking is|it's|its|me,|i,|you'll hear from me,|from me,)\s+(?P<n>[A-Z][\w'’-]+)(?!\s+(?:mr|ms))", re.IGNORECASE),
    GuardedPattern("peaking alking ask Ask", r"\b(?:you(?:'re|'ll be| are| will be)? (?:speaking|talking) (?:with|to)|ask for)\s+(?P<n>[A-Z][\w'’-]+)", re.IGNORECASE),
    LazyPattern(r"(?P<n>[A-Z][\w'’-]+)\s+(?:is (?:the|my) name|is what they call me|speaking|here(?:\s+by the way)?\b|my name|po my name)"),
    LazyPattern(r"(?:^|[.!?…\n,)]\s*)(?P<closing>(?i:regards|cheers|thanks|sincerely|best|yours)[,\s]+)?(?P<n>[A-Z][\w'’-]{1,20}(?:\s[A-Z][\w'’-]{1,20})?)(?:,\s*(?:Komorebi(?: Shop)?|extension \d+|ext\.? ?\d+|order desk|customer care|support))?(?:\s*\([^)]*\))?\s*(?:x|xx)?\s*(?P<mark>[.!]?)\s*$"),
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


# Words of which a sentence may consist; grammar words and what an ending tells are known without.
_ORDINARY_EN: Final = word_set(
    "perfect great done ouch cheers whatever overnight brilliant lovely fair fine correct wow oops whoops nice "
    "good better amazing awesome super deal promise free excellent superb fantastic splendid ideal magic bingo "
    "sweet cool neat true false next first last none nope yup ah oh aw aww hmm phew gosh goodness ugh hey hiya "
    "regards regret greetings wishes care love best kind kindest warm warmest many much more less enough together "
    "forever again soon later today tomorrow tonight yesterday instead otherwise anyway anytime often once twice "
    "zero half full empty simple easy quick slow fast late daily weekly express standard priority delivery "
    "shipping refund refunds return returns order orders parcel parcels courier depot service team manager staff "
    "payment payments address account sales japan tokyo osaka kyoto january february march april june july "
    "august september october november december fresh new old brand guarantee period full-stop progress results "
    "point clear crystal loud snap ace top tops grand champion smashing champ bravo indeed likewise same ditto "
    "roger ordinary normal terrible awful horrible pity shame sad bad worse worst wrong mistake mistakes trouble "
    "bother worry problem problems question questions answer answers option options plan plans solution yay hurray hooray "
    "congratulations welcome pleasure honour honor peace joyful bless amen touché touche gotcha cheerio "
    "tata ciao bon voyage sir's day week weekend month year minute hour night noon midnight midday sir ma'am "
    "folks guys everyone's anything's happy sorry well home back ready early"
)
_ENDING_EN: Final = LazyPattern(
    r"\w{3}(?:ed|ing|ful|less|able|ible|ous|tion|sion|ness|ever)$|\w{5}ly$"
)
# Names that look or sound like such words.
_NAMES_EN: Final = word_set(
    "ahmed mohamed mohammed muhammed hamed mehmed alfred wilfred manfred winifred jared saeed rasheed waleed "
    "khaled majed javed naveed hameed fareed obed kimberly beverly sterling eluned will min xiaoming"
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
    yield from _own_en(original) if language == "en" else _own_ja(text, names)


def _own_en(text: str) -> Iterator[Found]:
    for pattern in _OWN_EN:
        for match in pattern.finditer(text):
            name = match["n"]
            given = match.groupdict()
            cried = given.get("mark") == "!" and not given.get("closing")
            if name[0].isupper() and not cried and not _CONTRACTED.search(name):
                words = [word.casefold() for word in name.split()]
                if not any(map(_is_word_en, words)):
                    yield "person", name, match.start("n"), match.end("n")


@lru_cache(maxsize=1024)
def _is_word_en(word: str) -> bool:
    """Whether a word, though it has a capital, is one of the language and no name."""
    from scoring.language import english

    if word in _NAMES_EN:
        return False
    return (
        word in _NOT_EN
        or word in _ORDINARY_EN
        or word in english.FUNCTION
        or word in english.forms()
        or _ENDING_EN.search(word) is not None
    )


def _own_ja(text: str, names: frozenset[str]) -> Iterator[Found]:
    for patterns, name_in in (
        (_NAMED_JA, str),
        (_OWN_JA, _possible_name_ja),
        (_NAMES_ONLY_JA, _last_name_ja),
    ):
        for pattern in patterns:
            for match in pattern.finditer(text):
                group = match.lastgroup or "n"
                name, end = name_in(match[group]), match.end(group)
                if name and name not in names and not _no_name_ja(name):
                    yield "person", name, end - len(name), end


def _no_name_ja(name: str) -> bool:
    return name in _NOT_JA or _NO_NAME_JA.search(name) is not None


@lru_cache(maxsize=1024)
def _words_ja(name: str) -> tuple[tuple[str, bool], ...]:
    """The words of what may be a name, each with whether the dictionary has it as a name."""
    from scoring.language import japanese

    return tuple((word.surface, word.pos == "name") for word in japanese.tokenise(name))


def _last_name_ja(written: str) -> str:
    """The name at the end of 明日田中, if there is one."""
    found = ""
    for word, is_name in reversed(_words_ja(written)):
        if not is_name:
            break
        found = word + found
    return found


def _possible_name_ja(written: str) -> str:
    """What is written, unless it is an ordinary word. Rare names fall into single characters."""
    if "ァ" <= written[0] <= "ー" or written in _SURNAMES_JA:
        return written
    words = _words_ja(written)
    rare = len(words) > 1 and all(len(word) == 1 for word, _ in words)
    kanji = written[0] >= "一" and written[0] not in "一二三四五六七八九十"
    return written if words[0][1] or (rare and kanji) else ""


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
            pattern = rf"(?<!{KANJI}){re.escape(name)}(?=[がはにからよりのもをと、,。.でさ様いへ]|$)|(?<=の){re.escape(name)}"
        else:
            pattern = re.escape(name)
        found.append((name, LazyPattern(pattern)))
    return tuple(found)
