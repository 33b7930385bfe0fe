"""The tables against the types."""

import re
from enum import StrEnum

import pytest

from exoskull.database.pool import Database
from exoskull.strategies.model import ApproachKind, Reason, Verdict


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("strategies_kind_check", ApproachKind),
        ("strategies_reason_check", Reason),
        ("strategies_ended_because_check", {Reason.FAILED, Reason.ASKED}),
        ("strategy_days_verdict_check", Verdict),
    ],
)
async def test_each_enum_is_its_columns_check(
    database: Database, name: str, values: type[StrEnum] | set[Reason]
) -> None:
    async with database.system() as tx:
        check = await tx.value(
            "select pg_get_constraintdef(oid) from pg_constraint where conname = %(name)s",
            name=name,
        )
    assert set(re.findall(r"'(\w+)'::text", check)) == {one.value for one in values}
