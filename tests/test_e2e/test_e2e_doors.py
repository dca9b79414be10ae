"""The doors without a full screen: line mode, JSON mode, demo, lists, and how they end."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import doors
import pytest

GOOD = {
    "ja": "朝からずっとお待ちいただいているのですね。申し訳ございません。ご注文番号とお名前、お電話番号をお聞かせいただけますか。",
    "en": "You've been waiting in since this morning, I'm sorry. May I have your order number, your name and your phone number?",
}


class Half:
    """A contact over JSON lines that can be killed in the middle."""

    def __init__(self, home: Path, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "simulator", "play", *arguments, "--jsonl"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            env={**os.environ, "SUPPORTDOJO_HOME": str(home)},
        )
        self.session = json.loads(self._line())["session"]

    def _line(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline()

    def send(self, command: dict[str, object]) -> None:
        """Send one reply and wait until its feedback shows that it was saved."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(command) + "\n")
        self.process.stdin.flush()
        while json.loads(self._line())["event"] != "turn_feedback":
            pass

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate()


RUDE = {
    "ja": "うるさいな。お前の都合なんか知るか。",
    "en": "Shut up, you idiot. Nobody cares about your parcel.",
}


def test_without_a_terminal_a_conversation_plays_and_ends(home: Path) -> None:
    """No command and no terminal: a conversation in plain lines, exit code 0, no escape codes."""
    done = doors.run(home, "--lang", "ja")
    assert done.returncode == 0, done.stderr
    assert "お客様: " in done.stdout
    assert "あなた: " in done.stdout
    assert "\x1b" not in done.stdout + done.stderr


@pytest.mark.parametrize("language", ["ja", "en"])
def test_line_mode_plays_to_a_scorecard(home: Path, language: str) -> None:
    """Piped replies are answered, the end of the input stops without a fail, a scorecard follows."""
    done = doors.run(
        home,
        "play",
        "late-delivery",
        "--plain",
        "--lang",
        language,
        "--seed",
        "3",
        stdin=GOOD[language] + "\n",
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("お客様: " if language == "ja" else "Customer: ") >= 2
    session = done.stdout.strip().splitlines()[-1]
    assert session


@pytest.mark.parametrize("language", ["ja", "en"])
def test_json_mode_tells_every_event(home: Path, language: str) -> None:
    """Briefing first, then the customer, mood, feedback; the end and the scorecard last."""
    events = doors.play_jsonl(
        home,
        "late-delivery",
        "--lang",
        language,
        "--seed",
        "3",
        "--mode",
        "practice",
        commands=[
            {"reply": GOOD[language]},
            {"action": "ask-carrier"},
            {"wait": 3},
            {"end": True},
            {"end": True},
        ],
    )
    kinds = [event["event"] for event in events]
    assert kinds[0] == "briefing"
    assert events[1]["event"] == "customer"
    assert events[1]["stage"]
    for kind in ("mood", "desk", "turn_feedback", "ended", "scorecard"):
        assert kind in kinds
    assert kinds.index("ended") < kinds.index("scorecard")


def test_test_mode_is_sealed_until_the_end(home: Path) -> None:
    """Neither mood nor feedback comes out before the end in test mode."""
    events = doors.play_jsonl(
        home,
        "late-delivery",
        "--lang",
        "en",
        "--seed",
        "3",
        "--mode",
        "test",
        commands=[{"reply": GOOD["en"]}, {"end": True}, {"end": True}],
    )
    kinds = {event["event"] for event in events}
    assert "mood" not in kinds
    assert "turn_feedback" not in kinds
    assert "scorecard" in kinds


@pytest.mark.parametrize("language", ["ja", "en"])
def test_good_and_rude_trainees_get_different_cards(home: Path, language: str) -> None:
    """The same customer scores a heard and an insulted contact far apart."""
    totals = {}
    for name, reply in (("good", GOOD[language]), ("rude", RUDE[language])):
        events = doors.play_jsonl(
            home,
            "late-delivery",
            "--lang",
            language,
            "--seed",
            "3",
            commands=[{"reply": reply}, {"end": True}, {"end": True}],
        )
        totals[name] = next(e for e in events if e["event"] == "scorecard")
    assert not totals["rude"]["passed"]
    assert totals["rude"]["gates"]
    assert totals["good"]["total"] > totals["rude"]["total"]


def test_bad_commands_are_answered_and_change_nothing(home: Path) -> None:
    """Every malformed line gives an error event with a code; the contact goes on."""
    bad = [
        "nonsense",
        "[1]",
        '{"reply": 5}',
        '{"action": "fly"}',
        '{"wait": -1}',
        '{"wait": NaN}',
        '{"action": "book-callback", "args": {"time": "soon", "who": "me"}}',
        '{"reply": ""}',
        json.dumps({"reply": "x" * 1_000_000}),
        '{"note": {"mood": "x"}}',
        "{}",
    ]
    stdin = "\n".join(bad) + "\n" + json.dumps({"reply": GOOD["en"]}) + "\n"
    done = doors.run(
        home, "play", "late-delivery", "--jsonl", "--lang", "en", "--seed", "3", stdin=stdin
    )
    assert done.returncode == 0, done.stderr
    events = [json.loads(line) for line in done.stdout.splitlines()]
    errors = [event for event in events if event["event"] == "error"]
    assert len(errors) == len(bad)
    assert all(error["code"] and error["message"] for error in errors)
    assert sum(event["event"] == "turn_feedback" for event in events) == 1


def test_resume_goes_on_at_the_same_place(home: Path) -> None:
    """A contact cut short goes on with the same transcript and the same customer."""
    straight = doors.play_jsonl(
        home,
        "late-delivery",
        "--lang",
        "en",
        "--seed",
        "8",
        commands=[{"reply": GOOD["en"]}, {"reply": "I'll ask the depot now."}],
    )
    said = [e["text"] for e in straight if e["event"] == "customer"]
    half = Half(home, "late-delivery", "--lang", "en", "--seed", "8")
    half.send({"reply": GOOD["en"]})
    half.kill()
    resumed = doors.play_jsonl(
        home, "--resume", half.session, commands=[{"reply": "I'll ask the depot now."}]
    )
    before = [e["text"] for e in resumed[0]["transcript"] if e["kind"] == "customer"]
    after = [e["text"] for e in resumed if e["event"] == "customer"]
    assert before + after == said


@pytest.mark.parametrize(
    ("arguments", "needle"),
    [
        (("play", "late-delivry", "--plain"), "late-delivery"),
        (("play", "--plain"), "supportdojo list"),
        (("--lang", "fr"), "fr"),
        (("show", "nobody"), "nobody"),
        (("play", "../../etc", "--plain"), "etc"),
        (("grade", "/does/not/exist"), "/does/not/exist"),
    ],
)
def test_mistakes_end_with_a_sentence_and_2(
    home: Path, arguments: tuple[str, ...], needle: str
) -> None:
    """A user's mistake is told in words that name it, with exit code 2 and no traceback."""
    done = doors.run(home, *arguments)
    assert done.returncode == 2
    assert needle in done.stderr
    assert "Traceback" not in done.stderr


def test_a_data_directory_that_is_a_file_is_told(tmp_path: Path) -> None:
    """Nothing can be saved there: exit code 3, in words."""
    place = tmp_path / "file"
    place.write_text("x", encoding="utf-8")
    done = doors.run(place, "play", "late-delivery", "--plain", "--lang", "en")
    assert done.returncode == 3
    assert "Traceback" not in done.stderr
    assert str(place) in done.stderr


def test_list_names_every_scenario_in_both_languages(home: Path) -> None:
    """``list --json`` gives ids and titles; the titles differ by language."""
    titles = {}
    for language in ("ja", "en"):
        found = json.loads(doors.run(home, "list", "--json", "--lang", language).stdout)
        titles[language] = {row["id"]: row["title"] for row in found["scenarios"]}
    assert set(titles["ja"]) == set(titles["en"])
    assert {"late-delivery", "review-threat", "order-by-inquiry", "testimonial-address"} <= set(
        titles["ja"]
    )
    assert all(titles["ja"][name] != titles["en"][name] for name in titles["ja"])


def test_history_is_json_lines(home: Path) -> None:
    """Every past contact is one JSON object with its scores."""
    doors.play_jsonl(home, "late-delivery", "--lang", "en", commands=[{"reply": GOOD["en"]}])
    rows = [json.loads(line) for line in doors.run(home, "history").stdout.splitlines()]
    assert len(rows) == 1
    assert rows[0]["scenario"] == "late-delivery"
    assert "total" in rows[0]


def test_store_check_and_doctor_are_content(home: Path) -> None:
    """After a played contact ``db check`` and ``doctor`` find nothing wrong."""
    doors.play_jsonl(home, "late-delivery", "--lang", "en", commands=[{"reply": GOOD["en"]}])
    assert doors.run(home, "db", "check").returncode == 0
    assert doors.run(home, "doctor", "--json").returncode == 0
    assert doors.run(home, "locate").returncode == 0


def test_hostile_replies_come_out_as_text(home: Path) -> None:
    """Escape sequences, markup and bidi controls in a reply never reach the terminal raw."""
    hostile = "\x1b]52;c;aGk=\x07 [@click=app.quit]x[/] \u202eabc \x9b31m"
    done = doors.run(home, "play", "late-delivery", "--plain", "--lang", "en", stdin=hostile + "\n")
    assert done.returncode == 0, done.stderr
    for raw in ("\x1b", "\x07", "\u202e", "\x9b"):
        assert raw not in done.stdout
    assert "[@click=app.quit]" in done.stdout


@pytest.mark.parametrize(
    "environ", [{"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "cp932"}]
)
def test_any_locale_prints_japanese(home: Path, environ: dict[str, str]) -> None:
    """Output is UTF-8 whatever the locale says."""
    done = doors.run(home, "list", "--lang", "ja", **environ)
    assert done.returncode == 0, done.stderr
    assert "電話" in done.stdout


def test_contacts_move_between_stores(home: Path, tmp_path: Path) -> None:
    """What export writes, import takes in elsewhere, with the same scorecard; a backup is sound."""
    doors.play_jsonl(home, "late-delivery", "--lang", "en", commands=[{"reply": GOOD["en"]}])
    exported = doors.run(home, "export").stdout
    other = tmp_path / "other"
    taken = doors.run(other, "import", "-", stdin=exported)
    assert taken.returncode == 0, taken.stderr
    here, there = (doors.run(place, "history").stdout for place in (home, other))
    assert here == there != ""
    spoilt = doors.run(other, "import", "-", stdin=exported.replace("waiting", "wasting"))
    assert spoilt.returncode == 2
    backup = tmp_path / "copy" / "supportdojo.db"
    backup.parent.mkdir()
    assert doors.run(home, "db", "backup", str(backup)).returncode == 0
    assert doors.run(backup.parent, "history").stdout == here


def test_a_take_leave_that_comes_late_does_not_lose_the_note(home: Path) -> None:
    """A contact that a hand-over ended takes the queued take-leave and then still the note."""
    events = doors.play_jsonl(
        home,
        "late-delivery",
        "--lang",
        "en",
        commands=[
            {"action": "hand-over", "args": {"summary": "late parcel"}},
            {"end": True},
            {"note": {"happened": "The parcel is late.", "who": "Mori"}},
            {"end": True},
            {"reply": "never read"},
        ],
    )
    kinds = [event["event"] for event in events]
    assert kinds.count("scorecard") == 2
    assert "error" not in kinds


def test_a_line_with_two_commands_is_refused_whole(home: Path) -> None:
    """Nothing of an ambiguous line is done."""
    events = doors.play_jsonl(
        home, "late-delivery", "--lang", "en", commands=[{"reply": GOOD["en"], "end": True}]
    )
    assert [e["code"] for e in events if e["event"] == "error"] == ["several-commands"]
    assert not any(e["event"] == "turn_feedback" for e in events)


def test_the_version_is_told(home: Path) -> None:
    """``--version`` names the program and its version."""
    done = doors.run(home, "--version")
    assert done.returncode == 0
    assert done.stdout.startswith("supportdojo 0.")


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_trainer_can_see_what_was_understood(home: Path, language: str) -> None:
    """``explain-reply`` names the acts, as text and as JSON, with spans on the reply's words."""
    words = GOOD[language]
    told = doors.run(home, "explain-reply", "late-delivery", words, "--lang", language)
    assert told.returncode == 0, told.stderr
    assert "apologise" in told.stdout
    found = json.loads(
        doors.run(
            home, "explain-reply", "late-delivery", "-", "--json", "--lang", language, stdin=words
        ).stdout
    )
    assert {"apologise", "verify"} <= {act["act"] for act in found["acts"]}
    assert found["likely"] == {}


def test_a_trainer_can_see_how_likely_a_breach_is(home: Path) -> None:
    """``explain-reply`` tells it in per cent, the likeliest first."""
    mocking = "朝から待つのがお好きとは、ずいぶんお暇なんですね。"
    told = doors.run(home, "explain-reply", "late-delivery", mocking, "--lang", "ja")
    likely = told.stdout[told.stdout.index("違反の見込み（") :]
    assert likely.split(")")[0].endswith("(hostility")
    again = doors.run(
        home, "explain-reply", "late-delivery", "-", "--json", "--lang", "ja", stdin=mocking
    )
    assert json.loads(again.stdout)["likely"]["hostility"] > 50
