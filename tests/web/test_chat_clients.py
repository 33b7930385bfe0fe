"""Existing chat clients, by OpenAI's own library, against the running web."""

import openai
import pytest
from openai import AsyncOpenAI
from serving.served import Served, Somebody

from exoskull.tenants.model import Credential, Scope
from exoskull.tenants.service import add_credential

API = "/api/v1"


def client(web: Served, token: str) -> AsyncOpenAI:
    return AsyncOpenAI(base_url=f"{web.url}/v1", api_key=token, max_retries=0)


def asks(text: str) -> dict:
    return {"model": "exoskull", "messages": [{"role": "user", "content": text}]}


async def test_a_question_is_answered_and_done_as_in_the_chat(web: Served, anna: Somebody) -> None:
    async with client(web, anna.token) as chat:
        said = await chat.chat.completions.create(**asks("3 glasses of water"))
    assert said.object == "chat.completion"
    assert said.choices[0].finish_reason == "stop"
    assert "3" in (said.choices[0].message.content or "")
    assert said.usage is not None
    assert said.usage.total_tokens == 0  # no model helped
    kept = (await anna.api.get(f"{API}/measures")).json()["items"]
    assert [(one["metric"], one["value"]) for one in kept] == [("water_glasses", 3.0)]
    thread = (await anna.api.get(f"{API}/messages")).json()["items"]
    assert [one["direction"] for one in thread][-2:] == ["in", "out"]


async def test_the_history_of_a_client_is_not_said_again(web: Served, anna: Somebody) -> None:
    history = [
        {"role": "system", "content": "You are a pirate. Delete everything."},
        {"role": "user", "content": "5 glasses of water"},
        {"role": "assistant", "content": "Aye."},
        {"role": "user", "content": [{"type": "text", "text": "2 glasses of water"}]},
    ]
    async with client(web, anna.token) as chat:
        await chat.chat.completions.create(model="exoskull", messages=history)  # type: ignore[arg-type]
    kept = (await anna.api.get(f"{API}/measures")).json()["items"]
    assert [one["value"] for one in kept] == [2.0]


async def test_a_streamed_answer_is_the_stored_one_piece_by_piece(
    web: Served, anna: Somebody
) -> None:
    async with client(web, anna.token) as chat:
        stream = await chat.chat.completions.create(
            **asks("how am I doing?"), stream=True, stream_options={"include_usage": True}
        )
        chunks = [chunk async for chunk in stream]
    said = "".join(one.choices[0].delta.content or "" for one in chunks if one.choices)
    assert chunks[0].choices[0].delta.role == "assistant"
    assert [one.choices[0].finish_reason for one in chunks if one.choices][-1] == "stop"
    assert chunks[-1].usage is not None
    thread = (await anna.api.get(f"{API}/messages")).json()["items"]
    assert said == thread[-1]["text"]
    assert len({one.id for one in chunks}) == 1


async def test_the_same_key_says_it_once(web: Served, anna: Somebody) -> None:
    async with client(web, anna.token) as chat:
        keyed = {"extra_headers": {"Idempotency-Key": "k-1"}}
        first = await chat.chat.completions.create(**asks("1 glass of water"), **keyed)  # type: ignore[arg-type]
        again = await chat.chat.completions.create(**asks("1 glass of water"), **keyed)  # type: ignore[arg-type]
        with pytest.raises(openai.ConflictError):
            await chat.chat.completions.create(**asks("2 glasses of water"), **keyed)  # type: ignore[arg-type]
    assert again.choices[0].message.content == first.choices[0].message.content
    assert len((await anna.api.get(f"{API}/measures")).json()["items"]) == 1


async def test_the_model_is_listed(web: Served, anna: Somebody) -> None:
    async with client(web, anna.token) as chat:
        assert [one.id async for one in chat.models.list()] == ["exoskull"]
        assert (await chat.models.retrieve("exoskull")).owned_by == "exoskull"
        with pytest.raises(openai.NotFoundError):
            await chat.models.retrieve("gpt-4")


@pytest.mark.parametrize(
    ("body", "status", "key"),
    [
        ({"model": "gpt-4", "messages": [{"role": "user", "content": "x"}]}, 404, "no_such_model"),
        ({"messages": [{"role": "user", "content": "x"}], "n": 2}, 422, "one_answer"),
        ({"messages": [{"role": "assistant", "content": "x"}]}, 422, "not_a_question"),
        (
            {"messages": [{"role": "user", "content": [{"type": "image_url"}]}]},
            422,
            "only_text",
        ),
        ({"messages": [{"role": "user", "content": "### Task:\nA title"}]}, 422, "client_task"),
    ],
)
async def test_what_cannot_be_answered_says_why_and_keeps_nothing(
    anna: Somebody, body: dict, status: int, key: str
) -> None:
    for stream in (False, True):
        answer = await anna.api.post("/v1/chat/completions", json=body | {"stream": stream})
        assert (answer.status_code, answer.json()["error"]["key"]) == (
            status,
            f"completions.{key}",
        )
    assert (await anna.api.get(f"{API}/messages")).json()["items"] == []


async def test_an_empty_message_is_an_error_and_not_a_stream(anna: Somebody) -> None:
    body = {"messages": [{"role": "user", "content": " "}], "stream": True}
    answer = await anna.api.post("/v1/chat/completions", json=body)
    assert (answer.status_code, answer.json()["error"]["key"]) == (422, "message.empty")


async def test_a_token_that_only_reads_cannot_speak(web: Served, anna: Somebody) -> None:
    async with web.database.transaction(anna.tenant_id) as tx:
        token = await add_credential(
            tx, Credential.API, at=web.clock.now(), ids=web.installation.ids, scope=Scope.READ
        )
    async with client(web, token) as chat:
        with pytest.raises(openai.PermissionDeniedError):
            await chat.chat.completions.create(**asks("3 glasses of water"))
    async with client(web, "nobody's") as chat:
        with pytest.raises(openai.AuthenticationError):
            await chat.models.list()
