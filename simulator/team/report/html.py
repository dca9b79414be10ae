"""A report as one HTML page that can be printed on A4: no script, no network, nothing outside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from scoring.model import DIMENSIONS
from simulator.team.report.html_style import STYLE
from simulator.team.report.model import GroupLine, MissedLine, Report, SessionLine
from simulator.team.report.svg import bar, points
from simulator.team.report.told import Teller
from simulator.team.rules import TotalRules

__all__ = ["as_html"]

_SKILLS, _OVERRULED, _SESSIONS = 12, 40, 60
"""Most lines of a part; the other forms hold everything."""
_LEAST_TREND = 2


def as_html(report: Report, rules: TotalRules) -> str:
    """The page; everything that came from people or files is escaped."""
    page = _Page(report, rules)
    title = escape(page.tell.title(report))
    return (
        f'<!DOCTYPE html>\n<html lang="{report.language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'\">\n"
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"{''.join(part + chr(10) for part in page.parts())}</main>\n</body>\n</html>\n"
    )


class _Page:
    def __init__(self, report: Report, rules: TotalRules) -> None:
        self.report = report
        self.rules = rules
        self.tell = Teller(report.language)

    def say(self, key: str, **values: object) -> str:
        return escape(self.tell.say(key, **values))

    def parts(self) -> Iterable[str]:
        yield self._head()
        if not self.report.whole.sessions:
            yield f'<p class="empty">{self.say("empty")}</p>'
            return
        yield self._key_figures()
        yield self._dimensions()
        if self.report.person and self.report.whole.sessions >= _LEAST_TREND:
            yield self._trend()
        yield self._groups("scenarios", "col.scenario", self.report.scenarios)
        if not self.report.person:
            yield self._groups("people", "col.name", self.report.people)
        if self.report.bare < self.report.whole.sessions:
            yield self._skills()
            yield self._missed()
            yield self._acknowledged()
            yield self._clauses()
        yield self._overruled()
        if len(self.report.sessions) <= _SESSIONS:
            yield self._sessions()

    # ------------------------------------------------------------ head

    def _head(self) -> str:
        report, tell = self.report, self.tell
        scope = escape(tell.scope(report.scope))
        made = self.say("made", date=tell.moment(report.made_at))
        lines = [*tell.counts(report), tell.say("leads"), tell.say("small")]
        if report.pass_marks:
            marks = tell.say("list.and").join(map(str, report.pass_marks))
            lines.append(tell.say("marks", marks=marks))
        told = "".join(f"<p>{escape(line)}</p>" for line in lines)
        return (
            f"<header><h1>{escape(tell.title(report))}</h1>"
            f'<p class="scope">{scope}<span>{made}</span></p>{told}</header>'
        )

    def _key_figures(self) -> str:
        whole, tell = self.report.whole, self.tell
        passed = tell.percent(whole.passed.percent)
        times = self.report.times
        minutes = tell.say("none") if times.minutes is None else f"{times.minutes:.0f}"
        figures = [
            ("key.passed", passed, tell.share(whole.passed), self._engine_share(whole)),
            ("key.total", tell.mean(whole.total), tell.say("n", n=whole.total.n),
             self._engine_mean(whole)),
            ("key.people", tell.say("persons", n=len(self.report.people)), "", ""),
            ("key.minutes", tell.say("minutes", n=minutes), tell.say("n", n=times.n), ""),
        ]  # fmt: skip
        boxes = "".join(
            f"<div><dt>{self.say(key)}</dt><dd><b>{escape(value)}</b>"
            f"<span>{escape(beside)}</span><span>{escape(engine)}</span></dd></div>"
            for key, value, beside, engine in figures
            if not (key == "key.people" and self.report.person)
        )
        return f'<dl class="key">{boxes}</dl>'

    def _engine_share(self, group: GroupLine) -> str:
        """The engine's share of passes, where the leads' is another."""
        if group.passed == group.engine_passed:
            return ""
        return self.tell.say("engine", value=self.tell.share(group.engine_passed))

    def _engine_mean(self, group: GroupLine) -> str:
        mine, engine = self.tell.mean(group.total), self.tell.mean(group.engine_total)
        return "" if mine == engine else self.tell.say("engine", value=engine)

    def _dimensions(self) -> str:
        whole, tell = self.report.whole, self.tell
        rows = []
        for dimension in DIMENSIONS:
            mean, engine = whole.scores[dimension], whole.engine_scores[dimension]
            name, value = tell.say(f"item.{dimension}"), tell.mean(mean)
            other = (
                "" if tell.mean(engine) == value else tell.say("engine", value=tell.mean(engine))
            )
            alt = tell.say("bar.alt", name=name, value=value)
            drawn = bar(mean.value, alt, self.rules.pass_each)
            rows.append(
                [escape(name), drawn, _num(value), escape(tell.say("n", n=mean.n)), escape(other)]
            )
        about = self.say("dimensions.about", each=self.rules.pass_each)
        return self._part("dimensions", f"<p>{about}</p>{_table((), rows)}")

    def _trend(self) -> str:
        lines = [s for s in self.report.sessions if s.standing == "counted"]
        values = [(s.stands.total, s.stands.passed is True) for s in lines if s.stands]
        told = [(total, passed) for total, passed in values if total is not None]
        alt = ", ".join(f"{total} {self.tell.value(passed)}" for total, passed in told)
        about = self.say("trend.about", total=self.rules.pass_total)
        return self._part("trend", f"<p>{about}</p>{points(told, self.rules.pass_total, alt)}")

    # ------------------------------------------------------------ tables

    def _groups(self, key: str, first: str, groups: Sequence[GroupLine]) -> str:
        heads = [first, "col.contacts", "col.passed", "", "col.total"]
        head = [self.say(h) if h else "" for h in heads]
        head += [self.say(f"item.{d}") for d in DIMENSIONS]
        rows = []
        for group in groups:
            percent = self.tell.percent(group.passed.percent)
            alt = self.tell.say("bar.alt", name=group.name, value=percent)
            share = f"{group.passed.count}/{group.passed.of} ({percent})"
            rows.append(
                [
                    escape(group.name),
                    _num(str(group.sessions)),
                    _num(share) + _small(self._engine_share(group)),
                    bar(group.passed.percent, alt),
                    _num(self.tell.mean(group.total)) + _small(self._engine_mean(group)),
                    *(_num(self.tell.mean(group.scores[d])) for d in DIMENSIONS),
                ]
            )
        return self._part(key, _table(head, rows))

    def _skills(self) -> str:
        heads = ("col.item", "col.dimension", "col.share", "", "col.points", "col.n")
        head = [self.say(h) if h else "" for h in heads]
        rows = []
        for line in self.report.skills[:_SKILLS]:
            percent = self.tell.percent(line.percent)
            alt = self.tell.say("bar.alt", name=line.title, value=percent)
            rows.append(
                [
                    escape(line.title),
                    self.say(f"item.{line.dimension}"),
                    _num(percent),
                    bar(line.percent, alt),
                    _num(f"{line.points}/{line.out_of}"),
                    _num(str(line.sessions)),
                ]
            )
        return self._part("skills", f"<p>{self.say('skills.about')}</p>{_table(head, rows)}")

    def _clauses(self) -> str:
        lines = self.report.clauses
        heads = ("col.clause", "clauses.kept", "clauses.broken", "clauses.share", "")
        rows = []
        for line in (one for one in lines if one.kept or one.broken):
            name = f"{line.number} {line.title}".strip()
            share = 100 * line.kept / (line.kept + line.broken)
            percent = self.tell.percent(share)
            drawn = bar(share, self.tell.say("bar.alt", name=name, value=percent))
            counts = (_num(str(count)) for count in (line.kept, line.broken))
            rows.append([escape(name), *counts, _num(percent), drawn])
        never = [f"{c.number} {c.title}".strip() for c in lines if not (c.kept or c.broken)]
        told = ""
        if never:
            items = "".join(f"<li>{escape(name)}</li>" for name in never)
            told = f'<h3>{self.say("clauses.never", count=len(never))}</h3><ul class="two">{items}</ul>'
        head = [self.say(h) if h else "" for h in heads]
        about = f"<p>{self.say('clauses.about')}</p>"
        return self._part("clauses", about + (_table(head, rows) if rows else "") + told)

    def _acknowledged(self) -> str:
        counts = self.report.times.acknowledged
        n = sum(counts.values())
        rows = []
        for key, count in counts.items():
            name = self.tell.say(f"acknowledged.{key}")
            alt = self.tell.say("bar.alt", name=name, value=f"{count}/{n}")
            drawn = bar(100 * count / n, alt)
            rows.append(
                [
                    escape(name),
                    drawn,
                    _num(f"{count}/{n}"),
                    _num(self.tell.percent(100 * count / n)),
                ]
            )
        return self._part(
            "acknowledged", f"<p>{self.say('acknowledged.about')}</p>{_table((), rows)}"
        )

    # ------------------------------------------------------------ words

    def _missed(self) -> str:
        blocks = "".join(self._missed_block(line) for line in self.report.missed)
        note = f"<p>{self.say('missed.hidden')}</p>" if self.report.hidden else ""
        return self._part("missed", note + blocks) if blocks else ""

    def _missed_block(self, line: MissedLine) -> str:
        rate = (
            self.say("missed.fault", count=line.missed)
            if line.fault
            else self.say("missed.rate", count=line.missed, of=line.replies)
        )
        quotes = "".join(
            f"<figure><blockquote>{escape(q.text)}</blockquote><figcaption>"
            + self.say(
                "missed.reply",
                trainee=q.trainee,
                scenario=q.scenario,
                turn=q.turn,
                session=q.session,
            )
            + "</figcaption></figure>"
            for q in line.quotes
        )
        return f'<div class="missed"><h3>{escape(line.title)}<span>{rate}</span></h3>{quotes}</div>'

    def _overruled(self) -> str:
        lines = self.report.overruled
        if not lines:
            return self._part("overruled", f"<p>{self.say('overruled.none')}</p>")
        heads = ("col.session", "col.name", "col.reply", "col.item", "col.engine", "col.lead",
                 "col.by", "col.reason")  # fmt: skip
        rows = [
            [
                escape(one.session),
                escape(one.trainee),
                escape(self.tell.turn(one.turn)),
                escape(one.item),
                escape(self.tell.value(one.engine)),
                f"<b>{escape(self.tell.value(one.lead))}</b>",
                escape(one.author),
                escape(one.reason),
            ]
            for one in lines[:_OVERRULED]
        ]
        more = len(lines) - len(rows)
        told = f"<p>{self.say('overruled.more', count=more)}</p>" if more else ""
        return self._part("overruled", _table([self.say(h) for h in heads], rows, "text") + told)

    def _sessions(self) -> str:
        heads = ("col.when", "col.name", "col.scenario", "col.result", "col.total")
        head = [self.say(h) for h in heads] + [self.say(f"item.{d}") for d in DIMENSIONS]
        rows = [self._session(line) for line in self.report.sessions]
        return self._part("sessions", _table(head, rows, "text"))

    def _session(self, line: SessionLine) -> list[str]:
        stands, engine, tell = line.stands, line.engine, self.tell
        if line.standing == "stopped":  # neither a pass nor a fail, so nothing to hold against it
            stands = engine = None
        counted = line.standing == "counted" and stands is not None
        result = tell.value(stands.passed) if counted and stands else tell.say(
            f"standing.word.{line.standing}"
        )  # fmt: skip
        other = ""
        if counted and stands and engine and stands.passed != engine.passed:
            other = tell.say("engine", value=tell.value(engine.passed))
        total = tell.number(stands.total) if stands else tell.say("none")
        beside = ""
        if stands and engine and stands.total != engine.total:
            beside = tell.say("engine", value=tell.number(engine.total))
        scores = stands.scores if stands else {}
        return [
            _num(tell.moment(line.started)) + _small(line.id),
            escape(line.trainee),
            escape(line.title),
            escape(result) + _small(other),
            _num(total) + _small(beside),
            *(_num(tell.number(scores.get(d))) for d in DIMENSIONS),
        ]

    def _part(self, key: str, body: str) -> str:
        return f'<section class="{key}"><h2>{self.say(key)}</h2>{body}</section>'


def _num(text: str) -> str:
    return f'<span class="num">{escape(text)}</span>'


def _small(text: str) -> str:
    return f"<small>{escape(text)}</small>" if text else ""


def _table(head: Sequence[str], rows: Iterable[Sequence[str]], kind: str = "figures") -> str:
    """Cells are HTML already; the first of a row names it."""
    top = ""
    if head:
        cells = "".join(f'<th scope="col">{cell}</th>' for cell in head)
        top = f"<thead><tr>{cells}</tr></thead>"
    body = "".join(
        f'<tr><th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in rest)}</tr>'
        for first, *rest in rows
    )
    return f'<table class="{kind}">{top}<tbody>{body}</tbody></table>'
