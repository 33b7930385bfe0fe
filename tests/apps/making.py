"""Apps made for a person in a test, through the services that the program uses."""

from typing import Any

from acceptance.life import Life

from exoskull.apps import life as transitions
from exoskull.apps import service
from exoskull.apps.model import App, Entry, Proposed
from exoskull.apps.notice import Means
from exoskull.kit.ids import TraceId
from exoskull.measuring import entries
from exoskull.signals.model import Source
from exoskull.tenants.service import current


def means(life: Life) -> Means:
    loop = life.world.installation.loop
    return Means(ids=loop.ids, reachable=loop.reachable, reveal_codes=True)


async def proposed(
    life: Life,
    family: str,
    *,
    words: tuple[str, ...] = (),
    mentions: int = 3,
    source: str = "auto_detection",
    **more: Any,
) -> Proposed:
    """What comes of a need with so many mentions."""
    ids = life.world.installation.ids
    given = {"label": None, "confidence": 0.9} | more
    async with life.tx() as tx:
        return await service.propose(
            tx,
            family=family,
            words=words,
            source=source,
            mentions=[ids.new() for _ in range(mentions)],
            at=life.now,
            trace=TraceId(ids.new()),
            means=means(life),
            **given,
        )


async def made(life: Life, family: str, **more: Any) -> App:
    """An app at work, as if the person had said yes."""
    found = await proposed(life, family, **more)
    assert found.app is not None
    if found.app.activated_at is not None:
        return found.app
    async with life.tx() as tx:
        return await transitions.activate(
            tx, found.app.id, at=life.now, ids=life.world.installation.ids, by="api"
        )


async def enter(life: Life, app: App, values: dict[str, Any], **more: Any) -> Entry:
    ids = life.world.installation.ids
    async with life.tx() as tx:
        added = await entries.enter(
            tx,
            await current(tx),
            app,
            values,
            when=more.pop("when", life.now),
            at=life.now,
            source=Source.API,
            ids=ids,
            trace=TraceId(ids.new()),
            **more,
        )
    return added.entry
