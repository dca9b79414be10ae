"""The words of commands for people, the audit log and moving data, in both languages."""

from __future__ import annotations

from scenarios.language import Text
from simulator.words import Words

__all__ = ["TEAM"]

TEAM = Words(
    {
        "role.trainee": Text(ja="受講者", en="trainee"),
        "role.lead": Text(ja="リーダー", en="lead"),
        "role.author": Text(ja="作り手", en="author"),
        "people.line": Text(ja="{login}  {name}  {role}", en="{login}  {name}  {role}"),
        "people.out": Text(ja="（利用停止）", en="(shut out)"),
        "people.none": Text(
            ja="まだ誰も登録されていません。supportdojo people add ログイン名 で登録します。",
            en="Nobody is registered yet. Add somebody with: supportdojo people add LOGIN",
        ),
        "people.owner": Text(
            ja="このほかに、データの持ち主の「{login}」もリーダーです（登録はされていません）。",
            en="Besides, '{login}' is a lead as the owner of the data, without being registered.",
        ),
        "people.needs": Text(
            ja="ログイン名を書いてください（supportdojo people {what} ログイン名）。",
            en="Name a login (supportdojo people {what} LOGIN).",
        ),
        "people.needs-value": Text(
            ja="新しい値も書いてください（supportdojo people {what} ログイン名 値）。",
            en="Name the new value, too (supportdojo people {what} LOGIN VALUE).",
        ),
        "people.added": Text(ja="登録しました: {login}（{role}）", en="Added {login} ({role})."),
        "people.changed": Text(
            ja="変更しました: {login}　{name}　{role}", en="Changed: {login}, {name}, {role}."
        ),
        "people.shut-out": Text(
            ja="{login} は、もう入れません。記録は残っています。",
            en="{login} can no longer come in. What they did is kept.",
        ),
        "people.readmitted": Text(
            ja="{login} は利用停止でしたが、これで再び入れます。",
            en="{login} was shut out, and can come in again with this.",
        ),
        "people.password": Text(
            ja="パスワード: {password}　（一度だけ表示します。本人に直接渡してください）",
            en="Password: {password}   (shown once; hand it over in person)",
        ),
        "people.url": Text(
            ja="本人の設定: SUPPORTDOJO_DB={url}", en="Their setting: SUPPORTDOJO_DB={url}"
        ),
        "login.ask": Text(ja="{place} のパスワード: ", en="Password for {place}: "),
        "login.done": Text(
            ja="入りました: {name}（{role}）。次からは聞きません。",
            en="You are in, {name} ({role}). You will not be asked again.",
        ),
        "forget.ask": Text(
            ja="「{login}」の応対 {sessions} 件と記録を消します。元に戻せません。続けるには yes と入力: ",
            en="This removes {sessions} contacts of '{login}' and all entries about them, for good. Type yes to go on: ",
        ),
        "forget.ask-keep": Text(
            ja="「{login}」の名前を消します（応対 {sessions} 件は匿名で残ります）。元に戻せません。続けるには yes と入力: ",
            en="This removes the name of '{login}' ({sessions} contacts stay without it), for good. Type yes to go on: ",
        ),
        "forget.needs-yes": Text(
            ja="確認できないため、何も消していません。--yes を付けると確認なしで消します。",
            en="Nobody to ask, so nothing was removed. With --yes it is done without asking.",
        ),
        "forget.kept": Text(ja="何も消していません。", en="Nothing was removed."),
        "forget.done": Text(
            ja="消しました: 応対 {sessions} 件、記録 {facts} 件。",
            en="Removed: {sessions} contacts, {facts} entries.",
        ),
        "forget.renamed": Text(
            ja="名前を消しました: 応対 {sessions} 件は「{pseudonym}」として残り、記録 {facts} 件を消しました。",
            en="The name is gone: {sessions} contacts stay as '{pseudonym}', {facts} entries were removed.",
        ),
        "forget.account": Text(ja="アカウントも消しました。", en="The account is removed, too."),
        "forget.exports": Text(
            ja="次の書き出しファイルにはこの人の記録が残っています。消すか、書き出し直してください。",
            en="These exported files still hold this person. Delete them or export anew:",
        ),
        "forget.backups": Text(
            ja="次の控えにも残っているかもしれません。要らなければ消してください。",
            en="These backups may still hold this person as well. Delete those that are not needed:",
        ),
        "audit.none": Text(ja="監査記録はまだありません。", en="The audit log is empty."),
        "audit.override": Text(ja="採点を変更", en="overruled a score"),
        "audit.override-undone": Text(ja="採点の変更を取り消し", en="took an overruling back"),
        "audit.rules-adopted": Text(ja="採点基準を変更", en="adopted rules"),
        "audit.person-added": Text(ja="人を登録", en="added a person"),
        "audit.person-renamed": Text(ja="表示名を変更", en="changed a name"),
        "audit.role-changed": Text(ja="役割を変更", en="changed a role"),
        "audit.person-shut-out": Text(ja="利用を停止", en="shut somebody out"),
        "audit.person-readmitted": Text(ja="利用を再開", en="let somebody in again"),
        "audit.forgotten": Text(ja="人の記録を消去", en="removed a person"),
        "audit.sessions-expired": Text(
            ja="保存期間を過ぎた応対を消去", en="removed contacts past their time"
        ),
        "audit.retention-set": Text(ja="保存期間を設定", en="set how long contacts are kept"),
        "audit.exported": Text(ja="書き出し", en="exported"),
        "audit.backed-up": Text(ja="控えを作成", en="made a backup"),
        "audit.scores-unproven": Text(
            ja="確かめられない採点結果を取り込み", en="took in scores that cannot be checked"
        ),
        "retention.off": Text(
            ja="応対の保存期間は決められていません（消えません）。",
            en="Contacts are kept without limit.",
        ),
        "retention.on": Text(
            ja="応対は {days} 日で消えます（supportdojo db expire で、過ぎたものを消します）。",
            en="Contacts are kept for {days} days ('supportdojo db expire' removes those past it).",
        ),
        "retention.bad": Text(
            ja="日数（1〜36500）か off を書いてください。",
            en="Give a number of days (1 to 36500), or off.",
        ),
        "expire.needs-yes": Text(
            ja="保存期間を過ぎた応対が {count} 件あります。消すときは --yes を付けてください。消した応対は戻せません。",
            en="{count} contacts are past their time. Add --yes to remove them; they cannot be had back.",
        ),
        "expire.clock": Text(
            ja="いちばん新しい応対は {newest} のものですが、このパソコンの日付は {now} です。{count} 件を消す前に、"
            "日付を確かめてください。正しければ、端末で --yes を付けずに実行してください。",
            en="The newest contact is of {newest}, and this computer says it is {now}. Check the date before"
            " {count} contacts are removed. If it is right, run this at a terminal, without --yes.",
        ),
        "expire.ask": Text(
            ja="今日は {now}、いちばん新しい応対は {newest} です。保存期間を過ぎた {count} 件を消しますか。戻せません。消すなら yes: ",
            en="Today is {now}, the newest contact is of {newest}. Remove {count} contacts past their time?"
            " They cannot be had back. Type yes: ",
        ),
        "expire.kept": Text(ja="消していません。", en="Nothing was removed."),
        "expire.done": Text(ja="{count} 件の応対を消しました。", en="Removed {count} contacts."),
        "export.done": Text(
            ja="書き出しました: {path}（応対 {sessions} 件）",
            en="Exported to {path} ({sessions} contacts).",
        ),
        "import.no-file": Text(
            ja="ファイルではないため、読みませんでした: {path}",
            en="Passed over, since it is no file: {path}",
        ),
        "import.retention": Text(
            ja="元の保存データでは応対の保存期間が {days} 日でした。ここには引き継いでいません。同じにするには: supportdojo db retention {days}",
            en="The other store keeps contacts for {days} days. That was not taken over; to have it here: supportdojo db retention {days}",
        ),
        "import.more": Text(
            ja="人 {people} 人と記録 {facts} 件も取り込みました",
            en="People taken in: {people}, entries: {facts}",
        ),
        "import.there": Text(
            ja="すでにあったもの: 応対 {sessions} 件、人 {people} 人、記録 {facts} 件",
            en="Here already: contacts {sessions}, people {people}, entries {facts}",
        ),
        "import.returned": Text(
            ja="このファイルは、ここで記録を消した人がいる前に書き出されたものです。取り込みで加わった人: {logins}。戻すべきでない人は supportdojo forget ログイン名 で消してください。",
            en="This file was written before somebody was forgotten here. Taken in of those who were not here: {logins}. Who should not be back is removed with: supportdojo forget LOGIN",
        ),
        "import.unproven": Text(
            ja="別の規則かシナリオで採点されていて、結果を確かめられない応対: {sessions}",
            en="Scored by other rules or with another scenario, so that nobody can check it here: {sessions}",
        ),
        "import.password": Text(
            ja="{login} のパスワード: {password}", en="password of {login}: {password}"
        ),
    }
)
