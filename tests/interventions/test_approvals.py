"""Asking the person: a code for exactly these words, once, for a day, five tries."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from interventions.scene import Scene

from exoskull.channels.model import ChannelName
from exoskull.conversations.model import Via
from exoskull.conversations.turn import Incoming, receive
from exoskull.database.transaction import Transaction
from exoskull.interventions import approvals, service
from exoskull.interventions.approvals import LIFETIME, TRIES_MAX, Approval
from exoskull.interventions.claim import Wording
from exoskull.interventions.consent import answer as answer_question
from exoskull.interventions.model import Intervention, State
from exoskull.kit.errors import Conflict, NotFound

DAY = timedelta(days=2)


async def asked(scene: Scene, **parts: Any) -> tuple[Intervention, Approval, str]:
    """A message that waits for a yes, its question and its code."""
    await scene.grant("send_email:summary", "ask")
    one = await scene.plan(expires_at=scene.at + DAY, **parts)
    assert one.state is State.AWAITING_APPROVAL
    told = (await scene.events("intervention.awaiting_approval"))[-1]
    async with scene.transaction() as tx:
        questions = await approvals.open_questions(tx, scene.at)
    return one, questions[-1], told.data["code"]


async def say(scene: Scene, text: str) -> str:
    async with scene.transaction() as tx:
        turn = await receive(tx, Incoming(text=text, via=Via.WEB), at=scene.at, ids=scene.ids)
    assert turn.answer is not None
    return turn.answer.text


async def test_what_must_be_asked_waits_and_leaves_only_after_a_yes(scene: Scene) -> None:
    one, question, _ = await asked(scene)
    scene.later(hours=1)
    await scene.here.outbox.tick()
    assert scene.sent_by(ChannelName.EMAIL) == []
    async with scene.transaction() as tx:
        await service.answer(tx, question, yes=True, by="web", at=scene.at)
    await scene.here.outbox.tick()
    assert (await scene.get(one.id)).state is State.SENT
    (told,) = await scene.events("intervention.approved")
    assert told.data["by"] == "web"


async def test_a_no_is_final(scene: Scene) -> None:
    one, question, _ = await asked(scene)
    async with scene.transaction() as tx:
        await service.answer(tx, question, yes=False, by="web", at=scene.at)
    scene.later(hours=1)
    await scene.here.outbox.tick()
    assert (await scene.get(one.id)).state is State.REJECTED
    assert scene.sent_by(ChannelName.EMAIL) == []


async def test_the_code_approves_once_by_a_message(scene: Scene) -> None:
    one, _, code = await asked(scene)
    await say(scene, f"TAK {code}")
    assert (await scene.get(one.id)).state is State.PLANNED
    again = await say(scene, f"NIE {code}")
    assert again
    assert (await scene.get(one.id)).state is State.PLANNED
    scene.later(minutes=2)
    await scene.here.outbox.tick()
    assert (await scene.get(one.id)).state is State.SENT


async def test_an_answer_counts_once(scene: Scene) -> None:
    _, question, _ = await asked(scene)
    async with scene.transaction() as tx:
        await service.answer(tx, question, yes=True, by="web", at=scene.at)
        with pytest.raises(NotFound, match=r"approval\.not_open"):
            await service.answer(tx, question, yes=False, by="web", at=scene.at)


async def test_five_wrong_codes_lock_the_question_and_the_right_one_comes_too_late(
    scene: Scene,
) -> None:
    one, _, code = await asked(scene)
    wrong = [str(number) for number in range(1000, 9999) if str(number) != code][:TRIES_MAX]
    async with scene.transaction() as tx:
        for guess in wrong:
            assert await approvals.by_code(tx, guess, scene.at) is None
        assert await approvals.by_code(tx, code, scene.at) is None
        assert await approvals.open_questions(tx, scene.at) == []
        await service.expire_questions(tx, at=scene.at)
    assert (await scene.get(one.id)).state is State.EXPIRED


async def test_four_wrong_codes_do_not(scene: Scene) -> None:
    _, question, code = await asked(scene)
    async with scene.transaction() as tx:
        for _ in range(TRIES_MAX - 1):
            assert await approvals.by_code(tx, "0000", scene.at) is None
        found = await approvals.by_code(tx, code, scene.at)
    assert found is not None
    assert found.id == question.id


async def test_silence_is_no_and_the_loop_is_woken_to_close_it(scene: Scene) -> None:
    one, question, code = await asked(scene)
    async with scene.transaction() as tx:
        due = await tx.value(
            "select due_at from attention where tenant_id = %(t)s and reason = 'approval'",
            t=scene.id,
        )
    assert due == question.expires_at == scene.at + LIFETIME
    scene.later(hours=24)
    async with scene.transaction() as tx:
        assert await approvals.by_code(tx, code, scene.at) is None
        with pytest.raises(NotFound):
            await service.answer(tx, question, yes=True, by="web", at=scene.at)
        await service.expire_questions(tx, at=scene.at)
    kept = await scene.get(one.id)
    assert (kept.state, kept.failure) == (State.EXPIRED, "not_approved_in_time")


async def test_a_grant_that_came_to_ask_while_it_waited_asks_and_wakes_the_loop(
    scene: Scene,
) -> None:
    one = await scene.plan(expires_at=scene.at + DAY)
    await scene.grant("send_email:summary", "ask")
    scene.later(minutes=2)
    await scene.here.outbox.tick()
    assert (await scene.get(one.id)).state is State.AWAITING_APPROVAL
    async with scene.transaction() as tx:
        due = await tx.value(
            "select due_at from attention where tenant_id = %(t)s and reason = 'approval'",
            t=scene.id,
        )
    assert due == scene.at + LIFETIME


async def test_a_yes_is_to_those_words_only(scene: Scene) -> None:
    one, question, _ = await asked(scene)
    async with scene.transaction() as tx:
        await service.answer(tx, question, yes=True, by="web", at=scene.at)

    async def other(tx: Transaction, planned: Intervention, at: datetime) -> Wording:
        return Wording(subject=planned.subject, text="Inne słowa.", reason=planned.reason)

    scene.later(minutes=2)
    await replace(scene.here.outbox, revalidate=other).tick()
    kept = await scene.get(one.id)
    assert (kept.state, kept.text) == (State.AWAITING_APPROVAL, "Inne słowa.")
    assert scene.sent_by(ChannelName.EMAIL) == []
    async with scene.transaction() as tx:
        (newer,) = await approvals.open_questions(tx, scene.at)
        assert newer.content_hash != question.content_hash
        with pytest.raises(Conflict, match=r"approval\.changed"):
            await answer_question(tx, one.id, yes=True, by="web", at=scene.at, question=question.id)
        await answer_question(tx, one.id, yes=True, by="web", at=scene.at, question=newer.id)
    await replace(scene.here.outbox, revalidate=other).tick()
    assert scene.sent_by(ChannelName.EMAIL) == ["Inne słowa."]


async def test_a_yes_to_words_that_changed_under_it_is_not_used_up(scene: Scene) -> None:
    one, question, _ = await asked(scene)
    async with scene.transaction() as tx:
        await tx.execute(
            "update interventions set text = 'inne' where tenant_id = %(t)s and id = %(id)s",
            t=scene.id,
            id=one.id,
        )
        with pytest.raises(Conflict, match=r"approval\.changed"):
            await service.answer(tx, question, yes=True, by="web", at=scene.at)
        assert [it.id for it in await approvals.open_questions(tx, scene.at)] == [question.id]


async def test_what_is_undone_is_no_longer_asked_about(scene: Scene) -> None:
    one, question, _ = await asked(scene)
    async with scene.transaction() as tx:
        await service.undo(tx, one.id, at=scene.at)
        assert await approvals.open_questions(tx, scene.at) == []
        with pytest.raises(NotFound):
            await service.answer(tx, question, yes=True, by="web", at=scene.at)


async def test_two_open_questions_have_two_codes(scene: Scene) -> None:
    _, first, code = await asked(scene)
    _, second, other = await asked(scene)
    assert code != other
    async with scene.transaction() as tx:
        for expected, given in ((first, code), (second, other)):
            found = await approvals.by_code(tx, given, scene.at)
            assert found is not None
            assert found.id == expected.id


async def test_a_deny_after_the_yes_still_stops_it(scene: Scene) -> None:
    one, question, _ = await asked(scene)
    async with scene.transaction() as tx:
        await service.answer(tx, question, yes=True, by="web", at=scene.at)
    await scene.grant("send_email:summary", "deny")
    scene.later(minutes=2)
    await scene.here.outbox.tick()
    assert (await scene.get(one.id)).state is State.REFUSED
