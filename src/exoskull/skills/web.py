"""The page of skills: what each can touch, its runs and versions, and the person's hand on it."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Literal
from uuid import UUID

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from exoskull.i18n import percent, text
from exoskull.interventions.approvals import Approval
from exoskull.kit.errors import Conflict, NotFound, Unavailable
from exoskull.sandbox.limits import SandboxUnavailable
from exoskull.skills import exchange, lifecycle, listing_store, pausing, service
from exoskull.skills.api import MARKDOWN, diff_of, make_now, means_of
from exoskull.skills.model import FILE_MAX, Problem
from exoskull.skills.owned import (
    Result,
    Skill,
    SkillRun,
    SkillState,
    Suggestion,
    SuggestionStatus,
    Version,
)
from exoskull.skills.parts import parts_of
from exoskull.tenants.service import current
from exoskull.tenants.visit import PageCaller, PageVisit, Visit
from exoskull.web.bodies import form_of
from exoskull.web.paging import rest_of

router = APIRouter(include_in_schema=False)

RUNS_SHOWN = 20
ENDED_SHOWN = 20
IDEAS_SHOWN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A skill as the list shows it."""

    skill: Skill
    version: Version
    able: str
    question: Approval | None
    waits: bool
    """Whether something that a run of it wants to do waits for the person's word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IdeaRow:
    """An idea as the list shows it."""

    suggestion: Suggestion
    status: str
    can_make: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRow:
    at: datetime
    sentence: str
    text: str


@router.get("/skills")
async def skills(
    visit: PageVisit, before: UUID | None = None, ideas_before: UUID | None = None
) -> Response:
    """All skills and ideas.

    Args:
        before: pages back through the skills that have ended.
        ideas_before: pages back through the ideas.
    """
    return await _page(visit, before=before, ideas_before=ideas_before)


@router.post("/skills")
async def bring_in(request: Request, caller: PageCaller) -> Response:
    """Bring a file in; what is wrong with it is shown."""
    given = (await form_of(request)).get("file", "")
    door = caller.door
    at = door.clock.now()
    try:
        data = given.replace("\r\n", "\n").encode()[: FILE_MAX + 1]
        examined = await exchange.examine(door.sandbox, data, at=at)
    except SandboxUnavailable as error:
        raise Unavailable("sandbox.unavailable") from error
    async with door.database.transaction(caller.tenant_id) as tx:
        visit = Visit(tx=tx, tenant=await current(tx), at=at, door=door)
        if examined.file is None:
            told = [problem_text(one, visit.language) for one in examined.problems]
            return await _page(visit, problems=told, given=given, status_code=422)
        skill = await exchange.bring_in(tx, examined, at=at, by="web", means=means_of(visit))
    return RedirectResponse(f"/skills/{skill.id}", 303)


@router.post("/skills/suggestions/{suggestion_id}/make")
async def make(request: Request, caller: PageCaller, suggestion_id: UUID) -> Response:
    """Make a skill of an idea now."""
    await make_now(parts_of(request), caller.tenant_id, suggestion_id)
    return RedirectResponse("/skills", 303)


@router.get("/skills/{skill_id}")
async def skill(visit: PageVisit, skill_id: UUID, before: UUID | None = None) -> Response:
    """One skill, with its runs, versions and file; `before` pages back through the runs."""
    found = await service.get(visit.tx, skill_id)
    runs = await service.runs(visit.tx, found, limit=RUNS_SHOWN, before=before)
    count = partial(listing_store.count_runs, visit.tx, found.id)
    known = await service.versions(visit.tx, found)
    numbers = {one.version for one in known}
    changed = [diff_of(known, one.version) for one in known if one.version - 1 in numbers]
    return visit.door.pages.response(
        "skills/skill.html",
        visit.voice,
        row=await _row(visit, found),
        versions=known,
        diffs={one.after: one.lines for one in changed},
        runs=[_run(visit, one) for one in runs],
        rest=await rest_of(runs, RUNS_SHOWN, came_from=before, count=count),
        asking=await pausing.asking(visit.tx, found.id, visit.language, at=visit.at),
    )


@router.get("/skills/{skill_id}/file")
async def file(visit: PageVisit, skill_id: UUID) -> Response:
    """The file of the version in force, to be kept."""
    found = await service.get(visit.tx, skill_id)
    version = await service.in_force(visit.tx, found)
    shown = {"content-disposition": f'attachment; filename="{found.name}.md"'}
    return PlainTextResponse(version.file, media_type=MARKDOWN, headers=shown)


@router.post("/skills/{skill_id}/{verb}")
async def act(
    request: Request,
    visit: PageVisit,
    skill_id: UUID,
    verb: Literal["approve", "reject", "ask", "revoke", "restore", "rollback", "go-on", "let-go"],
) -> Response:
    """The person's hand: yes and no to it and to what it wants to do, off, back, an earlier
    version."""
    given = await form_of(request)
    found = await service.get(visit.tx, skill_id, lock=True)
    tx, at, means = visit.tx, visit.at, means_of(visit)
    match verb:
        case "approve" | "reject":
            yes, question = verb == "approve", _question(given)
            await service.approve(tx, found, yes=yes, by="web", at=at, question=question)
        case "go-on" | "let-go":
            await pausing.answer_shown(
                tx,
                visit.door.sandbox.seal,
                found.id,
                yes=verb == "go-on",
                by="web",
                at=at,
                means=means,
                question=_question(given),
            )
        case "ask":
            await service.ask_again(tx, found, at=at, means=means)
        case "revoke":
            await service.revoke(tx, found, at=at, by="web")
        case "restore":
            await lifecycle.restore(tx, found, at=at, by="web")
        case "rollback":
            number = _number(given)
            await exchange.rollback(tx, found, number, at=at, by="web", means=means)
    return RedirectResponse(f"/skills/{skill_id}", 303)


def _question(given: dict[str, str]) -> UUID:
    """The question that the page showed: only that one is answered."""
    try:
        return UUID(given.get("question", ""))
    except ValueError as error:
        raise Conflict("approval.changed") from error


def _number(given: dict[str, str]) -> int:
    said = given.get("version", "")
    if not (said.isascii() and said.isdecimal() and len(said) < 9):
        raise NotFound("skill.no_version", version=said[:20])
    return int(said)


def problem_text(one: Problem, language: str) -> str:
    """What is wrong with a file, with its line. The sentences about files are for whoever writes
    them, as `skill check` has them."""
    name = one.key.replace(".", "-").replace("_", "-")
    args = dict(one.args)
    if why := args.get("why"):
        named = why.replace(".", "-").replace("_", "-")
        args["because"] = text(language, f"skill-{named}", **args)
    said = text(language, f"skill-{name}", **args)
    return f"{one.line}: {said}" if one.line else said


async def _page(
    visit: Visit,
    *,
    before: UUID | None = None,
    ideas_before: UUID | None = None,
    problems: list[str] | None = None,
    given: str = "",
    status_code: int = 200,
) -> Response:
    tx = visit.tx
    rows = [await _row(visit, one) for one in await service.standing(tx)]
    ended = await listing_store.ended(tx, limit=ENDED_SHOWN, before=before)
    ideas = await service.suggestions(tx, limit=IDEAS_SHOWN, before=ideas_before)
    return visit.door.pages.response(
        "skills/skills.html",
        visit.voice,
        status_code=status_code,
        waiting=[row for row in rows if row.skill.state is SkillState.AWAITING],
        active=[row for row in rows if row.skill.state is SkillState.ACTIVE],
        ended=[await _row(visit, one) for one in ended],
        rest=await rest_of(
            ended, ENDED_SHOWN, came_from=before, count=partial(listing_store.count_ended, tx)
        ),
        ideas=[_idea(visit, one) for one in ideas],
        ideas_rest=await rest_of(
            ideas,
            IDEAS_SHOWN,
            came_from=ideas_before,
            count=partial(listing_store.count_suggestions, tx),
        ),
        problems=problems or [],
        given=given,
    )


async def _row(visit: Visit, one: Skill) -> Row:
    version = await service.in_force(visit.tx, one)
    return Row(
        skill=one,
        version=version,
        able=lifecycle.able_text(version, visit.language),
        question=await service.question_of(visit.tx, one, visit.at),
        waits=bool(await pausing.asking(visit.tx, one.id, visit.language, at=visit.at)),
    )


def _idea(visit: Visit, one: Suggestion) -> IdeaRow:
    status = text(
        visit.language,
        "skill-suggestion-status",
        status=one.status.value,
        result=(one.result or Result.EXISTS).value,
        confidence=percent(one.confidence, visit.language),
        detail=_detail(one, visit.language),
    )
    waits = one.status is SuggestionStatus.PENDING
    return IdeaRow(suggestion=one, status=status, can_make=waits)


def _detail(one: Suggestion, language: str) -> str:
    if one.result is Result.LACKING and one.detail:
        return text(language, "skill-lacks", slot=one.detail)
    return one.detail or "-"


def _run(visit: Visit, run: SkillRun) -> RunRow:
    return RunRow(
        at=run.at,
        sentence=text(
            visit.language,
            "skill-run-line",
            when=visit.voice.when(run.at),
            error=run.error or "none",
            effects=len(run.effects),
        ),
        text=str(run.output.get("text", "")) if isinstance(run.output, dict) else "",
    )
