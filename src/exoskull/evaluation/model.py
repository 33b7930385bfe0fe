"""An evaluation: cases with known answers, and what was made of them."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import fmean
from typing import Any

from exoskull.database.pool import Database
from exoskull.evaluation.counted import CountedModels, Used
from exoskull.kit.clock import Clock
from exoskull.kit.ids import Ids, TenantId
from exoskull.language.model import Language
from exoskull.skills.check import Workbench


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One case in one language. `id`: its line's, and the language; `data`: the line's fields, and
    those of the language."""

    id: str
    language: Language
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What was made of a case. `points` in [0, 1]: the share of what the case asks for that was
    met; `faults`: what was not, in a few words. `by_model`: whether a model had its say."""

    case: Case
    points: float
    faults: tuple[str, ...] = ()
    by_model: bool = False

    @property
    def right(self) -> bool:
        return not self.faults


@dataclass(frozen=True, slots=True, kw_only=True)
class Examinee:
    """Who is examined: the product with its models, in a database of its own.

    `tenants`: one for each language. `models`: over none, the built-in reasoner is alone.
    """

    database: Database
    clock: Clock
    ids: Ids
    sandbox: Workbench
    models: CountedModels
    tenants: Mapping[Language, TenantId]


Examine = Callable[[Examinee, Case], Awaitable[Judged]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """`about`: what is judged, and how, in one sentence."""

    name: str
    about: str
    examine: Examine


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """An evaluation done."""

    name: str
    model: str
    judged: Sequence[Judged]
    used: Mapping[str, Used] = field(default_factory=dict)

    def share_right(self, language: Language | None = None) -> float:
        """The share of cases in which nothing was amiss."""
        return fmean(one.right for one in self._of(language))

    def points(self, language: Language | None = None) -> float:
        """The mean share of what the cases ask for that was met."""
        return fmean(one.points for one in self._of(language))

    def _of(self, language: Language | None) -> list[Judged]:
        return [one for one in self.judged if language in (None, one.case.language)]


def judged(case: Case, met: Mapping[str, bool], *, by_model: bool = False) -> Judged:
    """What was made of `case`: each thing that it asks for, and whether it was met."""
    assert met
    return Judged(
        case=case,
        points=round(fmean(met.values()), 4),
        faults=tuple(name for name, holds in met.items() if not holds),
        by_model=by_model,
    )
