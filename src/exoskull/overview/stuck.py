"""What is stuck, told with what can be done about it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from exoskull.i18n import text
from exoskull.kit.ids import TraceId
from exoskull.tenants.visit import Visit
from exoskull.tracing.integrity import open_hops
from exoskull.tracing.stuck import Thing, stuck_things

PLACES: Mapping[str, str] = {
    "planned_not_sent": "/interventions?show=waiting",
    "sending_not_ended": "/interventions",
    "sent_without_receipt": "/interventions?show=sent",
    "outcome_not_closed": "/schedule",
    "decision_not_final": "/schedule",
    "attention_not_looked_at": "/schedule",
    "no_grants": "/permissions",
    "no_schedule": "/settings",
}
"""Where a person can see to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """One thing that is stuck; `name` None where there is nothing to call it by."""

    name: str | None
    since: datetime
    trace: TraceId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stuck:
    """An open hop: how many, the oldest of them, and the page where something can be done."""

    hop: str
    count: int
    things: Sequence[Named]
    path: str


async def stuck_here(visit: Visit) -> Sequence[Stuck]:
    """The person's open hops; the things are asked for only where there are any."""
    hops = await open_hops(visit.tx, visit.at)
    things = await stuck_things(visit.tx, visit.at) if hops else ()
    return [
        Stuck(
            hop=hop,
            count=count,
            things=[_named(one, visit.language) for one in things if one.hop == hop],
            path=PLACES[hop],
        )
        for hop, count in sorted(hops.items())
    ]


def _named(one: Thing, language: str) -> Named:
    name: str | None = one.text
    if one.hop == "decision_not_final":
        name = text(language, "part-symptom", symptom=one.text, facts_goal=None)
    elif one.hop == "attention_not_looked_at":
        name = None
    return Named(name=name, since=one.since, trace=one.trace)
