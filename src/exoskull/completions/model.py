"""What a chat client sends and gets, as OpenAI's API has it.

Source: https://platform.openai.com/docs/api-reference/chat. Of a client's history the last word of
the person is taken: the thread here is the one that counts. What a client adds of its own
(temperature, tools, a system message) is neither obeyed nor an error.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from exoskull.kit.errors import InvalidInput, NotFound

MODEL = "exoskull"

_CLIENTS_OWN = ("### Task:",)
"""How the questions begin that a chat client asks for itself (Open WebUI: titles, tags)."""


class Foreign(BaseModel):
    """A body in somebody else's format: unknown fields are let be."""

    model_config = ConfigDict(extra="ignore")


class Part(Foreign):
    type: str
    text: str | None = None


class Said(Foreign):
    role: Literal["system", "developer", "user", "assistant", "tool", "function"]
    content: str | list[Part] | None = None


class StreamOptions(Foreign):
    include_usage: bool = False


class CompletionIn(Foreign):
    """One question of a chat client."""

    model: str = MODEL
    messages: list[Said] = Field(min_length=1)
    stream: bool = False
    stream_options: StreamOptions | None = None
    n: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """Tokens of the models that helped with an answer; zero where none did."""

    prompt: int = 0
    completion: int = 0

    def to_json(self) -> dict[str, int]:
        return {
            "prompt_tokens": self.prompt,
            "completion_tokens": self.completion,
            "total_tokens": self.prompt + self.completion,
        }


def last_word(body: CompletionIn) -> str:
    """What the person says now.

    Raises:
        NotFound: `completions.no_such_model`.
        InvalidInput: `completions.one_answer`, `completions.not_a_question` where the last message
            is not the person's, `completions.only_text`, `completions.client_task` for what the
            client asks for itself.
    """
    check_model(body.model)
    if body.n != 1:
        raise InvalidInput("completions.one_answer", field="n")
    last = body.messages[-1]
    if last.role != "user":
        raise InvalidInput("completions.not_a_question", field="messages")
    text = _text(last.content)
    if text.lstrip().startswith(_CLIENTS_OWN):
        raise InvalidInput("completions.client_task", field="messages")
    return text


def check_model(name: str) -> None:
    """Raises NotFound (`completions.no_such_model`) for any name but ours."""
    if name != MODEL:
        raise NotFound("completions.no_such_model", field="model", name=name[:100], ours=MODEL)


def _text(content: str | Sequence[Part] | None) -> str:
    if content is None or isinstance(content, str):
        return content or ""
    if any(part.type != "text" for part in content):
        raise InvalidInput("completions.only_text", field="messages")
    return "".join(part.text or "" for part in content)


def whole(id: str, created: int, text: str, usage: Usage) -> dict[str, Any]:
    """An answer in one piece."""
    message = {"role": "assistant", "content": text, "refusal": None}
    choice = {"index": 0, "message": message, "logprobs": None, "finish_reason": "stop"}
    head = {"id": id, "object": "chat.completion", "created": created, "model": MODEL}
    return {**head, "choices": [choice], "usage": usage.to_json()}


def chunk(
    id: str, created: int, delta: dict[str, str] | None, *, usage: Usage | None = None
) -> dict[str, Any]:
    """A piece of a streamed answer; its end where `delta` is None, its cost where `usage` is
    given."""
    head = {"id": id, "object": "chat.completion.chunk", "created": created, "model": MODEL}
    if usage is not None:
        return {**head, "choices": [], "usage": usage.to_json()}
    ended = None if delta is not None else "stop"
    choice = {"index": 0, "delta": delta or {}, "logprobs": None, "finish_reason": ended}
    return {**head, "choices": [choice]}


def card(created: int) -> dict[str, Any]:
    """The one model that there is: the assistant itself."""
    return {"id": MODEL, "object": "model", "created": created, "owned_by": "exoskull"}
