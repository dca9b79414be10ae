"""The words of programmes: where one stands, what comes next, and what does not count."""

from __future__ import annotations

from scenarios.language import Text
from simulator.words import Words
from simulator.words.shared import INTENSITIES, LANGUAGE_NAMES

__all__ = ["PROGRAMME"]

PROGRAMME = Words(
    {
        "head": Text(
            ja="{title}（{id}、第{version}版）　応対の言語: {spoken}",
            en="{title} ({id}, version {version})   contacts in {spoken}",
        ),
        **LANGUAGE_NAMES,
        "step.done": Text(
            ja="済み　　{id}　{title}（{date}）", en="done      {id}: {title} ({date})"
        ),
        "step.open": Text(ja="いま　　{id}　{title}", en="open now  {id}: {title}"),
        "step.waiting": Text(
            ja="待ち　　{id}　{title}（{date} から）", en="waits     {id}: {title} (from {date})"
        ),
        "step.locked": Text(
            ja="まだ　　{id}　{title}（先に: {needs}）",
            en="locked    {id}: {title} (first: {needs})",
        ),
        "rule.read": Text(ja="読むページです。", en="A page to read."),
        "rule.end": Text(
            ja="{mode}・当たりの強さ：{intensity}。{names} のうち {count} 件を最後まで応対する。",
            en="{mode}, customer {intensity}. Play to the end: {count} of {names}.",
        ),
        "rule.score": Text(
            ja="{mode}・当たりの強さ：{intensity}。{names} のうち {count} 件で、{marks}。",
            en="{mode}, customer {intensity}. In {count} of {names}: {marks}.",
        ),
        "rule.total": Text(ja="合計{score}点以上", en="a total of {score} or more"),
        "rule.each": Text(ja="どの軸も{each}点以上", en="{each} or more in each dimension"),
        "rule.gate": Text(ja="重大な違反なし", en="no grave breach"),
        "rule.and": Text(ja="、", en=", "),
        "hints.limited": Text(
            ja="助言は 1 件に {count} 度まで。", en="At most {count} hints a contact."
        ),
        "hints.none": Text(ja="助言なし。", en="No hints."),
        "passed": Text(
            ja="合格: {scenario}　{score}（{date}）", en="passed: {scenario}, {score} ({date})"
        ),
        "short": Text(
            ja="数えなかったもの: {scenario}　{score}（{why}）",
            en="did not count: {scenario}, {score} ({why})",
        ),
        "score": Text(ja="{total}点", en="{total} points"),
        "score.none": Text(ja="点数なし", en="no score"),
        "score.ruled": Text(ja="{score}・リーダーの判断", en="{score} as a team lead decided"),
        "short.mode": Text(ja="助けの多いモードだった", en="played in a mode with more help"),
        "short.intensity": Text(ja="当たりが弱かった", en="the customer was set milder"),
        "short.hints": Text(ja="助言を使いすぎた", en="too many hints"),
        "short.score": Text(ja="合計が届かなかった", en="the total was too low"),
        "short.each": Text(ja="届かない軸があった", en="one dimension was too low"),
        "short.gate": Text(ja="重大な違反があった", en="a grave breach"),
        "short.ruling": Text(
            ja="リーダーが合格としなかった", en="a team lead decided that it is no pass"
        ),
        "left": Text(ja="あと {count} 件: {names} から", en="still {count}, from: {names}"),
        "missing": Text(
            ja="いまここにないシナリオ: {names}（消されたか、パックが指定されていません）",
            en="scenarios that are not here now: {names} (removed, or their pack was not named)",
        ),
        "stuck": Text(
            ja="残りのシナリオが足りず、ここではこのステップを終えられません。リーダーに知らせてください。",
            en="Too few scenarios are left: this step cannot be finished here. Tell your team lead.",
        ),
        **INTENSITIES,
        "next.read": Text(
            ja="次: 「{title}」を読む　→ supportdojo programme read {id}/{step}",
            en="Next: read “{title}” → supportdojo programme read {id}/{step}",
        ),
        "next.play": Text(
            ja="次: {scenario} に応対する（{mode}・当たりの強さ：{intensity}）　→ supportdojo programme next {id}",
            en="Next: answer {scenario} ({mode}, customer {intensity}) → supportdojo programme next {id}",
        ),
        "next.resume": Text(
            ja="次: 途中になっている {scenario} を続ける　→ supportdojo programme next {id}",
            en="Next: go on with {scenario}, which is not finished → supportdojo programme next {id}",
        ),
        "next.wait": Text(
            ja="次のステップは {date} から始められます。", en="The next step opens on {date}."
        ),
        "next.none": Text(
            ja="いまできることはありません。", en="There is nothing that can be done now."
        ),
        "finished": Text(
            ja="すべて終わりました。修了の記録は supportdojo certificate {id} --out ファイル.html",
            en="All of it is done. For the certificate: supportdojo certificate {id} --out FILE.html",
        ),
        "noted": Text(
            ja="「{title}」を読んだと記録しました。", en="Noted that “{title}” was read."
        ),
        "read-before": Text(
            ja="「{title}」は {date} に読んでいます。", en="“{title}” was read on {date}."
        ),
        "list.line": Text(ja="{id}　{title}", en="{id}: {title}"),
        "list.more": Text(
            ja="どれかを選んでください: supportdojo programme ID",
            en="Choose one of them: supportdojo programme ID",
        ),
        "which": Text(
            ja="プログラムが複数あります。ID を付けてください: {known}",
            en="There are several programmes. Name one of: {known}.",
        ),
        "unknown": Text(
            ja="「{value}」というプログラムはありません。あるもの: {known}",
            en="There is no programme '{value}'. There are: {known}.",
        ),
        "unknown-near": Text(
            ja="「{value}」というプログラムはありません。「{close}」のことでしょうか。あるもの: {known}",
            en="There is no programme '{value}'. Did you mean '{close}'? There are: {known}.",
        ),
        "no-step": Text(
            ja="「{programme}」に「{value}」というステップはありません。読むステップ: {known}",
            en="'{programme}' has no step '{value}'. Its pages are: {known}.",
        ),
        "no-step-near": Text(
            ja="「{programme}」に「{value}」というステップはありません。「{close}」のことでしょうか。",
            en="'{programme}' has no step '{value}'. Did you mean '{close}'?",
        ),
        "not-a-page": Text(
            ja="「{value}」は応対するステップです。supportdojo programme next {id} で始めてください。",
            en="'{value}' is a step to play. Begin it with: supportdojo programme next {id}",
        ),
        "needs-step": Text(
            ja="どのステップを読むかを書いてください: {known}",
            en="Name the step to read: {known}.",
        ),
        "too-many": Text(
            ja="書き方: supportdojo programme [ID]、programme read [ID/]ステップ、programme next [ID]",
            en="Write: supportdojo programme [ID], programme read [ID/]STEP, or programme next [ID]",
        ),
        "read-first": Text(
            ja="次はページを読むステップです: supportdojo programme read {step}",
            en="The next step is a page to read: supportdojo programme read {step}",
        ),
    }
)
