"""Agreement as lines of plain text and as JSON values."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from typing import Any, Final

from scenarios.language import Language, Text
from scoring.agreement.measure import Agreement

_WORDS: Final = {
    "about": Text(
        ja="組み込みの評価は言語モデルによるもので、応対の専門家のものではありません。開発のものさしとして読んでください。\n"
        "yardstick と own（--fitted で表示）は採点の調整に使った返答なので高めに出ます。使っていない unread の数字を見てください。unread-kinds は多くの書き手がどの型の返答も同じ数だけ書いたもの、unread-even は長さから出来が分からないように書かれた返答、unread-harmful は決して送ってはならない返答とそれに似た正直な返答、unread-further は八つのケース以外のシナリオの返答、unread-ends は満足したお客様への締めくくりや人間味のある一言と、それに似て非なる返答、unread-answers は応対の途中でお客様の問いや打ち明け話に答える短い返答と、それに似て非なる返答、unread-scenarios は書き方の手引きだけを読んだ人が書いた、調整に一度も使っていない四つのシナリオの返答です。",
        en="The built-in ratings are by language models with the guide in hand, not by support staff: "
        "a yardstick for development, no proof.\n"
        "The ledger was fitted with yardstick and own (shown by --fitted), which therefore look better "
        "than fresh replies will; unread was never fitted to. unread-kinds: replies by many hands, each "
        "kind as often as any other; unread-even: replies whose length tells nothing; unread-harmful: "
        "replies that must never be sent beside honest ones that look like them; unread-further: replies in scenarios beyond the eight cases; "
        "unread-ends: farewells to customers who are content, human moments and plain duties, beside what only looks like them; "
        "unread-answers: short answers to what customers ask and confide in the middle of a contact, beside what only looks like them; "
        "unread-scenarios: replies in four scenarios by authors who had read the writers' guide only, to which nothing was fitted.",
    ),
    "head": Text(
        ja=f"{'群':<27} {'尺度':<8} {'件':>3} {'rho':>6} {'固定':>4} {'長さ':>4} {'誤差':>3} {'不明':>3}",
        en=f"{'group':28} {'scale':10} {'n':>4} {'rho':>6} {'|len':>6} {'len':>6} {'MAE':>5} {'null':>5}",
    ),
    "pairs": Text(ja="対の比較: 良いほうの点が高い割合", en="pairs: the better one graded higher"),
    "alarms": Text(
        ja="{group}: 自動不合格の検出 {caught}/{fails}、問題のない返答への誤警報 {false}/{clean}、"
        "見せかけの返答 {gaming} 件の平均 {mean:.0f} 最高 {highest:.0f} {where}",
        en="{group}: automatic fails caught {caught}/{fails}; false alarms on clean replies "
        "{false}/{clean}; gaming replies n={gaming} mean {mean:.0f} highest {highest:.0f} {where}",
    ),
    "breach": Text(
        ja="  {breach:20} 指摘 {named:3} 検出 {caught:3} 誤警報 {false:3}",
        en="  {breach:20} named {named:3} caught {caught:3} on clean replies {false:3}",
    ),
    "worst": Text(
        ja="{scale:10} 採点 {grade:3} 評価 {rating:5.1f} {id}: {reply}",
        en="{scale:10} graded {grade:3} rated {rating:5.1f} {id}: {reply}",
    ),
}
_SHOWN: Final = 100
"""Characters of a reply that a line of disagreement shows."""


def about_text(language: Language) -> str:
    """What has to be said wherever the figures are quoted."""
    return _WORDS["about"].of(language)


def agreement_text(found: Agreement, language: Language) -> str:
    """The figures as a table; a figure that cannot be told is a dash."""
    return "\n".join(_lines(found, language))


def _lines(found: Agreement, language: Language) -> Iterable[str]:
    def say(key: str, **values: object) -> str:
        return _WORDS[key].of(language).format(**values)

    yield say("head")
    for row in found.scales:
        figures = (_figure(v, 3) for v in (row.rho, row.given_length, row.length))
        null = row.untold / (row.told + row.untold) if row.told + row.untold else 0.0
        yield (
            f"{row.group:28} {row.scale:10} {row.told:4} {' '.join(f'{f:>6}' for f in figures)} "
            f"{_figure(row.error, 1):>5} {null:5.0%}"
        )
    if found.pairs:
        yield say("pairs")
    for pair in found.pairs:
        count = pair.right + pair.level + pair.wrong
        yield (
            f"{pair.group:28} {pair.scale:10} {count:4} {pair.share:6.3f}  "
            f"(+{pair.right} ={pair.level} -{pair.wrong})"
        )
    for alarm in found.alarms:
        yield say(
            "alarms",
            group=alarm.group,
            caught=alarm.fails_caught,
            fails=alarm.fails,
            false=alarm.false_alarms,
            clean=alarm.clean,
            gaming=alarm.gaming,
            mean=alarm.gaming_mean,
            highest=alarm.gaming_highest,
            where=f"({alarm.gaming_highest_id})" if alarm.gaming_highest_id else "",
        )
    for breach in found.breaches:
        yield say(
            "breach",
            breach=breach.breach.value,
            named=breach.named,
            caught=breach.caught,
            false=breach.raised_on_clean,
        )
    for worst in found.worst:
        reply = " ".join(worst.reply.split())[:_SHOWN]
        yield say(
            "worst",
            scale=worst.scale,
            grade=worst.grade,
            rating=worst.rating,
            id=worst.id,
            reply=reply,
        )


def _figure(value: float | None, digits: int) -> str:
    return "-" if value is None else f"{value:.{digits}f}"


def agreement_json(found: Agreement) -> dict[str, Any]:
    """The same as JSON values; what cannot be told is null."""
    return {
        "scales": [dataclasses.asdict(row) for row in found.scales],
        "pairs": [{**dataclasses.asdict(row), "share": row.share} for row in found.pairs],
        "alarms": [dataclasses.asdict(row) for row in found.alarms],
        "breaches": [
            {**dataclasses.asdict(row), "breach": row.breach.value} for row in found.breaches
        ],
        "worst": [dataclasses.asdict(row) for row in found.worst],
    }
