"""apps: a tracker of something that no family of the catalogue knows, or an honest no."""

from exoskull.apps.build import build
from exoskull.apps.drafting import Draft, draft
from exoskull.apps.families import CUSTOM
from exoskull.apps.fit import beyond_a_tracker
from exoskull.apps.model import AppSpec, ColumnType, Risk
from exoskull.apps.risk import risk_of
from exoskull.evaluation.model import Case, Evaluation, Examinee, Judged, judged
from exoskull.kit.ids import TraceId

COLUMNS_MOST = 5


async def examine(who: Examinee, case: Case) -> Judged:
    """What a tracker can do is built, with a main column of a fitting type and the others that the
    words name; what it cannot do is refused."""
    label, words = case.data.get("label"), case.data["words"]
    beyond = beyond_a_tracker(label, words)
    made: Draft | None = None
    if beyond is None:
        made = await draft(
            who, who.tenants[case.language], label=label, words=words, trace=TraceId(who.ids.new())
        )
        beyond = made.beyond if made else None
    by_model = made is not None
    if case.data.get("beyond"):
        return judged(case, {"refused": beyond is not None}, by_model=by_model)
    if beyond is not None:
        return judged(case, {"built": False}, by_model=by_model)
    spec = made.spec if made else None
    spec = spec or build(CUSTOM, label, words, case.language.value)
    return judged(case, _met(case, spec), by_model=by_model)


def _met(case: Case, spec: AppSpec) -> dict[str, bool]:
    types = {ColumnType(one) for one in case.data["type"]}
    main = spec.measured_column or spec.shown[0]
    met = {
        "main column": main.type in types,
        "harmless": risk_of(spec) is Risk.LOW,
        "small": len(spec.columns) <= COLUMNS_MOST,
    }
    if unit := case.data.get("unit"):
        met[f"unit {unit}"] = any(one.unit == unit for one in spec.columns)
    for wanted in case.data.get("also", ()):
        others = [one for one in spec.columns if one is not main]
        kinds = {ColumnType(one) for one in wanted}
        named = "/".join(sorted(wanted))
        met[f"also {named}"] = any(one.type in kinds for one in others)
    return met


EVALUATION = Evaluation(
    name="apps",
    about="A tracker has a main column of a fitting type and the others that the words name; what"
    " no tracker can do is refused.",
    examine=examine,
)
