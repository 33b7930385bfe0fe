"""What the resources of the API have in common."""

from typing import Annotated, Generic, TypeVar

from fastapi import Query
from pydantic import BaseModel, ConfigDict

T = TypeVar("T")

PREFIX = "/api/v1"
LIMIT_MAX = 200


class In(BaseModel):
    """A body that comes in: unknown fields are errors, and nothing is converted silently."""

    model_config = ConfigDict(extra="forbid", strict=True)


class Out(BaseModel):
    """What goes out, from the attributes of a dataclass."""

    model_config = ConfigDict(from_attributes=True)


class Listed(BaseModel, Generic[T]):
    """Some of a list. `next` is what to ask on with; null at its end."""

    items: list[T]
    next: str | None = None


Limit = Annotated[int, Query(ge=1, le=LIMIT_MAX, description="How many at most.")]
