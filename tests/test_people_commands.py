"""Commands about people and about what is kept of them, on one machine and on a shared database."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from typing import Self

import pytest
from postgres import as_login

Command = Callable[..., tuple[int, str, str]]


@pytest.fixture(params=["sqlite", "postgres"])
def shop(
    request: pytest.FixtureRequest, command: Command, monkeypatch: pytest.MonkeyPatch
) -> Command:
    """Runs commands as the lead, once on each database."""
    if request.param == "postgres":
        monkeypatch.setenv("SUPPORTDOJO_DB", request.getfixturevalue("postgres_url"))
    return command


def _play(command: Command, monkeypatch: pytest.MonkeyPatch) -> str:
    import io

    monkeypatch.setattr("sys.stdin", io.StringIO("お待たせして申し訳ございません。\n/end\n"))
    code, out, _ = command("play", "late-delivery", "--plain", "--lang", "ja", "--seed", "3")
    assert code == 0
    found = re.search(r"\d{8}-\d{9}-[0-9a-z]+", out)
    assert found is not None
    return found.group()


@pytest.mark.parametrize(
    ("language", "told"), [("en", "'boss' is a lead as the owner"), ("ja", "持ち主の「boss」")]
)
def test_the_owner_of_a_local_store_need_not_be_registered(
    command: Command, monkeypatch: pytest.MonkeyPatch, language: str, told: str
) -> None:
    """They are told of beside the list, may be given drills and have a report; others may not."""
    monkeypatch.setenv("LOGNAME", "boss")
    assert told in command("people", "--lang", language)[2]
    assert command("people", "add", "mori", "--name", "Mori")[0] == 0
    assert told in command("people", "--lang", language)[2]
    made = ("drill", "new", "A", "--scenario", "late-delivery", "--for", "boss", "--for", "mori")
    assert command(*made)[0] == 0
    assert command(*made, "--for", "nobody")[0] == 2
    assert command("report", "--person", "boss")[0] == 0
    assert command("report", "--person", "nobody")[0] == 2
    assert command("people", "add", "boss", "--name", "Boss", "--role", "lead")[0] == 0
    assert command("people", "--lang", language)[2] == ""


def test_people_come_change_and_go(shop: Command) -> None:
    """Adding, renaming, another role, shutting out; each is in the audit log."""
    assert shop("people", "add", "yui", "--name", "結衣", "--lang", "ja")[0] == 0
    assert shop("people", "rename", "yui", "山本結衣")[0] == 0
    assert shop("people", "role", "yui", "lead")[0] == 0
    assert shop("people", "shut-out", "yui")[0] == 0
    listed = json.loads(shop("people", "--json")[1])["people"]
    assert listed == [{"login": "yui", "name": "山本結衣", "role": "lead", "active": False}]
    kinds = [json.loads(line)["kind"] for line in shop("audit", "--json")[1].splitlines()]
    assert kinds == ["person-shut-out", "role-changed", "person-renamed", "person-added"]
    for language in ("ja", "en"):
        assert len(shop("audit", "--lang", language)[1].splitlines()) == 4
        assert "結衣" in shop("people", "--lang", language)[1]


@pytest.mark.parametrize(
    "name",
    ["Jo\nmori  =cmd|calc  lead", "Jo\x1b[2J", "Jo\rmori", "J\u202eo", "Jo\u2028m", "x" * 3000],
)
def test_a_name_is_one_line_and_not_endless(shop: Command, name: str) -> None:
    """It stands within lines; nothing is stored of one that does not fit there."""
    shop("people", "add", "yui")
    for words in (("add", "jo", "--name", name), ("rename", "yui", name)):
        for language, told in (("en", "Nothing was changed"), ("ja", "何も変えていません")):
            code, _, err = shop("people", *words, "--lang", language)
            assert (code, told in err, "Traceback" in err) == (2, True, False)
    assert [one["name"] for one in json.loads(shop("people", "--json")[1])["people"]] == ["yui"]


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize(
    "url",
    [
        "postgresql://mori:Top@Secret9@127.0.0.1:1/dojo",
        "postgresql://mori:Top/Secret9@127.0.0.1:1/dojo",
        "postgresql://mori:Top#Secret9@127.0.0.1:1/dojo",
        "postgresql://mori:Top?Secret9@127.0.0.1:1/dojo",
    ],
)
def test_no_part_of_a_password_is_shown(
    command: Command, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An address that can be cut in two ways is refused, with how it is written."""
    monkeypatch.setenv("SUPPORTDOJO_DB", url)
    for word, language in (("people", "en"), ("people", "ja"), ("login", "ja"), ("doctor", "en")):
        code, out, err = command(word, "--lang", language)
        assert code in (1, 2)
        assert "Secret9" not in out + err and "%40" in out + err


def test_whoever_owns_a_store_of_their_own_can_be_named(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are told how, and then they are."""
    monkeypatch.setenv("LOGNAME", "mei")
    for words in (("rename", "mei", "芽衣"), ("role", "mei", "lead"), ("password", "mei")):
        for language in ("en", "ja"):
            code, _, err = command("people", *words, "--lang", language)
            assert (code, "supportdojo people add mei" in err) == (2, True)
    assert command("people", "add", "mei", "--name", "Mei", "--role", "lead")[0] == 0
    assert command("people", "rename", "mei", "芽衣")[0] == 0
    assert "芽衣" in command("people")[1]


@pytest.mark.parametrize(
    "words",
    [
        ("add",),
        ("add", "Yui"),
        ("add", "a'; DROP TABLE person; --"),
        ("role", "nobody", "lead"),
        ("role", "nobody"),
        ("rename", "nobody", "x"),
        ("shut-out", "nobody"),
        ("password", "nobody"),
    ],
)
def test_mistakes_are_told(shop: Command, words: tuple[str, ...]) -> None:
    """Every mistake ends with 2 and a sentence, and nobody is added."""
    code, out, err = shop("people", *words, "--lang", "ja")
    assert (code, out) == (2, "")
    assert err.strip()
    assert "Traceback" not in err
    assert json.loads(shop("people", "--json")[1])["people"] == []


def test_a_role_that_is_none(shop: Command) -> None:
    """An unknown role is refused; the person stays as they were."""
    shop("people", "add", "yui")
    assert shop("people", "role", "yui", "boss")[0] == 2
    assert json.loads(shop("people", "--json")[1])["people"][0]["role"] == "trainee"


def test_forgetting_says_what_lies_elsewhere(
    shop: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A person's contacts go, and the exported files that still hold them are named."""
    session = _play(shop, monkeypatch)
    exported = json.loads(shop("export", session)[1])
    exported["header"]["trainee"] = "yui"
    other = _as_of_another(exported)
    file = tmp_path / "from-yui.jsonl"
    file.write_text(json.dumps(other), encoding="utf-8")
    assert shop("import", str(file))[0] == 0
    out = tmp_path / "all.jsonl"
    assert shop("export", "--all", "--out", str(out))[0] == 0
    assert '"yui"' in out.read_text(encoding="utf-8")
    page = tmp_path / "report.html"
    assert shop("report", "--out", str(page))[0] == 0
    monkeypatch.setattr("sys.stdin", None)
    assert shop("forget", "yui")[0] == 2
    code, told, _ = shop("forget", "yui", "--yes", "--lang", "en")
    assert code == 0
    assert str(out) in told
    assert str(page) in told
    assert "yui" not in shop("history")[1]
    assert session in shop("history")[1]
    assert shop("forget", "yui", "--yes")[0] == 2


def test_forgetting_names_every_file_and_what_is_gone(
    command: Command, alone: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Backups on demand, exports of people without contacts, and the account itself."""
    _play(command, monkeypatch)
    for login in ("hana", "bob"):
        assert command("people", "add", login)[0] == 0
    backup, gone, file = tmp_path / "b.db", tmp_path / "gone.db", tmp_path / "all.jsonl"
    for path in (backup, gone):
        assert command("db", "backup", str(path))[0] == 0
    gone.unlink()
    assert command("export", "--all", "--out", str(file))[0] == 0
    out = command("forget", "hana", "--yes", "--lang", "en")[1]
    assert "Removed: 0 contacts, 0 entries.\nThe account is removed, too.\n" in out
    assert {str(backup), str(file)} <= set(map(str.strip, out.splitlines()))
    assert str(gone) not in out
    found = json.loads(command("forget", "bob", "--yes", "--json")[1])
    assert found["account"] is True
    assert (found["exports"], found["backups"]) == ([str(file)], [str(backup)])
    assert "backed-up" in command("audit", "--json")[1]


def test_an_import_tells_what_is_new_and_who_is_back(
    command: Command, alone: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What was here already is not taken in; a file from before a forgetting may bring somebody back."""
    _play(command, monkeypatch)
    for login in ("hana", "bob"):
        command("people", "add", login)
    file = tmp_path / "all.jsonl"
    command("export", "--all", "--out", str(file))
    err = command("import", str(file), "--lang", "en")[2]
    assert "Contacts taken in: 0\n" in err
    assert "People taken in" not in err
    assert "Here already: contacts 1, people 2, entries 2" in err
    assert "forgotten" not in err
    command("forget", "bob", "--yes")
    err = command("import", str(file), "--lang", "en")[2]
    assert "People taken in: 1, entries: 0" in err
    assert "before somebody was forgotten here. Taken in of those who were not here: bob." in err


def _as_of_another(exported: dict[str, object]) -> dict[str, object]:
    from simulator.store.forget import renamed

    return renamed({**exported, "id": f"{exported['id']}x"}, "yui")


def test_all_of_it_moves_to_a_shared_database_and_back(
    command: Command, postgres_url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """From one machine to the team's database, and out again: not a byte is another."""
    _play(command, monkeypatch)
    command("people", "add", "yui", "--name", "結衣")
    command("db", "retention", "90")
    first, second = tmp_path / "first.jsonl", tmp_path / "second"
    before = command("export", "--all")[1]
    first.write_text(before, encoding="utf-8")
    monkeypatch.setenv("SUPPORTDOJO_DB", postgres_url)
    code, out, err = command("import", str(first), "--lang", "en")
    assert code == 0, err
    assert "password of yui: " in out
    assert command("export", "--to", str(second), "--all")[0] == 0
    moved = [line for path in second.iterdir() for line in path.read_text("utf-8").splitlines()]
    kept = {json.dumps(json.loads(line), sort_keys=True) for line in before.splitlines()}
    assert kept <= {json.dumps(json.loads(line), sort_keys=True) for line in moved}


def test_a_new_colleague_comes_in_with_what_the_lead_hands_out(
    command: Command, postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The address and the password that were shown let the trainee in, and to their own only."""
    monkeypatch.setenv("SUPPORTDOJO_DB", postgres_url)
    _play(command, monkeypatch)
    out = command("people", "add", "yui", "--lang", "en")[1]
    password = re.search(r"Password: (\S+)", out)
    assert password is not None
    assert "SUPPORTDOJO_DB=postgresql://yui@" in out
    assert password.group(1) not in out.split("SUPPORTDOJO_DB")[1]
    monkeypatch.setenv("SUPPORTDOJO_DB", as_login(postgres_url, "yui", password.group(1)))
    session = _play(command, monkeypatch)
    lines = [json.loads(line) for line in command("history")[1].splitlines()]
    assert [(line["session"], line["trainee"]) for line in lines] == [(session, "yui")]
    for words in (("people", "add", "eve"), ("forget", "ken", "--yes"), ("db", "retention", "1")):
        code, _, err = command(*words, "--lang", "en")
        assert code == 2
        assert "Not allowed" in err


def test_the_password_is_asked_for_once(
    command: Command, postgres_url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """After ``login`` every command comes in; a wrong password is told and not kept."""
    import io

    monkeypatch.setenv("PGPASSFILE", "")  # so that it is put back afterwards
    monkeypatch.setenv("SUPPORTDOJO_DB", postgres_url)
    found = re.search(r"Password: (\S+)", command("people", "add", "yui", "--lang", "en")[1])
    assert found is not None
    bare = as_login(postgres_url, "yui", "").replace("yui:@", "yui@")
    monkeypatch.setenv("SUPPORTDOJO_DB", bare)
    kept = tmp_path / "home" / "pgpass"
    for word, code in (("wrong", 3), (found.group(1), 0)):
        monkeypatch.delenv("PGPASSFILE", raising=False)
        monkeypatch.setattr("sys.stdin", io.StringIO(word + "\n"))
        assert command("login", "--lang", "ja")[0] == code
        assert kept.exists() == (code == 0)
    assert kept.stat().st_mode & 0o777 == 0o600
    monkeypatch.delenv("PGPASSFILE", raising=False)
    assert command("history")[0] == 0


def _shifted(by: timedelta) -> type[datetime]:
    """A clock that is ahead."""

    class Ahead(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Self:
            return cls.fromtimestamp(datetime.now(UTC).timestamp(), tz) + by

    return Ahead


def test_how_long_contacts_are_kept(shop: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """A limit is set, shown and lifted; what is younger stays."""
    session = _play(shop, monkeypatch)
    assert "90" in shop("db", "retention", "90", "--lang", "ja")[1]
    assert shop("db", "expire")[0] == 0
    assert session in shop("history")[1]
    days = timedelta(days=91)
    monkeypatch.setattr("simulator.commands.db.datetime", _shifted(days))
    code, _, told = shop("db", "expire", "--lang", "en")
    assert code == 2 and "1 contacts are past their time" in told and "--yes" in told
    monkeypatch.setattr("simulator.commands.db.datetime", _shifted(days * 5))
    code, _, told = shop("db", "expire", "--yes", "--lang", "ja")
    assert code == 2 and "日付を確かめて" in told
    assert session in shop("history")[1]
    monkeypatch.setattr("simulator.commands.db.datetime", _shifted(days))
    assert shop("db", "expire", "--yes")[0] == 0
    assert session not in shop("history")[1]
    for wrong in ("0", "-3", "ten", "1.5", "999999", "٣"):
        code, _, err = shop("db", "retention", wrong)
        assert code == 2, wrong
        assert "Traceback" not in err
    assert "90" in shop("db", "retention")[1]
    shop("db", "retention", "off")
    assert "90" not in shop("db", "retention")[1]
    assert shop("db", "check")[0] == 0


@pytest.mark.parametrize("url", ["mysql://x/y", "nonsense", "postgres:", "http://["])
def test_a_wrong_address_of_the_database(
    command: Command, monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    """What is no address of a database is told, with how it should look."""
    monkeypatch.setenv("SUPPORTDOJO_DB", url)
    code, _, err = command("history", "--lang", "en")
    assert code in (2, 3)
    assert err.strip()
    assert "Traceback" not in err
    assert "inside the program" not in err
