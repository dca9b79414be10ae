"""The words of the commands that check and make scenario files."""

from __future__ import annotations

from scenarios.language import Text
from simulator.words import Words

__all__ = ["WRITING"]

WRITING = Words(
    {
        "validate.clean": Text(
            ja="{files} 件のファイルを調べました。問題はありません。",
            en="Files checked: {files}. No problems.",
        ),
        "validate.found": Text(
            ja="{files} 件のファイルを調べ、{bad} 件に合わせて {count} 件の問題がありました。",
            en="Files checked: {files}. Problems: {count}, in {bad} of them.",
        ),
        "validate.more": Text(
            ja="くわしくは supportdojo explain {code}",
            en="For more: supportdojo explain {code}",
        ),
        "validate.hints": Text(
            ja="ほかに、注意が {count} 件あります。直さなくても使えます。",
            en="Hints: {count}. They keep nothing from being used.",
        ),
        "cues.never": Text(
            ja="何も残りません（聞こえることがありません）", en="nothing: it is never heard"
        ),
        "cues.as-written": Text(
            ja="{kept}（書いたとおりのとき）", en="{kept}, just as it is written"
        ),
        "cues.in-order": Text(ja="{kept}（この順のとき）", en="{kept}, in this order"),
        "cues.any-order": Text(ja="{kept}", en="{kept}"),
        "cues.denies": Text(ja="［打ち消し］", en=" [denied]"),
        "cues.also": Text(
            ja="これも聞こえる言い方: 「{cue}」（{topic}）",
            en="also heard in '{cue}' ({topic})",
        ),
        "cues.more": Text(ja="ほかに {count} 件", en="and in {count} more"),
        "new.intro": Text(
            ja="新しいシナリオを作ります。Enter だけで [ ] の内容になります。やめるには Ctrl-C。",
            en="A new scenario. Enter takes what is in brackets; Ctrl-C stops and writes nothing.",
        ),
        "new.id": Text(
            ja="id（フォルダー名。英小文字・数字・-）", en="Id (the folder's name: a-z, 0-9, -)"
        ),
        "new.type": Text(ja="苦情の種類", en="Type of complaint"),
        "new.channel": Text(
            ja="チャネル（phone 電話、chat チャット、email メール、visit 対面）",
            en="Channel (phone, chat, email or visit)",
        ),
        "new.title": Text(ja="題名", en="Title"),
        "new.customer": Text(ja="お客様の名前", en="The customer's name"),
        "new.says": Text(ja="お客様の最初のひとこと", en="What the customer says first"),
        "new.need": Text(
            ja="本当に困っていること（尋ねられたときのお客様の言葉で）",
            en="The real need (in the customer's words, when asked)",
        ),
        "new.offer": Text(
            ja="申し出てよいこと（担当者の言葉で）", en="What may be offered (in the agent's words)"
        ),
        "new.deed": Text(ja="そのための手元の操作", en="The desk action that carries it out"),
        "new.limit": Text(
            ja="約束してはいけないこと（担当者が言いそうな言葉で）",
            en="What must not be promised (as an agent might say it)",
        ),
        "new.in-ja": Text(ja="{question}（日本語）", en="{question}, in Japanese"),
        "new.in-en": Text(ja="{question}（英語）", en="{question}, in English"),
        "new.not-one": Text(
            ja="「{value}」は選べません。選べるもの: {choices}",
            en="'{value}' is none of them. Choose one of: {choices}",
        ),
        "new.close": Text(ja="「{close}」のことですか。", en="Did you mean '{close}'?"),
        "new.bad-id": Text(
            ja="「{value}」は id に使えません。英小文字・数字・「-」「_」で 64 文字まで、英小文字か数字で始めてください。",
            en="'{value}' cannot be an id. Use small letters, digits, - and _, at most 64, starting with a letter or digit.",
        ),
        "new.reserved": Text(
            ja="「{value}」は id に使えません。Windows が装置のために取ってある名前で、フォルダーに付けられません。「{value}-1」のような別の id にしてください。",
            en="'{value}' cannot be an id: Windows keeps that name for a device, and no folder may bear it. Choose another, such as '{value}-1'.",
        ),
        "new.folder": Text(
            ja="「{value}」は id に使えません。パックの中で、シナリオではないファイルを入れるフォルダーの名前です。「{value}-1」のような別の id にしてください。",
            en="'{value}' cannot be an id: a pack keeps other files in the folder of that name. Choose another, such as '{value}-1'.",
        ),
        "new.taken": Text(
            ja="「{value}」というシナリオはもうあります。別の id にしてください。",
            en="There is a scenario '{value}' already. Choose another id.",
        ),
        "new.exists": Text(
            ja="{path} はもうあります。上書きはしません。",
            en="{path} is there already. Nothing is overwritten.",
        ),
        "new.not-written": Text(
            ja="{path} に書けません: {reason}", en="Cannot write to {path}: {reason}"
        ),
        "new.ended": Text(
            ja="質問の途中で入力が終わりました。すべて既定の内容でよければ --yes を付けてください。",
            en="The input ended before all questions were answered. With --yes all defaults are taken.",
        ),
        "new.made": Text(ja="{path} を作りました。", en="Made {path}."),
        "new.next": Text(
            ja="話しかける　 supportdojo try {path}\n確かめる　　 supportdojo validate {path}\nお手本の点　 supportdojo test {path}\n抜けを探す　 supportdojo explore {path}\n演じる　　　 supportdojo play {id} --pack {pack}",
            en="talk to it:   supportdojo try {path}\ncheck it:     supportdojo validate {path}\ntest it:      supportdojo test {path}\nfind gaps:    supportdojo explore {path}\nplay it:      supportdojo play {id} --pack {pack}",
        ),
        "new.out-of-band": Text(
            ja="お手本 {name} は、まだ狙いの点になりません。topics の cues に短い言い方を足し、supportdojo test {path} で確かめてください。",
            en="The exemplar {name} does not score as it should yet. Add short cues to the topics and look at 'supportdojo test {path}'.",
        ),
        "test.refused": Text(
            ja="手順 {step}: 手元で「{action}」が通りませんでした。{why}",
            en="step {step}: the desk refused '{action}'. {why}",
        ),
        "test.broken": Text(ja="破った決まり: {rules}", en="rules broken: {rules}"),
        "test.look": Text(
            ja="点の内訳を返答ごとに見るには: supportdojo demo {id} --exemplar {kind} --lang {spoken}{pack}",
            en="To see where the points went: supportdojo demo {id} --exemplar {kind} --lang {spoken}{pack}",
        ),
        "test.left-out": Text(
            ja="英語のお手本 {count} 件は演じていません。--lang を外すと、両方の言語を演じます。",
            en="Japanese exemplars left out: {count}. Without --lang both languages are played.",
        ),
        "explain.wrong": Text(ja="まちがい", en="Wrong"),
        "explain.right": Text(ja="正しい", en="Right"),
        "explain.do": Text(ja="直し方", en="What to do"),
        "explain.file.exemplar": Text(ja="お手本のファイル", en="in an exemplar"),
        "explain.file.persona": Text(ja="顧客像のファイル", en="in a persona's file"),
        "explain.file.handbook": Text(ja="handbook.yaml", en="in handbook.yaml"),
        "explain.file.programme": Text(ja="プログラムのファイル", en="in a programme's file"),
        "explain.file.shop": Text(ja="shop.yaml", en="in shop.yaml"),
        "explain.file.rubric": Text(ja="評価基準のファイル", en="in a rubric's file"),
        "explain.unknown": Text(
            ja="「{code}」という番号はありません。",
            en="There is no code '{code}'.",
        ),
        "explain.close": Text(ja="「{code}」のことですか。", en="Did you mean {code}?"),
        "explain.list": Text(
            ja="supportdojo explain だけで一覧が見られます。",
            en="'supportdojo explain' lists them all.",
        ),
    }
)
