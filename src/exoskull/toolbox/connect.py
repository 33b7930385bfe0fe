"""Speaking with a tool server over MCP. What it says is data, cut to size."""

import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import httpx2

from exoskull.kit.errors import InvalidInput, Unavailable
from exoskull.kit.text import storable
from exoskull.toolbox.model import (
    DESCRIPTION_MAX,
    RESULT_MAX,
    SCHEMA_MAX,
    TOOLS_MAX,
    RemoteTool,
    scopes,
)

if TYPE_CHECKING:
    from mcp import Client

TIMEOUT_S = 30.0
PAGES_MAX = 10


async def look(url: str, key: str | None) -> list[RemoteTool]:
    """The tools that the server at `url` offers.

    Raises:
        Unavailable: `toolbox.unreachable`.
        InvalidInput: `toolbox.too_many_tools`, `toolbox.bad_tool`.
    """
    found: list[Any] = []
    async with _connected(url, key) as client:
        cursor = None
        for _ in range(PAGES_MAX):
            page = await client.list_tools(cursor=cursor)
            found += page.tools
            cursor = page.next_cursor
            if cursor is None:
                break
    if len(found) > TOOLS_MAX or cursor is not None:
        raise InvalidInput("toolbox.too_many_tools", field="url", most=TOOLS_MAX)
    names = [one.name for one in found]
    if len(set(names)) != len(names):
        raise InvalidInput("toolbox.bad_tool", field="url", tool=_twice(names)[:80])
    return [_tool(one, scope) for one, scope in zip(found, scopes(names), strict=True)]


def _twice(names: list[str]) -> str:
    return next(name for name in names if names.count(name) > 1)


def _tool(one: Any, scope: str) -> RemoteTool:
    schema = json.dumps(one.input_schema, ensure_ascii=False)
    if len(schema) > SCHEMA_MAX or not 0 < len(one.name) <= 128:
        raise InvalidInput("toolbox.bad_tool", field="url", tool=one.name[:80])
    return RemoteTool(
        name=storable(one.name),
        scope=scope,
        description=storable(one.description or "")[:DESCRIPTION_MAX],
        parameters=json.loads(storable(schema)),
    )


async def call(url: str, key: str | None, tool: str, arguments: Mapping[str, Any]) -> str:
    """What the tool answers, as text, at most RESULT_MAX characters.

    Raises:
        Unavailable: `toolbox.unreachable` where nothing was asked of it; `toolbox.no_answer` where
            it may have done it; `toolbox.tool_failed` with what it says.
    """
    async with _connected(url, key) as client:
        result = await client.call_tool(tool, dict(arguments))
    text = storable("\n".join(_shown(part) for part in result.content))[:RESULT_MAX]
    if result.is_error:
        raise Unavailable("toolbox.tool_failed", tool=tool, said=text[:300])
    return text


def _shown(part: Any) -> str:
    return part.text if part.type == "text" else f"[{part.type}]"


@asynccontextmanager
async def _connected(url: str, key: str | None) -> "AsyncIterator[Client]":
    """A session with the server; what goes wrong before or in it, as one of our errors."""
    from mcp import Client, MCPError
    from mcp.client.streamable_http import streamable_http_client

    headers = {} if key is None else {"Authorization": f"Bearer {key}"}
    opened = False
    try:
        async with (
            httpx2.AsyncClient(
                headers=headers, timeout=TIMEOUT_S, follow_redirects=False, trust_env=False
            ) as http,
            Client(
                streamable_http_client(url, http_client=http),
                read_timeout_seconds=TIMEOUT_S,
                cache=None,
            ) as client,
        ):
            opened = True
            yield client
    except MCPError as error:
        raise _trouble(opened, error.message) from error
    except (httpx2.HTTPError, OSError) as error:
        raise _trouble(opened, type(error).__name__) from error
    except ExceptionGroup as group:
        known, other = group.split((MCPError, httpx2.HTTPError, OSError))
        if other is not None or known is None:
            raise
        raise _trouble(opened, type(known.exceptions[0]).__name__) from group


def _trouble(opened: bool, reason: str) -> Unavailable:
    key = "toolbox.no_answer" if opened else "toolbox.unreachable"
    return Unavailable(key, reason=reason[:200])
