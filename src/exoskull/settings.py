"""The settings of an installation, read once from EXOSKULL_* variables."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from exoskull.kit.errors import InvalidInput

LEVELS = {"debug": 10, "info": 20, "warning": 30, "error": 40, "critical": 50}
"""From which level on events are logged, by name."""


def default_home() -> Path:
    """`~/.exoskull`; for root `/var/lib/exoskull`, so that the database's own user can reach it."""
    return Path("/var/lib/exoskull") if os.geteuid() == 0 else Path.home() / ".exoskull"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What an operator may set. Each field is EXOSKULL_<NAME IN CAPITALS>.

    `smtp_url`: `smtp://user:password@host:port` or `smtps://`; None: e-mail is not sent.
    `twilio_*`: all of sid, token and from, or no SMS. `twilio_api_url` replaces
    https://api.twilio.com, for a compatible peer. `public_url`: how the web is reached from
    outside, for links and webhook signatures. `keep_*_days`: how long old rows stay, as
    docs/explanation/time.md says. `background_work`: pieces in hand at once; 0: none.
    `ai_day_cents`: what models may cost all people together in a day of UTC; `ai_month_cents`:
    each of them in a month; None: no cap beside each person's own daily budget. `trusted_proxy`:
    addresses and networks of reverse proxies, with commas between, whose X-Forwarded-For and
    X-Forwarded-Proto are believed; None: nobody's.
    """

    home: Path
    database_url: str | None = None
    host: str = "127.0.0.1"
    port: int = 8765
    public_url: str | None = None
    trusted_proxy: str | None = None
    smtp_url: str | None = None
    mail_from: str | None = None
    twilio_sid: str | None = None
    twilio_token: str | None = None
    twilio_from: str | None = None
    twilio_api_url: str | None = None
    log_level: str = "info"
    keep_runs_days: int = 90
    keep_traces_days: int = 400
    sandbox_without_landlock: bool = False
    background_work: int = 2
    ai_day_cents: int | None = None
    ai_month_cents: int | None = None

    @classmethod
    def from_env(cls, env: Mapping[str, str] | None = None) -> Self:
        """Settings from the environment; raises InvalidInput naming the variable at fault."""
        env = os.environ if env is None else env

        def text(name: str) -> str | None:
            return env.get(f"EXOSKULL_{name.upper()}") or None

        home = text("home")
        port = text("port")
        if port is not None and not (port.isdigit() and 0 <= int(port) <= 65535):
            raise InvalidInput("settings.invalid_port", field="EXOSKULL_PORT", value=port)
        level = text("log_level")
        if level is not None and level not in LEVELS:
            known = ", ".join(LEVELS)
            raise InvalidInput(
                "settings.invalid_log_level", field="EXOSKULL_LOG_LEVEL", value=level, known=known
            )
        given: dict[str, Any] = {name: value for name in _PLAIN if (value := text(name))}
        if port is not None:
            given["port"] = int(port)
        for name, least in _DAYS.items():
            if (days := text(name)) is not None:
                if not (days.isdecimal() and least <= int(days) <= DAYS_MAX):
                    raise InvalidInput(
                        "settings.invalid_days",
                        field=f"EXOSKULL_{name.upper()}",
                        value=days,
                        least=least,
                        most=DAYS_MAX,
                    )
                given[name] = int(days)
        for name, most in _WHOLE.items():
            if (number := text(name)) is not None:
                if not (number.isdecimal() and int(number) <= most):
                    raise InvalidInput(
                        "settings.invalid_whole",
                        field=f"EXOSKULL_{name.upper()}",
                        value=number[:32],
                        most=most,
                    )
                given[name] = int(number)
        if (word := text("sandbox_without_landlock")) is not None:
            if word not in ("yes", "no"):
                raise InvalidInput(
                    "settings.invalid_yes_no",
                    field="EXOSKULL_SANDBOX_WITHOUT_LANDLOCK",
                    value=word[:32],
                )
            given["sandbox_without_landlock"] = word == "yes"
        return cls(home=Path(home).absolute() if home else default_home(), **given)


DAYS_MAX = 36_600
_DAYS = {"keep_runs_days": 7, "keep_traces_days": 365}
"""Settings in days, and the least of each."""

_WHOLE = {"background_work": 64, "ai_day_cents": 100_000_000, "ai_month_cents": 100_000_000}
"""Whole numbers from 0, and the most of each."""

_PLAIN = (
    "database_url",
    "host",
    "public_url",
    "trusted_proxy",
    "smtp_url",
    "mail_from",
    "twilio_sid",
    "twilio_token",
    "twilio_from",
    "twilio_api_url",
    "log_level",
)
