"""An app drafted by a model, where no family of the catalogue fits.

The draft goes through everything that any definition goes through: it is parsed, must be harmless,
and must pass the smoke test. What is wrong is fed back; three tries; then the built-in definition
serves, made of the person's words.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal, Protocol
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from exoskull.apps.families import CUSTOM, family_of
from exoskull.apps.fit import beyond_a_tracker
from exoskull.apps.model import (
    NAME_MAX,
    App,
    AppSource,
    AppSpec,
    AppState,
    ColumnType,
    MetricLink,
    Risk,
    Rule,
    Smoke,
)
from exoskull.apps.naming import slugify
from exoskull.apps.parse import parse_spec
from exoskull.apps.risk import findings, risk_of
from exoskull.apps.smoke import smoke
from exoskull.channels.text import untrusted
from exoskull.database.pool import Database
from exoskull.kit.clock import Clock
from exoskull.kit.errors import InvalidInput
from exoskull.kit.ids import Ids, TenantId, TraceId
from exoskull.language.metrics import METRICS
from exoskull.llm.gateway import Models
from exoskull.llm.model import Answered, Ask, Feature
from exoskull.llm.prompts import load
from exoskull.tenants.service import current

TRIES = 3
WORDS_MAX = 10
"""Messages that a model is shown, the newest."""


class DraftedColumn(BaseModel):
    """A column as a model proposes it."""

    model_config = ConfigDict(extra="forbid")

    label: str = Field(min_length=1, max_length=NAME_MAX)
    type: ColumnType
    unit: str = Field(default="", max_length=20)
    low: float | None = None
    high: float | None = None
    options: list[str] = Field(default_factory=list, max_length=20)
    required: bool = False


class DraftedApp(BaseModel):
    """A tracker as a model proposes it; `beyond`: why no tracker can do it."""

    model_config = ConfigDict(extra="forbid")

    beyond: Literal["calculates", "looks_outside", "acts_outside", "translates"] | None = None
    name: str = Field(default="", max_length=NAME_MAX)
    columns: list[DraftedColumn] = Field(default_factory=list, max_length=8)
    measured: str | None = Field(default=None, max_length=NAME_MAX)
    rule: Rule = Rule.SUM
    widget: Literal["day", "week"] = "day"
    reminder: str | None = Field(default=None, max_length=5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a model made of a wish: a definition that passed, or why no tracker can do it (a word of
    `fit.py`). `by`: the model, the prompt and the number of tries."""

    spec: AppSpec | None
    beyond: str | None
    by: str


class Deps(Protocol):
    """What drafting needs of an installation."""

    @property
    def database(self) -> Database: ...
    @property
    def clock(self) -> Clock: ...
    @property
    def ids(self) -> Ids: ...
    @property
    def models(self) -> Models: ...


def is_wanted(family: str, label: str | None, words: Sequence[str]) -> bool:
    """Whether a model is asked: no family of the catalogue fits, and nothing says that a tracker
    cannot do it."""
    return family_of(family) == CUSTOM and beyond_a_tracker(label, words) is None


async def draft(
    here: Deps,
    tenant_id: TenantId,
    *,
    label: str | None,
    words: Sequence[str],
    trace: TraceId,
) -> Draft | None:
    """The tracker that a model makes of `words`; None where none is there, or none passed.

    Never called with a transaction open.

    Args:
        label: what the person calls it.
        words: their messages, as written; only data.
    """
    if not await here.models.ready(tenant_id):
        return None
    async with here.database.transaction(tenant_id) as tx:
        language = (await current(tx)).language.value
    before: tuple[DraftedApp, Sequence[str]] | None = None
    for number in range(1, TRIES + 1):
        ask = question(label, words, language=language, trace=trace, before=before)
        answer = await here.models.ask(tenant_id, ask)
        if not isinstance(answer, Answered):
            return None
        by = f"{answer.spent.model}, {answer.prompt}, {number}"
        if answer.value.beyond is not None:
            return Draft(spec=None, beyond=answer.value.beyond, by=by)
        found = read(answer.value, label)
        if isinstance(found, AppSpec):
            failed = await _tried(here, tenant_id, found, at=here.clock.now(), trace=trace)
            if failed is None:
                return Draft(spec=found, beyond=None, by=by)
            found = [f"The app did not work when it was tried: {failed}."]
        before = (answer.value, found)
    return None


def question(
    label: str | None,
    words: Sequence[str],
    *,
    language: str,
    trace: TraceId,
    before: tuple[DraftedApp, Sequence[str]] | None = None,
) -> Ask[DraftedApp]:
    """What a model is asked."""
    lines = [f"They call it: {untrusted(label, NAME_MAX)}"] if label else []
    lines += [f"They wrote: {untrusted(one, 400)}" for one in words[-WORDS_MAX:]]
    if before is not None:
        drafted, faults = before
        lines += ["Your last design:", drafted.model_dump_json(exclude_defaults=True)]
        lines += ["What is wrong with it:", *(f"- {one}" for one in faults)]
    return Ask(
        feature=Feature.APP,
        prompt=load("app", 1),
        material="\n".join(lines),
        output=DraftedApp,
        trace=trace,
        language=language,
        tokens_max=700,
    )


def read(drafted: DraftedApp, label: str | None) -> AppSpec | list[str]:
    """The definition, harmless and whole; or what is wrong with the draft."""
    columns = [_column(one) for one in drafted.columns]
    names = {one.label: slugify(one.label) for one in drafted.columns}
    data: dict[str, Any] = {
        "name": untrusted(drafted.name or label or "", NAME_MAX),
        "columns": columns,
        "widget": drafted.widget,
        "reminder": drafted.reminder,
    }
    if drafted.rule is Rule.COUNT or drafted.measured is None:
        data["measured"] = {"rule": Rule.COUNT.value}
    else:
        measured = names.get(drafted.measured, drafted.measured)
        data["measured"] = {"rule": drafted.rule.value, "column": measured}
    try:
        spec = parse_spec(data)
    except InvalidInput as error:
        return [f"{error.field or 'app'}: {error}"]
    risks = [
        f'"{one.words}" asks for more than a tracker may ({one.reason}).' for one in findings(spec)
    ]
    return risks or replace(spec, metrics=(_link(spec),))


def _column(one: DraftedColumn) -> dict[str, Any]:
    made: dict[str, Any] = {
        "label": untrusted(one.label, NAME_MAX),
        "type": one.type.value,
        "unit": one.unit,
        "required": one.required,
    }
    if one.low is not None:
        made["low"] = one.low
    if one.high is not None:
        made["high"] = one.high
    if one.type is ColumnType.CHOICE:
        made["options"] = [untrusted(option, NAME_MAX) for option in one.options]
    return made


def _link(spec: AppSpec) -> MetricLink:
    """The metric of an app of the person's own: its own name, never one of the catalogue's."""
    metric = spec.slug if spec.slug not in METRICS else f"{spec.slug}_x"
    return MetricLink(metric=metric, column=spec.measured.column)


async def _tried(
    here: Deps, tenant_id: TenantId, spec: AppSpec, *, at: datetime, trace: TraceId
) -> str | None:
    """The step of the smoke test that failed, all of it taken back; None where it passed."""
    trial = App(
        id=UUID(int=0),
        spec=spec,
        state=AppState.PROPOSED,
        source=AppSource.SUGGESTION,
        risk=risk_of(spec),
        smoke=Smoke(passed=False),
        mentions=0,
        evidence=(),
        confidence=0.0,
        created_at=at,
        activated_at=None,
        ended_at=None,
        trace=trace,
    )
    assert trial.risk is Risk.LOW
    async with here.database.transaction(tenant_id) as tx:
        return (await smoke(tx, trial, at=at, ids=here.ids)).failure
