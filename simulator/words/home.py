"""The words of the first screen about what is before one, in both languages."""

from __future__ import annotations

from scenarios.language import Text
from simulator.words import Words

__all__ = ["HOME"]

HOME = Words(
    {
        "today": Text(ja="今日の10分", en="Ten minutes today"),
        "today.left": Text(
            ja="残り{count}件・およそ{minutes}分", en="{count} to go, {minutes} min"
        ),
        "today.done": Text(ja="今日の分は終わりました", en="done for today"),
        "today.nothing": Text(ja="今日はありません", en="nothing for today"),
        "streak": Text(ja="{days}日続いています", en="{days} days in a row"),
        "review": Text(ja="見直し待ち", en="To review"),
        "review.waiting": Text(
            ja="{count}件の応対が待っています", en="contacts that wait for you: {count}"
        ),
        "review.second-looks": Text(
            ja="うち{count}件は本人からの依頼", en="asked for by the trainee: {count}"
        ),
        "programme": Text(ja="研修プログラム", en="Programme"),
        "programme.steps": Text(ja="{of}ステップ中{done}ステップ済み", en="{done} of {of} steps"),
        "programme.next": Text(ja="次は「{title}」", en="next: {title}"),
        "programme.waits": Text(ja="次は {day} から", en="the next opens {day}"),
        "programme.finished": Text(
            ja="すべて終わりました（修了の記録を作れます）",
            en="all done; the certificate can be made",
        ),
        "broken": Text(
            ja="ファイルに問題があります（supportdojo validate）",
            en="a file has problems (supportdojo validate)",
        ),
        "card.programme": Text(ja="研修の続き", en="Your programme"),
        "card.read": Text(ja="読む（数分）", en="Read it (a few minutes)"),
        "card.today": Text(ja="今日の10分", en="Ten minutes today"),
        "card.today.text": Text(
            ja="{count}件・およそ{minutes}分。取りこぼした場面をもう一度。",
            en="{count} to do, about {minutes} min: the very moments you missed, once more.",
        ),
        "card.today.call": Text(
            ja="{count}件・およそ{minutes}分。", en="{count} to do, about {minutes} min."
        ),
        "card.drill": Text(ja="ドリル", en="Drill"),
        "key.today": Text(ja="今日", en="Today"),
        "key.progress": Text(ja="歩み", en="Progress"),
        "key.programme": Text(ja="研修", en="Programme"),
        "key.drills": Text(ja="ドリル", en="Drills"),
    }
)
