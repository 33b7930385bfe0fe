"""Decisions drawn and made final by hand, as the loop would, for whoever lives only on paper."""

import random
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID

from interventions.scene import Scene

from exoskull.database.transaction import Transaction
from exoskull.kit.ids import TraceId
from exoskull.learning import Arm, Choice, Context, choose
from exoskull.learning.constraints import Constraint
from exoskull.ledger import store
from exoskull.ledger.arms import COSTS, DESIGN, FRAMINGS, HOURS
from exoskull.ledger.learn import believed
from exoskull.ledger.model import Proximal, Row, Rule
from exoskull.mape.plan import seed_of

ARMS = tuple(
    Arm(channel=channel, hour=hour, framing=framing)
    for channel in DESIGN.levels["channel"]
    for hour in HOURS
    for framing in FRAMINGS
)

Life = Callable[[Arm | None], tuple[float | None, float | None]]
"""What came of an arm: the outcome, and the reply where one was sent."""


def silent(arm: Arm | None) -> tuple[float | None, float | None]:
    return 0.0, None if arm is None else 0.0


def lover_of(factor: str, level: str, *, seed: int = 1, else_: float = 0.1) -> Life:
    """Answers nearly always where the arm has this level, else seldom; does the thing after."""
    chance = random.Random(seed)

    def life(arm: Arm | None) -> tuple[float, float | None]:
        if arm is None:
            return float(chance.random() < else_), None
        said = float(chance.random() < (0.95 if arm.level(factor) == level else else_))
        return said, said

    return life


async def draw(
    tx: Transaction,
    scene: Scene,
    *,
    arms: Sequence[Arm] = ARMS,
    constraints: Sequence[Constraint] = (),
    context: Context | None = None,
) -> Row:
    """One decision now, drawn and written down."""
    decision = scene.ids.new()
    seen = Context.of({"weekend": 0.0, "dose": 0.3}) if context is None else context
    choice: Choice = choose(
        await believed(tx), arms, seen, COSTS, seed_of(decision), id=str(decision),
        constraints=constraints,
    )  # fmt: skip
    row = Row(
        id=decision,
        at=scene.at,
        local_date=scene.tenant.local_date(scene.at),
        kind="low_mood",
        subject="mood",
        option="check_in",
        sent=None,
        trace=TraceId(scene.ids.new()),
        ledger={
            **choice.to_json(),
            "context": seen.to_json(),
            "costs": dict(COSTS),
            "constraints": [one.to_json() for one in constraints],
            "proximal": Proximal(rule=Rule.HEARD).to_json(),
        },
        outcome=None,
        reply=None,
        final_due_at=scene.at + timedelta(hours=24),
        final_at=None,
    )
    await store.insert(tx, row, cycle_id=scene.ids.new(), symptom_id=scene.ids.new())
    return row


async def end(
    tx: Transaction, row: Row, outcome: float | None, reply: float | None, *, at: datetime
) -> None:
    """Make the row final with what came of it."""
    sent = row.ledger["chosen"] is not None and (outcome is not None or reply is not None)
    await store.make_final(tx, row.id, sent=sent, outcome=outcome, reply=reply, at=at)


async def live(
    tx: Transaction, scene: Scene, life: Life, *, decisions: int = 3, arms: Sequence[Arm] = ARMS
) -> list[Row]:
    """Some decisions of today, each final at once; the rows as they were drawn."""
    rows = []
    for _ in range(decisions):
        row = await draw(tx, scene, arms=arms)
        chosen = row.ledger["chosen"]
        await end(tx, row, *life(None if chosen is None else Arm.from_json(chosen)), at=scene.at)
        rows.append(row)
    return rows


async def ledger(tx: Transaction) -> dict[UUID, Row]:
    """Every row there is, by id."""
    rows = await store.final(tx, datetime(2000, 1, 1, tzinfo=UTC))
    open_ = await store.closing(tx, datetime(2100, 1, 1, tzinfo=UTC))
    return {row.id: row for row in (*rows, *open_)}
