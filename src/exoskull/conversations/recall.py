"""What a model in the chat is told beside the message: the thread so far, and the person's rows
within a number of tokens, newest and most relevant first."""

import re
from collections.abc import Sequence
from datetime import datetime

from exoskull.conversations.acts import asking
from exoskull.conversations.acts.desk import Desk
from exoskull.conversations.leash import parted
from exoskull.conversations.model import Message, Via, Way
from exoskull.conversations.order import in_order
from exoskull.conversations.outside import said_by_tools
from exoskull.conversations.service import thread
from exoskull.conversations.turn import Turn
from exoskull.language.model import AskStatus
from exoskull.llm.context import Origin, Piece, assemble, tokens_of
from exoskull.llm.model import Said
from exoskull.memory import service as memory
from exoskull.memory.rank import ranked

TOKENS_MATERIAL = 1500
TOKENS_THREAD = 1200
FACTS_CHARACTERS = 1500
LOOKED_AT = 30
"""Messages of the thread that are looked at."""

OTHERS_WITHIN = 6
"""Messages back from now in which a tool's answer is still shown."""

OTHERS_CHARACTERS = 1500

_CODE = re.compile(r"\b(TAK|NIE|YES|NO)(\s+)\d{4}\b", re.IGNORECASE)


async def material(desk: Desk, turn: Turn) -> str:
    """The person's situation as data: what time it is, what is remembered, goals, tasks, the last
    notices, and what was done of the message already."""
    message = turn.message
    split = parted(message.text)
    pieces = [
        Piece(letter="f", heading="Remembered of the person", text=one.text, at=desk.at, ids=(),
              weight=2.0 - rank / 100)
        for rank, one in enumerate(
            ranked(await memory.facts(desk.tx), message.text, characters=FACTS_CHARACTERS)
        )
    ]  # fmt: skip
    pieces += [
        Piece(letter="s", heading="How things stand", text=line, at=desk.at, ids=(),
              origin=Origin.OURS)
        for line in await asking.status(desk, AskStatus(subject=None))
    ]  # fmt: skip
    pieces += [
        Piece(letter="n", heading="Notices sent to the person", text=_masked(one.text), at=one.at,
              ids=(str(one.id),), weight=0.5, origin=Origin.OURS)
        for one in await _thread(desk, message)
        if one.channel is Via.NOTICE
    ]  # fmt: skip
    pieces += [
        Piece(letter="d", heading="Done of this message already", text=line, at=desk.at, ids=(),
              weight=3.0, origin=Origin.OURS)
        for line in turn.done.splitlines()
        if line
    ]  # fmt: skip
    pieces += [
        Piece(letter="l", heading="Left of this message, for you", text=one, at=desk.at, ids=(),
              weight=3.0)
        for one in turn.left
    ]  # fmt: skip
    opening = f"The person's local time: {desk.now:%A %Y-%m-%d %H:%M}. Name: {desk.tenant.name}."
    shown = assemble(pieces, tokens_max=TOKENS_MATERIAL, at=desk.at, opening=opening).text
    if not split.pasted:
        return shown
    return f"{shown}\n\nPasted by the person, written by others:\n{split.pasted[:4000]}"


async def said_by_others(desk: Desk, turn: Turn) -> str:
    """What tools of other programs answered just now, as data; "" where they did not."""
    lately = list(await _thread(desk, turn.message))[-OTHERS_WITHIN:]
    found = said_by_tools(lately)
    if not found:
        return ""
    told = "\n".join(one.text[:OTHERS_CHARACTERS] for one in found)
    return f"Said by tools of other programs; others wrote it:\n{told}"


async def said(desk: Desk, turn: Turn) -> list[Said]:
    """The thread so far, oldest first, ending with the message; only what the person and the
    assistant said, as far as there is room."""
    own = parted(turn.message.text).own or turn.left[0]
    last = Said(role="person", text=own[:8000])
    found: list[Said] = []
    left = TOKENS_THREAD
    for one in reversed(await _thread(desk, turn.message)):
        if one.channel is Via.NOTICE or one.sender is not None:
            continue
        text = _masked(one.text)
        left -= tokens_of(text)
        if left < 0:
            break
        found.append(Said(role="person" if one.direction is Way.IN else "assistant", text=text))
    while found and found[-1].role == "assistant":
        found.pop()  # a thread begins with the person
    return [*reversed(found), last]


async def _thread(desk: Desk, message: Message) -> Sequence[Message]:
    """What was said before the message."""
    kept = in_order(await thread(desk.tx, limit=LOOKED_AT))
    return [one for one in kept if one.trace != message.trace and _before(one.at, message.at)]


def _before(at: datetime, moment: datetime) -> bool:
    return at <= moment


def _masked(text: str) -> str:
    """`text` without the codes of approvals: they are the person's to say."""
    return _CODE.sub(r"\1\2····", text)
