"""Summaries by the clock: sent in their week, through the gate, and to nobody who ended them."""

from datetime import date, datetime, timedelta

from acceptance.life import WARSAW, Life
from hypothesis import given
from hypothesis import strategies as st

from exoskull.channels.model import ChannelName
from exoskull.interventions.model import SPACING, Intervention, State
from exoskull.kit.ids import TraceId
from exoskull.summaries import subscriptions
from exoskull.summaries.model import SummaryKind
from exoskull.summaries.service import free_moment, plan_summary

SUMMARIES = set(SummaryKind)
REFLECTION = "evening_reflection"
MONDAY = datetime(2026, 3, 9, 9, 0, tzinfo=WARSAW)


async def plan(life: Life, kind: SummaryKind, slot: date) -> str:
    async with life.tx() as tx:
        loop = life.world.installation.loop
        return await plan_summary(tx, loop, kind, slot=slot.isoformat(), at=life.now)


async def summaries(life: Life) -> list[Intervention]:
    return [one for one in await life.interventions() if one.symptom in SUMMARIES]


async def test_the_week_comes_by_mail_on_monday_by_itself_with_a_receipt(
    lived: Life,
) -> None:
    week = lived
    await week.until(MONDAY)
    (sent,) = [one for one in await summaries(week) if one.symptom == SummaryKind.WEEKLY]
    assert (sent.state, sent.channel) == (State.SENT, ChannelName.EMAIL)
    assert sent.receipt
    assert (sent.action, sent.sent_at) == (
        "send_email:summary",
        datetime(2026, 3, 9, 8, 2, tzinfo=WARSAW),
    )
    assert "3 biegi, cel: 3 biegi. Cel osiągnięty." in sent.text
    assert "Zrobione: 1 zadanie" in sent.text
    assert "<table" in (sent.html or "")
    told = (await week.events("summary.sent"))[-1]
    assert told.data["symptom"] == "weekly_summary"
    assert told.data["receipt"] == sent.receipt


async def test_a_goal_that_was_reached_in_the_week_is_told_of(week: Life) -> None:
    await week.say("chcę ważyć 70 kg")
    await week.measure("weight_kg", 80.0)
    week.world.clock.advance(week.now + timedelta(hours=1))
    await week.measure("weight_kg", 70.0)
    await week.cycle()
    week.world.clock.advance(MONDAY)
    assert await plan(week, SummaryKind.WEEKLY, date(2026, 3, 9)) == "planned"
    (made,) = await summaries(week)
    (ended,) = await week.events("goal.completed")
    assert f"Cel osiągnięty: „{ended.data['title']}”." in made.text


async def test_the_week_of_somebody_whose_weeks_begin_on_sunday_ends_on_saturday(
    week: Life,
) -> None:
    await week.change(week_starts="sunday")
    week.world.clock.advance(MONDAY)
    await week.measure("runs", 5.0, at=MONDAY - timedelta(hours=12))  # on Sunday: the next week's
    assert await plan(week, SummaryKind.WEEKLY, date(2026, 3, 9)) == "planned"
    (made,) = await summaries(week)
    assert "1 marca – 7 marca" in made.text
    assert "3 biegi, cel: 3 biegi" in made.text


async def test_the_month_tells_of_the_calendars_own_month(week: Life) -> None:
    week.world.clock.advance(datetime(2026, 4, 1, 8, 0, tzinfo=WARSAW))
    assert await plan(week, SummaryKind.MONTHLY, date(2026, 4, 1)) == "planned"
    (made,) = await summaries(week)
    assert "1 marca – 31 marca" in made.text
    assert "1–7" in made.text
    weeks = "cel tygodnia spełniony w 1 z 4 tygodni. Bez wpisu: 1 tydzień."
    assert f"„Biegać”: {weeks}" in made.text


async def test_a_slot_is_planned_once(week: Life) -> None:
    assert await plan(week, SummaryKind.WEEKLY, date(2026, 3, 9)) == "planned"
    assert await plan(week, SummaryKind.WEEKLY, date(2026, 3, 9)) == "already_planned"


async def test_a_week_with_nothing_in_it_sends_nothing(anna: Life) -> None:
    assert await plan(anna, SummaryKind.WEEKLY, date(2026, 3, 2)) == "nothing_to_say"
    assert await summaries(anna) == []


async def test_without_mail_there_is_no_summary(week: Life) -> None:
    await week.say("bez e-maili")
    assert await plan(week, SummaryKind.WEEKLY, date(2026, 3, 9)) == "no_email"


async def test_a_denied_summary_is_a_visible_refusal(week: Life) -> None:
    await week.grant("send_email:summary", "deny")
    await plan(week, SummaryKind.WEEKLY, date(2026, 3, 9))
    refused = (await summaries(week))[-1]
    assert refused.state is State.REFUSED


async def stop(life: Life, kind: SummaryKind) -> None:
    async with life.tx() as tx:
        trace = TraceId(life.world.installation.ids.new())
        await subscriptions.change(tx, kind, wanted=False, by="web", at=life.now, trace=trace)


async def test_a_kind_that_was_ended_is_not_made_and_the_others_are(week: Life) -> None:
    await stop(week, SummaryKind.WEEKLY)
    assert await plan(week, SummaryKind.WEEKLY, date(2026, 3, 9)) == "unsubscribed"
    assert await plan(week, SummaryKind.MONTHLY, date(2026, 4, 1)) == "planned"


async def test_one_that_waits_is_let_go_when_its_kind_is_ended(week: Life) -> None:
    await plan(week, SummaryKind.WEEKLY, date(2026, 3, 9))
    await stop(week, SummaryKind.WEEKLY)
    await week.wait(minutes=5)
    held = (await summaries(week))[-1]
    assert (held.state, held.failure) == (State.SUPPRESSED, "reason_gone")


async def test_ending_twice_is_told_once(week: Life) -> None:
    await stop(week, SummaryKind.DAILY)
    await stop(week, SummaryKind.DAILY)
    (told,) = await week.events("summary.stopped")
    assert told.data == {"summary": "daily_summary", "by": "web"}


async def test_a_day_tells_what_was_sent_after_its_reflection_and_does_not_repeat_it(
    lived: Life,
) -> None:
    week = lived
    sent = [one for one in await week.interventions(State.SENT) if one.sent_at is not None]
    evenings = {at_home(one).date(): at_home(one) for one in sent if one.symptom == REFLECTION}
    drawn = {at_home(one).date() for one in sent if one.decision_id is not None}
    days = [one for one in sent if one.symptom == SummaryKind.DAILY]
    assert {at_home(one).date() for one in days} == drawn & evenings.keys()
    for one in days:
        assert "MOJE WIADOMOŚCI" in one.text
        assert "ZADANIA" not in one.text
        assert at_home(one) >= evenings[at_home(one).date()] + SPACING


def at_home(one: Intervention) -> datetime:
    assert one.sent_at is not None
    return one.sent_at.astimezone(WARSAW)


@given(st.lists(st.integers(-300, 300), max_size=8))
def test_a_summary_keeps_its_distance_from_what_waits(minutes: list[int]) -> None:
    earliest = MONDAY
    taken = [earliest + timedelta(minutes=n) for n in minutes]
    moment = free_moment(earliest, taken)
    assert moment >= earliest
    assert all(abs(moment - other) >= SPACING for other in taken)
