"""The second layer, with something else in the interpreter's place."""

import errno
import os
import platform
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from sandbox import elf

from exoskull.sandbox import launcher

LAUNCHER = Path(launcher.__file__)
AT_FDCWD = -100
O_WRONLY_CREAT = 0o101

pytestmark = pytest.mark.skipif(
    platform.machine() != "x86_64", reason="the probes are made of x86-64 instructions"
)


def run(program: Path, *, confined: bool) -> int:
    command = [str(program)]
    if confined:
        command = [sys.executable, "-IS", str(LAUNCHER), *command]
    return subprocess.run(command, check=False, timeout=20).returncode


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """A folder where anybody may write, so that only the layer is in the way."""
    tmp_path.chmod(0o777)
    (tmp_path / "readable").write_text("something")
    (tmp_path / "readable").chmod(0o666)
    return tmp_path


def stopped(room: Path, number: int, *arguments: int | bytes) -> tuple[int, int]:
    """What the program gets outside and inside the layer."""
    program = elf.write(room / "probe", number, *arguments)
    return run(program, confined=False), run(program, confined=True)


def test_a_program_that_does_nothing_wrong_runs(room: Path):
    assert stopped(room, 39) == (0, 0)  # getpid


def test_no_file_can_be_read(room: Path):
    path = str(room / "readable").encode()
    assert stopped(room, 257, AT_FDCWD, path, 0) == (0, errno.EACCES)
    assert stopped(room, 257, AT_FDCWD, b"/etc/passwd", 0) == (0, errno.EACCES)


def test_no_file_can_be_written_or_made(room: Path):
    path = str(room / "readable").encode()
    assert stopped(room, 257, AT_FDCWD, path, 1) == (0, errno.EACCES)
    new = str(room / "new").encode()
    program = elf.write(room / "probe", 257, AT_FDCWD, new, O_WRONLY_CREAT, 0o666)
    assert run(program, confined=True) == errno.EACCES
    assert not (room / "new").exists()


@pytest.mark.parametrize(
    ("name", "number"), [("unlinkat", 263), ("mkdirat", 258), ("fchmodat", 268)]
)
def test_no_name_can_be_changed(room: Path, name: str, number: int):
    path = str(room / "readable").encode()
    program = elf.write(room / "probe", number, AT_FDCWD, path, 0)
    assert run(program, confined=True) == errno.EPERM, name
    assert (room / "readable").read_text() == "something"


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6, socket.AF_UNIX, 16])
def test_no_socket_can_be_made(room: Path, family: int):
    kind = socket.SOCK_STREAM if family != 16 else socket.SOCK_RAW
    assert stopped(room, 41, family, kind, 0)[1] == errno.EPERM


@pytest.mark.parametrize(("name", "number"), [("fork", 57), ("vfork", 58)])
def test_no_process_can_be_started(room: Path, name: str, number: int):
    program = elf.write(room / "probe", number)
    assert run(program, confined=True) == errno.EPERM, name


def test_clone_makes_threads_only_and_clone3_says_that_it_is_not_there(room: Path):
    sigchld = 17
    program = elf.write(room / "probe", 56, sigchld, 0, 0, 0, 0)
    assert run(program, confined=True) == errno.EPERM
    program = elf.write(room / "probe", 435, 0, 0)
    assert run(program, confined=True) == errno.ENOSYS


def test_no_other_program_can_be_executed(room: Path):
    program = elf.write(room / "probe", 59, b"/bin/sh", 0, 0)
    assert run(program, confined=True) == errno.EPERM
    empty_path = 0x1000
    program = elf.write(room / "probe", 322, AT_FDCWD, b"/bin/sh", 0, 0, 0)
    assert run(program, confined=True) == errno.EPERM
    program = elf.write(room / "probe", 322, AT_FDCWD, b"/bin/sh", 0, 0, empty_path)
    assert run(program, confined=True) in (errno.EACCES, errno.ENOENT)


@pytest.mark.parametrize(
    ("name", "number", "arguments"),
    [
        ("ptrace", 101, (0, 0, 0, 0)),
        ("process_vm_readv", 310, (1, 0, 0, 0, 0, 0)),
        ("kill", 62, (-1, 0)),
        ("tkill", 200, (1, 0)),
        ("pidfd_open", 434, (1, 0)),
        ("setuid", 105, (0,)),
        ("unshare", 272, (0x10000000,)),
        ("mount", 165, (b"none", b"/tmp", b"tmpfs", 0, 0)),
        ("bpf", 321, (0, 0, 0)),
        ("io_uring_setup", 425, (1, 0)),
        ("userfaultfd", 323, (0,)),
        ("memfd_create", 319, (b"x", 0)),
        ("perf_event_open", 298, (0, 0, 0, 0, 0)),
        ("keyctl", 250, (0, 0, 0, 0, 0)),
        ("ioctl", 16, (1, 0x5412, b"x")),
        ("fcntl, F_SETOWN", 72, (0, 8, 1)),
        ("fcntl, F_SETSIG", 72, (0, 10, 9)),
        ("fcntl, F_SETLEASE", 72, (0, 1024, 1)),
        ("prctl, PR_SET_PDEATHSIG", 157, (1, 0, 0, 0, 0)),
        ("prctl, PR_SET_DUMPABLE", 157, (4, 1, 0, 0, 0)),
        ("socketpair", 53, (1, 1, 0, b"12345678")),
        ("open by handle", 304, (0, b"12345678", 0)),
        ("rt_sigqueueinfo", 129, (1, 9, b"x" * 128)),
        ("pidfd_send_signal", 424, (0, 9, 0, 0)),
        ("landlock", 444, (0, 0, 1)),
        ("seccomp", 317, (0, 0, 0)),
        ("setrlimit", 160, (7, b"\xff" * 16)),
        ("chroot", 161, (b"/",)),
        ("symlinkat", 266, (b"/etc/passwd", -100, b"/tmp/x")),
        ("shmget", 29, (0, 4096, 0o1666)),
    ],
)
def test_what_is_not_on_the_list_is_refused(
    room: Path, name: str, number: int, arguments: tuple[int | bytes, ...]
):
    program = elf.write(room / "probe", number, *arguments)
    assert run(program, confined=True) == errno.EPERM, name


def test_another_process_cannot_be_signalled(room: Path):
    with subprocess.Popen(["/bin/sleep", "30"]) as other:
        program = elf.write(room / "probe", 234, other.pid, other.pid, 9)
        assert run(program, confined=True) == errno.EPERM
        assert other.poll() is None
        other.kill()


def test_limits_cannot_be_raised(room: Path):
    limit = b"\xff" * 16
    program = elf.write(room / "probe", 302, 0, 7, limit, 0)
    assert run(program, confined=True) == errno.EPERM


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has a user to give up")
def test_root_becomes_nobody(room: Path):
    secret = room / "secret"
    secret.write_text("of root")
    secret.chmod(0o600)
    program = elf.write(room / "probe", 257, AT_FDCWD, str(secret).encode(), 0)
    assert run(program, confined=True) == errno.EACCES
    code = (
        "import os,sys;sys.path.insert(0,os.path.dirname(sys.argv[1]));import launcher as l;"
        "l._become_nobody();print(os.getresuid(),os.getgroups())"
    )
    said = subprocess.run(
        [sys.executable, "-IS", "-c", code, str(LAUNCHER)],
        check=True, capture_output=True, text=True, timeout=20,
    ).stdout  # fmt: skip
    assert said.strip() == "(65534, 65534, 65534) []"


def test_it_fails_closed_where_landlock_is_missing(
    room: Path,
):
    program = elf.write(room / "probe", 39)
    code = (
        "import os,sys;sys.path.insert(0,os.path.dirname(sys.argv[1]));import launcher as l;"
        "l._CREATE_RULESET=9999;sys.exit(l.main(sys.argv[2:]))"
    )
    base = [sys.executable, "-IS", "-c", code, str(LAUNCHER)]
    refused = subprocess.run(
        [*base, str(program)], check=False, timeout=20, capture_output=True, text=True
    )
    assert refused.returncode == launcher.FAILED
    assert "Landlock" in refused.stderr
    allowed = subprocess.run([*base, "--without-landlock", str(program)], check=False, timeout=20)
    assert allowed.returncode == 0


def test_every_jump_of_the_filter_stays_inside_it():
    for machine in launcher.MACHINES:
        steps = launcher.rules_for(machine, 123)
        assert len(steps) < 4096
        for at, step in enumerate(steps):
            when, otherwise = step[2], step[3]
            assert at + 1 + max(when, otherwise) <= len(steps)


def test_it_holds_no_file_of_its_parent(room: Path):
    with (room / "readable").open() as opened:
        program = elf.write(room / "probe", 5, opened.fileno(), b"x" * 144)  # fstat
        command = [sys.executable, "-IS", str(LAUNCHER), str(program)]
        inherited = subprocess.run(
            command, check=False, timeout=20, pass_fds=[opened.fileno()]
        ).returncode
    assert inherited == errno.EBADF
