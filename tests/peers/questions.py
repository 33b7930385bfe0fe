"""A question to ask, and a talk to go on with."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from pydantic import BaseModel, Field

from exoskull.kit.ids import TraceId
from exoskull.llm.model import Ask, Feature, Prompt, Said, Talk, Tool

TRACE = TraceId(UUID(int=7))


class Mood(BaseModel):
    """How somebody is."""

    mood: str = Field(max_length=20)
    evidence: list[str] = []


def question(
    material: str = "Anna slept 4 hours [m1].",
    *,
    accept: Callable[[Mood], Sequence[str]] | None = None,
    feature: Feature = Feature.SITUATION,
    tokens_max: int = 100,
) -> Ask[Mood]:
    return Ask(
        feature=feature,
        prompt=Prompt(name="mood", version=1, text="Say how the person is."),
        material=material,
        output=Mood,
        trace=TRACE,
        language="pl",
        tokens_max=tokens_max,
        accept=accept,
    )


def talk(*tools: Tool, text: str = "Hej", **more: Any) -> Talk:
    return Talk(
        prompt=Prompt(name="chat", version=1, text="You are kind."),
        material="Anna likes tea.",
        said=[Said(role="person", text=text)],
        trace=TRACE,
        language="pl",
        tools=tools,
        **more,
    )


def water(said: list[dict[str, Any]]) -> Tool:
    """A tool that keeps its arguments in `said`."""

    async def run(arguments: dict[str, Any]) -> str:
        said.append(arguments)
        return "kept"

    return Tool(
        name="log_water",
        description="Keep how much was drunk.",
        parameters={
            "type": "object",
            "properties": {"glasses": {"type": "integer", "minimum": 1}},
            "required": ["glasses"],
            "additionalProperties": False,
        },
        run=run,
    )
