"""The words of ``try``: what was understood of a move, why the customer said that, what was read anew."""

from __future__ import annotations

from scenarios.language import Text
from simulator.words import Words

__all__ = ["TRY"]

TRY = Words(
    {
        "intro": Text(
            ja="{path} を試しています。保存すると読み直し、ここまでのやり取りをやり直します。",
            en="Trying {path}. When you save it, it is read again and the moves so far are made again.",
        ),
        "help-short": Text(
            ja="返答を入力して Enter。/help で操作の一覧、/stage でこの段階の反応、/back で一つ戻る、/stop で終わる。",
            en="Type a reply and press Enter. /help lists the commands, /stage shows what this stage waits for, /back takes a move back, /stop ends.",
        ),
        "help": Text(
            ja=(
                "/stage                 この段階の反応と、条件が成り立っているか\n"
                "/score                 直前の返答の採点をくわしく\n"
                "/back                  一つ前の手まで戻る\n"
                "/again                 最初からやり直す\n"
                "/record                記録を見る\n"
                "/handbook [語]         応対規程を見る・探す\n"
                "/actions               手元でできる操作の一覧\n"
                "/do 操作 名=値 …       操作する（例: /do book-callback time=13:05 who=田中）\n"
                "/wait 秒               黙って待つ\n"
                "/hint                  この段階の助言と、求められること\n"
                "/close                 あいさつをして応対を終える\n"
                "/stop                  終わる\n"
                "行末に \\ を付けると次の行へ続きます。/ で始まる返答は // と書きます。"
            ),
            en=(
                "/stage                 the reactions of this stage and whether their conditions hold\n"
                "/score                 the scores of the last reply in detail\n"
                "/back                  take the last move back\n"
                "/again                 start over\n"
                "/record                the record\n"
                "/handbook [word]       read or search the handbook\n"
                "/actions               what the desk can do\n"
                "/do ACTION name=value  do it (such as /do book-callback time=13:05 who=Tanaka)\n"
                "/wait SECONDS          stay silent\n"
                "/hint                  the hint of this stage and what is due\n"
                "/close                 say goodbye and end the contact\n"
                "/stop                  end\n"
                "End a line with \\ to go on in the next. Begin with // for a reply that starts with /."
            ),
        ),
        "over": Text(
            ja="応対は終わっています。/back で一つ戻る、/again で最初から、/stop で終わる。保存すれば読み直します。",
            en="The contact is over. /back takes a move back, /again starts over, /stop ends. Saving the file reads it again.",
        ),
        "nothing-to-take-back": Text(
            ja="戻る手がありません。", en="There is no move to take back."
        ),
        "no-reply-yet": Text(ja="まだ返答していません。", en="There is no reply yet."),
        "back": Text(ja="── {count} 手目まで戻りました。", en="── Back after move {count}."),
        "back-to-start": Text(ja="── 最初に戻りました。", en="── Back at the beginning."),
        "reloaded": Text(
            ja="── 保存された内容を読み直しました。{count} 手をやり直し、段階は {stage} です。",
            en="── Read the saved file again. Moves made again: {count}; the stage is {stage}.",
        ),
        "left-out": Text(
            ja="   {number} 手目はやり直せませんでした: {why}",
            en="   move {number} could not be made again: {why}",
        ),
        "left-out-more": Text(
            ja="   ほかに {count} 手もやり直せませんでした。",
            en="   nor could {count} more.",
        ),
        "broken": Text(
            ja="── 保存された内容に問題があります。直るまで、前の内容のまま続けます。",
            en="── There are problems in the saved file. Until they are mended the version before stays.",
        ),
        "more-problems": Text(
            ja="   ほかに {count} 件（supportdojo validate で全部見られます）",
            en="   and {count} more (supportdojo validate shows all)",
        ),
        "heard": Text(ja="  聞いたこと  {text}", en="  heard    {text}"),
        "heard-nothing": Text(
            ja="なし（この件に触れた言葉がない）", en="nothing (no word about this case)"
        ),
        "missed": Text(ja="  届かず      {text}", en="  missed   {text}"),
        "missed-why": Text(
            ja="{acts}（お客様の言葉の繰り返し、引用、引き写し、または暴言に埋もれた）",
            en="{acts} (echoed, quoted, recited, or drowned by an insult)",
        ),
        "topics": Text(ja="  話題        {text}", en="  topics   {text}"),
        "denied": Text(ja="お断り: {topics}", en="declined: {topics}"),
        "news-none": Text(ja="新しいことなし", en="nothing new"),
        "mood": Text(ja="  気持ち      {text}", en="  mood     {text}"),
        "mood-same": Text(ja="変わらず", en="as before"),
        "because": Text(ja="（{causes}）", en=" ({causes})"),
        "anger": Text(ja="怒り", en="anger"),
        "trust": Text(ja="信頼", en="trust"),
        "face": Text(ja="面目", en="face"),
        "control": Text(ja="見通し", en="control"),
        "worry": Text(ja="不安", en="worry"),
        "stage": Text(ja="  段階        {text}", en="  stage    {text}"),
        "why": Text(ja="  台詞の理由  {text}", en="  why      {text}"),
        "scores": Text(
            ja="  点          共感 {empathy}　規程 {policy}　解決 {resolution}",
            en="  scores   empathy {empathy}, policy {policy}, resolution {resolution}",
        ),
        "why.reaction": Text(
            ja="{place} {number} 番目の反応{line}: {cause}",
            en="reaction {number} of {place}{line}: {cause}",
        ),
        "why.goes": Text(ja=" → {goes}", en=" → {goes}"),
        "why.line": Text(ja="（{line} 行目）", en=" (line {line})"),
        "why.everywhere": Text(ja="シナリオ全体の", en="the scenario"),
        "why.stage": Text(ja="{stage} の", en="{stage}"),
        "why.opens": Text(ja="段階 {stage} の始まり", en="the stage {stage} opens"),
        "why.again": Text(
            ja="どの反応にも当てはまらず、{stage} の again",
            en="no reaction fitted: 'again' of {stage}",
        ),
        "why.instead": Text(
            ja="の代わりに、{field} の {number} 番目", en=", instead: line {number} of '{field}'"
        ),
        "why.voice": Text(ja="この人の性分: {cause}", en="by nature: {cause}"),
        "why.hidden": Text(ja="隠れた事実 {name}", en="the hidden fact {name}"),
        "why.event": Text(ja="外の出来事 {name}", en="the event {name}"),
        "why.identity": Text(ja="本人確認の項目を聞かれた", en="was asked who they are"),
        "why.ending": Text(ja="結末 {name}", en="the ending {name}"),
        "why.nothing": Text(ja="言うことが残っていない", en="has nothing left to say"),
        "reaction": Text(
            ja="  {number}. {cause}{leads}{used}", en="  {number}. {cause}{leads}{used}"
        ),
        "used": Text(ja="（もう使った）", en=" (used up)"),
        "condition": Text(ja="       {mark} {word} {source}", en="       {mark} {word} {source}"),
        "holds": Text(ja="○", en="ok"),
        "fails": Text(ja="×", en="no"),
        "at": Text(ja="段階 {stage}:", en="Stage {stage}:"),
        "everywhere": Text(ja="どの段階でも:", en="At every stage:"),
        "no-reactions": Text(ja="  反応はありません。", en="  no reactions."),
    }
)
