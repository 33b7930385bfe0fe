"""`exoskull model ...`: who answers a tenant, and what was asked for them."""

import getpass
import sys

from exoskull.commands.console import Call, opened
from exoskull.kit.errors import NotFound
from exoskull.kit.ids import TraceId
from exoskull.kit.plain import plain
from exoskull.llm import own
from exoskull.llm.account import latest
from exoskull.tenants import service as tenants

CENT = 10_000


async def show(call: Call) -> int:
    """Which model answers; no key is shown."""
    async with opened(call.settings) as here:
        tenant_id = await tenants.find(here.database, call.args.tenant)
        async with here.database.transaction(tenant_id) as tx:
            mine = await own.own_model(tx)
    model = mine.model if mine else here.models.name
    document = {"model": model, "own": mine is not None}
    whose = "their own" if mine else "the installation's"
    told = f"{model} ({whose})" if model else "no model: the built-in reasoner does everything"
    call.console.document(document, [told])
    return 0


async def bring(call: Call) -> int:
    """A tenant's own model; its key is read from standard input, so that it stands in no list of
    processes and no history."""
    key = getpass.getpass("Key: ") if sys.stdin.isatty() else sys.stdin.read()
    vault = own.Vault(home=call.settings.home, key=call.settings.secret_key)
    async with opened(call.settings) as here:
        tenant_id = await tenants.find(here.database, call.args.tenant)
        async with here.database.transaction(tenant_id) as tx:
            await own.bring(
                tx,
                vault,
                model=call.args.model,
                key=key,
                at=here.clock.now(),
                trace=TraceId(here.ids.new()),
            )
    document = {"model": call.args.model, "own": True}
    call.console.document(document, [f"{call.args.tenant} is answered by {call.args.model}."])
    return 0


async def leave(call: Call) -> int:
    async with opened(call.settings) as here:
        tenant_id = await tenants.find(here.database, call.args.tenant)
        async with here.database.transaction(tenant_id) as tx:
            trace = TraceId(here.ids.new())
            if not await own.leave(tx, at=here.clock.now(), trace=trace):
                raise NotFound("model.no_own")
    document = {"model": here.models.name, "own": False}
    call.console.document(document, ["The key is forgotten."])
    return 0


async def calls(call: Call) -> int:
    """The newest requests to a model: what they cost, and how they ended."""
    async with opened(call.settings) as here:
        tenant_id = await tenants.find(here.database, call.args.tenant)
        async with here.database.transaction(tenant_id) as tx:
            found = await latest(tx, limit=call.args.limit)
    lines = [
        f"{one.started_at:%Y-%m-%d %H:%M}  {one.feature:<12} {one.state.value:<11} "
        f"{(one.micros or 0) / CENT:8.4f} c  {one.tokens_in or 0}+{one.tokens_out or 0}  "
        f"{one.model}" + (f"  ({one.detail})" if one.detail else "")
        for one in found
    ]
    call.console.document([plain(one) for one in found], lines or ["No model was asked yet."])
    return 0
