"""The settings of an installation, read once from EXOSKULL_* variables."""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
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
    each of them in a month; None: no cap beside each person's own daily budget. `ai_day_tokens`
    and `ai_month_tokens`: how many tokens each person may use in their day and month;
    `ai_all_day_tokens`: all of them together in a day of UTC; models that cost nothing count too.
    `model`: `provider:name`; None: the built-in reasoner does everything. `model_fallbacks`: asked
    in this order when it cannot answer. `model_url`: where an OpenAI-compatible one is, for its
    provider's fallbacks too; so `model_key`. `model_timeout_s`: for one request. `model_prices`: a
    TOML or JSON file of the operator's own prices. `secret_key`: what tenants' secrets are sealed
    with; None: a file in `home`. `tool_hosts`: where people's tool servers may be, `name` or
    `name:port` with commas between; nowhere else. `trusted_proxy`: addresses and networks of
    reverse proxies, with commas between, whose X-Forwarded-For and X-Forwarded-Proto are believed;
    None: nobody's.
    `oidc_issuer`, `oidc_client_id`: an OpenID Connect provider that people may sign in by;
    `oidc_client_secret` None: as a public client. `oidc_label`: what people call it.
    `oidc_link_by_email`: whether an address that it verified signs in whose address it is.
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
    ai_day_tokens: int | None = None
    ai_month_tokens: int | None = None
    ai_all_day_tokens: int | None = None
    model: str | None = None
    model_url: str | None = None
    model_key: str | None = field(default=None, repr=False)
    model_fallbacks: tuple[str, ...] = ()
    model_timeout_s: int = 60
    model_prices: Path | None = None
    secret_key: str | None = field(default=None, repr=False)
    oidc_issuer: str | None = None
    oidc_client_id: str | None = None
    oidc_client_secret: str | None = field(default=None, repr=False)
    oidc_label: str | None = None
    oidc_link_by_email: bool = False
    tool_hosts: tuple[str, ...] = ()

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
        given |= _oidc(text)
        given |= _models(text)
        hosts = (text("tool_hosts") or "").lower().split(",")
        given["tool_hosts"] = tuple(sorted({one.strip() for one in hosts if one.strip()}))
        return cls(home=Path(home).absolute() if home else default_home(), **given)


MODEL_PROVIDERS = (
    "openai",
    "openai-compatible",
    "ollama",
    "llamacpp",
    "vllm",
    "openrouter",
    "anthropic",
    "google",
)
"""What may stand before the colon of a model's name."""

_MODEL = re.compile(r"([a-z-]+):[\w./:@+-]{1,200}", re.ASCII)
_URL = re.compile(r"https?://[^\s/?#@]+(/[^\s?#]*)?")


def is_model(name: str) -> bool:
    """Whether `name` is `provider:name`, of a provider that can be spoken to."""
    found = _MODEL.fullmatch(name)
    return found is not None and found[1] in MODEL_PROVIDERS


def _models(text: Callable[[str], str | None]) -> dict[str, Any]:
    """What is set about models."""
    given: dict[str, Any] = {}
    model, url = text("model"), text("model_url")
    fallbacks = tuple(one.strip() for one in (text("model_fallbacks") or "").split(",") if one)
    named = [("EXOSKULL_MODEL", model)] if model else []
    for variable, name in [*named, *(("EXOSKULL_MODEL_FALLBACKS", one) for one in fallbacks)]:
        if not is_model(name):
            known = ", ".join(MODEL_PROVIDERS)
            raise InvalidInput(
                "settings.invalid_model", field=variable, value=name[:64], known=known
            )
        if name.startswith("openai-compatible:") and not url:
            raise InvalidInput("settings.model_without_url", field="EXOSKULL_MODEL_URL")
    if fallbacks and not model:
        raise InvalidInput("settings.fallbacks_without_model", field="EXOSKULL_MODEL")
    if url is not None and not _URL.fullmatch(url):
        raise InvalidInput("settings.invalid_model_url", field="EXOSKULL_MODEL_URL", value=url[:64])
    timeout = text("model_timeout_s")
    if timeout is not None and not (timeout.isdecimal() and 1 <= int(timeout) <= 600):
        raise InvalidInput(
            "settings.invalid_model_timeout", field="EXOSKULL_MODEL_TIMEOUT_S", value=timeout[:32]
        )
    secret = text("secret_key")
    if secret is not None and len(secret.encode()) < SECRET_KEY_LEAST:
        raise InvalidInput(
            "settings.short_secret_key", field="EXOSKULL_SECRET_KEY", least=SECRET_KEY_LEAST
        )
    prices = text("model_prices")
    given |= {"model": model, "model_url": url, "model_fallbacks": fallbacks}
    given |= {"model_key": text("model_key"), "secret_key": secret}
    given |= {"model_prices": Path(prices).absolute()} if prices else {}
    return given | ({"model_timeout_s": int(timeout)} if timeout else {})


def _oidc(text: Callable[[str], str | None]) -> dict[str, Any]:
    """What is set about the identity provider."""
    issuer, client = text("oidc_issuer"), text("oidc_client_id")
    if issuer is None and client is None:
        return {}
    if issuer is None or client is None:
        lacks = "EXOSKULL_OIDC_ISSUER" if issuer is None else "EXOSKULL_OIDC_CLIENT_ID"
        raise InvalidInput("settings.oidc_incomplete", field=lacks)
    parts = _URL.fullmatch(issuer)
    local = re.match(r"http://(localhost|127\.0\.0\.1|\[::1\])([:/]|$)", issuer)
    if parts is None or not (issuer.startswith("https://") or local):
        raise InvalidInput(
            "settings.invalid_oidc_issuer", field="EXOSKULL_OIDC_ISSUER", value=issuer[:64]
        )
    word = text("oidc_link_by_email") or "no"
    if word not in ("yes", "no"):
        raise InvalidInput(
            "settings.invalid_yes_no", field="EXOSKULL_OIDC_LINK_BY_EMAIL", value=word[:32]
        )
    return {
        "oidc_issuer": issuer,
        "oidc_client_id": client,
        "oidc_client_secret": text("oidc_client_secret"),
        "oidc_label": text("oidc_label"),
        "oidc_link_by_email": word == "yes",
    }


SECRET_KEY_LEAST = 32
"""Bytes."""


DAYS_MAX = 36_600
_DAYS = {"keep_runs_days": 7, "keep_traces_days": 365}
"""Settings in days, and the least of each."""

_WHOLE = {
    "background_work": 64,
    "ai_day_cents": 100_000_000,
    "ai_month_cents": 100_000_000,
    "ai_day_tokens": 1_000_000_000,
    "ai_month_tokens": 100_000_000_000,
    "ai_all_day_tokens": 1_000_000_000_000,
}
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
