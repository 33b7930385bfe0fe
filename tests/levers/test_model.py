"""Levers: what each changes in a plan, and that nothing else can be changed."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from mape.made import IDS, NOW, knowledge, tenant
from mape.test_plan import AT_7, arms, past, planned, symptom

from exoskull.channels.model import ChannelName
from exoskull.levers.model import Lever, LeverName
from exoskull.mape.model import SymptomKind
from exoskull.mape.plan import OPTIONS, pick_option

OFF_PACE = SymptomKind.GOAL_OFF_PACE


def lever(name: LeverName, subject: str, **value: Any) -> Lever:
    return Lever(
        id=IDS.new(), name=name, subject=subject, value=value, trial_id=UUID(int=1), set_at=NOW
    )


def retired(*options: str) -> list[Lever]:
    return [lever(LeverName.RETIRE_OPTION, f"goal_off_pace:{option}") for option in options]


def test_a_retired_option_is_not_chosen_while_there_is_another() -> None:
    first, second, third = OPTIONS[OFF_PACE]
    assert pick_option(OFF_PACE, knowledge()) == first
    assert pick_option(OFF_PACE, knowledge(levers=retired(first))) == second
    assert pick_option(OFF_PACE, knowledge(levers=retired(first, second))) == third
    assert pick_option(OFF_PACE, knowledge(levers=retired(first, second, third))) == first
    assert pick_option(SymptomKind.OVERLOAD, knowledge(levers=retired(first))) == "pick_one"


def test_a_preferred_option_goes_first_unless_it_is_retired() -> None:
    prefer = lever(LeverName.PREFER_OPTION, "goal_off_pace", option="smaller_step")
    assert pick_option(OFF_PACE, knowledge(levers=[prefer])) == "smaller_step"
    both = [prefer, *retired("smaller_step")]
    assert pick_option(OFF_PACE, knowledge(levers=both)) == "next_step"
    strange = lever(LeverName.PREFER_OPTION, "goal_off_pace", option="shout")
    assert pick_option(OFF_PACE, knowledge(levers=[strange])) == "next_step"


def until(at: datetime) -> Lever:
    return lever(LeverName.DEMOTE_CHANNEL, "sms", until=at.isoformat())


def test_a_demoted_channel_is_unavailable_until_its_time_is_over() -> None:
    found, missing = arms(knowledge(levers=[until(AT_7 + timedelta(hours=1))]))
    assert {channel for channel, _ in found} == {"in_app"}
    assert missing["channel_demoted"] == 1
    over, _ = arms(knowledge(levers=[until(AT_7)]))
    assert {channel for channel, _ in over} == {"in_app", "sms"}


def test_where_the_only_channel_rests_nothing_is_decided_and_the_plan_says_why() -> None:
    alone = tenant(channels=(ChannelName.SMS,))
    known = knowledge(tenant=alone, levers=[until(AT_7 + timedelta(days=1))])
    assert planned([symptom()], known).left == {"goal_off_pace:s": "channel_demoted"}


def test_plain_wording_leaves_one_framing() -> None:
    plain = lever(LeverName.PLAIN_WORDING, "goal_off_pace")
    (one,) = planned([symptom()], knowledge(levers=[plain])).decided
    assert one.choice is not None
    assert {arm.framing for arm in one.choice.p_arm if arm} == {"direct"}
    (other,) = planned([symptom(SymptomKind.OVERLOAD)], knowledge(levers=[plain])).decided
    assert other.choice is not None
    assert {arm.framing for arm in other.choice.p_arm if arm} == {"direct", "gentle", "humor"}


@pytest.mark.parametrize(("days", "why"), [(0, "cooldown"), (1, "resting"), (3, "resting")])
def test_a_longer_cooldown_holds_back_and_says_so(days: int, why: str) -> None:
    longer = lever(LeverName.LENGTHEN_COOLDOWN, "goal_off_pace", days=4)
    known = knowledge(levers=[longer], decisions=[past(OFF_PACE, days)])
    assert planned([symptom()], known).left == {"goal_off_pace:s": why}


def test_a_longer_cooldown_ends() -> None:
    longer = lever(LeverName.LENGTHEN_COOLDOWN, "goal_off_pace", days=4)
    known = knowledge(levers=[longer], decisions=[past(OFF_PACE, 4)])
    assert len(planned([symptom()], known).decided) == 1


def test_a_raised_threshold_holds_back_what_lies_below_it() -> None:
    floor = lever(LeverName.RAISE_THRESHOLD, "goal_off_pace:s", severity=0.51)
    known = knowledge(levers=[floor])
    assert planned([symptom()], known).left == {"goal_off_pace:s": "below_threshold"}
    assert len(planned([symptom(subject="another")], known).decided) == 1
    low = lever(LeverName.RAISE_THRESHOLD, "goal_off_pace:s", severity=0.5)
    assert len(planned([symptom()], knowledge(levers=[low])).decided) == 1


def test_the_database_knows_the_same_levers() -> None:
    import exoskull.database.migrations as migrations

    file = Path(migrations.__file__).parent / "versions/0012_optimization.py"
    text = file.read_text(encoding="utf-8")
    for name in LeverName:
        assert f"'{name.value}'" in text
    assert text.split("levers_name check (name in (")[1].split("))")[0].count("'") == 2 * len(
        LeverName
    )
