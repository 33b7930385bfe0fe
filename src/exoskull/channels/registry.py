"""Which adapter each channel has, by the settings."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from exoskull.channels.adapters.adapter import Adapter
from exoskull.channels.adapters.loopback import is_this_machine
from exoskull.channels.adapters.null import NullAdapter
from exoskull.channels.adapters.recording import RecordingAdapter
from exoskull.channels.model import ChannelName
from exoskull.kit.errors import InvalidInput
from exoskull.settings import Settings

OUTSIDE = tuple(name for name in ChannelName if name is not ChannelName.IN_APP)
"""The channels that leave the program, each with an adapter."""


def adapters_from(settings: Settings) -> Mapping[ChannelName, Adapter]:
    """An adapter for every channel of OUTSIDE; NullAdapter where nothing is set up.

    Raises InvalidInput, naming the variable, where a channel is set up by half or wrongly:
    `channel.half_configured`, `settings.invalid_smtp_url`, `settings.invalid_mail_from`,
    `settings.invalid_twilio_api_url`.
    """
    return {ChannelName.EMAIL: _mail(settings), ChannelName.SMS: _sms(settings)}


def recording_adapters() -> Mapping[ChannelName, RecordingAdapter]:
    """For a replay: an adapter for every channel of OUTSIDE that keeps what it is given."""
    return {name: RecordingAdapter(name) for name in OUTSIDE}


def _mail(settings: Settings) -> Adapter:
    if settings.smtp_url is None:
        return NullAdapter()
    # Imported where it is used: a web process without mail does not pay for it.
    from exoskull.channels.adapters.mail import Sender
    from exoskull.channels.adapters.smtp import SmtpAdapter
    from exoskull.channels.adapters.smtp_server import SmtpServer

    server = SmtpServer.parse(settings.smtp_url)
    sender = _needed(settings.mail_from, "EXOSKULL_MAIL_FROM")
    return SmtpAdapter(server, Sender.parse(sender))


def _sms(settings: Settings) -> Adapter:
    given = {
        "EXOSKULL_TWILIO_SID": settings.twilio_sid,
        "EXOSKULL_TWILIO_TOKEN": settings.twilio_token,
        "EXOSKULL_TWILIO_FROM": settings.twilio_from,
    }
    if not any(given.values()):
        return NullAdapter()
    sid, token, sender = (_needed(value, name) for name, value in given.items())
    from exoskull.channels.adapters.twilio import API_URL, TwilioAccount, TwilioAdapter

    return TwilioAdapter(
        TwilioAccount(
            sid=sid,
            token=token,
            sender=sender,
            api_url=_api_url(settings.twilio_api_url or API_URL),
            public_url=settings.public_url,
        )
    )


def _api_url(url: str) -> str:
    """`url` without a final slash; the token goes there, so plain HTTP is for this machine only."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        host, parts = None, urlsplit("")
    if not host or not (
        parts.scheme == "https" or (parts.scheme == "http" and is_this_machine(host))
    ):
        raise InvalidInput("settings.invalid_twilio_api_url", field="EXOSKULL_TWILIO_API_URL")
    return url.rstrip("/")


def _needed(value: str | None, field: str) -> str:
    if value is None:
        raise InvalidInput("channel.half_configured", field=field)
    return value
