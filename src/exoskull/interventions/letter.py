"""A message as a mail: its text, its HTML and the headers that it brings."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from exoskull.channels.model import ChannelName
from exoskull.channels.text import as_html, clean_outgoing
from exoskull.database.transaction import Transaction
from exoskull.interventions.model import Intervention
from exoskull.tenants.model import Tenant


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What goes over the wire. `html` is None where the channel has none."""

    text: str
    html: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


WriteLetter = Callable[[Transaction, Intervention, Tenant, datetime], Awaitable[Letter]]
"""The letter of a claimed message, in the transaction of its claim. What it adds to the message (a
link to unsubscribe by) is secret, and is kept nowhere but in the mail."""


def plain_letter(message: Intervention, tenant: Tenant) -> Letter:
    """The message as it is kept: its own HTML, else its text in paragraphs."""
    text = clean_outgoing(message.text)
    if message.channel is not ChannelName.EMAIL:
        return Letter(text=text)
    return Letter(text=text, html=message.html or as_html(text, tenant.language.value))


async def as_it_stands(
    tx: Transaction, message: Intervention, tenant: Tenant, at: datetime
) -> Letter:
    """The letter of a message that brings nothing of its own."""
    return plain_letter(message, tenant)
