"""What keeps failing is told once, and once more when it works; through the clock, the gate and
the outbox."""

from dataclasses import replace
from datetime import timedelta

from exoskull.channels.model import ChannelName
from exoskull.grants.model import ActionPattern, By, Effect
from exoskull.grants.service import set_grant
from exoskull.incidents import service as incidents
from exoskull.incidents.model import Kind
from exoskull.kit.ids import SYSTEM
from exoskull.scheduling.catalogue import CATALOGUE

JOB = "learning-update"  # at 3:00 local, 2:00 UTC


async def test_a_job_that_fails_three_times_is_told_once_and_once_when_it_works(troubled):
    anna = await troubled.person()
    troubled.failing = {JOB}
    await troubled.until("2026-03-04T12:00")
    assert await troubled.events(anna, "incident.") == []
    await troubled.until("2026-03-08T12:00")
    [opened] = await troubled.events(anna, "incident.")
    assert opened.kind == "incident.opened"
    assert opened.data["cause"] == "job"
    assert opened.data["subject"] == JOB
    assert opened.data["reason"] == "model.unreachable"
    assert "secret" not in str(opened.data)
    [notice] = await troubled.notices(anna)
    assert "„Nauka”: 3 nieudane próby z rzędu" in notice
    troubled.failing = set()
    await troubled.until("2026-03-10T12:00")
    assert [event.kind for event in await troubled.events(anna, "incident.")] == [
        "incident.opened",
        "incident.closed",
    ]
    first, second = await troubled.notices(anna)
    assert first == notice
    assert "„Nauka” znów działa" in second
    sent = await troubled.events(anna, "intervention.sent")
    told = [event for event in sent if event.data["symptom"] == "incident"]
    assert {event.trace for event in told} == {opened.trace}
    assert all(event.data["receipt"] for event in told)


async def test_who_is_not_in_trouble_is_not_looked_at(troubled):
    anna = await troubled.person()
    await troubled.until("2026-03-05T12:00")
    async with troubled.database.transaction(anna) as tx:
        looked = await tx.value(
            "select count(*) from runs where job = 'incident-watch' and tenant_id = %(id)s", id=anna
        )
    assert looked == 0


async def test_a_cause_that_comes_and_goes_is_told_once_a_day(troubled):
    anna = await troubled.person()
    await troubled.until("2026-03-03T12:00")

    async def pulse(job: str, *, fail: bool, times: int) -> None:
        """Runs of a cycle, ended by the hand of this test: days of real ones take too long."""
        async with troubled.database.transaction(anna) as tx:
            for number in range(times):
                at = troubled.now + timedelta(seconds=number)
                await tx.execute(
                    """
                    insert into runs (tenant_id, id, job, slot, local, trace, due_at, state,
                                      attempt, detail, finished_at, reason)
                    values (%(t)s, %(id)s, %(job)s, %(slot)s, %(slot)s, %(id)s, %(at)s,
                            %(state)s, 1, '{}', %(at)s, %(reason)s)
                    """,
                    t=anna,
                    id=troubled.world.installation.ids.new(),
                    job=job,
                    slot=at.isoformat(),
                    at=at,
                    state="failed" if fail else "ran",
                    reason="model.unreachable" if fail else None,
                )

    for hour in (13, 15, 17):
        await pulse("outcome-sweep", fail=True, times=3)
        await troubled.until(f"2026-03-03T{hour}:10")
        await pulse("outcome-sweep", fail=False, times=1)
        await troubled.until(f"2026-03-03T{hour + 1}:10")
    kinds = [event.kind for event in await troubled.events(anna, "incident.")]
    assert kinds == ["incident.opened", "incident.closed"] * 3
    told = [text for text in await troubled.notices(anna) if "nieudane próby" in text]
    assert len(told) == 1


async def test_a_rule_that_forbids_notices_leaves_the_incident_visible(troubled):
    anna = await troubled.person()
    async with troubled.database.transaction(anna) as tx:
        await set_grant(
            tx,
            ActionPattern.parse("send_notification:incident"),
            Effect.DENY,
            by=By.PERSON,
            at=troubled.now,
            ids=troubled.world.installation.ids,
        )
    troubled.failing = {JOB}
    await troubled.until("2026-03-06T12:00")
    assert await troubled.notices(anna) == []
    assert len(await troubled.events(anna, "incident.opened")) == 1
    assert len(await troubled.events(anna, "intervention.refused")) == 1
    troubled.failing = set()
    await troubled.until("2026-03-07T12:00")
    assert await troubled.notices(anna) == []
    assert len(await troubled.events(anna, "incident.closed")) == 1


async def test_a_notice_whose_trouble_is_over_before_it_may_leave_is_not_sent(troubled):
    # The hour of trouble is found in quiet hours, which end at 7:00; by then it works again.
    anna = await troubled.person()
    troubled.failing = {JOB}
    await troubled.until("2026-03-05T05:00")  # the third night's attempts have failed
    assert len(await troubled.events(anna, "incident.opened")) == 1
    async with troubled.database.transaction(anna) as tx:
        await tx.execute("update runs set state = 'ran' where job = %(job)s", job=JOB)
        looked = await incidents.look(tx, at=troubled.now, ids=troubled.world.installation.ids)
    assert len(looked.closed) == 1
    await troubled.until("2026-03-05T09:00")
    assert await troubled.notices(anna) == []
    [dropped] = await troubled.events(anna, "intervention.suppressed")
    assert dropped.data["why_not"] == "reason_gone"


async def test_a_channel_that_takes_nothing_is_one_incident(troubled, dead_mail):
    anna = await troubled.person()
    world = troubled.world
    outbox = replace(
        world.installation.outbox,
        adapters={**world.installation.outbox.adapters, ChannelName.EMAIL: dead_mail},
    )
    installation = replace(world.installation, outbox=outbox)
    troubled.world = replace(world, installation=installation)
    async with troubled.database.transaction(anna) as tx:
        for number in range(3):
            await tx.execute(
                """
                insert into interventions (
                    tenant_id, id, symptom, subject_key, action, channel, framing, option, subject,
                    text, reason, state, idempotency_key, created_at, send_at, expires_at,
                    attempts, trace)
                values (%(t)s, %(id)s, 'morning_briefing', 'k', 'send_email:summary', 'email',
                        'direct', 'o', 's', 'x', 'r', 'planned', %(key)s, %(at)s, %(send)s,
                        %(until)s, 0, %(id)s)
                """,
                t=anna,
                id=installation.ids.new(),
                key=f"k{number}",
                at=troubled.now,
                send=troubled.now + timedelta(hours=2 + number),
                until=troubled.now + timedelta(hours=20),
            )
    await troubled.until("2026-03-02T12:00")
    assert len(await troubled.events(anna, "intervention.failed")) == 3
    [opened] = await troubled.events(anna, "incident.")
    assert (opened.kind, opened.data["channel"]) == ("incident.opened", "email")
    [notice] = await troubled.notices(anna)
    assert notice.startswith("E-mail: nie doszły 3 ostatnie wiadomości")


async def test_a_zone_that_nobody_knows_is_an_incident_and_a_new_one_closes_it(troubled):
    anna = await troubled.person()
    async with troubled.database.transaction(anna) as tx:
        await tx.execute(
            "update tenants set timezone = 'Mars/Olympus' where tenant_id = %(id)s", id=anna
        )
        looked = await incidents.look(tx, at=troubled.now, ids=troubled.world.installation.ids)
        [opened] = looked.opened
        assert (opened.kind, opened.subject, opened.notice_id) == (Kind.ZONE, "Mars/Olympus", None)
    async with troubled.database.system() as tx:
        assert await incidents.due_tenants(tx, troubled.now, 10) == [anna]
    async with troubled.database.transaction(anna) as tx:
        await tx.execute(
            "update tenants set timezone = 'Europe/Warsaw' where tenant_id = %(id)s", id=anna
        )
        looked = await incidents.look(tx, at=troubled.now, ids=troubled.world.installation.ids)
    assert [one.subject for one in looked.closed] == ["Mars/Olympus"]
    async with troubled.database.system() as tx:
        assert await incidents.due_tenants(tx, troubled.now, 10) == []


async def test_a_job_that_is_gone_from_the_catalogue_closes_its_incident(troubled):
    anna = await troubled.person()
    troubled.failing = {JOB}
    await troubled.until("2026-03-06T12:00")
    smaller = {name: job for name, job in CATALOGUE.items() if name != JOB}
    async with troubled.database.transaction(anna) as tx:
        looked = await incidents.look(
            tx, at=troubled.now, ids=troubled.world.installation.ids, catalogue=smaller
        )
    assert [one.subject for one in looked.closed] == [JOB]


async def test_the_operator_sees_every_open_incident_and_the_installations_own_jobs(troubled):
    await troubled.person()
    troubled.failing = {JOB, "learning-pool"}
    await troubled.until("2026-03-06T12:00")
    async with troubled.database.system() as tx:
        [one] = await incidents.everybodys_open(tx)
        [own] = await incidents.failing_jobs(tx, CATALOGUE.keys())
    assert (one.name, one.kind, one.subject) == ("anna", Kind.JOB, JOB)
    assert tx.tenant_id == SYSTEM
    assert own.cause.subject == "learning-pool"
