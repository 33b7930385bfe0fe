from dataclasses import replace
from datetime import UTC, datetime, time
from typing import Any
from uuid import UUID

import pytest

from exoskull.channels.model import ChannelName
from exoskull.kit.errors import InvalidInput
from exoskull.kit.ids import TenantId
from exoskull.language.model import Language
from exoskull.tenants.model import Tenant
from exoskull.tenants.parse import SETTABLE, new_tenant, parse_timezone, with_settings

IN_APP, EMAIL, SMS = ChannelName.IN_APP, ChannelName.EMAIL, ChannelName.SMS


def anna(**parts: Any) -> Tenant:
    fields = {"name": "anna", "language": "pl", "timezone": "Europe/Warsaw"} | parts
    return new_tenant(
        tenant_id=TenantId(UUID(int=1)), at=datetime(2026, 3, 2, tzinfo=UTC), **fields
    )


def test_a_new_tenant_has_the_defaults_of_the_product() -> None:
    one = anna()
    assert (one.quiet_from, one.quiet_until) == (time(22), time(7))
    assert (one.morning_at, one.evening_at) == (time(7, 30), time(20, 30))
    assert (one.ai_budget_cents, one.paused_until) == (50, None)
    assert one.channels == (IN_APP,)
    assert anna(email="a@example.org", phone="+48 600 100 200").channels == (IN_APP, EMAIL, SMS)


@pytest.mark.parametrize(
    ("written", "zone"),
    [("europe/warsaw", "Europe/Warsaw"), ("AMERICA/NEW_YORK", "America/New_York"), ("utc", "UTC")],
)
def test_a_zone_is_known_whatever_its_case(written: str, zone: str) -> None:
    assert parse_timezone(written) == zone


@pytest.mark.parametrize(
    ("wrong", "suggested"),
    [
        ("Europe/Warszawa", "Europe/Warsaw"),
        ("Warsaw", "Europe/Warsaw"),
        ("America/NewYork", "America/New_York"),
        ("qqqq", "None"),
    ],
)
def test_an_unknown_zone_is_refused_with_near_ones(wrong: str, suggested: str) -> None:
    with pytest.raises(InvalidInput) as raised:
        anna(timezone=wrong)
    assert (raised.value.key, raised.value.field) == ("timezone.unknown", "timezone")
    assert suggested in str(raised.value.params["suggestions"])


@pytest.mark.parametrize(
    ("wrong", "key", "field"),
    [
        ({"name": ""}, "name.invalid", "name"),
        ({"name": "a\x07b"}, "name.invalid", "name"),
        ({"name": "x" * 65}, "name.invalid", "name"),
        ({"language": "de"}, "language.unknown", "language"),
        ({"language": None}, "language.unknown", "language"),
        ({"timezone": None}, "timezone.unknown", "timezone"),
        ({"timezone": "../etc/passwd"}, "timezone.unknown", "timezone"),
        ({"phone": "123"}, "phone.country_missing", "phone"),
        ({"phone": "+48 12"}, "phone.invalid", "phone"),
        ({"phone": "zadzwoń"}, "phone.invalid", "phone"),
        ({"phone": 48}, "phone.invalid", "phone"),
        ({"email": "anna"}, "email.invalid", "email"),
        ({"email": "anna@localhost"}, "email.invalid", "email"),
        ({"email": ["a@example.org"]}, "email.invalid", "email"),
    ],
)
def test_what_cannot_be_accepted_is_named_by_its_field(
    wrong: dict[str, Any], key: str, field: str
) -> None:
    with pytest.raises(InvalidInput) as raised:
        anna(**wrong)
    assert (raised.value.key, raised.value.field) == (key, field)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("quiet_from", "25:00"),
        ("quiet_until", "7"),
        ("morning_at", "07:60"),
        ("evening_at", None),
        ("morning_at", "-1:00"),
        ("ai_budget_cents", -1),
        ("ai_budget_cents", 1_000_001),
        ("ai_budget_cents", True),
        ("week_starts", "friday"),
        ("week_starts", 0),
        ("ai_budget_cents", "50"),
        ("channels", "sms"),
        ("channels", ["pigeon"]),
        ("channels", 5),
        ("paused_until", None),
        ("tenant_id", "x"),
        ("created_at", "x"),
    ],
)
def test_a_setting_that_makes_no_sense_changes_nothing(name: str, value: Any) -> None:
    with pytest.raises(InvalidInput) as raised:
        with_settings(anna(), {"language": "en", name: value})
    assert raised.value.field == name


def test_every_setting_can_be_set() -> None:
    changes = {
        "name": "ola",
        "language": "en",
        "timezone": "America/New_York",
        "email": "Ola@EXAMPLE.org",
        "phone": "+1 212 555 0123",
        "channels": ["sms"],
        "quiet_from": "23:15",
        "quiet_until": "06:00",
        "morning_at": "08:00",
        "evening_at": "21:00",
        "ai_budget_cents": 0,
        "week_starts": "sunday",
    }
    assert changes.keys() == SETTABLE
    changed = with_settings(anna(), changes)
    assert changed.language is Language("en")
    assert changed.email == "Ola@example.org"
    assert changed.phone == "+12125550123"
    assert changed.quiet_from == time(23, 15)
    assert changed.channels == (SMS,)


def test_channels_follow_an_address_given_for_the_first_time_and_taken_away() -> None:
    with_mail = with_settings(anna(), {"email": "a@example.org"})
    assert with_mail.channels == (IN_APP, EMAIL)
    assert with_settings(with_mail, {"email": None}).channels == (IN_APP,)


def test_a_channel_that_the_person_left_does_not_come_back_by_a_new_address() -> None:
    left = replace(anna(email="a@example.org"), channels=(IN_APP,))
    assert with_settings(left, {"email": "b@example.org"}).channels == (IN_APP,)
    assert with_settings(left, {"morning_at": "08:00"}).channels == (IN_APP,)
