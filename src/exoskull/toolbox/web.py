"""The page of tools: servers that were added, what rules say of them, and what was done."""

import json
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from exoskull.grants import service as grants
from exoskull.grants.decide import Decision, decide
from exoskull.grants.model import ActionPattern, By, Effect
from exoskull.i18n import error_text
from exoskull.interventions import approvals
from exoskull.kit.errors import ExoSkullError, InvalidInput, NotFound
from exoskull.tenants.service import current
from exoskull.tenants.visit import PageCaller, PageVisit, Visit
from exoskull.toolbox import service, store
from exoskull.toolbox.door import shed_of
from exoskull.toolbox.model import RemoteTool, ToolServer, ToolUse, UseState
from exoskull.web.bodies import form_of
from exoskull.web.errors import status_of
from exoskull.web.paging import rest_of

router = APIRouter(include_in_schema=False)

PAGE = "/tools"
USES_SHOWN = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolRow:
    """A tool, and what the gate says of it now."""

    tool: RemoteTool
    decision: Decision
    parameters: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerRow:
    server: ToolServer
    tools: list[ToolRow]


@dataclass(frozen=True, slots=True, kw_only=True)
class UseRow:
    """A use; `question` where the person's word on it is waited for."""

    use: ToolUse
    question: UUID | None
    approved: bool
    arguments: str


@router.get(PAGE)
async def tools(visit: PageVisit, before: UUID | None = None) -> Response:
    """All servers and the newest uses; `before` pages back."""
    return await _page(visit, before=before)


@router.post(PAGE)
async def add(request: Request, caller: PageCaller) -> Response:
    """Add a server; what is wrong with it is shown beside what was typed."""
    given = await form_of(request)
    try:
        await service.add(
            shed_of(request),
            caller.tenant_id,
            name=given.get("name", "").strip(),
            url=given.get("url", "").strip(),
            key=given.get("key", "").strip() or None,
        )
    except ExoSkullError as error:
        async with caller.door.database.transaction(caller.tenant_id) as tx:
            at = caller.door.clock.now()
            visit = Visit(tx=tx, tenant=await current(tx), at=at, door=caller.door)
            return await _page(visit, given=given, error=error)
    return RedirectResponse(PAGE, 303)


@router.post(PAGE + "/{server}/look")
async def look(request: Request, caller: PageCaller, server: str) -> Response:
    """Ask it anew what it offers."""
    await service.look_again(shed_of(request), caller.tenant_id, server)
    return RedirectResponse(f"{PAGE}#{server}", 303)


@router.post(PAGE + "/{server}/accept")
async def accept(request: Request, visit: PageVisit, server: str) -> Response:
    """Accept the tools that were shown."""
    seen = (await form_of(request)).get("seen", "")
    await service.accept(shed_of(request), visit.tx, server, seen=seen, at=visit.at)
    return RedirectResponse(f"{PAGE}#{server}", 303)


@router.post(PAGE + "/{server}/remove")
async def remove(request: Request, visit: PageVisit, server: str) -> Response:
    """Remove it and its key."""
    await service.remove(shed_of(request), visit.tx, server, at=visit.at)
    return RedirectResponse(PAGE, 303)


@router.post(PAGE + "/{server}/rule")
async def rule(request: Request, visit: PageVisit, server: str) -> Response:
    """The person's rule over all tools of the server."""
    found = await service.named(visit.tx, server)
    effect = Effect.parse((await form_of(request)).get("effect", ""))
    pattern = ActionPattern(verb=found.verb, scope="*")
    await grants.set_grant(visit.tx, pattern, effect, by=By.PERSON, at=visit.at, ids=visit.ids)
    return RedirectResponse(f"{PAGE}#{server}", 303)


@router.post(PAGE + "/{server}/try")
async def use(request: Request, caller: PageCaller, server: str) -> Response:
    """Use a tool by hand, through the same gate as everybody."""
    given = await form_of(request)
    try:
        arguments = json.loads(given.get("arguments") or "{}")
    except ValueError as error:
        raise InvalidInput("toolbox.not_json", field="arguments") from error
    if not isinstance(arguments, dict):
        raise InvalidInput("toolbox.not_json", field="arguments")
    shed, tool = shed_of(request), given.get("tool", "")
    used = await service.use(shed, caller.tenant_id, server, tool, arguments, by="web")
    return RedirectResponse(f"{PAGE}#use-{used.use.id}", 303)


@router.post(PAGE + "/uses/{use_id}/{word}")
async def answer(request: Request, caller: PageCaller, use_id: UUID, word: str) -> Response:
    """Yes or no to a use that waits; at a yes it happens at once."""
    if word not in ("yes", "no"):
        raise NotFound("route.not_found", path=request.url.path[:100])
    at = caller.door.clock.now()
    async with caller.door.database.transaction(caller.tenant_id) as tx:
        asked = await approvals.open_questions(tx, at)
        question = next((one for one in asked if one.subject_id == use_id), None)
        if question is None:
            raise NotFound("approval.not_open")
        found = await service.answer(tx, question, yes=word == "yes", by="web", at=at)
    if word == "yes":
        await service.use(
            shed_of(request),
            caller.tenant_id,
            found.server,
            found.tool,
            found.arguments,
            by="web",
            trace=found.trace,
        )
    return RedirectResponse(f"{PAGE}#use-{use_id}", 303)


async def _page(
    visit: Visit,
    *,
    before: UUID | None = None,
    given: dict[str, str] | None = None,
    error: ExoSkullError | None = None,
) -> Response:
    rules = await grants.rules(visit.tx, at=visit.at, ids=visit.ids)
    usage = await grants.usage(visit.tx, visit.tenant.local_date(visit.at))
    servers = [
        ServerRow(
            server=one,
            tools=[
                ToolRow(
                    tool=tool,
                    decision=decide(one.action(tool), rules, usage, visit.at),
                    parameters=_shown(tool.parameters.get("properties", {})),
                )
                for tool in one.offers
            ],
        )
        for one in await store.servers(visit.tx)
    ]
    asked = {one.subject_id: one for one in await approvals.open_questions(visit.tx, visit.at)}
    uses = await store.uses(visit.tx, limit=USES_SHOWN, before=before)
    rows = [
        UseRow(
            use=one,
            question=asked[one.id].id if one.id in asked else None,
            approved=one.state is UseState.ASKED
            and one.id not in asked
            and await approvals.is_approved(visit.tx, one.id, one.content_hash),
            arguments=_shown(one.arguments),
        )
        for one in uses
    ]
    return visit.door.pages.response(
        "toolbox/tools.html",
        visit.voice,
        status_code=200 if error is None else status_of(error),
        servers=servers,
        uses=rows,
        rest=await rest_of(
            uses, USES_SHOWN, came_from=before, count=partial(store.count_uses, visit.tx)
        ),
        given={} if given is None else given,
        error=None if error is None else error_text(error, visit.language),
        effects=[effect.value for effect in Effect],
    )


def _shown(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)
