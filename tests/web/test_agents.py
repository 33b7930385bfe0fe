"""Agents of other programs, by the MCP library's own client, against the running web."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx2
import pytest
from mcp import Client
from mcp.client.streamable_http import streamable_http_client
from serving.served import Served, Somebody

from exoskull.tenants.model import Credential, Scope
from exoskull.tenants.service import add_credential

API = "/api/v1"


@asynccontextmanager
async def agent(web: Served, token: str, *, mode: str = "auto") -> AsyncIterator[Client]:
    headers = {"Authorization": f"Bearer {token}"}
    async with (
        httpx2.AsyncClient(headers=headers, trust_env=False, timeout=20) as http,
        Client(streamable_http_client(f"{web.url}/mcp", http_client=http), mode=mode) as client,
    ):
        yield client


def text_of(result) -> str:
    return "\n".join(part.text for part in result.content)


@pytest.mark.parametrize("mode", ["auto", "legacy"])
async def test_an_agent_logs_a_measure_and_is_told_what_the_row_says(
    web: Served, anna: Somebody, mode: str
) -> None:
    async with agent(web, anna.token, mode=mode) as client:
        tools = {one.name: one for one in (await client.list_tools()).tools}
        assert {"log_measure", "make_task", "status", "why", "undo"} <= set(tools)
        hints = tools["status"].annotations
        assert hints is not None
        assert hints.read_only_hint
        assert "quote" not in tools["log_measure"].input_schema["properties"]
        done = await client.call_tool("log_measure", {"metric": "water_glasses", "value": 3})
        assert not done.is_error
        assert "3" in text_of(done)
    kept = (await anna.api.get(f"{API}/measures")).json()["items"]
    assert [(one["metric"], one["value"]) for one in kept] == [("water_glasses", 3.0)]


async def test_what_the_rules_ask_about_waits_for_the_person_and_the_agent_never_sees_the_code(
    web: Served, anna: Somebody
) -> None:
    goal = {
        "title": "Run",
        "metric": "runs",
        "target": 3,
        "direction": "at_least",
        "period": "week",
    }
    async with agent(web, anna.token) as client:
        held = text_of(await client.call_tool("set_goal", goal))
    assert not re.search(r"\d{4}", held)
    assert (await anna.api.get(f"{API}/goals")).json()["items"] == []
    asked = (await anna.api.get(f"{API}/messages")).json()["items"][-1]["text"]
    code = re.search(r"YES (\d{4})", asked)
    assert code is not None
    assert "Run" in asked
    await anna.api.post(f"{API}/messages", json={"text": f"YES {code[1]}"})
    assert [one["title"] for one in (await anna.api.get(f"{API}/goals")).json()["items"]] == ["Run"]
    await anna.api.post(f"{API}/messages", json={"text": f"YES {code[1]}"})
    assert len((await anna.api.get(f"{API}/goals")).json()["items"]) == 1


async def test_a_rule_that_denies_binds_an_agent_and_the_refusal_is_seen(
    web: Served, anna: Somebody
) -> None:
    await anna.api.put(f"{API}/grants/create_task:*", json={"effect": "deny"})
    async with agent(web, anna.token) as client:
        refused = await client.call_tool("make_task", {"title": "Sell the house"})
    assert refused.is_error
    assert "mcp.denied" in text_of(refused)
    assert (await anna.api.get(f"{API}/tasks")).json()["items"] == []
    events = (await anna.api.get(f"{API}/events", params={"kind": "agent.called"})).json()
    assert [one["data"]["state"] for one in events["items"]] == ["refused"]


async def test_a_token_that_only_reads_sees_and_uses_only_what_reads(
    web: Served, anna: Somebody
) -> None:
    async with web.database.transaction(anna.tenant_id) as tx:
        token = await add_credential(
            tx, Credential.API, at=web.clock.now(), ids=web.installation.ids, scope=Scope.READ
        )
    async with agent(web, token) as client:
        offered = {one.name for one in (await client.list_tools()).tools}
        assert offered == {"status", "why", "list"}
        assert not (await client.call_tool("status", {})).is_error
        refused = await client.call_tool("log_measure", {"metric": "water_glasses", "value": 3})
    assert refused.is_error
    assert "token.scope" in text_of(refused)
    assert (await anna.api.get(f"{API}/measures")).json()["items"] == []


@pytest.mark.parametrize(
    ("name", "arguments", "key"),
    [
        ("grant", {}, "mcp.no_verb"),
        ("remember", {"fact": "x", "kind": "other"}, "mcp.no_verb"),
        ("log_measure", {"metric": "water_glasses"}, "mcp.wrong_arguments"),
        ("log_measure", {"metric": "water_glasses", "value": "three"}, "mcp.wrong_arguments"),
        (
            "log_measure",
            {"metric": "water_glasses", "value": 1, "tenant": "x"},
            "mcp.wrong_arguments",
        ),
        ("log_measure", {"metric": "water_glasses", "value": 1e9}, "chat.implausible"),
    ],
)
async def test_a_call_that_cannot_be_made_says_why_and_changes_nothing(
    web: Served, anna: Somebody, name: str, arguments: dict, key: str
) -> None:
    async with agent(web, anna.token) as client:
        wrong = await client.call_tool(name, arguments)
    assert wrong.is_error
    assert text_of(wrong).startswith(key)
    assert (await anna.api.get(f"{API}/measures")).json()["items"] == []


async def test_without_a_token_nobody_is_let_in(web: Served) -> None:
    answer = await web.client().post("/mcp", json={})
    assert (answer.status_code, answer.json()["error"]["key"]) == (401, "token.missing")
