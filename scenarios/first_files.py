"""The files of a new scenario, written from a few answers: a scenario and three exemplars a language.

Whatever somebody typed is data: it goes between double quotes with everything escaped, and it comes
back from the file letter by letter. Only braces in a customer's line become full-width ones, since
there ordinary braces are blanks to fill in. No file is touched here.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from scenarios.complaints import ComplaintType
from scenarios.language import LANGUAGES, Language, Text
from scenarios.model import ActionKind, Channel, Cues, Shop
from scenarios.starters import Starter, starter_for
from scenarios.text import clean_text, has_words
from scenarios.values import dataclass

__all__ = ["Answers", "deeds_to_offer", "default_answers", "first_files", "quoted", "spoken"]

DEEDS_TO_OFFER: Final = (
    "arrange-replacement",
    "arrange-refund",
    "refund-shipping",
    "give-coupon",
    "ask-carrier",
    "enter-order",
    "send-catalogue",
    "send-email",
    "report-security",
)
"""Desk actions that carry out something that was offered and leave the contact open."""
Phrases = Callable[[str, Language, int], Sequence[str]]
"""Gives the short phrases of a sentence, each of so many words with content."""
_BRACES: Final = str.maketrans("{}", "｛｝")
_MOST_CUES: Final = 8
_LENGTHS: Final = {"need": 2, "offer": 2, "limit": 3}
"""Words of a cue from a sentence; more where something else must not be meant."""
_LONGEST_ARGUMENT: Final = 60
_LONGEST_NAME: Final = 120


@dataclass(frozen=True, slots=True)
class Answers:
    """What the writer of a new scenario was asked; texts as they were typed."""

    id: str
    type: ComplaintType
    channel: Channel
    title: Text
    customer: Text
    """The customer's name."""
    says: Text
    """What the customer says first."""
    need: Text
    """What the customer says when asked what lies behind it."""
    offer: Text
    """What the agent may offer, in the agent's words."""
    deed: str
    """The desk action that carries the offer out."""
    limit: Text
    """What an agent must not promise, in an agent's words."""


_TALK: Final = (
    *("verify-identity", "hold", "ring-customer", "book-callback", "hand-over"),
    "end-by-procedure",
)
"""Desk actions that every contact may need and that carry out no offer."""


def deeds_to_offer(shop: Shop) -> tuple[str, ...]:
    """Those of a shop that carry out something that was offered: the usual ones, then its own."""
    usual = [deed for deed in DEEDS_TO_OFFER if deed in shop.actions]
    own = [deed for deed in shop.actions if deed not in (*DEEDS_TO_OFFER, *_TALK)]
    return (*usual, *own)


def _deed_of(start: Starter, shop: Shop) -> str:
    """What carries out the offer; where the shop has no such action, an e-mail, or what it has."""
    able = deeds_to_offer(shop) or tuple(shop.actions)
    return next((deed for deed in (start.deed, "send-email", *able) if deed in able), start.deed)


def default_answers(
    scenario_id: str,
    shop: Shop,
    complaint: ComplaintType = ComplaintType.WRONG_ITEM,
    channel: Channel = "chat",
) -> Answers:
    """The answers of somebody who agrees to everything."""
    start = starter_for(complaint)
    return Answers(
        scenario_id,
        complaint,
        channel,
        start.title,
        start.customer,
        start.says,
        start.need,
        start.offer,
        _deed_of(start, shop),
        start.limit,
    )


def first_files(
    answers: Answers, shop: Shop, language: Language, phrases: Phrases
) -> dict[str, str]:
    """Texts of all files by their path in the scenario's folder; comments are in *language*.

    *phrases* makes cues of sentences that are the writer's own.
    """
    made = _Made(answers, starter_for(answers.type), shop, language, phrases)
    files = {"scenario.yaml": made.scenario()}
    for spoken_language in LANGUAGES:
        for kind, text in made.exemplars(spoken_language).items():
            files[f"exemplars/{spoken_language}-{kind}.yaml"] = text
    return files


def quoted(text: str) -> str:
    """*text* as a YAML scalar that every reader takes for a text."""
    return json.dumps(clean_text(text), ensure_ascii=False)


def _on_one_line(text: Text) -> Text:
    """A title or a name, which has one line wherever it stands."""
    ja, en = (clean_text(text.of(language), keep_newlines=False) for language in LANGUAGES)
    return Text(ja, en)


def _shortened(text: Text) -> Text:
    """A sentence as a name that fits into a list."""
    ja, en = (
        one if len(one) <= _LONGEST_NAME else f"{one[: _LONGEST_NAME - 1]}…"
        for one in (text.ja, text.en)
    )
    return Text(ja, en)


def spoken(text: str) -> str:
    """*text* as a line that a customer can say: braces are blanks there, so they go full-width."""
    return clean_text(text).translate(_BRACES)


# ---------------------------------------------------------------- the words between

_ASK: Final = Text(
    "差し支えなければ、いちばんお困りのことをお聞かせいただけますか。",
    "May I ask what matters most to you right now?",
)
_ASK_CUES: Final = Cues(
    ja=("いちばんお困り", "ご事情をお聞かせ", "いつまでに必要", "何にお使い"),
    en=("what matters most", "when do you need it", "what is it for", "what worries you most"),
)
_HEARD: Final = Text(
    "お話しくださり、ありがとうございます。それに沿うように動きます。",
    "Thank you for telling me. That's what I'll work towards.",
)
_CONSENT: Final = Text(
    "こちらで進めてよろしいでしょうか。", "Is it all right with you if I do that?"
)
_PROMISE: Final = Text(
    "本日17時までに、私、佐伯から結果をご連絡いたします。まだ分からないことがあっても、必ずその時刻にお知らせします。お知らせいただき、ありがとうございました。",
    "I, Saeki, will get back to you by 17:00 today to tell you how it went, news or no news. Thank you for getting in touch.",
)
_AGENT: Final = Text("佐伯", "Saeki")
_GREETING: Final = Text("佐伯と申します。", "I'm Saeki.")
_POOR: Final = Text(
    "このたびはご迷惑をおかけし、誠に申し訳ございません。\n規定に沿って対応いたしますので、今しばらくお待ちください。\nご理解のほど、よろしくお願いいたします。",
    "We sincerely apologise for any inconvenience caused.\nYour request will be processed according to our terms. Please wait.\nThank you for your understanding.",
)
_GAMING: Final = Text(
    "共感、傾聴、お詫び、復唱、選択肢、時刻、担当者、感謝",
    "empathy, apology, read back, choices, time, owner, thanks",
)
_TITLES: Final[Mapping[str, Text]] = {
    "good": Text(
        "受け止め、尋ね、できることを手配する", "Takes it in, asks, and arranges what helps"
    ),
    "poor": Text("決まり文句だけで終える", "Nothing but stock phrases"),
    "gaming": Text("よい言葉を並べる", "Lists the right words"),
}
_COMMENTS: Final[Mapping[str, Text]] = {
    "head": Text(
        "ここにない項目には、共通のものが使われます（supportdojo schema に一覧）。",
        "What is left out here has a general form (supportdojo schema lists all keys).",
    ),
    "briefing": Text(
        "研修生が知っておくべき事実（金額・時刻・在庫）を書き足してください。",
        "Add the facts that the trainee has to know: amounts, times, stock.",
    ),
    "situation": Text(
        "situation は種類の見本のままです。このお客様の事情に書き直してください。",
        "The situation is still the type's example: put this customer's into its place.",
    ),
    "cues": Text(
        "cues は「人によって違う短い言い方」。二〜四語で、それぞれ 10 個ほどあると、よく聞き取れます。",
        "Cues are short ways of saying it, two to four words; about ten of each are heard well.",
    ),
}


class _Made:
    """Makes the files from one set of answers."""

    def __init__(
        self, answers: Answers, start: Starter, shop: Shop, language: Language, phrases: Phrases
    ) -> None:
        self.answers, self.start, self.shop, self.language = answers, start, shop, language
        self._phrases = phrases

    # ------------------------------------------------------------ the scenario

    def scenario(self) -> str:
        a = self.answers
        lines = [
            f"# {self._comment('head')}",
            f"id: {a.id}",
            *_text("title", _on_one_line(a.title)),
            f"type: {a.type.value}",
            f"channel: {a.channel}",
            f"# {self._comment('briefing')}",
            *_text("briefing", self._briefing()),
            "customer:",
            f"  name: {_pair(_on_one_line(a.customer))}",
            f"# {self._comment('cues')}",
            "topics:",
            *([f"  # {self._comment('situation')}"] if self._is_own_story() else []),
            *self._topics(),
            "hidden:",
            "  real-need:",
            f"    name: {_pair(self._name('need'))}",
            "    asked_by: [ask about ask-need]",
            '    earned_by: ["anger under 30"]',
            *_lines("says", a.need, "    "),
            "stages:",
            "  opening:",
            *_lines("opens", a.says, "    "),
        ]
        return "\n".join(lines) + "\n"

    def _comment(self, name: str) -> str:
        return _COMMENTS[name].of(self.language)

    def _briefing(self) -> Text:
        name, offer, limit = self.answers.customer, self.answers.offer, self.answers.limit
        return Text(
            f"{name.ja}様からご連絡がありました。\n"
            f"ご案内できること:「{offer.ja}」\n"
            f"お約束できないこと:「{limit.ja}」",
            f"{name.en} gets in touch.\n"
            f'What you may offer: "{offer.en}"\n'
            f'What you must not promise: "{limit.en}"',
        )

    def _topics(self) -> Iterable[str]:
        start = self.start
        yield from _topic("situation", "situation", start.situation, start.situation_cues)
        yield from _topic("feeling", "feeling", _FEELING, _FEELING_CUES)
        yield from _topic("need", "need", self._name("need"), self._cues("need"))
        yield from _topic("ask-need", "question", _ASK_NAME, _ASK_CUES, say=_ASK)
        yield from _topic(
            "offer",
            "step",
            self._name("offer"),
            self._cues("offer"),
            more=[f"deed: {self.answers.deed}"],
            say=self.answers.offer,
        )
        yield from _topic(
            "limit",
            "limit",
            self._name("limit"),
            self._cues("limit"),
            more=[f"breach: {start.breach.value}"],
        )

    def _is_own(self, part: str, language: Language) -> bool:
        """Whether the writer put words of their own here."""
        own: Text = getattr(self.answers, part)
        given: Text = getattr(self.start, part)
        return own.of(language) != given.of(language)

    def _is_own_story(self) -> bool:
        return any(self._is_own("says", language) for language in LANGUAGES)

    def _name(self, part: str) -> Text:
        own = _shortened(_on_one_line(getattr(self.answers, part)))
        given: Text = getattr(self.start, f"{part}_name")
        return Text(
            f"「{own.ja}」ということ" if self._is_own(part, "ja") else given.ja,
            f'this: "{own.en}"' if self._is_own(part, "en") else given.en,
        )

    def _cues(self, part: str) -> Cues:
        given: Cues = getattr(self.start, f"{part}_cues")
        own: Text = getattr(self.answers, part)
        found = {
            language: (
                self._is_own(part, language)
                and self._own_cues(own.of(language), language, _LENGTHS[part])
            )
            or given.of(language)
            for language in LANGUAGES
        }
        return Cues(ja=found["ja"], en=found["en"])

    def _own_cues(self, text: str, language: Language, length: int) -> tuple[str, ...]:
        """Short phrases of a sentence; the sentence itself where it has none, if there is a word in it."""
        plain = clean_text(text, keep_newlines=False).strip()
        found = tuple(self._phrases(plain, language, length))[:_MOST_CUES] or (plain,)
        return tuple(cue for cue in found if has_words(cue))

    # ------------------------------------------------------------ exemplars

    def exemplars(self, language: Language) -> dict[str, str]:
        deed = self.answers.deed
        settled = f"general-settled-{deed}"
        lost = ["general-closed", "general-left"]
        return {
            "good": self._exemplar(language, "good", self._good(language), (70, 100), [settled]),
            "poor": self._exemplar(language, "poor", self._poor(language), (0, 55), lost),
            "gaming": self._exemplar(
                language, "gaming", self._gaming(language), (0, 35), [settled, *lost]
            ),
        }

    def _exemplar(
        self,
        language: Language,
        kind: str,
        steps: list[str],
        band: tuple[int, int],
        endings: list[str],
    ) -> str:
        passed = "true" if kind == "good" else "false"
        lines = [
            f"scenario: {self.answers.id}",
            f"language: {language}",
            f"kind: {kind}",
            "seed: 3",
            f"title: {_pair(_TITLES[kind])}",
            "steps:",
            *(f"  - {step}" for step in steps),
            "band:",
            f"  total: [{band[0]}, {band[1]}]",
            f"  passed: {passed}",
            f"  endings: [{', '.join(endings)}]",
        ]
        return "\n".join(lines) + "\n"

    def _good(self, language: Language) -> list[str]:
        start, offer = self.start, self.answers.offer.of(language)
        need = _HEARD if self._is_own("need", language) else start.need_ack
        first = (_GREETING, start.ack, _ASK)
        second = [need.of(language), _sentence(offer, language), _CONSENT.of(language)]
        blank = "" if language == "ja" else " "
        return [
            f"reply: {quoted(blank.join(text.of(language) for text in first))}",
            f"reply: {quoted(blank.join(second))}",
            *self._action(self.answers.deed, language),
            f"reply: {quoted(_PROMISE.of(language))}",
            *self._action("book-callback", language),
            "end: true",
            f"note: {self._note(language)}",
        ]

    def _note(self, language: Language) -> str:
        happened = self.start.situation_cues.of(language)[0]
        need = (*self._cues("need").of(language), self.answers.need.of(language))[0]
        offer = self.answers.offer.of(language)
        fields = {
            "happened": happened,
            "wish": f"{need} / {offer}",
            "facts": happened,
            "promise": offer,
            "who": _AGENT.of(language),
            "when": "17:00",
        }
        return "{" + ", ".join(f"{name}: {quoted(text)}" for name, text in fields.items()) + "}"

    def _poor(self, language: Language) -> list[str]:
        replies = _POOR.of(language).split("\n")
        return [*(f"reply: {quoted(reply)}" for reply in replies), "end: true", "end: true"]

    def _gaming(self, language: Language) -> list[str]:
        start = self.start
        comma = "、" if language == "ja" else ", "
        lists = (start.situation_cues, _FEELING_CUES, start.need_cues, start.offer_cues)
        words = [cues.of(language)[0] for cues in lists]
        return [
            f"reply: {quoted(comma.join((_GAMING.of(language), *words)))}",
            *self._action(self.answers.deed, language),
            f"reply: {quoted(comma.join((*words, _GAMING.of(language))))}",
            "end: true",
            "end: true",
        ]

    def _action(self, name: str, language: Language) -> list[str]:
        """The step for a desk action, its blanks filled in."""
        action = self.shop.actions.get(name)
        if action is None:
            return []
        filled = {
            argument: _fitting(action, argument, self.answers.offer, language)
            for argument, kind in action.arguments.items()
            if not kind.optional
        }
        if not filled:
            return [f"action: {name}"]
        args = ", ".join(f"{key}: {quoted(value)}" for key, value in filled.items())
        return [f"action: {name}\n    args: {{{args}}}"]


_ASK_NAME: Final = Text("いちばん困っていること", "what matters most")
_FEELING: Final = Text("がっかりし、不安に思っていること", "that it is a let-down and a worry")
_FEELING_CUES: Final = Cues(
    ja=("がっかりなさった", "ご不安なこと", "ご心配なこと", "お疲れになった", "お腹立ち"),
    en=("a let-down", "must be disappointed", "that's worrying", "must be annoying", "be angry"),
)


def _fitting(action: ActionKind, argument: str, offer: Text, language: Language) -> str:
    kind = action.arguments[argument]
    short = clean_text(offer.of(language), keep_newlines=False).strip()[:_LONGEST_ARGUMENT].strip()
    return {
        "time": "17:00",
        "yen": "1000",
        "seconds": "60",
        "choice": kind.choices[0] if kind.choices else "",
        "text": _AGENT.of(language) if argument == "who" else short or "-",
    }[kind.kind]


# ---------------------------------------------------------------- notation


def _pair(text: Text) -> str:
    return f"{{ja: {quoted(text.ja)}, en: {quoted(text.en)}}}"


def _text(key: str, text: Text, indent: str = "") -> list[str]:
    return [
        f"{indent}{key}:",
        f"{indent}  ja: {quoted(text.ja)}",
        f"{indent}  en: {quoted(text.en)}",
    ]


def _lines(key: str, text: Text, indent: str) -> list[str]:
    """One wording a language of what the customer says."""
    return [
        f"{indent}{key}:",
        f"{indent}  ja: [{quoted(spoken(text.ja))}]",
        f"{indent}  en: [{quoted(spoken(text.en))}]",
    ]


def _topic(  # noqa: PLR0913  (a topic has that many keys)
    topic_id: str,
    kind: str,
    name: Text,
    cues: Cues,
    *,
    more: Iterable[str] = (),
    say: Text | None = None,
) -> Iterable[str]:
    yield f"  {topic_id}:"
    yield f"    kind: {kind}"
    yield from (f"    {line}" for line in more)
    yield f"    name: {_pair(name)}"
    yield "    cues:"
    for language in LANGUAGES:
        yield f"      {language}: [{', '.join(map(quoted, cues.of(language)))}]"
    if say is not None:
        yield f"    say: {_pair(say)}"


def _sentence(text: str, language: Language) -> str:
    """*text* with a full stop, so that what follows does not run into it."""
    plain = text.strip()
    return plain if not plain[-1:].isalnum() else plain + ("。" if language == "ja" else ".")
