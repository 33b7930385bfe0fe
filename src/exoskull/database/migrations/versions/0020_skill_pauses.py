"""Runs of skills that wait for the person's word."""

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    """Nothing yet."""
