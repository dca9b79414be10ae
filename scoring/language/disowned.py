"""What is said only to be refused: "You'd like me to say it's been a rotten morning. I'm not."

Such words are nobody's act here and warm nobody: they are read as if they stood between quotation
marks. Only how they are introduced or taken back is looked for, never what they are; who cannot say
a thing for certain ("I can't say when") disowns nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from scenarios.language import Language
from scenarios.values import dataclass
from scoring.language.lazy_pattern import LazyPattern

Stretch = tuple[int, int]
"""Start and end in the matching form."""


@dataclass(frozen=True, slots=True)
class _Frames:
    """Patterns of one language, which introduces what it disowns or takes it back afterwards."""

    hint: LazyPattern
    """Stands in every reply that disowns something."""
    words_follow: bool
    """Whether what is disowned stands behind its frame; otherwise before it."""
    frame: LazyPattern
    """With a group ``other`` the words reach up to it."""
    frame_if_refused: LazyPattern
    """The same where a refusal follows in the same sentence or the next."""
    refuses: LazyPattern
    turns: LazyPattern
    """Where what is disowned ends, or begins: beyond it the speaker means it."""
    takes_back_the_last: LazyPattern
    """Begins a sentence that takes back the one before it."""
    own_word: LazyPattern
    """Introduces what the speaker has said themselves, before."""
    own_word_back: LazyPattern
    """Says of such words, in the same sentence or the next, that they do not hold."""
    heading: LazyPattern
    """What is turned down before a colon: "your money back for a quiet review: no"."""


_SAY: Final = r"(?:say|tell|write|recite|mention)"
_SAYING: Final = r"(?:saying|telling|writing|reciting|mentioning)"
_NOT: Final = r"(?:(?<!do )\bnot|(?<!ca)(?<!could)(?<!do)n't|\bnever|\bnor)"

_NONE: Final = (
    r"\bnone of (?:it|that|those|this|which|these)(?= from me| is coming| will happen|[.,;!]|$)"
)
"""Not "none of this is your fault", nor "none of these costs you anything"."""

_TAKEN_BACK_EN: Final = (
    r"(?<!n't )(?<!not )(?<!never )\b(?:forget|ignore|scrap|strike|scratch|disregard) (?:what i(?:'ve| have)? (?:just )?(?:said|wrote|offered|promised)|"
    r"that (?:bit|line|part|thing|remark|offer)|my (?:remark|offer|line|promise)) (?:about|of|on)\b|"
    r"\bi(?:'d like to|'ll| want to| have to| must)? (?:take|withdraw) (?:back )?what i(?:'ve| have)? "
    r"(?:said|wrote|offered|promised)(?: about)?\b|"
    r"\bi (?:shouldn't|should not|oughtn't to|ought not to) have (?:offered|promised|blamed|tied|called it)\b|"
    r"\b(?:i was|it was) (?:wrong|out of order|silly|daft) (?:of me )?to (?:offer|promise|blame|tie|say it was)\b"
)
"""What the speaker has said before and takes back now. Whoever takes back what was told of somebody
("I shouldn't have told you that …") has told it all the same."""

_EN: Final = _Frames(
    hint=LazyPattern(
        r"\b(?:not?|none|nor|never|nothing|far be it|forget|ignore|scrap|strike|scratch|disregard|take|withdraw|"
        r"wrong|was|out of order|silly|daft)\b|n't\b"
    ),
    words_follow=True,
    frame=LazyPattern(
        rf"{_NOT} (?:(?:going|about|here|inclined|obliged|paid|planning|in a position) to |even |be |ever |now )*"
        rf"(?:{_SAY}|{_SAYING})\b(?! (?:when|whether|how|what|if|for sure|for certain|exactly)\b)|"
        r"\byou(?: will|'ll)? ?(?:won't|not|never) (?:hear|catch) me \w+|"
        r"\b(?:don't|do not) (?:expect (?:me|us|a|any|some)\b|hold out for|hold your breath|imagine)|"
        r"\b(?:don't|do not) (?:you )?think (?:i'm|i'll|i am|we're|we'll) (?:going to|about to)?|"
        rf"\bfar be it from (?:me|us) to\b|{_TAKEN_BACK_EN}"
    ),
    frame_if_refused=LazyPattern(
        r"\bif you(?:'re| are|'d been| were)? (?:expecting|hoping|waiting|wanting)\b|"
        r"\byou(?:'d| would| may| might|'re| were)? (?:probably |perhaps |now |have |be )*"
        r"(?:like|want|expect|expected|expecting|hope|hoped|hoping|waiting)(?: for)?(?: me| us)?(?: to\b|:| a\b)|"
        r"\b(?:i|we) (?:could|might|would|should|'d)(?: now| have| even| well| also| just)* "
        r"(?:say|said|write|written|tell|told|call|offer|offered|ask|asked|promise|promised|have|thank|find)\b|"
        r"\b(?:agents|people|colleagues|shops|others|somebody|someone) (?:who )?(?:would|might)\b|"
        r"\b(?:supposed|trained|meant|taught) to (?:say|tell|write|ask)\b|"
        r"\bthis would be the place\b|\b(?:card|script|manual|handbook) (?:\w+ ){0,4}(?:says|wants)\b"
    ),
    refuses=LazyPattern(
        rf"{_NONE}|\bany(?:thing)? of (?:it|that|those|this|the sort|the kind)\b|\bany such\b|\bdoing none\b|"
        r"\b(?:i'm|i am|we're) not(?: going to| about to)?(?=[.,;!]|$)|\bnot (?:from me|something you)|"
        r"\bi (?:won't|shan't|will not)(?: be)?(?: say| tell| do| writ| offer)|\bi won't(?=[.,;!]|$)|"
        r"\bit's (?:a )?no(?=[.,;!]|$)|\bthe answer'?s? (?:is )?no\b|\bi don't do\b|\bnot obliged\b|\byou've got me\b|"
        r"\byou have got me\b|\bsparing myself\b|\bface down\b|\bthere's none\b|\b(?:won't|n't) (?:get|read|hear) (?:it|that|any)"
    ),
    turns=LazyPattern(
        r"\bbut (?:i|we|you|the|here|what|mori)\b|;| - |\bwhat i(?:'m| will|'ll| can)\b"
    ),
    takes_back_the_last=LazyPattern(
        r"(?:and |but |well, |no, )?(?:i'm|i am|we're) (?:not (?:saying|telling|writing|doing|offering)"
        r"(?: you)? (?:any|that|it|those|this|so)|not going to(?=[.!]|$)|doing none|not(?=[.!]|$))|"
        rf"you(?:'ll| will) get none|{_NONE}|"
        r"i (?:won't|shan't|will not)(?: be)? (?:do|say|writ|offer)\w* (?:any|that|it|those|so)|"
        r"(?:but |and )?(?:that|this|the|a) (?:mark|scan|status|entry|record) (?:does not|doesn't) (?:show|prove|mean|tell)\b"
    ),
    own_word=LazyPattern(
        r"\bi (?:(?:just|even|also|once) )?(?:said|wrote|told you|promised(?: you)?|claimed|implied)"
        r"(?: (?:earlier|before|just now|a (?:moment|minute) ago|in my (?:last|first) \w+))?(?: that)?\b"
    ),
    own_word_back=LazyPattern(
        r"(?:,? ?\b(?:and|but|when|though|which) )?\b(?:"
        r"i (?:can't|cannot|can not|couldn't|could not|don't|do not) (?:\w+ )?(?:know|promise|guarantee|swear to|be sure of|say) (?:that|it|so|any such)\b|"
        r"(?:that|it|which) (?:isn't|is not|wasn't|was not) (?:\w+ )?(?:true|right|certain|mine|my place|decided|so)\b|"
        r"(?:that|it|which) was (?:too (?:strong|much|soon)|wrong|a guess|more than i)\b|"
        r"i (?:shouldn't|should not|had no (?:business|right))\b|i was wrong\b|i take (?:that|it) back\b)"
    ),
    heading=LazyPattern(
        r"[^.!?:;]{8,}(?=(?::| -+) ?(?:(?:well|sorry|i'm afraid),? )?(?:no(?=[.,;!]| (?:i|that|we|it|and|thank))|never\b|not (?:from me|a chance|possible|something)|"
        r"that(?:'s| is) (?:a no\b|not (?:something|a thing|on)|out of)|i (?:won't|can't|don't) do\b))"
    ),
)

_LEFT_OPEN_JA: Final = (
    "(?:(?:言え|申せ|言い切れ|決めつけられ|わか(?:り|ら)|分か(?:り|ら)|(?:お答え|判断|断定|断言)(?:でき|は)?)(?:ま|な|かね)|"
    "申し上げ(?:られ|かね))"
)
"""Behind "one thing or the other": nobody can say which."""
_NEITHER_JA: Final = f"(?:{_LEFT_OPEN_JA}|(?:申し|言い|断定し|お答えし)ません|申し上げません)"
"""The same, or nobody will: neither is said."""

_TAKEN_BACK_JA: Final = (
    "(?:という(?:の|お?話|件|こと|言い方|お?約束)|と(?:言った|いった|言いました|申し上げた|申し上げました|申した|申しました|お伝えした|お伝えしました|お話しした|書いた|書きました)(?:の|こと|件)|"
    "(?<=のせいにした)(?:の|こと)|(?<=のせいにする)ような(?:言い方|こと)|の(?:お?話|件))(?:は|も|を|につきましては)[、,]?[^。、]{0,10}"
    "(?:忘れて(?:くだ|いた|もら)|取り消(?:し|させ)|撤回|間違い(?:でした|です|で[、。])|誤り(?:でした|です|で[、。])|"
    "なかったこと|なしに(?:させ|して)|不適切で(?:した|ござ)|言い[す過]ぎで(?:した|ござ)|私の(?:間違い|誤り|早とちり|早合点)|軽率で(?:した|ござ))"
)
"""What the speaker has said before and takes back now."""

_JA: Final = _Frames(
    hint=LazyPattern(
        "ません|ない|かね(?:ます|る)|なし|おらず|とでも|やめ|控え|省|思いましたか|お思いで|期待|"
        "忘れて|取り消|撤回|間違い|誤り|なかったこと|不適切|言い?[す過]ぎ"
    ),
    words_follow=False,
    refuses=LazyPattern(
        "ません|ない(?:です|の|。|$)|やめま|控えま|省きま|飛ばしま|かねます|なしです|おりません"
    ),
    turns=LazyPattern("(?:が|ので|から|けれど|けど)[、,]"),
    frame=LazyPattern(
        "(?:と|とか|などと|など|なんて|って)(?:いう(?:の|よう|こと|もの|言葉)|、|は|も|でも|、?(?:私|わたくし|わたし)(?:は|の口から|から)|"
        "ここで|こちらから|当方で|特に|今は|もう|二度と|まで|さえ|そんな|気の利いたこと|約束|親切|台詞)*"
        "(?:言い(?:ません|かね)|言わない|言う(?:つもり|気|義理|立場|わけ(?:では|に))|"
        "申し(?:ません|かね|上げません|上げる(?:つもり|気))|申す(?:つもり|気)|書きません|書く(?:つもり|気)|"
        "答える(?:つもり|気)|約束(?:は|も)?(?:しません|いたしません)|思わないで|期待(?:しない|なさら)|"
        "口からは(?:出|申))|"
        f"とも[、,]?[^。、]{{1,24}}(?P<other>とも)[、,]?[^。]{{0,16}}{_NEITHER_JA}|"
        "と(?:言う|言って(?:もらえ|くれ)る?|褒めてもらえる?|でも言う)と(?:でも|思いましたか|お思いでしたか)|"
        f"(?:と|を|ことを?)期待(?:しておいで|なさって|されて)|{_TAKEN_BACK_JA}"
    ),
    frame_if_refused=LazyPattern(
        "と(?:言え(?:たら|ば(?=[^。]{0,8}(?:済|楽|喜|格好|安心)))|書けたら|言いたいところ|申し上げたいところ|(?:他の店なら)?書くところ|言うところ|"
        "申し上げる?(?:んでしょう|のでしょう|たでしょう)|返すのが(?:手本|筋)|続くはず)|"
        "とか[、,][^。]{2,40}(?:とか[、,])|も[、,][^。、]{2,30}も[、,](?=[^。]*(?:いたしません|致しません|いたしかね|しません|つもり|おりません))"
    ),
    takes_back_the_last=LazyPattern(
        "[―ー—-]*(?:と(?:、|返す|言う|書く|申し上げ)|そう(?:言え|申せ|書け)ば(?=[^。]{0,10}(?:済|楽|喜|格好|安心)))"
        "[^。]{0,40}(?:ません|ない|かねます|やめ|控え)|"
        "(?:そういう(?:の|こと)|どれも|いずれも|どちらも)[^。]{0,24}"
        "(?:いたしません|致しません|いたしかね|しません|申しません|言いません|つもり|やめ|控え)|"
        "(?:でも、?|ただ、?)?(?:その|この)?(?:記録|表示|操作|印)(?:だけ)?(?:では|は|だけでは)、?[^。]{0,20}"
        "(?:こと|証拠|証明)(?:に)?は(?:なりません|ならない)"
    ),
    own_word=LazyPattern("(?!)"),  # in Japanese the words stand before: _TAKEN_BACK_JA
    own_word_back=LazyPattern("(?!)"),
    heading=LazyPattern(
        "[^。:-]{8,}(?=[:-]+(?:いえ|いいえ|これは|それは)?[、,]?"
        "(?:お断り|でき(?:ません|かねます)|お受けでき|いたしかね|いたしません))"
    ),
)

_FRAMES: Final[Mapping[Language, _Frames]] = {"ja": _JA, "en": _EN}
_TAKES_BACK: Final[Mapping[Language, LazyPattern]] = {
    "ja": LazyPattern(_TAKEN_BACK_JA),
    "en": LazyPattern(_TAKEN_BACK_EN),
}
_NEITHER: Final = LazyPattern(
    f"とも[、,]?[^。、]{{1,24}}とも[、,]?(?P<said>[^。]{{0,16}}{_LEFT_OPEN_JA})"
)


def says_neither(sentence: str) -> bool:
    """Whether a sentence in its matching form leaves open which of two things is so: what it names is
    nobody's word, and that it is left open is the speaker's."""
    return _NEITHER.search(sentence) is not None


def taken_back_from(text: str, language: Language) -> list[int]:
    """Where in a sentence what is taken back, or left open, meets the words that do so, which are meant
    and make a clause of their own."""
    words_follow = _FRAMES[language].words_follow
    found = _TAKES_BACK[language].finditer(text)
    places = [frame.end() if words_follow else frame.start() for frame in found]
    if language == "ja":
        places += [left_open.start("said") for left_open in _NEITHER.finditer(text)]
    return sorted(places)


_NAMED: Final = LazyPattern(
    "(?:^|(?<=[。!?、\n]))(?P<named>(?:[^。!?、「」\n]{1,8}、)?[^。!?、「」\n]{1,8}?)(?:とい(?:う|った)|など(?:という|の))お?言葉"
)
"""「ばか、能なしというお言葉」: words that are named and not said."""


def disowned(text: str, sentences: Sequence[Stretch], language: Language) -> list[Stretch]:
    """The stretches of *text* that are said only to be refused, or named as somebody's words; it is in its
    matching form."""
    frames = _FRAMES[language]
    found: list[Stretch] = []
    if language == "ja" and "言葉" in text:
        found += [match.span("named") for match in _NAMED.finditer(text)]
    if frames.hint.search(text) is None:
        return found
    for number, (start, end) in enumerate(sentences):
        here = text[start:end]
        after = text[slice(*sentences[number + 1])] if number + 1 < len(sentences) else ""
        found += [(start + a, start + b) for a, b in _within(here, after, frames)]
        if after and frames.takes_back_the_last.match(after):
            found.append((start, end))
    return found


def _within(here: str, after: str, frames: _Frames) -> Iterator[Stretch]:
    """What one sentence disowns of itself; *after* is the next one."""
    if heading := frames.heading.match(here):
        yield heading.span()
    for frame in frames.frame.finditer(here):
        yield _reach(here, frame, frames)
    for frame in frames.frame_if_refused.finditer(here):
        if _refused(here[frame.end() :], after, frames):
            yield _reach(here, frame, frames)
    for frame in frames.own_word.finditer(here):
        back = frames.own_word_back.search(here, frame.end())
        if back or frames.own_word_back.match(after):
            yield frame.start(), back.start() if back else len(here)


def _reach(here: str, frame: re.Match[str], frames: _Frames) -> Stretch:
    """From the frame to the turn behind it, or to the frame from the turn before it."""
    if frames.words_follow:
        turn = frames.turns.search(here, frame.end())
        return frame.end(), turn.start() if turn else len(here)
    turns = frames.turns.finditer(here[: frame.start()])
    other = frame.groupdict().get("other")
    end = frame.start("other") if other else frame.start()
    return max([turn.end() for turn in turns], default=0), end


def _refused(rest: str, after: str, frames: _Frames) -> bool:
    return frames.refuses.search(rest) is not None or frames.refuses.search(after) is not None
