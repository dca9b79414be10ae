"""The words of the doors other than the app: line mode, demo, lists, checks."""

from __future__ import annotations

from scenarios.language import Text
from simulator.words import Words
from simulator.words.shared import CHANNELS, MODES, SCORED

__all__ = ["CLI"]

CLI = Words(
    {
        "briefing": Text(ja="事前説明", en="Briefing"),
        "customer": Text(ja="お客様", en="Customer"),
        "you": Text(ja="あなた", en="You"),
        "desk": Text(ja="手元", en="Desk"),
        "happened": Text(ja="（{text}）", en="({text})"),
        "prompt": Text(ja="あなた> ", en="You> "),
        "saved": Text(ja="保存しました", en="saved"),
        "modes": Text(
            ja="モード: {mode}　シード: {seed}　チャネル: {channel}　時刻: {clock}",
            en="mode: {mode}   seed: {seed}   channel: {channel}   time: {clock}",
        ),
        "help-short": Text(
            ja="返答を入力して Enter。/help で操作の一覧、/close で応対を終える、/stop で練習をやめる。",
            en="Type a reply and press Enter. /help lists the commands, /close says goodbye and ends the contact, /stop leaves the exercise.",
        ),
        "help": Text(
            ja=(
                "/record                記録を見る\n"
                "/handbook [語]         応対規程を見る・探す\n"
                "/actions               手元でできる操作の一覧\n"
                "/do 操作 名=値 …       操作する（例: /do book-callback time=13:05 who=田中）\n"
                "/wait 秒               黙って待つ\n"
                "/hint                  ヒント（1回目は問い、2回目は手がかり、3回目は例。テストでは出ません）\n"
                "/close                 あいさつをして応対を終える\n"
                "/stop                  練習をやめる（不合格にはなりません）\n"
                "/note 欄 内容          終わったあとの対応記録（欄: happened wish facts promise who when）\n"
                "行末に \\ を付けると次の行へ続きます。/ で始まる返答は // と書きます。"
            ),
            en=(
                "/record                the record\n"
                "/handbook [word]       read or search the handbook\n"
                "/actions               what the desk can do\n"
                "/do ACTION name=value  do it (such as /do book-callback time=13:05 who=Tanaka)\n"
                "/wait SECONDS          stay silent\n"
                "/hint                  a hint: first a question, then a pointer, then an example (not in a test)\n"
                "/close                 say goodbye and end the contact\n"
                "/stop                  leave the exercise (never a fail)\n"
                "/note FIELD TEXT       the case note, after the end (happened wish facts promise who when)\n"
                "End a line with \\ to go on in the next. Begin with // for a reply that starts with /."
            ),
        ),
        "unknown-command": Text(
            ja="「{command}」という操作はありません。/help で一覧が見られます。",
            en="There is no command '{command}'. /help lists them.",
        ),
        "bad-seconds": Text(
            ja="/wait には秒数を書いてください。", en="/wait needs a number of seconds."
        ),
        "bad-argument": Text(
            ja="「{part}」は 名=値 の形ではありません。", en="'{part}' should look like name=value."
        ),
        "hint": Text(ja="助言: {text}", en="Hint: {text}"),
        "hint.1": Text(ja="ヒント 1/3（問い）: {text}", en="Hint 1 of 3, a question: {text}"),
        "hint.2": Text(ja="ヒント 2/3（手がかり）: {text}", en="Hint 2 of 3, a pointer: {text}"),
        "hint.3": Text(ja="ヒント 3/3（例）: {text}", en="Hint 3 of 3, an example: {text}"),
        "hint-more": Text(
            ja="ヒントが要るときは /hint。", en="If you would like a hint, type /hint."
        ),
        "duties": Text(ja="いま求められること: {text}", en="Due now: {text}"),
        "mood": Text(
            ja="[感情] 怒り {anger}　信頼 {trust}　面目 {face}　見通し {control}　不安 {worry}",
            en="[mood] anger {anger}   trust {trust}   face {face}   control {control}   worry {worry}",
        ),
        "feedback": Text(
            ja="[返答 {turn}] 共感 {empathy}　規程 {policy}　解決 {resolution}",
            en="[reply {turn}] empathy {empathy}   policy {policy}   resolution {resolution}",
        ),
        "untold": Text(ja="判定なし", en="n/a"),
        **SCORED,
        "quote": Text(ja="「{text}」", en="“{text}”"),
        "better": Text(ja="言い換え: 「{text}」", en="say: “{text}”"),
        "advice": Text(ja="助言: {text}", en="advice: {text}"),
        "ended": Text(ja="── 応対終了: {title}", en="── The contact has ended: {title}"),
        "stopped": Text(
            ja="── 練習を中断しました。ここまでを振り返ります（不合格にはなりません）。",
            en="── You stopped the exercise. Here is how it went so far (not a fail).",
        ),
        "note-intro": Text(
            ja="対応記録を書きます。書くことがない欄は Enter で飛ばせます。",
            en="Now the case note. Press Enter to leave a field empty.",
        ),
        "note-later": Text(
            ja="対応記録は、応対を終えた（/close）あとに書きます。",
            en="The case note is written after the contact has ended (/close).",
        ),
        "note-piped": Text(
            ja="対応記録は「/note 欄 内容」の行で書けます（欄: happened wish facts promise who when）。",
            en="The case note is taken from lines '/note FIELD TEXT' (happened wish facts promise who when).",
        ),
        "after-end": Text(
            ja="応対は終わっています。この行は使いませんでした: {text}",
            en="The contact has ended; this line was not used: {text}",
        ),
        "note.happened": Text(ja="何が起きたか", en="What happened"),
        "note.wish": Text(ja="お客様のご要望", en="What the customer wants"),
        "note.facts": Text(ja="確認した事実", en="Facts established"),
        "note.promise": Text(ja="約束したこと", en="What was promised"),
        "note.who": Text(ja="誰が", en="By whom"),
        "note.when": Text(ja="いつまでに", en="By when"),
        "drill-mark": Text(
            ja="このドリルの合格点は {mark} 点です。合否はこの点で決まります。",
            en="This drill has a pass mark of its own, {mark}: it decides whether this is a pass.",
        ),
        "session": Text(
            ja="この応対: {session}（supportdojo show {session} でいつでも見られます）",
            en="This contact is {session} (see it again with: supportdojo show {session})",
        ),
        "stored.head": Text(ja="{scenario}　{started}", en="{scenario}, {started}"),
        "stored.outdated": Text(
            ja="この応対は終わっていますが、そのあとでシナリオかプログラムが変わったため、お客様の言葉は再現できません。記録にある返答と採点結果だけを示します。",
            en="This contact is over. The scenario or the program has changed since, so what the customer said cannot be had again; below are the replies and the scorecard as they were stored.",
        ),
        "stored.broken-scenario": Text(
            ja="この応対は終わっていますが、シナリオが読み取れないため、お客様の言葉は再現できません。記録にある返答と採点結果だけを示します。",
            en="This contact is over. Its scenario cannot be read, so what the customer said cannot be had again; below are the replies and the scorecard as they were stored.",
        ),
        "stored.no-scenario": Text(
            ja="この応対は終わっていますが、シナリオがここにないため、お客様の言葉は再現できません。記録にある返答と採点結果だけを示します（シナリオのあるパックを --pack で指定すると、全体を見られます）。",
            en="This contact is over. Its scenario is not here, so what the customer said cannot be had again; below are the replies and the scorecard as they were stored. With --pack and the pack that holds the scenario all of it can be shown.",
        ),
        "stored.card": Text(ja="記録にある採点結果: {result}", en="stored result: {result}"),
        "stored.no-card": Text(
            ja="採点結果は記録されていません。", en="No scorecard was stored with it."
        ),
        "stored-otherwise": Text(
            ja="上の点は、いまの規則で採点し直したものです。記録にある合計は {total} 点（{rubric}）で、こちらが有効です。",
            en="The points above are by today's rules. What was stored, and counts, is a total of {total} ({rubric}).",
        ),
        "unsent": Text(
            ja="まだ送れていません: {text}\n（Enter だけで、もう一度送ります。書き直してもかまいません）",
            en="Not sent yet: {text}\n(Enter alone sends it again, or write another.)",
        ),
        "cut-off": Text(
            ja="応対は、保存できたところまで残っています。続きは supportdojo play --resume {session}",
            en="What was saved of this contact is kept. Go on with: supportdojo play --resume {session}",
        ),
        "interrupted": Text(
            ja="中断しました。続きは supportdojo play --resume {session}",
            en="Interrupted. Go on with: supportdojo play --resume {session}",
        ),
        "interrupted-over": Text(
            ja="打ち切りました。応対は終わっていて、結果も残っています。見るには supportdojo show {session}",
            en="Interrupted. The contact is over and its result is kept. To see it: supportdojo show {session}",
        ),
        "resumed": Text(
            ja="── 前回の続きから（{session}）",
            en="── Carrying on from where you left off ({session})",
        ),
        "draft": Text(ja="書きかけの返答: {text}", en="Half-typed reply: {text}"),
        "demo-intro": Text(
            ja="お手本の応対を再生します: {title}（{kind}）",
            en="A model conversation plays by itself: {title} ({kind})",
        ),
        "demo-next": Text(
            ja="自分で応対するには、端末で supportdojo を実行してください。1 行ずつの練習は supportdojo play {scenario} --plain{pack}",
            en="To answer the customer yourself run supportdojo in a terminal, or line by line: supportdojo play {scenario} --plain{pack}",
        ),
        "kind.good": Text(ja="よい応対", en="a good one"),
        "kind.other-good": Text(ja="別の進め方のよい応対", en="another good way"),
        "kind.poor": Text(ja="惜しい応対", en="a poor one"),
        "kind.rude": Text(ja="失礼な応対", en="a rude one"),
        "kind.gaming": Text(ja="言葉だけを並べた応対", en="words without meaning"),
        **CHANNELS,
        **MODES,
        "list.line": Text(
            ja="{id}  {channel}  難しさ {difficulty}/5  {title}",
            en="{id}  {channel}  difficulty {difficulty}/5  {title}",
        ),
        "no-exemplar": Text(
            ja="「{name}」というお手本はありません。あるもの: {known}",
            en="There is no exemplar '{name}'. There are: {known}",
        ),
        "needs-scenario": Text(
            ja="シナリオの ID を書いてください（supportdojo list で一覧）。",
            en="Name a scenario (supportdojo list shows them).",
        ),
        "import.count": Text(
            ja="{count} 件の応対を取り込みました", en="Contacts taken in: {count}"
        ),
        "backup.done": Text(ja="控えを作りました: {path}", en="Backed up to {path}"),
        "backup.unsound": Text(
            ja="控えは作りましたが、元のデータの一部が壊れており、控えも同じです（問題 {count} 件）。"
            "「supportdojo db check」で詳しく分かります。以前の控えは消さないでください。",
            en="The copy was made, but some of what is stored is damaged, and so it is in the copy"
            ' (problems: {count}). "supportdojo db check" tells more. Keep earlier copies.',
        ),
        "db.nothing-more": Text(
            ja="supportdojo db {what} に、ほかの指定は要りません。「{value}」を消してください。",
            en="'supportdojo db {what}' takes nothing more. Leave out '{value}'.",
        ),
        "backup.where": Text(
            ja="控えを置くファイル名を書いてください（supportdojo db backup ファイル）。",
            en="Name the file for the backup (supportdojo db backup FILE).",
        ),
        "left-out": Text(
            ja="壊れていて読み取れないものを除きました:",
            en="Left out, because they are damaged:",
        ),
        "left-out.contacts": Text(ja="応対 {count} 件: {names}", en="contacts: {count} ({names})"),
        "left-out.entries": Text(ja="記録 {count} 件: {names}", en="entries: {count} ({names})"),
        "left-out.people": Text(ja="人 {count} 人: {names}", en="people: {count} ({names})"),
        "left-out.scenarios": Text(
            ja="読み取れないシナリオが {count} 本あります（{names}）。どこが誤っているかは「supportdojo packs」で分かります。",
            en='Scenarios that cannot be read: {count} ({names}). "supportdojo packs" tells what is wrong, and where.',
        ),
        "left-out.advice": Text(
            ja="「supportdojo db check」で詳しく分かります。バックアップがあれば、そこから戻せます。",
            en='"supportdojo db check" tells more; a backup, if there is one, still has them.',
        ),
        "check.ok": Text(
            ja="保存データに問題はありません（{sessions} 件の応対、{events} 件の記録）。",
            en="The store is sound (contacts: {sessions}, entries: {events}).",
        ),
        "check.bad": Text(ja="問題が {count} 件見つかりました:", en="Problems found: {count}"),
        "doctor.ok": Text(ja="○ {name}: {text}", en="ok    {name}: {text}"),
        "doctor.bad": Text(ja="× {name}: {text}", en="FAIL  {name}: {text}"),
        "locate.data": Text(ja="データ", en="data"),
        "locate.store": Text(ja="応対の記録", en="contacts"),
        "locate.settings": Text(ja="このパソコンの設定", en="settings of this machine"),
        "locate.log": Text(ja="ログ", en="log"),
        "agreement.columns": Text(
            ja="件: 採点できた返答の数、rho: 採点と評価の順位相関（1 で順位がすべて一致）、固定: 返答の長さの影響を除いた rho、"
            "長さ: 文字数だけで順位をつけたときの rho、誤差: 100 点満点での差の平均、不明: 採点できなかった割合",
            en="n: replies that got a grade; rho: rank correlation of grades and ratings, 1 at best; |len: the same"
            " with length held fixed; len: rho of length alone; MAE: mean difference, in points of 100;"
            " null: share of replies without a grade",
        ),
        "agreement.unknown": Text(
            ja="{place}: シナリオ「{scenario}」が手元にないため、測りません",
            en="{place}: left out, since the scenario {scenario} is not here",
        ),
        "agreement.unknown-near": Text(
            ja="{place}: シナリオ「{scenario}」が手元にないため、測りません。「{near}」ではありませんか",
            en="{place}: left out, since the scenario {scenario} is not here. Did you mean {near}?",
        ),
        "agreement.unknown-more": Text(
            ja="ほかに {count} 件を測りません", en="Left out besides: {count}"
        ),
        "agreement.only": Text(
            ja="--only には、自分のチームのファイルも書いてください。",
            en="--only needs a file of your own to measure.",
        ),
        "grade.unread": Text(
            ja="読まない項目がありました: {keys}（読むもの: {known}）",
            en="Keys that are not read were passed over: {keys} (read are: {known})",
        ),
        "grade.counts": Text(
            ja="{good} 件を採点、{bad} 件は読めませんでした",
            en="{good} graded, {bad} could not be read",
        ),
    }
)
