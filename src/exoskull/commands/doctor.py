"""`exoskull doctor`: what is set up, what is not, and how to mend it."""

import os
import shutil
from dataclasses import dataclass
from datetime import datetime, timedelta

from exoskull.channels.registry import adapters_from
from exoskull.commands.console import Call
from exoskull.database import migrate
from exoskull.database.connect import database_url
from exoskull.database.pool import Database
from exoskull.i18n import error_text, text
from exoskull.incidents import service as incidents
from exoskull.kit.clock import SystemClock
from exoskull.kit.errors import ExoSkullError, Unavailable
from exoskull.kit.ids import SYSTEM
from exoskull.llm.check import Looked, look
from exoskull.llm.installed import choices_from
from exoskull.llm.prices import read_prices
from exoskull.sandbox.launcher import landlock_version
from exoskull.sandbox.limits import RunFailed, SandboxUnavailable
from exoskull.sandbox.pool import Sandbox
from exoskull.scheduling import service as scheduling
from exoskull.scheduling.catalogue import CATALOGUE
from exoskull.settings import Settings
from exoskull.tenants import service as tenants
from exoskull.tracing.integrity import open_hops

DISK_LEAST = 500 * 1024 * 1024
LOOKING_S = 5.0
LANGUAGE = "en"
INCIDENTS_SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing looked at. `ok` None: not set up, which is a choice. `mend`: what to do."""

    name: str
    ok: bool | None
    found: str
    mend: str | None = None


async def run(call: Call) -> int:
    """Look at everything; exit 1 where something is broken."""
    checks = [_home(call.settings), *await _channels(call.settings)]
    checks.append(await _sandbox(call.settings))
    checks += await _database(call.settings)
    checks += await _models(call.settings)
    marks = {True: "ok  ", False: "FAIL", None: "-   "}
    lines = []
    for check in checks:
        lines.append(f"{marks[check.ok]} {check.name}: {check.found}")
        if check.mend:
            lines.append(f"     {check.mend}")
    broken = [check for check in checks if check.ok is False]
    call.console.document({"ok": not broken, "checks": checks}, lines)
    return 1 if broken else 0


def _home(settings: Settings) -> Check:
    home = settings.home
    there = next(path for path in (home, *home.parents) if path.exists())
    free = shutil.disk_usage(there).free
    return Check(
        name="home",
        ok=free >= DISK_LEAST,
        found=f"{home}, {free // 2**20} MiB free",
        mend=None if free >= DISK_LEAST else "Free some disk space, or set EXOSKULL_HOME.",
    )


async def _channels(settings: Settings) -> list[Check]:
    adapters = adapters_from(settings)
    checks = [Check(name="channel in_app", ok=True, found="always there")]
    for channel, how in (
        ("email", "Set EXOSKULL_SMTP_URL and EXOSKULL_MAIL_FROM to send e-mail."),
        ("sms", "Set EXOSKULL_TWILIO_SID, EXOSKULL_TWILIO_TOKEN and EXOSKULL_TWILIO_FROM."),
    ):
        adapter = next((one for name, one in adapters.items() if name.value == channel), None)
        if adapter is None or adapter.provider == "null":
            checks.append(Check(name=f"channel {channel}", ok=None, found="not set up", mend=how))
            continue
        health = await adapter.check()
        told = text(LANGUAGE, "error-" + health.reason.replace(".", "-"), detail=health.detail)
        checks.append(Check(name=f"channel {channel}", ok=health.ok, found=told))
    return checks


async def _sandbox(settings: Settings) -> Check:
    """Whether code can be run behind both layers, by running some."""
    version = landlock_version()
    found = f"Landlock {version}" if version else "no Landlock"
    if settings.sandbox_without_landlock:
        found += ", which EXOSKULL_SANDBOX_WITHOUT_LANDLOCK lets it do without"
    code = "def run(input):\n    return input"
    try:
        async with Sandbox(
            workers=1, without_landlock=settings.sandbox_without_landlock
        ) as sandbox:
            await sandbox.run(code, 1, {}, at=SystemClock().now())
    except (SandboxUnavailable, RunFailed) as error:
        mend = (
            "Skills are not run. It takes Linux 5.13 or newer with Landlock, on x86_64 or aarch64, "
            "and a temporary folder (TMPDIR) from which programs may be executed."
        )
        return Check(name="sandbox", ok=False, found=f"{found}; {error}", mend=mend)
    return Check(name="sandbox", ok=True, found=f"{found}; a run gave its answer")


async def _models(settings: Settings) -> list[Check]:
    """Whether each model that is set is there, and has a price."""
    if settings.model is None:
        found = "no model: the built-in reasoner does the whole loop"
        mend = "docs/how-to/models.md tells how to give it one. It is a choice."
        return [Check(name="model", ok=None, found=found, mend=mend)]
    try:
        prices = read_prices(settings.model_prices)
        choices = choices_from(settings, os.environ)
        looked = [
            await look(one, prices, at=SystemClock().now(), timeout_s=LOOKING_S) for one in choices
        ]
    except ExoSkullError as error:
        return [Check(name="model", ok=False, found=_told(error))]
    return [_model(one) for one in looked]


def _model(looked: Looked) -> Check:
    name = f"model {looked.model}"
    if looked.dollars is None:
        mend = "Give its price in EXOSKULL_MODEL_PRICES; without one it is never asked."
        return Check(name=name, ok=False, found="no price is known", mend=mend)
    into, out = looked.dollars
    price = "free" if into == out == 0 else f"{into:g} and {out:g} dollars for a million tokens"
    mend = None
    if looked.reached is False:
        mend = "Is it running, at EXOSKULL_MODEL_URL, and is EXOSKULL_MODEL_KEY right?"
    found = f"{looked.detail}; {price}"
    return Check(name=name, ok=looked.reached is not False, found=found, mend=mend)


async def _database(settings: Settings) -> list[Check]:
    where = "EXOSKULL_DATABASE_URL" if settings.database_url else "embedded"
    try:
        async with database_url(settings) as url:
            state = await migrate.state(url)
            checks = [Check(name="database", ok=True, found=where)]
            if state is not migrate.Schema.CURRENT:
                mend = "Run: exoskull migrate (or exoskull up)."
                return [*checks, Check(name="schema", ok=False, found=state.value, mend=mend)]
            checks.append(Check(name="schema", ok=True, found=migrate.heads()))
            async with await Database.open(url, size=2) as database:
                return checks + await _loop(database, SystemClock().now())
    except Unavailable as error:
        return [Check(name="database", ok=False, found=_told(error))]


def _told(error: ExoSkullError) -> str:
    return " ".join(error_text(error, LANGUAGE).split())


async def _loop(database: Database, at: datetime) -> list[Check]:
    """The clockwork's pulse, and the loops that are open."""
    async with database.system() as tx:
        lately = await scheduling.runs(tx, since=at - timedelta(hours=1))
    ended = [run for run in lately if run.job == "loop-15" and run.finished_at is not None]
    checks = [
        Check(
            name="worker",
            ok=bool(ended) or None,
            found=f"{len(ended)} loop-15 slots done in the last hour",
            mend=None
            if ended
            else "Start one: exoskull up. One that runs begins at the quarter hour.",
        )
    ]
    checks.append(await _incidents(database))
    everyone = [one for one in await tenants.everyone(database) if one[0] != SYSTEM]
    hops: dict[str, int] = {}
    for tenant_id, _ in everyone:
        async with database.transaction(tenant_id) as tx:
            for hop, count in (await open_hops(tx, at)).items():
                hops[hop] = hops.get(hop, 0) + count
    checks.append(Check(name="tenants", ok=True if everyone else None, found=str(len(everyone))))
    shown = ", ".join(f"{hop}: {count}" for hop, count in hops.items())
    mend = "A worker that runs closes these; `exoskull trace ID` shows one chain."
    checks.append(
        Check(name="loops", ok=not hops, found=shown or "none open", mend=mend if hops else None)
    )
    return checks


async def _incidents(database: Database) -> Check:
    """What keeps failing: the installation's own jobs, and everybody's."""
    async with database.system() as tx:
        own = await incidents.failing_jobs(tx, CATALOGUE.keys())
        theirs = await incidents.everybodys_open(tx)
    told = [f"{streak.cause.subject} ({streak.reason})" for streak in own]
    told += [f"{one.name}: {one.kind.value} {one.subject} ({one.reason})" for one in theirs]
    shown = ", ".join(told[:INCIDENTS_SHOWN]) + (", ..." if len(told) > INCIDENTS_SHOWN else "")
    mend = "The reasons are in the worker's log; `exoskull schedule runs` shows each failure."
    return Check(
        name="incidents", ok=not told, found=shown or "none open", mend=mend if told else None
    )
