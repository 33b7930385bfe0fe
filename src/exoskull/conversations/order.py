"""The order in which messages were said."""

from collections.abc import Iterable

from exoskull.conversations.model import Message, Way


def in_order(messages: Iterable[Message]) -> list[Message]:
    """Oldest first; of one instant, what was said before what was answered."""
    return sorted(messages, key=lambda message: (message.at, message.direction is Way.OUT))
