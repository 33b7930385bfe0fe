"""`exoskull grants ...`: the permission table, by the operator's hand."""

from uuid import UUID

from exoskull.commands.console import Call, opened
from exoskull.grants import service as grants
from exoskull.grants.describe import explanation_text, proposal_text
from exoskull.grants.explain import grant_json, terms_json
from exoskull.grants.model import Action, ActionPattern, By, Effect
from exoskull.grants.proposals.model import ProposalId
from exoskull.grants.proposals.service import accept, decline, open_proposals
from exoskull.kit.errors import InvalidInput
from exoskull.tenants import service as tenants
from exoskull.tenants.service import current


async def list_all(call: Call) -> int:
    async with opened(call.settings) as here:
        tenant_id = await tenants.find(here.database, call.args.tenant)
        async with here.database.transaction(tenant_id) as tx:
            found = await grants.rules(tx, at=here.clock.now(), ids=here.ids)
    rows = [grant_json(grant) for grant in found.grants]
    lines = [f"{row['effect']:<6} {row['pattern']}" for row in rows]
    call.console.document(rows, lines or ["No rules are in force: nothing is allowed."])
    return 0


async def set_one(call: Call) -> int:
    args = call.args
    if args.effect is None:
        raise InvalidInput("usage", field="EFFECT", usage="grants set TENANT PATTERN EFFECT")
    pattern, effect = ActionPattern.parse(args.pattern), Effect.parse(args.effect)
    async with opened(call.settings) as here:
        tenant_id = await tenants.find(here.database, args.tenant)
        async with here.database.transaction(tenant_id) as tx:
            grant = await grants.set_grant(
                tx,
                pattern,
                effect,
                daily_limit=args.daily_limit,
                daily_spend_limit_cents=args.daily_spend_limit_cents,
                by=By.PERSON,
                at=here.clock.now(),
                ids=here.ids,
            )
    call.console.document(grant_json(grant), [f"{grant.effect.value:<6} {grant.pattern}"])
    return 0


async def revoke(call: Call) -> int:
    pattern = ActionPattern.parse(call.args.pattern)
    async with opened(call.settings) as here:
        tenant_id = await tenants.find(here.database, call.args.tenant)
        async with here.database.transaction(tenant_id) as tx:
            gone = await grants.revoke(tx, pattern, by=By.PERSON, at=here.clock.now(), ids=here.ids)
    call.console.document({"revoked": str(gone.pattern)}, [f"Revoked {gone.pattern}."])
    return 0


async def explain(call: Call) -> int:
    action = Action.parse(call.args.pattern)
    async with opened(call.settings) as here:
        at = here.clock.now()
        tenant_id = await tenants.find(here.database, call.args.tenant)
        async with here.database.transaction(tenant_id) as tx:
            tenant = await current(tx)
            found = await grants.explain(
                tx, action, at=at, local_date=tenant.local_date(at), ids=here.ids
            )
    told = explanation_text(found, tenant.language.value)
    call.console.document(found.as_json(), told.splitlines())
    return 0


async def proposals(call: Call) -> int:
    """What the person's own answers suggest; nothing is in force before `accept`."""
    async with opened(call.settings) as here:
        tenant_id = await tenants.find(here.database, call.args.tenant)
        async with here.database.transaction(tenant_id) as tx:
            language = (await current(tx)).language.value
            found = await open_proposals(tx)
    rows = [{"id": one.id, **terms_json(one.terms)} for one in found]
    lines = [f"{one.id}  {proposal_text(one, language)}" for one in found]
    call.console.document(rows, lines or ["Nothing is proposed."])
    return 0


async def accept_proposal(call: Call) -> int:
    async with opened(call.settings) as here:
        tenant_id = await tenants.find(here.database, call.args.tenant)
        async with here.database.transaction(tenant_id) as tx:
            grant = await accept(tx, _proposal_id(call.args.id), at=here.clock.now(), ids=here.ids)
    call.console.document(grant_json(grant), [f"{grant.effect.value:<6} {grant.pattern}"])
    return 0


async def decline_proposal(call: Call) -> int:
    wanted = _proposal_id(call.args.id)
    async with opened(call.settings) as here:
        tenant_id = await tenants.find(here.database, call.args.tenant)
        async with here.database.transaction(tenant_id) as tx:
            await decline(tx, wanted, at=here.clock.now())
    call.console.document({"declined": wanted}, [f"Declined {wanted}."])
    return 0


def _proposal_id(text: str) -> ProposalId:
    try:
        return ProposalId(UUID(text))
    except ValueError as error:
        raise InvalidInput("trace.invalid_id", field="ID", value=text[:64]) from error
