"""A person's own model and key, and the vault that keeps secrets."""

import secrets
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self
from uuid import UUID

from exoskull.database.pool import Database
from exoskull.database.transaction import Transaction
from exoskull.feed.model import Event
from exoskull.feed.service import publish
from exoskull.kit.errors import InvalidInput, Unavailable
from exoskull.kit.ids import TenantId, TraceId
from exoskull.kit.keyfile import installation_key
from exoskull.llm import store
from exoskull.llm.choice import KEYS, Choice, check_installed
from exoskull.settings import is_model

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
MODEL_KEY = "model.key"
KEY_MOST = 512
"""Characters of a key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vault:
    """Seals secrets of tenants with AES-GCM, each bound to its tenant and name.

    `key`: the operator's, of any length; None: `secret.key` in `home`, made when it is first
    needed, readable by nobody else. Losing it loses the secrets, and nothing more.
    """

    home: Path
    key: str | None = field(default=None, repr=False)

    @classmethod
    def passing(cls) -> Self:
        """A vault whose key is kept nowhere: what it seals lasts as long as the program."""
        return cls(home=Path(), key=secrets.token_hex(KEY_BYTES))

    def seal(self, tenant_id: TenantId, name: str, secret: str) -> store.Sealed:
        nonce = secrets.token_bytes(12)
        sealed = self._cipher(making=True).encrypt(nonce, secret.encode(), _bound(tenant_id, name))
        return store.Sealed(nonce=nonce, sealed=sealed)

    def open(self, tenant_id: TenantId, name: str, sealed: store.Sealed) -> str:
        """The secret; raises Unavailable (`secret.not_opened`) where the key is another one."""
        from cryptography.exceptions import InvalidTag

        bound = _bound(tenant_id, name)
        try:
            return self._cipher(making=False).decrypt(sealed.nonce, sealed.sealed, bound).decode()
        except InvalidTag as error:
            raise Unavailable("secret.not_opened", name=name) from error

    def _cipher(self, *, making: bool) -> "AESGCM":
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM
        from cryptography.hazmat.primitives.hashes import SHA256
        from cryptography.hazmat.primitives.kdf.hkdf import HKDF

        found = installation_key(self.home, self.key, making=making)
        derived = HKDF(SHA256(), KEY_BYTES, None, b"exoskull tenant secrets v1").derive(found)
        return AESGCM(derived)


def _bound(tenant_id: TenantId, name: str) -> bytes:
    return f"{UUID(int=tenant_id.int)}:{name}".encode()


async def own_model(tx: Transaction) -> store.OwnModel | None:
    """The model that the person brought."""
    return await store.own_model(tx)


async def own_choice(database: Database, vault: Vault, tenant_id: TenantId) -> Choice | None:
    """The model that the person brought, with its key; None: they use the installation's."""
    async with database.transaction(tenant_id, durable=False) as tx:
        own = await store.own_model(tx)
        sealed = await store.secret(tx, MODEL_KEY) if own else None
    if own is None or sealed is None:
        return None
    return Choice.parse(own.model, key=vault.open(tenant_id, MODEL_KEY, sealed), own=True)


async def bring(
    tx: Transaction, vault: Vault, *, model: str, key: str, at: datetime, trace: TraceId
) -> None:
    """From now on the person is answered by `model`, with their own `key`.

    Raises:
        InvalidInput: `model.not_your_own`, `model.invalid_key`: such a model or key cannot be.
        Unavailable: `model.extra_missing`: its provider's client is not installed.
    """
    provider = model.partition(":")[0]
    if not is_model(model) or provider not in KEYS:
        known = ", ".join(KEYS)
        raise InvalidInput("model.not_your_own", field="model", value=model[:64], known=known)
    check_installed(provider)
    key = key.strip()
    if not (key.isascii() and key.isprintable() and " " not in key and 8 <= len(key) <= KEY_MOST):
        raise InvalidInput("model.invalid_key", field="key", most=KEY_MOST)
    await store.put_secret(tx, MODEL_KEY, vault.seal(tx.tenant_id, MODEL_KEY, key), at)
    await store.put_own_model(tx, store.OwnModel(model=model, set_at=at))
    await publish(tx, _changed(model, at, trace))


async def leave(tx: Transaction, *, at: datetime, trace: TraceId) -> bool:
    """Forget the person's own model and key; returns whether there was one."""
    await store.drop_secret(tx, MODEL_KEY)
    was_there = bool(await store.drop_own_model(tx))
    if was_there:
        await publish(tx, _changed(None, at, trace))
    return was_there


def _changed(model: str | None, at: datetime, trace: TraceId) -> Event:
    data = {"changed": ["own_model"], "own_model": model}
    return Event(at=at, kind="settings.changed", trace=trace, data=data)
