"""What is let go after how long. What stands in no rule is kept for good."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

TRACES_LEAST_DAYS = 365
"""What a chain (`exoskull trace`) needs stays for a year at least."""


class Term(StrEnum):
    """Which of the operator's two terms a rule follows."""

    CLOCKWORK = "clockwork"
    TRACES = "traces"


@dataclass(frozen=True, slots=True, kw_only=True)
class Keep:
    """How long to keep, in days of 24 hours.

    `runs_days`: what the clock did (runs, their events, cycles that found nothing, spent secrets).
    `traces_days`: what a chain is told from; 365 at least.
    """

    runs_days: int = 90
    traces_days: int = 400

    def before(self, term: Term, at: datetime) -> datetime:
        """What is older than this may go."""
        days = self.runs_days if term is Term.CLOCKWORK else self.traces_days
        return at - timedelta(days=days)
