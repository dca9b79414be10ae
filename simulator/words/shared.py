"""Words that several tables hold: how a contact is played and how hard, by which way it comes, in which
language."""

from __future__ import annotations

from collections.abc import Mapping

from scenarios.language import Text

__all__ = ["CHANNELS", "INTENSITIES", "LANGUAGE_NAMES", "MODES", "SCORED"]

MODES: Mapping[str, Text] = {
    "mode.guided": Text(ja="コーチ付き", en="guided"),
    "mode.practice": Text(ja="実践", en="practice"),
    "mode.test": Text(ja="テスト", en="test"),
}
INTENSITIES: Mapping[str, Text] = {
    "intensity.mild": Text(ja="弱め", en="mild"),
    "intensity.normal": Text(ja="ふつう", en="normal"),
    "intensity.hard": Text(ja="強め", en="hard"),
}
CHANNELS: Mapping[str, Text] = {
    "channel.phone": Text(ja="電話", en="phone"),
    "channel.chat": Text(ja="チャット", en="chat"),
    "channel.email": Text(ja="メール", en="e-mail"),
    "channel.visit": Text(ja="対面", en="face to face"),
}
LANGUAGE_NAMES: Mapping[str, Text] = {
    "language.ja": Text(ja="日本語", en="Japanese"),
    "language.en": Text(ja="英語", en="English"),
}
SCORED: Mapping[str, Text] = {
    "feedback.empathy": Text(ja="共感", en="empathy"),
    "feedback.policy": Text(ja="規程", en="policy"),
    "feedback.resolution": Text(ja="解決", en="resolution"),
}
"""What is scored, in the feedback on a reply."""
