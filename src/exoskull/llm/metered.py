"""A model that cannot be asked without paying.

Imports pydantic_ai: load it only when a model is asked.
"""

import asyncio
import json
from collections.abc import AsyncGenerator, Awaitable, Sequence
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from opentelemetry import trace
from opentelemetry.trace import Span, SpanKind, StatusCode
from pydantic_ai.messages import (
    ModelMessage,
    ModelRequest,
    ModelResponse,
    TextPart,
    ToolCallPart,
    ToolReturnPart,
    UserPromptPart,
)
from pydantic_ai.models import Model, ModelRequestParameters, StreamedResponse
from pydantic_ai.models.wrapper import WrapperModel
from pydantic_ai.settings import ModelSettings
from pydantic_ai.usage import RequestUsage

from exoskull.llm.calls import CallState, Tokens
from exoskull.llm.choice import Choice
from exoskull.llm.failures import read_failure
from exoskull.llm.meter import NOTHING, Held, Meter, Paid, Purpose

BASE_TOKENS = 256
"""For what a provider's template puts around a request."""

PART_TOKENS = 32
"""For what it puts around each part and each tool."""

tracer = trace.get_tracer("exoskull.llm")
T = TypeVar("T")


class MeteredModel(WrapperModel):
    """One model for one question: each request is reserved, made, and settled whatever happens.

    `paid`: what each request came to, in their order.
    """

    def __init__(
        self, wrapped: Model, *, choice: Choice, meter: Meter, purpose: Purpose, timeout_s: float
    ) -> None:
        super().__init__(wrapped)
        self.choice = choice
        self.paid: list[Paid] = []
        self._meter = meter
        self._purpose = purpose
        self.timeout_s = timeout_s

    async def request(
        self,
        messages: list[ModelMessage],
        model_settings: ModelSettings | None,
        model_request_parameters: ModelRequestParameters,
    ) -> ModelResponse:
        with trace.use_span(
            self._span(), end_on_exit=True, record_exception=False, set_status_on_exception=False
        ) as span:
            held = await self._reserve(messages, model_settings, model_request_parameters)
            try:
                async with asyncio.timeout(self.timeout_s):
                    response = await self.wrapped.request(
                        messages, model_settings, model_request_parameters
                    )
            except BaseException as error:
                await self._failed(held, error, span)
                raise
            await self._answered(held, response.usage, span)
            return response

    @asynccontextmanager
    async def request_stream(
        self,
        messages: list[ModelMessage],
        model_settings: ModelSettings | None,
        model_request_parameters: ModelRequestParameters,
        run_context: Any = None,
    ) -> AsyncGenerator[StreamedResponse]:
        """A stream that was not read to its end counts at its upper bound: what it says it used
        until then is a lower one."""
        span = self._span()  # not the current one: a stream may be closed by another task
        try:
            held = await self._reserve(messages, model_settings, model_request_parameters)
            opening = self.wrapped.request_stream(
                messages, model_settings, model_request_parameters, run_context
            )
            try:
                async with asyncio.timeout(self.timeout_s):
                    stream = await opening.__aenter__()
                try:
                    yield stream
                except BaseException as error:
                    if not await opening.__aexit__(type(error), error, error.__traceback__):
                        raise
                else:
                    await opening.__aexit__(None, None, None)
            except BaseException as error:
                await self._failed(held, error, span)
                raise
            complete = stream.get().state == "complete"
            await self._answered(held, stream.usage if complete else None, span)
        finally:
            span.end()

    async def _reserve(
        self,
        messages: Sequence[ModelMessage],
        settings: ModelSettings | None,
        parameters: ModelRequestParameters,
    ) -> Held:
        most = (settings or {}).get("max_tokens")
        assert most, "a request says how long its answer may be"
        upper = Tokens(into=tokens_at_most(messages, parameters), out=most)
        return await self._meter.reserve(self.choice, self._purpose, upper)

    async def _answered(self, held: Held, usage: RequestUsage | None, span: Span) -> None:
        used = _tokens(usage)
        state = CallState.BROKEN if usage is None else CallState.ANSWERED
        paid = await surely(self._meter.settle(held, state, used))
        self._note(paid, span, state.value)

    async def _failed(self, held: Held, error: BaseException, span: Span) -> None:
        failure = read_failure(error)
        used = None if failure.billed else NOTHING
        paid = await surely(self._meter.settle(held, failure.state, used, failure.detail))
        span.set_status(StatusCode.ERROR, failure.detail)
        self._note(paid, span, failure.state.value)

    def _span(self) -> Span:
        """A span with the names of things and counts, and no content."""
        return tracer.start_span(
            f"chat {self.choice.name}",
            kind=SpanKind.CLIENT,
            attributes={
                "gen_ai.operation.name": "chat",
                "gen_ai.provider.name": self.choice.provider,
                "gen_ai.request.model": self.choice.name,
                "exoskull.feature": self._purpose.feature.value,
                "exoskull.prompt": self._purpose.prompt,
                "exoskull.trace": str(self._purpose.trace),
            },
        )

    def _note(self, paid: Paid, span: Span, state: str) -> None:
        self.paid.append(paid)
        span.set_attribute("gen_ai.usage.input_tokens", paid.tokens.into)
        span.set_attribute("gen_ai.usage.output_tokens", paid.tokens.out)
        span.set_attribute("exoskull.cost_micros", paid.micros)
        span.set_attribute("exoskull.state", state)


def _tokens(usage: RequestUsage | None) -> Tokens | None:
    """What a provider says it used; None where it says nothing."""
    if usage is None or usage.unmeasured_requests or not usage.has_values():
        return None
    return Tokens(into=usage.input_tokens, out=usage.output_tokens, cached=usage.cache_read_tokens)


def tokens_at_most(messages: Sequence[ModelMessage], parameters: ModelRequestParameters) -> int:
    """An upper bound of the tokens of a request: no token is shorter than a byte."""
    bound = BASE_TOKENS
    texts = [part.content for part in parameters.instruction_parts or ()]
    for message in messages:
        if isinstance(message, ModelRequest) and not parameters.instruction_parts:
            texts.append(message.instructions or "")
        texts += [_text(part) for part in message.parts]
    tools = [*parameters.function_tools, *parameters.output_tools]
    for tool in tools:
        texts.append(f"{tool.name}{tool.description}{_json(tool.parameters_json_schema)}")
    if (shape := parameters.output_object) is not None:
        texts.append(f"{shape.name}{shape.description}{_json(shape.json_schema)}" * 2)
    for text in texts:
        bound += len(text.encode()) + PART_TOKENS
    return bound


def _text(part: Any) -> str:
    match part:
        case TextPart(content=text):
            return text
        case UserPromptPart(content=str(text)):
            return text
        case ToolCallPart():
            return part.tool_name + part.args_as_json_str()
        case ToolReturnPart():
            return part.tool_name + part.model_response_str()
        case _:
            return repr(part)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


async def surely(work: Awaitable[T]) -> T:
    """What `work` gives, done to its end also where the one who waits is cancelled."""
    task = asyncio.ensure_future(work)
    cancelled: asyncio.CancelledError | None = None
    while not task.done():
        try:
            await asyncio.shield(task)
        except asyncio.CancelledError as error:
            if task.cancelled():
                raise
            cancelled = error
    if cancelled is not None:
        task.result()
        raise cancelled
    return task.result()
