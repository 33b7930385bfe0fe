"""Nights of learning on the real database: from final measured rows only, once, and to the bit."""

import json
from typing import Any

import numpy as np
import pytest
from interventions.scene import Scene
from ledger.drawn import ARMS, draw, end, ledger, live, lover_of, silent

from exoskull.database.pool import Database
from exoskull.kit.errors import NotFound
from exoskull.kit.ids import SYSTEM
from exoskull.learning.constraints import Constraint, Wish
from exoskull.learning.thompson import P_SEND_MAX, P_SEND_MIN
from exoskull.ledger import learn, service, store
from exoskull.ledger.acquaintance import ASKS_TO_SEND
from exoskull.ledger.learn import UNTAUGHT, Night
from exoskull.tenants import service as tenants


async def night(scene: Scene) -> Night:
    """Tomorrow's night."""
    scene.later(days=1)
    return await tonight(scene)


async def tonight(scene: Scene) -> Night:
    async with scene.transaction() as tx:
        return await learn.learn(tx, night=scene.tenant.local_date(scene.at), at=scene.at)


async def state(scene: Scene) -> Any:
    """What is known of the person, as JSON text: equal texts are equal bits."""
    async with scene.transaction() as tx:
        return json.dumps(await store.posterior_state(tx), sort_keys=True)


async def some_nights(scene: Scene, nights: int = 4, *, seed: int = 1) -> None:
    life = lover_of("channel", "sms", seed=seed)
    for _ in range(nights):
        async with scene.transaction() as tx:
            await live(tx, scene, life)
        await night(scene)


async def redrawn(scene: Scene) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Each row's draw as it was recorded, and made again."""
    async with scene.transaction() as tx:
        pairs = []
        for row in (await ledger(tx)).values():
            again = (await learn.redraw(tx, row)).to_json()
            pairs.append(({name: row.ledger[name] for name in again}, again))
    return pairs


async def test_every_draw_is_made_again_to_the_bit_after_nights_of_learning(scene: Scene) -> None:
    await some_nights(scene, 6)
    pairs = await redrawn(scene)
    assert len({recorded["model_version"] for recorded, _ in pairs}) == 6
    for recorded, again in pairs:
        assert recorded == again
        assert P_SEND_MIN <= recorded["p_send"] <= P_SEND_MAX
        assert sum(recorded["p_arm"]) == pytest.approx(1)


async def test_a_draw_under_wishes_or_while_getting_acquainted_is_made_again(scene: Scene) -> None:
    wishes = [
        Constraint(wish=Wish.PREFER, factor="channel", level="email"),
        Constraint(wish=Wish.AVOID, factor="hour", level="09"),
    ]
    async with scene.transaction() as tx:
        bound = await draw(tx, scene, constraints=wishes)
        await draw(tx, scene, arms=ARMS[:9], constraints=[ASKS_TO_SEND])
        nothing = await draw(tx, scene, constraints=[Constraint(wish=Wish.AVOID, factor="send")])
    assert {arm["channel"] for arm in bound.ledger["arms"]} == {"email"}
    assert "09" not in {arm["hour"] for arm in bound.ledger["arms"]}
    assert nothing.ledger["reason"] == "unavailable"
    for recorded, again in await redrawn(scene):
        assert recorded == again


async def test_a_draw_whose_posterior_is_gone_says_so(scene: Scene) -> None:
    async with scene.transaction() as tx:
        row = await draw(tx, scene)
        lost = dict(row.ledger, model_version="no-such-one")
        await tx.execute("update decisions set ledger = %(l)s where id = %(i)s", l=lost, i=row.id)
        with pytest.raises(NotFound, match=r"ledger\.state_gone"):
            await learn.redraw(tx, (await ledger(tx))[row.id])


async def test_only_final_rows_teach(scene: Scene) -> None:
    async with scene.transaction() as tx:
        await live(tx, scene, silent)
        open_row = await draw(tx, scene)
    assert (await night(scene)).rows == 3
    before = await state(scene)
    async with scene.transaction() as tx:  # something wrote into a row that is not final
        await tx.execute(
            "update decisions set outcome = 1, reply = 1, sent = true where id = %(i)s",
            i=open_row.id,
        )
    assert await night(scene) == Night(rows=0, changed=False)
    assert await state(scene) == before


async def test_what_was_stopped_and_what_could_not_be_sent_teach_nothing(scene: Scene) -> None:
    async with scene.transaction() as tx:
        stopped = await draw(tx, scene, constraints=[ASKS_TO_SEND])
        await end(tx, stopped, None, None, at=scene.at)
        barred = await draw(tx, scene, constraints=[Constraint(wish=Wish.AVOID, factor="send")])
        await end(tx, barred, 1.0, None, at=scene.at)
    assert await night(scene) == Night(rows=0, changed=False)
    assert await state(scene) == "null"
    async with scene.transaction() as tx:
        assert await store.unlearned(tx) == []  # they were looked at, once
        assert (await learn.believed(tx)).version == UNTAUGHT.version


async def test_a_night_run_twice_is_a_night_run_once(scene: Scene) -> None:
    await some_nights(scene, 2)
    once = await state(scene)
    assert await tonight(scene) == Night(rows=0, changed=False)
    assert await state(scene) == once
    async with scene.transaction() as tx:  # a row that becomes final meanwhile waits its turn
        await live(tx, scene, silent, decisions=1)
    assert (await tonight(scene)).rows == 0
    assert await state(scene) == once
    assert (await night(scene)).rows == 1


async def anew(scene: Scene) -> tuple[Any, Any]:
    """Evidence and tally made of the whole ledger, as they are stored."""
    async with scene.transaction() as tx:
        rows = await store.learned(tx)
        evidence, tally = learn.rebuild(learn.SHIPPED, learn._lessons(rows))
        kept = await store.posterior_state(tx)
    assert kept is not None
    assert (kept["evidence"], kept["tally"]) == (evidence.to_json(), tally.to_json())
    return evidence.to_json(), tally.to_json()


async def test_what_is_stored_is_what_the_rows_say_also_over_nights_left_out(scene: Scene) -> None:
    await some_nights(scene, 2)
    await night(scene)  # nothing to learn
    scene.later(days=3)
    await some_nights(scene, 2, seed=2)
    await anew(scene)


async def test_the_hour_of_the_night_does_not_matter(scene: Scene) -> None:
    await some_nights(scene, 1)
    async with scene.transaction() as tx:
        await live(tx, scene, silent)
    scene.later(hours=11)  # early
    assert (await tonight(scene)).rows == 0  # it is the same date still
    scene.later(hours=7)
    assert (await tonight(scene)).rows == 3
    await anew(scene)


async def test_a_corrected_row_gives_the_bits_of_a_fresh_start(scene: Scene) -> None:
    await some_nights(scene, 3)
    before = await anew(scene)
    async with scene.transaction() as tx:
        silent_row = next(row for row in await store.learned(tx) if row.reply == 0.0)
        await service.correct_reply(tx, silent_row.id, reply=0.06, at=scene.at)
    done = await night(scene)
    assert done == Night(rows=0, changed=True)
    assert await anew(scene) != before
    for recorded, again in await redrawn(scene):
        assert recorded == again
    assert await night(scene) == Night(rows=0, changed=False)


async def test_an_answer_counts_as_one_however_long_it_took(scene: Scene) -> None:
    async with scene.transaction() as tx:
        for reply in (0.06, 0.97, 0.0):
            row = await draw(tx, scene, constraints=[ASKS_TO_SEND])
            while row.ledger["chosen"] is None:
                row = await draw(tx, scene, constraints=[ASKS_TO_SEND])
            await end(tx, row, 1.0, reply, at=scene.at)
    await night(scene)
    async with scene.transaction() as tx:
        (sending, *_) = [one for one in await learn.stated(tx) if one.factor == "send"]
        tally = learn._stored(await store.posterior_state(tx))[1]
    assert sending.n == 3
    assert tally.of_sending(1, 1) == (3, 2)


async def test_a_persons_state_is_small_and_old_states_do_not_pile_up(scene: Scene) -> None:
    await some_nights(scene, 8)
    for _ in range(3):  # nights that nothing is drawn from
        async with scene.transaction() as tx:
            row = await draw(tx, scene)
            await end(tx, row, 1.0, None, at=scene.at)
            await tx.execute(
                """
                update decisions
                   set ledger = jsonb_set(ledger, '{model_version}', to_jsonb(%(v)s::text))
                 where id = %(i)s
                """,
                i=row.id,
                v=UNTAUGHT.version,
            )
        await night(scene)
    async with scene.transaction() as tx:
        kept = await tx.dicts("select model_version, state from posteriors order by updated_at")
        used = {row.ledger["model_version"] for row in (await ledger(tx)).values()}
    newest = kept[-1]["state"]
    size = len(json.dumps({name: newest[name] for name in ("evidence", "tally")}))
    snapshot = len(json.dumps(newest["posterior"]))
    assert size <= 3072
    assert snapshot <= 2048
    assert {one["model_version"] for one in kept[:-2]} <= used
    assert all(set(one["state"]) == {"posterior"} for one in kept[:-2])


async def people(database: Database, scene: Scene, count: int) -> list[Scene]:
    """Other people with some evidence each."""
    made = []
    for number in range(count):
        other = await scene.neighbour(f"p{number}")
        async with other.transaction() as tx:
            life = lover_of("channel", "sms" if number % 2 else "email", seed=number)
            await live(tx, other, life, decisions=6)
        await tonight(other)
        made.append(other)
    return made


async def pool(scene: Scene) -> int:
    async with scene.database.transaction(SYSTEM) as tx:
        return await learn.pool_everybody(tx, at=scene.at)


async def pooled(scene: Scene) -> Any:
    async with scene.transaction() as tx:
        return await store.population_prior(tx)


async def test_fewer_than_twenty_people_leave_the_shipped_prior(
    database: Database, scene: Scene
) -> None:
    await people(database, scene, 19)
    assert await pool(scene) == 0
    assert await pooled(scene) is None


async def test_only_mu_and_sigma_cross_and_deleting_a_person_leaves_no_bit_of_them(
    database: Database, scene: Scene
) -> None:
    others = await people(database, scene, 20)
    assert await pool(scene) == 20
    without = await pooled(scene)
    assert set(without) == {"design", "mean", "sd", "people"}
    assert without["people"] == 20
    assert len(json.dumps(without)) < 1024

    extra = await scene.neighbour("extra")
    async with extra.transaction() as tx:
        await live(tx, extra, lover_of("hour", "20"), decisions=8)
    await tonight(extra)
    assert await pool(scene) == 21
    assert await pooled(scene) != without
    await tenants.remove(database, extra.id)
    assert await pool(scene) == 20
    assert await pooled(scene) == without
    async with scene.database.transaction(SYSTEM) as tx:
        assert await tx.value("select count(*) from population_priors") == 1

    await tenants.remove(database, others[0].id)
    assert await pool(scene) == 0
    again = await pooled(scene)
    assert (again["mean"], again["people"]) == (learn.SHIPPED.to_json()["mean"], 0)


async def test_what_was_drawn_before_a_pooled_prior_and_after_it_is_made_again(
    database: Database, scene: Scene
) -> None:
    others = await people(database, scene, 20)
    somebody = others[0]
    async with somebody.transaction() as tx:
        before = await draw(tx, somebody)
    await pool(scene)
    assert await night(somebody) == Night(rows=0, changed=True)
    async with somebody.transaction() as tx:
        after = await draw(tx, somebody)
        await live(tx, somebody, silent)
    assert after.ledger["model_version"] != before.ledger["model_version"]
    await night(somebody)
    for recorded, again in await redrawn(somebody):
        assert recorded == again
    await anew(somebody)  # the prior of others is no part of a person's evidence


async def test_nothing_of_another_person_can_be_seen(scene: Scene) -> None:
    await some_nights(scene, 2)
    other = await scene.neighbour("ola")
    async with other.transaction() as tx:
        for table in ("decisions", "posteriors", "preferences", "corrections"):
            assert await tx.value(f"select count(*) from {table}") == 0
        assert await store.posterior_state(tx) is None
        for forged in ("posteriors", "corrections"):
            with_id: dict[str, Any] = {"t": scene.id}
            touched = await tx.execute(f"delete from {forged} where tenant_id = %(t)s", **with_id)
            assert touched == 0


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_whoever_never_answers_is_still_written_to_now_and_then(
    scene: Scene, seed: int
) -> None:
    async with scene.transaction() as tx:
        first = await draw(tx, scene)
        await end(tx, first, 0.0, None, at=scene.at)
    chances = [first.ledger["p_send"]]
    rng = np.random.default_rng(seed)
    for _ in range(12):
        async with scene.transaction() as tx:
            rows = await live(tx, scene, lambda arm: (float(arm is None and rng.random() < 0.5), 0))
        chances += [row.ledger["p_send"] for row in rows]
        await night(scene)
    assert min(chances) >= P_SEND_MIN
    assert max(chances) <= P_SEND_MAX
