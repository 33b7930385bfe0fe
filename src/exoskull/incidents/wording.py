"""What the person reads of an incident, from its row. Pure."""

from exoskull.i18n import duration, has, moment, text, why_not
from exoskull.incidents.model import Incident, Kind
from exoskull.interventions.claim import Wording
from exoskull.tenants.model import Tenant


def failing(incident: Incident, tenant: Tenant) -> Wording:
    """That it keeps failing, since when and why."""
    language = tenant.language.value
    name = named(incident.kind, incident.subject, language)
    return Wording(
        subject=text(language, f"incident-{incident.kind.value}-subject", name=name),
        text=told(incident, tenant),
        reason=text(language, "incident-because-failing", count=incident.count),
    )


def works_again(incident: Incident, tenant: Tenant) -> Wording:
    """That it works again, and how long it did not. For one that is closed."""
    language = tenant.language.value
    name = named(incident.kind, incident.subject, language)
    ended = incident.closed_at or incident.opened_at
    return Wording(
        subject=text(language, "incident-closed-subject", name=name),
        text=text(
            language,
            f"incident-{incident.kind.value}-closed",
            name=name,
            span=duration(ended - incident.since, language),
        ),
        reason=text(language, "incident-because-told"),
    )


def told(incident: Incident, tenant: Tenant) -> str:
    """One or two sentences of what fails, with the reason where one is known."""
    language = tenant.language.value
    since, opened = tenant.local(incident.since), tenant.local(incident.opened_at)
    return text(
        language,
        f"incident-{incident.kind.value}-text",
        name=named(incident.kind, incident.subject, language),
        count=incident.count,
        since=moment(since, opened.date(), language),
        why=why_not(incident.reason, language) if incident.reason else "",
    ).strip()


def named(kind: Kind, subject: str, language: str) -> str:
    """The cause in the person's words."""
    key = f"job-{subject}" if kind is Kind.JOB else f"incident-channel-{subject}"
    return text(language, key) if kind is not Kind.ZONE and has(key, language) else subject
