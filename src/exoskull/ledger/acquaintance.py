"""Getting acquainted: every way to a person is tried once before any is tried again. Pure.

A learner that starts from nothing, and meets somebody who answers in one way only, may never come
across it: what was ignored so far speaks against what was not tried. So the first messages go
round: each channel at each hour once, in an order that is drawn, until something is answered.
"""

from collections.abc import Collection, Sequence

from exoskull.learning import Arm
from exoskull.learning.constraints import SEND, Constraint, Wish

Way = tuple[str, str]
"""A channel and an hour."""

MESSAGES_MAX = 20
"""After so many messages that were sent, people are acquainted, answered or not."""

ASKS_TO_SEND = Constraint(wish=Wish.PREFER, factor=SEND)
"""While getting acquainted something is sent at the highest probability there is."""


def way(arm: Arm) -> Way:
    """The way that an arm goes."""
    return str(arm.channel), str(arm.hour)


def untried(
    arms: Sequence[Arm], *, tried: Collection[Way], sent: int, answered: bool
) -> Sequence[Arm] | None:
    """The arms to draw from while getting acquainted: those of ways not tried yet.

    Args:
        arms: what is possible now.
        tried: the ways that were tried, or are about to be.
        sent: how many messages were sent.
        answered: whether any was answered.

    Returns:
        None where people are acquainted: something was answered, everything possible was tried, or
        enough was sent.
    """
    if answered or sent >= MESSAGES_MAX:
        return None
    return [arm for arm in arms if way(arm) not in tried] or None
