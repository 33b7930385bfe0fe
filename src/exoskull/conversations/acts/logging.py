"""Measures that a message told of."""

from math import isfinite

from exoskull.channels.text import untrusted
from exoskull.conversations.acts.desk import Desk
from exoskull.goals.pace import Trajectory, assess
from exoskull.i18n import listing, measure, measured
from exoskull.kit.errors import InvalidInput
from exoskull.language.model import Direction, LogMeasure
from exoskull.measuring import service as measuring
from exoskull.signals.daily import by_day
from exoskull.signals.model import Measure

AT_MOST = Direction.AT_MOST


async def log_measures(desk: Desk, acts: list[LogMeasure]) -> list[str]:
    """Log them all; says what was kept, as read back, and where the goals stand now."""
    kept: list[Measure] = []
    lines: list[str] = []
    for act in acts:
        try:
            kept.append(
                await measuring.log(
                    desk.tx,
                    desk.tenant,
                    metric=act.metric,
                    value=act.value,
                    unit=act.unit,
                    measured_at=act.at,
                    at=desk.at,
                    source=desk.source,
                    ids=desk.ids,
                    trace=desk.trace,
                    message_id=desk.message_id,
                )
            )
        except InvalidInput:
            lines.append(desk.say("assistant-implausible", what=_named(desk, act)))
    if kept:
        language = desk.tenant.language.value
        told = [measured(one.metric, one.value, language, unit=one.unit) for one in _said(kept)]
        lines.insert(0, desk.say("assistant-logged", what=listing(told, language)))
    lines += await _goals_now(desk, {one.metric for one in kept})
    return lines


def _named(desk: Desk, act: LogMeasure) -> str:
    """What was read, in words, though it cannot be kept."""
    if not isfinite(act.value):
        return untrusted(f"{act.value} {act.unit}".rstrip())
    return untrusted(measured(act.metric, act.value, desk.tenant.language.value, unit=act.unit))


def _said(kept: list[Measure]) -> list[Measure]:
    """What is worth repeating: a count of one beside its distance or time goes without saying."""
    if len(kept) == 1:
        return kept
    return [one for one in kept if one.unit not in ("run", "walk", "ride", "swim", "workout")]


async def _goals_now(desk: Desk, metrics: set[str]) -> list[str]:
    """A line for each goal that was just measured: how far it is."""
    lines = []
    language = desk.tenant.language.value
    for goal, measures in await measuring.goals_of(desk.tx, metrics, at=desk.at):
        progress = assess(goal, by_day(measures, goal.metric, desk.tenant.zone), desk.now)
        if progress.have is None:
            continue
        met = progress.trajectory is Trajectory.COMPLETED and goal.direction is not AT_MOST
        lines.append(
            desk.say(
                "assistant-logged-goal-met" if met else "assistant-logged-goal",
                goal=goal.title,
                have_text=measure(goal.metric, progress.have, language, unit=goal.unit),
                target_text=measure(goal.metric, progress.target, language, unit=goal.unit),
                period=goal.period.value if goal.period else "none",
                direction=goal.direction.value,
            )
        )
    return lines
