"""The words of what a better end would have needed."""

from __future__ import annotations

from scenarios.language import Text
from simulator.words import Words

__all__ = ["ENDING"]

ENDING = Words(
    {
        "lacking": Text(
            ja="よりよい結末に足りなかったもの: {what}",
            en="What a better end still needed: {what}",
        ),
        "join": Text(ja="、", en="; "),
        "done": Text(ja="操作「{name}」", en="the action “{name}”"),
        "callback": Text(ja="折り返しの予約", en="a call back, booked in time"),
        "identity": Text(ja="本人確認", en="the identity check"),
        "heard": Text(ja="「{name}」を言葉にすること", en="saying this: {name}"),
        "asked": Text(ja="「{name}」を尋ねること", en="asking this: {name}"),
        "told": Text(
            ja="尋ねれば聞けたこと「{name}」", en="what asking could have brought out: {name}"
        ),
        "passed-on": Text(ja="引き継ぎの要点に「{name}」", en="in the hand-over summary: {name}"),
        "anger": Text(ja="お客様の怒りが静まること", en="a calmer customer"),
        "trust": Text(ja="お客様の信頼", en="the customer's trust"),
        "face": Text(ja="お客様の面目が保たれること", en="a customer who keeps face"),
        "control": Text(ja="お客様が自分で決められること", en="a customer who has a say"),
        "worry": Text(ja="お客様の心配が和らぐこと", en="a customer with less to worry about"),
    }
)
