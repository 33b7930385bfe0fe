"""Where ids come from: random in service, seeded in a replay."""

import hashlib
import os
from typing import NewType, Protocol
from uuid import UUID

from exoskull.kit.clock import Clock

TenantId = NewType("TenantId", UUID)
TraceId = NewType("TraceId", UUID)

SYSTEM = TenantId(UUID(int=0))
"""The tenant of what belongs to no person: jobs of the installation itself."""


class Ids(Protocol):
    """Gives ids that nobody else has."""

    def new(self) -> UUID:
        """A new UUIDv7, later ones sorting after earlier ones to the millisecond."""
        ...


def _uuid7(unix_ms: int, noise: bytes) -> UUID:
    value = (unix_ms & (2**48 - 1)) << 80 | int.from_bytes(noise[:10], "big")
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return UUID(int=value)


class SystemIds:
    """UUIDv7 from the clock and the operating system's randomness."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def new(self) -> UUID:
        return _uuid7(int(self._clock.now().timestamp() * 1000), os.urandom(10))


class SeededIds:
    """The same ids in the same order for the same seed: what makes a replay repeatable."""

    def __init__(self, clock: Clock, seed: int) -> None:
        self._clock = clock
        self._seed = seed
        self._count = 0

    def new(self) -> UUID:
        self._count += 1
        digest = hashlib.sha256(f"{self._seed}:{self._count}".encode()).digest()
        # The count leads the noise, so that ids of one instant sort as they were made.
        noise = self._count.to_bytes(4, "big")[2:] + digest[:8]
        return _uuid7(int(self._clock.now().timestamp() * 1000), noise)
