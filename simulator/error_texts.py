"""The wording of every error and warning, in English and in Japanese.

Both languages are written on their own, not translated from each other. A test holds that both
use the same blanks. Classes and exit codes are in `simulator.errors`; this module only words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from simulator.proposed_commands import COMMAND, program

_LONGEST_DETAIL = 300


@dataclass(frozen=True)
class ErrorText:
    """What a person reads: a short title, what happened, and what to do next."""

    title: str
    message: str
    advice: str

    def __str__(self) -> str:
        return "\n".join(part for part in (self.title, self.message, self.advice) if part)

    def in_a_line(self, language: str) -> str:
        """Message and advice as they follow one another in *language*."""
        return f"{self.message} {self.advice}" if language == "en" else self.message + self.advice


TEXTS: Mapping[str, Mapping[str, ErrorText]] = {
    "internal": {
        "en": ErrorText(
            "Something went wrong inside the program",
            "This is a fault of the program, not yours. Replies that were marked as saved are"
            " safe.",
            "Start again. If it happens twice, report it together with the log file.",
        ),
        "ja": ErrorText(
            "プログラム内部で問題が発生しました",
            "操作の誤りではなく、プログラム側の不具合です。"
            "「保存しました」と表示された返信は残っています。",
            "もう一度起動してください。繰り返す場合は、ログファイルを添えてご報告ください。",
        ),
    },
    "not-allowed": {
        "en": ErrorText(
            "Not allowed",
            "This is for team leads, or it belongs to somebody else.",
            "Ask your lead.",
        ),
        "ja": ErrorText(
            "権限がありません",
            "リーダーだけができる操作か、ほかの人の記録です。",
            "必要なときは、リーダーに相談してください。",
        ),
    },
    "person.login": {
        "en": ErrorText(
            "This login cannot be used",
            "'{login}' is not made of a-z, 0-9, dot, hyphen and underscore, from a letter on, at most"
            " 32 characters.",
            "Choose another login; the name that people read may be anything.",
        ),
        "ja": ErrorText(
            "このログイン名は使えません",
            "「{login}」は使えません。英小文字で始め、英小文字・数字・点・ハイフン・下線だけで 32 文字までにしてください。",
            "表示する名前のほうは自由に付けられます。",
        ),
    },
    "person.name": {
        "en": ErrorText(
            "This name cannot be used",
            "'{name}' holds a line end or another character that is not seen. Nothing was changed.",
            "Write the name on one line, without control characters.",
        ),
        "ja": ErrorText(
            "この名前は使えません",
            "「{name}」に、改行など目に見えない文字が入っています。何も変えていません。",
            "名前は一行で、制御文字を入れずに書いてください。",
        ),
    },
    "person.name-long": {
        "en": ErrorText(
            "The name is too long",
            "It has {count} characters; {most} are allowed. Nothing was changed.",
            "Choose a shorter one.",
        ),
        "ja": ErrorText(
            "名前が長すぎます",
            "{count} 文字あります。{most} 文字まで使えます。何も変えていません。",
            "短い名前にしてください。",
        ),
    },
    "person.role": {
        "en": ErrorText(
            "Unknown role", "There is no role '{role}'.", "Choose trainee, lead or author."
        ),
        "ja": ErrorText(
            "その役割はありません",
            "「{role}」という役割はありません。",
            "trainee（受講者）、lead（リーダー）、author（作り手）から選んでください。",
        ),
    },
    "person.exists": {
        "en": ErrorText(
            "This login is taken",
            "There is somebody with the login '{login}' already.",
            "Choose another; a login is never given twice.",
        ),
        "ja": ErrorText(
            "ログイン名が重なっています",
            "「{login}」はすでに使われています。",
            "別のログイン名にしてください。",
        ),
    },
    "person.account": {
        "en": ErrorText(
            "This login is taken on the server",
            "The database has an account '{login}' that does not belong to this program.",
            "Choose another login.",
        ),
        "ja": ErrorText(
            "サーバーで使われている名前です",
            "データベースに、このプログラムのものではない「{login}」というアカウントがあります。",
            "別のログイン名にしてください。",
        ),
    },
    "person.unknown": {
        "en": ErrorText(
            "Nobody of this login",
            "There is no '{login}' here.",
            "'supportdojo people' lists everybody.",
        ),
        "ja": ErrorText(
            "該当する人がいません",
            "「{login}」という人は登録されていません。",
            "supportdojo people で一覧が見られます。",
        ),
    },
    "person.owner": {
        "en": ErrorText(
            "Whoever owns this store is not registered",
            "'{login}' is its lead as the owner of the file, without an entry in the list of people.",
            "supportdojo people add {login} --name NAME --role lead makes one; then it can be changed.",
        ),
        "ja": ErrorText(
            "データの持ち主は登録されていません",
            "「{login}」はこのファイルの持ち主としてリーダーになっていますが、人の一覧にはありません。",
            "supportdojo people add {login} --name 名前 --role lead で登録すると、変更できます。",
        ),
    },
    "person.oneself": {
        "en": ErrorText(
            "Not yourself", "Nobody can take themselves out.", "Ask another lead to do it."
        ),
        "ja": ErrorText(
            "自分自身は消せません",
            "自分の記録を自分で消すことはできません。",
            "ほかのリーダーに頼んでください。",
        ),
    },
    "person.damaged": {
        "en": ErrorText(
            "An entry is damaged",
            "The entry of '{login}' is not what was stored.",
            "Restore a backup, or have the lead enter this person anew.",
        ),
        "ja": ErrorText(
            "記録が壊れています",
            "「{login}」の登録内容が、保存したときと違っています。",
            "控えから戻すか、リーダーが登録し直してください。",
        ),
    },
    "fact.damaged": {
        "en": ErrorText(
            "An entry is damaged",
            "Entry {fact} is not what was stored.",
            "Run 'supportdojo db check', then restore a backup.",
        ),
        "ja": ErrorText(
            "記録が壊れています",
            "記録 {fact} が、保存したときと違っています。",
            "supportdojo db check で確かめ、控えから戻してください。",
        ),
    },
    "store.gone": {
        "en": ErrorText(
            "The database does not answer",
            "The database does not answer ({path}: {detail}).",
            "Nothing that was marked as saved is lost. Wait a moment and try again.",
        ),
        "ja": ErrorText(
            "データベースにつながりません",
            "データベースにつながりません（{path}: {detail}）。",
            "保存済みのものは残っています。少し待って、もう一度お試しください。",
        ),
    },
    "store.busy": {
        "en": ErrorText(
            "The database is full of visitors",
            "{path} takes no more connections just now.",
            "Wait a moment and try again; the lead can allow more (max_connections).",
        ),
        "ja": ErrorText(
            "データベースが混み合っています",
            "{path} は、いまこれ以上の接続を受け付けません。",
            "少し待ってやり直してください。接続数の上限は max_connections で増やせます。",
        ),
    },
    "store.login": {
        "en": ErrorText(
            "The database did not let you in",
            "{path}: {detail}",
            "Run 'supportdojo login' and give the password; the lead can make you a new one.",
        ),
        "ja": ErrorText(
            "データベースに入れません",
            "{path}: {detail}",
            "supportdojo login でパスワードを入れてください。リーダーが出し直せます。",
        ),
    },
    "store.no-person": {
        "en": ErrorText(
            "You are not on the list yet",
            "{path} does not know '{login}'.",
            "Ask the lead to add you: supportdojo people add {login}.",
        ),
        "ja": ErrorText(
            "まだ登録されていません",
            "{path} に「{login}」は登録されていません。",
            "リーダーに登録を頼んでください（supportdojo people add {login}）。",
        ),
    },
    "store.shut-out": {
        "en": ErrorText(
            "Not saved: you were shut out",
            "{path} no longer lets '{login}' in. What was saved before is kept.",
            "Ask the lead.",
        ),
        "ja": ErrorText(
            "保存できませんでした（利用が停止されています）",
            "{path} は「{login}」の利用を停止しています。それまでに保存した分は残っています。",
            "リーダーに相談してください。",
        ),
    },
    "store.removed": {
        "en": ErrorText(
            "Not saved: this person was removed",
            "'{login}' was removed from {path} meanwhile, with the contacts and entries of this person.",
            "Nothing of this contact is kept. Ask the lead.",
        ),
        "ja": ErrorText(
            "保存できませんでした（登録が削除されています）",
            "{path} から「{login}」の登録が、応対や記録とともに削除されています。",
            "この応対は残りません。リーダーに相談してください。",
        ),
    },
    "store.no-database": {
        "en": ErrorText(
            "There is no such database",
            "{path}: {detail}",
            "Check SUPPORTDOJO_DB, or create the database (createdb).",
        ),
        "ja": ErrorText(
            "データベースがありません",
            "{path}: {detail}",
            "SUPPORTDOJO_DB を確かめるか、データベースを作ってください（createdb）。",
        ),
    },
    "store.not-set-up": {
        "en": ErrorText(
            "The database is not set up yet",
            "{path} has no tables of this program, and this account may not make them.",
            "The owner of the database has to run 'supportdojo people' once.",
        ),
        "ja": ErrorText(
            "データベースの準備がまだです",
            "{path} にはこのプログラムの表がなく、このアカウントでは作れません。",
            "データベースの所有者が一度 supportdojo people を実行してください。",
        ),
    },
    "store.older": {
        "en": ErrorText(
            "The database waits for its owner",
            "{path} is of an older format, and this account may not change it.",
            "The owner of the database has to start this version once.",
        ),
        "ja": ErrorText(
            "データベースの更新が必要です",
            "{path} は古い形式で、このアカウントでは更新できません。",
            "データベースの所有者が、この版を一度起動してください。",
        ),
    },
    "store.no-postgres": {
        "en": ErrorText(
            "PostgreSQL support is not installed",
            "SUPPORTDOJO_DB names a PostgreSQL database.",
            "Install it with: pip install 'supportdojo[postgres]'.",
        ),
        "ja": ErrorText(
            "PostgreSQL 用の部品がありません",
            "SUPPORTDOJO_DB に PostgreSQL のデータベースが指定されています。",
            "pip install 'supportdojo[postgres]' で入れてください。",
        ),
    },
    "store.on-server": {
        "en": ErrorText(
            "The data are on a server",
            "{path} is no file of this machine.",
            "Use the server's own tools (pg_dump), or 'supportdojo export --all'.",
        ),
        "ja": ErrorText(
            "データはサーバーにあります",
            "{path} はこの機械のファイルではありません。",
            "サーバーの道具（pg_dump）か supportdojo export --all を使ってください。",
        ),
    },
    "store.address": {
        "en": ErrorText(
            "The address of the database leads nowhere",
            "{path}: {detail}",
            "Check SUPPORTDOJO_DB: the name of the server, its port and what follows the question mark.",
        ),
        "ja": ErrorText(
            "データベースの指定では、つながりません",
            "{path}: {detail}",
            "SUPPORTDOJO_DB のサーバー名、ポート番号、? より後の指定を確かめてください。",
        ),
    },
    "store.url-at": {
        "en": ErrorText(
            "SUPPORTDOJO_DB cannot be read",
            "Its password or login seems to hold an @, / , # or ? as it is, so nobody can tell where the"
            " server's name begins. Nothing was sent anywhere.",
            "Leave the password out ('supportdojo login' keeps it), or write @ as %40, / as %2F, # as"
            " %23 and ? as %3F.",
        ),
        "ja": ErrorText(
            "SUPPORTDOJO_DB を読み取れません",
            "パスワードかログイン名に @・/・#・? がそのまま入っているようで、サーバー名がどこから始まるか分かりません。どこにも接続していません。",
            "パスワードは書かずに supportdojo login で一度だけ入力するか、@ を %40、/ を %2F、# を %23、? を %3F と書いてください。",
        ),
    },
    "store.url": {
        "en": ErrorText(
            "SUPPORTDOJO_DB cannot be used",
            "It should look like postgresql://login@host/database.",
            "Mend it, or unset it to keep the data on this machine.",
        ),
        "ja": ErrorText(
            "SUPPORTDOJO_DB の指定を読めません",
            "postgresql://ログイン名@ホスト/データベース の形で書いてください。",
            "直すか、この機械に保存する場合は指定を外してください。",
        ),
    },
    "usage": {
        "en": ErrorText("That did not work", "{detail}", "Nothing was changed."),
        "ja": ErrorText("指定内容に誤りがあります", "{detail}", "何も変更していません。"),
    },
    "drill.unknown": {
        "en": ErrorText(
            "Unknown drill",
            "There is no drill whose id begins with '{drill}'.",
            "'supportdojo drill list' lists them.",
        ),
        "ja": ErrorText(
            "ドリルが見つかりません",
            "「{drill}」で始まるドリルはありません。",
            "supportdojo drill list で一覧が見られます。",
        ),
    },
    "drill.ambiguous": {
        "en": ErrorText(
            "More than one drill",
            "Several drills begin with '{drill}': {examples}.",
            "Type more of the id.",
        ),
        "ja": ErrorText(
            "ドリルを一つに決められません",
            "「{drill}」で始まるドリルが複数あります: {examples}",
            "もう少し長く入力してください。",
        ),
    },
    "drill.title": {
        "en": ErrorText(
            "This title cannot be used",
            "A drill needs a title of at most {most} characters.",
            "Nothing was made. Choose another title.",
        ),
        "ja": ErrorText(
            "ドリルの名前を確かめてください",
            "ドリルには {most} 文字までの名前が必要です。",
            "まだ作っていません。名前を付け直してください。",
        ),
    },
    "drill.scenarios": {
        "en": ErrorText(
            "Which scenarios?",
            "A drill has from one to {most} scenarios.",
            "Nothing was made. 'supportdojo list' lists all scenarios.",
        ),
        "ja": ErrorText(
            "シナリオを選んでください",
            "ドリルには 1 から {most} 本のシナリオが必要です。",
            "まだ作っていません。supportdojo list で一覧が見られます。",
        ),
    },
    "drill.pass-mark": {
        "en": ErrorText(
            "This pass mark cannot be used",
            "'{value}' is not a whole number from {least} to {most}.",
            "Nothing was made. Leave it out to pass as the rubric has it.",
        ),
        "ja": ErrorText(
            "合格点を確かめてください",
            "「{value}」は使えません。{least} から {most} までの数字にしてください。",
            "まだ作っていません。省略すると採点基準どおりに判定します。",
        ),
    },
    "drill.attempts": {
        "en": ErrorText(
            "This number of attempts cannot be used",
            "'{value}' is not a whole number from {least} to {most}.",
            "Nothing was made. Leave it out to allow any number.",
        ),
        "ja": ErrorText(
            "回数を確かめてください",
            "「{value}」は使えません。{least} から {most} までの数字にしてください。",
            "まだ作っていません。省略すると何回でも実施できます。",
        ),
    },
    "drill.seed": {
        "en": ErrorText(
            "This seed cannot be used",
            "'{value}' is not a whole number from {least} to {most}.",
            "Nothing was made. Leave it out to have one drawn.",
        ),
        "ja": ErrorText(
            "シードを確かめてください",
            "「{value}」は使えません。{least} から {most} までの数字にしてください。",
            "まだ作っていません。省略すると自動で決まります。",
        ),
    },
    "drill.due": {
        "en": ErrorText(
            "This date cannot be read",
            "'{value}' is not a date.",
            "Write 2026-12-01 for the end of that day, or '2026-12-01 17:30'.",
        ),
        "ja": ErrorText(
            "日付を読めません",
            "「{value}」は日付として読めません。",
            "2026-12-01（その日の終わりまで）か「2026-12-01 17:30」のように書いてください。",
        ),
    },
    "drill.due-past": {
        "en": ErrorText(
            "The due date is over",
            "{due} has passed already.",
            "Nothing was made. Choose a later one, or add --late if you mean it.",
        ),
        "ja": ErrorText(
            "期限がもう過ぎています",
            "{due} は過ぎています。",
            "まだ作っていません。先の日時にするか、そのままでよければ --late を付けてください。",
        ),
    },
    "drill.not-yours": {
        "en": ErrorText(
            "This drill is not for you",
            "'{drill}' was not set for '{login}'.",
            "A lead can add you: supportdojo drill assign {drill} {login}",
        ),
        "ja": ErrorText(
            "対象になっていないドリルです",
            "「{drill}」は「{login}」さんに出ていません。",
            "リーダーに追加を頼んでください（supportdojo drill assign {drill} {login}）。",
        ),
    },
    "drill.closed": {
        "en": ErrorText(
            "This drill is closed",
            "'{drill}' was closed at {at}.",
            "Nothing was changed. What was begun before can be finished from the history.",
        ),
        "ja": ErrorText(
            "締め切られたドリルです",
            "「{drill}」は {at} に締め切られました。",
            "何も変更していません。締め切り前に始めた応対は、履歴から続けられます。",
        ),
    },
    "drill.gone": {
        "en": ErrorText(
            "A scenario of this drill is missing",
            "'{scenario}', which '{drill}' asks for, is not there any more or cannot be read.",
            "Tell your lead; 'supportdojo packs' shows where scenarios come from.",
        ),
        "ja": ErrorText(
            "ドリルのシナリオが見つかりません",
            "「{drill}」のシナリオ「{scenario}」がないか、読めません。",
            "リーダーに知らせてください。シナリオの置き場所は supportdojo packs で確かめられます。",
        ),
    },
    "drill.all-done": {
        "en": ErrorText(
            "Nothing is left to do",
            "You have passed everything in '{drill}'.",
            "To practise more, play any scenario: supportdojo play.",
        ),
        "ja": ErrorText(
            "すべて合格しています",
            "「{drill}」に残っている応対はありません。",
            "もっと練習するときは supportdojo play で好きなシナリオを選んでください。",
        ),
    },
    "drill.no-attempts": {
        "en": ErrorText(
            "No attempts are left",
            "Each scenario of '{drill}' may be played to its end {attempts} times, and you have.",
            "Your lead can set another drill; practising outside of it is always possible.",
        ),
        "ja": ErrorText(
            "もう実施できません",
            "「{drill}」は各シナリオ {attempts} 回までで、すべて使いました。",
            "続けたいときはリーダーに相談してください。ドリル以外の練習はいつでもできます。",
        ),
    },
    "drill.nothing": {
        "en": ErrorText(
            "No drill is waiting",
            "Nothing that was set for you is left to play.",
            "'supportdojo drill list' shows your drills; 'supportdojo play' plays any scenario.",
        ),
        "ja": ErrorText(
            "残っているドリルはありません",
            "あなたに出ているドリルで、まだ実施できるものはありません。",
            "一覧は supportdojo drill list、自由な練習は supportdojo play です。",
        ),
    },
    "watch.nothing-open": {
        "en": ErrorText(
            "There is no contact to follow",
            "'{session}' is not in a contact just now.",
            "Their last one was {last}; 'supportdojo watch {last}' shows it.",
        ),
        "ja": ErrorText(
            "見られる応対がありません",
            "「{session}」さんは今、応対中ではありません。",
            "最後の応対は {last} です。supportdojo watch {last} で見られます。",
        ),
    },
    "output.full": {
        "en": ErrorText(
            "The output could not be written",
            "There is no room left where it goes.",
            "Make room or write somewhere else. What was saved before is safe.",
        ),
        "ja": ErrorText(
            "出力を書き込めません",
            "出力先に空きがありません。",
            "空きを作るか、別の場所に出力してください。これまでに保存した分は無事です。",
        ),
    },
    "usage.day": {
        "en": ErrorText(
            "This is not a date", "'{value}' is no day of the calendar.", "Write it as 2026-05-04."
        ),
        "ja": ErrorText(
            "日付として読めません",
            "「{value}」という日付はありません。",
            "2026-05-04 のように書いてください。",
        ),
    },
    "usage.period": {
        "en": ErrorText(
            "The period ends before it begins",
            "--since is {since}, --until is {until}.",
            "Exchange the two, or leave one out.",
        ),
        "ja": ErrorText(
            "期間の終わりが始まりより前です",
            "--since が {since}、--until が {until} になっています。",
            "二つを入れ替えるか、どちらかを省いてください。",
        ),
    },
    "usage.drill": {
        "en": ErrorText(
            "Unknown drill",
            "There is no drill '{value}', or several begin so.",
            "Drills that there are: {known}.",
        ),
        "ja": ErrorText(
            "ドリルが見つかりません",
            "「{value}」というドリルはないか、そう始まるものがいくつもあります。",
            "あるドリル: {known}",
        ),
    },
    "report.send-hidden": {
        "en": ErrorText(
            "Names cannot be hidden from a learning record store",
            "It would take 'trainee 1' of two reports for the same person.",
            "Leave out --hide-names, or write a file with --format xapi --out FILE.",
        ),
        "ja": ErrorText(
            "名前を伏せたままでは送れません",
            "レポートごとに番号が変わるため、別の人の「研修生1」が同じ人として記録されてしまいます。",
            "--hide-names を外すか、--format xapi --out ファイル名 で書き出してください。",
        ),
    },
    "report.send-out": {
        "en": ErrorText(
            "Send or write, not both",
            "--send sends xAPI statements and writes no file.",
            "Leave out --send, or leave out --out and --format.",
        ),
        "ja": ErrorText(
            "送信と書き出しは同時にできません",
            "--send は xAPI の記録を送るだけで、ファイルは作りません。",
            "--send か、--out と --format のどちらかを外してください。",
        ),
    },
    "report.ending": {
        "en": ErrorText(
            "The form of the report is not clear",
            "{file}: this ending tells no form of a report.",
            "Give the file another one ({known}), or say the form with --format.",
        ),
        "ja": ErrorText(
            "報告書の形式が決められません",
            "{file}: この拡張子からは、報告書の形式が分かりません。",
            "拡張子を変えるか（{known}）、--format で形式を指定してください。",
        ),
    },
    "lrs.endpoint": {
        "en": ErrorText(
            "This is no address of a learning record store",
            "'{endpoint}' does not begin with http:// or https://, or is no address.",
            "Give it as https://lrs.example.com/xapi.",
        ),
        "ja": ErrorText(
            "学習記録ストア (LRS) のアドレスとして使えません",
            "「{endpoint}」は http:// か https:// で始まるアドレスではありません。",
            "https://lrs.example.com/xapi のように指定してください。",
        ),
    },
    "lrs.userinfo": {
        "en": ErrorText(
            "The address holds a name or a password",
            "On the command line others on this machine can read it.",
            "Set SUPPORTDOJO_LRS_USER and SUPPORTDOJO_LRS_PASSWORD and give the address without it.",
        ),
        "ja": ErrorText(
            "アドレスに利用者名やパスワードが入っています",
            "コマンドラインに書くと、同じパソコンのほかの利用者から見えてしまいます。",
            "環境変数 SUPPORTDOJO_LRS_USER と SUPPORTDOJO_LRS_PASSWORD に入れ、アドレスからは除いてください。",
        ),
    },
    "key.bad": {
        "en": ErrorText(
            "The signing key cannot be used",
            "{path}: {reason}.",
            "Put a copy of the key back. Where there is none, move this file away: the next certificate"
            " makes a new key, and 'verify' then says of older ones that another key signed them.",
        ),
        "ja": ErrorText(
            "署名の鍵が使えません",
            "{path}: {reason}",
            "鍵の控えがあれば元に戻してください。なければ、このファイルを別の場所へ移すと、次の修了証のときに新しい鍵が作られます"
            "（それまでの修了証は、verify で別の鍵の署名と表示されます）。",
        ),
    },
    "key.open": {
        "en": ErrorText(
            "Others on this machine can get at the signing key",
            "{path} or its folder is open to them: whoever reads or replaces it can sign certificates.",
            "Close both: chmod 600 for the file, chmod 700 for its folder. If somebody may have read"
            " it, move it away so that a new one is made.",
        ),
        "ja": ErrorText(
            "署名の鍵に、このパソコンのほかの利用者が触れられます",
            "{path} かそのフォルダーが、ほかの利用者にも開かれています。鍵を読んだり差し替えたりした人は、修了証に署名できてしまいます。",
            "ファイルを chmod 600、フォルダーを chmod 700 で閉じてください。読まれたおそれがあれば、鍵を別の場所へ移して新しく作らせてください。",
        ),
    },
    "lrs.outbox": {
        "en": ErrorText(
            "What is still to be sent cannot be read",
            "{file}: {reason}. Nothing was sent.",
            "See to it that you may read this file, then send again.",
        ),
        "ja": ErrorText(
            "未送信の記録を読めません",
            "{file}: {reason}　何も送っていません。",
            "このファイルを読めるようにしてから、もう一度送ってください。",
        ),
    },
    "usage.language": {
        "en": ErrorText(
            "Unknown language", "'{value}' is not a language of this program.", "Choose ja or en."
        ),
        "ja": ErrorText(
            "使えない言語です", "「{value}」には対応していません。", "ja か en を指定してください。"
        ),
    },
    "usage.scenario": {
        "en": ErrorText(
            "Unknown scenario",
            "There is no scenario '{value}'.",
            "All scenarios: supportdojo list",
        ),
        "ja": ErrorText(
            "シナリオが見つかりません",
            "「{value}」というシナリオはありません。",
            "すべてのシナリオは supportdojo list で見られます。",
        ),
    },
    "usage.scenario-near": {
        "en": ErrorText(
            "Unknown scenario",
            "There is no scenario '{value}'.",
            "Similar names: {near}. All scenarios: supportdojo list",
        ),
        "ja": ErrorText(
            "シナリオが見つかりません",
            "「{value}」というシナリオはありません。",
            "似た名前: {near}。すべてのシナリオは supportdojo list で見られます。",
        ),
    },
    "usage.clock": {
        "en": ErrorText(
            "The clock of this computer is wrong",
            "It shows a year that no program can reckon with (before 1678 or after 2261).",
            "Set date and time right, then give the command again.",
        ),
        "ja": ErrorText(
            "このコンピューターの時計が合っていません",
            "プログラムで扱えない年（1677 年以前か 2262 年以後）になっています。",
            "日付と時刻を合わせてから、もう一度実行してください。",
        ),
    },
    "usage.folder-gone": {
        "en": ErrorText(
            "This folder no longer exists",
            "The folder you are in was deleted or renamed.",
            "Go to another folder with 'cd', then give the command again.",
        ),
        "ja": ErrorText(
            "今いるフォルダーがありません",
            "作業していたフォルダーが、削除されたか、名前を変えられています。",
            "cd で別のフォルダーに移ってから、もう一度実行してください。",
        ),
    },
    "usage.too-long": {
        "en": ErrorText(
            "Too long",
            "This text has {count} characters; at most {limit} can be taken.",
            "Nothing was sent and nothing was cut. Shorten it and send it again.",
        ),
        "ja": ErrorText(
            "文章が長すぎます",
            "{count} 文字あります。一度に送れるのは {limit} 文字までです。",
            "何も送っておらず、切り取ってもいません。短くしてから送ってください。",
        ),
    },
    "grade.process": {
        "en": ErrorText(
            "A grading process has died",
            "The operating system ended it, perhaps for want of memory.",
            "What was written so far is right; go on with --jobs 1.",
        ),
        "ja": ErrorText(
            "採点の処理が途中で止まりました",
            "OS が処理を終わらせました。メモリ不足かもしれません。",
            "そこまでの出力は正しいので、--jobs 1 で続けてください。",
        ),
    },
    "work.process": {
        "en": ErrorText(
            "A process that helped has died",
            "The operating system ended it, perhaps for want of memory.",
            "Name fewer scenarios at a time.",
        ),
        "ja": ErrorText(
            "手分けした処理が途中で止まりました",
            "OS が処理を終わらせました。メモリ不足かもしれません。",
            "シナリオを少しずつ指定して実行してください。",
        ),
    },
    "usage.stage": {
        "en": ErrorText(
            "Unknown stage",
            "'{scenario}' has no stage '{value}'.",
            "Its stages are: {known}.",
        ),
        "ja": ErrorText(
            "その場面はありません",
            "「{scenario}」に「{value}」という場面はありません。",
            "場面: {known}",
        ),
    },
    "usage.rated": {
        "en": ErrorText(
            "A rated reply cannot be read",
            "{reason}",
            "Mend that line; scoring/calibration/README.md shows the form.",
        ),
        "ja": ErrorText(
            "評価済みの返答を読めません",
            "{reason}",
            "その行を直してください。形式は scoring/calibration/README.md にあります。",
        ),
    },
    "usage.no-replies": {
        "en": ErrorText(
            "There is no reply in the file",
            "{file}",
            "Write one JSON object a line, each with scenario, lang and reply.",
        ),
        "ja": ErrorText(
            "ファイルに返答がありません",
            "{file}",
            "1 行に 1 つの JSON で、scenario・lang・reply を書いてください。",
        ),
    },
    "usage.file": {
        "en": ErrorText(
            "The file cannot be read",
            "{file}: {reason}",
            "Check the path, or give '-' to read input.",
        ),
        "ja": ErrorText(
            "ファイルを読めません",
            "{file}: {reason}",
            "パスを確かめてください。標準入力から読むときは「-」を指定します。",
        ),
    },
    "usage.real-file": {
        "en": ErrorText(
            "The file cannot be read",
            "{file}: {reason}",
            "Check the path. It has to be a file or a folder: standard input is not read here.",
        ),
        "ja": ErrorText(
            "ファイルを読めません",
            "{file}: {reason}",
            "パスを確かめてください。ここでは標準入力は読めません。ファイルかフォルダーを指定します。",
        ),
    },
    "usage.utf8": {
        "en": ErrorText(
            "This text is not in UTF-8",
            "{place}: {reason}",
            "It was not taken. Send it in UTF-8.",
        ),
        "ja": ErrorText(
            "文字コードが UTF-8 ではありません",
            "{place}: {reason}",
            "この文章は受け付けていません。UTF-8 で送ってください。",
        ),
    },
    "review.turn": {
        "en": ErrorText(
            "There is no such reply",
            "This contact has no reply {turn} to which this could apply.",
            "Replies: {known}. 0 stands for the whole contact where that makes sense.",
        ),
        "ja": ErrorText(
            "その番号の返答はありません",
            "この応対に、対象にできる返答{turn}はありません。",
            "返答は {known} です。応対全体は 0 です（全体を指せる場合）。",
        ),
    },
    "review.item": {
        "en": ErrorText(
            "Nothing of this name is judged here",
            "'{item}' is no criterion or mark of this reply, or of the whole contact.",
            "Here there are: {known}. total and passed are of the whole contact: leave out turn.",
        ),
        "ja": ErrorText(
            "その評価項目はありません",
            "「{item}」は、この返答（または応対全体）の評価項目や点にありません。",
            "ここにあるもの: {known}。total と passed は応対全体のものなので、turn を付けません。",
        ),
    },
    "review.value": {
        "en": ErrorText(
            "This is no mark",
            "'{value}' is no whole number from 0 to 100.",
            "Give a number from 0 to 100.",
        ),
        "ja": ErrorText(
            "点数として読めません",
            "「{value}」は 0 から 100 までの整数ではありません。",
            "0 から 100 までの数で書いてください。",
        ),
    },
    "review.level": {
        "en": ErrorText(
            "Unknown level", "'{value}' is none of the levels.", "Choose one of: {known}"
        ),
        "ja": ErrorText(
            "その段階はありません",
            "「{value}」という段階はありません。",
            "{known} から選んでください（できた・一部・できず・機会なし）。",
        ),
    },
    "review.passed": {
        "en": ErrorText("Passed or not?", "'{value}' says neither.", "Write yes or no."),
        "ja": ErrorText(
            "合否が分かりません",
            "「{value}」では、合格か不合格か分かりません。",
            "yes（合格）か no（不合格）で書いてください。",
        ),
    },
    "review.reason": {
        "en": ErrorText(
            "A reason is needed",
            "Overruling the engine without a reason teaches nobody anything.",
            "Say in a sentence why you see it otherwise.",
        ),
        "ja": ErrorText(
            "理由を書いてください",
            "理由のない修正からは、本人も何も学べません。",
            "なぜそう見るのか、一文で書いてください。",
        ),
    },
    "review.text": {
        "en": ErrorText("There is no text", "Nothing was written.", "Write what you want to say."),
        "ja": ErrorText(
            "文章がありません", "何も書かれていません。", "伝えたいことを書いてください。"
        ),
    },
    "review.fact": {
        "en": ErrorText(
            "There is no such override",
            "No override '{fact}' stands in this contact.",
            "'supportdojo review SESSION --plain' lists them with their ids.",
        ),
        "ja": ErrorText(
            "その修正はありません",
            "この応対に、いま有効な修正「{fact}」はありません。",
            "supportdojo review 応対 --plain で、番号の一覧が見られます。",
        ),
    },
    "review.request": {
        "en": ErrorText(
            "Nobody asks for that",
            "There is no request '{fact}' for a second look in this contact.",
            "'supportdojo review SESSION --plain' lists them with their ids.",
        ),
        "ja": ErrorText(
            "その依頼はありません",
            "この応対に、再確認の依頼「{fact}」はありません。",
            "supportdojo review 応対 --plain で、番号の一覧が見られます。",
        ),
    },
    "review.same": {
        "en": ErrorText(
            "It is judged so already",
            "The new judgement is the one that stands.",
            "Choose another one, or leave it: what is not overridden is agreed with.",
        ),
        "ja": ErrorText(
            "いまの判定と同じです",
            "新しい判定が、いまの判定と変わりません。",
            "別の判定を選ぶか、そのままにしてください。修正しなければ同意したことになります。",
        ),
    },
    "review.answer": {
        "en": ErrorText(
            "Upheld or changed?",
            "'{value}' says neither.",
            "Write upheld (the judgement stays) or changed.",
        ),
        "ja": ErrorText(
            "回答の種類が分かりません",
            "「{value}」では、採点どおりか見直しかが分かりません。",
            "upheld（採点どおり）か changed（見直した）で書いてください。",
        ),
    },
    "review.override": {
        "en": ErrorText(
            "The override cannot be understood",
            "'{value}' is not of the form criterion=NAME,turn=N,is=VALUE.",
            'For instance: --override criterion=names-feeling,turn=2,is=met --reason "..."',
        ),
        "ja": ErrorText(
            "修正の指定が読めません",
            "「{value}」は criterion=項目,turn=番号,is=値 の形になっていません。",
            '例: --override criterion=names-feeling,turn=2,is=met --reason "理由"',
        ),
    },
    "review.ungraded": {
        "en": ErrorText(
            "This contact has not been graded",
            "{session} has no scorecard yet, so there is nothing to review.",
            "It gets one when the contact has ended and its debrief was opened.",
        ),
        "ja": ErrorText(
            "採点されていない応対です",
            "{session} にはまだ採点結果がなく、見直すものがありません。",
            "応対を終えて振り返りを開くと、採点されます。",
        ),
    },
    "review.session": {
        "en": ErrorText(
            "Which contact?",
            "This needs the id of a contact, or its beginning.",
            "'supportdojo review' lists the contacts that wait for a review.",
        ),
        "ja": ErrorText(
            "どの応対か分かりません",
            "応対の番号（先頭の一部でも可）が必要です。",
            "supportdojo review で、見直しを待つ応対の一覧が見られます。",
        ),
    },
    "usage.exists": {
        "en": ErrorText(
            "The file is there already",
            "{file} exists and is not overwritten.",
            "Choose another folder. Nothing was written.",
        ),
        "ja": ErrorText(
            "同じ名前のファイルがあります",
            "{file} がすでにあるため、上書きしません。",
            "別のフォルダーを指定してください。何も書き込んでいません。",
        ),
    },
    "usage.no-rules": {
        "en": ErrorText(
            "No rules are in this folder",
            "{file} holds none of {expected}.",
            "'supportdojo rescore --copy DIR' writes the rules in force into a folder.",
        ),
        "ja": ErrorText(
            "このフォルダーに規則のファイルがありません",
            "{file} に {expected} のどれもありません。",
            "supportdojo rescore --copy フォルダー で、いまの規則を書き出せます。",
        ),
    },
    "usage.reason": {
        "en": ErrorText(
            "A reason is needed",
            "What changes how people are judged is written down with a reason.",
            "Add --reason and say why.",
        ),
        "ja": ErrorText(
            "理由を書いてください",
            "評価を変えるときは、理由と一緒に記録に残します。",
            "--reason に続けて理由を書いてください。",
        ),
    },
    "usage.unwritable": {
        "en": ErrorText(
            "The file cannot be written",
            "{file}: {reason}",
            "Choose another place. Nothing was written.",
        ),
        "ja": ErrorText(
            "ファイルに書き込めません",
            "{file}: {reason}",
            "別の場所を指定してください。何も書き込んでいません。",
        ),
    },
    "usage.kept": {
        "en": ErrorText(
            "This file is not overwritten",
            "{file} is a database, belongs to one, or is among what this program keeps for itself (keys,"
            " settings, programmes, what is still to be sent). It was left as it is.",
            "Give the file to be written another name or folder.",
        ),
        "ja": ErrorText(
            "このファイルには上書きしません",
            "{file} はデータベースかその一部、またはこのプログラムが自分のために置いているもの（鍵、設定、研修プログラム、未送信の記録など）です。手を加えていません。",
            "書き出すファイルには別の名前かフォルダーを指定してください。",
        ),
    },
    "usage.date": {
        "en": ErrorText(
            "This is no date",
            "'{value}' cannot be read as a date.",
            "Write it as 2026-12-24, with a time as 2026-12-24T17:00.",
        ),
        "ja": ErrorText(
            "日付として読めません",
            "「{value}」は日付の形になっていません。",
            "2026-12-24、時刻も書くなら 2026-12-24T17:00 の形で書いてください。",
        ),
    },
    "moment.no-reply": {
        "en": ErrorText(
            "There is no such reply",
            "The contact {session} has {count} replies, so reply {turn} cannot be tried again.",
            "supportdojo show {session} shows what was said.",
        ),
        "ja": ErrorText(
            "その返答はありません",
            "応対 {session} の返答は {count} 回で、{turn} 回目はありません。",
            "supportdojo show {session} でやりとりを確かめられます。",
        ),
    },
    "moment.no-skill": {
        "en": ErrorText(
            "Unknown skill",
            "'{skill}' is not judged reply by reply.",
            "Choose one of: {known}.",
        ),
        "ja": ErrorText(
            "その項目は練習できません",
            "「{skill}」は、返答ごとに見る項目ではありません。",
            "次の中から選んでください: {known}",
        ),
    },
    "today.no-item": {
        "en": ErrorText(
            "There is no such exercise today",
            "Number {number} was asked for; today's list has {count}.",
            "supportdojo today shows the list.",
        ),
        "ja": ErrorText(
            "その番号の練習はありません",
            "{number} 番を指定しましたが、今日の練習は残り {count} 件です。",
            "supportdojo today で一覧が見られます。",
        ),
    },
    "session.outdated": {
        "en": ErrorText(
            "This contact cannot be resumed",
            "The scenario '{scenario}' has changed since the contact was begun, so the customer"
            " would not be the same.",
            "What was said is kept (supportdojo show {session} --json). Start the scenario again.",
        ),
        "ja": ErrorText(
            "この応対の続きはできません",
            "応対を始めたあとでシナリオ「{scenario}」が変わったため、同じお客様を再現できません。",
            "記録は残っています（supportdojo show {session} --json）。最初から始めてください。",
        ),
    },
    "session.no-scenario": {
        "en": ErrorText(
            "This contact cannot be opened",
            "There is no scenario '{scenario}' here now.",
            "If it belongs to a pack, name the pack with --pack or in SUPPORTDOJO_PACKS.",
        ),
        "ja": ErrorText(
            "この応対は開けません",
            "シナリオ「{scenario}」が、いまはここにありません。",
            "パックのシナリオなら、--pack か SUPPORTDOJO_PACKS でそのパックを指定してください。",
        ),
    },
    "entry.refused": {
        "en": ErrorText(
            "Not saved",
            "This entry holds something that cannot be stored: {reason}.",
            "Remove unusual characters and try again.",
        ),
        "ja": ErrorText(
            "保存できませんでした",
            "保存できない内容が含まれています（{reason}）。",
            "特殊な文字を消してから、もう一度お試しください。",
        ),
    },
    "entry.clash": {
        "en": ErrorText(
            "Not saved: this session went on elsewhere",
            "Entry {turn} of session {session} is already stored with other words.",
            "The session was played on in another window. It can be taken up as it stands there:"
            " supportdojo play --resume {session}",
        ),
        "ja": ErrorText(
            "保存できませんでした（別の画面で進行中です）",
            "セッション {session} の {turn} 番目には、すでに別の内容が保存されています。",
            "別のウィンドウで先に進んでいます。"
            "そこから続けるには supportdojo play --resume {session}",
        ),
    },
    "entry.gap": {
        "en": ErrorText(
            "Not saved: an earlier entry is missing",
            "Session {session} has {count} entries, so entry {turn} cannot follow.",
            "Leave the session and resume it; it goes on after the last saved reply.",
        ),
        "ja": ErrorText(
            "保存できませんでした（手前の記録がありません）",
            "セッション {session} の記録は {count} 件のため、{turn} 番目を続けて保存できません。",
            "いったんセッションを抜けて再開してください。最後に保存した返信の続きから始まります。",
        ),
    },
    "entry.readback": {
        "en": ErrorText(
            "Not saved reliably",
            "Entry {turn} of session {session} reads back differently from what was written.",
            "The disk may be failing. Write the session out now (supportdojo export) and check the store with"
            ' "supportdojo db check".',
        ),
        "ja": ErrorText(
            "正しく保存できたか確認できません",
            "セッション {session} の {turn} 番目を読み直したところ、書き込んだ内容と一致しません。",
            "ディスクの故障が疑われます。先にセッションを書き出し（supportdojo export）、"
            "「supportdojo db check」で保存データを点検してください。",
        ),
    },
    "session.closed": {
        "en": ErrorText(
            "Not saved: this session is over",
            "Session {session} has already ended, so nothing can be added to it.",
            "'supportdojo show {session}' shows it. To try another way, use \"redo from here\" in"
            " the debrief.",
        ),
        "ja": ErrorText(
            "保存できませんでした（終了済みのセッションです）",
            "セッション {session} はすでに終了しているため、追加できません。",
            "supportdojo show {session} で見られます。"
            "別の対応を試すときは、振り返り画面の「ここからやり直す」を使ってください。",
        ),
    },
    "session.gone": {
        "en": ErrorText(
            "Not saved: this contact is no longer in the store",
            "Session {session} is not there any more: it was removed, or the store was replaced by another"
            " one, such as an older copy.",
            "Do not go on with it. If the store was replaced, put the newer one back; it may hold what was"
            " saved of this contact.",
        ),
        "ja": ErrorText(
            "保存できませんでした（この応対の記録がなくなっています）",
            "セッション {session} がありません。削除されたか、保存データが以前のコピーなどに置き換えられています。",
            "この応対は続けられません。置き換えた場合は、新しいほうの保存データを戻してください。"
            "保存済みの分がそこに残っていることがあります。",
        ),
    },
    "session.unknown": {
        "en": ErrorText(
            "No such session",
            'There is no session whose id begins with "{session}".',
            'See "supportdojo history" for the ids.',
        ),
        "ja": ErrorText(
            "該当するセッションがありません",
            "「{session}」で始まる ID のセッションは見つかりませんでした。",
            "ID は「supportdojo history」で確認できます。",
        ),
    },
    "session.ambiguous": {
        "en": ErrorText(
            "More than one session fits",
            'Several ids begin with "{session}": {examples}.',
            "Type a few more characters.",
        ),
        "ja": ErrorText(
            "セッションを 1 つに絞れません",
            "「{session}」で始まる ID が複数あります（{examples}）。",
            "もう数文字入力してください。",
        ),
    },
    "session.damaged": {
        "en": ErrorText(
            "A stored session is damaged",
            "In session {session}, entry {turn} is not what was stored.",
            'Other sessions can still be used. Run "supportdojo db check" and, if you have one,'
            " take the session from a backup.",
        ),
        "ja": ErrorText(
            "保存されたセッションが壊れています",
            "セッション {session} の {turn} 番目の記録が、保存した時の内容と一致しません。",
            "ほかのセッションは使えます。「supportdojo db check」で点検し、"
            "バックアップがあればそこから戻してください。",
        ),
    },
    "session.damaged-header": {
        "en": ErrorText(
            "A stored session is damaged",
            "The record of session {session} is not what was stored.",
            'Other sessions can still be used. Run "supportdojo db check" and, if you have one,'
            " take the session from a backup.",
        ),
        "ja": ErrorText(
            "保存されたセッションが壊れています",
            "セッション {session} の基本情報が、保存した時の内容と一致しません。",
            "ほかのセッションは使えます。「supportdojo db check」で点検し、"
            "バックアップがあればそこから戻してください。",
        ),
    },
    "session.damaged-scorecard": {
        "en": ErrorText(
            "A stored scorecard is damaged",
            "Scorecard {number} of session {session} is missing or is not what was stored.",
            'Other sessions can still be used. Run "supportdojo db check" and, if you have one,'
            " take the session from a backup.",
        ),
        "ja": ErrorText(
            "保存された採点結果が壊れています",
            "セッション {session} の採点結果 {number} が、失われているか、保存した時の内容と一致しません。",
            "ほかのセッションは使えます。「supportdojo db check」で点検し、"
            "バックアップがあればそこから戻してください。",
        ),
    },
    "store.damaged": {
        "en": ErrorText(
            "The stored sessions are damaged",
            "The file {path} cannot be read as it should ({detail}). Nothing was written to it.",
            'Copy the file to a safe place, then run "supportdojo db check". The folder'
            ' "backups" beside it may hold an earlier copy.',
        ),
        "ja": ErrorText(
            "保存データが壊れています",
            "{path} を正しく読み取れません（{detail}）。このファイルには何も書き込んでいません。",
            "まずファイルを別の場所へコピーし、「supportdojo db check」で点検してください。"
            "同じ場所の「backups」フォルダーに以前のコピーが残っていることがあります。",
        ),
    },
    "store.empty": {
        "en": ErrorText(
            "The store is empty",
            "{path} is there and holds nothing: something other than this program emptied it, such as"
            " a full disk, a synchronisation or a copy that was cut off. It was left as it is.",
            'Put a copy in its place: look in the folder "backups" beside it, and for what was made'
            ' with "supportdojo db backup" or "supportdojo export --all". To begin anew, move the'
            " empty file away.",
        ),
        "ja": ErrorText(
            "保存データが空になっています",
            "{path} はありますが、中身がありません。ディスクの空き不足、同期ソフト、途中で切れたコピーなど、"
            "このプログラム以外の何かが空にしています。ファイルには手を加えていません。",
            "同じ場所の「backups」フォルダーや、「supportdojo db backup」「supportdojo export --all」で作った"
            "控えを探して戻してください。初めからやり直すときは、空のファイルを別の場所へ移してください。",
        ),
    },
    "store.incomplete": {
        "en": ErrorText(
            "The database is not as this program made it",
            "{path}: {detail}. Nothing was changed.",
            "Whoever runs the database should restore it from a backup; 'supportdojo db check' tells what"
            " is missing.",
        ),
        "ja": ErrorText(
            "データベースが、作られたときの形ではありません",
            "{path}: {detail}。何も変更していません。",
            "データベースの管理者に、バックアップから戻してもらってください。"
            "足りないものは「supportdojo db check」で分かります。",
        ),
    },
    "store.unreadable": {
        "en": ErrorText(
            "The store is damaged and cannot be looked through",
            "{path} cannot be read as it should ({detail}). Nothing was written to it.",
            'Copy the file to a safe place and put an earlier copy in its stead: one in the folder "backups"'
            ' beside it, or one made with "supportdojo db backup".',
        ),
        "ja": ErrorText(
            "保存データが壊れていて、点検できません",
            "{path} を正しく読み取れません（{detail}）。このファイルには何も書き込んでいません。",
            "ファイルを別の場所へコピーし、同じ場所の「backups」フォルダーか「supportdojo db backup」で作った"
            "控えに置き換えてください。",
        ),
    },
    "store.unsound": {
        "en": ErrorText(
            "Some of what is stored is damaged",
            "Problems found: {count} ({kinds}).",
            'Run "supportdojo db check": it names each of them. The rest can be used; a backup, if there'
            " is one, still has what is damaged.",
        ),
        "ja": ErrorText(
            "保存データの一部が壊れています",
            "問題が {count} 件あります（{kinds}）。",
            "「supportdojo db check」を実行すると、一つずつ分かります。ほかのデータは使えます。"
            "壊れた分は、バックアップがあればそこに残っています。",
        ),
    },
    "store.foreign": {
        "en": ErrorText(
            "This file belongs to something else",
            "{path} is a database, but not one of this program. It was left as it is.",
            "Move it away, or set SUPPORTDOJO_HOME to another folder.",
        ),
        "ja": ErrorText(
            "別のプログラムのファイルです",
            "{path} は、このプログラムのデータベースではありません。ファイルには手を加えていません。",
            "ファイルを移動するか、環境変数 SUPPORTDOJO_HOME に別のフォルダーを指定してください。",
        ),
    },
    "store.newer": {
        "en": ErrorText(
            "The stored sessions are from a newer version",
            "{path} has format {found}; this version knows formats up to {known}. It was left as"
            " it is.",
            "Update supportdojo and start again.",
        ),
        "ja": ErrorText(
            "新しいバージョンで作られた保存データです",
            "{path} の形式は {found} ですが、このバージョンで扱えるのは {known} までです。"
            "ファイルには手を加えていません。",
            "supportdojo を更新してから起動してください。",
        ),
    },
    "store.read-only-issue": {
        "en": ErrorText(
            "No certificate was issued",
            "{path} cannot be written, so it could not be kept that one was issued. No file was written.",
            "Make the file and its folder writable, then issue the certificate again.",
        ),
        "ja": ErrorText(
            "修了証は発行していません",
            "{path} に書き込めず、発行したことを記録できないためです。ファイルも作っていません。",
            "このファイルとそのフォルダーを書き込み可能にしてから、もう一度発行してください。",
        ),
    },
    "store.read-only": {
        "en": ErrorText(
            "The stored sessions can only be read",
            "{path} cannot be written, so a new session cannot be kept.",
            "History and reports work. To practise, make the file and its folder writable or set"
            " SUPPORTDOJO_HOME to another folder.",
        ),
        "ja": ErrorText(
            "保存データが読み取り専用です",
            "{path} に書き込めないため、新しいセッションを記録できません。",
            "履歴とレポートは見られます。練習を始めるには、ファイルとフォルダーを書き込み可能にするか、"
            "環境変数 SUPPORTDOJO_HOME に別のフォルダーを指定してください。",
        ),
    },
    "store.locked": {
        "en": ErrorText(
            "The store is busy",
            "Another program has been using {path} for too long.",
            "Close other copies of supportdojo (or a backup that is running) and try again.",
        ),
        "ja": ErrorText(
            "保存データがほかで使用中です",
            "{path} を別のプログラムが使い続けているため、待ち時間を超えました。",
            "ほかの supportdojo やバックアップ処理を終えてから、もう一度お試しください。",
        ),
    },
    "store.full": {
        "en": ErrorText(
            "Not saved: no room left",
            "There is no room left for {path}. Everything saved before is safe.",
            "Free some space and try again.",
        ),
        "ja": ErrorText(
            "保存できませんでした（空き容量がありません）",
            "{path} のある場所に空き容量がありません。これまでに保存した分は無事です。",
            "空きを作ってから、もう一度お試しください。",
        ),
    },
    "store.io": {
        "en": ErrorText(
            "Not saved: the disk reported an error",
            "Reading or writing {path} failed ({detail}).",
            "Check that the drive is connected and healthy, then try again.",
        ),
        "ja": ErrorText(
            "保存できませんでした（ディスクのエラーです）",
            "{path} の読み書きに失敗しました（{detail}）。",
            "ドライブの接続や状態を確認してから、もう一度お試しください。",
        ),
    },
    "store.unreachable": {
        "en": ErrorText(
            "The store cannot be opened",
            "{path} cannot be opened ({detail}).",
            "Check the folder and its permissions, or set SUPPORTDOJO_HOME to another folder.",
        ),
        "ja": ErrorText(
            "保存データを開けません",
            "{path} を開けませんでした（{detail}）。",
            "フォルダーとアクセス権を確認するか、環境変数 SUPPORTDOJO_HOME に"
            "別のフォルダーを指定してください。",
        ),
    },
    "store.vanished": {
        "en": ErrorText(
            "Not saved: the store is no longer where it was",
            "{path} was deleted, moved or replaced while it was in use.",
            "Put the file back, then start again: what was saved before is in that file and nowhere else."
            " Without it this contact is lost.",
        ),
        "ja": ErrorText(
            "保存できませんでした（保存データがなくなっています）",
            "{path} が、使用中に削除・移動されたか、別のファイルに置き換えられました。",
            "ファイルを元の場所へ戻してから、起動し直してください。それまでに保存した分はそのファイルにしかなく、"
            "戻せないときはこの応対は残りません。",
        ),
    },
    "store.missing": {
        "en": ErrorText(
            "There are no stored sessions yet",
            "{path} does not exist.",
            "It is created with your first session.",
        ),
        "ja": ErrorText(
            "保存データがまだありません",
            "{path} が見つかりません。",
            "最初のセッションを始めると作成されます。",
        ),
    },
    "store.setting": {
        "en": ErrorText(
            "The store cannot be used safely",
            "SQLite {version} did not accept {name} = {asked} for {path} (it answered {got}).",
            "Use a Python with a current SQLite, or set SUPPORTDOJO_HOME to a folder on a local"
            " drive.",
        ),
        "ja": ErrorText(
            "保存データを安全に扱えません",
            "{path} で SQLite {version} の設定 {name} = {asked} が有効になりません（結果は {got}）。",
            "新しい SQLite を含む Python を使うか、環境変数 SUPPORTDOJO_HOME に"
            "内蔵ドライブのフォルダーを指定してください。",
        ),
    },
    "directory.is-file": {
        "en": ErrorText(
            "The data folder is a file",
            "{path} should be a folder, but a file is in its place.",
            "Move that file away, or set SUPPORTDOJO_HOME to another folder.",
        ),
        "ja": ErrorText(
            "データフォルダーの場所にファイルがあります",
            "{path} はフォルダーのはずですが、同じ場所にファイルがあります。",
            "そのファイルを移動するか、環境変数 SUPPORTDOJO_HOME に別のフォルダーを指定してください。",
        ),
    },
    "directory.unwritable": {
        "en": ErrorText(
            "The data folder cannot be written",
            "Sessions cannot be kept in {path} ({detail}).",
            "Change its permissions, or set SUPPORTDOJO_HOME to a folder of yours.",
        ),
        "ja": ErrorText(
            "データフォルダーに書き込めません",
            "{path} にセッションを保存できません（{detail}）。",
            "アクセス権を変更するか、環境変数 SUPPORTDOJO_HOME に書き込めるフォルダーを指定してください。",
        ),
    },
    "file.exists": {
        "en": ErrorText(
            "There is already a file",
            "{path} exists and was not overwritten.",
            "Choose another name.",
        ),
        "ja": ErrorText(
            "同じ名前のファイルがあります",
            "{path} はすでに存在するため、上書きしませんでした。",
            "別の名前を指定してください。",
        ),
    },
    "import.line": {
        "en": ErrorText(
            "This line was not taken in",
            "{place}: {reason}",
            "Lines before it are in, those from it on are not. Import the file again when it is mended;"
            " what is there stays as it is.",
        ),
        "ja": ErrorText(
            "この行は取り込めません",
            "{place}: {reason}",
            "これより前の行は取り込み済みで、この行から後はまだです。直してからもう一度取り込んでください"
            "（取り込み済みの分はそのまま残ります）。",
        ),
    },
    "import.empty": {
        "en": ErrorText(
            "There is nothing to import",
            "{file} holds no line of an export.",
            "Give a file that 'supportdojo export' wrote, or a folder with such files (*.jsonl).",
        ),
        "ja": ErrorText(
            "取り込むものがありません",
            "{file} に、書き出したデータが 1 行もありません。",
            "supportdojo export で書き出したファイルか、そのファイル（*.jsonl）のあるフォルダーを指定してください。",
        ),
    },
    "import.shape": {
        "en": ErrorText(
            "This is not an exported session",
            "'{at}' is missing or is not what an export holds there.",
            "Export it again and import the untouched file.",
        ),
        "ja": ErrorText(
            "書き出したセッションのファイルではありません",
            "「{at}」がないか、書き出したときの形になっていません。",
            "書き出し直し、手を加えずに取り込んでください。",
        ),
    },
    "import.newer": {
        "en": ErrorText(
            "This export is from a newer version",
            "It has format {found}; this version knows formats up to {known}.",
            "Update supportdojo and import it again.",
        ),
        "ja": ErrorText(
            "新しいバージョンで書き出されたファイルです",
            "形式は {found} ですが、このバージョンで扱えるのは {known} までです。",
            "supportdojo を更新してから、もう一度取り込んでください。",
        ),
    },
    "import.altered": {
        "en": ErrorText(
            "This export was altered",
            "In session {session}, entry {turn} does not fit its fingerprint.",
            "Export it again and import the untouched file.",
        ),
        "ja": ErrorText(
            "書き出し後に内容が変わっています",
            "セッション {session} の {turn} 番目が照合用の値と一致しません。",
            "書き出し直し、手を加えずに取り込んでください。",
        ),
    },
    "import.unsealed": {
        "en": ErrorText(
            "This export was altered",
            "In session {session}, the ending, a scorecard or the draft does not fit the seal.",
            "Export it again and import the untouched file.",
        ),
        "ja": ErrorText(
            "書き出し後に内容が変わっています",
            "セッション {session} の結末・採点結果・下書きのどれかが照合用の値と一致しません。",
            "書き出し直し、手を加えずに取り込んでください。",
        ),
    },
    "import.unearned": {
        "en": ErrorText(
            "This result does not follow from what was said",
            "In session {session}, '{at}' is not what these replies come to by the same rules.",
            "Export it again and import the untouched file.",
        ),
        "ja": ErrorText(
            "応対の内容と結果が合いません",
            "セッション {session} の「{at}」が、同じ規則でこの応対を採点した結果と一致しません。",
            "書き出し直し、手を加えずに取り込んでください。",
        ),
    },
    "import.unproven": {
        "en": ErrorText(
            "The scores cannot be checked here",
            "Session {session} was scored by other rules or with another scenario than those here.",
            "Ask your lead to import it.",
        ),
        "ja": ErrorText(
            "採点結果を確かめられません",
            "セッション {session} は、ここにあるものとは違う規則かシナリオで採点されています。",
            "リーダーに取り込みを頼んでください。",
        ),
    },
    "import.clash": {
        "en": ErrorText(
            "This session is already here, with other contents",
            "Session {session} is stored and differs from the file.",
            "The stored session was left as it is.",
        ),
        "ja": ErrorText(
            "同じ ID で内容の異なるセッションがあります",
            "セッション {session} はすでに保存されていますが、ファイルの内容と異なります。",
            "保存済みのセッションはそのまま残っています。",
        ),
    },
    "warning.network-drive": {
        "en": ErrorText(
            "The data folder is on a network drive",
            "{path} is on a network drive ({kind}), where locking is not dependable.",
            "Set SUPPORTDOJO_HOME to a folder on this computer.",
        ),
        "ja": ErrorText(
            "データフォルダーがネットワークドライブ上にあります",
            "{path} はネットワークドライブ（{kind}）上にあり、ファイルの排他制御が確実に働きません。",
            "環境変数 SUPPORTDOJO_HOME に、このパソコン内のフォルダーを指定してください。",
        ),
    },
    "warning.open-directory": {
        "en": ErrorText(
            "Others can look into the data folder",
            "{path} also holds other things or is not yours, so its permissions were left alone.",
            "The stored sessions themselves can be read only by you. A folder of its own is"
            " better.",
        ),
        "ja": ErrorText(
            "データフォルダーをほかの利用者が開けます",
            "{path} にはほかのファイルがあるか、所有者が異なるため、アクセス権を変更していません。",
            "保存データ自体は本人しか読めませんが、専用のフォルダーを使うことをお勧めします。",
        ),
    },
}


class _Blanks(dict[str, str]):
    """Details by name; a missing one shows as "?", since a text must never fail to appear."""

    def __missing__(self, key: str) -> str:
        return "?"


def render(code: str, language: str, details: Mapping[str, str | int]) -> ErrorText:
    """The text of `code` with its blanks filled; an unknown code gives the text "internal".

    Control characters in details become "�", since an id or a path that somebody typed must not
    act on the terminal; over-long details are cut with "…".
    """
    wordings = TEXTS.get(code) or TEXTS["internal"]
    wording = wordings.get(language) or wordings["en"]
    blanks = _Blanks({name: _printable(str(value)) for name, value in details.items()})
    blanks["_program"] = program()
    return ErrorText(
        wording.title.format_map(blanks),
        wording.message.format_map(blanks),
        re.sub(COMMAND, "{_program}", wording.advice).format_map(blanks),
    )


def _printable(text: str) -> str:
    if len(text) > _LONGEST_DETAIL:
        text = text[:_LONGEST_DETAIL] + "…"
    return "".join("�" if unicodedata.category(c) in ("Cc", "Cs", "Cf") else c for c in text)
