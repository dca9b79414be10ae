"""The words of reports and of calibration."""

from __future__ import annotations

from scenarios.language import Text
from simulator.words import Words

__all__ = ["REPORT"]

REPORT = Words(
    {
        "item.total": Text(ja="総合点", en="total"),
        "item.passed": Text(ja="合否", en="pass or not"),
        "item.empathy": Text(ja="共感", en="empathy"),
        "item.policy": Text(ja="規程遵守", en="policy"),
        "item.resolution": Text(ja="解決", en="resolution"),
        "value.none": Text(ja="判断できず", en="could not tell"),
        "value.passed": Text(ja="合格", en="passed"),
        "value.failed": Text(ja="不合格", en="not passed"),
        "value.met": Text(ja="できている", en="met"),
        "value.partly": Text(ja="一部できている", en="partly met"),
        "value.missed": Text(ja="できていない", en="missed"),
        "value.no-occasion": Text(ja="該当なし", en="no occasion"),
        # ---------------------------------------------------------------- report
        "title.team": Text(ja="応対練習レポート（チーム）", en="Practice report: team"),
        "title.person": Text(ja="応対練習レポート（{name}）", en="Practice report: {name}"),
        "scope.drill": Text(ja="ドリル {drill}", en="drill {drill}"),
        "scope.between": Text(ja="{since} から {until} まで", en="{since} to {until}"),
        "scope.since": Text(ja="{since} 以降", en="since {since}"),
        "scope.until": Text(ja="{until} まで", en="until {until}"),
        "scope.all": Text(ja="全期間", en="all time"),
        "made": Text(ja="{date} 作成", en="made on {date}"),
        "counts": Text(
            ja="対象の応対 {all} 件。集計に入れたのは、最後まで行い採点された {counted} 件です。",
            en="Contacts in scope: {all}. In the figures: {counted} that came to an end and were judged.",
        ),
        "counts.left": Text(ja="集計に入れていないもの: {parts}。", en="Left out: {parts}."),
        "counts.bare": Text(
            ja="うち {n} 件は以前の版の採点で、点数しか残っていません。返答・項目・規程の数字には入っていません。",
            en="Of these {n} were scored by an earlier version that kept scores only; they are in no figure of replies, criteria and clauses.",
        ),
        "standing.stopped": Text(
            ja="途中でやめた応対 {n} 件（合否なし）",
            en="{n} stopped by the trainee (neither pass nor fail)",
        ),
        "standing.redone": Text(
            ja="途中からやり直した応対 {n} 件", en="{n} redone from a reply of another contact"
        ),
        "standing.moment": Text(ja="一場面だけの復習 {n} 件", en="{n} single replies tried again"),
        "standing.open": Text(ja="終わっていない応対 {n} 件", en="{n} not finished"),
        "standing.unjudged": Text(ja="点数の残っていない応対 {n} 件", en="{n} without a total"),
        "list.and": Text(ja="、", en="; "),
        "empty": Text(
            ja="この条件に当てはまる、採点された応対はまだありません。数字は一つも出せません。",
            en="No judged contact falls within this scope yet, so there is nothing to report.",
        ),
        "small": Text(
            ja="n が 5 に満たない数字は、傾向ではなく一件ごとの出来事として読んでください。",
            en="Where n is below 5, read the figures as single cases and not as a trend.",
        ),
        "leads": Text(
            ja="リーダーが採点を改めたものは、リーダーの判断で集計しています。自動採点の数字と違うときは両方を載せています。",
            en="Where a lead overruled the engine, the lead's value counts. Both are shown where they differ.",
        ),
        "key.passed": Text(ja="合格", en="Passed"),
        "key.total": Text(ja="総合点の平均", en="Mean total"),
        "key.people": Text(ja="受けた人", en="People"),
        "key.minutes": Text(ja="一件の長さ（中央値）", en="Length of a contact (median)"),
        "of": Text(ja="{of} 件中 {count} 件", en="{count} of {of}"),
        "minutes": Text(ja="{n} 分", en="{n} min"),
        "persons": Text(ja="{n} 人", en="{n}"),
        "engine": Text(ja="自動採点 {value}", en="engine {value}"),
        "n": Text(ja="n={n}", en="n={n}"),
        "none": Text(ja="―", en="–"),
        "dimensions": Text(ja="三つの観点", en="The three dimensions"),
        "dimensions.about": Text(
            ja="一件ごとの点数（0〜100）の平均。線は一つの観点ごとの合格ライン（{each} 点）です。",
            en="Means of the scores of contacts, 0 to 100. The line marks what each dimension needs for a pass ({each}).",
        ),
        "scenarios": Text(ja="シナリオ別", en="By scenario"),
        "people": Text(ja="人別", en="By person"),
        "skills": Text(ja="伸びしろの大きい項目", en="Skill gaps"),
        "skills.about": Text(
            ja="その項目で取れる点のうち、実際に取れた割合。低いものから並べています。",
            en="Of the points that a criterion offered, the share that was earned; lowest first.",
        ),
        "missed": Text(ja="よく抜ける項目と実際の返答", en="What replies miss most, with examples"),
        "missed.rate": Text(
            ja="返答 {of} 回のうち {count} 回でできていない", en="missed in {count} of {of} replies"
        ),
        "missed.fault": Text(ja="返答 {count} 回で見られた", en="seen in {count} replies"),
        "missed.reply": Text(
            ja="{trainee}、{scenario}、{turn} 回目の返答（{session}）",
            en="{trainee}, {scenario}, reply {turn} ({session})",
        ),
        "missed.hidden": Text(
            ja="名前は置き換えましたが、ふつうの言葉と同じ名前は、姓名がそろっていなければ引用に残ります。返答の内容から誰のものか分かることもあります。",
            en="Names are replaced; one that is an ordinary word as well stays in quotes unless the whole name is there. What a reply says may still tell who wrote it.",
        ),
        "names.words": Text(
            ja="注意: ふつうの言葉と同じ名前は、引用の中ではそのまま残ります（姓名がそろっているところは番号に替わります）: {names}　渡す前に引用を読み返してください。",
            en="Note: names that are ordinary words as well stay as they are in quotes, unless the whole name is there: {names}. Read the quotes before you hand the report on.",
        ),
        "clauses": Text(ja="応対規程", en="The handbook"),
        "clauses.about": Text(
            ja="返答の中で、条項が守られた回数と守られなかった回数です。",
            en="How often replies kept a clause, and how often not.",
        ),
        "clauses.never": Text(
            ja="まだ一度も試されていない条項（{count}）", en="Never exercised ({count})"
        ),
        "clauses.share": Text(ja="守った割合", en="share kept"),
        "clauses.kept": Text(ja="守った", en="kept"),
        "clauses.broken": Text(ja="守らなかった", en="broken"),
        "acknowledged": Text(ja="最初に受け止めるまで", en="How soon the matter is taken up"),
        "acknowledged.about": Text(
            ja="お客様の事情か気持ちに初めて触れた返答。早いほど、その後が落ち着きます。",
            en="The reply that first named the matter or the feeling. The sooner, the calmer the rest.",
        ),
        "acknowledged.first": Text(ja="1 回目の返答", en="first reply"),
        "acknowledged.second": Text(ja="2 回目の返答", en="second reply"),
        "acknowledged.later": Text(ja="3 回目以降", en="third or later"),
        "acknowledged.never": Text(ja="最後まで触れていない", en="never"),
        "overruled": Text(ja="リーダーが改めた採点", en="What leads overruled"),
        "overruled.none": Text(
            ja="リーダーが改めた採点はありません。", en="No judgement was overruled."
        ),
        "overruled.more": Text(
            ja="ほかに {count} 件あります（--format jsonl の応対ごとの行で件数が分かります）。",
            en="{count} more are not shown; the lines of --format jsonl hold them all.",
        ),
        "sessions": Text(ja="応対の一覧", en="The contacts"),
        "trend": Text(ja="総合点の動き", en="The totals, contact by contact"),
        "trend.about": Text(
            ja="左が古い応対です。点線は合格ライン（{total} 点）、塗りつぶしは合格、白抜きは不合格。",
            en="Oldest at the left. Dashed line: what a pass needs ({total}). Filled: passed; open: not passed.",
        ),
        "col.name": Text(ja="名前", en="Name"),
        "col.scenario": Text(ja="シナリオ", en="Scenario"),
        "col.contacts": Text(ja="件数", en="Contacts"),
        "col.passed": Text(ja="合格", en="Passed"),
        "col.total": Text(ja="総合点", en="Total"),
        "col.item": Text(ja="項目", en="Criterion"),
        "col.dimension": Text(ja="観点", en="Dimension"),
        "col.share": Text(ja="取れた割合", en="Earned"),
        "col.points": Text(ja="点", en="Points"),
        "col.n": Text(ja="n（件）", en="n"),
        "col.clause": Text(ja="条項", en="Clause"),
        "col.reply": Text(ja="返答", en="Reply"),
        "col.when": Text(ja="日時", en="When"),
        "col.session": Text(ja="応対", en="Contact"),
        "col.engine": Text(ja="自動採点", en="Engine"),
        "col.lead": Text(ja="リーダー", en="Lead"),
        "col.by": Text(ja="判断した人", en="By"),
        "col.reason": Text(ja="理由", en="Reason"),
        "col.result": Text(ja="結果", en="Result"),
        "col.minutes": Text(ja="分", en="Minutes"),
        "col.language": Text(ja="言語", en="Language"),
        "col.mode": Text(ja="モード", en="Mode"),
        "col.occasion": Text(ja="練習の目的", en="Practised for"),
        "col.standing": Text(ja="集計の扱い", en="In the figures"),
        "col.replies": Text(ja="返答数", en="Replies"),
        "col.acknowledged": Text(ja="受け止めた返答", en="First acknowledged in reply"),
        "col.hints": Text(ja="ヒント", en="Hints"),
        "col.overruled": Text(ja="改めた採点", en="Overruled"),
        "col.reviewed": Text(ja="リーダー確認済み", en="Reviewed"),
        "col.pass-mark": Text(ja="ドリルの合格点", en="Pass mark of the drill"),
        "marks": Text(
            ja="合格点のあるドリルの応対は、採点基準の点数ではなく、ドリルの合格点（{marks}）で合否を決めています。",
            en="Contacts of a drill with a pass mark of its own ({marks}) are passed or not by that mark, not by the rubric's totals.",
        ),
        "col.engine-of": Text(ja="{name}（自動採点）", en="{name} (engine)"),
        "whole": Text(ja="全体", en="whole"),
        "yes": Text(ja="はい", en="yes"),
        "no": Text(ja="いいえ", en="no"),
        "standing.word.counted": Text(ja="対象", en="counted"),
        "standing.word.stopped": Text(ja="途中でやめた", en="stopped"),
        "standing.word.redone": Text(ja="やり直し", en="redone"),
        "standing.word.moment": Text(ja="一場面の復習", en="single reply"),
        "standing.word.open": Text(ja="未完了", en="not finished"),
        "standing.word.unjudged": Text(ja="採点なし", en="not judged"),
        "bar.alt": Text(ja="{name} {value}", en="{name}: {value}"),
        "percent": Text(ja="{value}%", en="{value}%"),
        "written": Text(ja="{path} に書き出しました。", en="Written to {path}."),
        # ---------------------------------------------------------------- sending
        "sent": Text(
            ja="{sent} 件を送りました。送り終えていないものは {left} 件です。",
            en="Accepted: {sent} statements. Still to be sent: {left}.",
        ),
        "send.readable": Text(
            ja="注意: http:// で送るため、パスワードが途中で読まれるおそれがあります。https:// をお勧めします。",
            en="Note: with http:// the password can be read on the way. Better use https://.",
        ),
        "send.left": Text(
            ja="届かなかった {left} 件は {path} に残してあり、次に送るときに一緒に送られます。（{reason}）",
            en="{left} statements were not accepted ({reason}). They are kept in {path} and go out with the next call.",
        ),
        "send.no-ids": Text(
            ja="{url} からの応答に、受け取った記録の id がありません。学習記録ストア (LRS) のアドレスか、ログイン画面などが応答していないかを確かめてください",
            en="the answer of {url} does not name what it took, as a learning record store does: check the address, and whether a login page or a proxy answers there",
        ),
        "send.unread": Text(
            ja="未送信の記録のうち {count} 行は壊れていて送れませんでした。内容はそのまま {path} に残してあります。同じ期間で送り直せば、応対の記録からもう一度作られます。",
            en="{count} lines of what was still to be sent are damaged and were not sent. They are kept as they are in {path}. Sending the report of the same period again makes its statements anew.",
        ),
        # ---------------------------------------------------------------- calibration
        "cal.none": Text(
            ja="リーダーが確認し終えた応対がまだないので、一致度は出せません。",
            en="No session has been reviewed by a lead yet, so there is nothing to compare.",
        ),
        "cal.head": Text(
            ja="リーダーが確認した応対 {n} 件。改めなかった採点は同意とみなしています。",
            en="Sessions reviewed by leads: {n}. What was not overruled counts as agreed.",
        ),
        "cal.anchored": Text(
            ja="リーダーは自動採点を見たうえで判断しているので、見ずに採点した場合より高く出ます。",
            en="Leads judge with the engine's figures in sight, so agreement is higher than between two who judge blind.",
        ),
        "cal.kappa": Text(
            ja="{item}　κ={value}　95%区間 {low}〜{high}　応対 {sessions} 件、判断 {pairs} 件（一致 {same} 件）",
            en="{item}: kappa {value}, 95 % interval {low} to {high}; sessions {sessions}, judgements {pairs} (same: {same})",
        ),
        "cal.few": Text(
            ja="{item}　κ={value}　応対が {sessions} 件と少なく、区間は出せません。判断 {pairs} 件（一致 {same} 件）",
            en="{item}: kappa {value}; only {sessions} sessions, too few for an interval; judgements {pairs} (same: {same})",
        ),
        "cal.all-same": Text(
            ja="{item}　κ={value}　食い違いが一度もないため、区間は出せません。応対 {sessions} 件、判断 {pairs} 件",
            en="{item}: kappa {value}; no lead ever differed, so there is no interval to draw; sessions {sessions}, judgements {pairs}",
        ),
        "cal.fault": Text(
            ja="{item}（減点）　自動採点の指摘 {found} 件、うちリーダーが取り消したもの {struck} 件、リーダーが加えたもの {added} 件",
            en="{item} (fault): found by the engine {found}, of these struck out by the lead {struck}; added by the lead {added}",
        ),
        "cal.no-variance": Text(
            ja="{item}　κは定まりません（どちらもすべて同じ段階）。応対 {sessions} 件、判断 {pairs} 件（一致 {same} 件）",
            en="{item}: kappa is undefined, since both sides gave one level throughout; sessions {sessions}, judgements {pairs} (same: {same})",
        ),
        "cal.outcomes": Text(
            ja="合否　確認 {n} 件、リーダーの合格 {passed} 件。自動採点だけが合格 {false_passes} 件、自動採点だけが不合格 {false_fails} 件",
            en="pass or not: reviewed {n}, passed by the lead {passed}; passed by the engine only {false_passes}, failed by the engine only {false_fails}",
        ),
        "cal.differences": Text(ja="差の大きい判断", en="The largest differences"),
        "cal.difference": Text(
            ja="{session}　{turn}　{item}　自動採点 {engine} → {lead}（{rater}）　{reason}",
            en="{session} {turn}, {item}: engine {engine}, lead {lead} ({rater}). {reason}",
        ),
        "cal.turn": Text(ja="返答{turn}", en="reply {turn}"),
        "cal.fixtures": Text(
            ja="争点になった返答 {count} 件を {path} に書き出しました（supportdojo agreement {path} で測れます）。",
            en="Disputed replies written to {path}: {count}. Measure them with: supportdojo agreement {path}",
        ),
        "cal.skipped": Text(
            ja="書き出せなかった返答 {session} の {turn} 回目: {why}",
            en="Not written: reply {turn} of {session}: {why}",
        ),
        "cal.why.figures": Text(
            ja="点数のない観点があります。リーダーが点を付けると書き出せます。",
            en="it has a dimension without a figure; once a lead gives one it can be written",
        ),
        "cal.why.replay": Text(
            ja="シナリオが変わったため、前のやりとりを再現できません。",
            en="its scenario has changed, so what the customer said before cannot be had again",
        ),
    }
)
