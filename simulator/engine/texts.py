"""The few words of the engine's own: what the desk answers and what happens, in both languages.

Everything a customer says comes from the scenario or the persona; the exceptions are
``NOTHING``, for a customer who has no wording left that was not just said, and ``ASKED`` with
``IN_VAIN``, ``NOT_YET_SEEN``, ``PUT_RIGHT``, ``SWORN`` and ``HOPED``, for one who is asked what anybody
could answer, or what no scenario foresaw, to whom an own word is taken back, or something uncertain
promised or hoped for.
"""

from __future__ import annotations

from typing import Final, Literal

from scenarios.language import Phrases, Text
from scenarios.model import Channel, Said
from simulator.engine.asked_words import Asked, InVain
from simulator.engine.clock import clock_text, day_name

NOTHING: Final = Said(any=Phrases(ja=("……。", "…………。"), en=("…", "... ...")))
ASKED: Final[dict[Asked, Said]] = {
    "number": Said(
        any=Phrases(
            ja=("登録してある番号で。", "そちらで分かる番号で。"),
            en=("The number you have for me.", "The one you've got for me."),
        )
    ),
    "so": Said(
        any=Phrases(
            ja=("はい、そのとおりです。", "ええ、それで合っています。"),
            en=("Yes, that's it.", "That's how it is, yes."),
        ),
        hot=Phrases(ja=("だから、そう言っています。",), en=("That's what I said.",)),
    ),
    "email": Said(
        any=Phrases(
            ja=("そちらにあるアドレスで合っています。", "いつものアドレスで大丈夫です。"),
            en=("The one you have for me is right.", "The e-mail address you've got is fine."),
        )
    ),
    "right": Said(
        any=Phrases(
            ja=("はい、その番号です。", "ええ、合っています。"),
            en=("Yes, that's right.", "That's the one, yes."),
        )
    ),
    "where": Said(
        any=Phrases(
            ja=("そちらにある住所へお願いします。", "前と同じ住所で。"),
            en=("To the address you have.", "The same address as before."),
        )
    ),
    "time": Said(
        any=Phrases(
            ja=("早いほうがいいです。", "いつでも。早いほうで。"),
            en=("The sooner the better.", "Any time. As soon as you can."),
        ),
        hot=Phrases(ja=("早いほうに決まってるでしょう。",), en=("As soon as you can, obviously.",)),
    ),
    "choice": Said(
        any=Phrases(
            ja=("お任せします。", "そちらに任せます。"),
            en=("You choose.", "Whichever you think is best."),
        ),
        hot=Phrases(
            ja=("何でもいいです。", "何でもいいから、早く。"),
            en=("I don't care which.", "Whichever. Just get on with it."),
        ),
    ),
    "reach": Said(
        any=Phrases(
            ja=("はい、出られます。", "電話は手元に置いておきます。"),
            en=("Yes, I'll pick up.", "I'll keep the phone by me."),
        ),
        hot=Phrases(
            ja=("出ますから、必ずかけてください。",),
            en=("I'll answer. Just you see that you ring.",),
        ),
    ),
    "deed": Said(
        any=Phrases(
            ja=("ええ、そうします。", "はい、そうします。"),
            en=("Yes, I'll do that.", "All right, I will."),
        )
    ),
    "came": Said(
        any=Phrases(
            ja=("はい、大丈夫です。", "ええ、問題ないです。"),
            en=("Yes, it's all there.", "Yes, that's fine."),
        )
    ),
    "else": Said(
        any=Phrases(
            ja=("いえ、もう大丈夫です。", "ほかにはありません。"),
            en=("No, that's all.", "Nothing else, no."),
        )
    ),
    "consent": Said(
        any=Phrases(ja=("お願いします。", "ええ、それで。"), en=("Yes, please.", "Yes, do that.")),
        hot=Phrases(
            ja=("なら、そうして。", "だったら、やって。"), en=("Then do it.", "Do it, then.")
        ),
    ),
}
"""By what is asked; numbers and addresses are the same in every heat."""
IN_VAIN: Final[dict[InVain, Said]] = {
    "themselves": Said(
        any=Phrases(ja=("それは、どうしてですか。",), en=("Why do you ask?",)),
        hot=Phrases(
            ja=("それが何の関係があるんですか。",), en=("What has that got to do with it?",)
        ),
    ),
    "private": Said(
        any=Phrases(
            ja=("そこは、いまはちょっと……。", "それは、いまは控えさせてください。"),
            en=("I'd sooner leave that aside just now.", "I'd rather not go into that, if I may."),
        ),
        hot=Phrases(ja=("それはいまいいでしょう。",), en=("Never mind that now.",)),
    ),
    "fact": Said(
        any=Phrases(
            ja=("さあ、いまはちょっと分かりません。", "それは、すぐには分かりません。"),
            en=("I couldn't say, just now.", "That I couldn't tell you offhand."),
        ),
        hot=Phrases(ja=("そんなこと、分かりませんよ。",), en=("How should I know?",)),
    ),
}
"""To a question that no scenario foresaw, by what it is about."""

NOT_YET_SEEN: Final = Said(
    any=Phrases(
        ja=("まだ見ていません。", "あとで見てみます。"),
        en=("I haven't looked yet.", "I've not seen it yet."),
    )
)
"""To whether something has come that nobody has sent."""
PUT_RIGHT: Final = Said(
    any=Phrases(
        ja=(
            "そうですか。言い直してもらえてよかったです。",
            "そうですか。そう言ってもらえると助かります。",
        ),
        en=("All right. Good of you to say so.", "Fair enough. Thanks for putting it straight."),
    ),
    hot=Phrases(ja=("さっきと話が違いますね。",), en=("So which is it, then?",)),
)
"""To an agent who takes an own word back, where the scenario has nothing to say to it."""
SWORN: Final = Said(
    any=Phrases(
        ja=("それは、確かなんですね。", "言い切って、いいんですね。"),
        en=("That's certain, is it?", "You're sure of that?"),
    ),
    hot=Phrases(ja=("本当でしょうね。",), en=("You'd swear to that, would you?",)),
)
"""To an agent who promises what nobody can be certain of, where the scenario has nothing to say to it."""
HOPED: Final = Said(
    any=Phrases(
        ja=("それは、もう決まったことなんですか。", "そうなると、言い切れるんですか。"),
        en=("Is that settled, or do you only hope so?", "You think so, or you know so?"),
    ),
    hot=Phrases(
        ja=("見込みの話では困ります。",), en=("I don't need hopes. Is it settled or not?",)
    ),
)
"""To an agent who hopes for what others decide as good as settled, where the scenario has nothing to say
to it."""
_PLAINLY: Final[dict[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "number": (("登録してある番号でいい。", "そっちで分かる番号で。"), ()),
    "right": (("ああ、その番号で合ってる。", "うん、それで合ってる。"), ()),
    "so": (("ああ、そのとおり。", "うん、それで合ってる。"), ("だから、そう言ってる。",)),
    "email": (("そっちにあるアドレスで合ってる。", "いつものアドレスでいい。"), ()),
    "where": (("そっちにある住所へ。", "前と同じ住所で。"), ()),
    "time": (("早いほうがいい。", "いつでもいい。"), ("早いほうに決まってる。",)),
    "choice": (("そっちに任せる。", "そっちで決めて。"), ("何でもいいから、早く。",)),
    "reach": (("電話なら出られる。", "電話は手元に置いとく。"), ("電話は出るから、必ずかけて。",)),
    "consent": (("じゃあ、お願い。", "じゃあ、それで。"), ("なら、そうして。",)),
    "deed": (("分かった、そうする。", "ああ、そうするよ。"), ()),
    "came": (("ああ、大丈夫。", "うん、問題ない。"), ()),
    "not-come": (("まだ見てない。", "あとで見てみる。"), ()),
    "else": (("もうそれだけ。", "ほかにはない。"), ()),
    "themselves": (("どうして、それを？",), ("それが何の関係があるの。",)),
    "private": (
        ("そこは、いまはちょっと……。", "それは、いまはよしておく。"),
        ("それはいまはいい。",),
    ),
    "fact": (("さあ、いまは分からない。",), ("そんなの、分からないよ。",)),
    "swears": (("それ、確か？", "言い切って、いいんだね。"), ("本当だろうね。",)),
    "hopes": (
        ("それ、もう決まったこと？", "そうなるって、言い切れる？"),
        ("見込みの話じゃ困る。",),
    ),
    "put-right": (
        ("そう。言い直してくれてよかった。", "そう。そう言ってくれると助かる。"),
        ("さっきと話が違う。",),
    ),
}
"""The Japanese of whoever speaks in plain form: in any heat, and where it is hot."""


_SAID: Final[dict[str, Said]] = dict(
    (
        *ASKED.items(),
        *IN_VAIN.items(),
        ("not-come", NOT_YET_SEEN),
        ("put-right", PUT_RIGHT),
        ("swears", SWORN),
        ("hopes", HOPED),
    )
)


Answered = Asked | InVain | Literal["not-come", "put-right", "swears", "hopes"]
"""What the customer has words for whatever the scenario: a question that anybody could answer, or that no
scenario foresaw, an own word taken back, a promise of the uncertain or a hope for it."""


def said_to(what: Answered, *, plainly: bool) -> Said:
    """What is said to it, in Japanese by whoever speaks *plainly* in plain form."""
    said = _SAID[what]
    if not plainly:
        return said
    anyhow, hot = _PLAINLY[what]
    in_heat = None if said.hot is None else Phrases(ja=hot, en=said.hot.en)
    return Said(any=Phrases(ja=anyhow, en=said.any.en if said.any else ()), hot=in_heat)


ASK_FIRST: Final = Text(
    "照合する項目を、まだお客様から伺っていません。こちらから読み上げず、お客様におっしゃっていただいてください。",
    "The customer has not given these details yet. Ask for them; you only match what you are told.",
)
NO_MATCH: Final = Text(
    "登録の内容と一致しません。お客様に伺ったとおりか、お確かめください。",
    "This does not match the record. Check that it is what the customer told you.",
)
NOT_YET: Final = Text("いまの段階ではまだできません。", "This cannot be done at this point.")
ON_THE_LINE: Final = Text(
    "お客様とはいま話している最中です。", "You are talking to the customer already."
)
NOTHING_TO_HOLD: Final = Text(
    "保留にする通話がありません。", "There is no live contact to put on hold."
)
DONE_ALREADY: Final = Text(
    "同じ内容で手配済みです。二重には手配しません。",
    "This has been done already, just so. It is not done a second time.",
)
CALL_ENDED_BY_STEPS: Final = Text(
    "手順を踏んだうえで応対を終えました。", "You ended the contact after the announced steps."
)
CUT_OFF: Final = Text(
    "手順を踏まずに応対を打ち切りました。",
    "You cut the contact off without the announced steps.",
)
CUT_OFF_LATE: Final = Text(
    "予告のあとも話が続いていたところで、応対を打ち切りました。",
    "You cut the contact off when talk had gone on after your notice.",
)
CUT_OFF_WITHOUT_GROUNDS: Final = Text(
    "暴言のないお客様の応対を打ち切りました。",
    "You cut the contact off, though the customer had not been abusive.",
)

_LEFT: Final[dict[Channel, Text]] = {
    "phone": Text("お客様が電話を切りました。", "The customer has hung up."),
    "chat": Text("お客様がチャットを退出しました。", "The customer has left the chat."),
    "email": Text("お客様からの返信は途絶えました。", "The customer does not write back."),
    "visit": Text("お客様は帰ってしまいました。", "The customer has walked out."),
}


def customer_left(channel: Channel) -> Text:
    return _LEFT[channel]


def later(weekday: int, minutes: int) -> Text:
    """Time has passed in the story."""
    time = clock_text(minutes)
    return Text(
        f"時間がたちました（{day_name(weekday, 'ja')}曜日 {time}）。",
        f"Time has passed: it is {day_name(weekday, 'en')} {time}.",
    )


def back_from_hold(seconds: int) -> Text:
    return Text(
        f"{seconds}秒の保留から戻りました。", f"You are back after {seconds} seconds on hold."
    )


def over_limit(limit: int) -> Text:
    return Text(
        f"担当者の判断でお出しできるのは{limit:,}円までです。それを超える分は責任者が決めます。",
        f"An agent may give up to {limit:,} yen. Anything above is for the supervisor to decide.",
    )


def time_passed(clock: int, now: int) -> Text:
    """A call for a time of today that lies behind the story's clock."""
    time, at = clock_text(clock), clock_text(now)
    return Text(
        f"いまは{at}で、今日の{time}は過ぎています。",
        f"It is {at} now: {time} today has passed.",
    )


def new_role(role: Text, summary: str) -> Text:
    """Somebody else carries on; all that they know is what was passed on."""
    known = Text(f"引き継ぎの要点：「{summary}」", f'The summary you were handed: "{summary}"')
    none = Text("引き継ぎの要点はありません。", "No summary was handed to you.")
    note = known if summary else none
    return Text(
        f"ここからは、あなたは{role.ja}です。{note.ja}",
        f"From here on you are {role.en}. {note.en}",
    )
