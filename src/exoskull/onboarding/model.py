"""An invitation: a link by which somebody else makes a space of their own."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

INVITATION_LASTS = timedelta(days=7)

OPEN_MAX = 50
"""Open invitations of one person at the same time."""


class InvitationState(StrEnum):
    """What has become of an invitation."""

    OPEN = "open"
    USED = "used"
    REVOKED = "revoked"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """One link, without its secret. `label`: whom it is for, in the inviter's words."""

    id: UUID
    label: str
    created_at: datetime
    expires_at: datetime
    used_at: datetime | None
    revoked_at: datetime | None

    def state(self, at: datetime) -> InvitationState:
        """What has become of it by `at`."""
        if self.used_at is not None:
            return InvitationState.USED
        if self.revoked_at is not None:
            return InvitationState.REVOKED
        return InvitationState.EXPIRED if self.expires_at <= at else InvitationState.OPEN
