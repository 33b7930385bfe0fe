"""Entries of apps over HTTP: added, changed, taken back, read, summed up, in and out as CSV."""

from datetime import UTC, date, datetime, timedelta
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Header, Query
from pydantic import AwareDatetime, Field
from starlette.requests import Request
from starlette.responses import Response

from exoskull.apps import charts, service
from exoskull.apps import entries as kept
from exoskull.apps.charts import LAST_DAYS, Chart
from exoskull.apps.exchange import to_csv
from exoskull.apps.model import App, Entry, Rule
from exoskull.apps.periods import Bucket, Span
from exoskull.apps.values import named
from exoskull.i18n import error_text
from exoskull.kit.errors import InvalidInput, NotFound
from exoskull.measuring import entries
from exoskull.signals.model import Source
from exoskull.tenants.visit import ApiVisit
from exoskull.web.api import In, Limit, Listed, Out

router = APIRouter(tags=["entries"])

Day = Annotated[date | None, Query(description="A local date, included.")]
Key = Annotated[str | None, Header(max_length=kept.KEY_MAX)]


class EntryIn(In):
    """`values` by column name. `at`: when it was; now, where it is left out."""

    values: dict[str, Any]
    at: AwareDatetime | None = Field(default=None, strict=False)


class EntryOut(Out):
    id: UUID
    at: datetime
    local_date: date
    values: dict[str, Any]
    source: str
    created_at: datetime
    changed_at: datetime
    trace: UUID


class BucketOut(Out):
    """`start`: the first local date of the span. `value` is null where nothing was entered."""

    start: date
    value: float | None
    entries: int
    days: int
    low: float | None
    high: float | None


class ChartOut(Out):
    """`goal`: the line to draw, in `unit`."""

    column: str | None
    label: str
    unit: str
    rule: Rule
    span: Span
    goal: float | None
    points: list[BucketOut]


class ProblemOut(Out):
    """A field of a line of the file that cannot be kept."""

    line: int
    field: str | None
    key: str
    message: str


class ImportedOut(Out):
    """`count`: lines kept, or in a dry run, that would be; `preview`: the first of them."""

    count: int
    kept: bool
    problems: list[ProblemOut]
    preview: list[dict[str, Any]]


def _out(app: App, entry: Entry) -> EntryOut:
    return EntryOut(
        id=entry.id,
        at=entry.at,
        local_date=entry.local_date,
        values=named(app.spec, entry.cells),
        source=entry.source,
        created_at=entry.created_at,
        changed_at=entry.changed_at,
        trace=entry.trace,
    )


@router.get("/apps/{app}/entries")
async def page(
    visit: ApiVisit,
    app: str,
    limit: Limit = 50,
    before: str | None = None,
    first: Day = None,
    last: Day = None,
) -> Listed[EntryOut]:
    """Entries, newest first, on the local days from `first` to `last`; `next` goes on as
    `before`."""
    found = await service.named(visit.tx, app)
    rows = await kept.page(
        visit.tx, found, limit=limit + 1, before=_cursor(before), first=first, last=last
    )
    following = _place(rows[limit - 1]) if len(rows) > limit else None
    return Listed(items=[_out(found, one) for one in rows[:limit]], next=following)


def _place(entry: Entry) -> str:
    return f"{entry.at.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%fZ}_{entry.id}"


def _cursor(given: str | None) -> tuple[datetime, UUID] | None:
    if given is None:
        return None
    at, _, entry_id = given.partition("_")
    try:
        moment = datetime.fromisoformat(at)
        place = moment.replace(tzinfo=moment.tzinfo or UTC), UUID(entry_id)
    except ValueError as error:
        raise InvalidInput("entry.invalid_cursor", field="before") from error
    return place


@router.post("/apps/{app}/entries", status_code=201)
async def add(visit: ApiVisit, app: str, body: EntryIn, idempotency_key: Key = None) -> EntryOut:
    """Add an entry; it is a measure of the app's metrics too.

    The same Idempotency-Key again adds nothing, and gives the first entry.
    """
    found = await service.named(visit.tx, app)
    added = await entries.enter(
        visit.tx,
        visit.tenant,
        found,
        body.values,
        when=body.at or visit.at,
        at=visit.at,
        source=Source.API,
        ids=visit.ids,
        trace=visit.new_trace(),
        key=idempotency_key,
    )
    return _out(found, added.entry)


@router.get("/apps/{app}/entries/{entry_id}")
async def one(visit: ApiVisit, app: str, entry_id: UUID) -> EntryOut:
    """One entry."""
    found = await service.named(visit.tx, app)
    return _out(found, await kept.get(visit.tx, found, entry_id))


@router.patch("/apps/{app}/entries/{entry_id}")
async def edit(visit: ApiVisit, app: str, entry_id: UUID, body: EntryIn) -> EntryOut:
    """Change the fields that are named; null empties one."""
    found = await service.named(visit.tx, app)
    changed = await entries.edit(
        visit.tx,
        visit.tenant,
        found,
        entry_id,
        body.values,
        at=visit.at,
        ids=visit.ids,
        source=Source.API,
        when=body.at,
    )
    return _out(found, changed)


@router.delete("/apps/{app}/entries/{entry_id}")
async def undo(visit: ApiVisit, app: str, entry_id: UUID) -> EntryOut:
    """Take an entry back, and the measures that it was."""
    found = await service.named(visit.tx, app)
    await kept.get(visit.tx, found, entry_id)
    undone = await entries.undo(visit.tx, found, entry_id, at=visit.at)
    if undone is None:
        raise NotFound("entry.not_found", field="entry_id")
    return _out(found, undone)


@router.get("/apps/{app}/summary")
async def summary(
    visit: ApiVisit,
    app: str,
    span: Span = "day",
    first: Day = None,
    last: Day = None,
    column: str | None = None,
) -> Listed[BucketOut]:
    """Days, weeks or months with entries, oldest first; of the last 30 days, where no dates are
    given."""
    found = await service.named(visit.tx, app)
    begin, end = _range(visit, first, last)
    rows = await charts.summary(visit.tx, found, span=span, first=begin, last=end, column=column)
    return Listed(items=[BucketOut.model_validate(one) for one in rows])


@router.get("/apps/{app}/chart")
async def chart(
    visit: ApiVisit,
    app: str,
    span: Span = "day",
    first: Day = None,
    last: Day = None,
    column: str | None = None,
) -> ChartOut:
    """What a chart draws: every span, those without entries too, and the goal's line."""
    found = await service.named(visit.tx, app)
    begin, end = _range(visit, first, last)
    drawn = await charts.chart(visit.tx, found, span=span, first=begin, last=end, column=column)
    return chart_out(drawn)


def chart_out(drawn: Chart) -> ChartOut:
    """The chart as the API shows it, and a page's JSON island."""
    return ChartOut(
        column=drawn.column,
        label=drawn.label,
        unit=drawn.unit,
        rule=drawn.rule,
        span=drawn.span,
        goal=drawn.goal,
        points=[_bucket(one) for one in drawn.buckets],
    )


def _bucket(one: Bucket) -> BucketOut:
    return BucketOut.model_validate(one)


def _range(visit: ApiVisit, first: date | None, last: date | None) -> tuple[date, date]:
    end = last or visit.tenant.local_date(visit.at)
    return first or end - timedelta(days=LAST_DAYS - 1), end


@router.get("/apps/{app}/entries.csv", response_class=Response)
async def csv(visit: ApiVisit, app: str) -> Response:
    """All entries as CSV, oldest first; moments in the person's zone."""
    found = await service.named(visit.tx, app)
    body = to_csv(found.spec, await kept.everything(visit.tx, found), visit.tenant.zone)
    name = f'attachment; filename="{found.slug}.csv"'
    return Response(
        body, media_type="text/csv; charset=utf-8", headers={"Content-Disposition": name}
    )


@router.post(
    "/apps/{app}/import",
    openapi_extra={
        "requestBody": {"required": True, "content": {"text/csv": {"schema": {"type": "string"}}}}
    },
)
async def bring_in(
    request: Request,
    visit: ApiVisit,
    app: str,
    dry_run: bool = False,
    idempotency_key: Key = None,
) -> ImportedOut:
    """Import a CSV (UTF-8, a header of column names, `at` where there is one): all of it, or
    nothing where any field is wrong. `dry_run` only looks."""
    found = await service.named(visit.tx, app)
    try:
        text = (await request.body()).decode("utf-8")
    except UnicodeDecodeError as error:
        raise InvalidInput("csv.not_text", field="body") from error
    done = await entries.bring_in(
        visit.tx,
        visit.tenant,
        found,
        text,
        at=visit.at,
        source=Source.API,
        ids=visit.ids,
        trace=visit.new_trace(),
        dry_run=dry_run,
        key=idempotency_key,
    )
    return ImportedOut(
        count=done.count,
        kept=done.kept,
        problems=[
            ProblemOut(
                line=bad.line,
                field=bad.error.field,
                key=bad.error.key,
                message=error_text(bad.error, visit.language),
            )
            for bad in done.problems
        ],
        preview=[dict(row) for row in done.preview],
    )
