"""The one way to a model: reserve, call, settle."""

from exoskull.kit.ids import TenantId
from exoskull.llm.model import Answered, Ask, Declined, T, Why


class Models:
    """The models of an installation; here: none."""

    async def ready(self, tenant_id: TenantId) -> bool:
        """Whether a model is configured for the tenant: the installation's, or their own."""
        return False

    async def ask(self, tenant_id: TenantId, ask: Ask[T]) -> Answered[T] | Declined:
        """The answer, or why there is none. Never called with a transaction open."""
        return Declined(why=Why.NO_MODEL)

    async def close(self) -> None:
        """Close the connections to providers."""
