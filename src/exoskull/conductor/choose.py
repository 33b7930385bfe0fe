"""Which pieces of work to begin: pure, fair, and within every limit."""

from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, datetime

from exoskull.conductor.model import Candidate, Served
from exoskull.kit.ids import TenantId

_NEVER = datetime.min.replace(tzinfo=UTC)
_NOBODY = Served()


def choose_work(
    candidates: Iterable[Candidate],
    running: Collection[TenantId],
    served: Mapping[TenantId, Served],
    budgets: Mapping[TenantId, int],
    *,
    most: int,
) -> list[Candidate]:
    """The pieces to begin now, in the order in which to begin them.

    Whose turn it is: who had the fewest pieces, of those who had the longest wait since. So nobody
    has a second piece while another, who could do with one, had fewer. What is done for them: what
    is worth most. A tenant has one piece at a time.

    Args:
        running: the tenants with a piece in hand, whoever is at it.
        served: what each tenant had; nothing, where they are not named.
        budgets: what each tenant's budget has left, in micros; nothing, where they are not named.
            A piece that does not fit is passed over for one that does.
        most: how many pieces may be in hand at once, over all tenants.
    """
    free = max(0, most - len(running))
    best: dict[TenantId, Candidate] = {}
    for one in candidates:
        affordable = one.cost_micros == 0 or one.cost_micros <= budgets.get(one.tenant_id, 0)
        if one.worth <= 0 or not affordable or one.tenant_id in running:
            continue
        held = best.get(one.tenant_id)
        if held is None or (-one.worth, one.item) < (-held.worth, held.item):
            best[one.tenant_id] = one

    def turn(one: Candidate) -> tuple[int, datetime, float, int]:
        had = served.get(one.tenant_id, _NOBODY)
        return had.pieces, had.last_at or _NEVER, -one.worth, one.tenant_id.int

    return sorted(best.values(), key=turn)[:free]
