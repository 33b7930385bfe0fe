"""What is remembered of a person, with where it is from."""

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    """Nothing yet."""
