"""What a run leaves: each call that goes out passes the grants gate, and one that asks ends the
row."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from exoskull.channels.text import untrusted
from exoskull.database.transaction import Transaction
from exoskull.feed.service import publish
from exoskull.grants import announce
from exoskull.grants import service as grants
from exoskull.grants.decide import Decision
from exoskull.grants.model import Action
from exoskull.grants.model import Effect as Permission
from exoskull.i18n import measured, text
from exoskull.measuring import service as measuring
from exoskull.signals.model import Source
from exoskull.skills import notice
from exoskull.skills.model import Effect
from exoskull.skills.notice import Means, Notice
from exoskull.skills.owned import Skill, SkillRun, Version
from exoskull.tasks import service as tasks
from exoskull.tenants.model import Tenant

SCOPE = "skill"
"""The scope of tasks that skills make: `create_task:skill`."""

ASKED, WAITING = "asked", "waiting"
"""What has become of an effect that waits for the person's word, and of those behind it."""

DONE = ("done", "planned")


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """Whose effects they are, and how they leave. `at`: now; the run may be older."""

    skill: Skill
    version: Version
    run: SkillRun
    tenant: Tenant
    at: datetime
    means: Means


async def leave(
    tx: Transaction,
    work: Leaving,
    effects: Sequence[Effect],
    *,
    first: int = 0,
    approved: bool = False,
) -> tuple[list[dict[str, Any]], int | None]:
    """Do the effects from number `first` on, as far as the grants allow: what became of each, and
    the number of the one that waits for the person's word; None where none does.

    Args:
        approved: whether the person said yes to the first of them.
    """
    left: list[dict[str, Any]] = []
    for number, effect in enumerate(effects[first:], first):
        became = await _one(tx, work, effect, number, approved=approved and number == first)
        left.append(effect.to_json() | became)
        if became["state"] == ASKED:
            left += [one.to_json() | {"state": WAITING} for one in effects[number + 1 :]]
            return left, number
    return left, None


def action_of(effect: Effect) -> Action:
    """What an effect that writes is to the grants."""
    if effect.call == "record":
        return Action(verb="log_health", scope=effect.args["metric"])
    return Action(verb="create_task", scope=SCOPE)


def effect_text(effect: Effect, language: str) -> str:
    """What an effect is, in words."""
    args = effect.args
    match effect.call:
        case "record":
            what = measured(args["metric"], args["value"], language, unit=args["unit"])
            return text(language, "skill-effect-record", what=untrusted(what, 120))
        case "create_task":
            return text(language, "skill-effect-create-task", title=untrusted(args["title"], 120))
        case _:
            return text(language, "skill-effect-notify", text=untrusted(args["text"], 120))


async def _one(
    tx: Transaction, work: Leaving, effect: Effect, number: int, *, approved: bool
) -> dict[str, Any]:
    if effect.call == "notify":
        return {"state": await _tell(tx, work, effect, number)}
    at, means = work.at, work.means
    permitted = await grants.authorize(
        tx,
        action_of(effect),
        at=at,
        local_date=work.tenant.local_date(at),
        ids=means.ids,
        approved=approved,
    )
    if isinstance(permitted, Decision):
        if permitted.effect is Permission.ASK:
            return {"state": ASKED}
        about = str(work.skill.id)
        await publish(tx, announce.refused(permitted, at=at, trace=work.skill.trace, skill=about))
        return {"state": "refused", "why_not": permitted.reason.value}
    await _write(tx, work, effect)
    await grants.commit(tx, permitted.id)
    return {"state": "done"}


async def _tell(tx: Transaction, work: Leaving, effect: Effect, number: int) -> str:
    about = untrusted(work.version.description)
    planned = await notice.tell(
        tx,
        work.tenant,
        work.means,
        Notice(
            about=notice.subject_key(work.skill.id),
            kind=notice.SAYS,
            key=f"run:{work.run.id}:{number}",
            subject=about[:120],
            text=untrusted(effect.args["text"]),
            reason=text(work.tenant.language.value, "skill-says-reason", about=about),
            trace=work.skill.trace,
        ),
        at=work.at,
    )
    return "planned" if planned else "done_before"


async def _write(tx: Transaction, work: Leaving, effect: Effect) -> None:
    args, ids, trace = effect.args, work.means.ids, work.skill.trace
    if effect.call == "record":
        await measuring.log(
            tx,
            work.tenant,
            metric=args["metric"],
            value=args["value"],
            unit=args["unit"],
            measured_at=work.run.at,
            at=work.at,
            source=Source.LOOP,
            ids=ids,
            trace=trace,
        )
        return
    await tasks.create(
        tx,
        title=args["title"],
        at=work.at,
        source=Source.LOOP,
        ids=ids,
        trace=trace,
        due_on=date.fromisoformat(args["due"]) if args["due"] else None,
    )
