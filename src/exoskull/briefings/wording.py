"""Having a model word the day's actions: the catalogue's steps, more concrete for the person's
goals. Which steps there are, how many, and whether they become tasks is not asked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from exoskull.briefings import rank
from exoskull.briefings.close import MORNING
from exoskull.channels.text import untrusted
from exoskull.database.transaction import Transaction
from exoskull.kit.ids import TenantId, TraceId
from exoskull.language.model import Language
from exoskull.llm.context import Material, Piece, assemble
from exoskull.llm.model import Answered, Ask, Feature
from exoskull.llm.prompts import load
from exoskull.mape.knowledge import load_knowledge
from exoskull.mape.loop import Loop
from exoskull.mape.monitor import monitor
from exoskull.mape.news import heard_since
from exoskull.mape.phrased import faults
from exoskull.mape.words import Words, digest_of
from exoskull.strategies import service as strategies
from exoskull.strategies.model import DayAction

PROMPT = load("actions", 1)
TITLE_MAX, TITLE_MIN = 90, 5
STEP = "a"
"""The letter of a step."""

TOKENS_MAX = 1000


class WordedStep(BaseModel):
    """One step in other words."""

    model_config = ConfigDict(extra="forbid")

    step: Annotated[str, Field(max_length=8)]
    rank: int = Field(ge=1, le=15)
    title: str = Field(max_length=200)


class WordedSteps(BaseModel):
    """The steps that could be made better."""

    model_config = ConfigDict(extra="forbid")

    steps: list[WordedStep] = Field(max_length=15)


@dataclass(frozen=True, slots=True, kw_only=True)
class Worded:
    """Words and places for steps, by goal, approach and step; of steps that are not here, nothing
    changes."""

    by_step: dict[tuple[UUID, str, str], tuple[int, Words]] = field(default_factory=dict)

    def of(self, action: DayAction) -> Words | None:
        found = self.by_step.get((action.goal_id, action.approach, action.step))
        return None if found is None else found[1]

    def ordered(self, given: Sequence[DayAction]) -> list[DayAction]:
        """`given` with the best to begin with first; in its own order where nothing says so."""
        worst = len(given) + 100

        def place(action: DayAction) -> int:
            return self.by_step.get((action.goal_id, action.approach, action.step), (worst,))[0]

        return sorted(given, key=place)

    def reworded(self, action: DayAction) -> DayAction:
        words = self.of(action)
        return action if words is None else replace(action, title=words.text)


BUILT_IN = Worded()


async def word_actions(loop: Loop, tenant_id: TenantId, *, at: datetime) -> Worded:
    """Words for the steps of this morning; none, at no cost, where there is no model, or nothing
    was heard of the person since the last morning. Called with no transaction open."""
    if not await loop.models.ready(tenant_id):
        return BUILT_IN
    async with loop.database.transaction(tenant_id) as tx:
        found = await _steps(tx, loop, at)
    if found is None:
        return BUILT_IN
    shown, steps, language, trace = found
    answer = await loop.models.ask(
        tenant_id,
        asking(shown, language, trace),
    )
    if not isinstance(answer, Answered):
        return BUILT_IN
    share = answer.spent.micros // max(1, len(answer.value.steps))
    by_step = {}
    for one in answer.value.steps:
        action = steps[str(shown.shown[one.step].subject)]
        words = Words(
            at=at,
            facts=digest_of(shown.shown[one.step].text),
            text=one.title,
            prompt=answer.prompt,
            model=answer.spent.model,
            micros=share,
        )
        by_step[action.goal_id, action.approach, action.step] = (one.rank, words)
    return Worded(by_step=by_step)


async def _steps(
    tx: Transaction, loop: Loop, at: datetime
) -> tuple[Material, dict[str, DayAction], Language, TraceId] | None:
    known = await load_knowledge(tx, at=at, ids=loop.ids, reachable=loop.reachable)
    context = monitor(known, at)
    before = [one.created_at for one in known.interventions if one.symptom == MORNING]
    if not heard_since(context, max(before, default=None)):
        return None
    pieces: list[Piece] = []
    steps: dict[str, DayAction] = {}
    trace: TraceId | None = None
    for one in rank.worst(rank.behind(context)):
        language = known.tenant.language.value
        given = await strategies.preview(
            tx, one.goal, one.progress, today=context.today, language=language
        )
        trace = one.goal.trace if given and trace is None else trace
        steps |= {key_of(action): action for action in given}
        pieces += [piece_of(action, one.goal.title, at) for action in given]
    if trace is None:
        return None
    return shown_of(pieces, at), steps, known.tenant.language, trace


def key_of(action: DayAction) -> str:
    """What a step is called among all steps of a day."""
    return f"{action.goal_id}/{action.approach}/{action.step}"


def piece_of(action: DayAction, goal_title: str, at: datetime) -> Piece:
    """A step as a model is shown it; its subject is its key."""
    title = untrusted(goal_title, 80)
    return Piece(
        letter=STEP,
        heading="Steps for today",
        text=f'"{action.title}" (for the goal "{title}", {action.minutes} minutes)',
        at=at,
        ids=(str(action.goal_id),),
        subject=key_of(action),
    )


def shown_of(pieces: Sequence[Piece], at: datetime) -> Material:
    """The steps that a model is shown at once."""
    return assemble(pieces, tokens_max=TOKENS_MAX, at=at)


def asking(shown: Material, language: Language, trace: TraceId) -> Ask[WordedSteps]:
    """What a model is asked for the steps of a day, and what is found fault with."""
    return Ask(
        feature=Feature.ACTIONS,
        prompt=PROMPT,
        material=shown.text,
        output=WordedSteps,
        trace=trace,
        language=language.value,
        tokens_max=600,
        accept=check_steps(shown, language),
    )


def check_steps(material: Material, language: Language) -> Callable[[WordedSteps], Sequence[str]]:
    """What finds fault with worded steps: ones that were not given, words that say more than the
    step and its goal do."""

    def check(answer: WordedSteps) -> list[str]:
        named = [one.step for one in answer.steps]
        found = [f"There is no step {name!r}." for name in material.unknown(named)]
        if len(set(named)) < len(named):
            found.append("Give each step once.")
        for one in answer.steps:
            shown = material.shown.get(one.step)
            if shown is not None:
                wrong = faults(
                    one.title, [shown.text], language, longest=TITLE_MAX, shortest=TITLE_MIN
                )
                found += [f"{one.step}: {fault}" for fault in wrong]
        return found

    return check
