"""What goes wrong is told in one line, and nothing is left half-written."""

import errno
import json
import os
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import psycopg
import pytest
from psycopg import sql

from exoskull.commands import console, replay

TENANT = {
    "at": "2026-03-02T08:00:00+01:00",
    "tenant": "anna",
    "kind": "tenant",
    "language": "pl",
    "timezone": "Europe/Warsaw",
}


def tape(path: Path, *lines: dict[str, Any] | str) -> str:
    told = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    path.write_text("\n".join(told) + "\n", encoding="utf-8")
    return str(path)


def told(ran: Any, code: int, *words: str) -> None:
    """It ended with `code`, wrote one line to standard error, and nothing to standard output."""
    assert ran.code == code, ran
    assert ran.out == ""
    assert ran.err.count("\n") == 1, ran.err
    assert ran.err.startswith("exoskull: ")
    assert "Traceback" not in ran.err
    for word in words:
        assert word in ran.err


@pytest.mark.parametrize(
    "argv",
    [
        (),
        ("dance",),
        ("tenant",),
        ("tenant", "create", "anna"),
        ("schedule", "preview", "--job", "loop-15"),
        ("replay",),
        ("replay", "x", "--seed", "seven"),
        ("up", "--port", "http"),
        ("status", "--verbose"),
    ],
)
def test_bad_usage_is_one_line_and_exit_2(run: Any, argv: tuple[str, ...]) -> None:
    told(run(*argv), 2, "--help")


@pytest.mark.parametrize(
    ("argv", "word"),
    [
        (("grants", "list", "bob"), "anna"),
        (("grants", "set", "anna", "send sms", "allow"), "send sms"),
        (("grants", "set", "anna", "send_sms:goal", "perhaps"), "perhaps"),
        (("grants", "set", "anna", "send_sms:goal", "allow", "--daily-limit", "-1"), "-1"),
        (("grants", "set", "anna", "send_sms:goal", "deny", "--daily-limit", "3"), "limit"),
        (("grants", "revoke", "anna", "buy_boat:*"), "buy_boat"),
        (("grants", "explain", "anna", "send_sms:*"), "send_sms:*"),
        (("tenant", "token", "bob"), "anna"),
        (("tenant", "token", "bo\x00b"), "anna"),
        (("tenant", "token", "bo\udcffb"), "anna"),
        (("tenant", "delete", "anna"), "--yes"),
        (("tenant", "create", "eve", "--timezone", "Mars/Olympus", "--language", "pl"), "Mars"),
        (("tenant", "create", "eve", "--timezone", "UTC", "--language", "de"), "de"),
        (("tenant", "create", "", "--timezone", "UTC", "--language", "pl"), "name"),
        (
            ("tenant", "create", "e", "--timezone", "UTC", "--language", "pl", "--phone", "12"),
            "12",
        ),
        (
            ("tenant", "create", "e", "--timezone", "UTC", "--language", "pl", "--email", "e@"),
            "e@",
        ),
        (("trace", "nothing"), "nothing"),
        (("trace", "00000000-0000-0000-0000-000000000001"), "0001"),
        (("say", "anna", " "), "empty"),
        (("say", "anna", "a" * 16_385), "16"),
        (("log", "anna", "Sleep!", "7"), "Sleep!"),
        (("log", "anna", "sleep_hours", "many"), "many"),
        (("log", "anna", "sleep_hours", "nan"), "nan"),
        (("log", "anna", "sleep_hours", "7", "--at", "yesterday"), "yesterday"),
        (("log", "anna", "sleep_hours", "7", "--at", "2026-03-02T08:00:00"), "2026"),
        (("schedule", "runs", "--since", "noon"), "noon"),
        (("schedule", "runs", "--tenant", "bob"), "anna"),
    ],
    ids=lambda value: (
        " ".join(value)[:40].encode("ascii", "replace").decode() if isinstance(value, tuple) else ""
    ),
)
def test_what_cannot_be_accepted_is_one_line_and_changes_nothing(
    anna: Any, argv: tuple[str, ...], word: str
) -> None:
    before = anna("status", "--json").out, anna("grants", "list", "anna", "--json").out
    told(anna(*argv), 2, word)
    assert (anna("status", "--json").out, anna("grants", "list", "anna", "--json").out) == before


def test_with_json_the_error_is_json_on_standard_error(anna: Any) -> None:
    ran = anna("grants", "list", "bob", "--json")
    assert (ran.code, ran.out) == (2, "")
    error = json.loads(ran.err)["error"]
    assert (error["key"], error["field"]) == ("tenant.not_found", "tenant")


def test_a_name_taken_is_a_conflict_and_exit_1(anna: Any) -> None:
    told(anna("tenant", "create", "anna", "--timezone", "UTC", "--language", "en"), 1, "anna")


def test_an_unreachable_database_is_one_line(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    url = "postgresql://nobody@127.0.0.1:9/nothing?connect_timeout=2"
    monkeypatch.setenv("EXOSKULL_DATABASE_URL", url)
    for argv in (("status",), ("migrate",), ("tenant", "list")):
        told(run(*argv), 1)


def test_an_unmigrated_database_says_to_migrate(
    run: Any, server_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = f"exoskull_bare_{os.getpid()}"
    with psycopg.connect(server_url, autocommit=True) as server:
        server.execute(sql.SQL("create database {}").format(sql.Identifier(name)))
        before, _, after = server_url.partition("?")
        monkeypatch.setenv("EXOSKULL_DATABASE_URL", f"{before.rsplit('/', 1)[0]}/{name}?{after}")
        try:
            told(run("status"), 1, "exoskull migrate")
            told(run("tenant", "create", "a", "--timezone", "UTC", "--language", "en"), 1)
        finally:
            server.execute(sql.SQL("drop database {} with (force)").format(sql.Identifier(name)))


def test_a_bad_port_in_the_environment_names_the_variable(
    run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EXOSKULL_PORT", "eighty")
    told(run("status"), 2, "EXOSKULL_PORT", "eighty")


@pytest.fixture
def no_database(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fails the test where a replay gets as far as to a database."""

    def touched(*_: Any, **__: Any) -> Any:
        raise AssertionError("something happened before the tape was checked")

    monkeypatch.setattr(replay, "throwaway", touched)
    monkeypatch.setattr(replay, "database_url", touched)


@pytest.mark.usefixtures("no_database")
def test_a_bad_tape_stops_before_anything_happens(run: Any, tmp_path: Path) -> None:
    path = tape(tmp_path / "bad.jsonl", TENANT, {**TENANT, "kind": "message"})
    told(run("replay", path), 2, "2", "text")
    bad = run("replay", path, "--json", "--out", str(tmp_path / "out.jsonl"))
    assert json.loads(bad.err)["error"]["key"] == "tape.malformed"
    assert bad.out == ""
    assert sorted(one.name for one in tmp_path.iterdir()) == ["bad.jsonl"]


@pytest.mark.usefixtures("no_database")
def test_a_tape_that_cannot_be_read_is_named(run: Any, tmp_path: Path) -> None:
    told(run("replay", str(tmp_path / "none.jsonl")), 2, "none.jsonl")
    told(run("replay", str(tmp_path)), 2, tmp_path.name)
    told(run("replay", "a\x00b"), 2)


@pytest.mark.usefixtures("no_database")
@pytest.mark.parametrize("out", ["nowhere/out.jsonl", ".", "tape.jsonl/out"])
def test_where_the_records_cannot_go_nothing_is_run(
    run: Any, tmp_path: Path, out: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = tape(tmp_path / "tape.jsonl", TENANT)
    told(run("replay", path, "--out", out), 1, out)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["tape.jsonl"]


@pytest.mark.usefixtures("no_database")
@pytest.mark.parametrize("flag", ["--until"])
def test_a_bad_instant_stops_a_replay(run: Any, tmp_path: Path, flag: str) -> None:
    told(run("replay", tape(tmp_path / "t.jsonl", TENANT), flag, "soon"), 2, "soon")


def test_a_full_disk_leaves_no_part_of_the_records(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.jsonl"
    target.write_text("the old records\n")

    def full(_: object) -> str:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(replay, "dumps", full)
    with pytest.raises(replay.Unavailable) as caught:
        replay._write(str(target), [SimpleNamespace(to_json=dict)])  # type: ignore[list-item]
    assert caught.value.key == "file.not_written"
    assert target.read_text() == "the old records\n"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["out.jsonl"]


def test_standard_output_on_a_full_disk_is_one_line(
    anna: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(console.Console, "document", full)
        patch.setattr(os, "dup2", lambda *_: None)
        patch.setattr("sys.stdout.fileno", lambda: 1, raising=False)
        told(anna("tenant", "list"), 1, "disk is full")
