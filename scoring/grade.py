"""The two doors to grading: one reply at its moment, and a whole contact."""

from __future__ import annotations

from scoring.contact.grade import grade_session
from scoring.reply.grade import grade_reply

__all__ = ["grade_reply", "grade_session"]
