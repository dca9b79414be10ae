"""The help of the command line in both languages.

``play`` is a command and ``play.resume`` an argument of it, ``drill.new.due`` an argument of what ``drill``
is told to do; ``any`` stands for several commands, ``heading`` for what argparse would say itself.
"""

from __future__ import annotations

from scenarios.language import Text
from simulator.words import Words

__all__ = ["COMMANDS"]

COMMANDS = Words(
    {
        "heading.usage": Text(ja="使い方: ", en="usage: "),
        "heading.positionals": Text(ja="引数", en="positional arguments"),
        "heading.options": Text(ja="オプション", en="options"),
        "heading.commands": Text(ja="コマンド", en="commands"),
        "heading.help": Text(ja="この説明を表示して終了する", en="show this help message and exit"),
        "program": Text(
            ja="クレーム応対を、日本語と英語で練習します。コマンドを付けなければアプリが開きます。端末につながっていなければ、お手本の応対を一つ再生します。",
            en="Practise difficult customer conversations, in Japanese and in English. Without a command the app opens; without a terminal a conversation plays by itself.",
        ),
        "program.exit-codes": Text(
            ja="終了コード: 0 正常、1 問題あり、2 指定か入力の誤り、3 保存できない・内部の不具合、130 中断",
            en="exit codes: 0 done, 1 findings, 2 usage or bad input, 3 not saved or internal, 130 interrupted",
        ),
        "program.version": Text(ja="バージョンを表示して終了する", en="show the version and exit"),
        "any.lang": Text(
            ja="画面とお客様の言語", en="language of the interface and of the customer"
        ),
        "any.lang-after": Text(
            ja="画面とお客様の言語", en="language of the interface and the customer"
        ),
        "any.pack": Text(
            ja="シナリオを追加するフォルダー（パック）。繰り返し可",
            en="a folder with more scenarios; repeatable",
        ),
        "any.json": Text(ja="結果を一つの JSON で出す", en="one JSON object"),
        "any.plain": Text(
            ja="1 行ずつ表示する（画面読み上げソフトにも向く）",
            en="plain lines, also for screen readers",
        ),
        "any.jsonl": Text(
            ja="JSON の行でやり取りする（プログラム用）", en="JSON lines, for programs"
        ),
        "any.draft": Text(
            ja="シナリオの ID か、下書きのフォルダー", en="an id, or the folder of a draft"
        ),
        "any.drafts": Text(
            ja="シナリオの ID か、下書きのフォルダー。省略時は全シナリオ",
            en="ids, or folders of drafts; none: all scenarios",
        ),
        "any.contact": Text(
            ja="応対の番号（先頭だけでもよい）", en="id of a contact, or its beginning"
        ),
        "any.drill": Text(
            ja="ドリルの ID（先頭だけでもよい）", en="id of a drill, or its beginning"
        ),
        "any.seed": Text(ja="同じ番号なら同じお客様", en="the same number, the same customer"),
        "any.mode": Text(
            ja="表示の量: guided コーチ付き、practice 実践、test テスト", en="how much is shown"
        ),
        "any.intensity": Text(
            ja="お客様の当たりの強さ: mild 弱め、normal ふつう、hard 強め",
            en="how hard the customer is",
        ),
        "play": Text(
            ja="応対を練習する。ふだんはアプリ、--plain は 1 行ずつ、--jsonl は JSON の行",
            en="play a contact: in the app, with --plain line by line, with --jsonl as JSON lines",
        ),
        "play.scenario": Text(
            ja="シナリオの ID（一覧は supportdojo list）",
            en="id of a scenario (see: supportdojo list)",
        ),
        "play.resume": Text(ja="途中の応対を続ける", en="go on with an interrupted contact"),
        "demo": Text(ja="お手本の応対を再生する", en="watch a model conversation play by itself"),
        "demo.exemplar": Text(
            ja="お手本の種類: good よい、other-good 別の進め方、poor 惜しい、rude 失礼、gaming 言葉だけ",
            en="good, other-good, poor, rude or gaming",
        ),
        "list": Text(ja="シナリオの一覧", en="list the scenarios"),
        "today": Text(
            ja="今日の10分（自分の弱いところから）。today start で次の一件を始める",
            en="ten minutes for today from your own weak spots; today start plays the next of them",
        ),
        "today.what": Text(
            ja="次の一件を始める。省略時は一覧を出す", en="play one; without it: the list"
        ),
        "today.number": Text(ja="一覧の何番目か（既定: 1）", en="which of the list (default: 1)"),
        "today.plain": Text(ja="1 行ずつの表示で練習する", en="play it in plain lines"),
        "today.json": Text(ja="一覧を 一つの JSON で出す", en="the list as one JSON object"),
        "progress": Text(
            ja="技能ごとの歩みと、取りこぼしの多いところ",
            en="show how your skills have moved, and what is missed most",
        ),
        "programme": Text(
            ja="研修の進み具合。read STEP でページを読み、next で次に進む",
            en="where you stand in a programme; 'read STEP' a page, 'next' plays what comes next",
        ),
        "programme.words": Text(ja="省略時は全ステップの一覧", en="default: all steps"),
        "programme.seed": Text(
            ja="next のとき。同じ番号なら同じお客様",
            en="for next: the same number, the same customer",
        ),
        "certificate": Text(
            ja="終えた研修の修了の記録を作る（印刷でき、verify で確かめられる）",
            en="write a certificate of a finished programme, to print and to verify",
        ),
        "certificate.programme": Text(ja="研修プログラムの ID", en="id of a programme"),
        "certificate.out": Text(ja="書き出すファイル", en="where it goes"),
        "verify": Text(
            ja="修了の記録に問題がないか確かめる", en="tell whether a certificate is sound"
        ),
        "verify.file": Text(ja="修了の記録のファイル", en="the certificate"),
        "history": Text(
            ja="過去の応対の一覧（1 行 1 件の JSON）",
            en="list past contacts, one JSON object a line",
        ),
        "history.limit": Text(ja="N 件まで", en="at most N contacts"),
        "show": Text(
            ja="過去の応対を採点結果と一緒に見る", en="show one past contact with its scorecard"
        ),
        "second-look": Text(
            ja="自分の応対の再確認をリーダーに頼む",
            en="ask a lead to look again at one of your contacts",
        ),
        "second-look.text": Text(
            ja="どこが、なぜ違うと思うか", en="what you see otherwise, and why"
        ),
        "second-look.turn": Text(
            ja="返答の番号。省略時は応対全体", en="number of the reply; none: all of it"
        ),
        "drill": Text(
            ja="ドリルを出す、進み具合を見る、自分に出たドリルを進める",
            en="set drills for a team, see who is where, play your own",
        ),
        "drill.new": Text(
            ja="ドリルを作り、対象者を決める", en="make a drill and say for whom it is"
        ),
        "drill.new.title": Text(ja="ドリルの名前", en="what people read"),
        "drill.new.scenario": Text(ja="シナリオの ID。行う順に繰り返す", en="in order; repeatable"),
        "drill.new.in": Text(
            ja="応対の言語（既定: --lang があればその言語、なければどちらでも）",
            en="language of the contacts (default: --lang where it is given, else any)",
        ),
        "drill.new.seed": Text(
            ja="全員をこの番号のお客様にする", en="this very customer for everybody"
        ),
        "drill.new.varied": Text(
            ja="人ごと、回ごとに違うお客様にする", en="another customer for each person and attempt"
        ),
        "drill.new.due": Text(
            ja="期限。2026-12-01 か '2026-12-01 17:30' の形", en="2026-12-01 or '2026-12-01 17:30'"
        ),
        "drill.new.late": Text(ja="過ぎた期限でも作る", en="allow a due date that is over"),
        "drill.new.pass-mark": Text(
            ja="合格点 1〜100（既定: 採点基準どおり）",
            en="total to reach, 1-100 (default: the rubric's)",
        ),
        "drill.new.attempts": Text(
            ja="シナリオごとに、最後まで応対できる回数",
            en="how often each may be played to its end",
        ),
        "drill.new.for": Text(ja="対象者", en="for these people"),
        "drill.new.all": Text(ja="全員を対象にする", en="for everybody"),
        "drill.new.json": Text(
            ja="作ったドリルを 一つの JSON で出す", en="the new drill as one JSON object"
        ),
        "drill.assign": Text(ja="ドリルを割り当てる", en="make a drill somebody's"),
        "drill.assign.logins": Text(ja="割り当てる人のログイン名", en="whose it will be"),
        "drill.status": Text(
            ja="ドリルの進み具合（実施中のすべて、または一つ）",
            en="who is where with open drills, or with one",
        ),
        "drill.status.drill": Text(
            ja="ドリルの ID か、その先頭。省略時は実施中のすべて",
            en="id or its beginning; none: all open",
        ),
        "drill.list": Text(ja="ドリルの一覧（新しいものが最後）", en="the drills, newest last"),
        "drill.close": Text(ja="ドリルを締め切る", en="end a drill"),
        "drill.close.reason": Text(ja="理由（全員が読める）", en="why, for everybody to read"),
        "drill.play": Text(
            ja="自分に出たドリルの、次の応対を始める", en="play your next contact of a drill"
        ),
        "drill.play.drill": Text(
            ja="ドリルの ID か、その先頭。省略時は全ドリルから次の一件",
            en="id or its beginning; none: what is next of all",
        ),
        "drill.board": Text(
            ja="いまの進み具合を映すボード", en="who is where just now, for projecting"
        ),
        "drill.board.hide-scores": Text(ja="点数と結末を隠す", en="leave scores and endings out"),
        "drill.board.plain": Text(ja="一度だけ、文字の行で出す", en="once, as plain lines"),
        "drill.board.json": Text(ja="一度だけ、一つの JSON で出す", en="once, as one JSON object"),
        "watch": Text(
            ja="誰かの応対を、返答ごとに追って見る",
            en="follow a contact that somebody is playing, turn by turn",
        ),
        "watch.who": Text(
            ja="応対の番号か、応対している人のログイン名", en="a contact, or whose contact"
        ),
        "watch.plain": Text(ja="進むごとに、文字の行で出す", en="plain lines as they come"),
        "review": Text(
            ja="リーダーが応対を見直す（修正、コメント）。番号を省くと見直し待ちの一覧",
            en="go through a contact as a lead: override, comment; without one: what waits",
        ),
        "review.session": Text(
            ja="応対の番号。省略時は見直し待ちの一覧", en="id of a contact; none: those that wait"
        ),
        "review.override": Text(
            ja="判定を修正する。criterion=NAME,turn=N,is=VALUE の形で、VALUE は 0〜100、met、partly、missed、no-occasion のどれか。criterion=passed なら yes か no。turn=0 は応対全体。繰り返し可",
            en="criterion=NAME,turn=N,is=VALUE; VALUE is 0 to 100, met, partly, missed, no-occasion, or yes or no for criterion=passed; turn=0 is the whole contact; repeatable",
        ),
        "review.reason": Text(ja="理由。修正には必ず付ける", en="why; needed to override"),
        "review.comment": Text(ja="コメントを付ける。繰り返し可", en="repeatable"),
        "review.undo": Text(ja="修正を取り消す", en="take an override back"),
        "review.answer": Text(ja="再確認の依頼に回答する", en="answer a request for a second look"),
        "review.dispute": Text(ja="返答を検討に出す", en="put a reply forward"),
        "review.done": Text(ja="全体を確認済みにする", en="all of it has been looked at"),
        "review.plain": Text(
            ja="リーダーの見方を、文字の行で出す", en="what was found, as plain lines"
        ),
        "report": Text(
            ja="チームや個人の練習の報告書（印刷、表計算、ほかのシステム用）",
            en="tell what a team or a person practised, for print, spreadsheets and other systems",
        ),
        "report.person": Text(
            ja="この人だけ（既定: チーム全体）", en="one person; default: the team"
        ),
        "report.drill": Text(ja="このドリルの応対だけ", en="only contacts of this drill"),
        "report.since": Text(ja="最初の日。2026-05-04 の形", en="first day, such as 2026-05-04"),
        "report.until": Text(ja="最後の日", en="last day"),
        "report.format": Text(
            ja="既定: --out の拡張子のとおり、なければ html（印刷できる 1 ページ）",
            en="default: by the ending of --out, else html, one page that can be printed",
        ),
        "report.out": Text(ja="既定: 標準出力", en="default: standard output"),
        "report.hide-names": Text(ja="名前の代わりに番号を出す", en="numbers in place of names"),
        "report.send": Text(
            ja="xAPI の記録を LRS（学習記録ストア）に送る。認証には SUPPORTDOJO_LRS_USER と SUPPORTDOJO_LRS_PASSWORD を使う",
            en="send xAPI statements to a learning record store; SUPPORTDOJO_LRS_USER and SUPPORTDOJO_LRS_PASSWORD say as whom",
        ),
        "calibration": Text(
            ja="自動採点とリーダーの判断がどれだけ合うかを測る",
            en="measure how far the engine and the leads judge alike",
        ),
        "calibration.by": Text(
            ja="criterion は全体をまとめて、rater はリーダー別、lang は言語別",
            en="criterion: all together; or for each lead, or each language",
        ),
        "calibration.fixtures": Text(
            ja="検討に出された返答を、評価済みの返答として書き出す",
            en="write disputed replies out as rated replies",
        ),
        "rescore": Text(
            ja="採点基準や応対規程を変えると過去の応対がどうなるかを見て、採用する",
            en="see what a changed rubric or handbook would do to past contacts, and adopt it",
        ),
        "rescore.rubric": Text(
            ja="変更した採点基準のファイルか、そのフォルダー",
            en="the changed rubric, or the folder with its files",
        ),
        "rescore.handbook": Text(
            ja="変更した応対規程。繰り返し可", en="a changed handbook; repeatable"
        ),
        "rescore.since": Text(ja="この日以降に始めた応対だけ", en="only contacts begun since then"),
        "rescore.jobs": Text(
            ja="プロセスの数（既定: コアの数）", en="processes (default: one a core)"
        ),
        "rescore.copy": Text(
            ja="いまの規則を書き出す（編集用）", en="write the rules in force out, to change them"
        ),
        "rescore.adopt": Text(
            ja="これからの採点に、このファイルを使う", en="judge by these files from now on"
        ),
        "rescore.revert": Text(ja="付属の規則に戻す", en="back to the rules of the program"),
        "rescore.reason": Text(
            ja="理由。採用するとき、戻すときは必ず付ける", en="why; needed to adopt and to revert"
        ),
        "people": Text(
            ja="チームの利用者（一覧、登録、変更、利用停止）",
            en="who uses the team's store: list, add, change, shut out",
        ),
        "people.what": Text(ja="既定: list", en="default: list"),
        "people.login": Text(
            ja="ログイン名（a-z、0-9、ピリオド、ハイフン、下線）",
            en="a-z, 0-9, dot, hyphen, underscore",
        ),
        "people.value": Text(ja="新しい役割か名前", en="the new role or name"),
        "people.name": Text(
            ja="登録するときの表示名（既定: ログイン名）",
            en="what others read, when adding; default: the login",
        ),
        "people.role": Text(
            ja="trainee 受講者、lead リーダー、author 作り手（既定: trainee）",
            en="default: trainee",
        ),
        "login": Text(
            ja="チームのデータベース（SUPPORTDOJO_DB）に入る。一度入れば、次からは聞かれない",
            en="come into the team's database (SUPPORTDOJO_DB) once and for all",
        ),
        "forget": Text(
            ja="一人分の登録と記録をすべて消す", en="remove a person and everything kept about them"
        ),
        "forget.login": Text(ja="記録を消す人のログイン名", en="whose data go"),
        "forget.keep-sessions": Text(
            ja="応対は仮の名前で残す", en="keep the contacts under a pseudonym"
        ),
        "forget.yes": Text(ja="確認せずに消す", en="do not ask"),
        "audit": Text(
            ja="誰が何を修正、消去、変更したか（監査記録）",
            en="who overruled, removed or changed what",
        ),
        "audit.limit": Text(ja="N 件まで", en="at most N entries"),
        "audit.json": Text(ja="JSON Lines で出す", en="JSON Lines"),
        "export": Text(
            ja="過去の応対を書き出す（1 行 1 件の JSON）",
            en="write past contacts out, one JSON object a line",
        ),
        "export.session": Text(
            ja="応対の番号（先頭だけでもよい）。省略時はすべて",
            en="ids or their beginnings; none: all",
        ),
        "export.all": Text(ja="人と、リーダーの判断も書き出す", en="also people and decisions"),
        "export.out": Text(ja="このファイルに書き出す", en="into this file"),
        "export.to": Text(
            ja="このフォルダーに、1 件 1 ファイルで書き出す",
            en="one file a contact into this folder",
        ),
        "import": Text(
            ja="書き出した応対を取り込む（- は標準入力）",
            en="take in contacts that were written out ('-' for standard input)",
        ),
        "import.file": Text(
            ja="JSON Lines のファイル、そのフォルダー、または -",
            en="JSON Lines, a folder of them, or '-'",
        ),
        "packs": Text(
            ja="シナリオを読むフォルダーの一覧と、そこで見つかった問題",
            en="list the folders that scenarios come from, and what is wrong in them",
        ),
        "new": Text(
            ja="いくつかの質問に答えて、最初のシナリオを作る",
            en="make a first scenario from a few questions",
        ),
        "new.id": Text(
            ja="フォルダー名。省略時は質問する", en="the folder's name; asked for if left out"
        ),
        "new.into": Text(ja="作る場所のパック", en="the pack to put it into"),
        "new.yes": Text(
            ja="何も聞かず、すべて既定の内容で作る", en="take all defaults, ask nothing"
        ),
        "validate": Text(
            ja="シナリオのファイルの問題をすべて見つける",
            en="find everything that is wrong in scenario files",
        ),
        "validate.paths": Text(
            ja="ファイル、フォルダー、シナリオの ID。省略時は全シナリオ",
            en="files, folders or ids of scenarios; none: all scenarios",
        ),
        "validate.format": Text(
            ja="text は問題の行も見せる。ほかはエディターやビルドサーバー用",
            en="text shows the lines at fault, the others are for editors and build servers",
        ),
        "explain": Text(
            ja="問題の番号の意味を、まちがいと正しい例で説明する",
            en="tell what a problem code means, with an example of wrong and right",
        ),
        "explain.code": Text(
            ja="S101 など。省略時は番号の一覧", en="such as S101; none: all codes"
        ),
        "schema": Text(
            ja="シナリオなどのファイルの JSON Schema を出す（エディター用）",
            en="print the JSON Schema of a kind of file, for editors",
        ),
        "schema.kind": Text(ja="既定: scenario", en="default: scenario"),
        "test": Text(
            ja="シナリオのお手本を演じ、点が幅に収まるか確かめる",
            en="play the exemplars of scenarios and hold them against their bands",
        ),
        "try": Text(
            ja="下書きのお客様と話し、返答の読み取られ方を見る。ファイルを保存すると読み直す",
            en="chat with a draft, see what was understood; the file is read again when it is saved",
        ),
        "explore": Text(
            ja="シナリオの分岐をすべてたどる（起こらないこと、結末への道）",
            en="walk through every branch of scenarios: what never happens, how endings are reached",
        ),
        "graph": Text(
            ja="シナリオの段階、反応、結末を図にする",
            en="draw the stages, reactions and endings of a scenario",
        ),
        "graph.format": Text(ja="既定: tree", en="default: tree"),
        "graph.sessions": Text(
            ja="保存された応対の件数も出す", en="with the numbers of stored contacts"
        ),
        "coverage": Text(
            ja="どの規程、発話行為、種類、技能、チャネルに、練習するシナリオがあるか",
            en="tell which rules, acts, types, skills and channels the scenarios exercise",
        ),
        "coverage.strict": Text(
            ja="練習するシナリオのないものがあれば、終了コード 1 で終わる",
            en="end with 1 when something is exercised nowhere",
        ),
        "grade": Text(
            ja="JSON Lines の返答を採点する（- は標準入力）",
            en="grade replies from a JSON Lines file ('-' for standard input)",
        ),
        "grade.file": Text(
            ja="JSON Lines のファイル、または -。lang のない行は --lang の言語で採点する",
            en="JSON Lines, or '-'; a line without lang is graded in the language of --lang",
        ),
        "grade.jobs": Text(
            ja="使うプロセスの数（既定: コアの数）", en="processes to use (default: one a core)"
        ),
        "explain-reply": Text(
            ja="一つの返答が、どう読み取られたかを見る", en="show what was understood of one reply"
        ),
        "explain-reply.reply": Text(
            ja="返答の文、または -（標準入力）", en="the words, or '-' for standard input"
        ),
        "explain-reply.stage": Text(ja="どの段階での返答か", en="the stage at which it is said"),
        "explain-reply.said": Text(
            ja="その前のお客様の言葉。「(本人確認済み)」のようにかっこ書きで状況も書ける。何度でも",
            en="what the customer said before; in brackets what else happened, as in "
            "'(identity checked)'; repeatable",
        ),
        "cues": Text(
            ja="手がかり（cues）ごとに、聞き取るときに何が残るかを見る",
            en="show what is kept of each cue of a scenario when a reply is read",
        ),
        "agreement": Text(
            ja="採点が、評価済みの返答とどれだけ合うかを測る",
            en="measure how far grades agree with rated replies",
        ),
        "agreement.files": Text(
            ja="自分のチームで評価した返答（JSON Lines、- は標準入力）。組み込みの返答も一緒に測る（数分かかる）",
            en="a team's own rated replies, JSON Lines, or '-'; the built-in sets are graded, too, which takes minutes",
        ),
        "agreement.only": Text(
            ja="挙げたファイルだけを測り、組み込みの返答は測らない",
            en="only the files named, without the built-in sets",
        ),
        "agreement.by": Text(ja="数字のまとめ方", en="how the figures are grouped"),
        "agreement.worst": Text(
            ja="差の大きいものを、尺度ごとに N 件", en="the N largest differences a scale"
        ),
        "agreement.fitted": Text(
            ja="採点の点数表を作るのに使った返答も含める",
            en="also the replies that the ledger was fitted with",
        ),
        "db": Text(
            ja="保存データの管理: check 点検、backup FILE 控え、retention DAYS 保存日数、expire 期限切れの消去",
            en="look after the store: check, backup FILE, retention DAYS, expire",
        ),
        "db.yes": Text(ja="expire で、確認せずに消す", en="expire: do not ask"),
        "db.value": Text(
            ja="控えのファイル名。retention なら応対を保存する日数か off",
            en="where the backup goes; for how many days contacts are kept, or off",
        ),
        "doctor": Text(
            ja="必要なものがそろっているか調べる",
            en="tell whether everything that is needed is in place",
        ),
        "locate": Text(ja="データの置き場所", en="tell where data are kept"),
    }
)
