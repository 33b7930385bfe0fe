"""`exoskull tenant ...`: making tenants, letting them in, letting them go."""

from collections.abc import Coroutine
from pathlib import Path
from typing import Any

from exoskull.commands.console import Call, opened
from exoskull.kit.errors import InvalidInput
from exoskull.onboarding.service import create_tenant
from exoskull.tenants import service as tenants
from exoskull.tenants.export import collect, write
from exoskull.tenants.model import Credential


async def create(call: Call) -> int:
    args = call.args
    async with opened(call.settings) as here:
        tenant = await create_tenant(
            here.database,
            at=here.clock.now(),
            ids=here.ids,
            name=args.name,
            language=args.language,
            timezone=args.timezone,
            email=args.email,
            phone=args.phone,
        )
    document = {
        "id": tenant.tenant_id,
        "name": tenant.name,
        "language": tenant.language,
        "timezone": tenant.timezone,
        "channels": tenant.channels,
    }
    call.console.document(document, [f"Created {tenant.name} ({tenant.tenant_id})."])
    return 0


async def list_all(call: Call) -> int:
    async with opened(call.settings) as here:
        everyone = await tenants.everyone(here.database)
    rows = [{"id": tenant_id, "name": name} for tenant_id, name in everyone]
    lines = [f"{row['id']}  {row['name']}" for row in rows] or [
        "No tenants yet. Make one: exoskull tenant create NAME --timezone Europe/Warsaw"
        " --language pl"
    ]
    call.console.document(rows, lines)
    return 0


async def token(call: Call) -> int:
    async with opened(call.settings) as here:
        tenant_id = await tenants.find(here.database, call.args.name)
        secret = await tenants.give_credential(
            here.database, tenant_id, Credential.API, at=here.clock.now(), ids=here.ids
        )
    call.console.document({"token": secret}, [secret])
    return 0


def export(call: Call) -> Coroutine[Any, Any, int]:
    return _export(call, Path(call.args.out).absolute())


async def _export(call: Call, out: Path) -> int:
    async with opened(call.settings) as here:
        tenant_id = await tenants.find(here.database, call.args.name)
        async with here.database.transaction(tenant_id) as tx:
            found = await collect(tx)
    write(found, out)
    rows = {name: len(lines) for name, lines in found.items()}
    document = {"file": str(out), "rows": rows}
    call.console.document(document, [f"{out}: {sum(rows.values())} rows of {len(rows)} tables."])
    return 0


async def delete(call: Call) -> int:
    if not call.args.yes:
        raise InvalidInput("tenant.delete_unconfirmed", field="--yes", name=call.args.name)
    async with opened(call.settings) as here:
        tenant_id = await tenants.find(here.database, call.args.name)
        await tenants.remove(here.database, tenant_id)
    call.console.document(
        {"deleted": call.args.name}, [f"Deleted {call.args.name} and everything of theirs."]
    )
    return 0
