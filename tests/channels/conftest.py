"""The peers of `tests/peers`, and a delivery to send to them."""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from exoskull.channels.model import ChannelName, Delivery

TESTS = str(Path(__file__).parents[1])
if TESTS not in sys.path:  # until pytest's `pythonpath` has it
    sys.path.insert(0, TESTS)

from peers.fixtures import *  # noqa: E402, F403


@pytest.fixture
def at() -> datetime:
    return datetime(2026, 3, 2, 7, 30, tzinfo=UTC)


@pytest.fixture
def mail() -> Callable[..., Delivery]:
    """Makes a mail to Anna; named arguments replace its parts."""

    def make(**parts: Any) -> Delivery:
        return Delivery(
            **{
                "idempotency_key": "intervention:1",
                "channel": ChannelName.EMAIL,
                "to": "anna@example.org",
                "subject": "Dzień dobry",
                "text": "Zażółć gęślą jaźń.\n",
                "language": "pl",
                **parts,
            }
        )

    return make


@pytest.fixture
def sms() -> Callable[..., Delivery]:
    """Makes an SMS to Anna; named arguments replace its parts."""

    def make(**parts: Any) -> Delivery:
        return Delivery(
            **{
                "idempotency_key": "intervention:1",
                "channel": ChannelName.SMS,
                "to": "+48600100200",
                "subject": None,
                "text": "Wypij szklankę wody.",
                "language": "pl",
                **parts,
            }
        )

    return make
