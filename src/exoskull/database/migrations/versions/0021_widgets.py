"""Where a person put the widgets of their apps."""

from alembic import op

from exoskull.database.migrations.rls import protect

revision = "0021"
down_revision = "0020"

# One row for each person: what they arranged, whole, and what it was before. Which apps there are
# is said by `apps` alone: a place of one that is gone is passed over.
LAYOUTS = """
    create table widget_layouts (
        tenant_id uuid primary key references tenants on delete cascade,
        places jsonb not null check (jsonb_typeof(places) = 'array'),
        before jsonb not null check (jsonb_typeof(before) = 'array'),
        changed_at timestamptz not null
    );
"""


def upgrade() -> None:
    """Add the table."""
    op.execute(LAYOUTS)
    op.execute(protect("widget_layouts"))
