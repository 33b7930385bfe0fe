"""An open incident, as the operator's commands show it."""

import asyncio
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from exoskull.cli import main
from exoskull.database.pool import Database
from exoskull.kit.clock import SystemClock
from exoskull.kit.ids import SystemIds
from exoskull.onboarding.service import create_tenant

SINCE = datetime(2026, 3, 2, 7, 30, tzinfo=UTC)


async def _an_incident(url: str) -> None:
    ids = SystemIds(SystemClock())
    async with await Database.open(url) as database:
        tenant = await create_tenant(
            database, at=SINCE, ids=ids, name="anna", language="pl", timezone="Europe/Warsaw"
        )
        async with database.transaction(tenant.tenant_id) as tx:
            await tx.execute(
                """
                insert into incidents (tenant_id, id, kind, subject, since, count, reason,
                                       opened_at, trace)
                values (%(t)s, %(id)s, 'channel', 'email', %(at)s, 3, 'mail.refused', %(at)s,
                        %(id)s)
                """,
                t=tenant.tenant_id,
                id=ids.new(),
                at=SINCE,
            )


def test_doctor_and_status_name_the_cause(
    database_url: str,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
):
    monkeypatch.setenv("EXOSKULL_DATABASE_URL", database_url)
    monkeypatch.setenv("EXOSKULL_HOME", str(tmp_path))
    asyncio.run(_an_incident(database_url))
    assert main(["doctor", "--json"]) == 1
    checks = json.loads(capsys.readouterr().out)["checks"]
    [incidents] = [check for check in checks if check["name"] == "incidents"]
    assert incidents["ok"] is False
    assert incidents["found"] == "anna: channel email (mail.refused)"
    assert main(["status"]) == 0
    assert "incident: anna, channel email, since 2026-03-02 07:30" in capsys.readouterr().out
