"""SQL of where widgets stand."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from exoskull.apps.layout import Layout, Place, Size
from exoskull.database.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What a person arranged. `before`: what it was until then; None: nothing was ever changed."""

    places: Layout
    before: Layout | None


NOTHING = Kept(places=(), before=None)


async def load(tx: Transaction, *, lock: bool = False) -> Kept:
    """What the person arranged; `lock` holds it until the transaction ends."""
    rows = await tx.dicts(
        f"""
        select places, before from widget_layouts where tenant_id = %(tenant)s
        {"for update" if lock else ""}
        """,
        tenant=tx.tenant_id,
    )
    if not rows:
        return NOTHING
    return Kept(places=_read(rows[0]["places"]), before=_read(rows[0]["before"]))


async def save(tx: Transaction, places: Layout, *, before: Layout, at: datetime) -> None:
    """Keep the layout, and the one that it takes the place of."""
    await tx.execute(
        """
        insert into widget_layouts (tenant_id, places, before, changed_at)
        values (%(tenant)s, %(places)s::jsonb, %(before)s::jsonb, %(at)s)
        on conflict (tenant_id) do update
           set places = excluded.places, before = excluded.before, changed_at = excluded.changed_at
        """,
        tenant=tx.tenant_id,
        places=_written(places),
        before=_written(before),
        at=at,
    )


def _written(places: Iterable[Place]) -> str:
    return json.dumps(
        [{"app": str(one.app), "size": one.size, "hidden": one.hidden} for one in places]
    )


def _read(rows: list[dict[str, Any]]) -> Layout:
    return tuple(
        Place(app=UUID(row["app"]), size=Size(row["size"]), hidden=row["hidden"]) for row in rows
    )
