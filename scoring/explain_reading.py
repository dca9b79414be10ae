"""A reading in plain words for a trainer who wants to know what was heard, and as JSON values.

Everything here is taken from the ``Reading``; nothing is judged or looked up again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import exp
from types import MappingProxyType
from typing import Any, Final

from scenarios.acts import Breach
from scenarios.language import Language, Text
from scoring.learned.acts import BY_EXAMPLE
from scoring.ledger.estimate import HUNDRED, Estimate
from scoring.model import DIMENSIONS, Clause, Reading, ReplyGrade
from scoring.reading.labels import act_name, kind_name, modality_name, register_name

_HEADS: Final = {
    "ja": ("文節", "発話行為", "話題", "数値・名前", "内容語の数", "言葉づかい", "割合"),
    "en": (
        "Clauses",
        "Dialogue acts",
        "Topics",
        "Figures and names",
        "Content words",
        "Register",
        "Shares",
    ),
}
_MARKS: Final = {
    "negated": ("否定", "negated"),
    "question": ("質問", "question"),
    "quoted": ("引用", "quoted"),
    "conditional": ("条件", "if"),
    "recited": ("規程の引き写し", "recited"),
    "repeated": ("繰り返し", "said before"),
    "salad": ("単語の羅列", "keyword list"),
}
_AFFIRMED: Final = {"ja": ("肯定", "否定・お断り"), "en": ("affirmed", "denied or declined")}
_LATE: Final = {"ja": "お客様に間に合わない時刻", "en": "too late for the customer"}
_BORROWED: Final = {"ja": "お客様の言葉のまま", "en": "in the customer's words"}
_BY_CUE: Final = {"ja": "手がかり", "en": "cue"}
_LIKE_OTHERS: Final = {"ja": "用例から", "en": "by example"}
_NEAREST: Final = {"ja": "手がかりなし、最も近い話題", "en": "no cue, the nearest topic"}
_IN_CASE: Final = {"ja": "事実と一致", "en": "a fact of the case"}
_SHARES: Final = {
    "echo": ("おうむ返し", "echo"),
    "recital": ("引き写し", "recital"),
    "stuffing": ("羅列・繰り返し", "stuffing"),
    "other_language": ("別の言語", "other language"),
}


Cues = Mapping[tuple[str, int], Sequence[str]]
"""By topic and clause the cues that are found in it (see ``Judge.cues_heard``)."""


def describe(reading: Reading, language: Language, cues: Cues = MappingProxyType({})) -> str:
    """Return what was understood, a line a clause, act, topic and figure."""
    heads, at = _HEADS[language], 0 if language == "ja" else 1
    lines = [f"{heads[0]}:"]
    lines += [
        f"  {number}. {_clause(clause, language)}" for number, clause in enumerate(reading.clauses)
    ]
    lines.append(f"{heads[1]}:")
    for act in reading.acts:
        about = f" -> {', '.join(act.about)}" if act.about else ""
        heard_by = _LIKE_OTHERS[language] if act.rule == BY_EXAMPLE else act.rule
        rule = "" if heard_by == act.act.value else f" ({heard_by})"
        words = _words(reading, act.span.start, act.span.end)
        lines.append(f"  {act_name(act.act, language)}{rule}{about}: {words}")
    lines.append(f"{heads[2]}:")
    for topic in reading.topics:
        said = [_LATE[language] if topic.late else _AFFIRMED[language][0 if topic.affirmed else 1]]
        said += [] if topic.own_words else [_BORROWED[language]]
        said += [_NEAREST[language]] if topic.inferred else []
        words = _words(reading, topic.span.start, topic.span.end)
        heard_by = "".join(
            f"  [{_BY_CUE[language]}: {cue}]" for cue in cues.get((topic.topic, topic.clause), ())
        )
        lines.append(f"  {topic.topic} ({', '.join(said)}): {words}{heard_by}")
    lines.append(f"{heads[3]}:")
    for slot in reading.slots:
        fact = f" ({_IN_CASE[language]})" if slot.in_case else ""
        words = _words(reading, slot.span.start, slot.span.end)
        lines.append(f"  {kind_name(slot.kind, language)} {slot.value}{fact}: {words}")
    register = register_name(reading.politeness, language)
    lines.append(f"{heads[4]}: {reading.words}  {heads[5]}: {register}")
    shares = (f"{names[at]} {getattr(reading.shares, key):.0%}" for key, names in _SHARES.items())
    lines.append(f"{heads[6]}: {', '.join(shares)}")
    return "\n".join(lines)


_HEARD: Final = {
    "ja": "例から聞き取ったこと (共感 / 規程 / 解決、点)",
    "en": "Heard by example (empathy / policy / resolution, points)",
}
_LIKELY: Final = {
    "ja": "例から見た違反の見込み（規則の判断とは別）",
    "en": "How likely a breach is by example, whatever the rules say",
}
_WORTH_TELLING: Final = 5
"""Per cent from which on a likelihood is shown."""
_GRADE: Final = {"ja": "採点", "en": "Grades"}
_UNTOLD: Final = {"ja": "判断できません", "en": "cannot tell"}


def describe_grade(
    grade: ReplyGrade, heard: Estimate | None, titles: Mapping[str, Text], language: Language
) -> str:
    """Return the three grades with the breaches, and what each clause brought to the ledger.

    *titles* are those of ``scoring.feedback.titles.rule_titles``; a breach is a fault of the same id.
    """

    def called(breach: Breach) -> str:
        title = titles.get(breach.value)
        return f"{title.of(language)} ({breach.value})" if title else breach.value

    scores = (grade.scores[d] for d in DIMENSIONS)
    told = " / ".join(_UNTOLD[language] if s is None else str(s) for s in scores)
    breaches = ", ".join(map(called, grade.breaches))
    lines = [f"{_GRADE[language]}: {told}" + (f"  [{breaches}]" if breaches else "")]
    if heard is not None:
        lines.append(f"{_HEARD[language]}:")
        for number, row in enumerate(heard.clauses):
            points = " / ".join(f"{value / HUNDRED:+.1f}" for value in row[: len(DIMENSIONS)])
            clause = grade.reading.clauses[number]
            lines.append(f"  {number}. {points}  {' '.join(clause.text.split())}")
        likely = [f"{called(breach)} {percent} %" for breach, percent in _likely(heard)]
        lines += [f"{_LIKELY[language]}: {', '.join(likely)}"] if likely else []
    return "\n".join(lines)


def _likely(heard: Estimate) -> list[tuple[Breach, int]]:
    """The breaches that are worth telling, in per cent, the likeliest first."""
    each = [
        (breach, round(100 / (1 + exp(-heard.certainty(breach) / HUNDRED)))) for breach in Breach
    ]
    told = [pair for pair in each if pair[1] >= _WORTH_TELLING]
    return sorted(told, key=lambda pair: (-pair[1], pair[0].value))


def grade_as_json(grade: ReplyGrade, heard: Estimate | None) -> dict[str, Any]:
    """Return the grades, in hundredths of a point what each clause brought by dimension, and in per
    cent how likely the ledger thinks each breach, where it is worth telling."""
    brought = heard.clauses if heard is not None else ()
    likely = _likely(heard) if heard is not None else []
    return {
        "scores": {dimension: grade.scores[dimension] for dimension in DIMENSIONS},
        "breaches": [breach.value for breach in grade.breaches],
        "heard": [dict(zip(DIMENSIONS, row, strict=False)) for row in brought],
        "likely": {breach.value: percent for breach, percent in likely},
    }


def _clause(clause: Clause, language: Language) -> str:
    at = 0 if language == "ja" else 1
    marks = [names[at] for key, names in _MARKS.items() if getattr(clause, key)]
    marks += [modality_name(clause.modality, language)] if clause.modality != "plain" else []
    return " ".join(clause.text.split()) + (f"  [{', '.join(marks)}]" if marks else "")


def _words(reading: Reading, start: int, end: int) -> str:
    return " ".join(reading.text[start:end].split())


def as_json(reading: Reading, cues: Cues = MappingProxyType({})) -> dict[str, Any]:
    """Return a reading as JSON values; spans are pairs of character offsets in the reply."""
    return {
        "language": reading.language,
        "words": reading.words,
        "politeness": reading.politeness,
        "shares": {key: getattr(reading.shares, key) for key in _SHARES},
        "clauses": [
            {
                "span": [clause.span.start, clause.span.end],
                "text": clause.text,
                "modality": clause.modality,
                "echo": clause.echo,
                **{key: getattr(clause, key) for key in _MARKS},
            }
            for clause in reading.clauses
        ],
        "acts": [
            {
                "act": act.act.value,
                "span": [act.span.start, act.span.end],
                "clause": act.clause,
                "rule": act.rule,
                "about": list(act.about),
            }
            for act in reading.acts
        ],
        "topics": [
            {
                "topic": topic.topic,
                "span": [topic.span.start, topic.span.end],
                "clause": topic.clause,
                "affirmed": topic.affirmed,
                "late": topic.late,
                "own_words": topic.own_words,
                "inferred": topic.inferred,
                "cues": list(cues.get((topic.topic, topic.clause), ())),
            }
            for topic in reading.topics
        ],
        "slots": [
            {
                "kind": slot.kind,
                "value": slot.value,
                "span": [slot.span.start, slot.span.end],
                "clause": slot.clause,
                "in_case": slot.in_case,
            }
            for slot in reading.slots
        ],
    }
