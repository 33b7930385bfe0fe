"""The examples of the documents do what they say: each is run, in a home of its own."""

import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from exoskull.cli import main

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
PAGES = [
    path
    for folder in ("tutorial", "how-to")
    for path in sorted((ROOT / "docs" / folder).glob("*.md"))
    if "```console\n" in path.read_text(encoding="utf-8")
]
STAYS = {"up", "web", "work"}
"""Commands that run until they are stopped: at the end of their page."""

DATABASE = "postgresql://exoskull:secret@db.example.org/exoskull"
"""The database that the documents name; a real one stands in for it here."""

TALE = "examples/first-week.jsonl"


def steps(text: str) -> Iterator[tuple[str, list[str]]]:
    """The commands of a page, each with the lines that it is said to print."""
    for block in re.findall(r"```console\n(.*?)```", text, re.DOTALL):
        command, lines = "", []
        for line in re.sub(r"\\\n\s*", "", block).splitlines():
            if line.startswith("$ "):
                if command:
                    yield command, lines
                command, lines = line[2:], []
            else:
                lines.append(line)
        yield command, lines


def pattern(line: str) -> re.Pattern[str]:
    """What a line of a document stands for: `…` is anything, and spaces may be more or fewer."""
    parts = [r"\s+".join(map(re.escape, part.split())) for part in line.split("…")]
    return re.compile(".*".join(parts))


def missing(wanted: list[str], printed: str) -> str | None:
    """The first of the `wanted` lines that is not there, in their order."""
    left = iter(printed.splitlines())
    for line in filter(None, (line.strip() for line in wanted)):
        if line != "…" and not any(pattern(line).search(other) for other in left):
            return line
    return None


class Shell:
    """Runs the commands of one page: those that end in this process, the others beside it."""

    def __init__(
        self, home: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
    ) -> None:
        self._home = home
        self._patch = monkeypatch
        self._capfd = capfd
        self._started: list[subprocess.Popen[str]] = []
        self._id = ""

    def run(self, command: str, wanted: list[str]) -> None:
        words = [word.replace("~", str(self._home)) for word in shlex.split(command, comments=True)]
        given = dict(word.split("=", 1) for word in words if re.match(r"[A-Z_]+=", word))
        program, *arguments = words[len(given) :]
        arguments = [self._id if one == "ID" else one for one in arguments]
        assert program in ("exoskull", "./exo"), command
        with self._patch.context() as patch:
            for name, value in given.items():
                patch.setenv(name, value)
            if arguments[0] in STAYS:
                self._start(arguments, wanted)
                return
            self._capfd.readouterr()
            try:
                code = main(arguments)
            except SystemExit as ended:
                code = int(ended.code or 0)
            out, err = self._capfd.readouterr()
        printed = out + err
        if "--json" in arguments:
            self._id = json.loads(out)["id"]
        lost = missing(wanted, printed)
        assert lost is None, f"$ {command}\nlacks: {lost}\nprints:\n{printed}"
        failed = any(line.startswith(("exoskull: ", "FAIL ")) for line in wanted)
        assert (code != 0) == failed, printed

    def _start(self, arguments: list[str], wanted: list[str]) -> None:
        program = Path(sys.executable).with_name("exoskull")
        if arguments[0] != "work":
            arguments = [*(one for one in arguments if one != "--port" and not one.isdigit())]
            arguments += ["--port", "0"]
        process = subprocess.Popen(
            [program, *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        self._started.append(process)
        assert process.stdout is not None
        printed = ""
        while lost := missing(wanted, printed):
            line = process.stdout.readline()
            assert line, f"lacks: {lost}\nprints:\n{printed}"
            printed += line

    def close(self) -> None:
        for process in reversed(self._started):
            process.send_signal(signal.SIGTERM)
            process.communicate(timeout=60)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_example_does_what_the_page_says(
    path: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    request: pytest.FixtureRequest,
) -> None:
    home = tmp_path
    if os.geteuid() == 0:  # the embedded server's own user has to get there
        home = Path("/var/tmp") / f"exoskull-docs-{os.getpid()}-{tmp_path.name[-8:]}"
        home.mkdir(mode=0o711)
    text = path.read_text(encoding="utf-8")
    if DATABASE in text:
        text = text.replace(DATABASE, request.getfixturevalue("database_url"))
    for name in [name for name in os.environ if name.startswith("EXOSKULL_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("EXOSKULL_HOME", str(home / "exoskull"))
    monkeypatch.chdir(ROOT)
    shell = Shell(home, monkeypatch, capfd)
    try:
        for command, wanted in steps(text):
            shell.run(command, wanted)
    finally:
        shell.close()
        if home != tmp_path:
            shutil.rmtree(home, ignore_errors=True)


@pytest.fixture(scope="module")
def story() -> str:
    """What the example's replay tells."""
    program = Path(sys.executable).with_name("exoskull")
    command = [program, "replay", str(ROOT / TALE)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=280, check=True)
    return done.stdout


@pytest.mark.parametrize("name", ["README.md", "docs/tutorial/first-day.md"])
def test_the_story_told_is_what_the_replay_tells(name: str, story: str) -> None:
    """Blocks marked `text` that begin with `ola` are of the replay of the example."""
    text = (ROOT / name).read_text(encoding="utf-8")
    told = [
        block for block in re.findall(r"```text\n(.*?)```", text, re.DOTALL) if "ola  " in block
    ]
    assert told
    for block in told:
        lost = missing(block.splitlines(), story)
        assert lost is None, f"{name}: {lost}"
