"""A reply typed in kana alone is read by the words of the case."""

from __future__ import annotations

import pytest
from builtin_judge import after, judge

from scoring.language.normalise import normalise
from scoring.reading.kana_only import KanaSpeller

SPELLER = KanaSpeller(
    {"イヤクキン": "違約金", "カクニンショ": "確認書", "カクニン": "確認", "ネコ": "猫"}
)


@pytest.mark.parametrize(
    ("typed", "form"),
    [
        ("いやくきんはかかりません", "違約金はかかりません"),
        ("かくにんしょをおくります", "確認書をおくります"),
        ("ねこがいます、かわいいです", "ねこがいます、かわいいです"),
        ("いやくきんは一切頂きません", "いやくきんは一切頂きません"),
        ("いやくきん", "いやくきん"),
    ],
)
def test_only_a_text_without_kanji_is_spelled(typed: str, form: str) -> None:
    assert SPELLER.spelled(normalise(typed)).text == form


def test_spans_point_at_the_kana() -> None:
    normal = SPELLER.spelled(normalise("いえ、いやくきんはかかりません"))
    begin = normal.text.index("違約金")
    assert normal.typed(begin, begin + 3) == "いやくきん"


@pytest.mark.parametrize(
    "reply", ["違約金も手数料もかかりません。", "いやくきんもてすうりょうもかかりません。"]
)
def test_the_answer_is_heard_either_way(reply: str) -> None:
    moment = after("subscription-stop", "ja", ["あとから違約金が来ることはないですか。"])
    named = {t.topic for t in judge().read(reply, moment).topics if t.affirmed}
    assert "no-penalty" in named
