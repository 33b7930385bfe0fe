"""Verbs that only read the person's rows, and tell the model."""

from datetime import timedelta
from typing import Any

from exoskull.apps import service as apps
from exoskull.apps.wording import fields_text, names
from exoskull.conversations.acts import asking
from exoskull.conversations.acts.desk import Desk
from exoskull.conversations.tools.fields import DATE, date_of
from exoskull.conversations.tools.verb import Verb
from exoskull.i18n import local_date, measured, moment
from exoskull.language.model import AskStatus, AskWhy
from exoskull.memory import service as memory
from exoskull.signals import service as signals
from exoskull.tasks import service as tasks

MEASURES_BACK = timedelta(days=31)
LINES_MOST = 60


async def _status(desk: Desk, given: dict[str, Any]) -> list[str]:
    return await asking.status(desk, AskStatus(subject=None))


STATUS = Verb(
    name="status",
    description="How the person's goals stand, what is open and planned.",
    fields={},
    required=(),
    act=_status,
    looks=True,
    private=True,
)


async def _why(desk: Desk, given: dict[str, Any]) -> list[str]:
    return await asking.why(desk, AskWhy(about_day=date_of(given, "day")))


WHY = Verb(
    name="why",
    description="Why ExoSkull last wrote to the person, or did not, on a day or lately.",
    fields={"day": DATE},
    required=(),
    act=_why,
    looks=True,
    private=True,
)


async def _tasks(desk: Desk) -> list[str]:
    language, today = desk.tenant.language.value, desk.now.date()
    lines = []
    for task in await tasks.open_tasks(desk.tx):
        when = ""
        if task.remind_at is not None:
            when = moment(desk.tenant.local(task.remind_at), today, language)
        elif task.due_on is not None:
            when = local_date(task.due_on, language, today)
        lines.append(f"{task.title} ({when})" if when else task.title)
    return lines


async def _apps(desk: Desk) -> list[str]:
    language = desk.tenant.language.value
    return [
        f"{names(app.spec, language)['of']}: {fields_text(app.spec.shown, language)}"
        for app in await apps.active(desk.tx)
    ]


async def _measures(desk: Desk) -> list[str]:
    language = desk.tenant.language.value
    found = await signals.since(desk.tx, desk.at - MEASURES_BACK)
    newest = sorted(found, key=lambda one: (one.at, one.id), reverse=True)[:LINES_MOST]
    return [
        f"{desk.tenant.local(one.at):%Y-%m-%d %H:%M} "
        + measured(one.metric, one.value, language, unit=one.unit)
        for one in newest
    ]


async def _memory(desk: Desk) -> list[str]:
    return [one.text for one in await memory.facts(desk.tx)]


_LISTS = {"tasks": _tasks, "apps": _apps, "measures": _measures, "memory": _memory}


async def _list(desk: Desk, given: dict[str, Any]) -> list[str]:
    return (await _LISTS[given["what"]](desk))[:LINES_MOST]


LIST = Verb(
    name="list",
    description="What there is: open tasks and reminders, apps, measures of the last month, or "
    "what is remembered of the person.",
    fields={"what": {"enum": list(_LISTS)}},
    required=("what",),
    act=_list,
    looks=True,
    private=True,
)
