"""The installation for its owner: who is here, where loops are stuck, what waits, what fails.

No message, goal, measure or name of anything that a person made is read.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from exoskull.database.transaction import Transaction
from exoskull.incidents import service as incidents
from exoskull.incidents.wording import named
from exoskull.kit.errors import Refused
from exoskull.kit.ids import TenantId
from exoskull.onboarding.inviting import invitations
from exoskull.overview import installation_store
from exoskull.overview.installation_store import Slots
from exoskull.overview.optimization import hops_of
from exoskull.tenants.service import everyone, is_owner
from exoskull.tenants.visit import PageVisit
from exoskull.tracing.funnel import NOTHING, Funnel, funnel
from exoskull.tracing.integrity import open_hops

router = APIRouter(include_in_schema=False)

SHOWN = 50
PAGES_MAX = 1_000_000
LATELY = timedelta(hours=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """A tenant as the owner sees it: a name and counts. `stuck`: open hops, added up."""

    name: str
    counts: Funnel
    slots: Slots
    stuck: int


@router.get("/admin")
async def admin(visit: PageVisit, page: Annotated[int, Query(ge=1, le=PAGES_MAX)] = 1) -> Response:
    """The page; for the owner only. SHOWN people at a time, in the order in which they came."""
    if not await is_owner(visit.tx):
        raise Refused("admin.not_owner")
    database, at = visit.door.database, visit.at
    people = await everyone(database)
    rows, total = [], NOTHING
    for tenant_id, name in people[SHOWN * (page - 1) : SHOWN * page]:
        async with database.transaction(tenant_id) as tx:
            one = await _look(tx, tenant_id, name, at)
        rows.append(one)
        total = total + one.counts
    invited = await invitations(database, visit.tenant.tenant_id)
    async with database.system() as tx:
        trouble = await incidents.everybodys_open(tx)
    return visit.door.pages.response(
        "overview/admin.html",
        visit.voice,
        rows=rows,
        people=len(people),
        number=page,
        pages=max(1, -(-len(people) // SHOWN)),
        invitations=Counter(one.state(at).value for one in invited),
        hops=hops_of(total),
        trouble=[(one.name, named(one.kind, one.subject, visit.language), one) for one in trouble],
        waiting=sum(one.slots.waiting for one in rows),
        running=sum(one.slots.running for one in rows),
    )


async def _look(tx: Transaction, tenant_id: TenantId, name: str, at: datetime) -> Here:
    hops = await open_hops(tx, at)
    return Here(
        name=name,
        counts=await funnel(tx),
        slots=await installation_store.slots(tx, since=at - LATELY),
        stuck=sum(hops.values()),
    )
