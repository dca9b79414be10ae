"""Sentences that a scenario itself puts forward: the ``say`` of its topics, which feedback offers.

Whoever uses one word for word has said what its topic is about and has said it well: it is nobody's
quotation, no empty words, and no breach that only sounds like one. Compared letter by letter, because
a single word turns such a sentence round.
"""

from __future__ import annotations

from collections.abc import Mapping

from scenarios.language import Language
from scenarios.model import Scenario
from scoring.language.normalise import matching_form, sentences
from scoring.per_case import per_case


@per_case
def proposed_sentences(scenario: Scenario, language: Language) -> Mapping[str, str]:
    """The topic by the letters of each sentence; a sentence of two topics is of the first."""
    result: dict[str, str] = {}
    for name, topic in scenario.topics.items():
        if topic.say is not None:
            text = matching_form(topic.say.of(language))
            for start, end in sentences(text):
                result.setdefault(letters(text[start:end]), name)
    result.pop("", None)
    return result


def letters(matching: str) -> str:
    """What of a sentence in its matching form is compared: its letters and figures."""
    return "".join(filter(str.isalnum, matching))
