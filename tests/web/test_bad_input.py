"""Bad input: one clear error each, and nothing half-written."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import pytest
from serving.served import Served, Somebody

from exoskull.web.bodies import BODY_MAX

API = "/api/v1"
NOBODY = "01900000-0000-7000-8000-000000000000"

GONE = f"goals/{NOBODY}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A request that is to be refused, and how."""

    method: str
    path: str
    status: int
    key: str
    field: str | None = None
    json: Any = None
    content: bytes | None = None
    headers: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        return f"{self.method} {self.path} {self.key} {self.field}"


def post(path: str, json: Any, key: str, field: str | None = None, **more: Any) -> Case:
    status = more.pop("status", 422)
    return Case(method="POST", path=path, json=json, status=status, key=key, field=field, **more)


JSON_TYPE = (("Content-Type", "application/json"),)
GOAL = {"title": "Run", "metric": "runs", "target": 3, "period": "week"}

CASES = [
    # messages
    post("messages", {"text": "x" * (16 * 1024 + 1)}, "message.too_long", "text"),
    post("messages", {"text": "ż" * (8 * 1024 + 1)}, "message.too_long", "text"),
    post("messages", {"text": " \n"}, "message.empty", "text"),
    post("messages", {"text": 5}, "input.wrong_type", "text"),
    post("messages", {}, "input.missing", "text"),
    post("messages", {"text": "a", "to": "b"}, "input.extra_forbidden", "to"),
    post("messages", None, "body.malformed", content=b'{"text": "a', headers=JSON_TYPE),
    post("messages", None, "body.malformed", content=b"\xff\xfe", headers=JSON_TYPE),
    post("messages", None, "body.malformed", content=b"", headers=JSON_TYPE),
    post("messages", [], "body.malformed"),
    post("messages", None, "body.malformed", content=b"[" * 20_000, headers=JSON_TYPE),
    post(
        "messages",
        {"text": "a"},
        "idempotency_key.invalid",
        "Idempotency-Key",
        headers=(("Idempotency-Key", "ż"),),
    ),
    post(
        "messages",
        {"text": "a"},
        "input.too_long",
        "idempotency-key",
        headers=(("Idempotency-Key", "k" * 201),),
    ),
    # measures
    post("measures", {"metric": "Sen", "value": 1}, "measure.invalid_metric", "metric"),
    post("measures", {"metric": "runs", "value": "1"}, "input.wrong_type", "value"),
    post("measures", {"metric": "runs", "value": True}, "input.wrong_type", "value"),
    post("measures", {"metric": "runs", "value": 1e13}, "measure.invalid_value", "value"),
    post(
        "measures",
        None,
        "measure.invalid_value",
        "value",
        content=b'{"metric": "runs", "value": NaN}',
        headers=JSON_TYPE,
    ),
    post(
        "measures",
        {"metric": "runs", "value": 1, "at": "2026-03-02T08:00:00"},
        "input.naive_instant",
        "at",
    ),
    post("measures", {"metric": "runs", "value": 1, "at": "monday"}, "input.wrong_type", "at"),
    post("measures", {"metric": "runs", "value": 1, "unit": "k\0m"}, "input.wrong_type", "unit"),
    # goals
    post("goals", GOAL | {"title": " "}, "goal.invalid_title", "title"),
    post("goals", GOAL | {"direction": "up"}, "goal.invalid_direction", "direction"),
    post("goals", GOAL | {"period": "year"}, "goal.invalid_period", "period"),
    post("goals", GOAL | {"direction": "reach"}, "goal.period_with_reach", "period"),
    post("goals", GOAL | {"period": None, "by": "May"}, "goal.invalid_date", "by"),
    post("goals", GOAL | {"target": None}, "input.wrong_type", "target"),
    Case(
        method="DELETE", path=f"goals/{NOBODY}", status=404, key="goal.not_found", field="goal_id"
    ),
    Case(method="DELETE", path="goals/7", status=422, key="input.wrong_type", field="goal_id"),
    # tasks
    post("tasks", {"title": "x" * 201}, "task.invalid_title", "title"),
    post("tasks", {"title": "x", "due": "soon"}, "input.wrong_type", "due"),
    post("tasks", {"title": "x", "goal": NOBODY}, "goal.not_found", "goal", status=404),
    Case(
        method="PATCH",
        path=f"tasks/{NOBODY}",
        json={"state": "half"},
        status=422,
        key="input.wrong_type",
        field="state",
    ),
    # grants
    Case(
        method="PUT",
        path="grants/SEND:*",
        json={"effect": "allow"},
        status=422,
        key="grant.invalid_pattern",
        field="pattern",
    ),
    Case(
        method="PUT",
        path="grants/send_sms:goal",
        json={"effect": "maybe"},
        status=422,
        key="grant.invalid_effect",
        field="effect",
    ),
    Case(
        method="PUT",
        path="grants/send_sms:goal",
        json={"effect": "allow", "daily_limit": -1},
        status=422,
        key="grant.invalid_limit",
        field="daily_limit",
    ),
    Case(
        method="PUT",
        path="grants/send_sms:goal",
        json={"effect": "allow", "expires_at": "2020-01-01T00:00:00Z"},
        status=422,
        key="grant.expired_already",
        field="expires_at",
    ),
    Case(
        method="GET",
        path="grants/explain?action=send_sms:*",
        status=422,
        key="grant.invalid_action",
        field="action",
    ),
    Case(method="GET", path="grants/explain", status=422, key="input.missing", field="action"),
    Case(
        method="GET",
        path="grants/explain?action=send_sms:goal&cost_cents=-1",
        status=422,
        key="grant.negative_cost",
        field="cost_cents",
    ),
    # settings
    *(
        Case(method="PATCH", path="settings", json=json, status=422, key=key, field=field)
        for json, key, field in (
            ({"timezone": "Europe/Warszawa"}, "timezone.unknown", "timezone"),
            ({"timezone": "../etc/passwd"}, "timezone.unknown", "timezone"),
            ({"phone": "123"}, "phone.country_missing", "phone"),
            ({"phone": "+48 12 ab"}, "phone.invalid", "phone"),
            ({"email": "anna"}, "email.invalid", "email"),
            ({"language": "de"}, "language.unknown", "language"),
            ({"name": "a\nb"}, "name.invalid", "name"),
            ({"name": None}, "input.wrong_type", "name"),
            ({"channels": ["pigeon"]}, "settings.invalid", "channels"),
            ({"channels": "sms"}, "input.wrong_type", "channels"),
            ({"morning_at": "25:00"}, "settings.invalid", "morning_at"),
            ({"ai_budget_cents": -1}, "settings.invalid", "ai_budget_cents"),
            ({"colour": "blue"}, "input.extra_forbidden", "colour"),
            ({"paused_until": "tomorrow"}, "input.wrong_type", "paused_until"),
        )
    ),
    # interventions
    Case(
        method="POST", path=f"interventions/{NOBODY}/undo", status=404, key="intervention.not_found"
    ),
    Case(
        method="POST",
        path=f"interventions/{NOBODY}/approve",
        status=404,
        key="intervention.not_found",
    ),
    Case(
        method="GET",
        path="interventions?state=lost",
        status=422,
        key="input.wrong_type",
        field="state.0",
    ),
    # lists
    Case(
        method="GET", path="messages?limit=0", status=422, key="input.out_of_range", field="limit"
    ),
    Case(method="GET", path="runs?limit=201", status=422, key="input.out_of_range", field="limit"),
    Case(
        method="GET",
        path="messages?before=2026-03-02",
        status=422,
        key="input.naive_instant",
        field="before",
    ),
    Case(
        method="GET",
        path="events",
        status=422,
        key="event.invalid_position",
        field="Last-Event-ID",
        headers=(("Accept", "text/event-stream"), ("Last-Event-ID", "x")),
    ),
    # ways
    Case(method="GET", path="nothing", status=404, key="route.not_found"),
    Case(method="DELETE", path="measures", status=405, key="method.not_allowed"),
    post("messages", None, "body.too_large", content=b"x" * (BODY_MAX + 1), status=413),
]


@pytest.fixture
async def unchanged(web: Served, anna: Somebody) -> AsyncIterator[None]:
    """Fails where the test left anything behind."""

    async def newest() -> Any:
        events = (await anna.api.get(f"{API}/events")).json()["items"]
        return events, (await anna.api.get(f"{API}/settings")).json()

    before = await newest()
    yield
    assert await newest() == before


async def refused(anna: Somebody, case: Case) -> None:
    answer = await anna.api.request(
        case.method,
        f"{API}/{case.path}",
        json=case.json,
        content=case.content,
        headers=[(name.encode(), value.encode()) for name, value in case.headers],
    )
    error = answer.json()["error"]
    assert (answer.status_code, error["key"], error.get("field")) == (
        case.status,
        case.key,
        case.field,
    ), (str(case), answer.text)
    assert error["message"]
    assert "Something went wrong" not in error["message"]
    assert set(answer.json()) == {"error"}


@pytest.mark.usefixtures("unchanged")
async def test_every_bad_request_is_one_clear_error_and_changes_nothing(anna: Somebody) -> None:
    for case in CASES:
        await refused(anna, case)


@pytest.mark.usefixtures("unchanged")
async def test_a_body_without_a_length_is_refused_before_its_end(anna: Somebody) -> None:
    host, port = anna.api.base_url.host, anna.api.base_url.port
    reader, writer = await asyncio.open_connection(host, port)
    writer.write(
        f"POST {API}/messages HTTP/1.1\r\nHost: {host}\r\nTransfer-Encoding: chunked\r\n"
        f"Content-Type: application/json\r\nAuthorization: Bearer {anna.token}\r\n\r\n".encode()
    )
    chunk = b"x" * 64 * 1024
    for _ in range(BODY_MAX // len(chunk) + 1):
        writer.write(b"%x\r\n%b\r\n" % (len(chunk), chunk))
    answer = await reader.readuntil(b"}}")  # and the last chunk was never sent
    writer.close()
    assert answer.startswith(b"HTTP/1.1 413 ")
    assert b'"key":"body.too_large"' in answer


@pytest.mark.parametrize(
    ("headers", "key"),
    [
        ({}, "token.missing"),
        ({"Authorization": "Basic YTpi"}, "token.missing"),
        ({"Authorization": "Bearer"}, "token.missing"),
        ({"Authorization": "Bearer nobody's"}, "token.invalid"),
        ({"Authorization": "Bearer " + "x" * 5000}, "token.invalid"),
    ],
)
async def test_without_a_good_token_nothing_is_seen(
    web: Served, headers: dict[str, str], key: str
) -> None:
    for path in ("messages", "events", "settings", "grants/explain?action=a:b"):
        answer = await web.client(headers=headers).get(f"{API}/{path}")
        assert (answer.status_code, answer.json()["error"]["key"]) == (401, key), path
        assert answer.headers["www-authenticate"] == "Bearer"


async def test_a_session_is_no_api_token(web: Served, anna: Somebody) -> None:
    from exoskull.tenants.model import Credential
    from exoskull.tenants.service import give_credential

    session = await give_credential(
        web.database,
        anna.tenant_id,
        Credential.SESSION,
        at=web.clock.now(),
        ids=web.installation.ids,
    )
    client = web.client(headers={"Authorization": f"Bearer {session}"})
    assert (await client.get(f"{API}/messages")).status_code == 401


async def test_a_lone_surrogate_and_a_nul_are_kept_as_replacement_characters(
    anna: Somebody,
) -> None:
    answer = await anna.api.post(
        f"{API}/messages",
        content=b'{"text": "a\\u0000b"}',
        headers={"Content-Type": "application/json"},
    )
    assert answer.json()["message"]["text"] == "a\ufffdb"
