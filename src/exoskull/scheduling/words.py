"""Jobs and what became of them, in the person's language. Pure."""

from datetime import time

from exoskull.i18n import has, local_time, text, why_not
from exoskull.scheduling.model import (
    CatchUp,
    Coalesce,
    Cycle,
    Daily,
    DropAfter,
    Job,
    Monthly,
    RunLate,
    Weekly,
)


def job_name(job: str, language: str) -> str:
    """What people call the job."""
    return text(language, f"job-{job}") if has(f"job-{job}", language) else job


def about(job: str, language: str) -> str:
    """What it does, in a sentence."""
    return text(language, f"job-{job}-about") if has(f"job-{job}-about", language) else job


def how_often(job: Job, wall_at: time | None, language: str) -> str:
    """ "every day at 7:30", "every 15 minutes"."""
    at = local_time(wall_at, language) if wall_at is not None else ""
    match job.rule:
        case Cycle(minutes=minutes):
            return text(language, "schedule-every", count=minutes)
        case Daily():
            return text(language, "schedule-daily", time=at)
        case Weekly(day=day):
            return text(language, "schedule-weekly", weekday=day + 1, time=at)
        case Monthly(day=day):
            return text(language, "schedule-monthly", day=day, time=at)


def when_late(catch_up: CatchUp, language: str) -> str:
    """What becomes of slots that came while nobody worked, in a sentence."""
    match catch_up:
        case Coalesce():
            return text(language, "schedule-late-coalesce")
        case RunLate():
            return text(language, "schedule-late-run_late")
        case DropAfter(late=late):
            hours = late.total_seconds() / 3600
            return text(language, "schedule-late-drop_after", count=hours)


def catch_up_name(catch_up: CatchUp) -> str:
    """`coalesce`, `run_late` or `drop_after`."""
    match catch_up:
        case Coalesce():
            return "coalesce"
        case RunLate():
            return "run_late"
        case DropAfter():
            return "drop_after"


def because(reason: str | None, language: str) -> str | None:
    """Why a slot ended as it did, as a sentence; None where there is nothing to say."""
    return None if reason is None else why_not(reason, language)
