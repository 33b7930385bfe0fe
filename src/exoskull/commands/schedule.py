"""`exoskull schedule ...`: the slots to come, and what became of those that came."""

import sys
from typing import Any

from exoskull.commands.console import Call, instant, opened
from exoskull.kit.ids import SYSTEM
from exoskull.scheduling import service as scheduling
from exoskull.scheduling.catalogue import find_job
from exoskull.scheduling.model import Run
from exoskull.scheduling.preview import preview
from exoskull.scheduling.words import about, when_late
from exoskull.tenants import service as tenants

LANGUAGE = "en"


async def show(call: Call) -> int:
    args = call.args
    slots = preview(
        job=args.job, timezone=args.timezone, start=args.start, days=args.days, hour=args.hour
    )
    if not call.console.as_json:  # beside the slots, not among them
        found = find_job(args.job)
        told = f"{about(found.name, LANGUAGE)} {when_late(found.catch_up, LANGUAGE)}"
        sys.stderr.write(f"{found.name}: {told}\n")
    call.console.rows(slots)
    return 0


async def runs(call: Call) -> int:
    since = instant(call.args.since, field="--since") if call.args.since else None
    rows: list[dict[str, Any]] = []
    async with opened(call.settings) as here:
        everyone = await tenants.everyone(here.database)
        if call.args.tenant:
            wanted = await tenants.find(here.database, call.args.tenant)
            everyone = [(wanted, call.args.tenant)]
        else:
            everyone = [(SYSTEM, ""), *everyone]
        for tenant_id, name in everyone:
            async with here.database.transaction(tenant_id) as tx:
                found = await scheduling.runs(tx, since=since)
            rows += [_row(run, name) for run in found]
    rows.sort(key=lambda row: (row["utc"], row["job"], row["tenant"] or ""))
    lines = [
        f"{row['utc']}  {row['job']:<18} {row['tenant'] or '-':<12} {row['state'].value:<8}"
        f" {row['reason'] or ''}".rstrip()
        for row in rows
    ]
    call.console.document(rows, lines or ["No slot has come yet."])
    return 0


def _row(run: Run, tenant: str) -> dict[str, Any]:
    return {
        "tenant": tenant or None,
        "job": run.job,
        "slot": run.slot,
        "local": run.local,
        "utc": run.slot_at.isoformat(),
        "state": run.state,
        "reason": run.reason,
        "attempt": run.attempt,
        "detail": run.detail,
    }
