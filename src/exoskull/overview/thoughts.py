"""What a model had to say about a decision and the message that followed, in sentences."""

from exoskull.i18n import cost_text, text
from exoskull.mape import words
from exoskull.overview.reasons_store import Act, Drawn
from exoskull.tenants.visit import Visit

MICROS_A_CENT = 10_000


async def thoughts(visit: Visit, drawn: Drawn | None, act: Act | None) -> list[str]:
    """The reading, the option that it proposed, the words; nothing where no model was asked."""
    return [
        *([] if drawn is None else await _behind(visit, drawn)),
        *([] if act is None else await _worded(visit, act)),
    ]


async def _behind(visit: Visit, one: Drawn) -> list[str]:
    language, lines = visit.language, []
    read = await words.reading_behind(visit.tx, one.id)
    if read is not None and read.situation is not None:
        lines.append(
            text(
                language,
                "why-model-read",
                situation=read.situation.value,
                when=visit.voice.when(read.at),
                count=len(read.evidence),
                cost=_cost(read.micros, language),
            )
        )
    offer = one.ledger.get("options")
    if offer is not None and offer["built_in"] == offer["proposed"]:
        lines.append(text(language, "why-model-offer-same"))
    elif offer is not None:
        taken = "yes" if offer["chosen"] == offer["proposed"] else "no"
        lines.append(text(language, "why-model-offer", taken=taken))
    return lines


async def _worded(visit: Visit, act: Act) -> list[str]:
    found = await words.of(visit.tx, "message", act.id)
    found = found or await words.of(visit.tx, "summary", act.id)
    if found is None or found.text not in act.text:
        return []  # it went, or will go, in the built-in words
    return [
        text(
            visit.language,
            "why-model-words",
            model=found.model,
            prompt=found.prompt,
            cost=_cost(found.micros, visit.language),
        )
    ]


def _cost(micros: int, language: str) -> str:
    return cost_text(micros / MICROS_A_CENT, language)
