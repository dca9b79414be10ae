"""The words of the commands for people who write scenarios."""

from __future__ import annotations

from scenarios.language import Text
from simulator.words import Words

__all__ = ["TOOLS"]

TOOLS = Words(
    {
        "packs.built-in": Text(ja="内蔵", en="built-in"),
        "packs.head": Text(
            ja="{name}　シナリオ {count} 件{more}",
            en="{name}: {count} {scenarios}{more}",
        ),
        "packs.own": Text(ja="自分の研修プログラム", en="own programmes"),
        "packs.own-head": Text(ja="{name}　{count} 件{more}", en="{name}: {count}{more}"),
        "packs.scenarios-1": Text(ja="", en="scenario"),
        "packs.scenarios": Text(ja="", en="scenarios"),
        "packs.package": Text(ja="（パッケージ {package}）", en=" (package {package})"),
        "packs.problems": Text(ja="　問題 {count} 件", en=", problems: {count}"),
        "quote": Text(ja="「{text}」", en="“{text}”"),
        "outcome.good": Text(ja="よい", en="good"),
        "outcome.fair": Text(ja="まずまず", en="fair"),
        "outcome.poor": Text(ja="よくない", en="poor"),
        "explore.head": Text(
            ja="{scenario}　段階 {stages}、反応 {reactions}、結末 {endings}、隠れた事実 {hidden}、台詞 {lines}",
            en="{scenario}: stages {stages}, reactions {reactions}, endings {endings}, hidden facts {hidden}, lines {lines}",
        ),
        "explore.ending": Text(
            ja="結末 {ending}（{outcome}）への近道", en="shortest way to {ending} ({outcome})"
        ),
        "explore.variant": Text(
            ja="　シード {seed}、強さ {intensity} のとき",
            en=", with seed {seed}, intensity {intensity}",
        ),
        "explore.sound": Text(
            ja="シナリオ {count} 件をすべてたどりました。問題はありません。",
            en="Scenarios walked through: {count}. Nothing was found.",
        ),
        "explore.found": Text(
            ja="シナリオ {count} 件をたどり、問題が {found} 件見つかりました。",
            en="Scenarios walked through: {count}. Found: {found}.",
        ),
        "graph.quote": Text(ja="「{text}」", en="“{text}”"),
        "graph.ending": Text(ja="{name}（{title}・{outcome}）", en="{name} ({title}; {outcome})"),
        "graph.event": Text(ja="出来事 {name}", en="event {name}"),
        "graph.after": Text(ja="操作 {action} の後", en="after {action}"),
        "graph.always": Text(ja="条件がそろったとき", en="as soon as it holds"),
        "graph.more": Text(ja=" ほか{count}", en=" +{count} more"),
        "graph.any-of": Text(ja="、", en=", "),
        "graph.or": Text(ja=" か ", en=" or "),
        "graph.and": Text(ja=" かつ ", en=" and "),
        "graph.then": Text(ja="; ", en="; "),
        "graph.when": Text(ja="when {what}", en="when {what}"),
        "graph.unless": Text(ja="unless {what}", en="unless {what}"),
        "graph.once": Text(ja="一度だけ", en="once"),
        "graph.passed": Text(ja=" ({count}件)", en=" ({count})"),
        "graph.everywhere": Text(ja="どの段階でも", en="at every stage"),
        "graph.by.close": Text(ja="担当者が終えたとき", en="when the agent closes"),
        "graph.by.hand-over": Text(ja="責任者に引き継いだとき", en="when it is handed over"),
        "graph.by.leave": Text(
            ja="お客様が怒って去ったとき", en="when the customer leaves in anger"
        ),
        "graph.by.abandon": Text(
            ja="応対が途切れたとき", en="when it breaks off: silence, or cut off"
        ),
        "graph.by.procedure": Text(ja="手順で終えたとき", en="when it is ended by the procedure"),
        "graph.replayed": Text(ja="{count} 件たどりました…", en="{count} contacts replayed..."),
        "graph.counted": Text(
            ja="保存された応対 {count} 件の数です。", en="Contacts counted: {count}."
        ),
        "graph.counted-some": Text(
            ja="保存された応対 {count} 件の数です。以前の版の {left} 件は数えていません。",
            en="Contacts counted: {count}. Left out, because of an earlier version: {left}.",
        ),
        "coverage.all": Text(ja="すべて", en="all"),
        "coverage.more": Text(ja=" ほか{count}", en=" +{count} more"),
        "coverage.scenarios": Text(ja="シナリオ {count} 件", en="Scenarios: {count}"),
        "coverage.clauses": Text(
            ja="応対規程（その条項を扱うシナリオの数）",
            en="Handbook (scenarios in which a clause is at stake)",
        ),
        "coverage.acts": Text(
            ja="発話行為（それを待つシナリオと、含むお手本の数）",
            en="Dialogue acts (scenarios that wait for one, exemplars with it)",
        ),
        "coverage.act": Text(ja="", en=""),
        "coverage.heard": Text(ja="シナリオ", en="scenarios"),
        "coverage.in.ja": Text(ja="日本語", en="ja"),
        "coverage.in.en": Text(ja="英語", en="en"),
        "coverage.types": Text(ja="用件の種類: {category}", en="Types: {category}"),
        "coverage.skills": Text(ja="身に付く力", en="Skills"),
        "coverage.channels": Text(ja="チャネル", en="Channels"),
        "coverage.whole": Text(
            ja="条項、発話行為、十六の種類、チャネルのすべてに、練習するシナリオがあります。",
            en="Every clause, act, channel and each of the sixteen types is exercised somewhere.",
        ),
        "coverage.no-clauses": Text(
            ja="どのシナリオも扱わない条項: {names}",
            en="Clauses that no scenario is about: {names}",
        ),
        "coverage.no-acts.ja": Text(
            ja="日本語でどこにも出てこない発話行為: {names}",
            en="Acts exercised nowhere in Japanese: {names}",
        ),
        "coverage.no-acts.en": Text(
            ja="英語でどこにも出てこない発話行為: {names}",
            en="Acts exercised nowhere in English: {names}",
        ),
        "coverage.no-types": Text(
            ja="シナリオのない種類: {names}", en="Types without a scenario: {names}"
        ),
        "coverage.no-channels": Text(
            ja="シナリオのないチャネル: {names}", en="Channels without a scenario: {names}"
        ),
        "test.name": Text(ja="お手本", en="exemplar"),
        "test.total": Text(ja="合計", en="total"),
        "test.empathy": Text(ja="共感", en="empathy"),
        "test.policy": Text(ja="規程", en="policy"),
        "test.resolution": Text(ja="解決", en="resolution"),
        "test.short-resolution": Text(ja="解決", en="resol."),
        "test.verdict": Text(ja="判定", en=""),
        "test.ending": Text(ja="結末", en="ending"),
        "test.fits": Text(ja="○", en="ok"),
        "test.misses": Text(ja="×外れ", en="FAIL"),
        "test.none": Text(ja="お手本がまだありません", en="no exemplars yet"),
        "test.miss-score": Text(
            ja="{name}が {got} です（幅は {wanted}）", en="{name} is {got}, should be {wanted}"
        ),
        "test.miss-ending": Text(
            ja="結末が「{got}」になりました（想定: {wanted}）",
            en="ended with '{got}', should be {wanted}",
        ),
        "test.miss-passed-true": Text(
            ja="不合格になりました（合格のはず）", en="failed, but should pass"
        ),
        "test.miss-passed-false": Text(
            ja="合格になりました（不合格のはず）", en="passed, but should fail"
        ),
        "test.miss-gate": Text(
            ja="関門「{wanted}」に掛かりません（掛かったもの: {got}）",
            en="the gate '{wanted}' did not fall (fallen: {got})",
        ),
        "test.miss-step": Text(ja="手順 {step}: {got}", en="step {step}: {got}"),
        "test.miss-file": Text(ja="読めません（下の一覧）", en="cannot be read, see below"),
        "test.miss-name": Text(ja="ファイル名が違います（下の一覧）", en="is misnamed, see below"),
        "test.nothing": Text(
            ja="お手本がないので、何も確かめていません。",
            en="There are no exemplars, so nothing was tested.",
        ),
        "test.passed": Text(
            ja="お手本 {count} 件、すべて幅に収まりました。",
            en="Exemplars: {count}, all within their bands.",
        ),
        "test.failed": Text(
            ja="お手本 {count} 件のうち {failed} 件が外れました。",
            en="Exemplars: {count}, out of their bands: {failed}.",
        ),
    }
)
