"""`./exo`: sets up once, from anywhere, and says in one line what it lacks."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

UV = """\
#!/bin/sh
# Stands in for uv: writes down how it was called, and makes an environment of echoes.
if [ "$1" = --version ]; then echo uv 0; exit; fi
echo "$@" >> "$CALLS"
if [ -n "${FAIL-}" ]; then exit 2; fi
mkdir -p "$UV_PROJECT_ENVIRONMENT/bin"
for program in exoskull python; do
    printf '#!/bin/sh\\necho "%s" "$@"\\n' "$program" > "$UV_PROJECT_ENVIRONMENT/bin/$program"
    chmod +x "$UV_PROJECT_ENVIRONMENT/bin/$program"
done
"""


class Checkout:
    """A copy of what `./exo` reads, with a stand-in for uv."""

    def __init__(self, base: Path) -> None:
        self.root = base / "a clone"
        self.calls = base / "calls"
        self.bin = base / "bin"
        for directory in (self.root, self.bin):
            directory.mkdir()
        for name in ("exo", "pyproject.toml", "uv.lock"):
            shutil.copy(ROOT / name, self.root / name)
        self.program("uv", UV)
        self.program("python3", f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
        self.env = {
            "PATH": f"{self.bin}{os.pathsep}/usr/bin{os.pathsep}/bin",
            "HOME": str(base),
            "CALLS": str(self.calls),
        }

    def program(self, name: str, text: str) -> None:
        """Put a program on the PATH."""
        (self.bin / name).write_text(text)
        (self.bin / name).chmod(0o755)

    def start(self, *arguments: str, path: Path | None = None, **env: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [path or self.root / "exo", *arguments],
            env=self.env | env,
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def exo(self, *arguments: str, path: Path | None = None, **env: str) -> tuple[int, str, str]:
        """Exit code, standard output and standard error of `./exo arguments`."""
        process = self.start(*arguments, path=path, **env)
        out, err = process.communicate(timeout=60)
        return process.returncode, out, err

    def set_ups(self) -> int:
        return len(self.calls.read_text().splitlines()) if self.calls.exists() else 0


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path)


def test_the_first_call_sets_up_and_the_next_ones_need_nothing(checkout: Checkout) -> None:
    code, out, err = checkout.exo("grants", "list", "anna b")
    assert (code, out) == (0, "exoskull grants list anna b\n")
    assert err.startswith("exo: setting up")
    checkout.program("uv", "#!/bin/sh\nexit 1\n")  # as good as offline
    assert checkout.exo("up", "--json") == (0, "exoskull up --json\n", "")
    assert checkout.set_ups() == 1


def test_running_leaves_out_what_only_tests_need(checkout: Checkout) -> None:
    checkout.exo("up")
    assert "--no-dev" in checkout.calls.read_text()
    checkout.exo("test")
    assert "--group dev" in checkout.calls.read_text().splitlines()[1]
    assert checkout.exo("up")[2] == ""
    assert checkout.set_ups() == 2


def test_arguments_of_test_are_passed_on(checkout: Checkout) -> None:
    code, out, _ = checkout.exo("test", "--fast", "-k", "a or b")
    assert (code, out) == (0, f"python {checkout.root}/tests/run.py --fast -k a or b\n")


def test_a_changed_lock_file_sets_up_again(checkout: Checkout) -> None:
    checkout.exo("up")
    with (checkout.root / "uv.lock").open("a") as file:
        file.write("# newer\n")
    checkout.exo("up")
    assert checkout.set_ups() == 2


def test_it_works_through_symlinks_from_anywhere(checkout: Checkout, tmp_path: Path) -> None:
    (tmp_path / "links").mkdir()
    (tmp_path / "links" / "one").symlink_to("../a clone/exo")
    (tmp_path / "two").symlink_to(tmp_path / "links" / "one")
    assert checkout.exo("up", path=tmp_path / "two")[1] == "exoskull up\n"
    assert (checkout.root / ".venv").is_dir()


def test_a_folder_that_was_copied_with_its_environment_sets_up_anew(
    checkout: Checkout, tmp_path: Path
) -> None:
    checkout.exo("up")
    copy = tmp_path / "copy"
    shutil.copytree(checkout.root, copy)
    marker = copy / ".venv" / "of-the-old-place"
    marker.write_text("")
    assert checkout.exo("up", path=copy / "exo")[1] == "exoskull up\n"
    assert (checkout.set_ups(), marker.exists()) == (2, False)


def test_two_at_once_set_up_once(checkout: Checkout) -> None:
    started = [checkout.start("up") for _ in range(4)]
    said = [process.communicate(timeout=60)[0] for process in started]
    assert said == ["exoskull up\n"] * 4
    assert checkout.set_ups() == 1


def test_a_set_up_that_fails_is_tried_again_next_time(checkout: Checkout) -> None:
    code, out, err = checkout.exo("up", FAIL="yes")
    assert (code, out) == (1, "")
    assert err.splitlines()[-1] == (
        "exo: could not set up .venv: see above; a first set-up needs the network"
    )
    assert checkout.exo("up")[0] == 0


def test_without_a_python_new_enough_it_says_so(checkout: Checkout) -> None:
    for name in ("python3", "python3.11", "python3.12", "python3.13", "python3.14", "python"):
        checkout.program(name, '#!/bin/sh\n[ "$1" = --version ] && echo Python 3.9.2\n')
    code, out, err = checkout.exo("up")
    assert (code, out) == (1, "")
    assert err == (
        "exo: needs Python 3.11 or newer, and found only Python 3.9.2:"
        " install a newer one beside it\n"
    )


def test_without_uv_and_venv_it_names_the_package(checkout: Checkout) -> None:
    checkout.program("uv", "#!/bin/sh\nexit 127\n")
    checkout.program(
        "python3",
        f'#!/bin/sh\n[ "$2" = venv ] && exit 1\nexec "{sys.executable}" "$@"\n',
    )
    code, _, err = checkout.exo("up")
    assert code == 1
    assert "install python3-venv (Debian, Ubuntu), or uv" in err.splitlines()[-1]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_named(checkout: Checkout) -> None:
    checkout.root.chmod(0o555)
    code, _, err = checkout.exo("up")
    assert (code, err) == (1, f"exo: cannot write to {checkout.root}, where .venv has to go\n")


def test_the_scripts_are_plain_sh_and_name_no_registry() -> None:
    for path in (ROOT / "exo", ROOT / ".ci" / "run"):
        assert os.access(path, os.X_OK)
        assert "://" not in path.read_text()
    assert (ROOT / "exo").read_text().startswith("#!/bin/sh\n")
    subprocess.run(["/bin/sh", "-n", ROOT / "exo"], check=True)
