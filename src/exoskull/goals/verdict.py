"""What a number makes of a goal: numbers against pace and limit."""

from exoskull.goals.progress import Rule, Trajectory

AT_RISK = 0.8
"""Below this share of the expected pace, a goal that is behind is off track."""

BEHIND_SLIGHTLY = 0.02
BEHIND_FAR = 0.10
"""Behind its pace by no more than these shares of the whole way, a goal to reach is on track, or at
risk; beyond them it is off track."""

_ROUNDING = 1e-9
"""What sums of decimals may lack of a number and still be it, as a share."""


def reaches(have: float, aim: float, *, of: float | None = None) -> bool:
    """Whether `have` is `aim` or more, but for rounding.

    Args:
        of: how large the numbers are that `have` or `aim` is a difference of.
    """
    return have >= aim - _ROUNDING * abs(aim if of is None else of)


def at_least(have: float, expected: float, target: float) -> tuple[Trajectory, Rule]:
    """What `have` makes of a goal to do at least `target`, where `expected` is due by now."""
    if reaches(have, target):
        return Trajectory.COMPLETED, Rule.TARGET_MET
    if reaches(have, expected):
        return Trajectory.ON_TRACK, Rule.AT_PACE
    if reaches(have, AT_RISK * expected):
        return Trajectory.AT_RISK, Rule.A_LITTLE_BEHIND
    return Trajectory.OFF_TRACK, Rule.FAR_BEHIND


def at_most(have: float, expected: float, target: float) -> tuple[Trajectory, Rule]:
    """What `have` makes of a goal to do at most `target`, where `expected` may be used by now."""
    if not reaches(target, have):
        return Trajectory.OFF_TRACK, Rule.OVER_LIMIT
    if not reaches(max(expected, AT_RISK * target), have):
        return Trajectory.AT_RISK, Rule.NEAR_LIMIT
    return Trajectory.ON_TRACK, Rule.UNDER_LIMIT


def on_the_way(behind: float) -> tuple[Trajectory, Rule]:
    """What it makes of a goal to reach to lie `behind` its pace, by a share of the whole way."""
    if behind <= BEHIND_SLIGHTLY + _ROUNDING:
        return Trajectory.ON_TRACK, Rule.AT_PACE
    if behind <= BEHIND_FAR + _ROUNDING:
        return Trajectory.AT_RISK, Rule.A_LITTLE_BEHIND
    return Trajectory.OFF_TRACK, Rule.FAR_BEHIND
