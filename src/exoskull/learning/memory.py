"""What the facade keeps of one person, and its JSON: at most 3 KB."""

import base64
import binascii
import math
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Self

from exoskull.kit.errors import InvalidInput
from exoskull.learning.belief import Evidence
from exoskull.learning.design import Design
from exoskull.learning.model import Arm, Context, Observation
from exoskull.learning.tally import Tally

OPEN_MAX = 512
"""How many choices may wait for an outcome; the oldest is let go for a newer one."""

STORED_MAX = 24
"""How many of the waiting ones are stored, the newest."""

_ROW = struct.Struct("<Ihffff")


@dataclass(slots=True, kw_only=True)
class Memory:
    """One person, as it stands.

    `count`: choices so far; `unavailable`: those of them at which nothing could be sent; `open`: by
    number, the choices that were not learned from yet.
    """

    evidence: Evidence
    tally: Tally
    count: int = 0
    unavailable: int = 0
    open: dict[int, Observation] = field(default_factory=dict)

    @classmethod
    def new(cls, design: Design) -> Self:
        return cls(evidence=Evidence.none(design), tally=Tally.none(design))

    def observed(self) -> list[Observation]:
        """What was measured and not learned from yet, in the order of the choices."""
        return [self.open[number] for number in sorted(self.open) if _measured(self.open[number])]

    def wait_for(self, seen: Observation) -> None:
        """Keep a choice just made, till its outcome comes."""
        self.open[self.count] = seen
        if len(self.open) > OPEN_MAX:
            del self.open[min(self.open)]

    def close_observed(self, evidence: Evidence) -> None:
        """Go on with `evidence`, in which what was measured is now contained."""
        self.tally = self.tally.plus(self.observed())
        self.evidence = evidence
        self.open = {n: seen for n, seen in self.open.items() if not _measured(seen)}

    def to_json(self, places: Mapping[Arm, int]) -> dict[str, Any]:
        """`places`: where each arm stands among the learner's."""
        waiting = [number for number, seen in self.open.items() if not _measured(seen)]
        let_go = set(sorted(waiting)[:-STORED_MAX])
        kept = [number for number in sorted(self.open) if number not in let_go]
        packed = b"".join(_packed(number, self.open[number], places) for number in kept)
        return {
            "count": self.count,
            "unavailable": self.unavailable,
            "evidence": self.evidence.to_json(),
            "tally": self.tally.to_json(),
            "open": base64.b64encode(packed).decode("ascii"),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any], design: Design, arms: Sequence[Arm]) -> Self:
        """The person in `data`. Raises InvalidInput `learning.malformed_state`."""
        try:
            packed = base64.b64decode(data["open"], validate=True)
            return cls(
                evidence=Evidence.from_json(data["evidence"], design),
                tally=Tally.from_json(data["tally"], design),
                count=int(data["count"]),
                unavailable=int(data["unavailable"]),
                open=dict(_unpacked(row, arms) for row in _ROW.iter_unpack(packed)),
            )
        except (KeyError, TypeError, ValueError, IndexError, binascii.Error, struct.error) as error:
            raise InvalidInput("learning.malformed_state", field="open") from error


def measured(seen: Observation, outcome: float | None, reply: float | None) -> Observation:
    """`seen` with what was measured after it, in place of what was said before."""
    return replace(seen, outcome=_stored(outcome), reply=_stored(reply))


def _stored(value: float | None) -> float | None:
    return None if value is None else struct.unpack("<f", struct.pack("<f", value))[0]


def _measured(seen: Observation) -> bool:
    return seen.outcome is not None or seen.reply is not None


def _packed(number: int, seen: Observation, places: Mapping[Arm, int]) -> bytes:
    return _ROW.pack(
        number,
        -1 if seen.arm is None else places[seen.arm],
        seen.context.weekend,
        seen.context.dose,
        math.nan if seen.outcome is None else seen.outcome,
        math.nan if seen.reply is None else seen.reply,
    )


def _unpacked(row: tuple[Any, ...], arms: Sequence[Arm]) -> tuple[int, Observation]:
    number, place, weekend, dose, outcome, reply = row
    return number, Observation(
        arm=None if place < 0 else arms[place],
        context=Context(weekend=weekend, dose=dose),
        outcome=None if math.isnan(outcome) else outcome,
        reply=None if math.isnan(reply) else reply,
    )
