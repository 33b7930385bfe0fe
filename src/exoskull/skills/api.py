"""Skills over HTTP."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Body
from pydantic import Field
from starlette.requests import Request
from starlette.responses import PlainTextResponse

from exoskull.interventions.telling import Means
from exoskull.kit.errors import Conflict, NotFound, Unavailable
from exoskull.sandbox.limits import SandboxUnavailable
from exoskull.skills import exchange, jobs, lifecycle, pausing, service
from exoskull.skills.model import FILE_MAX
from exoskull.skills.owned import (
    Caller,
    Origin,
    Result,
    RiskWord,
    Skill,
    SkillKind,
    SkillState,
    Source,
    SuggestionSource,
    SuggestionStatus,
    Version,
)
from exoskull.skills.parts import parts_of
from exoskull.tenants.service import current
from exoskull.tenants.visit import ApiCaller, ApiVisit, Visit
from exoskull.web.api import In, Limit, Listed, Out

router = APIRouter(tags=["skills"])

MARKDOWN = "text/markdown; charset=utf-8"


class SkillOut(Out):
    """`can`: what it can touch, in words; `question`: the id of what is asked about it."""

    id: UUID
    name: str
    kind: SkillKind
    state: SkillState
    version: int
    source: Source
    template: str | None
    description: str
    capabilities: list[str]
    can: str
    risk: RiskWord
    daily_at: str | None
    next_run_at: datetime | None
    created_at: datetime
    activated_at: datetime | None
    used_at: datetime | None
    ended_at: datetime | None
    ended_because: str | None
    question: UUID | None
    trace: UUID


class VersionOut(Out):
    version: int
    content_hash: str
    description: str
    capabilities: list[str]
    risk: RiskWord
    origin: Origin
    verified_with: str
    verified_at: datetime
    created_at: datetime


class RunOut(Out):
    """`calls`: how often each host function was called; `effects`: each with its `state`."""

    id: UUID
    version: int
    at: datetime
    caller: Caller
    input: dict[str, Any]
    output: Any
    calls: dict[str, int]
    effects: list[dict[str, Any]]
    error: str | None
    took_us: int


class WaitingOut(Out):
    """`what` a run wants to do; `rest`: how many things wait behind it."""

    question: UUID
    what: str
    rest: int
    expires_at: datetime


class ResumedOut(Out):
    """What became of a run that waited; `asks_on`: whether one of the rest is asked about."""

    run: UUID
    effects: list[dict[str, Any]]
    asks_on: bool


class SuggestionOut(Out):
    id: UUID
    source: SuggestionSource
    label: str
    template: str | None
    confidence: float
    evidence: list[UUID]
    status: SuggestionStatus
    result: Result | None
    detail: str | None
    skill_id: UUID | None
    created_at: datetime
    expires_at: datetime
    processed_at: datetime | None
    trace: UUID


class FileIn(In):
    """`file`: the whole skill file."""

    file: str


class RunIn(In):
    input: dict[str, Any] = Field(default_factory=dict)


class AnswerIn(In):
    """`yes` or no to the open question; `question`: the one that was shown, so that a newer one is
    not answered by it."""

    yes: bool
    question: UUID | None = Field(default=None, strict=False)


class VersionIn(In):
    version: int


class CalledOut(Out):
    """`text`: what it says; `error`: why it gave nothing."""

    run: RunOut
    text: str | None
    error: str | None


class DiffOut(Out):
    """`lines`: a unified diff without its header."""

    before: int
    after: int
    lines: list[str]


class MadeOut(Out):
    result: Result


@router.get("/skills")
async def skills(visit: ApiVisit) -> Listed[SkillOut]:
    """All skills: those that wait and those at work first."""
    return Listed(items=[await _out(visit, one) for one in await service.everything(visit.tx)])


@router.post("/skills", status_code=201)
async def bring_in(caller: ApiCaller, body: FileIn) -> SkillOut:
    """Bring a skill file in: a new skill, or a new version of the one of its name. One that may do
    harm waits for a yes."""
    door = caller.door
    at = door.clock.now()
    try:
        examined = await exchange.examine(door.sandbox, body.file.encode()[: FILE_MAX + 1], at=at)
    except SandboxUnavailable as error:
        raise Unavailable("sandbox.unavailable") from error
    async with door.database.transaction(caller.tenant_id) as tx:
        visit = Visit(tx=tx, tenant=await current(tx), at=at, door=door)
        skill = await exchange.bring_in(tx, examined, at=at, by="api", means=means_of(visit))
        return await _out(visit, skill)


@router.get("/skills/suggestions")
async def suggestions(visit: ApiVisit, limit: Limit = 50) -> Listed[SuggestionOut]:
    """Ideas for skills, the newest first, with what became of each."""
    found = await service.suggestions(visit.tx, limit=limit)
    return Listed(items=[SuggestionOut.model_validate(one) for one in found])


@router.post("/skills/suggestions/{suggestion_id}/make")
async def make(request: Request, caller: ApiCaller, suggestion_id: UUID) -> MadeOut:
    """Make a skill of an idea now, however sure it is."""
    return MadeOut(result=await make_now(parts_of(request), caller.tenant_id, suggestion_id))


@router.get("/skills/{skill_id}")
async def skill(visit: ApiVisit, skill_id: UUID) -> SkillOut:
    """One skill."""
    return await _out(visit, await service.get(visit.tx, skill_id))


@router.get("/skills/{skill_id}/file", response_class=PlainTextResponse)
async def file(visit: ApiVisit, skill_id: UUID) -> PlainTextResponse:
    """The file of the version in force."""
    found = await service.get(visit.tx, skill_id)
    version = await service.in_force(visit.tx, found)
    return PlainTextResponse(version.file, media_type=MARKDOWN)


@router.get("/skills/{skill_id}/versions")
async def versions(visit: ApiVisit, skill_id: UUID) -> Listed[VersionOut]:
    """Its versions, the newest first."""
    found = await service.versions(visit.tx, await service.get(visit.tx, skill_id))
    return Listed(items=[VersionOut.model_validate(one) for one in found])


@router.get("/skills/{skill_id}/versions/{number}/diff")
async def difference(visit: ApiVisit, skill_id: UUID, number: int) -> DiffOut:
    """What a version changed, beside the one before it."""
    found = await service.versions(visit.tx, await service.get(visit.tx, skill_id))
    return diff_of(found, number)


@router.get("/skills/{skill_id}/runs")
async def runs(visit: ApiVisit, skill_id: UUID, limit: Limit = 50) -> Listed[RunOut]:
    """Its runs, the newest first."""
    found = await service.get(visit.tx, skill_id)
    made = await service.runs(visit.tx, found, limit=limit)
    return Listed(items=[RunOut.model_validate(one) for one in made])


@router.post("/skills/{skill_id}/run")
async def run(visit: ApiVisit, skill_id: UUID, body: RunIn) -> CalledOut:
    """Run a skill that is at work; its effects go through grants and limits."""
    try:
        called = await service.call(
            visit.tx,
            visit.door.sandbox,
            await service.get(visit.tx, skill_id),
            body.input,
            caller=Caller.API,
            at=visit.at,
            means=means_of(visit),
            trace=visit.new_trace(),
        )
    except SandboxUnavailable as error:
        raise Unavailable("sandbox.unavailable") from error
    shown = RunOut.model_validate(called.run)
    return CalledOut(run=shown, text=called.text, error=called.error)


@router.post("/skills/{skill_id}/answer")
async def answer(visit: ApiVisit, skill_id: UUID, body: AnswerIn) -> SkillOut:
    """Say yes or no to what is asked about a skill."""
    found = await service.get(visit.tx, skill_id)
    done = await service.approve(
        visit.tx, found, yes=body.yes, by="api", at=visit.at, question=body.question
    )
    return await _out(visit, done)


@router.get("/skills/{skill_id}/waiting")
async def waiting(visit: ApiVisit, skill_id: UUID) -> Listed[WaitingOut]:
    """What runs of a skill want to do and ask about, oldest first."""
    found = await service.get(visit.tx, skill_id)
    asked = await pausing.asking(visit.tx, found.id, visit.language, at=visit.at)
    return Listed(
        items=[
            WaitingOut(
                question=one.question.id,
                what=one.what,
                rest=one.rest,
                expires_at=one.question.expires_at,
            )
            for one in asked
        ]
    )


@router.post("/skills/{skill_id}/waiting")
async def answer_waiting(visit: ApiVisit, skill_id: UUID, body: AnswerIn) -> ResumedOut:
    """Say yes or no to what a run wants to do; at a yes it goes on from there."""
    done = await pausing.answer_shown(
        visit.tx,
        visit.door.sandbox.seal,
        skill_id,
        yes=body.yes,
        by="api",
        at=visit.at,
        means=means_of(visit),
        question=body.question,
    )
    return ResumedOut(run=done.run.id, effects=list(done.left), asks_on=done.asks_on)


@router.post("/skills/{skill_id}/ask")
async def ask(visit: ApiVisit, skill_id: UUID) -> SkillOut:
    """Ask anew about a skill that waits, was rejected or switched off."""
    found = await service.get(visit.tx, skill_id, lock=True)
    done = await service.ask_again(visit.tx, found, at=visit.at, means=means_of(visit))
    return await _out(visit, done)


@router.post("/skills/{skill_id}/revoke")
async def revoke(visit: ApiVisit, skill_id: UUID) -> SkillOut:
    """Switch a skill off."""
    found = await service.get(visit.tx, skill_id, lock=True)
    return await _out(visit, await service.revoke(visit.tx, found, at=visit.at, by="api"))


@router.post("/skills/{skill_id}/restore")
async def restore(visit: ApiVisit, skill_id: UUID) -> SkillOut:
    """Have an archived skill back."""
    found = await service.get(visit.tx, skill_id, lock=True)
    return await _out(visit, await lifecycle.restore(visit.tx, found, at=visit.at, by="api"))


@router.post("/skills/{skill_id}/rollback")
async def rollback(visit: ApiVisit, skill_id: UUID, body: Annotated[VersionIn, Body()]) -> SkillOut:
    """Go by an earlier version's file again."""
    found = await service.get(visit.tx, skill_id, lock=True)
    done = await exchange.rollback(
        visit.tx, found, body.version, at=visit.at, by="api", means=means_of(visit)
    )
    return await _out(visit, done)


def means_of(visit: Visit) -> Means:
    """How the person is told of what they just did here: in the app."""
    return Means(ids=visit.ids)


async def make_now(door: jobs.Deps, tenant_id: Any, suggestion_id: UUID) -> Result:
    """Make a skill of an idea; raises Conflict where it does not wait."""

    async def means(_: Any) -> Means:
        return Means(ids=door.ids)

    try:
        made = await jobs.make_now(door, tenant_id, suggestion_id, means_of=means)
    except SandboxUnavailable as error:
        raise Unavailable("sandbox.unavailable") from error
    if made is None:
        raise Conflict("skill.no_suggestion")
    return made


def diff_of(found: list[Version], number: int) -> DiffOut:
    """What version `number` changed, beside the one before; raises NotFound."""
    by_number = {one.version: one for one in found}
    after, before = by_number.get(number), by_number.get(number - 1)
    if after is None or before is None:
        raise NotFound("skill.no_version", version=number - 1 if after else number)
    lines = exchange.difference(before, after)
    return DiffOut(before=number - 1, after=number, lines=lines)


async def _out(visit: Visit, one: Skill) -> SkillOut:
    version = await service.in_force(visit.tx, one)
    question = await service.question_of(visit.tx, one, visit.at)
    return SkillOut(
        id=one.id,
        name=one.name,
        kind=one.kind,
        state=one.state,
        version=one.version,
        source=one.source,
        template=one.template,
        description=version.description,
        capabilities=list(version.capabilities),
        can=lifecycle.able_text(version, visit.language),
        risk=one.risk,
        daily_at=one.daily_at,
        next_run_at=one.next_run_at,
        created_at=one.created_at,
        activated_at=one.activated_at,
        used_at=one.used_at,
        ended_at=one.ended_at,
        ended_because=one.ended_because,
        question=question.id if question else None,
        trace=one.trace,
    )
