"""Secrets of tenants by name, sealed by the vault: for whoever needs a key of a person's."""

from dataclasses import dataclass

from exoskull.database.transaction import Transaction
from exoskull.kit.clock import Clock
from exoskull.llm import store
from exoskull.llm.own import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class Secrets:
    """Keeps and reads secrets of the tenant of a transaction."""

    vault: Vault
    clock: Clock

    async def keep(self, tx: Transaction, name: str, secret: str) -> None:
        """Keep it, in the place of what was there."""
        sealed = self.vault.seal(tx.tenant_id, name, secret)
        await store.put_secret(tx, name, sealed, self.clock.now())

    async def read(self, tx: Transaction, name: str) -> str | None:
        """The secret, None where there is none; raises Unavailable where it cannot be opened."""
        sealed = await store.secret(tx, name)
        return None if sealed is None else self.vault.open(tx.tenant_id, name, sealed)

    async def drop(self, tx: Transaction, name: str) -> None:
        """Forget it."""
        await store.drop_secret(tx, name)
