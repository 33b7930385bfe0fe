"""What the assistant has at hand while it works on one message."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.i18n import text
from exoskull.interventions.model import Intervention
from exoskull.kit.ids import Ids, TraceId
from exoskull.sandbox.seal import Seal
from exoskull.signals.model import Source
from exoskull.tenants.model import Tenant


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """One message at work: `tx` is its transaction, `tenant` as it was when it came in.
    `reply_to`: the delivery that it answers, where that is known. `seal`: what tells runs of skills
    that wait from forged ones; None: none can go on from here."""

    tx: Transaction
    tenant: Tenant
    at: datetime
    ids: Ids
    trace: TraceId
    message_id: UUID
    via: str
    source: Source = Source.MESSAGE
    reply_to: Intervention | None = None
    seal: Seal | None = None

    @property
    def now(self) -> datetime:
        """The present, in the person's zone."""
        return self.tenant.local(self.at)

    def say(self, key: str, /, **args: Any) -> str:
        """The text `key` in the person's language."""
        return text(self.tenant.language.value, key, **args)
