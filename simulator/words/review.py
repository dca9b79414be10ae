"""The words of reviewing: what a lead finds beside the engine, on every door."""

from __future__ import annotations

from scenarios.language import Text
from simulator.words import Words

__all__ = ["REVIEW"]

REVIEW = Words(
    {
        "stop": Text(ja="：", en=": "),
        "and": Text(ja="、", en=", "),
        "quote": Text(ja="「{words}」", en="“{words}”"),
        "reply": Text(ja="返答{turn}", en="Reply {turn}"),
        "whole": Text(ja="応対全体", en="The whole contact"),
        # ---------------------------------------------------------------- values
        "item.total": Text(ja="合計", en="Total"),
        "item.passed": Text(ja="合否", en="Passed"),
        "item.empathy": Text(ja="共感", en="Empathy"),
        "item.policy": Text(ja="規程遵守", en="Policy"),
        "item.resolution": Text(ja="解決", en="Resolution"),
        "value.none": Text(ja="判定なし", en="no judgement"),
        "value.points": Text(ja="{points}点", en="{points}"),
        "value.True": Text(ja="◎ 合格", en="◎ passed"),
        "value.False": Text(ja="△ 不合格", en="△ not passed"),
        "value.stopped": Text(ja="― 中断", en="– stopped"),
        "value.met": Text(ja="◎ できた", en="◎ met"),
        "value.partly": Text(ja="△ 一部", en="△ partly"),
        "value.missed": Text(ja="× できず", en="× not met"),
        "value.no-occasion": Text(ja="― 機会なし", en="– no occasion"),
        # ---------------------------------------------------------------- what a lead found
        "lead.title": Text(ja="リーダーから", en="From your lead"),
        "lead.title-own": Text(ja="リーダーの見方", en="What leads found"),
        "lead.override": Text(
            ja="{item}：採点 {engine} → リーダー {lead}",
            en="{item}: engine {engine} → lead {lead}",
        ),
        "lead.beside": Text(ja="→ リーダー {lead}", en="→ lead {lead}"),
        "lead.undone": Text(
            ja="{item}：{lead} への修正は取り消されました",
            en="{item}: the change to {lead} was taken back",
        ),
        "lead.by": Text(ja="（{author}、{at}）", en=" ({author}, {at})"),
        "lead.at": Text(ja="（{at}）", en=" ({at})"),
        "lead.reason": Text(ja="理由：{reason}", en="Why: {reason}"),
        "lead.comment": Text(ja="コメント", en="Comment"),
        "lead.reviewed": Text(
            ja="{author}さんが全体を確認しました（{at}）。",
            en="{author} has gone through all of it ({at}).",
        ),
        "lead.disputed": Text(
            ja="判定の見本として検討する返答です。", en="Put forward as a case to settle."
        ),
        "lead.asked": Text(ja="再確認の依頼", en="Second look asked for"),
        "lead.waits": Text(ja="まだ回答はありません。", en="Not answered yet."),
        "lead.upheld": Text(ja="回答（採点どおり）", en="Answer (the engine's judgement stays)"),
        "lead.changed": Text(ja="回答（見直しました）", en="Answer (it was changed)"),
        "lead.anew": Text(ja="（前の回答に代わるものです）", en=" (in place of an earlier answer)"),
        "lead.counts": Text(
            ja="リーダーの判断による結果：{result}",
            en="As it stands after the lead's review: {result}",
        ),
        "lead.none": Text(
            ja="リーダーの見方はまだありません。", en="No lead has said anything yet."
        ),
        "lead.rules-differ": Text(
            ja="点数からは「{by_rules}」になりますが、合否は書き換えられていません。合否は別に判断します。",
            en="By the marks it would be “{by_rules}”, but pass or not is decided by itself and has not been changed.",
        ),
        "lead.rules-differ-decided": Text(
            ja="点数からは「{by_rules}」になりますが、合否はリーダーが別に判断しています。",
            en="By the marks it would be “{by_rules}”; pass or not was decided by the lead.",
        ),
        # ---------------------------------------------------------------- command
        "head": Text(
            ja="{session}　{scenario}　{trainee}　{started}",
            en="{session}  {scenario}  {trainee}  {started}",
        ),
        "stored": Text(ja="記録しました: {kind}　{fact}", en="Recorded: {kind}  {fact}"),
        "kind.override": Text(ja="修正", en="override"),
        "kind.override-undone": Text(ja="修正の取り消し", en="override undone"),
        "kind.comment": Text(ja="コメント", en="comment"),
        "kind.second-look": Text(ja="再確認の依頼", en="second look"),
        "kind.second-look-answered": Text(ja="依頼への回答", en="second look answered"),
        "kind.reviewed": Text(ja="確認済み", en="reviewed"),
        "kind.disputed": Text(ja="検討する返答", en="disputed"),
        "engine": Text(ja="採点: {result}", en="Engine: {result}"),
        "stands": Text(ja="いまの結果: {result}", en="As it stands: {result}"),
        "result": Text(
            ja="{passed}　合計 {total}（共感 {empathy}、規程遵守 {policy}、解決 {resolution}）",
            en="{passed}  total {total} (empathy {empathy}, policy {policy}, resolution {resolution})",
        ),
        "mark": Text(ja="（ドリルの合格点 {mark}）", en=" (the drill's pass mark: {mark})"),
        "facts": Text(ja="記録", en="Recorded"),
        "waiting.none": Text(
            ja="見直しを待つ応対はありません。", en="No contact waits for a review."
        ),
        "waiting.head": Text(
            ja="見直しを待つ応対 {count} 件（再確認の依頼が先）",
            en="Contacts that wait for a review: {count} (second looks first)",
        ),
        "waiting.second-look": Text(ja="再確認の依頼", en="second look"),
        "waiting.test": Text(ja="テスト", en="test"),
        "waiting.drill": Text(ja="ドリル", en="drill"),
        "waiting.line": Text(
            ja="{session}　{why}　{trainee}　{scenario}　{result}",
            en="{session}  {why}  {trainee}  {scenario}  {result}",
        ),
        "waiting.how": Text(
            ja="開くには: supportdojo review 応対の番号",
            en="Open one with: supportdojo review SESSION",
        ),
        "second-look.sent": Text(
            ja="再確認をお願いしました。リーダーの回答は、この応対の振り返りに出ます。",
            en="Your lead is asked to look again. The answer will stand in the debrief of this contact.",
        ),
        # ---------------------------------------------------------------- review screen
        "title": Text(ja="見直し　{title}（{trainee}）", en="Review: {title} ({trainee})"),
        "key.override": Text(ja="修正", en="Override"),
        "key.undo": Text(ja="取り消す", en="Undo"),
        "key.comment": Text(ja="コメント", en="Comment"),
        "key.answer": Text(ja="依頼に回答", en="Answer"),
        "key.dispute": Text(ja="検討に出す", en="Dispute"),
        "key.done": Text(ja="確認済みに", en="Done"),
        "key.page": Text(ja="前後", en="Replies"),
        "key.page-back": Text(ja="前の返答", en="Previous reply"),
        "key.choose": Text(ja="項目", en="Items"),
        "key.scroll": Text(ja="一画面進む", en="A screenful on"),
        "key.scroll-back": Text(ja="一画面戻る", en="A screenful back"),
        "key.second-look": Text(ja="再確認を頼む", en="Second look"),
        "key.save": Text(ja="記録する", en="Record it"),
        "items": Text(ja="判定（Enter で修正）", en="Judgements (Enter overrides)"),
        "engine-says": Text(ja="採点の説明", en="What the engine says"),
        "saved": Text(ja="記録しました。", en="Recorded."),
        "nothing-to-undo": Text(
            ja="取り消せる修正はありません。", en="There is no override to take back."
        ),
        "nothing-asked": Text(
            ja="未回答の依頼はありません。回答し直すには、依頼のあったページで F8 を押してください。",
            en="Nobody waits for an answer here. To answer anew, press F8 on the page that was asked about.",
        ),
        "only-replies": Text(
            ja="返答のページで押してください。", en="Go to the page of a reply first."
        ),
        "already-done": Text(
            ja="この応対は、もう確認済みです。", en="This contact has been reviewed already."
        ),
        "not-saved": Text(
            ja="{reason} 書いたものは残っています。F9 でもう一度記録できます。",
            en="{reason} What you wrote is still here. Press F9 to try again.",
        ),
        "done.title": Text(ja="全体を確認済みにしますか", en="Mark all of it as reviewed?"),
        "done.text": Text(
            ja="修正しなかった判定には、同意したことになります。",
            en="What you did not override counts as agreed with.",
        ),
        "done.yes": Text(ja="確認済みにする", en="Mark as reviewed"),
        "done.no": Text(ja="戻る", en="Go back"),
        "dispute.title": Text(ja="返答{turn}を検討に出しますか", en="Put reply {turn} forward?"),
        "dispute.text": Text(
            ja="採点とリーダーの見方を突き合わせる見本として残します。",
            en="It becomes a case that the engine's grading is measured by.",
        ),
        "dispute.yes": Text(ja="検討に出す", en="Put it forward"),
        # ---------------------------------------------------------------- forms
        "form.override": Text(ja="{item}を修正する", en="Override: {item}"),
        "form.was": Text(ja="いま：{value}", en="Now: {value}"),
        "form.value": Text(ja="新しい判定", en="New judgement"),
        "form.answers": Text(ja="回答", en="Answer"),
        "form.points": Text(ja="0〜100 の点数", en="0 to 100"),
        "form.reason": Text(ja="理由（本人が読みます）", en="Why (the trainee reads it)"),
        "form.comment": Text(ja="コメント：{place}", en="Comment: {place}"),
        "form.text": Text(ja="文章（本人が読みます）", en="Text (the trainee reads it)"),
        "form.text-to-lead": Text(ja="リーダーへ", en="To your lead"),
        "form.answer": Text(ja="再確認の依頼に回答する", en="Answer a second look"),
        "form.upheld": Text(ja="採点どおりとする", en="The judgement stays"),
        "form.answered": Text(
            ja="すでに回答済みです（{answer}）。ここで記録する回答が、前の回答に代わります。",
            en="Answered already ({answer}). What you record now takes the place of that answer.",
        ),
        "form.choose": Text(
            ja="上の選択肢から一つ選んでください。", en="Choose one of the above first."
        ),
        "form.changed": Text(ja="見直した", en="It was changed"),
        "form.second-look": Text(ja="再確認を頼む：{place}", en="Ask for a second look: {place}"),
        "form.second-look-help": Text(
            ja="どこが、なぜ違うと思うかを書くと、リーダーが見直しやすくなります。",
            en="Say what you see otherwise, and why; that helps your lead to look again.",
        ),
        "form.save": Text(ja="記録する（F9）", en="Record it (F9)"),
        "form.send": Text(ja="頼む（F9）", en="Ask (F9)"),
        "form.cancel": Text(ja="やめる", en="Cancel"),
        "help.review": Text(
            ja="←→で返答を移り、↑↓で判定を選びます。Enter で、選んだ判定を理由とともに修正します。F5 は選んだ判定の修正（なければ最後の修正）を取り消します。\n"
            "採点は消えません。採点とリーダーの見方の両方が残り、本人の振り返りに並んで出ます。合否は、合否そのものを修正したときだけ変わります。\n"
            "F9 で全体を確認済みにします。修正しなかった判定には同意したことになります。",
            en="← and → change replies, ↑ and ↓ choose a judgement, Enter overrides it with a reason. F5 takes back the override of the chosen judgement, or else the last one.\n"
            "The engine's judgement stays; both stand side by side in the trainee's debrief. Pass or not changes only when that itself is overridden.\n"
            "F9 marks all of it as reviewed: what was not overridden is agreed with.",
        ),
        "history.lead": Text(ja="リーダーの見方あり", en="looked at by a lead"),
        "history.asked": Text(ja="再確認を依頼中", en="second look asked for"),
        "menu.review": Text(ja="応対の見直し", en="Review contacts"),
        "menu.review.help": Text(
            ja="再確認の依頼、まだ見ていないテストとドリル",
            en="Second looks that were asked for, tests and drills nobody has looked at",
        ),
        "help.waiting": Text(
            ja="再確認の依頼が先に、次にまだ見ていないテストとドリルが、古い順に並びます。Enter で開きます。",
            en="Second looks come first, then tests and drills that nobody has looked at, oldest first. Enter opens one.",
        ),
    }
)
