"""The installation for its owner: who is here, where loops are stuck, what waits, what fails.

Counts of all, and names. No message, goal, measure, address or name of anything that a person made
is read.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from exoskull.incidents import service as incidents
from exoskull.incidents.wording import named
from exoskull.kit.errors import Refused
from exoskull.onboarding.inviting import invitations
from exoskull.overview import installation_store
from exoskull.overview.installation_store import NO_SLOTS, Slots
from exoskull.overview.optimization import hops_of
from exoskull.tenants.service import is_owner
from exoskull.tenants.visit import PageVisit
from exoskull.tracing import everyone
from exoskull.tracing.funnel import NOTHING, Funnel

router = APIRouter(include_in_schema=False)

SHOWN = 50
PAGES_MAX = 1_000_000
TROUBLE_SHOWN = 20
LATELY = timedelta(hours=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """A tenant as the owner sees it: a name and counts. `stuck`: how much, by open hop."""

    name: str
    counts: Funnel
    slots: Slots
    stuck: Mapping[str, int]


@router.get("/admin")
async def admin(visit: PageVisit, page: Annotated[int, Query(ge=1, le=PAGES_MAX)] = 1) -> Response:
    """The page; for the owner only. The counts are of all; SHOWN people at a time, in the order in
    which they came."""
    if not await is_owner(visit.tx):
        raise Refused("admin.not_owner")
    database, since = visit.door.database, visit.at - LATELY
    async with database.system() as tx:
        counts = await everyone.funnel_of_all(tx)
        stuck = await everyone.open_hops_of_all(tx, visit.at)
        queue = await installation_store.slots_of_all(tx, since=since)
        trouble = await incidents.everybodys_open(tx)
        people = await installation_store.people(tx, most=SHOWN, skipped=SHOWN * (page - 1))
        everybody = await installation_store.everybody(tx)
        ids = [one.tenant_id for one in people]
        counted = await everyone.funnels_of(tx, ids)
        open_of = await everyone.open_hops_of(tx, ids, visit.at)
        slots = await installation_store.slots_of(tx, ids, since=since)
    invited = await invitations(database, visit.tenant.tenant_id)
    return visit.door.pages.response(
        "overview/admin.html",
        visit.voice,
        rows=[
            Here(
                name=one.name,
                counts=counted.get(one.tenant_id, NOTHING),
                slots=slots.get(one.tenant_id, NO_SLOTS),
                stuck=open_of.get(one.tenant_id, {}),
            )
            for one in people
        ],
        people=everybody,
        number=page,
        pages=max(1, -(-everybody // SHOWN)),
        invitations=Counter(one.state(visit.at).value for one in invited),
        hops=hops_of(counts),
        beside=counts.beside,
        stuck=sorted(stuck.items()),
        queue=queue,
        trouble=_told(trouble, visit),
        more_trouble=max(0, len(trouble) - TROUBLE_SHOWN),
    )


def _told(
    trouble: Sequence[incidents.OpenOne], visit: PageVisit
) -> Sequence[tuple[str, str, incidents.OpenOne]]:
    """The newest troubles: whose, what, and the rest of it."""
    newest = sorted(trouble, key=lambda one: one.since, reverse=True)[:TROUBLE_SHOWN]
    return [(one.name, named(one.kind, one.subject, visit.language), one) for one in newest]
