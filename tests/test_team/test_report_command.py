"""``report`` and ``calibration`` from the command line, over a store with played contacts."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from lrs_server import Lrs, running_lrs  # noqa: F401  (a fixture)

from scoring.agreement.rated import read_rated
from simulator import workplace
from simulator.contact import Contact, Start
from simulator.errors import SupportdojoError, UsageError
from simulator.machine.files import write_whole
from simulator.store import SessionStore
from simulator.store.model import Fact, Person
from simulator.workplace import open_workplace

Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def played(alone: None) -> str:
    """One judged contact of two replies; its id."""
    workplace = open_workplace()
    try:
        contact = Contact.begin(workplace, Start("late-delivery", "en", "practice", 1))
        contact.reply("I'm sorry the parcel has not come. What did you need it for today?")
        contact.reply("=HYPERLINK(1) <b>Calm down.</b>")
        for _ in range(5):  # the customer has something to say to the first good-bye
            if not contact.ended:
                contact.end()
        assert contact.ended
        contact.conclude()
        return contact.session_id
    finally:
        workplace.close()


def state(kind: str, session: str, **body: Any) -> Fact:
    workplace = open_workplace()
    try:
        return workplace.store.add_fact(
            kind,
            person=workplace.trainee,
            subject=session,
            body=body,
            now=datetime(2027, 1, 1, tzinfo=UTC),
        )
    finally:
        workplace.close()


@pytest.mark.parametrize("form", ["html", "csv", "jsonl", "xapi"])
def test_each_form_to_a_file_and_to_standard_output(
    command: Command, played: str, tmp_path: Path, form: str
) -> None:
    out = tmp_path / "out"
    out.write_text("old")
    code, text, _ = command("report", "--lang", "en", "--format", form)
    assert code == 0 and text
    code, nothing, told = command("report", "--lang", "en", "--format", form, "--out", str(out))
    assert (code, nothing) == (0, "") and str(out) in told
    written = out.read_bytes().decode()
    if form in ("csv", "xapi"):  # the others tell when they were made
        assert written.replace("\r\n", "\n") == text.replace("\r\n", "\n")
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".out")] == []


@pytest.mark.parametrize(
    ("name", "begins"),
    [("x.csv", "\ufeffcontact,"), ("x.JSONL", '{"schema_version"'), ("x.html", "<!"), ("x", "<!")],
)
def test_a_file_holds_what_its_name_says(
    command: Command, played: str, tmp_path: Path, name: str, begins: str
) -> None:
    """The ending chooses the form; where a form is given it is that one."""
    out = tmp_path / name
    assert command("report", "--lang", "en", "--out", str(out))[0] == 0
    assert out.read_text(encoding="utf-8").lower().startswith(begins)
    assert command("report", "--lang", "en", "--out", str(out), "--format", "jsonl")[0] == 0
    assert out.read_text(encoding="utf-8").startswith('{"schema_version"')


def test_quotes_come_from_the_stored_scorecard(command: Command, played: str) -> None:
    _, page, _ = command("report", "--lang", "en")
    assert "=HYPERLINK(1) &lt;b&gt;Calm down.&lt;/b&gt;" in page
    _, hidden, _ = command("report", "--lang", "en", "--hide-names")
    assert played not in hidden and "trainee 1" in hidden


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("--since", "2026-02-30"), "2026-02-30"),
        (("--until", "yesterday"), "yesterday"),
        (("--since", "20260101"), "20260101"),
        (("--since", "2026-05-02", "--until", "2026-05-01"), "2026-05-02"),
        (("--drill", "none"), "none"),
        (("--person", "nobody"), "nobody"),
        (("--send", "ftp://x"), "ftp://x"),
        (("--send", "https://x.example", "--hide-names"), "trainee 1"),
        (("--send", "https://x.example", "--format", "csv"), "--send"),
        (("--out", "/nowhere/at/all"), "/nowhere/at/all"),
        (("--out", "team.xlsx"), "team.xlsx"),
    ],
)
def test_mistakes_are_told(
    command: Command, played: str, words: tuple[str, ...], expected: str
) -> None:
    code, out, told = command("report", "--lang", "en", *words)
    assert (code, out) == (2, "") and expected in told and "Traceback" not in told


@pytest.mark.parametrize(
    ("language", "told"), [("en", "ordinary words as well"), ("ja", "ふつうの言葉と同じ名前")]
)
def test_whoever_hides_names_is_told_which_are_words(
    command: Command, played: str, language: str, told: str
) -> None:
    assert played
    assert command("report", "--hide-names")[2] == ""
    command("people", "add", "may", "--name", "May Tanaka")
    code, _, err = command("report", "--hide-names", "--lang", language)
    assert (code, told in err, "May, may" in err) == (0, True, True)


def test_the_beginning_of_a_drills_id_will_do(command: Command, played: str) -> None:
    """One that fits several, or nothing, is told with those that there are."""
    made = ("drill", "new", "x", "--scenario", "late-delivery", "--all", "--json")
    ids = [json.loads(command(*made)[1])["drill"]["drill"] for _ in range(2)]
    code, page, _ = command("report", "--lang", "en", "--drill", ids[0])
    assert code == 0 and page
    day = ids[0].partition("-")[0]
    code, out, told = command("report", "--lang", "en", "--drill", day)
    assert (code, out) == (2, "") and ids[1] in told
    length = next(n for n in range(1, 20) if not ids[1].startswith(ids[0][:n]))
    assert command("report", "--drill", ids[0][:length])[0] == 0


def test_days_may_be_written_in_full_width(command: Command, played: str) -> None:
    code, text, _ = command("report", "--format", "csv", "--until", "２０２６／０１／０２")
    assert code == 0 and len(text.splitlines()) == 1


def test_an_empty_store_gives_an_empty_report(command: Command) -> None:
    code, page, _ = command("report", "--lang", "ja")
    assert code == 0 and "まだありません" in page


def test_a_trainee_sees_only_their_own(
    command: Command, played: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = workplace.open_store

    def as_trainee(environ: Mapping[str, str]) -> SessionStore:
        store = real(environ)
        store.viewer = Person("mei", "Mei", "trainee")
        return store

    monkeypatch.setattr(workplace, "open_store", as_trainee)
    code, text, _ = command("report", "--format", "jsonl")
    assert code == 0 and json.loads(text.splitlines()[0])["count"]["all"] == 0
    assert command("report", "--person", "root")[0] == 2
    assert command("calibration")[0] == 2


# ---------------------------------------------------------------- sending


def test_sending_and_sending_again(
    command: Command,
    played: str,
    lrs: Lrs,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SUPPORTDOJO_LRS_USER", "key")
    monkeypatch.setenv("SUPPORTDOJO_LRS_PASSWORD", "hush")
    lrs.answers = [401]
    code, _, told = command("report", "--lang", "en", "--send", lrs.url)
    assert code == 3 and "HTTP 401" in told and "hush" not in told
    assert len(list((tmp_path / "home" / "lrs-outbox").iterdir())) == 1
    assert command("report", "--lang", "en", "--send", lrs.url)[0] == 0
    assert len(lrs.stored) == 2
    state("override", played, turn=0, criterion="passed", reason="r", **{"is": True})
    assert command("report", "--send", lrs.url)[0] == 0
    verbs = sorted(s["verb"]["id"].rpartition("/")[2] for s in lrs.stored.values())
    assert verbs == ["completed", "failed", "passed", "voided"]


@pytest.mark.parametrize(
    ("language", "foreign", "damaged"),
    [
        ("en", "does not name what it took", "1 lines of what was still to be sent are damaged"),
        ("ja", "受け取った記録の id がありません", "未送信の記録のうち 1 行は壊れていて"),
    ],
)
def test_what_was_not_taken_and_what_is_damaged_is_told(
    command: Command,
    played: str,
    lrs: Lrs,
    tmp_path: Path,
    language: str,
    foreign: str,
    damaged: str,
) -> None:
    """Neither ends with 0, and nothing is counted as accepted that nobody took."""
    assert played
    lrs.page = b"<html>Please log in</html>"
    code, out, told = command("report", "--lang", language, "--send", lrs.url)
    assert (code, "2" in out) == (3, True)
    assert foreign in told and lrs.url in told
    (outbox,) = (tmp_path / "home" / "lrs-outbox").iterdir()
    outbox.write_bytes(outbox.read_bytes()[:-5])
    lrs.page = None
    code, _, told = command("report", "--lang", language, "--send", lrs.url)
    assert (code, damaged in told) == (1, True)


# ---------------------------------------------------------------- calibration


def test_calibration(command: Command, played: str, tmp_path: Path) -> None:
    code, text, _ = command("calibration", "--lang", "en")
    assert code == 0 and "nothing to compare" in text
    state("override", played, turn=1, criterion="empathy", reason="warm", **{"is": 95})
    state("reviewed", played)
    state("disputed", played, turn=1)
    code, text, _ = command("calibration", "--lang", "en", "--by", "rater")
    assert code == 0 and "reviewed by leads: 1" in text and "too few" in text
    code, text, _ = command("calibration", "--json", "--by", "lang")
    assert code == 0 and json.loads(text)["agreements"][0]["group"] == "en"
    out = tmp_path / "rated.jsonl"
    state("override", played, turn=1, criterion="policy", reason="", **{"is": 100})
    state("override", played, turn=1, criterion="resolution", reason="", **{"is": 50})
    code, _, told = command("calibration", "--lang", "en", "--fixtures", str(out))
    assert code == 0 and str(out) in told
    (item,) = read_rated(out.read_text(encoding="utf-8").splitlines(), "x")
    assert item.ratings == {"empathy": 3.8, "policy": 4.0, "resolution": 2.0}  # type: ignore[union-attr]
    assert item.place.context and item.reply.startswith("I'm sorry")  # type: ignore[union-attr]


# ---------------------------------------------------------------- whole files


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "report.html"
    path.write_text("old")

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SupportdojoError) as error:
        write_whole(path, [b"new"])
    assert error.value.code == "output.full" and error.value.exit_code == 3
    assert path.read_text() == "old" and list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["", "no/such/folder", "nul\0"])
def test_a_place_that_cannot_be_written(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError):
        write_whole(tmp_path / name, ["x"])


def test_what_is_no_file_is_never_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_whole(pipe, ["thr", b"ough"])
        assert os.read(reader, 100) == b"through" and pipe.is_fifo()
    finally:
        os.close(reader)


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write_whole(tmp_path / "link", ["new"])
    assert (tmp_path / "link").is_symlink() and (tmp_path / "real").read_text() == "new"
