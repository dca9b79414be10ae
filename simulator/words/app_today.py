"""The app's words for today's practice, single replies tried again, and progress.

What the line mode says as well is in ``words.practice``.
"""

from __future__ import annotations

from scenarios.language import Text
from simulator.words import Words

__all__ = ["TODAY"]

TODAY = Words(
    {
        "or": Text(ja="／", en=" / "),
        "dot": Text(ja="・", en=" · "),
        "sir": Text(ja="{name}様", en="{name}"),
        "quote": Text(ja="「{words}」", en="“{words}”"),
        # keys
        "key.begin": Text(ja="始める", en="Begin"),
        "key.pick": Text(ja="選ぶ", en="Choose"),
        "key.open": Text(ja="開く", en="Open"),
        "key.progress": Text(ja="歩み", en="Progress"),
        "key.later": Text(ja="あとにする", en="Leave for later"),
        "key.on": Text(ja="今日の練習へ", en="On to Today"),
        "key.read": Text(ja="読み進む", en="Read on"),
        # today
        "today.title": Text(ja="今日の練習", en="Today's practice"),
        "today.reading": Text(ja="今日の練習を選んでいます…", en="Choosing today's practice…"),
        "today.starting": Text(ja="準備しています…", en="Setting it up…"),
        "today.way": Text(
            ja="済み {done}分　残り 約{left}分",
            en="done: {done} min, left: about {left} min",
        ),
        "today.moment": Text(
            ja="{number}　一言だけやり直す・約{minutes}分",
            en="{number} · One reply again · about {minutes} min",
        ),
        "today.call": Text(
            ja="{number}　応対を一件・約{minutes}分",
            en="{number} · One contact · about {minutes} min",
        ),
        "today.aim": Text(ja="ねらい: {aim}", en="Aim: {aim}"),
        "today.missed": Text(
            ja="{when}、{customer}への {turn} 回目の返答で取りこぼしたところ（{title}）",
            en="Missed {when}, in reply {turn} to {customer} ({title})",
        ),
        "today.partly": Text(
            ja="{when}、{customer}への {turn} 回目の返答で、あと一歩だったところ（{title}）",
            en="Half met {when}, in reply {turn} to {customer} ({title})",
        ),
        "today.yesterday": Text(ja="昨日（{date}）", en="yesterday ({date})"),
        "today.ago": Text(ja="{days} 日前（{date}）", en="{days} days ago ({date})"),
        "today.same-day": Text(ja="{date}", en="on {date}"),
        "today.first": Text(
            ja="まずは一件。気になったところが、明日からの練習になります。",
            en="Begin with one. What you miss there becomes your practice from tomorrow on.",
        ),
        "today.open": Text(
            ja="途中まで進めてあります。続きから始まります。",
            en="You have begun it; it goes on where you left it.",
        ),
        "today.best": Text(ja="これまでの最高 {total} 点", en="your best so far: {total}"),
        "today.rest": Text(
            ja="ゆっくり休んでください。明日の分は、明日また選びます。",
            en="Let it rest. Tomorrow's ten minutes are picked tomorrow.",
        ),
        "help.today": Text(
            ja="その日の十分間です。自分が取りこぼした返答と、次の一件が並びます。Enter で始めます。\n"
            "「一言だけ」は、その場面で返答を一度だけして終わります。途中でやめたものは、ここにもう一度出ます。\n"
            "一日の分が終われば、その日はそれで終わりです。",
            en="Ten minutes for the day: replies of your own that missed something, and one contact."
            " Enter begins.\n"
            "'One reply again' ends with its one reply. What you leave in the middle is offered here"
            " again.\n"
            "Once the list is done, that is it for the day.",
        ),
        # one reply again
        "moment.card": Text(ja="返答は一度だけ", en="One reply"),
        "moment.before-later": Text(
            ja="前回の言葉は、返答のあとで並べて見られます",
            en="What you said last time comes afterwards",
        ),
        "moment.typed": Text(
            ja="ここで書くのは返答ひとつだけです。F8 で後回しにできます。",
            en="Only one reply is asked for here. F8 leaves it for later.",
        ),
        "moment.go-on": Text(ja="今日の練習へ", en="On to Today"),
        "moment.title": Text(ja="一言だけやり直す：{skill}", en="One reply again: {skill}"),
        "moment.judging": Text(ja="返答を見ています…", en="Looking at your reply…"),
        "moment.failed": Text(
            ja="{reason}\nEnter でもう一度試します。", en="{reason}\nEnter tries again."
        ),
        "moment.then": Text(ja="前回", en="Last time"),
        "moment.now": Text(ja="今回", en="This time"),
        "moment.way": Text(ja="{name}・{degree}", en="{name} · {degree}"),
        "moment.none": Text(
            ja="言葉に付いた点はありません。", en="No words of it earned or cost anything."
        ),
        "moment.better": Text(ja="たとえば", en="For instance"),
        "moment.advice": Text(ja="次は", en="Next time"),
        "moment.comes-back": Text(ja="これから", en="What comes"),
        "help.moment": Text(
            ja="取りこぼした返答の直前です。お客様に、返答を一度だけしてください。対応記録も振り返りもありません。\n"
            "ねらいは上の枠にあります。台帳と操作も使えます。黙っていても時間は進みません。\n"
            "F8 であとにできます。書きかけの返答は残り、今日の練習にもう一度出ます。",
            en="You are just before the reply that missed something. Give one reply; there is no case"
            " note and no debrief.\n"
            "The aim is in the frame at the top. Record and actions are there; silence does not"
            " count.\n"
            "F8 leaves it for later: your draft is kept, and Today offers it again.",
        ),
        "help.moment-result": Text(
            ja="前の返答と今度の返答を、同じ目で見比べます。下線の言葉が、点になった言葉[+]と失点した言葉[-]です。\n"
            "Enter で今日の練習に戻ります。",
            en="Both replies, looked at in the same way. Underlined words earned [+] or cost [-].\n"
            "Enter leads back to Today.",
        ),
        # progress
        "progress.title": Text(ja="これまでの歩み", en="Progress"),
        "progress.reading": Text(ja="記録を読んでいます…", en="Reading what is on record…"),
        "progress.none": Text(
            ja="まだ終えた応対がありません。一件終えると、ここに歩みが出ます。",
            en="There is no finished contact yet. After the first one your progress is shown here.",
        ),
        "progress.head": Text(
            ja="直近の応対 {count} 件から", en="Contacts looked at: the last {count}"
        ),
        "progress.few": Text(
            ja="直近の応対 {count} 件から。件数がまだ少ないので、数字は目安です",
            en="Contacts looked at: the last {count}. They are few; take the figures as a hint.",
        ),
        "progress.legend": Text(
            ja="数字は今の力（0〜100。5 件前の応対は半分の重み）、▁〜█ は一件ごと、n は件数",
            en="Figure: where you stand, 0-100 (five contacts ago counts half);"
            " n: contacts; ▁ to █: one by one.",
        ),
        "progress.n": Text(ja="n={count}", en="n={count}"),
        "progress.acknowledged": Text(
            ja="状況か気持ちに初めて触れた返答（新しい順）",
            en="The reply that first named the matter or the feeling, newest first",
        ),
        "progress.reply": Text(ja="{turn} 回目の返答", en="reply {turn}"),
        "progress.reply-timed": Text(
            ja="{turn} 回目の返答（{seconds} 秒）", en="reply {turn} (after {seconds} s)"
        ),
        "progress.never": Text(ja="なし", en="none"),
        "help.progress": Text(
            ja="技能ごとに、今の力とこれまでの推移が並びます。Enter で、その数字のもとになった返答を一つずつ見られます。\n"
            "比べる相手は、これまでの自分だけです。",
            en="Skill by skill: where you stand, and how you got there. Enter lists the replies"
            " behind a figure, one by one.\n"
            "You are compared with nobody but yourself.",
        ),
        # what lies behind a figure
        "behind.title": Text(ja="{skill}　もとになった応対", en="{skill}: what lies behind it"),
        "behind.newest": Text(
            ja="新しい順に {shown} 件（全 {count} 件）", en="The newest {shown} of {count}"
        ),
        "behind.none": Text(
            ja="もとになった応対はありません。", en="There is nothing behind it yet."
        ),
        "behind.whole": Text(ja="応対全体", en="the whole contact"),
        "behind.points": Text(ja="{points} / 100", en="{points} of 100"),
        "behind.lost": Text(ja="（この記録は読み出せません）", en="(this record cannot be read)"),
        "behind.opening": Text(ja="開いています…", en="Opening…"),
        "help.behind": Text(
            ja="新しい順に並びます。◎ はできた返答、△ はあと一歩、× は取りこぼした返答です。Enter で、その応対の振り返りをその返答から開きます。",
            en="Newest first. ◎ met, △ half met, × missed. Enter opens the debrief of that contact at"
            " that reply.",
        ),
    }
)
