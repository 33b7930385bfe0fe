"""The events that an app leaves, and what an approval of it is bound to."""

import hashlib
import json
from datetime import datetime
from typing import Any

from exoskull.apps.model import App
from exoskull.apps.parse import spec_json
from exoskull.feed.model import Event


def data(app: App, **more: Any) -> dict[str, Any]:
    """The fields of every `app.*` record, and `more`."""
    return {
        "id": str(app.id),
        "name": app.name,
        "slug": app.slug,
        "family": app.spec.family,
        "source": app.source.value,
        "state": app.state.value,
        "columns": [
            {"name": column.name, "type": column.type.value, "unit": column.unit}
            for column in app.spec.shown
        ],
        "mentions": app.mentions,
        "confidence": app.confidence,
        "risk": app.risk.value,
        "evidence": [str(one) for one in app.evidence],
        **more,
    }


def event(app: App, verb: str, at: datetime, **more: Any) -> Event:
    """The event `app.<verb>`."""
    return Event(at=at, kind=f"app.{verb}", trace=app.trace, data=data(app, **more))


def content_hash(app: App) -> str:
    """What a yes to an app is a yes to: exactly this definition."""
    shown = json.dumps(spec_json(app.spec), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(f"{app.id}\x1f{shown}".encode()).hexdigest()
