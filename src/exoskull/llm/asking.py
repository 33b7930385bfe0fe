"""One question with a typed answer: asked, read, and asked once more where it is of no use.

Imports pydantic_ai: load it only when a model is asked.
"""

import re
from dataclasses import dataclass
from typing import Generic, Literal
from uuid import UUID

from pydantic import ValidationError
from pydantic_ai.messages import ModelRequest, ModelResponse, TextPart, ToolCallPart
from pydantic_ai.models import Model, ModelRequestParameters
from pydantic_ai.output import OutputObjectDefinition
from pydantic_ai.settings import ModelSettings
from pydantic_ai.tools import ToolDefinition

from exoskull.llm.calls import CallState
from exoskull.llm.frame import again, framed, instructions
from exoskull.llm.legs import Legs, NoAnswer, Shape
from exoskull.llm.meter import Meter, Purpose
from exoskull.llm.model import Answered, Ask, Declined, T, Why
from exoskull.llm.tally import spent

ANSWER = "answer"
FAULTS_SHOWN = 8
_FENCE = re.compile(r"^\s*```(?:json)?\s*\n(.*?)\n?```\s*$", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading(Generic[T]):
    """An answer, read. `value` None: it is of no use, for what `faults` say; `refused`: the model
    would not."""

    value: T | None
    text: str = ""
    faults: tuple[str, ...] = ()
    refused: bool = False


async def ask_over(
    legs: Legs, meter: Meter, purpose: Purpose, ask: Ask[T]
) -> Answered[T] | Declined:
    """The answer of the first model that gives one, asked again once with what was wrong."""
    text = framed(ask.material)
    for _ in range(2):
        request = ModelRequest.user_text_prompt(
            text, instructions=instructions(ask.prompt.text, ask.language)
        )
        try:
            response = await legs.request([request], _settings(ask), _shape(ask))
        except NoAnswer as error:
            return Declined(why=error.why, spent=spent(legs.paid), call=_last(legs))
        call = legs.paid[-1].call
        reading = read(response, ask)
        if reading.value is not None:
            found = spent(legs.paid)
            assert found is not None
            return Answered(value=reading.value, call=call, prompt=ask.prompt.id, spent=found)
        if reading.refused:
            await meter.mark(purpose, call, CallState.REFUSED, "refused")
            return Declined(why=Why.REFUSED, call=call, spent=spent(legs.paid))
        await meter.mark(purpose, call, CallState.INVALID, "not_accepted")
        text = again(ask.material, reading.text, list(reading.faults))
    return Declined(why=Why.INVALID, call=_last(legs), spent=spent(legs.paid))


def _last(legs: Legs) -> UUID | None:
    return legs.paid[-1].call if legs.paid else None


def read(response: ModelResponse, ask: Ask[T]) -> Reading[T]:
    """The answer in `response`, or what is wrong with it."""
    if is_refusal(response):
        return Reading(value=None, refused=True)
    text = _answer(response)
    if text is None:
        return Reading(value=None, faults=("There are no tools. Answer in the form asked for.",))
    try:
        value = ask.output.model_validate_json(text)
    except ValidationError as error:
        faults = tuple(
            f"{'.'.join(map(str, one['loc'])) or 'answer'}: {one['msg']}"
            for one in error.errors(include_url=False, include_input=False)[:FAULTS_SHOWN]
        )
        if response.finish_reason == "length":
            faults = (f"It was cut off: stay below {ask.tokens_max} tokens.", *faults)
        return Reading(value=None, text=text, faults=faults)
    faults = tuple(ask.accept(value)) if ask.accept else ()
    return Reading(value=None if faults else value, text=text, faults=faults[:FAULTS_SHOWN])


def is_refusal(response: ModelResponse) -> bool:
    """Whether the model, or its provider, would not answer."""
    refused = (response.provider_details or {}).get("refusal")
    return bool(refused) or response.finish_reason == "content_filter"


def _answer(response: ModelResponse) -> str | None:
    for part in response.parts:
        if isinstance(part, ToolCallPart):
            return part.args_as_json_str() if part.tool_name == ANSWER else None
    text = "".join(part.content for part in response.parts if isinstance(part, TextPart))
    fenced = _FENCE.match(text)
    return fenced[1] if fenced else text.strip()


def _settings(ask: Ask[T]) -> ModelSettings:
    return {"max_tokens": ask.tokens_max, "thinking": False}


def _shape(ask: Ask[T]) -> Shape:
    """The form of the answer, in the way that a model knows: a schema of its own, a tool that is
    called with the answer, or words."""
    schema = ask.output.model_json_schema()

    def shape(model: Model) -> ModelRequestParameters:
        profile = model.profile
        if profile.get("supports_json_schema_output", False):
            return _object("native")
        if profile.get("supports_tools", True):
            tool = ToolDefinition(
                name=ANSWER,
                description="Give the answer.",
                parameters_json_schema=schema,
                kind="output",
            )
            return ModelRequestParameters(
                output_mode="tool", output_tools=[tool], allow_text_output=False
            )
        return _object("prompted")

    def _object(mode: Literal["native", "prompted"]) -> ModelRequestParameters:
        found = OutputObjectDefinition(json_schema=schema, name=ask.output.__name__)
        return ModelRequestParameters(output_mode=mode, output_object=found)

    return shape
