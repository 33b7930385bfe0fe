"""Following an instruction: a SKILL.md without code, read by a model that has no tools.

The person said yes to exactly that file. The model sees the instruction and the person's own rows,
and writes one text; nothing leaves, and the text says that a model wrote it.
"""

import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Protocol
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from exoskull.channels.text import untrusted
from exoskull.database.pool import Database
from exoskull.database.transaction import Transaction
from exoskull.feed.service import publish
from exoskull.i18n import text
from exoskull.kit.clock import Clock
from exoskull.kit.errors import Conflict, NotFound
from exoskull.kit.ids import Ids, TenantId, TraceId
from exoskull.llm.gateway import Models
from exoskull.llm.model import Answered, Ask, Declined, Feature, Prompt, Why
from exoskull.llm.prompts import load
from exoskull.signals import service as signals
from exoskull.skills import lifecycle, records, store
from exoskull.skills.calling import Called
from exoskull.skills.hosts import TenantReader
from exoskull.skills.instruction import Instruction, read_instruction
from exoskull.skills.owned import Caller, Skill, SkillKind, SkillRun, SkillState, Version
from exoskull.tenants.model import Tenant
from exoskull.tenants.service import current

DAYS = 14
"""Local days of measures that an instruction is shown."""
ROWS_MAX = 80
TEXT_MAX = 900


class Deps(Protocol):
    """What following needs of an installation."""

    @property
    def database(self) -> Database: ...
    @property
    def clock(self) -> Clock: ...
    @property
    def ids(self) -> Ids: ...
    @property
    def models(self) -> Models: ...


class Followed(BaseModel):
    """What a model writes in following an instruction."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(min_length=1, max_length=2 * TEXT_MAX)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Begun:
    skill: Skill
    version: Version
    ask: Ask[Followed]
    language: str


async def follow(
    here: Deps, tenant_id: TenantId, skill_id: UUID, said: str, *, caller: Caller
) -> Called:
    """Follow an instruction that is at work; logged as a run, with the model that wrote.

    Never called with a transaction open. Where no model answers, the run has an `error`.

    Args:
        said: what the person wrote just now; "" where nothing.

    Raises:
        NotFound: `skill.not_found`.
        Conflict: `skill.not_active`, `skill.no_instruction`.
    """
    at = here.clock.now()
    trace = TraceId(here.ids.new())
    async with here.database.transaction(tenant_id) as tx:
        begun = await _begin(tx, skill_id, said, at=at, trace=trace)
    answer = await here.models.ask(tenant_id, begun.ask)
    async with here.database.transaction(tenant_id) as tx:
        return await _keep(tx, begun, answer, said, here.ids.new(), caller=caller, at=at)


async def _begin(
    tx: Transaction, skill_id: UUID, said: str, *, at: datetime, trace: TraceId
) -> _Begun:
    skill = await store.get(tx, skill_id)
    if skill is None:
        raise NotFound("skill.not_found")
    if skill.kind is not SkillKind.INSTRUCTION:
        raise Conflict("skill.no_instruction", name=skill.name)
    if skill.state is not SkillState.ACTIVE:
        raise Conflict("skill.not_active", name=skill.name, state=skill.state.value)
    version = await lifecycle.in_force(tx, skill)
    read = read_instruction(version.file.encode())
    assert isinstance(read, Instruction), "it was read before it was kept"
    tenant = await current(tx)
    prompt = load("instruction", 1)
    ask = Ask(
        feature=Feature.INSTRUCTION,
        prompt=Prompt(
            name=prompt.name, version=prompt.version, text=f"{prompt.text}\n\n{read.body}"
        ),
        material=await _material(tx, tenant, said, at),
        output=Followed,
        trace=trace,
        language=tenant.language.value,
        tokens_max=600,
    )
    return _Begun(skill=skill, version=version, ask=ask, language=tenant.language.value)


async def _material(tx: Transaction, tenant: Tenant, said: str, at: datetime) -> str:
    reader = TenantReader(tx, tenant, at)
    lately = await signals.since(tx, at - timedelta(days=DAYS))
    rows: dict[str, Any] = {
        "now": tenant.local(at).isoformat(timespec="minutes"),
        "the person said": said[:1000],
        "goals": await reader.goals(),
        "open tasks": (await reader.tasks("open"))[-20:],
        "measures": [
            f"{tenant.local(one.at):%Y-%m-%d %H:%M} {one.metric} {one.value:g} {one.unit}".strip()
            for one in lately[-ROWS_MAX:]
        ],
    }
    return json.dumps(rows, ensure_ascii=False, indent=1)


async def _keep(
    tx: Transaction,
    begun: _Begun,
    answer: Answered[Followed] | Declined,
    said: str,
    run_id: UUID,
    *,
    caller: Caller,
    at: datetime,
) -> Called:
    written, error = None, None
    if isinstance(answer, Answered):
        written = text(
            begun.language, "skill-followed", text=untrusted(answer.value.text, TEXT_MAX)
        )
    else:
        error = "skill.needs_model" if answer.why is Why.NO_MODEL else "skill.model_declined"
    by = f"{answer.spent.model}, {answer.prompt}" if isinstance(answer, Answered) else None
    done = SkillRun(
        id=run_id,
        skill_id=begun.skill.id,
        version=begun.version.version,
        at=at,
        caller=caller,
        input={"said": said[:1000]} if said else {},
        output={"text": written, "written_by": by} if written else None,
        calls={},
        effects=[],
        error=error,
        took_us=0,
        trace=begun.ask.trace,
    )
    await store.add_run(tx, done)
    kept = await store.get(tx, begun.skill.id, lock=True)
    if kept is not None and kept.state is SkillState.ACTIVE:
        await store.save(tx, replace(kept, used_at=at))
    more = {"text": written, "written_by": by} if written else {"why_not": error}
    verb = "used" if written else "failed"
    event = records.event(
        begun.skill,
        begun.version,
        verb,
        at,
        run=str(run_id),
        caller=caller.value,
        effects=[],
        **more,
    )
    await publish(tx, event)
    return Called(run=done, text=written, error=error)
