"""The words of drills, the board and watching, for the app and the command line."""

from __future__ import annotations

from scenarios.language import Text
from simulator.words import Words
from simulator.words.shared import INTENSITIES, MODES

__all__ = ["DRILL"]

DRILL = Words(
    {
        # ---------------------------------------------------------------- lists and status
        "none": Text(ja="ドリルはまだありません。", en="There are no drills yet."),
        "none-open": Text(
            ja="いま出ているドリルはありません（締め切り済み {count} 件）。drill list で一覧、drill status 番号 で結果が見られます。",
            en="No drill is open (closed: {count}). 'drill list' lists them, 'drill status ID' shows the results of one.",
        ),
        "none-mine": Text(
            ja="あなたに出ているドリルはありません。", en="No drill has been set for you."
        ),
        "made": Text(
            ja="ドリル「{title}」を作りました（{drill}）。",
            en="Made the drill '{title}' ({drill}).",
        ),
        "for-nobody": Text(
            ja="まだ誰にも割り当てていません: supportdojo drill assign {drill} ログイン名",
            en="It is for nobody yet: supportdojo drill assign {drill} LOGIN",
        ),
        "for": Text(ja="対象: {people}", en="for: {people}"),
        "for-everyone": Text(ja="全員", en="everybody"),
        "assigned": Text(ja="割り当てました: {people}", en="Assigned to: {people}"),
        "assigned-before": Text(
            ja="全員すでに割り当て済みです。", en="All of them had it already."
        ),
        "closed": Text(ja="ドリル「{title}」を締め切りました。", en="Closed the drill '{title}'."),
        "line": Text(ja="{drill}  {title}", en="{drill}  {title}"),
        "and": Text(ja="・", en=" · "),
        "comma": Text(ja="、", en=", "),
        "same-customer": Text(ja="全員同じお客様", en="same customer for everybody"),
        "varied": Text(ja="お客様は人ごとに違う", en="a different customer for each"),
        "due": Text(ja="期限 {due}", en="due {due}"),
        "no-due": Text(ja="期限なし", en="no due date"),
        "overdue": Text(ja="期限切れ", en="overdue"),
        "late": Text(ja="期限後に実施", en="done late"),
        "pass-mark": Text(ja="合格点 {mark}", en="pass mark {mark}"),
        "attempts": Text(ja="{attempts}回まで", en="up to {attempts} attempts"),
        "attempt": Text(ja="1回だけ", en="one attempt"),
        "open-state": Text(ja="実施中", en="open"),
        "closed-state": Text(ja="締め切り済み", en="closed"),
        "closed-reason": Text(ja="締め切り済み（{reason}）", en="closed ({reason})"),
        "finished": Text(ja="完了 {done}/{of}人", en="done by {done} of {of}"),
        "nobody": Text(ja="対象者なし", en="for nobody yet"),
        "mine": Text(ja="自分 {progress}", en="yours: {progress}"),
        "own-progress": Text(ja="{done}/{of} 完了", en="{done} of {of} done"),
        "any": Text(ja="日英どちらでも", en="either language"),
        "ja": Text(ja="日本語", en="Japanese"),
        "en": Text(ja="英語", en="English"),
        **MODES,
        **INTENSITIES,
        "state.not-begun": Text(ja="未着手", en="not begun"),
        "state.in-progress": Text(ja="応対中", en="in progress"),
        "state.done": Text(ja="実施済み", en="done"),
        "passed": Text(ja="◎合格", en="◎ passed"),
        "not-passed": Text(ja="△未合格", en="△ not passed"),
        "points": Text(ja="{points}点", en="{points} points"),
        "used": Text(ja="{used}回実施", en="{used} played"),
        "used-of": Text(ja="{used}/{of}回実施", en="{used} of {of} attempts used"),
        "outcome.good": Text(ja="よい結末", en="good ending"),
        "outcome.fair": Text(ja="まずまずの結末", en="fair ending"),
        "outcome.poor": Text(ja="よくない結末", en="poor ending"),
        "not-comparable": Text(
            ja="ほかの人の結果とは比べられません", en="not comparable with the others"
        ),
        "text-changed": Text(
            ja="シナリオ「{scenario}」はドリルを作ったあとに変更されています。結果は比べられません。",
            en="The scenario '{scenario}' was changed after the drill was made; results are not comparable.",
        ),
        "text-gone": Text(
            ja="シナリオ「{scenario}」がないか、読めません。このドリルのこの部分は実施できません。詳しくは supportdojo packs",
            en="The scenario '{scenario}' is not here or cannot be read; this part cannot be played. To see why: supportdojo packs",
        ),
        "text-ask": Text(ja="このまま始めますか [y/N] ", en="Begin anyway? [y/N] "),
        "unreadable": Text(
            ja="読めない記録が{count}件あり、除いてあります（{reason}）。",
            en="Left out {count} entries that cannot be read ({reason}).",
        ),
        "next": Text(
            ja="次の応対　{scenario}（{drill}）", en="Your next contact: {scenario} ({drill})"
        ),
        # ---------------------------------------------------------------- offers
        "offer": Text(ja="ドリル：{title}", en="Drill: {title}"),
        "offer.resume": Text(ja="途中の応対を続ける", en="go on with your contact"),
        "offer.again": Text(ja="もう一度挑戦できます", en="you may try again"),
        "offer.left": Text(ja="残り{left}回", en="attempts left: {left}"),
        # ---------------------------------------------------------------- the board
        "board.title": Text(ja="ドリルボード：{title}", en="Board: {title}"),
        "board.counts": Text(
            ja="完了 {done}/{of}人・応対中 {busy}人", en="{done} of {of} done · {busy} in a contact"
        ),
        "board.empty": Text(
            ja="このドリルの対象者はまだいません。", en="This drill is for nobody yet."
        ),
        "board.not-begun": Text(ja="□ 未着手", en="□ not begun"),
        "board.in-call": Text(ja="● 応対中", en="● in a contact"),
        "board.note": Text(ja="■ 対応記録中", en="■ writing the note"),
        "board.between": Text(ja="○ 次の応対の前", en="○ between contacts"),
        "board.done": Text(ja="✓ 完了", en="✓ done"),
        "board.reply": Text(ja="返答{count}", en="reply {count}"),
        "board.passed": Text(ja="◎", en="◎"),
        "board.not-passed": Text(ja="△", en="△"),
        "board.points": Text(ja="{points}点", en="{points}"),
        "board.column.name": Text(ja="名前", en="Name"),
        "board.column.state": Text(ja="いま", en="Now"),
        "board.column.where": Text(ja="シナリオ", en="Scenario"),
        "board.column.seen": Text(ja="最後の動き", en="Last seen"),
        "board.column.done": Text(ja="完了", en="Done"),
        "board.column.best": Text(ja="最高の結果", en="Best so far"),
        "board.stale": Text(
            ja="更新できません（{at} 時点の表示です）: {reason}",
            en="Not up to date (as of {at}): {reason}",
        ),
        "ago.now": Text(ja="たった今", en="just now"),
        "ago.seconds": Text(ja="{count}秒前", en="{count} s ago"),
        "ago.minutes": Text(ja="{count}分前", en="{count} min ago"),
        "ago.hours": Text(ja="{count}時間前", en="{count} h ago"),
        # ---------------------------------------------------------------- watching
        "watch.title": Text(ja="{trainee}さんの応対を見ています", en="Watching {trainee}"),
        "watch.customer": Text(ja="お客様", en="Customer"),
        "watch.agent": Text(ja="受講者", en="Trainee"),
        "watch.desk": Text(ja="手元", en="Desk"),
        "watch.happened": Text(ja="できごと", en="Event"),
        "watch.scores": Text(
            ja="  返答{turn}　共感 {empathy}・規程 {policy}・解決 {resolution}",
            en="  reply {turn}: empathy {empathy} · policy {policy} · resolution {resolution}",
        ),
        "watch.mood": Text(
            ja="  お客様　怒り {anger}・信頼 {trust}・不安 {worry}",
            en="  customer: anger {anger} · trust {trust} · worry {worry}",
        ),
        "watch.untold": Text(ja="－", en="–"),
        "watch.no-scores": Text(ja="まだ返答がありません。", en="No reply yet."),
        "watch.hidden": Text(
            ja="点数は隠しています（F7 で表示）。", en="Scores are hidden (F7 shows them)."
        ),
        "watch.ended": Text(ja="応対が終わりました：{title}", en="The contact has ended: {title}"),
        "watch.stopped": Text(
            ja="受講者が練習を中断しました（不合格にはなりません）。",
            en="The trainee left the exercise (never a fail).",
        ),
        "watch.note-coming": Text(
            ja="受講者は対応記録を書いています。", en="The trainee is writing the case note."
        ),
        "watch.note": Text(ja="対応記録：", en="Case note:"),
        "watch.over": Text(ja="これで全部です。", en="That was all of it."),
        "watch.total": Text(ja="総合 {total}点　{passed}", en="total {total}, {passed}"),
        "watch.live": Text(ja="● 応対中", en="● live"),
        "watch.finished": Text(ja="■ 終了", en="■ ended"),
        # ---------------------------------------------------------------- screens
        "screen.is-closed": Text(
            ja="「{title}」は締め切り済みです。対象者を足すことも、もう一度締め切ることもできません。",
            en="“{title}” is closed: nobody can be added, and it cannot be closed again.",
        ),
        "screen.title": Text(ja="ドリル", en="Drills"),
        "screen.help": Text(
            ja="リーダーが出すドリルの一覧です。F2 で新しいドリルを作り、選んでから F3 で対象者を足し、"
            "F4 でボードを開き、F8 で締め切ります。Enter で自分の次の応対を始めます（自分に出ているドリルのとき）。",
            en="The drills that leads have set. F2 makes one; with one chosen, F3 adds people, F4 opens"
            " the board and F8 closes it. Enter begins your own next contact, where it is for you.",
        ),
        "screen.help-trainee": Text(
            ja="あなたに出ているドリルの一覧です。Enter で次の応対を始めます（途中のものは続きから）。",
            en="The drills that were set for you. Enter begins the next contact, or goes on with it.",
        ),
        "screen.empty-lead": Text(
            ja="ドリルはまだありません。F2 で最初のドリルを作れます。",
            en="There are no drills yet. F2 makes the first one.",
        ),
        "screen.changed-title": Text(ja="シナリオが変わっています", en="The scenario was changed"),
        "screen.begin-anyway": Text(ja="このまま始める", en="Begin anyway"),
        "screen.cancel": Text(ja="やめる", en="Cancel"),
        "screen.close-title": Text(ja="ドリルを締め切る", en="Close the drill"),
        "screen.close-text": Text(
            ja="「{title}」を締め切ります。もう始められなくなります（途中の応対は終えられます）。元には戻せません。",
            en="Close '{title}'? Nobody can begin it any more; contacts in progress may be finished."
            " This cannot be undone.",
        ),
        "screen.close-yes": Text(ja="締め切る", en="Close it"),
        "key.new": Text(ja="作る", en="New"),
        "key.assign": Text(ja="対象者", en="People"),
        "key.board": Text(ja="ボード", en="Board"),
        "key.close": Text(ja="締め切る", en="Close"),
        "key.play": Text(ja="次の応対", en="Next contact"),
        "key.scores": Text(ja="点数を隠す・出す", en="Scores on/off"),
        "key.watch": Text(ja="応対を見る", en="Watch"),
        "key.scroll": Text(ja="さかのぼる", en="Scroll"),
        "key.back": Text(ja="戻る", en="Back"),
        "board.help": Text(
            ja="2秒ごとに更新します。映すときは F7 で点数を隠せます。↑↓ で人を選び、Enter でその人の応対を見られます。",
            en="Brought up to date every two seconds. F7 hides the scores, for projecting. Choose a"
            " person with ↑↓; Enter watches their contact.",
        ),
        "board.nothing-to-watch": Text(
            ja="{name}さんは応対中ではありません。", en="{name} is not in a contact."
        ),
        "watch.help": Text(
            ja="応対を1秒ごとに読み取って表示します。見ているだけで、相手の記録には何も書きません。映すときは F7 で点数を隠せます。",
            en="Follows the contact every second. It only reads; nothing is written to the record. F7 hides the scores for projecting.",
        ),
        # ---------------------------------------------------------------- the form
        "form.title": Text(ja="新しいドリル", en="New drill"),
        "form.name": Text(ja="ドリルの名前", en="Title"),
        "form.scenarios": Text(
            ja="シナリオ（スペースキーで選ぶ）", en="Scenarios (Space to choose)"
        ),
        "form.language": Text(ja="言語", en="Language"),
        "form.mode": Text(ja="モード", en="Mode"),
        "form.intensity": Text(ja="当たりの強さ", en="How hard the customer is"),
        "form.customer": Text(ja="お客様", en="Customer"),
        "form.due": Text(ja="期限（任意）", en="Due (optional)"),
        "form.due-hint": Text(
            ja="例 2026-12-01 または 2026-12-01 17:30", en="2026-12-01 or 2026-12-01 17:30"
        ),
        "form.pass-mark": Text(ja="合格点（任意・1〜100）", en="Pass mark (optional, 1-100)"),
        "form.pass-mark-hint": Text(ja="空欄は採点基準どおり", en="empty: as the rubric has it"),
        "form.attempts": Text(ja="回数の上限（任意）", en="Attempts (optional)"),
        "form.attempts-hint": Text(ja="空欄は何回でも", en="empty: any number"),
        "form.who": Text(ja="対象者", en="Who"),
        "form.who-all": Text(ja="全員（あとから入る人も）", en="everybody, also who comes later"),
        "form.who-named": Text(ja="名前で選ぶ", en="by name"),
        "form.logins": Text(
            ja="ログイン名（空白か読点で区切る）", en="Logins (separated by blanks or commas)"
        ),
        "form.all-and-named": Text(
            ja="対象者が「全員」ですが、ログイン名も書かれています。「名前で選ぶ」にするか、ログイン名を消してください。",
            en="It is for everybody, yet logins are given. Choose “by name”, or take the logins out.",
        ),
        "form.person": Text(ja="{login}（{name}）", en="{login} ({name})"),
        "form.people-hint": Text(ja="登録されている人: {people}", en="registered: {people}"),
        "form.send": Text(ja="ドリルを作る", en="Make the drill"),
        "form.number": Text(
            ja="「{label}」には数字を書いてください。", en="'{label}' needs a whole number."
        ),
        "assign.title": Text(ja="対象者を足す", en="Add people"),
        "assign.send": Text(ja="割り当てる", en="Assign"),
        "menu": Text(ja="ドリル", en="Drills"),
        "menu.help": Text(
            ja="リーダーが出したドリルを見る・作る", en="See the drills that were set, or set one"
        ),
        # ---------------------------------------------------------------- usage
        "needs-name": Text(
            ja="割り当てる人のログイン名を書いてください。", en="Say whom to assign it to."
        ),
        "all-and-for": Text(
            ja="--all と --for は一緒に使えません。", en="--all and --for exclude each other."
        ),
    }
)
