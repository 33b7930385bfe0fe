"""A channel that keeps what it is given, for replays and simulations."""

from dataclasses import dataclass
from datetime import datetime

from exoskull.channels.model import (
    Absent,
    ChannelName,
    Delivery,
    DeliveryState,
    Health,
    Sent,
    StatusUpdate,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """A delivery as it was given, when, and under which receipt."""

    delivery: Delivery
    at: datetime
    receipt: str


class RecordingAdapter:
    """Accepts everything; receipts count up: `rec-sms-000001`.

    `sent` keeps each delivery in order, a key given twice twice: a replay must show a duplicate.
    """

    provider = "recording"

    def __init__(self, channel: ChannelName) -> None:
        self._channel = channel
        self.sent: list[Recorded] = []

    async def send(self, delivery: Delivery, at: datetime) -> Sent:
        receipt = f"rec-{self._channel}-{len(self.sent) + 1:06}"
        self.sent.append(Recorded(delivery=delivery, at=at, receipt=receipt))
        return Sent(receipt=receipt, provider=self.provider)

    async def find(self, delivery: Delivery, attempted_at: datetime, at: datetime) -> Sent | Absent:
        for recorded in self.sent:
            if recorded.delivery.idempotency_key == delivery.idempotency_key:
                return Sent(receipt=recorded.receipt, provider=self.provider)
        return Absent()

    async def status(self, receipt: str) -> StatusUpdate | None:
        for recorded in self.sent:
            if recorded.receipt == receipt:
                return StatusUpdate(
                    receipt=receipt,
                    state=DeliveryState.DELIVERED,
                    provider=self.provider,
                    idempotency_key=recorded.delivery.idempotency_key,
                )
        return None

    async def check(self) -> Health:
        return Health(ok=True, reason="channel.ready")
