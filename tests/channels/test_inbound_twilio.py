"""Twilio's webhooks."""

from datetime import datetime
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from peers.twilio import NUMBER, TOKEN, TwilioPeer

from exoskull.channels.inbound.twilio import read_message, read_status, webhook_url
from exoskull.channels.model import ChannelName, DeliveryState, Inbound
from exoskull.kit.errors import InvalidInput, Unauthorized

URL = webhook_url("https://exo.example.net/", "/hooks/sms")


@pytest.fixture
def peer() -> TwilioPeer:
    return TwilioPeer()


def sign(peer: TwilioPeer, form: dict[str, str], url: str = URL) -> tuple[bytes, str]:
    return urlencode(form).encode(), peer.signature(url, form)


def test_a_message_is_read(peer: TwilioPeer, at: datetime) -> None:
    form = peer.inbound_form("+48600100200", "Tak, żółw & 😀\n\0")
    body, signature = sign(peer, form)
    assert read_message(url=URL, body=body, signature=signature, token=TOKEN, at=at) == Inbound(
        channel=ChannelName.SMS,
        sender="+48600100200",
        to=NUMBER,
        text="Tak, żółw & 😀\n\ufffd",
        provider_id=form["MessageSid"],
        at=at,
    )


def test_a_proxy_is_seen_through(peer: TwilioPeer, at: datetime) -> None:
    """The server sees http://10.0.0.3:8765/hooks/sms; Twilio signed the public one, with a port."""
    form = peer.inbound_form("+48600100200", "tak")
    for url in (URL, "https://exo.example.net:443/hooks/sms"):
        body, signature = sign(peer, form, url)
        assert read_message(url=URL, body=body, signature=signature, token=TOKEN, at=at).text


@pytest.mark.parametrize("token", ["", None, "other"])
def test_without_the_right_token_nothing_is_verified(
    peer: TwilioPeer, at: datetime, token: str | None
) -> None:
    body, signature = sign(peer, peer.inbound_form("+48600100200", "tak"))
    with pytest.raises(Unauthorized) as raised:
        read_message(url=URL, body=body, signature=signature, token=token, at=at)
    assert raised.value.key == "webhook.signature_invalid"


@pytest.mark.parametrize("signature", [None, "", "AAAA", "ąę", "=" * 28])
def test_a_wrong_signature_is_refused(
    peer: TwilioPeer, at: datetime, signature: str | None
) -> None:
    body, _ = sign(peer, peer.inbound_form("+48600100200", "tak"))
    with pytest.raises(Unauthorized):
        read_message(url=URL, body=body, signature=signature, token=TOKEN, at=at)


@pytest.mark.parametrize(
    ("name", "value"), [("From", "+48600100201"), ("Body", "TAK 4821"), ("Extra", "x")]
)
def test_a_changed_form_is_refused(peer: TwilioPeer, at: datetime, name: str, value: str) -> None:
    form = peer.inbound_form("+48600100200", "nie")
    _, signature = sign(peer, form)
    body = urlencode({**form, name: value}).encode()
    with pytest.raises(Unauthorized):
        read_message(url=URL, body=body, signature=signature, token=TOKEN, at=at)


def test_another_path_is_refused(peer: TwilioPeer, at: datetime) -> None:
    body, signature = sign(peer, peer.inbound_form("+48600100200", "tak"))
    with pytest.raises(Unauthorized):
        read_message(url=URL + "?x=1", body=body, signature=signature, token=TOKEN, at=at)


@pytest.mark.parametrize("name", ["From", "To", "MessageSid"])
def test_a_form_without_its_parts_names_the_one(peer: TwilioPeer, at: datetime, name: str) -> None:
    form = peer.inbound_form("+48600100200", "tak")
    del form[name]
    body, signature = sign(peer, form)
    with pytest.raises(InvalidInput) as raised:
        read_message(url=URL, body=body, signature=signature, token=TOKEN, at=at)
    assert (raised.value.key, raised.value.field) == ("webhook.malformed", name)


@pytest.mark.parametrize("body", [b"From=1&From=2", b"\xff", b"&".join([b"a=1"] * 300)])
def test_a_form_with_two_meanings_is_refused(at: datetime, body: bytes) -> None:
    with pytest.raises(InvalidInput):
        read_message(url=URL, body=body, signature="x", token=TOKEN, at=at)


@given(st.binary(), st.text())
def test_any_bytes_are_refused_in_order(body: bytes, signature: str) -> None:
    with pytest.raises((InvalidInput, Unauthorized)):
        read_status(url=URL, body=body, signature=signature, token=TOKEN)


@pytest.mark.parametrize(
    ("status", "state"),
    [
        ("accepted", DeliveryState.PENDING),
        ("queued", DeliveryState.PENDING),
        ("sending", DeliveryState.PENDING),
        ("sent", DeliveryState.SENT),
        ("delivered", DeliveryState.DELIVERED),
        ("read", DeliveryState.DELIVERED),
        ("undelivered", DeliveryState.FAILED),
        ("failed", DeliveryState.FAILED),
        ("canceled", DeliveryState.FAILED),
        ("a word of tomorrow", DeliveryState.PENDING),
    ],
)
def test_every_status_has_a_state(peer: TwilioPeer, status: str, state: DeliveryState) -> None:
    form = {"MessageSid": "SM1", "MessageStatus": status, "ErrorCode": "30006"}
    body, signature = sign(peer, form)
    update = read_status(url=URL, body=body, signature=signature, token=TOKEN)
    assert update.state is state
    assert update.idempotency_key is None
    assert (update.failure is not None) == (state is DeliveryState.FAILED)
    if update.failure is not None:
        assert update.failure.permanent


def test_an_opt_out_may_come_by_call_back(peer: TwilioPeer) -> None:
    form = {"MessageSid": "SM1", "MessageStatus": "failed", "ErrorCode": "21610"}
    body, signature = sign(peer, form)
    update = read_status(url=URL, body=body, signature=signature, token=TOKEN)
    assert update.failure is not None
    assert update.failure.opted_out


@given(st.lists(st.sampled_from(DeliveryState), min_size=1))
def test_call_backs_in_any_order_end_at_the_furthest(states: list[DeliveryState]) -> None:
    now = DeliveryState.PENDING
    for state in states:
        if now.may_become(state):
            now = state
    final = [state for state in states if state in (DeliveryState.DELIVERED, DeliveryState.FAILED)]
    assert now is (final[0] if final else max(states, key=list(DeliveryState).index))
