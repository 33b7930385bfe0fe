"""One request over several models: tries again where that helps, then asks the next.

Imports pydantic_ai: load it only when a model is asked.
"""

from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from typing import TypeVar

from pydantic_ai import direct
from pydantic_ai.exceptions import AgentRunError
from pydantic_ai.messages import (
    ModelMessage,
    ModelResponse,
    PartDeltaEvent,
    PartStartEvent,
    TextPart,
    TextPartDelta,
)
from pydantic_ai.models import Model, ModelRequestParameters
from pydantic_ai.settings import ModelSettings

from exoskull.llm.calls import CallState
from exoskull.llm.choice import Choice
from exoskull.llm.failures import Failure, read_failure
from exoskull.llm.meter import NotMade, Paid
from exoskull.llm.metered import MeteredModel
from exoskull.llm.model import Why

P = TypeVar("P")

TRIES_MAX = 3
WAIT_S = 0.5
"""Before the second try; twice that before the third; up to as much again by chance."""

WAIT_MOST_S = 20.0
"""A provider that asks for more is not waited for."""

Shape = Callable[[Model], ModelRequestParameters]
"""The parameters of a request, as a model can take them."""


class NoAnswer(Exception):
    """No leg gave an answer; `why` is the first one's reason."""

    def __init__(self, why: Why) -> None:
        self.why = why
        super().__init__(why.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How to wait. `chance`: a number in [0, 1)."""

    pause: Callable[[float], Awaitable[None]]
    chance: Callable[[], float]

    async def wait(self, failure: Failure, tries: int) -> bool:
        """Wait for another try, the one after `tries`; False where there is none."""
        if not failure.again or tries >= TRIES_MAX or (failure.wait_s or 0) > WAIT_MOST_S:
            return False
        seconds = failure.wait_s or WAIT_S * 2 ** (tries - 1)
        await self.pause(min(WAIT_MOST_S, seconds * (1 + self.chance())))
        return True


class Legs:
    """The models of one question, in order. Each request of each is paid for by itself."""

    def __init__(
        self,
        models: Sequence[MeteredModel],
        patience: Patience,
        *,
        lost: Callable[[Choice], None],
        first: str,
    ) -> None:
        """`lost` is told of a model that could not be had however often it was tried; `first` is
        the name of the one that would be asked first."""
        self.first = first
        self._models = models
        self._patience = patience
        self._lost = lost
        self._paid: list[Paid] = []

    @property
    def paid(self) -> list[Paid]:
        """What every request came to; the last is that of the last answer."""
        return self._paid

    async def request(
        self, messages: Sequence[ModelMessage], settings: ModelSettings, shape: Shape
    ) -> ModelResponse:
        """The first answer there is; raises NoAnswer."""

        async def ask(model: MeteredModel) -> AsyncGenerator[ModelResponse]:
            yield await direct.model_request(
                model,
                messages,
                model_settings=settings,
                model_request_parameters=shape(model.wrapped),
                instrument=False,
            )

        async with aclosing(self._over_legs(ask)) as answers:
            async for answer in answers:
                return answer
        raise NoAnswer(Why.UNAVAILABLE)

    async def stream(
        self, messages: Sequence[ModelMessage], settings: ModelSettings, shape: Shape
    ) -> AsyncGenerator[str | ModelResponse]:
        """Pieces of text as they come, and the whole answer at last; raises NoAnswer. What has
        begun to come is not asked for again."""

        async def ask(model: MeteredModel) -> AsyncGenerator[str | ModelResponse]:
            timed: ModelSettings = {**settings, "request_timeout": model.timeout_s + 1}
            async with direct.model_request_stream(
                model,
                messages,
                model_settings=timed,
                model_request_parameters=shape(model.wrapped),
                instrument=False,
            ) as stream:
                async for event in stream:
                    if text := _text(event):
                        yield text
                answer = stream.get()
            yield answer

        async with aclosing(self._over_legs(ask)) as pieces:
            async for piece in pieces:
                yield piece

    async def _over_legs(
        self, ask: Callable[[MeteredModel], AsyncGenerator[P]]
    ) -> AsyncGenerator[P]:
        """What the first leg that answers gives; raises NoAnswer."""
        first: Why | None = None
        for model in self._models:
            tries, more = 0, True
            while more:
                tries += 1
                begun, before = False, len(model.paid)
                try:
                    async with aclosing(ask(model)) as pieces:
                        async for piece in pieces:
                            begun = True
                            yield piece
                    return
                except NotMade as error:
                    why, more = error.why, False
                except (AgentRunError, TimeoutError) as error:
                    failure = read_failure(error)
                    why = failure.state.why
                    if begun:
                        raise NoAnswer(why) from error
                    more = await self._patience.wait(failure, tries)
                    if not more and (failure.again or failure.state is CallState.TIMED_OUT):
                        self._lost(model.choice)
                finally:
                    self._paid += model.paid[before:]
                first = first or why
        raise NoAnswer(first or Why.UNAVAILABLE)


def _text(event: object) -> str:
    match event:
        case PartStartEvent(part=TextPart(content=text)):
            return text
        case PartDeltaEvent(delta=TextPartDelta(content_delta=text)):
            return text
        case _:
            return ""
