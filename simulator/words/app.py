"""The words of the terminal app in both languages, side by side.

Words of the debrief, the note and the history are in ``words.app_debrief``; errors in
``error_texts``; everything about a case in its scenario.
"""

from __future__ import annotations

from scenarios.language import Text
from simulator.words import Words
from simulator.words.shared import CHANNELS, INTENSITIES, MODES, SCORED

__all__ = ["APP"]

APP = Words(
    {
        # ---------------------------------------------------------------- everywhere
        "app.title": Text(ja="supportdojo　応対の稽古場", en="supportdojo"),
        "app.too-small": Text(
            ja="画面が小さすぎます（30×8以上に広げてください）",
            en="The window is too small (make it at least 30×8).",
        ),
        "app.unreadable": Text(
            ja="端末が UTF-8 以外の文字コードで送った文字は、取り込めませんでした。端末を UTF-8 に設定してください。",
            en="Characters were left out: the terminal sent them in an encoding other than UTF-8. Set the terminal to UTF-8.",
        ),
        "app.quit-help": Text(
            ja="終了は Ctrl+Q です。書きかけの文章は残ります。",
            en="Press Ctrl+Q to quit. What you have typed is kept.",
        ),
        "app.crashed": Text(
            ja="プログラムの不具合で終了しました。送信済みの返答は保存されています。ログ: {path}",
            en="The program stopped because of a fault of its own. Replies you sent are saved. Log: {path}",
        ),
        "app.crashed-without-log": Text(
            ja="プログラムの不具合で終了しました。送信済みの返答は保存されています。",
            en="The program stopped because of a fault of its own. Replies you sent are saved.",
        ),
        "close": Text(ja="閉じる", en="Close"),
        "form.leave-title": Text(ja="入力を取りやめますか", en="Leave without keeping it?"),
        "form.leave-text": Text(
            ja="ここで閉じると、入力した内容は残りません。",
            en="What you have typed here is not kept if you leave now.",
        ),
        "form.leave-yes": Text(ja="閉じる", en="Leave"),
        "form.leave-no": Text(ja="入力に戻る", en="Back to it"),
        # ---------------------------------------------------------------- keys
        "key.help": Text(ja="ヘルプ", en="Help"),
        "key.choose": Text(ja="選ぶ", en="Choose"),
        "key.history": Text(ja="履歴", en="History"),
        "key.language": Text(ja="English", en="日本語"),
        "key.quit": Text(ja="終了", en="Quit"),
        "key.palette": Text(ja="メニュー", en="Menu"),
        "key.back": Text(ja="戻る", en="Back"),
        "key.next-field": Text(ja="次の項目", en="Next field"),
        "key.start": Text(ja="始める", en="Start"),
        "key.send": Text(ja="送信", en="Send"),
        "key.new-line": Text(ja="改行", en="New line"),
        "key.record": Text(ja="台帳", en="Record"),
        "key.actions": Text(ja="操作", en="Actions"),
        "key.scroll": Text(ja="前の発言へ", en="Scroll back"),
        "key.scroll-on": Text(ja="新しい発言へ", en="Scroll on"),
        "key.stop": Text(ja="中断", en="Stop"),
        "key.finish": Text(ja="終える", en="End"),
        "key.hint": Text(ja="ヒント", en="Hint"),
        "key.fold": Text(ja="開閉", en="Fold"),
        "key.to-reply": Text(ja="返答欄へ", en="To the reply"),
        # ---------------------------------------------------------------- menu
        "menu.search": Text(ja="操作をさがす…", en="Search for a command…"),
        "menu.nothing": Text(ja="当てはまる操作はありません", en="No command matches"),
        "menu.programme": Text(ja="研修プログラム", en="Programme"),
        "menu.programme.help": Text(
            ja="いまどこまで進んだか、次に何をするか", en="Where you stand and what comes next"
        ),
        "menu.language": Text(ja="English で表示する", en="日本語で表示する (Japanese)"),
        "menu.language.also": Text(
            ja="言語 言葉 ことば 表示 英語 日本語", en="language English Japanese"
        ),
        "menu.language.help": Text(
            ja="画面の言葉を切り替えます", en="Changes the language of the screens"
        ),
        "menu.language.dialog": Text(
            ja="先にこの小窓を閉じてから、言葉を切り替えてください。",
            en="Close this dialog first, then change the language.",
        ),
        "menu.theme": Text(ja="配色を変える", en="Change the colours"),
        "menu.theme.also": Text(
            ja="色 テーマ 背景 明るい 暗い 明るく 暗く ダーク ライト",
            en="theme colours colors dark light background",
        ),
        "theme.dark": Text(ja="暗い", en="dark"),
        "theme.light": Text(ja="明るい", en="light"),
        "menu.theme.help": Text(ja="選んだ配色は次回も使われます", en="Your choice is remembered"),
        "menu.theme.search": Text(ja="配色をさがす…", en="Search for a theme…"),
        "menu.quiet.off": Text(
            ja="電話の沈黙タイマーを止める", en="Switch the phone's silence timer off"
        ),
        "menu.quiet.on": Text(
            ja="電話の沈黙タイマーを使う", en="Switch the phone's silence timer on"
        ),
        "menu.quiet.help": Text(
            ja="黙っている間、お客様は待っています", en="While you are silent, the customer waits"
        ),
        "menu.feedback.end": Text(
            ja="講評は終わってからまとめて見る", en="Show feedback at the end only"
        ),
        "menu.feedback.turn": Text(
            ja="講評を返答のたびに見る", en="Show feedback after each reply"
        ),
        "menu.feedback.help": Text(ja="実践モードの設定です", en="For practice mode"),
        "menu.home": Text(ja="最初の画面へ", en="Go to the first screen"),
        "menu.home.help": Text(
            ja="途中の応対は保存され、あとで続けられます",
            en="A contact in progress is kept and can be resumed",
        ),
        "menu.today": Text(ja="今日の練習", en="Today's practice"),
        "menu.today.help": Text(
            ja="取りこぼした返答から選んだ十分間です",
            en="Ten minutes picked from the replies you missed",
        ),
        "menu.progress": Text(ja="これまでの歩み", en="Progress"),
        "menu.progress.help": Text(
            ja="技能ごとの今の力と、そのもとになった返答",
            en="Where you stand, skill by skill, and the replies behind it",
        ),
        "menu.help": Text(ja="ヘルプ", en="Help"),
        "menu.help.help": Text(
            ja="この画面の使い方とキー", en="How to use this screen, and its keys"
        ),
        "menu.quit": Text(ja="終了する", en="Quit"),
        "menu.quit.help": Text(ja="書きかけの文章は残ります", en="What you have typed is kept"),
        "menu.start": Text(ja="始める：{title}", en="Start: {title}"),
        "menu.quiet-is-off": Text(ja="沈黙タイマーを止めました。", en="The silence timer is off."),
        "menu.quiet-is-on": Text(ja="沈黙タイマーを使います。", en="The silence timer is on."),
        "menu.feedback-is-end": Text(
            ja="講評は応対のあとにまとめて表示します。", en="Feedback will be shown at the end."
        ),
        "menu.feedback-is-turn": Text(
            ja="返答のたびに講評を表示します。", en="Feedback will be shown after each reply."
        ),
        "theme.no-colour": Text(
            ja="NO_COLOR のときは使えない配色です。", en="This theme cannot be used with NO_COLOR."
        ),
        # ---------------------------------------------------------------- home
        "home.resume": Text(ja="途中の応対を続ける", en="Continue your contact"),
        "home.resume-state": Text(
            ja="{channel}・{mode}・{when} に開始",
            en="{channel} · {mode} · begun {when}",
        ),
        "home.has-draft": Text(ja="書きかけあり", en="half-typed text kept"),
        "home.suggested": Text(ja="おすすめ", en="Suggested"),
        "home.all": Text(ja="シナリオ一覧", en="All scenarios"),
        "home.loading": Text(ja="シナリオを読み込んでいます…", en="Loading scenarios…"),
        "home.other-unfinished": Text(
            ja="ほかに途中の応対が{count}件あります（履歴から続けられます）",
            en="{count} more unfinished (resume from the history)",
        ),
        "home.best": Text(ja="最高 {total}点", en="best {total}"),
        "home.passed": Text(ja="◎合格", en="◎ passed"),
        "home.not-passed": Text(ja="△未合格", en="△ not passed"),
        "home.new": Text(ja="未実施", en="not yet played"),
        "home.empty": Text(ja="シナリオが見つかりません。", en="There are no scenarios."),
        "home.broken": Text(
            ja="読み込めないシナリオが{count}件あります。詳しくは supportdojo packs",
            en="Scenarios that cannot be read: {count}. To see why: supportdojo packs",
        ),
        "difficulty": Text(ja="難しさ {dots}", en="difficulty {dots}"),
        **CHANNELS,
        **MODES,
        # ---------------------------------------------------------------- briefing
        "briefing.title": Text(ja="事前説明", en="Briefing"),
        "briefing.mode": Text(ja="モード", en="Mode"),
        "briefing.mode.guided": Text(
            ja="コーチ付き：はじめはヒントが出て、あとは F5 で。気持ちと講評も",
            en="guided: a hint to begin with, more with F5; mood and feedback",
        ),
        "briefing.mode.practice": Text(
            ja="実践：気持ちと講評を見ながら。ヒントは F5 で",
            en="practice: with mood and feedback; hints with F5",
        ),
        "briefing.mode.test": Text(
            ja="テスト：終わるまで何も表示しません", en="test: nothing is shown until the end"
        ),
        "briefing.language": Text(ja="お客様の言葉", en="The customer speaks"),
        "briefing.language.ja": Text(ja="日本語", en="Japanese"),
        "briefing.language.en": Text(ja="英語", en="English"),
        "briefing.intensity": Text(ja="当たりの強さ", en="How hard the customer is"),
        **INTENSITIES,
        "briefing.seed": Text(
            ja="番号（同じ番号なら同じお客様）", en="Seed (same seed, same customer)"
        ),
        "briefing.bad-seed": Text(
            ja="番号は 0 から 999999999 までの整数です。",
            en="The seed is a whole number from 0 to 999999999.",
        ),
        "briefing.below": Text(
            ja="▼ 下に、モードなどの設定があります（Tab か PageDown）",
            en="▼ Further down: the mode and other settings (Tab or PageDown)",
        ),
        "briefing.more": Text(ja="くわしい設定", en="More settings"),
        "briefing.start": Text(ja="応対を始める", en="Start the contact"),
        "briefing.starting": Text(ja="準備しています…", en="Getting ready…"),
        "briefing.promise": Text(
            ja="苦情への応対は仕事の一部です。最後の責任は責任者が負います。正当な苦情は迷惑行為ではありません。"
            "いつでも F8 で中断でき、中断は不合格になりません。",
            en="Complaints are part of this job, and the last responsibility is the lead's, not yours."
            " A fair complaint is not abuse. F8 stops at any time, and stopping is never a fail.",
        ),
        # ---------------------------------------------------------------- call
        "call.you": Text(ja="あなた", en="You"),
        "call.customer": Text(ja="お客様", en="Customer"),
        "call.desk": Text(ja="手元", en="Desk"),
        "call.happened": Text(ja="できごと", en="What happened"),
        "call.connecting": Text(
            ja="おつなぎしています…　返答は書き始められます。",
            en="Connecting… You can start typing.",
        ),
        "call.connecting-short": Text(ja="接続中…", en="connecting…"),
        "call.not-yet": Text(
            ja="まだおつなぎしています。つながってから送れます。文章はそのままです。",
            en="Still connecting. You can send it in a moment; your text stays.",
        ),
        "call.unfold": Text(ja="F6で開く", en="F6: more"),
        "call.placeholder": Text(ja="返答を書いてください", en="Type your reply"),
        "call.placeholder.phone": Text(
            ja="お客様への返答を書いてください", en="Type what you say to the customer"
        ),
        "call.placeholder.chat": Text(ja="メッセージを入力", en="Type your message"),
        "call.placeholder.email": Text(ja="返信の本文を書いてください", en="Write your e-mail"),
        "call.placeholder.visit": Text(
            ja="お客様への返答を書いてください", en="Type what you say to the customer"
        ),
        "call.saved": Text(ja="✓保存済み", en="✓ saved"),
        "call.saving": Text(ja="…送信中", en="… sending"),
        "call.not-saved": Text(ja="！未保存", en="! not saved"),
        "call.draft-saved": Text(ja="✓下書き保存", en="✓ draft saved"),
        "call.draft-open": Text(ja="…下書き", en="… draft"),
        "call.turn": Text(ja="返答{turn}", en="reply {turn}"),
        "call.quiet": Text(ja="沈黙 {seconds}秒", en="silent {seconds} s"),
        "call.count": Text(ja="{count}/{limit}字", en="{count}/{limit} characters"),
        "call.too-long": Text(
            ja="{count}字あります。一度に送れるのは{limit}字までです。何も切り取っていません。短くしてから送ってください。",
            en="This is {count} characters; {limit} can be sent at once. Nothing was cut: shorten it, then send.",
        ),
        "call.paste-too-long": Text(
            ja="貼り付けた文章（{count}字）を入れると合わせて{total}字になり、上限の{limit}字を超えるため、取り込みませんでした。"
            "入力欄はそのままです。",
            en="With what you pasted ({count} characters) the box would hold {total} characters; the limit is {limit}."
            " It was not taken in, and the box is as it was.",
        ),
        "call.empty": Text(ja="返答がまだ空です。", en="There is nothing to send yet."),
        "call.typed": Text(
            ja="{command} は行モードのコマンドなので、お客様には送っていません。{instead}",
            en="{command} is a command of the line mode and was not sent to the customer. {instead}",
        ),
        "call.typed.record": Text(ja="台帳は F2 です。", en="F2 opens the record."),
        "call.typed.handbook": Text(ja="規程は F2 です。", en="F2 opens the handbook."),
        "call.typed.actions": Text(
            ja="手元の操作は F3 です。", en="F3 opens what you can do at the desk."
        ),
        "call.typed.do": Text(ja="操作は F3 で選びます。", en="Choose the action with F3."),
        "call.typed.wait": Text(
            ja="ここでは、何も書かずに待つだけで黙っていることになります。",
            en="Here you stay silent by not typing.",
        ),
        "call.typed.hint": Text(ja="ヒントは F5 です。", en="F5 gives a hint."),
        "call.typed.help": Text(ja="ヘルプは F1 です。", en="F1 opens the help."),
        "call.typed.close": Text(
            ja="応対を終えるには F9 を押します。", en="F9 says goodbye and ends the contact."
        ),
        "call.typed.stop": Text(ja="練習をやめるには F8 を押します。", en="F8 stops the exercise."),
        "call.typed.note": Text(
            ja="記録は、応対を終えた（F9）あとに書きます。",
            en="The case note is written after the contact has ended (F9).",
        ),
        "call.retry": Text(
            ja="{reason} 文章は入力欄に残っています。{press} でもう一度送れます。",
            en="{reason} Your text is still in the box. Press {press} to try again.",
        ),
        "call.retry-action": Text(
            ja="{reason} 何も変わっていません。もう一度お試しください。",
            en="{reason} Nothing has changed. Please try again.",
        ),
        "call.draft-failed": Text(
            ja="下書きを保存できません：{reason}", en="The draft cannot be saved: {reason}"
        ),
        "call.draft-back": Text(
            ja="前回の書きかけを戻しました（まだ送っていません）。",
            en="Your half-typed reply is back (it has not been sent).",
        ),
        "call.stop-title": Text(ja="中断しますか", en="Stop here?"),
        "call.stop-text": Text(
            ja="ここで練習を終えて、振り返りに進みます。中断は不合格にはなりません。",
            en="The exercise ends here and goes on to the debrief. Stopping is never a fail.",
        ),
        "call.stop-yes": Text(ja="中断する", en="Stop"),
        "call.stop-no": Text(ja="続ける", en="Go on"),
        "call.close-title": Text(ja="応対を終えますか", en="End the contact?"),
        "call.close-text": Text(
            ja="お客様へのあいさつは済みましたか。ここで応対を終え、対応記録に進みます。",
            en="Have you taken leave of the customer? The contact ends here, and the case note follows.",
        ),
        "call.close-draft": Text(
            ja="書きかけの返答はまだ送られていません。", en="What you have typed has not been sent."
        ),
        "call.close-yes": Text(ja="終える", en="End it"),
        "call.close-no": Text(ja="続ける", en="Go on"),
        "elsewhere.title": Text(ja="別のウィンドウで進んでいます", en="Gone on in another window"),
        "elsewhere.gone": Text(ja="この応対は続けられません", en="This contact cannot go on"),
        "elsewhere.goes-on": Text(
            ja="この応対は、別のウィンドウで先に進んでいます。そこから続けられます。",
            en="This contact has gone on in another window. You can go on from where it stands there.",
        ),
        "elsewhere.over": Text(
            ja="この応対は、別のウィンドウで終わっています。",
            en="This contact has come to its end in another window.",
        ),
        "elsewhere.kept": Text(
            ja="入力中の文章は送られていません。下書きとして残し、続きの入力欄に戻します。",
            en="What you typed has not been sent. It is kept as a draft and will be back in the box.",
        ),
        "elsewhere.not-sent": Text(
            ja="入力した文章は保存されていません。Esc で戻ると、まだ読めます。",
            en="What you typed has not been stored. Esc leads back to it, so that you can copy it.",
        ),
        "elsewhere.take-up": Text(ja="そこから続ける", en="Go on from there"),
        "elsewhere.leave": Text(ja="最初の画面へ", en="To the first screen"),
        "call.ended": Text(ja="応対が終わりました：{title}", en="The contact has ended: {title}"),
        "call.ended-plain": Text(ja="応対が終わりました", en="The contact has ended"),
        "call.to-note": Text(ja="対応記録を書く", en="Write the case note"),
        "call.to-debrief": Text(ja="振り返りへ", en="To the debrief"),
        "call.hint": Text(ja="ヒント", en="Hint"),
        "call.hint-level": Text(ja="ヒント {number}/3：{level}", en="Hint {number} of 3: {level}"),
        "call.duties": Text(ja="いま必要なこと", en="Due now"),
        "call.mood": Text(ja="お客様の気持ち", en="The customer's mood"),
        # ---------------------------------------------------------------- mood
        "mood.anger": Text(ja="怒り", en="anger"),
        "mood.trust": Text(ja="信頼", en="trust"),
        "mood.worry": Text(ja="不安", en="worry"),
        "mood.anger.low": Text(ja="落ち着いている", en="calm"),
        "mood.anger.middle": Text(ja="いらだっている", en="tense"),
        "mood.anger.high": Text(ja="怒っている", en="angry"),
        "mood.trust.low": Text(ja="信じていない", en="distrusts you"),
        "mood.trust.middle": Text(ja="様子を見ている", en="wary"),
        "mood.trust.high": Text(ja="任せている", en="trusts you"),
        "mood.worry.low": Text(ja="安心している", en="at ease"),
        "mood.worry.middle": Text(ja="気がかり", en="uneasy"),
        "mood.worry.high": Text(ja="とても不安", en="very worried"),
        # ---------------------------------------------------------------- feedback
        "feedback.title": Text(ja="講評", en="Feedback"),
        "feedback.title-turn": Text(ja="返答{turn}の講評", en="Feedback on reply {turn}"),
        **SCORED,
        "feedback.unknown": Text(ja="―", en="–"),
        "feedback.earned": Text(ja="＋", en="+"),
        "feedback.cost": Text(ja="－", en="−"),
        "feedback.missing": Text(ja="○", en="○"),
        "feedback.advice": Text(ja="次は", en="Next time"),
        "feedback.better": Text(ja="言いかえ例", en="Better"),
        "feedback.none": Text(ja="特に目立つ点はありません。", en="Nothing stood out."),
        "feedback.clause": Text(ja="規程{number}", en="clause {number}"),
        "quote": Text(ja="「{words}」", en="“{words}”"),
        # ---------------------------------------------------------------- desk
        "desk.record": Text(ja="台帳", en="Record"),
        "desk.handbook": Text(ja="規程", en="Handbook"),
        "desk.search": Text(ja="台帳と規程をさがす", en="Search record and handbook"),
        "desk.nothing": Text(ja="見つかりません", en="Nothing found"),
        "desk.record-empty": Text(ja="（記載なし）", en="(nothing yet)"),
        "desk.why": Text(ja="理由：{why}", en="Why: {why}"),
        "desk.form-send": Text(ja="実行する", en="Do it"),
        "desk.form-cancel": Text(ja="やめる", en="Cancel"),
        "desk.optional": Text(ja="（任意）", en=" (optional)"),
        "desk.needed": Text(ja="「{label}」を入力してください。", en="Please fill in “{label}”."),
        "desk.kind.time": Text(ja="例 13:30", en="e.g. 13:30"),
        "desk.kind.text": Text(ja="", en=""),
        "desk.kind.seconds": Text(ja="秒数（例 60）", en="seconds, e.g. 60"),
        "desk.kind.yen": Text(ja="円（例 1000）", en="yen, e.g. 1000"),
        "desk.kind.choice": Text(ja="いずれか：{choices}", en="one of: {choices}"),
        "desk.bad.time": Text(
            ja="「{label}」は 13:30 のような時刻で入力してください（ほかの日なら「明日 13:30」「水曜 13:30」）。",
            en="“{label}” is a clock time such as 13:30; on another day “tomorrow 13:30”, “Wed 13:30”.",
        ),
        "desk.bad.seconds": Text(
            ja="「{label}」は秒数を数字で入力してください。", en="“{label}” is a number of seconds."
        ),
        "desk.bad.yen": Text(
            ja="「{label}」は金額（円）を数字で入力してください。",
            en="“{label}” is a sum in yen, as a number.",
        ),
        "desk.bad.text": Text(
            ja="「{label}」が長すぎます（{count} 文字、上限 {most} 文字）。何も切り取っていません。",
            en="“{label}” is too long ({count} characters; {most} at most). Nothing was cut.",
        ),
        "desk.bad.choice": Text(
            ja="「{label}」は {choices} のいずれかです。", en="“{label}” is one of {choices}."
        ),
        # ---------------------------------------------------------------- help
        "help.title": Text(ja="使い方", en="Help"),
        "help.mouse": Text(ja="マウスでも操作できます。", en="The mouse works as well."),
        "help.home": Text(
            ja="いちばん上が「次の一歩」です。Enter で進みます。途中の応対があれば、そこから続けられます。"
            "↑↓で一覧から別のシナリオも選べます。",
            en="The card at the top is the next thing to do: press Enter. If a contact was interrupted, it goes on"
            " from there. With the arrow keys you can pick any other scenario.",
        ),
        "help.briefing": Text(
            ja="まず読んで、準備ができたら Enter で始めます。モードなどは、Tab で移り、矢印キーで変えられます。"
            "同じ番号（シード）なら、誰がいつ行っても同じお客様です。",
            en="Read this first, then press Enter to start. Tab leads to the mode and other settings, the arrow keys change them."
            " The same seed gives everybody the same customer.",
        ),
        "help.call.talk": Text(
            ja="お客様の言葉に、自分の言葉で返答してください。Enter で送信、Ctrl+J で改行です。",
            en="Answer the customer in your own words. Enter sends, Ctrl+J starts a new line.",
        ),
        "help.call.email": Text(
            ja="お客様のメールに、自分の言葉で返信を書いてください。Enter で改行、F4 で送信です。",
            en="Answer the customer's e-mail in your own words. Enter starts a new line, F4 sends.",
        ),
        "help.call": Text(
            ja="送信した返答は「保存済み」と出た時点で残ります。書きかけも自動で残ります。\n\n"
            "F2 で台帳と規程を、F3 で手元の操作（確認・手配・折り返しの予約など）を開きます。"
            "見るのは自由で、採点されません。約束したことは、操作もしてください。\n\n"
            "F5 でヒントを見ます。同じ返答で押すたびに、問い、手がかり、例と進みます。点数は変わらず、見た回数は"
            "振り返りに出ます。テストでは出ません。\n\n"
            "F6 でヒントと講評を、くわしい表示と一行表示に切り替えます。\n\n"
            "電話では、長く黙っているとお客様が待ちきれなくなります。入力中、台帳や操作を開いている間、"
            "このヘルプを開いている間は数えません。\n\n"
            "F9 で応対を終えます。つらいときは F8 で中断してください。不合格にはなりません。",
            en="A reply is safe once “saved” is shown; a half-typed reply is kept as well.\n\n"
            "F2 opens the record and the handbook, F3 what you can do at the desk (check, arrange, book a call-back)."
            " Looking is free and never scored. What you promise, also do.\n\n"
            "F5 gives a hint: first a question, then a pointer, then an example. It costs no points; the debrief"
            " says how many you took. There are none in a test.\n\n"
            "F6 shows the hint and the feedback in full, or one line of each.\n\n"
            "On the phone a customer notices a long silence. It is not counted while you type or while the desk or"
            " this help is open.\n\n"
            "F9 ends the contact. If it gets too much, F8 stops: that is never a fail.",
        ),
        "help.desk": Text(
            ja="文字を入れると、台帳と規程の中をさがします。Esc で返答に戻ります。",
            en="Type to search the record and the handbook. Esc goes back to the reply.",
        ),
    }
)
