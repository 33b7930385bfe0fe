"""Permission widens by proposal only."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from exoskull.feed import store as feed
from exoskull.grants import service as grants
from exoskull.grants.decide import Rules
from exoskull.grants.model import Action, ActionPattern, By, Effect
from exoskull.grants.proposals import service
from exoskull.grants.proposals.model import Answer, Proposal, ProposalId, ProposalState
from exoskull.grants.proposals.propose import propose
from exoskull.kit.errors import Conflict, NotFound

ARCHIVE = Action.parse("archive_app:water")
COFFEE = Action.parse("spend_money:coffee")


def answers(at, action, approved=(True,) * 5, *, cost=0, per_day=1):
    """One answer an hour, the last one an hour ago, `per_day` of them on each local date."""
    return [
        Answer(
            action=action,
            approved=yes,
            at=at - timedelta(hours=len(approved) - n),
            local_date=date(2026, 2, 1) + timedelta(days=n // per_day),
            cost_cents=cost,
        )
        for n, yes in enumerate(approved)
    ]


def test_five_approvals_without_a_rejection_suggest_that_very_rule(at):
    [suggestion] = propose(answers(at, ARCHIVE), Rules(), [], at)
    assert str(suggestion.terms.pattern) == "archive_app:water"
    assert suggestion.terms.effect is Effect.ALLOW
    assert suggestion.approvals == 5


@pytest.mark.parametrize(
    "approved", [(True,) * 4, (True,) * 9 + (False,), (False,) + (True,) * 9, ()]
)
def test_four_approvals_or_one_rejection_suggest_nothing(at, approved):
    assert propose(answers(at, ARCHIVE, approved), Rules(), [], at) == []


def test_answers_older_than_sixty_days_do_not_count(at):
    given = answers(at, ARCHIVE)
    sixty_days_on = given[0].at + timedelta(days=60)
    assert propose(given, Rules(), [], sixty_days_on - timedelta(seconds=1))
    assert propose(given, Rules(), [], sixty_days_on) == []


def test_approvals_of_several_actions_do_not_add_up(at):
    given = [*answers(at, ARCHIVE, (True,) * 4), *answers(at, COFFEE, (True,) * 4)]
    assert propose(given, Rules(), [], at) == []


@pytest.mark.parametrize("effect", ["allow", "deny"])
def test_what_a_rule_settles_already_is_not_proposed(at, make_grant, effect):
    rules = Rules.of([make_grant("archive_app:*", effect)])
    assert propose(answers(at, ARCHIVE), rules, [], at) == []


def test_what_cannot_be_taken_back_is_proposed_no_wider_than_it_was_approved(at, make_grant):
    rules = Rules.of([make_grant("spend_money:*", "ask")])
    [suggestion] = propose(answers(at, COFFEE, (True,) * 7, cost=300, per_day=2), rules, [], at)
    assert str(suggestion.terms.pattern) == "spend_money:coffee"
    assert suggestion.terms.daily_limit == 2
    assert suggestion.terms.daily_spend_limit_cents == 600


def test_the_limits_of_the_rule_that_asks_are_kept(at, make_grant):
    rules = Rules.of([make_grant("archive_app:*", "ask", daily_limit=3)])
    [suggestion] = propose(answers(at, ARCHIVE), rules, [], at)
    assert suggestion.terms.daily_limit == 3


@pytest.mark.parametrize("state", [ProposalState.OPEN, ProposalState.DECLINED])
def test_the_same_approvals_do_not_propose_twice(at, state):
    [suggestion] = propose(answers(at, ARCHIVE), Rules(), [], at)
    earlier = Proposal(
        id=ProposalId(uuid4()),
        terms=suggestion.terms,
        approvals=5,
        first_at=at,
        last_at=at,
        state=state,
        created_at=at,
        closed_at=None if state is ProposalState.OPEN else at,
    )
    assert propose(answers(at, ARCHIVE), Rules(), [earlier], at) == []
    later = answers(at + timedelta(days=1), ARCHIVE)
    again = propose(later, Rules(), [earlier], at + timedelta(days=1))
    assert len(again) == (1 if state is ProposalState.DECLINED else 0)


@pytest.fixture
def approve(database, tenant):
    async def approve(given):
        async with database.transaction(tenant) as tx:
            for one in given:
                await service.record_answer(
                    tx,
                    uuid4(),
                    one.action,
                    approved=one.approved,
                    at=one.at,
                    local_date=one.local_date,
                    cost_cents=one.cost_cents,
                )

    return approve


async def test_a_proposal_changes_nothing_until_the_person_says_yes(
    approve, database, tenant, at, ids
):
    await approve(answers(at, ARCHIVE))
    async with database.transaction(tenant) as tx:
        before = await grants.rules(tx, at=at, ids=ids)
        [proposal] = await service.propose_wider(tx, at=at, ids=ids)
        assert await service.propose_wider(tx, at=at, ids=ids) == []
        assert await grants.rules(tx, at=at, ids=ids) == before
        told = [event for event in await feed.after(tx, 0) if event.kind == "grant.proposed"]
        assert [event.data["pattern"] for event in told] == ["archive_app:water"]
    async with database.transaction(tenant) as tx:
        assert await service.open_proposals(tx) == [proposal]
        grant = await service.accept(tx, proposal.id, at=at, ids=ids)
    assert (grant.terms, grant.set_by) == (proposal.terms, By.APPROVAL)
    async with database.transaction(tenant) as tx:
        assert (await grants.rules(tx, at=at, ids=ids)).by_pattern["archive_app:water"] == (grant,)
        [*_, changed] = await feed.after(tx, 0)
    assert (changed.kind, changed.data["by"]) == ("grant.changed", "approval")


async def test_a_proposal_is_answered_once(approve, database, tenant, at, ids):
    await approve(answers(at, ARCHIVE))
    async with database.transaction(tenant) as tx:
        [proposal] = await service.propose_wider(tx, at=at, ids=ids)
        await service.decline(tx, proposal.id, at=at)
        with pytest.raises(Conflict, match=r"grant\.proposal_closed"):
            await service.accept(tx, proposal.id, at=at, ids=ids)
        with pytest.raises(NotFound, match=r"grant\.proposal_not_found"):
            await service.accept(tx, ProposalId(uuid4()), at=at, ids=ids)


async def test_a_rule_of_the_persons_own_overtakes_a_proposal(approve, database, tenant, at, ids):
    await approve(answers(at, ARCHIVE))
    async with database.transaction(tenant) as tx:
        [proposal] = await service.propose_wider(tx, at=at, ids=ids)
        await grants.set_grant(
            tx, ActionPattern.parse("archive_app:*"), Effect.DENY, by=By.PERSON, at=at, ids=ids
        )
        with pytest.raises(Conflict, match=r"grant\.proposal_overtaken"):
            await service.accept(tx, proposal.id, at=at, ids=ids)
        await service.propose_wider(tx, at=at, ids=ids)
        assert await service.open_proposals(tx) == []


async def test_the_answer_to_one_question_counts_once(database, tenant, at, ids):
    approval = uuid4()
    async with database.transaction(tenant) as tx:
        for _ in range(5):
            await service.record_answer(
                tx, approval, ARCHIVE, approved=True, at=at, local_date=at.date()
            )
        assert await service.propose_wider(tx, at=at, ids=ids) == []
