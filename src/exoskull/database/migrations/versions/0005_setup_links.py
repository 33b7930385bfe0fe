"""One-time links by which the first person makes their space, before any tenant is there."""

from alembic import op

from exoskull.database.migrations.rls import protect

revision = "0005"
down_revision = "0004"

# The rows are the installation's own: their tenant is the one that is nobody, and no tenant's
# transaction sees them.
SETUP_LINKS = """
    create table setup_links (
        tenant_id uuid not null,
        secret_hash text not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        used_at timestamptz,
        primary key (tenant_id, secret_hash)
    );
"""


def upgrade() -> None:
    op.execute(SETUP_LINKS)
    op.execute(protect("setup_links"))
