"""`exoskull skill list|show|import|export|approve|...`: the skills of a tenant, by the operator's
hand."""

from pathlib import Path
from typing import Any

from exoskull.commands.console import Call, opened
from exoskull.composition.assembling import Installation
from exoskull.database.transaction import Transaction
from exoskull.i18n import text
from exoskull.interventions.telling import Means
from exoskull.kit.errors import InvalidInput, NotFound, Unavailable
from exoskull.sandbox.limits import SandboxUnavailable
from exoskull.skills import exchange, lifecycle, pausing, service
from exoskull.skills.model import FILE_MAX
from exoskull.skills.owned import Skill, SkillState, Version
from exoskull.tenants import service as tenants
from exoskull.tenants.service import current

BY = "cli"


async def list_all(call: Call) -> int:
    """`exoskull skill list TENANT`: skills, then ideas."""
    async with opened(call.settings) as here, await _transaction(here, call) as tx:
        found = await service.everything(tx)
        shown = [await _json(tx, one) for one in found]
        ideas = await service.suggestions(tx)
    waiting = [
        {
            "id": str(one.id),
            "label": one.label,
            "source": one.source.value,
            "status": one.status.value,
            "result": one.result.value if one.result else None,
            "confidence": one.confidence,
        }
        for one in ideas
    ]
    lines = [f"{one['state']:<9} {one['risk']:<6} {one['name']}" for one in shown]
    lines += [f"idea      {one['result'] or one['status']:<12} {one['label']}" for one in waiting]
    document = {"skills": shown, "suggestions": waiting}
    call.console.document(document, lines or ["There are no skills."])
    return 0


async def show(call: Call) -> int:
    """`exoskull skill show TENANT SKILL`: one skill with its versions and runs."""
    async with opened(call.settings) as here, await _transaction(here, call) as tx:
        skill = await service.named(tx, call.args.skill)
        document = await _json(tx, skill)
        versions = await service.versions(tx, skill)
        runs = await service.runs(tx, skill)
        language = (await current(tx)).language.value
        version = await service.in_force(tx, skill)
    document["versions"] = [
        {"version": one.version, "risk": one.risk.value, "origin": one.origin.value}
        for one in versions
    ]
    document["runs"] = [
        {"at": one.at, "caller": one.caller.value, "error": one.error, "calls": one.calls}
        for one in runs
    ]
    lines = [
        f"{skill.name}  {skill.state.value}, {version.risk.value} risk, version {skill.version}",
        version.description,
        lifecycle.able_text(version, language),
        *(f"  {one.at.isoformat()} {one.caller.value} {one.error or 'done'}" for one in runs),
    ]
    call.console.document(document, lines)
    return 0


async def bring_in(call: Call) -> int:
    """`exoskull skill import TENANT FILE`."""
    data = _bytes(call.args.file)
    async with opened(call.settings) as here:
        at = here.clock.now()
        try:
            examined = await exchange.examine(here.sandbox, data, at=at)
        except SandboxUnavailable as error:
            raise Unavailable("sandbox.unavailable") from error
        async with await _transaction(here, call) as tx:
            skill = await exchange.bring_in(tx, examined, at=at, by=BY, means=_means(here))
            document = await _json(tx, skill)
    call.console.document(document, [_line(skill)])
    return 0


async def export(call: Call) -> int:
    """`exoskull skill export TENANT SKILL --out FILE`."""
    async with opened(call.settings) as here, await _transaction(here, call) as tx:
        version = await service.in_force(tx, await service.named(tx, call.args.skill))
    out = _write(call.args.out, version.file)
    call.console.document({"file": out, "version": version.version}, [out])
    return 0


def _write(path: str, text_: str) -> str:
    try:
        Path(path).write_text(text_, encoding="utf-8")
    except OSError as error:
        raise Unavailable("file.not_written", field="--out", path=path) from error
    return path


async def approve(call: Call) -> int:
    """`exoskull skill approve TENANT SKILL`: the person's yes to what is asked about it, or to what
    its run waits to do."""
    return await _answer(call, yes=True)


async def reject(call: Call) -> int:
    """`exoskull skill reject TENANT SKILL`: the person's no."""
    return await _answer(call, yes=False)


async def _answer(call: Call, *, yes: bool) -> int:
    async with opened(call.settings) as here, await _transaction(here, call) as tx:
        found = await service.named(tx, call.args.skill)
        document = await _json(tx, found)
        if found.state is SkillState.ACTIVE:
            done = await pausing.answer_shown(
                tx,
                here.sandbox.seal,
                found.id,
                yes=yes,
                by=BY,
                at=here.clock.now(),
                means=_means(here),
            )
            document |= {"run": str(done.run.id), "effects": list(done.left)}
            lines = [f"{one['call']}: {one['state']}" for one in done.left]
        else:
            skill = await service.approve(tx, found, yes=yes, by=BY, at=here.clock.now())
            document = await _json(tx, skill)
            lines = [_line(skill)]
    call.console.document(document, lines)
    return 0


async def revoke(call: Call) -> int:
    """`exoskull skill revoke TENANT SKILL`: switch it off."""
    async with opened(call.settings) as here, await _transaction(here, call) as tx:
        found = await service.named(tx, call.args.skill)
        skill = await service.revoke(tx, found, at=here.clock.now(), by=BY)
        document = await _json(tx, skill)
    call.console.document(document, [_line(skill)])
    return 0


async def rollback(call: Call) -> int:
    """`exoskull skill rollback TENANT SKILL VERSION`."""
    async with opened(call.settings) as here, await _transaction(here, call) as tx:
        found = await service.named(tx, call.args.skill)
        skill = await exchange.rollback(
            tx, found, call.args.version, at=here.clock.now(), by=BY, means=_means(here)
        )
        document = await _json(tx, skill)
    call.console.document(document, [_line(skill)])
    return 0


async def _transaction(here: Installation, call: Call) -> Any:
    tenant_id = await tenants.find(here.database, call.args.tenant)
    return here.database.transaction(tenant_id)


def _means(here: Installation) -> Means:
    return Means(ids=here.ids, reachable=here.loop.reachable)


async def _json(tx: Transaction, skill: Skill) -> dict[str, Any]:
    version: Version = await service.in_force(tx, skill)
    return {
        "id": str(skill.id),
        "name": skill.name,
        "kind": skill.kind.value,
        "state": skill.state.value,
        "version": skill.version,
        "risk": version.risk.value,
        "capabilities": list(version.capabilities),
        "description": version.description,
        "source": skill.source.value,
        "ended_because": skill.ended_because,
    }


def _line(skill: Skill) -> str:
    return f"{skill.name}: {text('en', 'skill-state', state=skill.state.value)}"


def _bytes(path: str) -> bytes:
    try:
        with Path(path).open("rb") as file:
            return file.read(FILE_MAX + 1)
    except FileNotFoundError as error:
        raise NotFound("file.not_found", field="FILE", path=path) from error
    except OSError as error:
        raise InvalidInput("skill.no_file", field="FILE", path=path) from error
