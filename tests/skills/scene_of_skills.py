"""A person with skills: a whole world on a virtual clock, its sandbox closed at the end."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from acceptance.life import Life, born

from exoskull.apps.notice import Means
from exoskull.channels.model import ChannelName
from exoskull.conversations.model import Via
from exoskull.conversations.turn import Incoming, receive
from exoskull.database.pool import Database
from exoskull.feed import service as feed
from exoskull.kit.ids import TraceId
from exoskull.skills import exchange, jobs, service, suggestions
from exoskull.skills.owned import Skill, SkillState, Suggestion, SuggestionSource
from exoskull.skills.suggestions import Idea


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    life: Life

    @property
    def at(self) -> datetime:
        return self.life.now

    @property
    def means(self) -> Means:
        ways = frozenset({ChannelName.IN_APP, ChannelName.SMS, ChannelName.EMAIL})
        return Means(ids=self.life.world.installation.ids, reachable=ways, reveal_codes=True)

    @property
    def sandbox(self) -> Any:
        return self.life.world.installation.sandbox

    def trace(self) -> TraceId:
        return TraceId(self.life.world.installation.ids.new())

    async def say(self, text: str, **more: Any) -> str:
        """Say it; the answer, skills and all. A second goes by."""
        here = self.life.world.installation
        async with self.life.tx() as tx:
            incoming = Incoming(text=text, via=more.pop("via", Via.WEB), **more)
            turn = await receive(tx, incoming, at=self.at, ids=here.ids, sandbox=here.sandbox)
        self.life.world.clock.advance(self.at + timedelta(seconds=1))
        return turn.answer.text if turn.answer else ""

    async def idea(self, template: str | None, **slots: Any) -> Suggestion:
        """An idea that is sure enough."""
        about = ",".join(f"{name}={value}" for name, value in sorted(slots.items()))
        async with self.life.tx() as tx:
            made = await suggestions.suggest(
                tx,
                Idea(
                    key=f"{template}:{about}",
                    source=SuggestionSource.QUESTION,
                    label="a label",
                    confidence=0.9,
                    template=template,
                    slots=slots,
                    evidence=(UUID(int=1),),
                ),
                at=self.at,
                ids=self.means.ids,
            )
        assert made is not None
        return made

    async def make(self, suggestion: Suggestion) -> Any:
        """Make it now, as the job does."""

        async def means_of(_: Any) -> Means:
            return self.means

        here = self.life.world.installation
        return await jobs.make_now(here, self.life.tenant_id, suggestion.id, means_of=means_of)

    async def skill(self, template: str, **slots: Any) -> Skill:
        """A skill of a template, made."""
        await self.make(await self.idea(template, **slots))
        return (await self.skills())[0]

    async def active(self, template: str, **slots: Any) -> Skill:
        """A skill at work, the person having said yes where they were asked."""
        made = await self.skill(template, **slots)
        if made.state is SkillState.AWAITING:
            async with self.life.tx() as tx:
                made = await service.approve(tx, made, yes=True, by="web", at=self.at)
        return made

    async def bring_in(self, file: str) -> Skill:
        examined = await exchange.examine(self.sandbox, file.encode(), at=self.at)
        async with self.life.tx() as tx:
            return await exchange.bring_in(tx, examined, at=self.at, by="web", means=self.means)

    async def skills(self) -> list[Skill]:
        """All, the newest first."""
        async with self.life.tx() as tx:
            found = await service.everything(tx)
        return sorted(found, key=lambda one: (one.created_at, one.id), reverse=True)

    async def get(self, skill: Skill) -> Skill:
        async with self.life.tx() as tx:
            return await service.get(tx, skill.id)

    async def ideas(self) -> list[Suggestion]:
        async with self.life.tx() as tx:
            return await service.suggestions(tx)

    async def events(self, kind: str) -> list[dict[str, Any]]:
        async with self.life.tx() as tx:
            found = await feed.latest(tx, kinds=[kind], limit=200)
        return [one.data for one in reversed(found)]


@asynccontextmanager
async def scene_in(database: Database, **settings: Any) -> AsyncIterator[Scene]:
    """A scene; afterwards nothing of its sandbox is left."""
    life = await born(database, **settings)
    try:
        yield Scene(life=life)
    finally:
        await life.world.installation.sandbox.close()
