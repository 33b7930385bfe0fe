from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from uuid import UUID
from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exoskull.interventions.model import DAILY_MAX, SPACING
from exoskull.interventions.timing import Drop, Go, Wait, when
from exoskull.kit.ids import TenantId
from exoskull.tenants.model import FOR_GOOD, Tenant
from exoskull.tenants.parse import new_tenant

ODD_ZONES = ("America/New_York", "Australia/Lord_Howe", "America/Nuuk", "Africa/Cairo")


def person(zone: str = "Europe/Warsaw", **changes: object) -> Tenant:
    made = new_tenant(
        tenant_id=TenantId(UUID(int=1)),
        at=datetime(2026, 1, 1, tzinfo=UTC),
        name="anna",
        language="pl",
        timezone=zone,
    )
    return replace(made, **changes)


walls = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30, 59]))
instants = st.datetimes(
    datetime(2024, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC)
) | st.builds(  # round the changes of clocks
    lambda day, minutes: day + timedelta(minutes=minutes),
    st.sampled_from(
        [
            datetime(2026, 3, 8, 7, tzinfo=UTC),
            datetime(2026, 11, 1, 6, tzinfo=UTC),
            datetime(2026, 3, 29, 1, tzinfo=UTC),
            datetime(2026, 10, 25, 1, tzinfo=UTC),
            datetime(2026, 4, 4, 15, tzinfo=UTC),
            datetime(2011, 12, 30, 10, tzinfo=UTC),
        ]
    ),
    st.integers(-1500, 1500),
)
waits = st.timedeltas(timedelta(), timedelta(days=3))
people = st.builds(
    person,
    st.sampled_from(sorted(available_timezones())) | st.sampled_from(ODD_ZONES),
    quiet_from=walls,
    quiet_until=walls,
)


@st.composite
def questions(draw: st.DrawFn) -> tuple[Tenant, datetime, datetime, int, datetime | None]:
    at = draw(instants)
    paused = draw(st.none() | st.just(FOR_GOOD) | waits.map(lambda wait: at + wait))
    tenant = replace(draw(people), paused_until=paused)
    expires_at = at + draw(st.timedeltas(timedelta(hours=-1), timedelta(days=4)))
    last_at = draw(st.none() | waits.map(lambda ago: at - ago))
    return tenant, at, expires_at, draw(st.integers(0, DAILY_MAX + 2)), last_at


@given(questions())
def test_nothing_leaves_while_anything_speaks_against_it(
    question: tuple[Tenant, datetime, datetime, int, datetime | None],
) -> None:
    tenant, at, expires_at, sent_today, last_at = question
    verdict = when(tenant, at, expires_at=expires_at, sent_today=sent_today, last_at=last_at)
    reasons = {
        "expired": at >= expires_at,
        "paused": tenant.is_paused(at),
        "quiet_hours": tenant.is_quiet(at),
        "daily_limit": sent_today >= DAILY_MAX,
        "spacing": last_at is not None and at < last_at + SPACING,
    }
    assert isinstance(verdict, Go) == (not any(reasons.values()))
    if not isinstance(verdict, Go):
        assert reasons[verdict.reason]


@given(questions())
def test_a_wait_ends_later_at_a_moment_when_it_may_leave_and_in_time(
    question: tuple[Tenant, datetime, datetime, int, datetime | None],
) -> None:
    tenant, at, expires_at, sent_today, last_at = question
    verdict = when(tenant, at, expires_at=expires_at, sent_today=sent_today, last_at=last_at)
    if not isinstance(verdict, Wait):
        return
    assert at < verdict.until < expires_at
    assert not tenant.is_quiet(verdict.until)
    assert not tenant.is_paused(verdict.until)
    if verdict.reason == "spacing":
        assert last_at is not None
        assert verdict.until >= last_at + SPACING
    if verdict.reason == "daily_limit":
        assert tenant.local_date(verdict.until) > tenant.local_date(at)


@given(questions())
def test_dropped_only_where_waiting_would_outlive_its_point(
    question: tuple[Tenant, datetime, datetime, int, datetime | None],
) -> None:
    tenant, at, expires_at, sent_today, last_at = question
    verdict = when(tenant, at, expires_at=expires_at, sent_today=sent_today, last_at=last_at)
    if isinstance(verdict, Drop) and verdict.reason != "expired":
        patient = when(tenant, at, expires_at=FOR_GOOD, sent_today=sent_today, last_at=last_at)
        assert isinstance(patient, Drop | Wait)
        assert isinstance(patient, Drop) or patient.until >= expires_at


def _walk(tenant: Tenant, start: datetime, days: int) -> Iterator[datetime]:
    at = start
    while at < start + timedelta(days=days):
        yield at
        at += timedelta(minutes=5)


@pytest.mark.parametrize(
    ("zone", "start"),
    [
        ("America/New_York", datetime(2026, 3, 7, 12, tzinfo=UTC)),
        ("America/New_York", datetime(2026, 10, 31, 12, tzinfo=UTC)),
        ("Australia/Lord_Howe", datetime(2026, 4, 4, 0, tzinfo=UTC)),
        ("Pacific/Apia", datetime(2011, 12, 29, 0, tzinfo=UTC)),
    ],
)
@pytest.mark.parametrize(("quiet_from", "quiet_until"), [(22, 7), (0, 1), (1, 2), (23, 2), (1, 1)])
def test_quiet_hours_end_at_the_first_moment_outside_them_over_every_change_of_the_clock(
    zone: str, start: datetime, quiet_from: int, quiet_until: int
) -> None:
    tenant = person(zone, quiet_from=time(quiet_from), quiet_until=time(quiet_until, 30))
    if quiet_from == quiet_until:
        tenant = person(zone, quiet_from=time(quiet_from), quiet_until=time(quiet_until))
    walked = list(_walk(tenant, start, 4))
    for index, at in enumerate(walked[: 3 * 288]):
        end = tenant.quiet_end(at)
        assert not tenant.is_quiet(end)
        loud = next(one for one in walked[index:] if not tenant.is_quiet(one))
        shown = tenant.local(end).time()
        # 2:30 is left out in New York on 8 March: it ends as much later as the clocks went forward.
        late = timedelta(0 if end == at or shown == tenant.quiet_until else 0.5 / 24)
        assert at <= end <= loud + late
        assert end > loud - timedelta(minutes=5)


def test_a_message_that_waits_for_the_spacing_does_not_wait_into_the_night() -> None:
    at = datetime(2026, 3, 2, 20, 50, tzinfo=UTC)  # 21:50 in Warsaw
    verdict = when(
        person(),
        at,
        expires_at=at + timedelta(hours=12),
        sent_today=1,
        last_at=at - timedelta(minutes=5),
    )
    assert verdict == Wait(until=datetime(2026, 3, 3, 6, 0, tzinfo=UTC), reason="spacing")


def test_over_the_days_limit_a_reminder_waits_for_the_morning_and_a_nudge_is_dropped() -> None:
    at = datetime(2026, 3, 2, 20, 0, tzinfo=UTC)

    def ask(keeps: timedelta) -> object:
        return when(person(), at, expires_at=at + keeps, sent_today=DAILY_MAX, last_at=None)

    assert ask(timedelta(hours=12)) == Wait(
        until=datetime(2026, 3, 3, 6, 0, tzinfo=UTC), reason="daily_limit"
    )
    assert ask(timedelta(hours=3)) == Drop(reason="daily_limit")


def test_a_person_who_opted_out_is_never_waited_for() -> None:
    at = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
    paused = person(paused_until=FOR_GOOD)
    verdict = when(paused, at, expires_at=FOR_GOOD, sent_today=0, last_at=None)
    assert verdict == Drop(reason="paused")
