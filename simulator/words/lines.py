"""What is wrong with one line of replies that ``grade`` or ``agreement`` reads."""

from __future__ import annotations

from scenarios.language import Text
from simulator.words import Words

__all__ = ["LINES"]

LINES = Words(
    {
        "json-at": Text(
            ja="JSON として読めません（{column} 文字目）", en="not JSON: {detail} (column {column})"
        ),
        "json-word": Text(
            ja="JSON として読めません（{word} は JSON の値ではありません）",
            en="not JSON: {word} is no value",
        ),
        "too-deep": Text(ja="入れ子が深すぎて読めません", en="not JSON: nested too deeply"),
        "json": Text(ja="JSON として読めません", en="not JSON: {detail}"),
        "no-object": Text(ja="JSON のオブジェクトではありません", en="not a JSON object"),
        "scenario": Text(
            ja="「{value}」というシナリオはありません", en="unknown scenario: {value}"
        ),
        "language": Text(
            ja="「{value}」には対応していません（ja か en）",
            en="unknown language: {value} (ja or en)",
        ),
        "missing-text": Text(
            ja="「{field}」がないか、文字列ではありません", en="'{field}' is missing or no text"
        ),
        "missing": Text(ja="「{field}」がありません", en="'{field}' is missing"),
        "no-text": Text(ja="「{field}」が文字列ではありません", en="'{field}' is no text"),
        "no-list": Text(ja="「{field}」がリストではありません", en="'{field}' is no list"),
        "no-texts": Text(
            ja="「{field}」が文字列のリストではありません", en="'{field}' is no list of texts"
        ),
        "no-number": Text(ja="「{field}」が数ではありません", en="'{field}' is no number"),
        "range": Text(
            ja="「{field}」は 0 から {limit} までの数で書きます",
            en="'{field}' is not from 0 to {limit}",
        ),
        "too-many": Text(
            ja="「{field}」が {limit} 行を超えています", en="'{field}' has more than {limit} lines"
        ),
        "too-long": Text(
            ja="返答が {count} 文字あります（{limit} 文字まで）",
            en="the reply has {count} characters, at most {limit} are allowed",
        ),
        "twice": Text(
            ja="id「{value}」は {line} 行目にもあります",
            en="the id '{value}' stands in line {line} already",
        ),
        "breach": Text(
            ja="「{value}」という違反はありません（使えるもの: {known}）",
            en="unknown breach: {value} (there are: {known})",
        ),
        "scale": Text(ja="「{value}」という尺度はありません", en="unknown scale: {value}"),
        "other": Text(ja="この行は読めません（{detail}）", en="{detail}"),
    }
)
