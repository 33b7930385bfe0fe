"""Models that are counted: what each feature asked, and what it cost."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass, field

from exoskull.kit.ids import TenantId
from exoskull.llm.gateway import Models
from exoskull.llm.model import Answered, Ask, Called, Declined, Delta, Ended, Spent, T, Talk


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """What models were asked for one feature. `micros`: millionths of a US dollar."""

    calls: int = 0
    declined: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    micros: int = 0


@dataclass(slots=True, kw_only=True)
class CountedModels(Models):
    """`inner`, with what was asked of it by feature."""

    inner: Models
    used: dict[str, Used] = field(default_factory=dict)

    async def ready(self, tenant_id: TenantId) -> bool:
        return await self.inner.ready(tenant_id)

    async def ask(self, tenant_id: TenantId, ask: Ask[T]) -> Answered[T] | Declined:
        answer = await self.inner.ask(tenant_id, ask)
        self._count(ask.feature.value, answer.spent, declined=isinstance(answer, Declined))
        return answer

    async def converse(
        self, tenant_id: TenantId, talk: Talk
    ) -> AsyncGenerator[Delta | Called | Ended | Declined]:
        async for piece in self.inner.converse(tenant_id, talk):
            if isinstance(piece, Ended | Declined):
                self._count("chat", piece.spent, declined=isinstance(piece, Declined))
            yield piece

    async def close(self) -> None:
        await self.inner.close()

    def _count(self, feature: str, spent: Spent | None, *, declined: bool) -> None:
        before = self.used.get(feature, Used())
        self.used[feature] = Used(
            calls=before.calls + 1,
            declined=before.declined + declined,
            tokens_in=before.tokens_in + (spent.tokens_in if spent else 0),
            tokens_out=before.tokens_out + (spent.tokens_out if spent else 0),
            micros=before.micros + (spent.micros if spent else 0),
        )
