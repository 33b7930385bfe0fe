"""The ledger: a row for every decision, from which it can be made again, and learned from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby
from typing import Any, Self

from exoskull.kit.errors import InvalidInput
from exoskull.learning.belief import Evidence, PopulationPrior, Posterior
from exoskull.learning.constraints import Constraint
from exoskull.learning.design import Design
from exoskull.learning.laplace import absorb
from exoskull.learning.model import Arm, Choice, Context, Level, Observation, Reason
from exoskull.learning.statements import SEND, Statement
from exoskull.learning.tally import Tally
from exoskull.learning.thompson import choose


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRow:
    """One decision: what it was drawn from, what came out, and, once final, what came of it.

    `arms`: the eligible ones, before the person's `constraints`. `costs`: prices by channel, then.
    `p_arm`: probabilities of the arms that the constraints left, and of None. `receipt`: proof that
    what was chosen went out. `final_at`: when `outcome` and `reply` became final; None till then.
    """

    id: str
    at: datetime
    arms: tuple[Arm, ...]
    context: Context
    costs: Mapping[Level, float]
    constraints: tuple[Constraint, ...] = ()
    seed: int
    model_version: str
    arm: Arm | None
    p_send: float
    p_arm: Mapping[Arm | None, float]
    reason: Reason
    receipt: str | None = None
    outcome: float | None = None
    reply: float | None = None
    final_at: datetime | None = None

    @property
    def teaches(self) -> bool:
        """Whether it may be learned from: final, drawn by chance, and sent if it was to be."""
        drawn = self.reason is Reason.RANDOMIZED and self.final_at is not None
        return drawn and (self.arm is None or self.receipt is not None)

    @property
    def observation(self) -> Observation:
        return Observation(
            arm=self.arm, context=self.context, outcome=self.outcome, reply=self.reply
        )

    def to_json(self) -> dict[str, Any]:
        arms = [arm for arm in self.p_arm if arm is not None]
        return {
            "id": self.id,
            "at": self.at.isoformat(),
            "arms": [arm.to_json() for arm in self.arms],
            "context": self.context.to_json(),
            "costs": [[channel, price] for channel, price in self.costs.items()],
            "constraints": [each.to_json() for each in self.constraints],
            "seed": self.seed,
            "model_version": self.model_version,
            "arm": None if self.arm is None else self.arm.to_json(),
            "p_send": self.p_send,
            "p_nothing": self.p_arm[None],
            "p_arm": [[self.arms.index(arm), self.p_arm[arm]] for arm in arms],
            "reason": self.reason.value,
            "receipt": self.receipt,
            "outcome": self.outcome,
            "reply": self.reply,
            "final_at": None if self.final_at is None else self.final_at.isoformat(),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Raises InvalidInput `learning.malformed_state`."""
        try:
            arms = tuple(Arm.from_json(each) for each in data["arms"])
            final_at = data["final_at"]
            p_arm: dict[Arm | None, float] = {arms[place]: p for place, p in data["p_arm"]}
            return cls(
                id=data["id"],
                at=datetime.fromisoformat(data["at"]),
                arms=arms,
                context=Context(**data["context"]),
                costs=dict(data["costs"]),
                constraints=tuple(Constraint.from_json(each) for each in data["constraints"]),
                seed=data["seed"],
                model_version=data["model_version"],
                arm=None if data["arm"] is None else Arm.from_json(data["arm"]),
                p_send=data["p_send"],
                p_arm=p_arm | {None: data["p_nothing"]},
                reason=Reason(data["reason"]),
                receipt=data["receipt"],
                outcome=data["outcome"],
                reply=data["reply"],
                final_at=None if final_at is None else datetime.fromisoformat(final_at),
            )
        except (KeyError, TypeError, ValueError, IndexError) as error:
            raise InvalidInput("learning.malformed_state", field="ledger") from error


def ledger_row(
    choice: Choice,
    at: datetime,
    arms: Sequence[Arm],
    context: Context,
    costs: Mapping[Level, float],
    constraints: Iterable[Constraint] = (),
) -> LedgerRow:
    """The row of a choice just made with these arguments."""
    return LedgerRow(
        id=choice.id,
        at=at,
        arms=tuple(arms),
        context=context,
        costs=dict(costs),
        constraints=tuple(constraints),
        seed=choice.seed,
        model_version=choice.model_version,
        arm=choice.arm,
        p_send=choice.p_send,
        p_arm=choice.p_arm,
        reason=choice.reason,
    )


def replay(row: LedgerRow, posterior: Posterior) -> Choice:
    """The choice made again: equal to the row in arm and in every probability, to the bit.

    Raises InvalidInput `learning.other_version` where `posterior` is not the one of the row.
    """
    if posterior.version != row.model_version:
        raise InvalidInput(
            "learning.other_version", field="posterior", row=row.model_version, id=row.id
        )
    return choose(
        posterior,
        row.arms,
        row.context,
        row.costs,
        row.seed,
        id=row.id,
        constraints=row.constraints,
    )


def refit_person(reference: PopulationPrior, rows: Iterable[LedgerRow]) -> tuple[Evidence, Tally]:
    """A person's evidence and counts from the whole ledger, night by night; order does not matter.

    A night takes in the rows that became final on that (UTC) date. Going on from stored evidence
    with `absorb` gives the same; this is for rows that were corrected after they were final.
    """
    evidence, tally = Evidence.none(reference.design), Tally.none(reference.design)
    before: date | None = None
    final = sorted((_night(row), row.id, row) for row in rows if row.teaches)
    for night, group in groupby(final, key=lambda each: each[0]):
        seen = [row.observation for _, _, row in group]
        nights = 1.0 if before is None else float((night - before).days)
        (evidence,) = absorb(reference, [evidence], [seen], nights)
        tally = tally.plus(seen)
        before = night
    return evidence, tally


def with_rows(statement: Statement, rows: Iterable[LedgerRow]) -> Statement:
    """The statement with the ids of the rows it rests on, oldest first, and since when."""
    signal = statement.signal.value
    used = sorted(
        (row.at, row.id)
        for row in rows
        if row.teaches
        and getattr(row, signal) is not None
        and (row.arm is not None or statement.factor == SEND)
    )
    since = used[0][0] if used else None
    return replace(statement, since=since, rows=tuple(id for _, id in used))


def _night(row: LedgerRow) -> date:
    assert row.final_at is not None, "only final rows teach"
    return row.final_at.date()


def design_of(rows: Iterable[LedgerRow]) -> Design:
    """The design with every arm that was ever eligible in these rows."""
    return Design.of(arm for row in rows for arm in row.arms)
