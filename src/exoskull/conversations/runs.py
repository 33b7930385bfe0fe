"""SQL of what a model did in the chat: one run a message at most, its calls, and its answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, LiteralString
from uuid import UUID

from psycopg.types.json import Jsonb

from exoskull.database.transaction import Transaction
from exoskull.kit.ids import TraceId


class RunState(StrEnum):
    """OPEN: the model is at it, or its program died; the built-in answer stands meanwhile."""

    OPEN = "open"
    ANSWERED = "answered"
    DECLINED = "declined"


class CallState(StrEnum):
    """HELD: it waits for the person's yes. REFUSED: a rule, or the person, said no."""

    DONE = "done"
    HELD = "held"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolCall:
    """One call of a verb. `content_hash`: of verb and arguments; `told`: what the model was told;
    `receipts`: what the person was told, from the rows."""

    id: UUID
    message_id: UUID
    tool: str
    arguments: dict[str, Any]
    content_hash: str
    state: CallState
    told: str
    receipts: list[str]
    at: datetime
    answered_at: datetime | None
    trace: TraceId


_COLUMNS: LiteralString = """id, message_id, tool, arguments, content_hash, state, told, receipts,
    at, answered_at, trace"""


async def begin(tx: Transaction, *, message_id: UUID, answer_id: UUID, at: datetime) -> bool:
    """Take the message for a model; False where it was taken before."""
    touched = await tx.execute(
        """
        insert into chat_runs (tenant_id, message_id, answer_id, state, at)
        values (%(tenant)s, %(message)s, %(answer)s, 'open', %(at)s) on conflict do nothing
        """,
        tenant=tx.tenant_id,
        message=message_id,
        answer=answer_id,
        at=at,
    )
    return touched == 1


async def end(
    tx: Transaction, message_id: UUID, state: RunState, *, why: str | None, at: datetime
) -> bool:
    """Close the run; False where it is closed."""
    touched = await tx.execute(
        """
        update chat_runs set state = %(state)s, why = %(why)s, ended_at = %(at)s
         where tenant_id = %(tenant)s and message_id = %(message)s and state = 'open'
        """,
        tenant=tx.tenant_id,
        message=message_id,
        state=state,
        why=why,
        at=at,
    )
    return touched == 1


async def lose(tx: Transaction, since: datetime, *, at: datetime) -> None:
    """Close runs begun before `since`, whose programs died; their built-in answers stand."""
    await tx.execute(
        """
        update chat_runs set state = 'declined', why = 'lost', ended_at = %(at)s
         where tenant_id = %(tenant)s and state = 'open' and at < %(since)s
        """,
        tenant=tx.tenant_id,
        since=since,
        at=at,
    )


async def lock(tx: Transaction, message_id: UUID) -> bool:
    """Whether the run is open; nobody else works on it until `tx` ends."""
    rows = await tx.dicts(
        """
        select 1 from chat_runs
         where tenant_id = %(tenant)s and message_id = %(message)s and state = 'open' for update
        """,
        tenant=tx.tenant_id,
        message=message_id,
    )
    return bool(rows)


async def open_answers(tx: Transaction, since: datetime) -> set[UUID]:
    """The answers that a model is still at, of runs begun at or after `since`."""
    rows = await tx.dicts(
        """
        select answer_id from chat_runs
         where tenant_id = %(tenant)s and state = 'open' and at >= %(since)s
        """,
        tenant=tx.tenant_id,
        since=since,
    )
    return {row["answer_id"] for row in rows}


async def insert_call(tx: Transaction, call: ToolCall) -> None:
    await tx.execute(
        f"""
        insert into chat_calls (tenant_id, {_COLUMNS})
        values (%(tenant)s, %(id)s, %(message)s, %(tool)s, %(arguments)s, %(hash)s, %(state)s,
                %(told)s, %(receipts)s, %(at)s, %(answered)s, %(trace)s)
        """,
        tenant=tx.tenant_id,
        id=call.id,
        message=call.message_id,
        tool=call.tool,
        arguments=Jsonb(call.arguments),
        hash=call.content_hash,
        state=call.state,
        told=call.told,
        receipts=call.receipts,
        at=call.at,
        answered=call.answered_at,
        trace=call.trace,
    )


async def calls(tx: Transaction, message_id: UUID) -> list[ToolCall]:
    """The calls made for a message, oldest first."""
    return await tx.fetch(
        ToolCall,
        f"""
        select {_COLUMNS} from chat_calls
         where tenant_id = %(tenant)s and message_id = %(message)s order by at, id
        """,
        tenant=tx.tenant_id,
        message=message_id,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Instant:
    """An instant at which a message did something: when it came, or when a call of it was done."""

    at: datetime
    trace: TraceId


async def instants(tx: Transaction, at: datetime) -> list[Instant]:
    """Every instant of the message that did something at `at` by a call, or that came then and
    had calls; with the trace of that message. Empty where no model made a call."""
    return await tx.fetch(
        Instant,
        """
        with acted as (
            select m.id, m.at, m.trace from messages m
             where m.tenant_id = %(tenant)s and exists (
                   select 1 from chat_calls c
                    where c.tenant_id = m.tenant_id and c.message_id = m.id
                      and c.state = 'done' and %(at)s in (c.at, m.at)))
        select at, trace from acted
         union
        select c.at, acted.trace from acted
          join chat_calls c on c.tenant_id = %(tenant)s and c.message_id = acted.id
           and c.state = 'done'
        """,
        tenant=tx.tenant_id,
        at=at,
    )


async def get_call(tx: Transaction, call_id: UUID) -> ToolCall:
    """The call; raises NotFound."""
    return await tx.one(
        ToolCall,
        f"select {_COLUMNS} from chat_calls where tenant_id = %(tenant)s and id = %(id)s",
        tenant=tx.tenant_id,
        id=call_id,
    )


async def answer_call(
    tx: Transaction, call_id: UUID, state: CallState, receipts: Sequence[str], at: datetime
) -> bool:
    """Say what became of a call that was held; False where that is said."""
    touched = await tx.execute(
        """
        update chat_calls set state = %(state)s, receipts = %(receipts)s, answered_at = %(at)s
         where tenant_id = %(tenant)s and id = %(id)s and state = 'held'
        """,
        tenant=tx.tenant_id,
        id=call_id,
        state=state,
        receipts=list(receipts),
        at=at,
    )
    return touched == 1


async def reword(tx: Transaction, message_id: UUID, text: str) -> None:
    """Put `text` in the place of an answer's."""
    await tx.execute(
        """
        update messages set text = %(text)s
         where tenant_id = %(tenant)s and id = %(id)s and direction = 'out'
        """,
        tenant=tx.tenant_id,
        id=message_id,
        text=text,
    )
