"""Japanese words: SudachiPy's tokens, made comparable.

Spelling variants share a normalised form already; here nouns made from verbs join their verb
(お調べ / 調べる), idioms with a negative form become one word (申し訳ございません is no refusal), and
light verbs and politeness are set apart, because a cue is about what is said and not how humbly.
Clauses, polarity and modality are worked out in ``japanese_clauses``.
"""

from __future__ import annotations

import re
import threading
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from scoring.language.lazy_pattern import LazyPattern
from scoring.language.word_sets import word_set
from scoring.language.words import Word

if TYPE_CHECKING:
    from collections.abc import Iterable

_POS: Final = {
    "名詞": "noun",
    "代名詞": "pron",
    "動詞": "verb",
    "形容詞": "adj",
    "形状詞": "adj",
    "副詞": "adv",
    "連体詞": "adv",
    "接続詞": "conj",
    "感動詞": "interj",
    "助詞": "part",
    "助動詞": "aux",
    "接頭辞": "prefix",
    "接尾辞": "suffix",
}
# Verbs that carry no meaning of their own: who does it to whom, not what is done.
LIGHT: Final = word_set(
    "為る 致す 為さる 有る 居る 御座る 成る 頂く 下さる 貰う 遣る 上げる 差し上げる 仕舞う 置く 見る 来る "
    "行く 参る おる てる 頂ける 申し上げる 出来る 兼ねる 得る せる させる れる られる たい"
)
# Nouns and the like without content of their own.
_EMPTY: Final = word_set(
    "事 こと 物 もの 訳 わけ 為 ため 様 よう ところ 所 とこ の 方 ほう 時 つもり 筈 はず まま 程 ほど 位 "
    "件 点 中 そう こう ああ どう 其れ 此れ あれ それ これ その この あの 其の 此の 彼の 何の 様だ 御 "
    "又 先ず 尚 只今 今 只 ただ もう 未だ まだ 直ぐ 一度 一応 大変 誠 真に 本当 とても 非常 少し 少々 些か "
    "きっと 多分 是非 どうぞ どうか 何卒 如何 宜しい 良い 結構 はい ええ いえ いや あの えっと ええと あ "
    "真 誠に 真に 私 僕 俺 私共 当店 弊社 当社 此方 そちら 其方 此処 お客様 客 さん 様 氏 君 達 共 等 とか 的 内 上 下 "
    "一 二 三 四 五 六 七 八 九 十 百 千 万 1 2 3 つ 個 言う 思う 仰る 存じる 申す"
)
# These stay out of the content of a clause but may stand in a cue of a rule.
_E_ROW: Final = "えけせてねへめれげぜでべぺ"
_I_TO_U: Final = dict(zip("いきしちにひみりぎじびぴ", "うくすつぬふむるぐずぶぷ", strict=True))
_KANA: Final = LazyPattern("[ぁ-んァ-ヶー]+")
_ALIASES: Final = {
    "わび": "詫びる",
    "御免": "ごめん",
    "必用": "必要",
    "拝見": "見る",
    "すむ": "済む",
    "すいません": "すみません",
    "不可": "無理",
    "TEL": "電話",
    "tel": "電話",
}
_lock = threading.Lock()


@lru_cache(maxsize=1)
def _sudachi() -> Any:
    from sudachipy import Dictionary, SplitMode

    return Dictionary(dict="small").tokenizer(mode=SplitMode.C)


def tokenise(text: str) -> list[Word]:
    """Return the words of a matching form.

    The dictionary is loaded on the first call and shared; calls are serialised, since one
    tokenizer must not be used by two threads at a time.
    """
    words = [word for piece, at in _pieces(text) for word in _morphs(piece, at)]
    return _merged(words)


def _morphs(piece: str, offset: int) -> list[Word]:
    """What the analyser says; *offset* is added to the positions. One word begins where the one
    before it ends, which is quicker to count than to ask for."""
    words: list[Word] = []
    with _lock:
        for morph in _sudachi().tokenize(piece):
            surface = morph.surface()
            number = morph.part_of_speech_id()
            pos = _by_id.get(number) or _part_of_speech(number, morph)
            form, reading = morph.normalized_form(), morph.reading_form()
            end = offset + len(surface)
            words.append(Word(surface, form, reading, pos, offset, end))
            offset = end
    return words


def _pieces(text: str, limit: int = 4000) -> Iterable[tuple[str, int]]:
    """The analyser takes at most 49,149 bytes; cut at blanks or marks well below that."""
    at = 0
    while len(text) - at > limit:
        cut = max(text.rfind(mark, at + limit // 2, at + limit) for mark in "\n。、 ")
        cut = at + limit if cut < 0 else cut + 1
        yield text[at:cut], at
        at = cut
    if at < len(text):
        yield text[at:], at


_by_id: Final[dict[int, str]] = {}
"""The analyser's numbers for parts of speech, of which it has some hundreds, as they come up."""


def _part_of_speech(number: int, morph: Any) -> str:
    found = _by_id[number] = _our_part_of_speech(morph.part_of_speech())
    return found


def _our_part_of_speech(pos: tuple[str, ...]) -> str:
    if pos[0] == "名詞":
        if pos[1] == "数詞":
            return "num"
        if pos[1] == "固有名詞":
            return "name"
    if pos[0] == "助詞" and pos[1] == "終助詞":
        return "final"
    if pos[0] == "助詞" and pos[1] == "接続助詞":
        return "joint"
    return _POS.get(pos[0], "symbol")


# ---------------------------------------------------------------- idioms

# Surfaces joined into one word: pattern over the text of the words, lemma, part of speech.
_IDIOMS: Final = (
    ("(?:大変|誠に)?(?:申し?訳|もうし?わけ)(?:が|も|は)?(?:御?座|ござ)(?:い|り)ま(?:せん|せぬ)(?:でし)?",
     "申し訳ない", "verb"),
    ("(?:申し?訳|もうし?わけ)(?:が|も|は)?(?:ありません|無い|ない|無かっ|なかっ|無く|なく|無さ|なさ)(?:でし)?",
     "申し訳ない", "verb"),
    ("(?:あい)?(?:す[みい]|済み)ま(?:せん|へん)(?:でし)?", "すみません", "verb"),
    ("すんま(?:せん|へん)(?:でし)?|すん[ません]ん|すまない|すまん", "すみません", "verb"),
    ("かもし?れ(?:ない|ません)|かも知れ(?:ない|ません)", "かもしれない", "aux"),
    ("(?:なけれ|ね)ば(?:な[らり]|いけ)(?:ない|ません|ず)|な(?:い|けれ)と(?:いけない|だめ|いけません|なら"
     "ない|なりません)|なくては(?:なら|いけ)(?:ない|ません)|ざるを得(?:ない|ません)", "ねばならない", "aux"),
    ("ない(?:わけに(?:は|も)?(?:いか(?:ない|ず)|[いゆ]きません|まいりません|参りません))", "ねばならない", "aux"),
    ("ない(?:ことは|手は)(?:ない|ありません|ございません)", "", "aux"),
    ("(?:の|ん)(?:では|じゃ)(?:ない|ありません|ございません)(?=か|でしょうか|でしょ)", "ではないか", "aux"),
    ("(?:無理|むり)[もは](?:ない|ありません|ございません|なかっ|なき)", "無理もない", "adj"),
    ("(?:でき|出来)(?:るだけ|る限り|るかぎり)", "出来るだけ", "adv"),
    ("思いがけな[いくか]|思い掛けな[いくか]", "思いがけない", "adj"),
    ("とんでも(?:ない|ございません|ありません)", "とんでもない", "adj"),
    ("(?:違い|間違い|相違)(?:ない|ありません|ございません|お(?:まへん|ません))(?=です|。|,|、|と|$)", "違いない", "aux"),
    ("おまへん", "無い", "adj"),
    ("(?<=[いきぎしちにびみりえけせてねべめれ])せん(?=こと|の(?:です|や|で)|ように|といて|とき)", "ず", "aux"),
    ("わけでは(?:ない|ありません|ございません)|訳では(?:ない|ありません|ございません)", "ないわけ", "aux"),
    ("構(?:いません|わない|わず)|かまいません|差し支え(?:ない|ありません|ございません)", "構わない", "adj"),
    ("(?:仕方|しかた|しょうが|仕様が)(?:が|も)?(?:ない|ありません)", "仕方ない", "adj"),
    ("(?:もっ|勿)たい(?:ない|ありません)", "もったいない", "adj"),
    ("さりげな[くい]|なにげな[くい]|もしくは|少な[くい]とも", "少なくとも", "adv"),
    ("(?:他|ほか)なら(?:ない|ぬ)", "他ならない", "adj"),
    ("面目次?第?も(?:ない|ありません|ございません)|弁解のしようも(?:ない|ありません|ございません)",
     "面目ない", "verb"),
    ("遠慮なく|ご遠慮なく|間もなく|まもなく|何となく|なんとなく|問題なく|漏れなく|もれなく|滞りなく|"
     "思いがけず|問わず|関係なく|構わず|かまわず|とりあえず|取り急ぎ|相変わらず|必ずしも|絶えず|思わず|残らず|ひとまず|のみならず|"
     "にもかかわらず|に関わらず|にかかわらず|いつもながら|間違いなく|疑いなく|紛れもなく", "", "adv"),
    ("なければ|無ければ|なかったら", "", "cond"),
    ("(?<=[すたるいなうくつぬむぶぐねだん])(?:ので|んで)(?!しょう|す|は|も|した|き|い)", "ので", "joint"),
    ("あかん", "駄目", "adj"),
    ("未(?:使用|開封|着|払い|確認|到着|発送|配達|対応|完了|入金|登録|読|納)", "", "noun"),
    ("お(?:疲|つか)れ様", "お疲れ様", "noun"),
    ("だって(?=[,、…. ])|でも(?=[,、…. ])|ですから(?=[,、…. ])|だから(?=[,、…. ])|だけど|だったら(?=[,、…. ])",
     "", "conj"),
    ("いつまで|いつごろ|いつ頃|何時ごろ|何時頃|何時まで|なんじ", "いつ", "pron"),
    ("折り返し|おりかえし", "折り返し", "noun"),
    ("落ち?着[いくけ]", "落ち着く", "verb"),
    ("ほか(?=[にのも])|他(?=[にのも])", "ほか", "noun"),
)  # fmt: skip
_BEGINNINGS: Final = "あいおかごさざしすせだでとなにねのひほまもわん仕他何勿取問大少差弁必思折未構関残済滞漏無申疑相紛絶落訳誠違遠間面"
"""Every idiom begins with one of these: most places in a text need no closer look."""
_IDIOM: Final = LazyPattern(
    f"(?=[{_BEGINNINGS}])(?:"
    + "|".join(f"(?P<i{n}>{p})" for n, (p, _, _) in enumerate(_IDIOMS))
    + ")"
)


def _merged(words: list[Word]) -> list[Word]:
    if not words:
        return words
    text = "".join([word.surface for word in words])
    base = words[0].start
    found = [(m.start() + base, m.end() + base, m) for m in _IDIOM.finditer(text)]
    if found:
        words = _join_idioms(words, found)
    for word in words:
        word.lemma, word.visible, word.content = _kind(word.surface, word.lemma, word.pos)
    return words


def _join_idioms(words: list[Word], found: list[tuple[int, int, re.Match[str]]]) -> list[Word]:
    result: list[Word] = []
    at = 0
    for start, end, match in found:
        while at < len(words) and words[at].start < start:
            result.append(words[at])
            at += 1
        if at >= len(words) or words[at].start != start:
            continue  # the idiom begins inside a word: another reading of the letters
        last = at
        while last < len(words) and words[last].end <= end:
            last += 1
        if last == at or words[last - 1].end != end:
            continue
        _, lemma, pos = _IDIOMS[int((match.lastgroup or "i0")[1:])]
        joined = match.group()
        reading = "".join(word.reading for word in words[at:last])
        result.append(Word(joined, lemma or joined, reading, pos, start, end))
        at = last
    result.extend(words[at:])
    return result


@lru_cache(maxsize=16384)
def _kind(surface: str, lemma: str, pos: str) -> tuple[str, bool, bool]:
    """The key under which a word is compared, and whether it is visible and content."""
    key = comparable(lemma, pos)
    visible = pos not in ("symbol", "part", "joint", "aux", "final", "prefix", "cond")
    visible = visible and key not in LIGHT
    if key in ("申し訳ない", "すみません", "面目ない"):
        visible = True
    content = (
        visible
        and pos not in ("interj", "conj", "suffix")
        and key not in _EMPTY
        and any(c.isalnum() for c in surface)
    )
    return key, visible, content


def _is_kanji(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff" or character == "々"


@lru_cache(maxsize=16384)
def comparable(lemma: str, pos: str) -> str:
    """The key under which a word is compared: nouns made from verbs join their verb."""
    if lemma in _ALIASES:
        return _ALIASES[lemma]
    if lemma == "何" and pos == "num":
        return "何番"  # 何名, 何個: another question than 何を
    lemma = lemma.casefold()
    if pos == "noun" and len(lemma) > 1 and any(map(_is_kanji, lemma[:-1])):
        if lemma[-1] in _E_ROW:
            return lemma + "る"
        if lemma[-1] in _I_TO_U and lemma not in _STAY_NOUNS:
            return lemma[:-1] + _I_TO_U[lemma[-1]]
    return lemma


_STAY_NOUNS: Final = word_set("位 勢い 次第に 幸い 互い 類い 災い 値打ち 友だち 子ども達")


@lru_cache(maxsize=16384)
def is_kana(text: str) -> bool:
    """Whether a text is written in kana only."""
    return _KANA.fullmatch(text) is not None
