"""What there is to see, made by hand."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from mape.made import IDS, NOW, tenant

from exoskull.kit.ids import TraceId
from exoskull.levers.model import Lever, LeverName
from exoskull.optimization.model import (
    Measure,
    MeasureKind,
    Problem,
    Tally,
    Trial,
    TrialState,
    Verdict,
)
from exoskull.optimization.seen import Delivery, Looked, Seen, Try

AT = NOW


def seen(**fields: Any) -> Seen:
    made: dict[str, Any] = {
        "at": AT,
        "tenant": tenant(),
        "days": {},
        "ways": frozenset({"in_app", "email", "sms"}),
    }
    return Seen(**made | fields)


def tries(hits: int, n: int, *, kind: str = "sleep_debt", option: str = "wind_down") -> list[Try]:
    """The last `n` days, oldest first, the first `hits` of them worked."""
    return [
        Try(
            id=IDS.new(),
            at=AT - timedelta(days=n - one, hours=1),
            kind=kind,
            subject="s",
            option=option,
            channel="sms",
            outcome=1.0 if one < hits else 0.0,
            reply=None,
        )
        for one in range(n)
    ]


def deliveries(channel: str, arrived: Iterable[bool]) -> list[Delivery]:
    return [
        Delivery(id=IDS.new(), at=AT - timedelta(days=5, hours=-n), channel=channel, arrived=one)
        for n, one in enumerate(arrived)
    ]


def looked(symptoms: Sequence[set[str]], *, until: date | None = None) -> list[Looked]:
    """A day each, the last one `until` or today."""
    last = until or tenant().local_date(AT)
    return [
        Looked(on=last - timedelta(days=len(symptoms) - 1 - n), symptoms=frozenset(of))
        for n, of in enumerate(symptoms)
    ]


def lever(name: LeverName, subject: str, **value: Any) -> Lever:
    return Lever(
        id=IDS.new(), name=name, subject=subject, value=value, trial_id=IDS.new(), set_at=AT
    )


def trial(**fields: Any) -> Trial:
    measure = Measure(
        kind=MeasureKind.WORKED,
        subject="sleep_debt",
        since=AT - timedelta(days=42),
        before=Tally(hits=3, n=14),
        n_min=5,
    )
    made: dict[str, Any] = {
        "id": IDS.new(),
        "problem": Problem.IGNORED_OPTION,
        "subject": "sleep_debt:wind_down",
        "facts": {
            "symptom": "sleep_debt", "option": "wind_down", "hits": 0, "n": 8,
            "hits_other": 3, "n_other": 6, "best": "earlier_bed",
        },
        "evidence": [],
        "lever": LeverName.RETIRE_OPTION,
        "lever_subject": "sleep_debt:wind_down",
        "value": {},
        "before": None,
        "measure": measure.to_json(),
        "state": TrialState.REVERTED,
        "verdict": Verdict.NOT_BETTER,
        "within": {"hits": 1, "n": 7},
        "p_better": 0.41,
        "started_at": AT - timedelta(days=60),
        "ends_at": AT - timedelta(days=46),
        "extended": False,
        "ended_at": AT - timedelta(days=46),
        "trace": TraceId(UUID(int=1)),
    }  # fmt: skip
    return Trial(**made | fields)
