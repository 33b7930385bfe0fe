"""The optimization report: what was learned, what sending is worth, what it saved."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from exoskull.database.transaction import Transaction
from exoskull.i18n import number, percent, text
from exoskull.interventions import service as interventions
from exoskull.interventions.records import DIGESTS
from exoskull.ledger import preference_store, store
from exoskull.ledger.effect import MIN_CASES, Worth, worth
from exoskull.ledger.model import Correction, Preference
from exoskull.ledger.sentences import sentence
from exoskull.outcomes import service as outcomes

WINDOW = timedelta(days=90)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What stands behind the optimization widget, over the last 90 days.

    `effectiveness`: mean over the `measured` interventions of which something measured says how
    well they worked; None below ten. `outcomes`: how many there were of each type. The day's
    digests are in neither: they ask for nothing.
    """

    worth: Worth
    effectiveness: float | None
    measured: int
    outcomes: dict[str, int]
    preferences: list[Preference]
    corrections: list[Correction]

    def to_json(self, language: str) -> dict[str, Any]:
        return {
            "effectiveness": self.effectiveness,
            "measured": self.measured,
            "outcomes": self.outcomes,
            "sending": self.worth.to_json(),
            "preferences": [
                {"id": str(one.id), "spoken": one.spoken, **one.statement}
                | {"text": sentence(one.statement, language)}
                for one in self.preferences
            ],
            "corrections": [
                {"factor": one.factor, "level": one.level, "wish": one.wish}
                for one in self.corrections
            ],
            "text": self.lines(language),
        }

    def lines(self, language: str) -> list[str]:
        """The report in sentences."""
        told = []
        if self.effectiveness is None:
            missing = MIN_CASES - self.measured
            told.append(text(language, "report-effectiveness-unknown", missing=missing))
        else:
            shown = percent(self.effectiveness, language)
            told.append(text(language, "report-effectiveness", share=shown, n=self.measured))
        told.append(text(language, "report-saved", sent=self.worth.sent, saved=self.worth.saved))
        told.append(effect_text(self.worth, language))
        told += [sentence(one.statement, language) for one in self.preferences if one.spoken]
        return told


def effect_text(worth: Worth, language: str) -> str:
    """What writing brought, beside not writing; or how much is missing before that can be said."""
    if worth.effect is None:
        return text(language, "report-effect-unknown", missing=worth.missing)
    return text(
        language,
        "report-effect",
        estimate=number(100 * worth.effect.estimate, language, 0),
        low=number(100 * worth.effect.low, language, 0),
        high=number(100 * worth.effect.high, language, 0),
        n=worth.effect.n,
    )


async def worth_since(tx: Transaction, at: datetime) -> Worth:
    """What sending was worth, by the decisions made at or after `at`."""
    return worth(await store.drawn(tx, at))


async def report(tx: Transaction, *, at: datetime) -> Report:
    """The report of the tenant of `tx`."""
    digests = {
        one.id for one in await interventions.since(tx, at - WINDOW) if one.symptom in DIGESTS
    }
    found = [
        one for one in await outcomes.since(tx, at - WINDOW) if one.intervention_id not in digests
    ]
    said = list((await outcomes.effectiveness_since(tx, at - WINDOW)).values())
    enough = len(said) >= MIN_CASES
    return Report(
        worth=await worth_since(tx, at - WINDOW),
        effectiveness=sum(said) / len(said) if enough else None,
        measured=len(said),
        outcomes=dict(Counter(one.type.value for one in found)),
        preferences=await preference_store.preferences(tx),
        corrections=await preference_store.corrections(tx),
    )
