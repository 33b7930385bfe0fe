"""Skills that no template fits, written by a model: the same checks and approvals as everything."""

import re
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol

from pydantic import BaseModel, ConfigDict, Field

from exoskull.database.pool import Database
from exoskull.database.transaction import Transaction
from exoskull.kit.ids import TenantId, TraceId
from exoskull.llm.gateway import Models
from exoskull.llm.model import Ask, Declined, Feature, Prompt, Spent
from exoskull.llm.prompts import load
from exoskull.skills import store
from exoskull.skills.check import Workbench
from exoskull.skills.generate import Written
from exoskull.skills.making import Plan, free_name
from exoskull.skills.model import FILE_MAX
from exoskull.skills.owned import STANDING, Result, Suggestion, SuggestionStatus
from exoskull.skills.writing import Draft, NotWritten, draft
from exoskull.tenants.service import current

TOKENS_MAX = 3000
"""Of one file."""
_NAME = re.compile(r"^name:.*$", re.MULTILINE)


class Deps(Protocol):
    """What writing needs of an installation."""

    @property
    def database(self) -> Database: ...
    @property
    def sandbox(self) -> Workbench: ...
    @property
    def models(self) -> Models: ...


class SkillText(BaseModel):
    """A skill file, whole."""

    model_config = ConfigDict(extra="forbid")

    file: str = Field(min_length=1, max_length=FILE_MAX)


@dataclass(slots=True, kw_only=True)
class ModelWriter:
    """A writer that is a model. `spent`: what each try cost."""

    models: Models
    tenant_id: TenantId
    trace: TraceId
    language: str
    spent: list[Spent] = field(default_factory=list)

    async def write(self, card: str, task: str) -> str:
        """The file; raises NotWritten where no model answers."""
        prompt = load("skill", 1)
        ask = Ask(
            feature=Feature.SKILL,
            prompt=Prompt(
                name=prompt.name, version=prompt.version, text=f"{prompt.text}\n\n{card}"
            ),
            material=task,
            output=SkillText,
            trace=self.trace,
            language=self.language,
            tokens_max=TOKENS_MAX,
        )
        answer = await self.models.ask(self.tenant_id, ask)
        if isinstance(answer, Declined):
            if answer.spent:
                self.spent.append(answer.spent)
            raise NotWritten(answer.why.value)
        self.spent.append(answer.spent)
        return answer.value.file

    def signed(self, tries: int) -> str:
        """Who wrote: the model, the prompt and its version, the number of tries."""
        model = self.spent[-1].model if self.spent else "-"
        return f"{model}, {load('skill', 1).id}, {tries}"


async def authored(here: Deps, tenant_id: TenantId, planned: Plan, *, at: datetime) -> Plan:
    """`planned`, with the file that a model wrote where no template fits; as it was where one does,
    or no model is there. Never called with a transaction open.

    A model that does not answer leaves the idea open, saying why; three files that did not pass
    end it.

    Raises:
        SandboxUnavailable: nothing could be checked.
    """
    if planned.result is not Result.NEEDS_MODEL or not await here.models.ready(tenant_id):
        return planned
    async with here.database.transaction(tenant_id) as tx:
        language = (await current(tx)).language.value
        taken = {one.name for one in await store.in_states(tx, STANDING)}
    writer = ModelWriter(
        models=here.models,
        tenant_id=tenant_id,
        trace=planned.suggestion.trace,
        language=language,
    )
    label = planned.suggestion.label
    try:
        made = await draft(writer, here.sandbox, label, language=language, clock=at)
    except NotWritten as error:
        return replace(planned, detail=error.why)
    by = writer.signed(made.tries)
    if not made.is_good or made.checked.skill is None:
        return replace(planned, result=Result.INVALID, detail=f"{by}: {_wrong(made)}"[:200], by=by)
    name = free_name(made.checked.skill.name, taken)
    file = made.file
    if name != made.checked.skill.name:
        file = _NAME.sub(f"name: {name}", file, count=1)
    return replace(planned, result=None, written=Written(name=name, file=file), slots={}, by=by)


def _wrong(made: Draft) -> str:
    return ", ".join(one.key for one in (*made.checked.problems, *made.checked.warnings))


async def open_ideas(tx: Transaction, at: datetime) -> list[Suggestion]:
    """Ideas that only lacked a model, as long as they keep, oldest first."""
    found = await store.suggestions(tx, limit=200)
    waiting = {one.key for one in found if one.status is SuggestionStatus.PENDING}
    newest = {one.key: one for one in reversed(found)}
    return [
        one
        for one in reversed(found)
        if one.result is Result.NEEDS_MODEL
        and one.expires_at > at
        and one.key not in waiting
        and newest[one.key].id == one.id
    ]


async def reopen(tx: Transaction, suggestion: Suggestion) -> None:
    """Have an idea wait again, now that there is something to be made of it."""
    kept = await store.suggestion(tx, suggestion.id)
    if kept is None or kept.result is not Result.NEEDS_MODEL:
        return
    again = replace(
        kept, status=SuggestionStatus.PENDING, result=None, detail=None, processed_at=None
    )
    await store.save_suggestion(tx, again)
