"""`exoskull status`, `trace`, `say` and `log`: looking at the loop, and talking to it."""

import dataclasses
from uuid import UUID

from exoskull.commands.console import Call, instant, opened
from exoskull.composition.assembling import Installation
from exoskull.conversations.converse import answered
from exoskull.conversations.model import Via
from exoskull.conversations.parts import Parts
from exoskull.conversations.turn import Incoming
from exoskull.incidents import service as incidents
from exoskull.kit.errors import InvalidInput, NotFound
from exoskull.kit.ids import TraceId
from exoskull.measuring import service as measuring
from exoskull.signals.model import Source, parse_metric, parse_value
from exoskull.tenants import service as tenants
from exoskull.tenants.service import current
from exoskull.tracing.chain import Chain, find_chain
from exoskull.tracing.funnel import NOTHING, Funnel, funnel
from exoskull.tracing.story import tell

HOP_MARK = {True: "x", False: " "}


async def status(call: Call) -> int:
    per_tenant: dict[str, Funnel] = {}
    async with opened(call.settings) as here:
        for tenant_id, name in await tenants.everyone(here.database):
            async with here.database.transaction(tenant_id) as tx:
                per_tenant[name] = await funnel(tx)
        async with here.database.system() as tx:
            trouble = await incidents.everybodys_open(tx)
    total = sum(per_tenant.values(), NOTHING)
    names = [field.name for field in dataclasses.fields(Funnel)]
    lines = [" ".join(["tenant".ljust(16), *(name.rjust(10) for name in names)])]
    for name, counts in [*per_tenant.items(), ("all", total)]:
        cells = [str(getattr(counts, field)).rjust(10) for field in names]
        lines.append(" ".join([name[:16].ljust(16), *cells]))
    if not per_tenant:
        lines = ["No tenants yet: `exoskull up` opens the door for the first."]
    lines += [
        f"incident: {one.name}, {one.kind.value} {one.subject}, since {one.since:%Y-%m-%d %H:%M}"
        for one in trouble
    ]
    document = {"tenants": per_tenant, "all": total, "incidents": trouble}
    call.console.document(document, lines)
    return 0


async def trace(call: Call) -> int:
    try:
        wanted = UUID(call.args.id)
    except ValueError as error:
        raise InvalidInput("trace.invalid_id", field="ID", value=call.args.id[:64]) from error
    async with opened(call.settings) as here:
        chain, language, timezone = await _find(here, wanted)
    lines = [
        f"trace {chain.trace}",
        "  ".join(f"[{HOP_MARK[there]}] {hop}" for hop, there in chain.hops.items()),
        "",
        *(tell(event, language=language, timezone=timezone) for event in chain.events),
        *("then: " + tell(event, language=language, timezone=timezone) for event in chain.later),
    ]
    if chain.open_hop is not None:
        lines.append(f"open: no {chain.open_hop.replace('_', ' ')} yet")
    call.console.document(chain.to_json(), lines)
    return 0


async def _find(here: Installation, wanted: UUID) -> tuple[Chain, str, str]:
    for tenant_id, _ in await tenants.everyone(here.database):
        async with here.database.transaction(tenant_id) as tx:
            tenant = await current(tx)
            try:
                return await find_chain(tx, wanted), tenant.language.value, tenant.timezone
            except NotFound:
                continue
    raise NotFound("trace.not_found", field="ID", id=str(wanted))


async def say(call: Call) -> int:
    async with opened(call.settings) as here:
        tenant_id = await tenants.find(here.database, call.args.tenant)
        parts = Parts(
            database=here.database,
            models=here.models,
            clock=here.clock,
            ids=here.ids,
            sandbox=here.sandbox,
            shed=here.shed,
        )
        said = Incoming(text=" ".join(call.args.text), via=Via.CLI)
        turn = await answered(parts, tenant_id, said)
    answer = turn.answer.text if turn.answer else ""
    call.console.document({"id": turn.message.id, "answer": answer}, [answer])
    return 0


async def log(call: Call) -> int:
    args = call.args
    metric, value = parse_metric(args.metric), parse_value(_number(args.value))
    async with opened(call.settings) as here:
        at = here.clock.now()
        tenant_id = await tenants.find(here.database, args.tenant)
        async with here.database.transaction(tenant_id) as tx:
            kept = await measuring.log(
                tx,
                await current(tx),
                metric=metric,
                value=value,
                unit=args.unit or "",
                measured_at=instant(args.at, field="--at") if args.at else at,
                at=at,
                source=Source.CLI,
                ids=here.ids,
                trace=TraceId(here.ids.new()),
            )
    row = {"id": kept.id, "metric": kept.metric, "value": kept.value, "unit": kept.unit}
    call.console.document(row, [f"Logged {kept.metric} {kept.value:g} {kept.unit}".rstrip() + "."])
    return 0


def _number(text: str) -> float | str:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return text
