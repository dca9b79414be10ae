"""Figures and names: what they mean and whether they are facts of the case."""

from __future__ import annotations

import pytest
from reader_case import read

from scenarios.language import Language


def _slots(language: Language, reply: str) -> set[tuple[str, str]]:
    return {(slot.kind, slot.value) for slot in read(language, reply).slots}


@pytest.mark.parametrize(
    ("language", "reply", "kind", "value"),
    [
        ("ja", "13時5分にお電話します。", "clock", "13:05"),
        ("ja", "１時半までに", "clock", "13:30"),
        ("ja", "午後2時です", "clock", "14:00"),
        ("ja", "13:05にお電話します", "clock", "13:05"),
        ("ja", "三時半におかけします", "clock", "15:30"),
        ("ja", "正午まで", "clock", "12:00"),
        ("ja", "8時40分に出ました", "clock", "08:40"),
        ("ja", "明日の朝に着きます", "day", "+1"),
        ("ja", "木曜に発送します", "day", "thu"),
        ("ja", "翌営業日にお返事します", "day", "+1"),
        ("ja", "3月2日のお問い合わせ", "date", "03-02"),
        ("ja", "10分ほどかかります", "duration", "10"),
        ("ja", "一両日中に", "duration", "2880"),
        ("ja", "3〜7営業日です", "duration", "10080"),
        ("ja", "6,480円です", "amount", "6480"),
        ("ja", "千円です", "amount", "1000"),
        ("ja", "二万円", "amount", "20000"),
        ("ja", "合計九千三百五十円です", "amount", "9350"),
        ("ja", "三五〇円です", "amount", "350"),
        ("ja", "KM-20418でございますね", "order", "km-20418"),
        ("ja", "090-1234-5678へ", "phone", "090-1234-5678"),
        ("ja", "私、大塚がおかけします", "person", "大塚"),
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
        ("en", "tomorrow morning", "day", "+1"),
        ("en", "at nine tomorrow", "day", "+1"),
        ("en", "at nine tomorrow", "clock", "09:00"),
        ("en", "on Thursday", "day", "thu"),
        ("en", "the next business day", "day", "+1"),
        ("en", "on 2 March", "date", "03-02"),
        ("en", "about ten minutes", "duration", "10"),
        ("en", "3 to 7 business days", "duration", "10080"),
        ("en", "a fortnight", "duration", "20160"),
        ("en", "6,480 yen", "amount", "6480"),
        ("en", "five thousand yen", "amount", "5000"),
        ("en", "nine thousand three hundred and fifty yen", "amount", "9350"),
        ("en", "sixty-five yen", "amount", "65"),
        ("en", "330 yen extra", "amount", "330"),
        ("en", "order KM-20418", "order", "km-20418"),
        ("en", "This is Aileen", "person", "Aileen"),
        ("en", "I'm Tomás", "person", "Tomás"),
        ("en", "I'll ring. Maricel", "person", "Maricel"),
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
        ("en", "you may have it", "date"),
        ("ja", "時間をください", "clock"),
        ("ja", "担当者からお電話します", "person"),
        ("ja", "責任者に代わります", "person"),
        ("ja", "一番気になること", "amount"),
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
        ("ja", "KM-99999のお荷物", False),
    ],
)
def test_figure_is_compared_with_the_case(language: Language, reply: str, in_case: bool) -> None:
    """A figure is marked as a fact only where the scenario has it."""
    assert [slot.in_case for slot in read(language, reply).slots] == [in_case]
