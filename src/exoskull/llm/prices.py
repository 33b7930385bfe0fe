"""What tokens cost: the known prices, then the operator's table; what neither knows has no price.

Money is whole millionths of a US dollar (micros), rounded up.
"""

import json
import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from exoskull.kit.errors import InvalidInput
from exoskull.llm.choice import Choice

MILLION = 1_000_000
PRICED = {"openai", "openrouter", "anthropic", "google"}
"""Providers whose prices genai-prices knows, by the same names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tariff:
    """Micros for a million tokens, in and out."""

    tokens_in: int
    tokens_out: int

    def cost(self, tokens_in: int, tokens_out: int) -> int:
        return math.ceil((tokens_in * self.tokens_in + tokens_out * self.tokens_out) / MILLION)


FREE = Tariff(tokens_in=0, tokens_out=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prices:
    """`own`: the operator's, by `provider:name`."""

    own: Mapping[str, Tariff] = field(default_factory=dict)

    def cost(
        self, choice: Choice, *, tokens_in: int, tokens_out: int, cached: int = 0, at: datetime
    ) -> int | None:
        """Micros for that many tokens of the model at `at`; None: nobody knows.

        Args:
            cached: those of `tokens_in` that the provider had kept; 0 gives an upper bound.
        """
        if choice.is_local:
            return FREE.cost(tokens_in, tokens_out)
        known = _known(choice, tokens_in, tokens_out, cached, at)
        if known is not None:
            return known
        own = self.own.get(choice.id)
        return None if own is None else own.cost(tokens_in, tokens_out)


def _known(
    choice: Choice, tokens_in: int, tokens_out: int, cached: int, at: datetime
) -> int | None:
    if choice.provider not in PRICED or choice.url is not None:
        return None
    from genai_prices import Usage, calc_price

    usage = Usage(input_tokens=tokens_in, output_tokens=tokens_out, cache_read_tokens=cached)
    try:
        price = calc_price(
            usage, choice.name, provider_id=choice.provider, genai_request_timestamp=at
        )
    except LookupError:
        return None
    return math.ceil(price.total_price * MILLION)


def read_prices(path: Path | None) -> Prices:
    """The operator's prices, of a TOML or JSON file.

        ["openai-compatible:my-model"]
        in = 150000     # micros for a million tokens
        out = 600000

    Raises:
        InvalidInput: `settings.invalid_prices`: it cannot be read, or says something else.
    """
    if path is None:
        return Prices()
    try:
        text = path.read_text(encoding="utf-8")
        found = json.loads(text) if path.suffix == ".json" else tomllib.loads(text)
        return Prices(own={str(model): _tariff(row) for model, row in found.items()})
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise InvalidInput(
            "settings.invalid_prices", field="EXOSKULL_MODEL_PRICES", path=str(path)
        ) from error


def _tariff(row: Mapping[str, Any]) -> Tariff:
    amounts = (row["in"], row["out"])
    if any(type(one) is not int or one < 0 for one in amounts):
        raise ValueError("prices are whole micros")
    return Tariff(tokens_in=amounts[0], tokens_out=amounts[1])
