"""What people and sessions are called in a report, and how that is kept from readers.

With names hidden every person is a number throughout one report, whose order says nothing about
them, and what is known of their names is replaced in quoted text too: as names are written, so that
the word "may" stays where somebody is called May. What a reply says otherwise stays: a quote can
still tell who wrote it to somebody who was there.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

from scenarios.language import Language, Text
from scenarios.text import clean_text
from simulator.store.model import Person
from simulator.team.report.name_words import is_word, kana_end

__all__ = ["Cast", "Names", "words_among"]

_TRAINEE = Text(ja="研修生{}", en="trainee {}")
_LEAD = Text(ja="リーダー{}", en="lead {}")
_SESSION = Text(ja="応対{}", en="contact {}")
_BLANK = re.compile(r"[\s\u3000・,.]+")
_SHORTEST = 2
"""Characters of a name below which it is not looked for in text: it would be found everywhere."""


@dataclass(frozen=True, slots=True)
class Cast:
    """Who and what appears in a report, by login and id."""

    people: Sequence[Person]
    trainees: Set[str]
    """Those who practised."""
    judges: Set[str]
    """Those who judged what others did."""
    sessions: Sequence[str]
    """Oldest first."""


class Names:
    """Names of the people and sessions of one report."""

    def __init__(self, cast: Cast, language: Language, *, hide: bool) -> None:
        self.hide = hide
        known = {person.login: person for person in cast.people}
        everybody = {*known, *cast.trainees, *cast.judges}
        leads = {*cast.judges, *(p.login for p in cast.people if p.leads)}
        self._labels = _numbered(everybody, leads, language) if hide else _named(everybody, known)
        self._sessions = {
            session: _SESSION.of(language).format(number)
            for number, session in enumerate(cast.sessions if hide else (), start=1)
        }
        self._search, self._found = (
            _searcher(everybody, known, self._labels) if hide else (None, {})
        )

    def person(self, login: str) -> str:
        return self._labels.get(login) or clean_text(login, keep_newlines=False)

    def session(self, session_id: str) -> str:
        return self._sessions.get(session_id, session_id)

    def text(self, text: str) -> str:
        """Free text, fit to be shown, without the names that are to be hidden."""
        clean = clean_text(text)
        if self._search is None:
            return clean
        return self._search.sub(lambda m: self._found[m.group().casefold()], clean)


def _named(logins: Iterable[str], known: dict[str, Person]) -> dict[str, str]:
    names = {login: known[login].name.strip() for login in known if known[login].name.strip()}
    twice = {n for n in names.values() if list(names.values()).count(n) > 1}
    labels = {}
    for login in logins:
        name = names.get(login, login)
        labels[login] = clean_text(
            f"{name} ({login})" if name in twice else name, keep_newlines=False
        )
    return labels


def _numbered(logins: Iterable[str], leads: Set[str], language: Language) -> dict[str, str]:
    """Numbers in an order that says nothing about the people: that of a hash."""
    labels: dict[str, str] = {}
    counts = {_LEAD: 0, _TRAINEE: 0}
    for login in sorted(logins, key=lambda name: hashlib.sha256(name.encode()).digest()):
        kind = _LEAD if login in leads else _TRAINEE
        counts[kind] += 1
        labels[login] = kind.of(language).format(counts[kind])
    return labels


def words_among(logins: Iterable[str], people: Iterable[Person]) -> list[str]:
    """Names and logins that are ordinary words too, which quotes keep but in a whole name."""
    known = {person.login: person for person in people}
    parts = {part for login in {*known, *logins} for part in _parts(login, known)}
    return sorted(part for part in parts if is_word(part))


def _parts(login: str, known: dict[str, Person]) -> Iterator[str]:
    """What a person may be called by: each word of the name, and the login."""
    name = known[login].name if login in known else ""
    for part in (*_BLANK.split(name), login):
        clean = clean_text(part, keep_newlines=False).strip()
        if len(clean) >= _SHORTEST:
            yield clean


def _searcher(
    logins: Iterable[str], known: dict[str, Person], labels: dict[str, str]
) -> tuple[re.Pattern[str] | None, dict[str, str]]:
    found: dict[str, str] = {}
    patterns: dict[str, str] = {}
    for login in logins:
        whole = clean_text(known[login].name if login in known else "", keep_newlines=False).strip()
        if _BLANK.search(whole):
            found.setdefault(whole.casefold(), labels[login])
            patterns[whole] = f"(?i:{_whole_word(whole)})"
        for part in _parts(login, known):
            if not is_word(part):
                found.setdefault(part.casefold(), labels[login])
                for form in (part, part.upper(), part[:1].upper() + part[1:]):
                    patterns[form] = _whole_word(form)
    if not found:
        return None, {}
    ordered = sorted(patterns, key=lambda part: (-len(part), part))
    return re.compile("|".join(patterns[part] for part in ordered)), found


def _whole_word(part: str) -> str:
    """Latin names only as whole words; Japanese puts no space around them."""
    escaped = re.escape(part)
    if part.isascii():
        return rf"(?<![A-Za-z0-9]){escaped}(?![A-Za-z0-9])"
    return escaped + kana_end(part)
