"""The words of the problems that concern meaning: conditions and cross-references.

Kept beside ``problem_texts`` so that all words for writers stand in two neighbouring files.
"""

from __future__ import annotations

from typing import Final

from scenarios.problem_texts import Bilingual, add_texts

__all__ = ["CODES"]

_TEXTS: Final[dict[str, Bilingual]] = {
    "C101": (
        "'{value}' is not something that can be heard",
        "「{value}」は「聞こえたこと」として読めません",
    ),
    "C102": ("'{value}' is not a condition", "「{value}」は条件として読めません"),
    "C103": (
        "'{value}' has an 'or', which a sentence cannot have",
        "「{value}」に「 or 」がありますが、文の中では使えません",
    ),
    "C104": (
        "'{value}' has an 'or', which a condition cannot have",
        "「{value}」に「 or 」がありますが、条件の中では使えません",
    ),
    "S101": ("there is no {what} '{value}'", "「{value}」という{what}はありません"),
    "S102": (
        "the id '{value}' differs from the folder '{folder}'",
        "id「{value}」がフォルダー名「{folder}」と違います",
    ),
    "S103": ("'{value}' is both a stage and an ending", "「{value}」が段階と結末の両方にあります"),
    "S104": ("no way leads to the stage '{value}'", "段階「{value}」に進む道がありません"),
    "S105": ("no way leads to the ending '{value}'", "結末「{value}」に進む道がありません"),
    "S106": (
        "all endings for '{value}' have a 'when', so there is none where it does not hold",
        "「{value}」の結末に、どれも when が付いています。条件が成り立たないときの結末がありません",
    ),
    "S107": ("there is no wording in {language}", "{language}の文言がありません"),
    "S108": ("a '{kind}' needs a breach", "種類「{kind}」には breach が必要です"),
    "S109": (
        "'{value}' is not a weekday and a clock time",
        "「{value}」は曜日と時刻ではありません",
    ),
    "S110": ("'{value}' is not a clock time", "「{value}」は時刻ではありません"),
    "S111": ("there are no cues in {language}", "{language}の手がかり（cues）がありません"),
    "S112": (
        "'{value}' is not a placeholder for lines",
        "「{value}」は台詞に入れられる項目ではありません",
    ),
    "S113": (
        "the persona says nothing at the occasion '{value}'",
        "顧客像に「{value}」のときの台詞がありません",
    ),
    "S114": ("nothing makes this happen", "この反応が起こるきっかけがありません"),
    "S115": ("nothing brings this fact out", "この事実を引き出すきっかけがありません"),
    "S116": (
        "schema {value} is not known to this program",
        "このプログラムは schema {value} を知りません",
    ),
    "S117": (
        "the id '{value}' is used by {other} as well",
        "id「{value}」は {other} でも使われています",
    ),
    "S118": (
        "a step must be exactly one of reply, action, wait, note, end",
        "手順には reply・action・wait・note・end のどれか一つだけを書きます",
    ),
    "P101": ("there is no such folder", "このフォルダーはありません"),
    "P102": ("this is a file; a pack is a folder", "これはファイルです。パックはフォルダーです"),
    "P103": (
        "this is a single scenario; a pack is the folder that holds scenarios",
        "これはシナリオ一つのフォルダーです。パックは、シナリオのフォルダーを入れたフォルダーです",
    ),
    "P104": ("the folder cannot be read: {reason}", "フォルダーを読めません: {reason}"),
    "W105": ("no scenario is in this pack", "このパックにはシナリオがありません"),
    "W106": (
        "this file is not read, because its name ends in .yml",
        "名前が .yml で終わるファイルは読まれません",
    ),
    "P106": (
        "the pack '{name}' of this package points to '{module}', which is not there",
        "このパッケージのパック「{name}」が指す「{module}」がありません",
    ),
    "P108": (
        "no scenario is here: there is no scenario.yaml",
        "ここにシナリオがありません（scenario.yaml がありません）",
    ),
    "P109": (
        "this is no folder, but its name is that of one",
        "フォルダーの名前ですが、フォルダーではありません",
    ),
    "P110": (
        "this is {kind}, and it stands where none is looked for",
        "これは{kind}ですが、この場所では読まれません",
    ),
    "P107": (
        "the path contains '{separator}', which separates packs from one another",
        "パスに、パックの区切りに使う「{separator}」が入っています",
    ),
    "S121": (
        "the file is named {name}, but the exemplar is in '{value}'",
        "ファイル名は {name} ですが、お手本の言語は「{value}」です",
    ),
    "S122": (
        "the persona's id '{value}' differs from its file name '{name}'",
        "顧客像の id「{value}」がファイル名「{name}」と違います",
    ),
    "S123": ("'{value}' stands here a second time", "「{value}」がここで二度目に使われています"),
    "S124": (
        "hearing '{value}' never leads to this: 'unless {condition}' forbids it",
        "「{value}」を聞いても、この反応は起こりません。unless の「{condition}」が止めています",
    ),
    "S125": ("this cue is blank", "この手がかり（cue）には言葉がありません"),
    "S127": ("this wording is blank", "この言い方は空です"),
    "S128": (
        "'{latest}' is over when the contact begins ({starts})",
        "「{latest}」は、応対が始まる時（{starts}）にはもう過ぎています",
    ),
    "S129": (
        "this needs the desk action '{action}', which the shop does not have",
        "これにはデスクの操作「{action}」が要りますが、店（shop.yaml）にありません",
    ),
    "S130": (
        "this line always fits, so '{value}' is never said",
        "この台詞はいつも当てはまるので、{value} が言われることがありません",
    ),
    "S131": (
        "'{value}' is no key: one letter or digit is needed",
        "「{value}」はキーになりません（英字か数字一つが必要です）",
    ),
    "W301": (
        "nothing is kept of the cue '{cue}', so it is never heard",
        "手がかり「{cue}」は、聞き取るときに何も残らないので、聞こえることがありません",
    ),
    "W302": (
        "of the cue '{cue}' only '{kept}' is kept, and {count} other topics have that word too",
        "手がかり「{cue}」で残るのは「{kept}」だけで、ほかの {count} の話題にもその言葉があります",
    ),
    "W303": (
        "the cue '{cue}' keeps {kept}; who says '{phrase}' ({topic}) is heard to commit this breach",
        "手がかり「{cue}」で残るのは {kept} です。「{phrase}」（{topic}）と言っても、この違反に聞こえます",
    ),
    "W304": (
        "the cue '{cue}' keeps {kept}, and so does '{phrase}' ({topic}): they are heard alike",
        "手がかり「{cue}」で残るのは {kept} で、「{phrase}」（{topic}）と同じです。聞き分けられません",
    ),
    "W305": (
        "'{part}' in the cue '{cue}' means nothing here: a cue is made of plain words",
        "手がかり「{cue}」の「{part}」は、ここでは意味を持ちません。手がかりは、ふつうの言葉で書きます",
    ),
    "W306": (
        "the cue '{cue}' denies something, so in a 'limit' it is heard as declining it",
        "手がかり「{cue}」には打ち消しがあるので、limit では「断った」と聞こえます",
    ),
    "W307": (
        "of the cue '{cue}' only '{kept}' is kept: any question with that word asks for what is known",
        "手がかり「{cue}」で残るのは「{kept}」だけです。この言葉の入った問いは、どれも聞き直しに聞こえます",
    ),
    "W401": (
        "{written} in a list is several numbers, not one sum",
        "リストの中の {written} は、一つの金額ではなく、いくつかの数です",
    ),
    "W402": (
        "'{text}' stands under '{key}', but is written in {language}",
        "「{text}」は「{key}」の下にありますが、{language}で書かれています",
    ),
    "W501": (
        "feedback cites clauses that this handbook does not have: {known}",
        "講評が引用する条項が、この規程にありません: {known}",
    ),
    "S120": (
        "the action '{action}' needs '{value}' to be filled in",
        "操作「{action}」には「{value}」の記入が要ります",
    ),
    "S119": ("a band has two values, the lower first", "幅は小さい値・大きい値の順に二つ書きます"),
    "T101": (
        "{wanted} different scenarios have to be passed, but the step has {count}",
        "合格に {wanted} 種類のシナリオが必要ですが、このステップには {count} 種類しかありません",
    ),
    "T102": (
        "this step waits for itself: {way}",
        "このステップは自分自身の終わりを待っています: {way}",
    ),
    "T103": ("the programme has no steps", "このプログラムにはステップがありません"),
    "T104": (
        "'{key}' does not belong to a step of the kind '{kind}'",
        "種類「{kind}」のステップに「{key}」は書けません",
    ),
    "T105": (
        "the programme's id '{value}' differs from its file name '{name}'",
        "プログラムの id「{value}」がファイル名「{name}」と違います",
    ),
    "T106": (
        "'{value}' is a word of the command 'supportdojo programme'",
        "「{value}」は supportdojo programme コマンドの言葉です",
    ),
    "R101": ("'{value}' is missing here", "「{value}」がありません"),
    "R102": ("the shares make {value}, not 100", "share の合計が {value} です（100 が必要です）"),
    "R103": (
        "'{value}' is no blank that this message can fill",
        "「{value}」は、この文言に差し込める語ではありません",
    ),
    "R104": (
        "the clause '{value}' is gone, but {other} cites it",
        "条項「{value}」がなくなっていますが、{other} が引用しています",
    ),
    "R105": (
        "the handbook has changed, but its version is still {value}",
        "規程の内容が変わっていますが、version が {value} のままです",
    ),
}
_HINTS: Final[dict[str, Bilingual]] = {
    "P108": (
        "A scenario is a folder with a file scenario.yaml in it; 'supportdojo new' makes one",
        "シナリオは、scenario.yaml を入れたフォルダーです。supportdojo new で作れます",
    ),
    "P109": (
        "Rename or delete it; make a folder in its place if you need one",
        "名前を変えるか消してください。必要なら、そこにフォルダーを作ってください",
    ),
    "C101": (
        "Write an act ('apologise'), an act about a topic ('offer about catalogue'), a topic, 'silence', 'no-news' or 'anything'; join with ' and '",
        "発話行為（apologise）、「発話行為 about 話題」（offer about catalogue）、話題、silence、no-news、anything のどれかを書き、複数は「 and 」でつなぎます",
    ),
    "C102": (
        "Known forms: identity checked, done ACTION, told FACT, heard ..., visited STAGE, passed on TOPIC, anger over 70, trust under 30, turn 5 or later, call-back booked, warned",
        "使える形: identity checked、done 操作、told 事実、heard …、visited 段階、passed on 話題、anger over 70、trust under 30、turn 5 or later、call-back booked、warned",
    ),
    "C103": (
        "Write a list, [one, other]: any of its lines will do",
        "[一つ目, 二つ目] と並べて書くと、どれか一つで成り立ちます",
    ),
    "C104": (
        "Write the block once for each of them; conditions in a list must all hold (only under 'any_of' any will do)",
        "条件ごとに一つずつ書いてください。並べた条件は、すべて成り立つ必要があります（any_of だけは、どれか一つ）",
    ),
    "S101": ("{advice}", "{advice}"),
    "S102": ("Give both the same name", "同じ名前にしてください"),
    "S103": ("Rename one of them", "どちらかの名前を変えてください"),
    "S104": (
        "Add a reaction with 'goes: {value}', or delete the stage",
        "「goes: {value}」の反応を足すか、この段階を消してください",
    ),
    "S105": (
        "Add a reaction with 'goes: {value}', or say how it comes about with 'by'",
        "「goes: {value}」の反応を足すか、by で終わり方を書いてください",
    ),
    "S106": (
        "Add an ending with 'by: {value}' and without 'when' after them",
        "その後に、「by: {value}」で when のない結末を一つ足してください",
    ),
    "S107": ("Write at least one", "一つ以上書いてください"),
    "S108": (
        "Name the breach that granting or saying it would be",
        "それを認めたり言ったりしたときの違反名を書いてください",
    ),
    "S109": (
        'Write it like "Wed 12:50", with the quotes',
        '"Wed 12:50" のように、引用符も付けて書いてください',
    ),
    "S110": (
        'Write it like "13:05", with the quotes',
        '"13:05" のように、引用符も付けて書いてください',
    ),
    "S111": (
        "Write at least two ordinary short phrases",
        "ふつうの短い言い回しを二つ以上書いてください",
    ),
    "S112": (
        "Lines may contain {{time}} and {{name}}",
        "台詞に入れられるのは {{time}} と {{name}} です",
    ),
    "S113": ("Write at least one line for it", "台詞を一つ以上書いてください"),
    "S114": ("Add 'hears', 'after' or 'when'", "hears・after・when のどれかを書いてください"),
    "S115": (
        "Add 'asked_by' or 'earned_by', or a reaction that 'tells' it",
        "asked_by か earned_by を書くか、tells で伝える反応を足してください",
    ),
    "S116": (
        "Write 'schema: 1', or use a newer program",
        "「schema: 1」と書くか、新しい版を使ってください",
    ),
    "S117": ("Rename one of them", "どちらかの名前を変えてください"),
    "P101": (
        "Check the path given with --pack or in SUPPORTDOJO_PACKS",
        "--pack または SUPPORTDOJO_PACKS のパスを確かめてください",
    ),
    "P103": ("Give the folder above: {above}", "一つ上のフォルダーを指定してください: {above}"),
    "W105": (
        "A pack holds one folder a scenario, each with a scenario.yaml",
        "パックには、scenario.yaml の入ったフォルダーをシナリオごとに置きます",
    ),
    "W106": ("Rename it to {name}.yaml", "{name}.yaml という名前にしてください"),
    "P106": (
        "Ask whoever made the package; 'pip uninstall' takes it away",
        "パッケージの作者に知らせてください。pip uninstall で取り除けます",
    ),
    "P110": ("Put it at {place} in a pack", "パックの中の {place} に置いてください"),
    "P107": ("Rename the folder", "フォルダーの名前を変えてください"),
    "S118": ("Split it into several steps", "手順を分けてください"),
    "S121": (
        "Name the file like {value}-good.yaml: language, hyphen, kind",
        "ファイル名は {value}-good.yaml のように「言語-種類」にしてください",
    ),
    "S122": (
        "Scenarios find a persona by its file name: give both the same",
        "シナリオはファイル名で顧客像を探します。同じ名前にしてください",
    ),
    "S123": ("Each has to be different", "一つずつ別の値にしてください"),
    "S124": (
        "What has just been heard counts as heard. For the first time only, write 'once: true'",
        "いま聞いたことも「聞いた」に入ります。最初の一度だけにするなら once: true と書いてください",
    ),
    "S125": (
        "Write two or three ordinary words, or delete it",
        "ふつうの言葉を二、三語書くか、消してください",
    ),
    "S127": ("Write it, or delete it", "言葉を書くか、消してください"),
    "S128": (
        "Write the last moment at which it still serves the customer, after the start",
        "お客様に間に合う最後の時刻を、始まりより後で書いてください",
    ),
    "S129": (
        "Add it to shop.yaml as the built-in shop has it, or take this out",
        "内蔵の shop.yaml にあるとおりに足すか、これを消してください",
    ),
    "S130": (
        "Say with 'when' or 'unless' what must have come to pass, or move it to '{value}'",
        "何が済んだあとの台詞かを when か unless で書くか、{value} に移してください",
    ),
    "S131": (
        "Write a letter that no other action has, or leave 'key' out",
        "ほかの操作と違う一文字を書くか、key の行を消してください",
    ),
    "W301": (
        "Write words that carry the meaning; 'supportdojo cues' shows what is kept",
        "意味を担う言葉を書いてください。supportdojo cues で、何が残るかを見られます",
    ),
    "W302": (
        "Add a word that belongs to this topic alone",
        "この話題だけにある言葉を足してください",
    ),
    "W303": (
        "Add a word to this cue that nobody says who means '{topic}'",
        "「{topic}」のつもりの人が言わない言葉を、この手がかりに足してください",
    ),
    "W304": (
        "If that is not meant, give one of them a word of its own",
        "そのつもりでなければ、どちらかに、もう一方にない言葉を足してください",
    ),
    "W305": (
        "Write each way of saying it as a cue of its own",
        "言い方ごとに、一つずつ手がかりを書いてください",
    ),
    "W306": (
        "Name what would be granted ('free of charge', not 'will not charge you'); leave it if it is the no that you mean",
        "与えることになるものを書いてください（「いただきません」でなく「無料にします」）。断る言葉のつもりなら、そのままで構いません",
    ),
    "W307": (
        "Write two or three words that only this question has",
        "この問いだけにある言葉を、二、三語書いてください",
    ),
    "W401": (
        "Write {sum} for the one sum, or a space behind each comma for several",
        "一つの金額なら {sum} と、別々の数ならコンマの後に空白を入れて書いてください",
    ),
    "W402": (
        "Check whether the two languages have changed places",
        "二つの言語が入れ替わっていないか、確かめてください",
    ),
    "W501": (
        "Give clauses of your own these ids, or copy them from the built-in handbook; words and numbers may be anything",
        "自社の条項にこの id を付けるか、内蔵の規程から写してください。文面と番号は自由です",
    ),
    "S120": ("Write it under 'args'", "args の下に書いてください"),
    "S119": ("Write it like [75, 100]", "[75, 100] のように書いてください"),
    "T101": (
        "Lower 'passes' or add scenarios",
        "passes を減らすか、シナリオを足してください",
    ),
    "T102": ("Take one of them out of 'needs'", "どれか一つを needs から外してください"),
    "T103": ("Write at least one under 'steps'", "steps に一つ以上書いてください"),
    "T104": (
        "An orientation has a 'page'; every other kind has 'scenarios', and with them 'intensity', 'pass' and 'hints'",
        "orientation には page を、ほかの種類には scenarios（と intensity・pass・hints）を書きます",
    ),
    "T105": (
        "People name a programme by its file: give both the same name",
        "プログラムはファイル名で指定します。同じ名前にしてください",
    ),
    "T106": ("Choose another name", "別の名前にしてください"),
    "R101": (
        "Nothing may be left out of a rubric; a criterion that is not to count has 'weight: 0'",
        "評価基準からは何も省けません。数えない項目は weight: 0 にしてください",
    ),
    "R102": ("Let the three shares make 100", "三つの share を合わせて 100 にしてください"),
    "R103": ("It can fill {known}", "使えるのは {known} です"),
    "R104": (
        "Keep its id; the words of the clause may be anything",
        "条項の id は残してください。文面は変えて構いません",
    ),
    "R105": (
        "Raise 'version', so that scorecards tell the two apart",
        "version を上げてください。採点結果がどちらの版によるものか分かるようになります",
    ),
}
_WORDS: Final[dict[str, Bilingual]] = {
    "clause": ("clause", "条項"),
    "stage": ("stage or ending", "段階・結末"),
    "action": ("desk action", "デスクの操作"),
    "hidden": ("hidden fact", "隠れた事実"),
    "topic": ("topic", "話題"),
    "ending": ("ending", "結末"),
    "criterion": ("criterion", "評価基準"),
    "persona": ("persona", "顧客像"),
    "a-scenario-file": ("a scenario", "シナリオ"),
    "a-exemplar-file": ("an exemplar", "お手本"),
    "a-programme-file": ("a programme", "研修プログラム"),
    "a-persona-file": ("a persona", "顧客像"),
    "a-handbook-file": ("a handbook", "規程"),
    "a-shop-file": ("a shop", "店の設定"),
    "argument": ("blank to fill in", "記入欄"),
    "scenario": ("scenario", "シナリオ"),
    "step": ("step", "ステップ"),
    "judgement": ("kind of judgement", "判定の種類"),
    "handbook": ("handbook", "規程"),
    "note-field": ("field of the case note", "対応記録の欄"),
    "none-yet": ("There is none at all yet", "まだ一つもありません"),
    "ja": ("Japanese", "日本語"),
    "en": ("English", "英語"),
}
add_texts(_TEXTS, _HINTS, _WORDS)
CODES = tuple(_TEXTS)
