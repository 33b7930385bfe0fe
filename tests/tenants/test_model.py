from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import pytest

from exoskull.channels.model import ChannelName
from exoskull.kit.ids import TenantId
from exoskull.tenants.model import Tenant
from exoskull.tenants.parse import new_tenant, with_settings


def person(zone: str = "Europe/Warsaw", quiet: str = "22:00-07:00") -> Tenant:
    made = new_tenant(
        tenant_id=TenantId(UUID(int=1)),
        at=datetime(2026, 1, 1, tzinfo=UTC),
        name="anna",
        language="pl",
        timezone=zone,
    )
    start, end = quiet.split("-")
    return with_settings(made, {"quiet_from": start, "quiet_until": end})


@pytest.mark.parametrize(
    ("quiet", "wall", "is_quiet"),
    [
        ("22:00-07:00", "21:59", False),
        ("22:00-07:00", "22:00", True),
        ("22:00-07:00", "00:00", True),
        ("22:00-07:00", "06:59", True),
        ("22:00-07:00", "07:00", False),
        ("13:00-15:00", "12:59", False),
        ("13:00-15:00", "14:00", True),
        ("13:00-15:00", "15:00", False),
        ("08:00-08:00", "08:00", False),
        ("00:00-00:00", "00:00", False),
    ],
)
def test_quiet_hours_hold_from_their_start_until_before_their_end(
    quiet: str, wall: str, is_quiet: bool
) -> None:
    one = person(quiet=quiet)
    at = one.at_wall(date(2026, 3, 3), time.fromisoformat(wall))
    assert one.is_quiet(at) is is_quiet


def test_quiet_hours_end_on_the_next_morning() -> None:
    evening = datetime(2026, 3, 2, 22, 30, tzinfo=UTC)  # 23:30 in Warsaw
    assert person().quiet_end(evening) == datetime(2026, 3, 3, 6, 0, tzinfo=UTC)
    assert person().quiet_end(datetime(2026, 3, 3, 3, tzinfo=UTC)).hour == 6
    noon = datetime(2026, 3, 3, 12, tzinfo=UTC)
    assert person().quiet_end(noon) == noon


def test_a_wall_time_in_a_gap_comes_as_much_later() -> None:
    one = person("America/New_York")
    skipped = one.at_wall(date(2026, 3, 8), time(2, 30))
    assert one.local(skipped).time() == time(3, 30)
    assert skipped == datetime(2026, 3, 8, 7, 30, tzinfo=UTC)


def test_a_wall_time_that_comes_twice_is_the_first() -> None:
    one = person("America/New_York")
    assert one.at_wall(date(2026, 11, 1), time(1, 30)) == datetime(2026, 11, 1, 5, 30, tzinfo=UTC)


def test_quiet_hours_that_end_in_the_hour_that_comes_twice_never_end_in_the_past() -> None:
    one = person("America/New_York", "22:00-01:30")
    again = datetime(2026, 11, 1, 6, 10, tzinfo=UTC)  # 1:10 for the second time
    assert one.is_quiet(again)
    assert one.quiet_end(again) == datetime(2026, 11, 1, 6, 30, tzinfo=UTC)


def test_quiet_hours_over_a_day_that_never_was_end_on_the_next_real_morning() -> None:
    one = person("Pacific/Apia")
    late = datetime(2011, 12, 30, 9, 30, tzinfo=UTC)  # 23:30 on the 29th; no 30th comes
    end = one.quiet_end(late)
    assert not one.is_quiet(end)
    assert one.local(end).date() == date(2011, 12, 31)


@pytest.mark.parametrize(
    ("zone", "at", "end"),
    [
        ("Europe/Warsaw", datetime(2026, 3, 28, 23, 30, tzinfo=UTC), "2026-03-30T00:00+02:00"),
        ("Africa/Cairo", datetime(2026, 4, 23, 20, 0, tzinfo=UTC), "2026-04-24T01:00+03:00"),
        ("America/New_York", datetime(2026, 11, 1, 5, 30, tzinfo=UTC), "2026-11-02T00:00-05:00"),
    ],
)
def test_a_day_ends_where_the_next_begins(zone: str, at: datetime, end: str) -> None:
    ends = person(zone).day_end(at)
    assert ends == datetime.fromisoformat(end)
    assert person(zone).local_date(ends) > person(zone).local_date(at)
    just_before = ends - timedelta(seconds=1)
    assert person(zone).local_date(just_before) == person(zone).local_date(at)


def test_only_mail_and_sms_have_addresses() -> None:
    one = with_settings(person(), {"email": "a@example.org", "phone": "+48600100200"})
    assert one.address(ChannelName.EMAIL) == "a@example.org"
    assert one.address(ChannelName.SMS) == "+48600100200"
    assert one.address(ChannelName.IN_APP) is None
