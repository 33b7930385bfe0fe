"""Settings as they come in, checked into a tenant."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, time
from typing import Any

from exoskull.channels.addresses import parse_email, parse_phone
from exoskull.channels.model import ChannelName
from exoskull.kit.errors import InvalidInput
from exoskull.kit.ids import TenantId
from exoskull.kit.text import storable
from exoskull.language.model import Language
from exoskull.scheduling.zones import parse_zone
from exoskull.tenants.model import Tenant
from exoskull.tenants.weeks import WeekStart

NAME_MAX = 64
SETTABLE = frozenset(
    {
        "name",
        "language",
        "timezone",
        "email",
        "phone",
        "channels",
        "quiet_from",
        "quiet_until",
        "morning_at",
        "evening_at",
        "ai_budget_cents",
        "week_starts",
    }
)


def new_tenant(
    *,
    tenant_id: TenantId,
    at: datetime,
    name: str,
    language: str,
    timezone: str,
    email: str | None = None,
    phone: str | None = None,
) -> Tenant:
    """A tenant with every default of the product, created at `at`.

    Raises:
        InvalidInput: naming the field that cannot be accepted.
    """
    tenant = Tenant(
        tenant_id=tenant_id,
        name=parse_name(name),
        language=parse_language(language),
        timezone=parse_timezone(timezone),
        email=parse_setting("email", email),
        phone=parse_setting("phone", phone),
        channels=(),
        quiet_from=time(22),
        quiet_until=time(7),
        morning_at=time(7, 30),
        evening_at=time(20, 30),
        ai_budget_cents=50,
        paused_until=None,
        created_at=at,
        onboarded_at=None,
    )
    return replace(tenant, channels=_reachable(tenant))


def with_settings(tenant: Tenant, changes: Mapping[str, Any]) -> Tenant:
    """`tenant` with `changes` applied; channels follow addresses that are given for the first time.

    Raises:
        InvalidInput: an unknown setting, or a value that cannot be accepted, by field.
    """
    parsed = {name: parse_setting(name, value) for name, value in changes.items()}
    changed = replace(tenant, **parsed)
    if "channels" not in parsed:
        fresh = set(_reachable(changed)) - set(_reachable(tenant))
        keep = [c for c in changed.channels if c in _reachable(changed)]
        channels = (*keep, *sorted(fresh - set(keep)))
        changed = replace(changed, channels=channels)
    return changed


def _reachable(tenant: Tenant) -> tuple[ChannelName, ...]:
    return tuple(
        channel
        for channel in (ChannelName.IN_APP, ChannelName.EMAIL, ChannelName.SMS)
        if channel is ChannelName.IN_APP or tenant.address(channel)
    )


def parse_setting(name: str, value: Any) -> Any:
    """The value of one setting, checked; raises InvalidInput naming it as the field."""
    if name not in SETTABLE:
        raise InvalidInput("settings.unknown", field=name, name=name)
    match name:
        case "name":
            return parse_name(value)
        case "language":
            return parse_language(value)
        case "timezone":
            return parse_timezone(value)
        case "email":
            return parse_email(str(value)) if value else None
        case "phone":
            return parse_phone(str(value)) if value else None
        case "channels":
            return _parse_channels(value)
        case "ai_budget_cents":
            if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 1_000_000:
                raise InvalidInput("settings.invalid", field=name, name=name, value=str(value))
            return value
        case "week_starts":
            return _parse_week_start(value)
        case _:
            return parse_wall_time(value, field=name)


def parse_name(value: Any) -> str:
    name = storable(str(value)).strip()
    if not 1 <= len(name) <= NAME_MAX or not name.isprintable():
        raise InvalidInput("name.invalid", field="name", limit=NAME_MAX)
    return name


def parse_language(value: Any) -> Language:
    try:
        return Language(value)
    except ValueError as error:
        raise InvalidInput("language.unknown", field="language", value=str(value)) from error


def parse_timezone(value: Any) -> str:
    """The IANA name of the zone; raises as `parse_zone`."""
    return parse_zone(str(value))


def parse_wall_time(value: Any, *, field: str) -> time:
    """A local time of day, `HH:MM`."""
    if isinstance(value, time):
        return value
    try:
        hours, minutes = str(value).split(":")[:2]
        return time(int(hours), int(minutes))
    except ValueError as error:
        raise InvalidInput("settings.invalid", field=field, name=field, value=str(value)) from error


def _parse_week_start(value: Any) -> WeekStart | None:
    if value is None:
        return None
    try:
        return WeekStart(value)
    except ValueError as error:
        raise InvalidInput("week_start.unknown", field="week_starts", value=str(value)) from error


def _parse_channels(value: Any) -> tuple[ChannelName, ...]:
    try:
        return tuple(dict.fromkeys(ChannelName(item) for item in value))
    except (TypeError, ValueError) as error:
        raise InvalidInput(
            "settings.invalid", field="channels", name="channels", value=str(value)
        ) from error
