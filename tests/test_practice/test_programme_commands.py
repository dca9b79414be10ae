"""``programme``, ``certificate`` and ``verify`` as a person uses them."""

from __future__ import annotations

import io
import json
import os
import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import programme_world as world
import pytest

from simulator.certificates.certificate import Certificate
from simulator.certificates.page import Signed, page_of, read_page
from simulator.certificates.signing import BadKey, SigningKey, fingerprint, holds, known_key
from simulator.contact import Contact, Start
from simulator.enrolment import enrolment
from simulator.errors import StoreReadOnly
from simulator.practice.standing import Play
from simulator.workplace import open_workplace

Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def home(alone: None) -> Path:
    folder = Path(os.environ["SUPPORTDOJO_HOME"])
    world.own_programme(folder)
    return folder


def finish(language: str = "ja") -> None:
    """Do what comes next until nothing does."""
    workplace = open_workplace()
    try:
        while True:
            enrolled = enrolment(workplace, "ja" if language == "ja" else "en")
            following = enrolled.standing(enrolled.need("small").programme).next
            if not isinstance(following, Play):
                assert following is None
                return
            world.play(workplace, following)
    finally:
        workplace.close()


@pytest.fixture
def page(home: Path, command: Command, tmp_path: Path) -> Path:
    """The certificate of a finished programme."""
    assert command("programme", "read", "small/hello", "--lang", "ja")[0] == 0
    finish()
    file = tmp_path / "certificate.html"
    code, _, told = command("certificate", "small", "--out", str(file), "--lang", "ja")
    assert code == 0, told
    return file


# ---------------------------------------------------------------- programme


def test_step_by_step(home: Path, command: Command) -> None:
    """What is to do is told; reading is noted once; a poor contact does not count and says why."""
    code, out, err = command("programme", "--lang", "en")
    assert (code, out) == (0, "onboarding: First weeks at the desk\nsmall: A small <b>course</b>\n")
    assert "supportdojo programme ID" in err
    assert command("programme", "read", "hello", "--lang", "en")[0] == 2
    code, out, err = command("programme", "read", "small/hello", "--lang", "ja")
    assert (code, out) == (0, "読む\n\n一行目\n二行目\n")
    assert "supportdojo programme next small" in err
    assert "に読んでいます" in command("programme", "read", "hello", "--lang", "ja")[2]
    code, out, _ = command("programme", "--lang", "en")  # the one that was begun
    assert "open now  calls" in out
    workplace = open_workplace()
    assert len(workplace.store.facts(["step-read"])) == 1
    following = enrolment(workplace, "en").standing(
        enrolment(workplace, "en").need("small").programme
    )
    assert isinstance(following.next, Play)
    world.play(workplace, following.next, "poor")
    workplace.close()
    code, out, _ = command("programme", "--lang", "en")
    assert "did not count: late-delivery" in out
    assert "Next: answer testimonial-address" in out
    shown = json.loads(command("programme", "small", "--json", "--lang", "en")[1])
    assert [step["state"] for step in shown["steps"]] == ["done", "open"]
    assert shown["next"]["occasion"] == "programme:small/calls"


def test_next_plays_through_the_same_doors(
    home: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It reads a page, then plays a contact of the step; one that was left is gone on with."""
    assert command("programme", "next", "small", "--jsonl", "--lang", "en")[0] == 2
    code, out, _ = command("programme", "next", "small", "--lang", "en")
    assert (code, out) == (0, "Read\n\nOne line\n")
    lines = '{"reply": "Good afternoon, Komorebi Shop, this is Mori."}\n{"stop": true}\n'
    monkeypatch.setattr("sys.stdin", io.StringIO(lines))
    code, out, _ = command("programme", "next", "--jsonl", "--seed", "5", "--lang", "en")
    assert code == 0
    first = json.loads(out.splitlines()[0])
    assert (first["event"], first["scenario"], first["mode"], first["seed"]) == (
        *("briefing", "late-delivery", "practice"),
        5,
    )
    workplace = open_workplace()
    (summary,) = workplace.store.history()
    workplace.close()
    assert summary.header.occasion == "programme:small/calls"
    assert summary.ending == "stopped"  # never a fail, and never counted
    workplace = open_workplace()
    enrolled = enrolment(workplace, "en")
    following = enrolled.standing(enrolled.need(None).programme).next
    assert isinstance(following, Play)
    start = Start("testimonial-address", "en", "practice", 3, occasion=following.occasion)
    left = Contact.begin(workplace, start).session_id
    workplace.close()
    monkeypatch.setattr("sys.stdin", io.StringIO('{"stop": true}\n'))
    code, out, _ = command("programme", "next", "--jsonl", "--lang", "en")
    assert (code, json.loads(out.splitlines()[0])["session"]) == (0, left)
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    code, out, _ = command("programme", "next", "--plain", "--lang", "en")
    assert code == 0
    assert "Next: answer late-delivery" in out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["onbording"], "onboarding"),
        (["read", "small/helo"], "hello"),
        (["read", "small/calls"], "supportdojo programme next small"),
        (["read", "small/"], "hello"),
        (["read"], "onboarding, small"),
        (["next"], "onboarding, small"),
        (["small", "hello"], "programme [ID]"),
    ],
)
def test_a_mistake_is_told(home: Path, command: Command, words: list[str], told: str) -> None:
    code, out, err = command("programme", *words, "--lang", "en")
    assert (code, out) == (2, "")
    assert told in err


def test_a_broken_file_is_told_at_its_place(home: Path, command: Command) -> None:
    world.own_programme(home, world.SMALL.replace("kind: practice", "kind: practise"))
    code, _, err = command("programme", "small", "--lang", "en")
    assert code == 2
    assert "small.yaml:11:11: error D205" in err
    assert "Did you mean 'practice'?" in err


# ---------------------------------------------------------------- certificate


def test_without_an_end_there_is_none(home: Path, command: Command, tmp_path: Path) -> None:
    file = tmp_path / "c.html"
    code, out, err = command("certificate", "small", "--out", str(file), "--lang", "en")
    assert code == 1
    assert "not finished in English" in err
    assert "calls" in out
    assert not file.exists()


class _Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.languages: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for key, value in attrs if key in ("src", "href")]
        self.languages += [v or "" for k, v in attrs if k == "lang" and tag == "section"]


def test_the_page_stands_alone(page: Path) -> None:
    """Both languages, nothing to load, nothing of a title acts as markup."""
    text = page.read_text("utf-8")
    seen = _Seen()
    seen.feed(text)
    assert (seen.links, seen.languages) == ([], ["ja", "en"])
    assert "b" not in seen.tags
    assert "小さな&lt;b&gt;研修" in text
    assert "この記録から分からないこと" in text
    assert "What this does not say" in text
    assert "http" not in re.sub("http-equiv", "", text)
    assert "@page { size: A4" in text


def test_it_verifies(page: Path, command: Command, home: Path) -> None:
    code, out, _ = command("verify", str(page), "--lang", "en")
    assert code == 0, out
    assert "signature: valid" in out
    assert "this computer's)" in out
    assert out.count("unchanged, scored again alike") == 2
    assert out.endswith("Result: sound.\n")
    if os.name == "posix":
        assert (home / "signing-key.pem").stat().st_mode & 0o777 == 0o600
    workplace = open_workplace()
    (fact,) = workplace.store.facts(["certificate"], subject="small")
    workplace.close()
    assert fact.body == json.loads(json.dumps(read_page(page.read_text("utf-8")).to_json()))


def test_a_lead_s_decision_is_marked(home: Path, command: Command, tmp_path: Path) -> None:
    """The contact counts, its scores stay those of the rules, and the page says so."""
    command("programme", "read", "small/hello", "--lang", "ja")
    workplace = open_workplace()
    for exemplar in ("poor", "good"):
        enrolled = enrolment(workplace, "ja")
        following = enrolled.standing(enrolled.need("small").programme).next
        assert isinstance(following, Play)
        session = world.play(workplace, following, exemplar).session_id
        if exemplar == "poor":
            body = {"turn": 0, "criterion": "passed", "was": False, "is": True, "reason": "声"}
            workplace.store.add_fact(
                "override",
                person=workplace.trainee,
                subject=session,
                body=body,
                now=workplace.now(),
            )
    workplace.close()
    assert "リーダーの判断" in command("programme", "small", "--lang", "ja")[1]
    file = tmp_path / "c.html"
    code, _, told = command("certificate", "small", "--out", str(file), "--lang", "ja")
    assert code == 0, told
    text = file.read_text("utf-8")
    assert text.count(" ※ <code>") == 1
    assert "a team lead changed the assessment" in text
    assert command("verify", str(file), "--lang", "en")[0] == 0


def test_without_a_store_to_keep_it_there_is_no_certificate(
    page: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page that the audit log cannot name is taken back."""

    def refuse(*_: object, **__: object) -> None:
        raise StoreReadOnly("store.read-only", path="/store.db")

    monkeypatch.setattr("simulator.store.SessionStore.add_fact", refuse)
    other = page.with_name("other.html")
    code, out, err = command("certificate", "small", "--out", str(other), "--lang", "ja")
    assert (code, out, other.exists()) == (3, "", False)
    assert "修了証は発行していません" in err and "/store.db" in err and page.exists()
    told = StoreReadOnly("store.read-only-issue", path="/store.db").text("en")
    assert "No file was written" in told.message


def test_it_is_not_written_over_something(page: Path, command: Command) -> None:
    before = page.read_bytes()
    code, _, err = command("certificate", "small", "--out", str(page), "--lang", "ja")
    assert code == 2
    assert "すでにあります" in err
    assert page.read_bytes() == before


def test_elsewhere_it_is_sound_by_itself(
    page: Path, command: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Where nothing of it is stored, that is said, and no store is made by looking."""
    other = tmp_path / "other"
    monkeypatch.setenv("SUPPORTDOJO_HOME", str(other))
    page.write_bytes(page.read_bytes().replace(b"\n", b"\r\n"))  # what mail does to it
    code, out, _ = command("verify", str(page), "--lang", "en")
    assert code == 0, out
    assert "not this computer's" in out
    assert out.count("not here") >= 2
    assert not other.exists()


def test_a_changed_page_is_noticed(page: Path, command: Command) -> None:
    text = page.read_text("utf-8")
    page.write_text(text.replace("小さな&lt;b&gt;研修", "大きな研修", 1), "utf-8", newline="\n")
    code, out, _ = command("verify", str(page), "--lang", "en")
    assert code == 1
    assert "signature: valid" in out
    assert "does NOT say" in out


def forged(
    page: Path, change: Callable[[Certificate], Certificate], key: SigningKey | None
) -> None:
    """The page of a changed payload; signed anew where there is a key."""
    from simulator.certificates.certificate import signed_text

    old = read_page(page.read_text("utf-8"))
    certificate = change(old.certificate)
    new = replace(old, certificate=certificate)
    if key is not None:
        new = Signed(certificate, key.public, key.sign(signed_text(certificate)))
    text = page_of(new, fingerprint(new.public_key))
    page.write_text(text, encoding="utf-8", newline="\n")


def better(certificate: Certificate) -> Certificate:
    """The same with one score put up."""
    *before, step = certificate.steps
    first, *rest = step.sessions
    return replace(
        certificate, steps=(*before, replace(step, sessions=(replace(first, total=100), *rest)))
    )


def test_a_changed_payload_is_noticed(page: Path, command: Command, home: Path) -> None:
    """By its signature; signed anew with the very key, by scoring again."""
    forged(page, better, None)
    code, out, _ = command("verify", str(page), "--lang", "en")
    assert (code, "NOT valid" in out) == (1, True)
    forged(page, better, SigningKey.open(home / "signing-key.pem"))
    code, out, _ = command("verify", str(page), "--lang", "en")
    assert (code, "signature: valid" in out, "does NOT come out alike" in out) == (1, True, True)
    shown = json.loads(command("verify", str(page), "--json")[1])
    assert (shown["sound"], shown["signature"], shown["page"]) == (False, True, True)
    assert [session["found"] for session in shown["sessions"]] == ["score", "unchanged"]


def test_a_session_of_somebody_else_is_noticed(page: Path, command: Command, home: Path) -> None:
    key = SigningKey.open(home / "signing-key.pem")
    forged(page, lambda certificate: replace(certificate, login="somebody-else"), key)
    code, out, _ = command("verify", str(page), "--lang", "en")
    assert code == 1
    assert "OTHER contents" in out


def test_names_with_markup_and_escapes_do_nothing(page: Path) -> None:
    name = "</script><img src=x onerror=alert(1)>\x1b[2J\u202e\ud800"
    forged(page, lambda certificate: replace(certificate, name=name, login=name), None)
    text = page.read_text("utf-8")
    assert "<img" not in text
    assert "\x1b" not in text
    assert read_page(text).certificate.name == name


def test_a_forged_page_forges_no_line_of_the_answer(page: Path, command: Command) -> None:
    """Whatever it states stands on the lines of what it states."""
    name = "Mori\nsignature: valid\nResult: sound."
    forged(page, lambda certificate: replace(certificate, name=name), None)
    code, out, _ = command("verify", str(page), "--lang", "en")
    lines = out.splitlines()
    assert code == 1
    assert "signature: valid" not in lines and "Result: sound." not in lines
    assert lines[0].startswith("Mori\u240asignature: valid\u240aResult: sound. (")


_OPEN = '<script type="application/json" id="supportdojo-certificate">'


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"hello",
        b"\xff\xfe\x00\x01" * 100,
        b"<html>" + b"a" * 2_000_000,
        f"{_OPEN}{{</script>".encode(),
        f"{_OPEN}{'[' * 200_000}</script>".encode(),
        f'{_OPEN}{{"payload": {{"schema_version": 99}}}}</script>'.encode(),
        f'{_OPEN}{{"payload": {{"schema_version": {"9" * 5000}}}}}</script>'.encode(),
        f'{_OPEN}{{"payload": NaN}}</script>'.encode(),
        f"{_OPEN}{{}}</script>{_OPEN}{{}}</script>".encode(),
        f'{_OPEN}{{"payload": {{}}, "algorithm": "Ed25519", "public_key": "", "signature": ""}}</script>'.encode(),
    ],
    ids=range(11),
)
def test_hostile_files_are_told(data: bytes, alone: None, command: Command, tmp_path: Path) -> None:
    file = tmp_path / "bad.html"
    file.write_bytes(data)
    code, out, err = command("verify", str(file), "--lang", "en")
    assert (code, out) == (2, "")
    assert str(file) in err
    assert command("verify", str(tmp_path))[0] == 2
    assert command("verify", str(tmp_path / "nothing"))[0] == 2


def test_each_part_of_a_payload_is_looked_at(page: Path) -> None:
    """Whatever is taken out of it or turned into something else, it is no certificate."""
    whole = read_page(page.read_text("utf-8")).certificate.to_json()
    whole = json.loads(json.dumps(whole))

    def places(value: Any, way: tuple[Any, ...] = ()) -> Any:
        listed = dict(enumerate(value)) if isinstance(value, list) else value
        for key, one in listed.items() if isinstance(listed, dict) else ():
            yield (*way, key)
            yield from places(one, (*way, key))

    for way in list(places(whole)):
        changed = json.loads(json.dumps(whole))
        inner = changed
        for key in way[:-1]:
            inner = inner[key]
        inner[way[-1]] = [True]
        with pytest.raises((ValueError, TypeError)):
            Certificate.from_json(changed)


def test_a_key_that_cannot_be_used_is_told(
    page: Path, command: Command, home: Path, tmp_path: Path
) -> None:
    (home / "signing-key.pem").write_text("no key", "utf-8")
    code, _, err = command(
        "certificate", "small", "--out", str(tmp_path / "x.html"), "--lang", "ja"
    )
    assert code == 2
    assert "signing-key.pem" in err
    assert known_key(home / "signing-key.pem") is None
    with pytest.raises(BadKey):
        SigningKey.open(home / "signing-key.pem")


@pytest.mark.parametrize(
    ("language", "advice", "closed"),
    [
        ("en", "move this file away", "chmod 600 for the file"),
        ("ja", "別の場所へ移すと", "を chmod 600"),
    ],
)
def test_the_doctor_looks_at_the_key(
    page: Path, command: Command, home: Path, language: str, advice: str, closed: str
) -> None:
    """One that cannot be used, and one that others can get at; signing closes it again."""
    key, words = home / "signing-key.pem", ("doctor", "--lang", language)
    home.chmod(0o700)
    assert command(*words)[0] == 0
    sound = key.read_bytes()
    key.chmod(0o644)
    code, out, _ = command(*words)
    assert (code, closed in out, str(key) in out) == (1, True, True)
    SigningKey.open(key)
    assert key.stat().st_mode & 0o777 == 0o600
    assert (command(*words)[0], page.is_file()) == (0, True)
    key.write_text("no key", "utf-8")
    code, out, _ = command(*words)
    assert (code, advice in out) == (1, True)
    key.write_bytes(sound)


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("bad.yaml", "x: [", "bad.yaml:"),
        ("onboarding.yaml", world.SMALL.replace("id: small", "id: onboarding"), "onboarding"),
        ("late.yml", world.SMALL, ".yml"),
    ],
)
def test_programmes_of_the_data_folder_are_looked_through(
    home: Path, command: Command, name: str, text: str, told: str
) -> None:
    """``doctor`` and ``packs`` say of them what ``programme`` would."""
    assert (command("doctor")[0], command("packs")[0]) == (0, 0)
    (home / "programmes" / name).write_text(text, encoding="utf-8")
    for word, language in (("doctor", "en"), ("packs", "ja")):
        code, out, _ = command(word, "--lang", language)
        assert (code, told in out, str(home / "programmes" / name) in out) == (1, True, True)
    (row,) = [r for r in json.loads(command("packs", "--json")[1])["packs"] if r["own_programmes"]]
    assert "small" in row["own_programmes"] and row["problems"]


def test_a_signature_is_of_its_text_and_key(tmp_path: Path) -> None:
    one, two = SigningKey.open(tmp_path / "one"), SigningKey.open(tmp_path / "two")
    assert SigningKey.open(tmp_path / "one").public == one.public != two.public
    signature = one.sign("文")
    assert holds(one.public, signature, "文")
    assert not holds(two.public, signature, "文")
    assert not holds(one.public, signature, "分")
    assert not holds("00" * 32, "00" * 64, "文")
    assert re.fullmatch("([0-9a-f]{4} ){7}[0-9a-f]{4}", fingerprint(one.public))
