"""Read a YAML file that a stranger wrote: nothing in it acts, nothing in it changes silently.

A general YAML loader runs out of memory or stack on a small hostile file and quietly reads ``no``
as false, ``12:30`` as 750 and the second of two equal keys as the only one.  This reader works on
parser events within fixed bounds, keeps every scalar as text with its place, and reports whatever
is ambiguous.  It is the only module that knows the YAML library.  What a value means - numbers,
choices, required keys - is decided behind it, in ``decode``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from itertools import islice
from pathlib import Path
from typing import Final, Protocol, TypeAlias, TypeGuard

import yaml

from scenarios.mark import Mark
from scenarios.problems import Problem, SourceError, make_problem
from scenarios.text import MAX_COMBINING_RUN, REPLACEMENT, clean_text, unsafe_characters

__all__ = [
    "MAX_BYTES",
    "MAX_DEPTH",
    "MAX_NODES",
    "Mapping",
    "Mark",
    "Node",
    "Scalar",
    "Sequence",
    "decode_utf8",
    "read_yaml_file",
    "read_yaml_text",
    "read_yaml_tree",
]

MAX_BYTES: Final = 1_000_000
MAX_DEPTH: Final = 20
MAX_NODES: Final = 20_000
_MAX_PROBLEMS: Final = 100

# The C parser is ten times faster; its events (not its loader) hold on any depth.
_Parser: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text; ``plain`` means that it had no quotes, so ``7`` may become a number later."""

    text: str
    plain: bool
    mark: Mark


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    mark: Mark


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with values in the order of the file; no key comes twice."""

    entries: tuple[tuple[Scalar, Node], ...]
    mark: Mark

    def get(self, key: str) -> Node | None:
        """Return the value of *key*, or None when the key is not there."""
        return next((value for name, value in self.entries if name.text == key), None)


Node: TypeAlias = Scalar | Sequence | Mapping


def read_yaml_file(file: Path | Traversable, path: str | None = None) -> Node:
    """Read *file*; *path* is the name that problems show (else the file's own).

    Raises SourceError with every problem that was found, also when the file cannot be read.
    """
    shown = str(file) if path is None else path
    try:
        if not file.is_file():
            raise SourceError([make_problem(shown, 0, 0, _no_file(file))])
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise SourceError([make_problem(shown, 0, 0, "Y103", {"reason": reason})]) from error
    return read_yaml_text(data, shown)


def _no_file(place: Path | Traversable) -> str:
    """The code of what stands in the place of a file."""
    if place.is_dir() or (isinstance(place, Path) and place.exists()):
        return "Y102"
    return "Y110" if isinstance(place, Path) and place.is_symlink() else "Y101"


def read_yaml_text(data: bytes | str, path: str) -> Node:
    """Read one YAML document; *path* is the name that problems show.

    Raises SourceError with every problem that was found, sorted by place.
    """
    root, problems = read_yaml_tree(data, path)
    if problems or root is None:
        raise SourceError(problems)
    return root


def read_yaml_tree(data: bytes | str, path: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """Whatever can be read of a document, and everything that is wrong with it.

    The tree is None where the notation leaves its structure open; a tree that comes with problems
    serves to find more of them and for nothing else.
    """
    try:
        reading = _Reading(path, _source_text(data, path))
    except SourceError as error:
        return None, error.problems
    root = reading.read()
    return root, tuple(_in_order(reading.problems, path))


def _in_order(problems: list[Problem], path: str) -> list[Problem]:
    by_place = {(one.line, one.column, one.code): one for one in reversed(problems)}
    problems = [by_place[place] for place in sorted(by_place)]
    surplus = len(problems) - _MAX_PROBLEMS
    if surplus > 0:
        problems[_MAX_PROBLEMS:] = [make_problem(path, 0, 0, "Y199", {"count": surplus})]
    return problems


# --- from bytes to text -------------------------------------------------------------------------


def _source_text(data: bytes | str, path: str) -> str:
    """Return the text with LF line ends, without byte order mark; surrogate pairs are joined."""
    if isinstance(data, str):
        data = data.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    size = len(data) if isinstance(data, bytes) else len(data.encode("utf-8", "surrogatepass"))
    if size > MAX_BYTES:
        raise SourceError([make_problem(path, 0, 0, "Y104", {"limit": f"{MAX_BYTES:,}"})])
    text = decode_utf8(data, path) if isinstance(data, bytes) else data
    return _with_lf(text.removeprefix("\ufeff"))


def _with_lf(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def decode_utf8(data: bytes, path: str) -> str:
    """The text of *data*; raises SourceError with the place and, where it can be told, the encoding."""
    if encoding := _wide_encoding(data):
        raise SourceError([make_problem(path, 0, 0, "Y106", {"encoding": encoding})])
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = _with_lf(data[: error.start].decode("utf-8").removeprefix("\ufeff"))
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        code = "Y109" if _looks_like_shift_jis(data) else "Y105"
        byte = f"0x{data[error.start]:02X}"
        raise SourceError([make_problem(path, line, column, code, {"byte": byte})]) from error


_WIDE: Final = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
_ENOUGH: Final = 4_000
"""Bytes by which an encoding is told; a whole number of characters of any width."""


def _wide_encoding(data: bytes) -> str:
    """UTF-16 or UTF-32, marked or not; empty for anything else."""
    if data.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "UTF-32"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    # Letters a-z and line ends leave zero bytes, which no text in UTF-8 has.
    fits = (name for name in _WIDE if b"\0" in data and _reads_as(data[:_ENOUGH], name))
    return next(fits, "")[:6].upper()


def _reads_as(data: bytes, encoding: str) -> bool:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        # Half a pair at the cut end only.
        text = data[:-2].decode(encoding, "replace")
    return REPLACEMENT not in text and (": " in text or ":\n" in text) and not _odd(text)


def _odd(text: str) -> bool:
    return bool(unsafe_characters(text.replace("\r", "").replace("\t", "")))


def _looks_like_shift_jis(data: bytes) -> bool:
    """Windows in Japan still saves in this encoding; kana in it are hardly ever an accident."""
    try:
        return re.search("[ぁ-んァ-ヶ]", data.decode("cp932")) is not None
    except UnicodeDecodeError:
        return False


# --- ambiguous plain scalars --------------------------------------------------------------------

_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_DATE: Final = (
    r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"
    r"(?:(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?"
    r"(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::?[0-9]{2})?))?)?"
)
_OTHER_NUMBER: Final = (
    r"[-+]?(?:0[xX][0-9a-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+"
    r"|(?=\.?[0-9])(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?)"
)
_AMBIGUOUS: Final = (
    ("Y401", re.compile(r"~|null|Null|NULL")),
    ("Y402", re.compile(r"y|n|yes|no|on|off|true|false", re.IGNORECASE)),
    ("Y403", re.compile(r"[-+]?[0-9][0-9_]*(?::[0-9]+)+(?:\.[0-9_]*)?")),
    ("Y406", re.compile(_DATE)),
    ("Y407", re.compile(r"[-+]?\.inf|\.nan", re.IGNORECASE)),
    ("Y404", re.compile(r"[-+]?0[0-9_]+")),
    ("Y405", re.compile(_OTHER_NUMBER)),
    ("Y408", re.compile(r"=|<<")),
)
_THOUSANDS: Final = re.compile(r"[0-9]{1,3}")
_FIRST: Final = frozenset("~=<+-.0123456789yYnNoOtTfF")


def _ambiguity(text: str) -> str | None:
    """Return the code of the problem when *text* without quotes may be read as something else."""
    if not text:
        return "Y410"
    if text[0] not in _FIRST or text in ("true", "false"):
        return None
    if _NUMBER.fullmatch(text) and _prints_the_same(text):
        return None
    return next((code for code, pattern in _AMBIGUOUS if pattern.fullmatch(text)), None)


def _prints_the_same(text: str) -> bool:
    if text == "-0":
        return False
    return "." not in text or (len(text) <= 25 and repr(float(text)) == text)


# --- places and characters ----------------------------------------------------------------------

_BLANK: Final = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_TAB: Final = re.compile(r"^([^#\n\t]*)\t", re.MULTILINE)
_OUTER_BLANK: Final = re.compile(f"^[ ]*([{_BLANK}])|([{_BLANK}])[ {_BLANK}]*$")
_ANY_BLANK: Final = re.compile(f"[{_BLANK}]")
_KEY_WITH_WIDE_COLON: Final = re.compile("([a-z][a-z0-9_-]{0,63})[ \u3000]*：")
_ESCAPE: Final = re.compile(
    r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))", re.DOTALL
)
_SHORT_ESCAPES: Final = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "t": "\t",
    "v": "\v",
    "f": "\f",
    "e": "\x1b",
    "N": "\x85",
}


def _code_point(character: str) -> str:
    return f"U+{ord(character):04X}"


class _Reading:
    """One pass over one document; collects problems and builds the tree."""

    def __init__(self, path: str, source: str) -> None:
        self.path = path
        self.source = source
        self.problems: list[Problem] = []
        self._lines = [0, *(end.end() for end in re.finditer("\n", source))]

    def read(self) -> Node | None:
        """Return the tree; None, or anything at all, when there are problems."""
        text = self._without_bad_characters()
        if text is None:
            return None
        self.source = text
        builder = _Builder(self)
        try:
            for event in _events(text):
                if not builder.take(event):
                    break
        except yaml.YAMLError as error:
            self._notation(error)
        except (RecursionError, ValueError, AttributeError, IndexError, OverflowError) as error:
            # The library lets these out for some broken input; the place is the last one read.
            self.add("Y201", builder.last, detail=str(error) or type(error).__name__)
        else:
            if builder.root is None and not self.problems:
                self.add("Y107", Mark(0, 0))
        return builder.root

    def add(self, code: str, mark: Mark, **args: object) -> None:
        """Report a problem at *mark*."""
        self.problems.append(make_problem(self.path, mark.line, mark.column, code, args))

    # characters in the file itself

    def _without_bad_characters(self) -> str | None:
        """Report characters that may not be in a file; return the text with harmless stand-ins.

        None means that the structure cannot be known because tabs are used as indentation.
        """
        text, structural = self.source, False
        if "\t" in text:
            for tab in islice(_TAB.finditer(text), _MAX_PROBLEMS + 1):
                structural |= tab.group(1).strip(" -?:") == ""
                self.add("Y502", self.place(tab.end() - 1))
            text = text.replace("\t", " ")
        found = unsafe_characters(text)
        found += [(one.start(), one.group()) for one in re.finditer("[\u2028\u2029]", text)]
        if found:
            for offset, character in found[: _MAX_PROBLEMS + 1]:
                self.add("Y501", self.place(offset), character=_code_point(character))
            characters = list(text)
            for offset, _ in found:
                characters[offset] = REPLACEMENT
            text = "".join(characters)
        return None if structural else text

    def place(self, offset: int) -> Mark:
        """Return the place of the character at *offset*."""
        line = bisect_right(self._lines, offset)
        return Mark(line, offset - self._lines[line - 1] + 1)

    def offset(self, mark: _Place | None) -> int:
        """Return where *mark* is in the text."""
        if mark is None:
            return 0
        if mark.line >= len(self._lines):  # one parser ends a line that the file does not end
            return len(self.source)
        return self._lines[mark.line] + mark.column

    # characters in a value

    def checked_text(self, event: yaml.ScalarEvent) -> str:
        """Return the value of *event* in its clean form; report what would not survive cleaning."""
        raw = event.value
        text = clean_text(raw)
        if text == raw:
            return text
        bad = {character for _, character in unsafe_characters(raw)}
        for character, mark in self._spots(event, bad).items():
            code = "Y502" if character == "\t" else "Y501"
            if "\ud800" <= character <= "\udfff":
                code = "Y209"
            self.add(code, mark, character=_code_point(character))
        if not bad and text.count(REPLACEMENT) > raw.count(REPLACEMENT):
            self.add("Y505", _mark(event.start_mark), limit=MAX_COMBINING_RUN)
        return text

    def _spots(self, event: yaml.ScalarEvent, wanted: set[str]) -> dict[str, Mark]:
        """Return where the notation of *event* has the first escape of each wanted character."""
        spots: dict[str, Mark] = {}
        start, end = self.offset(event.start_mark), self.offset(event.end_mark)
        for escape in _ESCAPE.finditer(self.source, start, end) if wanted else ():
            two, four, eight, short = escape.groups()
            digits = two or four or eight
            made = chr(int(digits, 16)) if digits else _SHORT_ESCAPES.get(short, "")
            if made in wanted and made not in spots:
                spots[made] = self.place(escape.start())
        return {one: spots.get(one, _mark(event.start_mark)) for one in sorted(wanted)}

    # broken notation

    def _notation(self, error: yaml.YAMLError) -> None:
        """Report what the parser says in words that tell a writer what to do."""
        if not isinstance(error, yaml.MarkedYAMLError):
            self.add("Y201", Mark(0, 0), detail=" ".join(str(error).split()))
            return
        problem = error.problem or error.context or ""
        code = next((code for words, code in _NOTATION if words in problem), "Y201")
        at = error.problem_mark or error.context_mark
        if code in ("Y203", "Y206", "Y207") and error.context_mark is not None:
            at = error.context_mark  # where the line, quote or bracket begins, not where it fails
        if code in ("Y202", "Y203", "Y204") and at is not None and self._mistyped_key(at.line):
            return
        if code in ("Y203", "Y204", "Y207") and self._cut_short(at, error.problem_mark):
            return
        if _TOO_DEEP in problem:  # libyaml's own limit, far beyond ours, is met while looking ahead
            self.add("Y302", _mark(at), limit=MAX_DEPTH)
            return
        offset = self.offset(at)
        if code in ("Y208", "Y209"):  # the parsers stop at different places of an escape
            offset = max(self.source.rfind("\\", 0, offset + 1), 0)
            self.add(code, self.place(offset))
            return
        character = self.source[offset : offset + 1] or "?"
        self.add(code, _mark(at), detail=problem, character=character)

    def _mistyped_key(self, line: int) -> bool:
        """Report a mistyped key in, or right before, the line where the parser gave up."""
        lines = self.source.split("\n", line + 1)[: line + 1]
        near = [number for number in range(len(lines)) if lines[number].strip(" ")][-2:]
        for number in reversed(near):
            for code, pattern in _MISTYPED:
                found = pattern.match(lines[number])
                # Full-width indentation is usual in running text, so only the line itself counts.
                if found is None or (code == "Y504" and number != line):
                    continue
                key = found.group(1)
                column = found.start(1) if code == "Y504" else found.end(1)
                place = Mark(number + 1, column + 1)
                self.add(code, place, key=key, character=_code_point(key[0]))
                return True
        return False

    def _cut_short(self, begin: _Place | None, end: _Place | None) -> bool:
        """Report a text that ended before its writer meant it to, at a quote in it or at a '#'."""
        last = self.offset(end)
        if last and self.source[last - 1] in "'\"" and _RUNS_ON.match(self.source, last):
            rest = self.source[last:].partition("\n")[0]
            self.add("Y212", self.place(last - 1), quote=self.source[last - 1], rest=rest)
            return True
        first = self.offset(begin)
        if self.source[first : first + 1] not in ("[", "{"):
            return False
        for part in _FLOW_PART.finditer(self.source, first, last):
            if part.group(1) and re.search(r"[]}]", part.group(1)):
                text = part.group(1)
                self.add("Y213", self.place(part.start(1)), rest=text)
                return True
        return False


class _Place(Protocol):
    """What both parsers, the C one and the Python one, call a mark: counted from 0."""

    line: int
    column: int


_TOO_DEEP: Final = "exceeded maximum nesting depth"
_NOTATION: Final = (
    ("mapping values are not allowed", "Y202"),
    ("could not find expected ':'", "Y203"),
    ("expected <document start>", "Y203"),
    ("expected '<document start>'", "Y203"),
    ("did not find expected key", "Y204"),
    ("expected <block end>", "Y204"),
    ("did not find expected '-' indicator", "Y204"),
    ("that cannot start any token", "Y205"),
    ("unexpected end of stream", "Y206"),
    ("found unexpected document indicator", "Y206"),
    ("did not find expected ',' or", "Y207"),
    ("expected ',' or", "Y207"),
    ("unknown escape character", "Y208"),
    ("Unicode character escape", "Y209"),
    ("sequence entries are not allowed", "Y210"),
)
_RUNS_ON: Final = re.compile(r"[^\s,:#\]}]")
"""What no text goes on with behind its closing quote."""
_FLOW_PART: Final = re.compile(
    r"""(?<=[\[{,:\s])(?:"(?:\\.|[^"\\])*"|'(?:''|[^'])*')|(?<=\s)(\#[^\n]*)""", re.VERBOSE
)
"""A quoted text, which may hold anything, or a comment."""
_MISTYPED: Final = (
    ("Y503", re.compile(r" *(?:- +)*([a-z][a-z0-9_-]{0,63})[ \u3000]*：")),
    ("Y504", re.compile(f" *([{_BLANK}])")),
    ("Y211", re.compile(f" *(?:- +)*([A-Za-z][A-Za-z0-9_-]{{0,63}}):(?:[^\\s:/]|[{_BLANK}])")),
)


def _mark(mark: _Place | None) -> Mark:
    return Mark(1, 1) if mark is None else Mark(mark.line + 1, mark.column + 1)


def _events(text: str) -> Iterator[yaml.Event]:
    events: Iterator[yaml.Event] = yaml.parse(text, Loader=_Parser)
    return events


# --- the tree -----------------------------------------------------------------------------------


class _Open:
    """A list or mapping whose end has not come yet."""

    __slots__ = ("children", "is_mapping", "keys", "mark", "pending")

    def __init__(self, mark: Mark, is_mapping: bool) -> None:
        self.mark = mark
        self.is_mapping = is_mapping
        self.children: list[Node] = []
        self.keys: dict[str, Scalar] = {}
        self.pending: Scalar | None = None


class _Builder:
    """Builds nodes from events, within the bounds."""

    def __init__(self, reading: _Reading) -> None:
        self.reading = reading
        self.root: Node | None = None
        self.last = Mark(1, 1)
        self.nodes = 0
        self.open: list[_Open] = []
        self.entries: list[list[tuple[Scalar, Node]]] = []

    def take(self, event: yaml.Event) -> bool:
        """Take one event; False means that reading has to stop here."""
        if event.start_mark is not None:
            self.last = _mark(event.start_mark)
        if isinstance(event, yaml.ScalarEvent):
            return self._count() and self._scalar(event)
        if isinstance(event, yaml.CollectionStartEvent):
            return self._count() and self._start(event)
        if isinstance(event, yaml.CollectionEndEvent):
            self._end()
        elif isinstance(event, yaml.AliasEvent):
            self.reading.add("Y304", self.last, name=event.anchor)
            return self._count() and self._place(Scalar("", False, self.last))
        elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            self.reading.add("Y108", self.last)
            return False
        return True

    def _count(self) -> bool:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            self.reading.add("Y303", self.last, limit=f"{MAX_NODES:,}")
            return False
        return True

    def _refuse_properties(self, event: yaml.NodeEvent, tag: str | None) -> None:
        if event.anchor is not None:
            self.reading.add("Y301", self.last, name=event.anchor)
        if tag is not None:
            self.reading.add("Y305", self.last, tag=tag.replace("tag:yaml.org,2002:", "!!"))

    def _scalar(self, event: yaml.ScalarEvent) -> bool:
        self._refuse_properties(event, event.tag)
        plain = not event.style
        text = self.reading.checked_text(event)
        scalar = Scalar(text, plain, self.last)
        if plain and event.tag is None:
            self._check_plain(scalar, is_key=self._expects_key())
        return self._place(scalar)

    def _expects_key(self) -> bool:
        return bool(self.open) and self.open[-1].is_mapping and self.open[-1].pending is None

    def _check_plain(self, scalar: Scalar, *, is_key: bool) -> None:
        text, mark, report = scalar.text, scalar.mark, self.reading.add
        if is_key and text == "<<":
            report("Y306", mark)
            return
        code = _ambiguity(text)
        if not (text or self.open):
            code, mark = "Y107", Mark(0, 0)
        if is_key and (code == "Y402" or text in ("true", "false")):
            code = "Y408"
        if code == "Y404" and (before := self._cut_off(scalar)):
            report("Y409", mark, text=f"{before},{text}", sum=f"{before}{text}")
            return
        if code is not None:
            report(code, mark, text=text)
        elif is_key:
            self._check_plain_key(scalar)
        else:
            self._check_plain_value(scalar)

    def _cut_off(self, scalar: Scalar) -> str:
        """What stands right before the comma of '20,000' in a list; empty elsewhere."""
        before = self.open[-1].children[-1:] if self.open and len(scalar.text) == 3 else []
        if not (before and _is_scalar(before[0]) and _THOUSANDS.fullmatch(before[0].text)):
            return ""
        end = before[0].mark.column + len(before[0].text) + 1
        touches = scalar.mark == Mark(before[0].mark.line, end)
        return before[0].text if before[0].plain and touches else ""

    def _check_plain_key(self, key: Scalar) -> None:
        blank = _ANY_BLANK.search(key.text)
        if blank is not None:
            character = _code_point(blank.group())
            self.reading.add("Y504", _within(key, blank.start()), character=character)
        elif "：" in key.text:
            word, _, _ = key.text.partition("：")
            self.reading.add("Y503", _within(key, len(word)), key=word)

    def _check_plain_value(self, value: Scalar) -> None:
        blank = _OUTER_BLANK.search(value.text)
        wide = _KEY_WITH_WIDE_COLON.match(value.text)
        if wide is not None and self._may_be_a_key(value):
            self.reading.add("Y503", _within(value, wide.end() - 1), key=wide.group(1))
        elif blank is not None:
            character = blank.group(1) or blank.group(2)
            place = _within(value, blank.start(1) if blank.group(1) else blank.start(2))
            self.reading.add("Y504", place, character=_code_point(character))

    def _may_be_a_key(self, value: Scalar) -> bool:
        """Say whether a block could start where *value* is: not behind a key on the same line."""
        key = self.open[-1].pending if self.open else None
        return key is None or key.mark.line != value.mark.line

    def _start(self, event: yaml.CollectionStartEvent) -> bool:
        if len(self.open) >= MAX_DEPTH:
            self.reading.add("Y302", self.last, limit=MAX_DEPTH)
            return False
        self._refuse_properties(event, event.tag)
        self.open.append(_Open(self.last, isinstance(event, yaml.MappingStartEvent)))
        self.entries.append([])
        return True

    def _end(self) -> None:
        opened, entries = self.open.pop(), self.entries.pop()
        if opened.is_mapping:
            self._place(Mapping(tuple(entries), opened.mark))
        else:
            self._place(Sequence(tuple(opened.children), opened.mark))

    def _place(self, node: Node) -> bool:
        if not self.open:
            self.root = node
        elif not self.open[-1].is_mapping:
            self.open[-1].children.append(node)
        elif self.open[-1].pending is None:
            self.open[-1].pending = self._key(node)
        else:
            key, self.open[-1].pending = self.open[-1].pending, None
            if self.open[-1].keys.get(key.text) is key:
                self.entries[-1].append((key, node))
        return True

    def _key(self, node: Node) -> Scalar:
        """Return *node* as a key; one that cannot be a key stays out of ``keys``, and its value."""
        if not _is_scalar(node):
            self.reading.add("Y307", node.mark)
            return Scalar("", False, node.mark)
        first = self.open[-1].keys.setdefault(node.text, node)
        if first is not node:
            lines = {"first_line": first.mark.line, "line": node.mark.line}
            self.reading.add("Y308", node.mark, key=node.text, **lines)
        return node


def _within(scalar: Scalar, offset: int) -> Mark:
    """Return the place *offset* characters into a plain scalar; its start when it is folded."""
    mark = scalar.mark
    return mark if "\n" in scalar.text else Mark(mark.line, mark.column + offset)


def _is_scalar(node: Node) -> TypeGuard[Scalar]:
    return isinstance(node, Scalar)
