"""What is wrong with a line of the JSON mode, and how it should be."""

from __future__ import annotations

from scenarios.language import Text
from simulator.words import Words

__all__ = ["JSONL"]

JSONL = Words(
    {
        "bad-line": Text(
            ja='{why}。一行に一つ、{"reply": "..."} のように書いてください。',
            en='{why}. Write one command a line, like {"reply": "..."}.',
        ),
        "no-command": Text(
            ja="命令がありません。次のどれか一つを書いてください: {known}",
            en="there is no command in this line. Write one of: {known}",
        ),
        "unknown-command": Text(
            ja="「{name}」という命令はありません。使えるもの: {known}",
            en="there is no command '{name}'. There are: {known}",
        ),
        "several-commands": Text(
            ja="一行に命令が二つ以上あります（{found}）。どれも行っていません。一つずつ別の行に書いてください。",
            en="there are several commands in this line ({found}), and none was carried out. Write each on a line of its own.",
        ),
        "unknown-key": Text(
            ja="「{command}」の行に「{name}」は書けません。書けるもの: {known}",
            en="'{name}' does not belong to '{command}'. Known here: {known}",
        ),
        "unknown-field": Text(
            ja="対応記録に「{name}」という欄はありません。ある欄: {known}",
            en="the note has no field '{name}'. It has: {known}",
        ),
        "text": Text(
            ja='「{name}」には、引用符で囲んだ文字列を書いてください（{"{name}": "..."}）。',
            en='\'{name}\' must be a text in quotes, like {"{name}": "..."}.',
        ),
        "object": Text(
            ja='「{name}」には、波かっこで囲んだオブジェクトを書いてください（{"{name}": {"...": "..."}}）。',
            en='\'{name}\' must be an object in braces, like {"{name}": {"...": "..."}}.',
        ),
        "text-or-number": Text(
            ja="「{name}」には、文字列か整数を書いてください。",
            en="'{name}' must be a text or a whole number.",
        ),
        "seconds": Text(
            ja='「wait」には、0 から 86400 までの秒数を引用符なしで書いてください（{"wait": 10}）。',
            en="'wait' must be a number of seconds from 0 to 86400 without quotes, like {\"wait\": 10}.",
        ),
        "true": Text(
            ja='「{name}」には true だけを書けます（{"{name}": true}）。',
            en="'{name}' can only be true, like {\"{name}\": true}.",
        ),
    }
)
