"""What there is for each kind of symptom: its options, its scope, when it may come up again."""

from collections.abc import Mapping

from exoskull.channels.model import ChannelName
from exoskull.grants.model import Action
from exoskull.mape.model import SymptomKind

VERBS: Mapping[ChannelName, str] = {
    ChannelName.IN_APP: "send_notification",
    ChannelName.EMAIL: "send_email",
    ChannelName.SMS: "send_sms",
}

OPTIONS: Mapping[SymptomKind, tuple[str, ...]] = {
    SymptomKind.GOAL_OFF_PACE: ("next_step", "plan_time", "smaller_step"),
    SymptomKind.GOAL_WITHOUT_DATA: ("log_one", "easier_log"),
    SymptomKind.SLEEP_DEBT: ("earlier_bed", "wind_down"),
    SymptomKind.OVERLOAD: ("pick_one", "drop_some"),
    SymptomKind.LOW_MOOD: ("check_in", "small_pleasure"),
    SymptomKind.SILENCE: ("check_in",),
    SymptomKind.BROKEN_ROUTINE: ("restart_small", "ask_reason"),
    SymptomKind.ACHIEVEMENT: ("word",),
    SymptomKind.REMINDER_DUE: ("remind",),
    SymptomKind.NOTICED: ("check_in", "ease_off"),
}

SCOPES: Mapping[SymptomKind, str] = {
    SymptomKind.GOAL_OFF_PACE: "goal",
    SymptomKind.GOAL_WITHOUT_DATA: "goal",
    SymptomKind.OVERLOAD: "goal",
    SymptomKind.BROKEN_ROUTINE: "goal",
    SymptomKind.ACHIEVEMENT: "goal",
    SymptomKind.REMINDER_DUE: "goal",
    SymptomKind.SLEEP_DEBT: "wellness",
    SymptomKind.LOW_MOOD: "wellness",
    SymptomKind.SILENCE: "wellness",
    SymptomKind.NOTICED: "wellness",
}

COOLDOWN_DAYS: Mapping[SymptomKind, int] = {
    SymptomKind.GOAL_OFF_PACE: 1,
    SymptomKind.GOAL_WITHOUT_DATA: 1,
    SymptomKind.SLEEP_DEBT: 1,
    SymptomKind.OVERLOAD: 2,
    SymptomKind.LOW_MOOD: 2,
    SymptomKind.SILENCE: 3,
    SymptomKind.BROKEN_ROUTINE: 3,
    SymptomKind.ACHIEVEMENT: 400,
    SymptomKind.NOTICED: 2,
}
"""Local days until the same symptom may be decided on again."""


def action_for(kind: SymptomKind, channel: ChannelName) -> Action:
    """The action that a message about `kind` on `channel` is."""
    return Action(verb=VERBS[channel], scope=SCOPES[kind])
