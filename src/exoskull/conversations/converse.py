"""One message and its answer, whatever it comes by: the built-in reading, then a model's words."""

from collections.abc import AsyncIterator

from exoskull.conversations import assistant, outside, strangers
from exoskull.conversations.parts import Parts
from exoskull.conversations.pieces import Done, Heard, Piece
from exoskull.conversations.turn import Incoming, Turn, receive
from exoskull.kit.ids import TenantId


async def converse(here: Parts, tenant_id: TenantId, incoming: Incoming) -> AsyncIterator[Piece]:
    """Take a message in and answer it; the answer as it comes, and Done once it is stored.

    The message, and what it asks for, are committed before the first piece: whoever stops reading
    loses nothing of that. No transaction is open while a model is asked, or a tool that the message
    says yes to is used.

    Raises:
        InvalidInput: the message is empty, or too long; nothing is kept.
    """
    async with here.database.transaction(tenant_id) as tx:
        turn = await receive(tx, incoming, at=here.clock.now(), ids=here.ids, sandbox=here.sandbox)
    turn = await outside.carried_out(here, tenant_id, turn)
    if turn.answer is None or not assistant.wants(turn) or not await here.models.ready(tenant_id):
        if turn.message.sender is not None and await here.models.ready(tenant_id):
            await strangers.read_strangers(
                here.database, here.models, tenant_id, at=here.clock.now()
            )
        yield Done(turn=turn)
        return
    yield Heard(turn=turn)
    async for piece in assistant.answer(here, tenant_id, turn):
        yield piece


async def answered(here: Parts, tenant_id: TenantId, incoming: Incoming) -> Turn:
    """What becomes of a message, once its answer is stored: for channels that show no pieces."""
    turn: Turn | None = None
    async for piece in converse(here, tenant_id, incoming):
        if isinstance(piece, Done):
            turn = piece.turn
    assert turn is not None, "an answer ends with Done"
    return turn
