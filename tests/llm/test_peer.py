"""Against a true server with a small model: shapes, streams, usage and budget, never meaning."""

from typing import Literal

from interventions.scene import Scene
from peers.llama import LlamaPeer
from peers.priced import models_at
from peers.questions import TRACE, question, talk
from pydantic import BaseModel

from exoskull.budgets import service as budgets
from exoskull.llm.metered import BASE_TOKENS
from exoskull.llm.model import Answered, Ask, Delta, Ended, Feature, Prompt


class Slept(BaseModel):
    """Whether somebody slept enough."""

    enough: Literal["yes", "no"]


async def test_a_small_model_answers_in_the_shape_that_was_asked(
    scene: Scene, llama: LlamaPeer
) -> None:
    ask = Ask(
        feature=Feature.SITUATION,
        prompt=Prompt(name="sleep", version=1, text="Say whether the person slept enough."),
        material="Anna slept 4 hours.",
        output=Slept,
        trace=TRACE,
        language="en",
        tokens_max=60,
    )
    answer = await models_at(scene, llama.url).ask(scene.id, ask)
    assert isinstance(answer, Answered)
    assert answer.value.enough in ("yes", "no")
    assert 0 < answer.spent.tokens_out <= 60
    async with scene.transaction() as tx:
        now = await budgets.gauge(tx, today=scene.tenant.local_date(scene.at))
    assert now.today.spent_micros == answer.spent.micros > 0
    assert now.today.reserved_micros == 0


async def test_what_is_reserved_is_never_less_than_what_is_used(
    scene: Scene, llama: LlamaPeer
) -> None:
    polish = "Zażółć gęślą jaźń 🙂 " * 6
    await models_at(scene, llama.url).ask(scene.id, question(polish, tokens_max=40))
    reserved = await scene.events("budget.reserved")
    settled = await scene.events("budget.settled")
    for held, used in zip(reserved, settled, strict=True):
        assert held.data["tokens"] >= used.data["tokens"] + BASE_TOKENS // 2
        assert held.data["micros"] >= used.data["micros"]


async def test_a_small_model_streams_with_its_usage(scene: Scene, llama: LlamaPeer) -> None:
    models = models_at(scene, llama.url)
    pieces = [one async for one in models.converse(scene.id, talk(tokens_max=24))]
    said = [one.text for one in pieces if isinstance(one, Delta)]
    assert len(said) > 3
    [ended] = [one for one in pieces if isinstance(one, Ended)]
    assert ended.text == "".join(said)
    assert 0 < ended.spent.tokens_out <= 24
    assert ended.spent.tokens_in > 20
