"""The gallery: every app with what can be done to it, and a new one in the person's own words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time

from exoskull.apps import service
from exoskull.apps.arranging import board_of
from exoskull.apps.families import CUSTOM
from exoskull.apps.fit import beyond_a_tracker
from exoskull.apps.model import NAME_MAX, UNDO_FOR, App, AppSource, AppState
from exoskull.apps.notice import Means
from exoskull.apps.recognize import recognize
from exoskull.apps.risk import findings
from exoskull.apps.service import Proposed
from exoskull.apps.web_suggestions import Card, open_cards, views_text
from exoskull.apps.web_widgets import Glance, glances
from exoskull.apps.wording import field_text
from exoskull.channels.text import untrusted
from exoskull.i18n import local_time, text
from exoskull.kit.errors import InvalidInput
from exoskull.language import read
from exoskull.language.model import BuildApp
from exoskull.tenants.visit import Visit

WORDS_MAX = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A proposed app as it would be: `fields`, `shows` and `reminder` in words; `why`: what made
    it; `risky`: what in it could identify somebody."""

    app: App
    fields: Sequence[str]
    shows: str
    reminder: str | None
    why: str
    risky: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """An app that can be had back for `days` more; `verb`: how."""

    app: App
    days: int
    verb: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gallery:
    """What the page shows."""

    active: Sequence[Glance]
    previews: Sequence[Preview]
    archived: Sequence[App]
    gone: Sequence[Gone]
    cards: Sequence[Card]

    @property
    def is_empty(self) -> bool:
        return not (self.active or self.previews or self.archived or self.gone)


async def gallery_of(visit: Visit) -> Gallery:
    """Every app of the person."""
    found = await service.everything(visit.tx, *AppState)
    in_state = {state: [one for one in found if one.state is state] for state in AppState}
    proposed = [one for one in in_state[AppState.PROPOSED] if one.smoke.passed]
    return Gallery(
        active=await glances(visit, await board_of(visit.tx, in_state[AppState.ACTIVE])),
        previews=[preview_of(one, visit.language) for one in proposed],
        archived=in_state[AppState.ARCHIVED],
        gone=[
            *_gone(in_state[AppState.DELETED], "undo", visit.at),
            *_gone(in_state[AppState.REFUSED], "activate", visit.at),
        ],
        cards=await open_cards(visit),
    )


def _gone(apps: Sequence[App], verb: str, at: datetime) -> list[Gone]:
    left = [(one, one.ended_at + UNDO_FOR - at) for one in apps if one.ended_at is not None]
    return [
        Gone(app=one, days=max(1, span.days), verb=verb)
        for one, span in left
        if span.total_seconds() > 0
    ]


def preview_of(app: App, language: str) -> Preview:
    """The app as it would be, in words."""
    at = app.spec.reminder
    asked = app.source is AppSource.USER_REQUEST
    return Preview(
        app=app,
        fields=[field_text(column, language) for column in app.spec.shown],
        shows=views_text(app.spec, language),
        reminder=local_time(time.fromisoformat(at), language) if at else None,
        why=text(
            language,
            "apps-preview-asked" if asked else "apps-preview-noticed",
            mentions=app.mentions,
        ),
        risky=bool(findings(app.spec)),
    )


async def make_of_words(visit: Visit, words: str) -> Proposed:
    """What comes of a wish in the person's own words: a preview, or what serves it already.

    Raises:
        InvalidInput: `app.nothing_named`, `app.invalid_text`.
    """
    if not words:
        raise InvalidInput("app.no_words", field="words")
    if len(words) > WORDS_MAX:
        raise InvalidInput("input.too_long", field="words", limit=WORDS_MAX)
    acts = read(words, language=visit.tenant.language, at=visit.tenant.local(visit.at))
    wishes = [one.subject for one in acts if isinstance(one, BuildApp) and one.subject]
    subject = wishes[0] if wishes else words
    family = CUSTOM if beyond_a_tracker(subject, [words]) else recognize(subject)
    return await service.propose(
        visit.tx,
        family=family,
        label=untrusted(subject, NAME_MAX) if family == CUSTOM else None,
        words=[words],
        source=AppSource.USER_REQUEST,
        mentions=[],
        confidence=1.0,
        at=visit.at,
        trace=visit.new_trace(),
        means=Means(ids=visit.ids),
    )
