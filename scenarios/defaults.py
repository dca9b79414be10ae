"""What a scenario is where its writer said nothing: one place for all that is left out.

A first scenario names who calls, what is worth hearing and how it opens; everything else has a
general form that holds for any contact. Only keys that are not in the file are filled in: an empty
list that a writer wrote stays empty. A change here changes how such scenarios play and are graded,
so it needs a new ``ENGINE_VERSION``; ``tests/test_scenarios/test_defaults`` reminds of that.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Final

from scenarios.acts import Breach, Duty
from scenarios.conditions import Condition
from scenarios.language import Phrases, Text
from scenarios.model import (
    ActionKind,
    Cues,
    DeskRule,
    Ending,
    Goal,
    Handbook,
    NoteItem,
    Said,
    Scenario,
    Shop,
    Stage,
    TopicKind,
    Wish,
)
from scenarios.yaml_source import Mapping as MappingNode
from scenarios.yaml_source import Node

__all__ = ["GENERAL_AGAIN", "GENERAL_ENDINGS", "complete"]

_K = TopicKind


def complete(scenario: Scenario, node: Node, shop: Shop, handbook: Handbook) -> Scenario:
    """*scenario* with what its file, read as *node*, leaves out.

    One that leaves nothing out comes back as it is.
    """
    assert isinstance(node, MappingNode)
    given = {key.text for key, _ in node.entries}
    filled = {name: fill(scenario) for name, fill in _FILLED.items() if name not in given}
    if "clauses" not in given:
        filled["clauses"] = _clauses(scenario, handbook)
    stages = {name: _stage(stage) for name, stage in scenario.stages.items()}
    if stages != dict(scenario.stages):
        filled["stages"] = stages
    if not (scenario.customer.about.ja or scenario.customer.about.en):
        filled["customer"] = replace(scenario.customer, about=_about(scenario))
    if rules := _desk(scenario, shop):
        filled["desk"] = {**scenario.desk, **rules}
    endings = _endings(scenario)
    if len(endings) > len(scenario.endings):
        filled["endings"] = endings
    return replace(scenario, **filled) if filled else scenario  # type: ignore[arg-type]


# ---------------------------------------------------------------- what the customer says

GENERAL_AGAIN: Final = Said(
    calm=Phrases(
        ja=("はい。それで、このあとはどうなりますか。", "分かりました。あとは何かありますか。"),
        en=("Right. And what happens now?", "I see. Is there anything else I should know?"),
    ),
    tense=Phrases(
        ja=("それで、どうしていただけるんですか。", "で、こちらはどうすればいいんでしょう。"),
        en=("So what are you going to do about it?", "And where does that leave me?"),
    ),
    hot=Phrases(
        ja=("だから、どうしてくれるんですか。", "いいから、何をしてくれるのか言ってください。"),
        en=("So what are you actually going to do?", "Just tell me what you'll do."),
    ),
)
"""Fits after any reply that leaves the matter where it was."""


def _stage(stage: Stage) -> Stage:
    return stage if stage.again is not None else replace(stage, again=GENERAL_AGAIN)


# ---------------------------------------------------------------- who and what it is about

_SENTENCE: Final = re.compile(r".*?(?:[。！？]|[.!?](?=\s|$)|$)", re.DOTALL)


def _first_sentence(text: str) -> str:
    found = _SENTENCE.match(" ".join(text.split()))
    return found.group().strip() if found else ""


def _summary(scenario: Scenario) -> Text:
    briefing = scenario.briefing
    return Text(_first_sentence(briefing.ja), _first_sentence(briefing.en))


def _about(scenario: Scenario) -> Text:
    needs = [topic.name for topic in scenario.topics.values() if topic.kind is _K.NEED]
    if not needs:
        return _summary(scenario)
    return Text(
        "背後にあったのは、" + "、".join(need.ja for need in needs) + "です。",
        "What lay behind it: " + ", ".join(need.en for need in needs) + ".",
    )


# ---------------------------------------------------------------- how it is judged


def _named(scenario: Scenario, *kinds: TopicKind) -> tuple[str, ...]:
    return tuple(name for name, topic in scenario.topics.items() if topic.kind in kinds)


def _deeds(scenario: Scenario) -> tuple[str, ...]:
    """The desk actions that carry a step out, in the order of the file, each once."""
    steps = (topic for topic in scenario.topics.values() if topic.kind is _K.STEP)
    return tuple(dict.fromkeys(topic.deed for topic in steps if topic.deed))


def _desk(scenario: Scenario, shop: Shop) -> dict[str, DeskRule]:
    """An action that carries a step out is called for here, although no rule says so.

    Its usual answer does not do: of some actions that is that there is nothing to be done.
    """
    return {
        deed: DeskRule(answer=_done(shop.actions[deed]))
        for deed in _deeds(scenario)
        if deed not in scenario.desk and deed in shop.actions
    }


def _done(action: ActionKind) -> Text:
    return Text(f"手続きが済みました（{action.title.ja}）。", f"Done: {action.title.en}.")


def _conditions(sentences: Iterable[str]) -> tuple[Condition, ...]:
    return tuple(Condition.parse(sentence) for sentence in sentences)


def _goals(scenario: Scenario) -> tuple[Goal, ...]:
    goals = []
    if steps := _named(scenario, _K.STEP):
        name = Text("できることを、お客様に示した", "The customer was told what can be done")
        goals.append(Goal(name, _conditions(f"heard {step}" for step in steps)))
    if deeds := _deeds(scenario):
        name = Text("そのための操作を、手元で済ませた", "It was carried out at the desk")
        goals.append(Goal(name, _conditions(f"done {deed}" for deed in deeds), points=2))
    return tuple(goals)


def _wishes(scenario: Scenario) -> tuple[Wish, ...]:
    answers = _named(scenario, _K.STEP, _K.LIMIT)
    name = Text("お客様の求めに、できるかできないかで答える", "A yes or a no to what was asked for")
    return (Wish(name, answers),) if answers else ()


def _note(scenario: Scenario) -> tuple[NoteItem, ...]:
    """A field that no topic belongs to only has to be filled in."""
    return (
        NoteItem("happened", _named(scenario, _K.SITUATION, _K.KNOWN, _K.FACT)),
        NoteItem("wish", _named(scenario, _K.NEED, _K.STEP, _K.LIMIT)),
        NoteItem("facts", _named(scenario, _K.SITUATION, _K.FACT, _K.KNOWN, _K.NEED)),
        NoteItem("promise", _named(scenario, _K.STEP), _NO_PROMISE),
        NoteItem("who"),
        NoteItem("when"),
    )


_NO_PROMISE: Final = Cues(
    ja=("約束なし", "お約束はしていません", "折り返し", "引き継ぎ"),
    en=("nothing promised", "no promise made", "call back", "handed over"),
)

_ALWAYS: Final = frozenset(
    {
        Breach.HOSTILITY,
        Breach.BLAME,
        Breach.FALSE_STATEMENT,
        Breach.OPEN_PROMISE,
        Breach.THIRD_PARTY_DATA,
    }
)
"""What can go wrong in any contact, whatever its topics."""
_ALWAYS_CLAUSES: Final = frozenset({"acknowledge-first", "apology-with-object"})
_ALWAYS_DUTIES: Final = frozenset({Duty.TIME_AND_OWNER, Duty.ANSWER_WISHES})


def _clauses(scenario: Scenario, handbook: Handbook) -> tuple[str, ...]:
    breaches = _ALWAYS | {t.breach for t in scenario.topics.values() if t.breach}
    breaches |= {rule.breach for rule in scenario.desk.values() if rule.breach}
    duties = _ALWAYS_DUTIES | {duty for s in scenario.stages.values() for duty in s.duties}
    if scenario.identity.needed:
        duties |= {Duty.VERIFY_IDENTITY}
    return tuple(
        clause.id
        for clause in handbook.clauses
        if clause.id in _ALWAYS_CLAUSES or clause.breach in breaches or clause.duty in duties
    )


_FILLED: Final[Mapping[str, Callable[[Scenario], object]]] = {
    "summary": _summary,
    "first_stage": lambda scenario: next(iter(scenario.stages), ""),
    "goals": _goals,
    "wishes": _wishes,
    "note": _note,
}

# ---------------------------------------------------------------- how it comes out


def _endings(scenario: Scenario) -> Mapping[str, Ending]:
    """The writer's endings, then a general one for each way out that has none of its own."""
    ways = {ending.by for ending in scenario.endings.values()}
    general = {} if "close" in ways else _good_ends(scenario)
    general |= {name: end for name, end in GENERAL_ENDINGS.items() if end.by not in ways}
    free = {n: e for n, e in general.items() if n not in scenario.endings}
    return {**scenario.endings, **free}


def _good_ends(scenario: Scenario) -> dict[str, Ending]:
    """Closing is good once a step was carried out; where none has a deed, once one was named."""
    done = {f"general-settled-{deed}"[:64]: f"done {deed}" for deed in _deeds(scenario)}
    if not done:
        steps = _named(scenario, _K.STEP)
        done = {f"general-settled-{step}"[:64]: f"heard {step}" for step in steps}
    ends = {name: replace(_SETTLED, when=_conditions([why])) for name, why in done.items()}
    return {**ends, "general-agreed": _AGREED}


_SETTLED: Final = Ending(
    title=Text("用件が片付いた", "The matter is settled"),
    kind="resolved",
    by="close",
    outcome="good",
    note=Text(
        "お客様にできることを示し、そのための手も打って終えました。",
        "The customer heard what can be done, and it was done before the contact closed.",
    ),
    says=Said(
        calm=Phrases(
            ja=(
                "分かりました。ありがとうございました。",
                "助かりました。では、よろしくお願いします。",
            ),
            en=("All right. Thank you for your help.", "That's a help. Thanks, goodbye."),
        ),
        any=Phrases(
            ja=("分かりました。では、お願いしますね。", "そうしてください。それでは。"),
            en=("All right. I'm counting on that, then.", "Fine. Please see to it. Goodbye."),
        ),
    ),
)
_AGREED: Final = Ending(
    title=Text("折り返しを約束して終えた", "Closed with a call-back agreed"),
    kind="calm",
    by="close",
    outcome="fair",
    note=Text(
        "片付いてはいませんが、いつ誰が連絡するかは決まっています。あとは約束を守るだけです。",
        "Nothing is settled yet, but it is agreed who gets in touch and when. Now it has to be kept.",
    ),
    says=Said(
        any=Phrases(
            ja=("では、お電話をお待ちしています。", "分かりました。その時間にお願いします。"),
            en=("I'll wait to hear from you, then.", "Right. I'll expect you at that time."),
        )
    ),
    when=_conditions(["call-back booked"]),
)

GENERAL_ENDINGS: Final[Mapping[str, Ending]] = {
    "general-closed": Ending(
        title=Text("何も決まらないまま終えた", "Closed with nothing settled"),
        kind="abandoned",
        by="close",
        outcome="poor",
        note=Text(
            "お客様の手元には、次に何が起こるかの見通しが残っていません。終える前に、できることを一つ実際に手配するか、いつ誰が連絡するかを決めましょう。",
            "The customer is left without knowing what happens next. Before you close, arrange one thing that helps, or settle who gets in touch and when.",
        ),
        says=Said(
            any=Phrases(
                ja=("え、これで終わりですか。", "あの、まだ何も決まっていないんですが。"),
                en=("Wait, is that it?", "But nothing's been sorted out yet."),
            )
        ),
    ),
    "general-left": Ending(
        title=Text("怒って去った", "Left in anger"),
        kind="left-angry",
        by="leave",
        outcome="poor",
        note=Text(
            "我慢の限界を超えました。気持ちの線をたどり、向きが変わった返答を探してみましょう。",
            "It was one thing too many. Follow the mood back to the reply where it turned.",
        ),
    ),
    "general-gone-quiet": Ending(
        title=Text("応対が途切れた", "The contact broke off"),
        kind="abandoned",
        by="abandon",
        outcome="poor",
        note=Text(
            "返事のない時間は、お客様には無視と同じです。調べるあいだも、何をしているかを一言お伝えしましょう。",
            "To a customer, silence is being ignored. While you look something up, say what you are doing.",
        ),
    ),
    "general-handed-over": Ending(
        title=Text("責任者に引き継いだ", "Handed over to the supervisor"),
        kind="handed-over",
        by="hand-over",
        outcome="fair",
        note=Text(
            "引き継ぎは逃げ道ではありません。お客様が同じ話をくり返さずに済むよう、経緯を伝えてつなげたかを振り返りましょう。",
            "A hand-over is no way out. Ask yourself whether the customer will have to tell it all again.",
        ),
    ),
    "general-procedure": Ending(
        title=Text("手順に沿って終えた", "Ended by the procedure"),
        kind="ended-by-procedure",
        by="procedure",
        outcome="fair",
        note=Text(
            "お願い、予告、終了の順を踏みました。用件そのものはまだ残っています。",
            "Request, notice, end: the steps were kept. The matter itself is still open.",
        ),
    ),
}
"""One for each way out, by id; an ending with ``by: goes`` is only ever the writer's."""
