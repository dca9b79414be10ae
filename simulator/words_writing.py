"""The words of the commands that check and make scenario files."""

from __future__ import annotations

from scenarios.language import Text
from simulator.words import Words

__all__ = ["WRITING"]

WRITING = Words(
    {
        "validate.clean": Text(
            ja="{files} 件のファイルを調べました。問題はありません。",
            en="Files checked: {files}. No problems.",
        ),
        "validate.found": Text(
            ja="{files} 件のファイルを調べ、{bad} 件に合わせて {count} 件の問題がありました。",
            en="Files checked: {files}. Problems: {count}, in {bad} of them.",
        ),
        "validate.more": Text(
            ja="くわしくは supportdojo explain {code}",
            en="For more: supportdojo explain {code}",
        ),
        "explain.wrong": Text(ja="まちがい", en="Wrong"),
        "explain.right": Text(ja="正しい", en="Right"),
        "explain.do": Text(ja="直し方", en="What to do"),
        "explain.file.exemplar": Text(ja="お手本のファイル", en="in an exemplar"),
        "explain.file.persona": Text(ja="顧客像のファイル", en="in a persona's file"),
        "explain.file.handbook": Text(ja="handbook.yaml", en="in handbook.yaml"),
        "explain.file.shop": Text(ja="shop.yaml", en="in shop.yaml"),
        "explain.unknown": Text(
            ja="「{code}」という番号はありません。",
            en="There is no code '{code}'.",
        ),
        "explain.close": Text(ja="「{code}」のことですか。", en="Did you mean {code}?"),
        "explain.list": Text(
            ja="supportdojo explain だけで一覧が見られます。",
            en="'supportdojo explain' lists them all.",
        ),
    }
)
