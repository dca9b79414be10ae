"""The interface's own words in both languages.

Tables map a key to a pair, so that a reviewer sees both languages side by side. Each module here is
the table of one part of the program: ``app`` and ``app_…`` for its screens, ``cli`` for all other doors,
the rest for what their names say. Text of scenarios, rules and errors is not here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from scenarios.language import Language, Text
from simulator.proposed_commands import COMMAND, program

__all__ = ["Words"]

_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}|" + COMMAND)
_PROPOSED = re.compile(COMMAND)


class Words:
    """One table with its look-up; a missing key is a programming error and raises KeyError."""

    def __init__(self, table: Mapping[str, Text]) -> None:
        self.table = table

    def say(self, key: str, language: Language, **values: object) -> str:
        """The text of *key*; ``{name}`` is replaced once, values are never read as templates.

        A command that it proposes names the packs that the command line of this process names.
        """
        text = self.table[key].of(language)
        if not values:
            return _PROPOSED.sub(lambda _: program(), text)
        return _PLACEHOLDER.sub(
            lambda match: str(values[match[1]]) if match[1] else program(), text
        )
