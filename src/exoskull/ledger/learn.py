"""Learning at night: final rows into what is believed of a person, and everybody's evidence into
the prior. Only the prior crosses from one tenant to another."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from exoskull.database.transaction import Transaction
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


async def learn(tx: Transaction, *, night: date, at: datetime) -> int:
    """Take the rows that became final since the last night into what is believed of this person.

    Only rows with a measured outcome teach: one that was stopped at the gate, or could not be
    measured, teaches nothing. Where a row that was taken in has been corrected since, everything
    is made anew from the ledger.

    Args:
        night: the person's local date.

    Returns:
        How many rows taught tonight.
    """
    before = await store.learned_at(tx)
    rows = await store.unlearned(tx)
    fresh = [(row, seen) for row in rows if (seen := observed(row)) is not None]
    await store.mark_learned(tx, [row.id for row in rows], night)
    state = await store.posterior_state(tx)
    if await store.corrected_since(tx, before):
        evidence, tally = rebuild(SHIPPED, _lessons(await store.learned(tx)))
    else:
        evidence, tally = _stored(state)
        nights = 1.0 if before is None else max(0.0, (at - before).total_seconds() / 86_400)
        seen = [observation for _, observation in sorted(fresh, key=lambda one: str(one[0].id))]
        (evidence,) = absorb(SHIPPED, [evidence], [seen], float(round(nights)))
        tally = tally.plus(seen)
    prior = await _prior(tx)
    now = posterior(prior, evidence)
    if not fresh and (prior is SHIPPED if state is None else state["posterior"] == now.to_json()):
        return 0
    content = {
        "evidence": evidence.to_json(),
        "tally": tally.to_json(),
        "posterior": now.to_json(),
    }
    await store.save_posterior(tx, content, version=now.version, at=at)
    return len(fresh)


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
    """What a final row teaches; None where nothing was measured."""
    if row.outcome is None and row.reply is None:
        return None
    chosen = row.ledger["chosen"]
    return Observation(
        arm=None if chosen is None else Arm.from_json(chosen),
        context=Context.of(row.ledger["context"]),
        outcome=row.outcome,
        reply=row.reply,
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
    """
    version = row.ledger["model_version"]
    state = await store.posterior_state(tx, version)
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
