"""`exoskull preferences ...`: what was learned of a person, and their own word on it."""

from exoskull.commands.console import Call, opened
from exoskull.ledger import preferences
from exoskull.ledger.report import report
from exoskull.ledger.sentences import sentence
from exoskull.tenants import service as tenants
from exoskull.tenants.service import current


async def list_all(call: Call) -> int:
    async with opened(call.settings) as here:
        tenant_id = await tenants.find(here.database, call.args.tenant)
        async with here.database.transaction(tenant_id) as tx:
            language = (await current(tx)).language.value
            stated = await preferences.current(tx)
            said = await preferences.corrections(tx)
    rows = [
        {
            "id": one.id,
            "factor": one.factor,
            "level": one.level,
            "spoken": one.spoken,
            "statement": one.statement,
            "text": sentence(one.statement, language),
            "learned_at": one.learned_at,
        }
        for one in stated
    ]
    wishes = [
        {"factor": one.factor, "level": one.level, "wish": one.wish, "since": one.created_at}
        for one in said
    ]
    lines = [str(row["text"]) for row in rows]
    lines += [f"{one['wish']}: {one['factor']} {one['level']}".rstrip() for one in wishes]
    document = {"learned": rows, "corrections": wishes}
    call.console.document(document, lines or ["Nothing learned yet: it takes measured outcomes."])
    return 0


async def optimization(call: Call) -> int:
    """What was learned, what sending is worth, what it saved."""
    async with opened(call.settings) as here:
        tenant_id = await tenants.find(here.database, call.args.tenant)
        async with here.database.transaction(tenant_id) as tx:
            language = (await current(tx)).language.value
            found = await report(tx, at=here.clock.now())
    call.console.document(found.to_json(language), found.lines(language))
    return 0


async def correct(call: Call) -> int:
    args = call.args
    async with opened(call.settings) as here:
        tenant_id = await tenants.find(here.database, args.tenant)
        async with here.database.transaction(tenant_id) as tx:
            said = await preferences.correct(
                tx,
                factor=args.factor,
                level=args.level,
                wish=args.subcommand,
                at=here.clock.now(),
                ids=here.ids,
            )
    shown = f"{said.wish}: {said.factor} {said.level}".rstrip()
    document = {"id": said.id, "factor": said.factor, "level": said.level, "wish": said.wish}
    call.console.document(document, [shown])
    return 0


async def lift(call: Call) -> int:
    args = call.args
    async with opened(call.settings) as here:
        tenant_id = await tenants.find(here.database, args.tenant)
        async with here.database.transaction(tenant_id) as tx:
            lifted = await preferences.lift(
                tx, factor=args.factor, level=args.level, at=here.clock.now()
            )
    document = {"lifted": lifted.id, "factor": lifted.factor, "level": lifted.level}
    call.console.document(document, [f"lifted: {lifted.factor} {lifted.level}".rstrip()])
    return 0
