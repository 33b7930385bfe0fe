"""A tool server that a person added, its tools, and what became of each use."""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from exoskull.grants.model import Action
from exoskull.kit.errors import InvalidInput
from exoskull.kit.ids import TraceId

NAME_MAX = 24
URL_MAX = 500
TOOLS_MAX = 64
DESCRIPTION_MAX = 1_000
SCHEMA_MAX = 8 * 1024
ARGUMENTS_MAX = 8 * 1024
RESULT_MAX = 16 * 1024

_NAME = re.compile(rf"[a-z][a-z0-9_]{{0,{NAME_MAX - 1}}}", re.ASCII)
_NOT_IN_SCOPE = re.compile(r"[^a-z0-9_.-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteTool:
    """A tool as its server describes it; its words are the server's, not ours. `scope`: what rules
    call it. `parameters`: JSON Schema of its arguments."""

    name: str
    scope: str
    description: str
    parameters: Mapping[str, Any]

    def to_json(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "scope": self.scope,
            "description": self.description,
            "parameters": self.parameters,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolServer:
    """A server that a person added. `seen`: what it last said of its tools, as a hash; only what
    the person has `accepted` is used, so that a tool cannot become another one unseen."""

    id: UUID
    name: str
    url: str
    has_key: bool
    added_at: datetime
    looked_at: datetime
    trouble: str | None
    tools: list[dict[str, Any]]
    seen: str
    accepted: str
    removed_at: datetime | None

    @property
    def has_changed(self) -> bool:
        """Whether its tools are others than those that the person accepted."""
        return self.seen != self.accepted

    @property
    def offers(self) -> list[RemoteTool]:
        return [RemoteTool(**one) for one in self.tools]

    @property
    def verb(self) -> str:
        """The verb of its tools in rules: `use_weather:forecast`."""
        return verb_of(self.name)

    def action(self, tool: RemoteTool) -> Action:
        return Action(verb=self.verb, scope=tool.scope)

    def tool(self, name: str) -> RemoteTool | None:
        return next((one for one in self.offers if name in (one.name, one.scope)), None)


class UseState(StrEnum):
    """RUNNING: on its way. UNKNOWN: the program died, or the time was over, while it was; the
    server may have done it, so it is not done again."""

    ASKED = "asked"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    REFUSED = "refused"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolUse:
    """One use of a tool. `content_hash`: of server, tool and arguments; a yes is to exactly that.
    `result`: what the server said, cut at RESULT_MAX; untrusted."""

    id: UUID
    server_id: UUID
    server: str
    tool: str
    arguments: dict[str, Any]
    content_hash: str
    state: UseState
    reason: str | None
    result: str | None
    asked_at: datetime
    begun_at: datetime | None
    ended_at: datetime | None
    authorization_id: UUID | None
    trace: TraceId


def verb_of(name: str) -> str:
    """The verb of a server's tools."""
    return f"use_{name}"


def parse_name(value: str) -> str:
    """A server's name; raises InvalidInput (`toolbox.invalid_name`)."""
    if not _NAME.fullmatch(value):
        raise InvalidInput("toolbox.invalid_name", field="name", value=value[:40], most=NAME_MAX)
    return value


def parse_url(value: str, hosts: Sequence[str]) -> str:
    """Where a server is; https, or http to this very machine, and only where an operator allows.

    Args:
        hosts: `name` or `name:port` that may be reached.

    Raises:
        InvalidInput: `toolbox.invalid_url`, `toolbox.host_not_allowed`.
    """
    try:
        parts = urlsplit(value)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise InvalidInput("toolbox.invalid_url", field="url") from error
    local = host in ("localhost", "127.0.0.1", "::1")
    good = parts.scheme == "https" or (parts.scheme == "http" and local)
    if not good or not host or parts.username or parts.password or len(value) > URL_MAX:
        raise InvalidInput("toolbox.invalid_url", field="url")
    named = {host, f"{host}:{port or (443 if parts.scheme == 'https' else 80)}"}
    if not named & set(hosts):
        raise InvalidInput("toolbox.host_not_allowed", field="url", host=host)
    return value


def scopes(names: Sequence[str]) -> list[str]:
    """What rules call tools of these names: each its own, in a form that rules can have."""
    found: list[str] = []
    for name in names:
        plain = _NOT_IN_SCOPE.sub("-", name.lower()).strip("-._")[:56] or "tool"
        scope, number = plain, 2
        while scope in found:
            scope, number = f"{plain}-{number}", number + 1
        found.append(scope)
    return found


def fingerprint(tools: Sequence[RemoteTool]) -> str:
    """A hash of what a server says of its tools."""
    return _hash([one.to_json() for one in tools])


def content_hash(server_id: UUID, tool: str, arguments: Mapping[str, Any]) -> str:
    """What exactly a yes is a yes to."""
    return _hash({"server": str(server_id), "tool": tool, "arguments": dict(arguments)})


def _hash(value: Any) -> str:
    plain = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()
