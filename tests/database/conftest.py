"""What tests of the embedded server share."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def home() -> Iterator[Path]:
    """An empty home. pytest's own temporary directories are closed to the server's user."""
    with tempfile.TemporaryDirectory(prefix="exoskull-home-") as made:
        Path(made).chmod(0o711)
        yield Path(made)
