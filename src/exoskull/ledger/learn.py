"""Learning at night: final rows into what is believed of a person, and everybody's evidence into
the prior. Only the prior crosses from one tenant to another."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from exoskull.database.transaction import Transaction
from exoskull.kit.errors import NotFound
from exoskull.learning import (
    Arm,
    Choice,
    Context,
    Evidence,
    Observation,
    PopulationPrior,
    Posterior,
    choose,
    posterior,
    shipped_prior,
)
from exoskull.learning.constraints import Constraint
from exoskull.learning.laplace import absorb
from exoskull.learning.model import Reason
from exoskull.learning.pooling import pool
from exoskull.learning.prior import fitted_prior
from exoskull.learning.rebuild import Lesson, rebuild
from exoskull.learning.statements import Statement, statements
from exoskull.learning.tally import Tally
from exoskull.ledger import store
from exoskull.ledger.arms import DESIGN
from exoskull.ledger.model import Row

SHIPPED = shipped_prior(DESIGN)
UNTAUGHT = posterior(SHIPPED, Evidence.none(DESIGN))
"""What is believed of somebody nothing is known of yet."""


async def believed(tx: Transaction) -> Posterior:
    """What is believed of this person now; before their first night, what is shipped."""
    state = await store.posterior_state(tx)
    return UNTAUGHT if state is None else Posterior.from_json(state["posterior"])


async def _prior(tx: Transaction) -> PopulationPrior:
    pooled = await store.population_prior(tx)
    return SHIPPED if pooled is None else fitted_prior(PopulationPrior.from_json(pooled), DESIGN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Night:
    """What a night did: how many rows taught, and whether anything is believed otherwise now."""

    rows: int
    changed: bool


async def learn(tx: Transaction, *, night: date, at: datetime) -> Night:
    """Take the rows that became final since the last night into what is believed of this person.

    Only rows with a measured outcome teach: one that was stopped at the gate, or could not be
    measured, or at which nothing could be sent, teaches nothing. Where a row that was taken in has
    been corrected since, everything is made anew from the ledger. A night learns once: run again,
    it changes nothing.

    Args:
        night: the person's local date.
    """
    last = await store.last_night(tx)
    if last is not None and night <= last:
        return Night(rows=0, changed=False)  # what became final meanwhile is for the next one
    rows = await store.unlearned(tx)
    fresh = [(row, seen) for row in rows if (seen := observed(row)) is not None]
    await store.mark_learned(tx, [row.id for row in rows], night)
    state = await store.posterior_state(tx)
    corrected = await store.corrected_since(tx, await store.learned_at(tx))
    if corrected:
        evidence, tally = rebuild(SHIPPED, _lessons(await store.learned(tx)))
    else:
        evidence, tally = _stored(state)
        nights = 1.0 if last is None else float((night - last).days)
        seen = [observation for _, observation in sorted(fresh, key=lambda one: str(one[0].id))]
        (evidence,) = absorb(SHIPPED, [evidence], [seen], nights)
        tally = tally.plus(seen)
    now, before = posterior(await _prior(tx), evidence), await believed(tx)
    if not fresh and not corrected and now.version == before.version:
        return Night(rows=0, changed=False)
    if state is None:  # the draws made so far are made again with this, whatever is shipped later
        first = {"posterior": UNTAUGHT.to_json()}
        earlier = at - timedelta(microseconds=1)
        await store.save_posterior(tx, first, version=UNTAUGHT.version, at=earlier)
    content = {
        "evidence": evidence.to_json(),
        "tally": tally.to_json(),
        "posterior": now.to_json(),
    }
    await store.save_posterior(tx, content, version=now.version, at=at)
    await store.prune_posteriors(tx, keep=[now.version, before.version])
    return Night(rows=len(fresh), changed=True)


def _stored(state: dict[str, Any] | None) -> tuple[Evidence, Tally]:
    if state is None:
        return Evidence.none(DESIGN), Tally.none(DESIGN)
    evidence = Evidence.from_json(state["evidence"], DESIGN)
    return evidence, Tally.from_json(state["tally"], DESIGN)


def _lessons(rows: Iterable[Row]) -> Iterator[Lesson]:
    for row in rows:
        seen = observed(row)
        if seen is not None and row.learned_on is not None:
            yield Lesson(id=str(row.id), night=row.learned_on, observation=seen)


async def stated(tx: Transaction) -> list[Statement]:
    """What can be said of this person's preferences now, spoken or not."""
    state = await store.posterior_state(tx)
    if state is None:
        return []
    _, tally = _stored(state)
    return statements(tally, await _prior(tx), Posterior.from_json(state["posterior"]))


def observed(row: Row) -> Observation | None:
    """What a final row teaches; None where nothing was measured, or nothing was left to chance.

    An answer is an answer, soon or late: what is said of them is counted ("24 of 34"). One that
    was worth nothing ("stop") is none.
    """
    if row.outcome is None and row.reply is None:
        return None
    if row.ledger.get("reason") == Reason.UNAVAILABLE:
        return None
    chosen = row.ledger["chosen"]
    return Observation(
        arm=None if chosen is None else Arm.from_json(chosen),
        context=Context.of(row.ledger["context"]),
        outcome=row.outcome,
        reply=None if row.reply is None else float(row.reply > 0),
    )


async def pool_everybody(tx: Transaction, *, at: datetime) -> int:
    """Learn from everybody what people have in common; in a transaction of the installation.

    Made anew each time from who is there: nothing of a tenant that was deleted is left in it.

    Returns:
        How many people taught it; 0 where they are fewer than 20, and the shipped prior stands.
    """
    everybody = [Evidence.from_json(one, DESIGN) for one in await store.all_evidence(tx)]
    pooled = pool(SHIPPED, everybody)
    if pooled is None:
        if await store.population_prior(tx) is not None:
            await _save(tx, SHIPPED, at)
        return 0
    await _save(tx, pooled, at)
    return pooled.people


async def _save(tx: Transaction, prior: PopulationPrior, at: datetime) -> None:
    content = prior.to_json()
    version = hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:12]
    await store.save_population_prior(tx, content, version=version, at=at)


async def redraw(tx: Transaction, row: Row) -> Choice:
    """The draw of a row made again, out of what the row and its posterior hold.

    Gives the same probabilities and the same choice, to the bit.

    Raises:
        NotFound: `ledger.state_gone`: the posterior that it was drawn from is not there.
    """
    version = row.ledger["model_version"]
    state = await store.posterior_state(tx, version)
    if state is None and version != UNTAUGHT.version:
        raise NotFound("ledger.state_gone", version=version)
    belief = UNTAUGHT if state is None else Posterior.from_json(state["posterior"])
    return choose(
        belief,
        [Arm.from_json(arm) for arm in row.ledger["arms"]],
        Context.of(row.ledger["context"]),
        row.ledger["costs"],
        row.ledger["seed"],
        id=str(row.id),
        constraints=[Constraint.from_json(one) for one in row.ledger["constraints"]],
    )
