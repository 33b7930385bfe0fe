"""A channel that nobody has set up."""

from datetime import datetime

from exoskull.channels.model import Delivery, Health, Rejected

_REASON = "channel.not_configured"


class NullAdapter:
    """Refuses every message, and says why."""

    provider = "null"

    async def send(self, delivery: Delivery, at: datetime) -> Rejected:
        return Rejected(reason=_REASON, permanent=False)

    async def find(self, delivery: Delivery, attempted_at: datetime, at: datetime) -> None:
        return None

    async def status(self, receipt: str) -> None:
        return None

    async def check(self) -> Health:
        return Health(ok=False, reason=_REASON)
