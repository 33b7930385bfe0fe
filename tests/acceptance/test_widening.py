"""What the person approves again and again is proposed as a rule, and never made one by itself."""

import re
from datetime import timedelta

from acceptance.handmade import planned
from acceptance.life import Life, born

from exoskull.channels.model import ChannelName
from exoskull.database.pool import Database
from exoskull.grants import service as grants
from exoskull.grants.model import Effect
from exoskull.grants.proposals.service import accept, open_proposals


async def say_yes(life: Life, times: int, apart: timedelta = timedelta(days=1)) -> None:
    """Be asked for the same act, and say yes, again and again."""
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
        await life.until(life.now + apart)


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


async def proposed(database: Database) -> tuple[Life, str]:
    """Anna, with a proposed rule, and the code she was sent with the question."""
    life = await born(database)
    await say_yes(life, 5, apart=timedelta(hours=2))
    while not await life.events("grant.asked"):
        await life.wait(hours=1)
    await life.wait(hours=8)  # quiet hours may hold it up
    sent = [one.data for one in await life.events("intervention.sent")]
    (asked,) = [one for one in sent if one["symptom"] == "grant_question"]
    (code,) = re.findall(r"TAK (\d{4})", asked["text"])
    (told,) = await life.events("grant.asked")
    assert told.data["code"] == code
    return life, code


async def rule(life: Life) -> str | None:
    return dict(await life.rules()).get("send_sms:offer")


async def test_the_question_comes_with_a_code_and_a_yes_by_it_makes_the_rule(
    database: Database,
) -> None:
    life, code = await proposed(database)
    assert await rule(life) == "ask"
    await life.say(f"TAK {code}")
    assert await rule(life) == "allow"
    changed = (await life.events("grant.changed"))[-1]
    assert changed.data["by"] == "approval"
    async with life.tx() as tx:
        assert await open_proposals(tx) == []


async def test_a_no_by_the_code_leaves_all_as_it_was_and_asks_no_more(database: Database) -> None:
    life, code = await proposed(database)
    await life.say(f"NIE {code}")
    await life.say(f"TAK {code}")
    assert await rule(life) == "ask"
    async with life.tx() as tx:
        assert await open_proposals(tx) == []


async def test_after_a_day_the_code_makes_no_rule_and_the_proposal_stays(
    database: Database,
) -> None:
    life, code = await proposed(database)
    await life.wait(hours=24)
    await life.say(f"TAK {code}")
    assert await rule(life) == "ask"
    async with life.tx() as tx:
        assert len(await open_proposals(tx)) == 1


async def test_a_proposal_that_changed_after_the_question_makes_no_rule(
    database: Database,
) -> None:
    life, code = await proposed(database)
    async with life.tx() as tx:
        await tx.execute("update grant_proposals set daily_limit = 1000")
    await life.say(f"TAK {code}")
    assert await rule(life) == "ask"
    async with life.tx() as tx:
        assert len(await open_proposals(tx)) == 1


async def test_a_rule_of_her_own_since_then_is_not_overruled_by_the_code(
    database: Database,
) -> None:
    life, code = await proposed(database)
    await life.grant("send_sms:offer", "deny")
    await life.say(f"TAK {code}")
    assert await rule(life) == "deny"
