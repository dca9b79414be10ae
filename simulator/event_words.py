"""Why an input could not be taken, in words; the same in every door."""

from __future__ import annotations

from typing import Final

from scenarios.language import Language, Text
from simulator.engine.events import EventError
from simulator.words import Words

__all__ = ["event_error_text"]

_WORDS: Final = Words(
    {
        "argument-too-long": Text(
            ja="「{argument}」が長すぎます（{count} 文字、上限 {most} 文字）。何も切り取っていません。",
            en="'{argument}' is too long ({count} characters; {most} at most). Nothing was cut.",
        ),
        "bad-argument": Text(
            ja="「{argument}」の「{value}」は使えません。時刻は 13:05 か、ほかの日なら 火 13:05、秒数と金額は数字で書いてください。",
            en="'{value}' will not do for '{argument}'. Write times as 13:05, on another day Tue 13:05, seconds and sums as numbers.",
        ),
        "bad-seconds": Text(ja="秒数は 1 から 86400 までです。", en="Seconds go from 1 to 86400."),
        "contact-over": Text(
            ja="応対はもう終わっています。",
            en="The contact is over; nothing more can be said or done.",
        ),
        "hint-sealed": Text(
            ja="テストではヒントは出ません。終わってから、振り返りで一つずつ見られます。",
            en="There are no hints in a test. The debrief shows everything afterwards.",
        ),
        "missing-argument": Text(
            ja="「{action}」には「{argument}」が必要です。項目: {fields}",
            en="'{action}' needs '{argument}'. It takes: {fields}",
        ),
        "note-empty": Text(
            ja="対応記録が空です。一つ以上の欄に書いてください。",
            en="The case note is empty. Fill in at least one field.",
        ),
        "note-filed": Text(
            ja="対応記録はもう提出しました。", en="The case note has been filed already."
        ),
        "note-too-early": Text(
            ja="対応記録は応対が終わってから書きます。",
            en="The case note is written after the contact.",
        ),
        "note-too-long": Text(
            ja="対応記録が長すぎます（{count} 文字）。何も切り取っていません。",
            en="The case note is too long ({count} characters). Nothing was cut.",
        ),
        "reply-empty": Text(
            ja="返答が入力されていません。黙って待つときは、時間を進めてください。",
            en="The reply is empty. To say nothing, let time pass instead.",
        ),
        "unknown-action": Text(
            ja="「{action}」という操作はありません。", en="The desk has no action '{action}'."
        ),
        "unknown-argument": Text(
            ja="「{action}」に「{argument}」という項目はありません。項目: {fields}",
            en="'{action}' has no field '{argument}'. It takes: {fields}",
        ),
        "unknown-event": Text(
            ja="「{value}」という記録は読めません。",
            en="An entry of kind '{value}' cannot be read.",
        ),
        "unknown-field": Text(
            ja="対応記録に「{field}」という欄はありません。",
            en="The case note has no field '{field}'.",
        ),
    }
)


def event_error_text(error: EventError, language: Language) -> str:
    """One sentence or two about *error*."""
    return _WORDS.say(error.code, language, **error.values)
