"""Whether the models that are set can be asked: looked at without asking anything that costs."""

from dataclasses import dataclass
from datetime import datetime

from exoskull.llm.choice import Choice
from exoskull.llm.prices import Prices

MILLION = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """`reached` None: its provider has no way to look without asking. `dollars`: for a million
    tokens in, and out; None: nobody knows, and so it is never asked."""

    model: str
    reached: bool | None
    detail: str
    dollars: tuple[float, float] | None


async def look(choice: Choice, prices: Prices, *, at: datetime, timeout_s: float) -> Looked:
    """What stands between the installation and a model; raises what `connect` does."""
    costs = [
        prices.cost(choice, tokens_in=into, tokens_out=out, at=at)
        for into, out in ((MILLION, 0), (0, MILLION))
    ]
    into, out = costs
    dollars = None if into is None or out is None else (into / MILLION, out / MILLION)
    reached, detail = await _reach(choice, timeout_s)
    return Looked(model=choice.id, reached=reached, detail=detail, dollars=dollars)


async def _reach(choice: Choice, timeout_s: float) -> tuple[bool | None, str]:
    from exoskull.llm.connect import connect

    model = connect(choice, timeout_s=timeout_s)
    if choice.provider in ("anthropic", "google"):
        return None, "set up"
    import openai

    client = model.client  # type: ignore[attr-defined]
    try:
        found = await client.get("/models", cast_to=object)
    except openai.APIStatusError as error:
        refused = error.status_code in (401, 403)
        return False if refused else None, f"http_{error.status_code}"
    except openai.APIConnectionError:
        return False, "no_connection"
    except ValueError:
        return None, "answers, but no JSON"
    finally:
        await client.close()
    return True, _named(found, choice.name)


def _named(found: object, name: str) -> str:
    """What a list of models says of `name`; servers of one's own list them in ways of their own."""
    rows = found.get("data") if isinstance(found, dict) else None
    if not isinstance(rows, list):
        return "answers, and lists no models"
    names = {one.get("id") for one in rows if isinstance(one, dict)}
    known = name in names or not names
    return "answers" if known else "answers, and lists no model of that name"
