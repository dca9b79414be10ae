"""The words of certificates: the page, and what verifying one found."""

from __future__ import annotations

from scenarios.language import Text
from simulator.words import Words
from simulator.words.shared import MODES

__all__ = ["CERTIFICATE"]

CERTIFICATE = Words(
    {
        "title": Text(ja="研修プログラム修了の記録", en="Record of a finished programme"),
        "subtitle": Text(
            ja="supportdojo でのクレーム応対の練習",
            en="Practice in answering complaints, with supportdojo",
        ),
        "login": Text(ja="登録名: {login}", en="login: {login}"),
        "statement": Text(
            ja="「{title}」（第{version}版）のすべてのステップを終えました。応対の言語: {spoken}。発行日: {date}",
            en="has done all steps of “{title}” (version {version}). Contacts in {spoken}. Issued on {date}.",
        ),
        "done": Text(ja="行ったこと", en="What was done"),
        "head.scenario": Text(ja="お客様", en="customer"),
        "head.date": Text(ja="日付", en="date"),
        "head.mode": Text(ja="モード", en="mode"),
        "head.total": Text(ja="合計", en="total"),
        "head.empathy": Text(ja="共感", en="empathy"),
        "head.policy": Text(ja="規程", en="policy"),
        "head.resolution": Text(ja="解決", en="resolution"),
        "head.hints": Text(ja="助言", en="hints"),
        "mode": Text(ja="{mode}・{intensity}", en="{mode}, {intensity}"),
        **MODES,
        "step.read": Text(ja="ページを読んだ日: {date}", en="page read on {date}"),
        "step.played": Text(
            ja="求められたこと: シナリオ {count} 種類で、{asked}。最後まで応対した回数: {attempts}",
            en="asked for: in {count}, {asked}. Contacts played to the end: {attempts}",
        ),
        "step.to-the-end": Text(
            ja="求められたこと: シナリオ {count} 種類を最後まで。最後まで応対した回数: {attempts}",
            en="asked for: {count}, played to the end. Contacts played to the end: {attempts}",
        ),
        "not-said": Text(ja="この記録から分からないこと", en="What this does not say"),
        "ruled": Text(ja="{title} ※", en="{title} *"),
        "not.ruled": Text(
            ja="※ の応対は、チームリーダーが評価を改めています。点数は規則によるもので、その判断は含みません。",
            en="Where there is a *, a team lead changed the assessment. The scores are those of the rules, without that decision.",
        ),
        "not.real": Text(
            ja="相手は台本で動くお客様です。実際のお客様への応対を見たものではありません。資格でもありません。",
            en="The customers followed a script. It was not seen how this person answers real customers, and this is no qualification.",
        ),
        "not.rated": Text(
            ja="点数（0〜100）はプログラムの規則によるものです。その物差しは言語モデルの評価に合わせたもので、応対の経験者による評価ではありません。",
            en="Scores (0 to 100) come from the program's rules. Their yardstick was rated by language models, not by support staff.",
        ),
        "not.watched": Text(
            ja="誰が入力したかは確かめていません。監督者のいる試験ではありません。",
            en="Nobody watched who was typing. It was not an examination under supervision.",
        ),
        "not.key": Text(
            ja="署名の鍵は、発行したコンピューターにあります。署名が示すのは、発行後に書き換えられていないことだけです。",
            en="The key of the signature is on the computer that issued this. A sound signature shows that nothing was changed since, and no more.",
        ),
        "not.others": Text(
            ja="載せたのは合格に数えた応対だけです。届かなかった応対は回数にだけ含まれ、中断とやり直しは含まれません。",
            en="Only contacts that counted are listed. Those that fell short are in the number played; stopped and redone ones are not.",
        ),
        "check": Text(ja="確かめ方", en="How to check it"),
        "check.how": Text(
            ja="このファイル（印刷したものではなく）を supportdojo verify ファイル名 で確かめられます。発行した人から鍵の指紋を別の方法で聞き、下のものと見比べてください。",
            en="Run supportdojo verify on this file (not on a print of it). Ask whoever issued it for the fingerprint of their key by another way, and compare.",
        ),
        "check.key": Text(ja="鍵の指紋（Ed25519）:", en="Key fingerprint (Ed25519):"),
        "check.signature": Text(ja="署名:", en="Signature:"),
        "check.programme": Text(
            ja="プログラムのファイル（SHA-256）:", en="Programme file (SHA-256):"
        ),
        "check.versions": Text(ja="採点の版:", en="Scored with:"),
        # ------------------------------------------------------------ the commands
        "written": Text(
            ja="修了の記録を {path} に書きました。鍵の指紋: {fingerprint}",
            en="The certificate is in {path}. Key fingerprint: {fingerprint}",
        ),
        "not-finished": Text(
            ja="「{programme}」は{spoken}ではまだ終わっていないので、修了の記録は作れません。残り:",
            en="'{programme}' is not finished in {spoken}, so there is no certificate yet. What is missing:",
        ),
        "not-written": Text(
            ja="{path} に書けません（{reason}）。", en="{path} cannot be written ({reason})."
        ),
        "exists": Text(
            ja="{path} はすでにあります。別の名前を指定してください。",
            en="{path} is already there. Choose another name.",
        ),
        "unreadable": Text(
            ja="{path} を読めません（{reason}）。", en="{path} cannot be read ({reason})."
        ),
        "too-large": Text(
            ja="{path} は大きすぎます（最大 {limit} バイト）。修了の記録ではありません。",
            en="{path} is too large (at most {limit} bytes) to be a certificate.",
        ),
        "no-certificate": Text(
            ja="{path} に修了の記録が見つからないか、壊れています。",
            en="{path} holds no certificate, or a damaged one.",
        ),
        "newer": Text(
            ja="{path} は新しい版の supportdojo で作られています。更新してから確かめてください。",
            en="{path} was made by a newer version of supportdojo. Update and check again.",
        ),
        "verify.who": Text(
            ja="{name}（{login}）　{title}、第{version}版　発行 {date}",
            en="{name} ({login}): {title}, version {version}, issued {date}",
        ),
        "verify.signature-ok": Text(ja="署名: 正しい", en="signature: valid"),
        "verify.signature-bad": Text(
            ja="署名: 合いません。内容が発行後に変わっています。",
            en="signature: NOT valid; what it states was changed after it was issued",
        ),
        "verify.key-own": Text(
            ja="鍵: {fingerprint}（このコンピューターの鍵）",
            en="key: {fingerprint} (this computer's)",
        ),
        "verify.key-other": Text(
            ja="鍵: {fingerprint}（このコンピューターの鍵ではありません。発行した人に指紋を確かめてください）",
            en="key: {fingerprint} (not this computer's: ask whoever issued it for theirs)",
        ),
        "verify.page-ok": Text(
            ja="ページの文面: 署名された内容のとおり", en="page: says what was signed"
        ),
        "verify.page-bad": Text(
            ja="ページの文面: 署名された内容と違います。文面を信用しないでください。",
            en="page: does NOT say what was signed; do not rely on what it shows",
        ),
        "verify.session": Text(
            ja="  {session}　{scenario}　{what}", en="  {session}  {scenario}: {what}"
        ),
        "found.unchanged": Text(
            ja="ここにあり、変わっていません。採点し直しても同じです。",
            en="here, unchanged, scored again alike",
        ),
        "found.not-rescored": Text(
            ja="ここにあり、変わっていません。シナリオか採点の版が変わったので採点し直せません。",
            en="here, unchanged; not scored again, since the scenario or the rules have changed",
        ),
        "found.score": Text(
            ja="ここにありますが、採点し直すと点が違います。",
            en="here, but scored again it does NOT come out alike",
        ),
        "found.changed": Text(ja="ここにあるものと違います。", en="is here with OTHER contents"),
        "found.absent": Text(ja="ここにはありません。", en="not here"),
        "verify.sound": Text(ja="結果: 問題は見つかりませんでした。", en="Result: sound."),
        "verify.sound-alone": Text(
            ja="結果: 署名と文面に問題はありません。ここにない応対は確かめていません（{count} 件）。",
            en="Result: signature and page are sound. Contacts that are not here were not checked: {count}.",
        ),
        "verify.unsound": Text(ja="結果: 信用できません。", en="Result: NOT sound."),
    }
)
