"""The app's words for what comes after a contact: note, debrief, comparison, history.

Both languages stand side by side and are written each on its own.
"""

from __future__ import annotations

from scenarios.language import Text
from simulator.words import Words
from simulator.words.shared import LANGUAGE_NAMES, MODES

__all__ = ["DEBRIEF"]

DEBRIEF = Words(
    {
        # ---------------------------------------------------------------- everywhere
        "empathy": Text(ja="共感", en="Empathy"),
        "policy": Text(ja="規程遵守", en="Policy"),
        "resolution": Text(ja="解決", en="Resolution"),
        "short.empathy": Text(ja="共感", en="Emp"),
        "short.policy": Text(ja="規程", en="Pol"),
        "short.resolution": Text(ja="解決", en="Res"),
        "total": Text(ja="合計", en="Total"),
        "points": Text(ja="{points}点", en="{points}"),
        "cannot-tell": Text(ja="判断できません", en="cannot tell"),
        "reply": Text(ja="返答{turn}", en="Reply {turn}"),
        "stop": Text(ja="：", en=": "),
        "and": Text(ja="、", en=", "),
        "dot": Text(ja="・", en=" · "),
        "quote": Text(ja="「{words}」", en="“{words}”"),
        "failed": Text(ja="表示できません：{reason}", en="This cannot be shown: {reason}"),
        # ---------------------------------------------------------------- keys
        "key.read": Text(ja="読み進む", en="Read on"),
        "key.read-back": Text(ja="読み戻る", en="Read back"),
        "key.page": Text(ja="前後", en="Replies"),
        "key.page-back": Text(ja="前の返答", en="Previous reply"),
        "key.scroll": Text(ja="一画面進む", en="A screenful on"),
        "key.scroll-back": Text(ja="一画面戻る", en="A screenful back"),
        "key.first": Text(ja="採点の結果へ", en="To the result"),
        "key.last": Text(ja="お客様の事情へ", en="To what lay behind"),
        "key.practise": Text(ja="課題へ", en="Practise"),
        "key.redo": Text(ja="やり直す", en="Redo here"),
        "key.compare": Text(ja="比べる", en="Compare"),
        "key.history": Text(ja="履歴", en="History"),
        "key.file": Text(ja="提出する", en="File it"),
        "key.skip": Text(ja="書かずに進む", en="Skip"),
        "key.reference": Text(ja="応対を見る", en="Contact"),
        "key.later": Text(ja="あとで書く", en="Later"),
        "key.open": Text(ja="開く", en="Open"),
        "key.choose": Text(ja="選ぶ", en="Choose"),
        "key.scroll-lines": Text(ja="読み進む", en="Scroll"),
        # ---------------------------------------------------------------- note
        "note.title": Text(ja="対応記録　{title}", en="Case note: {title}"),
        "note.intro": Text(
            ja="次に対応する人が、これだけ読めば続きができるように書きます。お客様についての感想は書きません。",
            en="Write it so that a colleague can take over from this note alone."
            " What you think of the customer does not belong here.",
        ),
        "note.happened": Text(ja="起きたこと", en="What happened"),
        "note.happened.help": Text(
            ja="いつ、どの品が、どうなっているか", en="When, which item, and how things stand"
        ),
        "note.wish": Text(ja="お客様のご要望", en="What the customer wants"),
        "note.wish.help": Text(
            ja="言われた要望をすべて。その奥の事情も", en="Every wish, and the reason behind it"
        ),
        "note.facts": Text(ja="確認できた事実", en="Facts, and from whom"),
        "note.facts.help": Text(
            ja="お客様の話か、画面か、配送会社か、出どころも",
            en="Say whether from the customer, the record or the carrier",
        ),
        "note.promise": Text(ja="約束したこと", en="What was promised"),
        "note.promise.help": Text(
            ja="お客様に「する」と言ったこと。お断りしたことも",
            en="What you said would be done, and what you declined",
        ),
        "note.who": Text(ja="担当", en="Who does it"),
        "note.who.help": Text(ja="誰がするか。名前で", en="The name of the person"),
        "note.when": Text(ja="期限", en="By when"),
        "note.when.help": Text(ja="いつまでに。時刻まで", en="With the clock time"),
        "note.file": Text(ja="対応記録を提出する", en="File the case note"),
        "note.skip": Text(ja="書かずに進む", en="Go on without"),
        "note.skip-title": Text(ja="対応記録を書かずに進みますか", en="Go on without a case note?"),
        "note.skip-text": Text(
            ja="対応記録がないと、次の担当者がお客様に同じことを尋ねることになります。合計点にも上限がかかります。",
            en="Without a case note the next colleague has to ask the customer all over again."
            " It also limits the total.",
        ),
        "note.skip-lost": Text(
            ja="書きかけの対応記録は採点されません。",
            en="What you have written so far is not graded.",
        ),
        "note.skip-yes": Text(ja="書かずに進む", en="Go on without"),
        "note.skip-no": Text(ja="書く", en="Write it"),
        "note.empty": Text(
            ja="まだ何も書かれていません。書かずに進むときは F8 を押してください。",
            en="Nothing is written yet. Press F8 to go on without a case note.",
        ),
        "note.filing": Text(ja="保存しています…", en="Saving…"),
        "note.retry": Text(
            ja="{reason} 書いた内容はこの画面に残っています。F9 でもう一度提出できます。",
            en="{reason} What you wrote is still here. Press F9 to try again.",
        ),
        "note.draft-failed": Text(
            ja="書きかけを保存できません：{reason}", en="The draft cannot be saved: {reason}"
        ),
        "note.draft-back": Text(
            ja="前回の書きかけを戻しました（まだ提出していません）。",
            en="What you had written is back (it has not been filed).",
        ),
        "note.paste-too-long": Text(
            ja="貼り付けた文章（{count}字）を入れると合わせて{total}字になり、上限の{limit}字を超えるため、取り込みませんでした。"
            "欄はそのままです。",
            en="With what you pasted ({count} characters) the field would hold {total} characters; the limit is {limit}."
            " It was not taken in, and the field is as it was.",
        ),
        "note.reference": Text(ja="応対のやり取り", en="The contact"),
        "help.note": Text(
            ja="応対のあとは、対応記録を書きます。Tab で次の欄へ、F9 で提出です。"
            "すべて埋まらなくても提出できます。F2 で応対のやり取りに移り、もう一度押すと戻ります（狭い画面では小窓で開きます）。"
            "Esc で最初の画面に戻っても、書きかけは残ります。",
            en="After a contact comes the case note. Tab goes to the next field, F9 files it; not every field"
            " has to be filled. F2 leads into the contact, at the side or in a dialog, and back."
            " Esc leaves for the first screen and keeps what you have written.",
        ),
        # ---------------------------------------------------------------- debrief: the frame
        "debrief.title": Text(ja="振り返り　{title}", en="Debrief: {title}"),
        "debrief.grading": Text(ja="採点しています…", en="Grading…"),
        "debrief.unsaved": Text(
            ja="採点の結果を保存できませんでした：{reason} この画面では読めます。",
            en="The result could not be saved: {reason} It can be read here all the same.",
        ),
        "debrief.result": Text(ja="採点の結果", en="The result"),
        "debrief.after": Text(ja="結末とお客様の事情", en="The end, and what lay behind"),
        "debrief.place": Text(ja="{number}/{count}", en="{number} of {count}"),
        "debrief.more": Text(ja="↓ 続きがあります", en="↓ there is more"),
        "debrief.not-a-redo": Text(
            ja="この応対は、やり直しではありません。", en="This contact does not redo another one."
        ),
        "debrief.nothing-to-practise": Text(
            ja="特に課題とする返答はありません。", en="No single reply stands out for practice."
        ),
        # ---------------------------------------------------------------- debrief: result
        "verdict.passed": Text(ja="◎ 合格", en="◎ Passed"),
        "verdict.failed": Text(ja="△ 不合格", en="△ Not passed"),
        "verdict.stopped": Text(
            ja="― 途中で終了（不合格ではありません）", en="– Stopped (this is not a fail)"
        ),
        "verdict.open": Text(ja="― 応対の途中です", en="– Still in progress"),
        "verdict.need": Text(
            ja="合格は合計{total}点以上、どの軸も{each}点以上",
            en="to pass: a total of {total}, and {each} in each",
        ),
        "verdict.need-drill": Text(
            ja="このドリルの合格点は{mark}点（合計だけで決まります）",
            en="to pass this drill: a total of {mark}",
        ),
        "verdict.by-rubric": Text(
            ja="ドリルの合格点がなければ、採点基準では次のとおりです。",
            en="Without the drill's own pass mark, the rubric would say:",
        ),
        "history.mark": Text(ja="（ドリルの合格点 {mark}）", en=" (the drill's pass mark: {mark})"),
        "result.stored": Text(
            ja="当時の採点は{total}点でした。その後、採点の基準が変わっています。",
            en="It was {total} when it was first graded; the grading has changed since.",
        ),
        "result.why": Text(ja="理由", en="Why"),
        "result.gates": Text(
            ja="関門（合計とは別に決まります）", en="Gates (beside the total, never averaged in)"
        ),
        "gate.fail": Text(ja="× 即失格", en="× fails the contact"),
        "gate.cap": Text(ja="△ 合計は{cap}点まで", en="△ total held at {cap}"),
        "result.practise": Text(ja="次に練習すること", en="Practise next"),
        "result.goto": Text(ja="返答{turn}を見る", en="See reply {turn}"),
        "result.redo": Text(ja="返答{turn}からやり直す", en="Redo from reply {turn}"),
        "result.strengths": Text(ja="良かったところ", en="What was strong"),
        "result.mood": Text(ja="気持ちの動き", en="How the mood went"),
        "result.ending": Text(ja="結末", en="How it ended"),
        "result.stopped": Text(
            ja="途中で応対を離れました。つらいときに離れるのも、正しい判断です。ここまでの返答から学べます。",
            en="You left the exercise. Leaving when it gets too much is a sound decision;"
            " what you said so far can still teach something.",
        ),
        "result.criteria": Text(ja="評価項目", en="The criteria"),
        "result.kept": Text(ja="避けられた違反", en="Breaches avoided"),
        "result.no-occasion": Text(ja="機会がなかった項目", en="No occasion arose for"),
        "result.untold": Text(ja="判断できなかった項目", en="Could not be judged"),
        "level.met": Text(ja="◎ できた", en="◎ met"),
        "level.partly": Text(ja="△ 一部", en="△ partly"),
        "level.not-met": Text(ja="× できず", en="× not met"),
        "level.no-occasion": Text(ja="― 機会なし", en="– no occasion"),
        "level.cannot-tell": Text(ja="？ 判断できず", en="? cannot tell"),
        "criterion.points": Text(ja="{points}/{out_of}点", en="{points} of {out_of}"),
        # ---------------------------------------------------------------- debrief: one reply
        "turn.none": Text(
            ja="この返答で、点になったことも失点もありません。",
            en="Nothing in this reply earned or cost points.",
        ),
        "turn.words": Text(ja="言葉ごとの講評", en="What the words did"),
        "turn.key": Text(
            ja="下線の言葉の番号です。[+]点になった　[-]失点した　[*]足りなかった",
            en="Numbers of the underlined words: [+] earned, [-] cost, [*] fell short",
        ),
        "turn.clause": Text(ja="規程{number}「{title}」", en="handbook {number}, {title}"),
        "turn.better": Text(ja="たとえば", en="For instance:"),
        "turn.advice": Text(ja="次は", en="Next time:"),
        "turn.moment": Text(ja="この場面の勘どころ", en="What this moment asks for"),
        "turn.moved": Text(ja="お客様の気持ち", en="The customer"),
        "turn.because": Text(ja="（{causes}）", en=" ({causes})"),
        "turn.tipped": Text(ja="▲ ここで流れが変わりました", en="▲ this is where it tipped"),
        "turn.answer": Text(ja="お客様の反応", en="The customer answered"),
        "turn.all": Text(ja="この返答の評価項目", en="This reply by criterion"),
        # ---------------------------------------------------------------- debrief: behind
        "behind.who": Text(ja="どんなお客様だったか", en="Who the customer was"),
        "behind.told": Text(ja="聞き出せたこと", en="What came out"),
        "behind.untold": Text(ja="聞き出せなかったこと", en="What never came out"),
        "behind.all-told": Text(
            ja="お客様の事情はすべて聞き出せました。",
            en="You drew out everything this customer had to tell.",
        ),
        "behind.would-say": Text(
            ja="聞けていたら「{words}」", en="Asked for it, the customer says: “{words}”"
        ),
        # ---------------------------------------------------------------- mood curve
        "curve.anger": Text(ja="怒り", en="Anger"),
        "curve.trust": Text(ja="信頼", en="Trust"),
        "curve.tipped": Text(ja="▲ 返答{turn}で流れが変わりました", en="▲ tipped at reply {turn}"),
        "curve.turns": Text(ja="返答", en="reply"),
        "curve.none": Text(ja="まだ動きがありません。", en="Nothing has moved yet."),
        # ---------------------------------------------------------------- comparison
        "compare.title": Text(
            ja="前回と今回　返答{turn}から　{title}", en="Then and now, from reply {turn}: {title}"
        ),
        "compare.then": Text(ja="前回", en="Then"),
        "compare.now": Text(ja="今回", en="Now"),
        "compare.same": Text(
            ja="返答{turn}の直前までは、まったく同じやり取りです。",
            en="Up to reply {turn} both contacts are exactly the same.",
        ),
        "compare.totals": Text(ja="点数", en="Scores"),
        "compare.changed": Text(ja="変わったこと", en="What changed"),
        "compare.gate-gone": Text(
            ja="関門がなくなりました：{gate}", en="gate no longer falls: {gate}"
        ),
        "compare.gate-new": Text(ja="関門に触れました：{gate}", en="gate now falls: {gate}"),
        "compare.nothing": Text(
            ja="評価項目の段階に違いはありません。", en="No criterion changed its level."
        ),
        "compare.no-reply": Text(ja="（返答なし）", en="(no reply)"),
        "compare.open": Text(ja="（途中）", en="(in progress)"),
        "compare.stopped": Text(ja="（中断）", en="(stopped)"),
        "compare.loading": Text(
            ja="前回の応対を読み込んでいます…", en="Reading the earlier contact…"
        ),
        "help.compare": Text(
            ja="やり直した返答から先を、前回（左・上）と今回（右・下）で並べて比べます。↑↓で読み進み、Esc で戻ります。",
            en="From the redone reply on, the earlier contact (left or above) beside this one (right or below)."
            " Scroll with the arrow keys; Esc goes back.",
        ),
        # ---------------------------------------------------------------- history
        "history.title": Text(ja="これまでの応対", en="Past contacts"),
        "history.reading": Text(ja="読み込んでいます…", en="Reading…"),
        "history.newest": Text(
            ja="新しい {count} 件です。それより前は supportdojo history で見られます。",
            en="The newest {count}. Older ones: supportdojo history",
        ),
        "history.empty": Text(
            ja="まだ応対はありません。Esc で最初の画面に戻り、始めてみましょう。",
            en="There are no contacts yet. Esc goes back to the first screen.",
        ),
        "history.open": Text(ja="途中（続きから再開できます）", en="unfinished, can be resumed"),
        "history.left": Text(ja="途中", en="unfinished"),
        "history.stopped": Text(ja="中断", en="stopped"),
        "history.redo": Text(ja="返答{turn}からのやり直し", en="redone from reply {turn}"),
        "history.outdated": Text(
            ja="！ シナリオかプログラムが更新されたため、開けません（Enter で理由）",
            en="! the scenario or the program has changed since, so this cannot be opened (Enter tells why)",
        ),
        "history.not-here": Text(
            ja="！ シナリオがここにないため、開けません（パックを指定すると開けます）",
            en="! its scenario is not here, so this cannot be opened (name its pack)",
        ),
        "history.unreadable": Text(
            ja="！ シナリオを読み込めないため、開けません（Enter で理由）",
            en="! its scenario cannot be read, so this cannot be opened (Enter tells why)",
        ),
        "history.damaged": Text(
            ja="！ 読み取れない応対（{session}）", en="! unreadable contact ({session})"
        ),
        "history.damaged-help": Text(
            ja="保存された内容が壊れています（Enter で理由）",
            en="what was stored is damaged (Enter tells why)",
        ),
        "history.opening": Text(ja="開いています…", en="Opening…"),
        "history.ungraded": Text(ja="採点なし", en="not graded"),
        "history.passed": Text(ja="◎ 合格", en="◎ passed"),
        "history.not-passed": Text(ja="△ 不合格", en="△ not passed"),
        **MODES,
        **LANGUAGE_NAMES,
        "help.history": Text(
            ja="これまでの応対が、新しい順に並びます。Enter で振り返りを開きます。途中の応対は続きから再開します。",
            en="Past contacts, newest first. Enter opens the debrief; an unfinished contact is resumed.",
        ),
        "help.debrief": Text(
            ja="↓で読み進みます。説明の終わりまで来ると次の返答に移ります。←→で前後の返答に移ります。\n"
            "下線の言葉が、点になった言葉[+]と失点した言葉[-]です。番号は講評の番号と同じです。\n"
            "F5 で、いま見ている返答の直前から、同じお客様を相手にやり直せます。やり直したあとは F6 で前回と比べられます。",
            en="↓ reads on, and at the end of a page goes to the next reply; ← and → change replies at once.\n"
            "Underlined words earned [+] or cost [-]; the numbers are those of the comments.\n"
            "F5 redoes the contact from just before the reply shown, with exactly the same customer."
            " After that F6 compares the two.",
        ),
    }
)
