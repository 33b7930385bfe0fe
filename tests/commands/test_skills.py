"""`exoskull skill ...` for a tenant: a skill's whole life by the operator's hand."""

from pathlib import Path
from typing import Any

import pytest
from skills.files import front, skill

PLAIN = skill(
    "def run(input):\n    return {'text': 'a', 'n': 1}\n",
    front("plain").replace("output: 1", "output: {text: a, n: 1}"),
)
WRITES = skill(
    "def run(input):\n    create_task('Woda', None)\n    return 1\n",
    front("writes", capabilities="write:tasks").replace(
        "    output: 1",
        "    output: 1\n    effects: [{call: create_task, args: {title: Woda, due: null}}]",
    ),
)


@pytest.fixture
def life(anna: Any, tmp_path: Path) -> Any:
    def run(verb: str, *words: str, data: bytes | None = None) -> Any:
        if data is not None:
            path = tmp_path / "a.md"
            path.write_bytes(data)
            words = (str(path),)
        return anna("skill", verb, "anna", *words, "--json")

    return run


def test_a_harmless_file_goes_to_work_is_changed_rolled_back_and_switched_off(
    life: Any, tmp_path: Path
) -> None:
    made = life("import", data=PLAIN).document
    assert (made["name"], made["state"], made["risk"]) == ("plain", "active", "low")
    assert life("import", data=PLAIN.replace(b"'a'", b"'a' + ''")).document["version"] == 2
    back = life("rollback", "plain", "1")
    assert (back.code, back.document["version"]) == (0, 3)
    assert life("rollback", "plain", "9").code == 2
    out = tmp_path / "out.md"
    assert life("export", "plain", "--out", str(out)).code == 0
    assert out.read_bytes() == PLAIN
    shown = life("show", "plain").document
    assert [one["origin"] for one in shown["versions"]] == ["rollback", "imported", "imported"]
    assert life("revoke", "plain").document["state"] == "revoked"
    assert life("revoke", "plain").code == 1
    (listed,) = life("list").document["skills"]
    assert (listed["name"], listed["ended_because"]) == ("plain", "by_person")


def test_one_that_writes_waits_for_a_yes_and_a_no_ends_it(life: Any) -> None:
    assert life("import", data=WRITES).document["state"] == "awaiting"
    assert life("approve", "writes").document["state"] == "active"
    again = life("approve", "writes")
    assert again.code == 2
    assert "approval.not_open" in again.err
    changed = WRITES.replace(b"Counts", b"Numbers")
    assert life("import", data=changed).document["state"] == "awaiting"
    assert life("reject", "writes").document["state"] == "rejected"


def test_what_is_no_skill_is_refused_and_names_what_is_wrong(life: Any) -> None:
    refused = life("import", data=PLAIN.replace(b"def run", b"import os\ndef run"))
    assert (refused.code, refused.out) == (2, "")
    assert "code.import" in refused.err
    assert life("show", "nothing").code == 2
    assert life("list").document == {"skills": [], "suggestions": []}
