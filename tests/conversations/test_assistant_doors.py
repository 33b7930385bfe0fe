"""A model answers by every way in: the API, an SMS, the command line."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from conversations.talking import first, uses
from peers.provider import ProviderPeer, Reply, calls, error, streams
from peers.scripted import ScriptedModels, scripted
from peers.twilio import TwilioPeer
from serving.served import AT, TWILIO, Served, Somebody, serving

from exoskull.cli import main
from exoskull.database.pool import Database
from exoskull.onboarding.service import create_tenant
from exoskull.tenants.model import Credential
from exoskull.tenants.service import give_credential

HER = "+48600100200"
TASK = uses("make_task", {"title": "kupić melisę"})
SAID = "hmm, weź mi tę melisę jakoś ogarnij"


@pytest.fixture
async def web(database: Database, tmp_path: Path) -> AsyncIterator[Served]:
    async with serving(database, tmp_path, **TWILIO) as served:
        yield served


@pytest.fixture
async def anna(web: Served) -> Somebody:
    made = await create_tenant(
        web.database,
        at=AT,
        ids=web.installation.ids,
        name="Anna",
        language="pl",
        timezone="Europe/Warsaw",
        phone=HER,
    )
    token = await give_credential(
        web.database, made.tenant_id, Credential.API, at=AT, ids=web.installation.ids
    )
    api = web.client(headers={"Authorization": f"Bearer {token}"})
    return Somebody(tenant_id=made.tenant_id, token=token, api=api)


@pytest.fixture
def models(web: Served) -> ScriptedModels:
    here = web.installation
    made = scripted(here.database, here.clock, here.ids, say=first(TASK, then="Melisa pomaga."))
    web.app.state.models = made
    return made


async def tasks(anna: Somebody) -> list[str]:
    return [one["title"] for one in (await anna.api.get("/api/v1/tasks")).json()["items"]]


async def test_over_the_api_with_the_same_key_once(anna: Somebody, models: ScriptedModels) -> None:
    head = {"Idempotency-Key": "k1"}
    one = await anna.api.post("/api/v1/messages", json={"text": SAID}, headers=head)
    assert one.status_code == 201
    answer = one.json()["answer"]["text"]
    assert answer.startswith("Melisa pomaga.\n\n")
    asked = models.calls
    two = await anna.api.post("/api/v1/messages", json={"text": SAID}, headers=head)
    assert two.json()["answer"]["text"] == answer
    assert models.calls == asked
    assert await tasks(anna) == ["kupić melisę"]


async def test_what_is_wrong_with_a_message_is_said_in_the_persons_language(
    anna: Somebody, models: ScriptedModels
) -> None:
    answer = await anna.api.post("/api/v1/messages", json={"text": " "})
    assert (answer.status_code, answer.json()["error"]["key"]) == (422, "message.empty")
    assert "pusta" in answer.json()["error"]["message"]


async def test_by_sms_and_the_same_sms_again_does_nothing(
    web: Served, anna: Somebody, models: ScriptedModels
) -> None:
    form = TwilioPeer().inbound_form(HER, SAID)
    for _ in range(2):
        answer = await web.client().post(
            "/hooks/sms",
            content=urlencode(form).encode(),
            headers={
                "Content-Type": "application/x-www-form-urlencoded",
                "X-Twilio-Signature": TwilioPeer().signature(web.url + "/hooks/sms", form),
            },
        )
        assert answer.status_code == 200
    await web.app.state.underway.settled()  # Twilio was answered before the model was
    thread = (await anna.api.get("/api/v1/messages")).json()["items"]
    assert [one["text"].split("\n")[0] for one in thread] == [SAID, "Melisa pomaga."]
    assert await tasks(anna) == ["kupić melisę"]


async def test_a_strangers_sms_reaches_no_model(
    web: Served, anna: Somebody, models: ScriptedModels
) -> None:
    form = TwilioPeer().inbound_form("+48999999999", SAID)
    await web.client().post(
        "/hooks/sms",
        content=urlencode(form).encode(),
        headers={
            "Content-Type": "application/x-www-form-urlencoded",
            "X-Twilio-Signature": TwilioPeer().signature(web.url + "/hooks/sms", form),
        },
    )
    assert models.calls == 0


Main = Callable[..., str]


@pytest.fixture
def say(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> Callable[[ProviderPeer, str], str]:
    """Says something on the command line, with a server of models; returns what is printed."""

    def once(peer: ProviderPeer, text: str) -> str:
        prices = tmp_path / "prices.toml"
        prices.write_text('["openai-compatible:m"]\nin = 3000000\nout = 15000000\n')
        for name, value in {
            "HOME": str(tmp_path / "home"),
            "DATABASE_URL": database_url,
            "MODEL": "openai-compatible:m",
            "MODEL_URL": peer.url,
            "MODEL_PRICES": str(prices),
            "MODEL_TIMEOUT_S": "1",
        }.items():
            monkeypatch.setenv(f"EXOSKULL_{name}", value)
        made = main(("tenant", "create", "anna", "--timezone", "Europe/Warsaw", "--language", "pl"))
        assert made == 0
        capsys.readouterr()
        assert main(("say", "anna", text)) == 0
        return capsys.readouterr().out

    return once


def test_on_the_command_line_over_a_real_server_of_models(say: Main) -> None:
    def answer(asked: dict[str, Any]) -> Reply:
        if any(one["role"] == "tool" for one in asked["messages"]):
            return streams("Melisa ", "pomaga.")
        return calls("make_task", '{"title": "kupić melisę"}')

    with ProviderPeer() as peer:
        peer.answer = answer
        said = say(peer, SAID)
    assert said.startswith("Melisa pomaga.")
    assert "kupić melisę" in said


@pytest.mark.parametrize(
    "reply",
    [Reply(hangs=True), error(500), streams("Meli", cut=True), Reply(body="garbage")],
    ids=["hanging", "500", "cut off", "garbage"],
)
def test_a_server_that_fails_leaves_the_built_in_answer(say: Main, reply: Reply) -> None:
    with ProviderPeer() as peer:
        peer.answer = lambda _: reply
        assert say(peer, "Jak lepiej spać?").startswith("Nie wiem, co zrobić z")
