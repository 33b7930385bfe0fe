"""A model that says the least that is taken, and counts what it was told: to find out how often
the product asks, and how much it shows."""

import json
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field
from typing import Any

from exoskull.kit.ids import Ids, TenantId
from exoskull.llm.context import tokens_of
from exoskull.llm.frame import framed, instructions
from exoskull.llm.gateway import Models
from exoskull.llm.model import (
    Answered,
    Ask,
    Called,
    Declined,
    Delta,
    Ended,
    Feature,
    Spent,
    T,
    Talk,
    Why,
)

NAME = "canned"
_BUILT_IN = "Built-in wording: "

LEAST: dict[Feature, dict[str, Any]] = {
    Feature.SITUATION: {"situation": "unclear", "evidence": [], "noticed": []},
    Feature.OPTIONS: {"proposed": []},
    Feature.ACTIONS: {"steps": []},
    Feature.NEEDS: {"needs": []},
    Feature.UNTRUSTED: {"sort": "other"},
}
"""Answers that are always of the right shape, and change nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What one question showed: tokens of it, and those that its answer may have."""

    feature: str
    tokens_in: int
    tokens_max: int


@dataclass(slots=True, kw_only=True)
class CannedModels(Models):
    """`shown`: every question, in order."""

    ids: Ids
    shown: list[Shown] = field(default_factory=list)

    async def ready(self, tenant_id: TenantId) -> bool:
        return True

    async def ask(self, tenant_id: TenantId, ask: Ask[T]) -> Answered[T] | Declined:
        schema = json.dumps(ask.output.model_json_schema())
        told = framed(ask.material) + instructions(ask.prompt.text, ask.language) + schema
        spent = self._note(ask.feature, told, ask.tokens_max)
        said = _least(ask)
        if said is None:
            return Declined(why=Why.REFUSED, spent=spent)
        value = ask.output.model_validate(said)
        if ask.accept is not None and list(ask.accept(value)):
            return Declined(why=Why.INVALID, spent=spent)
        return Answered(value=value, call=self.ids.new(), prompt=ask.prompt.id, spent=spent)

    async def converse(
        self, tenant_id: TenantId, talk: Talk
    ) -> AsyncGenerator[Delta | Called | Ended | Declined]:
        tools = json.dumps([[one.name, one.description, one.parameters] for one in talk.tools])
        said = "\n".join(one.text for one in talk.said)
        told = framed(talk.material) + instructions(talk.prompt.text, talk.language) + said + tools
        spent = self._note(Feature.CHAT, told, talk.tokens_max)
        yield Ended(text="OK", spent=spent, call=self.ids.new())

    def _note(self, feature: Feature, told: str, tokens_max: int) -> Spent:
        shown = Shown(feature=feature.value, tokens_in=tokens_of(told), tokens_max=tokens_max)
        self.shown.append(shown)
        return Spent(model=NAME, tokens_in=shown.tokens_in, tokens_out=0, micros=0)


def _least(ask: Ask[Any]) -> dict[str, Any] | None:
    if ask.feature is Feature.PHRASING:
        lines = (one for one in ask.material.splitlines() if one.startswith(_BUILT_IN))
        return {"text": next(lines, "").removeprefix(_BUILT_IN)}
    return LEAST.get(ask.feature)
