"""situation: how a person's days go, what the rules find in them, and what their words point to.

The built-in reasoner names symptoms and no situation; what its gravest symptom amounts to is read
off a table here, so that both can be held against the same answer.
"""

from collections.abc import Mapping, Sequence

from exoskull.evaluation.lives import Life, life
from exoskull.evaluation.model import Case, Evaluation, Examinee, Judged, judged
from exoskull.kit.ids import TraceId
from exoskull.llm.model import Answered, Ask, Feature
from exoskull.llm.prompts import load
from exoskull.mape import material, reading
from exoskull.mape.analyze import analyze
from exoskull.mape.model import Situation, Symptom, SymptomKind
from exoskull.mape.reading import SituationRead

_AMOUNTS_TO: Mapping[SymptomKind, Situation] = {
    SymptomKind.OVERLOAD: Situation.OVERLOADED,
    SymptomKind.LOW_MOOD: Situation.UNWELL,
    SymptomKind.SLEEP_DEBT: Situation.UNWELL,
    SymptomKind.GOAL_OFF_PACE: Situation.SLIPPING,
    SymptomKind.GOAL_WITHOUT_DATA: Situation.SLIPPING,
    SymptomKind.BROKEN_ROUTINE: Situation.SLIPPING,
    SymptomKind.ACHIEVEMENT: Situation.GAINING,
    SymptomKind.SILENCE: Situation.UNCLEAR,
}


async def examine(who: Examinee, case: Case) -> Judged:
    """The situation is one of those that fit, the rules find what is there, and what shows in the
    person's words is noticed, and nothing where nothing shows."""
    at = who.clock.now()
    lived = life(case.data, case.language, at)
    symptoms = analyze(lived.context)
    read = await _read(who, case, lived, symptoms)
    situation = read.situation if read else _amounts_to(lived, symptoms)
    themes = {one.theme.value for one in read.noticed} if read else set()
    kinds = {one.kind.value for one in symptoms}
    met = {"situation": situation.value in case.data["situation"]}
    if "symptoms" in case.data:
        met["symptoms"] = set(case.data["symptoms"]) <= kinds
    if wanted := case.data.get("themes"):
        met["noticed"] = bool(themes & set(wanted))
    elif case.data.get("quiet"):
        met["nothing made up"] = not themes
    return judged(case, met, by_model=read is not None)


def _amounts_to(lived: Life, symptoms: Sequence[Symptom]) -> Situation:
    for one in symptoms:
        if found := _AMOUNTS_TO.get(one.kind):
            return found
    return Situation.STEADY if lived.known.measures else Situation.UNCLEAR


async def _read(
    who: Examinee, case: Case, lived: Life, symptoms: Sequence[Symptom]
) -> SituationRead | None:
    at = who.clock.now()
    shown = material.of_situation(lived.known, lived.context, lived.said, symptoms)
    answer = await who.models.ask(
        who.tenants[case.language],
        Ask(
            feature=Feature.SITUATION,
            prompt=load("situation", 1),
            material=shown.text,
            output=SituationRead,
            trace=TraceId(who.ids.new()),
            language=case.language.value,
            tokens_max=500,
            accept=reading.check_situation(shown, at),
        ),
    )
    return answer.value if isinstance(answer, Answered) else None


EVALUATION = Evaluation(
    name="situation",
    about="The situation fits the rows, the rules find what is there, and what shows in the"
    " person's words is noticed.",
    examine=examine,
)
