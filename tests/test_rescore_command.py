"""``rescore``: a change of rules is seen before it is adopted, adopted for all, and taken back."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from postgres import as_login

from simulator.errors import SupportdojoError
from simulator.rescoring import Rescoring
from simulator.store import SessionStore
from simulator.workplace import open_workplace
from simulator.writing.exemplars import play

Command = Callable[..., tuple[int, str, str]]
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
STRICT = ("passes: {total: 70, each: 60}", "passes: {total: 100, each: 100}")


@pytest.fixture
def played(alone: None) -> list[str]:
    """Two contacts that ended, and one that was stopped."""
    workplace = open_workplace()
    sessions = []
    for name in ("ja-good", "en-poor"):
        contact = play(workplace, workplace.library.exemplar("late-delivery", name))
        contact.conclude()
        sessions.append(contact.session_id)
    again = contact.redo_from(1)
    again.end(stop=True)
    again.conclude()
    workplace.close()
    return sessions


@pytest.fixture
def rules(played: list[str], command: Command, tmp_path: Path) -> Path:
    """The rules in force, written out for changing."""
    folder = tmp_path / "rules"
    code, out, _ = command("rescore", "--copy", str(folder), "--lang", "en")
    assert code == 0
    assert len(out.splitlines()) == 4
    return folder


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def stored() -> tuple[list[str], int]:
    """Everything in the store but facts, and how many facts."""
    workplace = open_workplace()
    ids = [summary.id for summary in workplace.store.history()]
    sessions = [json.dumps(workplace.store.export_session(one), sort_keys=True) for one in ids]
    facts = len(workplace.store.facts())
    workplace.close()
    return sessions, facts


def test_a_preview_changes_nothing(rules: Path, command: Command, played: list[str]) -> None:
    """It names who would newly fail, and sessions and facts stay as they were."""
    before = stored()
    edit(rules / "standard.yaml", *STRICT)
    code, out, _ = command("rescore", "--rubric", str(rules), "--json")
    found = json.loads(out)
    assert code == 0
    assert found["contacts"] == 2
    assert found["left_out"] == {"stopped": 1}
    assert [row["session"] for row in found["newly_failed"]] == [played[0]]
    assert found["adoption"] is None
    assert found["changed_files"] == ["standard.yaml"]
    assert stored() == before


@pytest.mark.parametrize(("language", "words"), [("ja", "合格"), ("en", "Newly failing: 1")])
def test_the_report_in_words(rules: Path, command: Command, language: str, words: str) -> None:
    """People read means, passes, criteria by their titles, and that so few contacts tell little."""
    edit(rules / "standard.yaml", *STRICT)
    edit(rules / "standard.yaml", "weight: 40", "weight: 5")
    code, out, _ = command("rescore", "--rubric", str(rules), "--lang", language)
    assert code == 0
    assert words in out
    titles = {"ja": "このお客様の状況に触れる", "en": "Names this customer's situation"}
    assert titles[language] in out
    assert "names-situation" not in out
    assert "2 件だけ" in out or "Only 2" in out


def test_a_full_disk_leaves_no_half_copy(
    alone: None, command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was written already goes again, with the folders that were made for it."""
    written: list[Path] = []

    def filling(path: Path, parts: Iterable[str | bytes]) -> None:
        if len(written) == 2:
            raise SupportdojoError("output.full")
        path.write_text("".join(map(str, parts)), encoding="utf-8")
        written.append(path)

    monkeypatch.setattr("simulator.rule_files.write_whole", filling)
    code, out, err = command("rescore", "--copy", str(tmp_path / "new" / "rules"), "--lang", "en")
    assert (code, out) == (3, "")
    assert "no room left" in err
    assert len(written) == 2
    assert not (tmp_path / "new").exists()


def test_unchanged_files_change_nothing(rules: Path, command: Command) -> None:
    code, out, _ = command("rescore", "--rubric", str(rules), "--lang", "en")
    assert code == 0
    assert "Nothing would change" in out


def test_adopted_rules_judge_from_then_on(rules: Path, command: Command, played: list[str]) -> None:
    """New contacts are judged by them, old scorecards stay, and going back is a fact as well."""
    edit(rules / "standard.yaml", *STRICT)
    given = ("rescore", "--rubric", str(rules), "--adopt")
    code, _, err = command(*given, "--lang", "en")
    assert code == 2
    assert "reason" in err
    sessions, facts = stored()
    assert command(*given, "--reason", "合格点を上げる")[0] == 0
    assert stored() == (sessions, facts + 1)
    workplace = open_workplace()
    assert workplace.judge.rubric.passes.total == 100
    contact = play(workplace, workplace.library.exemplar("late-delivery", "ja-good"))
    assert not contact.conclude().passed
    assert workplace.store.scorecards(played[0])[0].digest["passed"]  # type: ignore[index]
    workplace.close()
    _, out, _ = command("rescore", "--lang", "ja")
    assert "合格点を上げる" in out
    assert "standard.yaml" in out
    assert "messages.yaml" not in out
    code, out, _ = command("audit")
    assert "合格点を上げる" in out
    assert command("rescore", "--revert")[0] == 2
    assert command("rescore", "--revert", "--reason", "too strict")[0] == 0
    workplace = open_workplace()
    assert workplace.judge.rubric.passes.total == 70
    assert len(workplace.store.facts()) == facts + 2
    workplace.close()


def test_grade_uses_the_adopted_rubric(rules: Path, command: Command, tmp_path: Path) -> None:
    """Also the commands that need no store judge by the rules in force."""
    reply = "It is the driver's fault, so you will just have to wait."
    line = {"id": "1", "scenario": "late-delivery", "lang": "en", "context": [], "reply": reply}
    item = tmp_path / "items.jsonl"
    item.write_text(json.dumps(line), encoding="utf-8")
    before = json.loads(command("grade", str(item))[1])["policy"]
    edit(rules / "standard.yaml", "policy: {ceiling: 25}", "policy: {ceiling: 2}")
    assert command("rescore", "--rubric", str(rules), "--adopt", "--reason", "stricter")[0] == 0
    assert json.loads(command("grade", str(item))[1])["policy"] <= 2 < before


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("standard.yaml", "kind: warmth", "kind: warmht", "S101"),
        ("standard.yaml", "share: 35", "share: 36", "R102"),
        ("standard.yaml", "  nothing-said:", "  nothing:", "R101"),
        ("standard.yaml", "  resolution: {ceiling", "  resolution: {celing", "D102"),
        ("messages.yaml", 'met: {ja: "「{topic}」に', 'met: {ja: "「{topic.x}」に', "R103"),
        ("messages.yaml", 'met: {ja: "「{topic}」に', 'met: {ja: "「{topic」に', "R103"),
        ("context.yaml", "abuse:", "abuses:", "D102"),
        ("handbook-komorebi.yaml", "id: acknowledge-first", "id: other", "R104"),
        ("standard.yaml", "{total: 70, each: 60}", "{total: 170, each: 60}", "D204"),
        ("standard.yaml", "{total: 70, each: 60}", "{total: 70, each: -1}", "D203"),
        ("standard.yaml", "effect: cap, cap: 59", "effect: cap, cap: 159", "D204"),
        ("standard.yaml", "no_note_cap: 79", "no_note_cap: 790", "D204"),
        ("standard.yaml", "outcome: {good: 100", "outcome: {good: 101", "D204"),
        ("handbook-komorebi.yaml", "version: 1", "version: 1 # or 2", ""),
        ("handbook-komorebi.yaml", 'en: "Nothing about', 'en: "Not a word about', "R105"),
        ("handbook-komorebi.yaml", "id: komorebi", "id: komoreb", "S101"),
    ],
)
def test_a_bad_file_is_told_with_its_place(
    rules: Path, command: Command, file: str, old: str, new: str, code: str
) -> None:
    """Exit 2, path, line and column, in both languages; nothing is scored."""
    edit(rules / file, old, new)
    for language in ("ja", "en"):
        ended, out, err = command("rescore", "--rubric", str(rules), "--lang", language)
        if code:
            assert ended == 2
            assert f"{rules / file}:" in err
            assert f" {code}: " in err
            assert not out
        else:
            assert ended == 0


def test_a_contact_of_a_changed_scenario_is_counted(
    rules: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It cannot be played again, which is told and is no error."""
    edit(rules / "standard.yaml", *STRICT)
    monkeypatch.setattr("simulator.rescoring.ENGINE_VERSION", "other")
    code, out, _ = command("rescore", "--rubric", str(rules), "--lang", "en")
    assert code == 0
    assert "2 cannot be rescored: scenario or program changed" in out


def test_what_cannot_be_read_is_a_mistake_of_the_user(
    played: list[str], command: Command, tmp_path: Path
) -> None:
    for given in (
        ("--rubric", str(tmp_path / "nowhere")),
        ("--rubric", str(tmp_path)),
        ("--handbook", str(tmp_path)),
        ("--rubric", "-"),
        ("--adopt", "--reason", "x"),
    ):
        code, _, err = command("rescore", *given)
        assert code == 2
        assert "Traceback" not in err
        assert "or give '-'" not in err  # no advice that leads to the next error
    there = tmp_path / "there"
    assert command("rescore", "--copy", str(there))[0] == 0
    edit(there / "standard.yaml", *STRICT)
    assert command("rescore", "--rubric", str(there), "--since", "yesterday")[0] == 2
    code, out, _ = command("rescore", "--rubric", str(there), "--since", "2100-01-01", "--json")
    assert json.loads(out)["contacts"] == 0
    assert command("rescore", "--copy", str(there))[0] == 2


def test_another_handbook_is_read_anew(rules: Path, command: Command) -> None:
    """A changed handbook of a higher version may be adopted; contacts tell its version."""
    book = rules / "handbook-komorebi.yaml"
    edit(book, "version: 1", "version: 2")
    edit(book, 'en: "Nothing about', 'en: "Not a word about')
    given = ("rescore", "--handbook", str(book), "--adopt", "--reason", "plainer")
    code, out, _ = command(*given, "--json")
    assert code == 0
    assert json.loads(out)["changed_files"] == ["handbook-komorebi.yaml"]
    workplace = open_workplace()
    assert workplace.library.handbook.version == 2
    assert workplace.library.handbook.clauses[0].title.en == "Not a word about anyone else"
    assert workplace.library.handbook_version("late-delivery") == "komorebi 2"
    workplace.library.scenario("late-delivery")
    workplace.close()


def test_an_interrupted_run_goes_on_where_it_was(
    rules: Path, played: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was scored stays in the work file, and a line that was cut off is scored again."""
    home = Path(os.environ["SUPPORTDOJO_HOME"])
    text = (rules / "standard.yaml").read_text(encoding="utf-8").replace(*STRICT)
    workplace = open_workplace()
    rescoring = Rescoring(workplace, {"standard.yaml": text}, home)
    scored: list[str] = []

    def stops(done: int, _all: int) -> None:
        if done == 1:
            raise KeyboardInterrupt

    monkeypatch.setattr("simulator.rescoring._BATCH", 1)
    with pytest.raises(KeyboardInterrupt):
        rescoring.run(stops, jobs=1)
    with rescoring.work_file.open("a", encoding="utf-8") as file:
        file.write('["20')
    from simulator import rescoring as module

    real = module._row
    monkeypatch.setattr(
        module, "_row", lambda bench, one: (scored.append(one), real(bench, one))[1]
    )
    found = rescoring.run(jobs=1)
    assert found.contacts == 2
    assert len(scored) == 1
    again = rescoring.run(jobs=1)
    assert len(scored) == 1
    assert again == found
    workplace.close()


def test_a_team_on_one_server_shares_the_rules(
    postgres_url: str,
    alone: None,
    command: Command,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    """What a lead adopts judges everybody on the database; a trainee can neither look nor adopt."""
    with SessionStore.connect(postgres_url, NOW) as owner:
        lead = owner.add_person("lead", "Lead", "lead", NOW)
        yui = owner.add_person("yui", "Yui", "trainee", NOW)
    assert lead is not None
    assert yui is not None
    monkeypatch.setenv("SUPPORTDOJO_DB", as_login(postgres_url, "yui", yui))
    workplace = open_workplace()
    contact = play(workplace, workplace.library.exemplar("late-delivery", "ja-good"))
    contact.conclude()
    workplace.close()
    monkeypatch.setenv("SUPPORTDOJO_DB", as_login(postgres_url, "lead", lead))
    there = tmp_path / "there"
    command("rescore", "--copy", str(there))
    edit(there / "standard.yaml", *STRICT)
    given = ("rescore", "--rubric", str(there), "--json")
    code, out, _ = command(*given, "--adopt", "--reason", "together")
    assert code == 0
    assert [row["trainee"] for row in json.loads(out)["newly_failed"]] == ["yui"]
    monkeypatch.setenv("SUPPORTDOJO_DB", as_login(postgres_url, "yui", yui))
    workplace = open_workplace()
    assert workplace.judge.rubric.passes.total == 100
    workplace.close()
    edit(there / "standard.yaml", "total: 100", "total: 90")
    for more in ((), ("--adopt", "--reason", "me")):
        code, out, err = command(*given, *more, "--lang", "en")
        assert (code, out) == (2, "")
        assert "for team leads" in err
    assert command("rescore", "--revert", "--reason", "me")[0] == 2
