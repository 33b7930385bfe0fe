"""Pause, stop and go on: whether anything is written to the person at all."""

from exoskull.conversations.acts.desk import Desk
from exoskull.i18n import moment
from exoskull.language.model import Pause
from exoskull.tenants.model import FOR_GOOD
from exoskull.tenants.pausing import pause as set_pause


async def pause(desk: Desk, act: Pause) -> list[str]:
    """Write nothing until then; what is planned meanwhile waits, or is let go."""
    until = act.until
    await set_pause(desk.tx, until or FOR_GOOD, at=desk.at, trace=desk.trace)
    if until is None:
        return [desk.say("assistant-paused-open")]
    heard = desk.tenant.local(desk.tenant.quiet_end(until))  # quiet hours may hold it up further
    shown = moment(heard, desk.now.date(), desk.tenant.language.value)
    return [desk.say("assistant-paused", until=shown)]


async def stop(desk: Desk) -> list[str]:
    """Opt out: nothing is written until the person says otherwise."""
    await set_pause(desk.tx, FOR_GOOD, at=desk.at, trace=desk.trace)
    return [desk.say("assistant-stopped")]


async def resume(desk: Desk) -> list[str]:
    """End a pause."""
    if not desk.tenant.is_paused(desk.at):
        return [desk.say("assistant-resumed-already")]
    await set_pause(desk.tx, None, at=desk.at, trace=desk.trace)
    return [desk.say("assistant-resumed")]
