"""The models that the operator set, and those that people brought themselves."""

import asyncio
import importlib
import sys
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from exoskull.kit.errors import Unavailable
from exoskull.kit.ids import TenantId
from exoskull.llm.choice import Choice
from exoskull.llm.gateway import Models
from exoskull.llm.meter import Meter, Purpose
from exoskull.llm.model import (
    Answered,
    Ask,
    Called,
    Declined,
    Delta,
    Ended,
    Feature,
    Prompt,
    T,
    Talk,
    Why,
)
from exoskull.llm.own import Vault, own_choice

if TYPE_CHECKING:
    from pydantic_ai.models import Model

    from exoskull.kit.ids import TraceId
    from exoskull.llm.legs import Legs


REST = timedelta(seconds=30)
"""How long a model that could not be had is left alone, by this process."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """How models are asked. `chance`: a number in [0, 1), for waits that do not fall together."""

    timeout_s: float
    pause: Callable[[float], Awaitable[None]]
    chance: Callable[[], float]


@dataclass(slots=True, kw_only=True)
class ConfiguredModels(Models):
    """The way to the models in `choices`, the first that answers; who has a model of their own is
    answered by that alone. `vault` None: nobody can have one."""

    meter: Meter
    choices: Sequence[Choice]
    terms: Terms
    vault: Vault | None = None
    _models: dict[Choice, "Model"] = field(default_factory=dict)
    _resting: dict[Choice, datetime] = field(default_factory=dict)

    @property
    def name(self) -> str | None:
        return self.choices[0].id if self.choices else None

    async def ready(self, tenant_id: TenantId) -> bool:
        try:
            return bool(await self._choices(tenant_id))
        except Unavailable:
            return True  # there is one, and `ask` tells why it cannot be had

    async def ask(self, tenant_id: TenantId, ask: Ask[T]) -> Answered[T] | Declined:
        purpose = _purpose(tenant_id, ask.feature, ask.prompt, ask.trace)
        legs = await self._open(purpose)
        if isinstance(legs, Declined):
            return legs
        from exoskull.llm import asking

        answer = await asking.ask_over(legs, self.meter, purpose, ask)
        if isinstance(answer, Declined):
            await self.meter.declined(purpose, answer.why, legs.first)
        return answer

    async def converse(
        self, tenant_id: TenantId, talk: Talk
    ) -> AsyncGenerator[Delta | Called | Ended | Declined]:
        purpose = _purpose(tenant_id, Feature.CHAT, talk.prompt, talk.trace)
        legs = await self._open(purpose)
        if isinstance(legs, Declined):
            yield legs
            return
        from exoskull.llm import talking

        async with aclosing(talking.converse_over(legs, self.meter, purpose, talk)) as pieces:
            async for piece in pieces:
                if isinstance(piece, Declined):
                    await self.meter.declined(purpose, piece.why, legs.first)
                yield piece

    async def close(self) -> None:
        while self._models:
            _, model = self._models.popitem()
            client = getattr(model, "client", None)
            if client is not None and hasattr(client, "close"):
                await client.close()

    def connect(self, choice: Choice) -> "Model":
        """A way to the model; tests give another."""
        from exoskull.llm.connect import connect

        return connect(choice, timeout_s=self.terms.timeout_s)

    async def _choices(self, tenant_id: TenantId) -> Sequence[Choice]:
        if self.vault is None:
            return self.choices
        own = await own_choice(self.meter.database, self.vault, tenant_id)
        return self.choices if own is None else (own,)

    async def _open(self, purpose: Purpose) -> "Legs | Declined":
        """The models for a question, or why there are none."""
        try:
            choices = await self._choices(purpose.tenant_id)
            if not choices:
                return Declined(why=Why.NO_MODEL)
            await _loaded()
            return self._legs(choices, purpose)
        except Unavailable:  # a key that does not open, a client that is not installed
            await self.meter.declined(purpose, Why.UNAVAILABLE, None)
            return Declined(why=Why.UNAVAILABLE)

    def _legs(self, choices: Sequence[Choice], purpose: Purpose) -> "Legs":
        from exoskull.llm.legs import Legs, Patience
        from exoskull.llm.metered import MeteredModel

        models = [
            MeteredModel(
                self._connected(choice),
                choice=choice,
                meter=self.meter,
                purpose=purpose,
                timeout_s=self.terms.timeout_s,
            )
            for choice in choices
            if not self._is_resting(choice)
        ]
        patience = Patience(pause=self.terms.pause, chance=self.terms.chance)
        return Legs(models, patience, lost=self._rest, first=choices[0].id)

    def _rest(self, choice: Choice) -> None:
        """Leave a model alone that could not be had: nobody waits for it again so soon."""
        self._resting[choice] = self.meter.clock.now() + REST

    def _is_resting(self, choice: Choice) -> bool:
        until = self._resting.get(choice)
        return until is not None and self.meter.clock.now() < until

    def _connected(self, choice: Choice) -> "Model":
        found = self._models.get(choice)
        if found is None:
            found = self._models[choice] = self.connect(choice)
        return found


async def _loaded() -> None:
    """Have the library there, which takes the better part of a second the first time."""
    if "exoskull.llm.connect" not in sys.modules:
        await asyncio.to_thread(importlib.import_module, "exoskull.llm.connect")


def _purpose(tenant_id: TenantId, feature: Feature, prompt: Prompt, trace: "TraceId") -> Purpose:
    return Purpose(tenant_id=tenant_id, feature=feature, prompt=prompt.id, trace=trace)
