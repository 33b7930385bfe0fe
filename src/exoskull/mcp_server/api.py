"""`/mcp`: the assistant's verbs for agents, behind the tokens of the API."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from exoskull.conversations.parts import parts_of
from exoskull.kit.errors import Refused
from exoskull.mcp_server import calling
from exoskull.mcp_server.calling import Called
from exoskull.mcp_server.serve import McpDoor
from exoskull.tenants.model import Credential
from exoskull.tenants.model import Scope as TokenScope
from exoskull.tenants.service import admit
from exoskull.tenants.visit import Caller, api_caller
from exoskull.web.door import door_of

router = APIRouter(include_in_schema=False)


class _Handed(Response):
    """The answer is given by the MCP server."""

    def __init__(self, door: McpDoor) -> None:
        super().__init__()
        self._door = door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._door(scope, receive, send)


@router.api_route("/mcp", methods=["GET", "POST", "DELETE"])
async def mcp(request: Request, caller: Annotated[Caller, Depends(api_caller)]) -> Response:
    """One request of an agent."""
    request.state.caller = caller
    return _Handed(request.app.state.mcp)


def make_door() -> McpDoor:
    """The MCP server over the verbs, for whoever makes each request."""
    return McpDoor(_call, _may_change)


async def _call(request: Request, name: str, arguments: dict[str, Any]) -> Called:
    verb, _ = calling.checked(name, arguments)
    if not verb.looks and not await _may_change(request):
        raise Refused("token.scope", scope="read", needed="write")
    return await calling.call(parts_of(request), _caller(request).tenant_id, name, arguments)


async def _may_change(request: Request) -> bool:
    secret = request.headers.get("authorization", "").partition(" ")[2].strip()
    door = door_of(request)
    try:
        await admit(
            door.database, secret, Credential.API, at=door.clock.now(), needed=TokenScope.WRITE
        )
    except Refused:
        return False
    return True


def _caller(request: Request) -> Caller:
    return request.state.caller
