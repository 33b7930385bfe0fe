"""The mails that bring somebody in: a link to sign in by, or an invitation.

They answer to a person at the door, or to one who invites; the loop never writes them. So they are
no interventions: no quiet hours, pause or daily limit keeps a person out of their own space, and
no secret stands in a row. What limits them is how often the door may be tried.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from exoskull.accounts import store
from exoskull.accounts.model import MAIL_LINK_LASTS
from exoskull.accounts.service import account
from exoskull.channels.model import ChannelName, Delivery, Rejected, Result, Retry, Sent
from exoskull.database.pool import Database
from exoskull.i18n import text
from exoskull.kit.clock import Clock
from exoskull.kit.ids import Ids, TenantId
from exoskull.tenants.model import Credential
from exoskull.tenants.service import add_credential, current


class Mailer(Protocol):
    """The e-mail channel, as far as it is needed here."""

    @property
    def provider(self) -> str: ...

    async def send(self, delivery: Delivery, at: datetime) -> Result: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """Mails of one installation. `base_url`: how people reach the web, without a final slash."""

    database: Database
    clock: Clock
    ids: Ids
    mailer: Mailer | None
    base_url: str

    @property
    def is_there(self) -> bool:
        """Whether mails can be sent at all."""
        return self.mailer is not None and self.mailer.provider != "null"

    async def send_link(self, tenant_id: TenantId) -> None:
        """Mail the person a link that signs in once, within a quarter of an hour.

        Nothing goes to a person who has no address or wants no such links.
        """
        at, mail_id = self.clock.now(), self.ids.new()
        async with self.database.transaction(tenant_id) as tx:
            tenant = await current(tx)
            if tenant.email is None or not (await account(tx)).mail_links:
                return
            secret = await add_credential(
                tx, Credential.LOGIN_LINK, at=at, ids=self.ids, lifetime=MAIL_LINK_LASTS
            )
            await store.insert_mail(tx, id=mail_id, kind="sign_in", at=at)
        language = tenant.language.value
        delivery = Delivery(
            idempotency_key=str(mail_id),
            channel=ChannelName.EMAIL,
            to=tenant.email,
            subject=text(language, "accounts-mail-subject"),
            text=text(
                language,
                "accounts-mail-text",
                name=tenant.name,
                url=f"{self.base_url}/login?token={secret}",
                minutes=int(MAIL_LINK_LASTS.total_seconds()) // 60,
            ),
            language=language,
        )
        await self._send(tenant_id, delivery)

    async def invite(
        self, inviter: TenantId, *, to: str, path: str, name: str, days: int, language: str
    ) -> bool:
        """Mail an invitation of `inviter`, called `name`; whether the mail server took it."""
        mail_id = self.ids.new()
        async with self.database.transaction(inviter) as tx:
            await store.insert_mail(tx, id=mail_id, kind="invitation", at=self.clock.now())
        delivery = Delivery(
            idempotency_key=str(mail_id),
            channel=ChannelName.EMAIL,
            to=to,
            subject=text(language, "accounts-invitation-subject", name=name),
            text=text(
                language,
                "accounts-invitation-text",
                name=name,
                url=f"{self.base_url}{path}",
                days=days,
            ),
            language=language,
        )
        return await self._send(inviter, delivery)

    async def _send(self, tenant_id: TenantId, delivery: Delivery) -> bool:
        """Hand it over once and keep what came of it; it is never sent again by itself."""
        assert self.mailer is not None, "ask is_there first"
        result = await self.mailer.send(delivery, self.clock.now())
        receipt: str | None = None
        match result:
            case Sent(receipt=receipt):
                state, reason = "sent", None
            case Retry(reason=reason) | Rejected(reason=reason):
                state = "failed"
            case _:
                state, reason = "unknown", result.reason
        async with self.database.transaction(tenant_id) as tx:
            await store.end_mail(
                tx,
                UUID(delivery.idempotency_key),
                state=state,
                receipt=receipt,
                reason=reason,
                at=self.clock.now(),
            )
        return state == "sent"
