"""needs: which need a message is a mention of, if any. Built-in reading first; what it leaves open
is asked of a model."""

from zoneinfo import ZoneInfo

from exoskull.evaluation.model import Case, Evaluation, Examinee, Judged, judged
from exoskull.kit.ids import TraceId
from exoskull.needs.detect import detect, language_of
from exoskull.needs.left_open import hear_more
from exoskull.needs.model import Family, Heard, SpeechAct
from exoskull.needs.tally import Said

ZONE = ZoneInfo("Europe/Warsaw")
CLOSING = (SpeechAct.RESOLVED, SpeechAct.REFUSED)


async def examine(who: Examinee, case: Case) -> Judged:
    """The need named is the one expected; for a need that is no family's, also the words; for a
    wish that wants logic, that it is one for a skill."""
    at = who.clock.now()
    text = case.data["text"]
    heard = detect(text, language_of(text, case.language))
    said = Said(message="1", at=at, text=text, heard=heard)
    [more] = await hear_more(
        who.models,
        who.tenants[case.language],
        [said],
        language=case.language,
        zone=ZONE,
        at=at,
        trace=TraceId(who.ids.new()),
    )
    kept = [one for one in more.heard if one.act not in CLOSING]
    return judged(case, _met(case, kept), by_model=more.by is not None)


def _met(case: Case, heard: list[Heard]) -> dict[str, bool]:
    expected = case.data["need"]
    if expected == "none":
        return {"no need": not heard}
    families = {one.family.value for one in heard}
    met = {f"need {expected}": expected in families}
    if expected == Family.OPEN.value:
        words = case.data["label"].lower()
        met["words"] = any(words[:4] in one.label.lower() for one in heard)
    if case.data.get("skill"):
        met["for a skill"] = any(one.act is SpeechAct.SKILL for one in heard)
    return met


EVALUATION = Evaluation(
    name="needs",
    about="The need that a message speaks of is named, and none where there is none.",
    examine=examine,
)
