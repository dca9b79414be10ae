"""Figures and names: what they mean and whether they are facts of the case."""

from __future__ import annotations

import dataclasses

import pytest
from reader_case import read, scenario, text

from scenarios.language import Language
from scenarios.model import RecordRow
from scoring.slots.find import CaseFacts, find_slots
from scoring.slots.times import Day


def _slots(language: Language, reply: str) -> set[tuple[str, str]]:
    return {(slot.kind, slot.value) for slot in read(language, reply).slots}


@pytest.mark.parametrize(
    ("language", "reply", "kind", "value"),
    [
        ("en", "You rang us at twelve past seven.", "clock", "19:12"),
        ("en", "It left at seven past nine.", "clock", "09:07"),
        ("ja", "13時5分にお電話します。", "clock", "13:05"),
        ("ja", "１時半までに", "clock", "13:30"),
        ("ja", "午後2時です", "clock", "14:00"),
        ("ja", "13:05にお電話します", "clock", "13:05"),
        ("ja", "三時半におかけします", "clock", "15:30"),
        ("ja", "正午まで", "clock", "12:00"),
        ("ja", "8時40分に出ました", "clock", "08:40"),
        ("ja", "3時はんにおかけします", "clock", "15:30"),
        ("ja", "13時5分前にお電話します", "clock", "12:55"),
        ("ja", "一時にお電話します", "clock", "13:00"),
        ("ja", "14〜16時にお届けします", "clock", "14:00"),
        ("ja", "14〜16時にお届けします", "clock", "16:00"),
        ("ja", "今夜8時におかけします", "clock", "20:00"),
        ("ja", "明朝9時におかけします", "clock", "09:00"),
        ("ja", "明朝お届けします", "day", "+1"),
        ("ja", "明日の朝に着きます", "day", "+1"),
        ("ja", "木曜に発送します", "day", "thu"),
        ("ja", "翌営業日にお返事します", "day", "+1"),
        ("ja", "3月2日のお問い合わせ", "date", "03-02"),
        ("ja", "2025年3月2日のご注文", "date", "03-02"),
        ("ja", "2025/03/02のご注文", "date", "03-02"),
        ("ja", "十五日までにお届けします", "date", "--15"),
        ("ja", "八日に届きます", "date", "--08"),
        ("ja", "18日（土）に届きます", "date", "--18"),
        ("ja", "18日迄にお返事します", "date", "--18"),
        ("ja", "20日ごろになります", "date", "--20"),
        ("ja", "10分ほどかかります", "duration", "10"),
        ("ja", "十分ほどお待ちください", "duration", "10"),
        ("ja", "十分後にお電話します", "duration", "10"),
        ("ja", "2〜3日お待ちください", "duration", "4320"),
        ("ja", "一両日中に", "duration", "2880"),
        ("ja", "3〜7営業日です", "duration", "10080"),
        ("ja", "6,480円です", "amount", "6480"),
        ("ja", "千円です", "amount", "1000"),
        ("ja", "二万円", "amount", "20000"),
        ("ja", "合計九千三百五十円です", "amount", "9350"),
        ("ja", "壱万弐千円です", "amount", "12000"),
        ("ja", "三五〇円です", "amount", "350"),
        ("ja", "1万7160円です", "amount", "17160"),
        ("ja", "2万5,000円です", "amount", "25000"),
        ("ja", "1.5万円です", "amount", "15000"),
        ("ja", "KM20418でございますね", "order", "km-20418"),
        ("ja", "KM-20418でございますね", "order", "km-20418"),
        ("ja", "090-1234-5678へ", "phone", "090-1234-5678"),
        ("ja", "07000003064へおかけします", "phone", "07000003064"),
        ("ja", "私、大塚がおかけします", "person", "大塚"),
        ("ja", "私田中からお電話します", "person", "田中"),
        ("ja", "明日田中がお電話します", "person", "田中"),
        ("ja", "こもれび商店、山本です", "person", "山本"),
        ("ja", "担当は田中です", "person", "田中"),
        ("ja", "お調べします。佐々木です。", "person", "佐々木"),
        ("ja", "1時に私、早瀬からお電話します", "person", "早瀬"),
        ("ja", "田中と申します", "person", "田中"),
        ("ja", "責任者の森に代わります", "person", "森"),
        ("en", "at 1:05", "clock", "13:05"),
        ("en", "five past one", "clock", "13:05"),
        ("en", "half past two", "clock", "14:30"),
        ("en", "ten to four", "clock", "15:50"),
        ("en", "by 3pm", "clock", "15:00"),
        ("en", "3 o'clock", "clock", "15:00"),
        ("en", "by five p.m.", "clock", "17:00"),
        ("en", "half 3", "clock", "15:30"),
        ("en", "between nine and eleven at 10:30", "clock", "10:30"),
        ("en", "by two at the latest", "clock", "14:00"),
        ("en", "at three thirty", "clock", "15:30"),
        ("en", "by six forty-five", "clock", "18:45"),
        ("en", "at 5 30 tomorrow", "clock", "17:30"),
        ("en", "half-past-three", "clock", "15:30"),
        ("en", "at 8 tonight", "clock", "20:00"),
        ("en", "this evening at 8", "clock", "20:00"),
        ("en", "at 7 tomorrow morning", "clock", "07:00"),
        ("en", "until 1730 hours", "clock", "17:30"),
        ("en", "17:30 hrs", "clock", "17:30"),
        ("en", "between 10 and 12 tomorrow", "clock", "10:00"),
        ("en", "between 10 and 12 tomorrow", "clock", "12:00"),
        ("en", "from 2 to 4pm", "clock", "14:00"),
        ("en", "from 2 to 4pm", "clock", "16:00"),
        ("en", "any day from nine to eight", "clock", "20:00"),
        ("en", "I'll ring tomorow", "day", "+1"),
        ("en", "tomorrow morning", "day", "+1"),
        ("en", "at nine tomorrow", "day", "+1"),
        ("en", "at nine tomorrow", "clock", "09:00"),
        ("en", "on Thursday", "day", "thu"),
        ("en", "the next business day", "day", "+1"),
        ("en", "on 2 March", "date", "03-02"),
        ("en", "the 3rd of March", "date", "03-03"),
        ("en", "May the 20th", "date", "05-20"),
        ("en", "on 20/05/2025", "date", "05-20"),
        ("en", "on 2025-05-20", "date", "05-20"),
        ("en", "about ten minutes", "duration", "10"),
        ("en", "in half an hour", "duration", "30"),
        ("en", "an hour and a half", "duration", "90"),
        ("en", "two and a half hours", "duration", "150"),
        ("en", "1.5 hours", "duration", "90"),
        ("en", "a quarter of an hour", "duration", "15"),
        ("en", "within the hour", "duration", "60"),
        ("en", "within twenty-four hours", "duration", "1440"),
        ("en", "just a second", "duration", "1"),
        ("en", "3 to 7 business days", "duration", "10080"),
        ("en", "a fortnight", "duration", "20160"),
        ("en", "6,480 yen", "amount", "6480"),
        ("en", "five thousand yen", "amount", "5000"),
        ("en", "nine thousand three hundred and fifty yen", "amount", "9350"),
        ("en", "twelve thousand three hundred, twice", "amount", "12300"),
        ("en", "thirty-eight thousand is gone", "amount", "38000"),
        ("en", "nine thousand, three hundred and fifty yen", "amount", "9350"),
        ("en", "sixty-five yen", "amount", "65"),
        ("en", "330 yen extra", "amount", "330"),
        ("en", "JPY 5000 in all", "amount", "5000"),
        ("en", "5k yen", "amount", "5000"),
        ("en", "38 thousand yen", "amount", "38000"),
        ("en", "5,000円", "amount", "5000"),
        ("en", "ring 09012345678", "phone", "09012345678"),
        ("en", "order KM-20418", "order", "km-20418"),
        ("en", "This is Aileen", "person", "Aileen"),
        ("en", "I'm Tomás", "person", "Tomás"),
        ("en", "I'll ring. Maricel", "person", "Maricel"),
        ("en", "It's on its way. Emily.", "person", "Emily"),
        ("en", "Thanks, Ahmed!", "person", "Ahmed"),
        ("en", "You're speaking with Emma.", "person", "Emma"),
        ("en", "Ask for Emma.", "person", "Emma"),
        ("en", "Mori will ring", "person", "mori"),
    ],
)
def test_figure_has_its_value(language: Language, reply: str, kind: str, value: str) -> None:
    """Times, days, sums and names are read however they are written."""
    assert (kind, value) in _slots(language, reply)


@pytest.mark.parametrize(
    ("language", "reply", "kind"),
    [
        ("en", "I sat there for you", "day"),
        ("en", "one of two ways", "clock"),
        ("en", "I'm sorry about it", "person"),
        ("en", "This is Friday's parcel", "person"),
        ("en", "It's booked. Perfect.", "person"),
        ("en", "It's all in hand. Great!", "person"),
        ("en", "Your money is on its way. Sorted.", "person"),
        ("en", "Cancelled.", "person"),
        ("en", "You were promised a call. Exactly.", "person"),
        ("en", "I'll see to it. Kind Regards.", "person"),
        ("en", "It comes by courier. Overnight.", "person"),
        ("en", "The parcel is gone. Ouch!", "person"),
        ("en", "about 3/4 of it", "clock"),
        ("en", "I don't doubt you for a second", "duration"),
        ("en", "a second parcel is on its way", "duration"),
        ("en", "2 separate parcels", "date"),
        ("en", "on 2025-05-20", "number"),
        ("en", "your number is 09012345678", "number"),
        ("en", "the form is 20418 pages long", "order"),
        ("en", "you may have it", "date"),
        ("ja", "時間をください", "clock"),
        ("ja", "担当者からお電話します", "person"),
        ("ja", "責任者に代わります", "person"),
        ("ja", "一番気になること", "amount"),
        ("ja", "十分に確認いたします", "duration"),
        ("ja", "ご説明が不十分でした", "duration"),
        ("ja", "それで十分です", "duration"),
        ("ja", "一日でも早くお届けします", "duration"),
        ("ja", "一時的に止まっています", "clock"),
        ("ja", "一時お預かりします", "clock"),
        ("ja", "三日に一度お届けします", "date"),
        ("ja", "当店の確認不足でした", "person"),
        ("ja", "当店の不手際でした", "person"),
        ("ja", "配送店からお電話がいきます", "person"),
        ("ja", "担当は専門の部署です", "person"),
    ],
)
def test_look_alike_is_no_figure(language: Language, reply: str, kind: str) -> None:
    """Words that only look like a time, a day, a sum or a name are none."""
    assert kind not in {found for found, _ in _slots(language, reply)}


@pytest.mark.parametrize(
    ("language", "reply", "in_case"),
    [
        ("ja", "送料660円をお返しします", True),
        ("ja", "5,000円お返しします", False),
        ("en", "660 yen comes back", True),
        ("en", "5,000 yen on top", False),
        ("en", "it left at 8:40", True),
        ("en", "I'll ring at 16:20", False),
        ("ja", "KM-20418のお荷物", True),
        ("ja", "KM20418のお荷物", True),
        ("ja", "KM-99999のお荷物", False),
    ],
)
def test_figure_is_compared_with_the_case(language: Language, reply: str, in_case: bool) -> None:
    """A figure is marked as a fact only where the scenario has it."""
    assert [slot.in_case for slot in read(language, reply).slots] == [in_case]


@pytest.mark.parametrize("written", ["080-0000-1107", "08000001107", "080 0000 1107"])
def test_phone_number_of_the_record_counts_however_it_is_set_off(written: str) -> None:
    """Blanks and hyphens make no other number of it."""
    record = (RecordRow(text("phone"), text("080-0000-1107")),)
    facts = CaseFacts.of(dataclasses.replace(scenario(), record=record), "ja")
    (slot,) = find_slots(written, written, "ja")
    assert slot.kind == "phone"
    assert facts.hold(slot)


@pytest.mark.parametrize(
    ("language", "reply", "value"),
    [
        ("en", "Breakfast is ready at half past six.", "06:30"),
        ("en", "Kuga will ring you by ten tomorrow.", "10:00"),
        ("en", "By eight on Friday you will know.", "08:00"),
        ("en", "I'll ring you by eleven.", "23:00"),
        ("en", "The doors open at seven.", "19:00"),
        ("ja", "明日の10時までにお電話します。", "10:00"),
        ("ja", "朝食は6時半からです。", "06:30"),
        ("ja", "11時までにお電話します。", "23:00"),
    ],
)
def test_the_hour_is_that_of_the_case_or_of_the_day_beside_it(
    language: Language, reply: str, value: str
) -> None:
    """Late in the evening only what is said of the same day lies after it; a time that the case knows
    is meant where one half of the day has it."""
    day = Day(23 * 60, frozenset({"06:30", "19:00"}))
    (slot,) = [s for s in find_slots(reply.lower(), reply, language, day=day) if s.kind == "clock"]
    assert slot.value == value


@pytest.mark.parametrize(
    "reply", ["I'd be cross after three goes.", "Nobody should be asked again after four calls."]
)
def test_so_many_times_are_no_hour(reply: str) -> None:
    assert not {kind for kind, _ in _slots("en", reply)} & {"clock"}
