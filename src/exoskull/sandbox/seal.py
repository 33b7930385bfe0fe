"""The mark on what is kept while a skill waits: whoever changes it there cannot make it again."""

import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Self

_PURPOSE = b"exoskull: what waits of a skill, 1"


@dataclass(frozen=True, slots=True)
class Seal:
    """Marks texts by HMAC-SHA256, under a key of its own purpose.

    `key`: gives the installation's key; asked for at each mark, so that nothing is made before it
    is needed.
    """

    key: Callable[[], bytes] = field(repr=False)

    @classmethod
    def of_this_process(cls) -> Self:
        """One that nobody else has, and that is gone with the process."""
        made = secrets.token_bytes(32)
        return cls(lambda: made)

    def mark(self, *parts: str) -> str:
        """The mark of `parts`, in this order, as hex; no other parts have the same."""
        derived = hmac.digest(self.key(), _PURPOSE, "sha256")
        said = b"".join(_framed(part.encode()) for part in parts)
        return hmac.digest(derived, said, "sha256").hex()

    def holds(self, mark: str, *parts: str) -> bool:
        """Whether `mark` is that of `parts`."""
        return hmac.compare_digest(mark.encode(), self.mark(*parts).encode())


def _framed(part: bytes) -> bytes:
    return len(part).to_bytes(8, "big") + part
