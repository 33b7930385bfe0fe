"""What every request to a model goes through: reserved before it, settled after it."""

from dataclasses import dataclass
from uuid import UUID

from exoskull.budgets import service as budgets
from exoskull.budgets.model import Amount, Caps, Refusal
from exoskull.database.pool import Database
from exoskull.feed.model import Event
from exoskull.feed.service import publish
from exoskull.kit.clock import Clock
from exoskull.kit.ids import Ids, TenantId, TraceId
from exoskull.llm import lost, store
from exoskull.llm.calls import Call, CallState, Tokens
from exoskull.llm.choice import Choice
from exoskull.llm.model import Feature, Why
from exoskull.llm.prices import Prices
from exoskull.tenants.service import current

NOTHING = Tokens(into=0, out=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Purpose:
    """Whom a question is for, and what."""

    tenant_id: TenantId
    feature: Feature
    prompt: str
    trace: TraceId


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A request that may be made now, and the most it can cost."""

    call: UUID
    reservation: UUID
    choice: Choice
    purpose: Purpose
    upper: Tokens
    micros: int


class NotMade(Exception):
    """The request was not made: it has no price, or does not fit in the budget."""

    def __init__(self, why: Why) -> None:
        self.why = why
        super().__init__(why.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paid:
    """What came of a request, as it is counted."""

    call: UUID
    model: str
    tokens: Tokens
    micros: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Meter:
    """Keeps the account of all requests; each step is a transaction of its own."""

    database: Database
    clock: Clock
    ids: Ids
    caps: Caps
    prices: Prices

    async def reserve(self, choice: Choice, purpose: Purpose, upper: Tokens) -> Held:
        """Hold the most that a request can cost; raises NotMade."""
        at = self.clock.now()
        micros = self.prices.cost(choice, tokens_in=upper.into, tokens_out=upper.out, at=at)
        if micros is None:
            raise NotMade(Why.UNPRICED)
        async with self.database.transaction(purpose.tenant_id) as tx:
            await lost.sweep(tx, at=at)
            reserved = await budgets.reserve(
                tx,
                feature=purpose.feature.value,
                upper=Amount(micros=micros, tokens=upper.all),
                at=at,
                today=(await current(tx)).local_date(at),
                ids=self.ids,
                caps=self.caps,
                trace=purpose.trace,
            )
            if not isinstance(reserved, Refusal):
                call = Call(
                    id=self.ids.new(),
                    reservation_id=reserved.id,
                    feature=purpose.feature.value,
                    model=choice.id,
                    prompt=purpose.prompt,
                    state=CallState.OPEN,
                    detail=None,
                    tokens_in=None,
                    tokens_out=None,
                    micros=None,
                    started_at=at,
                    ended_at=None,
                    trace=purpose.trace,
                )
                await store.insert(tx, call)
                return Held(
                    call=call.id,
                    reservation=reserved.id,
                    choice=choice,
                    purpose=purpose,
                    upper=upper,
                    micros=micros,
                )
        raise NotMade(Why.BUDGET)

    async def settle(
        self, held: Held, state: CallState, used: Tokens | None, detail: str | None = None
    ) -> Paid:
        """Count what a request used; None: nobody knows, so its upper bound is."""
        at = self.clock.now()
        tokens, micros = held.upper, held.micros
        if used is not None:
            tokens = used
            cost = self.prices.cost(
                held.choice, tokens_in=used.into, tokens_out=used.out, cached=used.cached, at=at
            )
            micros = held.micros if cost is None else cost
        async with self.database.transaction(held.purpose.tenant_id) as tx:
            actual = Amount(micros=micros, tokens=tokens.all)
            await budgets.settle(tx, held.reservation, actual, at=at)
            await store.end(
                tx, held.call, state=state, detail=detail, used=tokens, micros=micros, at=at
            )
        return Paid(call=held.call, model=held.choice.id, tokens=tokens, micros=micros)

    async def mark(self, purpose: Purpose, call: UUID, state: CallState, detail: str) -> None:
        """Say that an answered call was of no use."""
        async with self.database.transaction(purpose.tenant_id) as tx:
            await store.mark(tx, call, state, detail)

    async def declined(self, purpose: Purpose, why: Why, model: str | None) -> None:
        """Tell that a question got no answer: once for each feature, reason and local day."""
        at = self.clock.now()
        async with self.database.transaction(purpose.tenant_id) as tx:
            day = (await current(tx)).local_date(at)
            feature = purpose.feature.value
            if await store.decline(tx, day, feature, why.value) == 1:
                data = {
                    "feature": feature,
                    "why": why.value,
                    "prompt": purpose.prompt,
                    "model": model,
                    "day": day.isoformat(),
                }
                event = Event(at=at, kind="model.declined", trace=purpose.trace, data=data)
                await publish(tx, event)
