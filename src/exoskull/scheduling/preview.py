"""`schedule preview`: the slots of a job to come, for a zone."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from itertools import takewhile

from whenever import Instant, PlainDateTime

from exoskull.kit.errors import InvalidInput
from exoskull.scheduling.catalogue import CATALOGUE, EVENING_AT, MORNING_AT, find_job
from exoskull.scheduling.model import Cycle, Job, Slot
from exoskull.scheduling.slots import slots_from, wall_time
from exoskull.scheduling.zones import parse_zone

DAYS_MAX = 36_600
FIRST_YEAR, LAST_YEAR = 1900, 2200


def preview(
    *,
    job: str,
    timezone: str,
    start: str,
    days: int,
    hour: str | None = None,
    catalogue: Mapping[str, Job] = CATALOGUE,
) -> Iterator[dict[str, str]]:
    """The slots of `job` in `days` local days from `start`, each as `{job, slot, local, utc}`.

    Args:
        job: its name in the catalogue.
        timezone: IANA name of the person's zone, in any case.
        start: ISO 8601 date, local date and time, or instant with an offset; a slot at that very
            instant is included.
        days: 1 to 36600; ends before the same wall time so many local days later.
        hour: `HH:MM`, the local wall time of a daily, weekly or monthly job, in place of its own
            or of the default hours (07:30 and 20:30). A cycle does not depend on it.

    Raises:
        InvalidInput: `job.unknown`, `timezone.unknown`, `schedule.invalid_start`,
            `schedule.invalid_days` or `schedule.invalid_hour`; before the first slot.
    """
    found, zone = find_job(job, catalogue), parse_zone(timezone)
    wall = _parse_hour(hour) if hour is not None else None
    begin, shown = _parse_start(start, zone)
    if not 1 <= days <= DAYS_MAX:
        raise InvalidInput("schedule.invalid_days", field="days", value=days, most=DAYS_MAX)
    end = shown + timedelta(days=days)
    if isinstance(found.rule, Cycle):
        slots = _cycles(found, zone, begin, _instant(end, zone))
    else:
        wall = wall or wall_time(found.rule, morning_at=MORNING_AT, evening_at=EVENING_AT)
        slots = _dates(found, zone, wall or MORNING_AT, begin, shown, end)
    return (
        {"job": found.name, "slot": slot.slot, "local": slot.local, "utc": slot.utc}
        for slot in slots
    )


def _cycles(job: Job, zone: str, begin: datetime, end: datetime) -> Iterator[Slot]:
    slots = slots_from(job.rule, zone, None, begin.isoformat())
    return takewhile(lambda slot: slot.at < end, slots)


def _dates(
    job: Job, zone: str, wall: time, begin: datetime, shown: datetime, end: datetime
) -> Iterator[Slot]:
    """The slots of dates from `begin`, whose clocks show `shown`, until they show `end`."""

    def before_end(slot: Slot) -> bool:  # by the date it is for, wherever a gap moves it
        return datetime.combine(date.fromisoformat(slot.slot), wall) < end

    slots = slots_from(job.rule, zone, wall, shown.date().isoformat())
    return (slot for slot in takewhile(before_end, slots) if slot.at >= begin)


def _parse_hour(value: str) -> time:
    try:
        parsed = datetime.strptime(value, "%H:%M").time()  # noqa: DTZ007 a wall time has no zone
    except ValueError as error:
        raise InvalidInput("schedule.invalid_hour", field="hour", value=value[:64]) from error
    return parsed


def _parse_start(value: str, zone: str) -> tuple[datetime, datetime]:
    """The instant, UTC, and what the zone's clocks show then or, in a gap, should have shown."""
    try:
        parsed = datetime.fromisoformat(value)
        if parsed.tzinfo is None:
            begin, shown = _instant(parsed, zone), parsed
        else:
            begin = parsed.astimezone(UTC)
            shown = Instant(begin).to_tz(zone).to_plain().to_stdlib()
    except (ValueError, OverflowError) as error:
        raise InvalidInput("schedule.invalid_start", field="from", value=value[:64]) from error
    if not FIRST_YEAR <= shown.year <= LAST_YEAR:
        raise InvalidInput("schedule.invalid_start", field="from", value=value[:64])
    return begin, shown


def _instant(plain: datetime, zone: str) -> datetime:
    when = PlainDateTime(plain).assume_tz(zone, disambiguation="compatible")
    return when.to_instant().to_stdlib()
