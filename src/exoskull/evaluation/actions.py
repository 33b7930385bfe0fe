"""actions: today's steps for a goal that is behind: of the right kind, in so many words, and of
this very goal."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from exoskull.briefings.wording import asking, key_of, piece_of, shown_of
from exoskull.evaluation.lives import goal as goal_of
from exoskull.evaluation.lives import life
from exoskull.evaluation.model import Case, Evaluation, Examinee, Judged, judged
from exoskull.goals.model import Goal
from exoskull.kit.ids import TraceId
from exoskull.language.fold import fold
from exoskull.llm.model import Answered
from exoskull.mape.model import Standing
from exoskull.mape.phrased import is_in
from exoskull.strategies.catalogue import CATALOGUE
from exoskull.strategies.categorize import category_of
from exoskull.strategies.choose import candidates, choose, todays
from exoskull.strategies.evidence import Evidence
from exoskull.strategies.model import DayAction, Reason, Strategy

MINUTES_MOST = 120
TITLE_MOST = 90


async def examine(who: Examinee, case: Case) -> Judged:
    """One to three steps of the goal's own category, that fit into a day, in the person's language;
    one of them at least names the thing itself."""
    at = who.clock.now()
    goal = goal_of(case.data["goal"], UUID(int=1), at)
    lived = life(
        {"goals": [case.data["goal"]], "measures": case.data.get("measures", {})}, case.language, at
    )
    given = _steps(who, case, goal, lived.context.standings[0])
    worded = await _worded(who, case, goal, given)
    titles = [worded.get(key_of(one), one.title) for one in given]
    met = {
        "category": category_of(goal).value in case.data["category"],
        "one to three": 1 <= len(given) <= 3,
        "fits into a day": sum(one.minutes for one in given) <= MINUTES_MOST,
        "language": all(is_in(one, case.language) for one in titles),
        "short": all(len(one) <= TITLE_MOST for one in titles),
        "names the thing": any(_names(one, case.data["about"]) for one in titles),
    }
    return judged(case, met, by_model=bool(worded))


def _names(title: str, stems: Sequence[str]) -> bool:
    words = fold(title).split()
    return any(word.strip('"„”.,:;()').startswith(fold(stem)) for word in words for stem in stems)


def _steps(who: Examinee, case: Case, goal: Goal, standing: Standing) -> Sequence[DayAction]:
    today = who.clock.now().date()
    approach = choose(goal, candidates(goal, CATALOGUE), Evidence(), (), today=today)
    strategy = Strategy(
        id=UUID(int=2),
        goal_id=goal.id,
        trial=1,
        approach=approach.key,
        kind=approach.kind,
        reason=Reason.FIRST,
        started_on=today - timedelta(days=1),
        ended_on=None,
        ended_because=None,
        days_done=0,
        days_failed=0,
        failed_in_a_row=0,
        chosen_at=who.clock.now(),
        trace=goal.trace,
    )
    return todays(strategy, goal, standing.progress, today=today, language=case.language.value)


async def _worded(
    who: Examinee, case: Case, goal: Goal, given: Sequence[DayAction]
) -> dict[str, str]:
    """A model's words for the steps, by their key."""
    at = who.clock.now()
    shown = shown_of([piece_of(one, goal.title, at) for one in given], at)
    answer = await who.models.ask(
        who.tenants[case.language], asking(shown, case.language, TraceId(who.ids.new()))
    )
    if not isinstance(answer, Answered):
        return {}
    return {str(shown.shown[one.step].subject): one.title for one in answer.value.steps}


EVALUATION = Evaluation(
    name="actions",
    about="The day's steps are of the goal's own kind, fit into a day, are in the person's"
    " language, and name the thing itself.",
    examine=examine,
)
