"""Verbs that do something, all of which the person can take back."""

from typing import Any

from exoskull.conversations.acts import (
    building,
    logging,
    planning,
    remembering,
    stopping,
    undoing,
)
from exoskull.conversations.acts.desk import Desk
from exoskull.conversations.tools.fields import (
    DATE,
    MOMENT,
    day_ahead,
    moment_ahead,
    moment_back,
    text_of,
)
from exoskull.conversations.tools.verb import QUOTE, Verb
from exoskull.kit.errors import InvalidInput
from exoskull.language.metrics import METRICS
from exoskull.language.model import (
    BuildApp,
    Direction,
    FinishTask,
    LogMeasure,
    MakeTask,
    Pause,
    Period,
    Remind,
    SetGoal,
)
from exoskull.memory.model import FactKind, MadeBy, NewFact
from exoskull.signals.model import parse_metric, parse_unit, parse_value

_KNOWN = ", ".join(f"{name} ({one.unit or 'count'})" for name, one in METRICS.items())
_TITLE = {"type": "string", "minLength": 1, "maxLength": 200}
_METRIC = {
    "type": "string",
    "pattern": "^[a-z][a-z0-9_]{0,63}$",
    "description": f"One of these, with its unit, or a new name of the same form: {_KNOWN}.",
}


async def _log(desk: Desk, given: dict[str, Any]) -> list[str]:
    metric, value = parse_metric(given["metric"]), parse_value(given["value"])
    known = METRICS.get(metric)
    if known is not None and not known.low <= value <= known.high:
        raise InvalidInput(
            "chat.implausible", field="value", value=value, low=known.low, high=known.high
        )
    unit = known.unit if known else parse_unit(given.get("unit", ""))
    at = moment_back(desk, given, "at")
    return await logging.log_measures(
        desk, [LogMeasure(metric=metric, value=value, unit=unit, at=at)]
    )


LOG_MEASURE = Verb(
    name="log_measure",
    description="Keep a number that the person says they measured, did or felt.",
    fields={
        "metric": _METRIC,
        "value": {"type": "number", "description": "In the unit of the metric."},
        "unit": {"type": "string", "maxLength": 20, "description": "Of a new metric only."},
        "at": MOMENT,
    },
    required=("metric", "value"),
    act=_log,
    action="log_health:chat",
    quoted=True,
)


async def _set_goal(desk: Desk, given: dict[str, Any]) -> list[str]:
    metric = parse_metric(given["metric"])
    known = METRICS.get(metric)
    direction, period = Direction(given["direction"]), given.get("period")
    if (direction is Direction.REACH) == (period is not None):
        raise InvalidInput("chat.goal_period", field="period")
    baseline = given.get("baseline")
    return await planning.set_goal(
        desk,
        SetGoal(
            title=text_of(given, "title"),
            metric=metric,
            unit=known.unit if known else parse_unit(given.get("unit", "")),
            target=parse_value(given["target"], field="target"),
            direction=direction,
            period=Period(period) if period else None,
            by=day_ahead(desk, given, "by"),
            baseline=None if baseline is None else parse_value(baseline, field="baseline"),
        ),
    )


SET_GOAL = Verb(
    name="set_goal",
    description="Set a goal that the person asks for, with a number that they said.",
    fields={
        "title": _TITLE,
        "metric": _METRIC,
        "target": {"type": "number"},
        "unit": {"type": "string", "maxLength": 20, "description": "Of a new metric only."},
        "direction": {"enum": [one.value for one in Direction]},
        "period": {
            "enum": [one.value for one in Period],
            "description": "With at_least and at_most; never with reach.",
        },
        "by": DATE,
        "baseline": {"type": "number"},
    },
    required=("title", "metric", "target", "direction"),
    act=_set_goal,
    action="create_goal:chat",
    quoted=True,
)


async def _make_task(desk: Desk, given: dict[str, Any]) -> list[str]:
    act = MakeTask(title=text_of(given, "title"), due=day_ahead(desk, given, "due"))
    return await planning.make_task(desk, act)


MAKE_TASK = Verb(
    name="make_task",
    description="Put a task on the person's list.",
    fields={"title": _TITLE, "due": DATE},
    required=("title",),
    act=_make_task,
    action="create_task:chat",
)


async def _remind(desk: Desk, given: dict[str, Any]) -> list[str]:
    at = moment_ahead(desk, given, "at")
    return await planning.remind(desk, Remind(title=text_of(given, "title"), at=at))


REMIND = Verb(
    name="remind",
    description="Remind the person of something at a time, once. It goes to themselves only.",
    fields={"title": _TITLE, "at": MOMENT},
    required=("title", "at"),
    act=_remind,
    action="create_task:chat",
    outward=True,
)


async def _finish(desk: Desk, given: dict[str, Any]) -> list[str]:
    return await planning.finish(desk, FinishTask(title=text_of(given, "title")))


FINISH_TASK = Verb(
    name="finish_task",
    description="Mark a task as done that the person says they did.",
    fields={"title": _TITLE | {"description": "Of the open task, as it is listed."}},
    required=("title",),
    act=_finish,
    action="complete_task:chat",
    quoted=True,
)


async def _build(desk: Desk, given: dict[str, Any]) -> list[str]:
    return await building.build(desk, BuildApp(subject=text_of(given, "subject")))


BUILD_APP = Verb(
    name="build_app",
    description="Show the person what a tracker app of something would be; they then say yes or no "
    "themselves.",
    fields={"subject": _TITLE | {"description": "What to keep track of, in the person's words."}},
    required=("subject",),
    act=_build,
    action="create_app:chat",
)


async def _remember(desk: Desk, given: dict[str, Any]) -> list[str]:
    new = NewFact(
        text=text_of(given, "fact"),
        kind=FactKind(given["kind"]),
        made_by=MadeBy.MODEL,
        message_id=desk.message_id,
        quote=text_of(given, QUOTE),
        confidence=0.9,
    )
    return await remembering.keep(desk, new)


REMEMBER = Verb(
    name="remember",
    description="Remember a lasting fact that the person tells of themselves: a name, an allergy, "
    "who is who. Not a measure, not a passing mood.",
    fields={
        "fact": {"type": "string", "minLength": 3, "maxLength": 300},
        "kind": {"enum": [one.value for one in FactKind]},
    },
    required=("fact", "kind"),
    act=_remember,
    quoted=True,
)


async def _undo(desk: Desk, given: dict[str, Any]) -> list[str]:
    return await undoing.undo(desk)


UNDO = Verb(
    name="undo",
    description="Take back the last thing that was done, where the person asks for it.",
    fields={},
    required=(),
    act=_undo,
    quoted=True,
)


async def _pause(desk: Desk, given: dict[str, Any]) -> list[str]:
    return await stopping.pause(desk, Pause(until=moment_ahead(desk, given, "until")))


PAUSE = Verb(
    name="pause",
    description="Write nothing to the person until then, or until they say otherwise.",
    fields={"until": MOMENT},
    required=(),
    act=_pause,
    quoted=True,
)


async def _resume(desk: Desk, given: dict[str, Any]) -> list[str]:
    return await stopping.resume(desk)


RESUME = Verb(
    name="resume",
    description="End a pause, where the person asks for it.",
    fields={},
    required=(),
    act=_resume,
    quoted=True,
)
