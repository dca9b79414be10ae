"""English sentences of the catalogue's cases name a topic as it is meant, or rule it out."""

from __future__ import annotations

import pytest
from builtin_judge import in_no_stage, judge


@pytest.mark.parametrize(
    ("sentence", "affirmed"),
    [
        ("I'll change it without the code.", True),
        ("I can't change it without the code.", False),
        ("Without the code I can't change anything.", False),
        ("Nobody may change it without the code.", False),
    ],
)
def test_a_shortcut_that_is_ruled_out_is_not_taken(sentence: str, *, affirmed: bool) -> None:
    """Two negators make no offer."""
    reading = judge().read(sentence, in_no_stage("deaf-customer", "en"))
    found = {topic.topic: topic.affirmed for topic in reading.topics}
    assert found["without-code"] is affirmed


@pytest.mark.parametrize(
    ("sentence", "claimed"),
    [
        ("And I hope your little one's cough eases off tonight.", False),
        ("Hope her asthma gets better.", False),
        ("The purifier eases her asthma.", True),
    ],
)
def test_a_good_wish_claims_nothing(sentence: str, *, claimed: bool) -> None:
    reading = judge().read(sentence, in_no_stage("supervisor-handover", "en"))
    assert any(t.topic == "cures-asthma" and t.affirmed for t in reading.topics) is claimed
