"""What every way out can do."""

from datetime import datetime
from typing import Protocol

from exoskull.channels.model import Delivery, Finding, Health, Result, StatusUpdate


class Adapter(Protocol):
    """One provider on one channel. Holds no state of the program and never raises for what a
    provider, a network or an address does: that is a Result."""

    @property
    def provider(self) -> str:
        """The provider's name: "smtp", "twilio", "null", "recording"."""
        ...

    async def send(self, delivery: Delivery, at: datetime) -> Result:
        """Hand `delivery` over, once, within the adapter's own time-out.

        `at`, aware, is the time of the attempt: it dates the message. Cancelled from outside,
        the outcome is to be taken as Unknown.
        """
        ...

    async def find(
        self, delivery: Delivery, attempted_at: datetime, at: datetime
    ) -> Finding | None:
        """What became of an attempt that ended as Unknown, or in a crash.

        Args:
            delivery: the same delivery, word for word.
            attempted_at: when the attempt in doubt began.
            at: the present instant.

        Returns:
            Sent or Rejected where the provider has it; Absent where it certainly has not; None
            where it cannot be told, now (it does not answer, the attempt is too fresh) or ever
            (SMTP).
        """
        ...

    async def status(self, receipt: str) -> StatusUpdate | None:
        """How far the message of `receipt` has come; None where that cannot be told."""
        ...

    async def check(self) -> Health:
        """Whether a message could be sent now; sends none."""
        ...
