"""Models that are counted: what each feature asked, and what it cost."""

from collections.abc import AsyncGenerator, Collection
from dataclasses import dataclass, field
from typing import Any

from exoskull.kit.errors import Unavailable
from exoskull.kit.ids import TenantId
from exoskull.llm.gateway import Models
from exoskull.llm.model import Answered, Ask, Called, Declined, Delta, Ended, T, Talk, Why


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """What models were asked for one feature.

    `declined`: calls without an answer that could be used; `invalid`: those of them where there was
    one, and it did not hold. `micros`: millionths of a US dollar.
    """

    calls: int = 0
    declined: int = 0
    invalid: int = 0
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
        self._count(ask.feature.value, answer)
        return answer

    async def converse(
        self, tenant_id: TenantId, talk: Talk
    ) -> AsyncGenerator[Delta | Called | Ended | Declined]:
        async for piece in self.inner.converse(tenant_id, talk):
            if isinstance(piece, Ended | Declined):
                self._count("chat", piece)
            yield piece

    async def close(self) -> None:
        await self.inner.close()

    def _count(self, feature: str, answer: Answered[Any] | Ended | Declined) -> None:
        before = self.used.get(feature, Used())
        spent, why = answer.spent, answer.why if isinstance(answer, Declined) else None
        self.used[feature] = Used(
            calls=before.calls + 1,
            declined=before.declined + (why is not None),
            invalid=before.invalid + (why is Why.INVALID),
            tokens_in=before.tokens_in + (spent.tokens_in if spent else 0),
            tokens_out=before.tokens_out + (spent.tokens_out if spent else 0),
            micros=before.micros + (spent.micros if spent else 0),
        )


def require_answers(used: Collection[Used], *, model: str) -> None:
    """Make sure that `model` was of use once at least; where nothing was asked, nothing is amiss.

    Raises:
        Unavailable: `evaluation.all_invalid`: it answered, and no answer held;
            `evaluation.no_answer`: it never answered.
    """
    if not used or any(one.calls > one.declined for one in used):
        return
    calls, invalid = sum(one.calls for one in used), sum(one.invalid for one in used)
    if invalid:
        raise Unavailable("evaluation.all_invalid", model=model, invalid=invalid, calls=calls)
    raise Unavailable("evaluation.no_answer", model=model)
