"""Whether a need is served by an app there is: one need makes one app. Pure."""

from collections.abc import Iterable
from dataclasses import replace

from exoskull.apps.families import CUSTOM
from exoskull.apps.model import COLUMNS_MAX, App, AppSpec, AppState
from exoskull.apps.naming import alike
from exoskull.apps.parse import next_key

_ORDER = (AppState.ACTIVE, AppState.PROPOSED, AppState.ARCHIVED, AppState.REFUSED, AppState.DELETED)


def same_need(spec: AppSpec, apps: Iterable[App]) -> App | None:
    """The app that serves what `spec` would: of the same family, with one of its metrics, or with
    a slug that means the same; what is at work comes before what was put away."""
    found = [app for app in apps if _serves(app.spec, spec)]
    return min(found, key=lambda app: _ORDER.index(app.state), default=None)


def _serves(there: AppSpec, wanted: AppSpec) -> bool:
    if wanted.family != CUSTOM and there.family == wanted.family:
        return True
    metrics = {link.metric for link in there.metrics}
    if wanted.metrics and wanted.metrics[0].metric in metrics:
        return True
    return alike(there.slug, wanted.slug)


def extended(there: AppSpec, wanted: AppSpec) -> AppSpec | None:
    """`there` with the columns of `wanted` that it lacks, none of them required; None where it has
    them all. Columns that measure the same are the same."""
    columns, links = list(there.columns), list(there.metrics)
    names = {column.name for column in columns}
    linked = {link.metric: link for link in links}
    renamed: dict[str, str] = {}
    for column in wanted.columns:
        link = next((one for one in wanted.metrics if one.column == column.name), None)
        if column.name in names or (link is not None and link.metric in linked):
            continue
        if len(columns) >= COLUMNS_MAX:
            break
        key = next_key(column.type, {one.key for one in columns})
        columns.append(replace(column, key=key, required=False, default=None))
        renamed[column.name] = column.name
    if not renamed:
        return None
    links += [
        link for link in wanted.metrics if link.column in renamed and link.metric not in linked
    ]
    return replace(there, columns=tuple(columns), metrics=tuple(links))
