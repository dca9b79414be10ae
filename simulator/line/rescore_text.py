"""The report of ``rescore``, as lines for people and as JSON values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from scenarios.language import Language, Text
from scoring.feedback.titles import rule_titles
from simulator.team.rescore import BANDS, MEASURES, Comparison, Moved, Rescored, Scored
from simulator.words.rules import RULES

if TYPE_CHECKING:
    from scoring.rubrics.rubric import Rubric
    from simulator.store import Fact

__all__ = ["adoption_lines", "comparison_json", "comparison_lines"]

_FEW: Final = 10
"""Contacts under which the report says how few they are."""
_LISTED: Final = 20
"""Contacts that one list of the report names."""
_CRITERIA: Final = 8


def adoption_lines(adoption: Fact | None, language: Language) -> Iterator[str]:
    """Since when the rules are in force, who decided it, and why."""
    if adoption is None:
        yield RULES.say("own", language)
        return
    files = adoption.body.get("files")
    key = "adopted-by" if files else "reverted-by"
    listed = RULES.say("and", language).join(sorted(files)) if isinstance(files, dict) else ""
    yield RULES.say(key, language, at=adoption.at[:10], author=adoption.author, files=listed)
    yield RULES.say("reason", language, reason=adoption.body.get("reason", ""))


# ---------------------------------------------------------------- for people


@dataclass(frozen=True, slots=True)
class _Titles:
    by_name: Mapping[str, Text]
    language: Language

    def of(self, name: str) -> str:
        """How a criterion or fault is called; its id where the rubric has no name for it."""
        return self.by_name[name].of(self.language) if name in self.by_name else name


def comparison_lines(found: Comparison, rubric: Rubric, language: Language) -> Iterator[str]:
    """All that would change, most important first."""
    titles = _Titles(rule_titles(rubric), language)
    yield ""
    if not found.contacts:
        yield RULES.say("none", language)
        yield from _left_out(found, language)
        return
    yield RULES.say("counts", language, contacts=found.contacts, changed=found.changed)
    if found.contacts < _FEW:
        yield RULES.say("few", language, contacts=found.contacts)
    if found.older:
        yield RULES.say("older", language, count=found.older)
    yield from _left_out(found, language)
    yield from ("", RULES.say("means", language), *_means(found, language))
    yield from ("", RULES.say("bands", language), *_bands(found))
    passes = {"before": found.passes_before, "after": found.passes_after}
    yield from ("", RULES.say("passes", language, **passes))
    for key, contacts in (
        ("newly-passed", found.newly_passed),
        ("newly-failed", found.newly_failed),
    ):
        yield RULES.say(key, language, count=len(contacts))
        yield from (f"  {_contact(one, language)}" for one in contacts[:_LISTED])
        yield from _more(len(contacts), _LISTED, language)
    if found.largest:
        yield from ("", RULES.say("largest", language))
        for moved in found.largest:
            yield from _moved(moved, titles, language)
    if found.criteria:
        yield from ("", RULES.say("criteria", language))
        for one in found.criteria[:_CRITERIA]:
            facts = {"count": one.contacts, "points": f"{one.mean:+.1f}"}
            yield "  " + RULES.say("criterion", language, title=titles.of(one.criterion), **facts)
        yield from _more(len(found.criteria), _CRITERIA, language)


def _left_out(found: Comparison, language: Language) -> Iterator[str]:
    if found.left_out:
        reasons = RULES.say("and", language).join(
            RULES.say(f"left-out.{reason}", language, count=count)
            for reason, count in found.left_out.items()
        )
        count = sum(found.left_out.values())
        yield RULES.say("left-out", language, count=count, reasons=reasons)


def _means(found: Comparison, language: Language) -> Iterator[str]:
    for name in MEASURES:
        measure = found.measures[name]
        if measure.mean_before is None or measure.mean_after is None:
            continue
        yield "  " + RULES.say(
            "mean",
            language,
            name=RULES.say(name, language),
            before=f"{measure.mean_before:.1f}",
            after=f"{measure.mean_after:.1f}",
            moved=f"{measure.mean_after - measure.mean_before:+.1f}",
            higher=measure.higher,
            lower=measure.lower,
            count=measure.count,
        )


def _bands(found: Comparison) -> Iterator[str]:
    total = found.measures["total"]
    pairs = zip(BANDS, total.bands_before, total.bands_after, strict=True)
    for (low, high), before, after in pairs:
        yield f"  {f'{low}-{high}':>7}  {before:>5} → {after:>5}"


def _more(count: int, shown: int, language: Language) -> Iterator[str]:
    if count > shown:
        yield "  " + RULES.say("more", language, count=count - shown)


def _contact(one: Rescored, language: Language) -> str:
    return RULES.say(
        "contact",
        language,
        session=one.session,
        scenario=one.scenario,
        trainee=one.trainee,
        before=_shown(one.before.total),
        after=_shown(one.after.total),
    )


def _shown(total: int | None) -> str:
    return "-" if total is None else str(total)


def _moved(moved: Moved, titles: _Titles, language: Language) -> Iterator[str]:
    contact = moved.contact
    yield f"  {_contact(contact, language)}"
    parts = [
        f"{RULES.say(name, language)} {contact.moved(name):+d}"
        for name in MEASURES[1:]
        if contact.moved(name)
    ]
    causes = [f"{titles.of(c.criterion)} {c.points:+d}" for c in moved.causes]
    for key, gates in (("gate-new", moved.gates_new), ("gate-gone", moved.gates_gone)):
        causes += [RULES.say(key, language, name=titles.of(g)) for g in gates]
    for line in (parts, causes):
        if line:
            yield "    " + RULES.say("and", language).join(line)


# ---------------------------------------------------------------- for programs


def comparison_json(found: Comparison) -> dict[str, Any]:
    return {
        "contacts": found.contacts,
        "changed": found.changed,
        "older": found.older,
        "left_out": dict(found.left_out),
        "measures": {
            name: {
                "count": measure.count,
                "mean_before": measure.mean_before,
                "mean_after": measure.mean_after,
                "higher": measure.higher,
                "lower": measure.lower,
                "bands": [
                    {"from": low, "to": high, "before": before, "after": after}
                    for (low, high), before, after in zip(
                        BANDS, measure.bands_before, measure.bands_after, strict=True
                    )
                ],
            }
            for name, measure in found.measures.items()
        },
        "passes_before": found.passes_before,
        "passes_after": found.passes_after,
        "newly_passed": _rows(found.newly_passed),
        "newly_failed": _rows(found.newly_failed),
        "largest": [
            {
                **_row(moved.contact),
                "causes": [{"criterion": c.criterion, "points": c.points} for c in moved.causes],
                "gates_new": list(moved.gates_new),
                "gates_gone": list(moved.gates_gone),
            }
            for moved in found.largest
        ],
        "criteria": [
            {"criterion": c.criterion, "contacts": c.contacts, "mean": c.mean}
            for c in found.criteria
        ],
    }


def _rows(contacts: Sequence[Rescored]) -> list[dict[str, Any]]:
    return [_row(one) for one in contacts]


def _row(one: Rescored) -> dict[str, Any]:
    return {
        "session": one.session,
        "scenario": one.scenario,
        "trainee": one.trainee,
        "started_at": one.started_at,
        "before": _scored(one.before),
        "after": _scored(one.after),
    }


def _scored(scored: Scored) -> dict[str, Any]:
    return {
        "total": scored.total,
        "passed": scored.passed,
        **{str(name): score for name, score in scored.scores.items()},
        "gates": list(scored.gates),
    }
