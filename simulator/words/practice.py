"""The words of practising over many contacts: today's ten minutes, single replies, progress."""

from __future__ import annotations

from scenarios.language import Text
from simulator.words import Words

__all__ = ["PRACTICE"]

PRACTICE = Words(
    {
        "untold": Text(ja="まだ判定なし", en="not judged yet"),
        # today
        "today.head": Text(
            ja="今日の練習　あと約{minutes}分", en="Today's practice, about {minutes} min left"
        ),
        "today.done": Text(
            ja="今日の練習はここまでです。続きはまた明日。",
            en="That was today's practice. Nothing more is due today.",
        ),
        "today.spent": Text(
            ja="今日ここまで: {done} 件、約{minutes}分",
            en="Done today: {done}, about {minutes} min",
        ),
        "today.moment": Text(
            ja="一言だけやり直す（約{minutes}分）: {skill}",
            en="One reply again (about {minutes} min): {skill}",
        ),
        "today.moment-place": Text(
            ja="「{title}」の {turn} 回目の返答から。ねらい: {practise}",
            en="From '{title}', reply {turn}. The aim: {practise}.",
        ),
        "today.call": Text(
            ja="応対を一件（約{minutes}分）: {title}",
            en="One contact (about {minutes} min): {title}",
        ),
        "today.call-skills": Text(ja="ねらい: {skills}", en="It trains: {skills}"),
        "today.call-first": Text(
            ja="まずは一件。気になったところが、次からの練習になります。",
            en="Begin with one. What you miss there becomes your practice from then on.",
        ),
        "today.tomorrow": Text(
            ja="明日の練習は、そのころ練習どきになる {count} か所から選びます。",
            en="Tomorrow's practice will be picked from {count} spots that are due by then.",
        ),
        "today.start": Text(
            ja="始めるには supportdojo today start（番号を付けるとその項目から）",
            en="Begin with: supportdojo today start (add a number for another item)",
        ),
        "today.streak": Text(
            ja="{days} 日続けて練習しています。", en="You have practised {days} days in a row."
        ),
        "today.back": Text(
            ja="前回の練習は {since} 日前。今日からまた、少しずつ。",
            en="You last practised {since} days ago. Today is a good day to go on.",
        ),
        "today.weakest": Text(
            ja="いま力を入れたいところ: {skills}", en="Worth your time now: {skills}"
        ),
        "today.best": Text(
            ja="「{title}」のこれまでの最高は {total} 点です。",
            en="Your best so far in '{title}' is {total}.",
        ),
        "today.nothing": Text(
            ja="練習できるシナリオがありません。", en="There is no scenario to practise with."
        ),
        # one reply again
        "moment.aim": Text(
            ja="この場面で、返答を一度だけ。ねらい: {practise}",
            en="One reply at this point. The aim: {practise}.",
        ),
        "moment.result": Text(ja="── {skill}: {degree}", en="── {skill}: {degree}"),
        "moment.before": Text(
            ja="前回（{degree}）: 「{text}」", en="Last time ({degree}): “{text}”"
        ),
        "moment.now": Text(ja="今回（{degree}）: 「{text}」", en="This time ({degree}): “{text}”"),
        "moment.better": Text(ja="たとえば: 「{text}」", en="For instance: “{text}”"),
        "moment.advice": Text(ja="次は: {text}", en="Next time: {text}"),
        "moment.back.good": Text(
            ja="しばらく間をおいて、また出てきます。", en="It will come back after a longer while."
        ),
        "moment.back.hard": Text(
            ja="近いうちに、もう一度出てきます。", en="It will come back before long."
        ),
        "moment.back.again": Text(ja="明日、もう一度。", en="Once more tomorrow."),
        "moment.left": Text(
            ja="返答がなかったので、この練習は残しておきます。",
            en="There was no reply, so this exercise stays on your list.",
        ),
        "degree.met": Text(ja="できています", en="met"),
        "degree.partly": Text(ja="あと一歩", en="partly met"),
        "degree.missed": Text(ja="まだ", en="not yet"),
        "degree.none": Text(ja="この返答では見られません", en="no occasion in this reply"),
        # progress
        "progress.none": Text(
            ja="まだ応対の記録がありません。supportdojo today から始められます。",
            en="There are no contacts yet. Begin with: supportdojo today",
        ),
        "progress.head": Text(
            ja="これまでの歩み（直近の応対 {count} 件から）",
            en="Progress (from your newest contacts: {count})",
        ),
        "progress.few": Text(
            ja="件数がまだ少ないので、数字は目安です。",
            en="These are few contacts; take the figures as a first hint.",
        ),
        "progress.legend": Text(
            ja="数字は今の力（0〜100。5 件前の応対は半分の重みで数えます）。▁〜█ は一件ごとの推移、( ) は件数。",
            en="The figure is where you stand (0-100; a contact five contacts ago counts half). ▁ to █: contact by contact; in brackets: how many contacts.",
        ),
        "missed.head": Text(ja="よく取りこぼすところ", en="What is missed most"),
        "missed.line": Text(
            ja="{title}: 機会 {chances} 回のうち {missed} 回",
            en="{title}: {missed} of {chances} chances",
        ),
        "missed.fault": Text(
            ja="{title}: {missed} 回の返答で", en="{title}: made in {missed} of your replies"
        ),
        "missed.place": Text(ja="{session}　{turn} 回目の返答", en="{session}, reply {turn}"),
        "acknowledged.head": Text(
            ja="状況か気持ちに初めて触れたのは何回目の返答か（古い順、{count} 件）",
            en="With which reply you first named the matter or the feeling (oldest first, {count})",
        ),
        "acknowledged.never": Text(ja="なし", en="none"),
        "acknowledged.timed": Text(ja="{turn}（{seconds}秒）", en="{turn} ({seconds} s)"),
        "outcomes.head": Text(ja="応対の終わり方", en="How contacts ended"),
        "outcome.good": Text(ja="よい終わり", en="well"),
        "outcome.fair": Text(ja="まずまず", en="fairly"),
        "outcome.poor": Text(ja="不満が残った", en="badly"),
        "outcome.stopped": Text(ja="途中でやめた", en="stopped"),
        "outcome.unknown": Text(ja="不明", en="unknown"),
        "bests.head": Text(ja="シナリオごとの自己最高", en="Your own best by scenario"),
        "best.passed": Text(ja="合格", en="passed"),
        "best.open": Text(ja="　　", en="      "),
    }
)
