"""What is suggested for an app, as a preview that one click takes or refuses."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from uuid import UUID

from exoskull.apps import improving
from exoskull.apps.model import App, AppSpec
from exoskull.apps.parse import parse_spec
from exoskull.apps.store import Suggestion
from exoskull.apps.wording import fields_text
from exoskull.i18n import listing, local_time, text
from exoskull.tenants.visit import Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A suggestion in words. `changes`: what would be different, each in a few words."""

    id: UUID
    app: App
    sentence: str
    changes: Sequence[str]


async def open_cards(visit: Visit, app: App | None = None) -> list[Card]:
    """What is suggested and not answered, oldest first; of one app, where it is given."""
    found = await improving.open_ones(visit.tx)
    return [
        _card(one, suggestion, visit.language)
        for one, suggestion in found
        if app is None or one.id == app.id
    ]


def _card(app: App, suggestion: Suggestion, language: str) -> Card:
    return Card(
        id=suggestion.id,
        app=app,
        sentence=improving.suggestion_text(app, suggestion, language),
        changes=changes(app.spec, suggestion, language),
    )


def changes(spec: AppSpec, suggestion: Suggestion, language: str) -> list[str]:
    """What taking the suggestion would change, each in a few words."""
    if suggestion.spec is None:
        return [text(language, "apps-change-archive")]
    new, found = parse_spec(suggestion.spec), []
    if (
        new.reminds
        and new.reminder
        and (new.reminder, new.reminds) != (spec.reminder, spec.reminds)
    ):
        at = local_time(time.fromisoformat(new.reminder), language)
        found.append(text(language, "apps-change-reminder", time=at))
    before = {column.key for column in spec.shown}
    after = {column.key for column in new.shown}
    if added := [column for column in new.shown if column.key not in before]:
        found.append(text(language, "apps-change-added", columns=fields_text(added, language)))
    if hidden := [column for column in spec.shown if column.key not in after]:
        found.append(text(language, "apps-change-hidden", columns=fields_text(hidden, language)))
    if new.views[0] is not spec.views[0]:
        found.append(text(language, "apps-change-first", view=new.views[0].value))
    return found


def views_text(spec: AppSpec, language: str) -> str:
    """What the pages of an app show, in one line: "form, chart, calendar"."""
    names = dict.fromkeys(text(language, "apps-view", view=view.value) for view in spec.views)
    return listing(list(names), language)
