"""Models that say what a test wrote for them, behind the real gateway: metered, priced, kept.

    models = scripted(database, clock, ids, answer=lambda asked: {"text": "Hej"})
    world = await make_world(database, at=..., seed=1, models=partial(scripted, answer=...))

`answer` is told what is asked, and gives the answer: a pydantic model or a dict (made JSON), a
string (as it is), or an exception of pydantic-ai (raised). `say` does the same for conversations:
text, or calls of tools, one list for each request. A counting model is `models.asked`.
"""

import json
from collections.abc import AsyncIterator, Callable, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from pydantic import BaseModel
from pydantic_ai.messages import (
    ModelMessage,
    ModelRequest,
    ModelResponse,
    TextPart,
    ToolReturnPart,
    UserPromptPart,
)
from pydantic_ai.models import Model
from pydantic_ai.models.function import AgentInfo, DeltaToolCall, FunctionModel

from exoskull.budgets.model import Caps
from exoskull.database.pool import Database
from exoskull.kit.clock import Clock
from exoskull.kit.ids import Ids, TenantId
from exoskull.llm.choice import Choice
from exoskull.llm.configured import ConfiguredModels, Terms
from exoskull.llm.meter import Meter
from exoskull.llm.model import Answered, Ask, Declined, Feature, T
from exoskull.llm.prices import Prices, Tariff

MID_SIZE = Tariff(tokens_in=3_000_000, tokens_out=15_000_000)
"""3 and 15 dollars for a million tokens: a mid-size model's price."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One request as the model was sent it. `prompt`: the user's part, material and all; `leg`:
    which model was asked; `told`: what tools said, in a conversation."""

    leg: str
    feature: Feature
    prompt_id: str
    prompt: str
    instructions: str
    language: str
    tools: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    ask: Ask[Any] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UseTool:
    """A tool that the model calls."""

    name: str
    arguments: dict[str, Any] | str


Answer: TypeAlias = BaseModel | dict[str, Any] | str | Exception
Turn: TypeAlias = Answer | Sequence[str | UseTool]

_now: ContextVar[Ask[Any] | None] = ContextVar("ask", default=None)


def _nothing(_: Asked) -> Turn:
    return "{}"


@dataclass(slots=True, kw_only=True)
class ScriptedModels(ConfiguredModels):
    """`asked`: every request that was made, in order."""

    answer: Callable[[Asked], Answer] = field(default=_nothing)  # type: ignore[assignment]
    say: Callable[[Asked], Turn] = _nothing
    asked: list[Asked] = field(default_factory=list)

    @property
    def calls(self) -> int:
        """How many requests were made."""
        return len(self.asked)

    async def ask(self, tenant_id: TenantId, ask: Ask[T]) -> Answered[T] | Declined:
        token = _now.set(ask)
        try:
            return await ConfiguredModels.ask(self, tenant_id, ask)
        finally:
            _now.reset(token)

    def connect(self, choice: Choice) -> Model:
        def answer(messages: list[ModelMessage], _: AgentInfo) -> ModelResponse:
            ask = _now.get()
            assert ask is not None
            asked = _asked(choice, messages, ask=ask)
            self.asked.append(asked)
            return ModelResponse(parts=[TextPart(_text(self.answer(asked)))])

        async def say(
            messages: list[ModelMessage], info: AgentInfo
        ) -> AsyncIterator[str | dict[int, DeltaToolCall]]:
            asked = _asked(choice, messages, tools=tuple(one.name for one in info.function_tools))
            self.asked.append(asked)
            turn = self.say(asked)
            pieces = [turn] if isinstance(turn, str | BaseModel | dict | Exception) else turn
            for number, piece in enumerate(pieces):
                if isinstance(piece, UseTool):
                    arguments = piece.arguments
                    text = arguments if isinstance(arguments, str) else json.dumps(arguments)
                    yield {number: DeltaToolCall(name=piece.name, json_args=text)}
                else:
                    yield _text(piece)

        async def answering(messages: list[ModelMessage], info: AgentInfo) -> ModelResponse:
            return answer(messages, info)

        return FunctionModel(answering, stream_function=say, model_name=choice.name)


def scripted(
    database: Database,
    clock: Clock,
    ids: Ids,
    *,
    answer: Callable[[Asked], Answer] = _nothing,  # type: ignore[assignment]
    say: Callable[[Asked], Turn] = _nothing,
    models: Sequence[str] = ("openai-compatible:scripted",),
    price: Tariff | None = MID_SIZE,
    caps: Caps | None = None,
    timeout_s: float = 20,
) -> ScriptedModels:
    """Models that answer as written. Waits between tries take no time.

    Args:
        price: of all of them; None: nobody knows it.
    """
    choices = [Choice.parse(one) for one in models]
    prices = Prices(own={} if price is None else {one.id: price for one in choices})
    meter = Meter(database=database, clock=clock, ids=ids, caps=caps or Caps(), prices=prices)

    async def pause(_: float) -> None:
        pass

    terms = Terms(timeout_s=timeout_s, pause=pause, chance=lambda: 0.0)
    return ScriptedModels(meter=meter, choices=choices, terms=terms, answer=answer, say=say)


def _asked(
    choice: Choice,
    messages: Sequence[ModelMessage],
    *,
    ask: Ask[Any] | None = None,
    tools: tuple[str, ...] = (),
) -> Asked:
    parts = [part for one in messages if isinstance(one, ModelRequest) for part in one.parts]
    users = [str(part.content) for part in parts if isinstance(part, UserPromptPart)]
    told = [str(part.content) for part in parts if isinstance(part, ToolReturnPart)]
    last = next(one for one in reversed(messages) if isinstance(one, ModelRequest))
    return Asked(
        leg=choice.id,
        feature=Feature.CHAT if ask is None else ask.feature,
        prompt_id="" if ask is None else ask.prompt.id,
        prompt="\n".join(users),
        instructions=last.instructions or "",
        language="" if ask is None else ask.language,
        tools=tools,
        told=tuple(told),
        ask=ask,
    )


def _text(answer: Any) -> str:
    if isinstance(answer, Exception):
        raise answer
    if isinstance(answer, BaseModel):
        return answer.model_dump_json()
    return answer if isinstance(answer, str) else json.dumps(answer, ensure_ascii=False)
