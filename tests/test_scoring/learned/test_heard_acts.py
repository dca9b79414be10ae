"""Acts heard by example: in words that no rule foresaw, never in a quotation or a list."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from builtin_judge import judge

from scenarios.acts import Act
from scenarios.language import LANGUAGES, Language
from scoring import ledger
from scoring.cues import analyse
from scoring.explain_reading import describe
from scoring.fitting.data import LABELLED, lines
from scoring.kinds.scene import Scene
from scoring.learned.acts import ACTS, BY_EXAMPLE, HeardActs, load_acts, rule_sign
from scoring.model import Moment, Reading
from scoring.reading.hearing import Heard, weighed

NEVER = [-100] * len(ACTS)
PROMISE, OFFER = ACTS.index(Act.PROMISE), ACTS.index(Act.OFFER)
FRESH: dict[Language, str] = {
    "en": "That's on us, and both parcels are going in my report to the packing team today.",
    "ja": "工房の者に今から言って、明日の便に載せてもらいます。",
}


def read(language: Language, text: str) -> Reading:
    scenario = judge().catalog.scenarios["late-delivery"]
    return judge().read(text, Moment(scenario, language, None, 1, ()))


def scene(text: str) -> Scene:
    return Scene(analyse(text, "en"), "en", [], {})


def by_example(reading: Reading) -> set[Act]:
    return {found.act for found in reading.acts if found.rule == BY_EXAMPLE}


def test_points_of_a_clause_add_up_each_sign_once() -> None:
    """An act is heard where its points outweigh what a clause without signs lacks."""
    points = {"w:send": f"{PROMISE} 60", "w:today": f"{PROMISE} 50 0 20"}
    acts = HeardActs(NEVER, points, -300)

    def likely(*signs: str) -> frozenset[Act]:
        return acts.told(acts.totals(signs), ()).likely

    assert likely("w:send", "w:today", "w:other") == {Act.PROMISE}
    assert not likely("w:send", "w:send")
    assert not likely()


def test_what_rules_hear_counts_among_the_signs() -> None:
    """What a rule hears speaks for its act and others, by a cue more than where it is inferred."""
    points = {"h:call-back": f"{PROMISE} 150", "h:call-back?": f"{PROMISE} 50"}
    acts = HeardActs(NEVER, points, -300)
    totals = acts.totals(())
    assert acts.told(totals, [rule_sign(Act.CALL_BACK, inferred=False)]).likely == {Act.PROMISE}
    assert not acts.told(totals, [rule_sign(Act.CALL_BACK, inferred=True)]).likely


def test_what_is_only_inferred_may_be_dropped() -> None:
    """A cue is believed whatever the other words say; what a topic alone suggests is not."""
    acts = HeardActs([0] * len(ACTS), {"w:not": f"{OFFER} -400"}, -300)
    found = {
        inferred: [
            one.act
            for one in weighed(
                [Heard(Act.OFFER, "offer", 0, 0, 4, inferred)],
                scene("not"),
                [acts.totals(["w:not"])],
                acts,
                [False],
            )
        ]
        for inferred in (True, False)
    }
    assert found == {True: [], False: [Act.OFFER]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_labelled_clauses_are_told_apart(language: Language) -> None:
    """Of what readers heard in the clauses that it was learned from, most is heard, and what is
    added to the rules is mostly right; figures on scenarios left out are ``fitting.acts --check``'s."""
    meant = heard = right = added = 0
    for item in list(lines(LABELLED))[::7]:
        if item["lang"] != language or item.get("part") == "late":
            continue
        scenario = judge().catalog.scenarios[item["scenario"]]
        reading = judge().read(item["text"], Moment(scenario, language, None, 0, ()))
        if len(reading.clauses) != len(item["acts"]):
            continue
        for number, acts in enumerate(item["acts"]):
            found = {a.act.value: a.rule for a in reading.acts if a.clause == number}
            own = [act for act in acts if act in ACTS]
            meant += len(own)
            heard += sum(act in found for act in own)
            told = [act for act, rule in found.items() if rule == BY_EXAMPLE]
            added += len(told)
            right += sum(act in acts for act in told)
    assert meant > 150
    assert heard >= 0.55 * meant
    assert right >= 0.7 * added > 10


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_heard_by_example_says_so(language: Language) -> None:
    """A trainer sees that no rule heard the act, in the language of the interface."""
    reading = read(language, FRESH[language])
    assert by_example(reading)
    assert ("(用例から)" if language == "ja" else "(by example)") in describe(reading, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_quotation_does_nothing_by_example(language: Language) -> None:
    quoted = "「{}」" if language == "ja" else '"{}"'
    assert not by_example(read(language, quoted.format(FRESH[language])))


@pytest.mark.parametrize("language", LANGUAGES)
def test_keywords_strung_together_do_nothing_by_example(language: Language) -> None:
    keywords = {
        "en": "Apology, depot, refund, call back, promise, deadline, owner, choice, empathy.",
        "ja": "お詫び、確認、折り返し、返金、約束、期限、担当、選択肢。",
    }
    assert not by_example(read(language, keywords[language]))


def test_a_file_of_another_list_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Points by number would mean other acts: that must not go unseen."""
    file = tmp_path / "acts-en.json"
    file.write_text(json.dumps({"columns": ["ask"], "base": [0], "points": {}}), encoding="utf-8")
    monkeypatch.setattr("scoring.learned.acts.acts_file", lambda _: file)
    load_acts.cache_clear()
    with pytest.raises(ValueError, match=r"acts-en\.json"):
        load_acts("en")
    load_acts.cache_clear()


def test_scores_name_the_points_of_acts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Other points of acts are another version of the scorer."""
    other = tmp_path / "acts.json"
    other.write_text("{}", encoding="utf-8")
    before = ledger.ledger_digest()
    monkeypatch.setattr("scoring.ledger.acts_file", lambda _: other)
    ledger.ledger_digest.cache_clear()
    assert ledger.ledger_digest() != before
    ledger.ledger_digest.cache_clear()
