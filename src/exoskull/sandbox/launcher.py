"""The second layer: gives up everything, then becomes the interpreter.

Run as a program of its own, by `python -IS launcher.py [--without-landlock] BINARY [ARGUMENT...]`;
it imports the standard library only. In this order it takes: the user (nobody, when root), new
privileges, files and network (Landlock), resources, and system calls (a seccomp allow-list).
What it then executes keeps standard input and output, may read the libraries it is linked with, and
may not open anything else, make a socket, start a process or signal one. It is killed when the
thread that started it ends, be it by SIGKILL of its process.

It fails closed: where one of these cannot be had, it ends with 70 and one line, and runs nothing.
"""

import ctypes
import errno
import os
import platform
import resource
import signal
import struct
import sys

FAILED = 70
NOBODY = 65534
MIB = 1 << 20

LIMITS = {
    resource.RLIMIT_AS: 1024 * MIB,
    resource.RLIMIT_DATA: 192 * MIB,
    resource.RLIMIT_STACK: 16 * MIB,
    resource.RLIMIT_FSIZE: 0,
    resource.RLIMIT_CORE: 0,
    resource.RLIMIT_NOFILE: 16,
    resource.RLIMIT_CPU: 600,  # of a whole worker; a run has its own limit, much lower
}

LIBRARIES = ("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/etc/ld.so.cache")

_libc = ctypes.CDLL(None, use_errno=True)


class Lacking(Exception):
    """A part of the layer that this system does not give; says which."""


def confine(binary: int, *, without_landlock: bool) -> None:
    """Take from this process everything that the interpreter does not need.

    Args:
        binary: the open file that is executed next.
        without_landlock: go on where the kernel has no Landlock; seccomp still stops sockets,
            processes and signals, but not the reading of files that others may read.

    Raises:
        Lacking: a part that this system does not give.
    """
    _become_nobody()
    _prctl(PR_SET_PDEATHSIG, signal.SIGKILL, "parent-death signal")
    _prctl(PR_SET_NO_NEW_PRIVS, 1, "no_new_privs")
    try:
        _forbid_files(binary)
    except Lacking:
        if not without_landlock:
            raise
    for what, most in LIMITS.items():
        _limit(what, most)
    _forbid_calls()


def _become_nobody() -> None:
    if os.geteuid() != 0:
        return
    os.setgroups([])
    os.setresgid(NOBODY, NOBODY, NOBODY)
    os.setresuid(NOBODY, NOBODY, NOBODY)
    if os.geteuid() != NOBODY or 0 in os.getresuid():
        raise Lacking("could not become nobody")


def _limit(what: int, most: int) -> None:
    _, hard = resource.getrlimit(what)
    if hard != resource.RLIM_INFINITY:
        most = min(most, hard)
    resource.setrlimit(what, (most, most))


# --- Landlock: no files but the libraries, no TCP, no abstract sockets, no signals ---------------

PR_SET_NO_NEW_PRIVS = 38
PR_SET_PDEATHSIG = 1
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_VERSION = 1
_PATH_BENEATH = 1
_EXECUTE, _READ_FILE, _READ_DIR = 1 << 0, 1 << 2, 1 << 3
_NET = 0b11
_SCOPED = 0b11
_FILES_BY_VERSION = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 5: (1 << 16) - 1}


def landlock_version() -> int:
    """Of this kernel; 0 where it has none."""
    return max(0, _libc.syscall(_CREATE_RULESET, None, 0, _VERSION))


def _forbid_files(binary: int) -> None:
    version = landlock_version()
    if version < 1:
        raise Lacking("this kernel has no Landlock (Linux 5.13 or newer, with lsm=landlock)")
    files = max(bits for since, bits in _FILES_BY_VERSION.items() if since <= version)
    wanted = struct.pack("=QQQ", files, _NET if version >= 4 else 0, _SCOPED if version >= 6 else 0)
    size = 24 if version >= 6 else 16 if version >= 4 else 8
    rules = _libc.syscall(_CREATE_RULESET, wanted, size, 0)
    if rules < 0:
        raise Lacking(f"Landlock: {os.strerror(ctypes.get_errno())}")
    _may(rules, binary, _EXECUTE | _READ_FILE)
    for path in LIBRARIES:
        try:
            found = os.open(path, os.O_PATH | os.O_CLOEXEC)
        except FileNotFoundError:
            continue
        is_dir = os.path.isdir(path)
        _may(rules, found, _EXECUTE | _READ_FILE | (_READ_DIR if is_dir else 0))
        os.close(found)
    if _libc.syscall(_RESTRICT_SELF, rules, 0) != 0:
        raise Lacking(f"Landlock: {os.strerror(ctypes.get_errno())}")
    os.close(rules)


def _may(rules: int, file: int, what: int) -> None:
    beneath = struct.pack("=Qi", what, file)
    if _libc.syscall(_ADD_RULE, rules, _PATH_BENEATH, beneath, 0) != 0:
        raise Lacking(f"Landlock: {os.strerror(ctypes.get_errno())}")


# --- seccomp: a list of what may be called; the rest fails with EPERM -----------------------------

PR_SET_SECCOMP, SECCOMP_MODE_FILTER = 22, 2
_KILL, _ALLOW, _ERRNO = 0x80000000, 0x7FFF0000, 0x00050000
_LOAD, _EQUAL, _AT_LEAST, _BITS, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_CLONE_THREAD = 0x00010000
_AT_EMPTY_PATH = 0x1000
_PR_SET_NAME = 15
_FCNTL = (0, 1, 2, 3, 4, 1030)
"""F_DUPFD, F_GETFD, F_SETFD, F_GETFL, F_SETFL, F_DUPFD_CLOEXEC: neither F_SETOWN nor F_SETSIG, by
which the kernel would signal a process of one's choice."""
_X32 = 0x40000000

X86_64 = {
    "read": 0, "write": 1, "close": 3, "fstat": 5, "poll": 7, "lseek": 8, "mmap": 9,
    "mprotect": 10, "munmap": 11, "brk": 12, "rt_sigaction": 13, "rt_sigprocmask": 14,
    "rt_sigreturn": 15, "pread64": 17, "readv": 19, "writev": 20, "access": 21,
    "sched_yield": 24, "mremap": 25, "madvise": 28, "nanosleep": 35, "getpid": 39, "clone": 56,
    "exit": 60, "fcntl": 72, "sigaltstack": 131, "prctl": 157, "arch_prctl": 158, "gettid": 186,
    "futex": 202, "sched_getaffinity": 204, "set_tid_address": 218, "clock_gettime": 228,
    "clock_nanosleep": 230, "exit_group": 231, "tgkill": 234, "openat": 257, "newfstatat": 262,
    "ppoll": 271, "set_robust_list": 273, "prlimit64": 302, "getrandom": 318, "execveat": 322,
    "statx": 332, "rseq": 334, "clone3": 435,
}  # fmt: skip
AARCH64 = {
    "fcntl": 25, "openat": 56, "close": 57, "lseek": 62, "read": 63, "write": 64, "readv": 65,
    "writev": 66, "pread64": 67, "ppoll": 73, "newfstatat": 79, "fstat": 80, "exit": 93,
    "exit_group": 94, "set_tid_address": 96, "futex": 98, "set_robust_list": 99, "nanosleep": 101,
    "clock_gettime": 113, "clock_nanosleep": 115, "sched_getaffinity": 123, "sched_yield": 124,
    "tgkill": 131, "sigaltstack": 132, "rt_sigaction": 134, "rt_sigprocmask": 135,
    "rt_sigreturn": 139, "prctl": 167, "getpid": 172, "gettid": 178, "brk": 214, "munmap": 215,
    "mremap": 216, "clone": 220, "mmap": 222, "mprotect": 226, "madvise": 233, "prlimit64": 261,
    "getrandom": 278, "execveat": 281, "statx": 291, "rseq": 293, "clone3": 435,
}  # fmt: skip
MACHINES = {"x86_64": (0xC000003E, X86_64), "aarch64": (0xC00000B7, AARCH64)}

_ARGUMENTS = 16
"""Where the arguments stand in what a filter reads: number, machine, address, then these."""


def _forbid_calls() -> None:
    if platform.machine() not in MACHINES:
        raise Lacking(f"no list of system calls for {platform.machine()}")
    program = rules_for(platform.machine(), os.getpid())
    steps = (len(program), ctypes.create_string_buffer(b"".join(program)))

    class Program(ctypes.Structure):
        _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_void_p))

    filled = Program(steps[0], ctypes.cast(steps[1], ctypes.c_void_p))
    _prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, "seccomp", ctypes.byref(filled))


def rules_for(machine: str, pid: int) -> list[bytes]:
    """The filter, an instruction each, for `machine` and the process `pid`.

    A process may make threads, not processes; may signal itself; may execute what it holds open;
    may read limits, not set them; may not choose whom a file of its signals.
    """
    audit, calls = MACHINES[machine]
    program = [
        _step(_LOAD, 4),
        _step(_EQUAL, audit, 1, 0),
        _step(_RETURN, _KILL),
        _step(_LOAD, 0),
        _step(_AT_LEAST, _X32, 0, 1),
        _step(_RETURN, _KILL),
    ]
    special = {
        "clone3": [_step(_RETURN, _ERRNO | errno.ENOSYS)],  # so that `clone` is tried, and read
        "clone": _if_bits(0, _CLONE_THREAD),
        "tgkill": _if_equal(0, pid),
        "prctl": _if_equal(0, _PR_SET_NAME),
        "fcntl": _if_one_of(1, _FCNTL),
        "execveat": _if_equal(4, _AT_EMPTY_PATH),
        "prlimit64": [*_guard(2, 0, 0), *_guard(2, 0, 4), _step(_RETURN, _ALLOW)],
    }
    for name, number in calls.items():
        body = special.get(name, [_step(_RETURN, _ALLOW)])
        program += [_step(_EQUAL, number, 0, len(body)), *body]
    return [*program, _step(_RETURN, _ERRNO | errno.EPERM)]


def _step(code: int, value: int, when: int = 0, otherwise: int = 0) -> bytes:
    return struct.pack("=HBBI", code, when, otherwise, value)


def _argument(index: int, half: int = 0) -> bytes:
    return _step(_LOAD, _ARGUMENTS + 8 * index + half)


def _guard(index: int, value: int, half: int) -> list[bytes]:
    """Refuse unless that half of the argument is `value`."""
    return [
        _argument(index, half),
        _step(_EQUAL, value, 1, 0),
        _step(_RETURN, _ERRNO | errno.EPERM),
    ]


def _if_equal(index: int, value: int) -> list[bytes]:
    return [*_guard(index, value, 0), _step(_RETURN, _ALLOW)]


def _if_one_of(index: int, values: tuple[int, ...]) -> list[bytes]:
    tests = [_step(_EQUAL, value, len(values) - at, 0) for at, value in enumerate(values)]
    return [
        _argument(index),
        *tests,
        _step(_RETURN, _ERRNO | errno.EPERM),
        _step(_RETURN, _ALLOW),
    ]


def _if_bits(index: int, bits: int) -> list[bytes]:
    return [
        _argument(index),
        _step(_BITS, bits, 1, 0),
        _step(_RETURN, _ERRNO | errno.EPERM),
        _step(_RETURN, _ALLOW),
    ]


def _prctl(what: int, value: int, name: str, more: object = 0) -> None:
    if _libc.prctl(what, value, more, 0, 0) != 0:
        raise Lacking(f"{name}: {os.strerror(ctypes.get_errno())}")


def main(arguments: list[str]) -> int:
    """Confine this process and become the binary; returns only where that failed."""
    without_landlock = arguments[:1] == ["--without-landlock"]
    binary, *rest = arguments[1:] if without_landlock else arguments
    os.closerange(3, 1 << 20)
    told = os.dup(2)
    try:
        file = os.open(binary, os.O_RDONLY | os.O_CLOEXEC)  # before the path is out of reach
        os.dup2(os.open(os.devnull, os.O_WRONLY | os.O_CLOEXEC), 2)  # its last words help nobody
        os.chdir("/")
        confine(file, without_landlock=without_landlock)
        os.execve(file, [binary, *rest], {})  # noqa: S606
    except (OSError, Lacking) as error:
        os.write(told, f"sandbox: {error}\n".encode())
    return FAILED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
