"""Apps asked for in the chat: shown as a preview, and made at a yes."""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from uuid import UUID

from exoskull.apps import consent, life, notice, service
from exoskull.apps.consent import SUBJECT
from exoskull.apps.families import CUSTOM
from exoskull.apps.fit import beyond_a_tracker
from exoskull.apps.model import App, AppSource, AppState, Outcome, Proposed, Risk
from exoskull.apps.notice import Means
from exoskull.apps.recognize import recognize
from exoskull.apps.wording import fields_text, names
from exoskull.channels.model import ChannelName
from exoskull.channels.text import untrusted
from exoskull.conversations.acts.desk import Desk
from exoskull.interventions.approvals import Approval
from exoskull.kit.errors import Conflict, NotFound
from exoskull.language.model import Approve, BuildApp, Reject
from exoskull.skills import suggestions

PLAIN_YES_FOR = timedelta(hours=1)
"""How long after a preview a yes without a code makes the app."""

_CHANNELS = {"sms": ChannelName.SMS, "email": ChannelName.EMAIL}


def means(desk: Desk) -> Means:
    """How the person is told of apps: where they wrote from, else in the app."""
    here = _CHANNELS.get(desk.via)
    ways = {ChannelName.IN_APP} | ({here} if here else set())
    return Means(ids=desk.ids, reachable=frozenset(ways), prefer=(here,) if here else ())


async def build(desk: Desk, act: BuildApp) -> list[str]:
    """Show what the app would be, or say what is there already, or why no tracker can do it."""
    if not act.subject:
        return [desk.say("app-chat-what")]
    why = beyond_a_tracker(act.subject, [])
    family = CUSTOM if why else recognize(act.subject)
    made = await service.propose(
        desk.tx,
        family=family,
        label=untrusted(act.subject) if family == CUSTOM else None,
        words=[act.subject],
        source=AppSource.USER_REQUEST,
        mentions=[desk.message_id],
        confidence=1.0,
        at=desk.at,
        trace=desk.trace,
        means=means(desk),
        suggest_skill=partial(suggestions.from_app, ids=desk.ids),
    )
    return _told(desk, made)


def _told(desk: Desk, made: Proposed) -> list[str]:
    if made.app is None:
        return [desk.say("app-chat-skill", reason=made.reason or "")]
    language = desk.tenant.language.value
    of = names(made.app.spec, language)["of"]
    columns = fields_text(made.app.spec.shown, language)
    match made.outcome:
        case Outcome.PREVIEWED:
            risk = made.app.risk.value
            return [desk.say("app-chat-preview", of=of, columns=columns, risk=risk)]
        case Outcome.EXTENDED:
            return [desk.say("app-chat-extended", of=of, columns=columns)]
        case Outcome.RESTORED:
            return [desk.say("app-chat-restored", of=of)]
        case Outcome.FAILED:
            return [desk.say("app-chat-failed", of=of)]
        case _:
            return [desk.say("app-chat-exists", of=of)]


async def answered(desk: Desk, question: Approval, *, yes: bool) -> list[str]:
    """Answer a question about an app; says what became of it.

    Raises:
        NotFound, Conflict: as `apps.consent.answer`.
    """
    app = await consent.answer(
        desk.tx, question, yes=yes, by=desk.via, at=desk.at, means=means(desk)
    )
    of = names(app.spec, desk.tenant.language.value)["of"]
    return [desk.say("app-chat-made" if yes else "app-chat-refused", of=of)]


async def plain_answer(
    desk: Desk, act: Approve | Reject, questions: Sequence[Approval]
) -> list[str]:
    """Answer a yes or no without a code, where it can mean one app only: the preview that the chat
    just showed, or the harmless app that the very message asked about which is replied to.

    Nothing where it cannot.
    """
    question = await _meant(desk, questions)
    if question is None:
        return []
    try:
        return await answered(desk, question, yes=isinstance(act, Approve))
    except NotFound:
        return [desk.say("assistant-approve-expired")]
    except Conflict:
        return [desk.say("assistant-approve-changed")]


async def _meant(desk: Desk, questions: Sequence[Approval]) -> Approval | None:
    ours = [one for one in questions if one.subject_kind == SUBJECT]
    if desk.reply_to is not None and desk.reply_to.symptom == notice.QUESTION:
        key = desk.reply_to.subject_key
        about = [one for one in ours if notice.subject_key(one.subject_id) == key]
        app = await service.get(desk.tx, about[0].subject_id) if about else None
        return about[0] if app is not None and app.risk is Risk.LOW else None
    if not ours or ours[-1].id != questions[-1].id:
        return None
    newest = ours[-1]
    app = await service.get(desk.tx, newest.subject_id)
    fresh = newest.created_at > desk.at - PLAIN_YES_FOR
    return newest if fresh and app.source is AppSource.USER_REQUEST else None


async def undo_making(desk: Desk, app_id: UUID) -> list[str]:
    """Delete an app that was just made; for 30 days it can be had back."""
    try:
        app: App = await service.get(desk.tx, app_id)
        if app.state is not AppState.ACTIVE:
            return []
        app = await life.delete(desk.tx, app_id, at=desk.at, ids=desk.ids, by=desk.via)
    except (NotFound, Conflict):
        return []
    return [desk.say("app-chat-undone", of=names(app.spec, desk.tenant.language.value)["of"])]
