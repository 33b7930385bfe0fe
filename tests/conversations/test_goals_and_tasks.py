"""Goals, tasks and reminders asked for in words, through `receive`."""

from datetime import date, timedelta

import pytest
from acceptance.life import WARSAW, Life

from exoskull.conversations.model import Via
from exoskull.conversations.turn import Incoming, receive
from exoskull.goals.model import Goal
from exoskull.interventions.model import State
from exoskull.language.model import Direction, Period


async def only_goal(life: Life) -> Goal:
    (goal,) = await life.goals()
    return goal


@pytest.mark.parametrize(
    ("said", "direction", "period", "target"),
    [
        ("Chcę biegać 3 razy w tygodniu", Direction.AT_LEAST, Period.WEEK, 3.0),
        ("chce biegac 3 razy w tygodniu", Direction.AT_LEAST, Period.WEEK, 3.0),
        ("chcę pić 8 szklanek wody dziennie", Direction.AT_LEAST, Period.DAY, 8.0),
        ("chcę pić najwyżej 2 kawy dziennie", Direction.AT_MOST, Period.DAY, 2.0),
        ("chcę schudnąć z 72 do 68 kg do końca maja", Direction.REACH, None, 68.0),
        ("I want to run 12 times a month", Direction.AT_LEAST, Period.MONTH, 12.0),
        ("at most 2 coffees a day", Direction.AT_MOST, Period.DAY, 2.0),
    ],
)
async def test_each_kind_of_goal_is_set_as_it_was_said(
    anna: Life, said: str, direction: Direction, period: Period | None, target: float
) -> None:
    assert await anna.say(said) != ""
    goal = await only_goal(anna)
    assert (goal.direction, goal.period, goal.target) == (direction, period, target)


async def test_a_goal_by_a_date_says_its_way(anna: Life) -> None:
    answer = await anna.say("chcę schudnąć z 72 do 68 kg do końca maja")
    assert "68 kg, start: 72 kg, termin: 31 maja" in answer
    goal = await only_goal(anna)
    assert (goal.baseline, goal.by_date) == (72.0, date(2026, 5, 31))


async def test_a_goal_of_the_same_kind_replaces_the_one_before_and_says_so(ann: Life) -> None:
    await ann.say("I want to run 3 times a week")
    answer = await ann.say("I want to run 4 times a week")
    assert answer.startswith("You had such a goal already, so I changed it")
    assert (await only_goal(ann)).target == 4.0


async def test_a_vague_goal_is_asked_about_and_not_set(anna: Life) -> None:
    answer = await anna.say("chcę więcej czytać")
    assert answer.startswith("Jasne, „Więcej czytać”. Ile i w jakim czasie?")
    assert await anna.goals() == []


async def test_a_goal_can_be_undone(ann: Life) -> None:
    await ann.say("I want to run 3 times a week")
    assert await ann.say("undo") == 'Undone, I no longer track the goal "Run".'
    assert await ann.goals() == []


async def test_a_task_is_made_with_its_day(anna: Life) -> None:
    answer = await anna.say("dodaj zadanie: kupić bilety do piątku")
    assert answer == "Zadanie dodane: „Kupić bilety”, termin: w piątek."
    (task,) = await anna.tasks()
    assert task.due_on == date(2026, 3, 6)


@pytest.fixture
async def busy(ann: Life) -> Life:
    """Two things to do."""
    await ann.say("add task: buy tickets")
    await ann.say("add task: call mum")
    return ann


async def test_a_named_task_is_finished(busy: Life) -> None:
    assert await busy.say("done: tickets") == 'Done: "Buy tickets".'
    assert [task.title for task in await busy.tasks()] == ["Call mum"]


async def test_an_ambiguous_done_asks_which_and_finishes_nothing(busy: Life) -> None:
    answer = await busy.say("done")
    assert answer.startswith("Which task do you mean?")
    assert len(await busy.tasks()) == 2


async def test_an_unknown_task_is_said_to_be_unknown(busy: Life) -> None:
    answer = await busy.say("done: quantum laundry")
    assert 'I have no open task "' in answer
    assert len(await busy.tasks()) == 2


async def test_all_done_finishes_all_and_one_undo_opens_them_again(busy: Life) -> None:
    assert await busy.say("all done") == "Done: 2 tasks."
    assert await busy.tasks() == []
    answer = await busy.say("undo")
    assert '"Buy tickets" is open again' in answer
    assert '"Call mum" is open again' in answer
    assert len(await busy.tasks()) == 2


async def test_done_with_nothing_to_do_says_so(anna: Life) -> None:
    assert await anna.say("zrobione") == "Nie masz teraz otwartych zadań."


async def test_a_reminder_says_when_and_comes_on_the_minute(anna: Life) -> None:
    assert await anna.say("przypomnij mi jutro o 18 o dentyście") == (
        "Przypomnę jutro o 18:00: dentysta."
    )
    await anna.wait(days=2)
    (sent,) = [one for one in await anna.interventions() if one.symptom == "reminder_due"]
    assert sent.state is State.SENT
    assert sent.sent_at is not None
    assert sent.sent_at.astimezone(WARSAW).strftime("%d %H:%M") == "03 18:00"


async def test_a_reminder_in_quiet_hours_says_when_it_will_come_and_comes_then(anna: Life) -> None:
    answer = await anna.say("przypomnij mi jutro o 23:30 o śmieciach")
    assert "przyjdzie w środę o 7:00" in answer
    await anna.wait(days=2)
    (sent,) = [one for one in await anna.interventions() if one.symptom == "reminder_due"]
    assert sent.sent_at is not None
    assert sent.sent_at.astimezone(WARSAW).strftime("%d %H:%M") == "04 07:00"


async def test_a_reminder_without_a_time_is_asked_about(ann: Life) -> None:
    assert (await ann.say("remind me about the dentist")).startswith("When shall I remind you")
    assert await ann.tasks() == []


async def test_a_reminder_again_and_again_is_said_to_come_once(anna: Life) -> None:
    answer = await anna.say("przypominaj mi codziennie o 9 o lekach")
    assert "Na razie umiem przypomnieć tylko raz" in answer
    assert len(await anna.tasks()) == 1


async def test_a_reminder_is_told_once_and_never_again(anna: Life) -> None:
    await anna.say("przypomnij mi dziś o 18 o dentyście")
    await anna.wait(days=1)
    for days in (8, 31, 45):
        await anna.world.run_until(anna.now)
        anna.world.clock.advance(anna.now + timedelta(days=days))
        plan = await anna.cycle(f"later {days}")
        assert plan is not None
        assert all(one.kind.value != "reminder_due" for one in plan.symptoms)


@pytest.mark.parametrize("answer", ["jutro o 18", "Ok, jutro o 18:00!", "może jutro o 18?"])
async def test_a_time_in_answer_to_when_becomes_a_reminder_for_that_goal(
    anna: Life, answer: str
) -> None:
    goal, asked = await _asked_when(anna)
    async with anna.tx() as tx:
        turn = await receive(
            tx,
            Incoming(text=answer, via=Via.SMS, reply_to=asked),
            at=anna.now,
            ids=anna.world.installation.ids,
        )
    assert turn.answer is not None
    assert turn.answer.text == "Przypomnę jutro o 18:00: Biegać."
    (task,) = await anna.tasks()
    assert (task.goal_id, task.intervention_id) == (goal.id, asked.id)
    assert task.remind_at.astimezone(WARSAW).strftime("%d %H:%M") == "03 18:00"


async def test_more_than_a_time_in_answer_to_when_is_only_words(anna: Life) -> None:
    _, asked = await _asked_when(anna)
    assert "dziękuję za odpowiedź" in await anna.say("pójdę, jak przestanie padać", reply_to=asked)
    assert await anna.tasks() == []


async def _asked_when(life: Life):
    """A goal, and a delivery that asks when its next step will be."""
    from acceptance.handmade import delivered

    await life.say("chcę biegać 3 razy w tygodniu")
    goal = await only_goal(life)
    asked = await delivered(life, symptom="goal_off_pace", option="plan_time", goal_id=goal.id)
    return goal, asked
