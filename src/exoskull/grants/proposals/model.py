"""A proposal: a lasting rule that the person's own answers suggest."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NewType
from uuid import UUID

from exoskull.grants.model import Action, Terms

ProposalId = NewType("ProposalId", UUID)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the person said when asked about one act, on which local date, and what it cost."""

    action: Action
    approved: bool
    at: datetime
    local_date: date
    cost_cents: int = 0


class ProposalState(StrEnum):
    """OPEN: waits for the person; silence leaves it so. VOID: overtaken by a rule."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    VOID = "void"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A rule that behaviour suggests: "you approved this five times: allow it?"

    It changes nothing until the person says yes to it.
    """

    id: ProposalId
    terms: Terms
    approvals: int
    first_at: datetime
    last_at: datetime
    state: ProposalState
    created_at: datetime
    closed_at: datetime | None = None
