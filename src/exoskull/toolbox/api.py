"""Tool servers and their tools over HTTP."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, Field, SecretStr

from exoskull.tenants.visit import ApiCaller, ApiVisit
from exoskull.toolbox import service, store
from exoskull.toolbox.door import shed_of
from exoskull.toolbox.model import ToolServer, UseState
from exoskull.web.api import In, Limit, Listed, Out

router = APIRouter(tags=["tools"])

KEY_MAX = 2_000


class ServerIn(In):
    """`key`: a bearer token of the server's; kept encrypted and never shown again."""

    name: str
    url: str
    key: Annotated[SecretStr, Field(min_length=1, max_length=KEY_MAX)] | None = None


class AcceptIn(In):
    """`seen` of the server as it was shown."""

    seen: str


class UseIn(In):
    arguments: dict[str, Any] = Field(default_factory=dict)


class ToolOut(BaseModel):
    """`action` is what rules call it; the words are the server's."""

    name: str
    action: str
    description: str
    parameters: dict[str, Any]


class ServerOut(BaseModel):
    """`changed`: it offers other tools than those accepted, and none is used until they are."""

    name: str
    url: str
    has_key: bool
    added_at: datetime
    looked_at: datetime
    trouble: str | None
    changed: bool
    seen: str
    tools: list[ToolOut]


class UseOut(Out):
    """`result` is the server's word; `asked` waits for the person's yes to exactly this."""

    id: UUID
    server: str
    tool: str
    arguments: dict[str, Any]
    state: UseState
    reason: str | None
    result: str | None
    asked_at: datetime
    ended_at: datetime | None
    trace: UUID


@router.get("/tool-servers")
async def servers(visit: ApiVisit) -> Listed[ServerOut]:
    """The tool servers in use, by name."""
    return Listed(items=[_out(one) for one in await store.servers(visit.tx)])


@router.post("/tool-servers", status_code=201)
async def add(request: Request, caller: ApiCaller, body: ServerIn) -> ServerOut:
    """Add a server after a look at it; its tools do nothing before a rule says so."""
    key = None if body.key is None else body.key.get_secret_value()
    added = await service.add(
        shed_of(request), caller.tenant_id, name=body.name, url=body.url, key=key
    )
    return _out(added)


@router.post("/tool-servers/{server}/look")
async def look(request: Request, caller: ApiCaller, server: str) -> ServerOut:
    """Ask the server anew what it offers."""
    return _out(await service.look_again(shed_of(request), caller.tenant_id, server))


@router.post("/tool-servers/{server}/accept")
async def accept(request: Request, visit: ApiVisit, server: str, body: AcceptIn) -> ServerOut:
    """Accept the tools that it offers now."""
    shed = shed_of(request)
    return _out(await service.accept(shed, visit.tx, server, seen=body.seen, at=visit.at))


@router.delete("/tool-servers/{server}", status_code=204)
async def remove(request: Request, visit: ApiVisit, server: str) -> None:
    """Remove the server and its key."""
    await service.remove(shed_of(request), visit.tx, server, at=visit.at)


@router.post("/tool-servers/{server}/tools/{tool}")
async def use(request: Request, caller: ApiCaller, server: str, tool: str, body: UseIn) -> UseOut:
    """Use a tool once, if the gate lets it; what became of it is in `state`."""
    shed = shed_of(request)
    used = await service.use(shed, caller.tenant_id, server, tool, body.arguments, by="api")
    return UseOut.model_validate(used.use)


@router.get("/tool-uses")
async def uses(
    visit: ApiVisit, limit: Limit = 50, before: Annotated[UUID | None, Query()] = None
) -> Listed[UseOut]:
    """What was done with tools, newest first; `next` goes back from there."""
    found = await store.uses(visit.tx, limit=limit, before=before)
    following = str(found[-1].id) if len(found) == limit else None
    return Listed(items=[UseOut.model_validate(one) for one in found], next=following)


def _out(one: ToolServer) -> ServerOut:
    return ServerOut(
        name=one.name,
        url=one.url,
        has_key=one.has_key,
        added_at=one.added_at,
        looked_at=one.looked_at,
        trouble=one.trouble,
        changed=one.has_changed,
        seen=one.seen,
        tools=[
            ToolOut(
                name=tool.name,
                action=str(one.action(tool)),
                description=tool.description,
                parameters=dict(tool.parameters),
            )
            for tool in one.offers
        ],
    )
