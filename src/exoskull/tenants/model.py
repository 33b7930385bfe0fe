"""A tenant and what follows from its settings: local time, quiet hours, pause."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from exoskull.channels.model import ChannelName
from exoskull.kit.ids import TenantId
from exoskull.language.model import Language
from exoskull.tenants.weeks import WeekStart, usual_week_start

FOR_GOOD = datetime(9999, 1, 1, tzinfo=UTC)
"""`paused_until` of a person who opted out: until they say otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenant:
    """One person's settings. Times of day are local, in `timezone` (an IANA name)."""

    tenant_id: TenantId
    name: str
    language: Language
    timezone: str
    email: str | None
    phone: str | None
    channels: tuple[ChannelName, ...]
    quiet_from: time
    quiet_until: time
    morning_at: time
    evening_at: time
    ai_budget_cents: int
    paused_until: datetime | None
    created_at: datetime
    onboarded_at: datetime | None
    week_starts: WeekStart | None = None

    @property
    def first_weekday(self) -> WeekStart:
        """On which day the person's weeks begin: as they said, else as is usual where they are."""
        return self.week_starts or usual_week_start(self.language, self.timezone)

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    def local(self, at: datetime) -> datetime:
        """`at` as the person's wall clock shows it."""
        return at.astimezone(self.zone)

    def local_date(self, at: datetime) -> date:
        """The person's calendar date at `at`."""
        return self.local(at).date()

    def is_paused(self, at: datetime) -> bool:
        return self.paused_until is not None and at < self.paused_until

    def is_quiet(self, at: datetime) -> bool:
        """Whether `at` falls in quiet hours; they may span midnight, and none are set where both
        ends are the same."""
        now = self.local(at).time().replace(tzinfo=None)
        if self.quiet_from <= self.quiet_until:
            return self.quiet_from <= now < self.quiet_until
        return now >= self.quiet_from or now < self.quiet_until

    def quiet_end(self, at: datetime) -> datetime:
        """When quiet hours are over: `at` itself, or the next instant at which the person's clock
        shows their end, in UTC; in a gap of the clock, as `at_wall`."""
        while self.is_quiet(at):  # again where a gap of the clock leads into the next quiet hours
            local = self.local(at)
            day = local.date()
            if local.time() >= self.quiet_until:
                day += timedelta(days=1)
            end = self.at_wall(day, self.quiet_until)
            if end <= at:  # the clocks went back: it shows the end a second time
                second = datetime.combine(day, self.quiet_until, tzinfo=self.zone)
                end = second.replace(fold=1).astimezone(UTC)
            at = end
        return at

    def at_wall(self, day: date, wall: time) -> datetime:
        """The instant, in UTC, when the person's clock first shows `wall` on `day`; where a clock
        change leaves that out, as much later as the clocks went forward (2:30 becomes 3:30)."""
        return datetime.combine(day, wall, tzinfo=self.zone).astimezone(UTC)

    def day_end(self, at: datetime) -> datetime:
        """The instant, in UTC, at which the person's next day begins."""
        return self.at_wall(self.local_date(at) + timedelta(days=1), time(0))

    def address(self, channel: ChannelName) -> str | None:
        """Where `channel` reaches the person; None for in-app, or where there is no address."""
        return {ChannelName.EMAIL: self.email, ChannelName.SMS: self.phone}.get(channel)


class Scope(StrEnum):
    """What a token may do; each may do what those before it may, too.

    READ: look. WRITE: what a person does every day. ADMIN: also settings, grants and ways in.
    """

    READ = "read"
    WRITE = "write"
    ADMIN = "admin"

    def covers(self, needed: "Scope") -> bool:
        """Whether a token of this scope may do what needs `needed`."""
        order = list(Scope)
        return order.index(self) >= order.index(needed)


class Credential(StrEnum):
    """What a secret opens: a one-time link, a browser session, or the API."""

    LOGIN_LINK = "login_link"
    SESSION = "session"
    API = "api"
