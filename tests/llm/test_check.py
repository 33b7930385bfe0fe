"""Looking at models without asking them anything."""

from datetime import UTC, datetime

from peers.llama import LlamaPeer

from exoskull.llm.check import _named, look
from exoskull.llm.choice import Choice
from exoskull.llm.prices import Prices

AT = datetime(2026, 3, 2, tzinfo=UTC)


async def test_a_server_that_runs_answers(llama: LlamaPeer) -> None:
    choice = Choice(provider="llamacpp", name="smol", url=llama.url)
    looked = await look(choice, Prices(), at=AT, timeout_s=10)
    assert looked.reached
    assert looked.dollars == (0, 0)


async def test_a_server_that_is_not_there_is_told() -> None:
    choice = Choice(provider="openai-compatible", name="x", url="http://127.0.0.1:9/v1")
    looked = await look(choice, Prices(), at=AT, timeout_s=5)
    assert (looked.reached, looked.detail, looked.dollars) == (False, "no_connection", None)


async def test_a_server_that_lists_models_in_its_own_way_is_no_trouble() -> None:
    said: list[object] = [{"n": 1}, [1], "<html>", {"data": [{"id": "y"}, 3]}, {"data": None}]
    assert [_named(one, "x") for one in said] == [
        *["answers, and lists no models"] * 3,
        "answers, and lists no model of that name",
        "answers, and lists no models",
    ]
