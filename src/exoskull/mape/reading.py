"""What a model's answers mean: checked against what it was shown, and made into symptoms. Pure."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from exoskull.language.model import Language
from exoskull.ledger.model import Proximal, Rule
from exoskull.llm.context import Material
from exoskull.mape.model import (
    Context,
    Proposal,
    Reading,
    Sign,
    Situation,
    Symptom,
    SymptomKind,
    Theme,
)
from exoskull.mape.phrased import faults

MILDEST, GRAVEST = 0.3, 0.6
"""What a model notices never comes before what was measured to be grave."""

SIGNS_MAX = 3
IDEA_MAX = 120
SAID = "m"
"""The letter of what the person said."""

SAID_OF_LATE = timedelta(days=2)
"""What is noticed shows in words of this time."""

Name = Annotated[str, Field(max_length=8)]


class Noticed(BaseModel):
    """One thing that shows in the person's words."""

    model_config = ConfigDict(extra="forbid")

    theme: Theme
    about: Name = Field(description="the goal, task or metric that it touches, by its short name")
    severity: float = Field(ge=0, le=1)
    evidence: list[Name] = Field(min_length=1, max_length=6)


class SituationRead(BaseModel):
    """How the person's days go, and what shows it."""

    model_config = ConfigDict(extra="forbid")

    situation: Situation
    evidence: list[Name] = Field(max_length=8)
    noticed: list[Noticed] = Field(max_length=SIGNS_MAX)


class Proposed(BaseModel):
    """The best option for one of the symptoms."""

    model_config = ConfigDict(extra="forbid")

    symptom: Name
    option: str = Field(max_length=40)
    idea: str | None = Field(default=None, max_length=IDEA_MAX)


class OptionsProposed(BaseModel):
    """One option for each symptom that there is something to say of."""

    model_config = ConfigDict(extra="forbid")

    proposed: list[Proposed] = Field(max_length=SIGNS_MAX)


def check_situation(material: Material, at: datetime) -> Callable[[SituationRead], Sequence[str]]:
    """What finds fault with a reading of `material` at `at`: names that were not given, a sign
    without words that the person said of late, a subject that is none."""

    def is_said(name: str) -> bool:
        shown = material.shown.get(name)
        return shown is not None and shown.letter == SAID and shown.at >= at - SAID_OF_LATE

    def check(answer: SituationRead) -> list[str]:
        found = _unknown(material, answer.evidence)
        if answer.situation is not Situation.UNCLEAR and not answer.evidence:
            found.append("Cite what shows the situation, or say unclear.")
        for one in answer.noticed:
            found += _unknown(material, [*one.evidence, one.about])
            if not any(is_said(name) for name in one.evidence):
                found.append(f"{one.theme.value}: cite what the person said of late.")
            shown = material.shown.get(one.about)
            if shown is not None and (shown.subject is None or not _is_subject(shown.subject)):
                found.append(f"{one.about} is no goal, task or metric.")
        return found

    return check


def check_options(
    material: Material, options: Callable[[str], Sequence[str]], language: Language
) -> Callable[[OptionsProposed], Sequence[str]]:
    """What finds fault with proposals: symptoms and options that are not there, an idea with what
    the symptom's line does not say. `options`: of a symptom, by its key."""

    def check(answer: OptionsProposed) -> list[str]:
        found = _unknown(material, [one.symptom for one in answer.proposed])
        if len({one.symptom for one in answer.proposed}) < len(answer.proposed):
            found.append("Give one option for each symptom.")
        for one in answer.proposed:
            shown = material.shown.get(one.symptom)
            if shown is None or shown.subject is None:
                continue
            if one.option not in options(shown.subject):
                found.append(f"{one.symptom} has no option {one.option!r}.")
            if one.idea is not None:
                wrong = faults(one.idea, [shown.text], language, longest=IDEA_MAX)
                found += [f"{one.symptom}, idea: {fault}" for fault in wrong]
        return found

    return check


def _unknown(material: Material, names: Iterable[str]) -> list[str]:
    return [f"There is no {name!r} in the material." for name in material.unknown(names)]


def _is_subject(subject: str) -> bool:
    return subject.partition(":")[0] in ("goal", "task", "metric")


def signs_of(answer: SituationRead, material: Material) -> tuple[Sign, ...]:
    """What was noticed, each subject once, by ids of rows."""
    found: dict[str, Sign] = {}
    for one in answer.noticed:
        subject = material.shown[one.about].subject
        assert subject is not None
        sign = Sign(
            theme=one.theme,
            subject=subject,
            severity=round(min(GRAVEST, max(MILDEST, one.severity)), 2),
            evidence=material.ids(one.evidence),
        )
        found.setdefault(subject, sign)
    return tuple(found.values())


def proposals_of(answer: OptionsProposed, material: Material, prompt: str) -> list[Proposal]:
    """The proposals, by the symptoms' own names."""
    found = []
    for one in answer.proposed:
        kind, _, subject = str(material.shown[one.symptom].subject).partition(":")
        found.append(
            Proposal(kind=kind, subject=subject, option=one.option, idea=one.idea, prompt=prompt)
        )
    return found


def noticed(reading: Reading | None, context: Context) -> list[Symptom]:
    """The symptoms of what was noticed, of subjects that are there still."""
    if reading is None:
        return []
    found = [_symptom(sign, context) for sign in reading.signs]
    return [one for one in found if one is not None]


def _symptom(sign: Sign, context: Context) -> Symptom | None:
    name, _, key = sign.subject.partition(":")
    about: dict[str, Any] | None = None
    match name:
        case "goal":
            goal = next((one.goal for one in context.standings if str(one.goal.id) == key), None)
            if goal is not None:
                about = {"said": goal.title, "goal_id": goal.id}
        case "task":
            task = next((one for one in context.open_tasks if str(one.id) == key), None)
            if task is not None:
                about = {"said": task.title, "task_id": task.id}
        case "metric" if key in context.days:
            about = {"said": key, "metric": key}
    if about is None:
        return None
    return Symptom(
        kind=SymptomKind.NOTICED,
        subject=sign.subject,
        severity=sign.severity,
        facts={"theme": sign.theme.value, "about": about.pop("said")},
        evidence=sign.evidence,
        proximal=Proximal(rule=Rule.HEARD),
        **about,
    )


def merged(found: Sequence[Symptom], more: Sequence[Symptom]) -> list[Symptom]:
    """All of them, the most severe first, as Analyze gives them."""
    return sorted([*found, *more], key=lambda one: (-one.severity, one.key))


def newest(a: Reading | None, b: Reading | None) -> Reading | None:
    """The one that there is, or the later one with a situation read."""
    known = [one for one in (a, b) if one is not None and one.situation is not None]
    return max(known, key=_at, default=None)


def _at(one: Reading) -> datetime:
    return one.at
