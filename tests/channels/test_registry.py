"""Which adapter each channel has."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from peers.smtp import SmtpPeer
from peers.twilio import TwilioPeer

from exoskull.channels.adapters.null import NullAdapter
from exoskull.channels.model import Absent, ChannelName, Rejected, Sent
from exoskull.channels.registry import OUTSIDE, adapters_from, recording_adapters
from exoskull.kit.errors import InvalidInput
from exoskull.settings import Settings

TWILIO = {"twilio_sid": "AC1", "twilio_token": "t", "twilio_from": "+15005550006"}


def settings(**given: Any) -> Settings:
    return Settings(home=Path("home"), **given)


async def test_nothing_set_up_refuses_and_says_so(mail: Any, at: datetime) -> None:
    adapters = adapters_from(settings())
    assert set(adapters) == set(OUTSIDE) == {ChannelName.EMAIL, ChannelName.SMS}
    for adapter in adapters.values():
        assert isinstance(adapter, NullAdapter)
        assert await adapter.send(mail(), at) == Rejected(
            reason="channel.not_configured", permanent=False
        )
        assert not (await adapter.check()).ok
        assert await adapter.find(mail(), at, at) is None


async def test_what_is_set_up_sends(
    smtp_peer: SmtpPeer, twilio_peer: TwilioPeer, mail: Any, sms: Any, at: datetime
) -> None:
    adapters = adapters_from(
        Settings.from_env(
            {
                "EXOSKULL_HOME": "home",
                "EXOSKULL_SMTP_URL": smtp_peer.url,
                "EXOSKULL_MAIL_FROM": "ExoSkull <exo@example.net>",
                **twilio_peer.environment(),
            }
        )
    )
    assert isinstance(await adapters[ChannelName.EMAIL].send(mail(), at), Sent)
    assert isinstance(await adapters[ChannelName.SMS].send(sms(), at), Sent)
    for adapter in adapters.values():
        assert (await adapter.check()).ok


@pytest.mark.parametrize(
    ("given", "key", "field"),
    [
        ({"smtp_url": "smtp://h"}, "channel.half_configured", "EXOSKULL_MAIL_FROM"),
        (
            {"smtp_url": "smtp://h", "mail_from": "exo"},
            "settings.invalid_mail_from",
            "EXOSKULL_MAIL_FROM",
        ),
        (
            {"smtp_url": "h", "mail_from": "a@b.org"},
            "settings.invalid_smtp_url",
            "EXOSKULL_SMTP_URL",
        ),
        ({"twilio_sid": "AC1"}, "channel.half_configured", "EXOSKULL_TWILIO_TOKEN"),
        ({**TWILIO, "twilio_from": None}, "channel.half_configured", "EXOSKULL_TWILIO_FROM"),
        *(
            (
                {**TWILIO, "twilio_api_url": url},
                "settings.invalid_twilio_api_url",
                "EXOSKULL_TWILIO_API_URL",
            )
            for url in ("api.twilio.com", "http://api.twilio.com", "https://", "http://[", "x://h")
        ),
    ],
)
def test_half_a_set_up_is_refused_by_name(given: dict[str, Any], key: str, field: str) -> None:
    with pytest.raises(InvalidInput) as raised:
        adapters_from(settings(**given))
    assert (raised.value.key, raised.value.field) == (key, field)


async def test_a_recording_keeps_what_it_is_given(sms: Any, mail: Any, at: datetime) -> None:
    recording = recording_adapters()[ChannelName.SMS]
    first, second = sms(), sms(idempotency_key="intervention:2")
    assert await recording.send(first, at) == Sent(receipt="rec-sms-000001", provider="recording")
    assert await recording.send(second, at) == Sent(receipt="rec-sms-000002", provider="recording")
    assert [recorded.delivery for recorded in recording.sent] == [first, second]
    assert await recording.find(second, at, at) == Sent(
        receipt="rec-sms-000002", provider="recording"
    )
    assert await recording.find(mail(idempotency_key="none"), at, at) == Absent()
    status = await recording.status("rec-sms-000001")
    assert status is not None
    assert status.idempotency_key == "intervention:1"
    assert await recording.status("rec-sms-000003") is None
