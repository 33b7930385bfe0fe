"""The embedded server: its five traps, and what becomes of it when its users die."""

import asyncio
import os
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil
import psycopg
import pytest

import exoskull
from exoskull.database import embedded
from exoskull.database.account import Account, as_account, can_run, run, server_account
from exoskull.database.cluster import OWNER_ROLE
from exoskull.database.layout import Layout
from exoskull.database.locks import hold
from exoskull.kit.errors import Unavailable

pytestmark = pytest.mark.slow

IS_ROOT = os.geteuid() == 0

USER = """
import sys
from pathlib import Path
from exoskull.database import embedded
lease = embedded.join(Path(sys.argv[1]), durable=len(sys.argv) > 2)
print(lease.urls.owner, flush=True)
sys.stdin.read()
lease.leave()
"""


@contextmanager
def user_of(home: Path, *, durable: bool = False) -> Iterator[subprocess.Popen[str]]:
    """Another process that uses the server of `home` until its input ends."""
    command = [sys.executable, "-c", USER, str(home), *(["durable"] if durable else [])]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as user:
        yield user


def url_of(user: subprocess.Popen[str]) -> str:
    assert user.stdout is not None
    return user.stdout.readline().strip()


def postmaster(home: Path) -> psutil.Process:
    return psutil.Process(
        int(Layout.of(home).data.joinpath("postmaster.pid").read_text().split()[0])
    )


def guardian(home: Path) -> psutil.Process:
    parent = postmaster(home).parent()
    assert parent is not None
    return parent


def wait_until_stopped(home: Path) -> None:
    """Returns when the guardian has ended: it stops the server first."""
    with hold(Layout.of(home).guardian_lock, timeout_s=30):
        assert not Layout.of(home).data.joinpath("postmaster.pid").exists()


def ask(url: str, sql: str = "select 1") -> object:
    """The answer, asked again for as long as the server is on its way up."""
    moment = threading.Event()
    for _ in range(600):
        try:
            with psycopg.connect(url) as connection:
                row = connection.execute(sql.encode()).fetchone()
                return row and row[0]
        except psycopg.OperationalError:
            moment.wait(0.05)
    raise AssertionError("the server did not come back")


def write_a_note(url: str) -> None:
    with psycopg.connect(url) as connection:
        connection.execute("create table notes as select 'kept' as note")


def read_the_note(url: str) -> object:
    return ask(url, "select note from notes")


# What it is


def test_the_owner_may_make_databases_and_roles_and_is_no_superuser(home: Path) -> None:
    lease = embedded.join(home, durable=False)
    with psycopg.connect(lease.urls.owner) as connection:
        row = connection.execute(
            "select rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles"
            " where rolname = current_user"
        ).fetchone()
    lease.leave()
    assert row == (OWNER_ROLE, False, False, True, True)


def test_only_the_right_password_gets_in_and_only_by_the_socket(home: Path) -> None:
    lease = embedded.join(home, durable=False)
    with psycopg.connect(lease.urls.superuser) as connection:
        shown = connection.execute("show listen_addresses").fetchone()
        rules = connection.execute("select type, auth_method from pg_hba_file_rules").fetchall()
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(lease.urls.superuser, password="guess")
    sockets = Path(Layout.of(home).sockets.read_text())
    mode = stat.S_IMODE(sockets.stat().st_mode)
    lease.leave()
    assert (shown, rules, mode) == (("",), [("local", "scram-sha-256")], 0o700)
    assert stat.S_IMODE(Layout.of(home).passwords.stat().st_mode) == 0o600


def test_data_outlive_the_last_user(home: Path) -> None:
    first = embedded.join(home)
    write_a_note(first.urls.owner)
    first.leave()
    assert not Layout.of(home).data.joinpath("postmaster.pid").exists()
    second = embedded.join(home)
    assert read_the_note(second.urls.owner) == "kept"
    second.leave()


def test_user_data_are_durable_and_throw_away_data_are_not(home: Path) -> None:
    for durable, expected in ((True, "on"), (False, "off")):
        lease = embedded.join(home, durable=durable)
        assert ask(lease.urls.owner, "show fsync") == expected
        lease.leave()


# Who keeps it alive


def test_users_share_one_server_and_the_last_one_out_stops_it(home: Path) -> None:
    mine = embedded.join(home, durable=False)
    with user_of(home) as other:
        assert url_of(other) == mine.urls.owner
        mine.leave()
        assert ask(mine.urls.owner) == 1
    wait_until_stopped(home)


def test_a_user_killed_by_minus_9_leaves_no_server_behind(home: Path) -> None:
    with user_of(home) as user:
        url_of(user)
        user.kill()
    wait_until_stopped(home)


def test_ctrl_c_in_the_terminal_reaches_its_users_only(home: Path) -> None:
    with user_of(home) as user:
        url_of(user)
        assert os.getsid(postmaster(home).pid) != os.getsid(user.pid)
        assert os.getsid(guardian(home).pid) != os.getsid(user.pid)


async def test_a_cancelled_user_stops_the_server_on_the_way_out(home: Path) -> None:
    started = asyncio.Event()

    async def use() -> None:
        async with embedded.serve(home, durable=False):
            started.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(use())
    await started.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert not Layout.of(home).data.joinpath("postmaster.pid").exists()


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
async def test_a_guardian_that_goes_is_replaced_under_the_same_url(
    home: Path, number: signal.Signals
) -> None:
    async with embedded.serve(home) as urls:
        write_a_note(urls.owner)
        former = guardian(home)
        former.send_signal(number)
        await asyncio.to_thread(former.wait, 30)
        assert await asyncio.to_thread(read_the_note, urls.owner) == "kept"
        assert await asyncio.to_thread(guardian, home) != former
    assert not Layout.of(home).data.joinpath("postmaster.pid").exists()


def test_sigterm_to_the_guardian_stops_the_server(home: Path) -> None:
    lease = embedded.join(home, durable=False)
    guardian(home).terminate()
    wait_until_stopped(home)
    lease.leave()


# Trap 1: a pid file with somebody else's pid


def test_a_foreign_live_pid_in_the_pid_files_is_not_taken_for_the_server(home: Path) -> None:
    layout = Layout.of(home)
    lease = embedded.join(home, durable=False)
    write_a_note(lease.urls.owner)
    pid_file = layout.data / "postmaster.pid"
    lines = pid_file.read_text().splitlines()
    sockets = Path(layout.sockets.read_text())
    owner = sockets.stat()
    lease.leave()

    account = server_account(layout.data)
    with subprocess.Popen(["sleep", "60"], **as_account(account)) as stranger:
        claim = "\n".join([str(stranger.pid), *lines[1:]]) + "\n"
        pid_file.write_text(claim)
        sockets.mkdir(mode=0o700)
        os.chown(sockets, owner.st_uid, owner.st_gid)
        (sockets / ".s.PGSQL.5432.lock").write_text(claim)

        again = embedded.join(home, durable=False)
        assert postmaster(home).pid != stranger.pid
        assert read_the_note(again.urls.owner) == "kept"
        assert stranger.poll() is None
        again.leave()
        stranger.kill()


# Trap 2: kill -9 and restart


def test_a_server_killed_by_minus_9_comes_back_for_its_users_with_their_data(home: Path) -> None:
    lease = embedded.join(home)
    write_a_note(lease.urls.owner)
    postmaster(home).kill()
    assert read_the_note(lease.urls.owner) == "kept"
    lease.leave()


def test_a_busy_backend_that_outlives_its_postmaster_does_not_block_the_next(home: Path) -> None:
    lease = embedded.join(home)
    write_a_note(lease.urls.owner)
    with psycopg.connect(lease.urls.owner) as busy:
        backend = psutil.Process(busy.info.backend_pid)
        backend.suspend()  # it cannot notice that the postmaster has gone
        postmaster(home).kill()
        assert read_the_note(lease.urls.owner) == "kept"
        assert not backend.is_running() or backend.status() == psutil.STATUS_ZOMBIE
    lease.leave()


def test_after_kill_minus_9_of_everything_the_next_start_mends_it(home: Path) -> None:
    with user_of(home, durable=True) as user:
        write_a_note(url_of(user))
        server = postmaster(home)
        everything = [guardian(home), server, *server.children(recursive=True)]
        user.kill()
        for process in everything:
            with suppress(psutil.NoSuchProcess):  # it has followed the others already
                process.kill()
    lease = embedded.join(home)
    assert read_the_note(lease.urls.owner) == "kept"
    lease.leave()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child of its parent's end")
def test_after_kill_minus_9_of_the_guardian_the_server_stops_and_the_next_start_works(
    home: Path,
) -> None:
    lease = embedded.join(home)
    write_a_note(lease.urls.owner)
    server = postmaster(home)
    guardian(home).kill()
    psutil.wait_procs([server], timeout=30)
    assert not server.is_running()
    lease.leave()
    again = embedded.join(home)
    assert read_the_note(again.urls.owner) == "kept"
    again.leave()


def test_a_half_made_cluster_is_made_anew(home: Path) -> None:
    layout = Layout.of(home)
    (layout.base / "data.making").mkdir(parents=True)
    (layout.base / "data.making" / "PG_VERSION").write_text("18\n")
    layout.base.chmod(0o711)
    lease = embedded.join(home, durable=False)
    assert ask(lease.urls.owner) == 1
    lease.leave()


# Trap 3: as root


@pytest.mark.skipif(not IS_ROOT, reason="needs root")
def test_as_root_the_server_is_another_user_and_no_directory_above_changes(home: Path) -> None:
    deep = home / "a" / "b"
    deep.mkdir(parents=True)
    above = [deep, *deep.parents]
    before = [(path.stat().st_mode, path.stat().st_uid) for path in above]
    lease = embedded.join(deep, durable=False)
    assert postmaster(deep).uids().effective != 0
    assert Layout.of(deep).data.stat().st_uid == postmaster(deep).uids().effective
    lease.leave()
    assert [(path.stat().st_mode, path.stat().st_uid) for path in above] == before


@pytest.mark.skipif(not IS_ROOT, reason="needs root")
def test_as_root_a_home_out_of_the_servers_reach_is_named_and_left_alone(home: Path) -> None:
    closed = home / "closed"
    closed.mkdir(mode=0o700)
    with pytest.raises(Unavailable) as refusal:
        embedded.join(closed / "home", durable=False)
    assert refusal.value.key == "database.home_unreachable"
    assert refusal.value.params["path"] == str(closed)
    assert stat.S_IMODE(closed.stat().st_mode) == 0o700


@pytest.mark.skipif(not IS_ROOT, reason="needs root")
def test_as_root_data_that_root_copied_here_are_handed_to_the_server(home: Path) -> None:
    lease = embedded.join(home, durable=False)
    write_a_note(lease.urls.owner)
    lease.leave()
    data = Layout.of(home).data
    for path in (data, *data.rglob("*")):
        os.chown(path, 0, 0)
    again = embedded.join(home, durable=False)
    assert read_the_note(again.urls.owner) == "kept"
    again.leave()


PYTHONPATH = os.pathsep.join(
    [str(Path(exoskull.__file__).parents[1]), *(p for p in sys.path if p.endswith("site-packages"))]
)


def python_for(account: Account) -> str | None:
    """A Python of this version that `account` may run: ours, or else the system's."""
    for python in (sys.executable, "/usr/bin/python3"):
        if can_run(Path(python), account):
            said = run([python, "-c", "import sys; print(sys.version_info.minor)"], account)
            if said.stdout.split() == [str(sys.version_info.minor).encode()]:
                return python
    return None


@pytest.mark.skipif(not IS_ROOT, reason="needs root, to become somebody else")
def test_somebody_who_is_not_root_has_a_server_of_their_own(home: Path) -> None:
    account = server_account()
    assert account is not None
    if (python := python_for(account)) is None:
        pytest.skip(f"{account.name} cannot reach a Python {sys.version_info.minor} here")
    mine = home / "mine"
    mine.mkdir(mode=0o700)
    os.chown(mine, account.uid, account.gid)
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [python, "-c", USER, str(mine)],
        stdin=pipe,
        stdout=pipe,
        text=True,
        cwd="/",
        env={"HOME": str(mine), "PATH": os.environ["PATH"], "PYTHONPATH": PYTHONPATH},
        **as_account(account),
    ) as user:
        assert ask(url_of(user)) == 1
        assert postmaster(mine).uids().effective == account.uid
    wait_until_stopped(mine)


# Trap 4: a long data path


def test_a_home_longer_than_a_sockets_path_works(home: Path) -> None:
    deep = home.joinpath(*["a-rather-long-name-for-a-directory"] * 6)
    deep.mkdir(parents=True)
    for path in (deep, *deep.parents[:5]):
        path.chmod(0o711)
    assert len(str(deep)) > 107
    lease = embedded.join(deep, durable=False)
    assert ask(lease.urls.owner) == 1
    lease.leave()


def test_a_home_with_spaces_and_letters_beyond_ascii_works(home: Path) -> None:
    odd = home / "dom pełen żółwi"
    lease = embedded.join(odd, durable=False)
    assert ask(lease.urls.owner) == 1
    lease.leave()


# Trap 5: two processes starting at once


def test_processes_that_start_at_once_get_one_server(home: Path) -> None:
    with user_of(home) as one, user_of(home) as two, user_of(home) as three:
        urls = {url_of(user) for user in (one, two, three)}
        assert len(urls) == 1
        assert ask(urls.pop()) == 1
        servers = [p for p in psutil.process_iter() if is_postmaster_of(home, p)]
        assert len(servers) == 1
    wait_until_stopped(home)


def is_postmaster_of(home: Path, process: psutil.Process) -> bool:
    try:
        return str(Layout.of(home).data) in process.cmdline() and "-D" in process.cmdline()
    except psutil.Error:
        return False


def test_who_comes_while_the_server_stops_gets_a_new_one(home: Path) -> None:
    for _ in range(3):
        leaving = embedded.join(home, durable=False)
        thread = threading.Thread(target=leaving.leave)
        thread.start()
        coming = embedded.join(home, durable=False)
        assert ask(coming.urls.owner) == 1
        thread.join()
        coming.leave()


# What is said when it cannot be had


def refused(home: Path) -> Unavailable:
    with pytest.raises(Unavailable) as refusal:
        embedded.join(home, durable=False)
    return refusal.value


def test_a_home_that_is_a_file_is_named(home: Path) -> None:
    (home / "file").write_text("")
    error = refused(home / "file" / "home")
    assert error.key == "database.home_unwritable"
    assert str(error.params["path"]).startswith(str(home / "file"))


@pytest.mark.skipif(IS_ROOT, reason="root may write anywhere")
def test_a_home_that_may_not_be_written_is_named(home: Path) -> None:
    home.chmod(0o500)
    assert refused(home).key == "database.home_unwritable"


def test_a_data_directory_with_other_files_is_not_touched(home: Path) -> None:
    data = Layout.of(home).data
    data.mkdir(parents=True)
    data.parent.chmod(0o711)
    (data / "holiday.jpg").write_text("")
    assert refused(home).key == "database.not_a_cluster"
    assert (data / "holiday.jpg").exists()


def test_a_cluster_of_another_major_version_is_not_touched(home: Path) -> None:
    data = Layout.of(home).data
    data.mkdir(parents=True)
    data.parent.chmod(0o711)
    (data / "PG_VERSION").write_text("9\n")
    error = refused(home)
    assert (error.key, error.params["found"]) == ("database.wrong_version", "9")


def test_lost_passwords_are_made_anew(home: Path) -> None:
    lease = embedded.join(home, durable=False)
    write_a_note(lease.urls.owner)
    lease.leave()
    Layout.of(home).passwords.unlink()
    again = embedded.join(home, durable=False)
    assert again.urls.owner != lease.urls.owner
    assert read_the_note(again.urls.owner) == "kept"
    again.leave()


def test_a_full_disk_is_one_clear_error_and_half_a_cluster_is_never_used(home: Path) -> None:
    small = home / "small"
    small.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=12m,mode=0711", "tmpfs", small],
        capture_output=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip("cannot mount a small disk here")
    try:
        error = refused(small)
        assert error.key == "database.disk_full"
        assert not Layout.of(small).data.exists()
    finally:
        subprocess.run(["umount", small], check=True)


def test_a_broken_configuration_gives_the_servers_own_reason(home: Path) -> None:
    embedded.join(home, durable=False).leave()
    with Layout.of(home).data.joinpath("postgresql.conf").open("a") as file:
        file.write("no_such_setting = 1\n")
    error = refused(home)
    assert error.key == "database.start_failed"
    assert "contains errors" in str(error.params["reason"])
