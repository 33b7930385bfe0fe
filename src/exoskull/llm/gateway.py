"""The one way to a model: reserve, call, settle."""

from collections.abc import AsyncGenerator
from typing import TYPE_CHECKING

from exoskull.kit.ids import TenantId
from exoskull.llm.model import Answered, Ask, Called, Declined, Delta, Ended, T, Talk, Why

if TYPE_CHECKING:
    from exoskull.llm.own import Vault


class Models:
    """The models of an installation; here: none. `vault`: what seals people's own keys."""

    vault: "Vault | None" = None

    @property
    def name(self) -> str | None:
        """The model that the operator set, as `provider:name`."""
        return None

    async def ready(self, tenant_id: TenantId) -> bool:
        """Whether a model is configured for the tenant: the installation's, or their own."""
        return False

    async def ask(self, tenant_id: TenantId, ask: Ask[T]) -> Answered[T] | Declined:
        """The answer, or why there is none. Never called with a transaction open."""
        return Declined(why=Why.NO_MODEL)

    async def converse(
        self, tenant_id: TenantId, talk: Talk
    ) -> AsyncGenerator[Delta | Called | Ended | Declined]:
        """The answer piece by piece, tools run between; the last one, and only it, is Ended or
        Declined. Never called with a transaction open. Who may stop listening before the end
        closes it (`contextlib.aclosing`): what came until then is counted then."""
        yield Declined(why=Why.NO_MODEL)

    async def close(self) -> None:
        """Close the connections to providers."""
