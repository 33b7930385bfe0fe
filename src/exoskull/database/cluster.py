"""A data directory of Postgres: made whole or not at all, cleared of what a crash left."""

import os
import shutil
from pathlib import Path

import psutil

from exoskull.database.account import Account, first_unreachable, run
from exoskull.database.layout import Layout, new_passwords, write_passwords
from exoskull.database.refusals import of_program
from exoskull.kit.errors import Unavailable

OWNER_ROLE = "exoskull_owner"
DATABASE = "exoskull"
_MEND_TIMEOUT_S = 120.0

_INITDB = (
    "--username=postgres",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=PG_UNICODE_FAST",
    "--locale=C",
    "--auth=trust",  # of the directory in the making only: nothing serves it
)
_HBA = "local all all scram-sha-256\n"


def ensure(layout: Layout, programs: Path, account: Account | None, *, durable: bool) -> None:
    """Make the cluster where there is none, with its roles and its database.

    Raises Unavailable, having left nothing that a later start would take for a cluster.
    """
    if account and (blocked := first_unreachable(layout.base, account)):
        raise Unavailable("database.home_unreachable", path=blocked, account=account.name)
    if account and layout.data.exists() and layout.data.stat().st_uid == 0:
        _hand_over(layout.data, account)  # root copied it here
    if (layout.data / "PG_VERSION").exists():
        _check_version(layout, programs)
        if not layout.passwords.exists():
            mend(layout.data.resolve())
            _set_passwords(layout.data, layout, programs, account, new=False, durable=durable)
        return
    if layout.data.exists() and any(layout.data.iterdir()):
        raise Unavailable("database.not_a_cluster", path=layout.data)
    making = layout.base / "data.making"
    shutil.rmtree(making, ignore_errors=True)
    making.mkdir(mode=0o700)
    if account:
        os.chown(making, account.uid, account.gid)
    options = (*_INITDB, *(() if durable else ("--no-sync",)))
    _run([programs / "initdb", "-D", making, *options], layout, account)
    (making / "pg_hba.conf").write_text(_HBA)
    _set_passwords(making, layout, programs, account, new=True, durable=durable)
    if layout.data.exists():
        layout.data.rmdir()
    making.rename(layout.data)


def _hand_over(data: Path, account: Account) -> None:
    for path in (data, *data.rglob("*")):
        os.chown(path, account.uid, account.gid, follow_symlinks=False)


def _check_version(layout: Layout, programs: Path) -> None:
    found = (layout.data / "PG_VERSION").read_text().strip()
    said = run([programs / "postgres", "--version"], None).stdout.decode()
    needed = said.split()[-1].split(".")[0]
    if found != needed:
        raise Unavailable("database.wrong_version", path=layout.data, found=found, needed=needed)


_ROLES = """
alter role postgres password '{superuser}';
do $$ begin create role {role}; exception when duplicate_object then null; end $$;
alter role {role} login createdb createrole nosuperuser nobypassrls password '{owner}';
"""
_DATABASE = "create database {database} owner {role};\n"


def _set_passwords(
    data: Path, layout: Layout, programs: Path, account: Account | None, *, new: bool, durable: bool
) -> None:
    """Give both roles new passwords, and make what is missing, while nothing serves `data`."""
    passwords = new_passwords()
    text = (_ROLES + (_DATABASE if new else "")).format(
        superuser=passwords.superuser, owner=passwords.owner, role=OWNER_ROLE, database=DATABASE
    )
    single: list[str | Path] = [programs / "postgres", "--single", "-D", data]
    single += [*(() if durable else ("-F",)), "postgres"]
    _run(single, layout, account, text)
    write_passwords(layout, passwords)


def _run(
    command: list[str | Path], layout: Layout, account: Account | None, text: str = ""
) -> None:
    done = run(command, account, text)
    said = done.stderr.decode(errors="replace")
    if done.returncode or "ERROR:" in said or "FATAL:" in said:
        raise of_program(said, layout)


def mend(data: Path) -> None:
    """Clear what an earlier server left in `data`: its processes and its pid file.

    The pid file alone proves nothing: after a crash its number may belong to any process. What
    counts is who works in the directory. Call only while holding the guardian's lock.
    """
    pid_file = data / "postmaster.pid"
    if not pid_file.exists():
        return
    left = _processes_in(data)
    for process in left:  # a postmaster without guardian: let it close its files
        if process.pid == _pid_in(pid_file):
            _signal(process, interrupt=True)
            psutil.wait_procs(left, timeout=_MEND_TIMEOUT_S)
    for process in (left := _processes_in(data)):  # backends whose postmaster has gone
        _signal(process, interrupt=False)
    psutil.wait_procs(left, timeout=10)
    pid_file.unlink(missing_ok=True)


def _signal(process: psutil.Process, *, interrupt: bool) -> None:
    try:
        process.send_signal(2) if interrupt else process.kill()
    except psutil.NoSuchProcess:
        return


def _pid_in(pid_file: Path) -> int | None:
    try:
        return int(pid_file.read_text().splitlines()[0])
    except (OSError, ValueError, IndexError):
        return None


def _processes_in(data: Path) -> list[psutil.Process]:
    """The processes whose working directory is `data`: those of a server over it, and no other."""
    found = []
    for process in psutil.process_iter():
        try:
            if process.pid != os.getpid() and process.cwd() == str(data):
                found.append(process)
        except psutil.Error:
            continue
    return found
