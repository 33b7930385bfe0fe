"""phrasing: one message in the person's language and the drawn tone, that says the facts and
nothing beyond them. Whether it charms is not judged: that takes a reader."""

from uuid import UUID

from exoskull.channels.model import ChannelName
from exoskull.evaluation.lives import person
from exoskull.evaluation.model import Case, Evaluation, Examinee, Judged, judged
from exoskull.kit.ids import TraceId
from exoskull.language.fold import fold
from exoskull.llm.model import Answered
from exoskull.mape.model import Symptom, SymptomKind
from exoskull.mape.phrase import LENGTHS, asking, said_by_facts
from exoskull.mape.phrased import LENGTH_MAX, faults
from exoskull.mape.wording import wording


async def examine(who: Examinee, case: Case) -> Judged:
    """Nothing that the product's own check finds fault with, and the facts that matter are said."""
    data, language = case.data, case.language
    tenant = person(language, who.clock.now())
    channel = ChannelName(data["channel"])
    symptom = _symptom(case)
    built_in = wording(symptom, data["option"], data["framing"], tenant).text
    facts = said_by_facts(symptom, built_in, data.get("idea"), tenant)
    answer = await who.models.ask(
        who.tenants[language],
        asking(
            symptom,
            tenant,
            option=data["option"],
            framing=data["framing"],
            channel=channel,
            built_in=built_in,
            idea=data.get("idea"),
            trace=TraceId(who.ids.new()),
        ),
    )
    by_model = isinstance(answer, Answered)
    said = answer.value.text if isinstance(answer, Answered) else built_in
    room = LENGTHS.get(channel, LENGTH_MAX) if by_model else LENGTH_MAX
    wrong = faults(said, facts, language, channel=channel, longest=room)
    met = {"sound": not wrong}
    met |= {f"says {one}": fold(one) in fold(said) for one in data["must"]}
    if data.get("idea"):
        stems = [word[:5] for word in fold(data["idea"]).split() if len(word) > 4]
        met["says the idea"] = sum(stem in fold(said) for stem in stems) * 2 >= len(stems)
    return judged(case, met, by_model=by_model)


def _symptom(case: Case) -> Symptom:
    facts = case.data["facts"]
    return Symptom(
        kind=SymptomKind(case.data["kind"]),
        subject=str(UUID(int=1)),
        severity=0.5,
        facts=facts,
        evidence=(str(UUID(int=1)),),
        metric=case.data.get("metric", facts.get("metric")),
    )


EVALUATION = Evaluation(
    name="phrasing",
    about="A message is sound (length, language, no number, name, link or claim that the facts do"
    " not have) and says the facts that matter.",
    examine=examine,
)
