"""A measure: one value of one metric at one instant."""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from exoskull.channels.text import clean_line
from exoskull.kit.errors import InvalidInput
from exoskull.kit.ids import TraceId

METRIC = re.compile(r"[a-z][a-z0-9_]{0,63}")
VALUE_MAX = 1e12
UNIT_MAX = 20


class Source(StrEnum):
    """How a measure, goal or task came in."""

    MESSAGE = "message"
    API = "api"
    CLI = "cli"
    TAPE = "tape"
    LOOP = "loop"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """`value` is in `unit`, the canonical unit of `metric` ("" for a count)."""

    id: UUID
    at: datetime
    metric: str
    value: float
    unit: str
    source: Source
    message_id: UUID | None
    trace: TraceId


def parse_unit(value: object) -> str:
    """A unit of at most 20 printable characters, cut to that; raises InvalidInput otherwise."""
    if isinstance(value, str):
        return clean_line(value)[:UNIT_MAX].strip()
    raise InvalidInput("field.not_text", field="unit")


def parse_metric(value: object) -> str:
    """A metric's name, `[a-z][a-z0-9_]{0,63}`; raises InvalidInput otherwise."""
    if isinstance(value, str) and METRIC.fullmatch(value):
        return value
    raise InvalidInput("measure.invalid_metric", field="metric", value=str(value)[:64])


def parse_value(value: object, *, field: str = "value") -> float:
    """A finite number of magnitude at most 1e12; raises InvalidInput otherwise."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise InvalidInput("measure.invalid_value", field=field, value=str(value)[:64])
    if abs(value) <= VALUE_MAX:  # which NaN and infinity never are
        return float(value)
    raise InvalidInput("measure.invalid_value", field=field, value=str(value)[:64])
