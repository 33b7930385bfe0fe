"""skills: a small tool that reckons what was asked, run in the sandbox on rows it never saw."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from exoskull.evaluation.model import Case, Evaluation, Examinee, Judged, judged
from exoskull.kit.ids import TraceId
from exoskull.language.model import Language
from exoskull.sandbox.limits import RunFailed
from exoskull.skills import making
from exoskull.skills.asking import Asked, asked, wanted
from exoskull.skills.authoring import authored
from exoskull.skills.model import SkillFile
from exoskull.skills.owned import Suggestion, SuggestionSource, SuggestionStatus
from exoskull.skills.running import Answer, InWorld, run
from exoskull.skills.schema import mismatches
from exoskull.skills.world import World, world

NOW = "2026-03-04T18:00:00+01:00"
"""The instant of every case, a Wednesday evening."""
WITHIN = 0.011


async def examine(who: Examinee, case: Case) -> Judged:
    """The file passes its checks, and its answer on the case's rows holds the expected numbers, or
    tells the person where it is to."""
    at = who.clock.now()
    question = _question(case)
    suggestion = _suggestion(who, case, question)
    tenant = who.tenants[case.language]
    async with who.database.transaction(tenant) as tx:
        planned = await making.plan(tx, suggestion, at=at)
    planned = await authored(who, tenant, planned, at=at)
    by_model = planned.by is not None
    if planned.written is None:
        return judged(case, {"written": False}, by_model=by_model)
    checked = (await making.prove(who.sandbox, planned, at=at)).checked
    if checked is None or not checked.ok or checked.skill is None:
        return judged(case, {"passes the checks": False}, by_model=by_model)
    value = {**(question.input if question else {}), **case.data.get("input", {})}
    answer = await _run(who, checked.skill, case, value)
    if answer is None:
        return judged(case, {"runs": False}, by_model=by_model)
    return judged(case, _met(case, answer), by_model=by_model)


def _question(case: Case) -> Asked | None:
    """What is asked: a question as the chat takes it, a wish as the detector of needs does."""
    at = datetime.fromisoformat(NOW)
    polish = case.language is Language.PL
    said = case.data["text"]
    question = asked(said, at, polish=polish) if "?" in said else None
    return question if question and question.template else wanted([said], at, polish=polish)


def _suggestion(who: Examinee, case: Case, question: Asked | None) -> Suggestion:
    at = who.clock.now()
    return Suggestion(
        id=who.ids.new(),
        key=question.key if question else f"case:{case.id}",
        source=SuggestionSource.QUESTION,
        label=case.data["text"],
        template=question.template if question else None,
        slots=dict(question.slots) if question else {},
        confidence=1.0,
        evidence=(),
        status=SuggestionStatus.PENDING,
        result=None,
        detail=None,
        skill_id=None,
        created_at=at,
        expires_at=at + timedelta(days=1),
        processed_at=None,
        trace=TraceId(who.ids.new()),
    )


async def _run(
    who: Examinee, skill: SkillFile, case: Case, value: Mapping[str, Any]
) -> Answer | None:
    known = skill.parameters.get("properties", {})
    given = {name: one for name, one in value.items() if name in known}
    if list(mismatches(given, skill.parameters)):
        return None
    try:
        return await run(who.sandbox, skill, given, InWorld(world=_world(case)))
    except RunFailed:
        return None


def _world(case: Case) -> World:
    given = {
        "now": NOW,
        "measures": {
            metric: [
                {"at": f"2026-{day}T07:00:00+01:00", "value": number, "unit": ""}
                for day, number in values
            ]
            for metric, values in case.data.get("measures", {}).items()
        },
        "tasks": case.data.get("tasks", []),
        "goals": case.data.get("goals", []),
    }
    return world(given, clock=datetime.fromisoformat(NOW))


def _met(case: Case, answer: Answer) -> dict[str, bool]:
    found = list(_numbers(answer.output))
    met = {
        f"says {wanted:g}": any(abs(one - wanted) <= WITHIN for one in found)
        for wanted in case.data.get("numbers", ())
    }
    if case.data.get("notifies") is not None:
        told = any(one.call == "notify" for one in answer.effects)
        met["tells of it"] = told == case.data["notifies"]
    said = answer.output.get("text") if isinstance(answer.output, dict) else None
    met["a sentence"] = isinstance(said, str) and bool(said.strip())
    return met


_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def _numbers(output: Any) -> Iterator[float]:
    """Every number of an answer, those within its sentences too."""
    match output:
        case bool() | None:
            return
        case int() | float():
            yield abs(float(output))
        case str():
            yield from (float(one.replace(",", ".")) for one in _NUMBER.findall(output))
        case list():
            for one in output:
                yield from _numbers(one)
        case dict():
            for one in output.values():
                yield from _numbers(one)


EVALUATION = Evaluation(
    name="skills",
    about="A tool for what was asked passes every check, and says the right numbers on rows that it"
    " never saw.",
    examine=examine,
)
