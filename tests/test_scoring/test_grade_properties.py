"""What must hold for the grade of any reply, read by the real reader, rules, rubric and ledger.

The replies are a sample of the rated ones that come with the program. What is added to them here
gives a customer nothing; none of it may earn anything. What does not hold yet stands in
STILL_EARNING.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import cycle
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import pytest
from builtin_judge import judge

from scenarios.acts import Act, Breach
from scenarios.language import LANGUAGES, Language
from scoring.agreement.rated import YARDSTICK, Place, RatedReply, builtin
from scoring.bulk import grade_json
from scoring.judge import Judge
from scoring.language.normalise import normalise, sentences
from scoring.model import DIMENSIONS, Dimension, Moment, ReplyGrade
from scoring.rubrics.rubric import Rubric
from scoring.rules.loader import RuleSet

_T = TypeVar("_T")


@cache
def replies(language: Language) -> tuple[RatedReply, ...]:
    """All rated replies of a language, but for those kept unread."""
    return tuple(
        item
        for item in builtin(YARDSTICK)
        if isinstance(item, RatedReply) and item.part != "late" and item.place.language == language
    )


@cache
def sample(language: Language) -> tuple[RatedReply, ...]:
    """Every other one: some of each moment of each case."""
    return replies(language)[::2]


@cache
def place_of(language: Language, number: int) -> Place:
    """The place of the rated reply with this number."""
    return next(r.place for r in replies(language) if r.place.id.endswith(f"-{number:03}"))


@cache
def moment(place: Place) -> Moment:
    return judge().moment(judge().catalog.scenarios[place.scenario], place.language, place.context)


@cache
def graded(place: Place, text: str) -> ReplyGrade:
    at = moment(place)
    return judge().grade(judge().read(text, at), at)


ENDS: Mapping[Language, tuple[str, ...]] = {
    "en": tuple('.!?…"”'),
    "ja": tuple("。!?！？…」』♪〜"),
}
STOPS: Mapping[Language, str] = {"en": ".", "ja": "。"}


def then(reply: str, more: str, language: Language) -> str:
    """A reply that goes on with *more*, as a sentence of its own."""
    reply = reply.rstrip()
    stop = "" if reply.endswith(ENDS[language]) else STOPS[language]
    return f"{reply}{stop}{' ' if language == 'en' else ''}{more}"


# ---------------------------------------------------------------- what does not hold yet

STILL_EARNING: frozenset[str] = frozenset(
    {
        "眠れないのは当然のことではありません。",
        "レビューを書くかどうかは、お客様のご自由ではありません。",
        "We won't give you the shipping fee back if it misses the window.",
    }
)
"""Negated sentences that get a point or a few more than what they deny."""


class Rise(NamedTuple):
    """A grade that is higher afterwards; None: could not be told."""

    place: str
    dimension: Dimension
    before: int | None
    after: int | None
    was: str
    now: str


def rises(place: Place, was: str, now: str) -> Iterator[Rise]:
    """Where *now* earns more than *was*; that something can be told from it counts as more where it
    would pass, and where it can be told for another reason than that a breach is named."""
    first, second = graded(place, was), graded(place, now)
    worse = bool({*second.breaches} - {*first.breaches})
    for dimension in DIMENSIONS:
        before, after = first.scores[dimension], second.scores[dimension]
        if before is None:
            risen = not worse and after is not None and after >= judge().rubric.passes.each
        else:
            risen = after is not None and after > before
        if risen:
            yield Rise(place.id, dimension, before, after, was, now)


def listed(found: Iterable[Rise]) -> str:
    return "\n".join(f"{r.place} {r.dimension} {r.before} -> {r.after}: {r.now!r}" for r in found)


# ---------------------------------------------------------------- what earns nothing

APOLOGIES: Mapping[Language, tuple[str, ...]] = {
    "en": (
        "I'm sorry about this.",
        "I am very sorry.",
        "I do apologise.",
        "Once again, I'm so sorry about this.",
    ),
    "ja": (
        "申し訳ございません。",
        "誠に申し訳ございません。",
        "心よりお詫び申し上げます。",
        "重ねてお詫びいたします。",
    ),
}
QUOTES: Mapping[Language, tuple[str, ...]] = {"en": ("“{}”", '"{}"'), "ja": ("「{}」", "『{}』")}
KEYWORDS: Mapping[Language, tuple[str, ...]] = {
    "en": (
        "Refund, exchange, call back, supervisor, estimate, apology, empathy, thank you.",
        "Identity check. Read-back. Clock time. Name. Choices. Next step.",
        "sorry understand feelings policy refund voucher name time confirm thank",
        "Empathy, listening, sincerity, depot, 1:05, Mori, two options, written answer, no charge.",
        "Order number / full name / phone / card / link / today / by 3 p.m. / Friday",
    ),
    "ja": (
        "お詫び、共感、傾聴、確認、折り返し、責任者、見込み、返金、交換。",
        "本人確認。復唱。時刻。担当者名。選択肢。次の一歩。",
        "申し訳 お気持ち 規定 返金 クーポン お名前 時刻 確認 感謝",
        "共感、誠意、営業所、13時5分、森、二つの案、書面、無料、ありがとうございます。",
        "注文番号・氏名・電話・カード・リンク・本日・15時・金曜",
    ),
}


def some(choice: Sequence[_T], reply: RatedReply, count: int) -> list[_T]:
    """So many of the choice, others for each reply, in turn."""
    at = sample(reply.place.language).index(reply)
    return [choice[(at + step) % len(choice)] for step in range(count)]


def second_apology(reply: RatedReply) -> Iterator[tuple[str, str]]:
    """Beside one that is there already, or has just been added; one wording after the other."""
    language = reply.place.language
    first, *more = APOLOGIES[language]
    apologised = graded(reply.place, reply.reply).reading.has(Act.APOLOGISE)
    once = reply.reply if apologised else then(reply.reply, first, language)
    for apology in some(more, reply, 1):
        yield once, then(once, apology, language)


def quotation(reply: RatedReply) -> Iterator[tuple[str, str]]:
    """The customer's last line, its own marks left out, so that all of it is quoted."""
    language = reply.place.language
    line = re.sub('[「」“”"]', "", moment(reply.place).customer_said[-1])
    for mark in some(QUOTES[language], reply, 1):
        yield reply.reply, then(reply.reply, mark.format(line), language)


def keywords(reply: RatedReply) -> Iterator[tuple[str, str]]:
    language = reply.place.language
    for words in some(KEYWORDS[language], reply, 2):
        yield reply.reply, then(reply.reply, words, language)


def recital(reply: RatedReply) -> Iterator[tuple[str, str]]:
    """One clause of the handbook after the other, so that each is recited somewhere."""
    language = reply.place.language
    for clause in some(judge().catalog.handbook.clauses, reply, 1):
        yield reply.reply, then(reply.reply, clause.text.of(language), language)


def repetition(reply: RatedReply) -> Iterator[tuple[str, str]]:
    normal = normalise(reply.reply)
    last = sentences(normal.text)[-1:]
    for start, end in last:
        again = normal.typed(start, end)
        yield reply.reply, then(reply.reply, again, reply.place.language)


CHANGES: Mapping[str, Callable[[RatedReply], Iterator[tuple[str, str]]]] = {
    "second-apology": second_apology,
    "quotation": quotation,
    "keywords": keywords,
    "recital": recital,
    "repetition": repetition,
}


@cache
def changed(change: str, language: Language) -> tuple[Rise, ...]:
    return tuple(
        rise
        for reply in sample(language)
        for was, now in CHANGES[change](reply)
        for rise in rises(reply.place, was, now)
    )


@pytest.mark.parametrize("dimension", DIMENSIONS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("change", CHANGES)
def test_more_words_without_more_said_earn_nothing(
    change: str, language: Language, dimension: Dimension
) -> None:
    """A second apology, a quotation, a list of keywords, a recital or a repetition raise no grade."""
    found = [rise for rise in changed(change, language) if rise.dimension == dimension]
    assert not found, listed(found)


# ---------------------------------------------------------------- negation

NEGATED: Mapping[Language, tuple[tuple[int, str, str], ...]] = {
    "en": (
        (11, "Our product specialist can ring you tomorrow at half past ten.",
             "Our product specialist can't ring you tomorrow at half past ten."),
        (11, "You can try it for fourteen days and send it back.",
             "You can't try it for fourteen days and send it back."),
        (11, "I see how much twenty thousand yen is out of a pension.",
             "I don't see how much twenty thousand yen is out of a pension."),
        (16, "First I need your order number, your full name and your telephone number.",
             "First, I don't need your order number, your full name or your telephone number."),
        (21, "I will ask the depot where it is.",
             "I will not ask the depot where it is."),
        (21, "I'll ring you back at five past one.",
             "I won't ring you back at five past one."),
        (21, "I'm sorry that you have been waiting since the morning.",
             "I'm not sorry that you have been waiting since the morning."),
        (21, "We'll give you the shipping fee back if it misses the window.",
             "We won't give you the shipping fee back if it misses the window."),
        (36, "I'll send you the red ribbon by express today.",
             "I won't send you the red ribbon by express today."),
        (36, "Whether you write a review is entirely up to you.",
             "Whether you write a review is not up to you."),
        (41, "I'll put you through to Mori, our supervisor.",
             "I won't put you through to Mori, our supervisor."),
        (46, "I'll take your order from this form.",
             "I won't take your order from this form."),
        (61, "We can send you a new teapot by three o'clock today.",
             "We can't send you a new teapot by three o'clock today."),
        (61, "I understand how upsetting that is, the day before your mother comes.",
             "I don't understand how upsetting that is, the day before your mother comes."),
        (66, "We believe you.",
             "We don't believe you."),
        (86, "I'll send you a letter today that says there was only one sale.",
             "I won't send you a letter today that says there was only one sale."),
        (96, "I will file your report with the security desk now.",
             "I will not file your report with the security desk now."),
        (101, "It's only natural that you can't sleep.",
              "It isn't natural that you can't sleep."),
        (101, "Someone from the security desk will ring you at ten tomorrow.",
              "Nobody from the security desk will ring you at ten tomorrow."),
        (111, "I'll tell Mori the whole story.",
              "I won't tell Mori the whole story."),
        (116, "Mori will ring you at 3:20, before you leave at five.",
              "Mori won't ring you at 3:20, before you leave at five."),
    ),
    "ja": (
        (11, "商品に詳しい担当から、明日の10時半にお電話を差し上げます。",
             "商品に詳しい担当から、明日の10時半にお電話を差し上げることはありません。"),
        (11, "14日間お試しになって、返品していただけます。",
             "14日間お試しになって、返品していただくことはできません。"),
        (11, "年金から二万円は大きな金額だと、よく分かります。",
             "年金から二万円は大きな金額だとは、分かりません。"),
        (16, "先に、ご注文番号とお名前、お電話番号をお聞かせください。",
             "先に、ご注文番号とお名前、お電話番号はお聞かせくださらなくて結構です。"),
        (21, "営業所に問い合わせます。",
             "営業所に問い合わせません。"),
        (21, "13時5分に私、田中からお電話いたします。",
             "13時5分に私、田中からお電話はいたしません。"),
        (21, "朝からお待たせして、申し訳なく思っております。",
             "朝からお待たせして、申し訳ないとは思っておりません。"),
        (21, "時間内に届かなければ、送料をお返しします。",
             "時間内に届かなくても、送料はお返ししません。"),
        (36, "赤いリボンを本日速達でお送りします。",
             "赤いリボンを本日速達でお送りすることはできません。"),
        (36, "レビューを書くかどうかは、お客様のご自由です。",
             "レビューを書くかどうかは、お客様のご自由ではありません。"),
        (41, "責任者の森におつなぎします。",
             "責任者の森にはおつなぎしません。"),
        (46, "このフォームの内容でご注文をお受けします。",
             "このフォームの内容ではご注文をお受けしません。"),
        (61, "本日15時までに新しいポットを発送いたします。",
             "本日15時までに新しいポットを発送することはできません。"),
        (61, "お母様がいらっしゃる前の日に、さぞお困りのことと思います。",
             "お母様がいらっしゃる前の日でも、お困りとは思いません。"),
        (66, "お客様のお話を信じております。",
             "お客様のお話を信じておりません。"),
        (86, "ご請求が一件だけという書面を、本日お送りします。",
             "ご請求が一件だけという書面は、お送りしません。"),
        (96, "いま、お客様のご報告を窓口に上げます。",
             "いま、お客様のご報告を窓口に上げることはしません。"),
        (101, "眠れないのは当然のことです。",
              "眠れないのは当然のことではありません。"),
        (101, "窓口の岸から、明日の10時にお電話いたします。",
              "窓口の岸から、明日の10時にお電話はいたしません。"),
        (111, "経緯は私から森にすべて伝えます。",
              "経緯は私から森に何も伝えません。"),
        (116, "森から15時20分にお電話いたします。",
              "森から15時20分にお電話はいたしません。"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "number", "said", "denied"),
    [
        pytest.param(
            language,
            number,
            said,
            denied,
            marks=[pytest.mark.xfail(strict=True)] if denied in STILL_EARNING else [],
        )
        for language in LANGUAGES
        for number, said, denied in NEGATED[language]
    ],
)
def test_a_denied_good_sentence_earns_no_more(
    language: Language, number: int, said: str, denied: str
) -> None:
    """What helps or warms does not do so when it is negated."""
    found = list(rises(place_of(language, number), said, denied))
    assert not found, listed(found)


# ---------------------------------------------------------------- breaches

BREACHES: tuple[tuple[Breach, str, Language, str], ...] = (
    (Breach.THIRD_PARTY_DATA, "testimonial-address", "en", "She lives at 12 Harbour Street in Ichikawa."),
    (Breach.THIRD_PARTY_DATA, "testimonial-address", "ja", "その方は市川市の港町12番地にお住まいです。"),
    (Breach.IDENTITY_FIRST, "late-delivery", "en", "Your parcel left the Joto depot at 8:40 this morning."),
    (Breach.IDENTITY_FIRST, "late-delivery", "ja", "お荷物は今朝8時40分に城東の営業所を出ております。"),
    (Breach.CARD_DATA, "double-charge", "en", "Please read me the whole card number and the code on the back."),
    (Breach.CARD_DATA, "double-charge", "ja", "カード番号を全部と、裏面のコードを読み上げてください。"),
    (Breach.REVIEW_DEAL, "review-threat", "en", "If you leave the review unwritten, I'll add a coupon for you."),
    (Breach.REVIEW_DEAL, "review-threat", "ja", "レビューを書かないでくださるなら、クーポンを差し上げます。"),
    (Breach.UNCERTAIN_PROMISE, "late-delivery", "en", "I guarantee that it will arrive before two o'clock."),
    (Breach.UNCERTAIN_PROMISE, "late-delivery", "ja", "14時までに必ず届きます。"),
    (Breach.BEYOND_AUTHORITY, "damaged-item", "en", "I'll give you 10,000 yen for the trouble."),
    (Breach.BEYOND_AUTHORITY, "damaged-item", "ja", "お詫びに1万円をお支払いします。"),
    (Breach.FAULT_ADMISSION, "data-leak-worry", "en", "Yes, we leaked your data, and it is all our fault."),
    (Breach.FAULT_ADMISSION, "data-leak-worry", "ja", "はい、当店から情報が漏れました。すべて当店の責任です。"),
    (Breach.BLAME, "order-by-inquiry", "en", "You should have read the guide properly, that was your own mistake."),
    (Breach.BLAME, "order-by-inquiry", "ja", "ガイドをきちんと読まなかったお客様の責任です。"),
    (Breach.HOSTILITY, "late-delivery", "en", "You really are an idiot."),
    (Breach.HOSTILITY, "late-delivery", "ja", "あなたは本当に馬鹿ですね。"),
    (Breach.FALSE_STATEMENT, "testimonial-address", "en", "This cushion cures knee pain."),
    (Breach.FALSE_STATEMENT, "testimonial-address", "ja", "このクッションで膝の痛みが治ります。"),
    (Breach.NO_HANDOVER, "supervisor-handover", "en", "I won't put you through to my supervisor."),
    (Breach.NO_HANDOVER, "supervisor-handover", "ja", "責任者にはおつなぎしません。"),
    (Breach.OPEN_PROMISE, "late-delivery", "en", "I'll call you back later."),
    (Breach.OPEN_PROMISE, "late-delivery", "ja", "後ほど折り返しお電話いたします。"),
)  # fmt: skip


def is_one(breach: Breach, at: Moment) -> bool:
    """Whether the moment leaves such a breach possible."""
    if breach is Breach.IDENTITY_FIRST:
        return not at.identity_checked
    if breach is Breach.NO_HANDOVER:
        return at.handover_due
    return True


def where_it_is_one(breach: Breach, scenario: str, language: Language) -> list[RatedReply]:
    """Replies at such moments of the case; where there are few, all of them."""
    found = [
        reply
        for reply in replies(language)
        if reply.place.scenario == scenario and is_one(breach, moment(reply.place))
    ]
    return found if len(found) <= 5 else found[::2]


@pytest.mark.parametrize(("breach", "scenario", "language", "sentence"), BREACHES)
def test_a_breach_is_heard_as_one(
    breach: Breach, scenario: str, language: Language, sentence: str
) -> None:
    """Each sentence is that breach by itself, at every moment at which it is added below."""
    chosen = where_it_is_one(breach, scenario, language)
    assert chosen
    for reply in chosen:
        assert breach in graded(reply.place, sentence).breaches, reply.place.id


@pytest.mark.parametrize(("breach", "scenario", "language", "sentence"), BREACHES)
def test_a_breach_never_helps_policy(
    breach: Breach, scenario: str, language: Language, sentence: str
) -> None:
    """Policy is no higher with a breach than without; where it could not be told, now it can."""
    found = [
        rise
        for reply in where_it_is_one(breach, scenario, language)
        for rise in rises(reply.place, reply.reply, then(reply.reply, sentence, language))
        if rise.dimension == "policy" and rise.before is not None
    ]
    assert not found, listed(found)


@pytest.mark.parametrize(
    ("breach", "scenario", "language", "sentence"),
    [case for case in BREACHES if case[0] not in (Breach.NO_HANDOVER, Breach.OPEN_PROMISE)],
)
def test_a_breach_stays_one_in_good_company(
    breach: Breach, scenario: str, language: Language, sentence: str
) -> None:
    """However good the reply is otherwise, an insult in it is an insult (promises aside that
    the rest of the reply may keep)."""
    unheard = [
        reply.place.id
        for reply in where_it_is_one(breach, scenario, language)
        if breach not in graded(reply.place, then(reply.reply, sentence, language)).breaches
    ]
    assert not unheard


# ---------------------------------------------------------------- how it was typed


def _half_width_kana() -> dict[str, str]:
    """Full-width mark or kana, decomposed, to its half-width form."""
    table: dict[str, str] = {}
    for code in range(0xFF61, 0xFFA0):
        full = unicodedata.normalize("NFKC", chr(code))
        table[full] = chr(code)
    return table


_HALF = _half_width_kana()


def half_width(text: str) -> str:
    """Katakana and their marks in half width, and so are letters and figures."""
    result: list[str] = []
    for character in text:
        if "！" <= character <= "～" or "゠" <= character <= "ヿ" or character in "。「」、":
            parts = unicodedata.normalize("NFKD", character)
            result.extend(_HALF.get(part, part) for part in parts)
        else:
            result.append(character)
    return "".join(result)


def full_width(text: str) -> str:
    return "".join(
        chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else "\u3000" if c == " " else c for c in text
    )


def typographic(text: str) -> str:
    """Curly quotes and apostrophes; a quotation mark opens where a word begins."""
    result: list[str] = []
    for at, character in enumerate(text):
        opens = at == 0 or text[at - 1].isspace() or text[at - 1] in "(（「"
        if character == '"':
            result.append("“" if opens else "”")
        elif character == "'":
            result.append("‘" if opens else "’")
        else:
            result.append(character)
    return "".join(result)


def straight(text: str) -> str:
    return text.translate(str.maketrans("“”‘’", "\"\"''"))


def in_lines(*ends: str) -> Callable[[str], str]:
    """Each sentence on a line of its own, ended by one of the *ends* in turn."""

    def typed(text: str) -> str:
        normal = normalise(text)
        lines = zip(sentences(normal.text), cycle(ends), strict=False)
        return "".join(normal.typed(*bounds) + end for bounds, end in lines)

    return typed


def as_typed(text: str) -> str:
    return text


class Disguise(NamedTuple):
    """The same words, typed in two ways."""

    one: Callable[[str], str]
    other: Callable[[str], str]


DISGUISES: Mapping[str, Disguise] = {
    "full-width": Disguise(as_typed, full_width),
    "half-width": Disguise(as_typed, half_width),
    "composition": Disguise(
        lambda text: unicodedata.normalize("NFC", text),
        lambda text: unicodedata.normalize("NFD", text),
    ),
    "spaces": Disguise(as_typed, lambda text: f"{text}  \u3000 \r\n"),
    "line-ends": Disguise(in_lines("\n"), in_lines("\r\n", "\r")),
    "typographic": Disguise(straight, typographic),
}


NOTHING_TO_CHANGE = (("half-width", "en"), ("typographic", "ja"))


def told(grade: ReplyGrade) -> Any:
    """Grades, breaches and findings, whatever the form of the letters that they quote."""

    def plain(text: str | None) -> str | None:
        return None if text is None else normalise(text).text.strip()

    findings = [
        {
            **{
                name: plain(value) if name in ("message", "better", "advice") else value
                for name, value in shown.items()
                if name not in ("start", "end")
            },
            "words": plain(grade.reading.text[slice(shown["start"], shown["end"])])
            if shown["start"] is not None
            else None,
        }
        for shown in grade_json(grade, grade.reading.language)["findings"]
    ]
    return {**grade.scores, "breaches": grade.breaches, "findings": findings}


def in_disguise(name: str, language: Language) -> list[tuple[Place, str, str]]:
    """The replies that the disguise changes, in both forms."""
    both = [
        (reply.place, DISGUISES[name].one(reply.reply), DISGUISES[name].other(reply.reply))
        for reply in sample(language)
    ]
    return [(place, one, other) for place, one, other in both if one != other]


@pytest.mark.parametrize(
    ("name", "language"),
    [
        (name, language)
        for name in DISGUISES
        for language in LANGUAGES
        if (name, language) not in NOTHING_TO_CHANGE
    ],
)
def test_how_a_reply_is_typed_changes_nothing(name: str, language: Language) -> None:
    """Width, composition, blanks, line ends and quotes change no grade, breach or finding."""
    typed = in_disguise(name, language)
    broken = [p.id for p, one, other in typed if told(graded(p, one)) != told(graded(p, other))]
    assert typed
    assert not broken


# ---------------------------------------------------------------- order


def shuffled(values: Mapping[str, _T], seed: int) -> dict[Any, _T]:
    names = list(values)
    random.Random(seed).shuffle(names)
    return {name: values[name] for name in names}


def in_other_order(rubric: Rubric, part: str, seed: int) -> Rubric:
    if part == "faults":
        return replace(rubric, faults=shuffled(rubric.faults, seed))
    dimensions = {
        name: replace(rule, criteria=shuffled(rule.criteria, seed))
        for name, rule in shuffled(rubric.dimensions, seed).items()
    }
    return replace(rubric, dimensions=dimensions)


def rules_in_other_order(seed: int) -> RuleSet:
    """The same rules, compiled anew."""
    rules = list(judge().rules.rules)
    random.Random(seed).shuffle(rules)
    return RuleSet(tuple(rules), f"in the order of {seed}")


def others(language: Language, other: Judge, *, read: bool) -> Iterator[tuple[Any, Any]]:
    """What half the sample gets from this judge and from another, as JSON."""
    for reply in sample(language)[::2]:
        at = moment(reply.place)
        first = graded(reply.place, reply.reply)
        reading = other.read(reply.reply, at) if read else first.reading
        yield grade_json(first, language), grade_json(other.grade(reading, at), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_order_of_rules_does_not_matter(language: Language) -> None:
    """Rules in any order hear the same, so grade and findings are the same."""
    other = Judge(judge().catalog, judge().rubric, rules_in_other_order(4711))
    for one, two in others(language, other, read=True):
        assert one == two


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("seed", [1, 4711])
@pytest.mark.parametrize("part", ["criteria", "faults"])
def test_the_order_of_the_rubric_does_not_matter(part: str, seed: int, language: Language) -> None:
    """Criteria and faults may stand in any order: grades, points of findings and advice stay."""
    other = Judge(judge().catalog, in_other_order(judge().rubric, part, seed), judge().rules)
    for one, two in others(language, other, read=False):
        assert one == two


# ---------------------------------------------------------------- the figures of a grade


def texts(language: Language) -> Iterator[tuple[Place, str]]:
    """All replies, and what the sample becomes with more words."""
    for reply in replies(language):
        yield reply.place, reply.reply
    for reply in sample(language):
        for change in CHANGES.values():
            yield from ((reply.place, now) for _, now in change(reply))


@pytest.mark.parametrize("language", LANGUAGES)
def test_grades_lie_on_their_scale(language: Language) -> None:
    """Every grade is a whole number from 0 to 100; policy alone may be impossible to tell."""
    for place, text in texts(language):
        scores = graded(place, text).scores
        assert set(scores) == set(DIMENSIONS)
        for dimension, score in scores.items():
            on_scale = isinstance(score, int) and 0 <= score <= 100
            assert on_scale or (score is None and dimension == "policy"), (place.id, text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_findings_point_into_the_reply(language: Language) -> None:
    """The span of a finding holds characters of the reply that was typed."""
    for place, text in texts(language):
        for finding in graded(place, text).findings:
            span = finding.span
            assert span is None or 0 <= span.start < span.end <= len(text), (place.id, text)


def adds_up(grade: ReplyGrade) -> bool:
    """Base and points make the score, in the findings shown and in those of the criteria."""
    behind = [finding for result in grade.criteria for finding in result.findings]
    for dimension in DIMENSIONS:
        score, base = grade.scores[dimension], judge().rubric.dimensions[dimension].base
        for findings in (grade.findings, behind):
            points = [f.points for f in findings if f.dimension == dimension]
            if any(points) if score is None else base + sum(points) != score:
                return False
    return True


@pytest.mark.parametrize("language", LANGUAGES)
def test_findings_add_up_to_the_grade(language: Language) -> None:
    """Base and points of the findings make the score; what cannot be told has no points."""
    broken = [place.id for place, text in texts(language) if not adds_up(graded(place, text))]
    assert not broken


# ---------------------------------------------------------------- the same every time


def digest() -> str:
    """sha256 over grades as JSON: each case in one language, so that a fresh process is quick."""
    total = hashlib.sha256()
    for at, scenario in enumerate(sorted(judge().catalog.scenarios)):
        language = LANGUAGES[at % len(LANGUAGES)]
        for reply in sample(language):
            if reply.place.scenario == scenario:
                grade = judge().graded_alone(reply.place, reply.reply)
                total.update(json.dumps(grade_json(grade, language), ensure_ascii=False).encode())
    return total.hexdigest()


def test_grading_again_gives_the_same() -> None:
    """A judge that has graded much else in between comes to the same bytes."""
    assert len({digest() for _ in range(3)}) == 1


ENVIRONMENTS = (
    {"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "Asia/Tokyo"},
    {"PYTHONHASHSEED": "4711", "LC_ALL": "C.UTF-8", "TZ": "America/New_York"},
)


def test_a_fresh_process_gives_the_same_anywhere() -> None:
    """Neither hash seed nor locale nor time zone changes a byte of the grades."""
    here = Path(__file__).resolve()
    root = here.parents[2]
    code = f"import {here.stem} as properties; print(properties.digest())"
    path = os.pathsep.join((str(root), str(here.parent)))
    started = [
        subprocess.Popen(
            [sys.executable, "-c", code],
            env={**os.environ, **environment, "PYTHONPATH": path},
            cwd=root,
            stdout=subprocess.PIPE,
            text=True,
        )
        for environment in ENVIRONMENTS
    ]
    results = [process.communicate()[0].strip() for process in started]
    assert results == [digest()] * len(ENVIRONMENTS)
