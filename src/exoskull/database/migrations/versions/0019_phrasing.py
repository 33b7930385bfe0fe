"""What a model said of a situation and how a message was phrased."""

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    """Nothing yet."""
