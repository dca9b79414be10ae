"""How times, days, dates, durations and amounts are written in Japanese."""

from __future__ import annotations

from typing import Final

from scoring.language.kanji import KANJI
from scoring.language.lazy_pattern import GuardedPattern, LazyPattern

_NUMBER: Final = r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})"
_PART_OF_DAY: Final = r"(?P<ap>午前|午後|(?<![今明])朝|お昼|昼|夕方|(?<!今)夜)?の?"
# "On the third" and not "once in three days" or "a delay of three days".
_ON_THE: Final = r"着|です|に(?!(?:\d|[一二三何])[度回])|の(?!遅|猶予|間|うち|内|半分|終|始)|まで|迄|、|,|が(?!経|た[つちっ]|過)|ごろ|頃|付|以降|発|到着|\([月火水木金土日]"
# The tenth may be ten days: in kanji a bare number of days is a date only before these.
_KANJI_ON_THE: Final = (
    r"着|に(?!(?:\d|[一二三何])[度回]|わた|渡)|まで|迄|ごろ|頃|付|以降|到着|\([月火水木金土日]"
)
_KANJI_DAY: Final = r"三十一?|二?十[一二三四五六七八九]?|二十|[二三四五六七八九]"

PATTERNS: Final[tuple[tuple[str, LazyPattern], ...]] = (
    ("clock", GuardedPattern("時", rf"{_PART_OF_DAY}(?<!\d)(?P<h>{_NUMBER})[~-](?P<h2>{_NUMBER})時(?!間)(?!\d|半)")),
    ("clock", GuardedPattern("時", rf"{_PART_OF_DAY}(?P<h>{_NUMBER})時(?!間)(?:(?P<half>半|はん(?![こばだの]))|(?P<m>{_NUMBER})分(?P<before>前(?!後))?|ちょうど|台|すぎ|過ぎ|ごろ|頃)?")),
    ("clock", GuardedPattern(":", r"(?P<ap>午前|午後)?(?<![\d:])(?P<h>[01]?\d|2[0-3]):(?P<m>[0-5]\d)(?![\d:])")),
    ("clock", GuardedPattern("じ", r"(?P<ap>午前|午後)?(?<![ぁ-んァ-ヶ\w])(?P<h>\d{1,2})じ(?!ゅ|ょ|ゃ|か[んい])(?:(?P<half>はん)|(?P<m>\d{1,2})(?:ふん|ぷん|分))?")),
    ("clock", LazyPattern(r"(?P<noon>正午)")),
    ("duration", GuardedPattern("秒 分 ぷん ふん 時間 営業日 日 週間 か月 ヶ月 カ月", rf"(?P<about>約|およそ|あと|ほんの)?(?P<n>{_NUMBER}|数)(?:[~〜、,-]|から|ないし)?(?P<n2>{_NUMBER})?(?P<unit>秒|分(?!の|か[っら]|野|量)|ぷん|ふん|時間|営業日|日間|週間|か月|ヶ月|カ月|日(?=以内|ほど|くらい|ぐらい|で(?!す|し|ござ)|後|はかか|かか|お待ち|待|の(?:うち|間|内)))(?P<half>半)?(?P<or_so>ほど|くらい|ぐらい|程度|前後|以内)?")),
    ("duration", GuardedPattern("日", r"(?<![\d月])(?P<n>\d|1[0-3])(?:[~-]|から|ないし)(?P<n2>\d|1[0-4])(?P<unit>日)(?!に|の便|付|着|間|ま|曜)")),
    ("duration", LazyPattern(r"(?P<oneortwo>一両日中?|一両日|2、3日|二、三日|2,3日)")),
    ("day", LazyPattern(r"(?P<rel>明後日|あさって|翌営業日|翌々日|明日|あした|あす|明朝|明晩|翌日|本日|今日|きょう|今夜|今晩|今夕|夕方まで|午後いちばん|午後一番)")),
    ("day", GuardedPattern("月 火 水 木 金 土 日", rf"(?P<wd>[月火水木金土日])曜日?|(?<!{KANJI})(?P<wd2>[月火水木金土])(?=着|に(?:着|お届け)|の(?:朝|午前|夕方|夜))")),
    ("date", GuardedPattern("月 /", rf"(?:20\d\d年)?(?P<mon>{_NUMBER})月(?P<d>{_NUMBER})日|(?<![\d/])(?P<mon2>1[0-2]|[1-9])/(?P<d2>[12]\d|3[01]|[1-9])(?![\d/])")),
    ("date", GuardedPattern("日", rf"(?<![\d一二三四五六七八九十月か])(?P<d>3[01]|[12]\d|[1-9])日(?={_ON_THE})")),
    ("date", GuardedPattern("日", rf"(?<![\d一二三四五六七八九十月か、~-])(?P<d>{_KANJI_DAY})日(?={_KANJI_ON_THE})")),
    ("amount", GuardedPattern(r"円 えん ¥ \ 万", r"(?<![\d.,])(?P<ten_thousands>\d[\d,]*(?:\.\d+)?)万(?P<rest>\d[\d,]*)?(?:円|えん)|(?P<a>\d[\d,]*)\s*(?:円|えん)|[¥\\]\s?(?P<b>\d[\d,]*)|(?P<k>[〇一二三四五六七八九十百千万壱弐参拾\d]*[〇一二三四五六七八九十百千万拾])(?:円|えん)|(?P<man>[一二三四五六七八九\d]+)万(?!円|一|が)")),
)  # fmt: skip

PART_OF_DAY_BEFORE: Final = LazyPattern(r"(?:今夜|今晩|明晩|今夕|明朝|今朝)$")
FOR_A_WHILE: Final = LazyPattern(r"(?!に|まで|迄|から|前|まえ|以降|です|で(?!も)|[。.!?]|\s*$)")
"""What follows 一時 where it is "for a while" and not one o'clock."""
TEN_MINUTES: Final = LazyPattern(
    r"後|間|前|で(?!す|し[ょたて]|ござ|は|も)|お待ち|待|かか|経|たっ|たち|遅|おき|ごと|だけ|ちょっと|弱|強|もあれば"
)
"""What follows 十分 where it is ten minutes and not "enough"."""
AS_SOON_AS_POSSIBLE: Final = LazyPattern(r"(?:で)?も(?:早|はや|速)")
"""What follows 一日 or 一分 where no time is meant."""
