"""How much a person has been written to lately: the `dose` of a decision's context."""

import math
from collections.abc import Iterable
from datetime import datetime, timedelta

FADES_IN = timedelta(days=2)  # after so long, a send counts 1 / e
FULL_PER_DAY = 8  # sends a day, every day, that make a dose of 1: the outbox's own limit


def dose(sent: Iterable[datetime], at: datetime) -> float:
    """The dose at `at` from the instants of earlier sends: 0 for none, 1 at 8 a day for long.

    A send just made adds 1/16 and fades with time. Later sends than `at` do not count.
    """
    ages = [(at - each) / FADES_IN for each in sent if each <= at]
    return sum(math.exp(-age) for age in ages) / (FULL_PER_DAY * (FADES_IN / timedelta(days=1)))
