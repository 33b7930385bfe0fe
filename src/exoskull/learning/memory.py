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

STORED_MAX = 20
"""How many of the waiting ones are stored, the newest."""

_WAITING, _OBSERVED = struct.Struct("<Ihee"), struct.Struct("<Iheeff")


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
        waiting = sorted(n for n, seen in self.open.items() if not _measured(seen))
        observed = sorted(n for n, seen in self.open.items() if _measured(seen))
        return {
            "count": self.count,
            "unavailable": self.unavailable,
            "evidence": self.evidence.to_json(),
            "tally": self.tally.to_json(),
            "waiting": self._packed(_WAITING, waiting[-STORED_MAX:], places),
            "observed": self._packed(_OBSERVED, observed, places),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any], design: Design, arms: Sequence[Arm]) -> Self:
        """The person in `data`. Raises InvalidInput `learning.malformed_state`."""
        try:
            count = int(data["count"])
            rows = [
                _unpacked(row, count, arms)
                for form, key in ((_WAITING, "waiting"), (_OBSERVED, "observed"))
                for row in form.iter_unpack(base64.b64decode(data[key], validate=True))
            ]
            return cls(
                evidence=Evidence.from_json(data["evidence"], design),
                tally=Tally.from_json(data["tally"], design),
                count=count,
                unavailable=int(data["unavailable"]),
                open=dict(sorted(rows, key=lambda row: row[0])),
            )
        except (KeyError, TypeError, ValueError, IndexError, binascii.Error, struct.error) as error:
            raise InvalidInput("learning.malformed_state", field="person") from error

    def _packed(self, form: struct.Struct, numbers: list[int], places: Mapping[Arm, int]) -> str:
        """Rows of age (how many choices ago), place of the arm (-1: nothing), weekend, dose and,
        where observed, outcome and reply."""
        rows = []
        for number in numbers:
            seen = self.open[number]
            place = -1 if seen.arm is None else places[seen.arm]
            row = [self.count - number, place, seen.context.weekend, seen.context.dose]
            if form is _OBSERVED:
                row += [math.nan if v is None else v for v in (seen.outcome, seen.reply)]
            rows.append(form.pack(*row))
        return base64.b64encode(b"".join(rows)).decode("ascii")


def measured(seen: Observation, outcome: float | None, reply: float | None) -> Observation:
    """`seen` with what was measured after it, in place of what was said before."""
    return replace(seen, outcome=_stored(outcome), reply=_stored(reply))


def _stored(value: float | None) -> float | None:
    """The value as it is stored, in 32 bits."""
    return None if value is None else struct.unpack("<f", struct.pack("<f", value))[0]


def _measured(seen: Observation) -> bool:
    return seen.outcome is not None or seen.reply is not None


def _unpacked(row: tuple[Any, ...], count: int, arms: Sequence[Arm]) -> tuple[int, Observation]:
    age, place, weekend, dose, *said = row
    outcome, reply = (None if math.isnan(value) else value for value in said or [math.nan] * 2)
    return count - age, Observation(
        arm=None if place < 0 else arms[place],
        context=Context(weekend=weekend, dose=dose),
        outcome=outcome,
        reply=reply,
    )
