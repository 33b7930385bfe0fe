"""What the person approves again and again is proposed as a rule, and never made one by itself."""

from datetime import timedelta

from acceptance.handmade import planned
from acceptance.life import Life, born

from exoskull.channels.model import ChannelName
from exoskull.database.pool import Database
from exoskull.grants import service as grants
from exoskull.grants.model import Effect
from exoskull.grants.proposals.service import accept, open_proposals


async def say_yes(life: Life, times: int) -> None:
    """Be asked for the same act, and say yes, on as many days."""
    await life.grant("send_sms:offer", "ask")
    for number in range(times):
        await planned(
            life,
            action="send_sms:offer",
            channel=ChannelName.SMS,
            idempotency_key=f"offer:{number}",
        )
        question = (await life.events("intervention.awaiting_approval"))[-1]
        await life.say(f"tak {question.data['code']}")
        await life.wait(days=1)


async def test_five_approvals_of_the_same_lead_to_a_proposal_and_the_person_makes_the_rule(
    database: Database,
) -> None:
    life = await born(database)
    await say_yes(life, 5)
    await life.wait(days=1)
    assert [one.kind for one in await life.events("grant.proposed")] == ["grant.proposed"]
    async with life.tx() as tx:
        (proposal,) = await open_proposals(tx)
        assert proposal.terms.effect is Effect.ALLOW
        rules = await grants.rules(tx, at=life.now, ids=life.world.installation.ids)
        before = {str(one.pattern): one.effect for one in rules.grants}
        assert before.get(str(proposal.terms.pattern)) is not Effect.ALLOW
        at = life.now + timedelta(minutes=1)
        made = await accept(tx, proposal.id, at=at, ids=life.world.installation.ids)
        assert (made.effect, made.pattern) == (Effect.ALLOW, proposal.terms.pattern)
