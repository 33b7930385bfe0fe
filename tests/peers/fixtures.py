"""The peers as fixtures: `from peers.fixtures import *` in a conftest."""

from collections.abc import Iterator

import pytest
from peers.smtp import SmtpPeer
from peers.twilio import TwilioPeer
from peers.web import WebPeer

__all__ = ["smtp_peer", "twilio_peer", "web_peer"]


@pytest.fixture
def smtp_peer() -> Iterator[SmtpPeer]:
    with SmtpPeer() as peer:
        yield peer


@pytest.fixture
def twilio_peer() -> Iterator[TwilioPeer]:
    with TwilioPeer() as peer:
        yield peer


@pytest.fixture
def web_peer() -> Iterator[WebPeer]:
    with WebPeer() as peer:
        yield peer
