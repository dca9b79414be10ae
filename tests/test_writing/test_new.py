"""``new``: a few answers become a scenario that validates, plays and is graded as it should."""

from __future__ import annotations

import builtins
import errno
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scenarios.check import Checker
from scenarios.complaints import ComplaintType
from scenarios.first_files import Answers, default_answers, first_files, spoken
from scenarios.language import LANGUAGES, Language, Text
from scenarios.loader import Library, builtin_library, joined
from scenarios.model import Channel
from scenarios.starters import starters
from scenarios.text import clean_text, is_blank
from scoring.cues.phrases import phrases
from simulator.cli import main
from simulator.contact import Contact, Start
from simulator.writing.exemplars import check_exemplar, practice_room
from simulator.writing.interview import Interview

BUILTIN = builtin_library()
NASTY = [
    'He said: "no" {time} # not a comment',
    "- yes: [a, *b, &c, !d] %e @f `g` | > ~ null 12:50 007",
    "😀👩‍👩‍👧 ｛全角｝：「」、。",
    "第一行\n第二行\n\n  三行目\\n",
    "\\x1b[2J \\u200e 'single' ''",
    "\x1b]0;title\x07\ttab\x00",
    "{",
    "}",
    "?",
    "。",
]


pytestmark = pytest.mark.usefixtures("here")


@pytest.fixture
def answering(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Let a person answer the questions with these lines, and with Enter afterwards."""

    def answer(*lines: str | BaseException) -> None:
        given: Iterator[str | BaseException] = iter(lines)

        def ask(_: str = "") -> str:
            line = next(given, "")
            if isinstance(line, BaseException):
                raise line
            return line

        monkeypatch.setattr(builtins, "input", ask)

    return answer


def written(answers: Answers, root: Path) -> Library:
    """A library with the scenario of these answers."""
    for name, text in first_files(answers, BUILTIN.shop, "en", phrases).items():
        file = root / answers.id / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8", newline="\n")
    return Library(root, base=BUILTIN)


def files_in(folder: Path) -> set[str]:
    return {str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file()}


# ---------------------------------------------------------------- the files


def test_there_is_a_story_for_every_type() -> None:
    told = [kind for starter in starters() for kind in starter.types]
    assert sorted(told) == sorted(ComplaintType)


def test_every_story_validates_plays_and_is_graded(tmp_path: Path) -> None:
    """Good, poor and gaming exemplars of both languages lie in their bands, on any channel."""
    channels: tuple[Channel, ...] = get_args(Channel)
    for number, starter in enumerate(starters()):
        channel = channels[number % len(channels)]
        library = written(
            default_answers(f"m-{number}", BUILTIN.shop, starter.types[0], channel), tmp_path
        )
    assert [c.problems for c in Checker(library).all() if c.problems] == []
    with practice_room(joined(BUILTIN, [library])) as room:
        checked = [
            check_exemplar(room, scenario_id, name)
            for scenario_id in library.own_ids
            for name in library.exemplar_names(scenario_id)
        ]
    assert len(checked) == 6 * len(starters())
    assert [(c.scenario, c.name, c.misses, c.problems) for c in checked if not c.fits] == []


def test_a_new_scenario_is_small() -> None:
    text = first_files(default_answers("made", BUILTIN.shop), BUILTIN.shop, "ja", phrases)[
        "scenario.yaml"
    ]
    assert len(text.splitlines()) < 80


texts = st.builds(Text, st.text(min_size=1), st.text(min_size=1)) | st.sampled_from(
    [Text(one, other) for one, other in zip(NASTY, reversed(NASTY), strict=True)]
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=texts, name=texts, says=texts, need=texts, offer=texts, limit=texts)
def test_whatever_is_typed_is_data(
    title: Text, name: Text, says: Text, need: Text, offer: Text, limit: Text, tmp_path: Path
) -> None:
    """Any text comes back from the files as it was typed and cleaned, and the files are sound; titles
    and names come back on one line."""
    answers = replace(
        default_answers("made", BUILTIN.shop),
        title=title,
        customer=name,
        says=says,
        need=need,
        offer=offer,
        limit=limit,
    )
    library = written(answers, tmp_path)
    blank = any(is_blank(t) for text in (says, need) for t in (text.ja, text.en))
    found = {p.code for c in Checker(library).all() for p in c.problems}
    nameless = any(is_blank(t) for text in (title, name) for t in (text.ja, text.en))
    assert found <= {*(["S107"] if blank else []), *(["D209"] if nameless else [])}
    if found:
        return
    scenario = library.scenario("made")
    opens, told = scenario.stages["opening"].opens, scenario.hidden["real-need"].says
    assert told is not None
    for language in LANGUAGES:
        assert scenario.title.of(language) == clean_text(title.of(language), keep_newlines=False)
        assert scenario.customer.name.of(language) == clean_text(
            name.of(language), keep_newlines=False
        )
        assert opens.all_wordings(language) == (spoken(says.of(language)),)
        assert told.all_wordings(language) == (spoken(need.of(language)),)
        assert scenario.topics["offer"].say == Text(clean_text(offer.ja), clean_text(offer.en))
        assert library.exemplar("made", f"{language}-good").steps


def test_own_words_play(tmp_path: Path) -> None:
    """A scenario of odd texts still opens with them, takes replies and comes to an end."""
    for number, text in enumerate(NASTY):
        own = Text(text, text)
        answers = replace(
            default_answers(f"m-{number}", BUILTIN.shop), says=own, need=own, offer=own, limit=own
        )
        library = written(answers, tmp_path)
    with practice_room(joined(BUILTIN, [library])) as room:
        for scenario_id in library.own_ids:
            for name in ("ja-good", "en-good"):
                checked = check_exemplar(room, scenario_id, name)
                assert checked.ending is not None
                assert checked.problems == ()


@pytest.mark.parametrize(
    ("language", "need", "offer", "said"),
    [
        (
            "ja",
            "明日の発表会で娘が着るんです。それまでに何とかしてください。",
            "紺のエプロンを本日中に速達で発送いたします。",
            "お嬢様の発表会でお召しになるのですね。今日のうちに紺のエプロンを速達でお送りします。",
        ),
        (
            "en",
            "My daughter wears it at the school play tomorrow and everybody will be there.",
            "I can send a navy apron to you by express today.",
            "So it's for the school play. Let me get a navy apron out to you.",
        ),
    ],
)
def test_a_sentence_of_ones_own_is_heard_in_other_words(
    tmp_path: Path, language: Language, need: str, offer: str, said: str
) -> None:
    """Cues are the short phrases of a sentence, not the sentence; others never say all of it."""
    answers = default_answers("made", BUILTIN.shop)
    ja = language == "ja"
    answers = replace(
        answers,
        need=Text(need, answers.need.en) if ja else Text(answers.need.ja, need),
        offer=Text(offer, answers.offer.en) if ja else Text(answers.offer.ja, offer),
    )
    library = written(answers, tmp_path)
    topics = library.scenario("made").topics
    assert need not in topics["need"].cues.of(language)
    with practice_room(joined(BUILTIN, [library])) as room:
        contact = Contact.begin(room, Start("made", language, "practice", 1))
        contact.reply(said)
        heard = {t.topic for t in contact.state.played[-1].reading.topics}
        assert {"need", "offer"} <= heard
        assert check_exemplar(room, "made", f"{language}-good").fits


# ---------------------------------------------------------------- the command


@pytest.mark.parametrize("language", LANGUAGES)
def test_yes_takes_all_defaults(
    here: Path, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """One command makes a scenario that validates, lists and passes its own test."""
    assert main(["new", "our-first", "--yes", "--lang", language]) == 0
    assert "our-first" in capsys.readouterr().out
    names = [f"{lang}-{kind}" for lang in LANGUAGES for kind in ("good", "poor", "gaming")]
    wanted = {f"our-first/exemplars/{name}.yaml" for name in names} | {"our-first/scenario.yaml"}
    assert wanted == {name for name in files_in(here) if not name.startswith(".schema/")}
    assert main(["validate", "."]) == 0
    assert main(["list", "--pack", ".", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert "our-first" in {row["id"] for row in listed["scenarios"]}


def test_a_pack_with_a_shop_of_its_own_gets_its_desk_actions(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The usual remedy is not at this desk: what is written plays all the same."""
    text = Path(str(BUILTIN.root), "shop.yaml").read_text("utf-8")
    own = re.sub(r"^  arrange-replacement:\n(?:    .*\n|\n)*", "", text, flags=re.MULTILINE)
    assert own != text
    (here / "pack").mkdir()
    (here / "pack" / "shop.yaml").write_text(own, "utf-8")
    assert main(["new", "ours", "--into", "pack", "--yes", "--lang", "en"]) == 0
    assert main(["test", "ours", "--pack", "pack", "--lang", "en"]) == 0
    assert "all within their bands" in capsys.readouterr().out


def test_a_pack_may_be_named_before_it_is_made(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUPPORTDOJO_PACKS", "my-pack")
    assert main(["new", "first", "--into", str(here / "my-pack"), "--yes"]) == 0
    assert main(["validate", "first"]) == 0


def test_another_pack_that_is_not_there_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SUPPORTDOJO_PACKS", "lost-pack")
    assert main(["new", "first", "--into", "my-pack", "--yes"]) == 2
    assert "lost-pack" in "".join(capsys.readouterr())


def test_the_modelines_lead_to_schemas(here: Path) -> None:
    """An editor finds the schema of every file that was made."""
    assert main(["new", "our-first", "--yes"]) == 0
    for file in (here / "our-first").rglob("*.yaml"):
        first = file.read_text("utf-8").splitlines()[0]
        path = first.removeprefix("# yaml-language-server: $schema=")
        assert path != first
        assert (file.parent / path).resolve().is_file()


def test_enter_alone_works(here: Path, answering: Callable[..., None]) -> None:
    """Every question has a default."""
    answering()
    assert main(["new", "--lang", "en"]) == 0
    assert (here / "my-first-scenario" / "scenario.yaml").is_file()
    answering()
    assert main(["new", "--lang", "en", "--into", "deep/pack"]) == 0
    assert (here / "deep" / "pack" / "my-first-scenario" / "scenario.yaml").is_file()


def test_answers_are_taken(
    here: Path, answering: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    """What cannot be used is explained and asked for again; the rest ends up in the file."""
    answering(
        "No Good!",
        "late-delivery",
        "ours",
        "reviewthreat",
        "",
        "PHONE",
        "A title: with colon",
        "コロン: の題",
    )
    assert main(["new", "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert "'No Good!' cannot be an id" in out
    assert "There is a scenario 'late-delivery' already" in out
    assert "Did you mean 'review-threat'?" in out
    scenario = Library(here, base=BUILTIN).scenario("ours")
    assert (scenario.type, scenario.channel) == (ComplaintType.REVIEW_THREAT, "phone")
    assert scenario.title == Text("コロン: の題", "A title: with colon")


def test_own_words_that_do_no_good_are_told_about(
    here: Path, answering: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    """Where own words make an exemplar miss its band, the person hears it at once."""
    answering("", "", *[""] * 8, "It is your own fault.", "", "", "")
    assert main(["new", "ours", "--lang", "en"]) == 0
    assert "en-good does not score as it should" in capsys.readouterr().out
    assert (here / "ours").is_dir()


def test_nothing_is_overwritten(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder or file of that name is left as it is, and so are schemas that are there."""
    (here / "ours").mkdir()
    (here / "ours" / "scenario.yaml").write_text("mine", "utf-8")
    (here / "file").write_text("mine", "utf-8")
    (here / ".schema").mkdir()
    (here / ".schema" / "scenario.json").write_text("mine", "utf-8")
    assert main(["new", "ours", "--yes"]) == 2
    assert main(["new", "file", "--yes"]) == 2
    assert main(["new", "other", "--yes", "--into", "file"]) == 2
    assert main(["new", "other", "--yes"]) == 0
    assert "Traceback" not in capsys.readouterr().err
    assert (here / "ours" / "scenario.yaml").read_text("utf-8") == "mine"
    assert (here / "file").read_text("utf-8") == "mine"
    assert (here / ".schema" / "scenario.json").read_text("utf-8") == "mine"


@pytest.mark.parametrize("moment", range(0, 16, 3))
def test_an_interrupt_writes_nothing(
    here: Path, answering: Callable[..., None], moment: int
) -> None:
    """Ctrl-C at any question leaves the folder as it was."""
    answering(*[""] * moment, KeyboardInterrupt())
    assert main(["new", "--lang", "ja", "--into", "pack"]) == 130
    assert list(here.iterdir()) == []


def test_an_interrupt_while_writing_leaves_nothing(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half a scenario never stands in the pack."""

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "rename", interrupted)
    assert main(["new", "ours", "--yes"]) == 130
    assert files_in(here) <= {f".schema/{file.name}" for file in (here / ".schema").iterdir()}


def test_a_full_disk_leaves_nothing(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not even the folder that the pack was to be."""

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    assert main(["new", "ours", "--yes", "--into", "team/pack", "--lang", "en"]) == 2
    assert "No space left" in capsys.readouterr().err
    assert list(here.iterdir()) == []


def test_input_that_ends_early_is_a_mistake_of_usage(
    here: Path, answering: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    answering("", EOFError())
    assert main(["new", "--lang", "en"]) == 2
    assert "--yes" in capsys.readouterr().err
    assert list(here.iterdir()) == []


@pytest.mark.parametrize(
    "given_id", ["No", "a/b", "..", "con", "late-delivery", "é", "personas", "programmes"]
)
def test_ids_that_cannot_be_used(here: Path, given_id: str) -> None:
    assert main(["new", given_id, "--yes"]) == 2
    assert list(here.iterdir()) == []


@pytest.mark.parametrize(("language", "told"), [("en", "other files"), ("ja", "シナリオではない")])
def test_the_folder_of_something_else_is_no_id(
    language: Language, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also where the id is asked for."""
    assert main(["new", "personas", "--yes", "--lang", language]) == 2
    assert told in capsys.readouterr().err
    said: list[str] = []
    lines = iter(["programmes", "own", *[""] * 30])
    interview = Interview(lambda _: next(lines), said.append, language, BUILTIN.shop)
    assert interview.answers(None, ()).id == "own"
    assert told in "\n".join(said)
