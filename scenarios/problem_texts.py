"""The words of every problem, in English and in Japanese, by code.

Kept apart from the code that finds the problems so that a translator can read all of it in one
place and a test can see that no language is missing.  ``Y1`` is about the file, ``Y2`` about the
notation, ``Y3`` about what is refused or too much, ``Y4`` about values that YAML reads in several
ways, ``Y5`` about characters, ``D1`` about structure and ``D2`` about values.  A module with codes
of its own adds them with :func:`add_texts`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypeAlias

__all__ = ["DID_YOU_MEAN", "HINTS", "TEXTS", "WORDS", "Bilingual", "add_texts"]

Bilingual: TypeAlias = tuple[str, str]
"""The English and the Japanese template; ``{name}`` is filled with the fact of that name."""

TEXTS: Final[dict[str, Bilingual]] = {
    "Y101": ("the file does not exist", "ファイルがありません"),
    "Y102": (
        "this is not a regular file (a directory or a device)",
        "通常のファイルではありません（フォルダーや装置です）",
    ),
    "Y103": ("the file cannot be read: {reason}", "ファイルを読めません: {reason}"),
    "Y104": (
        "the file is too large (at most {limit} bytes)",
        "ファイルが大きすぎます（最大 {limit} バイト）",
    ),
    "Y105": (
        "the file is not UTF-8: byte {byte} cannot stand here",
        "UTF-8 のファイルではありません: ここにバイト {byte} は置けません",
    ),
    "Y106": (
        "this file is not UTF-8 (it looks like {encoding})",
        "UTF-8 のファイルではありません（{encoding} のようです）",
    ),
    "Y107": ("the file holds nothing", "ファイルに中身がありません"),
    "Y108": (
        "a second document starts here; one file holds one document",
        "ここから 2 つ目の文書が始まります（1 ファイルに 1 文書です）",
    ),
    "Y109": (
        "the file is not UTF-8; it looks like Shift_JIS",
        "UTF-8 のファイルではありません。Shift_JIS のようです",
    ),
    "Y110": (
        "this is a link, and nothing is where it leads",
        "これはリンクですが、リンク先に何もありません",
    ),
    "Y199": ("{count} more problems are not shown", "ほかに {count} 件の問題があります"),
    "Y201": ("this is not valid YAML: {detail}", "YAML として読めません: {detail}"),
    "Y202": (
        "a second colon followed by a space makes this line ambiguous",
        "1 行に「: 」が 2 つあり、区切りが分かりません",
    ),
    "Y203": (
        "this line is not of the form 'key: value'",
        "この行は「キー: 値」の形になっていません",
    ),
    "Y204": (
        "the indentation of this line does not fit the lines above",
        "この行の字下げが上の行と合っていません",
    ),
    "Y205": (
        "a text without quotes cannot start with {character}",
        "引用符のない文字列は {character} で始められません",
    ),
    "Y206": ("the quote opened here is never closed", "ここで開いた引用符が閉じられていません"),
    "Y207": ("the bracket opened here is never closed", "ここで開いたかっこが閉じられていません"),
    "Y208": (
        "a backslash in double quotes starts an escape, and this one does not exist",
        "二重引用符の中の \\ は特別な意味を持ちますが、この書き方はありません",
    ),
    "Y209": (
        "this escape is half a character (a surrogate), or none at all",
        "この書き方は文字の半分（サロゲート）か、存在しない文字です",
    ),
    "Y210": ("a list item cannot start here", "ここでリストの項目は始められません"),
    "Y211": (
        "the space after the colon of '{key}' is missing",
        "「{key}」のコロンの後に空白がありません",
    ),
    "Y212": (
        "the text ends at this quote, but '{rest}' follows",
        "文字列はこの引用符で終わりますが、後に「{rest}」が続いています",
    ),
    "Y213": (
        "from here on this is a comment, with the closing bracket in it: '{rest}'",
        "ここから後はコメントになり、閉じるかっこもその中に入っています: {rest}",
    ),
    "Y301": ("anchors (&{name}) are not supported", "アンカー（&{name}）は使えません"),
    "Y302": (
        "nested too deeply (at most {limit} levels)",
        "入れ子が深すぎます（最大 {limit} 段）",
    ),
    "Y303": ("too many values (at most {limit})", "値が多すぎます（最大 {limit} 個）"),
    "Y304": ("aliases (*{name}) are not supported", "エイリアス（*{name}）は使えません"),
    "Y305": ("tags ({tag}) are not supported", "タグ（{tag}）は使えません"),
    "Y306": ("merge keys (<<) are not supported", "マージキー（<<）は使えません"),
    "Y307": ("a key has to be a plain word or text", "キーには単語か文字列だけが使えます"),
    "Y308": (
        "'{key}' is written twice; the first is at line {first_line}, this is line {line}",
        "「{key}」が 2 回書かれています（1 回目は {first_line} 行目、ここは {line} 行目）",
    ),
    "Y401": (
        "'{text}' without quotes means 'nothing' in YAML",
        "引用符のない「{text}」は YAML では「値なし」の意味になります",
    ),
    "Y402": (
        "'{text}' without quotes means true or false to some YAML readers",
        "引用符のない「{text}」は真偽値として読まれることがあります",
    ),
    "Y403": (
        "'{text}' without quotes is read as a number in base 60 by some YAML readers",
        "引用符のない「{text}」は 60 進数として読まれることがあります",
    ),
    "Y404": (
        "'{text}' without quotes loses its leading zero as a number",
        "引用符のない「{text}」は数値として先頭の 0 が失われます",
    ),
    "Y405": (
        "'{text}' without quotes is a number that would be printed differently",
        "引用符のない「{text}」は数値として読むと表記が変わります",
    ),
    "Y406": (
        "'{text}' without quotes is read as a date by some YAML readers",
        "引用符のない「{text}」は日付として読まれることがあります",
    ),
    "Y407": (
        "'{text}' without quotes means infinity or 'not a number'",
        "引用符のない「{text}」は無限大や非数の意味になります",
    ),
    "Y408": (
        "'{text}' without quotes has a special meaning in YAML",
        "引用符のない「{text}」は YAML で特別な意味を持ちます",
    ),
    "Y409": (
        "in a list the comma of {text} separates two values",
        "リストの中では、{text} のコンマは二つの値の区切りになります",
    ),
    "Y410": ("the value is missing", "値がありません"),
    "Y501": ("character {character} is not allowed", "文字 {character} は使えません"),
    "Y502": ("there is a tab here", "ここにタブがあります"),
    "Y503": (
        "'{key}' is followed by a full-width colon",
        "「{key}」の後のコロンが全角です",
    ),
    "Y504": (
        "the space {character} counts as text here, not as indentation",
        "空白 {character} は字下げにならず、文字として扱われます",
    ),
    "Y505": (
        "more than {limit} combining marks in a row",
        "結合文字が {limit} 個を超えて続いています",
    ),
    "D101": ("expected {expected}, found {found}", "{expected}が必要ですが、{found}があります"),
    "D102": ("'{key}' is not known here", "「{key}」はここでは使えません"),
    "D103": ("'{key}' is missing", "「{key}」がありません"),
    "D104": ("'{text}' cannot be used as a name", "「{text}」は名前として使えません"),
    "D105": ("{detail}", "{detail}"),
    "D106": (
        "expected {expected}, found the text '{found}'",
        "{expected}が必要ですが、文字列「{found}」があります",
    ),
    "D107": (
        "'{text}' cannot be used as a name: Windows keeps it for a device, and no file may bear it",
        "「{text}」は名前として使えません。Windows が装置のために取ってある名前で、ファイルに付けられません",
    ),
    "D201": (
        "'{text}' without quotes is {found}, but a text is expected",
        "引用符のない「{text}」は{found}ですが、文字列が必要です",
    ),
    "D202": ("'{text}' is not {expected}", "「{text}」は{expected}ではありません"),
    "D203": ("{text} is less than {limit}", "{text} は {limit} より小さい値です"),
    "D204": ("{text} is more than {limit}", "{text} は {limit} より大きい値です"),
    "D205": (
        "'{text}' is not one of: {choices}",
        "「{text}」は使えません。使えるもの: {choices}",
    ),
    "D206": ("'{text}' is in quotes, so it is a text", "「{text}」は引用符があるので文字列です"),
    "D207": ("this is empty, and at least one is needed", "ここが空です（一つ以上必要です）"),
    "D208": (
        "this title or name goes over several lines, and lists have one for it",
        "題や名前が複数の行に分かれています（一覧では 1 行です）",
    ),
    "D209": ("this title or name is blank", "題や名前が空です"),
    "D210": (
        "this title or name is too long for a list (at most {limit} characters)",
        "題や名前が一覧には長すぎます（{limit} 文字まで）",
    ),
}

_QUOTE: Final[Bilingual] = (
    'Put quotes around it: "{text}"',
    '引用符で囲んでください: "{text}"',
)
_SAVE_UTF8: Final[Bilingual] = (
    "Save the file again with the encoding UTF-8",
    "文字コードに UTF-8 を選んで保存し直してください",
)
_WRITE_OUT: Final[Bilingual] = (
    "Write the values out where they are needed",
    "必要な場所に値をそのまま書いてください",
)
_NAMES: Final[Bilingual] = (
    "Use small letters a-z, digits, - and _, at most 64, starting with a letter or digit",
    "英小文字・数字・「-」「_」で 64 文字まで、英小文字か数字で始めてください",
)

HINTS: Final[dict[str, Bilingual]] = {
    "Y101": ("Check the spelling of the path", "パスのつづりを確かめてください"),
    "Y104": ("Split it into several files", "複数のファイルに分けてください"),
    "Y105": _SAVE_UTF8,
    "Y106": _SAVE_UTF8,
    "Y107": ("Write 'key: value' lines", "「キー: 値」の行を書いてください"),
    "Y108": ("Move it into a file of its own", "別のファイルに移してください"),
    "Y109": _SAVE_UTF8,
    "Y110": (
        "Put the file itself in the place of the link",
        "リンクの代わりに、ファイルそのものを置いてください",
    ),
    "Y201": (
        "Compare this line and the one above with a scenario that works; often a quote, a colon or a space is missing",
        "この行と上の行を、動いているシナリオと見比べてください。引用符・コロン・空白の抜けがよくあります",
    ),
    "Y202": (
        'Put quotes around the text: key: "text: more text"',
        '文字列を引用符で囲んでください: キー: "文字列: 続き"',
    ),
    "Y203": (
        "Write a half-width colon and a space after the key",
        "キーの後に半角コロンと半角空白を書いてください",
    ),
    "Y204": (
        "Use the same number of spaces for all keys of one block",
        "同じまとまりのキーは同じ数の半角空白で字下げしてください",
    ),
    "Y205": ("Put quotes around the text", "文字列を引用符で囲んでください"),
    "Y206": ("Add the closing quote", "閉じる引用符を書いてください"),
    "Y207": (
        "Add the closing bracket, or a comma that is missing between two items",
        "閉じるかっこか、項目の間に抜けているコンマを書いてください",
    ),
    "Y208": (
        "Write \\\\ for a backslash, or use single quotes",
        "\\ そのものは \\\\ と書くか、一重引用符を使ってください",
    ),
    "Y209": (
        "Write the character itself, for example 😀",
        "文字そのもの（例: 😀）を書いてください",
    ),
    "Y210": ("Start the list on the next line", "リストは次の行から始めてください"),
    "Y211": ("Write '{key}: ' with a space", "「{key}: 」と半角空白を入れてください"),
    "Y212": (
        "Put the whole text in quotes of the kind (' or \") that it does not hold itself",
        "文字列の全体を、その中で使っていない方の引用符（' か \"）で囲んでください",
    ),
    "Y213": (
        "Put the text that holds the # in quotes",
        "# を含む文字列を引用符で囲んでください",
    ),
    "Y301": _WRITE_OUT,
    "Y302": ("Use fewer levels", "段を減らしてください"),
    "Y303": ("Split it into several files", "複数のファイルに分けてください"),
    "Y304": _WRITE_OUT,
    "Y305": ("Leave the tag out", "タグを消してください"),
    "Y306": _WRITE_OUT,
    "Y307": ("Write 'key: value'", "「キー: 値」と書いてください"),
    "Y308": ("Remove or rename one of them", "どちらかを消すか、名前を変えてください"),
    "Y401": (
        'Leave the key out, or put quotes around it: "{text}"',
        'キーごと消すか、引用符で囲んでください: "{text}"',
    ),
    "Y402": (
        'Write true or false, or put quotes around it: "{text}"',
        'true か false と書くか、引用符で囲んでください: "{text}"',
    ),
    "Y403": _QUOTE,
    "Y404": (
        'Put quotes around it: "{text}"; where a number belongs, leave out the zero in front',
        '引用符で囲んでください: "{text}"（数値を書く場所なら、先頭の 0 を取ってください）',
    ),
    "Y405": (
        'Write the number plainly (like 0.5 or 10), or put quotes around it: "{text}"',
        '数値は 0.5 や 10 のように書くか、引用符で囲んでください: "{text}"',
    ),
    "Y406": _QUOTE,
    "Y407": _QUOTE,
    "Y408": _QUOTE,
    "Y409": ("Write {sum}", "{sum} と書いてください"),
    "Y410": (
        'Write a value after the colon, or "" for an empty text',
        'コロンの後に値を書いてください（空の文字列は ""）',
    ),
    "Y501": (
        "Delete it; it cannot be seen or acts on screens",
        "消してください（見えない文字や画面を操作する文字です）",
    ),
    "Y502": ("Use spaces instead", "半角空白に置き換えてください"),
    "Y503": (
        "Write '{key}: ' with a half-width colon and a space, or put quotes around the text",
        "半角で「{key}: 」と書くか、文字列なら引用符で囲んでください",
    ),
    "Y504": (
        "Use half-width spaces, or put quotes around the text",
        "半角空白を使うか、文字列なら引用符で囲んでください",
    ),
    "Y505": ("Delete the surplus marks", "余分な記号を消してください"),
    "D102": ("Known here: {known}", "ここで使えるもの: {known}"),
    "D103": ("Add '{key}: ...' to this block", "このまとまりに「{key}: …」を書いてください"),
    "D104": _NAMES,
    "D106": (
        "Write a half-width colon and a space after the key",
        "キーの後に半角コロンと半角空白を書いてください",
    ),
    "D107": (
        "Choose another name, such as '{text}-1'",
        "「{text}-1」のような別の名前にしてください",
    ),
    "D201": _QUOTE,
    "D208": (
        'Write it on one line: key: "text", without | or \\n',
        '1 行で書いてください: キー: "文字列"（| や \\n は使いません）',
    ),
    "D209": ("Write a few words", "短い言葉を書いてください"),
    "D210": ("Say it in a few words", "短い言葉にしてください"),
    "D202": ("Write {advice}", "{advice}を書いてください"),
    "D206": ("Remove the quotes", "引用符を外してください"),
}

DID_YOU_MEAN: Final[Bilingual] = ("Did you mean '{guess}'?", "「{guess}」のことですか？")
"""The hint of every problem that has a fact named ``guess``."""

LIKE_THIS: Final[Bilingual] = ("Write it like this: {form}", "次の形で書いてください: {form}")
"""The hint of every problem that has a fact named ``form``."""

WORDS: Final[dict[str, Bilingual]] = {
    "text": ("a text", "文字列"),
    "mapping": ("a block of 'key: value' lines", "「キー: 値」のまとまり"),
    "list": ("a list (lines that start with '- ')", "リスト（「- 」で始まる行）"),
    "text-or-list": ("a text or a list", "文字列かリスト"),
    "plain-integer": (
        "a plain whole number, such as 120: digits only, no zero in front, no quotes",
        "半角数字だけの整数（例: 120。先頭の 0 や引用符は付けません）",
    ),
    "plain-number": (
        "the number plainly, such as 0.5 or 10, without quotes",
        "普通の書き方の数値（例: 0.5、10。引用符は付けません）",
    ),
    "plain-boolean": (
        "true or false, without quotes",
        "true か false（引用符は付けません）",
    ),
    "integer": ("a whole number like 7", "整数（例: 7）"),
    "number": ("a number like 0.5", "数値（例: 0.5）"),
    "boolean": ("true or false", "true か false"),
    "a-number": ("a number", "数値"),
    "a-boolean": ("a yes/no value", "真偽値"),
}


def add_texts(
    texts: Mapping[str, Bilingual],
    hints: Mapping[str, Bilingual] | None = None,
    words: Mapping[str, Bilingual] | None = None,
) -> None:
    """Add the texts (and hints) of another module's codes.

    Raises ValueError when a code already has other words: two modules then use the same code.
    """
    for table, more in ((TEXTS, texts), (HINTS, hints or {}), (WORDS, words or {})):
        for code, pair in more.items():
            if table.setdefault(code, pair) != pair:
                raise ValueError(f"problem code {code} is already taken")
