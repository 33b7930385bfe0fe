"""Where a person put the widgets of their apps."""

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    """Nothing yet."""
