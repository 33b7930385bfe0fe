"""What sending is worth: from what chance decided, and never from before and after."""

import random
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from exoskull.kit.ids import TraceId
from exoskull.ledger.effect import worth
from exoskull.ledger.model import Row

START = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


def row(number: int, *, sent: bool, outcome: float | None, p_send: float = 0.5) -> Row:
    at = START + timedelta(hours=8 * number)
    return Row(
        id=UUID(int=number + 1),
        at=at,
        local_date=at.date(),
        kind="low_mood",
        subject="mood",
        option="check_in",
        sent=sent,
        trace=TraceId(UUID(int=1)),
        ledger={
            "p_send": p_send,
            "context": {"weekend": float(at.weekday() > 4), "dose": (number % 7) / 10},
        },
        outcome=outcome,
        reply=None,
        final_due_at=at,
        final_at=at,
    )


def life(n: int, *, with_message: float, without: float, seed: int = 1) -> list[Row]:
    chance = random.Random(seed)
    rows = []
    for number in range(n):
        p = chance.choice((0.3, 0.6, 0.9))
        sent = chance.random() < p
        happens = chance.random() < (with_message if sent else without)
        rows.append(row(number, sent=sent, outcome=float(happens), p_send=p))
    return rows


def test_a_real_effect_is_found_with_its_interval() -> None:
    found = worth(life(800, with_message=0.7, without=0.4))
    assert found.effect is not None
    assert found.effect.low < 0.3 < found.effect.high
    assert found.effect.low > 0
    assert found.decisions == 800
    assert found.sent + found.saved == 800
    assert found.always is not None
    assert found.never is not None
    assert found.always.estimate == pytest.approx(0.7, abs=0.06)
    assert found.never.estimate == pytest.approx(0.4, abs=0.1)


def test_rows_that_chance_did_not_decide_are_left_out() -> None:
    drawn = life(100, with_message=0.6, without=0.4)
    fixed = [row(200 + n, sent=True, outcome=1.0, p_send=1.0) for n in range(300)]
    fixed += [row(600 + n, sent=False, outcome=0.0, p_send=0.0) for n in range(300)]
    unmeasured = [row(1000 + n, sent=True, outcome=None) for n in range(50)]
    assert worth([*drawn, *fixed, *unmeasured]) == worth(drawn)


def test_good_days_before_and_better_ones_after_are_no_effect() -> None:
    """Everything got better over time, whatever was sent."""
    chance = random.Random(3)
    rows = []
    for n in range(600):
        sent = chance.random() < 0.5
        rows.append(row(n, sent=sent, outcome=float(chance.random() < (0.2 if n < 300 else 0.8))))
    effect = worth(rows).effect
    assert effect is not None
    assert effect.low < 0 < effect.high


@pytest.mark.parametrize(("acts", "rests", "missing"), [(3, 40, 7), (0, 0, 20), (40, 9, 1)])
def test_with_fewer_than_ten_on_a_side_it_says_how_many_are_missing(
    acts: int, rests: int, missing: int
) -> None:
    rows = [row(n, sent=n < acts, outcome=1.0) for n in range(acts + rests)]
    found = worth(rows)
    assert (found.effect, found.missing) == (None, missing)


def test_ten_on_either_side_are_enough_also_where_nothing_else_ever_varied() -> None:
    rows: list[Any] = [row(7 * n, sent=n % 2 == 0, outcome=float(n % 3 == 0)) for n in range(20)]
    for one in rows:
        one.ledger["context"].update(weekend=0.0, dose=0.0)
    found = worth(rows)
    assert found.effect is not None
    assert (found.effect.n, found.effect.acted, found.missing) == (20, 10, 0)
