"""The words of the minute for oneself after a hard call, in both languages.

That abuse is nobody's fault and the last responsibility the lead's stands in the customer-harassment
guidelines of the Ministry of Health, Labour and Welfare and among the habits told at hiring.
"""

from __future__ import annotations

from scenarios.language import Text
from simulator.words import Words

__all__ = ["REFLECTION"]

REFLECTION = Words(
    {
        "title": Text(
            ja="おつかれさまでした。ひと息つきましょう", en="That was a hard one. Take a breath"
        ),
        "holds.abuse": Text(
            ja="お客様の暴言は、あなたのせいではありません。一人で受け続けなくてよいのです。",
            en="Abuse is not your fault, and you do not have to stand it alone.",
        ),
        "holds.stopped": Text(
            ja="つらいときに中断するのは、正しい判断です。不合格にはなりません。",
            en="Stopping when it gets too much is the right thing to do, and never a fail.",
        ),
        "holds.badly": Text(
            ja="どれだけ手を尽くしても、怒ったまま終わる応対はあります。あなたの値打ちとは関係ありません。",
            en="Some calls end badly whatever one does. It says nothing about your worth.",
        ),
        "holds.strain": Text(
            ja="厳しい応対は、うまくいったときでも力を使います。疲れて当然です。",
            en="Hard calls take it out of you even when they go well. Being tired is natural.",
        ),
        "holds.lead": Text(
            ja="最後の責任は責任者が負います。席を離れて休み、気持ちが残るときは責任者に話してください。",
            en="The last responsibility is the lead's: take a break, and if it stays with you, talk to them.",
        ),
        "how": Text(
            ja="いまの調子（1 つらい ～ 5 落ち着いている）",
            en="How are you now? (1 shaken, 5 calm)",
        ),
        "hard": Text(ja="何がきつかったですか", en="What was hard?"),
        "private": Text(
            ja="どちらも書かなくてかまいません。読めるのはあなただけで、採点には関係しません。",
            en="Both may stay empty. Only you can read this, and it is never scored.",
        ),
        "keep": Text(ja="進む", en="Go on"),
        "skip": Text(ja="飛ばす", en="Skip"),
        "bad-how": Text(
            ja="調子は 1 から 5 の数字で書いてください。", en="Please give a number from 1 to 5."
        ),
        "unsaved": Text(
            ja="保存できませんでした。{reason}", en="This could not be saved. {reason}"
        ),
        "ask.how": Text(
            ja="いまの調子（1 つらい ～ 5 落ち着いている。Enter で飛ばす）> ",
            en="How are you now, 1 (shaken) to 5 (calm)? Enter skips> ",
        ),
        "ask.hard": Text(
            ja="何がきつかったですか（あなただけが読めます。Enter で飛ばす）> ",
            en="What was hard? Only you can read it. Enter skips> ",
        ),
        "back": Text(
            ja="あなたのメモ（あなただけに見えます）", en="Your own note (only you see it)"
        ),
        "back.how": Text(ja="調子：{how}/5", en="How you were: {how} of 5"),
        "back.text": Text(ja="きつかったこと：{text}", en="What was hard: {text}"),
    }
)
