"""With --json, standard output is one document (or JSON Lines), and nothing else."""

import json
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from peers.provider import ProviderPeer, says


@pytest.mark.parametrize(
    "argv",
    [
        ("status",),
        ("tenant", "list"),
        ("tenant", "token", "anna"),
        ("grants", "list", "anna"),
        ("grants", "set", "anna", "send_sms:goal", "deny"),
        ("grants", "revoke", "anna", "create_task:*"),
        ("grants", "explain", "anna", "send_sms:goal"),
        ("say", "anna", "wypiłam", "2", "szklanki", "wody"),
        ("log", "anna", "sleep_hours", "7,5"),
        ("schedule", "runs"),
        ("doctor",),
        ("migrate",),
        ("tenant", "delete", "anna", "--yes"),
    ],
    ids=lambda argv: " ".join(argv),
)
def test_a_command_prints_one_json_document(anna: Any, argv: tuple[str, ...]) -> None:
    ran = anna(*argv, "--json")
    assert ran.code == 0, ran.err
    assert ran.document is not None
    plain = anna(*argv)
    assert plain.out or plain.err


def test_what_is_said_and_logged_is_answered_from_rows(anna: Any) -> None:
    said = anna("say", "anna", "wypiłam 2 szklanki wody", "--json").document
    assert said["answer"] == "Zapisane: 2 szklanki wody."
    assert UUID(said["id"])
    logged = anna("log", "anna", "sleep_hours", "7,5", "--json").document
    assert (logged["metric"], logged["value"], logged["unit"]) == ("sleep_hours", 7.5, "h")


def test_status_counts_each_tenant_and_all(anna: Any) -> None:
    status = anna("status", "--json").document
    assert status["tenants"]["anna"] == status["all"]
    assert set(status["all"].values()) == {0}


def test_preview_is_json_lines(run: Any) -> None:
    ran = run(
        *("schedule", "preview", "--job", "morning-briefing", "--timezone", "Europe/Warsaw"),
        *("--from", "2026-03-28T00:00:00+01:00", "--days", "3", "--json"),
    )
    slots = [json.loads(line) for line in ran.out.splitlines()]
    assert [slot["slot"] for slot in slots] == ["2026-03-28", "2026-03-29", "2026-03-30"]
    assert all(set(slot) == {"job", "slot", "local", "utc"} for slot in slots)


def test_a_short_replay_prints_records_only_and_the_same_with_out(run: Any, tmp_path: Path) -> None:
    tape = tmp_path / "tape.jsonl"
    tape.write_text(
        '{"at":"2026-03-02T08:00:00+01:00","tenant":"anna","kind":"tenant","language":"pl",'
        '"timezone":"Europe/Warsaw"}\n'
        '{"at":"2026-03-02T08:20:00+01:00","tenant":"anna","kind":"end"}\n'
    )
    printed = run("replay", str(tape), "--json")
    assert printed.code == 0, printed.err
    records = [json.loads(line) for line in printed.out.splitlines()]
    assert all(set(one) == {"at", "tenant", "kind", "trace", "data"} for one in records)
    assert {"tenant.created", "slot.ran"} <= {one["kind"] for one in records}
    out = tmp_path / "records.jsonl"
    quiet = run("replay", str(tape), "--json", "--out", str(out))
    assert quiet.out == ""
    assert out.read_text() == printed.out
    story = run("replay", str(tape))
    assert "records," in story.out


def test_a_replay_asks_a_model_only_when_told_to_and_says_what_it_cost(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tape = tmp_path / "tape.jsonl"
    tape.write_text(
        '{"at":"2026-03-02T08:00:00+01:00","tenant":"anna","kind":"tenant","language":"pl",'
        '"timezone":"Europe/Warsaw"}\n'
        '{"at":"2026-03-02T08:01:00+01:00","tenant":"anna","kind":"message","channel":"web",'
        '"text":"Chcę biegać 3 razy w tygodniu"}\n'
        '{"at":"2026-03-02T09:00:00+01:00","tenant":"anna","kind":"end"}\n'
    )
    none = run("replay", str(tape), "--model")
    assert (none.code, none.out) == (2, "")
    assert "EXOSKULL_MODEL" in none.err
    with ProviderPeer() as provider:
        read = {"situation": "unclear", "evidence": [], "noticed": []}
        provider.answer = lambda _: says(json.dumps(read))
        monkeypatch.setenv("EXOSKULL_MODEL", "llamacpp:small")
        monkeypatch.setenv("EXOSKULL_MODEL_URL", provider.url)
        without = run("replay", str(tape))
        assert without.code == 0, without.err
        assert provider.asked == []
        told = run("replay", str(tape), "--model")
        assert told.code == 0, told.err
        assert len(provider.asked) >= 1
    assert "Situations read: 1." in told.out
    assert "cents" in told.out
