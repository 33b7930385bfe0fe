"""What a person was learned, or said, to like best: the channel and the hour."""

from exoskull.channels.model import ChannelName
from exoskull.database.transaction import Transaction
from exoskull.ledger import preferences
from exoskull.ledger.arms import HOURS
from exoskull.ledger.model import Preference


async def channels(tx: Transaction) -> tuple[ChannelName, ...]:
    """The channels that the person prefers, best first: by their own word, then by what was
    learned; those that they asked to be spared are none of them."""
    return tuple(ChannelName(level) for level in await _levels(tx, "channel"))


async def hour(tx: Transaction) -> str | None:
    """The local hour, "HH:MM", that the person prefers, by their word or as learned; None where
    neither says so."""
    found = await _levels(tx, "hour")
    return f"{HOURS[found[0]]:%H:%M}" if found else None


async def _levels(tx: Transaction, factor: str) -> list[str]:
    said = [one for one in await preferences.corrections(tx) if one.factor == factor]
    spared = {one.level for one in said if one.wish != "prefer"}
    wished = [one.level for one in said if one.wish == "prefer"]
    learned = [
        one
        for one in await preferences.current(tx)
        if one.factor == factor and one.spoken and _gain(one) > 0
    ]
    learned.sort(key=_gain, reverse=True)
    levels = dict.fromkeys([*wished, *(one.level for one in learned)])
    return [level for level in levels if level not in spared]


def _gain(one: Preference) -> float:
    """How much better it does than the others, in units of the outcome."""
    return one.statement["expected"] - one.statement["expected_other"]
