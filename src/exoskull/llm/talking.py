"""A conversation: the answer piece by piece, with the tools that the model calls run between.

Imports pydantic_ai: load it only when a model is asked.
"""

import json
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any

import jsonschema
from pydantic_ai.messages import (
    ModelMessage,
    ModelRequest,
    ModelResponse,
    TextPart,
    ToolCallPart,
    ToolReturnPart,
    UserPromptPart,
)
from pydantic_ai.models import Model, ModelRequestParameters
from pydantic_ai.settings import ModelSettings
from pydantic_ai.tools import ToolDefinition

from exoskull.kit.errors import ExoSkullError
from exoskull.llm.asking import is_refusal
from exoskull.llm.calls import CallState
from exoskull.llm.frame import framed, instructions
from exoskull.llm.legs import Legs, NoAnswer
from exoskull.llm.meter import Meter, Purpose
from exoskull.llm.model import Called, Declined, Delta, Ended, Said, Talk, Tool, Why
from exoskull.llm.tally import spent

MISTAKES_MAX = 2
"""Unknown tools and arguments that do not fit are told back so often in one run."""

RESULT_MOST = 8000
"""Characters of a tool's result that the model is told."""


class _Mistake(Exception):
    """A call that cannot be made, as it is told to the model."""


@dataclass(slots=True)
class _Run:
    said: list[str]
    mistakes: int = 0


async def converse_over(
    legs: Legs, meter: Meter, purpose: Purpose, talk: Talk
) -> AsyncGenerator[Delta | Called | Ended | Declined]:
    """The run; its last piece, and only it, is Ended or Declined."""
    messages = _begin(talk)
    tools = {tool.name: tool for tool in talk.tools}
    run = _Run(said=[])
    for turn in range(1, talk.turns_max + 1):
        offered = tools if turn < talk.turns_max else {}
        response: ModelResponse | None = None
        stream = legs.stream(messages, _settings(talk), _shape(offered))
        try:
            async with aclosing(stream) as pieces:
                async for piece in pieces:
                    if isinstance(piece, str):
                        yield Delta(text=piece)
                    else:
                        response = piece
        except NoAnswer as error:
            yield Declined(why=error.why, spent=spent(legs.paid), call=_last(legs))
            return
        assert response is not None
        run.said.append("".join(one.content for one in response.parts if isinstance(one, TextPart)))
        calls = [part for part in response.parts if isinstance(part, ToolCallPart)]
        if is_refusal(response) or not (calls or any(run.said)):
            refused = is_refusal(response)
            state = CallState.REFUSED if refused else CallState.INVALID
            await meter.mark(purpose, legs.paid[-1].call, state, "refused" if refused else "empty")
            yield Declined(why=state.why, spent=spent(legs.paid), call=_last(legs))
            return
        if not calls:
            break
        told: list[ToolReturnPart] = []
        for call in calls:
            try:
                arguments = _arguments(call, offered)
            except _Mistake as mistake:
                run.mistakes += 1
                told.append(_told(call, str(mistake)))
                continue
            result = await _run(offered[call.tool_name], arguments)
            yield Called(tool=call.tool_name, arguments=arguments, result=result)
            told.append(_told(call, result))
        if run.mistakes > MISTAKES_MAX or not offered:
            await meter.mark(purpose, legs.paid[-1].call, CallState.INVALID, "wrong_tools")
            yield Declined(why=Why.INVALID, spent=spent(legs.paid), call=_last(legs))
            return
        messages += [response, ModelRequest(parts=told, instructions=_instructions(talk))]
    found, text = spent(legs.paid), "\n\n".join(filter(None, run.said))
    assert found is not None
    if talk.accept is not None and talk.accept(text):
        await meter.mark(purpose, legs.paid[-1].call, CallState.INVALID, "not_accepted")
        yield Declined(why=Why.INVALID, spent=found, call=_last(legs))
        return
    yield Ended(text=text, spent=found, call=legs.paid[-1].call)


def _last(legs: Legs) -> Any:
    return legs.paid[-1].call if legs.paid else None


def _begin(talk: Talk) -> list[ModelMessage]:
    """The thread as the model is shown it: the material first, then who said what."""
    messages: list[ModelMessage] = []
    first = framed(talk.material) if talk.material else ""
    for said in talk.said:
        messages.append(_turn(said, first, talk))
        if said.role == "person":
            first = ""
    return messages


def _turn(said: Said, first: str, talk: Talk) -> ModelMessage:
    if said.role == "assistant":
        return ModelResponse(parts=[TextPart(said.text)])
    text = f"{first}\n\n{said.text}" if first else said.text
    return ModelRequest(parts=[UserPromptPart(text)], instructions=_instructions(talk))


def _instructions(talk: Talk) -> str:
    return instructions(talk.prompt.text, talk.language)


def _settings(talk: Talk) -> ModelSettings:
    return {"max_tokens": talk.tokens_max, "thinking": False}


def _shape(tools: Mapping[str, Tool]) -> Any:
    definitions = [
        ToolDefinition(
            name=tool.name,
            description=tool.description,
            parameters_json_schema=tool.parameters,
        )
        for tool in tools.values()
    ]

    def shape(model: Model) -> ModelRequestParameters:
        usable = definitions if model.profile.get("supports_tools", True) else []
        return ModelRequestParameters(function_tools=usable)

    return shape


def _arguments(call: ToolCallPart, tools: Mapping[str, Tool]) -> dict[str, Any]:
    """The arguments, checked; raises _Mistake."""
    tool = tools.get(call.tool_name)
    if tool is None:
        known = ", ".join(tools) or "none"
        raise _Mistake(f"There is no such tool. The tools are: {known}.")
    try:
        arguments = json.loads(call.args_as_json_str())
        jsonschema.validate(arguments, tool.parameters)
    except (ValueError, RecursionError) as error:
        raise _Mistake("The arguments are no JSON object.") from error
    except jsonschema.ValidationError as error:
        where = ".".join(map(str, error.absolute_path)) or "arguments"
        raise _Mistake(f"{where} must hold to the tool's schema ({error.validator}).") from error
    if not isinstance(arguments, dict):
        raise _Mistake("The arguments are no JSON object.")
    return arguments


async def _run(tool: Tool, arguments: dict[str, Any]) -> str:
    """What the tool says, or the line that says why not."""
    try:
        result = await tool.run(arguments)
    except ExoSkullError as error:
        return f"Not done: {error}"[:RESULT_MOST]
    text = result if isinstance(result, str) else json.dumps(result, ensure_ascii=False)
    return text[:RESULT_MOST]


def _told(call: ToolCallPart, result: str) -> ToolReturnPart:
    return ToolReturnPart(tool_name=call.tool_name, content=result, tool_call_id=call.tool_call_id)
