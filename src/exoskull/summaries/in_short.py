"""Having a model open a summary with one paragraph, made of the summary's own words and numbers."""

from collections.abc import Sequence
from datetime import datetime

from pydantic import BaseModel, ConfigDict, Field

from exoskull.kit.ids import TenantId
from exoskull.llm.model import Answered, Ask, Feature
from exoskull.llm.prompts import load
from exoskull.mape.loop import Loop
from exoskull.mape.phrased import faults
from exoskull.mape.words import Words, digest_of
from exoskull.summaries.model import Facts, SummaryKind
from exoskull.summaries.service import draft_summary, trace_of

PROMPT = load("summary", 1)
LONGEST, SHORTEST = 500, 40
DAYS_MIN = 2
"""Of a week in which less was measured or done there is nothing to tell that its lines do not."""


class InShort(BaseModel):
    """The paragraph."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(max_length=1000)


async def put_in_short(
    loop: Loop, tenant_id: TenantId, kind: SummaryKind, *, slot: str, at: datetime
) -> Words | None:
    """The paragraph for a week or a month; None where there is no model, no summary, or too little
    of the person in it. Called with no transaction open."""
    if kind is SummaryKind.DAILY or not await loop.models.ready(tenant_id):
        return None
    async with loop.database.transaction(tenant_id) as tx:
        draft = await draft_summary(tx, loop, kind, slot=slot)
    if isinstance(draft, str) or not has_much(draft.facts):
        return None
    shown, language = draft.written.text, draft.tenant.language

    def accept(answer: InShort) -> Sequence[str]:
        return faults(answer.text, [shown], language, longest=LONGEST, shortest=SHORTEST)

    answer = await loop.models.ask(
        tenant_id,
        Ask(
            feature=Feature.SUMMARY,
            prompt=PROMPT,
            material=shown,
            output=InShort,
            trace=trace_of(tenant_id, kind, slot),
            language=language.value,
            tokens_max=400,
            accept=accept,
        ),
    )
    if not isinstance(answer, Answered):
        return None
    return Words(
        at=at,
        facts=digest_of(shown),
        text=answer.value.text,
        prompt=answer.prompt,
        model=answer.spent.model,
        micros=answer.spent.micros,
    )


def has_much(facts: Facts) -> bool:
    """Whether the person measured or did something on more than one day."""
    return len(facts.done) >= DAYS_MIN or any(one.days >= DAYS_MIN for one in facts.metrics)
