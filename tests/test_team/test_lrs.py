"""Statements over a real connection: batches, waits, what is kept when the other side is down."""

from __future__ import annotations

import base64
import json
import socket
from pathlib import Path
from typing import Any

import pytest
from lrs_server import Lrs, running_lrs  # noqa: F401  (a fixture)

from simulator.errors import SupportdojoError, UsageError
from simulator.lrs import NO_IDS, Endpoint, Outcome, deliver


def some(count: int, start: int = 0) -> list[dict[str, Any]]:
    return [{"id": f"id-{n}", "text": "お詫び"} for n in range(start, start + count)]


def send(
    lrs: Lrs, statements: list[dict[str, Any]], folder: Path, waits: list[float] | None = None
) -> Outcome:
    endpoint = Endpoint.read(lrs.url, "key", "秘密")
    return deliver(statements, endpoint, folder, (waits if waits is not None else []).append)


def test_batches_of_fifty_with_the_headers(lrs: Lrs, tmp_path: Path) -> None:
    found = send(lrs, some(120), tmp_path)
    assert (found.accepted, found.left, found.reason) == (120, 0, "")
    assert lrs.batches == [50, 50, 20] and set(lrs.paths) == {"/xapi/statements"}
    assert lrs.seen[0]["X-Experience-API-Version"] == "1.0.3"
    pair = base64.b64encode("key:秘密".encode()).decode()
    assert lrs.seen[0]["Authorization"] == f"Basic {pair}"
    assert lrs.stored["id-0"]["text"] == "お詫び"
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("failure", [429, 500, 503, None])
def test_a_failure_that_may_pass_is_tried_again(
    lrs: Lrs, tmp_path: Path, failure: int | None
) -> None:
    lrs.answers = [failure, failure]
    waits: list[float] = []
    assert send(lrs, some(3), tmp_path, waits).accepted == 3
    assert waits == [1.0, 2.0]


def test_the_other_side_may_ask_for_a_longer_wait(lrs: Lrs, tmp_path: Path) -> None:
    lrs.answers, lrs.headers = [429, 429], {"Retry-After": "7"}
    waits: list[float] = []
    send(lrs, some(1), tmp_path, waits)
    assert waits == [7.0, 7.0]


def test_nothing_is_lost_when_it_is_down_and_the_next_call_sends_it(
    lrs: Lrs, tmp_path: Path
) -> None:
    lrs.answers = [200, *[503] * 5]
    waits: list[float] = []
    found = send(lrs, some(70), tmp_path, waits)
    assert (found.accepted, found.left, found.reason) == (50, 20, "HTTP 503")
    assert waits == [1.0, 2.0, 4.0, 8.0] and found.outbox.is_file()
    again = send(lrs, some(2, start=100), tmp_path)
    assert (again.accepted, again.left) == (22, 0)
    assert {"id-69", "id-50", "id-101"} <= set(lrs.stored)
    assert not list(tmp_path.iterdir())


def test_nobody_there(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}"
    waits: list[float] = []
    found = deliver(some(2), Endpoint.read(url, "", ""), tmp_path, waits.append)
    assert (found.accepted, found.left, len(waits)) == (0, 2, 4)
    assert "refused" in found.reason.lower()


def test_what_it_has_already_is_fine(lrs: Lrs, tmp_path: Path) -> None:
    send(lrs, some(3), tmp_path)
    found = send(lrs, some(5), tmp_path)
    assert (found.accepted, found.left) == (5, 0) and len(lrs.stored) == 5


def test_one_bad_statement_does_not_hold_up_the_rest(lrs: Lrs, tmp_path: Path) -> None:
    lrs.bad = {"id-1"}
    found = send(lrs, some(4), tmp_path)
    assert (found.accepted, found.left, found.reason) == (3, 1, "HTTP 400")
    assert json.loads(found.outbox.read_text())["id"] == "id-1"


@pytest.mark.parametrize("status", [301, 401, 403, 404])
def test_a_refusal_is_not_tried_again(lrs: Lrs, tmp_path: Path, status: int) -> None:
    lrs.answers, lrs.headers = [status], {"Location": "http://127.0.0.1:9/elsewhere"}
    found = send(lrs, some(2), tmp_path, [])
    assert (found.left, found.reason, lrs.batches) == (2, f"HTTP {status}", [2])


def test_the_outboxes_of_two_stores_are_kept_apart(lrs: Lrs, tmp_path: Path) -> None:
    lrs.answers = [401]
    send(lrs, some(2), tmp_path)
    deliver([], Endpoint.read("http://localhost:9/other", "", ""), tmp_path, [].append)
    assert not lrs.stored and len(list(tmp_path.iterdir())) == 1


def test_what_is_damaged_in_the_outbox_is_kept_and_told(lrs: Lrs, tmp_path: Path) -> None:
    """The rest goes out; what cannot be read stays byte for byte, and is told once."""
    mark = Endpoint.read(lrs.url, "", "").mark
    cut = b'{"id": "id-8", "text": "\xe3\x81'
    (tmp_path / f"{mark}-0.jsonl").write_bytes(b'{"id": "id-7"}\n{"id": 3}\n' + cut)
    found = send(lrs, some(1), tmp_path)
    assert (found.accepted, found.left, found.unread) == (2, 0, 2)
    assert found.damaged is not None
    assert found.damaged.read_bytes() == b'{"id": 3}\n' + cut + b"\n"
    again = send(lrs, [], tmp_path)
    assert (again.unread, list(tmp_path.iterdir())) == (0, [found.damaged])


def test_a_damaged_outbox_with_nothing_to_send_is_told_as_well(lrs: Lrs, tmp_path: Path) -> None:
    mark = Endpoint.read(lrs.url, "", "").mark
    (tmp_path / f"{mark}-0.jsonl").write_bytes(b'{"id"')
    found = send(lrs, [], tmp_path)
    assert (found.accepted, found.unread, lrs.batches) == (0, 1, [])
    assert found.damaged is not None and found.damaged.read_bytes() == b'{"id"\n'


@pytest.mark.parametrize(
    "page", [b"<html>Please log in</html>", b"[]", b"", b'{"ok": true}', b'["id-0"]', b"[" * 9999]
)
def test_who_does_not_name_what_it_took_has_taken_nothing(
    lrs: Lrs, tmp_path: Path, page: bytes
) -> None:
    """A login page and a proxy say 200 as well."""
    lrs.page = page
    found = send(lrs, some(2), tmp_path)
    assert (found.accepted, found.left, found.reason) == (0, 2, NO_IDS)
    assert len(found.outbox.read_text().splitlines()) == 2


def test_ids_may_come_back_in_capitals(lrs: Lrs, tmp_path: Path) -> None:
    lrs.page = b'["ID-0", "ID-1"]'
    assert send(lrs, some(2), tmp_path).accepted == 2


def test_without_an_outbox_nothing_is_sent(lrs: Lrs, tmp_path: Path) -> None:
    place = tmp_path / "file"
    place.write_text("")
    with pytest.raises(SupportdojoError):
        send(lrs, some(1), place)
    assert not lrs.batches


@pytest.mark.parametrize(
    "text",
    ["file:///etc/passwd", "lrs.example.com", "http://", "https://x:y z/", "http://h:999999"],
)
def test_what_is_no_address(text: str) -> None:
    with pytest.raises(UsageError):
        Endpoint.read(text, "", "")


def test_a_password_in_the_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(UsageError) as error:
        Endpoint.read("https://key:secret@lrs.example.com", "", "")
    assert "secret" not in str(error.value)


def test_addresses() -> None:
    assert (
        Endpoint.read(" https://l.example/xapi/statements/ ", "", "").url
        == "https://l.example/xapi"
    )
    assert Endpoint.read("http://l.example", "u", "p").readable
    assert not Endpoint.read("https://l.example", "u", "p").readable
    assert not Endpoint.read("http://localhost:80", "u", "p").readable
