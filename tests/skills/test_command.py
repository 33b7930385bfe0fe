"""`exoskull skill check` and `skill run`, as a program of their own."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
import pytest
from skills.files import NOTHING, front, skill
from skills.hostile import FAILS, REFUSED

from exoskull.cli import main

PROGRAM = Path(sys.executable).with_name("exoskull")
SECONDS = 10.0
MEMORY = 512 * 2**20


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What a command did: in what time (s) and memory (bytes, all processes together)."""

    code: int
    out: str
    err: str
    seconds: float
    peak: int
    left: list[int]

    @property
    def document(self) -> Any:
        """Standard output, which has to be one strict JSON document."""

        def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
            assert len(dict(pairs)) == len(pairs), "a key stands there twice"
            return dict(pairs)

        def never(constant: str) -> Any:
            raise AssertionError(f"{constant} is no JSON")

        self.out.encode()
        return json.loads(self.out, parse_constant=never, object_pairs_hook=once)


def run(tmp_path: Path, *words: str, env: Mapping[str, str] | None = None) -> Ran:
    """The command, its processes watched until it ends."""
    home, room = tmp_path / "home", tmp_path / "tmp"
    room.mkdir(exist_ok=True)
    surroundings = {"EXOSKULL_HOME": str(home), "TMPDIR": str(room), "SECRET": "do-not-tell"}
    begun, peak, seen = time.monotonic(), 0, set()
    with subprocess.Popen(
        [str(PROGRAM), "skill", *words],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=tmp_path,
        env={**os.environ, **surroundings, **(env or {})},
    ) as process:  # fmt: skip
        while process.poll() is None:
            found = memory_of(process.pid)
            seen |= found.keys()
            peak = max(peak, sum(found.values()))
            with suppress(subprocess.TimeoutExpired):
                process.wait(timeout=0.02)
        out, err = process.communicate()
    left = [pid for pid in seen if psutil.pid_exists(pid)]
    took = time.monotonic() - begun
    return Ran(code=process.returncode, out=out, err=err, seconds=took, peak=peak, left=left)


def memory_of(pid: int) -> dict[int, int]:
    sizes = {}
    try:
        for one in (psutil.Process(pid), *psutil.Process(pid).children(recursive=True)):
            sizes[one.pid] = one.memory_info().rss
    except psutil.NoSuchProcess:
        pass
    return sizes


@pytest.fixture
def here(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Ran]:
    """The command in this process."""
    monkeypatch.setenv("EXOSKULL_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)

    def run(*words: str) -> Ran:
        try:
            code = main(["skill", *words])
        except SystemExit as ended:
            code = int(str(ended.code))
        said = capsys.readouterr()
        return Ran(code=code, out=said.out, err=said.err, seconds=0, peak=0, left=[])

    return run


@pytest.fixture(autouse=True)
def reachable(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)


def written(tmp_path: Path, data: bytes) -> str:
    path = tmp_path / "skill.md"
    path.write_bytes(data)
    return str(path)


SLEEP = """\
name: sleep-average
description: Mean hours of sleep over the last days, and how many days were logged.
parameters:
  type: object
  properties:
    days: {type: integer, minimum: 1, maximum: 90}
  required: [days]
  additionalProperties: false
capabilities: [read:measures]
examples:
  - input: {days: 3}
    given:
      now: "2026-03-02T08:00:00+01:00"
      measures:
        sleep_hours:
          - {at: "2026-03-01T07:00:00+01:00", value: 6.5, unit: h}
          - {at: "2026-03-02T07:00:00+01:00", value: 7.5, unit: h}
    output: {mean: 7.0, days_logged: 2}
  - input: {days: 3}
    output: {mean: null, days_logged: 0}
"""
MEAN = """\
def run(input):
    values = [m["value"] for m in measures("sleep_hours", input["days"])]
    if not values:
        return {"mean": None, "days_logged": 0}
    return {"mean": round(sum(values) / len(values), 2), "days_logged": len(values)}
"""


def test_a_good_file_is_checked(tmp_path: Path) -> None:
    ran = run(tmp_path, "check", written(tmp_path, skill(MEAN, SLEEP)), "--json")
    assert ran.code == 0
    assert ran.document == {
        "ok": True,
        "name": "sleep-average",
        "capabilities": ["read:measures"],
        "risk": "low",
        "problems": [],
        "examples": [{"ok": True}, {"ok": True}],
    }
    assert ran.err == ""
    assert ran.peak < MEMORY
    assert ran.left == []
    assert list((tmp_path / "tmp").iterdir()) == []


def test_a_good_file_is_run_in_the_world_it_is_given(tmp_path: Path) -> None:
    rows = [{"at": "2026-03-01T07:00:00+01:00", "value": 5, "unit": "h"}]
    world = {"now": "2026-03-02T08:00:00+01:00", "measures": {"sleep_hours": rows}}
    path = written(tmp_path, skill(MEAN, SLEEP))
    words = ("run", path, "--input", '{"days": 3}', "--given", json.dumps(world), "--json")
    ran = run(tmp_path, *words)
    assert (ran.code, ran.err) == (0, "")
    assert ran.document == {"ok": True, "output": {"mean": 5.0, "days_logged": 1}, "effects": []}


def test_a_refused_file_says_what_is_wrong_and_where(tmp_path: Path) -> None:
    file = skill("\ndef run(input):\n    return measures('sleep_hours', 1)\n")
    ran = run(tmp_path, "check", written(tmp_path, file), "--json")
    document = ran.document
    assert ran.code == 1
    assert document["ok"] is False
    assert (document["name"], document["capabilities"], document["risk"]) == (None, [], None)
    (problem,) = document["problems"]
    line = file.decode().split("\n").index("    return measures('sleep_hours', 1)") + 1
    assert (problem["key"], problem["line"]) == ("capability.undeclared", line)
    assert "read:measures" in problem["message"]


def test_a_file_whose_examples_fail_is_not_ok_but_known(tmp_path: Path) -> None:
    head = SLEEP.replace("mean: 7.0", "mean: 7.00000001")
    ran = run(tmp_path, "check", written(tmp_path, skill(MEAN, head)), "--json")
    document = ran.document
    assert (ran.code, document["ok"], document["name"]) == (1, False, "sleep-average")
    assert document["examples"] == [{"ok": False}, {"ok": True}]
    (problem,) = document["problems"]
    assert (problem["key"], problem["line"]) == ("example.output", 12)
    assert '{"mean": 7.0, "days_logged": 2}' in problem["message"]


def test_effects_are_shown_in_their_order(tmp_path: Path) -> None:
    code = (
        "def run(input):\n"
        "    record('water_l', 0.5, unit='l')\n"
        "    create_task(title='Woda', due=None)\n"
        "    notify('Wypij wodę')\n"
        "    return None\n"
    )
    capabilities = "write:measures, write:tasks, notify"
    path = written(tmp_path, skill(code, capabilities=capabilities))
    ran = run(tmp_path, "run", path, "--json")
    assert ran.code == 0
    assert ran.document == {
        "ok": True,
        "output": None,
        "effects": [
            {"call": "record", "args": {"metric": "water_l", "value": 0.5, "unit": "l"}},
            {"call": "create_task", "args": {"title": "Woda", "due": None}},
            {"call": "notify", "args": {"text": "Wypij wodę"}},
        ],
    }


def test_a_run_that_fails_has_no_effects(tmp_path: Path) -> None:
    code = "def run(input):\n    notify('a')\n    return 1 / 0\n"
    path = written(tmp_path, skill(code, capabilities="notify"))
    ran = run(tmp_path, "run", path, "--json")
    assert ran.code == 1
    assert ran.document["effects"] == []
    assert ran.document["error"]["key"] == "skill.raised"


@pytest.mark.parametrize(
    ("option", "given", "code", "key"),
    [
        ("--input", "{", 2, None),
        ("--input", "NaN", 2, None),
        ("--given", "nothing", 2, None),
        ("--input", '{"a": "\\ud800"}', 1, "skill.input_invalid"),
        ("--input", '{"a": 1e999}', 1, "skill.input_invalid"),
        ("--input", '{"a": 9007199254740992}', 1, "skill.input_invalid"),
        ("--input", '{"a": 1, "a": 2}', 1, "skill.input_invalid"),
        ("--input", "[]", 1, "skill.input_invalid"),
        ("--input", "null", 1, "skill.input_invalid"),
        ("--input", '{"a": ' * 900 + "1" + "}" * 900, 1, "skill.input_invalid"),
        ("--given", "null", 1, "skill.given_invalid"),
        ("--given", '{"tenant": "other"}', 1, "skill.given_invalid"),
        ("--given", '{"now": "9999-12-31T23:59:59-14:00"}', 1, "skill.given_invalid"),
        ("--input", '{"a": "ą", "b": [1, 2.5, null, true]}', 0, None),
        ("--given", '{"now": "0001-01-01T00:00:00+00:00"}', 0, None),
    ],
)
def test_what_is_given_is_json_that_fits(
    tmp_path: Path, here: Callable[..., Ran], option: str, given: str, code: int, key: str | None
) -> None:
    file = skill(
        "def run(input):\n    measures('a', 3660)\n    return 1\n", capabilities="read:measures"
    )
    ran = here("run", written(tmp_path, file), option, given, "--json")
    assert ran.code == code, ran
    assert "Traceback" not in ran.err
    if code == 2:
        assert ran.out == ""
    else:
        assert ran.document["ok"] is (code == 0)
        assert ran.document.get("error", {}).get("key") == key


@pytest.mark.parametrize("words", [["check"], ["check", "--wrong"], ["run"], ["examine", "x"]])
def test_a_wrong_use_ends_with_2(here: Callable[..., Ran], words: list[str]) -> None:
    assert here(*words).code == 2


@pytest.mark.parametrize("path", ["nowhere.md", ".", "/dev/zero", "a\0b"])
@pytest.mark.parametrize("command", ["check", "run"])
def test_no_such_file_ends_with_2(here: Callable[..., Ran], command: str, path: str) -> None:
    ran = here(command, path, "--json")
    assert (ran.code, ran.out) == (2, "")
    assert "Traceback" not in ran.err


WORST = {
    "spins in every example": skill(
        "def run(input):\n    while True: pass\n",
        front().split("examples:")[0] + "examples:\n" + "  - {input: {}, output: 1}\n" * 10,
    ),
    "nearly too slow in every example": skill(
        "def run(input):\n    for i in range(9000000): pass\n    return 1\n",
        front().split("examples:")[0] + "examples:\n" + "  - {input: {}, output: 1}\n" * 10,
    ),
    "60 MB, kept": skill(
        "def run(input):\n    x = ['a' * 1000000 + str(i) for i in range(60)]\n    return 1\n"
    ),
    "8,000 problems": skill("def run(input):\n" + "    _a\n" * 8000),
    "3,000 types to tell apart": skill(
        "def run(input):\n"
        + "".join(f"    x{i} = 1 if input else 'a'\n" for i in range(1500))
        + "    return [" + ",".join(f"x{i}" for i in range(1500)) + "]\n"
    ),
    "unions of unions": skill(
        "def run(input):\n    x = input\n" + "    x = (x, x)\n" * 3500 + "    return 1\n"
    ),
    "many functions": skill(NOTHING + "".join(f"def f{i}():\n f{i + 1}()\n" for i in range(2300))),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("command", ["check", "run"])
@pytest.mark.parametrize(
    "name",
    [
        *WORST,
        *("laughs", "30,000 levels", "60,000 minuses", "a number of 60,000 digits", "NUL"),
        *("a loop that catches all", "powers of powers", "a list that catches all"),
        *(
            "a shared graph",
            "an exception of 60 MB",
            "escapes in an exception",
            "101 refused calls",
        ),
        *("a metric of 30 MB", "a million levels", "a join", "half a surrogate"),
    ],
)
def test_the_worst_files_end_in_time_and_leave_nothing(
    tmp_path: Path, command: str, name: str
) -> None:
    files = WORST | {key: file for key, (file, _) in {**REFUSED, **FAILS}.items()}
    before = sorted(os.listdir(tmp_path))
    ran = run(tmp_path, command, written(tmp_path, files[name]), "--json")
    assert ran.seconds < SECONDS
    assert ran.peak < MEMORY
    assert ran.left == []
    assert ran.code in (0, 1)
    assert ran.document["ok"] is (ran.code == 0)
    assert ran.err == ""
    for said in ("Traceback", "do-not-tell", str(tmp_path)):
        assert said not in ran.out
    assert set(os.listdir(tmp_path)) - set(before) <= {"skill.md", "home", "tmp"}
    assert list((tmp_path / "tmp").iterdir()) == []


def test_without_json_nothing_reaches_the_terminal_that_it_might_obey(
    tmp_path: Path, here: Callable[..., Ran]
) -> None:
    code = "def run(input):\n    return 'a\\x9b2J\\u202e\\x1bb'\n"
    ran = here("run", written(tmp_path, skill(code)))
    assert ran.out == '"a\\u009b2J\\u202e\\u001bb"\n'


def test_without_json_each_finding_stands_on_a_line_of_its_own(
    tmp_path: Path, here: Callable[..., Ran]
) -> None:
    file = skill("import os\ndef run(input):\n    return open('/etc/passwd')\n")
    ran = here("check", written(tmp_path, file))
    lines = ran.out.splitlines()
    assert (ran.code, len(lines)) == (1, 3)
    assert lines[1].startswith("  12: ")
    assert lines[2].startswith("  14: ")
