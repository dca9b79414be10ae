"""The words of ``rescore``: rules in force, what other rules would change, adopting them."""

from __future__ import annotations

from scenarios.language import Text
from simulator.words import Words

__all__ = ["RULES"]

RULES = Words(
    {
        "total": Text(ja="合計", en="total"),
        "empathy": Text(ja="共感", en="empathy"),
        "policy": Text(ja="規程遵守", en="policy"),
        "resolution": Text(ja="解決", en="resolution"),
        "stop": Text(ja="：", en=": "),
        "and": Text(ja="、", en=", "),
        # ---------------------------------------------------------------- in force
        "in-force": Text(ja="いまの規則: {rubric}", en="Rules in force: {rubric}"),
        "own": Text(
            ja="プログラム付属のままです（採用された変更はありません）。",
            en="They are the program's own; nothing has been adopted.",
        ),
        "adopted-by": Text(
            ja="{at} に {author} が採用。変えたファイル: {files}",
            en="Adopted on {at} by {author}. Changed files: {files}",
        ),
        "reverted-by": Text(
            ja="{at} に {author} が付属の規則に戻しました。",
            en="{author} went back to the program's own on {at}.",
        ),
        "reason": Text(ja="理由: {reason}", en="Reason: {reason}"),
        "how": Text(
            ja="変えるには: supportdojo rescore --copy フォルダー で書き出し、編集してから supportdojo rescore --rubric フォルダー で影響を見ます。",
            en="To change them: supportdojo rescore --copy DIR writes them out; edit them, then see what that would do with supportdojo rescore --rubric DIR.",
        ),
        "copied": Text(
            ja="書き出しました: {file}",
            en="Written: {file}",
        ),
        # ---------------------------------------------------------------- the preview
        "proposed": Text(ja="新しい規則: {rubric}", en="Proposed rules: {rubric}"),
        "changed-files": Text(ja="変わるファイル: {files}", en="Changed files: {files}"),
        "same": Text(
            ja="いまの規則と同じ内容です。何も変わりません。",
            en="These are the rules in force. Nothing would change.",
        ),
        "counts": Text(
            ja="過去の応対 {contacts} 件を採点し直しました。点や合否が変わるのは {changed} 件です。",
            en="{contacts} past contacts rescored; {changed} would be scored otherwise.",
        ),
        "none": Text(
            ja="採点し直せる応対がまだありません。影響は分かりません。",
            en="There is no contact that can be rescored yet, so nothing can be said about the effect.",
        ),
        "few": Text(
            ja="{contacts} 件だけです。ここから一般のことは言えません。",
            en="Only {contacts}: this tells about these contacts and little beyond.",
        ),
        "older": Text(
            ja="うち {count} 件は、以前の規則で採点されていました。いまの規則で採点し直したものと比べています。",
            en="{count} had been scored by earlier rules; they are compared with what the rules in force make of them.",
        ),
        "left-out": Text(ja="対象外: {count} 件（{reasons}）", en="Left out: {count} ({reasons})"),
        "left-out.changed": Text(
            ja="シナリオまたはプログラムが変わり採点し直せない {count} 件",
            en="{count} cannot be rescored: scenario or program changed",
        ),
        "left-out.gone": Text(
            ja="シナリオがない {count} 件", en="{count} of scenarios that are not here"
        ),
        "left-out.stopped": Text(ja="中断 {count} 件", en="{count} stopped"),
        "left-out.unfinished": Text(ja="途中 {count} 件", en="{count} unfinished"),
        "left-out.damaged": Text(ja="読み取れない {count} 件", en="{count} unreadable"),
        "means": Text(ja="平均", en="Means"),
        "mean": Text(
            ja="{name}  {before} → {after}（{moved}）  上がる {higher}、下がる {lower}、{count} 件",
            en="{name}  {before} → {after} ({moved})  {higher} higher, {lower} lower, of {count}",
        ),
        "bands": Text(ja="合計の分布（いま → 新しい規則）", en="Totals in bands (now → proposed)"),
        "passes": Text(ja="合格 {before} → {after}", en="Passed: {before} → {after}"),
        "newly-passed": Text(ja="新たに合格 {count} 件", en="Newly passing: {count}"),
        "newly-failed": Text(ja="新たに不合格 {count} 件", en="Newly failing: {count}"),
        "largest": Text(ja="変化の大きい応対", en="Largest changes"),
        "contact": Text(
            ja="{session}  {scenario}  {trainee}  {before} → {after}",
            en="{session}  {scenario}  {trainee}  {before} → {after}",
        ),
        "gate-new": Text(ja="関門に当たる: {name}", en="gate falls: {name}"),
        "gate-gone": Text(ja="関門に当たらなくなる: {name}", en="gate no longer falls: {name}"),
        "criteria": Text(
            ja="評価項目ごとの変化（返答の点を足したもの）",
            en="By criterion (points of all replies of a contact together)",
        ),
        "criterion": Text(
            ja="{title}  {count} 件で平均 {points}", en="{title}  {points} on average in {count}"
        ),
        "more": Text(ja="ほか {count} 件", en="and {count} more"),
        "unchanged": Text(
            ja="保存された記録は何も変えていません。",
            en="Nothing that is stored has been changed.",
        ),
        "to-adopt": Text(
            ja="採用するには、同じ指定に --adopt --reason 理由 を付けてください。",
            en="To adopt them, give the same options with --adopt --reason TEXT.",
        ),
        "interrupted": Text(
            ja="中断しました。{done}/{count} 件まで済んでいます。もう一度実行すると続きから始まります。",
            en="Interrupted with {done} of {count} done. The next run goes on from there.",
        ),
        # ---------------------------------------------------------------- decided
        "now-adopted": Text(
            ja="採用しました。これからの採点に使います: {rubric}。これまでの採点結果はそのままです。",
            en="Adopted: from now on contacts are judged by {rubric}. Earlier scorecards stay as they are.",
        ),
        "now-reverted": Text(
            ja="付属の規則に戻しました: {rubric}。これまでの採点結果はそのままです。",
            en="Back to the program's own rules: {rubric}. Earlier scorecards stay as they are.",
        ),
        "nothing-to-revert": Text(
            ja="付属の規則のままです。戻すものはありません。",
            en="The program's own rules are in force already; there is nothing to go back from.",
        ),
        "needs-files": Text(
            ja="採用するファイルを --rubric か --handbook で指定してください。",
            en="Name the files to adopt with --rubric or --handbook.",
        ),
    }
)
