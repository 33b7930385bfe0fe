"""Goals of more kinds: streaks and milestones, goals that missed their date, and on which day a
person's weeks begin."""

from alembic import op

revision = "0007"
down_revision = "0006"

GOALS = """
    alter table goals
        add column streak integer check (streak between 2 and 366),
        add column milestone boolean not null default false,
        add constraint goals_streak_is_of_days check (streak is null or period = 'day'),
        add constraint goals_milestone_is_once
            check (not milestone or (direction = 'reach' and by_date is not null)),
        drop constraint goals_state_check,
        add constraint goals_state_check
            check (state in ('active', 'completed', 'dropped', 'missed'));
"""

WEEKS = """
    alter table tenants add column week_starts text check (week_starts in ('monday', 'sunday'));
"""


def upgrade() -> None:
    op.execute(GOALS)
    op.execute(WEEKS)
