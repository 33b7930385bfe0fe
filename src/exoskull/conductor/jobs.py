"""Background work by the clock."""

from collections.abc import Sequence

from exoskull.budgets.model import Caps
from exoskull.conductor import service
from exoskull.conductor.model import WorkItem, Workshop
from exoskull.scheduling.model import Ended, Run, ran, skipped


async def conduct(
    shop: Workshop, work: Sequence[WorkItem], run: Run, *, most: int, caps: Caps
) -> Ended:
    """conductor: do what is worth doing, for whom it is, as long as there is room.

    The run of this job needs no hold: each piece is a row with a lease of its own.

    Args:
        most: pieces in hand at once over the whole installation; 0: background work is off.
    """
    if most < 1:
        return skipped("switched_off")
    tally = await service.conduct(shop, work, most=most, caps=caps)
    if not tally.pieces:
        return skipped("nothing_worth_doing")
    return ran(done=tally.done, failed=tally.failed, taken_up=tally.taken_up)
