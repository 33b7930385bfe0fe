"""Reading server-sent events off a response."""

import json
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from typing import Any

import httpx2


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """One event of a stream."""

    id: str
    event: str
    text: str

    @property
    def data(self) -> Any:
        return json.loads(self.text)


async def heard(response: httpx2.Response) -> AsyncGenerator[Heard, None]:
    """The events as they come; heartbeats are passed over."""
    fields: dict[str, str] = {}
    async for line in response.aiter_lines():
        if line == "":
            if fields.keys() & {"data", "event"}:
                yield Heard(
                    id=fields.get("id", ""),
                    event=fields.get("event", "message"),
                    text=fields.get("data", ""),
                )
            fields = {}
        elif not line.startswith(":"):
            name, _, value = line.partition(": ")
            fields[name] = f"{fields[name]}\n{value}" if name in fields else value
