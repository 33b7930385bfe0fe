"""Statistics on daily series: what repeats, what changed, what goes together, what looks wrong.

Pure, on numpy only. A series is pairs of a local date and that day's value; days without a value
are absent, not zero. Each question has an honest None for "not enough to say".
"""

from exoskull.trends.adjust import q_values
from exoskull.trends.change import Change, change_points
from exoskull.trends.quality import Flaw, FlawKind, Reading, find_flaws
from exoskull.trends.relation import Relation, relate
from exoskull.trends.series import Series
from exoskull.trends.weekday import WEEKEND, WeekdayPattern, weekday_pattern

__all__ = [
    "WEEKEND",
    "Change",
    "Flaw",
    "FlawKind",
    "Reading",
    "Relation",
    "Series",
    "WeekdayPattern",
    "change_points",
    "find_flaws",
    "q_values",
    "relate",
    "weekday_pattern",
]
