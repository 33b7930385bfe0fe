"""The only way out: claim, send, receipt.

A message is claimed in one transaction, handed to its channel outside any, and its receipt kept
in another. A crash in between leaves a claim whose lease runs out: the message is then `unknown`,
asked of the provider where it can tell, and never blindly sent again.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from exoskull.channels.adapters.adapter import Adapter
from exoskull.channels.model import (
    Absent,
    Address,
    ChannelName,
    Delivery,
    Rejected,
    Result,
    Retry,
    Sent,
    Unknown,
)
from exoskull.channels.text import clean_line
from exoskull.database.pool import Database
from exoskull.database.transaction import Transaction
from exoskull.feed.service import publish
from exoskull.grants.service import commit, release
from exoskull.interventions import store
from exoskull.interventions.claim import Claimed, Revalidate, claim
from exoskull.interventions.letter import Letter, WriteLetter, as_it_stands, plain_letter
from exoskull.interventions.model import (
    ATTEMPTS_MAX,
    RESPONSE_WINDOW,
    Intervention,
    State,
    retry_after,
)
from exoskull.interventions.opt_out import opt_out
from exoskull.interventions.records import event, sent_event
from exoskull.kit.clock import Clock
from exoskull.kit.ids import Ids, TenantId
from exoskull.scheduling.service import move_attention
from exoskull.tenants.model import Tenant
from exoskull.tenants.service import current, hold

RECONCILE_EVERY = timedelta(minutes=15)
RECONCILE_FOR = timedelta(hours=24)

_Act = Callable[[TenantId, UUID], Awaitable[None]]

PostInApp = Callable[[Transaction, Intervention, datetime], Awaitable[str]]
"""Puts the message into the person's thread; returns the id of the row, which is the receipt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outbox:
    """The outbox of an installation, with the channels it has.

    `reveal_codes`: whether events carry approval codes; in replays only.
    """

    database: Database
    clock: Clock
    ids: Ids
    adapters: Mapping[ChannelName, Adapter]
    revalidate: Revalidate
    post_in_app: PostInApp
    reveal_codes: bool = False
    write_letter: WriteLetter = as_it_stands

    @property
    def reachable(self) -> frozenset[ChannelName]:
        """The channels that messages can leave by."""
        return frozenset({ChannelName.IN_APP, *self.adapters})

    async def deliver(self, tenant_id: TenantId, intervention_id: UUID) -> None:
        """Send one planned message, if it may leave now; safe to call twice, from anywhere."""
        async with self.database.transaction(tenant_id) as tx:
            at = self.clock.now()
            claimed = await claim(
                tx,
                intervention_id,
                at=at,
                ids=self.ids,
                revalidate=self.revalidate,
                reachable=self.reachable,
                reveal_codes=self.reveal_codes,
            )
            if claimed is None:
                return
            if claimed.intervention.channel is ChannelName.IN_APP:
                # A row is its own receipt: claim, act and receipt are one transaction.
                receipt = await self.post_in_app(tx, claimed.intervention, at)
                await self._record(tx, claimed.intervention, Sent(receipt=receipt, provider="row"))
                return
            letter = await self.write_letter(tx, claimed.intervention, claimed.tenant, at)
        result = await self._send(claimed, letter)
        async with self.database.transaction(tenant_id) as tx:
            await hold(tx)  # before the message, as every claim does
            current = await store.get(tx, intervention_id, lock=True)
            if current is None or current.attempts != claimed.intervention.attempts:
                return  # the lease ran out, and somebody else has decided what this is
            await self._record(tx, current, result)

    async def _send(self, claimed: Claimed, letter: Letter) -> Result:
        message = claimed.intervention
        delivery = _delivery(message, claimed.tenant, letter)
        if delivery.to is None:
            return Rejected(reason="channel.no_address")
        return await self.adapters[message.channel].send(delivery, self.clock.now())

    async def _record(self, tx: Transaction, message: Intervention, result: Result) -> None:
        at = self.clock.now()
        match result:
            case Sent():
                await self._sent(tx, message, result, at)
            case Retry():
                await self._retry(tx, message, result, at)
            case Rejected():
                await self._failed(tx, message, result.reason, at)
                if result.opted_out:
                    await opt_out(tx, message, at=at)
            case Unknown():
                await self._unknown(tx, message, result.reason, at)

    async def _sent(
        self, tx: Transaction, message: Intervention, result: Sent, at: datetime
    ) -> None:
        sent = await store.change(
            tx,
            message.id,
            from_=message.state,
            to=State.SENT,
            receipt=result.receipt,
            sent_at=at,
            lease_until=None,
            outcome_due_at=at + RESPONSE_WINDOW,
        )
        if sent is None:
            return
        if message.authorization_id is not None:
            await commit(tx, message.authorization_id)
        await publish(tx, sent_event(sent, at))

    async def _retry(
        self, tx: Transaction, message: Intervention, result: Retry, at: datetime
    ) -> None:
        if message.attempts >= ATTEMPTS_MAX:
            await self._failed(tx, message, result.reason, at)
            return
        wait = retry_after(message.attempts)
        if result.after_s is not None:
            wait = max(wait, timedelta(seconds=result.after_s))
        later = await store.change(
            tx,
            message.id,
            from_=message.state,
            to=State.PLANNED,
            send_at=at + wait,
            failure=result.reason,
            claimed_at=None,
            lease_until=None,
            local_date=None,
            authorization_id=None,
        )
        if later is not None:
            await self._give_back(tx, message)
            until = later.send_at.isoformat()
            await publish(tx, event(later, "put_off", at, why_not=result.reason, until=until))

    async def _failed(
        self, tx: Transaction, message: Intervention, reason: str, at: datetime
    ) -> None:
        failed = await store.change(
            tx,
            message.id,
            from_=message.state,
            to=State.FAILED,
            failure=reason,
            lease_until=None,
            claimed_at=None,
            local_date=None,
        )
        if failed is not None:
            await self._give_back(tx, message)
            await publish(tx, event(failed, "failed", at, why_not=reason))
            await move_attention(tx, "delivery", at)

    async def _unknown(
        self, tx: Transaction, message: Intervention, reason: str, at: datetime
    ) -> None:
        unknown = await store.change(
            tx,
            message.id,
            from_=State.SENDING,
            to=State.UNKNOWN,
            failure=reason,
            lease_until=at + RECONCILE_EVERY,
        )
        if unknown is not None:
            await publish(tx, event(unknown, "unknown", at, why_not=reason))

    async def _give_back(self, tx: Transaction, message: Intervention) -> None:
        if message.authorization_id is not None:
            await release(tx, message.authorization_id)

    async def recover(self, tenant_id: TenantId, intervention_id: UUID) -> None:
        """Mend a message whose claim ran out: it is unknown, and the provider is asked for a day
        what became of it. Nothing is sent again unless the provider says it never had it."""
        async with self.database.transaction(tenant_id) as tx:
            at = self.clock.now()
            message = await store.get(tx, intervention_id, lock=True)
            if message is None or message.lease_until is None or message.lease_until > at:
                return
            if message.state is State.SENDING:
                await self._unknown(tx, message, "crashed", at)
            elif message.state is not State.UNKNOWN:
                return
            tenant = await current(tx)
        kept = _delivery(message, tenant, plain_letter(message, tenant))
        delivery = replace(kept, to=_address(message.recipient))
        attempted_at = message.claimed_at or at
        adapter = self.adapters.get(message.channel)
        finding = await adapter.find(delivery, attempted_at, at) if adapter else None
        async with self.database.transaction(tenant_id) as tx:
            await hold(tx)
            lost = await store.get(tx, intervention_id, lock=True)
            if lost is None or lost.state is not State.UNKNOWN:
                return
            if lost.attempts != message.attempts:
                return  # tried again meanwhile: what was found speaks of the earlier try
            if isinstance(finding, Absent):
                await self._retry(tx, lost, Retry(reason="channel.not_handed_over"), at)
            elif finding is not None:
                await self._record(tx, lost, finding)
            else:
                again = at + RECONCILE_EVERY
                await store.change(
                    tx,
                    lost.id,
                    from_=State.UNKNOWN,
                    to=State.UNKNOWN,
                    lease_until=again if again < attempted_at + RECONCILE_FOR else None,
                )

    async def tick(self, *, limit: int = 100, parallel: int = 1) -> int:
        """Deliver what is due and mend what a crash left, over all tenants.

        Args:
            parallel: how many to have under way at once, so that one hanging provider does not
                hold up the others; 1 keeps their order.

        Returns:
            How many messages were looked at.

        Raises:
            ExceptionGroup: what went wrong with some; the others were looked at all the same.
        """
        at = self.clock.now()
        async with self.database.system() as tx:
            stale = await store.stale(tx, at, limit=limit)
            due = await store.due(tx, at, limit=limit)
        room = asyncio.Semaphore(parallel)

        async def within(act: _Act, tenant_id: TenantId, intervention_id: UUID) -> None:
            async with room:  # first come, first served
                await act(tenant_id, intervention_id)

        works = [within(self.recover, *key) for key in stale]
        works += [within(self.deliver, *key) for key in due]
        ended = await asyncio.gather(*works, return_exceptions=True)
        if failed := [one for one in ended if isinstance(one, Exception)]:
            raise ExceptionGroup("some messages could not be looked at", failed)
        return len(works)

    async def next_due(self) -> datetime | None:
        """When the next planned message is to leave, over all tenants."""
        async with self.database.system() as tx:
            return await store.next_due(tx)


def _address(text: str | None) -> Address | None:
    return None if text is None else Address(text)


def _delivery(message: Intervention, tenant: Tenant, letter: Letter) -> Delivery:
    return Delivery(
        idempotency_key=message.idempotency_key,
        channel=message.channel,
        to=_address(tenant.address(message.channel)),
        subject=clean_line(message.subject),
        text=letter.text,
        language=tenant.language.value,
        html=letter.html,
        headers=letter.headers,
    )
