"""A verb that a model may call, and what came of one call."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from exoskull.conversations.acts.desk import Desk

QUOTE = "quote"
"""The argument that repeats the person's own words, for verbs that take them at their word."""

QUOTE_SCHEMA = {
    "type": "string",
    "minLength": 3,
    "maxLength": 300,
    "description": "The person's own words of this message that say so, copied exactly.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """`act` does it at the desk of the message and returns lines made from the rows. `action`: what
    the gate is asked, None where the person's word needs no rule. `looks`: it only reads, and its
    lines are for the model. `quoted`: it wants the person's words, which must stand in the message.
    `private`, `untrusted`, `outward`: see `leash`.
    """

    name: str
    description: str
    fields: Mapping[str, Any]
    required: Sequence[str]
    act: Callable[[Desk, dict[str, Any]], Awaitable[list[str]]]
    action: str | None = None
    looks: bool = False
    quoted: bool = False
    private: bool = False
    untrusted: bool = False
    outward: bool = False

    @property
    def parameters(self) -> dict[str, Any]:
        """JSON Schema of the arguments."""
        fields = dict(self.fields) | ({QUOTE: QUOTE_SCHEMA} if self.quoted else {})
        return {
            "type": "object",
            "properties": fields,
            "required": [*self.required, *([QUOTE] if self.quoted else [])],
            "additionalProperties": False,
        }
