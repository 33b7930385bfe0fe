"""Why, and how am I doing: every answer is made of rows."""

from acceptance.handmade import delivered, planned
from acceptance.life import Life

from exoskull.channels.model import ChannelName
from exoskull.interventions.model import State


async def test_why_with_nothing_done_says_so(anna: Life) -> None:
    answer = await anna.say("dlaczego do mnie napisałeś?")
    assert answer == "Nie mam czego wyjaśniać: ostatnio nic nie zrobiłem z własnej inicjatywy."


async def test_why_names_reason_time_way_and_receipt(ann: Life) -> None:
    await delivered(ann, reason="You are two runs behind.")
    answer = await ann.say("why did you write to me?")
    assert "You are two runs behind." in answer
    assert "today at 8:00" in answer
    assert "Receipt: row" in answer


async def test_why_tells_the_rule_in_words(anna: Life) -> None:
    await planned(anna)
    await anna.wait(minutes=5)
    answer = await anna.say("czemu do mnie piszesz?")
    assert "Pozwala mi na to reguła: Wysyłanie powiadomień" in answer
    assert "send_notification" not in answer


async def test_why_about_a_day_speaks_of_that_day_only(anna: Life) -> None:
    await delivered(anna, reason="Powód poniedziałku.")
    await anna.wait(days=1)
    sent = await anna.interventions(State.SENT)
    assert all(one.created_at.day == 2 for one in sent if one.reason == "Powód poniedziałku.")
    assert "Powód poniedziałku." in await anna.say("Dlaczego do mnie wczoraj napisałeś?")


async def test_why_about_a_day_without_a_word_says_what_stopped_it(ann: Life) -> None:
    await ann.grant("send_sms:goal", "deny")
    await planned(ann, action="send_sms:goal", channel=ChannelName.SMS)
    answer = await ann.say("why didn't you write to me today?")
    assert answer.startswith("I did not write to you (today).")
    assert "denied" not in answer.split()
    assert len(answer) > len("I did not write to you (today). ")
    assert (await ann.say("why did you write to me yesterday?")) == (
        "I did not write to you (yesterday), because nothing called for it."
    )


async def test_status_tells_goals_tasks_reminders_and_plans_from_rows(anna: Life) -> None:
    await anna.say("chcę biegać 3 razy w tygodniu")
    await anna.say("dodaj zadanie: kupić mleko")
    await anna.say("przypomnij mi jutro o 18 o dentyście")
    await anna.say("nie pisz do mnie dzisiaj")
    answer = await anna.say("jak mi idzie?")
    assert "Trwa przerwa, odezwę się najwcześniej jutro o 7:00." in answer
    assert "„Biegać”: brak danych, cel: 3 biegi" in answer
    assert "Otwarte zadania (1): Kupić mleko." in answer
    assert "Przypomnienia: dentysta (jutro o 18:00)." in answer
    assert "Na razie nic do Ciebie nie planuję." in answer


async def test_status_of_nothing_is_short_and_true(ann: Life) -> None:
    answer = await ann.say("how am I doing?")
    assert answer.splitlines() == [
        'You have no goal yet. Try e.g. "I want to run 3 times a week".',
        "There are no open tasks.",
        "I have nothing planned for you for now.",
    ]
