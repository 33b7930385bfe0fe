"""A message, in or out."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from exoskull.kit.errors import InvalidInput
from exoskull.kit.ids import TraceId
from exoskull.kit.text import storable

SIZE_MAX = 16 * 1024
"""Bytes of one message."""


class Via(StrEnum):
    """How a message came or went. NOTICE: the system's own word, apart from the chat."""

    WEB = "web"
    EMAIL = "email"
    SMS = "sms"
    TELEGRAM = "telegram"
    VOICE = "voice"
    CLI = "cli"
    API = "api"
    NOTICE = "notice"


class Way(StrEnum):
    IN = "in"
    OUT = "out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message of the thread. `sender`: the address it came from, None for the person's own on
    that channel. `origin_id`: the provider's id; the same one twice is one message.
    `in_reply_to`: the intervention that it answers, or for a notice, is."""

    id: UUID
    at: datetime
    direction: Way
    channel: Via
    sender: str | None
    text: str
    origin_id: str | None
    in_reply_to: UUID | None
    trace: TraceId


def parse_text(value: object) -> str:
    """A message's text, as it can be stored.

    Raises:
        InvalidInput: `message.empty`, or `message.too_long` over 16 KiB of UTF-8.
    """
    if not isinstance(value, str):
        raise InvalidInput("message.not_text", field="text")
    text = storable(value)
    if not text.strip():
        raise InvalidInput("message.empty", field="text")
    if len(text.encode()) > SIZE_MAX:
        raise InvalidInput("message.too_long", field="text", limit=SIZE_MAX // 1024)
    return text
