"""What the requests of one question cost together."""

from collections.abc import Sequence

from exoskull.llm.meter import Paid
from exoskull.llm.model import Spent


def spent(paid: Sequence[Paid]) -> Spent | None:
    """The sum; None where no request was made. The model is the last one's."""
    if not paid:
        return None
    return Spent(
        model=paid[-1].model,
        tokens_in=sum(one.tokens.into for one in paid),
        tokens_out=sum(one.tokens.out for one in paid),
        micros=sum(one.micros for one in paid),
    )
