"""SQL of calls of models, and of tenants' own models and secrets."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import LiteralString
from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.kit.ids import TraceId
from exoskull.llm.calls import Call, CallState, Tokens

_COLUMNS: LiteralString = """id, reservation_id, feature, model, prompt, state, detail, tokens_in,
    tokens_out, micros, started_at, ended_at, trace"""


async def insert(tx: Transaction, call: Call) -> None:
    await tx.execute(
        f"""
        insert into model_calls (tenant_id, {_COLUMNS})
        values (%(tenant)s, %(id)s, %(reservation_id)s, %(feature)s, %(model)s, %(prompt)s,
                %(state)s, %(detail)s, %(tokens_in)s, %(tokens_out)s, %(micros)s, %(started_at)s,
                %(ended_at)s, %(trace)s)
        """,
        tenant=tx.tenant_id,
        **asdict(call),
    )


async def end(
    tx: Transaction,
    call_id: UUID,
    *,
    state: CallState,
    detail: str | None,
    used: Tokens,
    micros: int,
    at: datetime,
) -> None:
    """Say what came of a call that was on its way."""
    await tx.execute(
        """
        update model_calls
           set state = %(state)s, detail = %(detail)s, tokens_in = %(tokens_in)s,
               tokens_out = %(tokens_out)s, micros = %(micros)s, ended_at = %(at)s
         where tenant_id = %(tenant)s and id = %(id)s and state = 'open'
        """,
        tenant=tx.tenant_id,
        id=call_id,
        state=state,
        detail=detail,
        tokens_in=used.into,
        tokens_out=used.out,
        micros=micros,
        at=at,
    )


async def end_lost(
    tx: Transaction,
    reservation_id: UUID,
    *,
    state: CallState,
    tokens: int,
    micros: int,
    at: datetime,
) -> None:
    """End a call that nobody will end any more; all of its tokens are taken as read."""
    await tx.execute(
        """
        update model_calls
           set state = %(state)s, detail = 'lost', tokens_in = %(tokens)s, tokens_out = 0,
               micros = %(micros)s, ended_at = %(at)s
         where tenant_id = %(tenant)s and reservation_id = %(reservation)s and state = 'open'
        """,
        tenant=tx.tenant_id,
        reservation=reservation_id,
        state=state,
        tokens=tokens,
        micros=micros,
        at=at,
    )


async def mark(tx: Transaction, call_id: UUID, state: CallState, detail: str) -> None:
    """Say that an answered call was of no use after all."""
    await tx.execute(
        """
        update model_calls set state = %(state)s, detail = %(detail)s
         where tenant_id = %(tenant)s and id = %(id)s and state = 'answered'
        """,
        tenant=tx.tenant_id,
        id=call_id,
        state=state,
        detail=detail,
    )


async def latest(tx: Transaction, *, limit: int, before: datetime | None = None) -> list[Call]:
    """The newest calls, newest first."""
    return await tx.fetch(
        Call,
        f"""
        select {_COLUMNS} from model_calls
         where tenant_id = %(tenant)s
           and (%(before)s::timestamptz is null or started_at < %(before)s)
         order by started_at desc, id desc limit %(limit)s
        """,
        tenant=tx.tenant_id,
        before=before,
        limit=limit,
    )


async def older(tx: Transaction, *, limit: int, before: UUID) -> list[Call]:
    """The newest calls that are older than the one called `before`, newest first."""
    return await tx.fetch(
        Call,
        f"""
        select {_COLUMNS} from model_calls
         where tenant_id = %(tenant)s and (started_at, id) < (
               select started_at, id from model_calls
                where tenant_id = %(tenant)s and id = %(before)s)
         order by started_at desc, id desc limit %(limit)s
        """,
        tenant=tx.tenant_id,
        before=before,
        limit=limit,
    )


async def count_older(tx: Transaction, before: UUID) -> int:
    """How many calls are older than the one called `before`."""
    return await tx.value(
        """
        select count(*) from model_calls
         where tenant_id = %(tenant)s and (started_at, id) < (
               select started_at, id from model_calls
                where tenant_id = %(tenant)s and id = %(before)s)
        """,
        tenant=tx.tenant_id,
        before=before,
    )


async def tokens_of(tx: Transaction, trace: TraceId) -> Tokens:
    """The tokens of all calls of one chain."""
    return await tx.one(
        Tokens,
        """
        select coalesce(sum(tokens_in), 0)::int8 as into, coalesce(sum(tokens_out), 0)::int8 as out
          from model_calls where tenant_id = %(tenant)s and trace = %(trace)s
        """,
        tenant=tx.tenant_id,
        trace=trace,
    )


async def decline(tx: Transaction, day: date, feature: str, why: str) -> int:
    """Count a question of the day that got no answer; returns how many there were with it."""
    return await tx.value(
        """
        insert into model_declines as d (tenant_id, day, feature, why)
        values (%(tenant)s, %(day)s, %(feature)s, %(why)s)
            on conflict (tenant_id, day, feature, why) do update set times = d.times + 1
        returning times
        """,
        tenant=tx.tenant_id,
        day=day,
        feature=feature,
        why=why,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """A secret that only the installation's key opens."""

    nonce: bytes
    sealed: bytes


async def put_secret(tx: Transaction, name: str, secret: Sealed, at: datetime) -> None:
    await tx.execute(
        """
        insert into tenant_secrets (tenant_id, name, nonce, sealed, set_at)
        values (%(tenant)s, %(name)s, %(nonce)s, %(sealed)s, %(at)s)
            on conflict (tenant_id, name) do update
            set nonce = excluded.nonce, sealed = excluded.sealed, set_at = excluded.set_at
        """,
        tenant=tx.tenant_id,
        name=name,
        nonce=secret.nonce,
        sealed=secret.sealed,
        at=at,
    )


async def secret(tx: Transaction, name: str) -> Sealed | None:
    return await tx.maybe(
        Sealed,
        """
        select nonce, sealed from tenant_secrets
         where tenant_id = %(tenant)s and name = %(name)s
        """,
        tenant=tx.tenant_id,
        name=name,
    )


async def drop_secret(tx: Transaction, name: str) -> None:
    await tx.execute(
        "delete from tenant_secrets where tenant_id = %(tenant)s and name = %(name)s",
        tenant=tx.tenant_id,
        name=name,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnModel:
    """A person's own model: `provider:name`, asked with their own key."""

    model: str
    set_at: datetime


async def own_model(tx: Transaction) -> OwnModel | None:
    return await tx.maybe(
        OwnModel,
        "select model, set_at from tenant_models where tenant_id = %(tenant)s",
        tenant=tx.tenant_id,
    )


async def put_own_model(tx: Transaction, own: OwnModel) -> None:
    await tx.execute(
        """
        insert into tenant_models (tenant_id, model, set_at)
        values (%(tenant)s, %(model)s, %(set_at)s)
            on conflict (tenant_id) do update set model = excluded.model, set_at = excluded.set_at
        """,
        tenant=tx.tenant_id,
        model=own.model,
        set_at=own.set_at,
    )


async def drop_own_model(tx: Transaction) -> int:
    """Forget it; returns how many there were."""
    return await tx.execute(
        "delete from tenant_models where tenant_id = %(tenant)s", tenant=tx.tenant_id
    )
